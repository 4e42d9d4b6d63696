/* Packs: what a translator's file may hold, each fault with its line, and looking the texts up. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mod/language/pack.h"
#include "text/html.h"

enum { ARENA_BYTES = 4 << 20 };
#define HEAD(code)                                                                                 \
    "msgid \"\"\nmsgstr \"\"\n\"Language: " code "\\n\"\n\"X-Native-Name: ⟦T⟧\\n\"\n\n"
#define ENTRY(source, text) "msgid \"" source "\"\nmsgstr \"" text "\"\n\n"

static int setup(void **state)
{
    *state = arena_create(ARENA_BYTES);
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void a_text_must_fit_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        const char *text;
        bool is_good;
    } rows[] = {
        { "Nghe", "⟦Nghe⟧", true },
        { "Bước %s trên %s", "%s của %s", true },
        { "Bước %s trên %s", "%s", false },
        { "Nghe", "%s", false },
        { "Nghe", "<b>x</b>", false },
        { "Bấm <", "Ấn <", true },
        { "Nghe", "hai\ndòng", false },
        { "Nghe", "ẩn\u202Edấu", false },
        { "Nghe", "\x01giả", false },
        { "Nghe", "123456789 123456789 123456789 123456789 123456789 123456789 123456789 12",
          true },
        { "Nghe", "123456789 123456789 123456789 123456789 123456789 123456789 123456789 123",
          false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct verdict verdict = pack_text_may(str_of(rows[i].source), str_of(rows[i].text));
        assert_int_equal(verdict_is_ok(verdict), rows[i].is_good);
    }
}

static void each_fault_has_its_line(void **state)
{
    static const struct {
        const char *po;
        size_t fault_count;
        size_t line;
        size_t translated;
        size_t foreign;
    } rows[] = {
        { HEAD("pac") ENTRY("Nghe", "⟦N⟧") ENTRY("Không của lõi", "x"), 0, 0, 1, 1 },
        { HEAD("pac") "#, fuzzy\n" ENTRY("Nghe", "⟦N⟧") ENTRY("Gửi", "⟦G⟧"), 0, 0, 1, 0 },
        { HEAD("pac") ENTRY("Nghe", "⟦N⟧") ENTRY("Nghe", "⟦N⟧"), 0, 0, 1, 0 },
        { HEAD("pac") ENTRY("Nghe", "⟦N⟧") ENTRY("Nghe", "⟦M⟧"), 1, 9, 1, 0 },
        { HEAD("pac") ENTRY("Nghe", "<b>"), 1, 6, 0, 0 },
        { HEAD("pac") "msgid \"Ng\"\n\"he\"\nmsgstr \"\"\n\"⟦N\"\n\"⟧\"\n", 0, 0, 1, 0 },
        { HEAD("vi") ENTRY("Nghe", "⟦N⟧"), 1, 1, 1, 0 },
        { ENTRY("Nghe", "⟦N⟧"), 1, 1, 1, 0 },
        { HEAD("pac") "msgid \"Ng\"he\"\n", 1, 6, 0, 0 },
        { HEAD("pac") ENTRY("Nghe", ""), 1, 1, 0, 0 },
        { "\x89PNG\r\n\x1a\n", 3, 1, 0, 0 },
        { "", 1, 1, 0, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct pack *pack = pack_read(*state, str_of(rows[i].po));
        assert_int_equal(pack->fault_count, rows[i].fault_count);
        assert_int_equal(pack->translated, rows[i].translated);
        assert_int_equal(pack->foreign, rows[i].foreign);
        if (rows[i].fault_count > 0) {
            assert_int_equal(pack->faults[0].line, rows[i].line);
        }
    }
}

static void letters_are_composed(void **state)
{
    const struct pack *pack =
        pack_read(*state, STR(HEAD("pac") ENTRY("Nghe", "a\xcc\x81"))); /* a and an acute */
    assert_true(str_equal(pack->texts, STR("Nghe\n\xc3\xa1\n")));
}

/* What the pack has bears its lang; what it has not, and what people wrote, is the page's. */
static void each_piece_says_its_language(void **state)
{
    const struct pack *pack = pack_read(
        *state, STR(HEAD("pac") ENTRY("Bước %s trên %s", "%s ⟦của⟧ %s⟦!⟧") ENTRY("Nghe", "⟦N⟧")));
    const struct tongue *tongue = pack_tongue(*state, pack->code, pack->name, pack->texts);
    struct out out = out_open(*state, 4096);
    out.tongue = tongue;
    assert_string_equal(tongue->name, "⟦T⟧");
    assert_string_equal(tongue_page_code(tongue), "vi");
    tpl_text(&out, tongue_text(tongue, "Nghe"));
    tpl_text(&out, tongue_text(tongue, "Gửi"));
    assert_true(str_equal(out_str(&out), STR("<bdi lang=\"pac\">⟦N⟧</bdi>Gửi")));
    out.n = 0;
    tpl_text(&out, tongue_text(tongue, "Bước %s trên %s"));
    assert_true(str_equal(out_str(&out), STR("%s<bdi lang=\"pac\"> ⟦của⟧ </bdi>%s"
                                             "<bdi lang=\"pac\">⟦!⟧</bdi>")));
    out.n = 0;
    tpl_attr(&out, tongue_text(tongue, "Nghe"));
    tpl_rcdata(&out, tongue_text(tongue, "Nghe"));
    tpl_label(&out, "Nghe");
    assert_true(str_equal(out_str(&out), STR("⟦N⟧⟦N⟧Nghe")));
}

static void the_template_is_a_pack_without_texts(void **state)
{
    struct out out = out_open(*state, PACK_BYTES_MAX);
    pack_write_template(&out, STR("pac"));
    const struct pack *pack = pack_read(*state, out_str(&out));
    assert_true(str_equal(pack->code, STR("pac")));
    assert_int_equal(pack->foreign, 0);
    assert_int_equal(pack->fault_count, 1); /* nothing is translated yet */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_must_fit_its_place),
        cmocka_unit_test_setup_teardown(each_fault_has_its_line, setup, teardown),
        cmocka_unit_test_setup_teardown(letters_are_composed, setup, teardown),
        cmocka_unit_test_setup_teardown(each_piece_says_its_language, setup, teardown),
        cmocka_unit_test_setup_teardown(the_template_is_a_pack_without_texts, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
