/* The rules of the working calendar as tables, and the words of kinds and hours. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "mod/calendar/commands.h"
#include "mod/calendar/rules.h"
#include "mod/calendar/words.h"

enum { TEST_ARENA_BYTES = 16 << 20 };

static int with_arena(void **state)
{
    *state = arena_create(TEST_ARENA_BYTES);
    return *state ? 0 : -1;
}

static int without_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct day_row row_of(const char *day, enum special_kind kind)
{
    return (struct day_row){
        .line = 1,
        .day = day_parse(str_of(day)),
        .kind = kind,
        .name = STR("tên ngày"),
        .decision = STR("Thông báo 7/TB"),
        .decided_on = day_of(2026, 3, 2),
    };
}

static void judges_a_day(void **state)
{
    static const struct {
        const char *day;
        enum special_kind kind;
        const char *field; /* NULL: it may be set */
    } rows[] = {
        { "2026-03-10", SPECIAL_HOLIDAY, NULL },
        { "2026-03-14", SPECIAL_HOLIDAY, NULL }, /* a holiday may fall on a Saturday */
        { "2026-03-10", SPECIAL_COMPENSATORY, NULL },
        { "2026-03-14", SPECIAL_COMPENSATORY, "day" },
        { "2026-03-14", SPECIAL_MAKE_UP_WORK, NULL },
        { "2026-03-10", SPECIAL_MAKE_UP_WORK, "day" },
        { "2026-08-22", SPECIAL_ORDINARY, NULL }, /* over the program's own */
        { "2024-12-31", SPECIAL_HOLIDAY, "day" },
        { "2025-01-01", SPECIAL_HOLIDAY, NULL },
        { "2029-12-31", SPECIAL_HOLIDAY, NULL },
        { "2030-01-01", SPECIAL_HOLIDAY, "day" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct day_row row = row_of(rows[i].day, rows[i].kind);
        struct verdict verdict =
            days_may_be_set(&CALENDAR_VIETNAM, &row, 1, day_of(2026, 3, 2), *state);
        if (verdict_is_ok(verdict) != !rows[i].field) {
            fail_msg("%s: %s", rows[i].day, verdict.sentence ? verdict.sentence : "may be set");
        }
        if (rows[i].field) {
            assert_string_equal(verdict.field, rows[i].field);
        }
    }
}

static void judges_the_decision(void **state)
{
    struct day_row row = row_of("2026-03-10", SPECIAL_HOLIDAY);
    row.decided_on = day_of(2026, 3, 3);
    assert_string_equal(
        days_may_be_set(&CALENDAR_VIETNAM, &row, 1, day_of(2026, 3, 2), *state).field,
        "decided_on");
    assert_true(
        verdict_is_ok(days_may_be_set(&CALENDAR_VIETNAM, &row, 1, day_of(2026, 3, 3), *state)));
    /* What is so already is no change; another decision for it is one. */
    struct calendar so = calendar_with(&CALENDAR_VIETNAM, &row, 1, *state);
    assert_false(verdict_is_ok(days_may_be_set(&so, &row, 1, day_of(2026, 3, 3), *state)));
    row.decision = STR("Thông báo 8/TB");
    assert_true(verdict_is_ok(days_may_be_set(&so, &row, 1, day_of(2026, 3, 3), *state)));
}

static void judges_days_together(void **state)
{
    enum { LONG = 70 };
    struct day_row rows[LONG];
    struct day day = day_of(2026, 6, 1);
    rows[0] = row_of("2026-03-10", SPECIAL_HOLIDAY);
    rows[1] = row_of("2026-03-10", SPECIAL_COMPENSATORY);
    rows[1].line = 2;
    struct verdict verdict =
        days_may_be_set(&CALENDAR_VIETNAM, rows, 2, day_of(2026, 3, 2), *state);
    assert_string_equal(verdict.field, "rows");
    assert_true(str_equal(verdict.detail, STR("2")));
    rows[1] = row_of("2026-03-14", SPECIAL_COMPENSATORY);
    rows[1].line = 3;
    verdict = days_may_be_set(&CALENDAR_VIETNAM, rows, 2, day_of(2026, 3, 2), *state);
    assert_string_equal(verdict.field, "rows");
    assert_true(str_starts(verdict.detail, STR("3. ")));
    for (size_t i = 0; i < LONG; i++) {
        rows[i] = row_of("2026-03-10", SPECIAL_HOLIDAY);
        rows[i].day = day;
        day = day_after(day);
    }
    assert_true(
        verdict_is_ok(days_may_be_set(&CALENDAR_VIETNAM, rows, 50, day_of(2026, 3, 2), *state)));
    assert_false(
        verdict_is_ok(days_may_be_set(&CALENDAR_VIETNAM, rows, LONG, day_of(2026, 3, 2), *state)));
}

static void judges_a_year(void **state)
{
    static const char *const holidays[] = {
        "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09",
        "2027-04-16", "2027-04-30", "2027-05-01", "2027-09-01", "2027-09-02",
    };
    struct day_row rows[COUNT(holidays)];
    for (size_t i = 0; i < COUNT(holidays); i++) {
        rows[i] = row_of(holidays[i], SPECIAL_HOLIDAY);
    }
    struct calendar whole = calendar_with(&CALENDAR_VIETNAM, rows, COUNT(holidays), *state);
    struct calendar short_by_one =
        calendar_with(&CALENDAR_VIETNAM, rows, COUNT(holidays) - 1, *state);
    /* The first of January is missing, and another day is there instead. */
    rows[0].day = day_of(2027, 1, 4);
    struct calendar without_one = calendar_with(&CALENDAR_VIETNAM, rows, COUNT(holidays), *state);
    assert_true(verdict_is_ok(year_may_be_decided(&whole, 2027, *state)));
    assert_false(verdict_is_ok(year_may_be_decided(&whole, 2026, *state)));
    assert_false(verdict_is_ok(year_may_be_decided(&whole, 2028, *state)));
    assert_false(verdict_is_ok(year_may_be_decided(&short_by_one, 2027, *state)));
    assert_false(verdict_is_ok(year_may_be_decided(&without_one, 2027, *state)));
}

static void reads_hours(void **state)
{
    static const struct {
        const char *text;
        const char *as; /* NULL: they are none, or contradict each other */
    } rows[] = {
        { "7:00-11:30 13:30-17:00", "07:00-11:30 13:30-17:00" },
        { " 7h30 – 11h30, 13h30–17h00 ", "07:30-11:30 13:30-17:00" },
        { "07:00-12:00;13:00-17:00;18:00-20:00", "07:00-12:00 13:00-17:00 18:00-20:00" },
        { "00:00-24:00", "00:00-24:00" },
        { "", NULL },
        { "7-11", NULL },
        { "7:00", NULL },
        { "7:00-", NULL },
        { "7:60-11:00", NULL },
        { "25:00-26:00", NULL },
        { "11:00-7:00", NULL },
        { "7:00-11:00 10:00-12:00", NULL },
        { "7:00-8:00 9:00-10:00 11:00-12:00 13:00-14:00", NULL },
        { "7:00-11:30x", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct office_hours hours[OFFICE_INTERVALS_MAX];
        struct verdict verdict =
            hours_may_be_set(&CALENDAR_VIETNAM, str_of(rows[i].text), *state, hours);
        if (verdict_is_ok(verdict) != (rows[i].as != NULL)) {
            fail_msg("“%s”", rows[i].text);
        }
        if (rows[i].as) {
            assert_true(str_equal(hours_text(*state, hours), str_of(rows[i].as)));
        }
    }
}

static void knows_its_words(void **state)
{
    enum special_kind kind = SPECIAL_KINDS;
    for (size_t i = 0; i < SPECIAL_KINDS; i++) {
        assert_true(day_kind_read(str_of(day_kind_words[i]), &kind));
        assert_int_equal(kind, i);
        assert_string_equal(day_word_label(str_of(day_kind_words[i])),
                            day_kind_label((enum special_kind)i));
    }
    assert_false(day_kind_read(STR("weekly"), &kind));
    assert_null(day_word_label(STR("07:00-11:30")));
    assert_string_equal(decision_text(*state, STR("Thông báo 7/TB"), day_of(2026, 3, 2)),
                        "Thông báo 7/TB ngày 02/03/2026");
}

/* Rows on their way through a form. */
static void reads_rows_again(void **state)
{
    struct day_row one = row_of("2027-02-05", SPECIAL_COMPENSATORY);
    struct out text = out_open(*state, 4096);
    day_row_write(&text, &one);
    out_lit(&text, "\n");
    day_row_write(&text, &one);
    struct day_rows days = day_rows_read(*state, out_str(&text), STR("a"), one.decided_on);
    assert_int_equal(days.bad_line, 0);
    assert_int_equal(days.count, 2);
    assert_int_equal(days.rows[1].line, 3);
    assert_int_equal(days.rows[1].kind, SPECIAL_COMPENSATORY);
    assert_int_equal(day_compare(days.rows[1].day, one.day), 0);
    assert_true(str_equal(days.rows[1].name, one.name));
    static const char *const bad[] = { "", "2027-02-30 holiday a", "2027-02-05 feast a",
                                       "2027-02-05 holiday", "2027-02-05 holiday a\nx" };
    for (size_t i = 0; i < COUNT(bad); i++) {
        days = day_rows_read(*state, str_of(bad[i]), STR("a"), DAY_NONE);
        assert_int_equal(days.bad_line, i + 1 == COUNT(bad) ? 2 : 1);
        assert_int_equal(days.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(judges_a_day, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(judges_the_decision, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(judges_days_together, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(judges_a_year, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(reads_hours, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(knows_its_words, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(reads_rows_again, with_arena, without_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
