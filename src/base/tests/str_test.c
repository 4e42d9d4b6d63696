/* Spans: number reading at its edges, UTF-8 well-formedness, cutting and comparing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/out.h"
#include "base/str.h"

static void reads_whole_numbers_only(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool fine;
        int64_t value;
    } rows[] = {
        { "0", true, 0 },
        { "7", true, 7 },
        { "-7", true, -7 },
        { "9223372036854775807", true, INT64_MAX },
        { "-9223372036854775808", true, INT64_MIN },
        { "9223372036854775808", false, 0 },
        { "-9223372036854775809", false, 0 },
        { "99999999999999999999", false, 0 },
        { "", false, 0 },
        { "-", false, 0 },
        { "-0", false, 0 },
        { "00", false, 0 },
        { "01", false, 0 },
        { "-01", false, 0 },
        { "+1", false, 0 },
        { " 1", false, 0 },
        { "1 ", false, 0 },
        { "1.0", false, 0 },
        { "0x1", false, 0 },
        { "--1", false, 0 },
        { "١", false, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t value = 42;
        bool fine = str_to_int(str_of(rows[i].text), &value);
        if (fine != rows[i].fine || value != (fine ? rows[i].value : 42)) {
            fail_msg("\"%s\" read as %d, %lld", rows[i].text, fine, (long long)value);
        }
    }
}

/* Behind 0 to 8 letters, so that the eight-byte step meets every alignment. */
static bool is_judged_so(const char *bytes, bool expected)
{
    bool is_so = true;
    for (size_t letters = 0; letters <= 8; letters++) {
        char text[64];
        struct out out = out_fixed(text, sizeof text);
        out_str_raw(&out, str_slice(STR("xxxxxxxx"), 0, letters));
        out_str_raw(&out, str_of(bytes));
        is_so = is_so && str_is_utf8(out_str(&out)) == expected;
    }
    return is_so;
}

static void tells_well_formed_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool fine;
    } rows[] = {
        { "", true },
        { "abcdefghijklmnopqrstuvwxyz", true },
        { "Đặng Văn Dũng, thôn Quán Hòa", true },
        { "\x7f", true },
        { "\xc2\x80", true },
        { "\xdf\xbf", true },
        { "\xe0\xa0\x80", true },
        { "\xed\x9f\xbf", true },
        { "\xee\x80\x80", true },
        { "\xef\xbf\xbf", true },
        { "\xf0\x90\x80\x80", true },
        { "\xf4\x8f\xbf\xbf", true },
        { "\x80", false }, /* continuation alone */
        { "\xbf", false },
        { "\xc0\xaf", false }, /* overlong '/' */
        { "\xc1\xbf", false },
        { "\xe0\x80\xaf", false },
        { "\xe0\x9f\xbf", false },
        { "\xf0\x80\x80\xaf", false },
        { "\xf0\x8f\xbf\xbf", false },
        { "\xed\xa0\x80", false }, /* surrogates, alone and paired */
        { "\xed\xbf\xbf", false },
        { "\xed\xa0\xbd\xed\xb8\x80", false },
        { "\xf4\x90\x80\x80", false }, /* above U+10FFFF */
        { "\xf5\x80\x80\x80", false },
        { "\xf8\x88\x80\x80\x80", false }, /* five and six bytes */
        { "\xfc\x84\x80\x80\x80\x80", false },
        { "\xfe", false },
        { "\xff", false },
        { "\xc3", false }, /* cut short */
        { "\xe1\xba", false },
        { "\xf0\x9f\x98", false },
        { "\xc3\x61", false },
        { "\xe1\xba\x61", false },
        { "\xf0\x9f\x98\x61", false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (!is_judged_so(rows[i].bytes, rows[i].fine)) {
            fail_msg("row %zu", i);
        }
    }
    assert_true(str_is_utf8(str_span("a\0b", 3)));
    assert_int_equal(str_chars(STR("Đặng")), 4);
    assert_int_equal(str_chars(STR_NONE), 0);
}

static void cuts_code_points(void **state)
{
    (void)state;
    struct str rest = STR("aĐờ\xf0\x9f\x98\x80\xc3(\xed\xa0\x80");
    static const uint32_t codes[] = { 'a', 0x110,  0x1EDD, 0x1F600, 0xFFFD,
                                      '(', 0xFFFD, 0xFFFD, 0xFFFD };
    for (size_t i = 0; i < COUNT(codes); i++) {
        assert_true(rest.n > 0);
        assert_int_equal(str_cut_char(&rest), codes[i]);
    }
    assert_int_equal(rest.n, 0);
}

static void knows_absent_from_empty(void **state)
{
    (void)state;
    assert_null(str_of(NULL).p);
    assert_non_null(STR("").p);
    assert_true(str_equal(STR(""), STR_NONE));
    assert_int_equal(str_compare(STR_NONE, STR("a")), -1);
    assert_null(str_slice(STR_NONE, 1, 2).p);
    assert_int_equal(str_find(STR_NONE, STR("a")), 0);
    assert_int_equal(str_trim(STR_NONE).n, 0);
}

static void compares_and_finds(void **state)
{
    (void)state;
    assert_true(str_compare(STR("a"), STR("ab")) < 0);
    assert_true(str_compare(STR("b"), STR("ab")) > 0);
    assert_true(str_compare(STR("\xc4"), STR("z")) > 0);
    assert_true(str_equal_nocase(STR("Content-TYPE"), STR("content-type")));
    assert_false(str_equal_nocase(STR("@"), STR("`")));
    assert_false(str_equal_nocase(STR("Đ"), STR("đ")));
    assert_true(str_starts(STR("/phan-anh"), STR("/phan")));
    assert_false(str_starts(STR("/p"), STR("/phan")));
    assert_true(str_ends(STR("a.json"), STR(".json")));
    assert_true(str_ends(STR("a"), STR("")));
    assert_int_equal(str_find(STR("aab"), STR("ab")), 1);
    assert_int_equal(str_find(STR("aab"), STR("ac")), 3);
    assert_int_equal(str_find(STR("aab"), STR("")), 0);
    assert_int_equal(str_find_byte(STR("a=b"), '='), 1);
}

static void cuts_and_slices(void **state)
{
    (void)state;
    struct str rest = STR("a,,b,");
    static const char *const parts[] = { "a", "", "b", "" };
    size_t count = 0;
    while (rest.p) {
        struct str part = str_cut(&rest, ',');
        assert_true(count < COUNT(parts));
        assert_true(str_equal(part, str_of(parts[count++])));
    }
    assert_int_equal(count, COUNT(parts));
    assert_true(str_equal(str_slice(STR("abc"), 1, 99), STR("bc")));
    assert_true(str_equal(str_slice(STR("abc"), 5, 2), STR("")));
    assert_true(str_equal(str_trim(STR(" \t\r\n\v\fa b ")), STR("a b")));
    assert_true(str_equal(str_trim(STR(" \t")), STR("")));
}

static void equal_texts_have_one_hash_and_others_another(void **state)
{
    (void)state;
    char text[64] = { 0 };
    char moved[64] = { 0 };
    for (size_t n = 0; n < 40; n++) {
        uint32_t hash = str_hash(str_span(text, n));
        memcpy(moved + 1, text, n);
        assert_int_equal(str_hash(str_span(moved + 1, n)), hash);
        assert_true(str_hash(str_span(text, n + 1)) != hash);
        for (size_t i = 0; i < n; i++) {
            text[i] ^= 1;
            assert_true(str_hash(str_span(text, n)) != hash);
            text[i] ^= 1;
        }
        text[n] = (char)('a' + n % 3);
    }
}

static void copies_into_the_arena(void **state)
{
    (void)state;
    struct arena *arena = arena_create(4096);
    assert_non_null(arena);
    assert_string_equal(str_z(arena, str_slice(STR("abcdef"), 1, 3)), "bc");
    assert_string_equal(str_z(arena, STR_NONE), "");
    struct str s = str_printf(arena, "%s-%d", "số", 12);
    assert_true(str_equal(s, STR("số-12")));
    assert_int_equal(s.p[s.n], '\0');
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_whole_numbers_only),
        cmocka_unit_test(tells_well_formed_utf8),
        cmocka_unit_test(cuts_code_points),
        cmocka_unit_test(knows_absent_from_empty),
        cmocka_unit_test(compares_and_finds),
        cmocka_unit_test(cuts_and_slices),
        cmocka_unit_test(copies_into_the_arena),
        cmocka_unit_test(equal_texts_have_one_hash_and_others_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
