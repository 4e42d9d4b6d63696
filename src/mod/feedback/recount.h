/* Counting open reports again after the working calendar has changed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_RECOUNT_H
#define FEEDBACK_RECOUNT_H

#include "mod/feedback/feedback.h"

/* In three steps, so that another service with due dates can do likewise:
 *
 * 1. It hears ALMANAC_CHANGED (desk/almanac.h) and writes down, in the same transaction, which
 *    days are to be looked at: that cannot be lost, and costs the one who changed them nothing.
 * 2. Its tick reads which open papers run on those days, and orders them to be counted again,
 *    RECOUNT_AT_ONCE a command, some 25 ms. One command for all would be one transaction: of ten
 *    thousand reports some seconds, in which no citizen's paper is sealed. Between two pieces
 *    the desk serves whoever waits.
 * 3. Each paper is asked inside the transaction, by the rule and with the calendar that are in
 *    force there: only one whose date is another gets an act, with its event, fact and letters. A
 *    piece that is done twice, or that meets a paper which was answered meanwhile, does no harm.
 *
 * One that was answered keeps the date that it was answered by, and one whose clock stands is
 * counted when it runs again. What another unit was asked, and by when, is between the two units
 * and stays. */
enum { RECOUNT_AT_ONCE = 50, RECOUNT_A_TICK = 10000 };

struct recount {
    struct report_recount_id id;
    struct report_id after; /* the last report of this piece; none: all were looked at */
    struct str codes;       /* a blank between two */
};
extern const struct record recount_record;
apply_fn apply_recount;

void recount_heard(struct deed *deed, const struct heard *heard);

/* The next that waits, and up to RECOUNT_A_TICK of its reports. False when nothing waits. */
struct recount_work {
    struct report_recount_id id;
    struct report_to_recount_rows reports;
};
bool recount_next(struct conn *conn, struct recount_work *ret);
/* One piece of it as a command's arguments, from its report `at` on; *ret_at is where the next
 * piece begins. */
struct recount recount_piece(struct arena *arena, const struct recount_work *work, size_t at,
                             size_t *ret_at);

#endif
