/* Letters: the parts that the two layouts want, numbers, who signs, pages, tags, and harm. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/log.h"
#include "studio/letter_private.h"
#include "studio/studio_private.h"
#include "studio/tests/ask.h"
#include "studio/tests/bench.h"

static const struct letter_block one_line = { LETTER_TEXT, .text = STR_INIT("Một dòng./.") };
static const struct str recipients[] = { STR_INIT("Như trên"), STR_INIT("Lưu: VT") };
static const struct letter_signer chairman = { .on_behalf_of = STR_INIT("Ủy ban nhân dân"),
                                               .post = STR_INIT("Chủ tịch"),
                                               .name = STR_INIT("Trần Thị Lan") };

static struct letter letter_of(enum letter_layout layout)
{
    return (struct letter){
        .layout = layout,
        .superior = STR("Ủy ban nhân dân thành phố Huế"),
        .issuer = STR("Ủy ban nhân dân phường Phú Xuân"),
        .number = 5,
        .sign = STR("TB"),
        .organ = STR("UBND"),
        .place = STR("Huế"),
        .on = day_of(2026, 2, 5),
        .type = STR("Thông báo"),
        .subject = STR("Về việc thử"),
        .blocks = &one_line,
        .block_count = 1,
        .signers = &chairman,
        .signer_count = 1,
        .recipients = recipients,
        .recipient_count = COUNT(recipients),
        .title = STR("Thông báo 05/TB-UBND"),
        .at = { 1772416800 },
    };
}

static struct str layer_of(struct arena *arena, const struct letter *letter, const char *command)
{
    struct sheet sheet = { 0 };
    assert_int_equal(letter_draw(arena, letter, &sheet), PAPER_GOOD);
    assert_int_equal(sheet.missing, 0);
    return ask_tool(arena, command, sheet.bytes);
}

static void assert_holds(struct str text, const char *part)
{
    if (!holds(text, str_of(part))) {
        fail_msg("“%s” does not stand in:\n%.*s", part, STR_ARG(text));
    }
}

/* --- its parts -------------------------------------------------------------------------------- */

static void the_state_has_nine_parts(void **state)
{
    struct bench *bench = *state;
    struct letter letter = letter_of(LETTER_STATE);
    letter.urgency = STR("Hỏa tốc");
    letter.secrecy = STR("Mật");
    letter.draft = STR("Dự thảo");
    letter.mark = STR("DỮ LIỆU MINH HỌA");
    struct str layer = layer_of(bench->arena, &letter, "pdftotext -layout %s -");
    static const char *const parts[] = {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "THÀNH PHỐ HUẾ",
        "PHƯỜNG PHÚ XUÂN",
        "Số: 05/TB-UBND",
        "Huế, ngày 05 tháng 02 năm 2026",
        "THÔNG BÁO\n",
        "Về việc thử",
        "Một dòng./.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Thị Lan",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "HỎA TỐC",
        "MẬT",
        "DỰ THẢO",
        "DỮ LIỆU MINH HỌA",
    };
    for (size_t i = 0; i < COUNT(parts); i++) {
        assert_holds(layer, parts[i]);
    }
}

static void the_party_has_its_own(void **state)
{
    struct bench *bench = *state;
    struct letter letter = letter_of(LETTER_PARTY);
    struct letter_signer secretary = { .on_behalf_of = STR("Ban Thường vụ"),
                                       .form = SIGNING_KT,
                                       .head = STR("Bí thư"),
                                       .post = STR("Phó Bí thư") };
    letter.issuer = STR("Đảng ủy phường Phú Xuân");
    letter.organ = STR("ĐU");
    letter.signers = &secretary;
    struct str layer = layer_of(bench->arena, &letter, "pdftotext -layout %s -");
    static const char *const parts[] = { "ĐẢNG CỘNG SẢN VIỆT NAM", "*\n",        "Số 05-TB/ĐU",
                                         "T/M BAN THƯỜNG VỤ",      "K/T BÍ THƯ", "PHÓ BÍ THƯ" };
    for (size_t i = 0; i < COUNT(parts); i++) {
        assert_holds(layer, parts[i]);
    }
    assert_false(holds(layer, STR("Độc lập")));
    assert_false(holds(layer, STR("CỘNG HÒA")));
}

static void a_citizen_has_no_number(void **state)
{
    struct bench *bench = *state;
    struct letter letter = letter_of(LETTER_STATE);
    letter.superior = letter.issuer = letter.organ = STR_NONE;
    letter.recipient_count = 0;
    letter.on = DAY_NONE;
    struct str layer = layer_of(bench->arena, &letter, "pdftotext -layout %s -");
    assert_holds(layer, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert_holds(layer, "Huế, ngày …… tháng …… năm ………");
    assert_false(holds(layer, STR("Số:")));
    assert_false(holds(layer, STR("Nơi nhận")));
}

static void numbers_follow_the_layout(void **state)
{
    (void)state;
    static const struct {
        enum letter_layout layout;
        int64_t number;
        struct str sign;
        struct str organ;
        const char *said;
    } rows[] = {
        { LETTER_STATE, 5, STR_INIT("TB"), STR_INIT("UBND"), "Số: 05/TB-UBND" },
        { LETTER_STATE, 9, STR_INIT(""), STR_INIT("UBND-VX"), "Số: 09/UBND-VX" },
        { LETTER_STATE, 10, STR_INIT("QĐ"), STR_INIT("UBND"), "Số: 10/QĐ-UBND" },
        { LETTER_STATE, 1234, STR_INIT("QĐ"), STR_INIT("UBND"), "Số: 1234/QĐ-UBND" },
        { LETTER_PARTY, 5, STR_INIT("TB"), STR_INIT("ĐU"), "Số 05-TB/ĐU" },
        { LETTER_PARTY, 29, STR_INIT("HD"), STR_INIT("ĐUK"), "Số 29-HD/ĐUK" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char said[80];
        struct out out = out_fixed(said, sizeof said);
        const struct letter letter = { .layout = rows[i].layout,
                                       .number = rows[i].number,
                                       .sign = rows[i].sign,
                                       .organ = rows[i].organ };
        letter_write_number(&out, &letter);
        out_char(&out, '\0');
        assert_string_equal(said, rows[i].said);
    }
}

static void each_signs_in_his_place(void **state)
{
    struct bench *bench = *state;
    static const struct {
        struct letter_signer signer;
        enum letter_layout layout;
        const char *said[3];
    } rows[] = {
        { { .post = STR_INIT("Giám đốc") }, LETTER_STATE, { "\nGIÁM ĐỐC\n" } },
        { { .form = SIGNING_Q, .post = STR_INIT("Giám đốc") }, LETTER_STATE, { "Q. GIÁM ĐỐC" } },
        { { .form = SIGNING_KT, .head = STR_INIT("Giám đốc"), .post = STR_INIT("Phó Giám đốc") },
          LETTER_STATE,
          { "KT. GIÁM ĐỐC", "\nPHÓ GIÁM ĐỐC" } },
        { { .on_behalf_of = STR_INIT("Ủy ban nhân dân"),
            .form = SIGNING_KT,
            .head = STR_INIT("Chủ tịch"),
            .post = STR_INIT("Phó Chủ tịch") },
          LETTER_STATE,
          { "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "\nPHÓ CHỦ TỊCH" } },
        { { .form = SIGNING_TL, .head = STR_INIT("Chủ tịch"), .post = STR_INIT("Chánh Văn phòng") },
          LETTER_STATE,
          { "TL. CHỦ TỊCH", "\nCHÁNH VĂN PHÒNG" } },
        { { .form = SIGNING_TUQ, .head = STR_INIT("Chủ tịch"), .post = STR_INIT("Giám đốc") },
          LETTER_STATE,
          { "TUQ. CHỦ TỊCH", "\nGIÁM ĐỐC" } },
        { { .form = SIGNING_TL, .head = STR_INIT("Bí thư"), .post = STR_INIT("Chánh Văn phòng") },
          LETTER_PARTY,
          { "T/L BÍ THƯ", "\nCHÁNH VĂN PHÒNG" } },
        { { .form = SIGNING_TUQ, .head = STR_INIT("Bí thư"), .post = STR_INIT("Trưởng ban") },
          LETTER_PARTY,
          { "T/UQ BÍ THƯ", "\nTRƯỞNG BAN" } },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena_mark mark = arena_mark(bench->arena);
        struct letter letter = letter_of(rows[i].layout);
        letter.signers = &rows[i].signer;
        struct str layer = layer_of(bench->arena, &letter, "pdftotext %s -");
        for (size_t k = 0; k < COUNT(rows[i].said) && rows[i].said[k]; k++) {
            assert_holds(layer, rows[i].said[k]);
        }
        arena_undo(bench->arena, mark);
    }
}

static void a_letter_says_what_it_is_about(void **state)
{
    struct bench *bench = *state;
    struct letter letter = letter_of(LETTER_STATE);
    const struct str one[] = { STR("Ông Nguyễn Văn Bình") };
    const struct str two[] = { STR("Sở Nội vụ"), STR("Sở Tài chính") };
    letter.type = letter.sign = STR_NONE;
    letter.subject = STR("trả lời kiến nghị");
    letter.addressees = one;
    letter.addressee_count = 1;
    struct str layer = layer_of(bench->arena, &letter, "pdftotext -layout %s -");
    assert_holds(layer, "Số: 05/UBND");
    assert_holds(layer, "V/v trả lời kiến nghị");
    assert_holds(layer, "Kính gửi: Ông Nguyễn Văn Bình");
    letter.addressees = two;
    letter.addressee_count = 2;
    layer = layer_of(bench->arena, &letter, "pdftotext -layout %s -");
    assert_holds(layer, "- Sở Nội vụ;");
    assert_holds(layer, "- Sở Tài chính.");
}

/* Law: 30/2020/ND-CP annex I: under the motto, the issuer and the subject; the Party has a star
 * under the issuer. Thin lines do not show in the goldens of blank_test.c. */
static void names_have_rules_under_them(void **state)
{
    struct bench *bench = *state;
    static const char *const count = "pdftocairo -svg %s - | grep -c stroke-width";
    struct letter letter = letter_of(LETTER_STATE);
    assert_true(str_equal(layer_of(bench->arena, &letter, count), STR("3\n")));
    letter = letter_of(LETTER_PARTY);
    assert_true(str_equal(layer_of(bench->arena, &letter, count), STR("2\n")));
    letter = letter_of(LETTER_STATE);
    letter.superior = letter.issuer = letter.subject = STR_NONE;
    assert_true(str_equal(layer_of(bench->arena, &letter, count), STR("1\n")));
}

/* --- the file --------------------------------------------------------------------------------- */

/* Every letter with every tone, upright, bold and slanted, copies out as it went in. */
static void vietnamese_is_whole(void **state)
{
    struct bench *bench = *state;
    static const struct str letters = STR_INIT(
        "aàáảãạ ăằắẳẵặ âầấẩẫậ bcdđ eèéẻẽẹ êềếểễệ ghiìíỉĩị klmn oòóỏõọ ôồốổỗộ ơờớởỡợ pqrst uùúủũụ "
        "ưừứửữự vx yỳýỷỹỵ AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ BCDĐ EÈÉẺẼẸ ÊỀẾỂỄỆ GHIÌÍỈĨỊ KLMN OÒÓỎÕỌ ÔỒỐỔỖỘ "
        "ƠỜỚỞỠỢ PQRST UÙÚỦŨỤ ƯỪỨỬỮỰ VX YỲÝỶỸỴ 0123456789 “”–…₫");
    static const enum letter_block_kind kinds[] = { LETTER_TEXT, LETTER_BASIS, LETTER_HEADING,
                                                    LETTER_NOTE };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        const struct letter_block block = { kinds[i], .text = letters };
        struct letter letter = letter_of(LETTER_STATE);
        letter.blocks = &block;
        struct str layer = layer_of(bench->arena, &letter, "pdftotext %s -");
        for (struct str rest = letters; rest.p;) {
            assert_true(holds(layer, str_cut(&rest, ' ')));
        }
    }
}

static void the_file_says_what_it_is(void **state)
{
    struct bench *bench = *state;
    static const struct str cells[] = { STR_INIT("Số"), STR_INIT("Tên") };
    static const struct letter_block blocks[] = {
        { LETTER_HEADING, .text = STR_INIT("I. PHẦN MỘT") },
        { LETTER_ITEM, STR_INIT("-"), STR_INIT("mục một") },
        { LETTER_HEAD_ROW, .cells = cells, .cell_count = COUNT(cells) },
        { LETTER_ROW, .cells = cells, .cell_count = COUNT(cells) },
    };
    struct letter letter = letter_of(LETTER_STATE);
    letter.blocks = blocks;
    letter.block_count = COUNT(blocks);
    struct sheet sheet = { 0 };
    assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_GOOD);
    struct str said = ask_tool(bench->arena, "pdfinfo %s", sheet.bytes);
    static const char *const facts[] = { "Thông báo 05/TB-UBND\n",
                                         "Ủy ban nhân dân phường Phú Xuân\n", "Mon Mar  2 0",
                                         "595.276 x 841.89" };
    for (size_t i = 0; i < COUNT(facts); i++) {
        assert_holds(said, facts[i]);
    }
    assert_true(holds(sheet.bytes, STR("/Lang (vi)")));
    said = ask_tool(bench->arena, "pdfinfo -struct %s", sheet.bytes);
    static const char *const tags[] = { "Document", "H1",    "H2", "P (", "L (",
                                        "LI",       "Table", "TR", "TH",  "TD" };
    for (size_t i = 0; i < COUNT(tags); i++) {
        assert_holds(said, tags[i]);
    }
    said = ask_tool(bench->arena, "pdffonts %s | tail -n +3 | grep -vc 'yes yes yes' || true",
                    sheet.bytes);
    assert_true(str_equal(said, STR("0\n")));
}

static void same_letter_same_bytes(void **state)
{
    struct bench *bench = *state;
    struct letter letter = letter_of(LETTER_STATE);
    struct sheet here = { 0 };
    struct sheet there = { 0 };
    assert_int_equal(letter_draw(bench->arena, &letter, &here), PAPER_GOOD);
    sleep(1);
    assert_int_equal(studio_write_letter(bench->studio, bench->arena, &letter, &there), PAPER_GOOD);
    assert_true(str_equal(here.bytes, there.bytes));
}

/* --- pages ------------------------------------------------------------------------------------ */

static struct str page_of(struct arena *arena, struct str pdf, uint32_t page)
{
    return ask_tool(
        arena, str_z(arena, str_printf(arena, "pdftotext -layout -f %u -l %u %%s -", page, page)),
        pdf);
}

static size_t rows_of(struct str text)
{
    size_t rows = 0;
    for (struct str rest = text; rest.p; rows += holds(str_cut(&rest, '\n'), STR("chữ"))) {
    }
    return rows;
}

/* Whatever its length: who signs stands with two lines at least, and no line of a paragraph stands
 * alone at the end of a page or at the beginning of one. */
static void nothing_stands_alone(void **state)
{
    struct bench *bench = *state;
    for (size_t words = 300; words < 780; words += 12) {
        struct arena_mark mark = arena_mark(bench->arena);
        struct out text = out_open(bench->arena, SAID_BYTES_MAX);
        for (size_t i = 0; i < words; i++) {
            out_lit(&text, "chữ nghĩa ");
        }
        const struct letter_block block = { LETTER_TEXT, .text = out_str(&text) };
        struct letter letter = letter_of(LETTER_STATE);
        letter.blocks = &block;
        struct sheet sheet = { 0 };
        assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_GOOD);
        size_t all = 0;
        for (uint32_t page = 1; page <= sheet.pages; page++) {
            struct str layer = page_of(bench->arena, sheet.bytes, page);
            size_t rows = rows_of(layer);
            assert_true(rows >= 2);
            assert_true(holds(layer, STR("Nơi nhận")) == (page == sheet.pages));
            all += rows;
        }
        assert_in_range(all, words / 8, words / 7);
        arena_undo(bench->arena, mark);
    }
}

static void pages_are_numbered_from_the_second(void **state)
{
    struct bench *bench = *state;
    static const struct str cells[] = { STR_INIT("Đầu bảng"), STR_INIT("Tên") };
    struct letter_block *blocks = new(bench->arena, struct letter_block, 120);
    for (size_t i = 0; i < 120; i++) {
        blocks[i] = (struct letter_block){ i ? LETTER_ROW : LETTER_HEAD_ROW, .cells = cells,
                                           .cell_count = COUNT(cells) };
    }
    static const struct str row[] = { STR_INIT("1"), STR_INIT("chữ") };
    for (size_t i = 1; i < 120; i++) {
        blocks[i].cells = row;
    }
    struct letter letter = letter_of(LETTER_STATE);
    letter.blocks = blocks;
    letter.block_count = 120;
    struct sheet sheet = { 0 };
    assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_GOOD);
    assert_in_range(sheet.pages, 3, 6);
    size_t rows = 0;
    for (uint32_t page = 1; page <= sheet.pages; page++) {
        struct str layer = page_of(bench->arena, sheet.bytes, page);
        struct str first = str_trim(str_cut(&(struct str){ layer.p, layer.n }, '\n'));
        struct str number = str_printf(bench->arena, "%u", page);
        assert_true(str_equal(first, number) == (page > 1));
        assert_true(holds(layer, STR("Đầu bảng")));
        rows += rows_of(layer);
    }
    assert_int_equal(rows, 119);
}

/* --- harm ------------------------------------------------------------------------------------- */

static void faults_are_said(void **state)
{
    struct bench *bench = *state;
    struct sheet sheet = { 0 };
    struct letter letter = letter_of(LETTER_STATE);
    letter.at = INSTANT_NONE;
    assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_BROKEN);
    letter = letter_of(LETTER_STATE);
    struct letter_signer signer = { .form = SIGNING_KT, .post = STR("Phó Chủ tịch") };
    letter.signers = &signer;
    assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_BROKEN);
    signer = (struct letter_signer){ .head = STR("Chủ tịch"), .post = STR("Phó Chủ tịch") };
    assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_BROKEN);
    letter = letter_of(LETTER_STATE);
    struct letter_block block = { LETTER_ROW };
    letter.blocks = &block;
    assert_int_equal(letter_draw(bench->arena, &letter, &sheet), PAPER_BROKEN);
    block = (struct letter_block){ LETTER_TEXT, .text = STR("\xff\xfe") };
    assert_int_equal(studio_write_letter(bench->studio, bench->arena, &letter, &sheet),
                     PAPER_BROKEN);
    block.text = str_span(new(bench->arena, char, LETTER_TEXT_BYTES_MAX), LETTER_TEXT_BYTES_MAX);
    assert_int_equal(studio_write_letter(bench->studio, bench->arena, &letter, &sheet),
                     PAPER_TOO_LONG);
    letter = letter_of(LETTER_STATE);
    letter.block_count = LETTER_BLOCKS_MAX + 1;
    assert_int_equal(studio_write_letter(bench->studio, bench->arena, &letter, &sheet),
                     PAPER_TOO_LONG);
}

static void harm_stops_nothing(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *piece;
        size_t times;
    } hostile[] = {
        { "a", 40000 },
        { "W ", 30000 },
        { "\n", 30000 },
        { "\xcc\x81\xcc\xa3\xcc\x9b", 2000 },
        { "\xe2\x80\xae\xe2\x81\xa6\xe2\x80\xaa", 2000 },
        { "\xd8\xa7\xd9\x84\xd8\xb9 \xd7\xa9\xd7\x9c \xe0\xb8\x81 \xe6\xbc\xa2 ", 2000 },
        { "\xef\xbb\xbf\xe2\x80\x8b\xc2\xad\xef\xbf\xbc\xef\xbf\xbf", 2000 },
        { "\x01\x02\x1b[31m\x7f", 3000 },
    };
    for (size_t i = 0; i < COUNT(hostile); i++) {
        struct arena_mark mark = arena_mark(bench->arena);
        struct out text = out_open(bench->arena, SAID_BYTES_MAX);
        for (size_t k = 0; k < hostile[i].times; k++) {
            out_str_raw(&text, str_of(hostile[i].piece));
        }
        const struct str cells[] = { out_str(&text), STR("1") };
        for (unsigned kind = 0; kind < LETTER_BLOCK_KINDS; kind++) {
            bool is_row = kind == LETTER_ROW || kind == LETTER_HEAD_ROW;
            const struct letter_block block = { .kind = (enum letter_block_kind)kind,
                                                .text = is_row ? STR_NONE : cells[0],
                                                .cells = is_row ? cells : NULL,
                                                .cell_count = is_row ? 2 : 0 };
            struct letter letter = letter_of(LETTER_STATE);
            letter.blocks = &block;
            struct sheet sheet = { 0 };
            enum paper_fault fault =
                studio_write_letter(bench->studio, bench->arena, &letter, &sheet);
            assert_true(fault == PAPER_GOOD || fault == PAPER_TOO_LONG);
        }
        struct letter letter = letter_of(LETTER_STATE);
        struct sheet sheet = { 0 };
        size_t piece = str_of(hostile[i].piece).n;
        letter.issuer = letter.subject = letter.place =
            str_slice(cells[0], 0, LETTER_NAME_BYTES_MAX / piece * piece);
        enum paper_fault fault = studio_write_letter(bench->studio, bench->arena, &letter, &sheet);
        assert_true(fault == PAPER_GOOD || fault == PAPER_TOO_LONG);
        arena_undo(bench->arena, mark);
    }
}

static void a_packed_letter_is_whole_or_none(void **state)
{
    struct bench *bench = *state;
    static const struct str cells[] = { STR_INIT("Số"), STR_INIT("Tên") };
    static const struct letter_block blocks[] = {
        { LETTER_HEAD_ROW, .cells = cells, .cell_count = COUNT(cells) },
        { LETTER_ARTICLE, STR_INIT("Điều 1."), STR_INIT("Một.") },
    };
    struct letter letter = letter_of(LETTER_PARTY);
    letter.blocks = blocks;
    letter.block_count = COUNT(blocks);
    struct out packed = out_open(bench->arena, LETTER_PACKED_BYTES_MAX);
    struct letter read;
    assert_true(letter_pack(&packed, &letter));
    struct str bytes = out_str(&packed);
    assert_true(letter_unpack(bench->arena, bytes, &read));
    assert_true(read.layout == LETTER_PARTY && read.number == 5 && read.at.s == letter.at.s &&
                str_equal(read.recipients[1], recipients[1]) &&
                str_equal(read.signers[0].name, chairman.name) &&
                str_equal(read.blocks[0].cells[1], cells[1]) &&
                str_equal(read.blocks[1].label, STR("Điều 1.")) &&
                str_equal(read.title, letter.title));
    for (size_t n = 0; n < bytes.n; n++) {
        assert_false(letter_unpack(bench->arena, str_slice(bytes, 0, n), &read));
    }
    out_char(&packed, 'x');
    assert_false(letter_unpack(bench->arena, out_str(&packed), &read));
    for (size_t at = 0; at < 160; at++) {
        packed.p[at] ^= 0x40;
        (void)!letter_unpack(bench->arena, str_slice(out_str(&packed), 0, bytes.n), &read);
        packed.p[at] ^= 0x40;
    }
}

int main(int argc, char **argv)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)
    const struct CMUnitTest tests[] = {
        TEST(the_state_has_nine_parts),
        TEST(the_party_has_its_own),
        TEST(a_citizen_has_no_number),
        TEST(numbers_follow_the_layout),
        TEST(each_signs_in_his_place),
        TEST(a_letter_says_what_it_is_about),
        TEST(names_have_rules_under_them),
        TEST(vietnamese_is_whole),
        TEST(the_file_says_what_it_is),
        TEST(same_letter_same_bytes),
        TEST(nothing_stands_alone),
        TEST(pages_are_numbered_from_the_second),
        TEST(faults_are_said),
        TEST(harm_stops_nothing),
        TEST(a_packed_letter_is_whole_or_none),
    };
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    log_set_level(LEVEL_ERROR);
    paper_open();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
