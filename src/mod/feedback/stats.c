/* Public figures of every unit over twelve months: offices are measured here, never citizens. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "text/format.h"
#include "web/face.h"

#define NBSP "\xC2\xA0"

/* Below this a number could point at a person. */
enum { TOLD_FROM = 5, PERIOD_MONTHS = 12 };

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

static struct stats_row row_of(struct visit *v, const struct report_months_row *month);
static struct str told(struct visit *v, int64_t number);
static struct str ratio(struct visit *v, int64_t part, int64_t whole, int64_t scale,
                        const char *unit);
static enum status write_csv(struct visit *v, const struct stats_view *view);
static enum status write_json(struct visit *v, const struct stats_view *view);

enum status stats_show(struct visit *v)
{
    struct day today = instant_day(v->now);
    struct day since = day_add_months(today, 1 - PERIOD_MONTHS);
    struct report_months_rows months =
        report_months(&v->snap->conn, &(struct report_months){ .from_month = month_of(since),
                                                               .to_month = month_of(today) });
    struct stats_row *rows = new(v->arena, struct stats_row, months.count + 1);
    for (size_t i = 0; i < months.count; i++) {
        rows[i] = row_of(v, &months.rows[i]);
    }
    struct stats_view view = {
        .rows = rows,
        .row_count = months.count,
        .csv = { STR("/giam-sat/so-lieu.csv") },
        .period = str_printf(v->arena, "%lld/%lld – %lld/%lld", (long long)month_of(since) % 100,
                             (long long)month_of(since) / 100, (long long)month_of(today) % 100,
                             (long long)month_of(today) / 100),
        .empty = { N_("Chưa có số liệu"),
                   N_("Chưa có đơn vị nào nhận phản ánh trong thời gian này."),
                   NULL,
                   { STR_NONE } },
    };
    if (v->face == FACE_CSV) {
        return write_csv(v, &view);
    }
    if (v->face == FACE_JSON) {
        return write_json(v, &view);
    }
    view.page = page_open(v, N_("Ai trả lời đúng hạn?"));
    feedback_stats_html(page_body(v), &view);
    return STATUS_OK;
}

static struct stats_row row_of(struct visit *v, const struct report_months_row *month)
{
    bool is_told = month->answered >= TOLD_FROM;
    return (struct stats_row){
        .code = month->code,
        .name = month->name,
        .received = told(v, month->received),
        .answered = told(v, month->answered),
        .on_time = is_told
                       ? ratio(v, month->answered - month->late, month->answered, 1000, NBSP "%")
                       : STR("–"),
        .bounced = told(v, month->bounced),
        .rating = month->rated >= TOLD_FROM ? ratio(v, month->rating_sum, month->rated, 10, "")
                                            : STR("–"),
        .list = route_url(v, "/kiem-tra/ho-so"),
    };
}

static struct str told(struct visit *v, int64_t number)
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
