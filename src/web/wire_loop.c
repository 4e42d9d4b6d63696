/* One loop: who comes in, whose turn it is, whose time is over. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_loop.h"

#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/must.h"
#include "web/server.h"

/* What is unused is known after one rest, and given back by the second. */
enum { EVENTS_A_TURN = 256, SWEEP_MS = 250, REST_MS = 5000, RESTS = 2 };

static void *run_loop(void *subject);
static int wait_ms(const struct loop *loop);
static void take_event(struct loop *loop, const struct epoll_event *event);
static void take_in(struct loop *loop);
static void greet(struct peer *peer);
static void go_round(struct loop *loop);
static void sweep(struct loop *loop);
static void close_down(struct loop *loop);
static void let_go(struct loop *loop);
static void ring(struct loop *loop);
static int64_t now_ms(void);

void loop_start(struct loop *loop, struct wire *wire)
{
    loop->wire = wire;
    loop->worker = worker_open(wire->server);
    worker_lingers(loop->worker);
    must(pthread_mutex_init(&loop->lock, NULL) == 0);
    loop->epoll = epoll_create1(EPOLL_CLOEXEC);
    loop->bell = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = loop };
    must(loop->epoll >= 0 && loop->bell >= 0);
    must(epoll_ctl(loop->epoll, EPOLL_CTL_ADD, loop->bell, &event) == 0);
    must(pthread_create(&loop->thread, NULL, run_loop, loop) == 0);
}

void loop_stop(struct loop *loop)
{
    ring(loop);
    must(pthread_join(loop->thread, NULL) == 0);
    worker_close(loop->worker);
    (void)close(loop->bell);
    (void)close(loop->epoll);
}

static void *run_loop(void *subject)
{
    struct loop *loop = subject;
    struct epoll_event events[EVENTS_A_TURN];
    while (!loop->is_closing || atomic_load(&loop->peers) > 0) {
        worker_rest(loop->worker);
        int count = epoll_wait(loop->epoll, events, EVENTS_A_TURN, wait_ms(loop));
        must(count >= 0 || errno == EINTR);
        log_gather();
        for (int i = 0; i < count; i++) {
            take_event(loop, &events[i]);
        }
        go_round(loop);
        sweep(loop);
        if (atomic_load(&loop->wire->is_stopping) && !loop->is_closing) {
            close_down(loop);
        }
        let_go(loop);
        log_spill();
    }
    return NULL;
}

static int wait_ms(const struct loop *loop)
{
    if (loop->eager) {
        return 0;
    }
    return loop->open ? SWEEP_MS : loop->rests_due > 0 ? REST_MS : -1;
}

static void take_event(struct loop *loop, const struct epoll_event *event)
{
    if (event->data.ptr == loop) {
        take_in(loop);
        return;
    }
    struct peer *peer = event->data.ptr;
    peer->has_news |= (event->events & ~(uint32_t)EPOLLOUT) != 0;
    peer->has_ended |= (event->events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    talk_on(peer);
}

void loop_show_in(struct peer *peer)
{
    struct loop *loop = peer->loop;
    atomic_fetch_add(&loop->peers, 1);
    must(pthread_mutex_lock(&loop->lock) == 0);
    peer->next = loop->arrived;
    loop->arrived = peer;
    ring(loop);
    must(pthread_mutex_unlock(&loop->lock) == 0);
}

/* The bell is rung under the lock, so that nobody rings it when its loop may have ended. */
void loop_hand_back(struct call *call)
{
    struct loop *loop = call->peer->loop;
    must(pthread_mutex_lock(&loop->lock) == 0);
    bool is_first = !loop->ready;
    call->next = loop->ready;
    loop->ready = call;
    if (is_first) {
        ring(loop);
    }
    must(pthread_mutex_unlock(&loop->lock) == 0);
}

static void ring(struct loop *loop)
{
    must(eventfd_write(loop->bell, 1) == 0);
}

static void take_in(struct loop *loop)
{
    eventfd_t rings = 0;
    (void)!eventfd_read(loop->bell, &rings);
    must(pthread_mutex_lock(&loop->lock) == 0);
    struct peer *peer = loop->arrived;
    struct call *call = loop->ready;
    loop->arrived = NULL;
    loop->ready = NULL;
    must(pthread_mutex_unlock(&loop->lock) == 0);
    while (call) {
        struct call *next = call->next;
        talk_answer(call);
        call = next;
    }
    while (peer) {
        struct peer *next = peer->next;
        greet(peer);
        peer = next;
    }
}

static void greet(struct peer *peer)
{
    struct loop *loop = peer->loop;
    struct epoll_event event = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET,
                                 .data.ptr = peer };
    peer->next = loop->open;
    if (loop->open) {
        loop->open->previous = peer;
    }
    loop->open = peer;
    loop->rests_due = RESTS;
    atomic_fetch_add(&loop->wire->server->metrics.connections, 1);
    talk_wait(peer, loop->wire->settings.patience_s);
    if (epoll_ctl(loop->epoll, EPOLL_CTL_ADD, peer->socket, &event) != 0) {
        loop_close_peer(peer);
    }
}

void loop_close_peer(struct peer *peer)
{
    struct loop *loop = peer->loop;
    talk_forget(peer);
    (void)close(peer->socket);
    if (peer->next) {
        peer->next->previous = peer->previous;
    }
    if (peer->previous) {
        peer->previous->next = peer->next;
    } else {
        loop->open = peer->next;
    }
    peer->state = PEER_FREE;
    if (!peer->is_eager) {
        peer->next = loop->gone;
        loop->gone = peer;
    }
    atomic_fetch_sub(&loop->wire->server->metrics.connections, 1);
    atomic_fetch_sub(&loop->peers, 1);
}

void loop_remember(struct peer *peer)
{
    if (!peer->is_eager) {
        peer->is_eager = true;
        peer->next_eager = peer->loop->eager;
        peer->loop->eager = peer;
    }
}

static void go_round(struct loop *loop)
{
    struct peer *peer = loop->eager;
    loop->eager = NULL;
    while (peer) {
        struct peer *next = peer->next_eager;
        peer->is_eager = false;
        if (peer->state == PEER_FREE) {
            peer->next = loop->gone;
            loop->gone = peer;
        }
        talk_on(peer);
        peer = next;
    }
}

/* Not before the turn is over: it may have an event of theirs still to come. */
static void let_go(struct loop *loop)
{
    while (loop->gone) {
        struct peer *peer = loop->gone;
        loop->gone = peer->next;
        door_give_back(peer);
    }
}

/* One byte every few seconds is not silence, but neither is it a request. */
static void sweep(struct loop *loop)
{
    int64_t now = now_ms();
    if (now - loop->swept_ms < SWEEP_MS) {
        return;
    }
    loop->swept_ms = now;
    if (now - loop->rested_ms >= REST_MS) {
        loop->rested_ms = now;
        loop->rests_due = loop->open ? RESTS : loop->rests_due - (loop->rests_due > 0);
        arena_pool_rest(&loop->wire->server->pool);
    }
    for (struct peer *peer = loop->open, *next = NULL; peer; peer = next) {
        next = peer->next;
        if (peer->due_s != 0 && now / 1000 > peer->due_s) {
            talk_late(peer);
        }
    }
}

/* Who has said nothing is let go, and who is in the middle has no longer than a newcomer has. */
static void close_down(struct loop *loop)
{
    int64_t last_s = loop_now_s() + loop->wire->settings.patience_s;
    loop->is_closing = true;
    for (struct peer *peer = loop->open, *next = NULL; peer; peer = next) {
        next = peer->next;
        if (peer->state == PEER_QUIET || peer->state == PEER_HEAD) {
            loop_close_peer(peer);
        } else if (peer->due_s > last_s) {
            peer->due_s = last_s;
        }
    }
}

int64_t loop_now_s(void)
{
    return now_ms() / 1000;
}

static int64_t now_ms(void)
{
    struct timespec now = { 0 };
    must(clock_gettime(CLOCK_MONOTONIC_COARSE, &now) == 0);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* RFC 9110, 5.6.7. Written once a second. */
struct str loop_date(struct loop *loop)
{
    const struct server_settings *server = &loop->wire->server->settings;
    struct instant now = server->clock(server->clock_context);
    if (now.s != loop->date_s) {
        struct out out = out_fixed(loop->date, sizeof loop->date - 1);
        out_date_english(&out, (struct instant){ now.s - VIETNAM_OFFSET_S });
        out_lit(&out, " GMT");
        must(!out.overflowed);
        loop->date[out.n] = '\0';
        loop->date_s = now.s;
    }
    return str_of(loop->date);
}
