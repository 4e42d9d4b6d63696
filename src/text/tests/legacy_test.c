/* Old fonts: what is seen and repaired, what is left alone, and the corpora where they are. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/arena.h"
#include "text/legacy.h"

enum { FILE_BYTES_MAX = 1 << 20 };

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

static void assert_repaired(struct str typed, enum legacy_font font, struct str meant)
{
    struct legacy old = legacy_read(arena, typed);
    assert_int_equal(old.font, font);
    if (font && !str_equal(old.text, meant)) {
        fail_msg("“%.*s” became “%.*s”", STR_ARG(typed), STR_ARG(old.text));
    }
    if (font && legacy_read(arena, old.text).font) {
        fail_msg("“%.*s” is still taken for old", STR_ARG(old.text));
    }
}

static void repairs_what_old_fonts_left(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum legacy_font font;
        const char *meant;
    } rows[] = {
        { "Ph­êng Ngäc Hµ", LEGACY_TCVN3, "Phường Ngọc Hà" },
        { "NguyÔn V¨n ¸nh", LEGACY_TCVN3, "Nguyễn Văn ánh" },
        { "TrÇn TuÊn", LEGACY_TCVN3, "Trần Tuấn" },
        { "V¨n", LEGACY_TCVN3, "Văn" },
        { "UBND PH­êNG §«NG BA", LEGACY_TCVN3, "UBND PHƯỜNG ĐÔNG BA" },
        { "§­êng bÞ s¹t\n\n  tõ th¸ng tr­íc .", LEGACY_TCVN3,
          "Đường bị sạt\n\n  từ tháng trước ." },
        { "Phöôøng Ngoïc Haø", LEGACY_VNI, "Phường Ngọc Hà" },
        { "OÂng Naêm Laëc", LEGACY_VNI, "Ông Năm Lặc" },
        { "Traàn Vaên Ngoïc", LEGACY_VNI, "Trần Văn Ngọc" },
        { "ÑÖÔØNG BÒ SAÏT", LEGACY_VNI, "ĐƯỜNG BỊ SẠT" },
        /* An old paragraph below a new sentence: the new one is not touched. */
        { "Xin gửi lại đơn cũ:\nKính göûi UÛy ban nhaân daân phöôøng", LEGACY_VNI,
          "Xin gửi lại đơn cũ:\nKính gửi Ủy ban nhân dân phường" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_repaired(str_of(rows[i].typed), rows[i].font, str_of(rows[i].meant));
    }
}

static void leaves_alone_what_is_none(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "Phường Ngọc Hà",
        "Hoàng Anh Tuân",
        "Toà án, hoá đơn, hoà giải, xoã tóc",
        "H’Zuê Êñuôl",
        "Y Ñuê Niê Êñuôl",
        "Zoë Müller",
        "Zoë",
        "Škoda Coca-Cola® © 2026",
        "Coca-Cola®",
        "10 µm",
        "Haïti",
        "naïve",
        "Café, naïve, garçon, déjà vu",
        "1.234,5 m² ± 2 · 20 °C",
        "Trang web của phường hiện chữ Ph­êng Ngäc Hµ, không đọc được",
        "0912 345 678",
        "\n\n",
        "HĐND-UBND",
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (legacy_read(arena, str_of(rows[i])).font) {
            fail_msg("“%s” is taken for old", rows[i]);
        }
    }
}

static void names_its_fonts(void **state)
{
    (void)state;
    assert_string_equal(legacy_font_name(LEGACY_TCVN3), "TCVN3");
    assert_string_equal(legacy_font_name(LEGACY_VNI), "VNI");
    struct str bytes = str_span("Ph\xad\xeang", 6);
    assert_true(str_equal(legacy_from_bytes(arena, bytes), STR("Ph­êng")));
}

/* Absent when the corpus is not there. */
static struct str read_corpus(const char *name)
{
    char path[100];
    (void)snprintf(path, sizeof path, "../shared/data/unicode/%s", name);
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

/* How many lines of the corpus are seen, and how many of those come back letter for letter. */
static void assert_corpus(const char *name, enum legacy_font font, bool is_bytes, size_t seen_min,
                          size_t same_min)
{
    struct str meant = read_corpus("vi_base_nfc.txt");
    struct str typed = read_corpus(name);
    size_t seen = 0;
    size_t same = 0;
    size_t lines = 0;
    while (meant.p && typed.p) {
        struct arena_mark mark = arena_mark(arena);
        struct str want = str_cut(&meant, '\n');
        struct str line = str_cut(&typed, '\n');
        line = is_bytes ? legacy_from_bytes(arena, line) : line;
        struct legacy old = legacy_read(arena, line);
        seen += old.font == font;
        same += old.font == font && str_equal(old.text, want);
        lines++;
        arena_undo(arena, mark);
    }
    if (lines > 0) {
        print_message("# %s: of %zu lines %zu seen, %zu the same\n", name, lines, seen, same);
        assert_true(seen >= seen_min && same >= same_min);
    }
}

static void repairs_the_corpora(void **state)
{
    (void)state;
    /* What is not seen could be something else too: "Minh Hãa". */
    assert_corpus("vi_tcvn3_abc_asutf8.txt", LEGACY_TCVN3, false, 3200, 3150);
    assert_corpus("vi_tcvn5712-1.txt", LEGACY_TCVN3, true, 3200, 3150);
    assert_corpus("vi_vni.txt", LEGACY_VNI, true, 3600, 3600);
    assert_corpus("vi_vni_asutf8.txt", LEGACY_VNI, false, 3600, 3400);
}

static void takes_no_line_of_today_for_old(void **state)
{
    (void)state;
    struct str text = read_corpus("vi_base_nfc.txt");
    while (text.p) {
        struct arena_mark mark = arena_mark(arena);
        struct str line = str_cut(&text, '\n');
        if (legacy_read(arena, line).font) {
            fail_msg("“%.*s” is taken for old", STR_ARG(line));
        }
        arena_undo(arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repairs_what_old_fonts_left),
        cmocka_unit_test(leaves_alone_what_is_none),
        cmocka_unit_test(names_its_fonts),
        cmocka_unit_test(repairs_the_corpora),
        cmocka_unit_test(takes_no_line_of_today_for_old),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
