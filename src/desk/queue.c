/* The desk's queue: orders from any thread, taken in the order they came by the one registrar. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include <sys/resource.h>
#include <unistd.h>

#include "base/must.h"

/* A quarter of a processor beside one that makes pages; all of one that nobody else wants. */
enum { NICENESS = 5 };

static void *desk_main(void *context);

bool desk_submit(struct desk *desk, struct order *order)
{
    if (!order->seed_given) {
        random_bytes(order->seed, sizeof order->seed);
    }
    order->next = NULL;
    pthread_mutex_lock(&desk->lock);
    bool is_taken = !desk->is_stopping && desk->queued < DESK_QUEUE_MAX;
    if (is_taken) {
        if (desk->last) {
            desk->last->next = order;
        } else {
            desk->first = order;
        }
        desk->last = order;
        desk->queued++;
        pthread_cond_signal(&desk->arrived);
    }
    pthread_mutex_unlock(&desk->lock);
    return is_taken;
}

struct order *desk_take(struct desk *desk, bool wait)
{
    pthread_mutex_lock(&desk->lock);
    while (wait && !desk->first && !desk->is_stopping) {
        pthread_cond_wait(&desk->arrived, &desk->lock);
    }
    struct order *taken = desk_take_some(desk);
    pthread_mutex_unlock(&desk->lock);
    return taken;
}

struct order *desk_take_some(struct desk *desk)
{
    struct order *taken = desk->first;
    struct order *end = taken;
    size_t count = taken ? 1 : 0;
    while (end && end->next && count < DESK_BATCH_MAX) {
        end = end->next;
        count++;
    }
    if (end) {
        desk->first = end->next;
        end->next = NULL;
    }
    if (!desk->first) {
        desk->last = NULL;
    }
    desk->queued -= count;
    return taken;
}

bool desk_start(struct desk *desk)
{
    must(!desk->has_thread);
    if (!store_is_shared(desk->settings.store)) {
        store_fold_aside(desk->writer);
    } else if (!many_start(desk)) {
        return false;
    }
    desk->has_thread = pthread_create(&desk->thread, NULL, desk_main, desk) == 0;
    return desk->has_thread;
}

void desk_stop(struct desk *desk)
{
    pthread_mutex_lock(&desk->lock);
    desk->is_stopping = true;
    pthread_cond_broadcast(&desk->arrived);
    pthread_mutex_unlock(&desk->lock);
    if (desk->has_thread) {
        pthread_join(desk->thread, NULL);
        desk->has_thread = false;
    }
    many_stop(desk);
}

size_t desk_run_once(struct desk *desk)
{
    struct order *orders = desk_take(desk, false);
    size_t count = 0;
    for (const struct order *order = orders; order; order = order->next) {
        count++;
    }
    if (orders) {
        must(desk_commit_batch(desk, orders));
    }
    return count;
}

static void *desk_main(void *context)
{
    struct desk *desk = context;
    /* Who reads waits for nothing but us, who writes for the disk too: the page comes first. Linux
     * has a niceness for each thread. */
    (void)setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS);
    if (store_is_shared(desk->settings.store)) {
        while (many_round(desk)) {
        }
        return NULL;
    }
    for (struct order *orders; (orders = desk_take(desk, true));) {
        must(desk_commit_batch(desk, orders));
    }
    return NULL;
}

/* --- waiting ---------------------------------------------------------------------------------- */

struct waiting {
    pthread_mutex_t lock;
    pthread_cond_t done;
    bool is_done;
};

static void waiting_end(struct order *order)
{
    struct waiting *waiting = order->waiter;
    pthread_mutex_lock(&waiting->lock);
    waiting->is_done = true;
    pthread_cond_signal(&waiting->done);
    pthread_mutex_unlock(&waiting->lock);
}

void desk_do(struct desk *desk, struct order *order)
{
    struct waiting waiting = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false };
    order->ready = waiting_end;
    order->waiter = &waiting;
    if (!desk_submit(desk, order)) {
        order->outcome = (struct outcome){ .verdict = { .status = STATUS_BUSY } };
        return;
    }
    if (!desk->has_thread) {
        desk_run_once(desk);
    }
    pthread_mutex_lock(&waiting.lock);
    while (!waiting.is_done) {
        pthread_cond_wait(&waiting.done, &waiting.lock);
    }
    pthread_mutex_unlock(&waiting.lock);
}

bool desk_do_by_clock(struct desk *desk, struct snap *snap, const struct command *command,
                      const void *args)
{
    struct session *session = snap->conn.session;
    struct arena *arena = snap->conn.arena;
    struct order order = {
        .command = command, .args = args, .arena = arena, .author = { .is_clock = true }
    };
    bool is_asked = snap_end(snap) == STATUS_OK;
    if (is_asked) {
        desk_do(desk, &order);
    }
    snap_begin(session, arena, 0, snap);
    return is_asked && verdict_is_ok(order.outcome.verdict);
}
