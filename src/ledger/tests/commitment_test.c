/* Commitments: constant vectors, hiding fields, absent beside empty, and the stored form. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/commitment.h"

enum { BLOB_BYTES_MAX = 4096 };

/* Title present, body empty, phone absent, name present; keys of 1, 2, 3, 4 throughout. */
static struct opening example(void)
{
    struct opening opening = { .count = 4 };
    opening.fields[0] = (struct opened_field){ .name = STR("title"),
                                               .state = OPENED_PRESENT,
                                               .value = STR("Đường ngập") };
    opening.fields[1] =
        (struct opened_field){ .name = STR("body"), .state = OPENED_PRESENT, .value = STR("") };
    opening.fields[2] = (struct opened_field){ .name = STR("phone"), .state = OPENED_ABSENT };
    opening.fields[3] = (struct opened_field){ .name = STR("name"),
                                               .state = OPENED_PRESENT,
                                               .value = STR("Nguyễn Thị Hoa") };
    for (int i = 0; i < 4; i++) {
        memset(opening.fields[i].key, i + 1, FIELD_KEY_BYTES);
    }
    return opening;
}

static void assert_hash(struct hash hash, const char *hex)
{
    struct hash expected;
    size_t n;
    assert_true(hex_decode(str_of(hex), expected.b, sizeof(expected.b), &n));
    assert_memory_equal(hash.b, expected.b, HASH_BYTES);
}

/* The expected hashes were computed by another program (docs/LEDGER.md, in Python). */
static void commits_as_documented(void **state)
{
    (void)state;
    static const char *const hashes[] = {
        "bc01c37f6206f88f9bcbe5ee17b822f9ad17358510056af2eebba632db3cf911",
        "4d31296ea6cdc14cca0b3e5f4a72c2d98b7935694c2d399a2b5d65e8a2f2f006",
        "da5e976e5431eb6c6402952787a2402322b81b0676ea89cc03dedc115c225f10",
        "2d2911de58f22e9211fac722011e24e7a04979b722fdc3e4690a34b7700039c4",
    };
    struct opening opening = example();
    for (size_t i = 0; i < opening.count; i++) {
        assert_hash(opened_field_hash(&opening.fields[i]), hashes[i]);
    }
    assert_hash(opening_commitment(&opening),
                "e37053e7200c57913bf037f959d7ea65c8cfc4bb6f0092fb17edabb3641e401a");
    assert_hash(opening_commitment(&(struct opening){ 0 }),
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void hiding_keeps_the_commitment(void **state)
{
    (void)state;
    struct opening whole = example();
    struct hash commitment = opening_commitment(&whole);
    for (unsigned hidden = 0; hidden < 16; hidden++) {
        struct opening opening = example();
        for (size_t i = 0; i < opening.count; i++) {
            if (hidden >> i & 1) {
                opening_hide(&opening, i);
                opening_hide(&opening, i);
            }
        }
        assert_true(hash_equal(opening_commitment(&opening), commitment));
        static const uint8_t no_key[FIELD_KEY_BYTES];
        bool is_wiped = memcmp(opening.fields[3].key, no_key, sizeof(no_key)) == 0;
        assert_int_equal(is_wiped, (hidden & 8) != 0);
        char buffer[BLOB_BYTES_MAX];
        struct out out = out_fixed(buffer, sizeof(buffer));
        opening_write(&out, &opening);
        struct opening again;
        assert_true(opening_parse(out_str(&out), &again));
        assert_true(hash_equal(opening_commitment(&again), commitment));
        /* What was hidden is gone from the bytes, not only from the struct. */
        bool has_name = str_find(out_str(&out), STR("Hoa")) < out.n;
        bool has_key = str_find(out_str(&out), STR("\4\4\4\4\4\4\4\4")) < out.n;
        assert_int_equal(has_name, !(hidden & 8));
        assert_int_equal(has_key, !(hidden & 8));
    }
}

static void every_part_of_a_field_counts(void **state)
{
    (void)state;
    struct opening opening = example();
    struct hash commitment = opening_commitment(&opening);
    opening.fields[0].key[31] ^= 1;
    assert_false(hash_equal(opening_commitment(&opening), commitment));
    opening = example();
    opening.fields[0].name = STR("titlf");
    assert_false(hash_equal(opening_commitment(&opening), commitment));
    opening = example();
    opening.fields[0].value = STR("Đường ngậq");
    assert_false(hash_equal(opening_commitment(&opening), commitment));
    opening = example();
    opening.fields[1].state = OPENED_ABSENT;
    assert_false(hash_equal(opening_commitment(&opening), commitment));
    opening = example();
    opening.count = 3;
    assert_false(hash_equal(opening_commitment(&opening), commitment));
}

static void stores_as_documented(void **state)
{
    (void)state;
    struct opening opening = example();
    char buffer[BLOB_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    opening_write(&out, &opening);
    assert_hash(hash_of(out_str(&out)),
                "1000c831a12f7bdf1d12a1e40e55b3f2bbcd2ef68078307650f22ad4e7980057");
    struct opening again;
    assert_true(opening_parse(out_str(&out), &again));
    assert_int_equal(again.fields[1].state, OPENED_PRESENT);
    assert_non_null(again.fields[1].value.p);
    assert_int_equal(again.fields[2].state, OPENED_ABSENT);
    assert_ptr_equal(opening_field(&again, STR("name")), &again.fields[3]);
    assert_null(opening_field(&again, STR("nam")));
}

static void refuses_what_it_would_not_write(void **state)
{
    (void)state;
    struct opening opening = example();
    char buffer[BLOB_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    opening_write(&out, &opening);
    struct opening ret;
    for (size_t n = 0; n < out.n; n++) {
        assert_false(opening_parse(str_span(buffer, n), &ret));
    }
    buffer[out.n] = 0;
    assert_false(opening_parse(str_span(buffer, out.n + 1), &ret));

    static const struct {
        const char *bytes;
        size_t n;
    } rows[] = {
        { "\2\0", 2 },      /* another format */
        { "\1\41", 2 },     /* 33 fields */
        { "\1\1\1A\1", 5 }, /* a name in capitals, no key */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_false(opening_parse(str_span(rows[i].bytes, rows[i].n), &ret));
    }
    assert_true(opening_parse(str_span("\1\0", 2), &ret));

    /* Two fields of one name, an unknown state, a name that is no word. */
    struct out twice = out_fixed(buffer, sizeof(buffer));
    opening.count = 1;
    opening.fields[0] = (struct opened_field){ .name = STR("aa"), .state = OPENED_ABSENT };
    opening_write(&twice, &opening);
    assert_true(opening_parse(out_str(&twice), &ret));
    out_bytes(&twice, buffer + 2, twice.n - 2);
    buffer[1] = 2;
    assert_false(opening_parse(out_str(&twice), &ret));
    twice.n = 2 + (twice.n - 2) / 2;
    buffer[1] = 1;
    buffer[5] = 3;
    assert_false(opening_parse(out_str(&twice), &ret));
    buffer[5] = OPENED_ABSENT;
    buffer[3] = 'A';
    assert_false(opening_parse(out_str(&twice), &ret));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commits_as_documented),
        cmocka_unit_test(hiding_keeps_the_commitment),
        cmocka_unit_test(every_part_of_a_field_counts),
        cmocka_unit_test(stores_as_documented),
        cmocka_unit_test(refuses_what_it_would_not_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
