/* The workflow as a jurist reads it, times as people write them, the days around a reception. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "mod/reception/reception.h"

static void the_workflow_has_no_faults(void **state)
{
    (void)state;
    char bytes[4096];
    struct out faults = out_fixed(bytes, sizeof(bytes) - 1);
    size_t count = workflow_audit(&reception_flow, &faults);
    if (count > 0) {
        fprintf(stderr, "%.*s", STR_ARG(out_str(&faults)));
    }
    assert_int_equal(count, 0);
}

static void a_time_is_read_as_people_write_it(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        int64_t minute;
    } rows[] = {
        { "07:30", 450 }, { "7:30", 450 },   { "7h30", 450 }, { "13 giờ 30", 810 },  { "16h", 960 },
        { "0:00", 0 },    { "23:59", 1439 }, { "24:00", -1 }, { "7:60", -1 },        { "", -1 },
        { "sáng", -1 },   { "7:30:15", -1 }, { "730", -1 },   { "99999999999", -1 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(reception_minute(str_of(rows[i].written)), rows[i].minute);
    }
}

static const struct reception_day_get_row ordinary = { .held_on = DAY(2026, 10, 15), .seats = 2 };

static void it_is_moved_until_its_day_and_held_from_it_on(void **state)
{
    (void)state;
    static const struct {
        struct day today;
        enum status moved;
        enum status held;
        enum status booked;
        enum status walked_in;
    } rows[] = {
        { DAY(2026, 10, 14), STATUS_OK, STATUS_REFUSED, STATUS_OK, STATUS_REFUSED },
        { DAY(2026, 10, 15), STATUS_OK, STATUS_OK, STATUS_OK, STATUS_OK },
        { DAY(2026, 10, 16), STATUS_REFUSED, STATUS_OK, STATUS_REFUSED, STATUS_OK },
    };
    const struct reception_move_form move = { .on = day_of(2026, 10, 20),
                                              .from = STR("07:30"),
                                              .until = STR("11:00"),
                                              .reason = STR("Bão.") };
    const struct reception_hold_form hold = { .outcome = STR(BY_HEAD) };
    const struct reception_visit_form visit = { .people = 1 };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct day today = rows[i].today;
        assert_int_equal(reception_may_move(&ordinary, &move, today).status, rows[i].moved);
        assert_int_equal(reception_may_hold(&ordinary, &hold, today, 1).status, rows[i].held);
        assert_int_equal(reception_may_book(&ordinary, &visit, today, 1).status, rows[i].booked);
        assert_int_equal(reception_may_walk_in(&ordinary, &visit, today).status, rows[i].walked_in);
        assert_int_equal(reception_may_book(&ordinary, &visit, today, 2).status, STATUS_REFUSED);
    }
}

static void it_is_posted_in_time_or_on_a_ground(void **state)
{
    struct reception_post_form form = { .on = day_of(2026, 10, 15),
                                        .from = STR("07:30"),
                                        .until = STR("11:00"),
                                        .place = STR("Phòng 1") };
    assert_int_equal(
        reception_may_post(&form, day_of(2026, 10, 8), &CALENDAR_VIETNAM, *state).status,
        STATUS_OK);
    assert_int_equal(
        reception_may_post(&form, day_of(2026, 10, 9), &CALENDAR_VIETNAM, *state).status,
        STATUS_REFUSED);
    form.unscheduled = STR("gay-gat");
    assert_int_equal(
        reception_may_post(&form, day_of(2026, 10, 9), &CALENDAR_VIETNAM, *state).status,
        STATUS_INVALID);
    form.reason = STR("Đền bù.");
    assert_int_equal(
        reception_may_post(&form, day_of(2026, 10, 15), &CALENDAR_VIETNAM, *state).status,
        STATUS_OK);
    assert_int_equal(
        reception_may_post(&form, day_of(2026, 10, 16), &CALENDAR_VIETNAM, *state).status,
        STATUS_INVALID);
}

static int with_arena(void **state)
{
    enum { ARENA_BYTES = 1 << 20 };
    *state = arena_create(ARENA_BYTES);
    return *state ? 0 : -1;
}

static int without_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_workflow_has_no_faults),
        cmocka_unit_test(a_time_is_read_as_people_write_it),
        cmocka_unit_test(it_is_moved_until_its_day_and_held_from_it_on),
        cmocka_unit_test(it_is_posted_in_time_or_on_a_ground),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
