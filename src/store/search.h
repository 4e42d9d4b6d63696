/* The search index: its own file, which can be deleted at any time and is then made anew. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/* Writing a word's index costs more than the paper itself, so it is not done in the desk's commit:
 * one thread follows the desk, some hundred papers to a transaction, and keeps in the file how far
 * it came. A paper is in the index twice, as it was written and folded (text/fold.h: lower case
 * without tone marks, đ as d), because "duong" must find "đường", and "đường" must find itself
 * before "dưỡng".
 *
 *     search_begin(index);
 *     ...for each paper after search_watermark(index)...
 *         search_put(index, &(struct search_text){ .kind = 1, .id = id, .unit = unit.v,
 *             .is_public = true, .exact = text, .folded = folded });
 *     status = search_commit(index, last_position);
 *
 * Like a conn of store.h, an index remembers its first failure and does nothing after it; the next
 * search_begin() starts afresh. */

/* A connection of one thread: the indexer's, which writes, or a clerk's. */
struct search;

/* What kinds there are is the caller's affair. */
enum { SEARCH_KIND_MAX = 63 };

/* The indexer's. Makes the file when it is not there, and makes it anew, empty, with the watermark
 * back at 0, when it is damaged or of an older program. One at a time. */
enum status search_open_index(const char *path, struct search **ret) MUST_USE;
/* A clerk's; *ret is NULL when there is no index yet (its pages then say that search is not ready).
 * STATUS_FULL: there is one, and no memory to open it. */
enum status search_open_reader(const char *path, struct search **ret) MUST_USE;
void search_close(struct search *search);
/* Removes the file, for one that follows another ledger than the store has. No index is open on it;
 * readers that are keep what they had. */
void search_remove(const char *path);

struct search_text {
    unsigned kind; /* 0 to SEARCH_KIND_MAX */
    int64_t id;    /* above 0, growing with time within its kind */
    int64_t unit;  /* the partition to search in; 0 is none */
    bool is_public;
    struct str exact; /* NFC */
    struct str folded;
};

void search_begin(struct search *index);
/* In place of what the index had under this kind and id. */
void search_put(struct search *index, const struct search_text *text);
void search_delete(struct search *index, unsigned kind, int64_t id);
/* All of it with the new watermark, or nothing: give the same again. */
enum status search_commit(struct search *index, int64_t watermark) MUST_USE;
/* Each transaction leaves a piece of its own, and a search looks into all of them: in an index that
 * was made at one go, into fourteen instead of one. A step of bringing them together, a few
 * milliseconds, outside of a transaction; what else is done in between does no harm. `is_first`
 * begins anew. False when nothing is left to do. */
bool search_merge(struct search *index, bool is_first);

/* What is deleted is not found any more, but its words stand in the pieces until these are brought
 * together. What must be in no byte of the file is forgotten: search_forgets() is then true, also
 * after a restart, until all has been merged and search_forgotten() has cut the log. False: readers
 * are in the way. */
void search_forget(struct search *index, unsigned kind, int64_t id);
bool search_forgets(struct search *index);
bool search_forgotten(struct search *index) MUST_USE;
/* The last position committed; 0 for a new file. */
int64_t search_watermark(struct search *search);

struct search_query {
    unsigned kind;
    struct str exact;  /* words as typed, NFC; all must occur. "double quotes" join a phrase */
    struct str folded; /* the same, folded */
    bool is_any;       /* one of the words suffices */
    int64_t unit;      /* 0: every unit */
    bool only_public;
    int64_t before; /* 0, or `next` of the page before */
    size_t limit;
};

/* Ids, those whose text has the words with their tone marks first, each part newest first. Never by
 * rank: on a common word that would read every paper. */
struct search_page {
    const int64_t *ids;
    size_t count;
    size_t exact_count; /* of the first part, here */
    int64_t next;       /* 0: there are no more */
};
/* What `before` continues behind this id: the id itself while the first part lasts, minus the id in
 * the second. It names a paper and not a place, so papers that come meanwhile shift nothing. */
static inline int64_t search_key(const struct search_page *page, size_t i)
{
    return i < page->exact_count ? page->ids[i] : -page->ids[i];
}

/* STATUS_TIMEOUT, and no page, after `budget_ms` (0: never). Without a word nothing is found. */
enum status search_find(struct search *search, const struct search_query *query, unsigned budget_ms,
                        struct arena *arena, struct search_page *ret) MUST_USE;

#endif
