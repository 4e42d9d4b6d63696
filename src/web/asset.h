/* Files inside the program: style, script, icon, fonts, and the address that each is served at. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include "base/str.h"
#include "text/html.h"

/* tools/embed makes one of each file of build/assets. There may be none: pages work unstyled. */
struct asset {
    const char *name;           /* "kheo.css" */
    const char *url;            /* "/a/TAG/kheo.css" */
    const char *media_type;
    struct str bytes;
    struct str gzip;            /* absent where it would not be smaller: fonts */
    struct str brotli;
};
/* gen/assets.c, a row without a name at the end. */
extern const struct asset assets[];
/* A hash over all of them. It stands in their addresses, so browsers keep them for ever and a new
 * version has new ones; and since it is one for all, the style sheet finds its fonts beside it. */
extern const char assets_tag[];

#define ASSET_PATH "/a/"

/* Absent when there is no such file. */
struct local_url asset_url(const char *name);
/* NULL when there is none of that name. */
const struct asset *asset_find(struct str name);

#endif
