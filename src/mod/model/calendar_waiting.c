/* What waits at each step of a year. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"
#include "mod/model/year.h"

enum { BEFORE_ALL = -1, JANUARY = 1, DECEMBER = 12, LAST_OF_DECEMBER = 31 };

typedef size_t waiting_fn(struct conn *conn, const struct calendar_wish *wish,
                          const struct calendar_waiting **ret);
static waiting_fn waiting_units, waiting_results, waiting_entries, waiting_judges;

_Static_assert(sizeof(struct model_waiting_units_row) == sizeof(struct calendar_waiting) &&
                   sizeof(struct model_waiting_results_row) == sizeof(struct calendar_waiting) &&
                   sizeof(struct model_waiting_entries_row) == sizeof(struct calendar_waiting) &&
                   sizeof(struct model_waiting_judges_row) == sizeof(struct calendar_waiting),
               "whatever waits is a number, a name, and the name of its unit");

size_t model_calendar_waiting(struct conn *conn, const struct calendar_wish *wish,
                              const struct calendar_waiting **ret)
{
    static waiting_fn *const lists[CALENDAR_STEPS] = {
        [CALENDAR_REGISTER] = waiting_units,   [CALENDAR_REVIEW] = waiting_results,
        [CALENDAR_ASSESS] = waiting_entries,   [CALENDAR_APPRAISE] = waiting_judges,
        [CALENDAR_RECOGNISE] = waiting_judges,
    };
    return lists[wish->step](conn, wish, ret);
}

/* No id is 0, and a query takes it for none. */
static int64_t key_of(const struct calendar_wish *wish)
{
    return wish->after > 0 ? wish->after : BEFORE_ALL;
}

static struct day first_day(const struct calendar_wish *wish)
{
    return day_of((int)wish->year, JANUARY, 1);
}

static struct day last_day(const struct calendar_wish *wish)
{
    return day_of((int)wish->year, DECEMBER, LAST_OF_DECEMBER);
}

static size_t waiting_units(struct conn *conn, const struct calendar_wish *wish,
                            const struct calendar_waiting **ret)
{
    struct model_waiting_units wanted = {
        .above = wish->unit,
        .power = STR(POWER_REGISTER),
        .on = wish->today,
        .since = instant_of_day(first_day(wish)),
        .before = instant_of_day(day_after(last_day(wish))),
        .after = { key_of(wish) },
        .limit = wish->limit,
    };
    struct model_waiting_units_rows found = model_waiting_units(conn, &wanted);
    *ret = (const void *)found.rows;
    return found.count;
}

static size_t waiting_results(struct conn *conn, const struct calendar_wish *wish,
                              const struct calendar_waiting **ret)
{
    struct model_waiting_results wanted = {
        .above = wish->unit,
        .since = first_day(wish),
        .until = last_day(wish),
        .listed_by = wish->until,
        .begun_on = day_compare(wish->today, last_day(wish)) < 0 ? wish->today : last_day(wish),
        .stopped = str_of(model_flow.states[MODEL_STOPPED].name),
        .after = { key_of(wish) },
        .limit = wish->limit,
    };
    struct model_waiting_results_rows found = model_waiting_results(conn, &wanted);
    *ret = (const void *)found.rows;
    return found.count;
}

static size_t waiting_entries(struct conn *conn, const struct calendar_wish *wish,
                              const struct calendar_waiting **ret)
{
    struct model_waiting_entries wanted = {
        .above = wish->unit,
        .listed_by = wish->until,
        .begun_on = last_day(wish),
        .year = wish->year,
        .stopped = str_of(model_flow.states[MODEL_STOPPED].name),
        .after = { key_of(wish) },
        .limit = wish->limit,
    };
    struct model_waiting_entries_rows found = model_waiting_entries(conn, &wanted);
    *ret = (const void *)found.rows;
    return found.count;
}

static size_t waiting_judges(struct conn *conn, const struct calendar_wish *wish,
                             const struct calendar_waiting **ret)
{
    enum year_state state = wish->step == CALENDAR_APPRAISE ? YEAR_ASSESSED : YEAR_APPRAISED;
    struct model_waiting_judges wanted = {
        .above = wish->unit,
        .year = wish->year,
        .state = str_of(model_year_flow.states[state].name),
        .every_one = !wish->is_own,
        .power = str_of(model_calendar_steps[wish->step].power),
        .on = wish->today,
        .after = { key_of(wish) },
        .limit = wish->limit,
    };
    struct model_waiting_judges_rows found = model_waiting_judges(conn, &wanted);
    *ret = (const void *)found.rows;
    return found.count;
}
