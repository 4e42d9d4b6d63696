/* The nursery: a small process that starts the studio's workers, for a server that may not. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_NURSERY_H
#define STUDIO_NURSERY_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/attr.h"

/* Behind its walls (walls.h) the server can start no process, and the studio's workers must be
 * replaced while it runs. So a program is started before that, without any of the server's
 * memory, and does nothing but become two whenever it is sent a socket. It reads nothing
 * that a stranger wrote. A new worker is the server's own child, so that the server limits, ends
 * and buries it. All workers of one nursery lie at the same places in memory, which are not the
 * server's. When it is lost, photos are refused until the server starts again.
 *
 *     struct nursery nursery;
 *     if (nursery_open(&nursery)) { pid_t worker = nursery_start(&nursery, its_socket); … }
 */
struct nursery {
    pid_t process; /* 0: there is none */
    int socket;
};

/* Starts that program under the argument of studio.h. */
bool nursery_open(struct nursery *ret, const char *program) MUST_USE;
void nursery_close(struct nursery *nursery);
/* A worker whose standard input is that socket; 0: the nursery is lost. */
pid_t nursery_start(struct nursery *nursery, int its_socket) MUST_USE;

/* In the process itself, before it prepares what its workers share: the server, which starts beside
 * it, answers its first visitors meanwhile. Ends at once when a worker is wanted. */
void nursery_wait(void);
/* In the process itself: returns in each new worker, and in it alone. */
void nursery_serve(void);

#endif
