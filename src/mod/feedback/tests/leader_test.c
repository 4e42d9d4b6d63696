/* What the late reports of a unit have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/feedback/leader.h"

static struct leader_lump lump(const char *category, int64_t person, bool is_open, int64_t n)
{
    return (struct leader_lump){ str_of(category), { person }, is_open, n };
}

static void the_commonest_is_told(void **state)
{
    const struct leader_lump lumps[] = { lump("Đất đai", 7, true, 5), lump("Đất đai", 0, true, 4),
                                         lump("Rác", 7, true, 3), lump("Rác", 8, false, 5) };
    struct leader_trouble one = leader_trouble_of(lumps, COUNT(lumps));
    (void)state;
    assert_int_equal(one.late, 17);
    assert_true(str_equal(one.category, STR("Đất đai")));
    assert_int_equal(one.of_category, 9);
    assert_int_equal(one.with_one, 8);
    assert_int_equal(one.with_nobody, 4);
}

/* What is over needs nobody any more. */
static void the_closed_wait_for_nobody(void **state)
{
    const struct leader_lump lumps[] = { lump("Rác", 0, false, 6), lump("Rác", 0, true, 1) };
    struct leader_trouble one = leader_trouble_of(lumps, COUNT(lumps));
    (void)state;
    assert_int_equal(one.late, 7);
    assert_int_equal(one.with_nobody, 1);
    assert_int_equal(one.with_one, 0);
    assert_int_equal(leader_trouble_of(lumps, 0).late, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_commonest_is_told),
        cmocka_unit_test(the_closed_wait_for_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
