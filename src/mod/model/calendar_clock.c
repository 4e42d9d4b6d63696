/* Steps that are due soon: the units at which something waits are reminded, once. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"

enum { UNITS_AT_ONCE = 200, BEFORE_ALL = -1, MARCH = 3 };

/* A step of a year, today. */
struct look {
    struct snap *snap;
    struct desk *desk;
    struct day today;
    int64_t year;
    enum calendar_step step;
};

static void hear_year(struct look *look);
static void hear_step(struct look *look);
static bool is_due(struct look *look, struct unit_id unit);

void model_calendar_hear(struct snap *snap, struct desk *desk, struct instant now)
{
    struct day today = instant_day(now);
    int year;
    int month;
    int day;
    day_split(today, &year, &month, &day);
    struct look look = { .snap = snap, .desk = desk, .today = today, .year = year };
    hear_year(&look);
    if (month <= MARCH) { /* until then a calendar of the year before may go on */
        look.year = year - 1;
        hear_year(&look);
    }
}

/* On most days nothing is near, and nobody is asked anything more. */
static void hear_year(struct look *look)
{
    struct model_calendar usual = model_usual_calendar(look->year);
    struct model_calendar_between_row row;
    struct model_calendar_between wanted = { .from = look->today,
                                             .until = model_calendar_near_until(look->today),
                                             .year = look->year };
    bool is_set_near = model_calendar_between(&look->snap->conn, &wanted, &row);
    for (int i = 0; i < CALENDAR_STEPS; i++) {
        look->step = (enum calendar_step)i;
        if (is_set_near || model_calendar_is_near(usual.until[i], look->today)) {
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
    struct model_calendar_units_rows units;
    do {
        units = model_calendar_units(&look->snap->conn, &wanted);
        for (size_t i = 0; i < units.count; i++) {
            struct model_remind_form order = { .unit = units.rows[i].unit_id,
                                               .year = look->year,
                                               .step = str_of(step->word) };
            wanted.after = order.unit;
            if (is_due(look, order.unit)) {
                desk_do_by_clock(look->desk, look->snap, &model_commands[COMMAND_REMIND], &order);
            }
        }
    } while (units.count == UNITS_AT_ONCE);
}

static bool is_due(struct look *look, struct unit_id unit)
{
    struct conn *conn = &look->snap->conn;
    struct calendar_in_force in_force;
    struct model_reminder_there_row there;
    const struct calendar_waiting *waiting;
    model_calendar_for(conn, unit, look->year, &in_force);
    struct day until = in_force.days.until[look->step];
    struct model_reminder_there once = { .unit_id = unit,
                                         .year = look->year,
                                         .step = str_of(model_calendar_steps[look->step].word),
                                         .until_on = until };
    struct calendar_wish wish = {
        .step = look->step, .year = look->year, .unit = unit, .today = look->today, .limit = 1
    };
    return model_calendar_is_near(until, look->today) &&
           !model_reminder_there(conn, &once, &there) &&
           model_calendar_waiting(conn, &wish, &waiting) > 0;
}
