/* Files that come in pieces: what has arrived, beside the files of the data folder. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_PIECES_H
#define STORE_PIECES_H

#include "store/files.h"

/* A photo over a network that breaks off. Each piece is a file of its own in a hidden folder within
 * the files' (which hosts of one house share), under its final name only when it is whole. So
 * nothing is appended to, no host needs a lock, and the same piece twice is once: the later one.
 * They are not synced and in no backup: until the last one came nothing was promised, and what a
 * power cut took is sent again. Whoever puts one seals it first, with a key that is not here.
 *
 *     pieces_begun(files, prefix) < …; pieces_put(files, name, 0, sealed) …
 *     unsigned have = pieces_count(files, name);      how many there are without a gap
 *     pieces_get(files, name, i, arena, &sealed)      … one after the other
 *     pieces_remove(files, name);
 *
 * A name is FILE_NAME_CHARS hex digits, the caller's own. All may be called from any thread. */
#define PIECES_FOLDER ".pieces" /* made with the files' own (files_open) */
enum {
    PIECE_BYTES = 64 << 10,
    PIECES_MAX = 160,
    PIECES_BEGUN_MAX = 200,
    PIECES_KEPT_S = 3 * 86400
};

/* OK, or nothing is left: DISK_FULL, READ_ONLY, STORE_FAILED. */
enum status pieces_put(struct files *files, struct str name, unsigned index,
                       struct str bytes) MUST_USE;
unsigned pieces_count(struct files *files, struct str name);
/* The bytes, in the arena; NOT_FOUND; STORE_FAILED. At most `bytes_max`. */
enum status pieces_get(struct files *files, struct str name, unsigned index, size_t bytes_max,
                       struct arena *arena, struct str *ret) MUST_USE;
void pieces_remove(struct files *files, struct str name);
/* How many names that begin so have their first piece. */
unsigned pieces_begun(struct files *files, struct str prefix);
/* Removes what came before that moment, also what a crash left of writing. */
void pieces_sweep(struct files *files, struct instant before);

#endif
