/* A map of units: shapes that are links, or a square for each where no boundaries are known. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_MAP_H
#define WEB_MAP_H

#include "base/id.h"
#include "web/outline.h"
#include "web/page.h"

/* How strong the colour is: 0 where next to nothing is told, then 1 to 5. The ramp is neutral: much
 * is not bad, and little is not good. Where one end is better, as with terms that were kept, the
 * view says so (`is_judged`): from red to green. What nothing is known of is hatched. */
enum { MAP_CLASSES = 6, MAP_WIDTH = 640 };

struct map_area {
    struct id unit;
    struct str name;
    struct str figure;    /* as the table beside it has it, "<5" too */
    int64_t shade;        /* 0 … 5 */
    bool is_unknown;      /* no data: hatched, whatever the shade */
    struct local_url url; /* the list behind the figure … */
    struct str code;      /* … of this unit; absent: the address is whole */
    struct bytes shape;   /* web/outline.h, from shapes_of_services(); absent: not known */
    /* The rest is set by map_draw(). */
    struct str path;
    bool is_roomy; /* the figure, or the class, has room in its shape, with its middle here: */
    int64_t x, y;
};
struct map_mark {
    struct str name;
    struct str belongs; /* "Đà Nẵng" */
    struct str path;
    int64_t x, y;
};
struct map_view {
    const char *label; /* what the colours say, Vietnamese source text */
    struct map_area *areas;
    size_t count;
    bool is_national;          /* set by whoever shows all provinces */
    bool is_judged;            /* class 1 is the worst and 5 the best; else the ramp is neutral */
    bool is_classed;           /* the class's number stands in shapes and legend, not the figure */
    bool has_unknown;          /* set by map_draw(): some are hatched, and the legend says so */
    const char *const *legend; /* MAP_CLASSES texts, "5–19" */
    /* The rest is set by map_draw(). */
    struct str box; /* of the SVG; absent: squares are shown */
    struct map_mark marks[2];
};

/* Draws what is there. When one area has no shape, none is drawn and all are squares: a map with a
 * hole would say that there is nothing. A national map always has Hoàng Sa and Trường Sa, whatever
 * the file of boundaries holds.  Law: 27/2018/QH14 (surveying and mapping) art. 6.
 *
 *     shapes_of_services(conn, view.areas, view.count, today);
 *     map_draw(arena, &view);
 *     … {{call web_map &v->map}} in the page's template */
void map_draw(struct arena *arena, struct map_view *view);

#endif
