/* What the files of the wire share: its loops, their connections, and the request on each. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_LOOP_H
#define WEB_WIRE_LOOP_H

#include <pthread.h>
#include <stdatomic.h>

#include "web/request.h"
#include "web/wire_body.h"
#include "web/wire_chunks.h"
#include "web/wire_crowd.h"
#include "web/wire_slow.h"

/* The thread that accepts; the peers that are in no loop are its. */
struct door {
    pthread_t thread;
    int bell; /* eventfd: time to stop */
    pthread_mutex_t lock;
    struct peer *spare; /* under the lock */
    unsigned peers_made;
};

/* Each loop is a thread with its own epoll set, its own peers and its own worker. Nothing of a peer
 * is touched by another thread, so there are no locks but the one around what is handed to a loop.
 * docs/decisions/0007-our-own-wire.md */
struct wire {
    struct server *server;
    struct wire_settings settings;
    struct arena *arena;
    struct slow *slow;
    struct crowd *crowd;
    struct door door;
    struct loop *loops;
    int socket;
    uint16_t port;
    uint8_t proxy[16];
    atomic_bool is_stopping;
    struct spools *spools;        /* bodies that may be large now, and lie on disk … */
    struct spools *sealed_spools; /* … or in memory */
};

/* Bodies of one kind that may be large, of all and of each network. */
struct spools {
    unsigned max;
    unsigned network_max;
    atomic_uint count;
    struct crowd crowd;
};

enum { READ_BYTES = 64 << 10, DATE_BYTES = 64 };

struct loop {
    struct wire *wire;
    struct worker *worker;
    pthread_t thread;
    int epoll;
    int bell; /* eventfd: something was handed in, or it is time to stop */
    bool is_closing;
    int64_t swept_ms;
    int64_t rested_ms;
    unsigned rests_due; /* of the pool, until it has given back all that a rush left */
    struct peer *open;
    struct peer *gone;  /* closed in this turn */
    struct peer *eager; /* have more to say than was their turn */
    atomic_uint peers;  /* open, or on the way here */
    pthread_mutex_t lock;
    struct peer *arrived; /* under the lock: from the door */
    struct call *ready;   /* under the lock: come back from the desk or a slow worker */
    int64_t date_s;
    char date[DATE_BYTES];
    char buffer[READ_BYTES];
};

/* QUIET has sent nothing of the next request; SERVED is ours: its call is with the desk or a slow
 * worker; LEAVING has our last answer and is heard out for a moment, because closing on unread
 * bytes would take the answer away from it. */
enum peer_state {
    PEER_FREE,
    PEER_QUIET,
    PEER_HEAD,
    PEER_BODY,
    PEER_SERVED,
    PEER_REPLY,
    PEER_LEAVING,
};

/* A connection. It has no memory for what comes in: bytes stay with the system until they are a
 * whole head, so an idle one costs no more than this. */
struct peer {
    struct loop *loop;
    struct peer *next;
    struct peer *previous;
    struct peer *next_eager;
    struct call *call; /* from a whole head to the last byte of its answer */
    int64_t due_s;     /* who is late is cut off; 0: it is our turn, the peer may wait */
    int socket;
    enum peer_state state;
    uint32_t dropped_bytes;
    uint16_t place;  /* in the crowd */
    bool is_counted; /* there */
    bool has_news;   /* there may be something to read */
    bool has_ended;  /* it will send no more, but listens */
    bool is_eager;
    uint8_t address[16];
};

/* One request. It lies in the memory of its exchange. */
struct call {
    struct peer *peer;
    struct call *next; /* of the loop's ready ones */
    struct exchange *exchange;
    struct slow_job job;
    struct framing framing;
    struct body body;
    struct chunks chunks;
    int64_t body_began_s;
    unsigned flags;        /* of the route */
    struct spools *spools; /* of the wire's, where it counts; NULL: it is small */
    uint16_t spools_place; /* in their crowd */
    bool must_close;
    struct str head; /* of the reply */
    size_t sent_bytes;
};

/* wire_door.c */
void door_open(struct wire *wire);
void door_shut(struct wire *wire);
/* From any thread: nobody is at this peer's socket any more. */
void door_give_back(struct peer *peer);

/* wire_loop.c */
void loop_start(struct loop *loop, struct wire *wire);
/* Once the door is shut: answers what has come in, then ends. */
void loop_stop(struct loop *loop);
/* From the door. */
void loop_show_in(struct peer *peer);
void loop_close_peer(struct peer *peer);
/* The peer comes on again when the others had their turn. */
void loop_remember(struct peer *peer);
/* From any thread: the call has been served. */
void loop_hand_back(struct call *call);
int64_t loop_now_s(void);
struct str loop_date(struct loop *loop);

/* wire_talk.c */
/* Reads and writes what can be read and written now. */
void talk_on(struct peer *peer);
/* The call has come back. */
void talk_answer(struct call *call);
/* The time is over: an honest slow client gets a 408, others are closed. */
void talk_late(struct peer *peer);
/* Gives the call's memory back, however far it came. */
void talk_forget(struct peer *peer);
/* Until when the peer must have said something again. */
void talk_wait(struct peer *peer, int64_t seconds);

#endif
