/* Looking for the mark of a restore, and taking it away. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "main/folder.h"
#include "main/restore.h"

bool restore_is_marked(const char *dir)
{
    char path[FOLDER_PATH_BYTES_MAX];
    struct stat about;
    return folder_path(path, dir, RESTORE_MARK) && lstat(path, &about) == 0;
}

bool restore_unmark(const char *dir)
{
    char path[FOLDER_PATH_BYTES_MAX];
    return folder_path(path, dir, RESTORE_MARK) && (unlink(path) == 0 || errno == ENOENT);
}
