/* What the files of this room share. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_CASE_PRIVATE_H
#define CASE_CASE_PRIVATE_H

#include "case/case.h"

/* clock.c: what the move says of terms, done: stops, pauses, resumes, starts. */
struct verdict clocks_move(struct case_work *work) MUST_USE;
/* The next day by which an office must have done something, into `after`. */
void clocks_next_due(struct conn *conn, struct case_update *after);

/* notices.c: letters about an event, to those whom the act says. */
void case_notices_put(const struct case_work *work, struct case_event_id event);
/* The letter to the one whose case was just received. */
void case_notice_received(struct deed *deed, const struct case_kind *kind,
                          const struct case_get_row *file, struct case_event_id event);

/* act.c: a case's row as nothing would change it. */
struct case_update case_unchanged(const struct case_get_row *file);
/* The leaf and the line of one act. */
struct case_event_id case_put_event(struct case_work *work, int64_t position);

/* enter.c: the next number of the unit's book in the year of that day. */
void case_book_draw(struct deed *deed, struct unit_id unit, struct day day, int64_t *ret_year,
                    int64_t *ret_number);

#endif
