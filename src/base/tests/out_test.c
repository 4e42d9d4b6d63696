/* The writer: growth, sticky overflow, numbers, machine dates and the encodings of bytes. */
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

static void assert_text(const struct out *out, const char *expected)
{
    struct str got = out_str(out);
    if (!str_equal(got, str_of(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(got), expected);
    }
}

static void grows_up_to_its_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    struct out out = out_open(arena, 100000);
    assert_text(&out, "");
    assert_non_null(out_str(&out).p);
    for (int i = 0; i < 20000; i++) {
        out_lit(&out, "abcde");
        if (i % 1000 == 0) {
            /* Something else behind it, so that it must move. */
            memset(new(arena, char, 3), 'z', 3);
        }
    }
    assert_false(out.overflowed);
    assert_int_equal(out.n, 100000);
    for (size_t i = 0; i < out.n; i++) {
        assert_int_equal(out.p[i], "abcde"[i % 5]);
    }
    out_char(&out, 'x');
    assert_true(out.overflowed);
    assert_int_equal(out.n, 100000);
    arena_destroy(arena);
}

/* A text may be cut off, never have a hole: what follows a dropped write is dropped too. */
static void overflow_sticks(void **state)
{
    (void)state;
    char buffer[8];
    struct out out = out_fixed(buffer, 6);
    buffer[6] = '!';
    out_lit(&out, "abcd");
    out_lit(&out, "efg");
    assert_true(out.overflowed);
    out_char(&out, 'h');
    out_int(&out, 1);
    out_printf(&out, "%d", 1);
    out_hex(&out, "x", 1);
    out_base64(&out, "x", 1);
    out_json_string(&out, STR("x"));
    assert_text(&out, "abcd");
    assert_int_equal(buffer[6], '!');
    struct out full = out_fixed(buffer, 0);
    out_str_raw(&full, STR_NONE);
    assert_false(full.overflowed);
}

static void writes_numbers(void **state)
{
    (void)state;
    char buffer[200];
    struct out out = out_fixed(buffer, sizeof buffer);
    static const int64_t rows[] = { 0, 7, -7, 10, INT64_MAX, INT64_MIN };
    for (size_t i = 0; i < COUNT(rows); i++) {
        out_int(&out, rows[i]);
        out_char(&out, ' ');
    }
    out_printf(&out, "%05d|%s", 42, "ờ");
    assert_text(&out, "0 7 -7 10 9223372036854775807 -9223372036854775808 00042|ờ");
}

static void writes_machine_dates(void **state)
{
    (void)state;
    char buffer[200];
    struct out out = out_fixed(buffer, sizeof buffer);
    out_day(&out, DAY_NONE);
    out_instant(&out, INSTANT_NONE);
    assert_text(&out, "");
    out_day(&out, day_of(7, 1, 2));
    out_char(&out, ' ');
    out_instant(&out, (struct instant){ 1773365400 });
    out_char(&out, ' ');
    out_instant(&out, (struct instant){ -1 });
    assert_text(&out, "0007-01-02 2026-03-13T08:30:00+07:00 1970-01-01T06:59:59+07:00");
    out = out_fixed(buffer, sizeof buffer);
    out_date_english(&out, (struct instant){ 1773365400 });
    assert_text(&out, "Fri, 13 Mar 2026 08:30:00");
}

static void encodes_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *hex;
        const char *base64;
        const char *base64url;
    } rows[] = {
        { "", "", "", "" },
        { "f", "66", "Zg==", "Zg" },
        { "fo", "666f", "Zm8=", "Zm8" },
        { "foo", "666f6f", "Zm9v", "Zm9v" },
        { "foobar", "666f6f626172", "Zm9vYmFy", "Zm9vYmFy" },
        { "\xfb\xff\xfe", "fbfffe", "+//+", "-__-" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char buffer[64];
        size_t n = strlen(rows[i].bytes);
        struct out out = out_fixed(buffer, sizeof buffer);
        out_hex(&out, rows[i].bytes, n);
        assert_text(&out, rows[i].hex);
        out = out_fixed(buffer, sizeof buffer);
        out_base64(&out, rows[i].bytes, n);
        assert_text(&out, rows[i].base64);
        out = out_fixed(buffer, sizeof buffer);
        out_base64url(&out, rows[i].bytes, n);
        assert_text(&out, rows[i].base64url);
    }
}

static void encodes_long_bytes_without_a_seam(void **state)
{
    (void)state;
    char zeros[1000] = { 0 };
    char buffer[2000];
    for (size_t n = 190; n < 200; n++) {
        struct out out = out_fixed(buffer, sizeof buffer);
        out_base64(&out, zeros, n);
        assert_int_equal(out.n, (n + 2) / 3 * 4);
        size_t padding = (3 - n % 3) % 3;
        for (size_t i = 0; i < out.n; i++) {
            assert_int_equal(buffer[i], i < out.n - padding ? 'A' : '=');
        }
    }
}

static void encodes_percent_and_json(void **state)
{
    (void)state;
    char buffer[200];
    struct out out = out_fixed(buffer, sizeof buffer);
    out_percent(&out, str_span("aZ09-._~ /?%&+\0Đ", 17));
    assert_text(&out, "aZ09-._~%20%2F%3F%25%26%2B%00%C4%90");
    out = out_fixed(buffer, sizeof buffer);
    out_json_string(&out, str_span("a\"b\\c\n\r\t\b\0\x1f\x7f/Đ", 15));
    assert_text(&out, "\"a\\\"b\\\\c\\n\\r\\t\\u0008\\u0000\\u001f\x7f/Đ\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_up_to_its_limit),
        cmocka_unit_test(overflow_sticks),
        cmocka_unit_test(writes_numbers),
        cmocka_unit_test(writes_machine_dates),
        cmocka_unit_test(encodes_bytes),
        cmocka_unit_test(encodes_long_bytes_without_a_seam),
        cmocka_unit_test(encodes_percent_and_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
