/* Collation keys: the letters' weights, then the tones', then the cases', then the text itself. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/collate.h"

#include "base/arena.h"
#include "base/out.h"
#include "text/codes.h"
#include "text/fold.h"

/* Weights are compared as bytes. What ends a name or a level is less than what goes on, and a
 * weight of several bytes begins with one that tells its length, so two keys are always in step. */
enum weight {
    PART_END = 0x00,
    LEVEL_END = 0x01,
    WEIGHT_SPACE = 0x02,
    WEIGHT_SIGN = 0x03,         /* and the code point in three bytes */
    WEIGHT_NUMBER = 0x10,       /* and the count of digits, and the digits */
    WEIGHT_A = 0x20,            /* three for each letter: a, ă, â, b, -, -, c, -, -, d, đ, - … */
    WEIGHT_FOREIGN = 0xF0,      /* a letter of another script, and its code point */
    WORD_END = 0x02,            /* of a word's tones */
    TONE = 0x03,
    MARK_FOREIGN = 0x10,        /* a Latin mark that Vietnamese has not, counted from U+0300 */
    CASE_SMALL = 0x02,
    CASE_LARGE = 0x03,
    DIGITS_MAX = 255,
};

/* The letters that stand behind their plain one, and how far. */
static const struct {
    int32_t plain;
    int32_t mark;
    int weight;
} SHAPES[] = {
    { 'a', 0x306, 1 }, { 'a', 0x302, 2 }, { 'e', 0x302, 1 },
    { 'o', 0x302, 1 }, { 'o', 0x31B, 2 }, { 'u', 0x31B, 1 },
};
/* In their order: huyền, hỏi, ngã, sắc, nặng. */
static const int32_t TONES[] = { 0x300, 0x309, 0x303, 0x301, 0x323 };

/* The levels while they are written. */
struct levels {
    struct out letters;
    struct out tones;
    struct out cases;
    bool in_word;
};

static bool write_levels(struct arena *arena, struct str s, struct levels *ret);
static void write_part(struct arena *arena, struct out *key, struct str part);
static size_t write_number(struct levels *levels, struct codes codes, size_t at);
static size_t write_letter(struct levels *levels, struct codes codes, size_t at);
static size_t write_between(struct levels *levels, struct codes codes, size_t at);
static void write_code(struct out *out, enum weight lead, int32_t code);
static int weight_of_shape(int32_t plain, int32_t mark);
static int weight_of_tone(int32_t mark);
static void end_word(struct levels *levels);
static struct str without_end(const struct out *level, char least);
static bool is_digit(int32_t code);

struct bytes collate_text(struct arena *arena, struct str s)
{
    struct levels levels;
    if (!s.p || !write_levels(arena, s, &levels)) {
        return (struct bytes){ NULL, 0 };
    }
    struct out key = out_open(arena, SIZE_MAX);
    out_str_raw(&key, out_str(&levels.letters));
    out_char(&key, LEVEL_END);
    out_str_raw(&key, without_end(&levels.tones, WORD_END));
    out_char(&key, LEVEL_END);
    out_str_raw(&key, without_end(&levels.cases, CASE_SMALL));
    out_char(&key, LEVEL_END);
    out_str_raw(&key, text_nfc(arena, s));
    return (struct bytes){ key.p, key.n };
}

struct bytes collate_person(struct arena *arena, struct str name)
{
    struct str nfc = str_trim(text_nfc(arena, name));
    if (!nfc.p) {
        return (struct bytes){ NULL, 0 };
    }
    /* A single word is a given name. */
    size_t given_at = nfc.n;
    while (given_at > 0 && nfc.p[given_at - 1] != ' ') {
        given_at--;
    }
    struct str given = str_slice(nfc, given_at, nfc.n);
    struct str middle = str_slice(nfc, 0, given_at);
    struct str family = str_cut(&middle, ' ');

    struct out key = out_open(arena, SIZE_MAX);
    write_part(arena, &key, given);
    write_part(arena, &key, family);
    write_part(arena, &key, str_trim(middle));
    out_str_raw(&key, nfc);
    return (struct bytes){ key.p, key.n };
}

/* Letters and tones of one of a person's names. */
static void write_part(struct arena *arena, struct out *key, struct str part)
{
    struct levels levels;
    if (write_levels(arena, part, &levels)) {
        out_str_raw(key, out_str(&levels.letters));
        out_char(key, LEVEL_END);
        out_str_raw(key, without_end(&levels.tones, WORD_END));
    }
    out_char(key, PART_END);
}

static bool write_levels(struct arena *arena, struct str s, struct levels *ret)
{
    struct codes codes;
    if (!codes_of(arena, s, CODES_DECOMPOSED, &codes)) {
        return false;
    }
    struct levels levels = { .letters = out_open(arena, SIZE_MAX),
                             .tones = out_open(arena, SIZE_MAX),
                             .cases = out_open(arena, SIZE_MAX) };
    for (size_t at = 0; at < codes.n;) {
        if (is_digit(codes.p[at])) {
            at += write_number(&levels, codes, at);
        } else if (code_is_word(codes.p[at])) {
            at += write_letter(&levels, codes, at);
        } else {
            at += write_between(&levels, codes, at);
        }
    }
    end_word(&levels);
    *ret = levels;
    return true;
}

/* Each of these writes what stands at `at` and returns how many code points that is. */
static size_t write_number(struct levels *levels, struct codes codes, size_t at)
{
    end_word(levels);
    size_t zeros = 0;
    while (at + zeros < codes.n && codes.p[at + zeros] == '0') {
        zeros++;
    }
    at += zeros;
    size_t n = 0;
    while (n < DIGITS_MAX && at + n < codes.n && is_digit(codes.p[at + n])) {
        n++;
    }
    out_char(&levels->letters, WEIGHT_NUMBER);
    out_char(&levels->letters, (char)n);
    for (size_t i = 0; i < n; i++) {
        out_char(&levels->letters, (char)codes.p[at + i]);
    }
    return zeros + n;
}

static size_t write_letter(struct levels *levels, struct codes codes, size_t at)
{
    int32_t small = code_lower(codes.p[at]);
    /* đ, and the ð that is typed for it. */
    bool has_stroke = small == 0x111 || small == 0xF0;
    int32_t plain = has_stroke ? 'd' : small;
    int shape = has_stroke ? 1 : 0;
    size_t n = 1;
    for (; at + n < codes.n && code_is_latin_mark(codes.p[at + n]); n++) {
        int shaped = weight_of_shape(plain, codes.p[at + n]);
        if (shaped && !shape) {
            shape = shaped;
        } else {
            out_char(&levels->tones, (char)weight_of_tone(codes.p[at + n]));
        }
    }
    if (plain >= 'a' && plain <= 'z') {
        out_char(&levels->letters, (char)(WEIGHT_A + 3 * (plain - 'a') + shape));
    } else {
        write_code(&levels->letters, WEIGHT_FOREIGN, plain);
    }
    out_char(&levels->cases, small == codes.p[at] ? CASE_SMALL : CASE_LARGE);
    levels->in_word = true;
    return n;
}

static size_t write_between(struct levels *levels, struct codes codes, size_t at)
{
    end_word(levels);
    if (!code_is_space(codes.p[at])) {
        write_code(&levels->letters, WEIGHT_SIGN, codes.p[at]);
        return 1;
    }
    out_char(&levels->letters, WEIGHT_SPACE);
    size_t n = 1;
    while (at + n < codes.n && code_is_space(codes.p[at + n])) {
        n++;
    }
    return n;
}

static void write_code(struct out *out, enum weight lead, int32_t code)
{
    out_char(out, (char)lead);
    out_char(out, (char)(code >> 16));
    out_char(out, (char)(code >> 8 & 0xFF));
    out_char(out, (char)(code & 0xFF));
}

/* 0 when that letter has no such shape. */
static int weight_of_shape(int32_t plain, int32_t mark)
{
    for (size_t i = 0; i < COUNT(SHAPES); i++) {
        if (SHAPES[i].plain == plain && SHAPES[i].mark == mark) {
            return SHAPES[i].weight;
        }
    }
    return 0;
}

static int weight_of_tone(int32_t mark)
{
    for (size_t i = 0; i < COUNT(TONES); i++) {
        if (TONES[i] == mark) {
            return TONE + (int)i;
        }
    }
    return MARK_FOREIGN + (mark - 0x300);
}

static void end_word(struct levels *levels)
{
    if (levels->in_word) {
        out_char(&levels->tones, WORD_END);
        levels->in_word = false;
    }
}

/* The end of a level that says nothing is left out: what follows is less than any weight. */
static struct str without_end(const struct out *level, char least)
{
    struct str s = out_str(level);
    while (s.n && s.p[s.n - 1] == least) {
        s.n--;
    }
    return s;
}

static bool is_digit(int32_t code)
{
    return code >= '0' && code <= '9';
}
