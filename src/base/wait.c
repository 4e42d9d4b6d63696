/* Durations. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/wait.h"

#include <time.h>

#include "base/must.h"

int64_t monotonic_us(void)
{
    struct timespec now = { 0 };
    must(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t monotonic_ms(void)
{
    return monotonic_us() / 1000;
}

void wait_ms(pthread_cond_t *condition, pthread_mutex_t *lock, int64_t ms)
{
    struct timespec until = { 0 };
    must(clock_gettime(CLOCK_MONOTONIC, &until) == 0);
    int64_t ns = until.tv_nsec + ms * 1000000;
    until.tv_sec += ns / 1000000000;
    until.tv_nsec = ns % 1000000000;
    (void)pthread_cond_clockwait(condition, lock, CLOCK_MONOTONIC, &until);
}
