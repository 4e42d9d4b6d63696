/* The folder of a demonstration: what may be in it, whether it is whole, taking it away. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_DEMO_FOLDER_H
#define MAIN_DEMO_FOLDER_H

#include <stdbool.h>

#include "base/out.h"

/* Two files mark it: demo.begun is there before anything else, demo.done when all is told. A folder
 * without the first is never touched, so that nobody loses a real house to --reset. */
enum demo_folder {
    DEMO_EMPTY, /* or not there */
    DEMO_BEGUN, /* a demonstration that was cut short */
    DEMO_DONE,
    DEMO_FOREIGN, /* something that we did not make is in it: `why` says it */
};
enum demo_folder demo_folder_look(const char *dir, struct out *why);
/* Removes what demo_folder_look() knows as ours; false with the reason, also while a server uses
 * it. */
bool demo_folder_empty(const char *dir, struct out *why);
bool demo_folder_begin(const char *dir);
/* demo.done keeps the code of the mailbox that visitors may open, for later starts. */
bool demo_folder_finish(const char *dir, struct str mailbox);
/* Absent when there is none; in `buffer`. */
struct str demo_folder_mailbox(const char *dir, char *buffer, size_t n);

#endif
