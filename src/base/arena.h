/* Memory for one request: a bump pointer over a reserved region, freed all at once. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

/* There are two lifetimes in the program: the process and the request. Request code asks the
 * arena and never frees. When the region is full the arena does not return NULL: it runs the
 * deferred cleanups in reverse and jumps to the boundary that `arena_guard` set (serve() answers
 * 503, the desk undoes the command), so straight code stays straight.
 *
 *     struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
 *     jmp_buf boundary;
 *     if (arena_guard(arena, &boundary)) { ...was full: reset, answer 503... } else { ...work... }
 *     arena_reset(arena);
 *
 * A library's resource is tied to the arena with arena_defer(); there is no other cleanup idiom in
 * request code. Not thread-safe: one arena, one thread at a time. */
struct arena {
    char *start;
    size_t used_bytes;
    size_t limit_bytes;
    size_t high_water_bytes;    /* most bytes used since creation, for the log and for budgets */
    size_t touched_bytes;       /* most bytes used since the last reset: pages that cost memory */
    size_t written_bytes;       /* what lies behind was never given out, and is zero */
    struct arena_cleanup *cleanups;
    jmp_buf *boundary;
    struct arena_cleanup *guarded;  /* the newest cleanup when the boundary was set */
    size_t fail_after;          /* tests: the n-th allocation from now fails; 0 never */
};

/* Reserves address space; pages cost memory only once touched. NULL when the system refuses. */
struct arena *arena_create(size_t limit_bytes) MUST_USE;
void arena_destroy(struct arena *arena);
/* Runs the cleanups in reverse order and forgets everything, the boundary too; gives pages above
 * 256 KiB back. */
void arena_reset(struct arena *arena);
/* The same, and what was written since the last reset is overwritten first. */
void arena_wipe(struct arena *arena);

/* Zeroed memory, aligned for any type. Never NULL; unwinds when full. Count and size are multiplied
 * with an overflow check. */
void *arena_alloc(struct arena *arena, size_t count, size_t size_bytes) MUST_USE;
#define new(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))
/* The same without the zeros, for bytes that are written at once. */
void *arena_raw(struct arena *arena, size_t size_bytes) MUST_USE;
/* Grows the latest raw allocation where it stands, the new bytes raw too; the size may only go up.
 * False, and nothing changed, when something was allocated since or there is no room. */
bool arena_extend(struct arena *arena, void *last, size_t from_bytes, size_t to_bytes) MUST_USE;

/* Runs cleanup(subject) when the arena is reset, undone past this point, destroyed or full; at once
 * when there is no room even to remember it. */
void arena_defer(struct arena *arena, void (*cleanup)(void *), void *subject);

/* A place to come back to. What is allocated after the mark is forgotten by the undo, its cleanups
 * run. For loops that would otherwise grow the arena (rows of an export, commands of a batch). */
struct arena_mark {
    size_t used_bytes;
    struct arena_cleanup *cleanups;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_undo(struct arena *arena, struct arena_mark mark);

/* True when control comes back because the arena was full. The boundary is `where`, a local of a
 * function that is still running; what was deferred since it was set has then been cleaned up. One
 * boundary inside another saves `arena->boundary` first and puts it back when it is done. */
#define arena_guard(arena, where)                                                                 \
    ((arena)->boundary = (where), (arena)->guarded = (arena)->cleanups, setjmp(*(where)) != 0)
COLD NORETURN void arena_exhausted(struct arena *arena);

#endif
