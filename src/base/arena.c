/* The arena: one reserved mapping, a bump pointer, cleanups, and a place to jump back to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"

#include <string.h>
#include <sys/mman.h>

#include "base/crypt.h"
#include "base/must.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

/* AddressSanitizer cannot see inside our mapping, so an instrumented build tells it: everything is
 * poisoned but what was given out, and a gap behind each piece catches an overflow by one. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
enum { GAP_BYTES = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(p, n)   ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
enum { GAP_BYTES = 0 };
#endif

enum {
    ALIGNMENT = 16,
    /* The arena lies at the start of its own mapping. */
    HEAD_BYTES = (sizeof(struct arena) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT,
    /* Most requests stay below this, so that a reset costs them no system call. */
    KEPT_BYTES = 256 << 10,
};

enum content { RAW, CLEAN };

struct arena_cleanup {
    struct arena_cleanup *older;
    void (*run)(void *);
    void *subject;
};

static void *take(struct arena *arena, size_t size_bytes, enum content content);
static size_t stride(size_t size_bytes);
static void clear(struct arena *arena, char *p, size_t size_bytes);
static void note_peak(struct arena *arena);
static void run_cleanups(struct arena *arena, const struct arena_cleanup *until);
static void forget_above(struct arena *arena, size_t used_bytes);

struct arena *arena_create(size_t limit_bytes)
{
    char *mapping = mmap(NULL, HEAD_BYTES + limit_bytes, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapping == MAP_FAILED) {
        return NULL;
    }
    struct arena *arena = (struct arena *)(void *)mapping;
    *arena = (struct arena){ .start = mapping + HEAD_BYTES, .limit_bytes = limit_bytes };
    ASAN_POISON_MEMORY_REGION(arena->start, limit_bytes);
    return arena;
}

void arena_destroy(struct arena *arena)
{
    if (!arena) {
        return;
    }
    run_cleanups(arena, NULL);
    ASAN_UNPOISON_MEMORY_REGION(arena->start, arena->limit_bytes);
    must(munmap(arena, HEAD_BYTES + arena->limit_bytes) == 0);
}

void arena_reset(struct arena *arena)
{
    run_cleanups(arena, NULL);
    forget_above(arena, 0);
    if (arena->touched_bytes > KEPT_BYTES) {
        /* The kernel takes whole pages, and `start` is not at the beginning of one. */
        char *kept_end = (char *)arena + KEPT_BYTES;
        size_t n = (size_t)(arena->start + arena->touched_bytes - kept_end);
        must(madvise(kept_end, n, MADV_DONTNEED) == 0);
        arena->written_bytes = (size_t)(kept_end - arena->start);
    }
    arena->touched_bytes = 0;
    arena->boundary = NULL;
    arena->guarded = NULL;
}

void arena_wipe(struct arena *arena)
{
    run_cleanups(arena, NULL);
    ASAN_UNPOISON_MEMORY_REGION(arena->start, arena->touched_bytes);
    secret_wipe(arena->start, arena->touched_bytes);
    ASAN_POISON_MEMORY_REGION(arena->start, arena->touched_bytes);
    arena_reset(arena);
}

void *arena_alloc(struct arena *arena, size_t count, size_t size_bytes)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size_bytes, &bytes)) {
        arena_exhausted(arena);
    }
    void *p = take(arena, bytes, CLEAN);
    if (!p) {
        arena_exhausted(arena);
    }
    return p;
}

void *arena_raw(struct arena *arena, size_t size_bytes)
{
    void *p = take(arena, size_bytes, RAW);
    if (!p) {
        arena_exhausted(arena);
    }
    return p;
}

bool arena_extend(struct arena *arena, void *last, size_t from_bytes, size_t to_bytes)
{
    const char *top = arena->start + arena->used_bytes;
    size_t room = arena->limit_bytes - arena->used_bytes;
    if ((char *)last + stride(from_bytes) != top || to_bytes > arena->limit_bytes ||
        stride(to_bytes) - stride(from_bytes) > room) {
        return false;
    }
    arena->used_bytes += stride(to_bytes) - stride(from_bytes);
    ASAN_UNPOISON_MEMORY_REGION(last, to_bytes);
    note_peak(arena);
    return true;
}

void arena_defer(struct arena *arena, void (*cleanup)(void *), void *subject)
{
    struct arena_cleanup *entry = take(arena, sizeof *entry, RAW);
    if (!entry) {
        /* The caller has handed the subject over, so it must not be lost on the way out. */
        cleanup(subject);
        arena_exhausted(arena);
    }
    *entry = (struct arena_cleanup){ arena->cleanups, cleanup, subject };
    arena->cleanups = entry;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){ arena->used_bytes, arena->cleanups };
}

void arena_undo(struct arena *arena, struct arena_mark mark)
{
    run_cleanups(arena, mark.cleanups);
    forget_above(arena, mark.used_bytes);
}

void arena_exhausted(struct arena *arena)
{
    must(arena->boundary);
    run_cleanups(arena, arena->guarded);
    longjmp(*arena->boundary, 1);
}

/* NULL when there is no room, or when a test asked for a failure here. */
static void *take(struct arena *arena, size_t size_bytes, enum content content)
{
    if (arena->fail_after && --arena->fail_after == 0) {
        return NULL;
    }
    size_t room = arena->limit_bytes - arena->used_bytes;
    if (size_bytes > room || stride(size_bytes) > room) {
        return NULL;
    }
    char *p = arena->start + arena->used_bytes;
    arena->used_bytes += stride(size_bytes);
    ASAN_UNPOISON_MEMORY_REGION(p, size_bytes);
    if (content == CLEAN) {
        clear(arena, p, size_bytes);
    }
    note_peak(arena);
    return p;
}

/* What nobody has written to since the kernel gave it is zero, and clearing it would only make it
 * cost memory: a table of megabytes costs the rows that are used. */
static void clear(struct arena *arena, char *p, size_t size_bytes)
{
    const char *written_end = arena->start + arena->written_bytes;
    if (p < written_end) {
        size_t dirty_bytes = (size_t)(written_end - p);
        memset(p, 0, size_bytes < dirty_bytes ? size_bytes : dirty_bytes);
    }
}

static size_t stride(size_t size_bytes)
{
    return (size_bytes + GAP_BYTES + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static void note_peak(struct arena *arena)
{
    if (arena->used_bytes > arena->touched_bytes) {
        arena->touched_bytes = arena->used_bytes;
    }
    if (arena->used_bytes > arena->written_bytes) {
        arena->written_bytes = arena->used_bytes;
    }
    if (arena->used_bytes > arena->high_water_bytes) {
        arena->high_water_bytes = arena->used_bytes;
    }
}

static void run_cleanups(struct arena *arena, const struct arena_cleanup *until)
{
    /* `until` is missing when it was itself undone after a boundary took note of it. */
    while (arena->cleanups && arena->cleanups != until) {
        struct arena_cleanup entry = *arena->cleanups;
        /* Off the list first: a cleanup that unwinds must not be run twice. */
        arena->cleanups = entry.older;
        entry.run(entry.subject);
    }
}

static void forget_above(struct arena *arena, size_t used_bytes)
{
    must(used_bytes <= arena->used_bytes);
    ASAN_POISON_MEMORY_REGION(arena->start + used_bytes, arena->used_bytes - used_bytes);
    arena->used_bytes = used_bytes;
}
