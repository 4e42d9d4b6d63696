/* Files of the data folder: bytes under a random name, on the disk before anyone hears of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_FILES_H
#define STORE_FILES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "base/str.h"

/* For what is too large for a row. A row of a service names the file; a file that no row names is
 * an orphan, left by a crash between the two, harmless, and found by `kheo check`. Whoever puts a
 * file seals it first (secret_seal, with a key in the row), so that the folder alone opens nothing:
 *
 *     char name[FILE_NAME_CHARS + 1];
 *     enum status status = files_put(files, sealed, name);
 *     if (status) { ...503: nothing was kept... }
 *     ...queue the command whose row names it; files_remove() if that is refused...
 *
 * A file is never changed. All functions may be called from any thread. */
struct files;

enum { FILE_NAME_CHARS = 32, FILE_BYTES_MAX = 64 << 20 };

/* The folder is made when `create`. NULL, and *ret_why says why (a constant sentence). */
struct files *files_open(const char *folder, bool create, struct str *ret_why) MUST_USE;
void files_close(struct files *files);
/* Its path, for what must lie on the same disk (spooled uploads). */
const char *files_folder(const struct files *files) PURE;

/* OK once the bytes and the name are on the disk; else nothing is left: DISK_FULL, READ_ONLY or
 * STORE_FAILED; after a sync that failed the process ends (base/disk.h). The name is 32 hex digits,
 * drawn at random. */
enum status files_put(struct files *files, struct str bytes,
                      char ret_name[FILE_NAME_CHARS + 1]) MUST_USE;
/* `put` hears of each file once it is on the disk, before files_put() returns, in its thread:
 * whoever keeps a copy elsewhere has it before a row names it. Set before the threads start. */
void files_watch(struct files *files, void (*put)(void *context, const char *name), void *context);

/* The bytes, until the arena is reset. NOT_FOUND, also for what is no name; STORE_FAILED. */
enum status files_get(struct files *files, struct str name, struct arena *arena,
                      struct str *ret) MUST_USE;
/* True when there is no such file any more. */
bool files_remove(struct files *files, struct str name);

/* One thing in the folder: a file, or what a crash left of writing one (`is_whole` is false). */
struct file_found {
    struct str name; /* until the visit returns */
    int64_t bytes;
    struct instant changed_at;
    bool is_whole;
};
/* Each once, in no order, until a visit returns false. What is younger than a few minutes may
 * belong to a command that is still on its way. */
enum status files_each(struct files *files,
                       bool (*visit)(void *context, const struct file_found *found),
                       void *context) MUST_USE;

#endif
