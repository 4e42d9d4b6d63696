/* The indexer: follows the ledger behind the desk and keeps the search index. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_INDEXER_H
#define MAIN_INDEXER_H

#include "main/house.h"

/* It reads some hundred leaves at a time in a snapshot of its own and asks every service for the
 * papers that they are about (web/finder.h), so the desk never waits for a word to be indexed, and
 * a file that is lost, damaged or of another ledger is simply read together again from the first
 * leaf.
 *
 *     struct indexer *indexer = indexer_open(&house);
 *     if (!indexer || !indexer_start(indexer)) { ...all but search works... }
 *     indexer_close(indexer);
 */
struct indexer;

/* NULL: no memory, or too many connections. */
struct indexer *indexer_open(struct house *house);
/* The thread, which is awake within a tenth of a second after a commit. */
bool indexer_start(struct indexer *indexer) MUST_USE;
/* Stops the thread, if there is one; NULL is none. */
void indexer_close(struct indexer *indexer);

/* Without a thread: indexes all that was committed before the call, for stories and tests. False
 * when the index's file failed; the next call begins where this one stopped, or anew. */
bool indexer_catch_up(struct indexer *indexer) MUST_USE;
/* Gives its memory back, as the thread does after five quiet seconds; what comes next is indexed
 * all the same. */
void indexer_rest(struct indexer *indexer);

#endif
