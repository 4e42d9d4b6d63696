/* What happens next: a queue of moments, the earliest first, equal ones in papers' order. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_DEMO_QUEUE_H
#define MAIN_DEMO_QUEUE_H

#include "base/arena.h"
#include "base/day.h"

struct demo_moment {
    struct instant at;
    uint32_t paper;
};
struct demo_queue {
    struct demo_moment *heap;
    size_t count;
    size_t capacity;
};

/* Every paper waits for one moment at a time, so there is room for `papers`. */
struct demo_queue demo_queue_open(struct arena *arena, size_t papers);
void demo_queue_add(struct demo_queue *queue, struct instant at, uint32_t paper);
/* Of a queue that is not empty. */
struct instant demo_queue_first(const struct demo_queue *queue);
uint32_t demo_queue_take(struct demo_queue *queue);

#endif
