/* What people read: numbers, dates, clocks, telephones, masked names and money in words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "text/format.h"
#include "text/tongue.h"

static const struct tongue ENGLISH = { .code = "en" };
static const struct tongue KHMER = { .code = "km" };

static struct out start(const struct tongue *tongue)
{
    static char buffer[512];
    struct out out = out_fixed(buffer, sizeof buffer);
    out.tongue = tongue;
    return out;
}

static void assert_text(const struct out *out, const char *expected)
{
    struct str got = out_str(out);
    if (out->overflowed || !str_equal(got, str_of(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(got), expected);
    }
}

static void groups_digits(void **state)
{
    (void)state;
    static const struct {
        int64_t value;
        const char *vietnamese;
        const char *english;
    } rows[] = {
        { 0, "0", "0" },
        { 999, "999", "999" },
        { 1000, "1.000", "1,000" },
        { -1000, "-1.000", "-1,000" },
        { -999, "-999", "-999" },
        { 1234567, "1.234.567", "1,234,567" },
        { 185600000, "185.600.000", "185,600,000" },
        { INT64_MAX, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807" },
        { INT64_MIN, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct out out = start(NULL);
        format_number(&out, rows[i].value);
        assert_text(&out, rows[i].vietnamese);
        out = start(&KHMER);
        format_number(&out, rows[i].value);
        assert_text(&out, rows[i].vietnamese);
        out = start(&ENGLISH);
        format_number(&out, rows[i].value);
        assert_text(&out, rows[i].english);
    }
}

static void writes_days(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *plain;
        const char *full;
        const char *english;
        const char *weekday;
        const char *english_weekday;
    } rows[] = {
        { "2026-11-22", "22/11/2026", "ngày 22 tháng 11 năm 2026", "22 November 2026", "Chủ nhật",
          "Sunday" },
        { "2026-02-05", "05/02/2026", "ngày 05 tháng 02 năm 2026", "5 February 2026", "thứ Năm",
          "Thursday" },
        { "2022-07-05", "05/07/2022", "ngày 05 tháng 7 năm 2022", "5 July 2022", "thứ Ba",
          "Tuesday" },
        { "2026-01-10", "10/01/2026", "ngày 10 tháng 01 năm 2026", "10 January 2026", "thứ Bảy",
          "Saturday" },
        { "1802-06-01", "01/06/1802", "ngày 01 tháng 6 năm 1802", "1 June 1802", "thứ Ba",
          "Tuesday" },
        { "", "", "", "", "", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct day day = day_parse(str_of(rows[i].day));
        struct out out = start(NULL);
        format_day(&out, day);
        assert_text(&out, rows[i].plain);
        out = start(NULL);
        format_day_long(&out, day);
        assert_text(&out, rows[i].full);
        out = start(NULL);
        format_weekday(&out, day);
        assert_text(&out, rows[i].weekday);
        out = start(&ENGLISH);
        format_day(&out, day);
        assert_text(&out, rows[i].plain);
        out = start(&ENGLISH);
        format_day_long(&out, day);
        assert_text(&out, rows[i].english);
        out = start(&ENGLISH);
        format_weekday(&out, day);
        assert_text(&out, rows[i].english_weekday);
    }
}

static void writes_times(void **state)
{
    (void)state;
    static const struct {
        const char *instant;
        const char *clock;
        const char *full;
        const char *whole;
        const char *english;
    } rows[] = {
        { "2026-03-13T08:30:59+07:00", "08:30", "08 giờ 30", "08:30 ngày 13/03/2026",
          "08:30, 13/03/2026" },
        { "2026-03-13T17:00:00Z", "00:00", "00 giờ 00", "00:00 ngày 14/03/2026",
          "00:00, 14/03/2026" },
        { "", "", "", "", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct instant instant = instant_parse(str_of(rows[i].instant));
        struct out out = start(NULL);
        format_clock(&out, instant);
        assert_text(&out, rows[i].clock);
        out = start(NULL);
        format_clock_long(&out, instant);
        assert_text(&out, rows[i].full);
        out = start(NULL);
        format_instant(&out, instant);
        assert_text(&out, rows[i].whole);
        out = start(&ENGLISH);
        format_clock_long(&out, instant);
        assert_text(&out, rows[i].clock);
        out = start(&ENGLISH);
        format_instant(&out, instant);
        assert_text(&out, rows[i].english);
    }
}

static void writes_money_in_words(void **state)
{
    (void)state;
    static const struct {
        int64_t dong;
        const char *words;
    } rows[] = {
        { 0, "Không đồng" },
        { 1, "Một đồng" },
        { 4, "Bốn đồng" },
        { 5, "Năm đồng" },
        { 10, "Mười đồng" },
        { 11, "Mười một đồng" },
        { 14, "Mười bốn đồng" },
        { 15, "Mười lăm đồng" },
        { 20, "Hai mươi đồng" },
        { 21, "Hai mươi mốt đồng" },
        { 24, "Hai mươi tư đồng" },
        { 25, "Hai mươi lăm đồng" },
        { 55, "Năm mươi lăm đồng" },
        { 100, "Một trăm đồng" },
        { 101, "Một trăm linh một đồng" },
        { 104, "Một trăm linh bốn đồng" },
        { 105, "Một trăm linh năm đồng" },
        { 110, "Một trăm mười đồng" },
        { 111, "Một trăm mười một đồng" },
        { 1000, "Một nghìn đồng" },
        { 1005, "Một nghìn không trăm linh năm đồng" },
        { 1050, "Một nghìn không trăm năm mươi đồng" },
        { 10500, "Mười nghìn năm trăm đồng" },
        { 1000000, "Một triệu đồng" },
        { 1005000, "Một triệu không trăm linh năm nghìn đồng" },
        { 1000001, "Một triệu không trăm linh một đồng" },
        { 185600000, "Một trăm tám mươi lăm triệu sáu trăm nghìn đồng" },
        { 1000000000, "Một tỷ đồng" },
        { 1000000021, "Một tỷ không trăm hai mươi mốt đồng" },
        { 1200000000, "Một tỷ hai trăm triệu đồng" },
        { 21015000000, "Hai mươi mốt tỷ không trăm mười lăm triệu đồng" },
        { 1000000000000, "Một nghìn tỷ đồng" },
        { 1005000000000, "Một nghìn không trăm linh năm tỷ đồng" },
        { 1000000000000000000, "Một tỷ tỷ đồng" },
        { 8888888888888888888,
          "Tám tỷ tỷ tám trăm tám mươi tám triệu tám trăm tám mươi tám nghìn tám trăm tám mươi tám "
          "tỷ tám trăm tám mươi tám triệu tám trăm tám mươi tám nghìn tám trăm tám mươi tám đồng" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct out out = start(&ENGLISH);
        format_money_words(&out, rows[i].dong);
        assert_text(&out, rows[i].words);
    }
}

static void reads_telephones(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        const char *digits; /* NULL: none */
        const char *shown;
    } rows[] = {
        { "0912345678", "0912345678", "0912 345 678" },
        { " 0912 345 678 ", "0912345678", "0912 345 678" },
        { "0912.345.678", "0912345678", "0912 345 678" },
        { "0912-345-678", "0912345678", "0912 345 678" },
        { "(091) 234\u00A05678", "0912345678", "0912 345 678" },
        { "+84912345678", "0912345678", "0912 345 678" },
        { "+84 912 345 678", "0912345678", "0912 345 678" },
        { "84912345678", "0912345678", "0912 345 678" },
        { "0351234567", "0351234567", "0351 234 567" },
        { "0234 3822 222", "02343822222", "0234 382 2222" },
        { "02343822222", "02343822222", "0234 382 2222" },
        { "+84 234 382 2222", "02343822222", "0234 382 2222" },
        { "024 3825 3333", "02438253333", "024 3825 3333" },
        { "028.38253333", "02838253333", "028 3825 3333" },
        { "0112345678", NULL, NULL },
        { "0212345678", NULL, NULL },
        { "0412345678", NULL, NULL },
        { "01234567890", NULL, NULL }, /* the eleven digits that mobiles had until 2018 */
        { "091234567", NULL, NULL },
        { "09123456789", NULL, NULL },
        { "912345678", NULL, NULL },
        { "+0912345678", NULL, NULL },
        { "+1 912 345 6789", NULL, NULL },
        { "++84912345678", NULL, NULL },
        { "0912345678x", NULL, NULL },
        { "0912/345678", NULL, NULL },
        { "٠٩١٢٣٤٥٦٧٨", NULL, NULL },
        { "84", NULL, NULL },
        { "+", NULL, NULL },
        { "0", NULL, NULL },
        { "", NULL, NULL },
    };
    struct arena *arena = arena_create(1 << 16);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str digits = phone_digits(arena, str_of(rows[i].written));
        if (!str_equal(digits, str_of(rows[i].digits)) || !digits.p != !rows[i].digits) {
            fail_msg("\"%s\" gives \"%.*s\"", rows[i].written, STR_ARG(digits));
        }
        if (digits.p) {
            struct out out = start(NULL);
            format_phone(&out, digits);
            assert_text(&out, rows[i].shown);
        }
    }
    struct out out = start(NULL);
    format_phone(&out, STR("113"));
    format_phone(&out, STR_NONE);
    assert_text(&out, "113");
    arena_destroy(arena);
}

static void knows_numbers_that_moved(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "01671234567", "0371234567" },
        { "0167 123 4567", "0371234567" },
        { "+84 167 123 4567", "0371234567" },
        { "01201234567", "0701234567" },
        { "01991234567", "0591234567" },
        { "01861234567", "0561234567" },
        { "0167123456", NULL },
        { "01601234567", NULL },
        { "0912345678", NULL },
        { "02343822222", NULL },
        { "0167123456x", NULL },
        { "", NULL },
    };
    struct arena *arena = arena_create(1 << 16);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str now = phone_moved(arena, str_of(rows[i][0]));
        if (!str_equal(now, str_of(rows[i][1]))) {
            fail_msg("\"%s\" moved to \"%.*s\"", rows[i][0], STR_ARG(now));
        }
        assert_true(!now.p || phone_digits(arena, now).p);
    }
    arena_destroy(arena);
}

static void writes_tenths(void **state)
{
    (void)state;
    struct out out = start(NULL);
    format_tenths(&out, 914);
    out_lit(&out, " ");
    format_tenths(&out, 0);
    out_lit(&out, " ");
    format_tenths(&out, 12345678);
    assert_text(&out, "91,4 0,0 1.234.567,8");
    out = start(&ENGLISH);
    format_tenths(&out, 12345678);
    assert_text(&out, "1,234,567.8");
}

static void masks_names(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "Nguyễn Thị Hường", "N.T.H." },
        { "Đặng Văn Ánh", "Đ.V.Á." },
        { "lê  ân ", "L.Â." },
        { "H’ Niê", "H.N." },
        { "H’Niê", "H." },
        { "’Y Êñuôl", "Y.Ê." },
        { "Tám", "T." },
        { "Bà Tư (tổ 3)", "B.T.T." },
        { "12 34", "" },
        { "", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct out out = start(NULL);
        format_masked_name(&out, str_of(rows[i][0]));
        assert_text(&out, rows[i][1]);
    }
}

static void a_line_begins(void **state)
{
    static const struct {
        const char *text;
        size_t chars_max;
        const char *expected;
    } cases[] = {
        { "Đèn hỏng", 20, "Đèn hỏng" },
        { "  Đèn hỏng \nTừ hôm qua", 20, "Đèn hỏng" },
        { "Đèn đường kiệt 12 hỏng", 22, "Đèn đường kiệt 12 hỏng" },
        { "Đèn đường kiệt 12 hỏng", 21, "Đèn đường kiệt 12…" },
        { "Đèn đường kiệt 12 hỏng", 8, "Đèn…" },
        { "Đèn đường kiệt 12 hỏng", 17, "Đèn đường kiệt 12…" },
        { "Đèn hỏng. Mưa", 9, "Đèn hỏng." },
        { "Đèn hỏng. Mưa ngập.", 12, "Đèn hỏng." },
        { "ĐènđườngkiệtMườiHai", 9, "Đènđườngk…" },
        { "", 9, "" },
    };
    struct arena *arena = arena_create(4096);
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str got = line_beginning(arena, str_of(cases[i].text), cases[i].chars_max);
        if (!str_equal(got, str_of(cases[i].expected))) {
            fail_msg("%s: %.*s", cases[i].text, STR_ARG(got));
        }
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_digits),    cmocka_unit_test(writes_days),
        cmocka_unit_test(writes_times),     cmocka_unit_test(writes_money_in_words),
        cmocka_unit_test(reads_telephones), cmocka_unit_test(knows_numbers_that_moved),
        cmocka_unit_test(writes_tenths),    cmocka_unit_test(masks_names),
        cmocka_unit_test(a_line_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
