/* The workflow of reports reads as a jurist would have it: no dead end, no term left running. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "mod/feedback/feedback.h"

static void the_tables_hold_together(void **state)
{
    (void)state;
    char text[8192];
    struct out faults = out_fixed(text, sizeof text);
    size_t count = workflow_audit(&feedback_flow, &faults);
    if (count > 0) {
        printf("%.*s", STR_ARG(out_str(&faults)));
    }
    assert_int_equal(count, 0);
}

static void the_api_names_every_state(void **state)
{
    (void)state;
    assert_int_equal(REPORT_STATES, feedback_flow.state_count);
    for (size_t i = 0; i < REPORT_STATES; i++) {
        assert_string_equal(report_state_words[i], feedback_flow.states[i].name);
    }
}

static void every_move_has_an_act(void **state)
{
    (void)state;
    for (size_t i = 0; i < feedback_flow.move_count; i++) {
        struct str command = str_of(feedback_flow.moves[i].command);
        assert_true(str_equal(command, STR("send")) || feedback_act(command) != NULL);
    }
    for (size_t i = 0; i < ACT_COUNT; i++) {
        const char *name = feedback_commands[COMMAND_FIRST_ACT + i].name + sizeof "feedback." - 1;
        bool is_moved = false;
        for (size_t m = 0; m < feedback_flow.move_count; m++) {
            is_moved |= str_equal(str_of(feedback_flow.moves[m].command), str_of(name));
        }
        assert_true(is_moved);
    }
}

static void a_report_bounces_once_then_is_ruled(void **state)
{
    (void)state;
    const struct move *move;
    struct report_facts facts = { .bounces = 0 };
    assert_true(
        verdict_is_ok(workflow_check(&feedback_flow, REPORT_TRANSFERRED, "return", &facts, &move)));
    assert_int_equal(move->to, REPORT_RECEIVED);
    facts.bounces = 1;
    assert_true(
        verdict_is_ok(workflow_check(&feedback_flow, REPORT_TRANSFERRED, "return", &facts, &move)));
    assert_int_equal(move->to, REPORT_RULING);
}

static void it_reopens_once_only(void **state)
{
    (void)state;
    const struct move *move;
    struct report_facts facts = { .reopened = 0 };
    assert_true(
        verdict_is_ok(workflow_check(&feedback_flow, REPORT_ANSWERED, "reopen", &facts, &move)));
    facts.reopened = 1;
    assert_false(
        verdict_is_ok(workflow_check(&feedback_flow, REPORT_ANSWERED, "reopen", &facts, &move)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tables_hold_together),
        cmocka_unit_test(the_api_names_every_state),
        cmocka_unit_test(every_move_has_an_act),
        cmocka_unit_test(a_report_bounces_once_then_is_ruled),
        cmocka_unit_test(it_reopens_once_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
