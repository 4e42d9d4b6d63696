/* The door for text: well-formed, in NFC, with LF as line end, and what is broken made visible. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "text/fold.h"
#include "web/form_private.h"

#define REPLACEMENT STR("\xEF\xBF\xBD")

static bool is_plain(struct str s);
static struct str mend(struct arena *arena, struct str raw);
static struct str first_letter(struct str s);

struct str form_clean(struct arena *arena, struct str raw)
{
    if (is_plain(raw)) {
        return raw.p ? raw : STR("");
    }
    bool is_clean = str_find_byte(raw, '\r') == raw.n && text_is_clean(raw);
    return text_nfc(arena, is_clean ? raw : mend(arena, raw));
}

bool form_is_broken(struct str cleaned)
{
    return str_find(cleaned, REPLACEMENT) < cleaned.n;
}

/* Printable ASCII is already as it must be; most parameters are. */
static bool is_plain(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((s.p[i] < ' ' || s.p[i] == 0x7f) && s.p[i] != '\n' && s.p[i] != '\t') {
            return false;
        }
    }
    return true;
}

static struct str mend(struct arena *arena, struct str raw)
{
    /* Each byte may become the three of the replacement sign. */
    struct out out = out_open(arena, 3 * raw.n + 1);
    for (size_t at = 0; at < raw.n;) {
        struct str rest = str_slice(raw, at, raw.n);
        if (rest.p[0] == '\r') {
            out_char(&out, '\n');
            at += str_starts(rest, STR("\r\n")) ? 2 : 1;
            continue;
        }
        struct str letter = first_letter(rest);
        out_str_raw(&out, text_is_clean(letter) ? letter : REPLACEMENT);
        at += letter.n;
    }
    return out_str(&out);
}

/* The first code point, or the first byte where there is none. */
static struct str first_letter(struct str s)
{
    uint8_t first = (uint8_t)s.p[0];
    size_t n = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    struct str letter = str_slice(s, 0, n);
    return letter.n == n && str_is_utf8(letter) ? letter : str_slice(s, 0, 1);
}
