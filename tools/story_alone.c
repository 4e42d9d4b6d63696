/* One story in a process of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "story.h"

bool story_play_alone(const char *path, unsigned number, bool must_fail)
{
    (void)fflush(stdout);
    pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        bool is_good = story_play_file(path) != must_fail;
        printf("%s %u - %s%s\n", is_good ? "ok" : "not ok", number, must_fail ? "fails: " : "",
               path);
        (void)fflush(stdout);
        _exit(is_good ? 0 : 1);
    }
    int status = 0;
    must(waitpid(child, &status, 0) == child);
    if (WIFSIGNALED(status)) {
        printf("not ok %u - %s ended with signal %d\n", number, path, WTERMSIG(status));
    }
    return status == 0;
}
