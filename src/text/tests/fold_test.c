/* Normal form, cleanness and search folding, on tables, on every code point and on real names. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <utf8proc.h>

#include "base/arena.h"
#include "base/out.h"
#include "text/fold.h"

enum { CODE_END = 0x110000, FILE_BYTES_MAX = 1 << 20 };

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create(64 << 20);
    return arena ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void assert_same(struct str got, struct str expected, const char *about)
{
    if (!str_equal(got, expected)) {
        fail_msg("%s: \"%.*s\" is not \"%.*s\"", about, STR_ARG(got), STR_ARG(expected));
    }
}

/* "a", the code point, "z"; nothing for a surrogate. */
static struct str around(uint32_t code, uint8_t ret_text[8])
{
    if (code >= 0xD800 && code <= 0xDFFF) {
        return STR_NONE;
    }
    ret_text[0] = 'a';
    size_t n = (size_t)utf8proc_encode_char((int32_t)code, ret_text + 1);
    ret_text[n + 1] = 'z';
    return str_span(ret_text, n + 2);
}

static void folds_for_search(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "Đặng Văn Dũng", "dang van dung" },
        { "ĐẶNG VĂN DŨNG", "dang van dung" },
        { "\xc3\x90\xe1\xba\xb6NG V\xc4\x82N", "dang van" }, /* U+00D0 typed for Đ */
        { "\xc3\xb0\xe1\xba\xb7ng", "dang" },
        { "hòa", "hoa" },
        { "hoà", "hoa" },
        { "thúy", "thuy" },
        { "thuý", "thuy" },
        { "lý", "ly" },
        { "lí", "li" },
        { "Ơ Ư ơ ư Ờ Ữ ợ ự", "o u o u o u o u" },
        { "ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ", "a a a a a a a a a a" },
        { "ế ề ể ễ ệ ố ồ ổ ỗ ộ", "e e e e e o o o o o" },
        { "ý ỳ ỷ ỹ ỵ í ì ỉ ĩ ị", "y y y y y i i i i i" },
        { "H’ Niê Y Êñuôl", "h nie y enuol" },
        { "H’Niê H'Niê H`Niê Hʼ\u0301Niê HʻNiê", "h'nie h'nie h'nie h'nie h'nie" },
        { "Čư\u0306 M’gar ƀuôn Đăk", "cu m'gar buon dak" },
        { "  nhiều \t\n khoảng\u00A0\u3000trắng  ", "nhieu khoang trang" },
        { "số 05/TB-UBND, ngày 2.9!", "so 05 tb ubnd ngay 2 9" },
        { "(“Dân vận khéo”)", "dan van kheo" },
        { "'a' ''b'' c'", "a b c" },
        { "a'", "a" },
        { "a''b", "a b" },
        { "zero\u200Bwidth so\u00ADft", "zerowidth soft" },
        { "100 % ✓ 😀 €", "100" },
        { "\u0345\u0711", "\u0711" }, /* found by fuzzing: the order of marks */
        { "\u0711\u0345", "\u0711" },
        { "មិនទាន់", "មិនទាន់" }, /* Khmer keeps its vowels */
        { "", "" },
        { "…!?", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str folded = text_fold(arena, str_of(rows[i][0]));
        assert_same(folded, str_of(rows[i][1]), rows[i][0]);
        assert_non_null(folded.p);
        assert_same(text_fold(arena, folded), folded, "folded twice");
    }
    assert_null(text_fold(arena, STR("a\xff")).p);
    assert_null(text_fold(arena, STR("\xed\xa0\x80")).p);
}

static void folding_is_idempotent_and_nfc(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < CODE_END; code++) {
        if (code == 0x30000) {
            code = 0xE0000; /* nothing is assigned in between */
        }
        uint8_t text[8];
        struct arena_mark mark = arena_mark(arena);
        struct str once = text_fold(arena, around(code, text));
        if (!str_equal(text_fold(arena, once), once) || !str_equal(text_nfc(arena, once), once)) {
            fail_msg("U+%04X", code);
        }
        arena_undo(arena, mark);
    }
}

static void assert_nfc(struct str s, uint32_t code)
{
    struct arena_mark mark = arena_mark(arena);
    uint8_t *expected = utf8proc_NFC((const uint8_t *)str_z(arena, s));
    bool is_same = str_equal(text_nfc(arena, s), str_of((char *)expected));
    free(expected);
    arena_undo(arena, mark);
    if (!is_same) {
        fail_msg("U+%04X", code);
    }
}

/* Each code point alone and with an acute behind it, so that what can combine does. */
static void normalises_as_unicode_says(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < CODE_END; code++) {
        if (code == 0x30000) {
            code = 0xE0000;
        }
        uint8_t text[8];
        struct str letters = around(code, text);
        assert_nfc(letters, code);
        assert_nfc(str_printf(arena, "%.*s\u0301", STR_ARG(str_slice(letters, 1, letters.n - 1))),
                   code);
        arena_reset(arena);
    }
}

static void normalises_without_copying_when_it_can(void **state)
{
    (void)state;
    struct str s = STR("Đặng Văn Dũng – “thôn Quán Hòa”…");
    assert_ptr_equal(text_nfc(arena, s).p, s.p);
    assert_null(text_nfc(arena, STR_NONE).p);
    assert_null(text_nfc(arena, STR("\xc0\xaf")).p);
    assert_same(text_nfc(arena, STR("Hue\u0302\u0301 \u0323")), STR("Huế \u0323"), "NFD");
}

static void knows_clean_text(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_clean;
    } rows[] = {
        { "", true },
        { "Dòng một\n\tdòng hai – “…” 😀", true },
        { "\u200D\uFFFD\uFFFC\u2069 ", false },
        { "\u200D\uFFFD\uFFFC", true },
        { "a\rb", false },
        { "a\x01", false },
        { "a\x1f", false },
        { "a\x7f", false },
        { "a\xc2\x80", false },
        { "a\xc2\x9f", false },
        { "a\u00A0", true },
        { "a\u2029", true },
        { "a\u202A", false },
        { "a\u202E", false },
        { "a\u202F", true },
        { "a\u2065", true },
        { "a\u2066", false },
        { "a\uFDD0", false },
        { "a\uFDEF", false },
        { "a\uFDF0", true },
        { "a\uFFFE", false },
        { "a\U0001FFFF", false },
        { "a\U0010FFFF", false },
        { "a\xff", false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (text_is_clean(str_of(rows[i].text)) != rows[i].is_clean) {
            fail_msg("row %zu", i);
        }
    }
    assert_false(text_is_clean(str_span("a\0b", 3)));
}

/* Absent when the corpus is not there. */
static struct str read_corpus(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        print_message("# no %s: this test is skipped\n", path);
        return STR_NONE;
    }
    char *text = new(arena, char, FILE_BYTES_MAX);
    size_t n = fread(text, 1, FILE_BYTES_MAX, file);
    assert_int_equal(fclose(file), 0);
    assert_true(n < FILE_BYTES_MAX);
    return str_span(text, n);
}

static void agrees_on_the_names_of_the_country(void **state)
{
    (void)state;
    struct str nfc = read_corpus("../shared/data/unicode/vi_base_nfc.txt");
    struct str nfd = read_corpus("../shared/data/unicode/vi_nfd_utf8.txt");
    if (!nfc.p || !nfd.p) {
        return;
    }
    size_t lines = 0;
    while (nfc.p && nfd.p) {
        struct str composed = str_cut(&nfc, '\n');
        struct str decomposed = str_cut(&nfd, '\n');
        struct str folded = text_fold(arena, composed);
        assert_same(text_nfc(arena, decomposed), composed, "NFC");
        assert_same(text_fold(arena, decomposed), folded, "fold of NFD");
        assert_int_equal(str_chars(folded), folded.n);
        lines++;
    }
    assert_true(lines > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_for_search),
        cmocka_unit_test(folding_is_idempotent_and_nfc),
        cmocka_unit_test(normalises_as_unicode_says),
        cmocka_unit_test(normalises_without_copying_when_it_can),
        cmocka_unit_test(knows_clean_text),
        cmocka_unit_test(agrees_on_the_names_of_the_country),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
