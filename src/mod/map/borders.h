/* Simplifying all areas of a file at once, so that neighbours still share their borders. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAP_BORDERS_H
#define MAP_BORDERS_H

#include "mod/map/geojson.h"

enum { LEVEL_NEAR, LEVEL_MIDDLE, LEVEL_FAR, LEVELS };

/* The coarsest level that shows whatever is longer than that (in 1e-7 degrees). */
int borders_level(int64_t length) PURE;

/* Where three areas meet, or a border begins to be shared, the line is cut. Each piece is
 * simplified by itself (Douglas and Peucker, whole numbers), from the smaller end to the greater:
 * the same for the area on its left and the one on its right, so no gap and no overlap comes. What
 * may be left out lies less than about 11 m (near), 55 m (middle) or 220 m (far) from the line that
 * stays. A ring that becomes a line is dropped; of an area whose rings all would, each level keeps
 * those of the finer one. outlines[i] belongs to areas[i]. */
struct outline *borders_simplify(struct arena *arena, const struct area *areas, size_t count,
                                 int level);

#endif
