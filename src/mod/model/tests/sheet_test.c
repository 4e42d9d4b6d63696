/* Sheets that units set: what is read, what is refused, and with which field. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/model/sheet_rules.h"

enum { ARENA_BYTES = 1 << 16 };

static struct model_sheet_text usual_bounds(const char *criteria)
{
    return (struct model_sheet_text){ str_of(criteria), 90, 80, 65, 50 };
}

/* The field that is refused; NULL: none. */
static const char *refused(struct model_sheet_text text)
{
    struct arena *arena = arena_create(ARENA_BYTES);
    struct model_sheet sheet;
    struct verdict verdict = model_sheet_read(arena, &text, &sheet);
    const char *field = verdict_is_ok(verdict) ? NULL : verdict.field;
    arena_destroy(arena);
    return field;
}

static void what_is_written_is_read_again(void **state)
{
    (void)state;
    struct arena *arena = arena_create(ARENA_BYTES);
    struct model_sheet sheet;
    struct model_sheet again;
    struct model_sheet_text text = usual_bounds(
        "  30   Hiệu quả \r\n\n20 Người dân tham gia\n15 Sáng tạo\n10 Hài hòa lợi ích, "
        "đồng thuận\n15 Bền vững, nhân rộng được\n10 Minh chứng, hồ sơ\n");
    assert_true(verdict_is_ok(model_sheet_read(arena, &text, &sheet)));
    assert_int_equal(sheet.criterion_count, model_usual_sheet.criterion_count);
    for (size_t i = 0; i < sheet.criterion_count; i++) {
        assert_string_equal(sheet.criteria[i].label, model_usual_sheet.criteria[i].label);
        assert_int_equal(sheet.criteria[i].max, model_usual_sheet.criteria[i].max);
    }
    struct str written = model_sheet_criteria(arena, &sheet);
    assert_true(str_equal(written, model_sheet_criteria(arena, &model_usual_sheet)));
    text.criteria = written;
    assert_true(verdict_is_ok(model_sheet_read(arena, &text, &again)));
    assert_true(str_equal(written, model_sheet_criteria(arena, &again)));
    arena_destroy(arena);
}

static void criteria_come_to_a_hundred(void **state)
{
    (void)state;
    static const struct {
        const char *criteria;
        bool is_good;
    } rows[] = {
        { "100 Một", true },
        { "99 Một\n1 Hai", true },
        { "", false },
        { "99 Một", false },
        { "100 Một\n1 Hai", false },
        { "101 Một", false },
        { "0 Một\n100 Hai", false },
        { "-5 Một\n105 Hai", false },
        { "100", false },
        { "Một 100", false },
        { "50 Một\n50 Một", false },
        { "13 a\n13 b\n13 c\n13 d\n12 e\n12 f\n12 g\n12 h", true },
        { "12 a\n11 b\n11 c\n11 d\n11 e\n11 f\n11 g\n11 h\n11 i", false },
        { "100 một tiêu chí có tên dài hơn tám mươi chữ nên không ai đọc hết được trên một dòng "
          "của bảng",
          false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *field = refused(usual_bounds(rows[i].criteria));
        assert_int_equal(field == NULL, rows[i].is_good);
        assert_true(rows[i].is_good || str_equal(str_of(field), STR("criteria")));
    }
}

static void bounds_fall(void **state)
{
    (void)state;
    static const struct {
        int64_t bounds[MODEL_GRADES - 1];
        const char *field;
    } rows[] = {
        { { 90, 80, 65, 50 }, NULL },       { { 100, 99, 98, 97 }, NULL },
        { { 4, 3, 2, 1 }, NULL },           { { 101, 80, 65, 50 }, "excellent" },
        { { 90, 90, 65, 50 }, "good" },     { { 90, 80, 81, 50 }, "fair" },
        { { 90, 80, 65, 65 }, "average" },  { { 90, 80, 65, 0 }, "average" },
        { { 0, 80, 65, 50 }, "excellent" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const int64_t *from = rows[i].bounds;
        const char *field = refused(
            (struct model_sheet_text){ STR("100 Một"), from[0], from[1], from[2], from[3] });
        assert_int_equal(field == NULL, rows[i].field == NULL);
        assert_true(!field || str_equal(str_of(field), str_of(rows[i].field)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(criteria_come_to_a_hundred),
        cmocka_unit_test(bounds_fall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
