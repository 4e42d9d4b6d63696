/* Faults of every kind that a torture can ask for: the n-th of them fails, the others work. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_TORTURE_FAULT_H
#define TOOLS_TORTURE_FAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct store;

enum fault_kind {
    FAULT_ARENA,     /* a piece of an arena, or a new arena, or a file mapped into memory */
    FAULT_HEAP,      /* memory of SQLite's own */
    FAULT_STATEMENT, /* a statement, begin, mark, keep or commit of the store */
    FAULT_WRITE,     /* write, pwrite, truncate or rename of a file */
    FAULT_SYNC,      /* of a file or folder; it ends the process (base/disk.h) */
    FAULT_SEND,      /* of an answer to its socket: none of it, half of it, or not at once */
    FAULT_KINDS
};
extern const char *const fault_names[FAULT_KINDS];

/* Before SQLite is first used. Allocations from `own` are the torturer's and never fail. */
void faults_install(void);
void faults_spare(const struct arena *own);

/* From here on the n-th of `kind` fails; 0: none does, and all are counted. `choice` decides how:
 * with which error, or after half of the bytes. */
void fault_arm(enum fault_kind kind, unsigned n, unsigned choice, struct store *store);
/* Ends it. True when the fault came to pass. */
bool fault_disarm(struct store *store);
/* How many of a kind were counted since fault_arm(). */
unsigned fault_count(enum fault_kind kind);

#endif
