/* Envelopes: those of another program, every bit changed, every length, every class. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/envelope.h"
#include "base/out.h"

enum { KEYS = 3, FILE_BYTES_MAX = 20 << 10 };
static const struct str SAID = STR_INIT("Người gửi: Trần Thị Thử");
static uint8_t bytes[FILE_BYTES_MAX];
static uint8_t opened[64 << 10];

/* The keys of tests/judges/envelope.py: the secret half of the i-th is 32 times i. */
static struct box_key key_of(int i)
{
    uint8_t secret[BOX_KEY_BYTES];
    memset(secret, i, sizeof secret);
    return box_key_from_secret(secret);
}

static struct envelope read_kept(const char *name)
{
    char path[128];
    struct envelope envelope = { 0 };
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "fuzz/corpus/envelope/%s%c", name, '\0');
    FILE *file = fopen(path, "rbe");
    assert_non_null(file);
    size_t n = fread(bytes, 1, sizeof bytes, file);
    assert_int_equal(fclose(file), 0);
    assert_true(envelope_parse(str_span(bytes, n), &envelope));
    return envelope;
}

static bool opens(const struct envelope *envelope, const struct box_key *key)
{
    size_t n;
    return envelope_open(envelope, key, opened, &n);
}

static void opens_what_another_program_sealed(void **state)
{
    (void)state;
    struct envelope envelope = read_kept("pynacl-content");
    size_t n = 0;
    assert_int_equal(envelope.kind, ENVELOPE_CONTENT);
    assert_int_equal(envelope.class_bytes, 4 << 10);
    for (int i = 1; i <= KEYS; i++) {
        struct box_key key = key_of(i);
        assert_true(envelope_open(&envelope, &key, opened, &n));
        assert_int_equal(n, SAID.n);
        assert_memory_equal(opened, SAID.p, n);
    }
    struct box_key stranger = key_of(KEYS + 1);
    assert_false(opens(&envelope, &stranger));
    static const uint8_t id[KEY_ID_BYTES] = { 0x19, 0x98, 0xb8, 0xc8, 0x57, 0x4a, 0x82, 0x70 };
    assert_memory_equal(envelope_key(&envelope, 0).b, id, sizeof id);
    envelope = read_kept("pynacl-content-16k");
    struct box_key second = key_of(2);
    assert_int_equal(envelope.class_bytes, 16 << 10);
    assert_true(envelope_open(&envelope, &second, opened, &n));
    assert_int_equal(n, 200 * SAID.n);
}

/* They are sealed as they should be, and what they hold is not one of our texts. */
static void refuses_what_was_padded_otherwise(void **state)
{
    (void)state;
    const char *const names[] = { "pynacl-bad-padding", "pynacl-bad-class", "pynacl-bad-length" };
    struct box_key key = key_of(1);
    for (size_t i = 0; i < COUNT(names); i++) {
        struct envelope envelope = read_kept(names[i]);
        memset(opened, 'x', envelope.class_bytes);
        assert_false(opens(&envelope, &key));
        for (size_t at = 0; at < envelope.class_bytes; at++) {
            assert_int_equal(opened[at], 0);
        }
    }
}

/* The shares of those whose bits are set. */
static size_t shares_of(const struct envelope *envelope, unsigned subset, struct share *ret)
{
    size_t count = 0;
    for (int i = 0; i < KEYS; i++) {
        struct box_key key = key_of(i + 1);
        assert_false(opens(envelope, &key));
        if (subset >> i & 1) {
            assert_true(envelope_share(envelope, &key, &ret[count++]));
        }
    }
    return count;
}

static void joins_what_another_program_shared(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum envelope_kind kind;
        size_t needed;
    } rows[] = {
        { "pynacl-identity", ENVELOPE_IDENTITY, 2 },
        { "pynacl-key", ENVELOPE_KEY, 3 },
    };
    for (size_t row = 0; row < COUNT(rows); row++) {
        struct envelope envelope = read_kept(rows[row].name);
        struct share shares[KEYS];
        assert_int_equal(envelope.kind, rows[row].kind);
        for (unsigned subset = 1; subset < 1U << KEYS; subset++) {
            size_t n;
            size_t count = shares_of(&envelope, subset, shares);
            bool is_open = envelope_join(&envelope, shares, count, opened, &n);
            assert_int_equal(is_open, count >= rows[row].needed);
        }
        struct box_key stranger = key_of(KEYS + 1);
        assert_false(envelope_share(&envelope, &stranger, &shares[0]));
    }
}

static struct envelope seal(enum envelope_kind kind, struct str plain, uint8_t *ret)
{
    uint8_t keys[KEYS][BOX_KEY_BYTES];
    struct envelope envelope = { 0 };
    for (int i = 0; i < KEYS; i++) {
        struct box_key key = key_of(i + 1);
        memcpy(keys[i], key.public, BOX_KEY_BYTES);
    }
    struct envelope_to to = { (const uint8_t(*)[BOX_KEY_BYTES])keys, KEYS,
                              kind == ENVELOPE_CONTENT ? 1 : 2 };
    assert_true(envelope_seal(kind, &to, plain, ret));
    assert_true(envelope_parse(str_span(ret, envelope_bytes(KEYS, plain.n)), &envelope));
    return envelope;
}

/* One box alone is no key, whichever it is. */
static void joins_what_it_shared(void **state)
{
    (void)state;
    struct share shares[KEYS];
    for (unsigned subset = 1; subset < 1U << KEYS; subset++) {
        size_t n = 0;
        struct envelope envelope = seal(ENVELOPE_IDENTITY, SAID, bytes);
        size_t count = shares_of(&envelope, subset, shares);
        bool is_open = envelope_join(&envelope, shares, count, opened, &n);
        assert_int_equal(is_open, count >= 2);
        assert_int_equal(n, is_open ? SAID.n : 0);
    }
}

/* Not one of the 35,256: whoever it was sealed to, also in the box of another. */
static void refuses_every_changed_bit(void **state)
{
    (void)state;
    struct box_key first = key_of(1);
    struct box_key last = key_of(KEYS);
    struct envelope whole = seal(ENVELOPE_CONTENT, SAID, bytes);
    assert_int_equal(8 * whole.bytes.n, 35256);
    for (size_t bit = 0; bit < 8 * whole.bytes.n; bit++) {
        struct envelope changed;
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
        if (envelope_parse(whole.bytes, &changed)) {
            assert_false(opens(&changed, &first));
            assert_false(opens(&changed, &last));
        }
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
    assert_true(opens(&whole, &first));
}

static void refuses_what_is_no_envelope(void **state)
{
    (void)state;
    struct envelope whole = seal(ENVELOPE_IDENTITY, SAID, bytes);
    struct envelope other;
    for (size_t n = 0; n < whole.bytes.n; n++) {
        assert_false(envelope_parse(str_slice(whole.bytes, 0, n), &other));
    }
    assert_false(envelope_parse(str_span(bytes, whole.bytes.n + 1), &other));
    assert_false(envelope_parse(STR_NONE, &other));
    /* One key twice: whose box would it be? */
    memcpy(bytes + ENVELOPE_HEAD_BYTES + ENVELOPE_BOX_BYTES, bytes + ENVELOPE_HEAD_BYTES,
           KEY_ID_BYTES);
    assert_false(envelope_parse(whole.bytes, &other));
}

static void seals_to_good_keys_only(void **state)
{
    (void)state;
    uint8_t keys[2][BOX_KEY_BYTES];
    struct box_key key = key_of(1);
    struct envelope_to to = { (const uint8_t(*)[BOX_KEY_BYTES])keys, 2, 1 };
    memcpy(keys[0], key.public, BOX_KEY_BYTES);
    memcpy(keys[1], key.public, BOX_KEY_BYTES);
    assert_false(envelope_seal(ENVELOPE_CONTENT, &to, SAID, bytes));
    memset(keys[1], 0, BOX_KEY_BYTES); /* a point of small order: anybody could open that box */
    assert_false(envelope_seal(ENVELOPE_CONTENT, &to, SAID, bytes));
    for (size_t i = 0; i < envelope_bytes(2, SAID.n); i++) {
        assert_int_equal(bytes[i], 0);
    }
    to.count = 0;
    assert_false(envelope_seal(ENVELOPE_CONTENT, &to, SAID, bytes));
    to.count = ENVELOPE_KEYS_MAX + 1;
    assert_false(envelope_seal(ENVELOPE_CONTENT, &to, SAID, bytes));
}

static void pads_to_classes(void **state)
{
    (void)state;
    static const struct {
        size_t plain_bytes;
        size_t class_bytes;
    } rows[] = {
        { 0, 4 << 10 },
        { 4092, 4 << 10 },
        { 4093, 16 << 10 },
        { 16380, 16 << 10 },
        { 16381, 64 << 10 },
        { 65533, 256 << 10 },
        { 262140, 256 << 10 },
        { 262141, 1 << 20 },
        { (1 << 20) - 3, 4 << 20 },
        { (4 << 20) - 3, 16 << 20 },
        { (16 << 20) - 4, 16 << 20 },
        { (16 << 20) - 3, 0 },
        { SIZE_MAX, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(envelope_class(rows[i].plain_bytes), rows[i].class_bytes);
    }
    static char text[4093];
    memset(text, 'a', sizeof text);
    struct box_key key = key_of(1);
    for (size_t n = 0; n <= sizeof text; n += n < 8 || n >= 4088 ? 1 : 510) {
        size_t got = SIZE_MAX;
        struct envelope envelope = seal(ENVELOPE_CONTENT, str_span(text, n), bytes);
        assert_int_equal(envelope.class_bytes, n <= 4092 ? 4 << 10 : 16 << 10);
        assert_true(envelope_open(&envelope, &key, opened, &got));
        assert_int_equal(got, n);
        assert_memory_equal(opened, text, n);
        assert_int_equal(opened[n], 0);
    }
}

static void wraps_a_key_in_a_passphrase(void **state)
{
    (void)state;
    struct box_key key = key_of(5);
    struct box_key other = key_of(6);
    struct box_key got = { 0 };
    uint8_t wrapped[KEY_WRAP_BYTES];
    struct str whole = str_span(wrapped, sizeof wrapped);
    assert_true(box_key_wrap(&key, STR("nón bài thơ bên cầu"), wrapped));
    assert_true(box_key_unwrap(whole, key.public, STR("nón bài thơ bên cầu"), &got));
    assert_memory_equal(&got, &key, sizeof key);
    assert_false(box_key_unwrap(whole, key.public, STR("nón bài thơ bên cồn"), &got));
    assert_false(box_key_unwrap(whole, other.public, STR("nón bài thơ bên cầu"), &got));
    assert_false(box_key_unwrap(str_slice(whole, 0, whole.n - 1), key.public,
                                STR("nón bài thơ bên cầu"), &got));
    for (size_t place = 0; place < sizeof wrapped; place += 7) {
        wrapped[place] ^= 0x10;
        assert_false(box_key_unwrap(whole, key.public, STR("nón bài thơ bên cầu"), &got));
        wrapped[place] ^= 0x10;
    }
    static const uint8_t salt[STRETCH_SALT_BYTES] = { 0, 1, 2,  3,  4,  5,  6,  7,
                                                      8, 9, 10, 11, 12, 13, 14, 15 };
    static const uint8_t expected[] = { 0x1f, 0x47, 0xa0, 0xd9, 0x33, 0x60, 0x9e, 0x5a };
    uint8_t stretched[SECRET_KEY_BYTES];
    assert_true(password_stretch(STR("nón bài thơ"), salt, stretched));
    assert_memory_equal(stretched, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_what_another_program_sealed),
        cmocka_unit_test(refuses_what_was_padded_otherwise),
        cmocka_unit_test(joins_what_another_program_shared),
        cmocka_unit_test(joins_what_it_shared),
        cmocka_unit_test(refuses_every_changed_bit),
        cmocka_unit_test(refuses_what_is_no_envelope),
        cmocka_unit_test(seals_to_good_keys_only),
        cmocka_unit_test(pads_to_classes),
        cmocka_unit_test(wraps_a_key_in_a_passphrase),
    };
    if (!crypt_start()) {
        return 1;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
