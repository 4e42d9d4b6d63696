/* What appraisers' points come to, and grades at their bounds. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "mod/model/appraise_rules.h"

static void the_usual_sheet_comes_to_a_hundred(void **state)
{
    (void)state;
    int64_t most[CRITERIA_MAX];
    for (size_t i = 0; i < model_usual_sheet.criterion_count; i++) {
        most[i] = model_usual_sheet.criteria[i].max;
    }
    assert_int_equal(model_points_total(&model_usual_sheet, most), SHEET_POINTS);
}

static void points_are_within_their_criterion(void **state)
{
    (void)state;
    static const struct {
        int64_t points[CRITERIA_MAX];
        size_t outside;
    } rows[] = {
        { { 30, 20, 15, 10, 15, 10 }, 6 }, { { 0, 0, 0, 0, 0, 0 }, 6 },
        { { 31, 20, 15, 10, 15, 10 }, 0 }, { { 30, 20, 15, 10, 15, 11 }, 5 },
        { { 30, 20, -1, 10, 15, 11 }, 2 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(model_points_outside(&model_usual_sheet, rows[i].points), rows[i].outside);
    }
}

static void two_settle_it_unless_they_are_far_apart(void **state)
{
    (void)state;
    static const struct {
        int64_t totals[APPRAISERS_MAX];
        size_t count;
        bool is_settled;
        int64_t points;
    } rows[] = {
        { { 0 }, 0, false, 0 },          { { 80 }, 1, false, 0 },
        { { 80, 80 }, 2, true, 80 },     { { 80, 89 }, 2, true, 85 },
        { { 90, 80 }, 2, true, 85 },     { { 91, 80 }, 2, false, 0 },
        { { 80, 91, 92 }, 3, true, 92 }, { { 92, 60, 63 }, 3, true, 62 },
        { { 60, 90, 65 }, 3, true, 63 }, { { 90, 70, 80 }, 3, true, 80 },
        { { 70, 90, 70 }, 3, true, 70 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t points = 0;
        bool is_settled = model_totals_settle(rows[i].totals, rows[i].count, &points);
        assert_int_equal(is_settled, rows[i].is_settled);
        if (is_settled) {
            assert_int_equal(points, rows[i].points);
        }
    }
}

static void a_grade_begins_at_its_bound(void **state)
{
    (void)state;
    static const struct {
        int64_t points;
        const char *word;
    } rows[] = {
        { 100, "excellent" }, { 90, "excellent" }, { 89, "good" },    { 80, "good" },
        { 79, "fair" },       { 65, "fair" },      { 64, "average" }, { 50, "average" },
        { 49, "failed" },     { 0, "failed" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_string_equal(model_grade_of(&model_usual_sheet, rows[i].points)->word, rows[i].word);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_sheet_comes_to_a_hundred),
        cmocka_unit_test(points_are_within_their_criterion),
        cmocka_unit_test(two_settle_it_unless_they_are_far_apart),
        cmocka_unit_test(a_grade_begins_at_its_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
