/* The archive: every batch of the desk, sealed, in another folder; and the way back from it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_ARCHIVE_H
#define MAIN_ARCHIVE_H

#include "desk/books.h"
#include "main/house.h"
#include "vault/vault.h"

/* With `--archive FOLDER` each batch is there before its senders are told, better on another disk:
 *
 *     FOLDER/000000012345.lo   the pages that batch 12,345 wrote: a vault (vault.h)
 *     FOLDER/files/NAME        the photos, as they lie in the data folder: sealed by a key in
 *                              their rows
 *
 * A vault's head names its batch, the tree behind it and the digest of the vault before, so a
 * missing, foreign or altered one is told by name, without any secret. Whole pages go over a backup
 * that is not older than the first of them, in any order that ends with the newest; so any batch
 * from the backup on can be restored, with --at the last one that is not later.
 *
 * When the archive cannot be written the counter stays open, the log says so (archive_failed), and
 * what waits is written with the next batch, as one step. Beyond ARCHIVE_WAIT_BYTES of waiting, or
 * when batches were made without it, there is a gap (archive_gap): the way through ends before it,
 * and begins anew with the next backup.
 *
 * An archive that knows of more batches than the database belongs to one that was not rolled back:
 * the house does not open beside it. After accept-loss a new folder is needed. */
enum { ARCHIVE_WAIT_BYTES = 256 << 20 };

struct archive;
/* Left in the data folder by `kheo accept-pages`: pages were changed that the log never had, so the
 * way through the archive ends, and begins anew with the next backup. */
#define ARCHIVE_BREAK "archive.break"

/* NULL in *ret without --archive. Nothing is made but files in the folder, which must exist: one
 * that is not mounted must not be filled. */
enum status archive_open(const struct house_settings *settings, struct house *house,
                         struct archive **ret, struct str *ret_why) MUST_USE;
void archive_close(struct archive *archive);
/* Does something wait that could not be written? From any thread. */
bool archive_is_behind(const struct archive *archive);
/* For desk_settings.archive; `context` is a struct archive **. */
bool archive_batch(void *context, const struct books_place *place);

/* What a restore wants; zero is "no matter". */
struct archive_goal {
    struct instant at;
    int64_t size;
};
struct archive_replay {
    const char *folder;
    const char *dir; /* of the restored files; its kheo.db is changed */
    const struct box_key *key;
    const uint8_t *signer;
    struct str origin;
    struct archive_goal goal;
    struct books_place place; /* of the backup; then of the last batch that was put over it */
};
/* False: a piece is missing or wrong, *ret_why says so; its name is on stderr. */
bool archive_replay(struct archive_replay *replay, struct str *ret_why) MUST_USE;

#endif
