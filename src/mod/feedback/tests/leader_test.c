/* What the late reports of a unit have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/feedback/leader.h"

static struct leader_lump lump(const char *category, int64_t person, bool is_open, int64_t n)
{
    return (struct leader_lump){ str_of(category), { person }, is_open, n };
}

static void the_commonest_is_told(void **state)
{
    const struct leader_lump lumps[] = { lump("Đất đai", 7, true, 5), lump("Đất đai", 0, true, 4),
                                         lump("Rác", 7, true, 3), lump("Rác", 8, false, 5) };
    struct leader_trouble one = leader_trouble_of(lumps, COUNT(lumps));
    (void)state;
    assert_int_equal(one.late, 17);
    assert_true(str_equal(one.category, STR("Đất đai")));
    assert_int_equal(one.of_category, 9);
    assert_int_equal(one.with_one, 8);
    assert_int_equal(one.with_nobody, 4);
}

/* What is over needs nobody any more. */
static void the_closed_wait_for_nobody(void **state)
{
    const struct leader_lump lumps[] = { lump("Rác", 0, false, 6), lump("Rác", 0, true, 1) };
    struct leader_trouble one = leader_trouble_of(lumps, COUNT(lumps));
    (void)state;
    assert_int_equal(one.late, 7);
    assert_int_equal(one.with_nobody, 1);
    assert_int_equal(one.with_one, 0);
    assert_int_equal(leader_trouble_of(lumps, 0).late, 0);
}

/* Bounds of a class belong to it; of few nothing is ranked, of none nothing is known. */
static void classes_have_fixed_bounds(void **state)
{
    static const struct {
        enum leader_metric metric;
        struct leader_units_row row;
        int64_t class;
    } rows[] = {
        { METRIC_RECEIVED, { .received = 0 }, 0 },
        { METRIC_RECEIVED, { .received = 1 }, 1 },
        { METRIC_RECEIVED, { .received = 4 }, 1 },
        { METRIC_RECEIVED, { .received = 5 }, 2 },
        { METRIC_RECEIVED, { .received = 100 }, 5 },
        { METRIC_LATE, { .received = 40, .late = 20 }, 3 },
        { METRIC_ON_TIME, { .received = 9 }, -1 },
        { METRIC_ON_TIME, { .answered = 19, .on_time = 19 }, 0 },
        { METRIC_ON_TIME, { .answered = 20, .on_time = 0 }, 1 },
        { METRIC_ON_TIME, { .answered = 20, .on_time = 10 }, 2 },
        { METRIC_ON_TIME, { .answered = 20, .on_time = 14 }, 3 },
        { METRIC_ON_TIME, { .answered = 20, .on_time = 17 }, 4 },
        { METRIC_ON_TIME, { .answered = 20, .on_time = 19 }, 5 },
        { METRIC_REOPENED, { .received = 0 }, -1 },
        { METRIC_REOPENED, { .received = 100, .reopened = 1 }, 2 },
        { METRIC_REOPENED, { .received = 100, .reopened = 10 }, 5 },
        { METRIC_RATED, { .rated = 0 }, -1 },
        { METRIC_RATED, { .rated = 19, .rating_sum = 95 }, 0 },
        { METRIC_RATED, { .rated = 20, .rating_sum = 39 }, 1 },
        { METRIC_RATED, { .rated = 20, .rating_sum = 90 }, 5 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(leader_class_of(rows[i].metric, &rows[i].row), rows[i].class);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_commonest_is_told),
        cmocka_unit_test(the_closed_wait_for_nobody),
        cmocka_unit_test(classes_have_fixed_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
