/* The outline of an area: its bytes, whether a point lies in it, and how it is drawn. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_OUTLINE_H
#define WEB_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/degree.h"
#include "base/out.h"
#include "base/str.h"

struct arena;

/* In DEGREE (base/degree.h) east and north. In and around Vietnam, so that products
 * of two differences fit 64 bits. */
enum { WEST_MIN = 101 * DEGREE, EAST_MAX = 118 * DEGREE };
enum { SOUTH_MIN = 4 * DEGREE, NORTH_MAX = 24 * DEGREE };

struct point {
    int32_t east;
    int32_t north;
};
/* Closed: the last point is joined to the first, which is not written twice. */
struct ring {
    const struct point *points;
    size_t count;
};
/* Rings of islands and of holes alike: what an odd number of them goes round is inside. */
struct outline {
    const struct ring *rings;
    size_t count;
};
struct frame {
    int32_t west, south, east, north;
};

/* Stored bytes: the number of rings, then of each the number of its points and their differences
 * from the point before, all as varints (zigzag). */
struct bytes outline_pack(struct arena *arena, const struct outline *outline);
/* False when the bytes are none that outline_pack() made, or lie outside the frame above. */
bool outline_unpack(struct arena *arena, struct bytes bytes, struct outline *ret) MUST_USE;

struct frame outline_frame(const struct outline *outline);
struct frame frame_join(struct frame a, struct frame b);
bool outline_holds(const struct outline *outline, struct point point);

/* The box with the most room for a short text that lies inside as far as its middle row and middle
 * column show; all 0 of an outline without points. */
struct frame outline_room(struct arena *arena, const struct outline *outline);

/* The outline as the `d` of an SVG path. The frame's west is x = 0, its north y = 0, and its width
 * `width` units; a degree north is as long as one east is at 16° north (1 / cos 16° = 1.04). */
void outline_draw(struct out *out, const struct outline *outline, struct frame frame,
                  int32_t width);
int32_t frame_height(struct frame frame, int32_t width);
struct point frame_place(struct frame frame, int32_t width, struct point point);

#endif
