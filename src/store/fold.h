/* The folder: copies the log back into the database file, beside the one who writes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_FOLD_H
#define STORE_FOLD_H

#include <stdbool.h>

#include "base/attr.h"

/* Copying and syncing what four thousand pages changed takes a tenth of a second and more, the
 * longer the larger the file is; a desk that does it itself lets every sender wait. Here a thread
 * does it. What is left for the desk is what was written meanwhile: little, because the folder goes
 * over it again until it is.
 *
 *     if (folder_begin(folder)) {…}                  between two commits; later ones:
 *     if (folder_state(folder) == FOLDER_IS_DONE) {
 *         folder_release(folder);                    and the desk folds the rest itself
 *     }
 *
 * From begin to release a snapshot keeps the log from starting anew, and what was not yet committed
 * at the beginning from being folded: an archive that has not read it yet loses nothing. */
struct folder;

enum folder_state { FOLDER_RESTS, FOLDER_WORKS, FOLDER_IS_DONE };

/* Two connections to the file and a thread. NULL when one of them is not to be had: the log is then
 * folded by whoever writes. */
struct folder *folder_open(const char *file) MUST_USE;
/* Waits for what it is doing. NULL is nobody. */
void folder_close(struct folder *folder);

/* The three below: from one thread, the writer's, between two of its transactions. */
enum folder_state folder_state(const struct folder *folder) MUST_USE;
/* Begins, or begins again once it is done: with all that is committed now. False when the snapshot
 * was not to be had; it rests then. */
bool folder_begin(struct folder *folder) MUST_USE;
/* Done with it: it rests. */
void folder_release(struct folder *folder);

#endif
