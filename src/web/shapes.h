/* Boundaries for a map: whoever draws one asks, and a service that has them answers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_SHAPES_H
#define WEB_SHAPES_H

#include "base/day.h"
#include "store/store.h"
#include "web/outline.h"

struct map_area;

/* Figures are one service's and boundaries another's, and neither knows the other
 * (docs/decisions/0019). Fills in the `shape` of each area whose unit has a boundary on that day,
 * as fine as a map of all of them needs; the others stay as they are. Shapes lie in the arena of
 * the connection. */
typedef void shapes_fn(struct conn *conn, struct map_area *areas, size_t count, struct day on);

/* Of all services that have some; without such a service there are none. */
shapes_fn shapes_of_services;

/* The unit with an office in whose boundary of that day the point lies: a commune, a ward, a
 * special zone. It is said and asked about, never decided by: boundaries are some metres wrong, and
 * so are telephones. False: nothing is known there. */
struct place_found {
    struct id unit;
    struct str code;
    struct str name;
};
typedef bool place_fn(struct conn *conn, struct point at, struct day on, struct place_found *ret);

/* What the first service that has boundaries says; where none has, nothing is known anywhere. */
place_fn place_of_services;

#endif
