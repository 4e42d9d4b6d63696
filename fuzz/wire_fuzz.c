/* The wire's two readers: what they say of a stream does not depend on where its packets end. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/must.h"
#include "base/out.h"
#include "web/request.h"
#include "web/wire_chunks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t check_head(struct arena *arena, struct str stream);
static void check_chunks(struct arena *arena, struct str stream);
static enum chunk_step read_all(struct str first, struct str second, struct out *ret_body,
                                size_t *ret_rest);

/* A head, and behind it a body in chunks; without a head, all of it is chunks. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    arena = arena ? arena : arena_create(REQUEST_ARENA_BYTES);
    must(arena);
    struct str stream = str_span(data, size < 2048 ? size : 2048);
    size_t head_bytes = check_head(arena, stream);
    check_chunks(arena, str_slice(stream, head_bytes, stream.n));
    arena_reset(arena);
    return 0;
}

/* A head that is partial may become anything; one that is whole or broken stays so. */
static size_t check_head(struct arena *arena, struct str stream)
{
    const char *why = NULL;
    size_t head_bytes = 0;
    enum head head = request_find_head(stream, &head_bytes, &why);
    for (size_t n = 0; n < stream.n; n++) {
        size_t bytes = 0;
        enum head part = request_find_head(str_slice(stream, 0, n), &bytes, &why);
        must(part == HEAD_PARTIAL || (part == head && bytes == head_bytes));
        must(part != HEAD_WHOLE || bytes <= n);
    }
    if (head != HEAD_WHOLE) {
        return 0;
    }
    struct request request = { 0 };
    struct framing framing = { 0 };
    struct str text = str_slice(stream, 0, head_bytes);
    must(str_ends(text, STR("\r\n\r\n")));
    if (request_read_head(arena, text, &request, &framing, &why) == STATUS_OK) {
        must(str_starts(request.path, STR("/")) && request_header(&request, "Host").p);
        must(!framing.is_chunked || framing.length_bytes == 0);
    }
    return head_bytes;
}

static void check_chunks(struct arena *arena, struct str stream)
{
    size_t rest = 0;
    struct out whole = out_open(arena, stream.n + 1);
    enum chunk_step step = read_all(stream, STR_NONE, &whole, &rest);
    must(step != CHUNK_DATA && whole.n <= stream.n);
    for (size_t n = 0; n < stream.n; n++) {
        size_t cut_rest = 0;
        struct arena_mark mark = arena_mark(arena);
        struct out cut = out_open(arena, stream.n + 1);
        must(read_all(str_slice(stream, 0, n), str_slice(stream, n, stream.n), &cut, &cut_rest) ==
             step);
        must(step != CHUNK_END || cut_rest == rest);
        must(str_equal(out_str(&cut), out_str(&whole)));
        arena_undo(arena, mark);
    }
}

static enum chunk_step read_all(struct str first, struct str second, struct out *ret_body,
                                size_t *ret_rest)
{
    struct chunks chunks = { 0 };
    struct str parts[] = { first, second };
    enum chunk_step step = CHUNK_MORE;
    for (size_t i = 0; i < COUNT(parts) && step == CHUNK_MORE; i++) {
        struct str piece = STR_NONE;
        struct str rest = parts[i];
        do {
            step = chunks_take(&chunks, &rest, &piece);
            if (step == CHUNK_DATA) {
                out_str_raw(ret_body, piece);
            }
        } while (step == CHUNK_DATA);
        *ret_rest = rest.n + (i == 0 ? second.n : 0);
    }
    return step;
}
