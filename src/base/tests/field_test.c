/* Field descriptors both ways, their JSON, and the JSON writer that carries it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/field.h"
#include "base/json.h"

struct unit_id {
    int64_t v;
};

struct sample {
    struct str text;
    struct bytes raw;
    int64_t count;
    bool yes;
    struct day day;
    struct instant instant;
    struct unit_id unit;
    struct str password;
};

static const struct field FIELDS[] = {
    FIELD(struct sample, text, .rules = FIELD_REQUIRED, .max = 500, .label = "Lý do"),
    FIELD(struct sample, raw),
    FIELD(struct sample, count),
    FIELD(struct sample, yes),
    FIELD(struct sample, day),
    FIELD(struct sample, instant),
    FIELD(struct sample, unit),
    FIELD(struct sample, password, .rules = FIELD_SECRET),
};
static const struct record RECORD_OF_SAMPLE = RECORD("sample", struct sample, FIELDS);

static const struct sample FULL = {
    .text = STR_INIT("Đường \"hỏng\""),
    .raw = { "\0\1\2", 3 },
    .count = -5,
    .yes = true,
    .day = { 739688 },
    .instant = { 1773365400 },
    .unit = { 19753 },
    .password = STR_INIT("secret"),
};

static void describes_members(void **state)
{
    (void)state;
    static const enum field_kind kinds[] = { FIELD_TEXT, FIELD_BYTES,   FIELD_INT, FIELD_YES,
                                             FIELD_DAY,  FIELD_INSTANT, FIELD_ID,  FIELD_TEXT };
    for (size_t i = 0; i < COUNT(FIELDS); i++) {
        assert_int_equal(FIELDS[i].kind, kinds[i]);
    }
    assert_int_equal(FIELDS[6].offset, offsetof(struct sample, unit));
    assert_string_equal(FIELDS[0].label, "Lý do");
    assert_int_equal(RECORD_OF_SAMPLE.size_bytes, sizeof(struct sample));
    assert_int_equal(RECORD_OF_SAMPLE.count, COUNT(FIELDS));
}

static void canonical_both_ways(void **state)
{
    (void)state;
    static const char *const expected[] = { "Đường \"hỏng\"", NULL,         "-5",    "1",
                                            "2026-03-13",     "1773365400", "19753", "secret" };
    struct arena *arena = arena_create(1 << 16);
    struct sample copy = { .count = 0 };
    for (size_t i = 0; i < COUNT(FIELDS); i++) {
        struct str bytes = field_canonical(&FIELDS[i], &FULL, arena);
        if (expected[i]) {
            assert_true(str_equal(bytes, str_of(expected[i])));
        }
        assert_true(field_parse_canonical(&FIELDS[i], bytes, &copy));
        assert_true(str_equal(field_canonical(&FIELDS[i], &copy, arena), bytes));
    }
    assert_memory_equal(copy.raw.p, "\0\1\2", 3);
    arena_destroy(arena);
}

static void keeps_absence(void **state)
{
    (void)state;
    static const struct sample absent = { .count = 0 };
    struct arena *arena = arena_create(1 << 16);
    for (size_t i = 0; i < COUNT(FIELDS); i++) {
        bool has_absence = FIELDS[i].kind != FIELD_INT && FIELDS[i].kind != FIELD_YES;
        struct str bytes = field_canonical(&FIELDS[i], &absent, arena);
        assert_int_equal(bytes.p == NULL, has_absence);
        struct sample copy = FULL;
        assert_int_equal(field_parse_canonical(&FIELDS[i], STR_NONE, &copy), has_absence);
        if (has_absence) {
            assert_null(field_canonical(&FIELDS[i], &copy, arena).p);
        } else {
            assert_memory_equal(&copy, &FULL, sizeof copy);
        }
    }
    struct sample empty = { .text = STR("") };
    assert_non_null(field_canonical(&FIELDS[0], &empty, arena).p);
    arena_destroy(arena);
}

static void refuses_what_is_not_canonical(void **state)
{
    (void)state;
    static const struct {
        size_t field;
        const char *bytes;
    } rows[] = {
        { 0, "\xff" },      { 2, "" },           { 2, "01" },
        { 2, "1 " },        { 3, "" },           { 3, "true" },
        { 3, "2" },         { 3, "01" },         { 4, "" },
        { 4, "2026-3-13" }, { 4, "2026-02-29" }, { 5, "" },
        { 5, "0" },         { 5, "-0" },         { 5, "1773365400.0" },
        { 6, "" },          { 6, "0" },          { 6, "-1" },
        { 6, "+1" },        { 6, "1e3" },        { 6, "9223372036854775808" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sample copy = FULL;
        if (field_parse_canonical(&FIELDS[rows[i].field], str_of(rows[i].bytes), &copy)) {
            fail_msg("%s accepts \"%s\"", FIELDS[rows[i].field].name, rows[i].bytes);
        }
        assert_memory_equal(&copy, &FULL, sizeof copy);
    }
}

static void writes_records_as_json(void **state)
{
    (void)state;
    char buffer[1024];
    struct out out = out_fixed(buffer, sizeof buffer);
    field_write_json(&out, &RECORD_OF_SAMPLE, &FULL);
    struct str got = out_str(&out);
    assert_true(str_equal(got, STR("\"text\":\"Đường \\\"hỏng\\\"\",\"raw\":\"AAEC\",\"count\":-5,"
                                   "\"yes\":true,\"day\":\"2026-03-13\","
                                   "\"instant\":\"2026-03-13T08:30:00+07:00\",\"unit\":19753")));
    out = out_fixed(buffer, sizeof buffer);
    static const struct sample absent = { .count = 0 };
    field_write_json(&out, &RECORD_OF_SAMPLE, &absent);
    assert_true(str_equal(out_str(&out),
                          STR("\"text\":null,\"raw\":null,\"count\":0,\"yes\":false,\"day\":null,"
                              "\"instant\":null,\"unit\":null")));
}

static void keeps_commas_and_nesting(void **state)
{
    (void)state;
    char buffer[1024];
    struct out out = out_fixed(buffer, sizeof buffer);
    struct json json = json_open(&out);
    json_object(&json, NULL);
    json_text(&json, "code", STR("A\n"));
    json_text(&json, "none", STR_NONE);
    json_list(&json, "items");
    json_int(&json, NULL, 1);
    json_object(&json, NULL);
    json_end(&json);
    json_list(&json, NULL);
    json_end(&json);
    json_yes(&json, NULL, false);
    json_end(&json);
    json_record(&json, "empty", &(struct record){ .fields = FIELDS }, &FULL);
    json_day(&json, "day", day_of(2026, 3, 13));
    json_null(&json, "last");
    json_end(&json);
    assert_int_equal(json.depth, 0);
    assert_true(
        str_equal(out_str(&out), STR("{\"code\":\"A\\n\",\"none\":null,\"items\":[1,{},[],false],"
                                     "\"empty\":{},\"day\":\"2026-03-13\",\"last\":null}")));
}

static void nests_thirty_two_deep(void **state)
{
    (void)state;
    char buffer[64];
    struct out out = out_fixed(buffer, sizeof buffer);
    struct json json = json_open(&out);
    for (int i = 0; i < 32; i++) {
        json_list(&json, NULL);
    }
    for (int i = 0; i < 32; i++) {
        json_end(&json);
    }
    assert_false(out.overflowed);
    assert_int_equal(out.n, 64);
    assert_int_equal(buffer[31], '[');
    assert_int_equal(buffer[32], ']');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(describes_members),      cmocka_unit_test(canonical_both_ways),
        cmocka_unit_test(keeps_absence),          cmocka_unit_test(refuses_what_is_not_canonical),
        cmocka_unit_test(writes_records_as_json), cmocka_unit_test(keeps_commas_and_nesting),
        cmocka_unit_test(nests_thirty_two_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
