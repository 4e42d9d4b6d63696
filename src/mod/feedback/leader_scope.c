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
    FIELD(struct leader_form, counted, .rules = FIELD_LINE, .max = 20,
          .label = N_("Cách tính đơn vị đã thôi hoạt động")),
    FIELD(struct leader_form, metric, .rules = FIELD_LINE, .max = 20,
          .label = N_("Chỉ tiêu trên bản đồ")),
    FIELD(struct leader_form, view, .rules = FIELD_LINE, .max = 20, .label = N_("Cách xem")),
};
const struct record leader_form_record = RECORD("leader", struct leader_form, form_fields);

const struct leader_word leader_words[LEADER_FIGURES] = {
#define LEADER(name, word, label) { word, label },
#include "mod/feedback/leader.def"
#undef LEADER
};

enum { MONTHS_A_YEAR = 12, YEAR_MIN = 2000, YEAR_MAX = 2100 };

static bool read_look(struct visit *v, const struct leader_form *form, struct leader_scope *ret);
static bool is_word(struct str given, const char *one, const char *other);
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
    if (!read_look(v, ret_form, ret)) {
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

/* How it is looked at: what the tabs of the page say. */
static bool read_look(struct visit *v, const struct leader_form *form, struct leader_scope *ret)
{
    bool is_known = is_word(form->counted, "then", "now");
    size_t metric = 0;
    while (metric < LEADER_METRICS &&
           !str_equal(form->metric, str_of(leader_metric_words[metric]))) {
        metric++;
    }
    ret->metric = form->metric.n > 0 ? (enum leader_metric)metric : METRIC_RECEIVED;
    ret->is_table = str_equal(form->view, STR("table"));
    ret->is_now = str_equal(form->counted, STR("now"));
    /* A day before all others: there each unit is counted where it is. */
    ret->counted_on = ret->is_now ? instant_day(v->now) : day_of(1, 1, 1);
    if (!is_known || ret->metric == LEADER_METRICS || !is_word(form->view, "map", "table")) {
        visit_problem(v, "metric",
                      N_("Không có cách xem này. Hãy chọn lại trong các mục trên trang."));
        return false;
    }
    return true;
}

static bool is_word(struct str given, const char *one, const char *other)
{
    return given.n == 0 || str_equal(given, str_of(one)) || str_equal(given, str_of(other));
}

/* A unit that has ended keeps what it held, and is found as it was in that month; one that is new
 * has a board of the months before it as well, with what it holds of them. Where the ended are
 * counted with their heirs, a code is that of the unit that has it now. */
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
    const struct feedback_unit_by_code *first = ret->is_now ? &now : &then;
    const struct feedback_unit_by_code *second = ret->is_now ? &then : &now;
    return feedback_unit_by_code(&v->snap->conn, first, &ret->unit) ||
           feedback_unit_by_code(&v->snap->conn, second, &ret->unit);
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
    if (scope->metric != METRIC_RECEIVED) {
        out_printf(&out, "&metric=%s", leader_metric_words[scope->metric]);
    }
    if (scope->is_table) {
        out_lit(&out, "&view=table");
    }
    return (struct local_url){ out_str(&out) };
}

struct local_url leader_file_url(struct visit *v, const struct leader_scope *scope,
                                 const char *path)
{
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    out_str_raw(&out, str_of(path));
    write_scope(&out, scope, scope->unit.code);
    return (struct local_url){ out_str(&out) };
}

static void write_scope(struct out *out, const struct leader_scope *scope, struct str unit_code)
{
    out_lit(out, "?unit=");
    out_percent(out, unit_code);
    out_printf(out, "&month=%lld%s", (long long)scope->month, scope->is_now ? "&counted=now" : "");
}
