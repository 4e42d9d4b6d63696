/* The rules of categories: the tree, what the law allows, and places that rest. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "mod/feedback/category.h"

static void the_law_allows_ten_working_days(void **state)
{
    (void)state;
    static const struct {
        const char *unit;
        int64_t amount;
        int64_t extend_max;
        const char *field; /* at fault; NULL: none */
        const char *basis;
    } rows[] = {
        { "working-days", 1, 0, NULL, "tinh" },
        { "working-days", 9, 9, NULL, "tinh" },
        { "working-days", 10, 10, NULL, "luat" },
        { "working-days", 11, 0, "respond_amount", NULL },
        { "working-days", 0, 0, "respond_amount", NULL },
        { "working-days", -1, 0, "respond_amount", NULL },
        { "working-days", 5, 6, "extend_max", NULL },
        { "working-days", 5, -1, "extend_max", NULL },
        { "working-hours", 80, 80, NULL, "tinh" },
        { "working-hours", 10, 0, NULL, "tinh" },
        { "working-hours", 81, 0, "respond_amount", NULL },
        { "weeks", 1, 0, "respond_unit", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str unit = str_of(rows[i].unit);
        struct verdict verdict = category_limit_rule(unit, rows[i].amount, rows[i].extend_max);
        assert_int_equal(verdict_is_ok(verdict), rows[i].field == NULL);
        if (rows[i].field) {
            assert_string_equal(verdict.field, rows[i].field);
        } else {
            assert_true(str_equal(category_basis(unit, rows[i].amount), str_of(rows[i].basis)));
        }
    }
}

static void a_tree_of_two_rows(void **state)
{
    (void)state;
    static const struct {
        struct category_facts facts;
        bool may_change;
        bool may_open;
        bool may_close;
    } rows[] = {
        { { .others = 5, .others_taking = 3 }, true, true, true },
        { { .has_parent = true, .is_parent_good = true, .others_taking = 1 }, true, true, true },
        { { .has_parent = true, .others_taking = 1 }, false, false, true },
        { { .has_parent = true, .is_parent_good = true, .has_any_below = true, .others_taking = 1 },
          false,
          false,
          true },
        { { .has_any_below = true, .has_open_below = true, .others_taking = 2 },
          true,
          true,
          false },
        { { .has_same_name = true, .others_taking = 1 }, true, false, true },
        { { .others = CATEGORIES_MAX, .others_taking = 1 }, true, false, true },
        { { .is_elsewhere = true, .others_taking = 1 }, true, true, false },
        { { .others = 2, .others_taking = 0 }, true, true, false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(verdict_is_ok(category_rule(&rows[i].facts)), rows[i].may_change);
        assert_int_equal(verdict_is_ok(category_may_open(&rows[i].facts)), rows[i].may_open);
        assert_int_equal(verdict_is_ok(category_may_close(&rows[i].facts)), rows[i].may_close);
    }
}

static void a_question_keeps_its_place_and_gets_none_that_rests(void **state)
{
    (void)state;
    const struct day today = day_of(2026, 4, 1);
    static const struct question_beside others[] = {
        { STR_INIT("Cột số mấy"), 1, true, DAY(0, 0, 0) },
        { STR_INIT("Từ bao giờ"), 2, false, DAY(2026, 3, 2) }, /* thirty days ago */
        { STR_INIT("Ai quản lý"), 3, false, DAY(2026, 3, 3) }, /* a day less */
    };
    static const struct {
        const char *label;
        size_t count;
        int64_t own_place;
        int64_t place; /* 0: refused */
    } rows[] = {
        { "Ở đâu", 0, 0, 1 },  { "Ở đâu", 1, 0, 2 },      { "Ở đâu", 3, 0, 2 },
        { "Ở đâu", 3, 5, 5 },  { "Ở đâu", 3, 3, 2 },      { "Ở đâu", 3, 2, 2 },
        { "Ở: đâu", 0, 0, 0 }, { "Cột số mấy", 3, 0, 0 }, { "Từ bao giờ", 3, 0, 2 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct question_facts facts = { .others = others,
                                        .count = rows[i].count,
                                        .own_place = rows[i].own_place };
        int64_t place = 0;
        struct verdict verdict = question_rule(str_of(rows[i].label), &facts, today, &place);
        assert_int_equal(verdict_is_ok(verdict), rows[i].place != 0);
        assert_int_equal(place, rows[i].place);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_law_allows_ten_working_days),
        cmocka_unit_test(a_tree_of_two_rows),
        cmocka_unit_test(a_question_keeps_its_place_and_gets_none_that_rests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
