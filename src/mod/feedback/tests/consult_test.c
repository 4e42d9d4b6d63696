/* By when a unit that is asked must reply: the last day, the day after, and late reports. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/feedback/consult.h"

enum { HOUR_S = 3600 };

static struct instant at(int32_t day, int hour)
{
    return (struct instant){ instant_of_day(day_of(2026, 3, day)).s + hour * HOUR_S };
}

static struct instant evening(int32_t day)
{
    return (struct instant){ at(day + 1, 0).s - 1 };
}

/* March 2026: the 2nd is a Monday, the 7th and 8th a weekend. */
static void a_reply_comes_before_the_answer(void **state)
{
    (void)state;
    const struct {
        struct instant now;
        struct instant report_due;
        int64_t days;
        struct instant due; /* none: refused */
    } rows[] = {
        { at(2, 9), evening(11), 0, INSTANT_NONE },
        { at(2, 9), evening(11), -1, INSTANT_NONE },
        { at(2, 9), evening(11), 1, evening(3) },
        { at(2, 9), evening(11), 5, evening(9) },
        { at(2, 9), evening(11), 7, evening(11) },
        { at(2, 9), evening(11), 8, INSTANT_NONE },
        { at(2, 9), evening(11), INT64_MAX, INSTANT_NONE },
        /* Terms of hours end within a day, and so does the reply. */
        { at(2, 9), at(5, 9), 2, evening(4) },
        { at(2, 9), at(5, 9), 3, at(5, 9) },
        { at(2, 9), at(5, 9), 4, INSTANT_NONE },
        /* On the last day there is no working day left to give. */
        { at(11, 9), evening(11), 1, INSTANT_NONE },
        /* Asked on a Saturday. */
        { at(7, 9), evening(11), 1, evening(9) },
        /* Late: two working days, whatever the report's date was. */
        { at(12, 9), evening(11), 1, evening(13) },
        { at(12, 9), evening(11), 2, evening(16) },
        { at(12, 9), evening(11), 3, INSTANT_NONE },
    };
    struct arena *arena = arena_create(1 << 16);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct instant due = INSTANT_NONE;
        struct verdict verdict = consult_due(&CALENDAR_VIETNAM, rows[i].now, rows[i].report_due,
                                             rows[i].days, arena, &due);
        assert_int_equal(verdict_is_ok(verdict), rows[i].due.s != 0);
        assert_int_equal(due.s, rows[i].due.s);
    }
    arena_destroy(arena);
}

static void a_question_waits_only_where_work_is_done(void **state)
{
    (void)state;
    static const char *const acts[] = { "reply", "recall", "remind_consult", "escalate_consult" };
    const struct report_facts facts = { 0 };
    for (int s = 0; s < REPORT_STATES; s++) {
        for (size_t i = 0; i < COUNT(acts); i++) {
            const struct move *move;
            bool is_possible =
                verdict_is_ok(workflow_check(&feedback_flow, s, acts[i], &facts, &move));
            assert_int_equal(is_possible, (CONSULT_STATES & IN(s)) != 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reply_comes_before_the_answer),
        cmocka_unit_test(a_question_waits_only_where_work_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
