/* Ranges: what players ask for, and what may be passed over. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/range.h"

/* The catalogues are not needed here. */
const struct tongue *const tongues[] = { NULL };

static void reads_one_range(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        size_t bytes;
        enum range_kind kind;
        size_t from;
        size_t until;
    } rows[] = {
        { "", 10, RANGE_WHOLE, 0, 10 },
        { "bytes=0-", 10, RANGE_PART, 0, 10 },
        { "bytes=0-0", 10, RANGE_PART, 0, 1 },
        { "bytes=4-7", 10, RANGE_PART, 4, 8 },
        { "bytes=9-", 10, RANGE_PART, 9, 10 },
        { "bytes=9-99", 10, RANGE_PART, 9, 10 },
        { "bytes=-3", 10, RANGE_PART, 7, 10 },
        { "bytes=-30", 10, RANGE_PART, 0, 10 },
        { "bytes=10-", 10, RANGE_NONE, 10, 10 },
        { "bytes=-0", 10, RANGE_NONE, 10, 10 },
        { "bytes=0-", 0, RANGE_NONE, 0, 0 },
        { "bytes=7-4", 10, RANGE_WHOLE, 0, 10 },
        { "bytes=-", 10, RANGE_WHOLE, 0, 10 },
        { "bytes=4", 10, RANGE_WHOLE, 0, 10 },
        { "bytes=a-b", 10, RANGE_WHOLE, 0, 10 },
        { "bytes=0-1,4-5", 10, RANGE_WHOLE, 0, 10 },
        { "bytes=99999999999999999999-", 10, RANGE_WHOLE, 0, 10 },
        { "lines=0-1", 10, RANGE_WHOLE, 0, 10 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct range range = range_read(str_of(rows[i].header), rows[i].bytes);
        assert_int_equal(range.kind, rows[i].kind);
        assert_int_equal(range.from, rows[i].from);
        if (range.kind != RANGE_NONE) {
            assert_int_equal(range.until, rows[i].until);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_one_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
