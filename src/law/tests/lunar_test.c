/* The lunar calendar against days that are known, the moon's own rules, and lists of others. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include <stdio.h>

#include "base/attr.h"
#include "law/lunar.h"
#include "law/moon.h"

/* Jean Meeus works this one out: the new moon of February 1977, JDE 2443192.65118. */
static void finds_the_new_moon_of_the_book(void **state)
{
    (void)state;
    const int64_t second = 1000000000 / 86400;
    /* The earth was 48 seconds behind; Vietnam is seven hours ahead. */
    int64_t want = INT64_C(721768151180000) + (7 * 3600 - 48) * second;
    assert_true(llabs(moon_new(-283) - want) < 2 * second);
}

/* As printed: Tết and Giỗ Tổ. */
static const struct {
    int32_t year;
    const char *new_year;
    const char *ancestors;
} FEASTS[] = {
    /* An hour before Beijing's day, and a month before in 1985. */
    { 1968, "1968-01-29", "1968-04-07" }, { 1969, "1969-02-16", "1969-04-26" },
    { 1985, "1985-01-21", "1985-04-29" }, { 2007, "2007-02-17", "2007-04-26" },
    { 2012, "2012-01-23", "2012-03-31" }, { 2013, "2013-02-10", "2013-04-19" },
    { 2014, "2014-01-31", "2014-04-09" }, { 2015, "2015-02-19", "2015-04-28" },
    { 2016, "2016-02-08", "2016-04-16" }, { 2017, "2017-01-28", "2017-04-06" },
    { 2018, "2018-02-16", "2018-04-25" }, { 2019, "2019-02-05", "2019-04-14" },
    { 2020, "2020-01-25", "2020-04-02" }, { 2021, "2021-02-12", "2021-04-21" },
    { 2022, "2022-02-01", "2022-04-10" }, { 2023, "2023-01-22", "2023-04-29" },
    { 2024, "2024-02-10", "2024-04-18" }, { 2025, "2025-01-29", "2025-04-07" },
    { 2026, "2026-02-17", "2026-04-26" }, { 2027, "2027-02-06", "2027-04-16" },
    { 2028, "2028-01-26", "2028-04-04" }, { 2029, "2029-02-13", "2029-04-23" },
    { 2030, "2030-02-02", "2030-04-12" }, { 2031, "2031-01-23", "2031-04-01" },
    { 2032, "2032-02-11", "2032-04-19" }, { 2033, "2033-01-31", "2033-04-09" },
    { 2034, "2034-02-19", "2034-04-28" }, { 2035, "2035-02-08", "2035-04-17" },
    { 2036, "2036-01-28", "2036-04-06" }, { 2037, "2037-02-15", "2037-04-24" },
    { 2038, "2038-02-04", "2038-04-13" }, { 2039, "2039-01-24", "2039-04-03" },
    { 2040, "2040-02-12", "2040-04-20" },
};

static void knows_the_feasts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(FEASTS); i++) {
        int32_t year = FEASTS[i].year;
        struct lunar_date new_year = { year, .month = 1, .day = 1 };
        struct lunar_date ancestors = { year, .month = 3, .day = 10 };
        assert_day("new year", lunar_day(new_year), day(FEASTS[i].new_year));
        assert_day("ancestors", lunar_day(ancestors), day(FEASTS[i].ancestors));
    }
}

/* The month that is doubled; 0: none. In 1987 Beijing doubled the sixth. */
static const struct {
    int32_t year;
    int32_t month;
} LEAPS[] = {
    { 1985, 2 }, { 1984, 0 }, { 1987, 7 }, { 2001, 4 },  { 2004, 2 }, { 2006, 7 }, { 2009, 5 },
    { 2012, 4 }, { 2014, 9 }, { 2017, 6 }, { 2020, 4 },  { 2023, 2 }, { 2024, 0 }, { 2025, 6 },
    { 2026, 0 }, { 2028, 5 }, { 2031, 3 }, { 2033, 11 }, { 2034, 0 }, { 2036, 6 }, { 2039, 5 },
};

static int32_t leap_month(int32_t year)
{
    int32_t leap = 0;
    for (int32_t month = 1; month <= 12; month++) {
        struct lunar_date first = { year, month, 1, true };
        leap = day_is_none(lunar_day(first)) ? leap : month;
    }
    return leap;
}

static void knows_the_leap_months(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(LEAPS); i++) {
        if (leap_month(LEAPS[i].year) != LEAPS[i].month) {
            fail_msg("%d doubles %d, not %d", (int)LEAPS[i].year, (int)leap_month(LEAPS[i].year),
                     (int)LEAPS[i].month);
        }
    }
}

/* Each day follows the one before: in its month, or as the first of the next. */
static bool follows(struct lunar_date a, struct lunar_date b)
{
    bool is_same_month = a.year == b.year && a.month == b.month && a.is_leap == b.is_leap;
    if (is_same_month) {
        return b.day == a.day + 1;
    }
    bool is_doubled = b.is_leap && !a.is_leap && a.year == b.year && a.month == b.month;
    bool is_next = !b.is_leap && b.month == a.month % 12 + 1 && b.year == a.year + (b.month == 1);
    return b.day == 1 && (a.day == 29 || a.day == 30) && (is_doubled || is_next);
}

static void counts_every_day_there_and_back(void **state)
{
    (void)state;
    struct day first = day("1900-01-01");
    struct day last = day("2100-12-31");
    struct lunar_date before = lunar_of(first);
    assert_day("first", lunar_day(before), first);
    for (struct day on = day_after(first); day_compare(on, last) <= 0; on = day_after(on)) {
        struct lunar_date date = lunar_of(on);
        assert_day("back", lunar_day(date), on);
        if (!follows(before, date)) {
            fail_msg("%s does not follow the day before", day_text(on).bytes);
        }
        before = date;
    }
}

/* Seven of nineteen years have thirteen months, or nearly. */
static void has_a_leap_month_in_seven_of_nineteen_years(void **state)
{
    (void)state;
    for (int32_t year = 1900; year <= 2080; year++) {
        int leaps = 0;
        for (int32_t i = 0; i < 19; i++) {
            leaps += leap_month(year + i) > 0;
        }
        assert_in_range(leaps, 6, 8);
    }
}

/* The day is taken from the large waves of the moon alone where midnight is far. */
static void takes_no_shortcut_near_midnight(void **state)
{
    (void)state;
    for (int32_t moon = -1237; moon <= 1249; moon++) {
        assert_int_equal(moon_day(moon).n, moon_new(moon) / 1000000000);
    }
}

/* New moons within a minute of midnight after 2050, where the earth may keep another time than is
 * foreseen, and those of the past that are nearer than the series can tell: the header says so. */
static void knows_which_days_are_in_doubt(void **state)
{
    (void)state;
    static const char *const doubtful[] = { "1967-07-07", "2054-05-08", "2072-12-09", "2077-11-16",
                                            "2085-10-19" };
    const int64_t whole = INT64_C(1000000000);
    size_t found = 0;
    for (int32_t moon = -1237; moon <= 1249; moon++) {
        int64_t of_day = moon_new(moon) % whole;
        int64_t away = of_day < whole / 2 ? of_day : whole - of_day;
        bool is_late = moon_day(moon).n >= day("2050-01-01").n;
        if (away < whole * (is_late ? 60 : 10) / 86400) {
            assert_true(found < COUNT(doubtful));
            assert_day("in doubt", moon_day(moon), day(doubtful[found]));
            found++;
        }
    }
    assert_int_equal(found, COUNT(doubtful));
}

static void refuses_what_is_no_date(void **state)
{
    (void)state;
    const struct lunar_date none[] = {
        { 2025, 6, 31, false },  { 2025, 5, 1, true },   { 2026, 6, 1, true },
        { 2026, 0, 1, false },   { 2026, 13, 1, false }, { 2026, 1, 0, false },
        { 0, 1, 1, false },      { 2101, 1, 1, false },  { 1899, 11, 1, false },
        { 2100, 12, 29, false }, { 2026, 1, 31, false },
    };
    for (size_t i = 0; i < COUNT(none); i++) {
        if (!day_is_none(lunar_day(none[i]))) {
            fail_msg("row %d is a day", (int)i);
        }
    }
    assert_int_equal(lunar_of(day("1899-12-31")).year, 0);
    assert_int_equal(lunar_of(day("2101-01-01")).year, 0);
    assert_int_equal(lunar_of(DAY_NONE).year, 0);
}

static const struct {
    const char *day;
    const char *words;
} WORDS[] = {
    { "2026-02-17", "mồng 1 tháng Giêng năm Bính Ngọ" },
    { "2026-03-03", "rằm tháng Giêng năm Bính Ngọ" },
    { "2026-04-26", "mồng 10 tháng Ba năm Bính Ngọ" },
    { "2026-02-10", "ngày 23 tháng Chạp năm Ất Tỵ" },
    { "2025-07-26", "mồng 2 tháng Sáu nhuận năm Ất Tỵ" },
    { "2025-06-25", "mồng 1 tháng Sáu năm Ất Tỵ" },
    { "1984-02-02", "mồng 1 tháng Giêng năm Giáp Tý" },
    { "1968-01-29", "mồng 1 tháng Giêng năm Mậu Thân" },
    { "2033-12-22", "mồng 1 tháng Một nhuận năm Quý Sửu" },
};

static void says_it_as_people_do(void **state)
{
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        struct out out = out_open(*state, TEST_OUT_BYTES);
        lunar_write(&out, lunar_of(day(WORDS[i].day)));
        assert_string_equal(written(&out), WORDS[i].words);
    }
    struct out out = out_open(*state, TEST_OUT_BYTES);
    lunar_write(&out, lunar_of(DAY_NONE));
    assert_int_equal(out.n, 0);
}

/* --- a list that others made ------------------------------------------------------------------ */

/* One line "year,tet,leap month,giỗ tổ", as 2025,2025-01-29,6,2025-04-07; true when it is one. */
static bool compare_line(struct str rest)
{
    char *end = NULL;
    int32_t year = (int32_t)strtol(rest.p, &end, 10);
    str_cut(&rest, ',');
    struct day new_year = day_parse(str_cut(&rest, ','));
    struct str leap = str_cut(&rest, ',');
    if (day_is_none(new_year)) {
        return false;
    }
    struct lunar_date first = { year, .month = 1, .day = 1 };
    struct lunar_date ancestors = { year, .month = 3, .day = 10 };
    assert_day("new year", lunar_day(first), new_year);
    assert_day("ancestors", lunar_day(ancestors), day_parse(rest));
    assert_int_equal(leap_month(year), leap.n > 0 ? strtol(leap.p, &end, 10) : 0);
    return true;
}

/* CALENDAR_REFERENCE names a file of such lines, where there is one. */
static void agrees_with_a_reference(void **state)
{
    (void)state;
    const char *path = getenv("CALENDAR_REFERENCE");
    if (!path) {
        print_message("# skipped: no CALENDAR_REFERENCE to compare with\n");
        return;
    }
    FILE *file = fopen(path, "r");
    if (!file) {
        fail_msg("%s cannot be read", path);
        return;
    }
    char line[128];
    int compared = 0;
    while (fgets(line, sizeof(line), file)) {
        compared += compare_line(str_trim(str_of(line)));
    }
    fclose(file);
    print_message("# %d years are as the reference has them\n", compared);
    assert_true(compared > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_new_moon_of_the_book),
        cmocka_unit_test(knows_the_feasts),
        cmocka_unit_test(knows_the_leap_months),
        cmocka_unit_test(counts_every_day_there_and_back),
        cmocka_unit_test(has_a_leap_month_in_seven_of_nineteen_years),
        cmocka_unit_test(takes_no_shortcut_near_midnight),
        cmocka_unit_test(knows_which_days_are_in_doubt),
        cmocka_unit_test(refuses_what_is_no_date),
        cmocka_unit_test(says_it_as_people_do),
        cmocka_unit_test(agrees_with_a_reference),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
