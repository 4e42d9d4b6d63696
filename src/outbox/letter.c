/* Writing a letter: headers that cannot be broken out of, words and text in base64. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "outbox/letter.h"

#include "base/arena.h"

/* An encoded word has 75 signs at most, 12 of them its frame; a line of base64 has 76. */
enum { ADDRESS_BYTES_MAX = 254, WORD_BYTES_MAX = 45, BASE64_LINE_BYTES = 57, SUBJECT_LINE = 60 };

static bool is_ascii(struct str s);
static void write_subject(struct out *out, struct str subject);
static void write_body(struct out *out, struct str body);

bool letter_line_is_fit(struct str line)
{
    for (size_t i = 0; i < line.n; i++) {
        unsigned char byte = (unsigned char)line.p[i];
        if (byte < ' ' || byte == 0x7F) {
            return false;
        }
    }
    return str_is_utf8(line);
}

bool letter_address_is_fit(struct str address)
{
    static const struct str refused = STR_INIT("()<>[]:;,\\\" ");
    size_t at = str_find_byte(address, '@');
    struct str domain = str_slice(address, at + 1, address.n);
    for (size_t i = 0; i < address.n; i++) {
        if (str_find_byte(refused, address.p[i]) < refused.n) {
            return false;
        }
    }
    return is_ascii(address) && letter_line_is_fit(address) && address.n <= ADDRESS_BYTES_MAX &&
           at > 0 && domain.n > 0 && str_find_byte(domain, '@') == domain.n && address.p[0] != '-';
}

bool letter_write(struct out *out, const struct letter *letter)
{
    bool is_fit = letter_address_is_fit(letter->from) && letter_address_is_fit(letter->to) &&
                  letter_line_is_fit(letter->subject) && letter_line_is_fit(letter->message_id) &&
                  letter_line_is_fit(letter->leave_url);
    if (!is_fit) {
        return false;
    }
    out_printf(out, "From: <%.*s>\r\n", STR_ARG(letter->from));
    out_printf(out, "To: <%.*s>\r\n", STR_ARG(letter->to));
    write_subject(out, letter->subject);
    out_lit(out, "Date: ");
    out_date_english(out, letter->at);
    out_lit(out, " +0700\r\n");
    out_printf(out, "Message-ID: <%.*s>\r\n", STR_ARG(letter->message_id));
    if (letter->leave_url.n > 0) {
        out_printf(out, "List-Unsubscribe: <%.*s>\r\n", STR_ARG(letter->leave_url));
    }
    out_lit(out, "Auto-Submitted: auto-generated\r\n"
                 "MIME-Version: 1.0\r\n"
                 "Content-Type: text/plain; charset=utf-8\r\n"
                 "Content-Transfer-Encoding: base64\r\n\r\n");
    write_body(out, letter->body);
    return !out->overflowed;
}

/* Encoded words are cut between letters, never inside one; each has a line of its own. */
static void write_subject(struct out *out, struct str subject)
{
    out_lit(out, "Subject:");
    if (is_ascii(subject) && subject.n <= SUBJECT_LINE &&
        str_find(subject, STR("=?")) == subject.n) {
        out_printf(out, " %.*s\r\n", STR_ARG(subject));
        return;
    }
    struct str rest = subject;
    while (rest.n > 0) {
        struct str word = { rest.p, 0 };
        while (rest.n > 0) {
            struct str after = rest;
            str_cut_char(&after);
            size_t n = (size_t)(after.p - word.p);
            if (n > WORD_BYTES_MAX) {
                break;
            }
            word.n = n;
            rest = after;
        }
        out_lit(out, " =?utf-8?B?");
        out_base64(out, word.p, word.n);
        out_lit(out, "?=\r\n");
    }
}

/* Text is lines that end with CRLF before it is encoded (RFC 2045, 6.8). */
static void write_body(struct out *out, struct str body)
{
    struct out text = out_open(out->arena, 2 * body.n + 2);
    for (struct str rest = body; rest.p;) {
        struct str line = str_cut(&rest, '\n');
        if (rest.p || line.n > 0) {
            out_str_raw(&text, line);
            out_lit(&text, "\r\n");
        }
    }
    for (size_t i = 0; i < text.n; i += BASE64_LINE_BYTES) {
        struct str piece = str_slice(out_str(&text), i, i + BASE64_LINE_BYTES);
        out_base64(out, piece.p, piece.n);
        out_lit(out, "\r\n");
    }
}

static bool is_ascii(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.p[i] >= 0x80) {
            return false;
        }
    }
    return true;
}
