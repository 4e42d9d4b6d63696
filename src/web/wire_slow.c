/* Workers of the slow queue. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_slow.h"

#include <pthread.h>

#include "base/must.h"

struct slow_thread {
    pthread_t thread;
    struct slow *slow;
    struct worker *worker;
};

struct slow {
    pthread_mutex_t lock;
    pthread_cond_t arrived;
    struct slow_job *first;
    struct slow_job *last;
    unsigned reserved;
    bool is_stopping;
    struct slow_thread *threads;
    unsigned thread_count;
};

static void *run_thread(void *subject);
static struct slow_job *take_job(struct slow *slow);
static void add_job(struct slow_job *job);
static void run_job(struct worker *worker, struct slow_job *job);
static void desk_answered(void *subject);

struct slow *slow_start(struct arena *arena, struct server *server, unsigned threads)
{
    struct slow *slow = new(arena, struct slow, 1);
    must(pthread_mutex_init(&slow->lock, NULL) == 0);
    must(pthread_cond_init(&slow->arrived, NULL) == 0);
    slow->threads = new(arena, struct slow_thread, threads);
    slow->thread_count = threads;
    for (unsigned i = 0; i < threads; i++) {
        slow->threads[i].slow = slow;
        slow->threads[i].worker = worker_open(server);
        must(pthread_create(&slow->threads[i].thread, NULL, run_thread, &slow->threads[i]) == 0);
    }
    return slow;
}

bool slow_reserve(struct slow *slow)
{
    must(pthread_mutex_lock(&slow->lock) == 0);
    bool has_place = slow->reserved < SLOW_QUEUE_MAX;
    slow->reserved += has_place;
    must(pthread_mutex_unlock(&slow->lock) == 0);
    return has_place;
}

void slow_run(struct slow *slow, struct slow_job *job)
{
    job->slow = slow;
    add_job(job);
}

void slow_stop(struct slow *slow)
{
    must(pthread_mutex_lock(&slow->lock) == 0);
    slow->is_stopping = true;
    must(pthread_cond_broadcast(&slow->arrived) == 0);
    must(pthread_mutex_unlock(&slow->lock) == 0);
    for (unsigned i = 0; i < slow->thread_count; i++) {
        must(pthread_join(slow->threads[i].thread, NULL) == 0);
        worker_close(slow->threads[i].worker);
    }
}

static void *run_thread(void *subject)
{
    struct slow_thread *self = subject;
    struct slow_job *job = NULL;
    while ((job = take_job(self->slow))) {
        run_job(self->worker, job);
    }
    return NULL;
}

/* NULL once the queue is to stop and empty. */
static struct slow_job *take_job(struct slow *slow)
{
    must(pthread_mutex_lock(&slow->lock) == 0);
    while (!slow->first && !slow->is_stopping) {
        must(pthread_cond_wait(&slow->arrived, &slow->lock) == 0);
    }
    struct slow_job *job = slow->first;
    if (job) {
        slow->first = job->next;
    }
    must(pthread_mutex_unlock(&slow->lock) == 0);
    return job;
}

static void add_job(struct slow_job *job)
{
    struct slow *slow = job->slow;
    must(pthread_mutex_lock(&slow->lock) == 0);
    job->next = NULL;
    if (slow->first) {
        slow->last->next = job;
    } else {
        slow->first = job;
    }
    slow->last = job;
    must(pthread_cond_signal(&slow->arrived) == 0);
    must(pthread_mutex_unlock(&slow->lock) == 0);
}

/* A job that waits for the desk keeps its place, but no worker. */
static void run_job(struct worker *worker, struct slow_job *job)
{
    struct slow *slow = job->slow;
    if (job->is_ordered) {
        serve_finish(worker, job->exchange);
    } else if (serve_start(worker, job->exchange, desk_answered, job) == WAITING) {
        return;
    }
    must(pthread_mutex_lock(&slow->lock) == 0);
    slow->reserved--;
    must(pthread_mutex_unlock(&slow->lock) == 0);
    job->done(job->waiter);
}

static void desk_answered(void *subject)
{
    struct slow_job *job = subject;
    job->is_ordered = true;
    add_job(job);
}
