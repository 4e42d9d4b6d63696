/* What is taken for a recording, what is not, and that nothing of the telephone is left in one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/sound.h"

enum { FILE_BYTES_MAX = 8192 };

static const struct {
    const char *file;
    enum sound_fault fault;
    enum sound_kind kind;
} files[] = {
    { "chromium.webm", SOUND_GOOD, SOUND_WEBM }, { "chromium.m4a", SOUND_GOOD, SOUND_MP4 },
    { "browser.webm", SOUND_GOOD, SOUND_WEBM },  { "tagged.webm", SOUND_GOOD, SOUND_WEBM },
    { "firefox.ogg", SOUND_GOOD, SOUND_OGG },    { "iphone.m4a", SOUND_GOOD, SOUND_MP4 },
    { "samsung.m4a", SOUND_GOOD, SOUND_MP4 },    { "amr.3gp", SOUND_GOOD, SOUND_3GP },
    { "nokia.amr", SOUND_GOOD, SOUND_AMR },      { "wide.amr", SOUND_GOOD, SOUND_AMR },
    { "frames.aac", SOUND_GOOD, SOUND_AAC },     { "wave.wav", SOUND_WAVE, SOUND_NONE },
    { "video.webm", SOUND_VIDEO, SOUND_NONE },   { "two.ogg", SOUND_VIDEO, SOUND_NONE },
    { "video.mp4", SOUND_VIDEO, SOUND_NONE },    { "vorbis.webm", SOUND_UNKNOWN, SOUND_NONE },
    { "vorbis.ogg", SOUND_UNKNOWN, SOUND_NONE }, { "alac.m4a", SOUND_UNKNOWN, SOUND_NONE },
    { "words.txt", SOUND_UNKNOWN, SOUND_NONE },  { "cut.webm", SOUND_BROKEN, SOUND_NONE },
    { "silent.webm", SOUND_BROKEN, SOUND_NONE }, { "cut.ogg", SOUND_BROKEN, SOUND_NONE },
    { "cut.m4a", SOUND_BROKEN, SOUND_NONE },     { "empty.m4a", SOUND_BROKEN, SOUND_NONE },
    { "cut.amr", SOUND_BROKEN, SOUND_NONE },     { "cut.aac", SOUND_BROKEN, SOUND_NONE },
    { "mixed.ogg", SOUND_BROKEN, SOUND_NONE },
};

/* Places, names of telephones and of people, and a title, as the files above have them. */
static const char *const told[] = { "16.4637", "107.5909", "SM-A125F", "Samsung",
                                    "iPhone",  "Hường",    "libopus",  "LOCATION" };

static size_t read_whole(const char *name, uint8_t bytes[FILE_BYTES_MAX])
{
    char path[128];
    assert_true(snprintf(path, sizeof path, "fuzz/corpus/sound/%s", name) < (int)sizeof path);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    size_t n = fread(bytes, 1, FILE_BYTES_MAX, file);
    assert_int_equal(fclose(file), 0);
    assert_true(n > 0 && n < FILE_BYTES_MAX);
    return n;
}

/* How many of the words above are in it. */
static size_t count_told(const uint8_t *bytes, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < COUNT(told); i++) {
        count += memmem(bytes, n, told[i], strlen(told[i])) != NULL;
    }
    return count;
}

static void files_are_known_by_their_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        uint8_t bytes[FILE_BYTES_MAX];
        enum sound_kind kind = SOUND_NONE;
        size_t n = read_whole(files[i].file, bytes);
        enum sound_fault fault = sound_clean(bytes, n, &kind);
        if (fault != files[i].fault || kind != files[i].kind) {
            fail_msg("%s: fault %d, kind %s", files[i].file, (int)fault, sound_name(kind));
        }
    }
}

static void nothing_of_the_telephone_is_left(void **state)
{
    size_t found = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(files) && files[i].fault == SOUND_GOOD; i++) {
        uint8_t bytes[FILE_BYTES_MAX];
        enum sound_kind kind;
        size_t n = read_whole(files[i].file, bytes);
        found += count_told(bytes, n);
        assert_int_equal(sound_clean(bytes, n, &kind), SOUND_GOOD);
        assert_int_equal(count_told(bytes, n), 0);
    }
    assert_true(found > COUNT(told));
}

/* Every file cut at every length: what is good still is one by chance only where frames end. */
static void what_is_cut_is_never_read_beyond(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        uint8_t bytes[FILE_BYTES_MAX];
        size_t n = read_whole(files[i].file, bytes);
        for (size_t cut = 0; cut < n; cut++) {
            enum sound_kind kind = SOUND_NONE;
            uint8_t *exact = malloc(cut ? cut : 1);
            assert_non_null(exact);
            memcpy(exact, bytes, cut);
            (void)sound_clean(exact, cut, &kind);
            free(exact);
        }
    }
}

static bool same_where(const uint8_t *before, const uint8_t *after, size_t n, const char *frame)
{
    for (size_t at = 0; at + 3 <= n; at++) {
        if (memcmp(before + at, frame, 3) == 0 && memcmp(after + at, frame, 3) != 0) {
            return false;
        }
    }
    return true;
}

/* The sound of it is the same, bit for bit: what was blanked out is all that differs. */
static void frames_are_untouched(void **state)
{
    static uint8_t before[FILE_BYTES_MAX];
    static uint8_t after[FILE_BYTES_MAX];
    enum sound_kind kind;
    (void)state;
    for (size_t i = 0; i < COUNT(files) && files[i].fault == SOUND_GOOD; i++) {
        size_t n = read_whole(files[i].file, before);
        memcpy(after, before, n);
        assert_int_equal(sound_clean(after, n, &kind), SOUND_GOOD);
        assert_true(same_where(before, after, n, "\xf8\xff\xfe"));
        assert_true(same_where(before, after, n, "\x21\x10\x04"));
    }
}

/* Also of what was cut or spoilt: any number of seconds, and nothing read beyond the end. */
static void containers_say_how_long_they_play(void **state)
{
    static const struct {
        const char *file;
        enum sound_kind kind;
        int64_t seconds;
    } rows[] = {
        { "narration.ogg", SOUND_OGG, 2 }, { "firefox.ogg", SOUND_OGG, 1 },
        { "narration.m4a", SOUND_MP4, 3 }, { "iphone.m4a", SOUND_MP4, 0 },
        { "browser.webm", SOUND_WEBM, 0 }, { "nokia.amr", SOUND_AMR, 0 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint8_t bytes[FILE_BYTES_MAX];
        size_t n = read_whole(rows[i].file, bytes);
        assert_int_equal(sound_seconds(bytes, n, rows[i].kind), rows[i].seconds);
        for (size_t cut = 0; cut < n; cut++) {
            uint8_t *exact = malloc(cut ? cut : 1);
            assert_non_null(exact);
            memcpy(exact, bytes, cut);
            assert_in_range(sound_seconds(exact, cut, rows[i].kind), 0, INT32_MAX);
            free(exact);
        }
    }
}

static void every_name_has_a_type(void **state)
{
    (void)state;
    assert_string_equal(sound_media_type("3gp"), "audio/3gpp");
    assert_null(sound_media_type("exe"));
    assert_null(sound_media_type(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_known_by_their_bytes),
        cmocka_unit_test(nothing_of_the_telephone_is_left),
        cmocka_unit_test(what_is_cut_is_never_read_beyond),
        cmocka_unit_test(frames_are_untouched),
        cmocka_unit_test(containers_say_how_long_they_play),
        cmocka_unit_test(every_name_has_a_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
