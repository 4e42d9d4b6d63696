/* A span of bytes with its length: the only string type of the program. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/attr.h"

struct arena;

/* A `str` borrows its bytes; it never owns them. They live in the request's arena, in a constant or
 * in a row, and it must not outlive those. Text is UTF-8 in NFC from the door on (web/form), so
 * bytes compare as letters do. `p` may be NULL only when `n` is 0: that is the absent value. An
 * empty but present text has a non-NULL `p`. It is not terminated by NUL: use str_z() where a
 * library wants that. */
struct str {
    const char *p;
    size_t n;
};

/* Raw bytes, a type apart so that they cannot be printed by mistake. Absent as a `str` is. */
struct bytes {
    const void *p;
    size_t n;
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
/* Where a constant initialiser is wanted: static const struct str AGENT = STR_INIT("kheo"); */
#define STR_INIT(literal) { "" literal, sizeof(literal) - 1 }
#define STR_NONE ((struct str){ NULL, 0 })
/* For printf("%.*s", STR_ARG(s)); the length must fit an int, as every limit of ours does. */
#define STR_ARG(s) (int)(s).n, (s).p

/* From a C string; NULL gives the absent value. Here, as str_equal() is, so that the compiler knows
 * how long a constant is. */
static inline struct str str_of(const char *z)
{
    return (struct str){ z, z ? strlen(z) : 0 };
}
static inline struct str str_span(const void *bytes, size_t n)
{
    return (struct str){ (const char *)bytes, n };
}
/* A NUL-terminated copy in the arena; a NUL inside ends the C string early. */
const char *str_z(struct arena *arena, struct str s);
struct str str_copy(struct arena *arena, struct str s);
/* Formatted text in the arena. */
struct str str_printf(struct arena *arena, const char *format, ...) PRINTF(2, 3);

bool str_is_empty(struct str s) PURE;
static inline bool str_equal(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
/* For tables in memory: eight bytes at a time, the same on this machine only, and no secret. */
uint32_t str_hash(struct str s) PURE;
/* ASCII letters compare without case; other bytes exactly. For header names and units of code. */
bool str_equal_nocase(struct str a, struct str b) PURE;
/* Byte order, shorter first on a tie: <0, 0, >0. The order both databases use (COLLATE "C"). */
int str_compare(struct str a, struct str b) PURE;
bool str_starts(struct str s, struct str prefix) PURE;
bool str_ends(struct str s, struct str suffix) PURE;
/* Position of the first occurrence, or s.n when there is none. */
size_t str_find(struct str s, struct str needle) PURE;
size_t str_find_byte(struct str s, char byte) PURE;

/* Bytes [from, to), clamped to the span. */
struct str str_slice(struct str s, size_t from, size_t to) PURE;
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s) PURE;
/* Cuts what stands before the first `byte` off *rest and returns it; without one, all of *rest, and
 * *rest becomes absent. Loop: while (rest.p) { part = str_cut(&rest, ','); … } */
struct str str_cut(struct str *rest, char byte);

/* A decimal number with optional '-', nothing around it, no leading zero but "0" itself. False
 * (and *ret untouched) for anything else, overflow included. */
bool str_to_int(struct str s, int64_t *ret) MUST_USE;

/* True when all bytes are well-formed UTF-8 (no surrogates, no overlong forms). */
bool str_is_utf8(struct str s) PURE;
/* The number of code points in well-formed UTF-8. */
size_t str_chars(struct str s) PURE;
/* Cuts the first code point off *rest, which is not empty. A byte that does not belong to one gives
 * U+FFFD and is cut off alone. */
uint32_t str_cut_char(struct str *rest);

#endif
