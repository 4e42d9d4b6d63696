/* A map in pictures that the operator brings: an MBTiles file, read and never written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_BASEMAP_H
#define STORE_BASEMAP_H

#include "base/arena.h"
#include "base/attr.h"
#include "base/status.h"
#include "base/str.h"

/* A file of SQLite beside the database, whatever that is: table `metadata` of names and values,
 * `tiles` of pictures (MBTiles 1.3). It is looked at once, at the start:
 *
 *     struct basemap *basemap;
 *     if (!basemap_open("nen.mbtiles", &basemap, &why)) { ...the sentence says how to mend it... }
 *
 * and then each thread that serves reads with a connection of its own. Nothing in the file is
 * trusted: what is no picture by its first bytes is not there. */
struct basemap;

/* Closer than a roof: what lies behind would only be numbers. */
enum { BASEMAP_ZOOM_MAX = 22, BASEMAP_PICTURE_BYTES_MAX = 1 << 20, BASEMAP_TAG_CHARS = 16 };

struct basemap_about {
    struct str name;        /* as the file has them: neither clean nor plain text */
    struct str attribution; /* never empty: a map has makers */
    struct str bounds;      /* "west,south,east,north" in degrees; absent: not said */
    int zoom_min;
    int zoom_max;
    int64_t bytes;
    struct str tag; /* another one for another file, for addresses that are kept for ever */
};

/* False, and *ret_why says what is wrong and how to mend it (a constant sentence). */
bool basemap_open(const char *path, struct basemap **ret, struct str *ret_why) MUST_USE;
void basemap_close(struct basemap *basemap);
const struct basemap_about *basemap_about(const struct basemap *basemap) PURE;

/* Of one thread. NULL before the first picture. */
struct basemap_reader;
void basemap_reader_close(struct basemap_reader *reader);

struct basemap_picture {
    const char *media_type;
    struct str bytes;
};
/* Columns are counted from the west, rows from the north, as browsers do. */
struct basemap_place {
    int64_t zoom;
    int64_t column;
    int64_t row;
};
/* Opens *reader when it is NULL. OK, and the bytes until the arena is reset; NOT_FOUND; TIMEOUT
 * after a fifth of a second; a failure of the file. */
enum status basemap_get(const struct basemap *basemap, struct basemap_reader **reader,
                        struct basemap_place at, struct arena *arena,
                        struct basemap_picture *ret) MUST_USE;

#endif
