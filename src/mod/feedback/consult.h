/* Asking another unit about a report: by when it must reply, who may, and when the asking ends. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_CONSULT_H
#define FEEDBACK_CONSULT_H

#include "mod/feedback/acts.h"

/* So many questions about one report, open or not. */
enum { CONSULTS_MAX = 50, CONSULT_LATE_WORKING_DAYS = 2, CONSULT_REMIND_WORKING_DAYS = 1 };

/* By when a unit that is asked now must reply, given so many working days: the end of the last, and
 * no later than the report's own answer is due. For a report that is late already, at most
 * CONSULT_LATE_WORKING_DAYS. The refusal names the last day, in the arena. Pure. */
struct verdict consult_due(const struct calendar *calendar, struct instant now,
                           struct instant report_due, int64_t working_days, struct arena *arena,
                           struct instant *ret) MUST_USE;

/* Does the author of this reply work at the unit for which a question waits? */
struct verdict consult_check_author(const struct act_work *work);

/* After every act: when it took the report to another unit or brought it to its end, what was still
 * asked about it is asked no more, and those who were asked are told. */
void consults_lapse(struct act_work *work, struct report_event_id event);

#endif
