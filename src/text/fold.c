/* Normalising, checking and folding text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/fold.h"

#include "text/codes.h"

static bool is_plainly_nfc(struct str s);
static bool is_clean_code(uint32_t code);
static int32_t fold_code(int32_t code);

struct str text_nfc(struct arena *arena, struct str s)
{
    if (is_plainly_nfc(s)) {
        return s;
    }
    struct codes codes;
    return codes_of(arena, s, CODES_DECOMPOSED, &codes) ? codes_compose(codes) : STR_NONE;
}

bool text_is_clean(struct str s)
{
    if (!str_is_utf8(s)) {
        return false;
    }
    bool is_clean = true;
    while (s.n) {
        is_clean &= is_clean_code(str_cut_char(&s));
    }
    return is_clean;
}

struct str text_fold(struct arena *arena, struct str s)
{
    struct codes codes;
    if (!codes_of(arena, s, CODES_VISIBLE, &codes)) {
        return STR_NONE;
    }
    /* A space or an apostrophe is written only when a word comes after it. */
    int32_t between = 0;
    size_t n = 0;
    for (size_t i = 0; i < codes.n; i++) {
        int32_t code = fold_code(codes.p[i]);
        if (code == 0) {
            continue;
        }
        if (code == ' ' || code == '\'') {
            between = between || n == 0 ? ' ' : code;
            continue;
        }
        if (between && n > 0) {
            codes.p[n++] = between;
        }
        between = 0;
        codes.p[n++] = code;
    }
    return codes_compose((struct codes){ codes.p, n });
}

/* True when all code points are of ranges that never change nor combine. They hold nearly all that
 * is written here: Latin with its composed letters, the Vietnamese block, quotes and dashes. */
static bool is_plainly_nfc(struct str s)
{
    while (s.n) {
        uint32_t code = str_cut_char(&s);
        if (code >= 0x300 && !(code >= 0x1EA0 && code <= 0x1EF9) &&
            !(code >= 0x2010 && code <= 0x2027)) {
            return false;
        }
    }
    return true;
}

static bool is_clean_code(uint32_t code)
{
    bool is_control =
        (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
    bool turns_direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    bool is_noncharacter = (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
    return !is_control && !turns_direction && !is_noncharacter;
}

/* What one code point becomes; 0 is nothing. The letters come decomposed, so that their marks are
 * gone before their case is changed. */
static int32_t fold_code(int32_t code)
{
    if (code_is_latin_mark(code)) {
        return 0;
    }
    code = code_lower(code);
    switch (code) {
    case 0x111: /* đ, which no decomposition takes apart */
    case 0xF0:  /* ð and ɖ, whose capitals look like Đ and are typed for it */
    case 0x256:
        return 'd';
    case 0x180: /* ƀ of Bahnar, Ede and Jarai */
        return 'b';
    case '\'':
    case '`':
    case 0xB4:  /* ´ */
    case 0x2B9: /* ʹ and ′ */
    case 0x2032:
    case 0x2BB: /* ʻ, ʼ and ʽ */
    case 0x2BC:
    case 0x2BD:
    case 0x2018: /* ‘, ’ and ‛ */
    case 0x2019:
    case 0x201B:
    case 0xFF07: /* ＇ */
        return '\'';
    default:
        return code_is_word(code) ? code : ' ';
    }
}
