/* Facts: what happened, as a row of its service, with the fields the ledger commits to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_FACT_H
#define DESK_FACT_H

#include "base/field.h"
#include "base/id.h"

struct deed;

/* One kind of fact. `says` lists what the leaf commits to, in this order, at most FACT_FIELDS_MAX
 * fields; it is never edited, only followed by a new fact (docs/LEDGER.md). */
struct fact {
    const char *name; /* "feedback.received": the leaf's type */
    const struct record *says;
    const char *about;
};

/* A fact as a listener gets it, inside the same transaction. */
struct heard {
    const struct fact *fact;
    struct id subject;
    struct str object;
    const void *record;
    int64_t position;
};

/* "When this happens, do that." A listener can write its own tables and emit; it cannot refuse. */
struct hear {
    const char *fact;
    void (*on)(struct deed *deed, const struct heard *heard);
};

#endif
