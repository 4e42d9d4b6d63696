/* Who walks through made-up stories: the people of a scene, and where they begin. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORY_CAST_H
#define STORY_CAST_H

#include "base/str.h"

/* A scene of its own for each kind of work, so that a walk gets far in one. */
enum { CAST_PEOPLE_MAX = 16 };

struct walker {
    const char *name;       /* of the browser */
    const char *password;   /* NULL: a citizen */
    const char *passphrase; /* of the key for sealed letters; NULL: has none */
    const char *const *starts;
};

struct cast {
    const char *name;
    const char *const *scene; /* lines of a story, played first; NULL ends it */
    const char *const *about; /* words of the addresses that it is about; NULL ends it */
    struct walker people[CAST_PEOPLE_MAX];
    size_t
        turns[CAST_PEOPLE_MAX * 2]; /* whose turn it is: who handles has more to do than others */
    size_t turn_count;
    const char *file; /* where who works begins with a paper, and its code follows; NULL: nowhere */
    bool sends_by_machine; /* reports come in by the interface for machines, too */
};

/* `number` 1 is the first cast; after the last comes the first again. */
const struct cast *cast_of(size_t number);

#endif
