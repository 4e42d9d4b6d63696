/* What may be a narration: of which language, page, size, kind and length. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mod/language/language.h"

static void what_may_be_a_narration(void **state)
{
    (void)state;
    static const struct {
        const char *language;
        const char *page;
        size_t bytes;
        struct narration_sound sound;
        const char *field; /* at fault; NULL: none */
    } rows[] = {
        { "pac", "trang-dau", 1, { SOUND_GOOD, SOUND_OGG, 1 }, NULL },
        { "vi",
          "trang-dau",
          NARRATION_BYTES_MAX,
          { SOUND_GOOD, SOUND_MP4, NARRATION_SECONDS_MAX },
          NULL },
        { "xxx", "trang-dau", 1, { SOUND_GOOD, SOUND_OGG, 1 }, "language" },
        { "pac", "nhan-doi", 1, { SOUND_GOOD, SOUND_OGG, 1 }, "page" },
        { "pac", "trang-dau", NARRATION_BYTES_MAX + 1, { SOUND_GOOD, SOUND_OGG, 1 }, "sound" },
        { "pac", "trang-dau", 1, { SOUND_WAVE, SOUND_NONE, 0 }, "sound" },
        { "pac", "trang-dau", 1, { SOUND_GOOD, SOUND_AMR, 1 }, "sound" },
        { "pac", "trang-dau", 1, { SOUND_GOOD, SOUND_MP4, 0 }, "sound" },
        { "pac", "trang-dau", 1, { SOUND_GOOD, SOUND_OGG, NARRATION_SECONDS_MAX + 1 }, "sound" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct language_record wish = {
            .language = str_of(rows[i].language),
            .page = str_of(rows[i].page),
            .sound = { NULL, rows[i].bytes },
        };
        const struct verdict verdict = narration_may(&wish, &rows[i].sound);
        assert_int_equal(verdict_is_ok(verdict), rows[i].field == NULL);
        if (rows[i].field) {
            assert_string_equal(verdict.field, rows[i].field);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_may_be_a_narration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
