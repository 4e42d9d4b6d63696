/* How the house stands, for those who run it: what can be seen to go wrong early. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_HEALTH_H
#define WEB_HEALTH_H

#include "base/str.h"

struct arena;
struct tongue;

enum health { HEALTH_GOOD, HEALTH_LOOK, HEALTH_BAD };

struct health_row {
    enum health health;
    const char *what; /* Vietnamese source text */
    struct str found; /* in the reader's language */
    const char *mend; /* what to do, source text; NULL: nothing */
};

enum { HEALTH_ROWS_MAX = 24 };
struct health_list {
    struct health_row rows[HEALTH_ROWS_MAX];
    size_t count;
};

/* Asks the house (main/health.h); reads a few files' names and sizes, no rows. */
typedef void health_fn(void *context, struct arena *arena, const struct tongue *tongue,
                       struct health_list *ret);

#endif
