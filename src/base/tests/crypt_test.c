/* Cryptography against published vectors, secrets against every bit flip, strict decoders. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/crypt.h"
#include "base/out.h"

static void assert_hex(const void *bytes, size_t n, const char *expected)
{
    char text[512];
    struct out out = out_fixed(text, sizeof text);
    out_hex(&out, bytes, n);
    if (!str_equal(out_str(&out), str_of(expected))) {
        fail_msg("%.*s is not %s", STR_ARG(out_str(&out)), expected);
    }
}

/* FIPS 180-2 and RFC 4231, case 2. */
static void hashes(void **state)
{
    (void)state;
    struct hash abc = hash_of(STR("abc"));
    assert_hex(abc.b, HASH_BYTES,
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    struct hash none = hash_of(STR_NONE);
    assert_hex(none.b, HASH_BYTES,
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const struct str parts[] = { STR("a"), STR_NONE, STR("bc") };
    assert_true(hash_equal(hash_of_parts(parts, COUNT(parts)), abc));
    assert_false(hash_equal(abc, none));
    const struct str message[] = { STR("what do ya want "), STR("for nothing?") };
    struct hash mac = hash_hmac(STR("Jefe"), message, COUNT(message));
    assert_hex(mac.b, HASH_BYTES,
               "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_int_equal(hash_str(&abc).n, HASH_BYTES);
}

/* RFC 8032, 7.1, test 2. */
static void signs(void **state)
{
    (void)state;
    uint8_t seed[SIGN_SEED_BYTES];
    size_t n;
    assert_true(hex_decode(STR("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
                           seed, sizeof seed, &n));
    struct sign_key key = sign_key_from_seed(seed);
    assert_hex(key.public, sizeof key.public,
               "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    uint8_t signature[SIGN_BYTES];
    sign_bytes(&key, STR("r"), signature);
    assert_hex(signature, sizeof signature,
               "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
               "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assert_true(sign_verify(key.public, STR("r"), signature));
    assert_false(sign_verify(key.public, STR("s"), signature));
    for (size_t bit = 0; bit < 8 * sizeof signature; bit++) {
        signature[bit / 8] ^= (uint8_t)(1 << bit % 8);
        assert_false(sign_verify(key.public, STR("r"), signature));
        signature[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
}

static void draws_the_same_from_the_same_seed(void **state)
{
    (void)state;
    static const uint8_t seed[32] = { 0 };
    uint8_t first[64];
    uint8_t second[64];
    random_from_seed(seed, 0, first, sizeof first);
    /* RFC 7539, A.1, test 1: the key stream of a zero key and nonce. */
    assert_hex(first, 16, "76b8e0ada0f13d90405d6ae55386bd28");
    random_from_seed(seed, 0, second, sizeof second);
    assert_memory_equal(first, second, sizeof first);
    random_from_seed(seed, 1, second, sizeof second);
    assert_memory_not_equal(first, second, 16);
    random_from_seed(seed, UINT64_C(1) << 32, first, sizeof first);
    assert_memory_not_equal(first, second, 16);
    random_bytes(first, sizeof first);
    random_bytes(second, sizeof second);
    assert_memory_not_equal(first, second, sizeof first);
}

static void feigns_chance_until_it_is_told_to_stop(void **state)
{
    (void)state;
    static const uint8_t seed[32] = { 7 };
    uint8_t drawn[3][32];
    for (size_t i = 0; i < COUNT(drawn); i++) {
        random_feign(i < 2 ? seed : NULL);
        random_bytes(drawn[i], sizeof drawn[i]);
    }
    assert_memory_equal(drawn[0], drawn[1], sizeof drawn[0]);
    assert_memory_not_equal(drawn[1], drawn[2], sizeof drawn[1]);
}

static void seals_and_opens(void **state)
{
    (void)state;
    uint8_t key[SECRET_KEY_BYTES] = { 1 };
    const struct str plain = STR("số điện thoại 0912 345 678");
    uint8_t sealed[64 + SECRET_OVERHEAD_BYTES];
    uint8_t opened[64];
    secret_seal(key, plain, STR("phone"), sealed);
    struct str whole = str_span(sealed, plain.n + SECRET_OVERHEAD_BYTES);
    assert_true(secret_open(key, whole, STR("phone"), opened));
    assert_memory_equal(opened, plain.p, plain.n);

    assert_false(secret_open(key, whole, STR("mail"), opened));
    assert_false(secret_open(key, whole, STR_NONE, opened));
    for (size_t bit = 0; bit < 8 * whole.n; bit++) {
        sealed[bit / 8] ^= (uint8_t)(1 << bit % 8);
        assert_false(secret_open(key, whole, STR("phone"), opened));
        sealed[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
    for (size_t n = 0; n < whole.n; n++) {
        assert_false(secret_open(key, str_slice(whole, 0, n), STR("phone"), opened));
    }
    key[31] = 1;
    assert_false(secret_open(key, whole, STR("phone"), opened));
    secret_seal(key, STR_NONE, STR_NONE, sealed);
    assert_true(secret_open(key, str_span(sealed, SECRET_OVERHEAD_BYTES), STR_NONE, opened));
}

static void hashes_passwords(void **state)
{
    (void)state;
    char hash[PASSWORD_HASH_BYTES];
    assert_true(password_hash(STR("Huế 1802"), hash));
    assert_true(str_starts(str_of(hash), STR("$argon2id$v=19$m=65536,t=2,p=1$")));
    assert_true(password_verify(STR("Huế 1802"), hash));
    assert_false(password_verify(STR("Huế 1803"), hash));
    assert_false(password_verify(STR_NONE, hash));
    assert_false(password_verify(STR("x"), "not a hash"));
}

enum alphabet { HEX, BASE64, BASE64URL };

static void decodes_only_canonical_text(void **state)
{
    (void)state;
    static const struct {
        enum alphabet alphabet;
        const char *text;
        const char *bytes; /* NULL: refused */
    } rows[] = {
        { BASE64, "", "" },
        { BASE64, "Zg==", "f" },
        { BASE64, "Zm8=", "fo" },
        { BASE64, "Zm9v", "foo" },
        { BASE64, "+//+", "\xfb\xff\xfe" },
        { BASE64, "Zh==", NULL }, /* tail bits set */
        { BASE64, "Zm9=", NULL },
        { BASE64, "Zg", NULL }, /* padding missing, short, long */
        { BASE64, "Zg=", NULL },
        { BASE64, "Zg===", NULL },
        { BASE64, "Zm9v=", NULL },
        { BASE64, "Z", NULL },
        { BASE64, "=", NULL },
        { BASE64, "====", NULL },
        { BASE64, "Zg==Zg==", NULL },
        { BASE64, "Zm9v\n", NULL },
        { BASE64, " Zm9v", NULL },
        { BASE64, "Zm 9v", NULL },
        { BASE64, "-__-", NULL },
        { BASE64, "\xbb\xaf\xbf\xbe", NULL },
        { BASE64, "Zm9\xaf", NULL },
        { BASE64URL, "", "" },
        { BASE64URL, "Zg", "f" },
        { BASE64URL, "-__-", "\xfb\xff\xfe" },
        { BASE64URL, "Zh", NULL },
        { BASE64URL, "Zm9", NULL },
        { BASE64URL, "Zg==", NULL },
        { BASE64URL, "Z", NULL },
        { BASE64URL, "+//+", NULL },
        { BASE64URL, "Zm9\xdf", NULL },
        { BASE64URL, "Zm9v ", NULL },
        { HEX, "", "" },
        { HEX, "666f6f", "foo" },
        { HEX, "666F6F", NULL },
        { HEX, "6", NULL },
        { HEX, "6g", NULL },
        { HEX, "66 6f", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        bool (*const decoders[])(struct str, void *, size_t,
                                 size_t *) = { hex_decode, base64_decode, base64url_decode };
        char bytes[8] = { 0 };
        size_t n = 99;
        bool fine = decoders[rows[i].alphabet](str_of(rows[i].text), bytes, sizeof bytes, &n);
        if (fine != (rows[i].bytes != NULL)) {
            fail_msg("row %zu \"%s\"", i, rows[i].text);
        }
        assert_int_equal(n, fine ? strlen(rows[i].bytes) : 99);
        if (fine) {
            assert_memory_equal(bytes, rows[i].bytes, n);
        }
    }
}

static void decodes_within_capacity(void **state)
{
    (void)state;
    char bytes[4] = "....";
    size_t n = 99;
    assert_false(base64_decode(STR("Zm9v"), bytes, 2, &n));
    assert_false(hex_decode(STR("666f6f"), bytes, 2, &n));
    assert_int_equal(bytes[2], '.');
    assert_int_equal(n, 99);
    assert_true(base64_decode(STR_NONE, bytes, 0, &n));
    assert_int_equal(n, 0);
}

static void compares_and_wipes_secrets(void **state)
{
    (void)state;
    assert_true(secret_equal(STR("abc"), STR("abc")));
    assert_false(secret_equal(STR("abc"), STR("abd")));
    assert_false(secret_equal(STR("abc"), STR("ab")));
    assert_true(secret_equal(STR(""), STR_NONE));
    char secret[] = "secret";
    secret_wipe(secret, sizeof secret);
    assert_memory_equal(secret, "\0\0\0\0\0\0", 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes),
        cmocka_unit_test(signs),
        cmocka_unit_test(draws_the_same_from_the_same_seed),
        cmocka_unit_test(feigns_chance_until_it_is_told_to_stop),
        cmocka_unit_test(seals_and_opens),
        cmocka_unit_test(hashes_passwords),
        cmocka_unit_test(decodes_only_canonical_text),
        cmocka_unit_test(decodes_within_capacity),
        cmocka_unit_test(compares_and_wipes_secrets),
    };
    if (!crypt_start()) {
        return 1;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
