/* The lists of the law on denunciations: each row with its ground, found by its code. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/acts.h"
#include "law/denunciation.h"

static void every_ground_has_its_article(void **state)
{
    const struct {
        struct ground_list list;
        size_t count;
        const struct act *act;
    } lists[] = {
        { DENUNCIATION_FILINGS, 4, &DENUNCIATIONS },
        { DENUNCIATION_PASSED_OVER, 2, &DENUNCIATIONS },
        { DENUNCIATION_REFUSALS, 4, &DENUNCIATIONS },
        { DENUNCIATION_TESTS, 7, &DECREE_31 },
        { DENUNCIATION_SUSPENSIONS, 2, &DENUNCIATIONS },
        { DENUNCIATION_TERMINATIONS, 2, &DENUNCIATIONS },
        { DENUNCIATION_APPRAISALS, 1, &DECREE_31 },
        { DENUNCIATION_DANGERS, 3, &DENUNCIATIONS },
        { DENUNCIATION_UNPROTECTED, 2, &DENUNCIATIONS },
        { DENUNCIATION_RESETTLINGS, 3, &DENUNCIATIONS },
        { DENUNCIATION_TAKEOVERS, 5, &DECREE_31 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(lists); i++) {
        assert_int_equal(lists[i].list.count, lists[i].count);
        for (size_t k = 0; k < lists[i].count; k++) {
            const struct ground *row = &lists[i].list.rows[k];
            assert_ptr_equal(row->cite.act, lists[i].act);
            assert_ptr_equal(ground_find(lists[i].list, str_of(row->code)), row);
        }
    }
}

/* A test of complexity is none before the decree that lists them. Law: 31/2019/NĐ-CP art. 3. */
static void a_test_counts_from_the_decrees_first_day(void **state)
{
    (void)state;
    struct str test = STR("nhieu-noi");
    assert_int_equal(ground_check(DENUNCIATION_TESTS, test, "reason", day_of(2019, 5, 27)).status,
                     STATUS_REFUSED);
    assert_int_equal(ground_check(DENUNCIATION_TESTS, test, "reason", day_of(2019, 5, 28)).status,
                     STATUS_OK);
}

/* Measures end for who does not keep to them only since the law of 2025 is in force. */
static void protection_ends_by_the_law_of_the_day(void **state)
{
    (void)state;
    struct str reason = STR("khong-chap-hanh");
    assert_int_equal(DENUNCIATION_PROTECTION_ENDS.count, 3);
    assert_int_equal(
        ground_check(DENUNCIATION_PROTECTION_ENDS, reason, "reason", day_of(2026, 6, 30)).status,
        STATUS_REFUSED);
    assert_int_equal(
        ground_check(DENUNCIATION_PROTECTION_ENDS, reason, "reason", day_of(2026, 7, 1)).status,
        STATUS_OK);
    assert_int_equal(
        ground_check(DENUNCIATION_PROTECTION_ENDS, STR("het-can-cu"), "reason", day_of(2026, 6, 30))
            .status,
        STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ground_has_its_article),
        cmocka_unit_test(a_test_counts_from_the_decrees_first_day),
        cmocka_unit_test(protection_ends_by_the_law_of_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
