/* The search index as clerks see it: what the indexer tells them, and who puts what into it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_FINDER_H
#define WEB_FINDER_H

#include <limits.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/str.h"
#include "store/search.h"
#include "store/store.h"

/* --- what a service lets people find ---------------------------------------------------------- */

/* A paper as it is now. The text is NFC, and in it only what the page of the paper shows to whoever
 * may search for it. Without a text the paper is taken out of the index. */
struct findable {
    int64_t id;     /* above 0, growing with time */
    struct id unit; /* to search in; none is every unit's */
    bool is_public;
    struct str text;
    bool is_forgotten; /* and no text: its words are to be in no byte of the index's files */
};

/* Every change of a paper is a fact, and every fact has a place in the ledger: so "what changed
 * since" is a range of positions, the same for all services. `feed` puts the papers that the facts
 * at [from, until) are about, in any order, and may put one twice. Its row stands in the service's
 * struct module. */
struct finding {
    unsigned kind; /* up to SEARCH_KIND_MAX, no other service's; a change makes the file anew */
    void (*feed)(struct snap *snap, int64_t from, int64_t until,
                 void (*put)(void *context, const struct findable *paper), void *context);
};

/* --- what the indexer tells ------------------------------------------------------------------- */

/* One for the process; the server's settings point to it. */
struct finder {
    char path[PATH_MAX];  /* of the index's file */
    atomic_uint edition;  /* one more whenever the indexer opens it: it may be made anew */
    atomic_llong head;    /* leaves of the ledger, when the indexer last looked */
    atomic_llong indexed; /* how many of them the index knows */
};
/* How many leaves search is behind. */
int64_t finder_lag(const struct finder *finder);

/* A thread's connection to the newest edition. */
struct finder_reader {
    struct search *search;
    unsigned edition;
};
/* Sets reader->search; NULL when there is no index. STATUS_FULL: there was no memory for it. */
enum status finder_read(const struct finder *finder, struct finder_reader *reader) MUST_USE;

#endif
