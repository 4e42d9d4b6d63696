/* Whole files for the build-time programs: read at once, written only when their bytes changed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_FILE_H
#define TOOLS_FILE_H

#include "base/arena.h"
#include "base/attr.h"
#include "base/str.h"

/* Neither function returns when the system refuses: the program ends with one sentence on stderr
 * and exit status 2, because a build tool has nothing to do without its files. */

/* The bytes of the file, in the arena, followed by a NUL that is not counted. */
struct str file_read(struct arena *arena, const char *path);
/* Makes the folders above `path`, and leaves a file that already holds these bytes alone, so that
 * make does not compile it again. */
void file_write(struct arena *arena, const char *path, struct str bytes);

#endif
