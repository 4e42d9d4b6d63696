/* A disk that keeps its promises and no more: what was not synced may be lost, torn or reordered. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef POWER_DISK_H
#define POWER_DISK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"

/* All calls of this process on files below one folder pass here (calls.c takes the place of the C
 * library's), whoever makes them: SQLite, the photos' files, the anchor. Files are written as
 * always; beside them stands what a disk owes:
 *
 *   - bytes of a file: what they were at its last fsync. Of later writes, each sector of 512 bytes
 *     may have any of the contents that it had since, and the file any of its lengths;
 *   - names: what they were at the last fsync of their folder. Of later ones (created, renamed,
 *     removed) any subset may have come through, a rename as a whole or not at all;
 *   - maps (SQLite's -shm) nothing.
 *
 * One thread. After disk_start() the process ends in disk_cut(), or without one. */
enum disk_kind { DISK_READ, DISK_WRITE, DISK_SYNC, DISK_OPEN, DISK_KINDS };

/* In memory that is shared with whoever waits for this process. */
struct disk_told {
    int64_t calls[DISK_KINDS];
    int64_t fired;        /* calls that failed, syncs that were dropped */
    bool fired_on_folder; /* the last that failed was a sync of a folder */
    bool was_cut;
    int64_t pending; /* writes not synced when the power went */
    int64_t pending_names;
    int64_t lost_sectors; /* of those: with an older content than the last */
    int64_t kept_sectors;
    int64_t lost_names;
    int64_t torn; /* writes of which some sectors came through and some did not */
};

struct disk_plan {
    const char *root;     /* absolute, no slash at its end, no link in it */
    const char *survivor; /* an empty folder: after the cut, what the disk then holds */
    uint64_t seed;
    int64_t cut_at;    /* at which change or sync the power goes; 0: at disk_cut() */
    bool cuts_at_name; /* … and waits for the next name that comes or goes */
    const char
        *drops; /* syncs of this file or folder do nothing; "files/": of any file there; ".": of the
                            * root itself */
    enum disk_kind fails; /* the call of this kind … */
    int64_t fails_at;     /* … with this number, from 1, … */
    int fails_with;       /* … gives this errno; 0: none fails */
    bool keeps_failing;   /* and so do all after it */
    bool hopes; /* a control: the program asks again after a sync that failed, and is told that
                 * all is well, as Linux does */
    struct disk_told *told;
};

/* What is below the root now counts as on the disk. */
void disk_start(const struct disk_plan *plan);
/* From here on the process is as any other. */
void disk_stop(void);
/* The power goes: what survives is in plan->survivor, and this process is gone. */
NORETURN void disk_cut(void);
/* Before the process ends by itself: the power goes in that moment. */
void disk_ended(void);
/* No call fails any more. */
void disk_heal(void);

/* The same numbers for the same seed; not for secrets. */
uint64_t disk_draw(uint64_t *state);

/* --- for calls.c: a call of the process, before it is made ------------------------------------- */

/* Is it a file of ours? */
bool disk_has(int file);

/* False, and errno says why: the call fails. By descriptor, or by path below `folder`. */
bool disk_allows(enum disk_kind kind, int file);
bool disk_allows_path(enum disk_kind kind, int folder, const char *path);
/* … and after it was made, when it did not fail. */
void disk_opened(int folder, const char *path, int flags, bool is_new, int file);
void disk_closed(int file);
void disk_wrote(int file, int64_t at, const void *bytes, int64_t n);
void disk_resized(int file, int64_t n);
void disk_renamed(int from_folder, const char *from, int to_folder, const char *to);
void disk_removed(int folder, const char *path);
void disk_made_folder(const char *path);
void disk_synced(int file);
/* A sync failed: what was not synced is gone for good, and no later sync brings it back. True when
 * the program does not want to hear of it. */
bool disk_forgot(int file);

#endif
