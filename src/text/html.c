/* Escaping: runs of harmless bytes are found sixteen at a time and copied whole. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/html.h"

#include <string.h>

#include "text/format.h"

enum { STEP_BYTES = 16 };
typedef uint8_t step __attribute__((vector_size(STEP_BYTES)));

/* Where a sign must be escaped. */
enum place { IN_TEXT = 1, IN_ATTRIBUTE = 2, IN_RCDATA = 4, EVERYWHERE = 7 };
static const uint8_t ESCAPED[256] = {
    ['&'] = EVERYWHERE,        ['<'] = EVERYWHERE,    ['>'] = EVERYWHERE,
    ['"'] = IN_ATTRIBUTE,      ['\''] = IN_ATTRIBUTE, [TONGUE_BEGIN] = EVERYWHERE,
    [TONGUE_END] = EVERYWHERE,
};

static void write_escaped(struct out *out, struct str s, enum place place);
static size_t find_sign(struct str s, size_t from, enum place place);
static inline step load(const char *p, size_t n);
static inline bool is_harmless(step v, enum place place);
static void write_sign(struct out *out, char c, enum place place);
static struct str entity(char c);

void html_text(struct out *out, struct str s)
{
    write_escaped(out, s, IN_TEXT);
}

void html_rcdata(struct out *out, struct str s)
{
    write_escaped(out, s, IN_RCDATA);
}

void html_rcdata_z(struct out *out, const char *z)
{
    html_rcdata(out, str_of(z));
}

void html_text_z(struct out *out, const char *z)
{
    html_text(out, str_of(z));
}

void html_text_int(struct out *out, int64_t value)
{
    format_number(out, value);
}

void html_text_size(struct out *out, size_t value)
{
    format_number(out, (int64_t)value);
}

void html_text_day(struct out *out, struct day day)
{
    format_day(out, day);
}

void html_text_instant(struct out *out, struct instant instant)
{
    format_instant(out, instant);
}

void html_text_url(struct out *out, struct local_url url)
{
    html_text(out, url.url);
}

void html_safe(struct out *out, struct safe_html html)
{
    out_str_raw(out, html.html);
}

void html_attr(struct out *out, struct str s)
{
    write_escaped(out, s, IN_ATTRIBUTE);
}

void html_attr_z(struct out *out, const char *z)
{
    html_attr(out, str_of(z));
}

void html_attr_size(struct out *out, size_t value)
{
    out_int(out, (int64_t)value);
}

void html_attr_instant(struct out *out, struct instant instant)
{
    out_instant(out, instant);
}

void html_url(struct out *out, struct local_url url)
{
    html_attr(out, url.url);
}

void html_inline_jpeg(struct out *out, struct inline_jpeg jpeg)
{
    out_lit(out, "data:image/jpeg;base64,");
    out_base64(out, jpeg.bytes.p, jpeg.bytes.n);
}

void html_percent_z(struct out *out, const char *z)
{
    out_percent(out, str_of(z));
}

static void write_escaped(struct out *out, struct str s, enum place place)
{
    if (s.n == 0) {
        return;
    }
    size_t found = find_sign(s, 0, place);
    size_t written = 0;
    while (found < s.n) {
        out_bytes(out, s.p + written, found - written);
        write_sign(out, s.p[found], place);
        written = found + 1;
        found = find_sign(s, written, place);
    }
    out_bytes(out, s.p + written, s.n - written);
}

/* Where the first sign to be escaped stands, s.n: nowhere. Most texts have none and are short. */
static size_t find_sign(struct str s, size_t from, enum place place)
{
    size_t i = from;
    while (s.n - i >= STEP_BYTES && is_harmless(load(s.p + i, STEP_BYTES), place)) {
        i += STEP_BYTES;
    }
    /* The rest; of a longer text together with what stands before it, which is one load. */
    step rest =
        s.n < STEP_BYTES ? load(s.p + i, s.n - i) : load(s.p + s.n - STEP_BYTES, STEP_BYTES);
    if (s.n - i < STEP_BYTES && is_harmless(rest, place)) {
        return s.n;
    }
    while (i < s.n && !(ESCAPED[(uint8_t)s.p[i]] & place)) {
        i++;
    }
    return i;
}

/* At most sixteen bytes, some of them twice where they are fewer: no call for so few. */
static inline step load(const char *p, size_t n)
{
    step v = { 0 };
    uint64_t halves[2] = { 0, 0 };
    uint32_t quarters[2];
    if (n == STEP_BYTES) {
        memcpy(&v, p, STEP_BYTES);
        return v;
    }
    if (n >= sizeof halves[0]) {
        memcpy(&halves[0], p, sizeof halves[0]);
        memcpy(&halves[1], p + n - sizeof halves[1], sizeof halves[1]);
    } else if (n >= sizeof quarters[0]) {
        memcpy(&quarters[0], p, sizeof quarters[0]);
        memcpy(&quarters[1], p + n - sizeof quarters[1], sizeof quarters[1]);
        halves[0] = quarters[0];
        halves[1] = quarters[1];
    } else {
        for (size_t i = 0; i < n; i++) {
            halves[0] = halves[0] << 8 | (uint8_t)p[i];
        }
    }
    memcpy(&v, halves, sizeof v);
    return v;
}

/* What the table says, of sixteen bytes at once. */
static inline bool is_harmless(step v, enum place place)
{
    step found =
        (step)((v == '&') | (v == '<') | (v == '>') | (v == TONGUE_BEGIN) | (v == TONGUE_END));
    if (place == IN_ATTRIBUTE) {
        found |= (step)((v == '"') | (v == '\''));
    }
    uint64_t halves[2];
    memcpy(halves, &found, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

/* <bdi> has no look of its own, and no style speaks of it: it only says where a language begins. */
static void write_sign(struct out *out, char c, enum place place)
{
    if (c != TONGUE_BEGIN && c != TONGUE_END) {
        out_str_raw(out, entity(c));
    } else if (place == IN_TEXT && out->tongue && out->tongue->is_marked) {
        if (c == TONGUE_BEGIN) {
            out_lit(out, "<bdi lang=\"");
            out_str_raw(out, str_of(out->tongue->code)); /* letters: it stands in a list of ours */
            out_lit(out, "\">");
        } else {
            out_lit(out, "</bdi>");
        }
    }
}

static struct str entity(char c)
{
    switch (c) {
    case '&':
        return STR("&amp;");
    case '<':
        return STR("&lt;");
    case '>':
        return STR("&gt;");
    case '"':
        return STR("&quot;");
    default:
        return STR("&#39;");
    }
}
