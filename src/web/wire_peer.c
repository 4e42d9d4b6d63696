/* Deadlines of connections, and the end of those who miss them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_peer.h"

#include <sys/socket.h>
#include <time.h>

#include "base/must.h"
#include "base/str.h"

static void set_due(struct peer *peer, int64_t due_s, bool owes_request);
static void unlink_peer(struct peer *peer);
static void shut_down(const struct peer *peer);
static int64_t now_s(void);

void peers_open(struct peers *peers, struct arena *arena, unsigned count, unsigned patience_s)
{
    struct peer *all = new(arena, struct peer, count);
    must(pthread_mutex_init(&peers->lock, NULL) == 0);
    peers->patience_s = patience_s ? patience_s : PATIENCE_S;
    peers->open = NULL;
    peers->spare = NULL;
    for (unsigned i = 0; i < count; i++) {
        all[i].peers = peers;
        all[i].next = peers->spare;
        peers->spare = &all[i];
    }
}

struct peer *peer_take(struct peers *peers, int socket)
{
    must(pthread_mutex_lock(&peers->lock) == 0);
    struct peer *peer = peers->spare;
    if (peer) {
        peers->spare = peer->next;
        *peer = (struct peer){ .peers = peers,
                               .next = peers->open,
                               .socket = socket,
                               .due_s = now_s() + peers->patience_s };
        if (peers->open) {
            peers->open->previous = peer;
        }
        peers->open = peer;
    }
    must(pthread_mutex_unlock(&peers->lock) == 0);
    return peer;
}

void peer_give(struct peer *peer)
{
    struct peers *peers = peer->peers;
    must(pthread_mutex_lock(&peers->lock) == 0);
    unlink_peer(peer);
    peer->next = peers->spare;
    peers->spare = peer;
    must(pthread_mutex_unlock(&peers->lock) == 0);
}

void peer_owes_head(struct peer *peer, int64_t idle_s)
{
    set_due(peer, now_s() + idle_s + peer->peers->patience_s, idle_s == 0);
}

void peer_owes_body(struct peer *peer)
{
    peer->body_began_s = now_s();
    set_due(peer, peer->body_began_s + peer->peers->patience_s, true);
}

void peer_sent_body(struct peer *peer, uint64_t received_bytes)
{
    int64_t earned_s = (int64_t)(received_bytes / RATE_BYTES_A_SECOND);
    set_due(peer, peer->body_began_s + peer->peers->patience_s + earned_s, true);
}

void peer_owes_nothing(struct peer *peer)
{
    set_due(peer, 0, false);
}

void peer_takes_reply(struct peer *peer, uint64_t reply_bytes)
{
    set_due(peer, now_s() + REPLY_GRACE_S + (int64_t)(reply_bytes / RATE_BYTES_A_SECOND), false);
}

void peers_sweep(struct peers *peers)
{
    int64_t now = now_s();
    must(pthread_mutex_lock(&peers->lock) == 0);
    for (struct peer *peer = peers->open; peer; peer = peer->next) {
        if (peer->due_s != 0 && now > peer->due_s) {
            shut_down(peer);
            peer->due_s = 0;
        }
    }
    must(pthread_mutex_unlock(&peers->lock) == 0);
}

/* The lock keeps the socket open: it is closed only after peer_give(). */
static void shut_down(const struct peer *peer)
{
    static const char late[] = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n"
                               "Content-Length: 0\r\n\r\n";
    if (peer->owes_request) {
        /* Whether it arrives is the peer's affair. */
        (void)!send(peer->socket, late, sizeof late - 1, MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    (void)shutdown(peer->socket, SHUT_RDWR);
}

static void set_due(struct peer *peer, int64_t due_s, bool owes_request)
{
    must(pthread_mutex_lock(&peer->peers->lock) == 0);
    peer->due_s = due_s;
    peer->owes_request = owes_request;
    must(pthread_mutex_unlock(&peer->peers->lock) == 0);
}

static void unlink_peer(struct peer *peer)
{
    if (peer->next) {
        peer->next->previous = peer->previous;
    }
    if (peer->previous) {
        peer->previous->next = peer->next;
    } else {
        peer->peers->open = peer->next;
    }
}

static int64_t now_s(void)
{
    struct timespec now = { 0 };
    must(clock_gettime(CLOCK_MONOTONIC_COARSE, &now) == 0);
    return now.tv_sec;
}
