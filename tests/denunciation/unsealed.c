/* A server that seals nothing and wipes nothing: the control of the search for markers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/envelope.h"

/* Put in the place of the program's own by the linker (--wrap). Whoever searches this server's
 * database, log, backups and memory must find what a denouncer typed; else the search is blind. */
bool __real_envelope_seal(enum envelope_kind kind, const struct envelope_to *to, struct str plain,
                          uint8_t *ret);
bool __wrap_envelope_seal(enum envelope_kind kind, const struct envelope_to *to, struct str plain,
                          uint8_t *ret);
void __wrap_arena_wipe(struct arena *arena);
void __wrap_secret_wipe(void *bytes, size_t n);

/* The boxes stay as they are, so that the desk takes it. */
bool __wrap_envelope_seal(enum envelope_kind kind, const struct envelope_to *to, struct str plain,
                          uint8_t *ret)
{
    bool is_sealed = __real_envelope_seal(kind, to, plain, ret);
    size_t end = envelope_bytes(to->count, plain.n);
    if (is_sealed && plain.n > 0) {
        memcpy(ret + end - envelope_class(plain.n), plain.p, plain.n);
    }
    return is_sealed;
}

void __wrap_arena_wipe(struct arena *arena)
{
    arena_reset(arena);
}

void __wrap_secret_wipe(void *bytes, size_t n)
{
    (void)bytes;
    (void)n;
}
