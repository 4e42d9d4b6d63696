/* Proofs that a leaf is in a tree, and that a tree is the beginning of a larger one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_PROOF_H
#define LEDGER_PROOF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "ledger/tree.h"

enum { PROOF_HASHES_MAX = TREE_HEIGHT_MAX + 1, PROOF_NODES_MAX = 2 * TREE_HEIGHT_MAX + 1 };

/* This room reads no storage. A plan says which nodes (tree.h) to fetch; from their hashes, in the
 * same order, proof_combine() makes the proof:
 *
 *     struct proof_plan plan = proof_plan_inclusion(index, size);
 *     for (size_t i = 0; i < plan.node_count; i++) { nodes[i] = ...fetch plan.nodes[i]... }
 *     size_t count = proof_combine(&plan, nodes, proof);
 *
 * Hash i of the proof is folded from the next `parts[i]` nodes. */
struct proof_plan {
    size_t hash_count;
    size_t node_count;
    uint8_t parts[PROOF_HASHES_MAX];
    int64_t nodes[PROOF_NODES_MAX];
};

/* That the leaf `index` is in the tree of `size` leaves; 0 <= index < size. */
struct proof_plan proof_plan_inclusion(int64_t index, int64_t size);
/* That the tree of `old_size` leaves begins the tree of `size`; 0 < old_size <= size. */
struct proof_plan proof_plan_consistency(int64_t old_size, int64_t size);
/* Not a proof but the root that the tree had at `size` > 0: one hash. */
struct proof_plan proof_plan_root(int64_t size);
/* Returns plan->hash_count, leaf's side first. */
size_t proof_combine(const struct proof_plan *plan, const struct hash *nodes,
                     struct hash ret[PROOF_HASHES_MAX]);

/* The root that this leaf and proof lead to. False when the number of hashes does not fit index and
 * size, or index is not below size. */
bool proof_inclusion_root(int64_t index, int64_t size, struct hash leaf, const struct hash *proof,
                          size_t count, struct hash *ret) MUST_USE;
bool proof_verify_inclusion(int64_t index, int64_t size, struct hash leaf, const struct hash *proof,
                            size_t count, struct hash root) MUST_USE;
/* RFC 9162 §2.1.4.2. Equal sizes need equal roots and an empty proof; size 0 is consistent with
 * nothing here, because there is nothing to prove: compare its root with SHA-256 of nothing. */
bool proof_verify_consistency(int64_t old_size, int64_t size, struct hash old_root,
                              struct hash root, const struct hash *proof, size_t count) MUST_USE;

#endif
