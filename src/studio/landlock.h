/* Landlock, which glibc has no functions for: from here on, only these files. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_LANDLOCK_H
#define STUDIO_LANDLOCK_H

#include <stdbool.h>

#include "base/attr.h"

/* The files of a process that is about to be locked in. */
struct landlock {
    int abi;   /* the kernel's version; 0: it has no Landlock, and nothing of this has an effect */
    int rules; /* a descriptor */
};

/* Every right that this kernel knows is claimed, and none granted yet. */
struct landlock landlock_open(void);
/* Reading a file, or whatever lies below a folder. One that is not there needs no rule. */
void landlock_read(struct landlock *landlock, const char *path);
/* Also writing, making and removing plain files below a folder. */
void landlock_write(struct landlock *landlock, const char *folder);
/* For this thread and all that it starts. After PR_SET_NO_NEW_PRIVS. The version, or 0 when nothing
 * holds. */
int landlock_enter(struct landlock *landlock) MUST_USE;

#endif
