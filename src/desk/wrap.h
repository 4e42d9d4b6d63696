/* An order and its outcome as sealed bytes, for the way between two servers of one ledger. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_WRAP_H
#define DESK_WRAP_H

#include "desk/desk.h"

/* What is handed on holds names, telephone numbers, hashes of passwords, receipts' secrets. All
 * servers of a ledger have its key; the database, its replicas and its backups do not. So parcels
 * are sealed under a key derived from it, each for its place: nobody who can write into the table
 * can make, change or move one.
 *
 *     struct str parcel = wrap_order(key, place, order, arena);
 *     ...
 *     if (unwrap_order(desk, place, parcel, arena, &order)) { ...apply... }
 */
struct wrap_place {
    struct bytes host;
    int64_t number;
};

/* For room within the arena of the caller, which is not the order's. */
struct str wrap_order(const struct sign_key *key, const struct wrap_place *place,
                      const struct order *order, struct arena *arena);
/* The command, its arguments, author, key and seed. False when it is not what a server of this
 * ledger, of this version, wrapped there. */
bool unwrap_order(const struct desk *desk, const struct wrap_place *place, struct str parcel,
                  struct arena *arena, struct order *ret) MUST_USE;

struct str wrap_outcome(const struct sign_key *key, const struct wrap_place *place,
                        const struct outcome *outcome, struct arena *arena);
bool unwrap_outcome(const struct sign_key *key, const struct wrap_place *place, struct str parcel,
                    struct arena *arena, struct outcome *ret) MUST_USE;

/* The members that a record describes, one after the other; exposed for tests. */
struct str wrap_record(const struct record *record, const void *value, struct arena *arena);
bool unwrap_record(struct str *rest, const struct record *record, void *ret) MUST_USE;

#endif
