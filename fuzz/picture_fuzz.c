/* Whatever comes as a photo, what is made of it is two JPEGs within their bounds, or nothing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "studio/picture.h"

enum { FUZZ_ARENA_BYTES = 96 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create(FUZZ_ARENA_BYTES);
    jmp_buf full;
    must(arena);
    if (!arena_guard(arena, &full)) {
        struct pictures pictures = { 0 };
        if (picture_make(arena, str_span(data, size), &pictures) == PICTURE_GOOD) {
            must(pictures.width > 0 && pictures.width <= PICTURE_LARGE_SIDE);
            must(pictures.height > 0 && pictures.height <= PICTURE_LARGE_SIDE);
            must(pictures.large.n > 0 && pictures.large.n <= PICTURE_BYTES_MAX);
            must(str_starts(pictures.small, STR("\xff\xd8\xff")));
        }
    }
    arena_destroy(arena);
    return 0;
}
