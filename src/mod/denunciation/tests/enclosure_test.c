/* Boxes as they are typed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/out.h"
#include "mod/denunciation/enclosure.h"

static void lines_are_boxes(void **state)
{
    struct scan_boxes boxes;
    (void)state;
    assert_true(scan_boxes_read(STR("0 0 1000 1000\r\n\n  10 20 30 40  "), &boxes));
    assert_int_equal(boxes.count, 2);
    assert_int_equal(boxes.list[0].width, 1000);
    assert_int_equal(boxes.list[1].left, 10);
    assert_int_equal(boxes.list[1].top, 20);
    assert_int_equal(boxes.list[1].width, 30);
    assert_int_equal(boxes.list[1].height, 40);
    assert_true(scan_boxes_read(STR_NONE, &boxes));
    assert_int_equal(boxes.count, 0);
    assert_true(scan_boxes_read(STR(" \n"), &boxes));
}

static void what_is_none_is_refused(void **state)
{
    static const char *const lines[] = { "1",       "1 2 3",    "1 2 3 4 5",  "1 2 3 4 ",
                                         "a 2 3 4", "1 2 -3 4", "1 2 3 1001", "1 2 0 4",
                                         "1 2 3 0", "1,2,3,4",  "1 2 3 4\nx" };
    struct scan_boxes boxes;
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        bool is_read = scan_boxes_read(str_of(lines[i]), &boxes);
        /* Blanks around a line are nobody's mistake. */
        assert_int_equal(is_read, i == 3);
    }
}

static void there_are_not_too_many(void **state)
{
    struct arena *arena = arena_create(1 << 20);
    struct out out = out_open(arena, 4096);
    struct scan_boxes boxes;
    (void)state;
    for (size_t i = 0; i < SCAN_BOXES_MAX; i++) {
        out_lit(&out, "1 2 3 4\n");
    }
    assert_true(scan_boxes_read(out_str(&out), &boxes));
    assert_int_equal(boxes.count, SCAN_BOXES_MAX);
    out_lit(&out, "1 2 3 4\n");
    assert_false(scan_boxes_read(out_str(&out), &boxes));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_boxes),
        cmocka_unit_test(what_is_none_is_refused),
        cmocka_unit_test(there_are_not_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
