/* The processes of a house: each begins with what the last one left on the disk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef POWER_PROCESS_H
#define POWER_PROCESS_H

#include "disk.h"
#include "guest.h"

enum { WORK_BYTES = 64, PATH_BYTES = 512 };

/* What a process says to us, who outlive it. */
struct shared {
    struct promises promises;
    struct disk_told told;
};

/* Folders and memory; the folder of all others is in work/. */
struct shared *process_begin(void);
void process_end(bool keeps_log);
/* A new, empty folder of that name in work/. */
void process_folder(char ret[PATH_BYTES], const char *name);
/* The units that a house is made with. */
void process_units(char ret[PATH_BYTES]);
/* Runs `live` as a process on plan->root, and cuts the power when it is through, or at the plan's
 * change. plan->told is ours. Gives what wait() gave: 0 after a cut, 1 when `live` was false. */
int process_run(const struct disk_plan *plan, bool (*live)(struct guest *guest));

/* A line of TAP; counts. */
void process_ok(bool is_ok, const char *format, ...) PRINTF(2, 3);
/* The plan's line; the exit status. */
int process_tally(void);

#endif
