/* How long something takes, by a clock that nobody sets; never what time it is. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_WAIT_H
#define BASE_WAIT_H

#include <pthread.h>
#include <stdint.h>

/* Since an instant of its own: only differences mean something. */
int64_t monotonic_us(void);
int64_t monotonic_ms(void);

/* Until the condition is signalled, `ms` are over, or for no reason; whoever calls holds the lock
 * and looks again. */
void wait_ms(pthread_cond_t *condition, pthread_mutex_t *lock, int64_t ms);

#endif
