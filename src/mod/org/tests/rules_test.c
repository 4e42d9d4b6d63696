/* Rules of units as tables: what may be said, where it may stand, and what may change when. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/org/rules.h"

#define ON(year, month, day) DAY(year, month, day)
#define NEVER                                                                                      \
    {                                                                                              \
        0                                                                                          \
    }
static const struct day NO_DAY = { 0 };

/* The field at fault; "" for a refusal of the whole, NULL when all is well. */
static void assert_verdict(struct verdict verdict, const char *field, size_t row)
{
    bool is_good = field ? verdict.status != STATUS_OK && verdict.sentence &&
                               str_equal(str_of(verdict.field ? verdict.field : ""), str_of(field))
                         : verdict.status == STATUS_OK;
    if (!is_good) {
        fail_msg("row %zu: field %s, %s", row, verdict.field ? verdict.field : "-",
                 verdict.sentence ? verdict.sentence : "ok");
    }
}

static void claims(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        const char *kind;
        const char *name;
        const char *prefix;
        struct period period;
        const char *field;
    } rows[] = {
        { "19753", "government", "Phường Phú Xuân", "PX", { ON(2025, 7, 1), NEVER }, NULL },
        { "46.TU.TGDV", "party", "Ban", "", { ON(2025, 7, 1), ON(2025, 7, 1) }, NULL },
        { "a-Z.09", "Tổ dân phố", "T", "", { ON(2025, 7, 1), NEVER }, NULL },
        { "", "government", "X", "", { ON(2025, 7, 1), NEVER }, "code" },
        { "197 53", "government", "X", "", { ON(2025, 7, 1), NEVER }, "code" },
        { "19753/VP", "government", "X", "", { ON(2025, 7, 1), NEVER }, "code" },
        { "Huế", "government", "X", "", { ON(2025, 7, 1), NEVER }, "code" },
        { "123456789012345678901", "office", "X", "", { ON(2025, 7, 1), NEVER }, "code" },
        { "1", "district", "X", "", { ON(2025, 7, 1), NEVER }, "kind" },
        { "1", "", "X", "", { ON(2025, 7, 1), NEVER }, "kind" },
        { "1", "office", "", "", { ON(2025, 7, 1), NEVER }, "name" },
        { "1", "office", "X", "P", { ON(2025, 7, 1), NEVER }, "prefix" },
        { "1", "office", "X", "PO", { ON(2025, 7, 1), NEVER }, "prefix" },
        { "1", "office", "X", "px", { ON(2025, 7, 1), NEVER }, "prefix" },
        { "1", "office", "X", "PXY", { ON(2025, 7, 1), NEVER }, "prefix" },
        { "1", "office", "X", "", { NEVER, NEVER }, "from" },
        { "1", "office", "X", "", { ON(2025, 7, 1), ON(2025, 6, 30) }, "until" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct unit_claim claim = { str_of(rows[i].code), str_of(rows[i].kind),
                                    str_of(rows[i].name), str_of(rows[i].prefix), rows[i].period };
        assert_verdict(unit_claim_rule(&claim), rows[i].field, i);
    }
}

static void places(void **state)
{
    (void)state;
    static const struct {
        struct period unit;
        struct period parent;
        const char *field;
    } rows[] = {
        { { ON(2025, 7, 1), NEVER }, { ON(2025, 1, 1), NEVER }, NULL },
        { { ON(2025, 7, 1), NEVER }, { ON(2025, 7, 1), NEVER }, NULL },
        { { ON(2025, 7, 1), NEVER }, { ON(2025, 7, 2), NEVER }, "from" },
        { { ON(2025, 7, 1), NEVER }, { ON(2025, 1, 1), ON(2025, 6, 30) }, "from" },
        { { ON(2025, 6, 30), NEVER }, { ON(2025, 1, 1), ON(2025, 6, 30) }, "until" },
        { { ON(2025, 6, 1), ON(2025, 6, 30) }, { ON(2025, 1, 1), ON(2025, 6, 30) }, NULL },
        { { ON(2025, 6, 1), ON(2025, 7, 1) }, { ON(2025, 1, 1), ON(2025, 6, 30) }, "until" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_verdict(unit_place_rule(rows[i].unit, rows[i].parent), rows[i].field, i);
    }
}

static void changes(void **state)
{
    (void)state;
    static const struct {
        struct unit_now unit;
        struct day on;
        const char *field;
    } rows[] = {
        /* today is 15/3/2026 */
        { { { ON(2025, 7, 1), NEVER }, ON(2025, 7, 1) }, ON(2026, 3, 15), NULL },
        { { { ON(2025, 7, 1), NEVER }, ON(2025, 7, 1) }, ON(2025, 7, 1), NULL },
        { { { ON(2025, 7, 1), NEVER }, ON(2025, 7, 1) }, ON(2026, 3, 16), "on" },
        { { { ON(2025, 7, 1), NEVER }, ON(2025, 9, 1) }, ON(2025, 8, 31), "on" },
        { { { ON(2025, 7, 1), NEVER }, ON(2025, 9, 1) }, ON(2025, 9, 1), NULL },
        { { { ON(2025, 7, 1), ON(2026, 1, 31) }, ON(2025, 7, 1) }, ON(2026, 1, 31), NULL },
        { { { ON(2025, 7, 1), ON(2026, 1, 31) }, ON(2025, 7, 1) }, ON(2026, 2, 1), "on" },
        { { { ON(2025, 7, 1), NEVER }, ON(2025, 7, 1) }, NEVER, "on" },
    };
    const struct day today = ON(2026, 3, 15);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_verdict(unit_change_rule(&rows[i].unit, rows[i].on, today), rows[i].field, i);
    }
}

static void moves(void **state)
{
    (void)state;
    const struct day today = ON(2026, 3, 15);
    const struct unit_now unit = { { ON(2025, 7, 1), NEVER }, ON(2025, 7, 1) };
    const struct period always = { ON(2025, 1, 1), NEVER };
    const struct period ended = { ON(2025, 1, 1), ON(2026, 3, 20) };
    assert_verdict(unit_move_rule(&unit, always, false, today, today), NULL, 0);
    assert_verdict(unit_move_rule(&unit, always, true, today, today), "parent", 1);
    assert_verdict(unit_move_rule(&unit, ended, false, today, today), "until", 2);
    assert_verdict(unit_move_rule(&unit, always, true, day_add(today, 1), today), "on", 3);
}

static void ends(void **state)
{
    (void)state;
    const struct unit_now unit = { { ON(2025, 7, 1), NEVER }, ON(2025, 9, 1) };
    const struct unit_now ended = { { ON(2025, 7, 1), ON(2026, 1, 1) }, ON(2025, 9, 1) };
    const struct day day = ON(2026, 3, 15);
    const struct day before = ON(2025, 8, 31);
    assert_verdict(unit_end_rule(&unit, day, false), NULL, 0);
    assert_verdict(unit_end_rule(&unit, NO_DAY, false), "until", 1);
    assert_verdict(unit_end_rule(&unit, before, false), "until", 2);
    assert_verdict(unit_end_rule(&unit, day, true), "", 3);
    assert_verdict(unit_end_rule(&ended, day, false), "", 4);
}

static void periods(void **state)
{
    (void)state;
    const struct period may = { ON(2025, 5, 1), ON(2025, 5, 31) };
    const struct period june = { ON(2025, 6, 1), NEVER };
    const struct period both = { ON(2025, 5, 31), ON(2025, 6, 1) };
    assert_false(periods_meet(may, june));
    assert_false(periods_meet(june, may));
    assert_true(periods_meet(may, both));
    assert_true(periods_meet(both, june));
    assert_true(periods_meet(june, june));
    assert_true(period_holds(may, (struct day)ON(2025, 5, 31)));
    assert_false(period_holds(may, (struct day)ON(2025, 6, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims), cmocka_unit_test(places), cmocka_unit_test(changes),
        cmocka_unit_test(moves),  cmocka_unit_test(ends),   cmocka_unit_test(periods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
