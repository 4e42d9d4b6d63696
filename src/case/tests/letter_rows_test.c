/* Rows of tables as they are typed: numbers, holes, and room for a pen. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "case/letter_rows.h"

enum { ARENA_BYTES = 1 << 20 };

static void rows_are_numbered_and_counted(void **state)
{
    static const struct {
        const char *head;
        const char *typed;
        const char *numbered;
        size_t wrong;
    } cases[] = {
        { "STT | Tên | Việc", "1 | An | Ghi", "1 | An | Ghi", 0 },
        { "STT | Tên | Việc", "An | Ghi\n\n  Bình | Đo  ", "1 | An | Ghi\n2 | Bình | Đo", 0 },
        { "STT | Tên | Việc", "1 | An | Ghi\nBình | Đo", "1 | An | Ghi\n2 | Bình | Đo", 0 },
        { "STT | Tên | Việc", "An", "An", 1 },
        { "STT | Tên | Việc", "An | Ghi\nBình", "1 | An | Ghi\nBình", 2 },
        { "STT | Tên | Việc", "1 | An | Ghi | Huế", "1 | An | Ghi | Huế", 1 },
        { "STT | Tên | Việc", "1 | An", "1 | An", 1 },
        { "STT | Tên | Việc", "1 | | ", "1 | |", 1 },
        { "Tên | Việc", "An", "An", 1 },
        { "Tên | Việc", "An |", "An |", 0 },
        { "Tên | Việc", "", "", 0 },
    };
    struct arena *arena = arena_create(ARENA_BYTES);
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str head = str_of(cases[i].head);
        struct str rows = case_rows_number(arena, head, str_of(cases[i].typed));
        if (!str_equal(rows, str_of(cases[i].numbered))) {
            fail_msg("%s: %.*s", cases[i].typed, STR_ARG(rows));
        }
        assert_int_equal(case_rows_wrong(head, rows), cases[i].wrong);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

static void a_pen_finds_room(void **state)
{
    const struct str head = STR("STT | Tên | Việc");
    struct arena *arena = arena_create(ARENA_BYTES);
    (void)state;
    struct str rows = case_rows_empty(arena, head);
    assert_int_equal(case_rows_wrong(head, rows), 0);
    assert_true(str_starts(rows, STR("1 | …")) && str_find(rows, STR("\n4 | …")) < rows.n);
    struct str tabs = case_rows_tabs(arena, STR("1 | An|Ghi\n2 | Bình |"));
    assert_true(str_equal(tabs, STR("1\tAn\tGhi\n2\tBình\t")));
    arena_destroy(arena);
}

static void a_place_knows_its_table(void **state)
{
    static const char form[] =
        "code: D31-07\nname: Quyết định\nlaw: 31/2019/NĐ-CP\nwording: ours\nby: office\n"
        "need: team Tổ\nneed: matter Việc\n---\ntext: {{matter}}\n"
        "head: STT | Tên\nrows: {{team}}\n";
    struct arena *arena = arena_create(ARENA_BYTES);
    struct blank blank;
    struct blank_fault fault;
    (void)state;
    if (!blank_parse(arena, str_of(form), &blank, &fault)) {
        fail_msg("line %u: %d", fault.line, (int)fault.kind);
    }
    assert_true(str_equal(case_rows_head(&blank, STR("team")), STR("STT | Tên")));
    assert_null(case_rows_head(&blank, STR("matter")).p);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_numbered_and_counted),
        cmocka_unit_test(a_pen_finds_room),
        cmocka_unit_test(a_place_knows_its_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
