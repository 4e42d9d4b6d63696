/* Compressing a reply's body with zlib. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/gzip.h"

#include <zlib.h>

#include "base/must.h"
#include "web/headers.h"

enum { WINDOW_BITS = 15, GZIP_FORMAT = 16, MEMORY_LEVEL = 8 };

struct gzip {
    z_stream stream;
};

static void *take_memory(void *arena, unsigned count, unsigned size_bytes);
static void keep_memory(void *arena, void *memory);
static bool is_worth_it(const struct visit *v);

struct gzip *gzip_open(struct arena *arena)
{
    struct gzip *gzip = new(arena, struct gzip, 1);
    gzip->stream = (z_stream){ .zalloc = take_memory, .zfree = keep_memory, .opaque = arena };
    must(deflateInit2(&gzip->stream, GZIP_LEVEL, Z_DEFLATED, WINDOW_BITS + GZIP_FORMAT,
                      MEMORY_LEVEL, Z_DEFAULT_STRATEGY) == Z_OK);
    return gzip;
}

/* What zlib asks for once is there until the process ends. */
static void *take_memory(void *arena, unsigned count, unsigned size_bytes)
{
    return arena_alloc(arena, count, size_bytes);
}

static void keep_memory(void *arena, void *memory)
{
    (void)arena;
    (void)memory;
}

void gzip_reply(struct gzip *gzip, struct visit *v)
{
    if (!is_worth_it(v)) {
        return;
    }
    struct out *body = &v->reply->body;
    z_stream *stream = &gzip->stream;
    must(deflateReset(stream) == Z_OK);
    size_t capacity = deflateBound(stream, body->n);
    char *packed = new(v->arena, char, capacity);
    stream->next_in = (Bytef *)body->p;
    stream->avail_in = (uInt)body->n;
    stream->next_out = (Bytef *)packed;
    stream->avail_out = (uInt)capacity;
    must(deflate(stream, Z_FINISH) == Z_STREAM_END);
    v->reply->fixed_body = str_span(packed, stream->total_out);
    reply_header(v->reply, "Content-Encoding", STR("gzip"));
}

bool gzip_accepts(const struct request *request, const char *coding)
{
    struct str rest = request_header(request, "Accept-Encoding");
    while (rest.p) {
        struct str weight = str_cut(&rest, ',');
        struct str name = str_trim(str_cut(&weight, ';'));
        if (str_equal_nocase(name, str_of(coding))) {
            weight = str_trim(weight);
            return !str_equal(weight, STR("q=0")) && !str_starts(weight, STR("q=0.0"));
        }
    }
    return false;
}

static bool is_worth_it(const struct visit *v)
{
    struct str type = headers_get(v->reply, "Content-Type");
    bool is_text = str_starts(type, STR("text/")) || str_starts(type, STR("application/json")) ||
                   str_starts(type, STR("application/atom+xml"));
    return is_text && !v->reply->fixed_body.p && v->reply->body.n > GZIP_BYTES_MIN &&
           gzip_accepts(v->request, "gzip");
}
