/* A studio and memory, one for each test. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_TESTS_BENCH_H
#define STUDIO_TESTS_BENCH_H

#include "studio/studio.h"

enum { BENCH_ARENA_BYTES = 128 << 20 };

struct bench {
    struct arena *arena;
    struct studio *studio;
};

static inline int open_bench(void **state)
{
    static struct bench bench;
    bench.arena = arena_create(BENCH_ARENA_BYTES);
    bench.studio = studio_open(NULL, STUDIO_LIMITS);
    *state = &bench;
    return bench.arena && bench.studio ? 0 : -1;
}

static inline int close_bench(void **state)
{
    struct bench *bench = *state;
    studio_close(bench->studio);
    arena_destroy(bench->arena);
    return 0;
}

#endif
