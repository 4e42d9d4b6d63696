/* The words of a map's makers: what a reader would see of them, and no element of theirs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/basemap.h"

/* The catalogues are not needed here. */
const struct tongue *const tongues[] = { NULL };

static void words_are_plain(void **state)
{
    (void)state;
    static const struct {
        const char *html;
        const char *words;
    } rows[] = {
        { "", "" },
        { "Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường" },
        { "&copy; <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap</a>",
          "© OpenStreetMap" },
        { " <p>A &amp; B</p>\n", "A & B" },
        { "<img src=x onerror=alert(1)>bản đồ", "bản đồ" },
        { "&lt;b&gt;", "<b>" },
        { "a <b", "a" },
        { "1 > 0 & 2", "1 > 0 & 2" },
        { "&unknown;", "&unknown;" },
        { "\xff", "�" },
    };
    struct arena *arena = arena_create(1 << 20);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str words = basemap_words(arena, str_of(rows[i].html));
        assert_string_equal(str_z(arena, words), rows[i].words);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(words_are_plain) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
