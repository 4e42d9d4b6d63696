/* A sum in each page of the database, so that a bit that a disk turned is found where it lies. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_PAGE_SUM_H
#define STORE_PAGE_SUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/status.h"

/* The last eight bytes of a page hold two sums over the others, as SQLite's own cksumvfs makes them
 * (https://sqlite.org/cksumvfs.html), so its tools read our files and we read theirs. One turned
 * bit always gives other sums. They say nothing of who changed a page: that is the ledger's to say
 * (docs/THREAT-MODEL.md).
 *
 * They are in the file alone. In the write-ahead log a page still has the sums it was read with,
 * and there each frame has one of its own; who puts pages from a log over a file sums them anew. A
 * file that was made without room for them (byte 20 of its head is not 8) has none. */
enum { PAGE_SUM_BYTES = 8, PAGE_BYTES = 4096, PAGE_HEAD_BYTES = 100 };

/* What the first bytes of a file say of all its pages. */
bool page_head_is_summed(const uint8_t head[PAGE_HEAD_BYTES]);
void page_sum_put(uint8_t page[PAGE_BYTES]);
bool page_sum_fits(const uint8_t page[PAGE_BYTES]);

/* Sums each page of the file anew whose sums do not fit it, on the disk when it returns; `visit`
 * hears of each, from 1. For a file that another program wrote into while nobody else has it open.
 * NOT_FOUND: its pages have no sums, or it is no such file. */
enum status page_sums_renew(const char *path, void (*visit)(void *context, int64_t page),
                            void *context) MUST_USE;

#endif
