/* Gathering a body in the arena or in an unlinked file. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_body.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/must.h"
#include "base/out.h"

enum { FIRST_CAPACITY = 4096 };

struct mapping {
    void *start;
    size_t n;
};

static enum status add_to_memory(struct body *body, struct str piece);
static bool map_memory(struct body *body);
static enum status add_to_file(struct body *body, struct str piece);
static int open_spool(const struct body *body);
static void close_file(void *subject);
static void unmap(void *subject);

struct body body_open(struct arena *arena, uint64_t expected, uint64_t bytes_max,
                      const char *spool_folder, bool is_sealed)
{
    struct body body = { .arena = arena, .bytes_max = bytes_max, .file = -1 };
    if (expected > 0 && expected <= FORM_BODY_BYTES_MAX) {
        body.capacity = expected;
        body.memory = new(arena, char, body.capacity);
    } else if (bytes_max > FORM_BODY_BYTES_MAX) {
        body.spool_folder = is_sealed ? NULL : spool_folder;
        body.is_sealed = is_sealed;
    }
    return body;
}

enum status body_add(struct body *body, struct str piece)
{
    if (piece.n > body->bytes_max - body->received) {
        return STATUS_TOO_LARGE;
    }
    enum status status = body->spool_folder ? add_to_file(body, piece) : add_to_memory(body, piece);
    if (status == STATUS_OK) {
        body->received += piece.n;
    }
    return status;
}

enum status body_end(struct body *body, struct str *ret)
{
    if (body->file < 0) {
        *ret = str_span(body->memory, body->received);
        return STATUS_OK;
    }
    struct mapping mapping = { NULL, body->received };
    mapping.start = mmap(NULL, mapping.n, PROT_READ, MAP_PRIVATE, body->file, 0);
    if (mapping.start == MAP_FAILED) {
        return STATUS_STORE_FAILED;
    }
    struct mapping *kept = new(body->arena, struct mapping, 1);
    *kept = mapping;
    arena_defer(body->arena, unmap, kept);
    *ret = str_span(mapping.start, mapping.n);
    return STATUS_OK;
}

/* Of a sealed one all that may come is reserved at once, and costs what is written: it is never
 * copied to grow. */
static enum status add_to_memory(struct body *body, struct str piece)
{
    size_t needed = body->received + piece.n;
    if (body->is_sealed && !body->memory && !map_memory(body)) {
        return STATUS_BUSY;
    }
    if (needed > body->capacity) {
        size_t capacity = body->capacity ? body->capacity : FIRST_CAPACITY;
        while (capacity < needed) {
            capacity *= 2;
        }
        char *larger = new(body->arena, char, capacity);
        if (body->received > 0) {
            memcpy(larger, body->memory, body->received);
        }
        body->memory = larger;
        body->capacity = capacity;
    }
    memcpy(body->memory + body->received, piece.p, piece.n);
    return STATUS_OK;
}

static bool map_memory(struct body *body)
{
    struct mapping *mapping = new(body->arena, struct mapping, 1);
    void *start = mmap(NULL, body->bytes_max, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) {
        return false;
    }
    *mapping = (struct mapping){ start, body->bytes_max };
    arena_defer(body->arena, unmap, mapping);
    body->memory = start;
    body->capacity = body->bytes_max;
    return true;
}

static enum status add_to_file(struct body *body, struct str piece)
{
    if (body->file < 0) {
        body->file = open_spool(body);
        if (body->file < 0) {
            return status_of_errno(errno);
        }
        int *file = new(body->arena, int, 1);
        *file = body->file;
        arena_defer(body->arena, close_file, file);
    }
    for (size_t done = 0; done < piece.n;) {
        ssize_t n = write(body->file, piece.p + done, piece.n - done);
        if (n < 0 && errno != EINTR) {
            return status_of_errno(errno);
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return STATUS_OK;
}

/* Not O_TMPFILE, which some file systems of containers lack. */
static int open_spool(const struct body *body)
{
    char path[PATH_MAX];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/upload-XXXXXX", body->spool_folder);
    out_char(&out, '\0');
    int file = out.overflowed ? -1 : mkostemp(path, O_CLOEXEC);
    if (file >= 0) {
        (void)unlink(path);
    }
    return file;
}

static void close_file(void *subject)
{
    must(close(*(int *)subject) == 0);
}

static void unmap(void *subject)
{
    struct mapping *mapping = subject;
    must(munmap(mapping->start, mapping->n) == 0);
}
