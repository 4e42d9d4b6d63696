/* A studio and memory, one for each test. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_TESTS_BENCH_H
#define STUDIO_TESTS_BENCH_H

#include <stdio.h>

#include "base/must.h"
#include "studio/studio.h"

enum { BENCH_ARENA_BYTES = 128 << 20, SCAN_FILE_BYTES_MAX = 1 << 20 };

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

/* A PDF that is kept for tests. */
static inline struct str scan_file(struct arena *arena, const char *name)
{
    FILE *file = fopen(str_z(arena, str_printf(arena, "fuzz/corpus/scan/%s", name)), "re");
    char *bytes = new(arena, char, SCAN_FILE_BYTES_MAX);
    must(file);
    size_t n = fread(bytes, 1, SCAN_FILE_BYTES_MAX, file);
    must(fclose(file) == 0);
    return str_span(bytes, n);
}

#endif
