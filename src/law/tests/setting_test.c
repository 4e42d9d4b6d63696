/* Settings of law: each row can be chosen and read; what may not be is told by its field. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/setting.h"

static void every_row_says_what_it_asks(void **state)
{
    (void)state;
    for (enum law_setting_id id = LAW_SETTING_NONE + 1; id < LAW_SETTINGS; id++) {
        const struct law_setting *setting = law_setting(id);
        assert_non_null(setting->name);
        assert_non_null(setting->about);
        assert_non_null(setting->question);
        assert_non_null(setting->anchor);
        assert_int_equal(law_setting_find(str_of(setting->name)), id);
        if (law_setting_is_days(setting)) {
            int64_t usual = 0;
            assert_true(str_to_int(str_of(setting->usual), &usual));
            assert_true(setting->least <= usual && usual <= setting->most);
            assert_true(cite_is_given(&setting->cite));
        } else {
            assert_string_equal(setting->usual, setting->choices[0].word);
            for (size_t i = 0; i < LAW_CHOICES_MAX; i++) {
                assert_non_null(setting->choices[i].word);
                assert_non_null(setting->choices[i].label);
                assert_non_null(setting->choices[i].cite.reading);
            }
        }
    }
    assert_int_equal(law_setting_find(STR("khong-co")), LAW_SETTING_NONE);
    assert_int_equal(law_setting_find(STR_NONE), LAW_SETTING_NONE);
}

/* A second alarm never comes before the first, whatever is chosen. */
static void alarms_come_in_order_and_before_the_last_day(void **state)
{
    (void)state;
    enum { LAST_DAY = 45 };
    const struct law_setting *first = law_setting(LAW_COMPLAINT_FIRST_ALARM);
    const struct law_setting *second = law_setting(LAW_COMPLAINT_SECOND_ALARM);
    assert_true(first->most < second->least);
    assert_true(second->most < LAST_DAY);
}

static void days_are_those_chosen_or_the_usual(void **state)
{
    (void)state;
    const struct law_setting *setting = law_setting(LAW_COMPLAINT_SIGNING);
    assert_int_equal(law_setting_days(setting, STR("10")), 10);
    assert_int_equal(law_setting_days(setting, STR("90")), 90);
    assert_int_equal(law_setting_days(setting, STR("91")), 30);
    assert_int_equal(law_setting_days(setting, STR("x")), 30);
    assert_int_equal(law_setting_days(setting, STR_NONE), 30);
}

static void a_choice_is_checked(void **state)
{
    static const struct {
        enum law_setting_id id;
        const char *value;
        const char *held;
        struct day from;
        struct day decided_on;
        const char *field; /* NULL: it may be chosen */
    } rows[] = {
        { LAW_COMPLAINT_SIGNING, "20", "30", DAY(2026, 8, 4), DAY(2026, 8, 3), NULL },
        { LAW_COMPLAINT_SIGNING, "20", "30", DAY(2028, 8, 3), DAY(2026, 8, 3), NULL },
        { LAW_COMPLAINT_SIGNING, "20", "30", DAY(2028, 8, 4), DAY(2026, 8, 3), "from" },
        { LAW_COMPLAINT_SIGNING, "20", "30", DAY(2026, 8, 3), DAY(2026, 8, 3), "from" },
        { LAW_COMPLAINT_SIGNING, "20", "30", DAY(2026, 8, 4), DAY(2026, 8, 4), "decided_on" },
        { LAW_COMPLAINT_SIGNING, "20", "20", DAY(2026, 8, 4), DAY(2026, 8, 3), "value" },
        { LAW_COMPLAINT_SIGNING, "9", "30", DAY(2026, 8, 4), DAY(2026, 8, 3), "value" },
        { LAW_COMPLAINT_SIGNING, "10", "30", DAY(2026, 8, 4), DAY(2026, 8, 3), NULL },
        { LAW_COMPLAINT_SIGNING, "91", "30", DAY(2026, 8, 4), DAY(2026, 8, 3), "value" },
        { LAW_COMPLAINT_SIGNING, "020", "30", DAY(2026, 8, 4), DAY(2026, 8, 3), "value" },
        { LAW_COMPLAINT_ONLINE, ONLINE_IS_LETTER, ONLINE_WAITS, DAY(2026, 8, 4), DAY(2026, 8, 3),
          NULL },
        { LAW_COMPLAINT_ONLINE, ONLINE_IS_DENUNCIATION, ONLINE_WAITS, DAY(2026, 8, 4),
          DAY(2026, 8, 3), "value" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct law_setting_wish wish = { str_of(rows[i].value), rows[i].from,
                                               rows[i].decided_on };
        struct verdict verdict = law_setting_check(
            law_setting(rows[i].id), &wish, str_of(rows[i].held), day_of(2026, 8, 3), *state);
        assert_int_equal(verdict_is_ok(verdict), rows[i].field == NULL);
        if (rows[i].field) {
            assert_string_equal(verdict.field, rows[i].field);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_says_what_it_asks),
        cmocka_unit_test(alarms_come_in_order_and_before_the_last_day),
        cmocka_unit_test(days_are_those_chosen_or_the_usual),
        cmocka_unit_test_setup_teardown(a_choice_is_checked, with_arena, without_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
