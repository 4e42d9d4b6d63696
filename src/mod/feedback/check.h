/* What the files of `kheo check` share: one report under the eye, and what it should be. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_CHECK_H
#define FEEDBACK_CHECK_H

#include "desk/audit.h"
#include "mod/feedback/change.h"
#include "web/module.h"

struct figures;

/* One report being read. Its events are retold one after the other from their facts, and `told` is
 * what they made of it so far (change.h). */
struct reading {
    struct conn *conn;
    struct check *check;
    struct figures *figures;
    const struct report_check_page_row *report;
    struct report_check_events_rows events;
    bool *is_undone; /* of each event, as far as they are retold */
    struct report_update told;
    struct str told_title;
    struct str told_text;
    int64_t position; /* of the event before */
};

/* check_around.c: the rows that stand around a report, against the same events. */
void check_around(const struct reading *r);
/* A voice or none, against the leaf at that position. */
void check_voice(struct conn *conn, struct check *check, int64_t position, struct report_id report);

/* check_figures.c: the counters of units. The months that are kept are read first; what each event
 * adds is taken from them, so that nothing may be left in the end. */
struct figures *figures_open(struct conn *conn);
/* False when no month is kept to which it could belong. */
bool figures_take(struct figures *figures, const struct report_month_add *added) MUST_USE;
void figures_check(const struct figures *figures, struct check *check);
/* Each count against its rows, and all together against the number of reports. */
void check_counts(struct conn *conn, struct check *check, int64_t reports);

#endif
