/* The studio's process: into the sandbox, then photo after photo until the socket closes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "studio/nursery.h"
#include "studio/studio_private.h"

/* The file and what picture_make() needs. */
enum { WORKER_ARENA_BYTES = UPLOAD_FILE_BYTES_MAX + (70 << 20) };

static bool serve_photo(struct arena *arena, make_fn *make);
static enum picture_fault try_make(struct arena *arena, make_fn *make, struct str file,
                                   struct pictures *ret);
static bool read_all(void *ret, size_t n);
static bool write_all(struct str bytes);

void studio_work(void)
{
    studio_work_with(picture_make);
}

void studio_work_with(make_fn *make)
{
    nursery_serve();
    struct arena *arena = arena_create(WORKER_ARENA_BYTES);
    struct sandbox got = sandbox_enter();
    bool goes_on = arena && write_all(str_span(&got, sizeof got));
    while (goes_on) {
        goes_on = serve_photo(arena, make);
        arena_reset(arena);
    }
    _exit(EXIT_SUCCESS);
}

static bool serve_photo(struct arena *arena, make_fn *make)
{
    struct studio_request request;
    if (!read_all(&request, sizeof request) || request.bytes > UPLOAD_FILE_BYTES_MAX) {
        return false;
    }
    char *file = new(arena, char, request.bytes);
    if (!read_all(file, request.bytes)) {
        return false;
    }
    struct pictures pictures = { 0 };
    enum picture_fault fault = try_make(arena, make, str_span(file, request.bytes), &pictures);
    struct studio_answer answer = {
        .fault = fault,
        .kind = pictures.kind,
        .width = pictures.width,
        .height = pictures.height,
        .large_bytes = (uint32_t)pictures.large.n,
        .small_bytes = (uint32_t)pictures.small.n,
    };
    return write_all(str_span(&answer, sizeof answer)) && write_all(pictures.large) &&
           write_all(pictures.small);
}

/* A photo for which there is not enough memory is refused like one that is damaged. */
static enum picture_fault try_make(struct arena *arena, make_fn *make, struct str file,
                                   struct pictures *ret)
{
    jmp_buf full;
    if (arena_guard(arena, &full)) {
        return PICTURE_BROKEN;
    }
    return make(arena, file, ret);
}

static bool read_all(void *ret, size_t n)
{
    char *to = ret;
    while (n > 0) {
        ssize_t got = read(STDIN_FILENO, to, n);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return false;
        }
        to += got > 0 ? got : 0;
        n -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* Back into the socket that is standard input. */
static bool write_all(struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t put = write(STDIN_FILENO, bytes.p, bytes.n);
        if (put < 0 && errno != EINTR) {
            return false;
        }
        bytes = str_slice(bytes, put > 0 ? (size_t)put : 0, bytes.n);
    }
    return true;
}
