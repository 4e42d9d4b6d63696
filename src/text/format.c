/* Writing for people: numbers, days and times, money in words, telephones, masked names. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/format.h"

#include "base/arena.h"
#include "base/must.h"
#include "text/codes.h"
#include "text/tongue.h"

static const char *const WEEKDAYS[] = {
    [MONDAY] = "thứ Hai", [TUESDAY] = "thứ Ba",   [WEDNESDAY] = "thứ Tư", [THURSDAY] = "thứ Năm",
    [FRIDAY] = "thứ Sáu", [SATURDAY] = "thứ Bảy", [SUNDAY] = "Chủ nhật",
};
static const char *const ENGLISH_WEEKDAYS[] = {
    [MONDAY] = "Monday",     [TUESDAY] = "Tuesday", [WEDNESDAY] = "Wednesday",
    [THURSDAY] = "Thursday", [FRIDAY] = "Friday",   [SATURDAY] = "Saturday",
    [SUNDAY] = "Sunday",
};
static const char *const ENGLISH_MONTHS[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};
static const char *const DIGIT_WORDS[] = { "không", "một", "hai", "ba",  "bốn",
                                           "năm",   "sáu", "bảy", "tám", "chín" };

enum { THOUSAND = 1000, MILLION = 1000000, MILLIARD = 1000000000 };

/* Old beginnings of mobile numbers and new ones. Law: 22/2014/TT-BTTTT; moved from 15/09/2018. */
static const struct {
    char old[5];
    char now[4];
} MOVED[] = {
    { "0120", "070" }, { "0121", "079" }, { "0122", "077" }, { "0123", "083" }, { "0124", "084" },
    { "0125", "085" }, { "0126", "076" }, { "0127", "081" }, { "0128", "078" }, { "0129", "082" },
    { "0162", "032" }, { "0163", "033" }, { "0164", "034" }, { "0165", "035" }, { "0166", "036" },
    { "0167", "037" }, { "0168", "038" }, { "0169", "039" }, { "0186", "056" }, { "0188", "058" },
    { "0199", "059" },
};
enum { OLD_MOBILE_DIGITS = 11 };

static bool is_english(const struct out *out);
static struct str national_digits(struct arena *arena, struct str written);
static void write_two_digits(struct out *out, int value);
static void write_below_milliard(struct out *out, int value, bool has_more);
static void write_below_thousand(struct out *out, int value, bool has_more);
static void write_word(struct out *out, const char *word);
static bool is_phone(struct str digits);

void format_number(struct out *out, int64_t value)
{
    char digits[20];
    struct out plain = out_fixed(digits, sizeof digits);
    out_int(&plain, value);
    struct str rest = out_str(&plain);
    if (value < 0) {
        out_char(out, '-');
        rest = str_slice(rest, 1, rest.n);
    }
    while (rest.n) {
        size_t group = (rest.n - 1) % 3 + 1;
        out_bytes(out, rest.p, group);
        rest = str_slice(rest, group, rest.n);
        if (rest.n) {
            out_char(out, is_english(out) ? ',' : '.');
        }
    }
}

void format_day(struct out *out, struct day day)
{
    if (day_is_none(day)) {
        return;
    }
    int year;
    int month;
    int day_of_month;
    day_split(day, &year, &month, &day_of_month);
    write_two_digits(out, day_of_month);
    out_char(out, '/');
    write_two_digits(out, month);
    out_char(out, '/');
    out_int(out, year);
}

void format_day_long(struct out *out, struct day day)
{
    if (day_is_none(day)) {
        return;
    }
    int year;
    int month;
    int day_of_month;
    day_split(day, &year, &month, &day_of_month);
    if (is_english(out)) {
        out_printf(out, "%d %s %d", day_of_month, ENGLISH_MONTHS[month - 1], year);
        return;
    }
    out_lit(out, "ngày ");
    write_two_digits(out, day_of_month);
    out_printf(out, month < 3 ? " tháng 0%d năm %d" : " tháng %d năm %d", month, year);
}

void format_weekday(struct out *out, struct day day)
{
    if (!day_is_none(day)) {
        const char *const *names = is_english(out) ? ENGLISH_WEEKDAYS : WEEKDAYS;
        out_str_raw(out, str_of(names[day_weekday(day)]));
    }
}

void format_clock(struct out *out, struct instant instant)
{
    if (!day_is_none(instant_day(instant))) {
        int32_t second = instant_second_of_day(instant);
        write_two_digits(out, second / 3600);
        out_char(out, ':');
        write_two_digits(out, second / 60 % 60);
    }
}

void format_clock_long(struct out *out, struct instant instant)
{
    if (is_english(out)) {
        format_clock(out, instant);
    } else if (!day_is_none(instant_day(instant))) {
        int32_t second = instant_second_of_day(instant);
        out_printf(out, "%02d giờ %02d", second / 3600, second / 60 % 60);
    }
}

void format_instant(struct out *out, struct instant instant)
{
    struct day day = instant_day(instant);
    if (!day_is_none(day)) {
        format_clock(out, instant);
        out_str_raw(out, is_english(out) ? STR(", ") : STR(" ngày "));
        format_day(out, day);
    }
}

/* Numbers are read in groups of nine digits, each followed by one "tỷ" for every group below it. */
void format_money_words(struct out *out, int64_t dong)
{
    must(dong >= 0);
    char text[400];
    struct out words = out_fixed(text, sizeof text);
    const int groups[] = { (int)(dong / MILLIARD / MILLIARD), (int)(dong / MILLIARD % MILLIARD),
                           (int)(dong % MILLIARD) };
    for (size_t i = 0; i < COUNT(groups); i++) {
        if (groups[i]) {
            write_below_milliard(&words, groups[i], words.n > 0);
            for (size_t below = i + 1; below < COUNT(groups); below++) {
                write_word(&words, "tỷ");
            }
        }
    }
    if (dong == 0) {
        write_word(&words, DIGIT_WORDS[0]);
    }
    write_word(&words, "đồng");
    /* All words that can stand first begin with an ASCII letter. */
    text[0] = (char)(text[0] - 'a' + 'A');
    out_str_raw(out, out_str(&words));
}

void format_tenths(struct out *out, int64_t tenths)
{
    format_number(out, tenths / 10);
    out_char(out, is_english(out) ? '.' : ',');
    out_char(out, (char)('0' + tenths % 10));
}

struct str phone_digits(struct arena *arena, struct str written)
{
    struct str all = national_digits(arena, written);
    return is_phone(all) ? all : STR_NONE;
}

struct str phone_moved(struct arena *arena, struct str written)
{
    struct str all = national_digits(arena, written);
    for (size_t i = 0; all.n == OLD_MOBILE_DIGITS && i < COUNT(MOVED); i++) {
        if (str_starts(all, str_of(MOVED[i].old))) {
            return str_printf(arena, "%s%.*s", MOVED[i].now, STR_ARG(str_slice(all, 4, all.n)));
        }
    }
    return STR_NONE;
}

/* The digits with their 0 in front, whatever number it is; absent for more than digits. */
static struct str national_digits(struct arena *arena, struct str written)
{
    struct out digits = out_open(arena, written.n + 1);
    struct str rest = str_trim(written);
    bool has_plus = str_starts(rest, STR("+"));
    rest = str_slice(rest, has_plus ? 1 : 0, rest.n);
    while (rest.n) {
        uint32_t code = str_cut_char(&rest);
        if (code >= '0' && code <= '9') {
            out_char(&digits, (char)code);
        } else if (!code_is_space((int32_t)code) && code != '.' && code != '-' && code != '(' &&
                   code != ')') {
            return STR_NONE;
        }
    }
    struct str all = out_str(&digits);
    if (str_starts(all, STR("84"))) {
        /* A number without its country starts with 0, so this one is the country. */
        all = str_printf(arena, "0%.*s", STR_ARG(str_slice(all, 2, all.n)));
    } else if (has_plus) {
        return STR_NONE;
    }
    return all;
}

void format_phone(struct out *out, struct str digits)
{
    if (!is_phone(digits)) {
        out_str_raw(out, digits);
        return;
    }
    /* Hà Nội (024) and Hồ Chí Minh City (028) have short codes. */
    bool has_short_code = str_starts(digits, STR("024")) || str_starts(digits, STR("028"));
    size_t first = has_short_code ? 3 : 4;
    out_str_raw(out, str_slice(digits, 0, first));
    out_char(out, ' ');
    out_str_raw(out, str_slice(digits, first, 7));
    out_char(out, ' ');
    out_str_raw(out, str_slice(digits, 7, digits.n));
}

struct str line_beginning(struct arena *arena, struct str text, size_t chars_max)
{
    struct str rest = str_trim(text);
    struct str line = str_trim(str_cut(&rest, '\n'));
    size_t chars = 0;
    size_t last_space = 0;
    for (size_t i = 0; i < line.n; i++) {
        chars += ((unsigned char)line.p[i] & 0xC0) != 0x80;
        if (chars > chars_max) {
            bool is_between = line.p[i] == ' ' || !last_space;
            struct str kept = str_trim(str_slice(line, 0, is_between ? i : last_space));
            return str_ends(kept, STR(".")) ? kept : str_printf(arena, "%.*s…", STR_ARG(kept));
        }
        last_space = line.p[i] == ' ' ? i : last_space;
    }
    return line;
}

void format_masked_name(struct out *out, struct str name)
{
    bool is_masked = false;
    while (name.n) {
        int32_t code = (int32_t)str_cut_char(&name);
        if (code_is_space(code)) {
            is_masked = false;
        } else if (!is_masked && code_is_letter(code)) {
            code_write_upper(out, code);
            out_char(out, '.');
            is_masked = true;
        }
    }
}

static bool is_english(const struct out *out)
{
    return out->tongue && str_equal(str_of(out->tongue->code), STR("en"));
}

static void write_two_digits(struct out *out, int value)
{
    out_char(out, (char)('0' + value / 10 % 10));
    out_char(out, (char)('0' + value % 10));
}

/* `has_more` says that a larger group was read before, so that this one is read in full: 1.005 is
 * "một nghìn không trăm linh năm". */
static void write_below_milliard(struct out *out, int value, bool has_more)
{
    static const struct {
        int unit;
        const char *word;
    } units[] = { { MILLION, "triệu" }, { THOUSAND, "nghìn" }, { 1, NULL } };
    for (size_t i = 0; i < COUNT(units); i++) {
        int group = value / units[i].unit % THOUSAND;
        if (group) {
            write_below_thousand(out, group, has_more);
            has_more = true;
            if (units[i].word) {
                write_word(out, units[i].word);
            }
        }
    }
}

static void write_below_thousand(struct out *out, int value, bool has_more)
{
    int tens = value / 10 % 10;
    int ones = value % 10;
    bool has_hundreds = has_more || value >= 100;
    if (has_hundreds) {
        write_word(out, DIGIT_WORDS[value / 100]);
        write_word(out, "trăm");
    }
    if (tens == 1) {
        write_word(out, "mười");
    } else if (tens > 1) {
        write_word(out, DIGIT_WORDS[tens]);
        write_word(out, "mươi");
    } else if (has_hundreds && ones) {
        write_word(out, "linh");
    }
    if (ones == 1 && tens > 1) {
        write_word(out, "mốt");
    } else if (ones == 4 && tens > 1) {
        write_word(out, "tư");
    } else if (ones == 5 && tens > 0) {
        write_word(out, "lăm");
    } else if (ones) {
        write_word(out, DIGIT_WORDS[ones]);
    }
}

static void write_word(struct out *out, const char *word)
{
    if (out->n) {
        out_char(out, ' ');
    }
    out_str_raw(out, str_of(word));
}

/* Law: the numbering plan of 22/2014/TT-BTTTT after the moves of 2017 and 2018. */
static bool is_phone(struct str digits)
{
    bool is_mobile =
        digits.n == 10 && digits.p[0] == '0' && str_find_byte(STR("35789"), digits.p[1]) < 5;
    bool is_land_line = digits.n == 11 && str_starts(digits, STR("02"));
    return is_mobile || is_land_line;
}
