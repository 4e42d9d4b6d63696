/* What every test of the law room needs: cmocka, days, instants and a writer. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_TESTS_LAW_TEST_H
#define LAW_TESTS_LAW_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/out.h"

enum { TEST_ARENA_BYTES = 8 << 20, TEST_OUT_BYTES = 1 << 16 };

/* The day of "2026-01-06"; a date that does not exist fails the test. */
static inline struct day day(const char *text)
{
    struct day parsed = day_parse(str_of(text));
    assert_false(day_is_none(parsed));
    return parsed;
}

/* The instant of "2026-01-06 09:30". */
static inline struct instant moment(const char *text)
{
    struct str s = str_of(text);
    int64_t hour = 10 * (s.p[11] - '0') + (s.p[12] - '0');
    int64_t minute = 10 * (s.p[14] - '0') + (s.p[15] - '0');
    struct day on = day_parse(str_slice(s, 0, 10));
    assert_false(day_is_none(on));
    return (struct instant){ instant_of_day(on).s + hour * 3600 + minute * 60 };
}

/* "2026-01-06", for messages. */
struct day_text {
    char bytes[16];
};
static inline struct day_text day_text(struct day on)
{
    struct day_text text = { "" };
    struct out out = out_fixed(text.bytes, sizeof(text.bytes) - 1);
    out_day(&out, on);
    return text;
}

static inline void assert_day(const char *label, struct day got, struct day want)
{
    if (day_compare(got, want) != 0) {
        fail_msg("%s: got %s, want %s", label, day_text(got).bytes, day_text(want).bytes);
    }
}

/* The written text with its NUL, for assert_string_equal. */
static inline const char *written(struct out *out)
{
    return str_z(out->arena, out_str(out));
}

/* Pseudo-random and the same on every machine: xorshift. */
static inline uint32_t draw(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static inline int with_arena(void **state)
{
    *state = arena_create(TEST_ARENA_BYTES);
    return *state ? 0 : -1;
}

static inline int without_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

#endif
