/* Gaps of a template: found where they are, filled as far as is known, and never lost. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "mod/feedback/gap.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create(1 << 20);
    return arena ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void finds_what_is_left_to_write(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *first; /* NULL: none */
        bool is_whole;
        const char *second;
    } rows[] = {
        { "", NULL, false, NULL },
        { "Được.", NULL, false, NULL },
        { "a {b} c", NULL, false, NULL },
        { "Xong ngày {{ngày xong}}.", "{{ngày xong}}", true, NULL },
        { "{{ a }}{{b}}", "{{ a }}", true, "{{b}}" },
        { "{{}} x", "{{", false, "}}" },
        { "{{ }}", "{{", false, "}}" },
        { "{{a", "{{", false, NULL },
        { "a}} {{b}}", "}}", false, "{{b}}" },
        { "{{a\nb}}", "{{", false, "}}" },
        { "{{a {{b}}", "{{", false, "{{b}}" },
        { "{{{a}}}", "{{", false, "}}" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str rest = str_of(rows[i].text);
        struct str first = gap_next(&rest);
        assert_true(str_equal(first, rows[i].first ? str_of(rows[i].first) : STR("")));
        assert_int_equal(gap_is_whole(first), rows[i].is_whole);
        struct str second = rest.p ? gap_next(&rest) : STR_NONE;
        assert_true(str_equal(second, rows[i].second ? str_of(rows[i].second) : STR("")));
    }
}

static void a_name_of_eighty_signs_is_the_longest(void **state)
{
    (void)state;
    char text[GAP_CHARS_MAX + 6] = "{{";
    memset(text + 2, 'a', GAP_CHARS_MAX);
    memcpy(text + 2 + GAP_CHARS_MAX, "}}", 3);
    assert_true(gap_is_whole(str_of(text)));
    memcpy(text + 2 + GAP_CHARS_MAX, "a}}", 4);
    assert_false(gap_is_whole(str_of(text)));
}

static void fills_what_is_known_and_leaves_the_rest(void **state)
{
    (void)state;
    struct str values[GAP_KINDS] = { 0 };
    values[GAP_CODE] = STR("HU-7K3Q-92MX");
    values[GAP_TODAY] = STR("02/03/2026");
    static const struct {
        const char *text;
        const char *filled;
    } rows[] = {
        { "", "" },
        { "Được.", "Được." },
        { "{{mã hồ sơ}}", "HU-7K3Q-92MX" },
        { "Hồ sơ {{ mã hồ sơ }}: {{mã hồ sơ}}.", "Hồ sơ HU-7K3Q-92MX: HU-7K3Q-92MX." },
        { "{{hôm nay}} ở {{nơi xảy ra}}, {{ngày xong}}",
          "02/03/2026 ở {{nơi xảy ra}}, {{ngày xong}}" },
        { "{{hôm nay", "{{hôm nay" },
        { "}} {{hôm nay}}{{", "}} 02/03/2026{{" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str filled = gaps_fill(arena, str_of(rows[i].text), values);
        assert_true(str_equal(filled, str_of(rows[i].filled)));
    }
}

static void every_name_is_one(void **state)
{
    (void)state;
    for (int i = 0; i < GAP_KINDS; i++) {
        struct str gap = str_printf(arena, "{{%s}}", gap_rows[i].name);
        assert_true(gap_is_whole(gap));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_left_to_write),
        cmocka_unit_test(a_name_of_eighty_signs_is_the_longest),
        cmocka_unit_test(fills_what_is_known_and_leaves_the_rest),
        cmocka_unit_test(every_name_is_one),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
