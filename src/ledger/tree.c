/* Growing the tree, and the numbers of its nodes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/tree.h"

#include "base/must.h"
#include "base/str.h"

static bool has_bit(int64_t size, unsigned level);

size_t tree_append(struct tree *tree, struct hash leaf, struct tree_node ret[TREE_HEIGHT_MAX])
{
    must(tree->size >= 0 && tree->size < TREE_SIZE_MAX);
    int64_t id = tree_node_count(tree->size);
    struct hash hash = leaf;
    unsigned level = 0;
    ret[0] = (struct tree_node){ id, hash };
    /* Like carrying when one is added: each subtree of this height merges with its left sibling. */
    for (; has_bit(tree->size, level); level++) {
        hash = tree_parent(tree->edge[level], hash);
        ret[level + 1] = (struct tree_node){ ++id, hash };
    }
    tree->edge[level] = hash;
    tree->size++;
    return level + 1;
}

struct hash tree_root(const struct tree *tree)
{
    if (tree->size == 0) {
        return hash_of(STR(""));
    }
    unsigned level = (unsigned)__builtin_ctzll((unsigned long long)tree->size);
    struct hash root = tree->edge[level];
    for (level++; level < TREE_HEIGHT_MAX; level++) {
        if (has_bit(tree->size, level)) {
            root = tree_parent(tree->edge[level], root);
        }
    }
    return root;
}

size_t tree_edge_ids(int64_t size, int64_t ret[TREE_HEIGHT_MAX])
{
    must(size >= 0 && size <= TREE_SIZE_MAX);
    size_t count = 0;
    int64_t start = 0;
    for (unsigned level = TREE_HEIGHT_MAX; level-- > 0;) {
        if (has_bit(size, level)) {
            ret[count++] = tree_node_id(level, start >> level);
            start += INT64_C(1) << level;
        }
    }
    return count;
}

struct tree tree_from_edge(int64_t size, const struct hash *hashes)
{
    must(size >= 0 && size <= TREE_SIZE_MAX);
    struct tree tree = { .size = size };
    for (unsigned level = TREE_HEIGHT_MAX; level-- > 0;) {
        if (has_bit(size, level)) {
            tree.edge[level] = *hashes++;
        }
    }
    return tree;
}

int64_t tree_node_id(unsigned level, int64_t index)
{
    /* The last leaf below the node completes it; the lower nodes that it completes come before. */
    int64_t last_leaf = ((index + 1) << level) - 1;
    return tree_node_count(last_leaf) + level;
}

/* size leaves, size / 2 nodes above them, and so on. */
int64_t tree_node_count(int64_t size)
{
    int64_t count = 0;
    for (int64_t nodes = size; nodes > 0; nodes >>= 1) {
        count += nodes;
    }
    return count;
}

struct hash tree_parent(struct hash left, struct hash right)
{
    const struct str parts[] = { str_span("\1", 1), hash_str(&left), hash_str(&right) };
    return hash_of_parts(parts, COUNT(parts));
}

struct hash tree_root_of(const struct hash *leaves, size_t count)
{
    struct tree tree = { 0 };
    struct tree_node unused[TREE_HEIGHT_MAX];
    for (size_t i = 0; i < count; i++) {
        tree_append(&tree, leaves[i], unused);
    }
    return tree_root(&tree);
}

static bool has_bit(int64_t size, unsigned level)
{
    return (size >> level & 1) != 0;
}
