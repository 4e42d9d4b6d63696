/* What a unit had in hand in a period, from whichever service it came to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/tally.h"
#include "mod/returns/returns.h"

struct counted returns_count(struct conn *conn, struct unit_id unit, struct period period,
                             struct day today)
{
    struct tally_ask ask = {
        .unit = ID_OF(unit), .from = period.from, .until = period.until, .today = today
    };
    struct tally cases = case_tally(conn, &ask);
    struct tally others = tally_of_services(conn, &ask);
    return (struct counted){ period, tally_join(conn->arena, &cases, &others) };
}
