/* The basemap: pictures that the operator brought, and who made them, in plain words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_BASEMAP_H
#define WEB_BASEMAP_H

#include "store/basemap.h"
#include "web/visit.h"

/* Zoom, column from the west and row from the north, as everybody counts them. */
#define BASEMAP_PATH "/ban-do/o/:tag/:zoom/:column/:row"

/* For a page with a map (ui/js/map.js). All absent when the operator brought none, or no service
 * shows them. */
struct basemap_view {
    struct str tiles; /* the address, with {z}, {x} and {y} for what a script puts in */
    struct str bounds;
    struct str credit; /* plain text */
    int64_t zoom_min;
    int64_t zoom_max;
};
struct basemap_view basemap_view(struct visit *v);

/* The picture that the address of this request names; NOT_FOUND also for one of another file. */
enum status basemap_picture(struct visit *v, struct basemap_picture *ret) MUST_USE;

/* What a reader would see of a piece of HTML: makers of maps like to have links in their names. */
struct str basemap_words(struct arena *arena, struct str html);

#endif
