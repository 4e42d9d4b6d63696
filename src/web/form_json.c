/* JSON bodies: one flat object whose members become parameters. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "web/form_private.h"
#include "web/percent.h"

/* Our API takes flat objects, and a number must arrive as it was written: 107.5905 read into a
 * double and printed again is another text, with another idempotency hash. A general parser keeps
 * neither the digits nor the name of the field whose bytes are broken, so this one does, for RFC
 * 8259 less nesting. `null` is a parameter that was not sent. */
enum { REPLACEMENT_CODE = 0xfffd };

struct reader {
    struct form_draft *draft;
    const char *at;
    const char *end;
};

static enum status read_members(struct reader *r);
static enum status read_value(struct reader *r, struct str name);
static enum status malformed(struct reader *r);
static bool read_string(struct reader *r, struct str *ret);
static bool read_escape(struct reader *r, struct out *out);
static bool read_code(struct reader *r, struct out *out);
static bool read_unit(struct reader *r, uint32_t *ret);
static void write_utf8(struct out *out, uint32_t code);
static bool read_number(struct reader *r, struct str *ret);
static bool read_digits(struct reader *r);
static bool read_word(struct reader *r, struct str word);
static bool take(struct reader *r, char c);
static void skip_space(struct reader *r);

enum status form_parse_json(struct form_draft *draft, struct str body)
{
    struct reader r = { draft, body.p, body.p + body.n };
    if (body.n == 0) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Nội dung JSON đang trống.%.*s", STR(""));
    }
    skip_space(&r);
    if (!take(&r, '{')) {
        return form_refuse(draft, STATUS_BAD_REQUEST,
                           "Nội dung JSON phải là một đối tượng {…}, không phải “%.*s”.",
                           str_span(r.at, (size_t)(r.end - r.at)));
    }
    enum status status = read_members(&r);
    skip_space(&r);
    return status == STATUS_OK && r.at < r.end ? malformed(&r) : status;
}

static enum status read_members(struct reader *r)
{
    skip_space(r);
    if (take(r, '}')) {
        return STATUS_OK;
    }
    do {
        struct str name = STR_NONE;
        skip_space(r);
        if (!read_string(r, &name)) {
            return malformed(r);
        }
        skip_space(r);
        if (!take(r, ':')) {
            return malformed(r);
        }
        skip_space(r);
        enum status status = read_value(r, name);
        if (status) {
            return status;
        }
        skip_space(r);
    } while (take(r, ','));
    return take(r, '}') ? STATUS_OK : malformed(r);
}

static enum status read_value(struct reader *r, struct str name)
{
    char first = '\0';
    if (r->at < r->end) {
        first = *r->at;
    }
    struct str value = STR_NONE;
    switch (first) {
    case '"':
        return read_string(r, &value) ? form_add(r->draft, name, value) : malformed(r);
    case '{':
    case '[':
        return form_refuse(r->draft, STATUS_BAD_REQUEST,
                           "Ô “%.*s” phải là chữ, số hoặc true/false, không phải danh sách.", name);
    case 't':
        return read_word(r, STR("true")) ? form_add(r->draft, name, STR("true")) : malformed(r);
    case 'f':
        return read_word(r, STR("false")) ? form_add(r->draft, name, STR("false")) : malformed(r);
    case 'n':
        return read_word(r, STR("null")) ? form_add(r->draft, name, STR("")) : malformed(r);
    default:
        return read_number(r, &value) ? form_add(r->draft, name, value) : malformed(r);
    }
}

static enum status malformed(struct reader *r)
{
    return form_refuse(r->draft, STATUS_BAD_REQUEST, "JSON bị hỏng ở chỗ “%.*s”.",
                       str_span(r->at, (size_t)(r->end - r->at)));
}

/* Bytes that are not UTF-8 pass here: form_add() marks them and the field's check names them. */
static bool read_string(struct reader *r, struct str *ret)
{
    if (!take(r, '"')) {
        return false;
    }
    struct out out = out_open(r->draft->arena, (size_t)(r->end - r->at) + 1);
    for (;;) {
        const char *start = r->at;
        while (r->at < r->end && *r->at != '"' && *r->at != '\\' && (uint8_t)*r->at >= ' ') {
            r->at++;
        }
        out_bytes(&out, start, (size_t)(r->at - start));
        if (r->at == r->end || *r->at != '\\') {
            break;
        }
        if (!read_escape(r, &out)) {
            return false;
        }
    }
    *ret = out_str(&out);
    return take(r, '"');
}

static bool read_escape(struct reader *r, struct out *out)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    r->at++;
    if (take(r, 'u')) {
        return read_code(r, out);
    }
    const char *letter = r->at < r->end ? memchr(letters, *r->at, sizeof letters - 1) : NULL;
    if (!letter) {
        return false;
    }
    out_char(out, meanings[letter - letters]);
    r->at++;
    return true;
}

/* After \u: one UTF-16 unit, or two that are a surrogate pair. A lone half is well-formed JSON but
 * no letter: it becomes U+FFFD, which the field's check refuses. */
static bool read_code(struct reader *r, struct out *out)
{
    uint32_t code = 0;
    if (!read_unit(r, &code)) {
        return false;
    }
    if (code >= 0xd800 && code < 0xdc00 && r->end - r->at >= 2 && memcmp(r->at, "\\u", 2) == 0) {
        uint32_t low = 0;
        r->at += 2;
        if (!read_unit(r, &low)) {
            return false;
        }
        code = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
                                             : REPLACEMENT_CODE;
    }
    write_utf8(out, code >= 0xd800 && code < 0xe000 ? REPLACEMENT_CODE : code);
    return true;
}

static bool read_unit(struct reader *r, uint32_t *ret)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = r->at + i < r->end ? hex_digit(r->at[i]) : -1;
        if (digit < 0) {
            return false;
        }
        unit = unit << 4 | (uint32_t)digit;
    }
    *ret = unit;
    r->at += 4;
    return true;
}

static void write_utf8(struct out *out, uint32_t code)
{
    if (code < 0x80) {
        out_char(out, (char)code);
        return;
    }
    unsigned tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const uint8_t marks[] = { 0, 0xc0, 0xe0, 0xf0 };
    out_char(out, (char)(marks[tails] | code >> 6 * tails));
    while (tails-- > 0) {
        out_char(out, (char)(0x80 | (code >> 6 * tails & 0x3f)));
    }
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?  The span keeps the digits as they were sent. */
static bool read_number(struct reader *r, struct str *ret)
{
    const char *start = r->at;
    (void)take(r, '-');
    if (!take(r, '0') && !read_digits(r)) {
        return false;
    }
    if (take(r, '.') && !read_digits(r)) {
        return false;
    }
    if (take(r, 'e') || take(r, 'E')) {
        (void)(take(r, '+') || take(r, '-'));
        if (!read_digits(r)) {
            return false;
        }
    }
    *ret = str_span(start, (size_t)(r->at - start));
    return true;
}

static bool read_digits(struct reader *r)
{
    const char *start = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9') {
        r->at++;
    }
    return r->at > start;
}

static bool read_word(struct reader *r, struct str word)
{
    if (!str_starts(str_span(r->at, (size_t)(r->end - r->at)), word)) {
        return false;
    }
    r->at += word.n;
    return true;
}

static bool take(struct reader *r, char c)
{
    if (r->at == r->end || *r->at != c) {
        return false;
    }
    r->at++;
    return true;
}

static void skip_space(struct reader *r)
{
    while (r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at) {
        r->at++;
    }
}
