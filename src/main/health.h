/* What the house says of itself at /qt/suc-khoe: facts, and what to think of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_HEALTH_H
#define MAIN_HEALTH_H

#include <stdbool.h>
#include <stdint.h>

#include "web/health.h"

/* Times in seconds of Unix, 0: never. */
struct health_facts {
    bool is_file;    /* the database, and not a PostgreSQL or memory */
    bool has_folder; /* what follows was looked at */
    bool is_summed;
    int64_t file_bytes;
    int64_t free_bytes; /* on the database's disk or the folder's, whichever has less */
    int64_t damaged_reads; /* since the start */
    int64_t read_again_s;  /* by the scrub */
    int64_t read_again_faults;
    bool has_backup_key;
    int64_t backed_up_s;
    bool has_archive;
    bool is_archive_behind;
    bool is_archive_apart; /* on another disk than the database; the anchor likewise */
    bool is_anchor_apart;
    struct str tiles_name; /* of pictures under maps, plain text; absent: there are none */
    int tiles_from;        /* zoom levels */
    int tiles_to;
    int64_t tiles_bytes;
    bool is_https;
    bool are_keys_seen;
    bool are_keys_open; /* others of the machine may read one */
    bool has_studio;
    bool is_demo;
    int64_t now_s;
};

/* Pure. Rows in an order for reading, good ones too. */
void health_judge(const struct health_facts *facts, struct arena *arena,
                  const struct tongue *tongue, struct health_list *ret);
/* For server_settings.health; the context is a struct house. */
health_fn health_of_house;

/* In the data folder: its time is when the last backup was through, and that it was opened. */
#define BACKUP_MARK "backup.last"

#endif
