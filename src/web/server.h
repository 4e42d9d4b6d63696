/* What the files of web/ share about the server, a thread's worker and a request on its way. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/limits.h"
#include "store/basemap.h"
#include "web/cache.h"
#include "web/finder.h"
#include "web/metrics.h"
#include "web/presence.h"
#include "web/rate.h"
#include "web/route.h"
#include "web/serve.h"

/* Arenas that wait for their next request. One that is in no use keeps what it touched, at most
 * 256 KiB. As many are kept as requests wait for the desk at once, because each that is made anew
 * costs the system its pages; those that a while did without go back to the system. */
enum { ARENAS_KEPT_MAX = 512, ARENAS_KEPT_IDLE = 8 };
struct arena_pool {
    pthread_mutex_t lock;
    struct arena *kept[ARENAS_KEPT_MAX];
    unsigned count;
    unsigned unused; /* the fewest that were kept since the last rest */
};

/* The menus of all services by the navigation that they stand in (page.c). */
struct menus;
const struct menus *menus_make(struct arena *arena, const struct module *const *all);

struct server {
    struct server_settings settings;
    struct arena *arena; /* for the life of the process */
    const struct router *router;
    const struct menus *menus;
    const struct module *doorkeeper;   /* the module with `visitor`, or NULL */
    const struct languages *languages; /* of the service that has them, or NULL */
    struct rates *rates;
    struct presence *presence;
    struct page_cache *cache;
    struct arena_pool pool;
    struct metrics metrics;
};

/* What visit_kept() has made, in an arena of the thread's own. */
enum { KEPT_MAX = 8, KEPT_ARENA_BYTES = 1 << 20 };
struct kept_entry {
    kept_fn *make;
    const void *what;
};
struct kept {
    struct arena *arena;
    uint64_t version;
    size_t count;
    struct kept_entry entries[KEPT_MAX];
};

struct worker {
    struct server *server;
    struct session *session;
    bool lingers;                /* worker_lingers() */
    struct finder_reader reader; /* of the search index */
    struct basemap_reader *basemap;  /* of the operator's pictures; NULL before the first one */
    struct gzip *gzip;
    struct kept kept;
};

/* A request on its way: the first thing in its own arena. */
struct exchange {
    struct server *server;
    struct arena *arena;
    struct request request;
    struct reply reply;
    struct visit visit;
    struct snap snap;
    bool has_snap;
    struct route_match match;
    bool is_routed;
    uint64_t version;       /* of the world, for the page cache */
    uint32_t page_key_hash; /* and what the page is asked for by; 0: it is not shared */
    bool is_from_cache;
    bool is_exhausted;      /* the arena was full once: the page says so */
    struct arena_mark mark; /* what lies below is the request, above is the answer */
    jmp_buf boundary;
    unsigned queries;
    struct str detail; /* what the standard page says beside its status */
    int64_t number;
    int64_t started_us;
    void (*ready)(void *waiter);
    void *waiter;
};

/* exchange.c */
void arena_pool_open(struct arena_pool *pool);
/* Gives back what nobody wanted since the last call; the sweeper of the wire calls it. */
void arena_pool_rest(struct arena_pool *pool);

#endif
