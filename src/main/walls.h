/* The walls of kheo serve: which folders and files this house needs once it is open. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_WALLS_H
#define MAIN_WALLS_H

#include "main/options.h"

/* After everything was opened that is opened once, and before the first thread. The log says what
 * the kernel gave. False, after a sentence on stderr: not all of it, and --walls-required. */
bool walls_raise(const struct options *options);

#endif
