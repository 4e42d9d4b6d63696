/* Bodies as they come in: small ones in the arena, large ones in a file without a name, or none. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_BODY_H
#define WEB_WIRE_BODY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

struct body {
    struct arena *arena;
    const char *spool_folder; /* NULL: it stays in memory */
    bool is_sealed;
    uint64_t bytes_max;
    uint64_t received;
    char *memory;
    size_t capacity;
    int file; /* -1: none */
};

/* A body of at most `bytes_max`; `expected` is what its head says, 0 when it does not. With a
 * folder it goes to a file there, unlinked from the start, so that nothing of it outlives the
 * request. A sealed one goes to no file, for the disk must never see it: a large one gets memory
 * that is given back, whole, with the arena. */
struct body body_open(struct arena *arena, uint64_t expected, uint64_t bytes_max,
                      const char *spool_folder, bool is_sealed);
/* OK, TOO_LARGE, BUSY (no memory), DISK_FULL or STORE_FAILED; after anything but OK nothing more is
 * kept. */
enum status body_add(struct body *body, struct str piece);
/* All of it; a file is mapped, until the arena is reset. STORE_FAILED when it cannot be. */
enum status body_end(struct body *body, struct str *ret);

#endif
