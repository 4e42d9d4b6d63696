/* Maps: all outlines in one frame, and the archipelagos on every map of the country. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/map.h"

#include "base/arena.h"

enum {
    MARK_SIDE = 4,
    MARK_NAME_HEIGHT = 40, /* Trường Sa's name stands below the southernmost point of all */
    PATH_BYTES_MAX = 1 << 18,
    /* Of a figure, in the units of the drawing. */
    SIGN_WIDTH = 9,
    LINE_HEIGHT = 18,
};

/* Some of their islands, in 1e-7 degrees, so that each is drawn where it lies. */
static const struct archipelago {
    struct str name;
    struct str belongs;
    struct point islands[6];
} ARCHIPELAGOS[] = {
    { STR_INIT("Hoàng Sa"),
      STR_INIT("Đà Nẵng"),
      { { 1116050000, 165340000 },
        { 1123400000, 168350000 },
        { 1117110000, 164480000 },
        { 1112020000, 157830000 },
        { 1127370000, 166680000 },
        { 1115120000, 164960000 } } },
    { STR_INIT("Trường Sa"),
      STR_INIT("Khánh Hòa"),
      { { 1119200000, 86440000 },
        { 1143310000, 114290000 },
        { 1143640000, 103800000 },
        { 1128910000, 89310000 },
        { 1138300000, 88600000 },
        { 1158000000, 97500000 } } },
};

static void place_figure(struct arena *arena, const struct outline *outline, struct frame frame,
                         size_t chars, struct map_area *area);
static bool unpack_all(struct arena *arena, const struct map_view *view, struct outline *ret);
static void place_archipelagos(struct arena *arena, struct map_view *view, struct frame frame);

void map_draw(struct arena *arena, struct map_view *view)
{
    for (size_t i = 0; i < COUNT(view->marks); i++) {
        view->marks[i] =
            (struct map_mark){ .name = ARCHIPELAGOS[i].name, .belongs = ARCHIPELAGOS[i].belongs };
    }
    for (size_t i = 0; i < view->count; i++) {
        view->has_unknown |= view->areas[i].is_unknown;
    }
    struct outline *outlines = new(arena, struct outline, view->count + 1);
    if (!unpack_all(arena, view, outlines)) {
        return;
    }
    struct frame frame = outline_frame(&outlines[0]);
    for (size_t i = 1; i < view->count; i++) {
        frame = frame_join(frame, outline_frame(&outlines[i]));
    }
    for (size_t a = 0; view->is_national && a < COUNT(ARCHIPELAGOS); a++) {
        for (size_t i = 0; i < COUNT(ARCHIPELAGOS[a].islands); i++) {
            struct point at = ARCHIPELAGOS[a].islands[i];
            frame = frame_join(frame, (struct frame){ at.east, at.north, at.east, at.north });
        }
    }
    for (size_t i = 0; i < view->count; i++) {
        struct out path = out_open(arena, PATH_BYTES_MAX);
        outline_draw(&path, &outlines[i], frame, MAP_WIDTH);
        view->areas[i].path = out_str(&path);
        size_t chars = view->is_classed ? 1 : str_chars(view->areas[i].figure);
        place_figure(arena, &outlines[i], frame, chars, &view->areas[i]);
    }
    if (view->is_national) {
        place_archipelagos(arena, view, frame);
    }
    int32_t below = view->is_national ? MARK_NAME_HEIGHT : 4;
    view->box =
        str_printf(arena, "-2 -2 %d %d", MAP_WIDTH + 4, frame_height(frame, MAP_WIDTH) + below);
}

/* Where there is no room the table has it, and the shape's name. */
static void place_figure(struct arena *arena, const struct outline *outline, struct frame frame,
                         size_t chars, struct map_area *area)
{
    struct frame room = outline_room(arena, outline);
    struct point west = frame_place(frame, MAP_WIDTH, (struct point){ room.west, room.south });
    struct point east = frame_place(frame, MAP_WIDTH, (struct point){ room.east, room.north });
    int64_t across = (int64_t)east.east - west.east;
    int64_t up = (int64_t)west.north - east.north;
    int64_t width = ((int64_t)chars + 1) * SIGN_WIDTH;
    area->x = (west.east + east.east) / 2;
    area->y = (west.north + east.north) / 2;
    /* So much fits into the rhombus between the two. */
    area->is_roomy = width * up + LINE_HEIGHT * across <= across * up;
}

static bool unpack_all(struct arena *arena, const struct map_view *view, struct outline *ret)
{
    for (size_t i = 0; i < view->count; i++) {
        if (!view->areas[i].shape.p || !outline_unpack(arena, view->areas[i].shape, &ret[i])) {
            return false;
        }
    }
    return view->count > 0;
}

/* Each island is a small square; the name stands below the westernmost. */
static void place_archipelagos(struct arena *arena, struct map_view *view, struct frame frame)
{
    for (size_t a = 0; a < COUNT(ARCHIPELAGOS); a++) {
        struct out path = out_open(arena, 1024);
        struct map_mark *mark = &view->marks[a];
        mark->x = MAP_WIDTH;
        for (size_t i = 0; i < COUNT(ARCHIPELAGOS[a].islands); i++) {
            struct point at = frame_place(frame, MAP_WIDTH, ARCHIPELAGOS[a].islands[i]);
            out_printf(&path, "M%d %dh%dv%dh-%dz", at.east - MARK_SIDE / 2,
                       at.north - MARK_SIDE / 2, MARK_SIDE, MARK_SIDE, MARK_SIDE);
            mark->x = at.east < mark->x ? at.east : mark->x;
            mark->y = at.north > mark->y ? at.north : mark->y;
        }
        mark->path = out_str(&path);
    }
}
