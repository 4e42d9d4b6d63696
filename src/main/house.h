/* The house: a data folder opened, its rooms wired together, ready for a command of the program. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_HOUSE_H
#define MAIN_HOUSE_H

#include <stdbool.h>

#include "desk/desk.h"
#include "main/blanks.h"
#include "store/files.h"
#include "store/store.h"
#include "store/basemap.h"
#include "studio/studio.h"
#include "web/module.h"
#include "web/scrubbed.h"
#include "web/serve.h"
#include "web/start.h"

/* A data folder holds everything of one installation:
 *
 *     kheo.db          the database (with -wal and -shm beside it while running)
 *     search.db        the search index, rebuilt when it is missing
 *     ledger.key       the seed of the ledger's signing key: back it up apart from the rest
 *     server.key       the secret of form tokens
 *     origin           the ledger's name, chosen once
 *     anchor/head      the second place that knows the ledger's head; better on another disk
 *     files/           photos, sealed, by random name
 *     blanks/          forms in an installation's or a unit's own words (main/blanks.h)
 *     backup.pub       the public half of the key that backups are sealed to (main/backup_key.h)
 *     backup.last      its time is that of the last backup (main/health.h)
 *     restored         left by `kheo restore`, taken away by `kheo accept-loss`
 *     receipts/        receipts that people have shown, if the operator made it (main/shown.h)
 */
struct house_settings {
    const char *dir;      /* the data folder */
    const char *database; /* NULL: kheo.db in it; "sqlite::memory:" for tests */
    const char *anchor;   /* NULL: anchor/head in it */
    const char *files;    /* NULL: files/ in it */
    const char *tiles;    /* MBTiles file of pictures under maps, looked at before anything is
                           * made; NULL: there are none */
    const char *archive;  /* NULL: batches are not archived (main/archive.h) */
    const char *origin;   /* the ledger's name for a new folder; NULL: localhost/log */
    struct str base_url;
    const char *const *receipts; /* files to compare with, beside those in receipts/ */
    int receipt_count;
    bool create; /* make what is missing */
    bool is_demo;
    bool accepts_loss; /* `kheo accept-loss`: opens what a head of ours contradicts by its size */
    bool rates_off;
    bool joins; /* several servers may serve one PostgreSQL; this one may wait for its turn */
    const char *replica; /* of the database, which readers ask first; NULL: none */
    bool replicated;     /* refuse a database whose commits are on one machine only */
    struct instant (*clock)(void *context); /* NULL: the system's */
    void *clock_context;
};

enum { ORIGIN_BYTES_MAX = 255 };

enum { HOUSE_PATH_BYTES_MAX = 4096 };
struct archive;
struct house {
    struct store *store;
    struct files *files;
    struct basemap *basemap; /* NULL: there are none */
    struct studio *studio;
    char studio_program[HOUSE_PATH_BYTES_MAX];
    struct blanks *blanks;
    struct desk *desk;
    struct server *server;
    struct service *services;
    struct archive *archive; /* NULL: none is kept */
    int64_t known;           /* of a house that accepts a loss: the largest head that was signed */
    char origin[ORIGIN_BYTES_MAX + 1];
    struct house_settings settings; /* for when its turn to seal comes */
    struct finder finder;           /* the search index; main/indexer.h fills it */
    struct scrubbed scrubbed;       /* what the nightly reading found (main/scrub.h) */
    struct first_run first_run;     /* who may set it up (main/first_run.h) */
    struct mail_way mail_way;       /* of this run, for pages */
};

/* STATUS_OK, or why not as a sentence for the operator. A receipt that the ledger contradicts is
 * named on stderr before that. */
enum status house_open(const struct house_settings *settings, struct house *ret,
                       struct str *ret_why) MUST_USE;
/* Finishes what the desk has taken, then closes. */
void house_close(struct house *house);

/* A folder to read beside the server that owns it: nothing is compared, so even a ruined one can
 * be looked at. Close the store and the files afterwards. */
enum { HOUSE_ANCHOR_BYTES_MAX = 8192 };
struct house_view {
    struct store *store;
    struct files *files; /* NULL: there is no such folder */
    struct sign_key key;
    char origin[ORIGIN_BYTES_MAX + 1];
    char anchor[HOUSE_ANCHOR_BYTES_MAX]; /* the bytes of the anchor file */
    size_t anchor_bytes;
};
enum status house_look(const struct house_settings *settings, struct house_view *ret,
                       struct str *ret_why) MUST_USE;

/* The ledger's key alone. */
bool house_key(const struct house_settings *settings, struct sign_key *ret,
               struct str *ret_why) MUST_USE;

#endif
