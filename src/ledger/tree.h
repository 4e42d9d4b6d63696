/* The Merkle tree of RFC 6962 over SHA-256: appending, node numbers, root. It stores nothing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_TREE_H
#define LEDGER_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"

/* A node is the root of a complete subtree: (level, index) covers the leaves
 * [index << level, (index + 1) << level). Nodes are stored by one number, in the order in which
 * they become complete, so that the tree is an append-only table:
 *
 *     level 2           6
 *     level 1      2         5         9
 *     level 0    0   1     3   4     7   8    10 ...
 *
 * (the numbering of Go's sumdb/tlog.StoredHashIndex). Sizes stay below 2^62, so that numbers fit
 * an int64_t. */
enum { TREE_HEIGHT_MAX = 62 };
#define TREE_SIZE_MAX ((INT64_C(1) << TREE_HEIGHT_MAX) - 1)

struct tree_node {
    int64_t id;
    struct hash hash;
};

/* A tree that can grow: its size and the complete subtrees along its right edge. `edge[level]`
 * means something where bit `level` of `size` is set. All zero is the empty tree. */
struct tree {
    int64_t size;
    struct hash edge[TREE_HEIGHT_MAX];
};

/* Adds a leaf hash (leaf_hash()) and gives the nodes that became complete, the leaf itself first,
 * to be stored: at least one, on average two. Their ids follow each other without a gap.
 *
 *     struct tree_node nodes[TREE_HEIGHT_MAX];
 *     size_t count = tree_append(&tree, leaf_hash(bytes), nodes); */
size_t tree_append(struct tree *tree, struct hash leaf, struct tree_node ret[TREE_HEIGHT_MAX]);
/* The head's root; SHA-256 of nothing when the tree is empty. */
struct hash tree_root(const struct tree *tree);

/* Opening a stored tree: the ids of its edge, largest subtree first, then their hashes in the same
 * order. tree_edge_ids() returns how many. */
size_t tree_edge_ids(int64_t size, int64_t ret[TREE_HEIGHT_MAX]);
struct tree tree_from_edge(int64_t size, const struct hash *hashes);

/* The number under which a node is stored, and how many nodes a tree of that size has stored. */
int64_t tree_node_id(unsigned level, int64_t index) PURE;
int64_t tree_node_count(int64_t size) PURE;

/* SHA-256(0x01 || left || right). */
struct hash tree_parent(struct hash left, struct hash right);
/* The root over `count` leaf hashes, all in memory: commitments, tests, replays. */
struct hash tree_root_of(const struct hash *leaves, size_t count);

#endif
