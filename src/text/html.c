/* Escaping: runs of harmless bytes are found sixteen at a time and copied whole. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/html.h"

#include <string.h>

#include "text/format.h"

enum { STEP_BYTES = 16 };
typedef uint8_t step __attribute__((vector_size(STEP_BYTES)));

/* Where a sign must be escaped. */
enum place { IN_TEXT = 1, IN_ATTRIBUTE = 2 };
static const uint8_t ESCAPED[256] = {
    ['&'] = IN_TEXT | IN_ATTRIBUTE, ['<'] = IN_TEXT | IN_ATTRIBUTE, ['>'] = IN_TEXT | IN_ATTRIBUTE,
    ['"'] = IN_ATTRIBUTE,           ['\''] = IN_ATTRIBUTE,
};

static void write_escaped(struct out *out, struct str s, enum place place);
static bool is_harmless(const char *sixteen, enum place place);
static struct str entity(char c);

void html_text(struct out *out, struct str s)
{
    write_escaped(out, s, IN_TEXT);
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

void html_percent_z(struct out *out, const char *z)
{
    out_percent(out, str_of(z));
}

static void write_escaped(struct out *out, struct str s, enum place place)
{
    size_t written = 0;
    size_t i = 0;
    while (i < s.n) {
        if (s.n - i >= STEP_BYTES && is_harmless(s.p + i, place)) {
            i += STEP_BYTES;
            continue;
        }
        if (s.n - i < STEP_BYTES) {
            char rest[STEP_BYTES] = { 0 };
            memcpy(rest, s.p + i, s.n - i);
            if (is_harmless(rest, place)) {
                break;
            }
        }
        size_t end = s.n - i < STEP_BYTES ? s.n : i + STEP_BYTES;
        for (; i < end; i++) {
            if (ESCAPED[(uint8_t)s.p[i]] & place) {
                out_bytes(out, s.p + written, i - written);
                out_str_raw(out, entity(s.p[i]));
                written = i + 1;
            }
        }
    }
    out_str_raw(out, str_slice(s, written, s.n));
}

/* What the table says, of sixteen bytes at once. */
static bool is_harmless(const char *sixteen, enum place place)
{
    step v;
    memcpy(&v, sixteen, sizeof v);
    step found = (step)((v == '&') | (v == '<') | (v == '>'));
    if (place == IN_ATTRIBUTE) {
        found |= (step)((v == '"') | (v == '\''));
    }
    uint64_t halves[2];
    memcpy(halves, &found, sizeof halves);
    return (halves[0] | halves[1]) == 0;
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
