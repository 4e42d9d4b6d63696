/* What people type: days and their precision, numbers in figures and words, identity papers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "text/typed.h"

static void reads_days_of_any_precision(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum typed_precision precision;
        const char *from;
        const char *until;
    } rows[] = {
        { "5/9/1978", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { "05-09-1978", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { "5.9.1978", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { " 5 / 9 / 1978 ", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { "1978-09-05", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { "5/9/78", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { "5/9/26", TYPED_DAY, "2026-09-05", "2026-09-05" },
        { "5/9/36", TYPED_DAY, "2036-09-05", "2036-09-05" },
        { "5/9/37", TYPED_DAY, "1937-09-05", "1937-09-05" },
        { "ngày 5 tháng 9 năm 1978", TYPED_DAY, "1978-09-05", "1978-09-05" },
        { "Ngày 05 tháng 02 năm 2026", TYPED_DAY, "2026-02-05", "2026-02-05" },
        { "29/02/2028", TYPED_DAY, "2028-02-29", "2028-02-29" },
        { "9/1978", TYPED_MONTH, "1978-09-01", "1978-09-30" },
        { "tháng 9/1978", TYPED_MONTH, "1978-09-01", "1978-09-30" },
        { "tháng 2 năm 2028", TYPED_MONTH, "2028-02-01", "2028-02-29" },
        { "1978-12", TYPED_MONTH, "1978-12-01", "1978-12-31" },
        { "12/9999", TYPED_MONTH, "9999-12-01", "9999-12-31" },
        { "năm 1978", TYPED_YEAR, "1978-01-01", "1978-12-31" },
        { "1978", TYPED_YEAR, "1978-01-01", "1978-12-31" },
        { "29/02/2026", TYPED_NOTHING, NULL, NULL },
        { "32/1/2026", TYPED_NOTHING, NULL, NULL },
        { "13/2026/5", TYPED_NOTHING, NULL, NULL },
        { "13/2026", TYPED_NOTHING, NULL, NULL },
        { "13/03", TYPED_NOTHING, NULL, NULL },
        { "13/03/2026/1", TYPED_NOTHING, NULL, NULL },
        { "5/9/978", TYPED_NOTHING, NULL, NULL },
        { "5/9/0", TYPED_NOTHING, NULL, NULL },
        { "0000", TYPED_NOTHING, NULL, NULL },
        { "0054/4/7", TYPED_NOTHING, NULL, NULL }, /* found by fuzzing: written as 07/04/54 */
        { "78", TYPED_NOTHING, NULL, NULL },
        { "tháng 1978", TYPED_NOTHING, NULL, NULL },
        { "5//9/1978", TYPED_NOTHING, NULL, NULL },
        { "5/9/1978/", TYPED_NOTHING, NULL, NULL },
        { "/5/9/1978", TYPED_NOTHING, NULL, NULL },
        { "5 9 1978", TYPED_NOTHING, NULL, NULL },
        { "hôm nay", TYPED_NOTHING, NULL, NULL },
        { "mồng 5/9/1978", TYPED_NOTHING, NULL, NULL },
        { "-5/9/1978", TYPED_NOTHING, NULL, NULL },
        { "", TYPED_NOTHING, NULL, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct typed_day day = typed_day_read(str_of(rows[i].typed), day_of(2026, 11, 29));
        if (day.precision != rows[i].precision || day.from.n != day_parse(str_of(rows[i].from)).n ||
            day.until.n != day_parse(str_of(rows[i].until)).n) {
            fail_msg("“%s”: precision %d, %d to %d", rows[i].typed, day.precision, day.from.n,
                     day.until.n);
        }
    }
    /* Without a today two digits say nothing. */
    assert_int_equal(typed_day_read(STR("5/9/78"), DAY_NONE).precision, TYPED_NOTHING);
}

static void reads_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int64_t number; /* -1: none */
    } rows[] = {
        { "0", 0 },
        { "03", 3 },
        { "12", 12 },
        { "185600000", 185600000 },
        { "185.600.000", 185600000 },
        { "185 600 000", 185600000 },
        { "185\u00A0600\u00A0000", 185600000 },
        { "1.234", 1234 },
        { "185.600.000 đ", 185600000 },
        { "185.600.000đồng", 185600000 },
        { "185,6 triệu", 185600000 },
        { "185,6 triệu đồng", 185600000 },
        { "1 tỷ 2", 1200000000 },
        { "1 tỷ 25", 1250000000 },
        { "1 tỷ 200 triệu", 1200000000 },
        { "1 tỷ 200 triệu 500 nghìn", 1200500000 },
        { "2 triệu rưỡi", 2500000 },
        { "2 TRIỆU", -1 }, /* capitals beyond ASCII are not folded: asked again */
        { "300 nghìn", 300000 },
        { "300 ngàn", 300000 },
        { "300nghìn", 300000 },
        { "1,5 nghìn", 1500 },
        { "1,23456 triệu", 1234560 },
        { "9223372036854775807", INT64_MAX },
        { "9223372036854775808", -1 },
        { "9300000000 tỷ", -1 },
        { "1,5", -1 },
        { "1.5", -1 },
        { "0.012", -1 },
        { "1.23.456", -1 },
        { "1.234 567", -1 },
        { "1234.567", -1 },
        { "1,2345 nghìn", -1 },
        { "1 triệu 2 tỷ", -1 },
        { "1 triệu 1000 nghìn", -1 },
        { "1 tỷ 2 3", -1 },
        { "-1", -1 },
        { "triệu", -1 },
        { "1 con", -1 },
        { "1,", -1 },
        { "", -1 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t number = -1;
        bool is_read = typed_number_read(str_of(rows[i].typed), &number);
        if (number != rows[i].number || is_read != (rows[i].number >= 0)) {
            fail_msg("“%s” gives %lld", rows[i].typed, (long long)number);
        }
    }
}

static void reads_identity_papers(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum typed_identity kind;
        const char *kept;
    } rows[] = {
        { "046190001234", TYPED_CITIZEN, "046190001234" },
        { " 046 190 001 234 ", TYPED_CITIZEN, "046190001234" },
        { "046.190.001.234", TYPED_CITIZEN, "046190001234" },
        { "000190001234", TYPED_MISTYPED, "000190001234" },
        { "04619000123", TYPED_MISTYPED, "04619000123" },
        { "0461900012345", TYPED_MISTYPED, "0461900012345" },
        { "191234567", TYPED_OTHER_PAPER, "191234567" },
        { "12345678", TYPED_OTHER_PAPER, "12345678" },
        { " C1234567 ", TYPED_OTHER_PAPER, "C1234567" },
        { "", TYPED_OTHER_PAPER, "" },
    };
    struct arena *arena = arena_create(1 << 16);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str kept;
        assert_int_equal(typed_identity_read(arena, str_of(rows[i].typed), &kept), rows[i].kind);
        assert_true(str_equal(kept, str_of(rows[i].kept)));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_days_of_any_precision),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(reads_identity_papers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
