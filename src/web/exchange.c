/* Exchanges: a request, its reply and their arena, taken from a pool and given back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "web/server.h"

static struct arena *take_arena(struct arena_pool *pool);
static bool keep_arena(struct arena_pool *pool, struct arena *arena);

void arena_pool_open(struct arena_pool *pool)
{
    must(pthread_mutex_init(&pool->lock, NULL) == 0);
}

void arena_pool_rest(struct arena_pool *pool)
{
    struct arena *spare[ARENAS_KEPT_MAX];
    unsigned spare_count = 0;
    must(pthread_mutex_lock(&pool->lock) == 0);
    for (; spare_count + ARENAS_KEPT_IDLE < pool->unused; spare_count++) {
        spare[spare_count] = pool->kept[--pool->count];
    }
    pool->unused = pool->count;
    must(pthread_mutex_unlock(&pool->lock) == 0);
    for (unsigned i = 0; i < spare_count; i++) {
        arena_destroy(spare[i]);
    }
}

struct exchange *exchange_open(struct server *server)
{
    struct arena *arena = take_arena(&server->pool);
    if (!arena) {
        return NULL;
    }
    struct exchange *exchange = new(arena, struct exchange, 1);
    exchange->server = server;
    exchange->arena = arena;
    exchange->reply.body = out_open(arena, REPLY_BODY_BYTES_MAX);
    atomic_fetch_add(&server->metrics.in_flight, 1);
    return exchange;
}

struct request *exchange_request(struct exchange *exchange)
{
    return &exchange->request;
}

struct arena *exchange_arena(struct exchange *exchange)
{
    return exchange->arena;
}

struct reply *exchange_reply(struct exchange *exchange)
{
    return &exchange->reply;
}

void exchange_close(struct exchange *exchange)
{
    struct server *server = exchange->server;
    struct arena *arena = exchange->arena;
    const struct route *route = exchange->match.route;
    if (route && (route->flags & ROUTE_SEALED)) {
        arena_wipe(arena);
    } else {
        arena_reset(arena);
    }
    if (!keep_arena(&server->pool, arena)) {
        arena_destroy(arena);
    }
    atomic_fetch_sub(&server->metrics.in_flight, 1);
}

static struct arena *take_arena(struct arena_pool *pool)
{
    struct arena *arena = NULL;
    must(pthread_mutex_lock(&pool->lock) == 0);
    if (pool->count > 0) {
        /* The latest one: its pages are still in the processor's cache. */
        arena = pool->kept[--pool->count];
        pool->unused = pool->count < pool->unused ? pool->count : pool->unused;
    }
    must(pthread_mutex_unlock(&pool->lock) == 0);
    return arena ? arena : arena_create(REQUEST_ARENA_BYTES);
}

static bool keep_arena(struct arena_pool *pool, struct arena *arena)
{
    must(pthread_mutex_lock(&pool->lock) == 0);
    bool is_kept = pool->count < ARENAS_KEPT_MAX;
    if (is_kept) {
        pool->kept[pool->count++] = arena;
    }
    must(pthread_mutex_unlock(&pool->lock) == 0);
    return is_kept;
}
