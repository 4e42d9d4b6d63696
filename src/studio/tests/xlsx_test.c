/* Books: what unzip finds in the file, types, texts like formulas, limits, a full arena. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <string.h>

#include "base/attr.h"
#include "base/out.h"
#include "studio/tests/ask.h"
#include "studio/xlsx.h"

enum { ARENA_BYTES = 64 << 20 };

static char folder[] = "/tmp/kheo-books-XXXXXX";

static int open_arena(void **state)
{
    *state = arena_create(ARENA_BYTES);
    must(*state);
    return 0;
}

/* Whatever happened, nothing is left. */
static int close_arena(void **state)
{
    arena_destroy(*state);
    DIR *listing = opendir(folder);
    must(listing);
    for (struct dirent *entry = NULL; (entry = readdir(listing));) {
        must(entry->d_name[0] == '.');
    }
    closedir(listing);
    return 0;
}

static const struct xlsx_about about = { .title = STR_INIT("Sổ tiếp công dân"),
                                         .issuer = STR_INIT("Phường Phú Xuân"),
                                         .period = STR_INIT("Từ 15/12/2025 đến 14/3/2026"),
                                         .at = { 1772416800 } };

static void add_visit(struct xlsx *book, int64_t number, struct str person)
{
    xlsx_number(book, number);
    xlsx_day(book, day_of(2026, 3, 2));
    xlsx_text(book, person);
    xlsx_text(book, STR("046190001234"));
    xlsx_text(book, STR("Đường & <cống>"));
    xlsx_text(book, STR("KN"));
    xlsx_number(book, 5);
    xlsx_end_row(book);
}

static struct str sheet_of(struct arena *arena, struct str bytes, unsigned number)
{
    const char *command =
        str_z(arena, str_printf(arena, "unzip -p %%s xl/worksheets/sheet%u.xml", number));
    return ask_tool(arena, command, bytes);
}

static void assert_holds(struct str text, const char *part)
{
    if (!holds(text, str_of(part))) {
        fail_msg("“%s” does not stand in:\n%.*s", part, STR_ARG(text));
    }
}

/* From "<c r="A3"" to its end, without the number of its style, which follows the order of use. */
static struct str cell_of(struct arena *arena, struct str sheet, const char *place)
{
    struct str begin = str_printf(arena, "<c r=\"%s\" s=\"", place);
    struct str rest = str_slice(sheet, str_find(sheet, begin) + begin.n, sheet.n);
    str_cut(&rest, '"');
    return str_slice(rest, 0, str_find(rest, STR("<c r=")));
}

static void the_reception_book_has_thirteen_columns(void **state)
{
    struct arena *arena = *state;
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, folder, &xlsx_reception_book, &about);
    add_visit(book, 1, STR("Nguyễn Văn Bình, số 15 đường Lê Lợi"));
    assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
    struct str sheet = sheet_of(arena, bytes, 2);
    assert_int_equal(xlsx_reception_book.column_count, 13);
    for (size_t i = 0; i < xlsx_reception_book.column_count; i++) {
        assert_holds(sheet, xlsx_reception_book.columns[i].title);
    }
    assert_holds(cell_of(arena, sheet, "M2"), "><v>13</v></c>");
    assert_holds(cell_of(arena, sheet, "A3"), "><v>1</v></c>");
    assert_holds(cell_of(arena, sheet, "B3"), "><v>46083</v></c>");
    assert_holds(sheet, "t=\"inlineStr\"><is><t>046190001234</t>");
    assert_holds(sheet, "Đường &amp; &lt;cống&gt;");
    assert_holds(cell_of(arena, sheet, "G3"), "><v>5</v></c>");
    assert_holds(cell_of(arena, sheet, "M3"), "/>");
    assert_holds(sheet, "<autoFilter ref=\"A2:M3\"/>");
    assert_holds(sheet, "ySplit=\"2\"");
    struct str first = sheet_of(arena, bytes, 1);
    assert_holds(first, "Phường Phú Xuân");
    assert_holds(first, "Từ 15/12/2025 đến 14/3/2026");
    assert_false(holds(first, STR("Ghi chú")));
    struct str styles = ask_tool(arena, "unzip -p %s xl/styles.xml", bytes);
    assert_holds(styles, "formatCode=\"dd/mm/yyyy\"");
}

/* Typed as text, and shown as text when it is edited: no formula in any cell. */
static void no_text_is_a_formula(void **state)
{
    struct arena *arena = *state;
    static const struct str hostile[] = {
        STR_INIT("=HYPERLINK(\"http://x\",\"y\")"),
        STR_INIT("+84912345678"),
        STR_INIT("-1+2"),
        STR_INIT("@SUM(A1)"),
        STR_INIT("\t=1"),
        STR_INIT("1e5"),
        STR_INIT("http://x.vn"),
    };
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, folder, &xlsx_reception_book, &about);
    for (size_t i = 0; i < COUNT(hostile); i++) {
        add_visit(book, 1, hostile[i]);
    }
    assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
    struct str sheet = sheet_of(arena, bytes, 2);
    assert_false(holds(sheet, STR("<f>")));
    assert_false(holds(sheet, STR("hyperlink")));
    for (unsigned row = 3; row < 3 + COUNT(hostile); row++) {
        const char *place = str_z(arena, str_printf(arena, "C%u", row));
        assert_true(str_starts(cell_of(arena, sheet, place), STR(" t=\"inlineStr\"><is><t")));
    }
    assert_holds(sheet, "<t>+84912345678</t>");
}

static void other_books_have_their_columns(void **state)
{
    struct arena *arena = *state;
    static const struct xlsx_table *const tables[] = { &xlsx_reception_book,
                                                       &xlsx_petition_register,
                                                       &xlsx_letter_register };
    for (size_t i = 0; i < COUNT(tables); i++) {
        struct str bytes = STR_NONE;
        struct xlsx *book = xlsx_open(arena, folder, tables[i], &about);
        for (size_t k = 0; k < tables[i]->column_count; k++) {
            xlsx_blank(book);
        }
        xlsx_end_row(book);
        assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
        assert_true(str_chars(str_of(tables[i]->name)) <= 31);
        assert_holds(ask_tool(arena, "unzip -p %s xl/workbook.xml", bytes), tables[i]->name);
        assert_holds(ask_tool(arena, "unzip -t %s", bytes), "No errors");
    }
}

static void moments_have_hours(void **state)
{
    struct arena *arena = *state;
    static const struct xlsx_column columns[] = { { "Lúc", XLSX_INSTANT, 16 } };
    static const struct xlsx_table table = { "Sổ", columns, COUNT(columns) };
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, folder, &table, &about);
    xlsx_instant(book, (struct instant){ 1772416800 });
    xlsx_end_row(book);
    xlsx_instant(book, INSTANT_NONE);
    xlsx_end_row(book);
    assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
    /* 09:00 in Vietnam: 9/24 of the day. */
    struct str sheet = sheet_of(arena, bytes, 2);
    assert_holds(cell_of(arena, sheet, "A2"), "><v>46083.375</v></c>");
    assert_true(str_starts(cell_of(arena, sheet, "A3"), STR("/>")));
}

static void same_rows_same_bytes(void **state)
{
    struct arena *arena = *state;
    struct str bytes[2] = { STR_NONE };
    for (size_t i = 0; i < 2; i++) {
        struct xlsx *book = xlsx_open(arena, folder, &xlsx_reception_book, &about);
        add_visit(book, 1, STR("Nguyễn Văn Bình"));
        assert_int_equal(xlsx_close(book, &bytes[i]), STATUS_OK);
        sleep(i == 0 ? 2 : 0);
    }
    assert_true(str_equal(bytes[0], bytes[1]));
}

/* Ten thousand visits do not take more of the arena than their file. */
static void memory_does_not_grow(void **state)
{
    struct arena *arena = *state;
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, folder, &xlsx_reception_book, &about);
    size_t before = arena->used_bytes;
    for (int64_t i = 1; i <= 10000; i++) {
        add_visit(book, i, STR("Nguyễn Văn Bình, số 15 đường Lê Lợi, phường Phú Xuân"));
    }
    assert_int_equal(arena->used_bytes, before);
    assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
    assert_in_range(bytes.n, 100000, 1000000);
    assert_holds(ask_tool(arena, "unzip -p %s xl/worksheets/sheet2.xml | tail -c 400", bytes),
                 "<autoFilter ref=\"A2:M10002\"/>");
}

static void limits_are_said(void **state)
{
    struct arena *arena = *state;
    static const struct xlsx_column columns[] = { { "Chữ", XLSX_TEXT, 16 } };
    static const struct xlsx_table table = { "Sổ", columns, COUNT(columns) };
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, "/nowhere/at/all", &table, &about);
    xlsx_text(book, STR("một"));
    xlsx_end_row(book);
    assert_int_equal(xlsx_close(book, &bytes), STATUS_BUSY);
    book = xlsx_open(arena, folder, &table, &about);
    struct out text = out_open(arena, 1 << 20);
    for (size_t i = 0; i < 40000; i++) {
        out_lit(&text, "\xf0\x9f\x98\x80");
    }
    xlsx_text(book, out_str(&text));
    xlsx_end_row(book);
    assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
    assert_int_equal(str_find(sheet_of(arena, bytes, 2), STR("\xf0\x9f\x98\x80</t>")) > 60000, 1);
    book = xlsx_open(arena, folder, &table, &about);
    for (size_t i = 0; i <= XLSX_ROWS_MAX; i++) {
        xlsx_text(book, STR("a"));
        xlsx_end_row(book);
    }
    assert_int_equal(xlsx_close(book, &bytes), STATUS_FULL);
}

/* With the n-th piece of the arena not given. */
static bool fills_up(struct arena *arena, size_t n)
{
    jmp_buf full;
    arena_reset(arena);
    arena->fail_after = n;
    if (arena_guard(arena, &full)) {
        arena->fail_after = 0;
        return true;
    }
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, folder, &xlsx_reception_book, &about);
    add_visit(book, 1, STR("Nguyễn Văn Bình"));
    assert_int_equal(xlsx_close(book, &bytes), STATUS_OK);
    arena->fail_after = 0;
    return false;
}

/* An arena that is full on the way lets go of the book and of its files. */
static void a_full_arena_leaves_nothing(void **state)
{
    size_t fills = 0;
    for (size_t n = 1; n < 60; n++) {
        fills += fills_up(*state, n);
    }
    assert_in_range(fills, 10, 58);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(the_reception_book_has_thirteen_columns),
        TEST(no_text_is_a_formula),
        TEST(other_books_have_their_columns),
        TEST(moments_have_hours),
        TEST(same_rows_same_bytes),
        TEST(memory_does_not_grow),
        TEST(limits_are_said),
        TEST(a_full_arena_leaves_nothing),
    };
    must(mkdtemp(folder));
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    must(rmdir(folder) == 0);
    return failed;
}
