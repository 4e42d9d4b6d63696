/* Imports: every kind of bad row is named with its line, and good rows come parents first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/org/hue.h"
#include "mod/org/import.h"

#define HEAD "code,name,kind,parent,from,until,successor,prefix\n"

static struct import_known known(int64_t id, const char *code, const char *name,
                                 struct period period, const char *parent)
{
    return (struct import_known){
        { id },
        { str_of(code), STR("government"), str_of(name), STR_NONE, period },
        str_of(parent),
    };
}

/* What the store has: Huế since 2025, and an old ward that gave its code to a new one. */
static struct import *import_all(struct arena *arena, struct str text)
{
    const struct period old = { DAY(2020, 1, 1), DAY(2025, 6, 30) };
    const struct period ward = { DAY(2025, 7, 1), DAY_OPEN };
    const struct period city = { DAY(2025, 1, 1), DAY_OPEN };
    const struct import_known store[] = {
        known(1, "19753", "Phường Thuận Lộc", old, ""),
        known(2, "19753", "Phường Phú Xuân", ward, "46"),
        known(3, "46", "Thành phố Huế", city, ""),
    };
    struct import *import = import_read(arena, text);
    import_resolve(import, arena, store, COUNT(store));
    return import;
}

/* The faults as "line:field", parted by spaces; "-" stands for no field. */
static void faults_have_their_lines(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *faults;
    } rows[] = {
        { HEAD "1,Xã A,government,,2025-07-01,,,\n", "" },
        { "", "1:-" },
        { HEAD, "2:-" },
        { "code,name,kind\n1,A,office\n", "1:-" },
        { "code,name,kind,from,code\n", "1:-" },
        { HEAD "1,Xã A,government,,2025-07-01,,\n", "2:-" },
        { HEAD "1,\"Xã A,government,,2025-07-01,,,\n", "2:-" },
        { HEAD "1,Xã \xFF,government,,2025-07-01,,,\n", "2:-" },
        { HEAD ",Xã A,government,,2025-07-01,,,\n", "2:code" },
        { HEAD "1,,government,,2025-07-01,,,\n", "2:name" },
        { HEAD "1,Xã A,huyện,,2025-07-01,,,\n", "2:kind" },
        { HEAD "1,Xã A,government,,01/07/2025,,,\n", "2:from" },
        { HEAD "1,Xã A,government,,2025-02-29,,,\n", "2:from" },
        { HEAD "1,Xã A,government,,,,,\n", "2:from" },
        { HEAD "1,Xã A,government,,2025-07-01,2025-06-30,,\n", "2:until" },
        { HEAD "1,Xã A,government,,2025-07-01,mai,,\n", "2:until" },
        { HEAD "1,Xã A,government,9,2025-07-01,,,\n", "2:parent" },
        { HEAD "1,Xã A,government,46,2024-12-31,,,\n", "2:parent" },
        { HEAD "1,Xã A,government,46,2025-07-01,,,\n", "" },
        /* doubled: at once, or one after the other */
        { HEAD "1,A,office,,2025-01-01,,,\n1,B,office,,2026-01-01,,,\n", "3:code" },
        { HEAD "1,B,office,,2026-01-01,,,\n1,A,office,,2025-01-01,,,\n", "3:code" },
        { HEAD "1,A,office,,2025-01-01,2025-12-31,,\n1,B,office,,2026-01-01,,,\n", "" },
        /* the store has the code */
        { HEAD "46,Huế,government,,2026-01-01,,,\n", "2:code" },
        { HEAD "46,Thành phố Huế,government,,2025-01-01,,,\n", "" },
        { HEAD "46,Cố đô,government,,2020-01-01,2024-12-31,,\n", "" },
        /* who takes over must be there the day after */
        { HEAD "1,A,office,,2025-01-01,2025-06-30,19753,\n", "" },
        { HEAD "1,A,office,,2025-01-01,2025-06-29,19753 46,\n", "" },
        { HEAD "1,A,office,,2025-01-01,2025-06-30,19753 9,\n", "2:successor" },
        { HEAD "1,A,office,,2025-01-01,,19753,\n", "2:successor" },
        { HEAD "1,A,office,,2019-01-01,2019-06-30,19753,\n", "2:successor" },
        /* cycles: of one, of three, and somebody who hangs below it */
        { HEAD "1,A,office,1,2025-01-01,,,\n", "2:parent" },
        { HEAD "1,A,office,2,2025-01-01,,,\n2,B,office,3,2025-01-01,,,\n"
               "3,C,office,1,2025-01-01,,,\n4,D,office,3,2025-01-01,,,\n",
          "2:parent 3:parent 4:parent" },
        /* a child may not outlive its parent */
        { HEAD "1,A,office,,2025-01-01,2025-12-31,,\n2,B,office,1,2025-01-01,,,\n", "3:until" },
        { HEAD "2,B,office,1,2024-12-31,,,\n1,A,office,,2025-01-01,,,\n", "2:parent" },
        { HEAD "1,A,office,,2025-01-01,,,PX\n2,B,office,,2025-01-01,,,PI\n", "3:prefix" },
    };
    struct arena *arena = arena_create(64 << 20);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena_mark mark = arena_mark(arena);
        struct import *import = import_all(arena, str_of(rows[i].text));
        struct out seen = out_open(arena, 4096);
        for (size_t f = 0; f < import->fault_count; f++) {
            const char *field = import->faults[f].verdict.field;
            assert_non_null(import->faults[f].verdict.sentence);
            out_printf(&seen, "%s%zu:%s", f ? " " : "", import->faults[f].line,
                       field ? field : "-");
        }
        out_char(&seen, '\0');
        if (!str_equal(str_of(seen.p), str_of(rows[i].faults))) {
            fail_msg("row %zu: expected \"%s\", got \"%s\"", i, rows[i].faults, seen.p);
        }
        arena_undo(arena, mark);
    }
    arena_destroy(arena);
}

static void parents_come_first(void **state)
{
    (void)state;
    struct arena *arena = arena_create(64 << 20);
    struct import *import = import_all(
        arena,
        STR(HEAD "3,C,office,2,2025-01-01,,,\n2,B,office,1,2025-01-01,,,\n"
                 "1,A,office,46,2025-01-01,,,\n46,Thành phố Huế,government,,2025-01-01,,,\n"));
    assert_int_equal(import->fault_count, 0);
    assert_int_equal(import->order_count, 3);
    assert_true(str_equal(import->order[0]->claim.code, STR("1")));
    assert_true(str_equal(import->order[1]->claim.code, STR("2")));
    assert_true(str_equal(import->order[2]->claim.code, STR("3")));
    /* Huế is in the store word for word: not written again, and still the parent. */
    assert_true(import->order[0]->parent_row->is_known);
    assert_int_equal(import->order[0]->parent_row->id.v, 3);
    arena_destroy(arena);
}

/* Columns in any order, byte order mark, CRLF, names in NFD, unknown columns named. */
static void files_of_other_programs_are_read(void **state)
{
    (void)state;
    struct arena *arena = arena_create(64 << 20);
    struct import *import =
        import_all(arena, STR("\xEF\xBB\xBF"
                              "From,Ghi chú,Name,Kind,Code\r\n"
                              "2025-07-01,x,\"Xa\xCC\x83 A\",Chính quyền,1\r\n"));
    assert_int_equal(import->fault_count, 0);
    assert_int_equal(import->count, 1);
    assert_true(str_equal(import->rows[0].claim.name, STR("Xã A")));
    assert_true(str_equal(import->ignored_columns, STR("Ghi chú")));
    arena_destroy(arena);
}

static void a_file_of_another_kind_is_bounded(void **state)
{
    (void)state;
    struct arena *arena = arena_create(64 << 20);
    struct out text = out_open(arena, 1 << 20);
    out_lit(&text, HEAD);
    for (size_t i = 0; i < 2 * LINE_FAULTS_KEPT; i++) {
        out_lit(&text, "x\n");
    }
    struct import *import = import_all(arena, out_str(&text));
    assert_int_equal(import->fault_count, 2 * LINE_FAULTS_KEPT);
    arena_destroy(arena);
}

/* Our own file: the city, its 40 communes, and letters for their codes that nobody shares. */
static void hue_is_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_create(64 << 20);
    struct import *import = import_read(arena, org_hue_csv());
    import_resolve(import, arena, NULL, 0);
    assert_int_equal(import->fault_count, 0);
    size_t communes = 0;
    bool prefixes[26][26] = { { false } };
    for (size_t i = 0; i < import->count; i++) {
        const struct unit_claim *claim = &import->rows[i].claim;
        communes += claim->code.n == 5 && str_equal(import->rows[i].parent, STR("46")) &&
                    str_equal(claim->kind, STR("government"));
        if (claim->prefix.n > 0) {
            bool *is_taken = &prefixes[claim->prefix.p[0] - 'A'][claim->prefix.p[1] - 'A'];
            assert_false(*is_taken);
            *is_taken = true;
        }
    }
    assert_int_equal(communes, 40);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_have_their_lines),
        cmocka_unit_test(parents_come_first),
        cmocka_unit_test(files_of_other_programs_are_read),
        cmocka_unit_test(a_file_of_another_kind_is_bounded),
        cmocka_unit_test(hue_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
