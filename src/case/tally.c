/* Reading the cases of a period. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/tally.h"

#include "sql/case.h"

struct tally case_tally(struct conn *conn, const struct tally_ask *ask)
{
    struct case_tally_rows_rows found =
        case_tally_rows(conn, &(struct case_tally_rows){ .unit_id = { ask->unit.v },
                                                         .from = ask->from,
                                                         .until = ask->until,
                                                         .by = tally_last_day(ask),
                                                         .limit = TALLY_MAX + 1 });
    struct tally_row *rows = new(conn->arena, struct tally_row, found.count + 1);
    for (size_t i = 0; i < found.count; i++) {
        const struct case_tally_rows_row *row = &found.rows[i];
        rows[i] = (struct tally_row){
            .kind = row->kind,
            .code = row->code,
            .unit_name = row->unit_name,
            .desk_path = row->desk_path,
            .state = row->state,
            .outcome = row->outcome,
            .received_on = row->received_on,
            .accepted_on = row->accepted_on,
            .settled_on = row->settled_on,
            .ended_on = row->ended_on,
            .people = row->people,
            .late = row->late,
            .is_letter = true,
            .is_matter = row->same_as_id.v == 0,
        };
    }
    return (struct tally){ rows, found.count, found.count > TALLY_MAX };
}
