/* Narrations: kind and length from the bytes, and every cut and flip of them without harm. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mod/language/language.h"

enum { FILE_BYTES = 64 << 10 };
static char bytes[FILE_BYTES];

static struct str read_file(const char *name)
{
    char path[200];
    (void)snprintf(path, sizeof path, "src/mod/language/tests/data/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t n = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    return str_span(bytes, n);
}

static void kinds_and_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum sound_kind kind;
        int64_t seconds;
    } rows[] = {
        { "two.ogg", SOUND_OGG, 2 },   { "long.ogg", SOUND_OGG, 181 },
        { "sound.m4a", SOUND_MP4, 3 }, { "film.mp4", SOUND_NONE, 0 },
        { "few.po", SOUND_NONE, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct sound sound = sound_look(read_file(rows[i].name));
        assert_int_equal(sound.kind, rows[i].kind);
        assert_int_equal(sound.seconds, rows[i].seconds);
    }
    assert_int_equal(sound_look(STR_NONE).kind, SOUND_NONE);
}

/* A file that was cut is none, wherever; a flipped byte may leave one, and nothing else. */
static void broken_files_do_no_harm(void **state)
{
    (void)state;
    static const char *const names[] = { "two.ogg", "sound.m4a" };
    for (size_t f = 0; f < COUNT(names); f++) {
        const struct str whole = read_file(names[f]);
        for (size_t n = 0; n < whole.n; n++) {
            const struct sound sound = sound_look(str_slice(whole, 0, n));
            assert_in_range(sound.seconds, 0, 3);
        }
        for (size_t i = 0; i < whole.n; i++) {
            bytes[i] ^= (char)0xff;
            (void)sound_look(whole);
            bytes[i] ^= (char)0xff;
        }
    }
}

static void words_and_types(void **state)
{
    (void)state;
    assert_int_equal(sound_of_word(STR("ogg")), SOUND_OGG);
    assert_int_equal(sound_of_word(STR("mp4")), SOUND_MP4);
    assert_int_equal(sound_of_word(STR("wav")), SOUND_NONE);
    assert_string_equal(sound_type(SOUND_OGG), "audio/ogg");
    assert_string_equal(sound_type(SOUND_MP4), "audio/mp4");
}

static void what_may_be_a_narration(void **state)
{
    (void)state;
    static const struct {
        const char *language;
        const char *page;
        size_t bytes;
        struct sound sound;
        const char *field; /* at fault; NULL: none */
    } rows[] = {
        { "pac", "trang-dau", 1, { SOUND_OGG, 1 }, NULL },
        { "vi", "trang-dau", SOUND_BYTES_MAX, { SOUND_MP4, SOUND_SECONDS_MAX }, NULL },
        { "xxx", "trang-dau", 1, { SOUND_OGG, 1 }, "language" },
        { "pac", "nhan-doi", 1, { SOUND_OGG, 1 }, "page" },
        { "pac", "trang-dau", SOUND_BYTES_MAX + 1, { SOUND_OGG, 1 }, "sound" },
        { "pac", "trang-dau", 1, { SOUND_NONE, 0 }, "sound" },
        { "pac", "trang-dau", 1, { SOUND_OGG, SOUND_SECONDS_MAX + 1 }, "sound" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct language_record wish = {
            .language = str_of(rows[i].language),
            .page = str_of(rows[i].page),
            .sound = { NULL, rows[i].bytes },
        };
        const struct verdict verdict = narration_may(&wish, rows[i].sound);
        assert_int_equal(verdict_is_ok(verdict), rows[i].field == NULL);
        if (rows[i].field) {
            assert_string_equal(verdict.field, rows[i].field);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_and_lengths),
        cmocka_unit_test(broken_files_do_no_harm),
        cmocka_unit_test(words_and_types),
        cmocka_unit_test(what_may_be_a_narration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
