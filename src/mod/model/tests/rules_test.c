/* The rules of models around their days, and the workflow as a jurist reads it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "mod/model/flow.h"
#include "mod/model/rules.h"

static void the_workflow_has_no_faults(void **state)
{
    (void)state;
    char bytes[4096];
    struct out faults = out_fixed(bytes, sizeof(bytes) - 1);
    size_t count = workflow_audit(&model_flow, &faults);
    if (count > 0) {
        fprintf(stderr, "%.*s", STR_ARG(out_str(&faults)));
    }
    assert_int_equal(count, 0);
}

static void it_is_measured_between_its_beginning_and_today(void **state)
{
    (void)state;
    static const struct {
        struct day on;
        enum status status;
    } rows[] = {
        { DAY(2026, 2, 28), STATUS_INVALID },
        { DAY(2026, 3, 1), STATUS_OK },
        { DAY(2026, 3, 13), STATUS_OK },
        { DAY(2026, 3, 14), STATUS_INVALID },
    };
    const struct model_get_row model = { .begins_on = day_of(2026, 3, 1) };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct model_measure_form form = { .measured_on = rows[i].on };
        struct verdict verdict = model_may_measure(&model, &form, day_of(2026, 3, 13));
        assert_int_equal(verdict.status, rows[i].status);
    }
}

static void a_draft_may_be_empty_and_not_untrue(void **state)
{
    (void)state;
    static const struct {
        struct model_form form;
        enum status status;
    } rows[] = {
        { { .cost = 0 }, STATUS_OK },
        { { .field = STR_INIT("economy"), .subject = STR_INIT("collective") }, STATUS_OK },
        { { .field = STR_INIT("kinh-te") }, STATUS_INVALID },
        { { .subject = STR_INIT("individual") }, STATUS_INVALID },
        { { .subject = STR_INIT("individual"), .person = STR_INIT("Bình") }, STATUS_OK },
        { { .begins_on = DAY(2028, 12, 31) }, STATUS_OK },
        { { .begins_on = DAY(2029, 1, 1) }, STATUS_INVALID },
        { { .cost = 1 }, STATUS_INVALID },
        { { .cost = 1, .households = 1 }, STATUS_OK },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct verdict verdict = model_may_write(&rows[i].form, day_of(2026, 3, 13));
        assert_int_equal(verdict.status, rows[i].status);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_workflow_has_no_faults),
        cmocka_unit_test(it_is_measured_between_its_beginning_and_today),
        cmocka_unit_test(a_draft_may_be_empty_and_not_untrue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
