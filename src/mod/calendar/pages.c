/* The year as everybody may read it: a page, JSON, and a file for other calendars. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/pages.h"

#include "base/attr.h"
#include "html/calendar.h"
#include "mod/calendar/ical.h"
#include "mod/calendar/words.h"
#include "text/format.h"
#include "text/tongue.h"

enum { MONTHS_OF_YEAR = 12, DAY_BYTES_MAX = 64 };

static int64_t year_asked(const struct visit *v);
static struct str year_text(struct visit *v, int64_t year);
static bool is_shown(const struct calendar *calendar, struct day day, struct day_status status,
                     bool is_admin);
static struct day_item item_of(struct visit *v, struct day day, struct day_status status);
static enum status year_json(struct visit *v, const struct year_view *view);

enum status calendar_year_page(struct visit *v)
{
    struct year_view view = calendar_year_view(v, N_("Lịch làm việc"), false);
    struct calendar_hours_list_rows units = calendar_hours_list(&v->snap->conn);
    view.units = units.rows;
    view.unit_count = units.count;
    if (v->face == FACE_JSON) {
        return year_json(v, &view);
    }
    calendar_year_html(page_body(v), &view);
    return STATUS_OK;
}

/* Law: none asks for it; every program that keeps dates reads iCalendar (RFC 5545). */
enum status calendar_file(struct visit *v)
{
    struct year_view view = calendar_year_view(v, N_("Lịch làm việc"), false);
    reply_header(v->reply, "Content-Type", STR("text/calendar; charset=utf-8"));
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"lich-lam-viec-%lld.ics\"",
                            (long long)view.year));
    struct out *out = page_body(v);
    ical_begin(out);
    for (size_t i = 0; i < view.day_count; i++) {
        const struct day_item *item = &view.days[i];
        ical_day(out, item->day, &item->status, request_header(v->request, "Host"));
    }
    ical_end(out);
    return STATUS_OK;
}

struct year_view calendar_year_view(struct visit *v, const char *title, bool is_admin)
{
    const struct calendar *calendar = visit_calendar(v, (struct id){ 0 });
    int64_t year = year_asked(v);
    struct year_view view = {
        .page = page_open(v, title),
        .year = year,
        .here = route_url(v, is_admin ? "/qt/lich-lam-viec" : "/biet/lich-lam-viec"),
        .file = route_url(v, "/biet/lich-lam-viec/lich.ics"),
        .year_text = year_text(v, year),
        .before = year > YEAR_SHOWN_MIN ? year_text(v, year - 1) : STR_NONE,
        .after = year < YEAR_SHOWN_MAX ? year_text(v, year + 1) : STR_NONE,
        .is_decided = true,
        .hours = hours_text(v->arena, calendar->hours),
    };
    enum { DAYS_OF_YEAR_MAX = 366 };
    struct day_item *items = new(v->arena, struct day_item, DAYS_OF_YEAR_MAX);
    struct day last = day_of((int)year, MONTHS_OF_YEAR, 31);
    for (struct day day = day_of((int)year, 1, 1); day_compare(day, last) <= 0;
         day = day_after(day)) {
        struct day_status status = calendar_day(calendar, day);
        view.working_days += day_status_is_work(status);
        view.is_decided &= status.is_decided;
        if (is_shown(calendar, day, status, is_admin)) {
            items[view.day_count++] = item_of(v, day, status);
        }
    }
    view.days = items;
    return view;
}

static struct str year_text(struct visit *v, int64_t year)
{
    return str_printf(v->arena, "%lld", (long long)year);
}

static int64_t year_asked(const struct visit *v)
{
    int64_t year = 0;
    int this_year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(instant_day(v->now), &this_year, &month, &day_of_month);
    bool is_good = str_to_int(form_get(&v->form, "nam"), &year) && year >= YEAR_SHOWN_MIN &&
                   year <= YEAR_SHOWN_MAX;
    return is_good ? year : this_year;
}

static bool is_shown(const struct calendar *calendar, struct day day, struct day_status status,
                     bool is_admin)
{
    bool is_plain = status.work == WORK_ORDINARY || status.work == REST_WEEKLY;
    for (size_t i = 0; is_admin && is_plain && i < calendar->day_count; i++) {
        if (day_compare(calendar->days[i].day, day) == 0) {
            return true;
        }
    }
    return !is_plain;
}

static struct day_item item_of(struct visit *v, struct day day, struct day_status status)
{
    struct out word = out_open(v->arena, DAY_BYTES_MAX);
    out_day(&word, day);
    return (struct day_item){
        .day = day,
        .when = calendar_day_words_of(v, day),
        .status = status,
        .kind = day_work_label(status.work),
        .edit = route_url(v, "/qt/lich-lam-viec/ngay/:day", out_str(&word)),
    };
}

struct str calendar_day_words_of(struct visit *v, struct day day)
{
    struct out when = out_open(v->arena, DAY_BYTES_MAX);
    when.tongue = v->tongue;
    format_weekday(&when, day);
    out_char(&when, ' ');
    format_day(&when, day);
    return out_str(&when);
}

struct str calendar_day_words(struct visit *v, struct str text)
{
    struct day day = day_parse(text);
    return day_is_none(day) ? text : calendar_day_words_of(v, day);
}

static enum status year_json(struct visit *v, const struct year_view *view)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_int(&json, "year", view->year);
    json_yes(&json, "decided", view->is_decided);
    json_int(&json, "working_days", view->working_days);
    json_text(&json, "hours", view->hours);
    json_list(&json, "days");
    for (size_t i = 0; i < view->day_count; i++) {
        const struct day_item *item = &view->days[i];
        json_object(&json, NULL);
        json_day(&json, "day", item->day);
        json_text(&json, "kind", str_of(day_work_word(item->status.work)));
        json_text(&json, "name", str_of(item->status.name));
        json_text(&json, "decision", str_of(item->status.decision));
        json_yes(&json, "decided", item->status.is_decided);
        json_end(&json);
    }
    json_end(&json);
    json_list(&json, "units");
    for (size_t i = 0; i < view->unit_count; i++) {
        json_object(&json, NULL);
        json_text(&json, "unit", view->units[i].code);
        json_text(&json, "hours", view->units[i].hours);
        json_end(&json);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}
