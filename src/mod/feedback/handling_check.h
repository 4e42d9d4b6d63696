/* For `kheo check`: links and questions to other units against the history of their reports. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_HANDLING_CHECK_H
#define FEEDBACK_HANDLING_CHECK_H

#include "mod/feedback/feedback.h"
#include "web/module.h"

/* One report, whose events are in their order. */
struct handled {
    struct conn *conn;
    struct check *check;
    const struct report_check_page_row *report;
    const struct report_check_events_row *events;
    size_t event_count;
};
void handling_check(const struct handled *handled);
/* The counts of what waits for each unit. */
void handling_check_counts(struct conn *conn, struct check *check);

#endif
