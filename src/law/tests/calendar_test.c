/* The calendar against a counter that walks day by day and minute by minute, and its own faults. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/calendar.h"
#include "law/lunar.h"

static const struct calendar *const CALENDAR = &CALENDAR_VIETNAM;

/* --- single days ------------------------------------------------------------------------------ */

/* clang-format off */
static const struct {
    const char *day;
    enum day_work work;
} DAYS[] = {
    { "2024-02-07", WORK_ORDINARY },     { "2024-02-08", REST_HOLIDAY },
    { "2024-02-10", REST_HOLIDAY },      { "2024-02-14", REST_COMPENSATORY },
    { "2024-02-15", WORK_ORDINARY },     { "2024-04-29", REST_COMPENSATORY },
    { "2024-05-04", WORK_MAKE_UP },      { "2024-05-05", REST_WEEKLY },
    { "2025-01-24", WORK_ORDINARY },     { "2025-01-27", REST_HOLIDAY },
    { "2025-01-31", REST_HOLIDAY },      { "2025-02-01", REST_WEEKLY },
    { "2025-02-03", WORK_ORDINARY },     { "2025-04-26", WORK_MAKE_UP },
    { "2025-05-02", REST_COMPENSATORY }, { "2025-11-24", WORK_ORDINARY },
    { "2026-01-02", REST_COMPENSATORY }, { "2026-01-03", REST_WEEKLY },
    { "2026-01-10", WORK_MAKE_UP },      { "2026-01-17", REST_WEEKLY },
    { "2026-02-13", WORK_ORDINARY },     { "2026-02-16", REST_HOLIDAY },
    { "2026-02-20", REST_HOLIDAY },      { "2026-02-23", WORK_ORDINARY },
    { "2026-04-26", REST_HOLIDAY },      { "2026-04-27", REST_COMPENSATORY },
    { "2026-04-28", WORK_ORDINARY },     { "2026-08-22", WORK_MAKE_UP },
    { "2026-08-31", REST_COMPENSATORY }, { "2026-09-03", WORK_ORDINARY },
    { "2026-11-23", WORK_ORDINARY },     { "2026-11-24", REST_HOLIDAY },
    { "2026-11-25", WORK_ORDINARY },
    /* By rule: 1 May 2027 is a Saturday, Tết takes Saturday and Sunday. */
    { "2027-01-01", REST_HOLIDAY },      { "2027-02-03", WORK_ORDINARY },
    { "2027-02-04", REST_HOLIDAY },      { "2027-02-08", REST_HOLIDAY },
    { "2027-02-09", REST_COMPENSATORY }, { "2027-02-10", REST_COMPENSATORY },
    { "2027-02-11", WORK_ORDINARY },     { "2027-04-16", REST_HOLIDAY },
    { "2027-05-01", REST_HOLIDAY },      { "2027-05-03", REST_COMPENSATORY },
    { "2027-05-04", WORK_ORDINARY },     { "2027-11-24", REST_HOLIDAY },
    { "2023-11-24", WORK_ORDINARY },     { "2020-09-03", WORK_ORDINARY },
    { "2021-09-03", REST_HOLIDAY },
};
/* clang-format on */

static void knows_each_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(DAYS); i++) {
        struct day_status status = calendar_day(CALENDAR, day(DAYS[i].day));
        if (status.work != DAYS[i].work) {
            fail_msg("%s: got %d, want %d", DAYS[i].day, (int)status.work, (int)DAYS[i].work);
        }
        bool is_named = status.work != WORK_ORDINARY && status.work != REST_WEEKLY;
        assert_int_equal(is_named, status.name != NULL);
        assert_int_equal(is_named, status.decision != NULL);
    }
}

static void says_what_is_decided(void **state)
{
    (void)state;
    assert_false(calendar_day(CALENDAR, day("2023-12-29")).is_decided);
    assert_true(calendar_day(CALENDAR, day("2024-01-01")).is_decided);
    assert_true(calendar_day(CALENDAR, day("2026-12-31")).is_decided);
    assert_false(calendar_day(CALENDAR, day("2027-01-01")).is_decided);
    assert_false(calendar_day(CALENDAR, day("2027-01-04")).is_decided);
    assert_true(calendar_works_on(CALENDAR, day("0001-01-03")));
}

static void steps_over_rest(void **state)
{
    (void)state;
    assert_day("from", calendar_working_day_from(CALENDAR, day("2026-02-14")), day("2026-02-23"));
    assert_day("until", calendar_working_day_until(CALENDAR, day("2026-02-22")), day("2026-02-13"));
    assert_day("self", calendar_working_day_from(CALENDAR, day("2026-01-10")), day("2026-01-10"));
    /* A reception on Thursday 15 October is posted five working days before. */
    assert_day("back", calendar_add_working_days(CALENDAR, day("2026-10-15"), -5),
               day("2026-10-08"));
    assert_day("none", calendar_add_working_days(CALENDAR, day("2026-01-04"), 0),
               day("2026-01-04"));
}

/* --- the same, counted by a child ------------------------------------------------------------- */

/* By the rows of the table, read from the first to the last. */
static bool works_by_table(struct day on)
{
    for (size_t i = 0; i < CALENDAR->day_count; i++) {
        if (CALENDAR->days[i].day.n == on.n) {
            return CALENDAR->days[i].kind == SPECIAL_MAKE_UP_WORK;
        }
    }
    return day_weekday(on) != SATURDAY && day_weekday(on) != SUNDAY;
}

static struct day walk(struct day from, int32_t n)
{
    int32_t step = n < 0 ? -1 : 1;
    while (n != 0) {
        from = day_add(from, step);
        n -= works_by_table(from) ? step : 0;
    }
    return from;
}

static void agrees_with_a_walk(void **state)
{
    (void)state;
    uint32_t seed = 2026;
    int32_t first = CALENDAR->decided_from.n + 60;
    for (int round = 0; round < 20000; round++) {
        struct day from = { first + (int32_t)(draw(&seed) % 900) };
        int32_t n = (int32_t)(draw(&seed) % 81) - 40;
        struct day walked = walk(from, n);
        assert_day("added", calendar_add_working_days(CALENDAR, from, n), walked);
        /* Backwards the first day is counted and the last is not. */
        int32_t moved = works_by_table(walked) - works_by_table(from);
        assert_int_equal(calendar_working_days_between(CALENDAR, from, walked),
                         n < 0 ? n + moved : n);
    }
}

/* Undecided years, walking forward with what is owed instead of looking back. */
static bool is_feast(struct day on)
{
    for (int32_t after = -2; after <= 2; after++) {
        struct lunar_date date = lunar_of(day_add(on, -after));
        if (date.month == 1 && date.day == 1 && !date.is_leap) {
            return true;
        }
    }
    struct lunar_date date = lunar_of(on);
    return date.month == 3 && date.day == 10 && !date.is_leap;
}

static bool is_holiday(struct day on)
{
    int year = 0;
    int month = 0;
    int dom = 0;
    day_split(on, &year, &month, &dom);
    bool culture = month == 11 && dom == 24 && on.n >= day("2026-07-01").n;
    bool second = month == 9 && dom == 3 && year >= 2021;
    return (month == 1 && dom == 1) || (month == 4 && dom == 30) || (month == 5 && dom == 1) ||
           (month == 9 && dom == 2) || culture || second || is_feast(on);
}

static void follows_the_code_in_other_years(void **state)
{
    (void)state;
    int owed = 0;
    struct calendar by_rule = *CALENDAR;
    by_rule.day_count = 0;
    by_rule.decided_from = day("1900-01-01");
    by_rule.decided_to = day("1900-01-01");
    for (struct day on = day("1901-01-01"); on.n < day("2101-01-01").n; on = day_add(on, 1)) {
        bool is_weekend = day_weekday(on) >= SATURDAY;
        bool works = !is_weekend && !is_holiday(on);
        owed += is_weekend && is_holiday(on);
        if (works && owed > 0) {
            owed--;
            works = false;
        }
        if (calendar_works_on(&by_rule, on) != works) {
            fail_msg("%s: %s", day_text(on).bytes, works ? "should work" : "should rest");
        }
    }
}

/* All days of these years, and whether one works on them, as the two walks above have it. */
enum { FIRST_YEAR = 2012, LAST_YEAR = 2040, DAYS_MAX = 366 * (LAST_YEAR - FIRST_YEAR + 1) };

static int32_t list_days(bool *works)
{
    int owed = 0;
    int32_t count = 0;
    for (struct day on = day_of(FIRST_YEAR, 1, 1); on.n <= day_of(LAST_YEAR, 12, 31).n;
         on = day_after(on)) {
        bool is_weekend = day_weekday(on) >= SATURDAY;
        bool is_decided = on.n >= CALENDAR->decided_from.n && on.n <= CALENDAR->decided_to.n;
        bool is_off = is_weekend || is_holiday(on);
        owed = is_decided ? 0 : owed + (is_weekend && is_holiday(on));
        bool is_paid = !is_off && owed > 0;
        owed -= is_paid;
        works[count++] = is_decided ? works_by_table(on) : !is_off && !is_paid;
    }
    return count;
}

/* Adding and counting over all of them, over Tết and the turn of decided years too, against a
 * finger on the list. */
static void agrees_with_a_finger_on_a_list(void **state)
{
    (void)state;
    static bool works[DAYS_MAX];
    int32_t count = list_days(works);
    int32_t first = day_of(FIRST_YEAR, 1, 1).n;
    uint32_t seed = 40;
    for (int round = 0; round < 20000; round++) {
        int32_t from = 100 + (int32_t)(draw(&seed) % (uint32_t)(count - 200));
        int32_t n = (int32_t)(draw(&seed) % 101) - 50;
        int32_t step = n < 0 ? -1 : 1;
        int32_t at = from;
        for (int32_t left = n; left != 0; left -= works[at] ? step : 0) {
            at += step;
        }
        struct day start = { first + from };
        assert_day("added", calendar_add_working_days(CALENDAR, start, n),
                   (struct day){ first + at });
        int32_t between = 0;
        for (int32_t i = from < at ? from : at; i < (from < at ? at : from); i++) {
            between += works[i + 1];
        }
        assert_int_equal(calendar_working_days_between(CALENDAR, start, (struct day){ first + at }),
                         n < 0 ? -between : between);
    }
}

/* --- office time ------------------------------------------------------------------------------ */

static const struct {
    const char *from;
    int32_t minutes;
    const char *to;
} HOURS[] = {
    { "2026-10-05 09:00", 60, "2026-10-05 10:00" },  /* within the morning */
    { "2026-10-05 10:30", 120, "2026-10-05 14:30" }, /* over lunch */
    { "2026-10-05 10:30", 60, "2026-10-05 11:30" },  /* ends with the morning */
    { "2026-10-05 12:00", 60, "2026-10-05 14:30" },  /* begins at lunch */
    { "2026-10-05 16:00", 60, "2026-10-05 17:00" },  /* ends as the office closes */
    { "2026-10-05 16:00", 61, "2026-10-06 07:01" },  /* over the evening */
    { "2026-10-05 18:00", 60, "2026-10-06 08:00" },  /* begins in the evening */
    { "2026-10-05 05:00", 60, "2026-10-05 08:00" },  /* before the office opens */
    { "2026-10-05 09:00", 480, "2026-10-06 09:00" }, /* a working day */
    { "2026-10-09 16:30", 120, "2026-10-12 08:30" }, /* over the weekend */
    { "2026-10-10 10:00", 60, "2026-10-12 08:00" },  /* begins on a Saturday */
    { "2026-01-09 16:00", 120, "2026-01-10 08:00" }, /* into a make-up Saturday */
    { "2026-02-13 16:00", 120, "2026-02-23 08:00" }, /* over Tết */
    { "2026-11-23 16:00", 120, "2026-11-25 08:00" }, /* over 24 November */
    { "2026-10-05 09:00", 0, "2026-10-05 09:00" },   { "2026-10-04 09:00", 0, "2026-10-04 09:00" },
};

static void counts_office_time(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(HOURS); i++) {
        struct instant from = moment(HOURS[i].from);
        struct instant to = moment(HOURS[i].to);
        int64_t seconds = HOURS[i].minutes * INT64_C(60);
        struct instant got = calendar_add_working_seconds(CALENDAR, from, seconds);
        if (got.s != to.s) {
            fail_msg("%s + %d minutes is off by %d", HOURS[i].from, (int)HOURS[i].minutes,
                     (int)(got.s - to.s));
        }
        assert_int_equal(calendar_working_seconds_between(CALENDAR, from, to), seconds);
        assert_int_equal(calendar_working_seconds_between(CALENDAR, to, from), -seconds);
    }
    assert_int_equal(calendar_day_seconds(CALENDAR), 8 * 3600);
}

static bool is_office_minute(struct instant at)
{
    int32_t second = instant_second_of_day(at);
    bool is_morning = second >= 7 * 3600 && second < 11 * 3600 + 1800;
    bool is_afternoon = second >= 13 * 3600 + 1800 && second < 17 * 3600;
    return works_by_table(instant_day(at)) && (is_morning || is_afternoon);
}

static void agrees_with_a_clock(void **state)
{
    (void)state;
    uint32_t seed = 7;
    int64_t first = moment("2025-12-20 00:00").s;
    for (int round = 0; round < 500; round++) {
        struct instant from = { first + 60 * (int64_t)(draw(&seed) % (90 * 1440)) };
        int32_t minutes = 1 + (int32_t)(draw(&seed) % 2400);
        struct instant walked = from;
        for (int32_t left = minutes; left > 0; walked.s += 60) {
            left -= is_office_minute(walked);
        }
        int64_t seconds = minutes * INT64_C(60);
        struct instant got = calendar_add_working_seconds(CALENDAR, from, seconds);
        assert_int_equal(got.s, walked.s);
        assert_int_equal(calendar_working_seconds_between(CALENDAR, from, got), seconds);
    }
}

/* --- faults ----------------------------------------------------------------------------------- */

#define DAY_ROW(text, what)                                                                        \
    {                                                                                              \
        day(text), what, "tên", "quyết định"                                                  \
    }

static size_t faults_of(const struct calendar *calendar, struct arena *arena)
{
    struct out faults = out_open(arena, TEST_OUT_BYTES);
    size_t count = calendar_audit(calendar, &faults);
    size_t lines = 0;
    for (size_t i = 0; i < faults.n; i++) {
        lines += faults.p[i] == '\n';
    }
    assert_int_equal(lines, count);
    return count;
}

static size_t faults_of_days(const struct special_day *days, size_t count, struct arena *arena)
{
    struct calendar calendar = *CALENDAR;
    calendar.days = days;
    calendar.day_count = count;
    return faults_of(&calendar, arena);
}

static void finds_bad_days(void **state)
{
    assert_int_equal(faults_of(CALENDAR, *state), 0);
    const struct special_day doubled[] = { DAY_ROW("2026-01-01", SPECIAL_HOLIDAY),
                                           DAY_ROW("2026-01-01", SPECIAL_COMPENSATORY) };
    const struct special_day unsorted[] = { DAY_ROW("2026-01-02", SPECIAL_HOLIDAY),
                                            DAY_ROW("2026-01-01", SPECIAL_HOLIDAY) };
    const struct special_day make_up[] = { DAY_ROW("2026-01-05", SPECIAL_MAKE_UP_WORK) };
    const struct special_day in_lieu[] = { DAY_ROW("2026-01-10", SPECIAL_COMPENSATORY) };
    const struct special_day nameless[] = { { day("2026-01-05"), SPECIAL_HOLIDAY, NULL, "x" } };
    const struct special_day no_day[] = { { DAY_NONE, SPECIAL_HOLIDAY, "x", "x" } };
    assert_int_equal(faults_of_days(doubled, COUNT(doubled), *state), 1);
    assert_int_equal(faults_of_days(unsorted, COUNT(unsorted), *state), 1);
    assert_int_equal(faults_of_days(make_up, COUNT(make_up), *state), 1);
    assert_int_equal(faults_of_days(in_lieu, COUNT(in_lieu), *state), 1);
    assert_int_equal(faults_of_days(nameless, COUNT(nameless), *state), 1);
    assert_int_equal(faults_of_days(no_day, COUNT(no_day), *state), 1);
}

static void finds_endless_rest(void **state)
{
    struct special_day long_rest[90];
    for (int32_t i = 0; i < (int32_t)COUNT(long_rest); i++) {
        long_rest[i] =
            (struct special_day){ day_add(day("2026-03-02"), i), SPECIAL_HOLIDAY, "x", "x" };
    }
    assert_int_equal(faults_of_days(long_rest, COUNT(long_rest), *state), 1);
    /* Fifty-eight days are few enough, but not behind the Tết that follows from the rule. */
    for (int32_t i = 0; i < 58; i++) {
        long_rest[i].day = day_add(day("2027-06-07"), i);
    }
    assert_int_equal(faults_of_days(long_rest, 58, *state), 0);
    for (int32_t i = 0; i < 58; i++) {
        long_rest[i].day = day_add(day("2027-02-11"), i);
    }
    assert_int_equal(faults_of_days(long_rest, 58, *state), 1);
    struct calendar never = *CALENDAR;
    never.rest_weekdays = 0x7f;
    /* Then the make-up days contradict nothing, but the days in lieu do. */
    never.day_count = 0;
    assert_int_equal(faults_of(&never, *state), 1);
}

static void finds_bad_hours(void **state)
{
    struct calendar calendar = *CALENDAR;
    calendar.hours[1].from_s = calendar.hours[0].to_s - 1;
    assert_int_equal(faults_of(&calendar, *state), 1);
    calendar = *CALENDAR;
    calendar.hours[1].to_s = DAY_S + 1;
    assert_int_equal(faults_of(&calendar, *state), 1);
    calendar = *CALENDAR;
    memset(calendar.hours, 0, sizeof(calendar.hours));
    assert_int_equal(faults_of(&calendar, *state), 1);
}

/* --- later decisions over the country's days -------------------------------------------------- */

static void lays_days_over_others(void **state)
{
    const struct special_day later[] = {
        DAY_ROW("2023-12-29", SPECIAL_COMPENSATORY), /* before all others */
        DAY_ROW("2026-08-22", SPECIAL_ORDINARY),     /* a make-up Saturday taken back */
        DAY_ROW("2026-08-31", SPECIAL_ORDINARY),     /* and the day off that it was for */
        DAY_ROW("2026-09-01", SPECIAL_COMPENSATORY), /* a holiday that became something else */
        DAY_ROW("2026-10-10", SPECIAL_MAKE_UP_WORK), /* between others */
        DAY_ROW("2027-02-09", SPECIAL_ORDINARY),     /* owed by the rule */
        DAY_ROW("2027-05-08", SPECIAL_MAKE_UP_WORK), /* behind all others */
    };
    static const struct {
        const char *day;
        enum day_work work;
        bool is_decided;
    } rows[] = {
        { "2023-12-29", REST_COMPENSATORY, true }, { "2023-12-28", WORK_ORDINARY, false },
        { "2026-08-22", REST_WEEKLY, true },       { "2026-08-31", WORK_ORDINARY, true },
        { "2026-09-01", REST_COMPENSATORY, true }, { "2026-09-02", REST_HOLIDAY, true },
        { "2026-10-10", WORK_MAKE_UP, true },      { "2027-02-08", REST_HOLIDAY, false },
        { "2027-02-09", WORK_ORDINARY, true },     { "2027-02-10", REST_COMPENSATORY, false },
        { "2027-05-08", WORK_MAKE_UP, true },
    };
    struct calendar calendar = calendar_overlay(CALENDAR, later, COUNT(later), *state);
    struct calendar copy = calendar_copy(&calendar, *state);
    assert_int_equal(calendar.day_count, CALENDAR->day_count + 4);
    assert_int_equal(faults_of(&calendar, *state), 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct day_status status = calendar_day(&copy, day(rows[i].day));
        if (status.work != rows[i].work || status.is_decided != rows[i].is_decided) {
            fail_msg("%s: got %d, decided %d", rows[i].day, (int)status.work, status.is_decided);
        }
        bool is_named = status.work != WORK_ORDINARY && status.work != REST_WEEKLY;
        assert_int_equal(is_named, status.name != NULL);
    }
    for (size_t i = 0; i < calendar.day_count; i++) {
        assert_ptr_not_equal(copy.days[i].name, calendar.days[i].name);
        assert_string_equal(copy.days[i].name, calendar.days[i].name);
        assert_string_equal(copy.days[i].decision, calendar.days[i].decision);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_each_day),
        cmocka_unit_test(says_what_is_decided),
        cmocka_unit_test(steps_over_rest),
        cmocka_unit_test(agrees_with_a_walk),
        cmocka_unit_test(follows_the_code_in_other_years),
        cmocka_unit_test(agrees_with_a_finger_on_a_list),
        cmocka_unit_test(counts_office_time),
        cmocka_unit_test(agrees_with_a_clock),
        cmocka_unit_test(finds_bad_days),
        cmocka_unit_test(finds_endless_rest),
        cmocka_unit_test(finds_bad_hours),
        cmocka_unit_test(lays_days_over_others),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
