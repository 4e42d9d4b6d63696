/* A bounded writer: text grows in the arena, a failure sticks, and is checked once at the end. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"

/* Writes after the limit are dropped and `overflowed` stays set; nobody checks on the way.
 * `tongue` is the language of the reader (text/tongue.h): templates translate with it. */
struct out {
    char *p;
    size_t n;
    size_t capacity;
    size_t limit;
    bool overflowed;
    struct arena *arena;
    const struct tongue *tongue;
};

/* An empty writer of at most `limit` bytes in the arena. */
struct out out_open(struct arena *arena, size_t limit);
/* A writer over a buffer of the caller, for places that have no arena. */
struct out out_fixed(char *buffer, size_t capacity);
/* What was written so far; it stays valid until the next write. */
struct str out_str(const struct out *out);

/* Where there is room already, writing is a copy in place: a page is made of a thousand pieces. */
void out_bytes_grown(struct out *out, const void *bytes, size_t n);
static inline void out_bytes(struct out *out, const void *bytes, size_t n)
{
    if (n > 0 && n <= out->capacity - out->n && !out->overflowed) {
        memcpy(out->p + out->n, bytes, n);
        out->n += n;
        return;
    }
    out_bytes_grown(out, bytes, n);
}
static inline void out_str_raw(struct out *out, struct str s)
{
    out_bytes(out, s.p, s.n);
}
#define out_lit(out, literal) out_bytes((out), "" literal, sizeof(literal) - 1)
static inline void out_char(struct out *out, char c)
{
    out_bytes(out, &c, 1);
}
void out_int(struct out *out, int64_t value);
void out_printf(struct out *out, const char *format, ...) PRINTF(2, 3);

/* Machine formats: 2026-03-13 and 2026-03-13T08:30:00+07:00 (the only zone, base/day.h). An absent
 * value writes nothing. */
void out_day(struct out *out, struct day day);
void out_instant(struct out *out, struct instant instant);
/* "Fri, 13 Mar 2026 08:30:00" in Vietnam's time, as letters and HTTP write it before the zone. */
void out_date_english(struct out *out, struct instant instant);

void out_hex(struct out *out, const void *bytes, size_t n);
/* RFC 4648: standard alphabet with padding, and URL alphabet without. */
void out_base64(struct out *out, const void *bytes, size_t n);
void out_base64url(struct out *out, const void *bytes, size_t n);
/* Percent-encodes all but RFC 3986 unreserved bytes. */
void out_percent(struct out *out, struct str s);

/* A JSON string with its quotes; the input is UTF-8. Structure is json.h's. */
void out_json_string(struct out *out, struct str s);

#endif
