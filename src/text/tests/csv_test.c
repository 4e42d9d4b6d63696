/* The CSV reader: what RFC 4180 allows is read, what it does not is refused with its line. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/out.h"
#include "text/csv.h"

/* Fields in [ ], "!" for a fault, each record with its line: "1[a][b] 2[c]!". */
static const struct {
    const char *text;
    const char *records;
} rows[] = {
    { "", "" },
    { "\n\r\n\n", "" },
    { "a,b\nc,d\n", "1[a][b]2[c][d]" },
    { "a,b\r\nc,d", "1[a][b]2[c][d]" },
    { "\xEF\xBB\xBF"
      "a\n",
      "1[a]" },
    { "a,,\n", "1[a][][]" },
    { "\n\na\n", "3[a]" },
    { "\"a,b\",c\n", "1[a,b][c]" },
    { "\"a\"\"b\"\n", "1[a\"b]" },
    { "\"\"\n", "1[]" },
    { "\"\"\"\"\n", "1[\"]" },
    { "\"a\nb\",c\nd\n", "1[a\nb][c]3[d]" },
    { "\"a\r\nb\"\nd\n", "1[a\r\nb]3[d]" },
    { "a b , c\n", "1[a b ][ c]" },
    { "a\"b,c\nd\n", "1!2[d]" },
    { "\"a\"b\nd\n", "1!2[d]" },
    { "\"a\nb", "1!2[b]" },
    { "a,\"b\nc\n", "1[a]!2[c]" },
    { "a\rb\nd\n", "1!2[d]" },
    { "Xã Phú Hồ,46\n", "1[Xã Phú Hồ][46]" },
    { "a;b\nc,d;e\n", "1[a][b]2[c,d][e]" },
    { "a\tb\nc;d\te\n", "1[a][b]2[c;d][e]" },
    { "\"a;;;\",b,c\n", "1[a;;;][b][c]" },
    { "a;b,c\n", "1[a;b][c]" },
    { "sep=;\r\na,b;c\n", "2[a,b][c]" },
};

static void records_are_read(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct csv_reader csv = csv_reader_open(str_of(rows[i].text));
        struct csv_record record;
        struct out seen = out_open(arena, 4096);
        while (csv_reader_next(&csv, arena, &record)) {
            size_t whole = record.fault ? record.count - 1 : record.count;
            out_int(&seen, (int64_t)record.line);
            for (size_t f = 0; f < whole; f++) {
                out_printf(&seen, "[%.*s]", STR_ARG(record.fields[f]));
            }
            out_str_raw(&seen, record.fault ? STR("!") : STR(""));
        }
        out_char(&seen, '\0');
        assert_string_equal(seen.p, rows[i].records);
    }
    arena_destroy(arena);
}

static void too_many_fields_are_refused(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    struct out text = out_open(arena, 4096);
    for (size_t i = 0; i < CSV_FIELDS_MAX; i++) {
        out_lit(&text, "x,");
    }
    out_lit(&text, "x\nnext\n");
    struct csv_reader csv = csv_reader_open(out_str(&text));
    struct csv_record record;
    assert_true(csv_reader_next(&csv, arena, &record));
    assert_non_null(record.fault);
    assert_true(csv_reader_next(&csv, arena, &record));
    assert_null(record.fault);
    assert_int_equal(record.count, 1);
    arena_destroy(arena);
}

/* A NUL is a byte like others to C's strings' end, not to ours. */
static void a_nul_is_refused(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    static const struct str texts[] = { { "a\0b,c\n", 6 }, { "\"a\0b\",c\n", 8 } };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct csv_reader csv = csv_reader_open(texts[i]);
        struct csv_record record;
        assert_true(csv_reader_next(&csv, arena, &record));
        assert_non_null(record.fault);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_read),
        cmocka_unit_test(too_many_fields_are_refused),
        cmocka_unit_test(a_nul_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
