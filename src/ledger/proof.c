/* Planning proofs, combining them, and checking them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/proof.h"

#include "base/must.h"

/* The leaves [from, to): what one hash of a proof covers. */
struct range {
    int64_t from;
    int64_t to;
};

/* A proof on its way down the tree, the top first; a proof is read from the bottom. */
struct descent {
    struct range steps[PROOF_HASHES_MAX];
    size_t count;
};

/* A proof on its way up: a node's index on its level, and that of the level's last node. */
struct climb {
    int64_t node;
    int64_t last;
};

static bool climb_up(struct climb *climb);
static int64_t split_point(struct range range);
static void descend(struct descent *descent, int64_t from, int64_t to);
static struct proof_plan plan_of(const struct descent *descent);
static void plan_range(struct proof_plan *plan, struct range range);
static bool is_odd(int64_t number);

struct proof_plan proof_plan_inclusion(int64_t index, int64_t size)
{
    must(index >= 0 && index < size && size <= TREE_SIZE_MAX);
    struct descent descent = { 0 };
    struct range here = { 0, size };
    while (here.to - here.from > 1) {
        int64_t split = split_point(here);
        if (index < split) {
            descend(&descent, split, here.to);
            here.to = split;
        } else {
            descend(&descent, here.from, split);
            here.from = split;
        }
    }
    return plan_of(&descent);
}

/* RFC 6962 §2.1.2, SUBPROOF as a loop. */
struct proof_plan proof_plan_consistency(int64_t old_size, int64_t size)
{
    must(old_size > 0 && old_size <= size && size <= TREE_SIZE_MAX);
    struct descent descent = { 0 };
    struct range here = { 0, size };
    while (here.to > old_size) {
        int64_t split = split_point(here);
        if (old_size <= split) {
            descend(&descent, split, here.to);
            here.to = split;
        } else {
            descend(&descent, here.from, split);
            here.from = split;
        }
    }
    /* The reader has the old root; a lesser part of the old tree must be given. */
    if (here.from > 0) {
        descend(&descent, here.from, here.to);
    }
    return plan_of(&descent);
}

struct proof_plan proof_plan_root(int64_t size)
{
    must(size > 0 && size <= TREE_SIZE_MAX);
    struct descent whole = { 0 };
    descend(&whole, 0, size);
    return plan_of(&whole);
}

size_t proof_combine(const struct proof_plan *plan, const struct hash *nodes,
                     struct hash ret[PROOF_HASHES_MAX])
{
    for (size_t i = 0; i < plan->hash_count; i++) {
        size_t part = plan->parts[i];
        struct hash hash = nodes[part - 1];
        while (--part > 0) {
            hash = tree_parent(nodes[part - 1], hash);
        }
        ret[i] = hash;
        nodes += plan->parts[i];
    }
    return plan->hash_count;
}

/* RFC 9162 §2.1.3.2. */
bool proof_inclusion_root(int64_t index, int64_t size, struct hash leaf, const struct hash *proof,
                          size_t count, struct hash *ret)
{
    if (index < 0 || index >= size || size > TREE_SIZE_MAX) {
        return false;
    }
    struct climb climb = { index, size - 1 };
    struct hash root = leaf;
    for (size_t i = 0; i < count; i++) {
        if (climb.last == 0) {
            return false;
        }
        root = climb_up(&climb) ? tree_parent(proof[i], root) : tree_parent(root, proof[i]);
    }
    if (climb.last != 0) {
        return false;
    }
    *ret = root;
    return true;
}

bool proof_verify_inclusion(int64_t index, int64_t size, struct hash leaf, const struct hash *proof,
                            size_t count, struct hash root)
{
    struct hash computed;
    return proof_inclusion_root(index, size, leaf, proof, count, &computed) &&
           hash_equal(computed, root);
}

bool proof_verify_consistency(int64_t old_size, int64_t size, struct hash old_root,
                              struct hash root, const struct hash *proof, size_t count)
{
    if (old_size < 1 || old_size > size || size > TREE_SIZE_MAX) {
        return false;
    }
    if (old_size == size) {
        return count == 0 && hash_equal(old_root, root);
    }
    struct climb climb = { old_size - 1, size - 1 };
    while (is_odd(climb.node)) {
        climb.node >>= 1;
        climb.last >>= 1;
    }
    /* A complete old tree is itself where the climb begins; else the proof begins with a part. */
    bool is_complete = climb.node == 0;
    if (!is_complete && count == 0) {
        return false;
    }
    size_t next = is_complete ? 0 : 1;
    struct hash old_computed = is_complete ? old_root : proof[0];
    struct hash computed = old_computed;
    for (; next < count; next++) {
        if (climb.last == 0) {
            return false;
        }
        if (climb_up(&climb)) {
            old_computed = tree_parent(proof[next], old_computed);
            computed = tree_parent(proof[next], computed);
        } else {
            computed = tree_parent(computed, proof[next]);
        }
    }
    return climb.last == 0 && hash_equal(old_computed, old_root) && hash_equal(computed, root);
}

/* To the next level where the node has a sibling. True when the sibling is the left one. */
static bool climb_up(struct climb *climb)
{
    bool is_left = is_odd(climb->node) || climb->node == climb->last;
    /* At the right edge of an incomplete tree some levels have no sibling: they are skipped. */
    while (is_left && !is_odd(climb->node) && climb->node != 0) {
        climb->node >>= 1;
        climb->last >>= 1;
    }
    climb->node >>= 1;
    climb->last >>= 1;
    return is_left;
}

/* Where RFC 6962 parts a range of at least two leaves: the left part is the largest complete tree
 * that leaves something on the right. */
static int64_t split_point(struct range range)
{
    unsigned long long last = (unsigned long long)(range.to - range.from - 1);
    return range.from + (INT64_C(1) << (63 - __builtin_clzll(last)));
}

static void descend(struct descent *descent, int64_t from, int64_t to)
{
    must(descent->count < PROOF_HASHES_MAX);
    descent->steps[descent->count++] = (struct range){ from, to };
}

static struct proof_plan plan_of(const struct descent *descent)
{
    struct proof_plan plan = { 0 };
    for (size_t i = descent->count; i-- > 0;) {
        plan_range(&plan, descent->steps[i]);
    }
    return plan;
}

/* One more hash: the complete subtrees of the range, the largest first. */
static void plan_range(struct proof_plan *plan, struct range range)
{
    uint8_t part = 0;
    while (range.from < range.to) {
        unsigned level =
            63 - (unsigned)__builtin_clzll((unsigned long long)(range.to - range.from));
        must(plan->node_count < PROOF_NODES_MAX);
        plan->nodes[plan->node_count++] = tree_node_id(level, range.from >> level);
        range.from += INT64_C(1) << level;
        part++;
    }
    plan->parts[plan->hash_count++] = part;
}

static bool is_odd(int64_t number)
{
    return (number & 1) != 0;
}
