/* What ends a process is tried in another one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_TESTS_CHILD_H
#define BASE_TESTS_CHILD_H

#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

/* The status with which a child ended that did this: what `act` gave when it came back, -1 when a
 * signal ended it. A database it must open itself: SQLite's connections do not outlive a fork. */
static inline int status_in_child(int (*act)(void *context), void *context)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        _exit(act(context));
    }
    bool has_ended = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status);
    return has_ended ? WEXITSTATUS(status) : -1;
}

#endif
