/* Line graphs on logarithmic axes, as SVG: how something grows with something else. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_GRAPH_H
#define STUDIO_GRAPH_H

#include <stddef.h>

#include "base/arena.h"
#include "base/out.h"
#include "base/str.h"

/* A point is above 0 in both directions. Lines are drawn in the order of their points. */
struct graph_point {
    double x;
    double y;
};
struct graph_line {
    struct str name; /* stands at its right end */
    const struct graph_point *points;
    size_t count;
};
struct graph {
    struct str title;
    struct str x_name;
    struct str y_name;
    const struct graph_line *lines;
    size_t count;
};
enum { GRAPH_LINES_MAX = 24, GRAPH_BYTES_MAX = 64 << 10 };

/* One document of at most GRAPH_BYTES_MAX, light or dark as its reader is. Both axes have a mark at
 * each power of ten: a flat line does not grow, one along the grid's diagonal grows in proportion.
 * False, and nothing that may be used: no line with a point, a point that is not above 0, or more
 * lines than GRAPH_LINES_MAX. */
bool graph_write_svg(struct out *out, const struct graph *graph, struct arena *arena) MUST_USE;

#endif
