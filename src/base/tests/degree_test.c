/* Degrees: what is read, what is dropped, and what is none. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/degree.h"

static void table(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool fine;
        int64_t value;
    } rows[] = {
        { "16.4637", true, 164637000 },
        { "16,4637", true, 164637000 },
        { "-16.4637", true, -164637000 },
        { "107", true, 1070000000 },
        { "0", true, 0 },
        { "0.0000001", true, 1 },
        { "16.46371239", true, 164637123 },
        { "180", true, 1800000000 },
        { "-180.0000000", true, -1800000000 },
        { "180.0000001", false, 0 },
        { "181", false, 0 },
        { "16.", false, 0 },
        { ".5", false, 0 },
        { "", false, 0 },
        { "-", false, 0 },
        { "--1", false, 0 },
        { "1.2.3", false, 0 },
        { "1.2,3", false, 0 },
        { "16.46371239x", false, 0 },
        { "1e2", false, 0 },
        { " 16", false, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t value = 42;
        bool fine = degrees_read(str_of(rows[i].text), &value);
        if (fine != rows[i].fine || value != (fine ? rows[i].value : 42)) {
            fail_msg("\"%s\" read as %d, %lld", rows[i].text, fine, (long long)value);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(table) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
