/* The administrator's door to org: `kheo org import FILE.csv`. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_CONSOLE_H
#define ORG_CONSOLE_H

#include "web/module.h"

/* Exit status 0: done; 1: the file has faults, and nothing was written; 2: wrong arguments, or the
 * file cannot be read. */
int org_console(struct console *console, int argc, char **argv);
#define ORG_CONSOLE_ABOUT "import FILE.csv | --hue [--lang vi|en]: adds units, all or nothing"

#endif
