/* What the two ends of the studio's socket say to each other, and the door for tests. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_STUDIO_PRIVATE_H
#define STUDIO_STUDIO_PRIVATE_H

#include "studio/sandbox.h"
#include "studio/studio.h"

/* First the worker says what its sandbox got: a struct sandbox. Then for each photo a request and
 * its bytes one way, an answer and the bytes of both pictures the other. Both ends are one
 * program. */
struct studio_request {
    uint32_t bytes;
};
struct studio_answer {
    uint32_t fault;
    uint32_t kind;
    uint32_t width;
    uint32_t height;
    uint32_t large_bytes;
    uint32_t small_bytes;
};

typedef enum picture_fault make_fn(struct arena *arena, struct str file, struct pictures *ret);
/* studio_work() with something else than picture_make(), for tests of the limits. */
NORETURN void studio_work_with(make_fn *make);

#endif
