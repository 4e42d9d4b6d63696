/* Whose board, of which month; and the addresses of boards and lists. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "mod/feedback/leader.h"
#include "text/tongue.h"

static const struct field form_fields[] = {
    FIELD(struct leader_form, unit, .rules = FIELD_LINE, .max = 20, .label = N_("Đơn vị")),
    FIELD(struct leader_form, month, .label = N_("Tháng")),
    FIELD(struct leader_form, figure, .rules = FIELD_LINE, .max = 20, .label = N_("Chỉ tiêu")),
    FIELD(struct leader_form, category, .rules = FIELD_LINE, .max = 40, .label = N_("Loại việc")),
    FIELD(struct leader_form, own, .label = N_("Không tính đơn vị dưới")),
};
const struct record leader_form_record = RECORD("leader", struct leader_form, form_fields);

const struct leader_word leader_words[LEADER_FIGURES] = {
#define LEADER(name, word, label) { word, label },
#include "mod/feedback/leader.def"
#undef LEADER
};

enum { MONTHS_A_YEAR = 12, YEAR_MIN = 2000, YEAR_MAX = 2100 };

static bool find_unit(struct visit *v, struct str code, struct leader_scope *ret);
static bool find_own_unit(struct visit *v, struct feedback_unit_by_code_row *ret);
static bool set_month(struct leader_scope *scope, int64_t month);
static void write_scope(struct out *out, const struct leader_scope *scope, struct str unit_code);

enum status leader_scope_read(struct visit *v, struct leader_form *ret_form,
                              struct leader_scope *ret)
{
    if (!visit_form(v, &leader_form_record, ret_form)) {
        return STATUS_INVALID;
    }
    int64_t this_month = month_of(instant_day(v->now));
    if (!set_month(ret, ret_form->month > 0 ? ret_form->month : this_month) ||
        ret->month > this_month) {
        visit_problem(v, "month", N_("Hãy chọn một tháng đã tới, ví dụ 202610 là tháng 10/2026."));
        return STATUS_INVALID;
    }
    if (!find_unit(v, ret_form->unit, ret)) {
        visit_problem(v, "unit", N_("Không có đơn vị nào mang mã này. Hãy mở lại trang từ đầu."));
        return STATUS_INVALID;
    }
    if (!visit_may_over(v, POWER_REPORT, ID_OF(ret->unit.id))) {
        return STATUS_FORBIDDEN;
    }
    return STATUS_OK;
}

/* A unit that has ended keeps what it held, and is found as it was in that month; one that is new
 * has a board of the months before it as well, with what it holds of them. */
static bool find_unit(struct visit *v, struct str code, struct leader_scope *ret)
{
    struct day today = instant_day(v->now);
    struct day last = day_before(instant_day(ret->until));
    struct feedback_unit_by_code then = { .code = code,
                                          .today = day_compare(last, today) < 0 ? last : today };
    struct feedback_unit_by_code now = { .code = code, .today = today };
    if (code.n == 0) {
        return find_own_unit(v, &ret->unit);
    }
    return feedback_unit_by_code(&v->snap->conn, &then, &ret->unit) ||
           feedback_unit_by_code(&v->snap->conn, &now, &ret->unit);
}

static bool find_own_unit(struct visit *v, struct feedback_unit_by_code_row *ret)
{
    struct unit_id unit = { v->visitor.author.unit.v };
    struct feedback_unit_row row;
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        if (str_equal(v->visitor.grants[i].power, STR(POWER_REPORT))) {
            unit.v = v->visitor.grants[i].unit.v;
            break;
        }
    }
    if (!feedback_unit(&v->snap->conn, &(struct feedback_unit){ .id = unit }, &row)) {
        return false;
    }
    struct feedback_unit_by_code wanted = { .code = row.code, .today = instant_day(v->now) };
    return feedback_unit_by_code(&v->snap->conn, &wanted, ret);
}

static bool set_month(struct leader_scope *scope, int64_t month)
{
    int64_t year = month / 100;
    int64_t of_year = month % 100;
    if (year < YEAR_MIN || year > YEAR_MAX || of_year < 1 || of_year > MONTHS_A_YEAR) {
        return false;
    }
    struct day first = day_of((int)year, (int)of_year, 1);
    scope->month = month;
    scope->from = instant_of_day(first);
    scope->until = instant_of_day(day_add_months(first, 1));
    return true;
}

struct instant leader_long_ago(const struct visit *v)
{
    return (struct instant){ v->now.s - LEADER_LONG_DAYS * (int64_t)DAY_S };
}

struct leader_scope leader_months_before(const struct leader_scope *scope, int32_t months)
{
    struct leader_scope before = *scope;
    (void)set_month(&before, month_of(day_add_months(instant_day(scope->from), -months)));
    return before;
}

struct local_url leader_list_url(struct visit *v, const struct leader_scope *scope,
                                 struct str unit_code, enum leader_figure figure, bool own)
{
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    out_lit(&out, "/ld/ho-so");
    write_scope(&out, scope, unit_code);
    out_printf(&out, "&figure=%s%s", leader_words[figure].word, own ? "&own=1" : "");
    return (struct local_url){ out_str(&out) };
}

struct local_url leader_board_url(struct visit *v, const struct leader_scope *scope,
                                  struct str unit_code)
{
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    out_lit(&out, "/ld");
    write_scope(&out, scope, unit_code);
    return (struct local_url){ out_str(&out) };
}

static void write_scope(struct out *out, const struct leader_scope *scope, struct str unit_code)
{
    out_lit(out, "?unit=");
    out_percent(out, unit_code);
    out_printf(out, "&month=%lld", (long long)scope->month);
}
