/* The page of a year's calendar: its steps, what waits at each, and the form of a new one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "html/model.h"
#include "mod/model/calendar.h"
#include "mod/model/year_rules.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

enum { DAY_BYTES = 16 };

static const struct field query_fields[] = {
    FIELD(struct calendar_query, year, .max = DAY_MAX_YEAR, .label = N_("Năm")),
    FIELD(struct calendar_query, unit, .rules = FIELD_LINE, .max = 20, .label = N_("Đơn vị")),
    FIELD(struct calendar_query, step, .rules = FIELD_LINE, .max = 20, .label = N_("Bước")),
    FIELD(struct calendar_query, after, .label = N_("Sau số")),
};
const struct record model_calendar_query_record =
    RECORD("model_calendar_query", struct calendar_query, query_fields);

/* Of those whose calendar it is, in the order in which one's own is looked for. */
static const char *const powers[] = { POWER_LEAD, POWER_REGISTER, POWER_APPRAISE };

/* Whose calendar, of which year. */
struct shown {
    struct calendar_query query;
    struct unit_id unit;
    struct model_unit_get_row own;
    struct calendar_in_force in_force;
    struct day today;
};

static enum status show_page(struct visit *v, struct shown *shown);
static enum status show_again(struct visit *v);
static struct calendar_line line_of(struct visit *v, const struct shown *shown,
                                    enum calendar_step step);
static void show_list(struct visit *v, const struct shown *shown, struct calendar_view *view);
static void show_form(struct visit *v, const struct shown *shown, struct calendar_view *view);
static struct local_url page_of(struct visit *v, const struct shown *shown, int64_t years,
                                const char *step);
static struct str day_str(struct visit *v, struct day day);
static struct str days_left(struct visit *v, int32_t days);
static visit_fn after_set;

enum status model_calendar_page(struct visit *v)
{
    struct shown shown = { .today = instant_day(v->now) };
    if (!visit_may(v, POWER_REGISTER) && !visit_may(v, POWER_LEAD) &&
        !visit_may(v, POWER_APPRAISE)) {
        return v->visitor.author.person.v == 0 ? STATUS_SIGN_IN : STATUS_FORBIDDEN;
    }
    if (!visit_form(v, &model_calendar_query_record, &shown.query)) {
        shown.query = (struct calendar_query){ 0 };
    }
    return model_unit_shown(v, powers, COUNT(powers), &shown.unit) ? show_page(v, &shown)
                                                                   : STATUS_NOT_FOUND;
}

enum status model_calendar_take(struct visit *v)
{
    struct model_calendar_form *form = new(v->arena, struct model_calendar_form, 1);
    return visit_form(v, &model_calendar_set_record, form)
               ? visit_order(v, &model_commands[COMMAND_CALENDAR_SET], form, after_set)
               : show_again(v);
}

static enum status after_set(struct visit *v)
{
    struct shown shown = { .query = { .step = STR_NONE } };
    const struct model_calendar_form *form = v->order->args;
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        return refused == STATUS_FORBIDDEN ? refused : show_again(v);
    }
    shown.own.code = form->unit;
    shown.query.year = form->year;
    return visit_go(v, page_of(v, &shown, 0, NULL));
}

/* What was typed, beside the calendar that it would have taken the place of. */
static enum status show_again(struct visit *v)
{
    struct shown shown = { .today = instant_day(v->now) };
    (void)model_unit_shown(v, powers, COUNT(powers), &shown.unit);
    if (!str_to_int(form_get(&v->form, "year"), &shown.query.year) || shown.query.year < 1 ||
        shown.query.year > DAY_MAX_YEAR) {
        shown.query.year = 0;
    }
    return show_page(v, &shown);
}

static enum status show_page(struct visit *v, struct shown *shown)
{
    struct conn *conn = &v->snap->conn;
    int64_t this_year = model_year_of(shown->today);
    if (shown->query.year == 0) {
        shown->query.year = this_year;
    }
    (void)model_unit_get(conn, &(struct model_unit_get){ .id = shown->unit }, &shown->own);
    model_calendar_for(conn, shown->unit, shown->query.year, &shown->in_force);
    struct calendar_view view = {
        .page = page_open(v, N_("Lịch xét mô hình")),
        .unit_name = shown->own.name,
        .year = model_id_str(v, shown->query.year),
        .is_past = model_calendar_is_past(shown->query.year, shown->today),
        .set_by = shown->in_force.unit_name,
        .year_before = page_of(v, shown, -1, NULL),
        .may_set = visit_may(v, POWER_LEAD),
        .send_to = route_url(v, "/cb/lich-mo-hinh"),
    };
    if (shown->query.year <= this_year) {
        view.year_after = page_of(v, shown, 1, NULL);
    }
    view.page->back = visit_may(v, POWER_REGISTER)   ? route_url(v, "/cb/mo-hinh")
                      : visit_may(v, POWER_APPRAISE) ? route_url(v, "/cb/xet-cong-nhan")
                                                     : (struct local_url){ STR_NONE };
    for (int i = 0; i < CALENDAR_STEPS; i++) {
        view.lines[i] = line_of(v, shown, (enum calendar_step)i);
    }
    show_list(v, shown, &view);
    show_form(v, shown, &view);
    model_calendar_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* --- its steps -------------------------------------------------------------------------------- */

static struct calendar_line line_of(struct visit *v, const struct shown *shown,
                                    enum calendar_step step)
{
    const struct calendar_waiting *waiting;
    struct day until = shown->in_force.days.until[step];
    struct calendar_wish wish = { .step = step,
                                  .year = shown->query.year,
                                  .unit = shown->unit,
                                  .today = shown->today,
                                  .until = until,
                                  .limit = CALENDAR_COUNTED_MAX };
    size_t count = model_calendar_waiting(&v->snap->conn, &wish, &waiting);
    struct calendar_line line = {
        .label = model_calendar_steps[step].label,
        .until = until,
        .is_over = count > 0 && day_compare(until, shown->today) < 0,
    };
    bool is_past = model_calendar_is_past(shown->query.year, shown->today);
    if (!is_past && (count > 0 || day_compare(until, shown->today) >= 0)) {
        line.left = days_left(v, until.n - shown->today.n);
    }
    if (count > 0) {
        struct str number = model_number(v, (int64_t)count);
        bool is_all = count < CALENDAR_COUNTED_MAX;
        line.waiting = is_all ? number : str_printf(v->arena, "≥ %.*s", STR_ARG(number));
        line.list = page_of(v, shown, 0, model_calendar_steps[step].word);
    }
    return line;
}

/* "còn 12 ngày", "hết hôm nay", "quá 3 ngày" */
static struct str days_left(struct visit *v, int32_t days)
{
    const char *sentence = days > 0 ? N_("còn %s ngày") : N_("quá %s ngày");
    struct str message = tongue_text(v->tongue, days == 0 ? N_("hết hôm nay") : sentence);
    struct str number = model_number(v, days < 0 ? -days : days);
    return days == 0 ? message
                     : str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(message_part(message, 0)),
                                  STR_ARG(number), STR_ARG(message_part(message, 1)));
}

/* --- what waits at one of them ---------------------------------------------------------------- */

static void show_list(struct visit *v, const struct shown *shown, struct calendar_view *view)
{
    const struct calendar_waiting *waiting;
    size_t step = model_calendar_step_of(shown->query.step);
    if (step == CALENDAR_STEPS) {
        return;
    }
    struct calendar_wish wish = { .step = (enum calendar_step)step,
                                  .year = shown->query.year,
                                  .unit = shown->unit,
                                  .today = shown->today,
                                  .until = shown->in_force.days.until[step],
                                  .after = shown->query.after,
                                  .limit = LIST_PAGE_ROWS + 1 };
    size_t found = model_calendar_waiting(&v->snap->conn, &wish, &waiting);
    size_t count = found > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : found;
    bool is_judged = step == CALENDAR_APPRAISE || step == CALENDAR_RECOGNISE;
    struct calendar_item *items = new(v->arena, struct calendar_item, count);
    for (size_t i = 0; i < count; i++) {
        struct str id = model_id_str(v, waiting[i].id.v);
        items[i].waiting = waiting[i];
        if (step != CALENDAR_REGISTER) {
            items[i].url = is_judged ? route_url(v, "/cb/xet-cong-nhan/:id", id)
                                     : route_url(v, "/cb/mo-hinh/:id", id);
        }
    }
    view->step = model_calendar_steps[step].label;
    view->items = items;
    view->item_count = count;
    if (found > count) {
        struct local_url here = page_of(v, shown, 0, model_calendar_steps[step].word);
        view->more = (struct local_url){ str_printf(v->arena, "%.*s&after=%lld", STR_ARG(here.url),
                                                    (long long)waiting[count - 1].id.v) };
    }
}

/* --- the form --------------------------------------------------------------------------------- */

/* It begins as the calendar in force, so that moving one day is moving one day. */
static void show_form(struct visit *v, const struct shown *shown, struct calendar_view *view)
{
    const struct record *record = &model_calendar_set_record;
    bool is_fresh = !form_get(&v->form, "register_until").p;
    view->unit = page_field(v, INPUT_SELECT, record, "unit");
    view->unit.is_optional = false;
    view->for_year = page_field(v, INPUT_NUMBER, record, "year");
    for (size_t i = 0; i < CALENDAR_STEPS; i++) {
        view->until[i] = page_field(v, INPUT_DAY, record, model_calendar_names[i]);
        if (is_fresh) {
            view->until[i].value = day_str(v, shown->in_force.days.until[i]);
        }
    }
    if (is_fresh) {
        view->unit.value = shown->own.code;
        view->for_year.value = view->year;
    }
    model_offer_units(v, &view->unit, POWER_LEAD);
}

/* --- words ------------------------------------------------------------------------------------ */

/* The same unit's, so many years on. */
static struct local_url page_of(struct visit *v, const struct shown *shown, int64_t years,
                                const char *step)
{
    struct local_url here = route_url(v, "/cb/lich-mo-hinh");
    struct str year = model_id_str(v, shown->query.year + years);
    return (struct local_url){ str_printf(
        v->arena, "%.*s?year=%.*s&unit=%.*s%s%s", STR_ARG(here.url), STR_ARG(year),
        STR_ARG(shown->own.code), step ? "&step=" : "", step ? step : "") };
}

static struct str day_str(struct visit *v, struct day day)
{
    struct out out = out_open(v->arena, DAY_BYTES);
    format_day(&out, day);
    return out_str(&out);
}
