/* Signed notes, verifier keys, checkpoints: strict reading, known keys, C2SP's limits. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/tests/fixture.h"

/* A checkpoint signed by openssl, and its key, whose base64 holds a "+" of its own. */
#define FOREIGN_KEY "kien-nghi.example/hue+e1ea7897+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS"
#define FOREIGN_NOTE                                                                              \
    "kien-nghi.example/hue\n300\nSd/JuSdipBpU6fCNIPpVsjj9tp2OgVm6XIdXJQ09s9Y=\n\n"                \
    "— kien-nghi.example/hue 4ep4lxLgfXLvvBFOtxYfgkr/w5RJo9EFQlV29qUIYe+17dUz13VlMFBPAkBY00H0W2q" \
    "J6xHVG8wphcDwyJ4CANpw3AQ=\n"
/* The C2SP specification's own example has a text with an empty line. */
#define POEM                                                                                      \
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n"

static void reads_foreign_keys_and_notes(void **state)
{
    (void)state;
    struct vkey key;
    assert_true(vkey_parse(STR(FOREIGN_KEY), &key));
    assert_true(str_equal(key.name, STR("kien-nghi.example/hue")));
    assert_int_equal(vkey_id(&key), 0xe1ea7897);
    char buffer[VKEY_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    vkey_write(&out, &key);
    assert_true(str_equal(out_str(&out), STR(FOREIGN_KEY)));

    struct note note;
    struct checkpoint checkpoint;
    assert_true(note_parse(STR(FOREIGN_NOTE), &note));
    assert_int_equal(note_verify(&note, &key, 1), NOTE_SIGNED);
    assert_true(checkpoint_parse(note.text, &checkpoint));
    assert_int_equal(checkpoint.size, 300);
    assert_true(str_equal(checkpoint.origin, key.name));
}

static void refuses_other_spellings_of_a_key(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "a",
        "a+b",
        "kien-nghi.example/hue+e1ea7897+",
        FOREIGN_KEY "\n",
        " " FOREIGN_KEY,
        FOREIGN_KEY "=",
        "kien-nghi.example/huf+e1ea7897+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
        "kien-nghi.example/hue+E1EA7897+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
        "kien-nghi.example/hue+e1ea789+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
        "kien-nghi.example/hue+e1ea7898+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
        "kien-nghi.example/hue+e1ea7897+ASFS NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
        "+e1ea7897+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
        "kien nghi+e1ea7897+ASFS+NGbeR0kRTJC4V8uq2y3z/p7al7TAJeWDgaYgdsS",
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct vkey key;
        if (vkey_parse(str_of(rows[i]), &key)) {
            fail_msg("'%s' was read", rows[i]);
        }
    }
}

static void names_have_no_space_and_no_plus(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool is_valid;
    } rows[] = {
        { "demo.kheo.example/log", true },
        { "nhân-chứng.example", true },
        { "a", true },
        { "", false },
        { "a b", false },
        { "a+b", false },
        { "a\tb", false },
        { "a\nb", false },
        { "a\xC2\xA0"
          "b",
          false },
        { "a\xE2\x80\x89"
          "b",
          false },
        { "\xE3\x80\x80", false },
        { "a\xE2\x80\xA9", false },
        { "\xFF", false },
        { "\xC3", false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(note_name_is_valid(str_of(rows[i].name)), rows[i].is_valid);
    }
}

static void refuses_notes_that_are_not_exact(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "\n",
        "\n\n",
        "a\n",
        "a\n\n",
        "a\n\nb\n",
        "a\n\n— n AAAAAAE=",   /* no newline at the end */
        "a\n\n— n AAAAAA==\n", /* a key id without a signature */
        "a\n\n— n AAAAAAF=\n", /* tail bits */
        "a\n\n— n AAAAAAE\n",
        "a\n\n— n AAAAAAE==\n",
        "a\n\n— n  AAAAAAE=\n",
        "a\n\n— n AAAAAAE= \n",
        "a\n\n—  AAAAAAE=\n",
        "a\n\n- n AAAAAAE=\n",
        "a\n\n—n AAAAAAE=\n",
        "a\n\n— n\n",
        "a\n— n AAAAAAE=\n",
        "a\n\n— n+m AAAAAAE=\n",
        "a\n\n— n AAAAAAE=\nb\n",
        "a\n\n— n AAAAAAE=\n\n",
        "a\r\n\n— n AAAAAAE=\n",
        "a\xFF\n\n— n AAAAAAE=\n",
        "a\x01\n\n— n AAAAAAE=\n",
    };
    struct note note;
    assert_true(note_parse(STR("a\n\n— n AAAAAAE=\n"), &note));
    assert_true(note_parse(STR("\n\n— n AAAAAAE=\n"), &note));
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (note_parse(str_of(rows[i]), &note)) {
            fail_msg("row %zu: '%s' was read", i, rows[i]);
        }
    }
    assert_false(note_parse(str_span("a\0\n\n— n AAAAAAE=\n", 20), &note));
}

static void signs_what_it_verifies(void **state)
{
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    struct fixture_log log = fixture_create(arena, 1);
    struct vkey keys[2];
    fixture_keys(&log, keys);
    struct out out = out_open(arena, NOTE_BYTES_MAX);
    note_sign(&out, STR(POEM), FIXTURE_ORIGIN, &log.key);
    note_cosign(&out, STR(POEM), FIXTURE_WITNESS, &log.witness, (struct instant){ 1795300000 });
    struct note note;
    assert_true(note_parse(out_str(&out), &note));
    assert_true(str_equal(note.text, STR(POEM)));
    assert_int_equal(note.count, 2);
    assert_int_equal(note_verify(&note, keys, 2), NOTE_SIGNED);
    assert_int_equal(note_verify(&note, keys, 1), NOTE_SIGNED);
    assert_int_equal(note_verify(&note, keys, 0), NOTE_UNSIGNED);
    /* The same key in the other role is another key: its id differs. */
    struct vkey stranger = vkey_of(FIXTURE_ORIGIN, VKEY_COSIGNATURE, &log.key);
    assert_int_equal(note_verify(&note, &stranger, 1), NOTE_UNSIGNED);
    struct vkey renamed = vkey_of(STR("another.example"), VKEY_ED25519, &log.key);
    assert_int_equal(note_verify(&note, &renamed, 1), NOTE_UNSIGNED);
    for (size_t i = 0; i < note.text.n; i++) {
        out.p[i] = (char)(out.p[i] ^ 1);
        struct note other;
        assert_true(!note_parse(out_str(&out), &other) ||
                    note_verify(&other, keys, 1) != NOTE_SIGNED);
        out.p[i] = (char)(out.p[i] ^ 1);
    }
    arena_destroy(arena);
}

/* 15 strangers and then ours: the format's own minimum; and more than we take. */
static void finds_its_signature_among_many(void **state)
{
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    struct fixture_log log = fixture_create(arena, 1);
    struct vkey keys[2];
    fixture_keys(&log, keys);
    struct out signed_once = out_open(arena, NOTE_BYTES_MAX);
    note_sign(&signed_once, STR("a\n"), FIXTURE_ORIGIN, &log.key);
    struct str ours = str_slice(out_str(&signed_once), 3, signed_once.n);
    for (size_t strangers = 0; strangers <= NOTE_SIGNATURES_MAX; strangers++) {
        struct out out = out_open(arena, NOTE_BYTES_MAX);
        out_lit(&out, "a\n\n");
        for (size_t i = 0; i < strangers; i++) {
            /* A stranger's forgery is not our concern, even under our name. */
            out_lit(&out, "— demo.kheo.example/log AAAAAAE=\n");
        }
        out_str_raw(&out, ours);
        struct note note;
        assert_int_equal(note_parse(out_str(&out), &note), strangers < NOTE_SIGNATURES_MAX);
        assert_true(strangers == NOTE_SIGNATURES_MAX || note_verify(&note, keys, 1) == NOTE_SIGNED);
    }
    /* Known and bad rejects the whole note, though a good line of the same key stands beside it. */
    struct out out = out_open(arena, NOTE_BYTES_MAX);
    out_str_raw(&out, out_str(&signed_once));
    out_str_raw(&out, ours);
    out.p[out.n - 10] = out.p[out.n - 10] == 'A' ? 'B' : 'A';
    struct note note;
    assert_true(note_parse(out_str(&out), &note));
    assert_int_equal(note_verify(&note, keys, 1), NOTE_FORGED);
    arena_destroy(arena);
}

static void checkpoints_have_one_spelling(void **state)
{
    (void)state;
#define ROOT "Sd/JuSdipBpU6fCNIPpVsjj9tp2OgVm6XIdXJQ09s9Y="
    static const struct {
        const char *text;
        bool is_good;
    } rows[] = {
        { "o\n1\n" ROOT "\n", true },
        { "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true },
        { "o\n4611686018427387903\n" ROOT "\n", true },
        { "o\n4611686018427387904\n" ROOT "\n", false },
        { "o\n0\n" ROOT "\n", false },
        { "o\n01\n" ROOT "\n", false },
        { "o\n-1\n" ROOT "\n", false },
        { "o\n\n" ROOT "\n", false },
        { "\n1\n" ROOT "\n", false },
        { "o p\n1\n" ROOT "\n", false },
        { "o\n1\n" ROOT, false },
        { "o\n1\n" ROOT "\n\n", false },
        { "o\n1\n" ROOT "\nextension\n", false },
        { "o\n1\nSd/JuSdipBpU6fCNIPpVsjj9tp2OgVm6XIdXJQ09s9Z=\n", false },
        { "o\n1\nSd/JuSdipBpU6fCNIPpVsjj9tp2OgVm6XIdXJQ09s9Y\n", false },
        { "o\n1\nSd/JuSdipBpU6fCNIPpVs\xC3\xA9"
          "9tp2OgVm6XIdXJQ09s9Y=\n",
          false },
        { "o\n1\nSd/JuSdipBpU6fCNIPpVsjj9tp2OgVm6XIdXJQ09sw==\n", false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct checkpoint checkpoint;
        if (checkpoint_parse(str_of(rows[i].text), &checkpoint) != rows[i].is_good) {
            fail_msg("row %zu", i);
        }
        if (rows[i].is_good) {
            char buffer[CHECKPOINT_BYTES_MAX];
            struct out out = out_fixed(buffer, sizeof(buffer));
            checkpoint_write(&out, &checkpoint);
            assert_true(str_equal(out_str(&out), str_of(rows[i].text)));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_foreign_keys_and_notes),
        cmocka_unit_test(refuses_other_spellings_of_a_key),
        cmocka_unit_test(names_have_no_space_and_no_plus),
        cmocka_unit_test(refuses_notes_that_are_not_exact),
        cmocka_unit_test(signs_what_it_verifies),
        cmocka_unit_test(finds_its_signature_among_many),
        cmocka_unit_test(checkpoints_have_one_spelling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
