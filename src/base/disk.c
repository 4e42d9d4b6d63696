/* Syncs that do not come back without having worked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/disk.h"

#include <errno.h>
#include <unistd.h>

#include "base/log.h"

void disk_sync(int file, const char *what)
{
    if (fsync(file) != 0) {
        disk_lost(what, errno);
    }
}

void disk_sync_bytes(int file, const char *what)
{
    if (fdatasync(file) != 0) {
        disk_lost(what, errno);
    }
}

enum status disk_sync_new(int file, const char *what)
{
    if (fsync(file) == 0) {
        return STATUS_OK;
    }
    if (errno != ENOSPC && errno != EDQUOT) {
        disk_lost(what, errno);
    }
    return STATUS_DISK_FULL;
}

/* Not exit(): other threads are at work, and nothing may be written any more. */
void disk_lost(const char *what, int error)
{
    log_event(EVENT_DISK_LOST, LOG_WORD("what", what), LOG_INT("errno", error));
    _exit(EXIT_DISK_LOST);
}
