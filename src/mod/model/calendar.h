/* What the files of the year's calendar share: the one in force, what waits, the page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include "mod/model/calendar_rules.h"
#include "mod/model/model.h"

/* The calendar of a unit in a year: its own, that of the nearest unit above it that has set one, or
 * the usual one. The name is in the connection's arena. */
struct calendar_in_force {
    struct model_calendar days;
    struct str unit_name; /* who set it; absent: nobody */
};
void model_calendar_for(struct conn *conn, struct unit_id unit, int64_t year,
                        struct calendar_in_force *ret);

/* What waits at a step: units that have registered nothing, models that were not measured or not
 * put forward, models of the year that nobody has judged. Of the unit and all below it, by number
 * from `after` on. */
struct calendar_waiting {
    struct id id;
    struct str name;
    struct str unit_name;
};
struct calendar_wish {
    enum calendar_step step;
    int64_t year;
    struct unit_id unit;
    struct day today;
    struct day until; /* the step's last day: what was listed after it is not late */
    bool is_own;      /* only what those may do who hold the step's power over that very unit */
    int64_t after;    /* 0: from the first on */
    int64_t limit;
};
/* Beyond so many a page and a letter say that there are more. */
enum { CALENDAR_COUNTED_MAX = 1000 };
size_t model_calendar_waiting(struct conn *conn, const struct calendar_wish *wish,
                              const struct calendar_waiting **ret);

struct model_calendar_form {
    struct str unit;
    int64_t year;
    MODEL_CALENDAR_DAYS;
};
struct model_remind_form {
    struct unit_id unit;
    int64_t year;
    struct str step;
};
/* Is there something to remind this unit of today: a step that is near by its calendar, of which it
 * was not told yet, at which something waits that somebody may do who has an address and holds the
 * step's power over this very unit? All but `at` of the reminder; at most `limit` is counted. */
struct model_reminder_check_rows_row;
bool model_reminder_is_due(struct conn *conn, const struct calendar_wish *wish,
                           struct model_reminder_check_rows_row *ret);
struct calendar_query {
    int64_t year;    /* 0: this one */
    struct str unit; /* its code; absent: the visitor's own */
    struct str step; /* whose list is shown */
    int64_t after;
};
extern const struct record model_calendar_query_record, model_calendar_set_record,
    model_remind_record;
extern const struct record model_calendar_said_record, model_reminded_record;
apply_fn model_apply_calendar, model_apply_remind;
/* Reminds the units at which something waits for a step that is due soon, once for each day. */
void model_calendar_hear(struct snap *snap, struct desk *desk, struct instant now);
void model_calendars_check(struct snap *snap, struct check *check);

/* --- the page --------------------------------------------------------------------------------- */

/* What a leader has to decide about models: lists to approve are the unit's own. */
waiting_lines_fn model_waiting;

visit_fn model_calendar_page, model_calendar_take;

struct calendar_line {
    const char *label;
    struct day until;
    struct str left; /* "còn 12 ngày"; absent when nothing waits and the day has passed */
    bool is_over;    /* and something waits still */
    struct str waiting;
    struct local_url list; /* none: nothing waits */
};
struct calendar_item {
    struct calendar_waiting waiting;
    struct local_url url; /* none for a unit */
};
struct calendar_view {
    struct page *page;
    struct str unit_name;
    struct str year;
    bool is_past;      /* nothing of that year can be done any more */
    struct str set_by; /* absent: it is the usual one */
    struct local_url year_before;
    struct local_url year_after;
    struct calendar_line lines[CALENDAR_STEPS];
    const char *step; /* whose list is shown; NULL: none */
    const struct calendar_item *items;
    size_t item_count;
    struct local_url more; /* none: these are all */
    bool may_set;
    struct local_url send_to;
    struct field_view unit;
    struct field_view for_year;
    struct field_view until[CALENDAR_STEPS];
};

#endif
