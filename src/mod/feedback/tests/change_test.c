/* What each act makes of a report: the state before, the act, the state after. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/feedback/change.h"

/* Unit 1 has it from unit 2, person 5 works on it, and it was bounced once. */
static struct report_update sample(const char *state)
{
    return (struct report_update){
        .unit_id = { 1 },
        .from_unit_id = { 2 },
        .state = str_of(state),
        .anchor_at = { 1000 },
        .due_at = { 9000 },
        .assignee_id = { 5 },
        .is_public = true,
        .is_open = true,
        .bounces = 1,
        .answer = STR("cũ"),
    };
}

static void acts_change_what_they_say(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int act;
        const char *to;
        int64_t unit;
        /* afterwards */
        int64_t passed_on_by;
        bool is_open;
        bool is_public;
        int64_t bounces;
        int64_t paused_at;
        int64_t answered_at;
        const char *answer;
    } rows[] = {
        { "accepted", ACT_transfer, "transferred", 3, 1, true, true, 1, 0, 0, "cũ" },
        { "transferred", ACT_note, "transferred", 1, 2, true, true, 1, 0, 0, "cũ" },
        { "transferred", ACT_take, "accepted", 1, 0, true, true, 1, 0, 0, "cũ" },
        { "transferred", ACT_return, "received", 2, 0, true, true, 2, 0, 0, "cũ" },
        { "transferred", ACT_return, "ruling", 1, 2, true, true, 2, 0, 0, "cũ" },
        { "ruling", ACT_rule, "accepted", 3, 0, true, true, 1, 0, 0, "cũ" },
        { "accepted", ACT_ask, "asked", 1, 0, true, true, 1, 7000, 0, "cũ" },
        { "accepted", ACT_draft, "drafted", 1, 0, true, true, 1, 0, 0, "mới" },
        { "drafted", ACT_approve, "answered", 1, 0, false, true, 1, 0, 7000, "mới" },
        { "received", ACT_refuse, "refused", 1, 0, false, true, 1, 0, 7000, "mới" },
        { "answered", ACT_reopen, "accepted", 1, 0, true, true, 1, 0, 0, NULL },
        { "answered", ACT_withhold, "answered", 1, 0, false, false, 1, 0, 0, "cũ" },
        { "received", ACT_COUNT, "received", 1, 0, true, true, 1, 0, 0, "cũ" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct report_update report = sample(rows[i].from);
        struct change change = change_nothing(&report, rows[i].act, (struct instant){ 7000 });
        change.state = str_of(rows[i].to);
        change.unit.v = rows[i].unit;
        change.said = STR("mới");
        report_change(&report, &change);
        assert_int_equal(report.unit_id.v, rows[i].unit);
        assert_int_equal(report.from_unit_id.v, rows[i].passed_on_by);
        assert_int_equal(report.is_open, rows[i].is_open);
        assert_int_equal(report.is_public, rows[i].is_public);
        assert_int_equal(report.bounces, rows[i].bounces);
        assert_int_equal(report.paused_at.s, rows[i].paused_at);
        assert_int_equal(report.answered_at.s, rows[i].answered_at);
        assert_true(rows[i].answer ? str_equal(report.answer, str_of(rows[i].answer))
                                   : report.answer.p == NULL);
        assert_int_equal(report.anchor_at.s, rows[i].act == ACT_reopen ? 7000 : 1000);
        assert_int_equal(report.assignee_id.v, 5);
    }
}

/* A moment late is late; a return counts for who got the report wrongly. */
static void figures_tell_of_the_unit_before(void **state)
{
    (void)state;
    struct report_update report = sample("drafted");
    struct change change = change_nothing(&report, ACT_approve, (struct instant){ 9000 });
    assert_int_equal(change_figures(&report, &change).late, 0);
    change.at.s++;
    struct report_month_add late = change_figures(&report, &change);
    assert_true(late.answered == 1 && late.late == 1 && late.unit_id.v == 1);
    assert_int_equal(late.month, 197001);
    change.act = ACT_rate;
    change.rating = 4;
    struct report_month_add rated = change_figures(&report, &change);
    assert_true(rated.rated == 1 && rated.rating_sum == 4 && rated.late == 0);
    change.act = ACT_return;
    change.unit.v = 2;
    assert_int_equal(change_figures(&report, &change).unit_id.v, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acts_change_what_they_say),
        cmocka_unit_test(figures_tell_of_the_unit_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
