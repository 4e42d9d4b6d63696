/* The clock's thread. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/ticker.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/wait.h"

enum { TICK_MS = 60000 };

struct ticker {
    struct house *house;
    struct session *session;
    struct arena *arena;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t stop;
    bool is_stopping;
};

static void *ticker_main(void *context);
static void tick_all(struct ticker *ticker);
static void tick_one(struct ticker *ticker, const struct tick *tick);

struct ticker *ticker_start(struct house *house)
{
    struct ticker *ticker = calloc(1, sizeof *ticker);
    if (!ticker) {
        return NULL;
    }
    ticker->house = house;
    ticker->session = store_reader_open(house->store);
    ticker->arena = arena_create(REQUEST_ARENA_BYTES);
    pthread_mutex_init(&ticker->lock, NULL);
    pthread_cond_init(&ticker->stop, NULL);
    bool is_ready = ticker->session && ticker->arena;
    if (!is_ready || pthread_create(&ticker->thread, NULL, ticker_main, ticker) != 0) {
        store_session_close(ticker->session);
        arena_destroy(ticker->arena);
        free(ticker);
        return NULL;
    }
    return ticker;
}

void ticker_stop(struct ticker *ticker)
{
    if (!ticker) {
        return;
    }
    pthread_mutex_lock(&ticker->lock);
    ticker->is_stopping = true;
    pthread_cond_signal(&ticker->stop);
    pthread_mutex_unlock(&ticker->lock);
    pthread_join(ticker->thread, NULL);
    store_session_close(ticker->session);
    arena_destroy(ticker->arena);
    free(ticker);
}

static void *ticker_main(void *context)
{
    struct ticker *ticker = context;
    pthread_mutex_lock(&ticker->lock);
    while (!ticker->is_stopping) {
        pthread_mutex_unlock(&ticker->lock);
        if (desk_seals(ticker->house->desk)) {
            tick_all(ticker);
        }
        pthread_mutex_lock(&ticker->lock);
        if (!ticker->is_stopping) {
            wait_ms(&ticker->stop, &ticker->lock, TICK_MS);
        }
    }
    pthread_mutex_unlock(&ticker->lock);
    return NULL;
}

static void tick_all(struct ticker *ticker)
{
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->ticks_count; i++) {
            tick_one(ticker, &modules[m]->ticks[i]);
        }
    }
}

static void tick_one(struct ticker *ticker, const struct tick *tick)
{
    jmp_buf boundary;
    struct snap snap;
    snap_begin(ticker->session, ticker->arena, 0, &snap);
    if (!arena_guard(ticker->arena, &boundary)) {
        tick->due(&snap, ticker->house->desk, instant_now());
    }
    snap_end(&snap);
    arena_reset(ticker->arena);
}
