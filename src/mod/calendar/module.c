/* calendar: days, years and office hours as decided, and who may read and change them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/help.h"
#include "mod/calendar/pages.h"

#include "mod/calendar/check.h"
#include "text/tongue.h"

enum { BOTH_FACES = 1 << FACE_HTML | 1 << FACE_JSON };

static const struct hear hears[] = {
    { "org.unit_added", calendar_unit_moved },
    { "org.unit_moved", calendar_unit_moved },
};

static const struct route routes[] = {
    { GET, "/biet/lich-lam-viec", NULL, calendar_year_page,
      "The days off and make-up days of a year, with the decision behind each.", ROUTE_SHARED,
      .faces = BOTH_FACES, .rate = RATE_READ },
    { GET, "/biet/lich-lam-viec/lich.ics", NULL, calendar_file, "The same as iCalendar.",
      .rate = RATE_READ },
    { GET, "/qt/lich-lam-viec", POWER_CALENDAR, calendar_admin_page, "The year, to be changed.",
      .rate = RATE_READ },
#define FORM_ROUTES(path, about)                                                                   \
    { GET, path, POWER_CALENDAR, calendar_form, about " The form.", .rate = RATE_READ },           \
    {                                                                                              \
        POST, path, POWER_CALENDAR, calendar_form_send, about, ROUTE_GRAVE, .rate = RATE_WRITE     \
    }
    FORM_ROUTES("/qt/lich-lam-viec/moi", "Sets a day."),
    FORM_ROUTES("/qt/lich-lam-viec/ngay/:day", "Sets that day otherwise."),
    FORM_ROUTES("/qt/lich-lam-viec/ngay/:day/bo", "Takes back what was set for a day."),
    FORM_ROUTES("/qt/lich-lam-viec/nam/:year", "Says that all days of a year are decided."),
    FORM_ROUTES("/qt/lich-lam-viec/gio", "Sets the office hours of a unit."),
    { GET, "/qt/lich-lam-viec/nhap", POWER_CALENDAR, calendar_import_show,
      "The form to read an iCalendar file.", .rate = RATE_READ },
    { POST, "/qt/lich-lam-viec/nhap", POWER_CALENDAR, calendar_import_take,
      "Shows what a file says, day by day, and changes nothing.", ROUTE_SECRET,
      .rate = RATE_WRITE },
    { GET, "/qt/lich-lam-viec/duyet", POWER_CALENDAR, calendar_import_show,
      "That form once more: a proposal is not kept.", .rate = RATE_READ },
    { POST, "/qt/lich-lam-viec/duyet", POWER_CALENDAR, calendar_import_approve,
      "Sets the days of a file that were ticked.", ROUTE_GRAVE, .rate = RATE_WRITE },
};

static const struct menu menus[] = {
    { "biet", N_("Lịch làm việc"), "/biet/lich-lam-viec", NULL, true },
    { "qt", N_("Lịch làm việc"), "/qt/lich-lam-viec", POWER_CALENDAR, true },
};

static bool is_decided(struct visit *v)
{
    const struct calendar_years_rows years = calendar_years(&v->snap->conn);
    int year, month, day;
    day_split(instant_day(v->now), &year, &month, &day);
    bool is_there = false;
    for (size_t i = 0; i < years.count; i++) {
        is_there = is_there || years.rows[i].year == year;
    }
    return is_there;
}

/* From October on the year to come is looked at too: deadlines reach into it. */
static void waiting(struct visit *v, const struct waiting_unit *unit, struct waiting *ret)
{
    enum { DECIDED_FROM_MONTH = 10 };
    const struct calendar *calendar = visit_calendar(v, unit->id);
    int year, month, day;
    day_split(instant_day(v->now), &year, &month, &day);
    int last = month >= DECIDED_FROM_MONTH ? year + 1 : year;
    if (!visit_may_over(v, POWER_CALENDAR, unit->id)) {
        return;
    }
    for (int each = year; each <= last; each++) {
        bool is_open = !calendar_day(calendar, day_of(each, 12, 31)).is_decided;
        struct str page = route_url(v, "/qt/lich-lam-viec").url;
        waiting_put(ret,
                    each == year ? N_("Lịch làm việc năm nay chờ chốt")
                                 : N_("Lịch làm việc năm tới chờ chốt"),
                    is_open,
                    (struct local_url){ str_printf(v->arena, "%.*s?nam=%d", STR_ARG(page), each) });
    }
}

static const struct start_task start_tasks[] = {
    { N_("Xem ngày nghỉ năm nay và chốt lịch"), "/qt/lich-lam-viec", POWER_CALENDAR, 50,
      is_decided },
    { 0 },
};

const struct module module_calendar = {
    .name = "calendar",
    .start_tasks = start_tasks,
    .help = calendar_help,
    MODULE_ROWS(commands, calendar_commands),
    MODULE_ROWS(facts, calendar_facts),
    MODULE_ROWS(hears, hears),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    .almanac = calendar_almanac,
    .waiting = waiting,
    .check = calendar_check,
};
