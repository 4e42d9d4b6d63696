/* The administrator's door to identity: `kheo identity add …`. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_CONSOLE_H
#define IDENTITY_CONSOLE_H

#include "web/module.h"

/* Exit status 0: done; 1: refused, with the sentence; 2: wrong arguments. */
int identity_console(struct console *console, int argc, char **argv);
#define IDENTITY_CONSOLE_ABOUT                                                                     \
    "add --name NAME --sign-in NAME --unit CODE --title TITLE [--power a,b] "                      \
    "[--password X | --password-stdin] [--chosen]: adds a person; password --sign-in NAME: sets "  \
    "a new one; who does not choose theirs here (--chosen) must do so at the first sign-in"

#endif
