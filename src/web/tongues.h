/* Languages and narrations that came as data: what the service that has them answers to pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_TONGUES_H
#define WEB_TONGUES_H

#include "web/visit.h"

/* A language that a reader may choose beside those of the program. */
struct tongue_choice {
    struct str code;
    struct str name; /* in the language itself */
};

/* A page or part of one, read out by somebody of the house. */
struct narration {
    struct str language;
    struct local_url url;
    struct str type; /* "audio/ogg" */
    int64_t seconds;
};

/* One service has it (`languages` of its module, language); a house without it speaks what is
 * compiled in, and nobody has recorded anything. */
struct languages {
    /* The core texts of that language; NULL: there is none of that code. In the visit's arena. */
    const struct tongue *(*tongue)(struct visit *v, struct str code);
    /* Those that are offered, in their order. */
    size_t (*choices)(struct visit *v, const struct tongue_choice **ret);
    /* Of the page of that key (web/listen.h), in the reader's language or else in Vietnamese. */
    bool (*narration)(struct visit *v, const char *page, struct narration *ret);
};

/* NULL: no service has any. */
const struct languages *languages_of(const struct visit *v);
size_t languages_choices(struct visit *v, const struct tongue_choice **ret);
/* For a page of HTML, once the snapshot is there: the language that the reader chose, if it is one
 * of those that came as data. */
void languages_choose(struct visit *v);

#endif
