/* The anchor: one spelling, the better of two places, and each way in which a tree can be wrong. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/anchor.h"
#include "ledger/tests/fixture.h"

static void write_place(char *file, unsigned place, const struct anchor *anchor)
{
    struct out out = out_fixed(file + (size_t)place * ANCHOR_PLACE_BYTES, ANCHOR_LINE_BYTES);
    anchor_write(&out, anchor);
    must(!out.overflowed && out.n == ANCHOR_LINE_BYTES);
}

static void the_newest_whole_line_counts(void **state)
{
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    struct fixture_log log = fixture_create(arena, 12);
    struct anchor nine = anchor_of(FIXTURE_ORIGIN, 9, fixture_root(&log, 9), &log.key);
    struct anchor ten = anchor_of(FIXTURE_ORIGIN, 10, fixture_root(&log, 10), &log.key);
    char *file = new(arena, char, ANCHOR_FILE_BYTES);
    struct str bytes = str_span(file, ANCHOR_FILE_BYTES);
    struct anchor found;
    unsigned place = 9;
    assert_false(anchor_newest(STR_NONE, FIXTURE_ORIGIN, log.key.public, &found, &place));
    assert_false(anchor_newest(bytes, FIXTURE_ORIGIN, log.key.public, &found, &place));
    write_place(file, 0, &nine);
    struct str short_file = str_span(file, ANCHOR_LINE_BYTES);
    assert_true(anchor_newest(short_file, FIXTURE_ORIGIN, log.key.public, &found, &place));
    assert_true(found.size == 9 && place == 0);
    write_place(file, 1, &ten);
    assert_true(anchor_newest(bytes, FIXTURE_ORIGIN, log.key.public, &found, &place));
    assert_true(found.size == 10 && place == 1);
    /* A write that was cut short at any byte leaves the other place. */
    for (size_t i = 0; i < ANCHOR_LINE_BYTES; i++) {
        file[ANCHOR_PLACE_BYTES + i] = (char)(file[ANCHOR_PLACE_BYTES + i] ^ 1);
        assert_true(anchor_newest(bytes, FIXTURE_ORIGIN, log.key.public, &found, &place));
        assert_true(found.size == 9 && place == 0);
        file[ANCHOR_PLACE_BYTES + i] = (char)(file[ANCHOR_PLACE_BYTES + i] ^ 1);
    }
    assert_false(anchor_newest(bytes, FIXTURE_ORIGIN, log.witness.public, &found, &place));
    assert_false(anchor_newest(bytes, STR("other.example"), log.key.public, &found, &place));
    arena_destroy(arena);
}

/* Nothing stands beside the first line: cut short, it leaves a new file, and no more than that. */
static void a_first_write_that_was_cut_short_is_no_write(void **state)
{
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    struct fixture_log log = fixture_create(arena, 12);
    struct anchor nine = anchor_of(FIXTURE_ORIGIN, 9, fixture_root(&log, 9), &log.key);
    char *file = new(arena, char, ANCHOR_FILE_BYTES);
    assert_true(anchor_is_unwritten(STR_NONE));
    assert_true(anchor_is_unwritten(str_span(file, ANCHOR_FILE_BYTES)));
    write_place(file, ANCHOR_FIRST_PLACE, &nine);
    for (size_t n = 0; n < ANCHOR_FILE_BYTES; n++) {
        assert_true(anchor_is_unwritten(str_span(file, n)));
    }
    assert_false(anchor_is_unwritten(str_span(file, ANCHOR_FILE_BYTES)));
    /* A line that was whole once and is ruined now is no new file, nor is one with two lines. */
    file[ANCHOR_PLACE_BYTES] = 'x';
    assert_false(anchor_is_unwritten(str_span(file, ANCHOR_FILE_BYTES)));
    write_place(file, 1 - ANCHOR_FIRST_PLACE, &nine);
    assert_false(anchor_is_unwritten(str_span(file, ANCHOR_LINE_BYTES)));
    arena_destroy(arena);
}

static void lines_have_one_spelling(void **state)
{
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    struct fixture_log log = fixture_create(arena, 12);
    struct anchor anchor = anchor_of(FIXTURE_ORIGIN, 12, fixture_root(&log, 12), &log.key);
    char line[ANCHOR_LINE_BYTES];
    struct out out = out_fixed(line, sizeof(line));
    anchor_write(&out, &anchor);
    assert_memory_equal(line, "0000000000000000012 ", 20);
    struct anchor again;
    assert_true(anchor_parse(out_str(&out), &again));
    assert_true(again.size == 12 && hash_equal(again.root, anchor.root));
    assert_memory_equal(again.signature, anchor.signature, SIGN_BYTES);
    for (size_t bit = 0; bit < sizeof(line) * 8; bit++) {
        line[bit / 8] = (char)(line[bit / 8] ^ 1 << bit % 8);
        if (anchor_parse(str_span(line, sizeof(line)), &again)) {
            char buffer[ANCHOR_LINE_BYTES];
            struct out spelled = out_fixed(buffer, sizeof(buffer));
            anchor_write(&spelled, &again);
            assert_memory_equal(buffer, line, sizeof(line));
        }
        line[bit / 8] = (char)(line[bit / 8] ^ 1 << bit % 8);
    }
    for (size_t n = 0; n < sizeof(line); n++) {
        assert_false(anchor_parse(str_span(line, n), &again));
    }
    /* A shorter signature and more zeros make the same length. */
    struct out shifted = out_fixed(line, sizeof(line));
    out_lit(&shifted, "00000000000000000000012 ");
    out_base64(&shifted, anchor.root.b, HASH_BYTES);
    out_char(&shifted, ' ');
    out_base64(&shifted, anchor.signature, SIGN_BYTES - 1);
    out_char(&shifted, '\n');
    assert_int_equal(shifted.n, ANCHOR_LINE_BYTES);
    assert_false(anchor_parse(out_str(&shifted), &again));
    /* A size that no tree can have must not reach the writer of checkpoints. */
    out = out_fixed(line, sizeof(line));
    anchor_write(&out, &anchor);
    memset(line, '9', 19);
    unsigned place;
    assert_false(anchor_newest(str_span(line, sizeof(line)), FIXTURE_ORIGIN, log.key.public, &again,
                               &place));
    arena_destroy(arena);
}

static void tells_how_a_tree_is_wrong(void **state)
{
    (void)state;
    struct hash a = hash_of(STR("a"));
    struct hash b = hash_of(STR("b"));
    const struct {
        int64_t size;
        struct hash root_then;
        enum anchor_verdict verdict;
    } rows[] = {
        { 10, a, ANCHOR_EQUAL },       { 11, a, ANCHOR_GROWN },
        { 9, a, ANCHOR_TREE_SMALLER }, { 9, b, ANCHOR_TREE_SMALLER },
        { 0, a, ANCHOR_TREE_SMALLER }, { 10, b, ANCHOR_TREE_DIFFERENT },
        { 11, b, ANCHOR_TREE_FORKED },
    };
    struct anchor anchor = { .size = 10, .root = a };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(anchor_compare(&anchor, rows[i].size, rows[i].root_then), rows[i].verdict);
        assert_true(strlen(anchor_verdict_sentence(rows[i].verdict)) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_whole_line_counts),
        cmocka_unit_test(a_first_write_that_was_cut_short_is_no_write),
        cmocka_unit_test(lines_have_one_spelling),
        cmocka_unit_test(tells_how_a_tree_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
