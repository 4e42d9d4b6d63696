/* Carrying a whole installation from one database to the other, and proving that it arrived. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "base/crypt.h"
#include "store/store.h"

/* One table as sqlc found it: all rows in the order of their key, one row, no row. */
struct table {
    const char *name;
    struct statement read;
    struct statement write;
    struct statement clear;
};
/* gen/sql/tables.c: who is referred to comes first; a table without a name is behind the last. */
extern const struct table tables[];

/* What a table holds: as many rows, and a hash over the canonical bytes of every field of every row
 * in the order of their key (base/field.h), which is the same on either database. */
struct table_state {
    int64_t rows;
    struct hash digest;
};
enum status store_table_state(struct store *store, const struct table *table,
                              struct table_state *ret) MUST_USE;
bool table_state_equal(struct table_state a, struct table_state b);

/* Makes the table of `to`, which must own its database, what it is in `from`: in one transaction,
 * references being looked at when it ends, so that it is all there or as it was. `progress` hears
 * how many rows are through, every few thousand. */
struct copy_progress {
    void (*tell)(void *context, int64_t rows);
    void *context;
};
enum status store_table_copy(struct store *from, struct store *to, const struct table *table,
                             const struct copy_progress *progress) MUST_USE;

#endif
