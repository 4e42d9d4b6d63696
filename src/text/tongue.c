/* Looking a phrase up in a language's sorted table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/tongue.h"

#include <string.h>

static const struct phrase *find_phrase(const struct tongue *tongue, const char *source);

struct str tongue_text(const struct tongue *tongue, const char *source)
{
    const struct phrase *phrase = find_phrase(tongue, source);
    return str_of(phrase ? phrase->text : source);
}

struct str tongue_plural(const struct tongue *tongue, const char *source, int64_t n)
{
    const struct phrase *phrase = find_phrase(tongue, source);
    if (!phrase) {
        return str_of(source);
    }
    return str_of(n != 1 && phrase->plural ? phrase->plural : phrase->text);
}

static const struct phrase *find_phrase(const struct tongue *tongue, const char *source)
{
    size_t low = 0;
    size_t high = tongue ? tongue->count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(source, tongue->phrases[middle].source);
        if (order == 0) {
            return &tongue->phrases[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}
