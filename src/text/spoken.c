/* Words for what is written short. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/spoken.h"

#include <stdint.h>

#include "base/attr.h"
#include "base/must.h"
#include "base/out.h"

enum { SYLLABLES_A_MINUTE = 130, DAYS_IN_MONTH_MAX = 31, MONTHS_IN_YEAR = 12 };

struct date {
    int64_t day;
    int64_t month;
    int64_t year; /* 0: not said */
};
struct short_form {
    const char *written;
    const char *read;
};

/* Whole words, as offices write them. A longer one stands before one that it begins with. */
static const struct short_form ABBREVIATIONS[] = {
    { "UBND", "Ủy ban nhân dân" },
    { "HĐND", "Hội đồng nhân dân" },
    { "UBMTTQ", "Ủy ban Mặt trận Tổ quốc" },
    { "UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam" },
    { "MTTQ", "Mặt trận Tổ quốc" },
    { "TDP", "tổ dân phố" },
    { "QLĐT", "quản lý đô thị" },
    { "GPMB", "giải phóng mặt bằng" },
    { "VSMT", "vệ sinh môi trường" },
    { "ATGT", "an toàn giao thông" },
    { "PCCC", "phòng cháy chữa cháy" },
    { "TTHC", "thủ tục hành chính" },
    { "BHYT", "bảo hiểm y tế" },
    { "BHXH", "bảo hiểm xã hội" },
    { "CCCD", "căn cước công dân" },
    { "GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất" },
    { "THCS", "trung học cơ sở" },
    { "THPT", "trung học phổ thông" },
    { "TP.", "thành phố" },
    { "TP", "thành phố" },
    { "TX.", "thị xã" },
};

/* Behind a number, or at its end: "120m²". */
static const struct short_form MEASURES[] = {
    { "km²", "ki-lô-mét vuông" },
    { "km2", "ki-lô-mét vuông" },
    { "m²", "mét vuông" },
    { "m2", "mét vuông" },
    { "m³", "mét khối" },
    { "m3", "mét khối" },
    { "km", "ki-lô-mét" },
    { "cm", "xăng-ti-mét" },
    { "mm", "mi-li-mét" },
    { "ha", "héc-ta" },
    { "kg", "ki-lô-gam" },
    { "kWh", "ki-lô-oát giờ" },
    { "%", "phần trăm" },
    { "đ", "đồng" },
    { "m", "mét" },
    { "h", "giờ" },
};

static const char *const BEFORE_DAYS[] = {
    "trước", "sau", "từ",  "đến", "tới", "hôm",  "sáng", "trưa",  "chiều", "tối",  "mùng", "Trước",
    "Sau",   "Từ",  "Đến", "Tới", "Hôm", "Sáng", "Trưa", "Chiều", "Tối",   "Mùng", NULL,
};

static struct str cut_word(struct str *rest);
static struct str bare(struct str word);
static void say_word(struct out *out, struct str word, struct str before);
static void say_core(struct out *out, struct str core, struct str before);
static bool say_date(struct out *out, struct str word, struct str before);
static bool read_date(struct str text, struct date *ret);
static void say_day(struct out *out, struct date date, bool with_word);
static bool say_hour(struct out *out, struct str word);
static bool say_document(struct out *out, struct str word, struct str before);
static bool say_measured(struct out *out, struct str word);
static bool say_short(struct out *out, struct str word, const struct short_form *forms, size_t n);
static bool is_one_of(struct str word, const char *const *words);
static bool is_number(struct str text);
static bool read_number(struct str text, int64_t *ret);
static bool is_address(struct str word);
static void end_sentence(struct out *out);

struct str spoken(struct arena *arena, struct str text)
{
    /* The longest comes of "1%": two bytes give fourteen. */
    struct out out = out_open(arena, text.n * 8 + 64);
    struct str rest = text;
    while (rest.p) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        struct str before = STR_NONE;
        if (line.n == 0) {
            continue;
        }
        if (out.n > 0) {
            out_char(&out, '\n');
        }
        while (line.n > 0) {
            struct str word = cut_word(&line);
            bool is_bullet = !before.p && (str_equal(word, STR("-")) || str_equal(word, STR("•")));
            if (word.n == 0 || is_bullet || is_address(bare(word))) {
                continue;
            }
            if (before.p) {
                out_char(&out, ' ');
            }
            say_word(&out, word, before);
            before = bare(word);
        }
        end_sentence(&out);
    }
    must(!out.overflowed);
    return out.n > 0 ? out_str(&out) : STR("");
}

/* Without a bracket or a quotation mark in front. */
static struct str bare(struct str word)
{
    static const char *const marks[] = { "(", "[", "\"", "“" };
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (str_starts(word, str_of(marks[i]))) {
            return str_slice(word, str_of(marks[i]).n, word.n);
        }
    }
    return word;
}

unsigned spoken_seconds(struct str text)
{
    size_t syllables = 0;
    struct str rest = text;
    while (rest.n > 0) {
        syllables += cut_word(&rest).n > 0;
    }
    return (unsigned)((syllables * 60 + SYLLABLES_A_MINUTE - 1) / SYLLABLES_A_MINUTE);
}

/* The next word, with its punctuation; absent at the end. */
static struct str cut_word(struct str *rest)
{
    *rest = str_trim(*rest);
    size_t end = 0;
    while (end < rest->n && (unsigned char)rest->p[end] > ' ') {
        end++;
    }
    struct str word = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->n);
    return word;
}

/* Brackets become commas, the marks at the end stay. */
static void say_word(struct out *out, struct str word, struct str before)
{
    bool opens = word.p[0] == '(' || word.p[0] == '[';
    word = str_slice(word, opens, word.n);
    size_t end = word.n;
    while (end > 0 && str_find_byte(STR(",.;:!?)]"), word.p[end - 1]) < 8) {
        end--;
    }
    bool follows_end = out->n > 1 && str_find_byte(STR(".!?"), out->p[out->n - 2]) < 3;
    if (opens && before.p && !follows_end) {
        out->n--; /* the blank: the comma stands at the word before */
        out_lit(out, ", ");
    }
    bool has_dot = end < word.n && word.p[end] == '.';
    if (has_dot &&
        say_short(out, str_slice(word, 0, end + 1), ABBREVIATIONS, COUNT(ABBREVIATIONS))) {
        end++;
    } else {
        say_core(out, str_slice(word, 0, end), before);
    }
    for (size_t i = end; i < word.n; i++) {
        bool closes = word.p[i] == ')' || word.p[i] == ']';
        if (!closes || i + 1 == word.n) {
            out_char(out, closes ? ',' : word.p[i]);
        }
    }
}

static void say_core(struct out *out, struct str core, struct str before)
{
    bool is_said = say_short(out, core, ABBREVIATIONS, COUNT(ABBREVIATIONS)) ||
                   (is_number(before) && say_short(out, core, MEASURES, COUNT(MEASURES))) ||
                   say_date(out, core, before) || say_hour(out, core) ||
                   say_document(out, core, before) || say_measured(out, core);
    if (!is_said) {
        out_str_raw(out, core);
    }
}

/* 05/12/2026, and 5/12 where the word before it speaks of time ("2/3 số hộ" is a share): a day and
 * a month that exist, with "ngày" before it, once. */
static bool say_date(struct out *out, struct str word, struct str before)
{
    struct str rest = word;
    struct str first = str_cut(&rest, '-');
    struct date from;
    struct date until = { 0 };
    bool has_day = str_equal(before, STR("ngày")) || str_equal(before, STR("Ngày"));
    if (!read_date(first, &from) || (rest.p && !read_date(rest, &until)) ||
        (!rest.p && from.year == 0 && !has_day && !is_one_of(before, BEFORE_DAYS))) {
        return false;
    }
    say_day(out, from, !has_day);
    if (rest.p) {
        out_lit(out, " đến ");
        say_day(out, until, true);
    }
    return true;
}

static bool read_date(struct str text, struct date *ret)
{
    struct str rest = text;
    *ret = (struct date){ 0 };
    return read_number(str_cut(&rest, '/'), &ret->day) && rest.p &&
           read_number(str_cut(&rest, '/'), &ret->month) &&
           (!rest.p || read_number(rest, &ret->year)) && ret->day >= 1 &&
           ret->day <= DAYS_IN_MONTH_MAX && ret->month >= 1 && ret->month <= MONTHS_IN_YEAR;
}

static void say_day(struct out *out, struct date date, bool with_word)
{
    out_printf(out, "%s%lld tháng %lld", with_word ? "ngày " : "", (long long)date.day,
               (long long)date.month);
    if (date.year > 0) {
        out_printf(out, " năm %lld", (long long)date.year);
    }
}

/* 17h30, 17h, 17:30, 7g30. */
static bool say_hour(struct out *out, struct str word)
{
    static const char marks[] = { 'h', ':', 'g' };
    for (size_t i = 0; i < COUNT(marks); i++) {
        struct str rest = word;
        struct str first = str_cut(&rest, marks[i]);
        int64_t hour;
        int64_t minute = 0;
        bool is_hour = rest.p && read_number(first, &hour) && hour < 24 &&
                       (rest.n == 0 ? marks[i] == 'h'
                                    : rest.n == 2 && read_number(rest, &minute) && minute < 60);
        if (is_hour) {
            out_printf(out, "%lld giờ", (long long)hour);
            if (minute > 0) {
                out_printf(out, " %lld", (long long)minute);
            }
            return true;
        }
    }
    return false;
}

/* 45/QĐ-UBND, 154/2026/NĐ-CP: its number, and its year. */
static bool say_document(struct out *out, struct str word, struct str before)
{
    struct str rest = word;
    int64_t number;
    int64_t year = 0;
    if (!read_number(str_cut(&rest, '/'), &number) || !rest.p) {
        return false;
    }
    struct str kind = rest;
    struct str second = str_cut(&rest, '/');
    bool has_year = rest.p && read_number(second, &year);
    kind = has_year ? rest : kind;
    if (str_find_byte(kind, '-') == kind.n || (kind.p[0] >= '0' && kind.p[0] <= '9')) {
        return false;
    }
    out_printf(out, "%s%lld", str_equal(before, STR("số")) ? "" : "số ", (long long)number);
    if (has_year) {
        out_printf(out, " năm %lld", (long long)year);
    }
    return true;
}

/* 120m², 85%, 1.500.000đ. */
static bool say_measured(struct out *out, struct str word)
{
    size_t digits = 0;
    while (digits < word.n && str_find_byte(STR("0123456789.,"), word.p[digits]) < 12) {
        digits++;
    }
    struct str measure = str_slice(word, digits, word.n);
    if (digits == 0 || measure.n == 0) {
        return false;
    }
    size_t start = out->n;
    out_printf(out, "%.*s ", STR_ARG(str_slice(word, 0, digits)));
    if (!say_short(out, measure, MEASURES, COUNT(MEASURES))) {
        out->n = start;
        return false;
    }
    return true;
}

static bool say_short(struct out *out, struct str word, const struct short_form *forms, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (str_equal(word, str_of(forms[i].written))) {
            out_str_raw(out, str_of(forms[i].read));
            return true;
        }
    }
    return false;
}

static bool is_one_of(struct str word, const char *const *words)
{
    while (*words && !str_equal(word, str_of(*words))) {
        words++;
    }
    return *words != NULL;
}

/* 120, 1.500.000, 3,5. */
static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (str_find_byte(STR("0123456789.,"), text.p[i]) == 12) {
            return false;
        }
    }
    return text.n > 0;
}

/* Of at most four digits; zeros in front are no octal. */
static bool read_number(struct str text, int64_t *ret)
{
    *ret = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9') {
            return false;
        }
        *ret = *ret * 10 + (text.p[i] - '0');
    }
    return text.n > 0 && text.n <= 4;
}

static bool is_address(struct str word)
{
    return str_starts(word, STR("http://")) || str_starts(word, STR("https://")) ||
           str_starts(word, STR("www."));
}

static void end_sentence(struct out *out)
{
    while (out->n > 0 && str_find_byte(STR(" ,;:"), out->p[out->n - 1]) < 4) {
        out->n--;
    }
    bool is_ended = out->n > 0 && (str_find_byte(STR(".!?\n"), out->p[out->n - 1]) < 4 ||
                                   str_ends(out_str(out), STR("…")));
    if (out->n > 0 && !is_ended) {
        out_char(out, '.');
    }
}
