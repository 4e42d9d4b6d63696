/* Sentences with slots: every part of sentences that have none, some, or nothing but slots. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/message.h"

struct row {
    const char *message;
    const char *parts[4];
};

static const struct row rows[] = {
    { "Quay lại", { "Quay lại", "", "", "" } },
    { "Còn %s ngày, hạn %s", { "Còn ", " ngày, hạn ", "", "" } },
    { "%s", { "", "", "", "" } },
    { "%s%s.", { "", "", ".", "" } },
    { "Giảm 100% so với %s", { "Giảm 100% so với ", "", "", "" } },
    { "%%s", { "%", "", "", "" } },
    { "%", { "%", "", "", "" } },
    { "", { "", "", "", "" } },
};

static void test_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t slot = 0; slot < COUNT(rows[i].parts); slot++) {
            const struct str part = message_part(str_of(rows[i].message), slot);
            const struct str expected = str_of(rows[i].parts[slot]);
            assert_int_equal(part.n, expected.n);
            assert_memory_equal(part.p ? part.p : "", expected.p, part.n);
        }
    }
}

static void test_absent(void **state)
{
    (void)state;
    assert_int_equal(message_part(STR_NONE, 0).n, 0);
    assert_int_equal(message_part(STR_NONE, 3).n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_absent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
