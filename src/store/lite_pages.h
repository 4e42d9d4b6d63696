/* Under SQLite: pages are summed on their way to the file, and looked at on their way back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_LITE_PAGES_H
#define STORE_LITE_PAGES_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A page whose sums (page_sum.h) do not fit its bytes is not read: whoever wants it fails with
 * SQLITE_IOERR_DATA, which lite.h calls DAMAGED, and the log says which page. Bytes that are known
 * to be wrong are neither shown nor acted on, nor carried into a backup. New files are summed; of
 * one that was made without sums nothing is looked at. */

/* The name for sqlite3_open_v2(); NULL: there is no memory for it. */
const char *lite_pages_vfs(void);

/* All of these do nothing, and say false, for a database that is no file. */
bool lite_pages_are_summed(sqlite3 *db);
/* Of a file that is about to be made whole from another one, before its first page is written. */
void lite_pages_be_like(sqlite3 *db, sqlite3 *other);

/* In this process, since its start. */
int64_t lite_pages_damaged_reads(void);

enum { PAGE_FAULTS_MAX = 100 };
struct page_faults {
    int64_t pages[PAGE_FAULTS_MAX]; /* from 1, each once */
    size_t count;
};
/* Unless it is there, or there is no room. */
void page_faults_add(struct page_faults *faults, int64_t page);
/* From now on this connection reads such pages too, and notes them, the first hundred; for who
 * looks for them. *faults must outlive the connection. */
void lite_pages_note(sqlite3 *db, struct page_faults *faults);
/* Looks at every page of the file as it lies there, also at those that no tree holds, and notes
 * them. A page that the log has too may be half-written there, by a server that folds it or by one
 * that lost power while it did: that is no fault, for nobody reads it. */
void lite_pages_walk(sqlite3 *db, struct page_faults *faults);

#endif
