/* Spans: comparing, cutting, reading numbers, and the test for well-formed UTF-8. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/must.h"

static unsigned char lower(unsigned char c);
static bool is_space(char c);
static size_t utf8_length(const unsigned char *p, size_t n);

const char *str_z(struct arena *arena, struct str s)
{
    return str_copy(arena, s).p;
}

/* One byte more than asked, a NUL, so that a copy also serves as a C string. */
struct str str_copy(struct arena *arena, struct str s)
{
    char *p = arena_raw(arena, s.n + 1);
    if (s.n) {
        memcpy(p, s.p, s.n);
    }
    p[s.n] = '\0';
    return (struct str){ p, s.n };
}

struct str str_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    must(n >= 0);
    char *p = arena_raw(arena, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return (struct str){ p, (size_t)n };
}

bool str_is_empty(struct str s)
{
    return s.n == 0;
}

uint32_t str_hash(struct str s)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = s.n * odd;
    uint64_t word;
    size_t i = 0;
    for (; s.n - i >= sizeof word; i += sizeof word) {
        memcpy(&word, s.p + i, sizeof word);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    for (word = 0; i < s.n; i++) {
        word = word << 8 | (unsigned char)s.p[i];
    }
    hash = (hash ^ word) * odd;
    return (uint32_t)(hash >> 32);
}

bool str_equal_nocase(struct str a, struct str b)
{
    if (a.n != b.n) {
        return false;
    }
    for (size_t i = 0; i < a.n; i++) {
        if (lower((unsigned char)a.p[i]) != lower((unsigned char)b.p[i])) {
            return false;
        }
    }
    return true;
}

int str_compare(struct str a, struct str b)
{
    size_t shorter = a.n < b.n ? a.n : b.n;
    int order = shorter ? memcmp(a.p, b.p, shorter) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && str_equal(str_slice(s, 0, prefix.n), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_equal(str_slice(s, s.n - suffix.n, s.n), suffix);
}

size_t str_find(struct str s, struct str needle)
{
    if (needle.n == 0) {
        return 0;
    }
    const char *at = s.n ? memmem(s.p, s.n, needle.p, needle.n) : NULL;
    return at ? (size_t)(at - s.p) : s.n;
}

size_t str_find_byte(struct str s, char byte)
{
    const char *at = s.n ? memchr(s.p, byte, s.n) : NULL;
    return at ? (size_t)(at - s.p) : s.n;
}

struct str str_slice(struct str s, size_t from, size_t to)
{
    if (s.n == 0) {
        return s;
    }
    to = to < s.n ? to : s.n;
    from = from < to ? from : to;
    return (struct str){ s.p + from, to - from };
}

struct str str_trim(struct str s)
{
    size_t from = 0;
    size_t to = s.n;
    while (from < to && is_space(s.p[from])) {
        from++;
    }
    while (to > from && is_space(s.p[to - 1])) {
        to--;
    }
    return str_slice(s, from, to);
}

struct str str_cut(struct str *rest, char byte)
{
    size_t at = str_find_byte(*rest, byte);
    struct str before = str_slice(*rest, 0, at);
    *rest = at < rest->n ? str_slice(*rest, at + 1, rest->n) : STR_NONE;
    return before;
}

bool str_to_int(struct str s, int64_t *ret)
{
    bool negative = s.n && s.p[0] == '-';
    size_t first = negative ? 1 : 0;
    if (first == s.n || (s.p[first] == '0' && s.n > 1)) {
        return false;
    }
    /* Counted downwards, because the negative range is the larger one. */
    int64_t value = 0;
    for (size_t i = first; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_sub_overflow(value, s.p[i] - '0', &value)) {
            return false;
        }
    }
    if (!negative && __builtin_sub_overflow(0, value, &value)) {
        return false;
    }
    *ret = value;
    return true;
}

bool str_is_utf8(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    for (size_t i = 0; i < s.n;) {
        uint64_t eight = UINT64_MAX;
        if (s.n - i >= sizeof eight) {
            memcpy(&eight, p + i, sizeof eight);
        }
        if (!(eight & UINT64_C(0x8080808080808080))) {
            i += sizeof eight;
            continue;
        }
        size_t length = utf8_length(p + i, s.n - i);
        if (length == 0) {
            return false;
        }
        i += length;
    }
    return true;
}

size_t str_chars(struct str s)
{
    size_t chars = 0;
    for (size_t i = 0; i < s.n; i++) {
        chars += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return chars;
}

uint32_t str_cut_char(struct str *rest)
{
    const unsigned char *p = (const unsigned char *)rest->p;
    size_t length = utf8_length(p, rest->n);
    *rest = str_slice(*rest, length ? length : 1, rest->n);
    if (length < 2) {
        return length ? p[0] : 0xFFFD;
    }
    uint32_t code = p[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++) {
        code = code << 6 | (p[i] & 0x3FU);
    }
    return code;
}

static unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of the well-formed code point at p, 0 when there is none. Unicode 15, table 3-7: after the
 * leads E0, ED, F0 and F4 the second byte has a narrower range, which is what excludes overlong
 * forms, surrogates and what lies above U+10FFFF. */
static size_t utf8_length(const unsigned char *p, size_t n)
{
    if (p[0] < 0x80) {
        return 1;
    }
    size_t length = p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;
    if (length == 0 || n < length) {
        return 0;
    }
    unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}
