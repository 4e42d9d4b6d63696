/* A SQLite database copied page by page, and read whole. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_LITE_UPKEEP_H
#define STORE_LITE_UPKEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "store/lite.h"

/* store_backup(), from a connection inside a read transaction. */
enum status lite_copy(sqlite3 *from, const char *path,
                      bool (*tell)(void *context, int64_t done, int64_t total),
                      void *context) MUST_USE;
/* store_integrity(): pages, trees, indexes and references of the database of that name. */
enum status lite_check(const char *name, void (*visit)(void *context, struct str fault),
                       void *context) MUST_USE;

#endif
