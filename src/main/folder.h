/* Folders and small files of an installation: joined names, whole reads, synced copies. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_FOLDER_H
#define MAIN_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/status.h"

enum { FOLDER_PATH_BYTES_MAX = 2048 };

/* "DIR/NAME"; false when it is too long. */
bool folder_path(char ret[FOLDER_PATH_BYTES_MAX], const char *dir, const char *name) MUST_USE;
/* False when it cannot be read or does not fit. */
bool folder_read(const char *path, char *ret, size_t capacity, size_t *ret_n) MUST_USE;
/* A new file with these bytes, for nobody else to read; synced, its folder too. */
enum status folder_write(const char *path, const void *bytes, size_t n) MUST_USE;
/* The same with the bytes of another file. */
enum status folder_copy(const char *from, const char *to) MUST_USE;
/* Every file of one folder into another, if there is such a folder; not what lies deeper, nor what
 * is there already. */
bool folder_copy_all(const char *from, const char *to) MUST_USE;
/* Where a file lies: what stands before the last '/', or ".". */
bool folder_of(char ret[FOLDER_PATH_BYTES_MAX], const char *path) MUST_USE;
enum status folder_sync(const char *path) MUST_USE;
/* True for a folder with nothing in it, and for none. */
bool folder_is_free(const char *path);
bool folder_exists(const char *path);
/* With all that is in it. */
void folder_remove(const char *path);

#endif
