/* Letters: every header in ASCII and on its line, every text as it was, nothing smuggled in. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/crypt.h"
#include "outbox/carrier.h"
#include "outbox/letter.h"

enum { ARENA_BYTES = 4 << 20 };

static int setup(void **state)
{
    *state = arena_create(ARENA_BYTES);
    return *state && crypt_start() ? 0 : -1;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void addresses(void **state)
{
    static const struct {
        const char *address;
        bool is_fit;
    } rows[] = {
        { "lan@mail.vn", true },
        { "a.b+c_d=e@x.co.vn", true },
        { "x@y", true },
        { "", false },
        { "@mail.vn", false },
        { "lan@", false },
        { "lan", false },
        { "lan@a@b", false },
        { "lan @mail.vn", false },
        { "-lan@mail.vn", false },
        { "lan@mail.vn\r\nBcc: x@y.vn", false },
        { "lan@mail.vn\n", false },
        { "lan@mail.vn>", false },
        { "<lan@mail.vn", false },
        { "lan@mail.vn,x@y.vn", false },
        { "lan@mail.vn;x@y.vn", false },
        { "lan@[127.0.0.1]", false },
        { "\"lan\"@mail.vn", false },
        { "(x)lan@mail.vn", false },
        { "lan@mail.vn\x7f", false },
        { "lần@mail.vn", false },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (letter_address_is_fit(str_of(rows[i].address)) != rows[i].is_fit) {
            fail_msg("%s", rows[i].address);
        }
    }
    assert_false(letter_address_is_fit(STR("lan@mail.vn\0.vn")));
}

static struct letter a_letter(void)
{
    return (struct letter){
        .from = STR("kheo@hue.vn"),
        .to = STR("lan@mail.vn"),
        .subject = STR("PX-7K3Q-92MX"),
        .body = STR("Một\nhai\n"),
        .message_id = STR("00ff@hue.vn"),
        .at = instant_parse(STR("2026-03-02T09:05:07+07:00")),
    };
}

static struct str written(struct arena *arena, const struct letter *letter)
{
    struct out out = out_open(arena, 1 << 20);
    assert_true(letter_write(&out, letter));
    return out_str(&out);
}

static void a_plain_letter_is_known_byte_by_byte(void **state)
{
    struct letter letter = a_letter();
    struct str text = written(*state, &letter);
    assert_string_equal(str_z(*state, text), "From: <kheo@hue.vn>\r\n"
                                             "To: <lan@mail.vn>\r\n"
                                             "Subject: PX-7K3Q-92MX\r\n"
                                             "Date: Mon, 02 Mar 2026 09:05:07 +0700\r\n"
                                             "Message-ID: <00ff@hue.vn>\r\n"
                                             "Auto-Submitted: auto-generated\r\n"
                                             "MIME-Version: 1.0\r\n"
                                             "Content-Type: text/plain; charset=utf-8\r\n"
                                             "Content-Transfer-Encoding: base64\r\n\r\n"
                                             "TeG7mXQNCmhhaQ0K\r\n");
}

/* What a reader makes of "Subject:": the encoded words decoded and put together (RFC 2047). */
static struct str read_subject(struct arena *arena, struct str text)
{
    struct out subject = out_open(arena, 1 << 16);
    struct str rest = str_slice(text, str_find(text, STR("Subject:")) + 8, text.n);
    while (str_starts(rest, STR(" "))) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        char bytes[64];
        size_t n;
        assert_true(line.n <= 75);
        assert_true(str_starts(line, STR("=?utf-8?B?")) && str_ends(line, STR("?=")));
        assert_true(base64_decode(str_slice(line, 10, line.n - 2), bytes, sizeof bytes, &n));
        assert_true(str_is_utf8(str_span(bytes, n)));
        out_bytes(&subject, bytes, n);
    }
    return out_str(&subject);
}

static void long_subjects_are_cut_between_letters(void **state)
{
    static const char pattern[] = "Đường Chi Lăng ượ 𝄞 ngập ";
    char subject[800] = "";
    size_t n = 0;
    for (struct str rest = str_of(pattern); n<600; rest = rest.n> 0 ? rest : str_of(pattern)) {
        struct str before = rest;
        str_cut_char(&rest);
        memcpy(subject + n, before.p, (size_t)(rest.p - before.p));
        n += (size_t)(rest.p - before.p);
        struct letter letter = a_letter();
        struct arena_mark mark = arena_mark(*state);
        letter.subject = str_span(subject, n);
        assert_true(str_equal(read_subject(*state, written(*state, &letter)), letter.subject));
        arena_undo(*state, mark);
    }
}

static void a_subject_that_looks_encoded_is_encoded(void **state)
{
    struct letter letter = a_letter();
    letter.subject = STR("=?utf-8?Q?x?=");
    assert_true(str_equal(read_subject(*state, written(*state, &letter)), letter.subject));
}

static void lines_of_a_letter_are_short(void **state)
{
    struct letter letter = a_letter();
    struct out body = out_open(*state, 1 << 16);
    for (int i = 0; i < 500; i++) {
        out_lit(&body, "Đường Chi Lăng ngập nước. ");
    }
    letter.body = out_str(&body);
    for (struct str rest = written(*state, &letter); rest.n > 0;) {
        struct str line = str_cut(&rest, '\n');
        assert_true(line.n <= 77 && str_ends(line, STR("\r")));
    }
}

static void a_header_is_never_broken_out_of(void **state)
{
    static const char *const evil[] = { "x\r\nBcc: all@hue.vn", "x\nBcc: all@hue.vn", "x\r",
                                        "x\x01", "x\xff" };
    for (size_t i = 0; i < COUNT(evil); i++) {
        struct letter letters[] = { a_letter(), a_letter(), a_letter(), a_letter(), a_letter() };
        letters[0].from = str_of(evil[i]);
        letters[1].to = str_of(evil[i]);
        letters[2].subject = str_of(evil[i]);
        letters[3].message_id = str_of(evil[i]);
        letters[4].leave_url = str_of(evil[i]);
        for (size_t j = 0; j < COUNT(letters); j++) {
            struct out out = out_open(*state, 1 << 16);
            assert_false(letter_write(&out, &letters[j]));
            assert_int_equal(out.n, 0);
        }
    }
}

static void settings_are_checked_before_anything_is_sent(void **state)
{
    static const struct {
        struct carrier_settings settings;
        bool is_good;
    } rows[] = {
        { { NULL }, true },
        { { .smtp_url = "smtp://mail.vn:587", .mail_from = "a@b.vn" }, true },
        { { .smtp_url = "smtps://mail.vn", .mail_from = "a@b.vn" }, true },
        { { .smtp_url = "smtp://mail.vn:587" }, false },
        { { .smtp_url = "smtp://mail.vn", .mail_from = "a@b.vn\r\nX: y" }, false },
        { { .smtp_url = "http://mail.vn", .mail_from = "a@b.vn" }, false },
        { { .smtp_url = "mail.vn:25", .mail_from = "a@b.vn" }, false },
        { { .smtp_url = "file:///etc/passwd", .mail_from = "a@b.vn" }, false },
        { { .hook_url = "https://sms.vn:8443/x" }, true },
        { { .hook_url = "http://127.0.0.1:8000/x" }, true },
        { { .hook_url = "http://localhost/x" }, true },
        { { .hook_url = "http://sms.vn/x" }, false },
        { { .hook_url = "http://127.0.0.1@sms.vn/x" }, false },
        { { .hook_url = "http://localhost.sms.vn/x" }, false },
        { { .hook_url = "gopher://sms.vn/x" }, false },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        bool is_good = !carrier_settings_fault(&rows[i].settings);
        if (is_good != rows[i].is_good) {
            fail_msg("row %zu", i);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(addresses, setup, teardown),
        cmocka_unit_test_setup_teardown(a_plain_letter_is_known_byte_by_byte, setup, teardown),
        cmocka_unit_test_setup_teardown(long_subjects_are_cut_between_letters, setup, teardown),
        cmocka_unit_test_setup_teardown(a_subject_that_looks_encoded_is_encoded, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_of_a_letter_are_short, setup, teardown),
        cmocka_unit_test_setup_teardown(a_header_is_never_broken_out_of, setup, teardown),
        cmocka_unit_test_setup_teardown(settings_are_checked_before_anything_is_sent, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
