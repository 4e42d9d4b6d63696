/* Pure: reading a sheet. No law says what one holds; that it comes to a hundred is practice. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/sheet_rules.h"

#include "base/out.h"
#include "text/tongue.h"

enum { CRITERIA_BYTES_MAX = CRITERIA_MAX * (CRITERION_CHARS_MAX * 4 + 8) };

static struct verdict read_criterion(struct arena *arena, struct str line,
                                     struct model_sheet *sheet);
static struct verdict read_grades(const struct model_sheet_text *text, struct model_sheet *sheet);

struct verdict model_sheet_read(struct arena *arena, const struct model_sheet_text *text,
                                struct model_sheet *ret)
{
    int64_t total = 0;
    *ret = model_usual_sheet;
    ret->criterion_count = 0;
    for (struct str rest = text->criteria; rest.p;) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        struct verdict verdict = str_is_empty(line) ? VERDICT_OK : read_criterion(arena, line, ret);
        if (!verdict_is_ok(verdict)) {
            return verdict;
        }
    }
    for (size_t i = 0; i < ret->criterion_count; i++) {
        total += ret->criteria[i].max;
    }
    if (total != SHEET_POINTS) {
        return invalid("criteria", N_("Các tiêu chí phải cộng lại đúng 100 điểm. Hãy cộng lại và "
                                      "sửa điểm tối đa của từng tiêu chí."));
    }
    return read_grades(text, ret);
}

static struct verdict read_criterion(struct arena *arena, struct str line,
                                     struct model_sheet *sheet)
{
    struct str name = line;
    int64_t most;
    struct str number = str_cut(&name, ' ');
    name = str_trim(name);
    if (!str_to_int(number, &most) || most < 1 || most > SHEET_POINTS || str_is_empty(name)) {
        return verdict_about(
            invalid("criteria", N_("Không đọc được dòng “%s”. Mỗi dòng ghi điểm tối đa "
                                   "rồi tên tiêu chí, ví dụ: 30 Hiệu quả.")),
            line);
    }
    if (str_chars(name) > CRITERION_CHARS_MAX) {
        return verdict_about(
            invalid("criteria", N_("Tên tiêu chí “%s” dài quá 80 chữ. Hãy ghi ngắn lại.")), name);
    }
    if (sheet->criterion_count == CRITERIA_MAX) {
        return invalid("criteria", N_("Nhiều nhất tám tiêu chí. Hãy gộp những tiêu chí gần nhau."));
    }
    for (size_t i = 0; i < sheet->criterion_count; i++) {
        if (str_equal(str_of(sheet->criteria[i].label), name)) {
            return verdict_about(
                invalid("criteria", N_("Tiêu chí “%s” có hai lần. Hãy bỏ một dòng.")), name);
        }
    }
    sheet->criteria[sheet->criterion_count++] =
        (struct model_criterion){ str_z(arena, name), most };
    return VERDICT_OK;
}

static struct verdict read_grades(const struct model_sheet_text *text, struct model_sheet *sheet)
{
    static const char *const names[MODEL_GRADES - 1] = { "excellent", "good", "fair", "average" };
    const int64_t from[MODEL_GRADES - 1] = { text->excellent, text->good, text->fair,
                                             text->average };
    int64_t above = SHEET_POINTS + 1;
    for (size_t i = 0; i < MODEL_GRADES - 1; i++) {
        if (from[i] < 1 || from[i] >= above) {
            return invalid(names[i], N_("Mức này phải từ 1 đến 100 và thấp hơn mức của hạng trên. "
                                        "Hãy ghi các mức giảm dần."));
        }
        sheet->grades[i].from = from[i];
        above = from[i];
    }
    return VERDICT_OK;
}

struct str model_sheet_criteria(struct arena *arena, const struct model_sheet *sheet)
{
    struct out out = out_open(arena, CRITERIA_BYTES_MAX);
    for (size_t i = 0; i < sheet->criterion_count; i++) {
        out_printf(&out, "%s%lld %s", i == 0 ? "" : "\n", (long long)sheet->criteria[i].max,
                   sheet->criteria[i].label);
    }
    return out_str(&out);
}
