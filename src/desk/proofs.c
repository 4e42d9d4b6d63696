/* Receipts of the batch that was committed just now: nobody need read the books for them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include "ledger/receipt.h"

/* Every hash of the proof of a new leaf is a node that this batch completed, or one of the edge
 * that the tree had before: the parent of an older one would have been complete then, and its other
 * half without the leaf. */
struct known_nodes {
    int64_t edge_ids[TREE_HEIGHT_MAX];
    struct hash edge[TREE_HEIGHT_MAX];
    size_t edge_count;
    int64_t first_new;
};

static struct known_nodes known_nodes_of(const struct batch *batch);
static bool find_node(const struct batch *batch, const struct known_nodes *known, int64_t id,
                      struct hash *ret);
static const struct receipt *receipt_for(const struct desk *desk, const struct order *order,
                                         const struct known_nodes *known);

void proofs_give(const struct desk *desk, struct order *orders)
{
    const struct batch *batch = &desk->batch;
    struct known_nodes known = known_nodes_of(batch);
    for (struct order *order = orders; order && batch->node_count > 0; order = order->next) {
        struct outcome *outcome = &order->outcome;
        if (order->command->gives_receipt && !outcome->is_repeat && outcome->leaf_count > 0) {
            outcome->receipt = receipt_for(desk, order, &known);
        }
    }
}

static struct known_nodes known_nodes_of(const struct batch *batch)
{
    struct known_nodes known = { .first_new = tree_node_count(batch->before.size) };
    known.edge_count = tree_edge_ids(batch->before.size, known.edge_ids);
    size_t count = 0;
    for (unsigned level = TREE_HEIGHT_MAX; level-- > 0;) {
        if (batch->before.size >> level & 1) {
            known.edge[count++] = batch->before.edge[level];
        }
    }
    return known;
}

static bool find_node(const struct batch *batch, const struct known_nodes *known, int64_t id,
                      struct hash *ret)
{
    if (id >= known->first_new) {
        *ret = batch->nodes[id - known->first_new];
        return true;
    }
    size_t i = 0;
    while (i < known->edge_count && known->edge_ids[i] != id) {
        i++;
    }
    *ret = i < known->edge_count ? known->edge[i] : (struct hash){ 0 };
    return i < known->edge_count;
}

/* NULL when the sender's memory is full: then it reads. */
static const struct receipt *receipt_for(const struct desk *desk, const struct order *order,
                                         const struct known_nodes *known)
{
    const struct batch *batch = &desk->batch;
    int64_t position = order->outcome.first_position;
    struct proof_plan plan = proof_plan_inclusion(position, desk->tree.size);
    struct hash nodes[PROOF_NODES_MAX];
    struct receipt receipt = {
        .leaf = desk_copy_for_sender(order, batch->leaf_texts[position - batch->before.size]),
        .index = position,
        .note = desk_copy_for_sender(order, batch->note),
    };
    bool is_found = receipt.leaf.p && receipt.note.p;
    for (size_t i = 0; i < plan.node_count && is_found; i++) {
        is_found = find_node(batch, known, plan.nodes[i], &nodes[i]);
    }
    if (!is_found) {
        return NULL;
    }
    receipt.proof_count = proof_combine(&plan, nodes, receipt.proof);
    const char *bytes = (const char *)&receipt;
    return (const void *)desk_copy_for_sender(order, str_span(bytes, sizeof receipt)).p;
}

bool desk_receipt(const struct order *order, struct conn *conn, struct out *out)
{
    const struct outcome *outcome = &order->outcome;
    if (outcome->receipt) {
        receipt_write(out, outcome->receipt);
        return true;
    }
    return outcome->leaf_count > 0 && books_receipt(conn, outcome->first_position, out);
}
