/* Civil days against a counter that knows nothing but the length of a month; instants; reading. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/day.h"

/* The calendar as a child learns it, stepping day by day from 0001-01-01. */
static int month_length(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    return lengths[month - 1] + (month == 2 && leap);
}

static void assert_is_day(int32_t n, int year, int month, int day_of_month)
{
    int got_year;
    int got_month;
    int got_day;
    day_split((struct day){ n }, &got_year, &got_month, &got_day);
    if (day_of(year, month, day_of_month).n != n || got_year != year || got_month != month ||
        got_day != day_of_month) {
        fail_msg("%d-%d-%d is day %d, split as %d-%d-%d", year, month, day_of_month, n, got_year,
                 got_month, got_day);
    }
}

static void agrees_with_a_counter(void **state)
{
    (void)state;
    int32_t n = 0;
    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            int length = month_length(year, month);
            for (int d = 1; d <= length; d++) {
                n++;
                assert_is_day(n, year, month, d);
            }
            assert_int_equal(day_of(year, month, length + 1).n, 0);
        }
    }
    assert_int_equal(n, 3652059);
    assert_true(day_is_none(day_add((struct day){ n }, 1)));
}

static void refuses_days_that_do_not_exist(void **state)
{
    (void)state;
    static const int rows[][3] = {
        { 0, 1, 1 },     { 10000, 1, 1 }, { -1, 1, 1 },    { 2026, 0, 1 },  { 2026, 13, 1 },
        { 2026, 1, 0 },  { 2026, 2, 29 }, { 1900, 2, 29 }, { 2100, 2, 29 }, { 2000, 2, 30 },
        { 2026, 4, 31 }, { 2026, 1, -1 }, { 2026, 1, 32 }, { 2026, -5, 1 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_true(day_is_none(day_of(rows[i][0], rows[i][1], rows[i][2])));
    }
    assert_false(day_is_none(day_of(2000, 2, 29)));
    assert_false(day_is_none(day_of(2028, 2, 29)));
}

static void knows_weekdays(void **state)
{
    (void)state;
    assert_int_equal(day_weekday(day_of(1, 1, 1)), MONDAY);
    assert_int_equal(day_weekday(day_of(1970, 1, 1)), THURSDAY);
    assert_int_equal(day_weekday(day_of(2026, 11, 22)), SUNDAY);
    assert_int_equal(day_weekday(day_of(2028, 2, 29)), TUESDAY);
}

static void adds_days_and_months(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int32_t months;
        const char *to;
    } rows[] = {
        { "2026-01-31", 1, "2026-02-28" },  { "2028-01-31", 1, "2028-02-29" },
        { "2028-02-29", 12, "2029-02-28" }, { "2028-02-29", 48, "2032-02-29" },
        { "2026-03-31", -1, "2026-02-28" }, { "2026-08-31", 6, "2027-02-28" },
        { "2026-11-15", 2, "2027-01-15" },  { "2026-01-15", -1, "2025-12-15" },
        { "2026-01-15", 0, "2026-01-15" },  { "9999-12-01", 1, "" },
        { "0001-01-31", -1, "" },           { "2026-01-15", INT32_MAX, "" },
        { "2026-01-15", INT32_MIN, "" },    { "", 1, "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct day got = day_add_months(day_parse(str_of(rows[i].from)), rows[i].months);
        assert_int_equal(got.n, day_parse(str_of(rows[i].to)).n);
    }
    assert_int_equal(day_add(day_of(2026, 2, 28), 1).n, day_of(2026, 3, 1).n);
    assert_int_equal(day_add(day_of(2026, 1, 1), -1).n, day_of(2025, 12, 31).n);
    assert_true(day_is_none(day_add(day_of(1, 1, 1), -1)));
    assert_true(day_is_none(day_add(day_of(9999, 12, 31), INT32_MAX)));
    assert_true(day_is_none(day_add(DAY_NONE, 5)));
    assert_true(day_compare(day_of(2026, 1, 1), day_of(2026, 1, 2)) < 0);
}

static void reads_days_strictly(void **state)
{
    (void)state;
    static const char *const refused[] = {
        "",           "2026-3-13",  "2026-03-13 ", " 2026-03-13", "2026/03/13", "20260313",
        "2026-02-29", "0000-01-01", "2026-03-1a",  "+026-03-13",  "2026-00-01", "2026-03-13T",
    };
    for (size_t i = 0; i < COUNT(refused); i++) {
        assert_true(day_is_none(day_parse(str_of(refused[i]))));
    }
    assert_true(day_is_none(day_parse(STR_NONE)));
    assert_int_equal(day_parse(STR("2026-03-13")).n, day_of(2026, 3, 13).n);
}

static void reads_instants(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t s;
    } rows[] = {
        { "2026-03-13T08:30:00+07:00", 1773365400 },
        { "2026-03-13T01:30:00Z", 1773365400 },
        { "2026-03-13t01:30:00z", 1773365400 },
        { "2026-03-12T21:00:00-04:30", 1773365400 },
        { "2026-03-13T01:30:00.999999999Z", 1773365400 },
        { "1969-12-31T23:59:59Z", -1 },
        { "0001-01-01T00:00:00+07:00", -62135622000 },
        { "9999-12-31T23:59:59+07:00", 253402275599 },
        { "9999-12-31T23:59:59Z", 0 }, /* already the year 10000 in Vietnam */
        { "0001-01-01T00:00:00+08:00", 0 },
        { "2026-03-13 01:30:00Z", 0 },
        { "2026-03-13T01:30Z", 0 },
        { "2026-03-13T01:30:00", 0 },
        { "2026-03-13T01:30:00.Z", 0 },
        { "2026-03-13T01:30:00.5", 0 },
        { "2026-03-13T24:00:00Z", 0 },
        { "2026-03-13T01:60:00Z", 0 },
        { "2026-03-13T01:30:60Z", 0 },
        { "2026-03-13T01:30:00+0700", 0 },
        { "2026-03-13T01:30:00+07", 0 },
        { "2026-03-13T01:30:00+24:00", 0 },
        { "2026-03-13T01:30:00+07:60", 0 },
        { "2026-03-13T01:30:00Z ", 0 },
        { "2026-02-29T01:30:00Z", 0 },
        { "2026-03-13T-1:30:00Z", 0 },
        { "2026-03-13", 0 },
        { "", 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t got = instant_parse(str_of(rows[i].text)).s;
        if (got != rows[i].s) {
            fail_msg("%s is %lld, not %lld", rows[i].text, (long long)got, (long long)rows[i].s);
        }
    }
}

static void turns_instants_into_days(void **state)
{
    (void)state;
    struct day day = day_of(2026, 3, 13);
    struct instant first = instant_of_day(day);
    assert_int_equal(instant_day(first).n, day.n);
    assert_int_equal(instant_day((struct instant){ first.s - 1 }).n, day.n - 1);
    assert_int_equal(instant_day((struct instant){ first.s + DAY_S - 1 }).n, day.n);
    assert_int_equal(instant_second_of_day(first), 0);
    assert_int_equal(instant_second_of_day((struct instant){ first.s - 1 }), DAY_S - 1);
    struct day old = day_of(1802, 6, 1);
    assert_int_equal(instant_day(instant_of_day(old)).n, old.n);
    assert_int_equal(instant_day((struct instant){ instant_of_day(old).s - 1 }).n, old.n - 1);
    assert_true(day_is_none(instant_day(INSTANT_NONE)));
    assert_true(day_is_none(instant_day((struct instant){ INT64_MAX })));
    assert_true(day_is_none(instant_day((struct instant){ INT64_MIN })));
    assert_int_equal(instant_of_day(DAY_NONE).s, 0);
    assert_true(day_compare(instant_day(instant_now()), day_of(2026, 1, 1)) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_a_counter),
        cmocka_unit_test(refuses_days_that_do_not_exist),
        cmocka_unit_test(knows_weekdays),
        cmocka_unit_test(adds_days_and_months),
        cmocka_unit_test(reads_days_strictly),
        cmocka_unit_test(reads_instants),
        cmocka_unit_test(turns_instants_into_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
