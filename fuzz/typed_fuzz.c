/* What people type: any text is read or refused, and what is read says the same when read again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/arena.h"
#include "base/must.h"
#include "text/fold.h"
#include "text/format.h"
#include "text/legacy.h"
#include "text/typed.h"

enum { ARENA_BYTES = 16 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_day(struct arena *arena, struct str typed);
static void check_number(struct arena *arena, struct str typed);
static void check_papers(struct arena *arena, struct str typed);
static void check_font(struct arena *arena, struct str typed);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    arena = arena ? arena : arena_create(ARENA_BYTES);
    must(arena);
    struct str typed = str_span(data, size);
    check_font(arena, legacy_from_bytes(arena, typed));
    if (str_is_utf8(typed)) {
        struct str text = text_nfc(arena, typed);
        check_day(arena, text);
        check_number(arena, text);
        check_papers(arena, text);
        check_font(arena, text);
    }
    arena_reset(arena);
    return 0;
}

static void check_day(struct arena *arena, struct str typed)
{
    struct day today = day_of(2026, 11, 29);
    struct typed_day day = typed_day_read(typed, today);
    must(day_is_none(day.from) == (day.precision == TYPED_NOTHING));
    must(day_compare(day.from, day.until) <= 0);
    if (day.precision == TYPED_DAY) {
        struct out out = out_open(arena, 32);
        format_day(&out, day.from);
        /* Years before 1000 are written without zeros in front, and not read again. */
        struct typed_day again = typed_day_read(out_str(&out), today);
        must(again.precision == TYPED_NOTHING ? day.from.n < day_of(1000, 1, 1).n
                                              : again.from.n == day.from.n);
    }
}

static void check_number(struct arena *arena, struct str typed)
{
    int64_t number = 0;
    if (typed_number_read(typed, &number)) {
        struct out out = out_open(arena, 32);
        format_number(&out, number);
        int64_t again = -1;
        must(number >= 0 && typed_number_read(out_str(&out), &again) && again == number);
    }
}

static void check_papers(struct arena *arena, struct str typed)
{
    struct str kept;
    struct str again;
    enum typed_identity kind = typed_identity_read(arena, typed, &kept);
    must(typed_identity_read(arena, kept, &again) == kind && str_equal(kept, again));
    struct str digits = phone_digits(arena, typed);
    struct str moved = phone_moved(arena, typed);
    must(!digits.p || !moved.p);
    must(!moved.p || phone_digits(arena, moved).p);
}

/* A repaired text is a text, and no longer old where it was. */
static void check_font(struct arena *arena, struct str typed)
{
    struct legacy old = legacy_read(arena, typed);
    must(!old.font == !old.text.p);
    if (old.font) {
        must(str_is_utf8(old.text) && str_equal(text_nfc(arena, old.text), old.text));
    }
}
