/* The slow queue: requests that hash, draw or read much, served beside the wire. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_SLOW_H
#define WEB_WIRE_SLOW_H

#include <stdbool.h>

#include "base/arena.h"
#include "web/serve.h"

/* More than this would wait longer than people do. */
enum { SLOW_QUEUE_MAX = 50 };

/* One request for the slow workers. It lies in the request's own memory. */
struct slow_job {
    struct slow_job *next;
    struct slow *slow;
    struct exchange *exchange;
    bool is_ordered;            /* the desk has answered: what is left is to finish */
    void (*done)(void *waiter); /* from a slow worker's thread, when the reply is ready */
    void *waiter;
};

struct slow;
struct slow *slow_start(struct arena *arena, struct server *server, unsigned threads);
/* False: the queue is full. */
bool slow_reserve(struct slow *slow);
/* Hands over a job for which there is a place. */
void slow_run(struct slow *slow, struct slow_job *job);
/* Once no request is under way. */
void slow_stop(struct slow *slow);

#endif
