/* Grounds that a law lists: an office names one of them, in the words of the law. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_GROUND_H
#define LAW_GROUND_H

#include <stddef.h>

#include "base/str.h"
#include "law/verdict.h"

struct ground {
    const char *code;     /* stable: rows of the store and the API use it */
    const char *sentence; /* what the one concerned reads: Vietnamese source text */
    struct cite cite;
};
struct ground_list {
    const struct ground *rows;
    size_t count;
};
#define GROUNDS(array)                                                                             \
    {                                                                                              \
        array, COUNT(array)                                                                        \
    }

/* NULL: the list has no such code. */
const struct ground *ground_find(struct ground_list list, struct str code);
/* OK when the list has the code and its act is in force on that day; else a sentence beside the
 * field: that one must be chosen, or since when it is law. */
struct verdict ground_check(struct ground_list list, struct str code, const char *field,
                            struct day day) MUST_USE;

#endif
