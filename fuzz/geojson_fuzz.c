/* GeoJSON: any bytes are areas or faults with a line, and areas can be simplified and packed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/must.h"
#include "mod/map/borders.h"

enum { ARENA_BYTES = 64 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    arena = arena ? arena : arena_create(ARENA_BYTES);
    must(arena);
    struct str text = str_span(data, size);
    struct areas *areas = areas_read(arena, text);
    must(areas->count > 0 || areas->fault_count > 0);
    for (int level = 0; level < LEVELS; level++) {
        struct outline *outlines = borders_simplify(arena, areas->list, areas->count, level);
        for (size_t i = 0; i < areas->count; i++) {
            struct outline again;
            must(outline_unpack(arena, outline_pack(arena, &outlines[i]), &again));
            must(again.count == outlines[i].count && again.count > 0);
        }
    }
    struct outline any;
    if (outline_unpack(arena, (struct bytes){ data, size }, &any)) {
        struct bytes packed = outline_pack(arena, &any);
        must(packed.n == size);
    }
    arena_reset(arena);
    return 0;
}
