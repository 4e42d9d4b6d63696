/* Steps that are due soon: the units at which something waits are reminded, once. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"

enum {
    UNITS_AT_ONCE = 200,
    REMINDERS_AT_ONCE = 100, /* the others wait for the next look */
    BEFORE_ALL = -1,
    MARCH = 3,
    DECEMBER = 12,
    /* Every unit is asked, and a letter may come an hour later: not each minute, but in the first
     * few of each hour, so that a busy clock misses none. */
    LOOK_S = 5 * 60,
    HOUR_S = 60 * 60,
};

/* A step of a year, today. */
struct look {
    struct snap *snap;
    struct desk *desk;
    struct day today;
    int64_t year;
    enum calendar_step step;
    size_t reminded;
};

static void hear_year(struct look *look, int64_t year);
static void hear_step(struct look *look);
static bool has_waiting(struct look *look, struct unit_id unit);

void model_calendar_hear(struct snap *snap, struct desk *desk, struct instant now)
{
    struct look look = { .snap = snap, .desk = desk, .today = instant_day(now) };
    int year;
    int month;
    int day;
    day_split(look.today, &year, &month, &day);
    if (now.s % HOUR_S >= LOOK_S) {
        return;
    }
    hear_year(&look, year);
    if (month <= MARCH) { /* a calendar may go on until then */
        hear_year(&look, year - 1);
    }
    if (month == DECEMBER) {
        hear_year(&look, year + 1);
    }
}

/* On most days nothing is near, and no unit is asked. */
static void hear_year(struct look *look, int64_t year)
{
    struct model_calendar usual = model_usual_calendar(year);
    struct model_calendar_near_row near;
    struct model_calendar_near wanted = { .from = look->today,
                                          .until = model_calendar_near_until(look->today),
                                          .year = year };
    look->year = year;
    if (!model_calendar_near(&look->snap->conn, &wanted, &near)) {
        return;
    }
    const int64_t is_set_near[CALENDAR_STEPS] = {
        [CALENDAR_REGISTER] = near.register_near,   [CALENDAR_REVIEW] = near.review_near,
        [CALENDAR_ASSESS] = near.assess_near,       [CALENDAR_APPRAISE] = near.appraise_near,
        [CALENDAR_RECOGNISE] = near.recognise_near,
    };
    for (int i = 0; i < CALENDAR_STEPS; i++) {
        look->step = (enum calendar_step)i;
        if (is_set_near[i] || model_calendar_is_near(usual.until[i], look->today)) {
            hear_step(look);
        }
    }
}

static void hear_step(struct look *look)
{
    const struct model_calendar_step *step = &model_calendar_steps[look->step];
    struct model_calendar_units wanted = { .power = str_of(step->power),
                                           .on = look->today,
                                           .after = { BEFORE_ALL },
                                           .limit = UNITS_AT_ONCE };
    size_t count = UNITS_AT_ONCE;
    while (count == UNITS_AT_ONCE) {
        struct model_calendar_units_rows units = model_calendar_units(&look->snap->conn, &wanted);
        count = units.count;
        for (size_t i = 0; i < count && look->reminded < REMINDERS_AT_ONCE; i++) {
            struct model_remind_form order = { .unit = units.rows[i].unit_id,
                                               .year = look->year,
                                               .step = str_of(step->word) };
            wanted.after = order.unit;
            if (has_waiting(look, order.unit)) {
                desk_do_by_clock(look->desk, look->snap, &model_commands[COMMAND_REMIND], &order);
                look->reminded++;
            }
        }
        if (look->reminded == REMINDERS_AT_ONCE) {
            return;
        }
    }
}

static bool has_waiting(struct look *look, struct unit_id unit)
{
    struct conn *conn = &look->snap->conn;
    struct model_reminder_check_rows_row row;
    struct calendar_wish wish = { .step = look->step,
                                  .year = look->year,
                                  .unit = unit,
                                  .today = look->today,
                                  .is_own = true,
                                  .limit = 1 };
    struct arena_mark mark = arena_mark(conn->arena);
    bool is_due = model_reminder_is_due(conn, &wish, &row);
    arena_undo(conn->arena, mark);
    return is_due;
}
