/* The figures of a return, each a question to one case. Pure. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/figures.h"

#include "base/attr.h"
#include "law/complaint.h"
#include "text/tongue.h"

static bool is_within(struct day day, const struct period *period)
{
    return !day_is_none(day) && day_compare(day, period->from) >= 0 &&
           day_compare(day, period->until) <= 0;
}

static bool is_after(struct day day, const struct period *period)
{
    return day_is_none(day) || day_compare(day, period->until) > 0;
}

static bool was_carried_over(const struct case_tally_rows_row *row, const struct period *period)
{
    return day_compare(row->received_on, period->from) < 0;
}

static bool was_received(const struct case_tally_rows_row *row, const struct period *period)
{
    return is_within(row->received_on, period);
}

static bool was_in_hand(const struct case_tally_rows_row *row, const struct period *period)
{
    (void)row;
    (void)period;
    return true;
}

static bool was_of_a_new_matter(const struct case_tally_rows_row *row, const struct period *period)
{
    return was_received(row, period) && row->same_as_id.v == 0;
}

static bool was_of_many(const struct case_tally_rows_row *row, const struct period *period)
{
    return was_received(row, period) && row->people >= GROUP_PEOPLE_MIN;
}

static bool was_accepted(const struct case_tally_rows_row *row, const struct period *period)
{
    return is_within(row->accepted_on, period);
}

static bool ended_as(const struct case_tally_rows_row *row, const struct period *period,
                     const char *state)
{
    return is_within(row->ended_on, period) && str_equal(row->state, str_of(state));
}

static bool was_refused(const struct case_tally_rows_row *row, const struct period *period)
{
    return ended_as(row, period, "refused");
}

static bool was_guided(const struct case_tally_rows_row *row, const struct period *period)
{
    return ended_as(row, period, "guided") || ended_as(row, period, "returned");
}

static bool was_filed(const struct case_tally_rows_row *row, const struct period *period)
{
    return ended_as(row, period, "filed");
}

static bool was_settled(const struct case_tally_rows_row *row, const struct period *period)
{
    return is_within(row->settled_on, period);
}

static bool was_settled_as(const struct case_tally_rows_row *row, const struct period *period,
                           const char *outcome)
{
    return was_settled(row, period) && str_equal(row->outcome, str_of(outcome));
}

static bool was_right(const struct case_tally_rows_row *row, const struct period *period)
{
    return was_settled_as(row, period, "right");
}

static bool was_partly_right(const struct case_tally_rows_row *row, const struct period *period)
{
    return was_settled_as(row, period, "partly");
}

static bool was_wrong(const struct case_tally_rows_row *row, const struct period *period)
{
    return was_settled_as(row, period, "wrong");
}

static bool was_late(const struct case_tally_rows_row *row, const struct period *period)
{
    (void)period;
    return row->late > 0;
}

static bool is_left(const struct case_tally_rows_row *row, const struct period *period)
{
    return is_after(row->ended_on, period) && is_after(row->settled_on, period);
}

const struct figure FIGURES[] = {
    { "ky-truoc", N_("Kỳ trước chuyển sang"), MEASURE_CASES, was_carried_over },
    { "nhan", N_("Nhận trong kỳ"), MEASURE_CASES, was_received },
    { "tong", N_("Tổng số phải xử lý"), MEASURE_CASES, was_in_hand },
    { "nguoi", N_("Số người trong đơn, lượt nhận trong kỳ"), MEASURE_PEOPLE, was_received },
    { "vu", N_("Số vụ việc mới, không tính đơn trùng"), MEASURE_MATTERS, was_of_a_new_matter },
    { "doan", N_("Của nhiều người, từ 5 người trở lên"), MEASURE_CASES, was_of_many },
    { "thu-ly", N_("Đã thụ lý"), MEASURE_CASES, was_accepted },
    { "khong-thu-ly", N_("Không thụ lý"), MEASURE_CASES, was_refused },
    { "huong-dan", N_("Hướng dẫn, trả lại nơi chuyển"), MEASURE_CASES, was_guided },
    { "luu", N_("Lưu đơn"), MEASURE_CASES, was_filed },
    { "giai-quyet", N_("Đã giải quyết"), MEASURE_CASES, was_settled },
    { "dung", N_("Trong đó đúng"), MEASURE_CASES, was_right },
    { "dung-mot-phan", N_("Trong đó đúng một phần"), MEASURE_CASES, was_partly_right },
    { "sai", N_("Trong đó sai"), MEASURE_CASES, was_wrong },
    { "qua-han", N_("Có bước quá hạn"), MEASURE_CASES, was_late },
    { "con-lai", N_("Còn lại cuối kỳ"), MEASURE_CASES, is_left },
};
const size_t FIGURE_COUNT = COUNT(FIGURES);

const struct column COLUMNS[] = {
    { "reception", N_("Tiếp công dân") },
    { "complaint", N_("Khiếu nại") },
    { "denunciation", N_("Tố cáo"), .is_sealed = true },
};
const size_t COLUMN_COUNT = COUNT(COLUMNS);

const struct figure *figure_find(struct str key)
{
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (str_equal(str_of(FIGURES[i].key), key)) {
            return &FIGURES[i];
        }
    }
    return NULL;
}

const struct column *column_find(struct str kind)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (str_equal(str_of(COLUMNS[i].kind), kind)) {
            return &COLUMNS[i];
        }
    }
    return NULL;
}

bool figure_counts(const struct figure *figure, const struct column *column,
                   const struct case_tally_rows_row *row, const struct period *period)
{
    return str_equal(row->kind, str_of(column->kind)) && figure->counts(row, period);
}

int64_t figure_value(const struct figure *figure, const struct column *column,
                     const struct case_tally *tally)
{
    int64_t value = 0;
    for (size_t i = 0; i < tally->count; i++) {
        const struct case_tally_rows_row *row = &tally->rows[i];
        if (figure_counts(figure, column, row, &tally->period)) {
            value += figure->measure == MEASURE_PEOPLE ? row->people : 1;
        }
    }
    return value;
}
