/* The bounded writer: growth, numbers, machine dates, and the encodings of bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/out.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/must.h"

enum { FIRST_CAPACITY = 256 };

static const char HEX_DIGITS[] = "0123456789abcdef";
static const char BASE64_DIGITS[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char BASE64URL_DIGITS[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static char *make_room(struct out *out, size_t n);
static bool grow(struct out *out, size_t needed);
static void write_digits(struct out *out, int64_t value, unsigned width);
static void write_base64(struct out *out, const void *bytes, size_t n, const char digits[65],
                         bool is_padded);
static void write_json_escape(struct out *out, unsigned char c);
static bool is_unreserved(char c);

struct out out_open(struct arena *arena, size_t limit)
{
    return (struct out){ .limit = limit, .arena = arena };
}

struct out out_fixed(char *buffer, size_t capacity)
{
    return (struct out){ .p = buffer, .capacity = capacity, .limit = capacity };
}

struct str out_str(const struct out *out)
{
    return (struct str){ out->p ? out->p : "", out->n };
}

void out_bytes_grown(struct out *out, const void *bytes, size_t n)
{
    char *room = make_room(out, n);
    if (room) {
        memcpy(room, bytes, n);
    }
}

void out_int(struct out *out, int64_t value)
{
    write_digits(out, value, 1);
}

void out_printf(struct out *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    must(n >= 0);
    /* vsnprintf wants to end with a NUL, which is taken back. */
    char *room = make_room(out, (size_t)n + 1);
    if (room) {
        vsnprintf(room, (size_t)n + 1, format, again);
        out->n--;
    }
    va_end(again);
    va_end(args);
}

void out_day(struct out *out, struct day day)
{
    if (day_is_none(day)) {
        return;
    }
    int year;
    int month;
    int day_of_month;
    day_split(day, &year, &month, &day_of_month);
    write_digits(out, year, 4);
    out_char(out, '-');
    write_digits(out, month, 2);
    out_char(out, '-');
    write_digits(out, day_of_month, 2);
}

void out_instant(struct out *out, struct instant instant)
{
    struct day day = instant_day(instant);
    if (day_is_none(day)) {
        return;
    }
    int32_t second = instant_second_of_day(instant);
    out_day(out, day);
    out_char(out, 'T');
    write_digits(out, second / 3600, 2);
    out_char(out, ':');
    write_digits(out, second / 60 % 60, 2);
    out_char(out, ':');
    write_digits(out, second % 60, 2);
    out_lit(out, "+07:00");
}

void out_date_english(struct out *out, struct instant instant)
{
    static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    int year;
    int month;
    int day_of_month;
    struct day day = instant_day(instant);
    int32_t second = instant_second_of_day(instant);
    day_split(day, &year, &month, &day_of_month);
    out_printf(out, "%s, %02d %s %04d %02d:%02d:%02d", weekdays[day_weekday(day)], day_of_month,
               months[month - 1], year, (int)(second / 3600), (int)(second / 60 % 60),
               (int)(second % 60));
}

void out_hex(struct out *out, const void *bytes, size_t n)
{
    const uint8_t *from = bytes;
    char *to = make_room(out, 2 * n);
    for (size_t i = 0; to && i < n; i++) {
        *to++ = HEX_DIGITS[from[i] >> 4];
        *to++ = HEX_DIGITS[from[i] & 15];
    }
}

void out_base64(struct out *out, const void *bytes, size_t n)
{
    write_base64(out, bytes, n, BASE64_DIGITS, true);
}

void out_base64url(struct out *out, const void *bytes, size_t n)
{
    write_base64(out, bytes, n, BASE64URL_DIGITS, false);
}

void out_percent(struct out *out, struct str s)
{
    size_t written = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_unreserved(s.p[i])) {
            out_bytes(out, s.p + written, i - written);
            out_char(out, '%');
            out_char(out, "0123456789ABCDEF"[(unsigned char)s.p[i] >> 4]);
            out_char(out, "0123456789ABCDEF"[(unsigned char)s.p[i] & 15]);
            written = i + 1;
        }
    }
    out_str_raw(out, str_slice(s, written, s.n));
}

/* RFC 3986 section 2.3, whatever the locale: letters, digits and -._~ as bits. */
static bool is_unreserved(char c)
{
    static const uint64_t ONES[4] = { 0x03FF600000000000, 0x47FFFFFE87FFFFFE, 0, 0 };
    const unsigned char i = (unsigned char)c;
    return ONES[i / 64] >> i % 64 & 1;
}

void out_json_string(struct out *out, struct str s)
{
    out_char(out, '"');
    size_t written = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0x20 || c == '"' || c == '\\') {
            out_bytes(out, s.p + written, i - written);
            write_json_escape(out, c);
            written = i + 1;
        }
    }
    out_str_raw(out, str_slice(s, written, s.n));
    out_char(out, '"');
}

/* Where the next n bytes go, already counted as written; NULL when there are none or they do not
 * fit. */
static char *make_room(struct out *out, size_t n)
{
    if (n == 0) {
        return NULL;
    }
    if (out->overflowed || n > out->limit - out->n) {
        out->overflowed = true;
        return NULL;
    }
    if (n > out->capacity - out->n && !grow(out, out->n + n)) {
        out->overflowed = true;
        return NULL;
    }
    /* A writer that nothing was written to has no memory, and needs none for no bytes. */
    char *room = out->p ? out->p + out->n : NULL;
    out->n += n;
    return room;
}

static bool grow(struct out *out, size_t needed)
{
    if (!out->arena) {
        return false;
    }
    size_t capacity = out->capacity ? out->capacity : FIRST_CAPACITY;
    while (capacity < needed) {
        capacity *= 2;
    }
    capacity = capacity < out->limit ? capacity : out->limit;
    if (!out->p || !arena_extend(out->arena, out->p, out->capacity, capacity)) {
        char *moved = arena_raw(out->arena, capacity);
        if (out->p) {
            memcpy(moved, out->p, out->n);
        }
        out->p = moved;
    }
    out->capacity = capacity;
    return true;
}

/* At least `width` digits, zeros in front. */
static void write_digits(struct out *out, int64_t value, unsigned width)
{
    char text[24];
    char *end = text + sizeof text;
    char *p = end;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    while (rest || p > end - width) {
        *--p = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (value < 0) {
        *--p = '-';
    }
    out_bytes(out, p, (size_t)(end - p));
}

/* Not libsodium's, which takes an eighth of the speed to hide from the processor's cache what it
 * encodes: all of it is about to be sent. */
static void write_base64(struct out *out, const void *bytes, size_t n, const char digits[65],
                         bool is_padded)
{
    const uint8_t *from = bytes;
    size_t last = n % 3;
    size_t padding = last && is_padded ? 3 - last : 0;
    char *to = make_room(out, n / 3 * 4 + (last ? last + 1 : 0) + padding);
    for (size_t i = 0; to && i < n; i += 3) {
        size_t here = n - i < 3 ? n - i : 3;
        uint32_t bits = (uint32_t)from[i] << 16;
        bits |= here > 1 ? (uint32_t)from[i + 1] << 8 : 0;
        bits |= here > 2 ? from[i + 2] : 0;
        for (unsigned digit = 0; digit <= here; digit++) {
            *to++ = digits[bits >> (18 - 6 * digit) & 63];
        }
    }
    for (; to && padding > 0; padding--) {
        *to++ = '=';
    }
}

static void write_json_escape(struct out *out, unsigned char c)
{
    out_char(out, '\\');
    switch (c) {
    case '"':
    case '\\':
        out_char(out, (char)c);
        break;
    case '\n':
        out_char(out, 'n');
        break;
    case '\r':
        out_char(out, 'r');
        break;
    case '\t':
        out_char(out, 't');
        break;
    default:
        out_lit(out, "u00");
        out_hex(out, &c, 1);
    }
}
