/* Reading the ledger's books: heads, receipts, proofs and tiles, from any snapshot. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_BOOKS_H
#define DESK_BOOKS_H

#include <stdbool.h>

#include "base/out.h"
#include "ledger/proof.h"
#include "ledger/tile.h"
#include "ledger/tree.h"
#include "store/store.h"

/* The tree as it stands in this snapshot. False when the books hold no such tree (a node is
 * missing): the file was damaged. */
bool books_tree(struct conn *conn, int64_t size, struct tree *ret) MUST_USE;
/* The root that the tree had at `size` leaves, from the stored nodes. */
bool books_root(struct conn *conn, int64_t size, struct hash *ret) MUST_USE;

/* Where the desk stands: how many batches it has committed, the stamp of the last, the tree. */
struct books_place {
    int64_t batches;
    struct instant at;
    int64_t size;
    struct hash root;
};
bool books_place(struct conn *conn, struct books_place *ret) MUST_USE;

/* The newest signed head, a C2SP checkpoint; absent while the ledger is empty. */
struct str books_checkpoint(struct conn *conn, int64_t *ret_size);
/* The newest whose commit was confirmed, which may be one behind: what strangers are shown where a
 * commit can be seen before it is on a second machine. */
struct str books_checkpoint_confirmed(struct conn *conn, int64_t *ret_size);

/* The receipt of a leaf (ledger/receipt.h), made with the first head that covers it, so that it is
 * the same text whenever it is asked for. False: no such leaf. */
bool books_receipt(struct conn *conn, int64_t position, struct out *out) MUST_USE;

/* What a page says about a receipt, without the proof itself. */
struct ledger_receipt_facts {
    struct hash leaf_hash;
    int64_t tree_size;
};
bool books_receipt_facts(struct conn *conn, int64_t position,
                         struct ledger_receipt_facts *ret) MUST_USE;

/* That the tree of `old_size` leaves begins the one of `size`: the proof's hashes, in the arena. */
struct hash *books_consistency(struct conn *conn, int64_t old_size, int64_t size,
                               size_t *ret_count);

/* The bytes of a tile or an entry bundle. False when the tree of `size` has no such tile. */
bool books_tile(struct conn *conn, struct tile tile, int64_t size, struct out *out) MUST_USE;

#endif
