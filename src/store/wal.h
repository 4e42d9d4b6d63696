/* The database's write-ahead log, read from outside: the pages that each commit wrote. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_WAL_H
#define STORE_WAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/status.h"
#include "store/page_sum.h"

/* SQLite appends the pages of each commit to PATH-wal (https://sqlite.org/walformat.html), and
 * begins it anew, with another salt, once all of it was folded into the file. Pages are whole, so
 * putting them over a copy of the database that is not older than the first of them gives the
 * database of their last commit, row for row; their sums are then made anew (page_sum.h).
 *
 * Only for the thread that commits and folds: nobody may do either meanwhile. */
enum { WAL_FRAME_BYTES = PAGE_BYTES + 24 };

/* After so many frames of the log with this salt. All zero: before any. */
struct wal_place {
    uint64_t salt;
    int64_t frames;
};

/* The place behind the last commit of the log as it is, if its frames from *from on are whole: each
 * carries a sum over all before it. A log of another salt counts from its first frame; *ret_from is
 * where reading begins. No log at all is an empty one. *ret_pages is how long the database is then,
 * in pages, 0 when nothing was committed behind *from. */
enum status wal_end(const char *database, const struct wal_place *from, struct wal_place *ret_from,
                    struct wal_place *ret_end, uint32_t *ret_pages) MUST_USE;
/* The pages between two places, in order. */
enum status wal_each(const char *database, const struct wal_place *from,
                     const struct wal_place *end,
                     void (*visit)(void *context, uint32_t number, const uint8_t *page),
                     void *context) MUST_USE;

#endif
