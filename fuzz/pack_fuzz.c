/* Packs: any bytes are texts or faults with a line, and the texts can be looked up. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/must.h"
#include "mod/language/pack.h"
#include "text/core.h"

enum { ARENA_BYTES = 64 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    arena = arena ? arena : arena_create(ARENA_BYTES);
    must(arena);
    const struct arena_mark mark = arena_mark(arena);
    const struct pack *pack = pack_read(arena, str_span(data, size));
    must(pack->translated > 0 || pack->fault_count > 0);
    const struct tongue *tongue = pack_tongue(arena, pack->code, pack->name, pack->texts);
    must(tongue->count == pack->translated && tongue->count <= core_text_count);
    for (size_t i = 0; i < tongue->count; i++) {
        must(str_equal(tongue_text(tongue, tongue->phrases[i].source),
                       str_of(tongue->phrases[i].text)));
    }
    arena_undo(arena, mark);
    return 0;
}
