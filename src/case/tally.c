/* Reading the cases of a period. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/tally.h"

struct case_tally case_tally(struct conn *conn, struct unit_id unit, struct period period)
{
    struct case_tally_rows_rows rows =
        case_tally_rows(conn, &(struct case_tally_rows){ .unit_id = unit,
                                                         .from = period.from,
                                                         .until = period.until,
                                                         .limit = CASE_TALLY_MAX + 1 });
    return (struct case_tally){
        .period = period,
        .rows = rows.rows,
        .count = rows.count,
        .is_cut = rows.count > CASE_TALLY_MAX,
    };
}
