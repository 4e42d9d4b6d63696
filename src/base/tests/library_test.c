/* Libraries loaded when needed: functions by name, and two ways of not having one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/library.h"

/* Of libm, which every machine with a libc has. */
static struct {
    long (*round)(double number);
    double (*absolute)(double number);
} found;

static void gives_functions_by_name(void **state)
{
    (void)state;
    static const struct library_function functions[] = { { "lround", &found.round },
                                                         { "fabs", &found.absolute } };
    struct library library = { .file = "libm.so.6",
                               .functions = functions,
                               .count = COUNT(functions) };
    assert_true(library_load(&library));
    assert_int_equal(found.round(-2.7), -3);
    assert_true(found.absolute(-2.0) > 1.5);

    found.round = NULL;
    assert_true(library_load(&library));
    assert_null(found.round); /* once is enough */
}

static void lacks_a_function(void **state)
{
    (void)state;
    static const struct library_function functions[] = { { "lround", &found.round },
                                                         { "no_such_function", &found.absolute } };
    struct library library = { .file = "libm.so.6",
                               .functions = functions,
                               .count = COUNT(functions) };
    assert_false(library_load(&library));
    assert_false(library_load(&library));
}

static void is_not_on_this_machine(void **state)
{
    (void)state;
    struct library library = { .file = "libno-such.so.1" };
    assert_false(library_load(&library));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_functions_by_name),
        cmocka_unit_test(lacks_a_function),
        cmocka_unit_test(is_not_on_this_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
