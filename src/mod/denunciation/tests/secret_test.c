/* Syllables, secrets and codes: each another, read as they are typed, derived as written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/must.h"
#include "mod/denunciation/secret.h"

static struct arena *arena;

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void there_are_2048_syllables(void **state)
{
    (void)state;
    static char all[SYLLABLES][SYLLABLE_CHARS_MAX + 1];
    for (unsigned i = 0; i < SYLLABLES; i++) {
        struct out out = out_fixed(all[i], SYLLABLE_CHARS_MAX);
        syllable_write(&out, i);
        assert_false(out.overflowed);
        assert_true(out.n > 0);
        for (size_t at = 0; at < out.n; at++) {
            assert_in_range(all[i][at], 'a', 'z');
        }
    }
    assert_string_equal(all[0], "a");
    assert_string_equal(all[SYLLABLES - 1], "quiu");
    qsort(all, SYLLABLES, sizeof all[0], compare);
    for (unsigned i = 1; i < SYLLABLES; i++) {
        assert_string_not_equal(all[i - 1], all[i]);
    }
}

static void a_secret_is_read_as_it_is_typed(void **state)
{
    (void)state;
    static const uint8_t bits[][SECRET_RANDOM_BYTES] = {
        { 0 },
        { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff },
        { 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0x11, 0x22, 0x33 },
    };
    struct str wrong;
    for (size_t i = 0; i < COUNT(bits); i++) {
        struct str secret = mailbox_secret_make(arena, bits[i]);
        assert_true(str_equal(mailbox_secret_read(arena, secret, &wrong), secret));
    }
    assert_true(str_equal(mailbox_secret_make(arena, bits[0]), STR("a a a a a a a a")));
    static const struct {
        const char *typed;
        const char *read;
        const char *wrong;
    } rows[] = {
        { "  Ba-bà,BÁ  bả bạ bã băng\nnghiêng ", "ba ba ba ba ba ba bang nghieng", NULL },
        { "ba ba ba ba ba ba ba", NULL, NULL },
        { "ba ba ba ba ba ba ba ba ba", NULL, NULL },
        { "", NULL, NULL },
        { "ba ba ba ba ba ba ba wa", NULL, "wa" },
        { "ba ngieng ba ba ba ba ba ba", NULL, "ngieng" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str read = mailbox_secret_read(arena, str_of(rows[i].typed), &wrong);
        assert_true(str_equal(read, str_of(rows[i].read)));
        assert_true(str_equal(wrong, str_of(rows[i].wrong)));
        assert_int_equal(read.p != NULL, rows[i].read != NULL);
    }
}

static void a_code_is_read_as_it_is_typed(void **state)
{
    (void)state;
    static const uint8_t bits[CODE_RANDOM_BYTES] = { 1, 2, 3, 4, 5, 6, 7, 8 };
    struct str code = denunciation_code(arena, bits);
    assert_int_equal(code.n, CODE_CHARS);
    assert_true(str_equal(denunciation_code_read(arena, code), code));
    assert_true(str_equal(denunciation_code_read(arena, STR(" tc7k3q 92mx")), STR("TC-7K3Q-92MX")));
    static const char *const none[] = { "",
                                        "TC-7K3Q-92M",
                                        "TC-7K3Q-92MXX",
                                        "PX-7K3Q-92MX",
                                        "TC-7K3Q-92M0",
                                        "TC-7K3Q-92Ml",
                                        "TC_7K3Q_92MX" };
    for (size_t i = 0; i < COUNT(none); i++) {
        assert_null(denunciation_code_read(arena, str_of(none[i])).p);
    }
}

/* By PyNaCl: argon2id of the secret, salts as SHA-256 of purpose and origin, cut to 16 bytes. */
static void a_mailbox_follows_from_secret_and_site(void **state)
{
    (void)state;
    struct mailbox box;
    struct mailbox other;
    uint8_t expected[HASH_BYTES];
    size_t n;
    assert_true(mailbox_of(STR("ba bang bao bach be ben beo bet"), STR("kheo.example/hue"), &box));
    assert_true(hex_decode(STR("be4df85cc3963fcceed73677d569f05c33553e96b47c04de0b37df566ba0fc11"),
                           expected, sizeof expected, &n));
    assert_memory_equal(box.hash.b, expected, HASH_BYTES);
    assert_true(hex_decode(STR("35aa886b3df3d33fc4ddc6d239e28316689e300391c0da4ce166d64c0df8085e"),
                           expected, sizeof expected, &n));
    assert_memory_equal(box.key.public, expected, BOX_KEY_BYTES);
    assert_true(
        mailbox_of(STR("ba bang bao bach be ben beo bet"), STR("kheo.example/hue2"), &other));
    assert_memory_not_equal(other.hash.b, box.hash.b, HASH_BYTES);
    assert_memory_not_equal(other.key.public, box.key.public, BOX_KEY_BYTES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_2048_syllables),
        cmocka_unit_test(a_secret_is_read_as_it_is_typed),
        cmocka_unit_test(a_code_is_read_as_it_is_typed),
        cmocka_unit_test(a_mailbox_follows_from_secret_and_site),
    };
    must(crypt_start());
    arena = arena_create(1 << 20);
    must(arena);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
