/* A store that fails on request, for tests of what happens then. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_FAULT_H
#define STORE_FAULT_H

#include <stdbool.h>

#include "base/status.h"

struct store;

/* The n-th statement, migration, begin, mark, keep or commit from now on fails with `status` and
 * does nothing; those after it work again. 0 calls it off. Called while no other thread uses the
 * store. Torture:
 *
 *     for (unsigned n = 1; ; n++) {
 *         store_fault_after(store, n, STATUS_DISK_FULL);
 *         ...the story, which must end in a 503 or as if nothing had happened...
 *         if (store_fault_waits(store)) { break; }     // it was over before its n-th call
 *     }
 */
void store_fault_after(struct store *store, unsigned n, enum status status);
bool store_fault_waits(const struct store *store);
/* How many calls are left before it fails: with a large n, a count of the calls that were made. */
unsigned store_fault_left(const struct store *store);

#endif
