/* Pure: points and grades. No law orders them; practice does. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/appraise_rules.h"

#include "base/must.h"
#include "text/tongue.h"

const struct model_sheet model_usual_sheet = {
    .criteria = { { N_("Hiệu quả"), 30 },
                  { N_("Người dân tham gia"), 20 },
                  { N_("Sáng tạo"), 15 },
                  { N_("Hài hòa lợi ích, đồng thuận"), 10 },
                  { N_("Bền vững, nhân rộng được"), 15 },
                  { N_("Minh chứng, hồ sơ"), 10 } },
    .criterion_count = 6,
    .grades = { { "excellent", N_("Xuất sắc"), 90 },
                { "good", N_("Tốt"), 80 },
                { "fair", N_("Khá"), 65 },
                { "average", N_("Trung bình"), 50 },
                { "failed", N_("Không đạt"), 0 } },
};

size_t model_points_outside(const struct model_sheet *sheet, const int64_t *points)
{
    size_t i = 0;
    while (i < sheet->criterion_count && points[i] >= 0 && points[i] <= sheet->criteria[i].max) {
        i++;
    }
    return i;
}

int64_t model_points_total(const struct model_sheet *sheet, const int64_t *points)
{
    int64_t total = 0;
    for (size_t i = 0; i < sheet->criterion_count; i++) {
        total += points[i];
    }
    return total;
}

/* Of two that are not negative, half a point up. */
static int64_t mean(int64_t a, int64_t b)
{
    return (a + b + 1) / 2;
}

static void swap_if_greater(int64_t *a, int64_t *b)
{
    if (*a > *b) {
        int64_t greater = *a;
        *a = *b;
        *b = greater;
    }
}

bool model_totals_settle(const int64_t *totals, size_t count, int64_t *ret_points)
{
    must(count <= APPRAISERS_MAX);
    if (count < 2) {
        return false;
    }
    int64_t low = totals[0];
    int64_t middle = totals[1];
    swap_if_greater(&low, &middle);
    if (count == 2) {
        *ret_points = mean(low, middle);
        return middle - low <= POINTS_APART;
    }
    int64_t high = totals[2];
    swap_if_greater(&middle, &high);
    swap_if_greater(&low, &middle);
    if (middle - low == high - middle) {
        *ret_points = middle;
    } else {
        *ret_points = middle - low < high - middle ? mean(low, middle) : mean(middle, high);
    }
    return true;
}

const struct model_grade *model_grade_of(const struct model_sheet *sheet, int64_t points)
{
    size_t i = 0;
    while (i + 1 < MODEL_GRADES && points < sheet->grades[i].from) {
        i++;
    }
    return &sheet->grades[i];
}

bool model_grade_is_enough(struct str word)
{
    for (size_t i = 0; i + 1 < MODEL_GRADES; i++) {
        if (str_equal(word, str_of(model_usual_sheet.grades[i].word))) {
            return true;
        }
    }
    return false;
}
