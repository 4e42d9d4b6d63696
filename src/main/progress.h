/* Progress of what takes longer than two seconds, a line on stderr a second. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_PROGRESS_H
#define MAIN_PROGRESS_H

#include <stdint.h>

struct progress {
    const char *what; /* "chép kho dữ liệu" */
    int64_t begun_s;
    int64_t told_s;
};
void progress_begin(struct progress *progress, const char *what);
/* Of `total`, `done` are through. `context` is a struct progress. */
void progress_tell(void *context, int64_t done, int64_t total);

#endif
