/* Reading what people type: days, numbers, identity papers. No floating point, no clock. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/typed.h"

#include "base/arena.h"
#include "base/out.h"
#include "text/codes.h"

enum {
    YEAR_MIN = 1000,
    YEARS_AHEAD_MAX = 10,
    CENTURY = 100,
    TYPED_CHARS_MAX = 80,
    CITIZEN_DIGITS = 12,
    OLD_IDENTITY_DIGITS = 9,
    FRACTION_DIGITS_MAX = 12,
};

/* Words that say no more than the dividers do. */
static const char *const DAY_WORDS[] = { "ngày", "tháng", "năm" };

static const struct {
    const char *word;
    int64_t size;
} SIZES[] = {
    { "nghìn", 1000 },    { "ngàn", 1000 },     { "triệu", 1000000 },
    { "tỷ", 1000000000 }, { "tỉ", 1000000000 },
};

/* Numbers with what parts them, in their order. */
struct parts {
    int64_t numbers[3];
    size_t digits[3];
    size_t count;
    bool has_month_word;
    bool is_broken;
};

static struct parts parts_of(struct str typed);
static size_t word_at(struct str rest, bool *ret_is_month);
static struct typed_day day_typed(int64_t year, int64_t month, int64_t day);
static struct typed_day month_typed(int64_t year, int64_t month);
static int64_t full_year(int64_t year, size_t digits, struct day today);
static struct str lower_words(struct str typed, char *buffer, size_t room);
static bool read_amount(struct str *rest, int64_t *ret_whole, int64_t *ret_fraction,
                        size_t *ret_fraction_digits);
static bool cut_grouped(struct str *rest, int64_t *ret);
static size_t leading_digits(struct str s);
static bool grow(int64_t *number, int64_t factor, int64_t more);
static int64_t cut_size(struct str *rest);
static bool cut_half(struct str *rest);
static bool cut_currency(struct str *rest);
static bool add_below(struct str *rest, int64_t size, int64_t *number);
static bool fraction_of(int64_t fraction, size_t digits, int64_t size, int64_t *ret);

struct typed_day typed_day_read(struct str typed, struct day today)
{
    char buffer[TYPED_CHARS_MAX];
    struct parts parts = parts_of(lower_words(str_trim(typed), buffer, sizeof buffer));
    const int64_t *n = parts.numbers;
    struct typed_day nothing = { TYPED_NOTHING, DAY_NONE, DAY_NONE };
    if (parts.is_broken || parts.count == 0) {
        return nothing;
    }
    if (parts.count == 3) {
        return parts.digits[0] == 4
                   ? day_typed(n[0], n[1], n[2])
                   : day_typed(full_year(n[2], parts.digits[2], today), n[1], n[0]);
    }
    if (parts.count == 2) {
        return parts.digits[0] == 4   ? month_typed(n[0], n[1])
               : parts.digits[1] == 4 ? month_typed(n[1], n[0])
                                      : nothing;
    }
    if (parts.digits[0] != 4 || parts.has_month_word) {
        return nothing;
    }
    struct typed_day first = month_typed(n[0], 1);
    struct typed_day last = month_typed(n[0], 12);
    return first.precision ? (struct typed_day){ TYPED_YEAR, first.from, last.until } : nothing;
}

bool typed_number_read(struct str typed, int64_t *ret)
{
    char buffer[TYPED_CHARS_MAX];
    struct str rest = lower_words(str_trim(typed), buffer, sizeof buffer);
    int64_t number = 0;
    int64_t fraction = 0;
    size_t fraction_digits = 0;
    if (!read_amount(&rest, &number, &fraction, &fraction_digits)) {
        return false;
    }
    int64_t size = cut_size(&rest);
    if (size == 0) {
        if (fraction_digits > 0) {
            return false;
        }
    } else {
        int64_t more = 0;
        if (!fraction_of(fraction, fraction_digits, size, &more) || !grow(&number, size, more) ||
            !add_below(&rest, size, &number)) {
            return false;
        }
    }
    if (!cut_currency(&rest) || rest.n > 0) {
        return false;
    }
    *ret = number;
    return true;
}

enum typed_identity typed_identity_read(struct arena *arena, struct str typed, struct str *ret)
{
    struct str trimmed = str_trim(typed);
    struct out digits = out_open(arena, trimmed.n + 1);
    *ret = trimmed;
    for (struct str rest = trimmed; rest.n;) {
        int32_t code = (int32_t)str_cut_char(&rest);
        if (code >= '0' && code <= '9') {
            out_char(&digits, (char)code);
        } else if (!code_is_space(code) && code != '.' && code != '-') {
            return TYPED_OTHER_PAPER;
        }
    }
    struct str all = out_str(&digits);
    if (all.n <= OLD_IDENTITY_DIGITS) {
        return TYPED_OTHER_PAPER;
    }
    *ret = all;
    bool is_good = all.n == CITIZEN_DIGITS && !str_starts(all, STR("000"));
    return is_good ? TYPED_CITIZEN : TYPED_MISTYPED;
}

/* Digits, words of days, and one divider or blanks between two numbers. */
static struct parts parts_of(struct str typed)
{
    struct parts parts = { .is_broken = typed.n == 0 };
    bool is_parted = true;
    char divider = 0;
    while (typed.n && !parts.is_broken) {
        size_t digits = leading_digits(typed);
        size_t word = digits ? 0 : word_at(typed, &parts.has_month_word);
        char sign = typed.p[0];
        if (digits) {
            parts.is_broken = !is_parted || digits > 4 || parts.count == COUNT(parts.numbers);
            for (size_t i = 0; i < digits && !parts.is_broken; i++) {
                parts.numbers[parts.count] = parts.numbers[parts.count] * 10 + (typed.p[i] - '0');
            }
            parts.digits[parts.is_broken ? 0 : parts.count] = digits;
            parts.count += !parts.is_broken;
            is_parted = false;
            divider = 0;
            typed = str_slice(typed, digits, typed.n);
        } else if (word || sign == ' ') {
            is_parted |= word > 0;
            typed = str_slice(typed, word ? word : 1, typed.n);
        } else {
            bool is_divider = sign == '/' || sign == '-' || sign == '.';
            parts.is_broken = !is_divider || divider || parts.count == 0;
            divider = sign;
            is_parted = true;
            typed = str_slice(typed, 1, typed.n);
        }
    }
    parts.is_broken |= divider != 0;
    return parts;
}

/* The bytes of a word of days that stands here, 0 when none does. */
static size_t word_at(struct str rest, bool *ret_is_month)
{
    for (size_t i = 0; i < COUNT(DAY_WORDS); i++) {
        if (str_starts(rest, str_of(DAY_WORDS[i]))) {
            *ret_is_month |= i < 2;
            return str_of(DAY_WORDS[i]).n;
        }
    }
    return 0;
}

static struct typed_day day_typed(int64_t year, int64_t month, int64_t day)
{
    struct day found = year >= YEAR_MIN && year <= DAY_MAX_YEAR
                           ? day_of((int)year, (int)month, (int)day)
                           : DAY_NONE;
    return (struct typed_day){ day_is_none(found) ? TYPED_NOTHING : TYPED_DAY, found, found };
}

static struct typed_day month_typed(int64_t year, int64_t month)
{
    struct typed_day first = day_typed(year, month, 1);
    if (first.precision == TYPED_NOTHING) {
        return first;
    }
    /* The first of the next month may be beyond the calendar; the 31st of December is not. */
    struct day last =
        month == 12 ? day_of((int)year, 12, 31) : day_before(day_of((int)year, (int)month + 1, 1));
    return (struct typed_day){ TYPED_MONTH, first.from, last };
}

static int64_t full_year(int64_t year, size_t digits, struct day today)
{
    if (digits != 2) {
        return digits == 4 ? year : 0;
    }
    int this_year = 0;
    int month;
    int day;
    if (day_is_none(today)) {
        return 0;
    }
    day_split(today, &this_year, &month, &day);
    int64_t last = this_year + YEARS_AHEAD_MAX;
    return last - (last - year) % CENTURY;
}

/* In small letters, with single blanks; empty when it is longer than any number or day. */
static struct str lower_words(struct str typed, char *buffer, size_t room)
{
    struct out out = out_fixed(buffer, room);
    bool is_gap = false;
    while (typed.n) {
        struct str rest = typed;
        int32_t code = (int32_t)str_cut_char(&rest);
        is_gap |= code_is_space(code);
        if (!code_is_space(code)) {
            if (is_gap && out.n) {
                out_char(&out, ' ');
            }
            is_gap = false;
            struct str letter = str_slice(typed, 0, typed.n - rest.n);
            if (code >= 'A' && code <= 'Z') {
                out_char(&out, (char)(code - 'A' + 'a'));
            } else {
                out_str_raw(&out, letter);
            }
        }
        typed = rest;
    }
    return out.overflowed ? STR_NONE : out_str(&out);
}

/* 185.600.000 or 185,6. */
static bool read_amount(struct str *rest, int64_t *ret_whole, int64_t *ret_fraction,
                        size_t *ret_fraction_digits)
{
    if (!cut_grouped(rest, ret_whole)) {
        return false;
    }
    if (!str_starts(*rest, STR(","))) {
        return true;
    }
    struct str behind = str_slice(*rest, 1, rest->n);
    size_t digits = leading_digits(behind);
    if (digits == 0 || digits > FRACTION_DIGITS_MAX) {
        return false;
    }
    for (size_t i = 0; i < digits; i++) {
        *ret_fraction = *ret_fraction * 10 + (behind.p[i] - '0');
    }
    *ret_fraction_digits = digits;
    *rest = str_slice(behind, digits, behind.n);
    return true;
}

/* Digits, or groups of three behind the first with one kind of sign between them. */
static bool cut_grouped(struct str *rest, int64_t *ret)
{
    size_t digits = leading_digits(*rest);
    if (digits == 0) {
        return false;
    }
    char sign = digits <= 3 && rest->n > digits ? rest->p[digits] : 0;
    /* 0.012 is a fraction of another tongue, and no number of ours. */
    bool is_grouped = (sign == '.' || sign == ' ') && rest->p[0] != '0';
    int64_t number = 0;
    for (;;) {
        for (size_t i = 0; i < digits; i++) {
            if (!grow(&number, 10, rest->p[i] - '0')) {
                return false;
            }
        }
        *rest = str_slice(*rest, digits, rest->n);
        struct str behind = str_slice(*rest, 1, rest->n);
        digits = leading_digits(behind);
        if (!is_grouped || rest->n == 0 || rest->p[0] != sign || digits != 3) {
            break;
        }
        *rest = behind;
    }
    *ret = number;
    return true;
}

static size_t leading_digits(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9') {
        n++;
    }
    return n;
}

static bool grow(int64_t *number, int64_t factor, int64_t more)
{
    int64_t grown;
    if (__builtin_mul_overflow(*number, factor, &grown) ||
        __builtin_add_overflow(grown, more, &grown)) {
        return false;
    }
    *number = grown;
    return true;
}

/* The size of the word that stands here, which is cut off; 0 when none does. */
static int64_t cut_size(struct str *rest)
{
    struct str here = str_trim(*rest);
    for (size_t i = 0; i < COUNT(SIZES); i++) {
        if (str_starts(here, str_of(SIZES[i].word))) {
            *rest = str_trim(str_slice(here, str_of(SIZES[i].word).n, here.n));
            return SIZES[i].size;
        }
    }
    return 0;
}

static bool cut_half(struct str *rest)
{
    if (!str_starts(*rest, STR("rưỡi"))) {
        return false;
    }
    *rest = str_trim(str_slice(*rest, STR("rưỡi").n, rest->n));
    return true;
}

/* Always true: the word may be missing. */
static bool cut_currency(struct str *rest)
{
    static const char *const words[] = { "đồng", "vnđ", "vnd", "đ", "₫" };
    *rest = str_trim(*rest);
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_starts(*rest, str_of(words[i]))) {
            *rest = str_slice(*rest, str_of(words[i]).n, rest->n);
            break;
        }
    }
    return true;
}

/* What is said behind a size: "rưỡi" is half of it, "1 tỷ 2" has two tenths, "1 tỷ 200 triệu" says
 * the smaller size itself. */
static bool add_below(struct str *rest, int64_t size, int64_t *number)
{
    if (cut_half(rest)) {
        return grow(number, 1, size / 2);
    }
    while (leading_digits(*rest) > 0) {
        struct str before = *rest;
        int64_t below;
        if (!cut_grouped(rest, &below)) {
            return false;
        }
        size_t digits = before.n - rest->n;
        int64_t below_size = cut_size(rest);
        if (below_size == 0) {
            int64_t more = 0;
            return digits <= 3 && fraction_of(below, digits, size, &more) && grow(number, 1, more);
        }
        int64_t more = 0;
        if (below_size >= size || !grow(&more, 1, below) || !grow(&more, below_size, 0) ||
            more >= size || !grow(number, 1, more)) {
            return false;
        }
        size = below_size;
    }
    return true;
}

/* fraction / 10^digits of the size; false when that is not whole. */
static bool fraction_of(int64_t fraction, size_t digits, int64_t size, int64_t *ret)
{
    int64_t part = size;
    for (size_t i = 0; i < digits; i++) {
        if (part % 10 != 0) {
            return fraction == 0;
        }
        part /= 10;
    }
    *ret = fraction * part;
    return true;
}
