/* Slips: sheets for the pen that bear a code and a secret before anybody wrote on them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_SLIP_H
#define FEEDBACK_SLIP_H

#include "mod/feedback/feedback.h"
#include "web/module.h"

/* An officer prints some; a citizen writes on one by hand and takes its stub home, with code and
 * secret, so that there is something to ask by before anybody has typed a word. Typed in later, the
 * report gets the slip's code and secret. A slip is for one report of the unit that printed it, and
 * no slip is ever given twice. What was printed stands in the ledger, a leaf each. */
enum { SLIPS_MAX = 10, SLIP_LINE_BYTES = 32 };

struct slips {
    struct str unit; /* official code */
    int64_t amount;  /* 1 to SLIPS_MAX */
};
extern const struct record slips_record, slip_fact_record;
/* Answers with a line for each: code and secret, a space between. They are kept a day with the
 * form's key, and then nowhere. */
apply_fn apply_slips;

/* The slip that a report is typed in from; false, and the verdict of the field "slip": there is
 * none, it was used, or it is another unit's. `typed` is a code however it is typed, or the address
 * of the slip's QR code as a reader types it. */
bool slip_for(struct deed *deed, struct str typed, struct unit_id unit, struct slip_get_row *ret,
              struct verdict *ret_verdict);
/* One that nobody has typed in yet. */
bool slip_waits(struct conn *conn, struct str code, struct slip_get_row *ret);

/* For `kheo check`: each slip against its leaf, and the other way round. */
void slip_check(struct conn *conn, struct check *check);
void slip_check_leaf(struct conn *conn, struct check *check, int64_t position, struct id slip);

#endif
