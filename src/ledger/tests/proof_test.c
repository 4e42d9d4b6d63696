/* Proofs: every one that can be made is right, and no other one is. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/tests/fixture.h"

enum { SIZE = 40 };

static int open_log(void **state)
{
    struct arena *arena = arena_create(64 << 20);
    must(arena);
    struct fixture_log *log = new(arena, struct fixture_log, 1);
    *log = fixture_create(arena, SIZE);
    *state = log;
    return 0;
}

static int close_log(void **state)
{
    struct fixture_log *log = *state;
    arena_destroy(log->arena);
    return 0;
}

/* RFC 6962 §2.1.1 and §2.1.2 as they are written there, recursion and all, as a second opinion; the
 * depth is that of a tree of 40 leaves. NOLINTBEGIN(misc-no-recursion) */
static struct hash slow_root(const struct fixture_log *log, int64_t from, int64_t to)
{
    if (to - from == 1) {
        return leaf_hash(log->leaves[from]);
    }
    int64_t k = 1;
    while (k * 2 < to - from) {
        k *= 2;
    }
    return tree_parent(slow_root(log, from, from + k), slow_root(log, from + k, to));
}

static size_t slow_path(const struct fixture_log *log, int64_t index, int64_t from, int64_t to,
                        struct hash *ret)
{
    if (to - from == 1) {
        return 0;
    }
    int64_t k = 1;
    while (k * 2 < to - from) {
        k *= 2;
    }
    bool is_left = index < from + k;
    size_t n = is_left ? slow_path(log, index, from, from + k, ret)
                       : slow_path(log, index, from + k, to, ret);
    ret[n] = is_left ? slow_root(log, from + k, to) : slow_root(log, from, from + k);
    return n + 1;
}

static size_t slow_consistency(const struct fixture_log *log, int64_t m, int64_t from, int64_t to,
                               bool is_whole, struct hash *ret)
{
    if (m == to) {
        ret[0] = slow_root(log, from, to);
        return is_whole ? 0 : 1;
    }
    int64_t k = 1;
    while (k * 2 < to - from) {
        k *= 2;
    }
    bool is_left = m <= from + k;
    size_t n = is_left ? slow_consistency(log, m, from, from + k, is_whole, ret)
                       : slow_consistency(log, m, from + k, to, false, ret);
    ret[n] = is_left ? slow_root(log, from + k, to) : slow_root(log, from, from + k);
    return n + 1;
}

/* NOLINTEND(misc-no-recursion) */

static void makes_the_proofs_of_the_paper(void **state)
{
    const struct fixture_log *log = *state;
    struct hash proof[PROOF_HASHES_MAX];
    struct hash slow[PROOF_HASHES_MAX];
    for (int64_t size = 1; size <= SIZE; size++) {
        assert_true(hash_equal(fixture_root(log, size), slow_root(log, 0, size)));
        for (int64_t i = 0; i < size; i++) {
            struct proof_plan plan = proof_plan_inclusion(i, size);
            size_t count = fixture_prove(log, &plan, proof);
            assert_int_equal(count, slow_path(log, i, 0, size, slow));
            assert_memory_equal(proof, slow, count * sizeof(proof[0]));
            plan = proof_plan_consistency(i + 1, size);
            count = fixture_prove(log, &plan, proof);
            assert_int_equal(count, slow_consistency(log, i + 1, 0, size, true, slow));
            assert_memory_equal(proof, slow, count * sizeof(proof[0]));
        }
    }
}

static void good_proofs_verify_for_one_place_only(void **state)
{
    const struct fixture_log *log = *state;
    struct hash proof[PROOF_HASHES_MAX + 1];
    for (int64_t size = 1; size <= SIZE; size++) {
        struct hash root = fixture_root(log, size);
        for (int64_t i = 0; i < size; i++) {
            struct hash leaf = leaf_hash(log->leaves[i]);
            struct proof_plan plan = proof_plan_inclusion(i, size);
            size_t count = fixture_prove(log, &plan, proof);
            proof[count] = root;
            assert_true(proof_verify_inclusion(i, size, leaf, proof, count, root));
            assert_false(proof_verify_inclusion(i, size, leaf, proof, count + 1, root));
            assert_false(count > 0 &&
                         proof_verify_inclusion(i, size, leaf, proof, count - 1, root));
            assert_false(proof_verify_inclusion(i, size, root, proof, count, root) && count > 0);
            for (int64_t other = -1; other <= size; other++) {
                assert_int_equal(proof_verify_inclusion(other, size, leaf, proof, count, root),
                                 other == i);
            }
            for (size_t h = 0; h < count; h++) {
                proof[h].b[h % HASH_BYTES] ^= 0x10;
                assert_false(proof_verify_inclusion(i, size, leaf, proof, count, root));
                proof[h].b[h % HASH_BYTES] ^= 0x10;
            }
        }
    }
}

/* A wrong size may have the same path to the same root; what must not pass is a wrong root. */
static void good_consistency_proofs_verify_and_mutants_do_not(void **state)
{
    const struct fixture_log *log = *state;
    struct hash proof[PROOF_HASHES_MAX + 1];
    for (int64_t size = 1; size <= SIZE; size++) {
        struct hash root = fixture_root(log, size);
        for (int64_t old = 1; old <= size; old++) {
            struct hash old_root = fixture_root(log, old);
            struct proof_plan plan = proof_plan_consistency(old, size);
            size_t count = fixture_prove(log, &plan, proof);
            proof[count] = root;
            assert_true(proof_verify_consistency(old, size, old_root, root, proof, count));
            assert_false(proof_verify_consistency(old, size, old_root, root, proof, count + 1));
            assert_false(count > 0 &&
                         proof_verify_consistency(old, size, old_root, root, proof, count - 1));
            /* The two trees the other way round. NOLINTNEXTLINE(*-suspicious-call-argument) */
            bool is_backward = proof_verify_consistency(size, old, root, old_root, proof, count);
            assert_int_equal(is_backward, old == size);
            for (size_t h = 0; h < count; h++) {
                proof[h].b[h % HASH_BYTES] ^= 0x01;
                assert_false(proof_verify_consistency(old, size, old_root, root, proof, count));
                proof[h].b[h % HASH_BYTES] ^= 0x01;
            }
            struct hash wrong = old_root;
            wrong.b[31] ^= 1;
            assert_false(proof_verify_consistency(old, size, wrong, root, proof, count));
            wrong = root;
            wrong.b[0] ^= 0x80;
            assert_false(proof_verify_consistency(old, size, old_root, wrong, proof, count));
        }
    }
    struct hash empty = hash_of(STR(""));
    assert_false(proof_verify_consistency(0, 0, empty, empty, NULL, 0));
    assert_false(proof_verify_consistency(0, 1, empty, fixture_root(log, 1), NULL, 0));
}

/* Plans for trees that no memory holds stay within their arrays. */
static void plans_at_the_largest_sizes(void **state)
{
    (void)state;
    static const int64_t sizes[] = { TREE_SIZE_MAX, TREE_SIZE_MAX - 1, (INT64_C(1) << 61) + 1,
                                     INT64_C(1) << 61, (INT64_C(1) << 61) - 1 };
    for (size_t i = 0; i < COUNT(sizes); i++) {
        int64_t size = sizes[i];
        const int64_t places[] = { 0, 1, size / 2, size / 3, size - 2, size - 1 };
        for (size_t p = 0; p < COUNT(places); p++) {
            struct proof_plan plan = proof_plan_inclusion(places[p], size);
            assert_true(plan.hash_count <= TREE_HEIGHT_MAX);
            struct hash proof[PROOF_HASHES_MAX] = { 0 };
            struct hash root;
            assert_true(
                proof_inclusion_root(places[p], size, proof[0], proof, plan.hash_count, &root));
            assert_false(
                proof_inclusion_root(places[p], size, proof[0], proof, plan.hash_count - 1, &root));
            plan = proof_plan_consistency(places[p] + 1, size);
            for (size_t n = 0; n < plan.node_count; n++) {
                assert_true(plan.nodes[n] >= 0 && plan.nodes[n] < tree_node_count(size));
            }
        }
    }
    struct hash root;
    assert_false(proof_inclusion_root(0, INT64_MAX, hash_of(STR("")), NULL, 0, &root));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_the_proofs_of_the_paper),
        cmocka_unit_test(good_proofs_verify_for_one_place_only),
        cmocka_unit_test(good_consistency_proofs_verify_and_mutants_do_not),
        cmocka_unit_test(plans_at_the_largest_sizes),
    };
    return cmocka_run_group_tests(tests, open_log, close_log);
}
