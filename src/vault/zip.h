/* The door to zlib: pages for a browser in one piece, archives in a stream. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef VAULT_ZIP_H
#define VAULT_ZIP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum zip_format { ZIP_ZLIB, ZIP_GZIP };

/* A compressor is some 260 KiB of the arena, a decompressor 40; one thread at a time. What zlib
 * asks for is there as long as the arena. */
struct zip;
struct zip *zip_open(struct arena *arena, enum zip_format format, int level);

/* One text, compressed alone, in the other arena. */
struct str zip_whole(struct zip *zip, struct str plain, struct arena *arena);

/* Bytes one after the other; what comes of them goes to `take` in pieces of ZIP_PIECE_BYTES at
 * most, all of it when `is_last`. */
enum { ZIP_PIECE_BYTES = 64 << 10 };
void zip_feed(struct zip *zip, struct str plain, bool is_last,
              void (*take)(void *context, struct str piece), void *context);

struct unzip;
struct unzip *unzip_open(struct arena *arena);
/* Takes from the front of *packed, fills `ret` as far as it can; *ret_n says how far, and
 * *ret_is_end that the stream is through. False: this is no such stream. */
bool unzip_some(struct unzip *unzip, struct str *packed, void *ret, size_t capacity, size_t *ret_n,
                bool *ret_is_end);

#endif
