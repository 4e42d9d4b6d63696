/* Putting on the disk for good, or ending: after a sync that failed nobody knows what is there. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_DISK_H
#define BASE_DISK_H

#include "base/attr.h"
#include "base/status.h"

/* When fsync() fails, Linux has dropped what it could not write and calls it clean: the next one
 * gives OK for bytes that are nowhere, and reading still shows them. So a server that goes on would
 * confirm papers that are gone after a power cut. It ends instead, at once, with a line in the log;
 * whoever waits gets no answer and may send again under the same key. The next start reads what the
 * disk really has (docs/decisions/0012-fail-stop.md).
 *
 * A write that fails is another matter: who made it knows that it did not happen, so a full disk is
 * a refusal, and heals. */
enum { EXIT_DISK_LOST = 4 };

/* Returns when it is on the disk. `what`, a constant, is for the log. */
void disk_sync(int file, const char *what);
/* The same for bytes alone; not for folders. */
void disk_sync_bytes(int file, const char *what);
/* Of a file that has no name yet, and goes away when this fails: a full disk, of which one hears
 * only here over a network, is DISK_FULL, anything else the end. */
enum status disk_sync_new(int file, const char *what) MUST_USE;
/* For a library that has synced, and was told no. */
COLD NORETURN void disk_lost(const char *what, int error);

#endif
