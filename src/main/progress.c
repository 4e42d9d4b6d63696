/* Saying how far it is, not too often. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/progress.h"

#include <stdio.h>

#include "base/day.h"

enum { PATIENCE_S = 2, PERCENT = 100 };

void progress_begin(struct progress *progress, const char *what)
{
    *progress = (struct progress){ .what = what, .begun_s = uptime_s() };
}

void progress_tell(void *context, int64_t done, int64_t total)
{
    struct progress *progress = context;
    int64_t now_s = uptime_s();
    if (now_s - progress->begun_s >= PATIENCE_S && now_s != progress->told_s && total > 0) {
        progress->told_s = now_s;
        fprintf(stderr, "… %s: %lld %%\n", progress->what, (long long)(done * PERCENT / total));
    }
}
