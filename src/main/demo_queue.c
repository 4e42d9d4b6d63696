/* A binary heap of moments. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_queue.h"

#include "base/must.h"

static bool is_earlier(struct demo_moment a, struct demo_moment b)
{
    return a.at.s != b.at.s ? a.at.s < b.at.s : a.paper < b.paper;
}

struct demo_queue demo_queue_open(struct arena *arena, size_t papers)
{
    return (struct demo_queue){ .heap = new(arena, struct demo_moment, papers),
                                .capacity = papers };
}

void demo_queue_add(struct demo_queue *queue, struct instant at, uint32_t paper)
{
    must(queue->count < queue->capacity);
    struct demo_moment moment = { at, paper };
    size_t i = queue->count++;
    while (i > 0 && is_earlier(moment, queue->heap[(i - 1) / 2])) {
        queue->heap[i] = queue->heap[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    queue->heap[i] = moment;
}

struct instant demo_queue_first(const struct demo_queue *queue)
{
    must(queue->count > 0);
    return queue->heap[0].at;
}

uint32_t demo_queue_take(struct demo_queue *queue)
{
    must(queue->count > 0);
    uint32_t paper = queue->heap[0].paper;
    struct demo_moment last = queue->heap[--queue->count];
    size_t i = 0;
    for (size_t child; (child = 2 * i + 1) < queue->count; i = child) {
        if (child + 1 < queue->count && is_earlier(queue->heap[child + 1], queue->heap[child])) {
            child++;
        }
        if (!is_earlier(queue->heap[child], last)) {
            break;
        }
        queue->heap[i] = queue->heap[child];
    }
    queue->heap[i] = last;
    return paper;
}
