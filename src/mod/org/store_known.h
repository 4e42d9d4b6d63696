/* What the store has of the codes that an import speaks of. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_STORE_KNOWN_H
#define ORG_STORE_KNOWN_H

#include "mod/org/import.h"
#include "store/store.h"

/* Sorted by code and first day, as import_resolve() takes it. */
struct known_units {
    const struct import_known *units;
    size_t count;
};
struct known_units known_units_of(struct conn *conn, struct arena *arena,
                                  const struct import *import);

#endif
