/* Letters that come back signed: what is whole, what was altered, and what is another letter. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"
#include "studio/letter_private.h"
#include "studio/studio_private.h"
#include "studio/tests/ask.h"
#include "studio/tests/bench.h"
#include "studio/tests/sign.h"

enum { SIGNED_AT = 1785895200 };

/* A letter that says so, on `pages` pages at least. */
static struct str letter_of(struct bench *bench, const char *says, size_t pages)
{
    static const struct str recipients[] = { STR_INIT("Như trên"), STR_INIT("Lưu: VT") };
    static const struct letter_signer chairman = { .on_behalf_of = STR_INIT("Ủy ban nhân dân"),
                                                   .post = STR_INIT("Chủ tịch"),
                                                   .name = STR_INIT("Lê Thị Mai") };
    enum { LINES_A_PAGE = 60 };
    size_t count = 1 + (pages - 1) * LINES_A_PAGE;
    struct letter_block *blocks = new (bench->arena, struct letter_block, count);
    for (size_t i = 0; i < count; i++) {
        blocks[i] = (struct letter_block){ LETTER_TEXT, .text = str_of(says) };
    }
    const struct letter letter = {
        .layout = LETTER_STATE,
        .superior = STR("Ủy ban nhân dân thành phố Huế"),
        .issuer = STR("Ủy ban nhân dân phường Phú Xuân"),
        .number = 5,
        .sign = STR("TB"),
        .organ = STR("UBND"),
        .place = STR("Huế"),
        .on = day_of(2026, 8, 5),
        .type = STR("Thông báo"),
        .subject = STR("Về việc thụ lý"),
        .blocks = blocks,
        .block_count = count,
        .signers = &chairman,
        .signer_count = 1,
        .recipients = recipients,
        .recipient_count = COUNT(recipients),
        .title = STR("Thông báo 05/TB-UBND"),
        .at = { 1785895200 },
    };
    struct sheet sheet = { 0 };
    assert_int_equal(studio_write_letter(bench->studio, bench->arena, &letter, &sheet), PAPER_GOOD);
    assert_true(sheet.pages >= pages);
    return sheet.bytes;
}

static struct signed_letter read_back(struct bench *bench, struct str issued, struct str file)
{
    struct signed_letter letter;
    assert_true(studio_read_signed(bench->studio, bench->arena, issued, file, &letter));
    return letter;
}

static void a_signature_names_who_signed(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn khiếu nại của bà Phạm Thị Hoa./.", 2);
    struct str file = sign_pdf(bench->arena, issued);
    struct signed_letter letter = read_back(bench, issued, file);
    assert_true(letter.is_same);
    assert_int_equal(letter.count, 1);
    assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    assert_int_equal(letter.list[0].end, file.n);
    assert_string_equal(letter.list[0].name, "Lê Thị Mai");
    assert_string_equal(letter.list[0].organ, "Ủy ban nhân dân phường Phú Xuân");
    assert_string_equal(letter.list[0].issuer, "Cơ quan chứng thực thử");
    assert_int_equal(letter.list[0].at, SIGNED_AT);
    /* A program that we did not write says the same of it. */
    struct str said = ask_tool(bench->arena, "pdfsig -nocert %s 2>&1", file);
    assert_true(holds(said, STR("Signature is Valid")));
    assert_true(holds(said, STR("Total document signed")));
}

/* The cards of today have keys on curves: what checks them must not ask for randomness, which ends
 * the process. */
static void a_key_on_a_curve_is_read(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct signed_letter letter =
        read_back(bench, issued,
                  sign_pdf_so(bench->arena, issued, (struct sign_how){ .key = SIGN_KEY_CURVE }));
    assert_true(letter.is_same);
    assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    assert_string_equal(letter.list[0].name, "LÊ THỊ MAI");
}

/* Who leads signs, and the office puts its own behind it: both stand, each for its part. */
static void two_may_sign(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str once = sign_pdf(bench->arena, issued);
    struct str twice = sign_pdf(bench->arena, once);
    struct signed_letter letter = read_back(bench, issued, twice);
    assert_true(letter.is_same);
    assert_int_equal(letter.count, 2);
    assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    assert_int_equal(letter.list[0].end, once.n);
    assert_int_equal(letter.list[1].state, SIGNATURE_WHOLE);
    assert_int_equal(letter.list[1].end, twice.n);
}

static void without_a_signature_it_is_the_letter_and_no_more(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct signed_letter letter = read_back(bench, issued, issued);
    assert_true(letter.is_same);
    assert_int_equal(letter.count, 0);
}

static struct str with_tail(struct bench *bench, struct str file, const char *tail, size_t times)
{
    struct out out = out_open(bench->arena, file.n + times * str_of(tail).n);
    out_str_raw(&out, file);
    for (size_t i = 0; i < times; i++) {
        out_str_raw(&out, str_of(tail));
    }
    return out_str(&out);
}

/* What only looks like one, or is written in a way that is not followed, is not passed over. */
static void what_cannot_be_followed_is_unread(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    const char *ends[] = { "% /ByteRange\n",
                           "/ByteRange[0 10 20 5]",
                           "/ByteRange [ 0 1 99999999999999999999 4 ]",
                           "/ByteRange [ 0 18446744073709551615 2 3 ]",
                           "/ByteRange [ 5 4 3 2 ]",
                           "/ByteRange [ 0 10 20 5 6 ]",
                           "/ByteRange [ 0 1 2",
                           "/ByteRange 7 0 R",
                           "/ByteRange" };
    for (size_t i = 0; i < COUNT(ends); i++) {
        struct signed_letter letter =
            read_back(bench, issued, with_tail(bench, issued, ends[i], 1));
        assert_false(letter.is_same);
        assert_int_equal(letter.count, 1);
        assert_int_equal(letter.list[0].state, SIGNATURE_UNREAD);
    }
    struct signed_letter letter = read_back(bench, issued, with_tail(bench, issued, ends[0], 9));
    assert_int_equal(letter.count, 1);
    assert_false(letter.is_same);
}

/* An altered one is not lost behind thousands that are none, nor is the process. */
static void many_marks_hide_nothing(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str file = sign_pdf(bench->arena, issued);
    char *bytes = new (bench->arena, char, file.n);
    memcpy(bytes, file.p, file.n);
    bytes[issued.n / 2] ^= 1;
    size_t message = str_find(file, STR("/Contents <")) + 10;
    struct str mark = str_printf(bench->arena, "/ByteRange [0 %zu %zu 1]\n", message,
                                 message + 2 + 2 * (size_t)SIGN_MESSAGE_BYTES);
    struct str many = with_tail(bench, str_span(bytes, file.n), str_z(bench->arena, mark), 4000);
    struct signed_letter letter;
    assert_true(studio_read_signed(bench->studio, bench->arena, STR_NONE, many, &letter));
    assert_true(letter.count >= 1);
    assert_int_equal(letter.list[0].state, SIGNATURE_ALTERED);
}

static void more_than_a_few_are_for_people(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str file = issued;
    for (int i = 0; i < SIGNATURES_MAX; i++) {
        file = sign_pdf(bench->arena, file);
    }
    struct signed_letter letter = read_back(bench, issued, file);
    assert_true(letter.is_same && !letter.has_more);
    assert_int_equal(letter.count, SIGNATURES_MAX);
    letter = read_back(bench, issued, sign_pdf(bench->arena, file));
    assert_true(letter.has_more && !letter.is_same);
}

/* Every byte that is signed, in steps; a file cut off has none that stands for it. */
static void an_altered_byte_is_noticed(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str file = sign_pdf(bench->arena, issued);
    size_t message = str_find(file, STR("/Contents <")) + 10;
    size_t behind = message + 2 + 2 * (size_t)SIGN_MESSAGE_BYTES;
    for (size_t at = 7; at < file.n; at += 997) {
        if (at >= message && at < behind) {
            continue;
        }
        char *bytes = new (bench->arena, char, file.n);
        memcpy(bytes, file.p, file.n);
        bytes[at] ^= 1;
        struct signed_letter letter;
        bool is_read = studio_read_signed(bench->studio, bench->arena, issued,
                                          str_span(bytes, file.n), &letter);
        assert_true(is_read || !letter.is_same);
        assert_int_equal(letter.count, 1);
        assert_int_equal(letter.list[0].state, SIGNATURE_ALTERED);
    }
}

static struct signature with_message(struct bench *bench, struct str issued, struct str file,
                                     size_t at, size_t n, char digit)
{
    char *bytes = new (bench->arena, char, file.n);
    memcpy(bytes, file.p, file.n);
    memset(bytes + at, digit, n);
    struct signed_letter letter = read_back(bench, issued, str_span(bytes, file.n));
    assert_int_equal(letter.count, 1);
    return letter.list[0];
}

/* The number at the end of a message is the signature itself; without its beginning it is none. */
static void a_damaged_message_is_no_signature(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str file = sign_pdf(bench->arena, issued);
    size_t first = str_find(file, STR("/Contents <")) + 11;
    size_t last = first + 2 * (size_t)SIGN_MESSAGE_BYTES - 1;
    while (file.p[last] == '0') {
        last--;
    }
    struct signature found = with_message(bench, issued, file, last - 40, 20, '5');
    assert_int_equal(found.state, SIGNATURE_ALTERED);
    assert_string_equal(found.name, "Lê Thị Mai");
    found = with_message(bench, issued, file, first, 40, '0');
    assert_int_equal(found.state, SIGNATURE_UNREAD);
    assert_string_equal(found.name, "");
    found = with_message(bench, issued, file, first + 4, 4, 'f');
    assert_int_equal(found.state, SIGNATURE_UNREAD);
}

static void another_letter_is_not_the_same(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Bồi thường 1.200.000 đồng./.", 1);
    struct str other = letter_of(bench, "Bồi thường 1.200.000 đồng.", 1);
    struct signed_letter letter = read_back(bench, issued, sign_pdf(bench->arena, other));
    assert_false(letter.is_same);
    assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    letter = read_back(bench, issued, letter_of(bench, "Bồi thường 1.200.000 đồng./.", 2));
    assert_false(letter.is_same);
}

/* It begins with the issued file to the byte, and says something else; each signed over. */
static void what_is_laid_over_it_is_seen(void **state)
{
    struct bench *bench = *state;
    const char *notes[] = {
        "/Subtype /FreeText /F 4 /DA (/Helv 12 Tf) /Contents (No)",
        "/Subtype /FreeText /F 0 /DA (/Helv 12 Tf) /Contents (No)",
        "/Subtype /Link /Border [ 0 0 60 ] /C [ 1 1 1 ]",
        "/Subtype /Widget /F 0",
        "/Subtype /Widget /F 4 /FT /Tx /V (No) /T (a)",
    };
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    for (size_t i = 0; i < COUNT(notes); i++) {
        struct str noted = sign_note(bench->arena, issued, notes[i]);
        assert_true(str_starts(noted, issued));
        assert_false(read_back(bench, issued, noted).is_same);
        struct signed_letter letter = read_back(bench, issued, sign_pdf(bench->arena, noted));
        assert_false(letter.is_same);
        assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    }
}

/* Programs show another file than the one that is drawn here. */
static void what_shows_something_else_is_not_the_same(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *more;
        const char *object;
    } rows[] = {
        { "/OCProperties << /OCGs [ # 0 R ] /D << /Order [ # 0 R ] >> >>", "/Type /OCG /Name (a)" },
        { "/Names << /JavaScript << /Names [ (a) # 0 R ] >> >>", "/S /JavaScript /JS (a = 1)" },
        { "/Names << /EmbeddedFiles << /Names [ (a) # 0 R ] >> >>", "/Type /Filespec /F (a)" },
    };
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str same = sign_catalog(bench->arena, issued, "", "/Nothing 1");
    assert_true(read_back(bench, issued, sign_pdf(bench->arena, same)).is_same);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str other = sign_catalog(bench->arena, issued, rows[i].more, rows[i].object);
        if (read_back(bench, issued, sign_pdf(bench->arena, other)).is_same) {
            fail_msg("the same with %s", rows[i].more);
        }
    }
}

/* The programs of the offices draw a stamp and a name. */
static void a_signature_may_be_seen_where_nothing_is_written(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str file = sign_pdf_so(bench->arena, issued, (struct sign_how){ "400 40 500 80" });
    assert_true(read_back(bench, issued, file).is_same);
    file = sign_pdf_so(bench->arena, issued, (struct sign_how){ "100 400 500 800" });
    assert_int_equal(read_back(bench, issued, file).list[0].state, SIGNATURE_WHOLE);
    assert_false(read_back(bench, issued, file).is_same);
}

/* Whatever is appended behind the last signature, nobody signed. */
static void the_last_signature_reaches_the_end(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str file = sign_pdf(bench->arena, issued);
    struct signed_letter letter =
        read_back(bench, issued, sign_catalog(bench->arena, file, "", "/Nothing 1"));
    assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    assert_int_equal(letter.list[0].end, file.n);
    assert_false(letter.is_same);
}

/* With which another text can be made to fit, or of which it is not plain who signed what. */
static void what_proves_little_is_unread(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    const struct sign_how hows[] = {
        { .digest = EVP_sha1() },
        { .digest = EVP_md5() },
        { .twice = true },
    };
    for (size_t i = 0; i < COUNT(hows); i++) {
        struct signed_letter letter =
            read_back(bench, issued, sign_pdf_so(bench->arena, issued, hows[i]));
        assert_false(letter.is_same);
        assert_int_equal(letter.count, 1);
        assert_int_equal(letter.list[0].state, SIGNATURE_UNREAD);
    }
    assert_true(
        read_back(bench, issued,
                  sign_pdf_so(bench->arena, issued, (struct sign_how){ .digest = EVP_sha512() }))
            .is_same);
}

/* What was signed counts, not what the file shows in the end. */
static void what_was_signed_must_be_the_letter(void **state)
{
    struct bench *bench = *state;
    const char *note = "/Subtype /FreeText /F 4 /DA (/Helv 12 Tf) /Contents (No)";
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct str noted = sign_pdf(bench->arena, sign_note(bench->arena, issued, note));
    /* The page as it was, appended once more. */
    struct sign_update update = sign_open(bench->arena, noted);
    long page = sign_number(issued, "/Kids [ ");
    sign_begin(&update, page);
    out_printf(&update.out, "%.*s>>\nendobj\n", STR_ARG(sign_object_of(issued, page)));
    struct str hidden = sign_pdf(bench->arena, sign_end(&update, update.size));
    struct signed_letter letter = read_back(bench, issued, hidden);
    assert_int_equal(letter.list[0].state, SIGNATURE_WHOLE);
    assert_false(letter.is_same);
}

/* As scanners make them, each held against itself: what needs a font of elsewhere or has fields is
 * for people, what opens with a password is not read. */
static void what_needs_more_than_itself_is_never_the_same(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *name;
        bool is_read;
        bool is_same;
    } rows[] = { { "scan.pdf", true, true },      { "two.pdf", true, true },
                 { "bare.pdf", true, false },     { "form.pdf", true, false },
                 { "searched.pdf", true, false }, { "locked.pdf", false, false } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str file = scan_file(bench->arena, rows[i].name);
        struct signed_letter letter;
        bool is_read = studio_read_signed(bench->studio, bench->arena, file, file, &letter);
        if (is_read != rows[i].is_read || letter.is_same != rows[i].is_same) {
            fail_msg("%s: read %d, same %d", rows[i].name, is_read, letter.is_same);
        }
    }
}

static void what_is_no_pdf_is_not_read(void **state)
{
    struct bench *bench = *state;
    struct str issued = letter_of(bench, "Thụ lý đơn./.", 1);
    struct signed_letter letter;
    assert_false(
        studio_read_signed(bench->studio, bench->arena, issued, STR("%PDF-1.5\nno"), &letter));
    assert_false(letter.is_same);
    assert_false(studio_read_signed(bench->studio, bench->arena, issued, STR(""), &letter));
    struct str large =
        str_span(new (bench->arena, char, SIGNED_BYTES_MAX + 1), SIGNED_BYTES_MAX + 1);
    assert_false(studio_read_signed(bench->studio, bench->arena, issued, large, &letter));
}

int main(int argc, char **argv)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)
    const struct CMUnitTest tests[] = {
        TEST(a_signature_names_who_signed),
        TEST(a_key_on_a_curve_is_read),
        TEST(two_may_sign),
        TEST(without_a_signature_it_is_the_letter_and_no_more),
        TEST(what_cannot_be_followed_is_unread),
        TEST(many_marks_hide_nothing),
        TEST(more_than_a_few_are_for_people),
        TEST(an_altered_byte_is_noticed),
        TEST(a_damaged_message_is_no_signature),
        TEST(another_letter_is_not_the_same),
        TEST(what_is_laid_over_it_is_seen),
        TEST(what_shows_something_else_is_not_the_same),
        TEST(a_signature_may_be_seen_where_nothing_is_written),
        TEST(the_last_signature_reaches_the_end),
        TEST(what_proves_little_is_unread),
        TEST(what_was_signed_must_be_the_letter),
        TEST(what_needs_more_than_itself_is_never_the_same),
        TEST(what_is_no_pdf_is_not_read),
    };
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    log_set_level(LEVEL_ERROR);
    paper_open();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
