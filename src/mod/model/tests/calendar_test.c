/* The year's calendar: the usual one, what fits, and when a step is near. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mod/model/calendar_rules.h"

static const struct day today = { 739326 }; /* 2025-03-16 */

static void the_usual_one_follows_the_year(void **state)
{
    (void)state;
    struct model_calendar usual = model_usual_calendar(2025);
    assert_int_equal(day_compare(usual.register_until, day_of(2025, 3, 31)), 0);
    assert_int_equal(day_compare(usual.recognise_until, day_of(2025, 12, 31)), 0);
    assert_true(verdict_is_ok(model_calendar_fits(&usual, 2025, &usual, today)));
    for (size_t i = 1; i < CALENDAR_STEPS; i++) {
        assert_true(day_compare(usual.until[i - 1], usual.until[i]) <= 0);
    }
}

/* Moves one day of the usual calendar of this year; the field that is refused, NULL: none. */
static const char *refused(enum calendar_step step, struct day until)
{
    struct model_calendar usual = model_usual_calendar(2025);
    struct model_calendar moved = usual;
    moved.until[step] = until;
    struct verdict verdict = model_calendar_fits(&moved, 2025, &usual, today);
    return verdict_is_ok(verdict) ? NULL : verdict.field;
}

static void days_follow_each_other_and_have_not_passed(void **state)
{
    (void)state;
    assert_int_equal(day_compare(today, day_of(2025, 3, 16)), 0);
    assert_null(refused(CALENDAR_REGISTER, today));
    assert_string_equal(refused(CALENDAR_REGISTER, day_before(today)), "register_until");
    assert_string_equal(refused(CALENDAR_REGISTER, day_of(2024, 12, 31)), "register_until");
    assert_string_equal(refused(CALENDAR_REGISTER, day_of(2025, 8, 1)), "review_until");
    assert_string_equal(refused(CALENDAR_REGISTER, day_of(2026, 1, 1)), "register_until");
    assert_string_equal(refused(CALENDAR_ASSESS, day_of(2025, 7, 30)), "assess_until");
    assert_null(refused(CALENDAR_ASSESS, day_of(2025, 7, 31)));
    assert_null(refused(CALENDAR_RECOGNISE, day_of(2026, 3, 31)));
    assert_string_equal(refused(CALENDAR_RECOGNISE, day_of(2026, 4, 1)), "recognise_until");
    assert_string_equal(refused(CALENDAR_RECOGNISE, DAY_NONE), "recognise_until");
}

static void what_has_passed_may_stay(void **state)
{
    (void)state;
    struct model_calendar usual = model_usual_calendar(2025);
    struct model_calendar moved = usual;
    moved.recognise_until = day_of(2026, 1, 10);
    struct day december = day_of(2025, 12, 1);
    assert_true(verdict_is_ok(model_calendar_fits(&moved, 2025, &usual, december)));
    moved.register_until = day_of(2025, 3, 30);
    assert_string_equal(model_calendar_fits(&moved, 2025, &usual, december).field,
                        "register_until");
}

static void this_year_the_next_and_until_march_the_last(void **state)
{
    (void)state;
    for (int64_t year = 2023; year <= 2028; year++) {
        struct model_calendar usual = model_usual_calendar(year);
        struct verdict verdict = model_calendar_fits(&usual, year, &usual, today);
        assert_int_equal(verdict_is_ok(verdict), year >= 2024 && year <= 2026);
    }
    assert_false(model_calendar_is_past(2024, day_of(2025, 3, 31)));
    assert_true(model_calendar_is_past(2024, day_of(2025, 4, 1)));
}

static void near_is_the_last_two_weeks(void **state)
{
    (void)state;
    struct day until = day_of(2025, 3, 30);
    assert_true(model_calendar_is_near(until, today));
    assert_false(model_calendar_is_near(until, day_before(today)));
    assert_true(model_calendar_is_near(until, until));
    assert_false(model_calendar_is_near(until, day_after(until)));
    assert_false(model_calendar_is_near(DAY_NONE, today));
}

static void a_step_has_a_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < CALENDAR_STEPS; i++) {
        assert_int_equal(model_calendar_step_of(str_of(model_calendar_steps[i].word)), i);
    }
    assert_int_equal(model_calendar_step_of(STR("none")), CALENDAR_STEPS);
    assert_int_equal(model_calendar_step_of(STR_NONE), CALENDAR_STEPS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_one_follows_the_year),
        cmocka_unit_test(days_follow_each_other_and_have_not_passed),
        cmocka_unit_test(what_has_passed_may_stay),
        cmocka_unit_test(this_year_the_next_and_until_march_the_last),
        cmocka_unit_test(near_is_the_last_two_weeks),
        cmocka_unit_test(a_step_has_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
