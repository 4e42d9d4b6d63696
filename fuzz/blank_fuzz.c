/* Forms: any text is read or refused with a line, and what is read fills, or says what lacks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "base/must.h"
#include "studio/blank.h"

enum { ARENA_BYTES = 64 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    arena = arena ? arena : arena_create(ARENA_BYTES);
    must(arena);
    struct blank blank;
    struct blank_fault fault = { BLANK_GOOD };
    jmp_buf full;
    if (arena_guard(arena, &full)) {
        arena_reset(arena);
        return 0;
    }
    if (blank_parse(arena, str_span(data, size), &blank, &fault)) {
        struct blank_value *values = new(arena, struct blank_value, blank.place_count + 1);
        for (size_t i = 0; i < blank.place_count; i++) {
            values[i] = (struct blank_value){ str_z(arena, blank.places[i].name),
                                              STR("một\thai\nba {{bốn}}") };
        }
        struct letter letter = { .issuer = STR("Phường"), .at = { 1 } };
        must(blank_may_replace(&blank, &blank, &fault));
        must(blank_fill(arena, &blank, values, blank.place_count, &letter, &fault) ||
             fault.kind == BLANK_VALUE_LACKS || fault.kind == BLANK_TOO_MANY);
    } else {
        must(fault.kind != BLANK_GOOD && blank_fault_say(fault.kind));
    }
    arena_reset(arena);
    return 0;
}
