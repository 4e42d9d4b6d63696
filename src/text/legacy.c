/* Old fonts: the two tables, what gives them away, and the way back to Unicode. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/legacy.h"

#include "base/arena.h"
#include "base/out.h"
#include "text/codes.h"
#include "text/fold.h"

enum {
    LATIN_FIRST = 0xA1,
    LATIN_END = 0x100,
    SHORT_LINE_WORDS = 4,
    ONE_IN_WORDS = 4,
    /* A repaired sign is at most three bytes; a mark of VNI beside it makes it smaller. */
    GROWTH = 3,
};

/* What stands on the place of each sign from U+00A1 on; NULL: nothing does. */
static const char *const TCVN3[LATIN_END - LATIN_FIRST] = {
    "Ă",  "Â",  "Ê",  "Ô",  "Ơ",  "Ư", "Đ", "ă", "â",  "ê",  "ô",  "ơ", "ư",  "đ", NULL, NULL,
    NULL, NULL, NULL, NULL, "à",  "ả", "ã", "á", "ạ",  NULL, "ằ",  "ẳ", "ẵ",  "ắ", NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, "ặ", "ầ", "ẩ", "ẫ",  "ấ",  "ậ",  "è", NULL, "ẻ", "ẽ",  "é",
    "ẹ",  "ề",  "ể",  "ễ",  "ế",  "ệ", "ì", "ỉ", NULL, NULL, NULL, "ĩ", "í",  "ị", "ò",  NULL,
    "ỏ",  "õ",  "ó",  "ọ",  "ồ",  "ổ", "ỗ", "ố", "ộ",  "ờ",  "ở",  "ỡ", "ớ",  "ợ", "ù",  NULL,
    "ủ",  "ũ",  "ú",  "ụ",  "ừ",  "ử", "ữ", "ứ", "ự",  "ỳ",  "ỷ",  "ỹ", "ý",  "ỵ", NULL,
};

/* A base (in lower case) and the mark behind it; a mark of 0 is none. */
static const struct pair {
    int32_t base;
    int32_t mark;
    const char *lower;
    const char *upper;
} VNI[] = {
    { 'a', 0xF9, "á", "Á" },  { 'a', 0xF8, "à", "À" },  { 'a', 0xFB, "ả", "Ả" },
    { 'a', 0xF5, "ã", "Ã" },  { 'a', 0xEF, "ạ", "Ạ" },  { 'a', 0xE2, "â", "Â" },
    { 'a', 0xE1, "ấ", "Ấ" },  { 'a', 0xE0, "ầ", "Ầ" },  { 'a', 0xE5, "ẩ", "Ẩ" },
    { 'a', 0xE3, "ẫ", "Ẫ" },  { 'a', 0xE4, "ậ", "Ậ" },  { 'a', 0xEA, "ă", "Ă" },
    { 'a', 0xE9, "ắ", "Ắ" },  { 'a', 0xE8, "ằ", "Ằ" },  { 'a', 0xFA, "ẳ", "Ẳ" },
    { 'a', 0xFC, "ẵ", "Ẵ" },  { 'a', 0xEB, "ặ", "Ặ" },  { 'e', 0xF9, "é", "É" },
    { 'e', 0xF8, "è", "È" },  { 'e', 0xFB, "ẻ", "Ẻ" },  { 'e', 0xF5, "ẽ", "Ẽ" },
    { 'e', 0xEF, "ẹ", "Ẹ" },  { 'e', 0xE2, "ê", "Ê" },  { 'e', 0xE1, "ế", "Ế" },
    { 'e', 0xE0, "ề", "Ề" },  { 'e', 0xE5, "ể", "Ể" },  { 'e', 0xE3, "ễ", "Ễ" },
    { 'e', 0xE4, "ệ", "Ệ" },  { 'o', 0xF9, "ó", "Ó" },  { 'o', 0xF8, "ò", "Ò" },
    { 'o', 0xFB, "ỏ", "Ỏ" },  { 'o', 0xF5, "õ", "Õ" },  { 'o', 0xEF, "ọ", "Ọ" },
    { 'o', 0xE2, "ô", "Ô" },  { 'o', 0xE1, "ố", "Ố" },  { 'o', 0xE0, "ồ", "Ồ" },
    { 'o', 0xE5, "ổ", "Ổ" },  { 'o', 0xE3, "ỗ", "Ỗ" },  { 'o', 0xE4, "ộ", "Ộ" },
    { 0xF4, 0xF9, "ớ", "Ớ" }, { 0xF4, 0xF8, "ờ", "Ờ" }, { 0xF4, 0xFB, "ở", "Ở" },
    { 0xF4, 0xF5, "ỡ", "Ỡ" }, { 0xF4, 0xEF, "ợ", "Ợ" }, { 0xF4, 0, "ơ", "Ơ" },
    { 'u', 0xF9, "ú", "Ú" },  { 'u', 0xF8, "ù", "Ù" },  { 'u', 0xFB, "ủ", "Ủ" },
    { 'u', 0xF5, "ũ", "Ũ" },  { 'u', 0xEF, "ụ", "Ụ" },  { 0xF6, 0xF9, "ứ", "Ứ" },
    { 0xF6, 0xF8, "ừ", "Ừ" }, { 0xF6, 0xFB, "ử", "Ử" }, { 0xF6, 0xF5, "ữ", "Ữ" },
    { 0xF6, 0xEF, "ự", "Ự" }, { 0xF6, 0, "ư", "Ư" },    { 'y', 0xF9, "ý", "Ý" },
    { 'y', 0xF8, "ỳ", "Ỳ" },  { 'y', 0xFB, "ỷ", "Ỷ" },  { 'y', 0xF5, "ỹ", "Ỹ" },
    { 0xEE, 0, "ỵ", "Ỵ" },    { 0xF1, 0, "đ", "Đ" },    { 0xE6, 0, "ỉ", "Ỉ" },
    { 0xF3, 0, "ĩ", "Ĩ" },    { 0xF2, 0, "ị", "Ị" },
};

/* What a line is made of: all its words, and those that only an old font explains. */
struct clues {
    size_t words;
    size_t tcvn3;
    size_t vni;
    size_t foreign; /* no clue of TCVN3, but a letter that Vietnamese does not have */
    bool is_inside; /* one of TCVN3's signs has letters on both sides */
};

static enum legacy_font font_of(struct str line);
static void look_at_word(struct str word, struct clues *clues);
static bool is_one_syllable(struct str word);
static bool is_mostly(size_t old, const struct clues *clues, bool may_be_one);
static bool is_of_unicode(int32_t code);
static bool is_tcvn3_sign(int32_t code);
static bool begins_a_syllable(int32_t code);
static bool is_foreign_letter(int32_t code);
static bool is_ascii_letter(int32_t code);
static bool is_ascii_upper(int32_t code);
static const struct pair *vni_pair(int32_t base, int32_t mark);
static bool is_foreign_pair(const struct pair *pair);
static void repair_line(struct out *out, struct str line, enum legacy_font font);
static void repair_tcvn3(struct out *out, struct str word, bool is_capital);
static void repair_vni(struct out *out, struct str word);
static bool is_capital_text(struct str text);
static struct str cut_word(struct str *rest);

struct legacy legacy_read(struct arena *arena, struct str s)
{
    struct legacy legacy = { LEGACY_NONE, STR_NONE };
    for (struct str rest = s; rest.p && !legacy.font;) {
        legacy.font = font_of(str_cut(&rest, '\n'));
    }
    if (!legacy.font) {
        return legacy;
    }
    struct out out = out_open(arena, GROWTH * s.n + 1);
    for (struct str rest = s; rest.p;) {
        struct str line = str_cut(&rest, '\n');
        repair_line(&out, line, font_of(line));
        if (rest.p) {
            out_char(&out, '\n');
        }
    }
    legacy.text = text_nfc(arena, out_str(&out));
    return legacy;
}

struct str legacy_from_bytes(struct arena *arena, struct str bytes)
{
    struct out out = out_open(arena, 2 * bytes.n + 1);
    for (size_t i = 0; i < bytes.n; i++) {
        uint8_t byte = (uint8_t)bytes.p[i];
        if (byte < 0x80) {
            out_char(&out, (char)byte);
        } else {
            out_char(&out, (char)(0xC0 | byte >> 6));
            out_char(&out, (char)(0x80 | (byte & 0x3F)));
        }
    }
    return out_str(&out);
}

const char *legacy_font_name(enum legacy_font font)
{
    return font == LEGACY_TCVN3 ? "TCVN3" : font == LEGACY_VNI ? "VNI" : "";
}

static enum legacy_font font_of(struct str line)
{
    struct clues clues = { 0 };
    for (struct str rest = line; rest.n;) {
        if (is_of_unicode((int32_t)str_cut_char(&rest))) {
            return LEGACY_NONE;
        }
    }
    for (struct str rest = line; rest.n;) {
        struct str word = cut_word(&rest);
        if (word.n) {
            look_at_word(word, &clues);
        }
    }
    size_t tcvn3 = clues.tcvn3 ? clues.tcvn3 + clues.foreign : 0;
    if (is_mostly(tcvn3, &clues, clues.is_inside) && clues.tcvn3 >= clues.vni) {
        return LEGACY_TCVN3;
    }
    return is_mostly(clues.vni, &clues, true) ? LEGACY_VNI : LEGACY_NONE;
}

static bool is_mostly(size_t old, const struct clues *clues, bool may_be_one)
{
    size_t needed = clues->words <= SHORT_LINE_WORDS && may_be_one ? 1 : 2;
    return old >= needed && old * ONE_IN_WORDS >= clues->words;
}

/* Vowels stand together in a Vietnamese word; "Haïti" and "naïve" have them in two places. What is
 * no letter of ASCII passes for a vowel. */
static bool is_one_syllable(struct str word)
{
    size_t groups = 0;
    bool is_vowel = false;
    while (word.n) {
        int32_t code = (int32_t)str_cut_char(&word);
        bool was_vowel = is_vowel;
        is_vowel = code >= LATIN_FIRST ||
                   (is_ascii_letter(code) && str_find_byte(STR("aeiouyAEIOUY"), (char)code) < 12);
        groups += is_vowel && !was_vowel;
    }
    return groups == 1;
}

/* Of TCVN3 a sign that is no letter, or a capital behind a small letter; of VNI a mark that no
 * syllable has at that place. */
static void look_at_word(struct str word, struct clues *clues)
{
    bool has_tcvn3 = false;
    bool has_vni = false;
    bool has_foreign = false;
    int32_t before = 0;
    clues->words++;
    if (!is_one_syllable(word)) {
        return;
    }
    while (word.n) {
        int32_t code = (int32_t)str_cut_char(&word);
        struct str ahead = word;
        int32_t next = ahead.n ? (int32_t)str_cut_char(&ahead) : 0;
        bool is_sign =
            is_tcvn3_sign(code) &&
            (is_ascii_letter(next) || (is_ascii_letter(before) && !begins_a_syllable(code)));
        bool is_late_capital =
            code >= 0xC0 && code <= 0xDE && is_ascii_letter(before) && !is_ascii_upper(before);
        clues->is_inside |= is_late_capital || (is_sign && before && next);
        has_tcvn3 |= is_sign || is_late_capital;
        const struct pair *pair = vni_pair(before, code);
        has_vni |= pair && pair->mark && is_foreign_pair(pair);
        has_foreign |= is_foreign_letter(code);
        before = code;
    }
    clues->tcvn3 += has_tcvn3;
    clues->vni += has_vni;
    clues->foreign += has_foreign && !has_tcvn3;
}

/* "oà" and "oá" are in "hoà" and "hoá": no clue. A vowel of its own kind behind a, e or ô is. */
static bool is_foreign_pair(const struct pair *pair)
{
    bool is_vietnamese_mark = pair->mark == 0xE0 || pair->mark == 0xE1 || pair->mark == 0xE3 ||
                              pair->mark == 0xE8 || pair->mark == 0xE9 || pair->mark == 0xFA;
    return pair->base != 'o' || !is_vietnamese_mark;
}

/* A letter that old fonts do not need, and no other tongue of ours is written with alone. */
static bool is_of_unicode(int32_t code)
{
    return (code >= 0x100 && code < 0x250) || (code >= 0x1E00 && code < 0x1F00);
}

static bool is_tcvn3_sign(int32_t code)
{
    return code >= LATIN_FIRST && code < 0xC0 && TCVN3[code - LATIN_FIRST];
}

/* Behind a letter ® and © are what they are: đ is never last in a word, and â neither. */
static bool begins_a_syllable(int32_t code)
{
    return code == 0xAE || code == 0xA9;
}

/* Of Latin-1's letters those that no Vietnamese word has. */
static bool is_foreign_letter(int32_t code)
{
    static const char *const LETTERS = "\xC4\xC5\xC6\xC7\xCB\xCE\xCF\xD0"
                                       "\xD1\xD6\xD8\xDB\xDC\xDE\xDF\xE4"
                                       "\xE5\xE6\xE7\xEB\xEE\xEF\xF0\xF1"
                                       "\xF6\xF8\xFB\xFC\xFE\xFF";
    return code >= 0xC0 && code < LATIN_END &&
           str_find_byte(str_of(LETTERS), (char)code) < str_of(LETTERS).n;
}

static bool is_ascii_letter(int32_t code)
{
    return (code >= 'a' && code <= 'z') || is_ascii_upper(code);
}

static bool is_ascii_upper(int32_t code)
{
    return code >= 'A' && code <= 'Z';
}

static const struct pair *vni_pair(int32_t base, int32_t mark)
{
    for (size_t i = 0; base > 0 && i < COUNT(VNI); i++) {
        if (VNI[i].base == code_lower(base) && VNI[i].mark == (mark ? code_lower(mark) : 0)) {
            return &VNI[i];
        }
    }
    return NULL;
}

static void repair_line(struct out *out, struct str line, enum legacy_font font)
{
    bool is_capital = is_capital_text(line);
    while (line.n) {
        struct str rest = line;
        struct str word = cut_word(&rest);
        struct str gap = str_slice(line, word.n, line.n - rest.n);
        if (font == LEGACY_TCVN3) {
            repair_tcvn3(out, word, is_capital || is_capital_text(word));
        } else if (font == LEGACY_VNI) {
            repair_vni(out, word);
        } else {
            out_str_raw(out, word);
        }
        out_str_raw(out, gap);
        line = rest;
    }
}

/* TCVN3 has no capitals with tones: another font (.VnTimeH) shows the small ones as capitals. */
static void repair_tcvn3(struct out *out, struct str word, bool is_capital)
{
    while (word.n) {
        struct str rest = word;
        int32_t code = (int32_t)str_cut_char(&rest);
        const char *meant =
            code >= LATIN_FIRST && code < LATIN_END ? TCVN3[code - LATIN_FIRST] : NULL;
        struct str letter = meant ? str_of(meant) : str_slice(word, 0, word.n - rest.n);
        if (is_capital && meant) {
            code_write_upper(out, (int32_t)str_cut_char(&letter));
        } else {
            out_str_raw(out, letter);
        }
        word = rest;
    }
}

static void repair_vni(struct out *out, struct str word)
{
    while (word.n) {
        struct str rest = word;
        int32_t code = (int32_t)str_cut_char(&rest);
        struct str behind = rest;
        int32_t next = rest.n ? (int32_t)str_cut_char(&behind) : 0;
        const struct pair *pair = next ? vni_pair(code, next) : NULL;
        rest = pair ? behind : rest;
        pair = pair ? pair : vni_pair(code, 0);
        if (pair) {
            out_str_raw(out, str_of(code_lower(code) == code ? pair->lower : pair->upper));
        } else {
            out_str_raw(out, str_slice(word, 0, word.n - rest.n));
        }
        word = rest;
    }
}

/* Two capitals of ASCII and no small letter of it. */
static bool is_capital_text(struct str text)
{
    size_t capitals = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (is_ascii_upper(text.p[i])) {
            capitals++;
        } else if (is_ascii_letter(text.p[i])) {
            return false;
        }
    }
    return capitals >= 2;
}

/* What stands before the first blank, with the blanks behind it cut off too: they are the gap. */
static struct str cut_word(struct str *rest)
{
    struct str all = *rest;
    size_t n = 0;
    while (n < all.n && all.p[n] != ' ' && all.p[n] != '\t') {
        n++;
    }
    size_t end = n;
    while (end < all.n && (all.p[end] == ' ' || all.p[end] == '\t')) {
        end++;
    }
    *rest = str_slice(all, end, all.n);
    return str_slice(all, 0, n);
}
