/* The tree: the published roots, node numbers against a second way of counting, tiles. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/must.h"
#include "ledger/leaf.h"
#include "ledger/tile.h"
#include "ledger/tree.h"

/* The leaves that Certificate Transparency's implementations share, and their roots. */
static void has_the_published_roots(void **state)
{
    (void)state;
    static const struct {
        const char *leaf;
        const char *root;
    } rows[] = {
        { "", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
        { "00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
        { "10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
        { "2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { "3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
        { "40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
        { "5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
        { "606162636465666768696a6b6c6d6e6f",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
    };
    struct tree tree = { 0 };
    struct tree_node nodes[TREE_HEIGHT_MAX];
    struct hash root;
    size_t n;
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint8_t leaf[32];
        assert_true(hex_decode(str_of(rows[i].leaf), leaf, sizeof(leaf), &n));
        tree_append(&tree, leaf_hash(str_span(leaf, n)), nodes);
        assert_true(hex_decode(str_of(rows[i].root), root.b, sizeof(root.b), &n));
        struct hash computed = tree_root(&tree);
        assert_memory_equal(computed.b, root.b, HASH_BYTES);
    }
    tree = (struct tree){ 0 };
    assert_true(hash_equal(tree_root(&tree), hash_of(STR(""))));
}

static struct hash numbered(int64_t i)
{
    return leaf_hash(str_span(&i, sizeof(i)));
}

/* Node ids come out gapless in the order of storage, and tree_node_id() finds each again. */
static void numbers_nodes_in_order(void **state)
{
    (void)state;
    struct tree tree = { 0 };
    struct tree_node nodes[TREE_HEIGHT_MAX];
    int64_t next_id = 0;
    for (int64_t leaf = 0; leaf < 1000; leaf++) {
        assert_int_equal(tree_node_count(leaf), next_id);
        size_t count = tree_append(&tree, numbered(leaf), nodes);
        assert_int_equal(count, 1 + __builtin_ctzll((unsigned long long)leaf + 1));
        for (size_t level = 0; level < count; level++) {
            assert_int_equal(nodes[level].id, next_id++);
            assert_int_equal(tree_node_id((unsigned)level, leaf >> level), nodes[level].id);
        }
    }
    assert_int_equal(tree_node_id(TREE_HEIGHT_MAX - 1, 0), (INT64_C(1) << 62) - 2);
}

static void opens_again_from_its_edge(void **state)
{
    (void)state;
    enum { SIZE = 40 };
    struct hash stored[2 * SIZE] = { 0 };
    struct tree tree = { 0 };
    for (int64_t size = 0; size <= SIZE; size++) {
        int64_t ids[TREE_HEIGHT_MAX];
        struct hash hashes[TREE_HEIGHT_MAX];
        size_t count = tree_edge_ids(size, ids);
        assert_int_equal(count, __builtin_popcountll((unsigned long long)size));
        for (size_t i = 0; i < count; i++) {
            hashes[i] = stored[ids[i]];
        }
        struct tree opened = tree_from_edge(size, hashes);
        assert_true(hash_equal(tree_root(&opened), tree_root(&tree)));
        struct tree_node nodes[TREE_HEIGHT_MAX];
        count = tree_append(&tree, numbered(size), nodes);
        for (size_t i = 0; i < count; i++) {
            assert_true(nodes[i].id < (int64_t)COUNT(stored));
            stored[nodes[i].id] = nodes[i].hash;
        }
        struct tree_node again[TREE_HEIGHT_MAX];
        assert_int_equal(tree_append(&opened, numbered(size), again), count);
        assert_memory_equal(again, nodes, count * sizeof(nodes[0]));
    }
}

static void tile_paths_have_one_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        struct tile tile;
    } good[] = {
        { "tile/0/000", { 0, 0, 256 } },
        { "tile/0/x001/x234/067", { 0, 1234067, 256 } },
        { "tile/0/x001/067.p/1", { 0, 1067, 1 } },
        { "tile/7/999.p/255", { 7, 999, 255 } },
        { "tile/entries/x001/000.p/7", { TILE_LEVEL_ENTRIES, 1000, 7 } },
        { "tile/entries/000", { TILE_LEVEL_ENTRIES, 0, 256 } },
    };
    for (size_t i = 0; i < COUNT(good); i++) {
        struct tile tile;
        assert_true(tile_path_parse(str_of(good[i].path), &tile));
        assert_int_equal(tile.level, good[i].tile.level);
        assert_int_equal(tile.index, good[i].tile.index);
        assert_int_equal(tile.width, good[i].tile.width);
    }
    static const char *const bad[] = {
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000/000",
        "tile/0/x000/001",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/0/x001/",
        "tile/0/x001/x000",
        "tile/0/x001000",
        "tile/00/000",
        "tile/8/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/Entries/000",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/-1",
        "tile/0/000/",
        "tile/0/000.p/1/",
        "tile/0/00a",
        "tile/0/x01/000",
        "tile/0/ 00",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/%30%30%30",
        "tile/../tile/0/000",
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct tile tile;
        if (tile_path_parse(str_of(bad[i]), &tile)) {
            fail_msg("'%s' was read", bad[i]);
        }
    }
}

/* C2SP's own example: 70,000 leaves are 273 full tiles and 112 hashes; 1 and 17; and 1. */
static void cuts_seventy_thousand_as_documented(void **state)
{
    (void)state;
    static const struct {
        int64_t full;
        int level;
        int rest;
    } rows[] = {
        { 273, 0, 112 }, { 1, 1, 17 }, { 0, 2, 1 }, { 0, 3, 0 }, { 273, TILE_LEVEL_ENTRIES, 112 }
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (int64_t index = 0; index < rows[i].full; index++) {
            assert_int_equal(tile_at(rows[i].level, index, 70000).width, TILE_WIDTH);
        }
        struct tile last = tile_at(rows[i].level, rows[i].full, 70000);
        assert_int_equal(last.width, rows[i].rest);
        assert_int_equal(tile_at(rows[i].level, rows[i].full + 1, 70000).width, 0);
        assert_false(
            tile_is_complete((struct tile){ last.level, last.index, last.width + 1 }, 70000));
        assert_int_equal(tile_is_complete(last, 70000), rows[i].rest > 0);
    }
    assert_false(tile_is_complete((struct tile){ 0, INT64_MAX / 256, 256 }, 70000));
    /* The hash of a tile one level up is the root over the full tile below it. */
    struct tree tree = { 0 };
    struct tree_node nodes[TREE_HEIGHT_MAX];
    struct hash below[TILE_WIDTH];
    size_t count = 0;
    for (int64_t i = 0; i < TILE_WIDTH; i++) {
        below[i] = numbered(i);
        count = tree_append(&tree, below[i], nodes);
    }
    assert_int_equal(tile_node_id(tile_at(1, 0, TILE_WIDTH), 0), nodes[count - 1].id);
    assert_true(hash_equal(tree_root_of(below, TILE_WIDTH), nodes[count - 1].hash));
    assert_int_equal(tile_node_id((struct tile){ TILE_LEVEL_ENTRIES, 2, 9 }, 8), 520);
}

static void bundles_come_apart_as_they_were_made(void **state)
{
    (void)state;
    char buffer[1024];
    struct out out = out_fixed(buffer, sizeof(buffer));
    char long_entry[300];
    memset(long_entry, 'x', sizeof(long_entry));
    tile_entry_write(&out, STR("one"));
    tile_entry_write(&out, STR(""));
    tile_entry_write(&out, str_span(long_entry, sizeof(long_entry)));
    assert_memory_equal(buffer, "\0\3one\0\0\1\54x", 10);
    struct str rest = out_str(&out);
    struct str entry;
    size_t lengths[3];
    for (size_t i = 0; i < COUNT(lengths); i++) {
        assert_true(tile_entry_next(&rest, &entry));
        lengths[i] = entry.n;
    }
    assert_int_equal(rest.n, 0);
    assert_true(lengths[0] == 3 && lengths[1] == 0 && lengths[2] == 300);
    rest = str_span(buffer, 4);
    assert_false(tile_entry_next(&rest, &entry));
    rest = str_span(buffer, 1);
    assert_false(tile_entry_next(&rest, &entry));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_the_published_roots),
        cmocka_unit_test(numbers_nodes_in_order),
        cmocka_unit_test(opens_again_from_its_edge),
        cmocka_unit_test(tile_paths_have_one_spelling),
        cmocka_unit_test(cuts_seventy_thousand_as_documented),
        cmocka_unit_test(bundles_come_apart_as_they_were_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
