/* Whatever comes back as a signed letter, what is said of it has its bounds. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/must.h"
#include "studio/picture.h"
#include "studio/signed.h"

enum { FUZZ_ARENA_BYTES = 32 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create(FUZZ_ARENA_BYTES);
    jmp_buf full;
    must(arena);
    picture_open();
    signed_open();
    if (!arena_guard(arena, &full)) {
        struct signed_letter *letter = new(arena, struct signed_letter, 1);
        struct str file = str_span(data, size);
        bool is_read = signed_read(arena, file, file, letter);
        must(is_read || !letter->is_same);
        must(letter->count <= SIGNATURES_MAX);
        for (uint32_t i = 0; i < letter->count; i++) {
            const struct signature *one = &letter->list[i];
            must(one->state < SIGNATURE_STATES && one->end <= size && one->at >= 0);
            must(memchr(one->name, '\0', SIGNATURE_NAME_BYTES));
            must(memchr(one->organ, '\0', SIGNATURE_NAME_BYTES));
            must(memchr(one->issuer, '\0', SIGNATURE_NAME_BYTES));
        }
    }
    arena_destroy(arena);
    return 0;
}
