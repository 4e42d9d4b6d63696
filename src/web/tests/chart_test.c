/* Charts: the tallest fills the view, parts stay within their bar, nought has no height. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/chart.h"

static void columns_stand_on_one_line(void **state)
{
    struct chart_bar bars[] = { { .value = 0 }, { .value = 10, .part = 5 }, { .value = 40 } };
    struct chart_view chart = { .bars = bars, .count = 3 };
    (void)state;
    chart_draw(&chart);
    int64_t floor = bars[0].y;
    assert_int_equal(bars[0].height, 0);
    assert_true(bars[2].height * 4 >= chart.height * 3 - 16);
    assert_int_equal(bars[1].height, bars[2].height / 4);
    assert_int_equal(bars[1].part_height, bars[1].height / 2);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(bars[i].y + bars[i].height, floor);
        assert_true(bars[i].y >= 0 && floor < chart.height);
        assert_true(bars[i].x + bars[i].width <= CHART_WIDTH);
        assert_true(i == 0 || bars[i].x >= bars[i - 1].x + bars[i - 1].width);
    }
    assert_int_equal(bars[1].part_y + bars[1].part_height, floor);
}

/* A single month used to be a wall as wide as the chart. */
static void one_column_alone_is_still_a_column(void **state)
{
    struct chart_bar bars[] = { { .value = 73 } };
    struct chart_view chart = { .bars = bars, .count = 1 };
    (void)state;
    chart_draw(&chart);
    assert_true(bars[0].width > 0 && bars[0].width < CHART_WIDTH / 4);
    assert_int_equal(2 * bars[0].x + bars[0].width, CHART_WIDTH);
}

static void bars_lie_below_each_other(void **state)
{
    struct chart_bar bars[] = { { .value = 8, .part = 2 }, { .value = 4 } };
    struct chart_view chart = { .bars = bars, .count = 2, .is_lying = true };
    (void)state;
    chart_draw(&chart);
    assert_int_equal(bars[0].width, CHART_WIDTH);
    assert_int_equal(bars[0].part_width, CHART_WIDTH / 4);
    assert_int_equal(bars[1].width, CHART_WIDTH / 2);
    assert_true(bars[1].y >= bars[0].y + bars[0].height);
    assert_true(bars[1].y + bars[1].height <= chart.height);
}

static void a_mark_stands_where_its_day_is(void **state)
{
    struct chart_bar bars[13] = { { .value = 0 } };
    struct chart_mark marks[] = { { .place = 0 }, { .place = 6000 }, { .place = 6500 } };
    struct chart_view chart = { .bars = bars, .count = 13, .marks = marks, .mark_count = 3 };
    (void)state;
    chart_draw(&chart);
    assert_int_equal(marks[0].x, 0);
    assert_int_equal(marks[1].x, 6 * (CHART_WIDTH / 13));
    assert_in_range(marks[2].x, marks[1].x + 20, marks[1].x + 28);
}

static void nothing_at_all_is_no_mistake(void **state)
{
    struct chart_bar bars[] = { { .value = 0 } };
    struct chart_view none = { .bars = bars, .count = 0, .is_lying = true };
    struct chart_view noughts = { .bars = bars, .count = 1 };
    (void)state;
    chart_draw(&none);
    assert_int_equal(none.height, 0);
    chart_draw(&noughts);
    assert_int_equal(bars[0].height, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_on_one_line),
        cmocka_unit_test(one_column_alone_is_still_a_column),
        cmocka_unit_test(bars_lie_below_each_other),
        cmocka_unit_test(a_mark_stands_where_its_day_is),
        cmocka_unit_test(nothing_at_all_is_no_mistake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
