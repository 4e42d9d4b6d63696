/* Languages: the translation of a Vietnamese source text, from tables compiled into the program. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_TONGUE_H
#define TEXT_TONGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Marks a source text in a table for xgettext; it is translated when it is shown. */
#define N_(source) source
/* The same for a text about %s things, which has two forms in many a language. */
#define N_COUNT(source) source

/* The source text is the key. `plural` is for all numbers but 1, NULL where the translation does
 * not tell them apart. */
struct phrase {
    const char *source;
    const char *text;
    const char *plural;
};

/* tools/poc makes one of each po/CODE.po. Phrases are sorted by the bytes of their source. */
struct tongue {
    const char *code; /* BCP 47, also the page's lang attribute: "vi", "en" */
    const char *name; /* in the language itself: "Tiếng Việt", "English" */
    const struct phrase *phrases;
    size_t count;
    bool is_marked; /* see below */
};

/* All of them (gen/po/catalogs.c), NULL at the end; the first is "vi", which has no phrases. */
extern const struct tongue *const tongues[];

/* A language that has the core texts only (text/core.h) stands in a page whose language stays
 * Vietnamese, as what people wrote is. So each piece of its texts begins and ends with a sign of
 * its own: html.h makes an element with a `lang` of the two between tags, and leaves them out where
 * no element may stand. No text of people has them: the door lets no control character through. */
#define TONGUE_BEGIN '\x01'
#define TONGUE_END   '\x02'

/* For places that cannot name a language of their own, such as an attribute: the page's. */
static inline const struct tongue *tongue_of_page(const struct tongue *tongue)
{
    return tongue && tongue->is_marked ? NULL : tongue;
}
/* Its code, for the lang of the page. */
static inline const char *tongue_page_code(const struct tongue *tongue)
{
    return tongue && !tongue->is_marked ? tongue->code : "vi";
}

/* NULL when there is none of that code; letter case does not matter. */
const struct tongue *tongue_find(struct str code) PURE;

/* The translation, or the source itself when there is none: a page with a gap in its catalogue is
 * still a page that Vietnamese can read. A tongue of NULL is Vietnamese. */
struct str tongue_text(const struct tongue *tongue, const char *source) PURE;
/* Vietnamese: what the program says is the source text itself. */
static inline bool tongue_is_source(const struct tongue *tongue)
{
    return !tongue || tongue->count == 0;
}
/* The same for a text about n things, "%s hồ sơ". Vietnamese nouns do not change with number. */
struct str tongue_plural(const struct tongue *tongue, const char *source, int64_t n) PURE;

#endif
