/* The page cache: pages that everybody sees alike, kept until the next commit. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_CACHE_H
#define WEB_CACHE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct exchange;

/* A fixed number of slots in memory that is touched only when used. What is kept is the finished
 * reply, compressed where the browser takes it, of a route flagged ROUTE_SHARED, for a visitor who
 * is not signed in. It is good for the same address, face, language and look, until the desk
 * commits again or the minute ends (deadlines are told in hours). A page is kept from the second
 * time that it is asked for: somebody who leafs through a million of them costs no copy of each,
 * and pushes out none that others ask for. From any thread. */
struct page_cache;
struct page_cache *page_cache_make(struct arena *arena);

/* The state of the world that a page is made from: taken before its snapshot begins, so that a page
 * is never kept as newer than it is. */
uint64_t page_cache_version(const struct exchange *exchange);

/* Fills the reply and says true when the page is there. */
bool page_cache_find(struct page_cache *cache, struct exchange *exchange);
/* Keeps a finished reply, if it is one that may be kept. */
void page_cache_keep(struct page_cache *cache, const struct exchange *exchange);

#endif
