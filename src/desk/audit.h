/* Re-reading the ledger: that leaves, tree, heads, records and anchor still say the same. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_AUDIT_H
#define DESK_AUDIT_H

#include "desk/fact.h"
#include "ledger/commitment.h"
#include "ledger/leaf.h"
#include "store/store.h"

/* What the ledger is held against, and who is told. One Vietnamese sentence a fault, naming the
 * table and the row; the ledger's own tables speak first, so that what a service says later can be
 * read with that in mind.
 *
 *     struct audit audit = { .origin = origin, .public = key.public, .fault = tell, … };
 *     audit_ledger(&snap.conn, &audit);
 * / */
struct audit {
    struct str origin;
    const uint8_t *public; /* the ledger's key, SIGN_PUBLIC_BYTES */
    struct str anchor;     /* the anchor file's bytes; absent: there is none */
    /* The kind of fact that bears this name; NULL: no service states such facts. */
    const struct fact *(*fact_named)(struct str name);
    void (*fault)(void *context, struct str sentence);
    void *context;
    /* How many were read. */
    int64_t leaves;
    int64_t nodes;
    int64_t heads;
    int64_t fields;
};

/* Rebuilds the tree leaf by leaf, in memory that does not grow with it. */
void audit_ledger(struct conn *conn, struct audit *audit);

/* A fact as the ledger has it, for services that compare their rows with it. */
struct audited_fact {
    struct leaf leaf;
    struct id subject;
    struct opening opening;
};
/* NULL when there is no such leaf, or it cannot be read; audit_ledger() says so then. */
const struct audited_fact *audit_fact(struct conn *conn, int64_t position);
/* Every fact in order, from `from` on; stops when `visit` returns false. What `visit` takes from
 * the connection's arena is forgotten after it. */
void audit_each_leaf(struct conn *conn, int64_t from,
                     bool (*visit)(void *context, int64_t position, const struct leaf *leaf,
                                   struct id subject),
                     void *context);
/* Does the field hold this value (field_canonical)? One that was erased says nothing against it. */
bool audit_field_is(const struct audited_fact *fact, const char *name, struct str value);

#endif
