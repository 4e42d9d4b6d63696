/* Public figures of every unit over twelve months: offices are measured here, never citizens. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "text/format.h"
#include "web/face.h"

#define NBSP "\xC2\xA0"

enum { PERIOD_MONTHS = 12 };

static const struct field stats_fields[] = {
    FIELD(struct stats_row, code, .label = N_("Mã đơn vị")),
    FIELD(struct stats_row, name, .label = N_("Đơn vị")),
    FIELD(struct stats_row, received, .label = N_("Đã nhận")),
    FIELD(struct stats_row, answered, .label = N_("Đã trả lời")),
    FIELD(struct stats_row, on_time, .label = N_("Đúng hạn")),
    FIELD(struct stats_row, bounced, .label = N_("Bị trả lại")),
    FIELD(struct stats_row, rating, .label = N_("Người gửi chấm (trên 5)")),
};
static const struct record stats_record = RECORD("stats", struct stats_row, stats_fields);

struct stats_form {
    struct str unit;
};
static const struct field stats_form_fields[] = {
    FIELD(struct stats_form, unit, .rules = FIELD_LINE, .max = 20, .label = N_("Đơn vị")),
};
const struct record stats_form_record = RECORD("stats_of", struct stats_form, stats_form_fields);

static bool read_unit(struct visit *v, struct feedback_unit_by_code_row *ret);
static struct stats_row row_of(struct visit *v, const struct report_months_row *month);
static struct str ratio(struct visit *v, int64_t part, int64_t whole, int64_t scale,
                        const char *unit);
static enum status write_csv(struct visit *v, const struct stats_view *view);
static enum status write_json(struct visit *v, const struct stats_view *view);

enum status stats_show(struct visit *v)
{
    struct day today = instant_day(v->now);
    struct day since = day_add_months(today, 1 - PERIOD_MONTHS);
    struct stats_period period = { month_of(since), month_of(today) };
    struct feedback_unit_by_code_row unit = { .id = { 0 } };
    bool is_found = read_unit(v, &unit);
    struct report_months wanted = { .above = unit.id,
                                    .from_month = period.from_month,
                                    .to_month = period.to_month };
    struct report_months_rows months = report_months(&v->snap->conn, &wanted);
    struct stats_row *rows = new(v->arena, struct stats_row, months.count + 1);
    for (size_t i = 0; i < months.count; i++) {
        rows[i] = row_of(v, &months.rows[i]);
    }
    struct stats_view view = {
        .rows = rows,
        .row_count = is_found ? months.count : 0,
        .csv = { STR("/giam-sat/so-lieu.csv") },
        .unit_code = unit.code,
        .unit_name = unit.name,
        .period = str_printf(v->arena, "%lld/%lld – %lld/%lld", (long long)month_of(since) % 100,
                             (long long)month_of(since) / 100, (long long)month_of(today) % 100,
                             (long long)month_of(today) / 100),
        .empty = { N_("Chưa có số liệu"),
                   N_("Chưa có đơn vị nào nhận phản ánh trong thời gian này."),
                   NULL,
                   { STR_NONE } },
    };
    if (v->face != FACE_HTML) {
        return !is_found             ? STATUS_INVALID
               : v->face == FACE_CSV ? write_csv(v, &view)
                                     : write_json(v, &view);
    }
    view.page = page_open(v, N_("Ai trả lời đúng hạn?"));
    if (!ID_NONE(unit.id)) {
        view.page->back = route_url(v, "/giam-sat/so-lieu");
    }
    if (is_found) {
        stats_map(v, unit.id, period, &view.map);
    }
    feedback_stats_html(page_body(v), &view);
    return is_found ? STATUS_OK : STATUS_INVALID;
}

/* False when there is no such unit; none is asked for in most cases. */
static bool read_unit(struct visit *v, struct feedback_unit_by_code_row *ret)
{
    struct stats_form form;
    if (!visit_form(v, &stats_form_record, &form)) {
        return false;
    }
    struct feedback_unit_by_code wanted = { .code = form.unit, .today = instant_day(v->now) };
    if (form.unit.p && !feedback_unit_by_code(&v->snap->conn, &wanted, ret)) {
        visit_problem(v, "unit", N_("Không có đơn vị nào mang mã này. Hãy mở lại trang từ đầu."));
        return false;
    }
    return true;
}

/* One that is no more keeps its line. Nothing is counted with its heir here: the difference of two
 * numbers that are told would be one that is not. */
static struct str name_of(struct visit *v, const struct report_months_row *month)
{
    bool has_ended =
        !day_is_none(month->until_on) && day_compare(month->until_on, instant_day(v->now)) < 0;
    return has_ended ? leader_say(v, N_("%s (cũ)"), month->name, STR_NONE) : month->name;
}

static struct stats_row row_of(struct visit *v, const struct report_months_row *month)
{
    bool is_told = month->answered >= TOLD_FROM;
    return (struct stats_row){
        .code = month->code,
        .name = name_of(v, month),
        .received = stats_told(v, month->received),
        .answered = stats_told(v, month->answered),
        .on_time = is_told
                       ? ratio(v, month->answered - month->late, month->answered, 1000, NBSP "%")
                       : STR("–"),
        .bounced = stats_told(v, month->bounced),
        .rating = month->rated >= TOLD_FROM ? ratio(v, month->rating_sum, month->rated, 10, "")
                                            : STR("–"),
        .list = route_url(v, "/kiem-tra/ho-so"),
    };
}

struct str stats_told(struct visit *v, int64_t number)
{
    struct out text = out_open(v->arena, 32);
    text.tongue = v->tongue;
    if (number > 0 && number < TOLD_FROM) {
        return STR("<5");
    }
    format_number(&text, number);
    return out_str(&text);
}

/* part/whole in tenths of a percent (scale 1000) or of a mark (scale 10), rounded, one decimal. */
static struct str ratio(struct visit *v, int64_t part, int64_t whole, int64_t scale,
                        const char *unit)
{
    struct out text = out_open(v->arena, 32);
    text.tongue = v->tongue;
    format_tenths(&text, (part * scale * 2 + whole) / (whole * 2));
    out_str_raw(&text, str_of(unit));
    return out_str(&text);
}

static enum status write_csv(struct visit *v, const struct stats_view *view)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &stats_record);
    for (size_t i = 0; i < view->row_count; i++) {
        csv_record(&csv, &stats_record, &view->rows[i]);
    }
    return STATUS_OK;
}

static enum status write_json(struct visit *v, const struct stats_view *view)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "period", view->period);
    json_list(&json, "items");
    for (size_t i = 0; i < view->row_count; i++) {
        json_record(&json, NULL, &stats_record, &view->rows[i]);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}
