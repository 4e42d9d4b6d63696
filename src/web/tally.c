/* Rows of all services for the reports that the law asks for. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/tally.h"

#include <string.h>

#include "web/module.h"

struct tally tally_of_services(struct conn *conn, const struct tally_ask *ask)
{
    struct tally all = { .count = 0 };
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->tally) {
            struct tally own = modules[m]->tally(conn, ask);
            all = tally_join(conn->arena, &all, &own);
        }
    }
    return all;
}

struct tally tally_join(struct arena *arena, const struct tally *first, const struct tally *second)
{
    struct tally all = { .count = first->count + second->count,
                         .is_cut = first->is_cut || second->is_cut };
    if (first->count == 0 || second->count == 0) {
        all.rows = first->count ? first->rows : second->rows;
    } else if (all.count <= TALLY_MAX) {
        struct tally_row *rows = new(arena, struct tally_row, all.count);
        memcpy(rows, first->rows, first->count * sizeof *rows);
        memcpy(rows + first->count, second->rows, second->count * sizeof *rows);
        all.rows = rows;
    } else {
        all = *first;
        all.is_cut = true;
    }
    return all;
}

struct day tally_last_day(const struct tally_ask *ask)
{
    return day_compare(ask->today, ask->until) < 0 ? ask->today : ask->until;
}
