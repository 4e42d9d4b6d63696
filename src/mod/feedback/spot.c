/* The point of a report: rounded, and drawn in the boundary of its unit. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/spot.h"

#include "web/map.h"
#include "web/shapes.h"
#include "web/visit.h"

enum {
    MICRO = 1000000,
    TEN_MILLIONTHS = 10, /* of a millionth of a degree, for web/outline.h */
    STEP_MICRO = 100,
    COARSE_STEP_MICRO = 10000,
    WIDTH = 320,
    MARGIN = 12,
    POINT_RADIUS = 6,
    OUTLINE_BYTES_MAX = 1 << 18,
};

static int64_t nearest(int64_t micro, int64_t step);
static void draw(struct visit *v, struct outline outline, struct point at, struct spot_view *view);

int64_t spot_kept(int64_t micro, struct str identity)
{
    return nearest(micro, spot_is_coarse(identity) ? COARSE_STEP_MICRO : STEP_MICRO);
}

bool spot_is_coarse(struct str identity)
{
    return !str_equal(identity, STR("named"));
}

int64_t spot_rounded(int64_t micro)
{
    return nearest(micro, STEP_MICRO);
}

/* Vietnam has no negative degrees. */
static int64_t nearest(int64_t micro, int64_t step)
{
    return (micro + step / 2) / step * step;
}

struct str spot_degrees(struct arena *arena, int64_t micro)
{
    enum { PLACES = 4 };
    return micro ? str_printf(arena, "%lld.%0*lld", (long long)(micro / MICRO), PLACES,
                              (long long)(micro % MICRO / STEP_MICRO))
                 : STR_NONE;
}

/* What was kept before points were rounded is shown no more exactly than what is kept now. */
struct spot_view spot_view(struct visit *v, const struct report_get_row *report)
{
    int64_t north = spot_kept(report->lat_micro, report->identity);
    int64_t east = spot_kept(report->lon_micro, report->identity);
    struct spot_view view = { .unit_name = report->unit_name,
                              .is_coarse = spot_is_coarse(report->identity) };
    if (!north) {
        return view;
    }
    view.degrees = str_printf(v->arena, "%.*s, %.*s", STR_ARG(spot_degrees(v->arena, north)),
                              STR_ARG(spot_degrees(v->arena, east)));
    struct map_area area = { .unit = ID_OF(report->unit_id) };
    struct outline outline;
    shapes_of_services(&v->snap->conn, &area, 1, instant_day(v->now));
    if (area.shape.p && outline_unpack(v->arena, area.shape, &outline)) {
        draw(v, outline,
             (struct point){ (int32_t)(east * TEN_MILLIONTHS), (int32_t)(north * TEN_MILLIONTHS) },
             &view);
    }
    return view;
}

/* A point outside is drawn outside: it may be the boundary that is wrong. */
static void draw(struct visit *v, struct outline outline, struct point at, struct spot_view *view)
{
    struct frame frame =
        frame_join(outline_frame(&outline), (struct frame){ at.east, at.north, at.east, at.north });
    struct out path = out_open(v->arena, OUTLINE_BYTES_MAX);
    outline_draw(&path, &outline, frame, WIDTH);
    struct point place = frame_place(frame, WIDTH, at);
    int64_t half = (int64_t)COARSE_STEP_MICRO * TEN_MILLIONTHS / 2 * WIDTH /
                   ((int64_t)frame.east - frame.west + 1);
    view->outline = out_str(&path);
    view->x = place.east;
    view->y = place.north;
    view->radius = view->is_coarse && half > POINT_RADIUS ? half : POINT_RADIUS;
    view->box = str_printf(v->arena, "-%d -%d %d %d", MARGIN, MARGIN, WIDTH + 2 * MARGIN,
                           frame_height(frame, WIDTH) + 2 * MARGIN);
}
