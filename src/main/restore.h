/* The mark that a restore leaves, until somebody says that what came after it is lost. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_RESTORE_H
#define MAIN_RESTORE_H

#include <stdbool.h>

/* While this file is in a data folder the house does not open but for `kheo accept-loss`: a ledger
 * that goes on from an earlier point contradicts every receipt from behind it, so going on must be
 * said in the ledger first. A folder that was only restored to be looked at keeps it. */
#define RESTORE_MARK "restored"
bool restore_is_marked(const char *dir);
bool restore_unmark(const char *dir);

#endif
