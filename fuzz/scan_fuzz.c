/* Whatever comes as evidence, it becomes one small JPEG within its bounds, or nothing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "studio/picture.h"

enum { FUZZ_ARENA_BYTES = 96 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct scan_order order = {
        .page = size > 0 ? data[size - 1] % 3 : 0,
        .boxes = { .list = { { 0, 0, 500, 500 } }, .count = 1 },
    };
    struct arena *arena = arena_create(FUZZ_ARENA_BYTES);
    jmp_buf full;
    must(arena);
    picture_open();
    if (!arena_guard(arena, &full)) {
        struct scan scan = { 0 };
        if (picture_scan(arena, str_span(data, size), &order, &scan) == PICTURE_GOOD) {
            must(scan.width > 0 && scan.width <= PICTURE_LARGE_SIDE);
            must(scan.height > 0 && scan.height <= PICTURE_LARGE_SIDE);
            must(scan.jpeg.n > 0 && scan.jpeg.n <= SCAN_BYTES_MAX && scan.pages > 0);
            must(str_starts(scan.jpeg, STR("\xff\xd8\xff")));
        }
    }
    arena_destroy(arena);
    return 0;
}
