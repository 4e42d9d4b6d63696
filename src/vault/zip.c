/* zlib with the arena's memory. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#define ZLIB_CONST /* its input is const */
#include "vault/zip.h"

#include <zlib.h>

#include "base/must.h"

enum { WINDOW_BITS = 15, GZIP_FORMAT = 16, MEMORY_LEVEL = 8 };

struct zip {
    z_stream stream;
    char *piece; /* NULL until something is fed */
};
struct unzip {
    z_stream stream;
};

static void *take_memory(void *arena, unsigned count, unsigned size_bytes)
{
    return arena_alloc(arena, count, size_bytes);
}

static void keep_memory(void *arena, void *memory)
{
    (void)arena;
    (void)memory;
}

struct zip *zip_open(struct arena *arena, enum zip_format format, int level)
{
    struct zip *zip = new(arena, struct zip, 1);
    zip->stream = (z_stream){ .zalloc = take_memory, .zfree = keep_memory, .opaque = arena };
    must(deflateInit2(&zip->stream, level, Z_DEFLATED,
                      WINDOW_BITS + (format == ZIP_GZIP ? GZIP_FORMAT : 0), MEMORY_LEVEL,
                      Z_DEFAULT_STRATEGY) == Z_OK);
    return zip;
}

struct str zip_whole(struct zip *zip, struct str plain, struct arena *arena)
{
    z_stream *stream = &zip->stream;
    must(deflateReset(stream) == Z_OK);
    size_t capacity = deflateBound(stream, plain.n);
    char *packed = arena_raw(arena, capacity);
    stream->next_in = (const Bytef *)plain.p;
    stream->avail_in = (uInt)plain.n;
    stream->next_out = (Bytef *)packed;
    stream->avail_out = (uInt)capacity;
    must(deflate(stream, Z_FINISH) == Z_STREAM_END);
    return str_span(packed, stream->total_out);
}

void zip_feed(struct zip *zip, struct str plain, bool is_last,
              void (*take)(void *context, struct str piece), void *context)
{
    z_stream *stream = &zip->stream;
    if (!zip->piece) {
        zip->piece = arena_raw(stream->opaque, ZIP_PIECE_BYTES);
    }
    stream->next_in = (const Bytef *)plain.p;
    stream->avail_in = (uInt)plain.n;
    do {
        stream->next_out = (Bytef *)zip->piece;
        stream->avail_out = ZIP_PIECE_BYTES;
        int code = deflate(stream, is_last ? Z_FINISH : Z_NO_FLUSH);
        must(code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END);
        size_t n = ZIP_PIECE_BYTES - stream->avail_out;
        if (n > 0) {
            take(context, str_span(zip->piece, n));
        }
    } while (stream->avail_out == 0);
}

struct unzip *unzip_open(struct arena *arena)
{
    struct unzip *unzip = new(arena, struct unzip, 1);
    unzip->stream = (z_stream){ .zalloc = take_memory, .zfree = keep_memory, .opaque = arena };
    must(inflateInit2(&unzip->stream, WINDOW_BITS) == Z_OK);
    return unzip;
}

bool unzip_some(struct unzip *unzip, struct str *packed, void *ret, size_t capacity, size_t *ret_n,
                bool *ret_is_end)
{
    z_stream *stream = &unzip->stream;
    stream->next_in = (const Bytef *)packed->p;
    stream->avail_in = (uInt)packed->n;
    stream->next_out = ret;
    stream->avail_out = (uInt)capacity;
    int code = inflate(stream, Z_NO_FLUSH);
    *packed = str_slice(*packed, packed->n - stream->avail_in, packed->n);
    *ret_n = capacity - stream->avail_out;
    *ret_is_end = code == Z_STREAM_END;
    return code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END;
}
