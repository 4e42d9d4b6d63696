/* Additions to counters that wait until their savepoint is kept, so that many become one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_SUMS_H
#define STORE_SUMS_H

#include "store/store.h"

/* The writer's. A statement of kind :sum adds its amounts to the row of its key, or makes the row:
 * it does not matter in which order that is done, nor whether at once. Commands that share a
 * savepoint add to the same few counters, and on PostgreSQL each time leaves a dead row behind that
 * the next one must pass. store.c says when it is time. */
struct sums *sums_open(void);
void sums_close(struct sums *sums);
/* False: there is no room, and all that waits must be written first. */
bool sums_add(struct sums *sums, const struct statement *statement, const void *args);
/* Does anything wait for one of these tables? No bits: for any. */
bool sums_touch(const struct sums *sums, uint64_t tables);
/* Takes the next one out, whose arguments live until the next sums_add(). False: nothing waits. */
bool sums_take(struct sums *sums, const struct statement **ret_statement, const void **ret_args);
void sums_drop(struct sums *sums);

#endif
