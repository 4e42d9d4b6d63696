/* Where a batch lies in an archive. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_ARCHIVE_PATH_H
#define MAIN_ARCHIVE_PATH_H

#include <stdint.h>

#include "main/folder.h"

bool archive_path(const char *archive, int64_t batch, char ret[FOLDER_PATH_BYTES_MAX]) MUST_USE;
/* The newest batch that is there, 0 for none; false when the folder cannot be read. */
bool archive_newest(const char *archive, int64_t *ret) MUST_USE;

#endif
