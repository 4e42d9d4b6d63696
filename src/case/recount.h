/* Counting the open cases of a kind again after the working calendar has changed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_RECOUNT_H
#define CASE_RECOUNT_H

#include "case/case.h"

/* In the three steps of mod/feedback/recount.h: the service hears ALMANAC_CHANGED (desk/almanac.h)
 * and writes down what is to be looked at, its tick orders it in pieces, and each case is asked by
 * the act "recount" of its workflow, which is the clock's and has the effect case_count_again. The
 * kind names the command of a piece:
 *
 *     static void heard(struct deed *deed, const struct heard *heard) {
 *         case_recount_heard(&complaint_kind, deed, heard);
 *     }
 *     static void tick(struct snap *snap, struct desk *desk, struct instant now) {
 *         case_recount_tick(snap, desk, &complaint_kind);
 *     }
 *     struct verdict apply_recount(struct deed *deed, const void *args, struct answer *ret) {
 *         return case_recount_some(&complaint_kind, deed, args);
 *     }
 *
 * A clock that was stopped keeps its day, and one that stands is counted when it runs on. */
struct case_recount {
    struct case_recount_id id;
    struct case_file_id after; /* the last case of this piece; none: all were looked at */
    struct str codes;          /* a blank between two */
};
extern const struct record case_recount_record;

void case_recount_heard(const struct case_kind *kind, struct deed *deed, const struct heard *heard);
void case_recount_tick(struct snap *snap, struct desk *desk, const struct case_kind *kind);
struct verdict case_recount_some(const struct case_kind *kind, struct deed *deed,
                                 const struct case_recount *piece);
/* Is there a change of which not all cases of the kind were asked yet? */
bool case_recount_waits(struct conn *conn, const struct case_kind *kind);

/* Effect: every clock that runs, counted with the calendar that is in force now. What was said
 * names each day that is another; when none is, the act is refused and nothing happened. */
case_effect case_count_again;

#endif
