/* For `kheo check`: the rows of the working calendar against the ledger. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CALENDAR_CHECK_H
#define CALENDAR_CHECK_H

#include "web/module.h"

/* Each row against its leaf, and each leaf about a day, a year or hours against the list of
 * changes; what the newest change of a day set must be a row, what it took away none. */
void calendar_check(struct snap *snap, struct check *check);

#endif
