/* An answer comes apart as it was put together. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "mod/feedback/parts.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create(16 << 20);
    return arena ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void comes_apart_as_it_was_joined(void **state)
{
    (void)state;
    static const struct {
        const char *parts[ANSWER_PARTS];
        const char *text;
        const char *own;
    } rows[] = {
        { { "", "", "", "" }, "", "" },
        { { "Được.", "", "", "" }, "Được.", "Được." },
        { { "", "Vá đường.", "", "" }, "Việc đã làm: Vá đường.", "Vá đường." },
        { { "Được.", "Vá.\n\nRào.", "Sơn.", "gọi." },
          "Được.\n\nViệc đã làm: Vá.\n\nRào.\n\nViệc sẽ làm: Sơn.\n\nNếu bà con chưa đồng ý: gọi.",
          "Được.\nVá.\n\nRào.\nSơn." },
        { { "", "", "", "gọi." }, "Nếu bà con chưa đồng ý: gọi.", "" },
        /* Words within a line are no heading, nor is one that comes too late. */
        { { "Nói Việc sẽ làm: gì?", "", "Sơn.\nViệc đã làm: vá.", "" },
          "Nói Việc sẽ làm: gì?\n\nViệc sẽ làm: Sơn.\nViệc đã làm: vá.",
          "Nói Việc sẽ làm: gì?\nSơn.\nViệc đã làm: vá." },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str parts[ANSWER_PARTS];
        struct str again[ANSWER_PARTS];
        for (int k = 0; k < ANSWER_PARTS; k++) {
            parts[k] = str_of(rows[i].parts[k]);
        }
        struct str text = answer_join(arena, parts);
        assert_true(str_equal(text, str_of(rows[i].text)));
        assert_true(str_equal(answer_own(arena, text), str_of(rows[i].own)));
        answer_split(text, again);
        for (int k = 0; k < ANSWER_PARTS; k++) {
            assert_true(str_equal(again[k], parts[k]));
        }
    }
    /* As it was typed elsewhere, with blanks behind a heading. */
    assert_true(
        str_equal(answer_own(arena, STR("Vá.\nNếu bà con chưa đồng ý:     gọi.")), STR("Vá.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_apart_as_it_was_joined),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
