/* Reading the ledger's books: plans of the ledger room, carried out on the stored nodes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/books.h"

#include <string.h>

#include "base/must.h"
#include "ledger/receipt.h"
#include "sql/desk.h"

enum { NODES_AT_ONCE = 8 }; /* parameters of ledger_nodes_get */

static bool fetch_nodes(struct conn *conn, const int64_t *ids, size_t count, struct hash *ret);
static bool fetch_some(struct conn *conn, const int64_t *ids, size_t count, struct hash *ret);
static bool carry_out(struct conn *conn, const struct proof_plan *plan, struct hash *ret);
static void write_entries(struct conn *conn, struct tile tile, struct out *out);

bool books_tree(struct conn *conn, int64_t size, struct tree *ret)
{
    int64_t ids[TREE_HEIGHT_MAX];
    struct hash hashes[TREE_HEIGHT_MAX];
    size_t count = tree_edge_ids(size, ids);
    if (!fetch_nodes(conn, ids, count, hashes)) {
        return false;
    }
    *ret = tree_from_edge(size, hashes);
    return true;
}

bool books_root(struct conn *conn, int64_t size, struct hash *ret)
{
    struct tree tree;
    if (!books_tree(conn, size, &tree)) {
        return false;
    }
    *ret = tree_root(&tree);
    return true;
}

bool books_place(struct conn *conn, struct books_place *ret)
{
    struct desk_state_get_row state;
    struct books_place place = { 0 };
    (void)books_checkpoint(conn, &place.size);
    if (!desk_state_get(conn, &state) || !books_root(conn, place.size, &place.root)) {
        return false;
    }
    place.batches = state.batches;
    place.at = state.last_at;
    *ret = place;
    return true;
}

struct str books_checkpoint(struct conn *conn, int64_t *ret_size)
{
    struct ledger_checkpoint_newest_row newest;
    if (!ledger_checkpoint_newest(conn, &newest)) {
        *ret_size = 0;
        return STR_NONE;
    }
    *ret_size = newest.size;
    return newest.note;
}

struct str books_checkpoint_confirmed(struct conn *conn, int64_t *ret_size)
{
    struct ledger_checkpoint_confirmed_row newest;
    if (!ledger_checkpoint_confirmed(conn, &newest)) {
        *ret_size = 0;
        return STR_NONE;
    }
    *ret_size = newest.size;
    return newest.note;
}

bool books_receipt(struct conn *conn, int64_t position, struct out *out)
{
    struct ledger_leaf_get_row leaf;
    struct ledger_checkpoint_covering_row head;
    if (!ledger_leaf_get(conn, &(struct ledger_leaf_get){ .position = position }, &leaf) ||
        !ledger_checkpoint_covering(
            conn, &(struct ledger_checkpoint_covering){ .position = position }, &head)) {
        return false;
    }
    struct proof_plan plan = proof_plan_inclusion(position, head.size);
    struct receipt receipt = {
        .leaf = str_span(leaf.leaf.p, leaf.leaf.n),
        .index = position,
        .proof_count = plan.hash_count,
        .note = head.note,
    };
    if (!carry_out(conn, &plan, receipt.proof)) {
        return false;
    }
    receipt_write(out, &receipt);
    return true;
}

bool books_receipt_facts(struct conn *conn, int64_t position, struct ledger_receipt_facts *ret)
{
    struct ledger_leaf_get_row leaf;
    struct ledger_checkpoint_covering_row head;
    if (!ledger_leaf_get(conn, &(struct ledger_leaf_get){ .position = position }, &leaf) ||
        !ledger_checkpoint_covering(
            conn, &(struct ledger_checkpoint_covering){ .position = position }, &head)) {
        return false;
    }
    ret->leaf_hash = leaf_hash(str_span(leaf.leaf.p, leaf.leaf.n));
    ret->tree_size = head.size;
    return true;
}

struct hash *books_consistency(struct conn *conn, int64_t old_size, int64_t size, size_t *ret_count)
{
    struct proof_plan plan = proof_plan_consistency(old_size, size);
    struct hash *proof = new(conn->arena, struct hash, PROOF_HASHES_MAX);
    *ret_count = plan.hash_count;
    return carry_out(conn, &plan, proof) ? proof : NULL;
}

bool books_tile(struct conn *conn, struct tile tile, int64_t size, struct out *out)
{
    if (!tile_is_complete(tile, size)) {
        return false;
    }
    if (tile.level == TILE_LEVEL_ENTRIES) {
        write_entries(conn, tile, out);
        return conn->failed == STATUS_OK;
    }
    int64_t ids[TILE_WIDTH] = { 0 };
    struct hash hashes[TILE_WIDTH];
    for (int i = 0; i < tile.width; i++) {
        ids[i] = tile_node_id(tile, i);
    }
    if (!fetch_nodes(conn, ids, (size_t)tile.width, hashes)) {
        return false;
    }
    for (int i = 0; i < tile.width; i++) {
        out_bytes(out, hashes[i].b, HASH_BYTES);
    }
    return true;
}

static void write_entries(struct conn *conn, struct tile tile, struct out *out)
{
    struct ledger_leaf_range_rows leaves = ledger_leaf_range(
        conn, &(struct ledger_leaf_range){ .from = tile_node_id(tile, 0), .limit = tile.width });
    for (size_t i = 0; i < leaves.count; i++) {
        tile_entry_write(out, str_span(leaves.rows[i].leaf.p, leaves.rows[i].leaf.n));
    }
}

static bool carry_out(struct conn *conn, const struct proof_plan *plan, struct hash *ret)
{
    struct hash nodes[PROOF_NODES_MAX];
    if (!fetch_nodes(conn, plan->nodes, plan->node_count, nodes)) {
        return false;
    }
    proof_combine(plan, nodes, ret);
    return true;
}

static bool fetch_nodes(struct conn *conn, const int64_t *ids, size_t count, struct hash *ret)
{
    for (size_t i = 0; i < count; i += NODES_AT_ONCE) {
        size_t left = count - i;
        size_t some = left < NODES_AT_ONCE ? left : NODES_AT_ONCE;
        if (!fetch_some(conn, ids + i, some, ret + i)) {
            return false;
        }
    }
    return true;
}

/* Fewer than there are places: the last is asked for again. */
static bool fetch_some(struct conn *conn, const int64_t *ids, size_t count, struct hash *ret)
{
    int64_t n[NODES_AT_ONCE];
    for (size_t i = 0; i < NODES_AT_ONCE; i++) {
        n[i] = ids[i < count ? i : count - 1];
    }
    struct ledger_nodes_get_rows rows = ledger_nodes_get(
        conn, &(struct ledger_nodes_get){ n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7] });
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < rows.count && rows.rows[k].node != ids[i]) {
            k++;
        }
        if (k == rows.count || rows.rows[k].hash.n != HASH_BYTES) {
            return false;
        }
        memcpy(ret[i].b, rows.rows[k].hash.p, HASH_BYTES);
    }
    return true;
}
