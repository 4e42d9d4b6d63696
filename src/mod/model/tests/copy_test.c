/* The rules of copies around their days, and their workflow as a jurist reads it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "mod/model/copy_rules.h"
#include "mod/model/flow.h"

enum { SOURCE = 7, OTHER = 8, UNIT = 20, SOURCE_UNIT = 21, PARENT_UNIT = 22, PARENT = 40 };

static void the_workflow_has_no_faults(void **state)
{
    (void)state;
    char bytes[4096];
    struct out faults = out_fixed(bytes, sizeof(bytes) - 1);
    size_t count = workflow_audit(&model_copy_flow, &faults);
    if (count > 0) {
        fprintf(stderr, "%.*s", STR_ARG(out_str(&faults)));
    }
    assert_int_equal(count, 0);
}

static void its_commands_are_no_model_s(void **state)
{
    (void)state;
    for (size_t i = 0; i < model_copy_flow.move_count; i++) {
        for (size_t k = 0; k < model_flow.move_count; k++) {
            assert_false(str_equal(str_of(model_copy_flow.moves[i].command),
                                   str_of(model_flow.moves[k].command)));
        }
    }
}

static void checks_come_after_three_six_and_twelve_months(void **state)
{
    (void)state;
    static const int64_t rows[][2] = { { 0, 3 }, { 3, 6 }, { 6, 12 }, { 12, 0 } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(model_copy_next_month(rows[i][0]), rows[i][1]);
    }
    assert_int_equal(model_copy_opens_on(day_of(2025, 11, 30), 3).n, day_of(2026, 2, 28).n);
    assert_true(day_is_none(model_copy_opens_on(day_of(2025, 11, 30), 0)));
    assert_int_equal(model_copy_waited_since(day_of(2026, 3, 31)).n, day_of(2026, 3, 1).n);
}

static void it_begins_with_the_model_and_not_far_ahead(void **state)
{
    (void)state;
    static const struct {
        struct day begins_on;
        const char *model;
        int unit;
        bool is_at_it;
        enum status status;
        const char *field;
    } rows[] = {
        { DAY(2026, 2, 28), "running", UNIT, false, STATUS_INVALID, "begins_on" },
        { DAY(2026, 3, 1), "running", UNIT, false, STATUS_OK, NULL },
        { DAY(2026, 6, 11), "stale", UNIT, false, STATUS_OK, NULL },
        { DAY(2026, 6, 12), "running", UNIT, false, STATUS_INVALID, "begins_on" },
        { DAY(2026, 3, 13), "stopped", UNIT, false, STATUS_REFUSED, NULL },
        { DAY(2026, 3, 13), "running", SOURCE_UNIT, false, STATUS_INVALID, "unit" },
        { DAY(2026, 3, 13), "running", UNIT, true, STATUS_INVALID, "unit" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct model_get_row source = { .id = { SOURCE },
                                              .unit_id = { SOURCE_UNIT },
                                              .state = str_of(rows[i].model),
                                              .begins_on = day_of(2026, 3, 1) };
        const struct model_copy_form form = { .begins_on = rows[i].begins_on };
        const struct model_copy_facts facts = { .source = &source,
                                                .unit = { rows[i].unit },
                                                .is_at_it = rows[i].is_at_it };
        struct verdict verdict = model_copy_may_begin(&form, &facts, day_of(2026, 3, 13));
        assert_int_equal(verdict.status, rows[i].status);
        assert_true(str_equal(str_of(verdict.field), str_of(rows[i].field)));
    }
}

static void it_is_learned_from_another_copy_of_the_same(void **state)
{
    (void)state;
    static const struct {
        bool has_parent;
        int source;
        int unit;
        struct day begins_on;
        const char *field;
    } rows[] = {
        { true, SOURCE, PARENT_UNIT, DAY(2026, 3, 5), NULL },
        { true, SOURCE, PARENT_UNIT, DAY(2026, 3, 6), "begins_on" },
        { false, SOURCE, PARENT_UNIT, DAY(2026, 3, 1), "parent" },
        { true, OTHER, PARENT_UNIT, DAY(2026, 3, 1), "parent" },
        { true, SOURCE, UNIT, DAY(2026, 3, 1), "parent" },
    };
    const struct model_get_row source = { .id = { SOURCE },
                                          .unit_id = { SOURCE_UNIT },
                                          .state = STR("running"),
                                          .begins_on = day_of(2026, 3, 1) };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct model_copy_get_row parent = { .source_id = { rows[i].source },
                                                   .unit_id = { rows[i].unit },
                                                   .begins_on = rows[i].begins_on };
        const struct model_copy_form form = { .parent = { PARENT },
                                              .begins_on = day_of(2026, 3, 5) };
        const struct model_copy_facts facts = { .source = &source,
                                                .parent = rows[i].has_parent ? &parent : NULL,
                                                .unit = { UNIT },
                                                .has_parent = rows[i].has_parent };
        struct verdict verdict = model_copy_may_begin(&form, &facts, day_of(2026, 3, 5));
        assert_true(str_equal(str_of(verdict.field), str_of(rows[i].field)));
    }
}

static void a_check_is_of_a_later_month_and_of_a_day_that_has_come(void **state)
{
    (void)state;
    static const struct {
        int64_t checked;
        int64_t month;
        struct day on;
        const char *field;
    } rows[] = {
        { 0, 3, DAY(2025, 4, 5), "measured_on" },  { 0, 3, DAY(2025, 4, 6), NULL },
        { 0, 6, DAY(2025, 7, 5), "measured_on" },  { 0, 6, DAY(2025, 7, 6), NULL },
        { 3, 12, DAY(2026, 1, 5), "measured_on" }, { 3, 12, DAY(2026, 1, 6), NULL },
        { 3, 12, DAY(2026, 3, 13), NULL },         { 3, 12, DAY(2026, 3, 14), "measured_on" },
        { 3, 3, DAY(2026, 3, 13), "month" },       { 12, 6, DAY(2026, 3, 13), "month" },
        { 0, 4, DAY(2026, 3, 13), "month" },       { 0, 0, DAY(2026, 3, 13), "month" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct model_copy_get_row copy = { .begins_on = day_of(2025, 1, 6),
                                                 .checked_month = rows[i].checked };
        const struct model_copy_check_form form = { .month = rows[i].month,
                                                    .measured_on = rows[i].on };
        struct verdict verdict = model_copy_may_check(&copy, &form, day_of(2026, 3, 13));
        assert_true(str_equal(str_of(verdict.field), str_of(rows[i].field)));
        assert_int_equal(verdict.status, rows[i].field ? STATUS_INVALID : STATUS_OK);
    }
}

static void only_others_verify_and_only_what_is_new(void **state)
{
    (void)state;
    static const struct {
        int64_t checked;
        int64_t verified;
        bool is_party;
        enum status status;
    } rows[] = {
        { 0, 0, false, STATUS_REFUSED }, { 3, 0, false, STATUS_OK }, { 3, 0, true, STATUS_REFUSED },
        { 3, 3, false, STATUS_REFUSED }, { 6, 3, false, STATUS_OK },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct model_copy_get_row copy = { .checked_month = rows[i].checked,
                                                 .verified_month = rows[i].verified };
        assert_int_equal(model_copy_may_verify(&copy, rows[i].is_party).status, rows[i].status);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_workflow_has_no_faults),
        cmocka_unit_test(its_commands_are_no_model_s),
        cmocka_unit_test(checks_come_after_three_six_and_twelve_months),
        cmocka_unit_test(it_begins_with_the_model_and_not_far_ahead),
        cmocka_unit_test(it_is_learned_from_another_copy_of_the_same),
        cmocka_unit_test(a_check_is_of_a_later_month_and_of_a_day_that_has_come),
        cmocka_unit_test(only_others_verify_and_only_what_is_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
