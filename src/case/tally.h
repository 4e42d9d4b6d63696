/* What a unit had in hand in a period: the rows behind every number of a report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_TALLY_H
#define CASE_TALLY_H

#include "law/period.h"
#include "sql/case.h"

/* Cases of all kinds that the unit and those below it held, and that had not ended before the
 * period began. They are read once; numbers and the lists behind them are the same rows. */
struct case_tally {
    struct period period;
    const struct case_tally_rows_row *rows;
    size_t count;
    bool is_cut; /* more than CASE_TALLY_MAX: no number may be made of it */
};
enum { CASE_TALLY_MAX = 50000 };
struct case_tally case_tally(struct conn *conn, struct unit_id unit, struct period period);

#endif
