/* Who settles a complaint on which day, whose letter of several people counts, and since when. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "law/complaint.h"

static const struct day LAST_DISTRICT_DAY = DAY(2025, 6, 30);
static const struct day FIRST_DAY_WITHOUT = DAY(2025, 7, 1);

static void never_a_district_after_its_last_day(void **state)
{
    (void)state;
    static const struct {
        enum respondent respondent;
        int round;
        enum resolver before;
        enum resolver since;
    } rows[] = {
        { RESPONDENT_COMMUNE, FIRST_ROUND, RESOLVER_COMMUNE, RESOLVER_COMMUNE },
        { RESPONDENT_COMMUNE, SECOND_ROUND, RESOLVER_DISTRICT, RESOLVER_PROVINCE },
        { RESPONDENT_UNIT, FIRST_ROUND, RESOLVER_UNIT, RESOLVER_UNIT },
        { RESPONDENT_UNIT, SECOND_ROUND, RESOLVER_DEPARTMENT, RESOLVER_DEPARTMENT },
        { RESPONDENT_DEPARTMENT, FIRST_ROUND, RESOLVER_DEPARTMENT, RESOLVER_DEPARTMENT },
        { RESPONDENT_DEPARTMENT, SECOND_ROUND, RESOLVER_PROVINCE, RESOLVER_PROVINCE },
        { RESPONDENT_PROVINCE, FIRST_ROUND, RESOLVER_PROVINCE, RESOLVER_PROVINCE },
        { RESPONDENT_PROVINCE, SECOND_ROUND, RESOLVER_MINISTER, RESOLVER_MINISTER },
        { RESPONDENT_DISTRICT, FIRST_ROUND, RESOLVER_DISTRICT, RESOLVER_SUCCESSOR },
        { RESPONDENT_DISTRICT, SECOND_ROUND, RESOLVER_PROVINCE, RESOLVER_PROVINCE },
    };
    assert_int_equal(COUNT(rows), (size_t)RESPONDENTS * SECOND_ROUND);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct competence *before =
            competence_find(rows[i].respondent, rows[i].round, LAST_DISTRICT_DAY);
        const struct competence *since =
            competence_find(rows[i].respondent, rows[i].round, FIRST_DAY_WITHOUT);
        assert_non_null(before);
        assert_non_null(since);
        assert_int_equal(before->resolver, rows[i].before);
        assert_int_equal(since->resolver, rows[i].since);
    }
    assert_null(competence_find(RESPONDENT_COMMUNE, SECOND_ROUND + 1, FIRST_DAY_WITHOUT));
}

static void one_row_a_day_and_each_with_its_ground(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMPETENCE_COUNT; i++) {
        const struct competence *a = &COMPETENCES[i];
        assert_true(cite_is_given(&a->cite));
        assert_non_null(resolver_name(a->resolver));
        for (size_t k = 0; k < i; k++) {
            const struct competence *b = &COMPETENCES[k];
            bool is_same = a->respondent == b->respondent && a->round == b->round;
            bool is_apart = (!day_is_none(b->to) && day_compare(b->to, a->from) < 0) ||
                            (!day_is_none(a->to) && day_compare(a->to, b->from) < 0);
            assert_true(!is_same || is_apart);
        }
    }
    for (enum respondent i = 0; i < RESPONDENTS; i++) {
        assert_int_equal(respondent_of(str_of(respondent_word(i))), i);
        assert_non_null(respondent_name(i));
    }
    assert_int_equal(respondent_of(STR("ai-do")), RESPONDENTS);
}

static void representatives_follow_the_number_of_people(void **state)
{
    (void)state;
    static const struct {
        int64_t people;
        int64_t representatives;
        enum status status;
    } rows[] = {
        { 1, 0, STATUS_OK },  { 4, 0, STATUS_OK },       { 5, 0, STATUS_REFUSED },
        { 5, 1, STATUS_OK },  { 5, 2, STATUS_OK },       { 5, 3, STATUS_REFUSED },
        { 10, 2, STATUS_OK }, { 10, 3, STATUS_REFUSED }, { 11, 3, STATUS_OK },
        { 11, 5, STATUS_OK }, { 11, 6, STATUS_REFUSED }, { 500, 5, STATUS_OK },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct complaint_group group = { .people = rows[i].people,
                                         .representatives = rows[i].representatives };
        assert_int_equal(group_check_representatives(&group).status, rows[i].status);
    }
}

static void signatures_and_appointment_are_asked_since_the_decree(void **state)
{
    (void)state;
    const struct day before = DAY(2026, 6, 30);
    const struct day since = DAY(2026, 7, 1);
    static const struct {
        struct complaint_group group;
        enum status before;
        enum status since;
    } rows[] = {
        { { 4, 0, false, false }, STATUS_OK, STATUS_OK },
        { { 5, 1, false, false }, STATUS_OK, STATUS_REFUSED },
        { { 5, 1, true, false }, STATUS_OK, STATUS_REFUSED },
        { { 5, 1, false, true }, STATUS_OK, STATUS_REFUSED },
        { { 5, 1, true, true }, STATUS_OK, STATUS_OK },
        { { 5, 0, true, true }, STATUS_REFUSED, STATUS_REFUSED },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(group_check_acceptance(&rows[i].group, before).status, rows[i].before);
        assert_int_equal(group_check_acceptance(&rows[i].group, since).status, rows[i].since);
    }
}

static void a_ground_counts_from_its_acts_first_day(void **state)
{
    (void)state;
    const struct day before = DAY(2026, 6, 30);
    const struct day since = DAY(2026, 7, 1);
    struct str code = STR("tro-ngai");
    assert_int_equal(ground_check(COMPLAINT_SUSPENSIONS, code, "reason", before).status,
                     STATUS_REFUSED);
    assert_int_equal(ground_check(COMPLAINT_SUSPENSIONS, code, "reason", since).status, STATUS_OK);
    assert_int_equal(ground_check(COMPLAINT_SUSPENSIONS, STR("x"), "reason", since).status,
                     STATUS_INVALID);
    assert_int_equal(COMPLAINT_REFUSALS.count, 9);
    assert_int_equal(COMPLAINT_TESTS.count, 7);
    const struct ground_list lists[] = { COMPLAINT_REFUSALS, COMPLAINT_TESTS, COMPLAINT_SUSPENSIONS,
                                         COMPLAINT_TERMINATIONS, COMPLAINT_GUIDANCE };
    for (size_t i = 0; i < COUNT(lists); i++) {
        for (size_t k = 0; k < lists[i].count; k++) {
            assert_true(cite_is_given(&lists[i].rows[k].cite));
            assert_ptr_equal(ground_find(lists[i], str_of(lists[i].rows[k].code)),
                             &lists[i].rows[k]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(never_a_district_after_its_last_day),
        cmocka_unit_test(one_row_a_day_and_each_with_its_ground),
        cmocka_unit_test(representatives_follow_the_number_of_people),
        cmocka_unit_test(signatures_and_appointment_are_asked_since_the_decree),
        cmocka_unit_test(a_ground_counts_from_its_acts_first_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
