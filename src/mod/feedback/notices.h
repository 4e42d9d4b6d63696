/* Who is told what when something happens to a report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_NOTICES_H
#define FEEDBACK_NOTICES_H

#include "mod/feedback/feedback.h"

/* What has just happened, after its rows were written. */
struct happening {
    struct str act; /* "received", or a name of acts.def */
    struct report_event_id event;
    struct report_id report;
    struct str code;
    struct str state; /* now */
    struct unit_id unit;
    struct person_id assignee;
    struct instant due_at;
    bool is_by_sender;   /* who needs no letter about it */
    bool is_unaddressed; /* its sender is known to have left no address, and is not looked for */
};

/* Puts the letters into the outbox, in the same transaction. They say that something happened and
 * where to read of it, and never what was written: an address may be anyone's by now. When the
 * report is at its end, its followers are forgotten. */
void notices_put(struct deed *deed, const struct happening *happening);

#endif
