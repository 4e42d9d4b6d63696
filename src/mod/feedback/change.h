/* What an act makes of a report: one pure function, for the desk and for `kheo check`. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_CHANGE_H
#define FEEDBACK_CHANGE_H

#include "mod/feedback/feedback.h"

/* All of one act that changes its report. The desk fills it from a rule and states it as a fact
 * (acts.c); `kheo check` reads it back from the fact (check.c). Both then ask the same functions
 * what became of the report, so that the rows can be held against the ledger without a second
 * telling of the practice.
 *
 *     struct report_update report = …as it was before…;
 *     report_change(&report, &change);
 */
struct change {
    int act; /* ACT_accept … of acts.def */
    struct instant at;
    struct str said; /* the text, as the event has it */
    struct str reason; /* a code of a list, where the act wants one */
    /* How things are after the act. */
    struct str state;
    struct unit_id unit;
    struct instant due_at;
    struct person_id assignee;
    int64_t extended; /* days or hours that were added to the term */
    int64_t rating;
    struct report_id merged_into;
};

/* A change that leaves everything as the report has it. */
struct change change_nothing(const struct report_update *report, int act, struct instant at);
/* Makes of the report what the act makes of it. */
void report_change(struct report_update *report, const struct change *change);
/* What the act adds to the month's public figures of the unit that held the report before. */
struct report_month_add change_figures(const struct report_update *before,
                                       const struct change *change);

#endif
