/* Peers: the open connections of one loop, and until when each must have done its part. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_PEER_H
#define WEB_WIRE_PEER_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* libmicrohttpd knows one timeout, for silence; one byte every few seconds would keep a connection
 * for ever. So each connection has a time by which its head, its body or its taking of the answer
 * must be through, and who misses it is shut down from outside. */
enum { PATIENCE_S = 10, REPLY_GRACE_S = 30, RATE_BYTES_A_SECOND = 1024 };

struct peer {
    struct peers *peers;
    struct peer *next;
    struct peer *previous;
    int socket;
    bool owes_request;      /* an honest slow client gets a 408 before it is shut down */
    int64_t due_s;          /* 0: it is our turn, the peer may wait */
    int64_t body_began_s;
};

struct peers {
    pthread_mutex_t lock;
    int64_t patience_s;
    struct peer *open;
    struct peer *spare;
};

void peers_open(struct peers *peers, struct arena *arena, unsigned count, unsigned patience_s);
/* NULL when all are in use. */
struct peer *peer_take(struct peers *peers, int socket);
void peer_give(struct peer *peer);

/* What the peer owes from now on. */
void peer_owes_head(struct peer *peer, int64_t idle_s);
void peer_owes_body(struct peer *peer);
void peer_sent_body(struct peer *peer, uint64_t received_bytes);
void peer_owes_nothing(struct peer *peer);
void peer_takes_reply(struct peer *peer, uint64_t reply_bytes);

/* Shuts down all that are late. */
void peers_sweep(struct peers *peers);

#endif
