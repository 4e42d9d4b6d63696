/* Papers: what can be read from each form, the same bytes twice, and texts that mean harm. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/must.h"
#include "studio/paper_private.h"
#include "studio/studio_private.h"
#include "studio/tests/ask.h"

enum { ARENA_BYTES = 64 << 20 };

struct bench {
    struct arena *arena;
    struct studio *studio;
};

static int open_bench(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    must(bench);
    bench->arena = arena_create(ARENA_BYTES);
    /* What a text may take is studio_test's to say; here an instrumented build on a busy machine
     * must come to its end. */
    bench->studio =
        studio_open(NULL, (struct studio_limits){ .cpu_s = 60, .wall_ms = 120000, .jobs = 100 });
    must(bench->arena && bench->studio);
    *state = bench;
    return 0;
}

static int close_bench(void **state)
{
    struct bench *bench = *state;
    studio_close(bench->studio);
    arena_destroy(bench->arena);
    free(bench);
    return 0;
}

/* A paper with that one text in it. */
static struct paper paper_of(struct arena *arena, enum paper_block_kind kind, struct str text)
{
    struct paper_block *blocks = new(arena, struct paper_block, 2);
    blocks[0] = (struct paper_block){ PAPER_TITLE, .text = STR("Biên nhận") };
    blocks[1] = (struct paper_block){ kind, STR("Nội dung"), text };
    return (struct paper){
        .title = STR("Biên nhận PX-7K3Q-92MX"),
        .language = STR("vi"),
        .author = STR("Phường Phú Xuân"),
        .mark = STR("DỮ LIỆU MINH HỌA"),
        .footer = STR("demo.kheo.example/log"),
        .at = { 1772416800 },
        .blocks = blocks,
        .block_count = 2,
    };
}

static struct str repeat(struct arena *arena, const char *text, size_t times)
{
    struct out out = out_open(arena, SAID_BYTES_MAX);
    for (size_t i = 0; i < times; i++) {
        out_str_raw(&out, str_of(text));
    }
    return out_str(&out);
}

/* --- text ------------------------------------------------------------------------------------- */

static void text_is_what_it_was(void **state)
{
    struct bench *bench = *state;
    static const struct paper_block blocks[] = {
        { PAPER_TITLE, .text = STR_INIT("Biên nhận") },
        { PAPER_QR, STR_INIT("Địa chỉ"), STR_INIT("HTTPS://A.VN/T/PX-7K3Q-92MX") },
        { PAPER_CODE, STR_INIT("Mã hồ sơ"), STR_INIT("PX-7K3Q-92MX") },
        { PAPER_ROW, STR_INIT("Một nhãn dài hơn cột của nó"), STR_INIT("ở dòng sau") },
        { PAPER_ROW, STR_INIT("Nội dung"),
          STR_INIT("Đường Lê Lợi trước số 15 có ổ gà sâu, xe máy hay ngã.\nĐã hai tuần.") },
        { PAPER_HEADING, .text = STR_INIT("Vì sao có hạn này?") },
        { PAPER_STEP, STR_INIT("1."), STR_INIT("Nhận ngày 02/03/2026.") },
        { PAPER_RULE },
        { PAPER_SMALL, .text = STR_INIT("Hết.") },
    };
    struct paper paper = paper_of(bench->arena, PAPER_TEXT, STR_NONE);
    paper.blocks = blocks;
    paper.block_count = COUNT(blocks);
    struct out out = out_open(bench->arena, SAID_BYTES_MAX);
    paper_write_text(&out, &paper);
    out_char(&out, '\0');
    assert_string_equal(
        out.p, "*** DỮ LIỆU MINH HỌA ***\n\nPhường Phú Xuân\n\n"
               "Biên nhận\n=========\n"
               "Địa chỉ:              HTTPS://A.VN/T/PX-7K3Q-92MX\n"
               "Mã hồ sơ:             PX-7K3Q-92MX\n"
               "Một nhãn dài hơn cột của nó:\n"
               "                      ở dòng sau\n"
               "Nội dung:             Đường Lê Lợi trước số 15 có ổ gà sâu, xe máy hay\n"
               "                      ngã.\n"
               "                      Đã hai tuần.\n\n"
               "Vì sao có hạn này?\n------------------\n"
               "1.  Nhận ngày 02/03/2026.\n\n"
               "------------------------------------------------------------------------\n\n"
               "Hết.\n\ndemo.kheo.example/log\n");
}

static void text_keeps_its_columns(void **state)
{
    struct bench *bench = *state;
    static const char *const pieces[] = { "a", "ữ", "ngã. ", "một hai ba bốn\n", "\x01\x7f\t" };
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct str text = repeat(bench->arena, pieces[i], 500);
        for (unsigned kind = 0; kind < PAPER_BLOCK_KINDS; kind++) {
            struct paper paper = paper_of(bench->arena, (enum paper_block_kind)kind, text);
            struct out out = out_open(bench->arena, SAID_BYTES_MAX);
            paper_write_text(&out, &paper);
            struct str rest = out_str(&out);
            assert_true(str_is_utf8(rest) && str_find_byte(rest, '\x01') == rest.n);
            while (rest.p) {
                assert_true(str_chars(str_cut(&rest, '\n')) <= PAPER_COLUMNS);
            }
        }
    }
}

/* --- PDF and PNG ------------------------------------------------------------------------------ */

/* Every letter with every tone, in both cases: found again in the text layer of the PDF, and not
 * one of them a box. */
static void vietnamese_is_whole(void **state)
{
    struct bench *bench = *state;
    static const struct str letters = STR_INIT(
        "aàáảãạ ăằắẳẵặ âầấẩẫậ bcdđ eèéẻẽẹ êềếểễệ ghiìíỉĩị klmn oòóỏõọ ôồốổỗộ ơờớởỡợ pqrst uùúủũụ "
        "ưừứửữự vx yỳýỷỹỵ AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ BCDĐ EÈÉẺẼẸ ÊỀẾỂỄỆ GHIÌÍỈĨỊ KLMN OÒÓỎÕỌ ÔỒỐỔỖỘ "
        "ƠỜỚỞỠỢ PQRST UÙÚỦŨỤ ƯỪỨỬỮỰ VX YỲÝỶỸỴ 0123456789 “”–…₫");
    for (unsigned kind = 0; kind < PAPER_QR; kind++) {
        struct paper paper = paper_of(bench->arena, (enum paper_block_kind)kind, letters);
        paper.size = PAPER_A4;
        struct sheet sheet = { 0 };
        assert_int_equal(paper_draw(bench->arena, PAPER_PNG, &paper, &sheet), PAPER_GOOD);
        assert_int_equal(sheet.missing, 0);
        assert_int_equal(paper_draw(bench->arena, PAPER_PDF, &paper, &sheet), PAPER_GOOD);
        assert_int_equal(sheet.missing, 0);
        struct str layer = ask_tool(bench->arena, "pdftotext %s -", sheet.bytes);
        struct str rest = letters;
        while (rest.p) {
            struct str word = str_cut(&rest, ' ');
            if (kind == PAPER_CODE || kind == PAPER_LETTERS) {
                continue; /* large or narrow, so broken within words */
            }
            assert_true(holds(layer, word));
        }
    }
}

static void other_scripts_of_the_country(void **state)
{
    struct bench *bench = *state;
    static const char *const texts[] = { "Tày: Čoi, H’ Niê, ƀ ŏ ư̆", "ꪁꪫꪱꪣ ꪎꪴꪀ", "ꨌꩌ ꨀꨇꩉ",
                                         "ភាសាខ្មែរ" };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct paper paper = paper_of(bench->arena, PAPER_TEXT, str_of(texts[i]));
        for (unsigned form = 0; form < PAPER_FORMS; form++) {
            struct sheet sheet = { 0 };
            assert_int_equal(
                studio_draw(bench->studio, bench->arena, (enum paper_form)form, &paper, &sheet),
                PAPER_GOOD);
            assert_int_equal(sheet.missing, 0);
        }
    }
    struct paper paper = paper_of(bench->arena, PAPER_TEXT, STR("漢字"));
    struct sheet sheet = { 0 };
    assert_int_equal(paper_draw(bench->arena, PAPER_PDF, &paper, &sheet), PAPER_GOOD);
    assert_int_equal(sheet.missing, 2);
}

static void pdf_says_what_it_is(void **state)
{
    struct bench *bench = *state;
    static const struct {
        enum paper_size size;
        const char *said;
    } sizes[] = { { PAPER_A5, "419.528 x 595.276" }, { PAPER_A4, "595.276 x 841.89" } };
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct paper paper = paper_of(bench->arena, PAPER_TEXT, STR("Một."));
        paper.size = sizes[i].size;
        struct sheet sheet = { 0 };
        assert_int_equal(paper_draw(bench->arena, PAPER_PDF, &paper, &sheet), PAPER_GOOD);
        struct str said = ask_tool(bench->arena, "pdfinfo %s 2>&1", sheet.bytes);
        assert_true(holds(said, STR("Biên nhận PX-7K3Q-92MX\n")));
        assert_true(holds(said, STR("Mon Mar  2 0")));
        assert_true(holds(said, STR("Phường Phú Xuân\n")));
        assert_true(holds(said, str_of(sizes[i].said)));
        assert_true(str_starts(said, STR("Title:")));
        assert_true(holds(sheet.bytes, STR("/Lang (vi)")));
        said = ask_tool(bench->arena, "pdfinfo -struct-text %s 2>&1", sheet.bytes);
        assert_true(str_starts(said, STR("Document\n")));
        assert_true(holds(said, STR("H1 (block)\n      \"Biên nhận\"")) ||
                    holds(said, STR("H1 (block)\n    \"Biên nhận\"")));
    }
}

/* A language that would end the string in which it stands is left out, and the file stays whole. */
static void language_is_no_way_in(void **state)
{
    struct bench *bench = *state;
    struct paper paper = paper_of(bench->arena, PAPER_TEXT, STR("Một."));
    paper.language = STR("vi) /OpenAction 3 0 R (");
    struct sheet sheet = { 0 };
    assert_int_equal(paper_draw(bench->arena, PAPER_PDF, &paper, &sheet), PAPER_GOOD);
    assert_false(holds(sheet.bytes, STR("OpenAction")));
    assert_true(holds(ask_tool(bench->arena, "pdftotext %s -", sheet.bytes), STR("Một.")));
}

/* Where a hash does not fit its line nothing is added to it. */
static void hashes_are_broken_without_a_sign(void **state)
{
    struct bench *bench = *state;
    struct str hash = repeat(bench->arena, "0123456789abcdefABCDEFxyz", 6);
    struct paper paper = paper_of(bench->arena, PAPER_LETTERS, hash);
    struct sheet sheet = { 0 };
    assert_int_equal(paper_draw(bench->arena, PAPER_PDF, &paper, &sheet), PAPER_GOOD);
    struct str layer = ask_tool(bench->arena, "pdftotext %s -", sheet.bytes);
    struct out joined = out_open(bench->arena, SAID_BYTES_MAX);
    for (struct str rest = layer; rest.p;) {
        out_str_raw(&joined, str_cut(&rest, '\n'));
    }
    assert_true(holds(out_str(&joined), hash));
}

static void png_fits_a_telephone(void **state)
{
    struct bench *bench = *state;
    struct paper paper = paper_of(bench->arena, PAPER_QR, STR("HTTPS://A.VN/T/PX-7K3Q-92MX"));
    struct sheet sheet = { 0 };
    struct pictures pictures;
    assert_int_equal(paper_draw(bench->arena, PAPER_PNG, &paper, &sheet), PAPER_GOOD);
    assert_int_equal(picture_make(bench->arena, sheet.bytes, &pictures), PICTURE_GOOD);
    assert_int_equal(pictures.width, PAPER_PNG_WIDTH);
    assert_int_equal(pictures.height, sheet.height);
    assert_true(sheet.height > 300 && sheet.height < 720);
    assert_int_equal(sheet.pages, 1);
}

static void same_paper_same_bytes(void **state)
{
    struct bench *bench = *state;
    struct paper paper = paper_of(bench->arena, PAPER_QR, STR("HTTPS://A.VN/T/PX-7K3Q-92MX"));
    for (unsigned form = 0; form < PAPER_FORMS; form++) {
        struct sheet first = { 0 };
        struct sheet second = { 0 };
        struct sheet there = { 0 };
        assert_int_equal(paper_draw(bench->arena, (enum paper_form)form, &paper, &first), 0);
        sleep(1);
        assert_int_equal(paper_draw(bench->arena, (enum paper_form)form, &paper, &second), 0);
        assert_int_equal(
            studio_draw(bench->studio, bench->arena, (enum paper_form)form, &paper, &there), 0);
        assert_true(str_equal(first.bytes, second.bytes));
        assert_true(str_equal(first.bytes, there.bytes));
    }
}

static void long_papers_have_pages(void **state)
{
    struct bench *bench = *state;
    struct str text = repeat(bench->arena, "Một dòng rồi lại một dòng.\n", 400);
    struct paper paper = paper_of(bench->arena, PAPER_ROW, text);
    struct sheet sheet = { 0 };
    assert_int_equal(paper_draw(bench->arena, PAPER_PDF, &paper, &sheet), PAPER_GOOD);
    assert_in_range(sheet.pages, 8, 20);
    struct str layer = ask_tool(bench->arena, "pdftotext -layout %s -", sheet.bytes);
    size_t rows = 0;
    for (struct str rest = layer; rest.p; rows += holds(str_cut(&rest, '\n'), STR("Một dòng"))) {
    }
    assert_int_equal(rows, 400);
    struct str last = str_printf(bench->arena, "%u/%u", sheet.pages, sheet.pages);
    assert_true(holds(layer, last) && holds(layer, STR("DỮ LIỆU MINH HỌA")));
    assert_int_equal(paper_draw(bench->arena, PAPER_PNG, &paper, &sheet), PAPER_TOO_LONG);
}

/* --- harm ------------------------------------------------------------------------------------- */

static const struct {
    const char *piece;
    size_t times;
    enum paper_fault fault; /* of the PDF */
} hostile[] = {
    { "a", 40000, PAPER_GOOD },
    { "W ", 30000, PAPER_GOOD },
    { "\n", 30000, PAPER_TOO_LONG },
    { "\t", 8000, PAPER_GOOD },
    { "\xcc\x81\xcc\xa3\xcc\x9b", 2000, PAPER_GOOD }, /* marks on nothing */
    { "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81 ", 3000, PAPER_GOOD },
    { "\xe2\x80\xae\xe2\x81\xa6\xe2\x80\xaa", 2000, PAPER_GOOD }, /* turned about, nested */
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 2000, PAPER_GOOD },
    { "\xd8\xa7\xd9\x84\xd8\xb9 \xd7\xa9\xd7\x9c \xe0\xb8\x81 \xe6\xbc\xa2 "
      "\xe0\xa4\x95\xe0\xa5\x8d",
      2000, PAPER_GOOD },
    { "\xef\xbb\xbf\xe2\x80\x8b\xc2\xad\xef\xbf\xbc\xef\xbf\xbf", 2000, PAPER_GOOD },
    { "<span size='999999999'>&#0;", 1000, PAPER_GOOD },
    { "\x01\x02\x1b[31m\x7f", 3000, PAPER_GOOD },
    { "\xff\xfe", 10, PAPER_BROKEN },
    { "\xed\xa0\x80", 10, PAPER_BROKEN },
};

static void harm_stops_nothing(void **state)
{
    struct bench *bench = *state;
    struct paper good = paper_of(bench->arena, PAPER_TEXT, STR("Một."));
    for (size_t i = 0; i < COUNT(hostile); i++) {
        struct arena_mark mark = arena_mark(bench->arena);
        struct str text = repeat(bench->arena, hostile[i].piece, hostile[i].times);
        static const enum paper_block_kind kinds[] = { PAPER_TITLE, PAPER_TEXT, PAPER_STEP };
        for (size_t k = 0; k < COUNT(kinds); k++) {
            struct paper paper = paper_of(bench->arena, kinds[k], text);
            struct sheet sheet = { 0 };
            enum paper_fault pdf =
                studio_draw(bench->studio, bench->arena, PAPER_PDF, &paper, &sheet);
            enum paper_fault png =
                studio_draw(bench->studio, bench->arena, PAPER_PNG, &paper, &sheet);
            if (kinds[k] == PAPER_TEXT) {
                assert_int_equal(pdf, hostile[i].fault);
            }
            assert_true(pdf <= PAPER_BROKEN && png <= PAPER_BROKEN);
        }
        arena_undo(bench->arena, mark);
    }
    struct sheet sheet = { 0 };
    assert_int_equal(studio_draw(bench->studio, bench->arena, PAPER_PNG, &good, &sheet), 0);
}

/* Every script that pango knows a language for makes it look for fonts anew. */
static void scripts_of_the_world(void **state)
{
    struct bench *bench = *state;
    for (uint32_t letter = 0x800; letter < 0x11fff; letter += 0x40) {
        if ((letter >= 0x3400 && letter < 0xa000) || (letter >= 0xac00 && letter < 0xfb00)) {
            continue; /* ideographs, syllables and what is no letter: more of the same */
        }
        struct arena_mark mark = arena_mark(bench->arena);
        struct out text = out_open(bench->arena, 4 * 0x40);
        for (uint32_t c = letter; c < letter + 0x40; c++) {
            char sign[4] = { (char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3f)),
                             (char)(0x80 | (c & 0x3f)) };
            char far[4] = { (char)(0xf0 | c >> 18), (char)(0x80 | (c >> 12 & 0x3f)),
                            (char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f)) };
            out_bytes(&text, c < 0x10000 ? sign : far, c < 0x10000 ? 3 : 4);
        }
        struct paper paper = paper_of(bench->arena, PAPER_TEXT, out_str(&text));
        struct sheet sheet = { 0 };
        assert_int_equal(studio_draw(bench->studio, bench->arena,
                                     letter % 0x80 ? PAPER_PDF : PAPER_PNG, &paper, &sheet),
                         PAPER_GOOD);
        arena_undo(bench->arena, mark);
    }
}

static void limits_are_said(void **state)
{
    struct bench *bench = *state;
    struct sheet sheet = { 0 };
    struct paper paper = paper_of(bench->arena, PAPER_QR, repeat(bench->arena, "A", 2000));
    assert_int_equal(studio_draw(bench->studio, bench->arena, PAPER_PDF, &paper, &sheet),
                     PAPER_BROKEN);
    paper = paper_of(bench->arena, PAPER_TEXT, repeat(bench->arena, "A", PAPER_TEXT_BYTES_MAX));
    assert_int_equal(studio_draw(bench->studio, bench->arena, PAPER_PDF, &paper, &sheet),
                     PAPER_TOO_LONG);
    paper = paper_of(bench->arena, PAPER_TEXT, STR("Không ngày."));
    paper.at = (struct instant){ 0 };
    assert_int_equal(studio_draw(bench->studio, bench->arena, PAPER_PDF, &paper, &sheet),
                     PAPER_BROKEN);
    paper = paper_of(bench->arena, PAPER_TEXT, STR_NONE);
    paper.footer = paper.mark = paper.author = repeat(bench->arena, "Dài ", 3000);
    assert_int_equal(studio_draw(bench->studio, bench->arena, PAPER_PDF, &paper, &sheet), 0);
    assert_int_equal(sheet.pages, 1);
    paper = (struct paper){ .at = { 1 } };
    assert_int_equal(studio_draw(bench->studio, bench->arena, PAPER_PNG, &paper, &sheet), 0);
}

static void a_packed_paper_is_whole_or_none(void **state)
{
    struct bench *bench = *state;
    struct paper paper = paper_of(bench->arena, PAPER_ROW, STR("Một."));
    struct out packed = out_open(bench->arena, PACKED_BYTES_MAX);
    struct paper read;
    enum paper_form form;
    assert_true(paper_pack(&packed, PAPER_PNG, &paper));
    struct str bytes = out_str(&packed);
    assert_true(paper_unpack(bench->arena, bytes, &form, &read));
    assert_int_equal(form, PAPER_PNG);
    assert_true(str_equal(read.blocks[1].text, STR("Một.")) &&
                str_equal(read.footer, paper.footer) && read.at.s == paper.at.s);
    for (size_t n = 0; n < bytes.n; n++) {
        assert_false(paper_unpack(bench->arena, str_slice(bytes, 0, n), &form, &read));
    }
    out_char(&packed, 'x');
    assert_false(paper_unpack(bench->arena, out_str(&packed), &form, &read));
    for (size_t at = 0; at < 64; at++) {
        packed.p[at] ^= 0x40;
        (void)!paper_unpack(bench->arena, str_slice(out_str(&packed), 0, bytes.n), &form, &read);
        packed.p[at] ^= 0x40;
    }
}

int main(int argc, char **argv)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)
    const struct CMUnitTest tests[] = {
        TEST(text_is_what_it_was),
        TEST(text_keeps_its_columns),
        TEST(vietnamese_is_whole),
        TEST(other_scripts_of_the_country),
        TEST(pdf_says_what_it_is),
        TEST(language_is_no_way_in),
        TEST(hashes_are_broken_without_a_sign),
        TEST(png_fits_a_telephone),
        TEST(same_paper_same_bytes),
        TEST(long_papers_have_pages),
        TEST(harm_stops_nothing),
        TEST(scripts_of_the_world),
        TEST(limits_are_said),
        TEST(a_packed_paper_is_whole_or_none),
    };
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    log_set_level(LEVEL_ERROR);
    paper_open();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
