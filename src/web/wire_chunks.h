/* Chunks: a body that comes in pieces, each with its length in front (RFC 9112, 7.1). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_CHUNKS_H
#define WEB_WIRE_CHUNKS_H

#include <stdint.h>

#include "base/str.h"

/* Strict, because a proxy that passes chunks on as they are and reads one of them otherwise than we
 * do would let a request hide in a body: sizes of at most eight hexadecimal digits, lines that end
 * with CR and LF. There are no extensions and no trailers: the RFC lets us limit them to nothing,
 * and no client of ours sends any. All zero bits are a body that has not begun. */
struct chunks {
    unsigned place;
    unsigned digits;
    uint64_t left_bytes; /* of the chunk */
};

enum chunk_step {
    CHUNK_MORE, /* *rest is used up, and the body is not over */
    CHUNK_DATA, /* *ret_piece is part of the body */
    CHUNK_END,  /* the body is over; what is left in *rest comes after it */
    CHUNK_BROKEN,
};
/* Takes what it understands off *rest; to be called until it says MORE, END or BROKEN. */
enum chunk_step chunks_take(struct chunks *chunks, struct str *rest, struct str *ret_piece);

#endif
