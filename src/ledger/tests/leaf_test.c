/* Leaves: their exact bytes, and that nothing else is read as one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ledger/leaf.h"
#include "ledger/lines.h"

#define COMMITMENT "43BT5yAMV5E78Df5WdfqZcjPxLtvAJL7F-2rs2QeQBo"
#define FIRST                                                                                      \
    "kheo-leaf/v1\nt=feedback.received\nat=1795300000\nu=19753\n"                                  \
    "o=00041061050R3GG28A1C60T3GF\nv=1\np=-\nc=" COMMITMENT "\n"
#define SECOND                                                                                     \
    "kheo-leaf/v1\nt=feedback.answered\nat=1795400000\nu=-\n"                                      \
    "o=00041061050R3GG28A1C60T3GF\nv=2\n"                                                          \
    "p=eNiQuGQTUH70tPKmM55wwq5xG9MMqRFiYkJnz4sMwwg\nc=" COMMITMENT "\n"

static struct hash hash_hex(const char *hex)
{
    struct hash hash = { 0 };
    size_t n;
    assert_true(hex_decode(str_of(hex), hash.b, sizeof(hash.b), &n) && n == HASH_BYTES);
    return hash;
}

/* The expected bytes and hashes were computed by another program (docs/LEDGER.md, in Python). */
static void writes_the_documented_bytes(void **state)
{
    (void)state;
    uint8_t random[OBJECT_ID_RANDOM_BYTES];
    for (size_t i = 0; i < sizeof(random); i++) {
        random[i] = (uint8_t)i;
    }
    struct leaf leaf = {
        .type = STR("feedback.received"), .at = { 1795300000 }, .unit = STR("19753"), .version = 1
    };
    object_id_from(random, leaf.object);
    assert_true(hash_from_base64url(STR(COMMITMENT), &leaf.commitment));
    char buffer[LEAF_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    leaf_write(&out, &leaf);
    assert_true(str_equal(out_str(&out), STR(FIRST)));
    struct hash first =
        hash_hex("78d890b86413507ef4b4f2a6339e70c2ae711bd30ca91162624267cf8b0cc308");
    assert_true(hash_equal(leaf_hash(out_str(&out)), first));

    leaf.type = STR("feedback.answered");
    leaf.at.s = 1795400000;
    leaf.unit = STR_NONE;
    leaf.version = 2;
    leaf.previous = first;
    out = out_fixed(buffer, sizeof(buffer));
    leaf_write(&out, &leaf);
    assert_true(str_equal(out_str(&out), STR(SECOND)));
}

static void reads_back_what_it_wrote(void **state)
{
    (void)state;
    static const char *const rows[] = { FIRST, SECOND };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct leaf leaf;
        assert_true(leaf_parse(str_of(rows[i]), &leaf));
        assert_string_equal(leaf.object, "00041061050R3GG28A1C60T3GF");
        assert_int_equal(leaf.version, (int64_t)i + 1);
        assert_int_equal(leaf.unit.p != NULL, i == 0);
    }
}

/* One place of a good leaf is replaced; the result must be refused, and *ret left alone. */
static void refuses_every_other_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *old;
        const char *new;
    } rows[] = {
        { "kheo-leaf/v1", "kheo-leaf/v2" },
        { "kheo-leaf/v1\n", "kheo-leaf/v1 \n" },
        { "kheo-leaf/v1\n", "kheo-leaf/v1\r\n" },
        { "t=feedback", "t=Feedback" },
        { "feedback.received", "feedback" },
        { "feedback.received", "feedback." },
        { "feedback.received", ".received" },
        { "feedback.received", "a.b.c" },
        { "feedback.received", "feedback.re-ceived" },
        { "feedback.received", "feedback.9" },
        { "feedback.received",
          "f.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
        { "at=1795300000", "at=01795300000" },
        { "at=1795300000", "at=-1" },
        { "at=1795300000", "at=0" },
        { "at=1795300000", "at=" },
        { "at=1795300000", "at=9223372036854775808" },
        { "at=1795300000", "at=1795300000 " },
        { "u=19753", "u=" },
        { "u=19753", "u=--" },
        { "u=19753", "u=.1" },
        { "u=19753", "u=1_2" },
        { "u=19753", "u=123456789012345678901" },
        { "o=0004", "o=004" },
        { "o=0004", "o=00004" },
        { "o=0004", "o=000a" },
        { "v=1\n", "v=0\n" },
        { "v=1\n", "v=01\n" },
        { "v=1\n", "v=2\n" },
        { "p=-", "p=" },
        { "p=-", "p=eNiQuGQTUH70tPKmM55wwq5xG9MMqRFiYkJnz4sMwwg" },
        /* The last sign holds two bits that no byte uses. */
        { "QeQBo\n", "QeQBp\n" },
        { "QeQBo\n", "QeQB\n" },
        { "QeQBo\n", "QeQBo=\n" },
        { "F-2rs", "F+2rs" },
        { "QeQBo\n", "QeQBo" },
        { "QeQBo\n", "QeQBo\n\n" },
        { "QeQBo\n", "QeQBo\nx=1\n" },
        { "u=19753\n", "" },
        { "v=1\np=-\n", "p=-\nv=1\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str good = STR(FIRST);
        size_t at = str_find(good, str_of(rows[i].old));
        assert_true(at < good.n);
        char buffer[LEAF_BYTES_MAX];
        struct out bad = out_fixed(buffer, sizeof(buffer));
        out_str_raw(&bad, str_slice(good, 0, at));
        out_str_raw(&bad, str_of(rows[i].new));
        out_str_raw(&bad, str_slice(good, at + strlen(rows[i].old), good.n));
        struct leaf leaf = { .version = 77 };
        if (leaf_parse(out_str(&bad), &leaf)) {
            fail_msg("row %zu: '%s' was read", i, rows[i].new);
        }
        assert_int_equal(leaf.version, 77);
    }
}

static void refuses_every_truncation_and_flip(void **state)
{
    (void)state;
    static const char good[] = FIRST;
    size_t n = sizeof(good) - 1;
    struct leaf leaf;
    for (size_t i = 0; i < n; i++) {
        assert_false(leaf_parse(str_span(good, i), &leaf));
    }
    /* A flip may give another good leaf (another unit code), but never the same text. */
    for (size_t bit = 0; bit < n * 8; bit++) {
        char flipped[sizeof(good)];
        memcpy(flipped, good, sizeof(good));
        flipped[bit / 8] = (char)(flipped[bit / 8] ^ 1 << bit % 8);
        if (leaf_parse(str_span(flipped, n), &leaf)) {
            char buffer[LEAF_BYTES_MAX];
            struct out again = out_fixed(buffer, sizeof(buffer));
            leaf_write(&again, &leaf);
            assert_true(str_equal(out_str(&again), str_span(flipped, n)));
        }
    }
}

static void the_longest_leaf_fits(void **state)
{
    (void)state;
    struct leaf leaf = { .type = STR(
                             "feedback.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                         .at = { INT64_MAX },
                         .unit = STR("12345678901234567890"),
                         .object = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
                         .version = INT64_MAX };
    assert_int_equal(leaf.type.n, LEAF_TYPE_CHARS_MAX);
    char buffer[LEAF_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    leaf_write(&out, &leaf);
    assert_false(out.overflowed);
    assert_true(leaf_parse(out_str(&out), &leaf));
}

static void object_ids_are_crockford_base_32(void **state)
{
    (void)state;
    static const struct {
        uint8_t first;
        uint8_t step;
        const char *id;
    } rows[] = {
        { 0x00, 0, "00000000000000000000000000" },
        { 0xFF, 0, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ" },
        { 0x00, 1, "00041061050R3GG28A1C60T3GF" },
        { 0x9E, 0, "4YKTF9X7MYKTF9X7MYKTF9X7MY" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint8_t random[OBJECT_ID_RANDOM_BYTES];
        for (size_t b = 0; b < sizeof(random); b++) {
            random[b] = (uint8_t)(rows[i].first + b * rows[i].step);
        }
        char id[OBJECT_ID_BYTES];
        object_id_from(random, id);
        assert_string_equal(id, rows[i].id);
        assert_true(object_id_is_valid(str_of(id)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_the_documented_bytes),
        cmocka_unit_test(reads_back_what_it_wrote),
        cmocka_unit_test(refuses_every_other_spelling),
        cmocka_unit_test(refuses_every_truncation_and_flip),
        cmocka_unit_test(the_longest_leaf_fits),
        cmocka_unit_test(object_ids_are_crockford_base_32),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
