/* Periods: their first and last days, that they fill the year without a gap, and their names. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "law/period.h"

static void begins_on_the_15th_and_ends_on_the_14th(void **state)
{
    (void)state;
    static const struct {
        enum period_kind kind;
        struct day from;
        struct day until;
        bool has_text;
    } rows[] = {
        { PERIOD_Q1, DAY(2025, 12, 15), DAY(2026, 3, 14), true },
        { PERIOD_Q2, DAY(2026, 3, 15), DAY(2026, 6, 14), false },
        { PERIOD_Q3, DAY(2026, 6, 15), DAY(2026, 9, 14), false },
        { PERIOD_Q4, DAY(2026, 9, 15), DAY(2026, 12, 14), false },
        { PERIOD_HALF, DAY(2025, 12, 15), DAY(2026, 6, 14), true },
        { PERIOD_NINE, DAY(2025, 12, 15), DAY(2026, 9, 14), true },
        { PERIOD_YEAR, DAY(2025, 12, 15), DAY(2026, 12, 14), true },
    };
    assert_int_equal(COUNT(rows), PERIODS);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct period period = period_of(2026, rows[i].kind);
        assert_int_equal(day_compare(period.from, rows[i].from), 0);
        assert_int_equal(day_compare(period.until, rows[i].until), 0);
        assert_int_equal(period.has_text, rows[i].has_text);
    }
}

static void quarters_leave_no_day_out(void **state)
{
    (void)state;
    enum { FIRST = 2012, LAST = 2040 };
    struct day next = period_of(FIRST, PERIOD_Q1).from;
    for (int year = FIRST; year <= LAST; year++) {
        for (enum period_kind kind = PERIOD_Q1; kind <= PERIOD_Q4; kind++) {
            struct period period = period_of(year, kind);
            assert_int_equal(day_compare(period.from, next), 0);
            next = day_after(period.until);
        }
    }
}

static void is_read_as_it_is_written(void **state)
{
    (void)state;
    static const char *const words[PERIODS] = { "2026-q1", "2026-q2", "2026-q3", "2026-q4",
                                                "2026-6m", "2026-9m", "2026" };
    for (enum period_kind kind = 0; kind < PERIODS; kind++) {
        struct period period;
        char bytes[16];
        struct out out = out_fixed(bytes, sizeof bytes);
        assert_true(period_parse(str_of(words[kind]), &period));
        assert_int_equal(period.kind, kind);
        period_write_word(&out, &period);
        assert_true(str_equal(out_str(&out), str_of(words[kind])));
    }
    static const char *const bad[] = { "",     "2026-q5", "2026-", "202",     "2026q1",
                                       "1999", "9999-q1", "-q1",   "2026-q1x" };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct period period;
        assert_false(period_parse(str_of(bad[i]), &period));
    }
}

static void the_latest_is_over(void **state)
{
    (void)state;
    assert_int_equal(period_latest(PERIOD_YEAR, day_of(2026, 12, 14)).year, 2025);
    assert_int_equal(period_latest(PERIOD_YEAR, day_of(2026, 12, 15)).year, 2026);
    assert_int_equal(period_latest(PERIOD_Q1, day_of(2026, 3, 14)).year, 2025);
    assert_int_equal(period_latest(PERIOD_Q1, day_of(2026, 3, 15)).year, 2026);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_on_the_15th_and_ends_on_the_14th),
        cmocka_unit_test(quarters_leave_no_day_out),
        cmocka_unit_test(is_read_as_it_is_written),
        cmocka_unit_test(the_latest_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
