/* The street of the drawings: sky, houses, trees, pavement, road; by day, in the rain, at night. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/scene_private.h"

#define PICK(brush, array) ((array)[brush_below((brush), (unsigned)COUNT(array))])

static const uint32_t walls[] = { 0xf2d7a0, 0xe8b9a0, 0xcfe0c3, 0xd8d4e8,
                                  0xf5efe0, 0xbcd3dd, 0xf0c27b, 0xe3e0d4 };
static const uint32_t signs[] = { 0x2f6fa8, 0xa33b2e, 0x3c7d4e, 0xc98a1b };
static const uint32_t leaves[] = { 0x3f7d43, 0x4f8f4a, 0x2f6b3c, 0x5c9447 };

static void draw_sky(struct brush *brush);
static void draw_houses(struct brush *brush);
static void draw_house(struct brush *brush, double x, double width, double height);
static void draw_roof(struct brush *brush, double x, double y, double width);
static void draw_front(struct brush *brush, double x, double width);
static void draw_window(struct brush *brush, double x, double y);
static void draw_ground(struct brush *brush);
static void draw_night(struct brush *brush);

void street_draw(struct brush *brush)
{
    draw_sky(brush);
    draw_houses(brush);
    draw_ground(brush);
    double pole_x = brush_between(brush, 60, 130);
    for (int i = 0; i < 4; i++) {
        brush_colour(brush, 0x26262a, 0.8);
        brush_rope(brush, (struct span){ -10, 78 + 9 * i, 810, 70 + 9 * i },
                   brush_between(brush, 8, 34), 1.6);
    }
    street_pole(brush, pole_x, CURB_Y - 6, 300);
    if (brush_below(brush, 3) > 0) {
        street_tree(brush, brush_between(brush, 620, 740), CURB_Y - 4, brush_between(brush, -8, 8));
    }
    if (brush->weather == NIGHT) {
        draw_night(brush);
    }
}

static void draw_sky(struct brush *brush)
{
    static const uint32_t tops[] = { 0x9fd0f0, 0xa9b3ba, 0x8fb6d8 };
    static const uint32_t ends[] = { 0xf0f7fa, 0xdde1e3, 0xe8eef2 };
    uint32_t top = tops[brush->weather];
    uint32_t end = ends[brush->weather];
    cairo_pattern_t *sky = cairo_pattern_create_linear(0, 0, 0, PAVEMENT_Y);
    cairo_pattern_add_color_stop_rgb(sky, 0, (top >> 16) / 255.0, (top >> 8 & 0xff) / 255.0,
                                     (top & 0xff) / 255.0);
    cairo_pattern_add_color_stop_rgb(sky, 1, (end >> 16) / 255.0, (end >> 8 & 0xff) / 255.0,
                                     (end & 0xff) / 255.0);
    cairo_set_source(brush->ink, sky);
    cairo_paint(brush->ink);
    cairo_pattern_destroy(sky);
    for (int i = 0; i < 5; i++) {
        brush_colour(brush, 0xffffff, brush->weather == CLEAR ? 0.55 : 0.18);
        brush_blob(brush, brush_between(brush, 0, 800), brush_between(brush, 20, 110),
                   brush_between(brush, 50, 110), brush_between(brush, 12, 26), 0.25);
        cairo_fill(brush->ink);
    }
    for (int i = 0; i < 12; i++) {
        brush_colour(brush, PICK(brush, leaves), 0.55);
        brush_blob(brush, 70.0 * i, 235, 70, brush_between(brush, 40, 75), 0.2);
        cairo_fill(brush->ink);
    }
}

/* --- houses ----------------------------------------------------------------------------------- */

static void draw_houses(struct brush *brush)
{
    double x = brush_between(brush, -40, 0);
    while (x < CANVAS_WIDTH) {
        double width = brush_between(brush, 84, 138);
        bool is_gap = brush_below(brush, 7) == 0;
        if (!is_gap) {
            draw_house(brush, x, width, brush_between(brush, 110, 205));
        }
        x += is_gap ? width / 2 : width;
    }
}

/* A narrow front, as most are in a Vietnamese street: shutters below, windows above. */
static void draw_house(struct brush *brush, double x, double width, double height)
{
    double top = PAVEMENT_Y - height;
    uint32_t wall = PICK(brush, walls);
    brush_colour(brush, wall, 1);
    brush_box(brush, x, top, width, height);
    brush_colour(brush, 0x000000, 0.10);
    brush_box(brush, x + width - 9, top, 9, height);
    draw_roof(brush, x, top, width);
    int floors = ((int)height - 80) / 58;
    for (int i = 0; i < floors; i++) {
        draw_window(brush, x + width * 0.16, top + 18 + 58 * i);
        draw_window(brush, x + width * 0.56, top + 18 + 58 * i);
    }
    draw_front(brush, x, width);
}

static void draw_roof(struct brush *brush, double x, double y, double width)
{
    if (brush_below(brush, 2) == 0) {
        brush_colour(brush, 0xa8482f, 1);
        cairo_move_to(brush->ink, x - 5, y + 6);
        cairo_line_to(brush->ink, x + 12, y - 26);
        cairo_line_to(brush->ink, x + width - 12, y - 26);
        cairo_line_to(brush->ink, x + width + 5, y + 6);
        cairo_close_path(brush->ink);
        cairo_fill(brush->ink);
        brush_colour(brush, 0x6f2c1c, 0.5);
        for (int row = -18; row < 6; row += 8) {
            brush_line(brush, x + 6, y + row, x + width - 6, y + row, 1.2);
        }
    } else {
        brush_colour(brush, 0xb9b2a2, 1);
        brush_box(brush, x - 2, y - 7, width + 4, 10);
        brush_colour(brush, 0x6b8aa0, 1);
        brush_box(brush, x + width * 0.6, y - 27, 26, 20);
    }
}

static void draw_window(struct brush *brush, double x, double y)
{
    brush_colour(brush, 0xfbf8ef, 1);
    brush_box(brush, x - 3, y - 3, 34, 44);
    brush_colour(brush, brush_below(brush, 2) ? 0x5d7f93 : 0x47705c, 1);
    brush_box(brush, x, y, 28, 38);
    brush_colour(brush, 0xffffff, 0.35);
    brush_box(brush, x + 13, y, 2, 38);
    brush_box(brush, x, y + 12, 28, 2);
    if (brush_below(brush, 3) == 0 && brush->lit_count < WINDOWS_MAX) {
        brush->lit[brush->lit_count].x = x;
        brush->lit[brush->lit_count++].y = y;
    }
}

static void draw_front(struct brush *brush, double x, double width)
{
    double top = PAVEMENT_Y - 76;
    brush_colour(brush, PICK(brush, signs), 0.92);
    brush_box(brush, x + 8, top - 20, width - 16, 18);
    brush_colour(brush, 0xffffff, 0.75);
    for (int word = 18; word < (int)width - 40; word += 26) {
        brush_box(brush, x + word, top - 13, brush_between(brush, 10, 20), 4);
    }
    bool is_open = brush_below(brush, 3) > 0;
    brush_colour(brush, is_open ? 0x4a4640 : 0x9aa3a8, 1);
    brush_box(brush, x + 10, top, width - 20, 76);
    brush_colour(brush, is_open ? 0xd9b98a : 0x7d868b, is_open ? 0.55 : 0.9);
    for (int row = 6; row < 72; row += is_open ? 22 : 7) {
        brush_box(brush, x + 14, top + row, width - 28, is_open ? 8 : 1.5);
    }
}

/* --- the ground ------------------------------------------------------------------------------- */

static void draw_ground(struct brush *brush)
{
    brush_colour(brush, 0xcbc5b6, 1);
    brush_box(brush, 0, PAVEMENT_Y, CANVAS_WIDTH, CURB_Y - PAVEMENT_Y);
    brush_colour(brush, 0x8f8a7c, 0.35);
    for (int x = -60; x < CANVAS_WIDTH; x += 38) {
        brush_line(brush, x + 30, PAVEMENT_Y, x, CURB_Y, 1);
    }
    brush_line(brush, 0, PAVEMENT_Y + 20, CANVAS_WIDTH, PAVEMENT_Y + 20, 1);
    brush_colour(brush, 0xa39d90, 1);
    brush_box(brush, 0, CURB_Y, CANVAS_WIDTH, ROAD_Y - CURB_Y);
    cairo_pattern_t *road = cairo_pattern_create_linear(0, ROAD_Y, 0, CANVAS_HEIGHT);
    cairo_pattern_add_color_stop_rgb(road, 0, 0.45, 0.45, 0.46);
    cairo_pattern_add_color_stop_rgb(road, 1, 0.32, 0.32, 0.34);
    cairo_set_source(brush->ink, road);
    cairo_rectangle(brush->ink, 0, ROAD_Y, CANVAS_WIDTH, CANVAS_HEIGHT - ROAD_Y);
    cairo_fill(brush->ink);
    cairo_pattern_destroy(road);
    for (int i = 0; i < 220; i++) {
        brush_colour(brush, brush_below(brush, 2) ? 0x000000 : 0xffffff, 0.10);
        brush_box(brush, brush_between(brush, 0, 800), brush_between(brush, ROAD_Y, 600), 3, 2);
    }
    brush_colour(brush, 0xf3f1e8, 0.8);
    for (int x = -(int)brush_below(brush, 90); x < CANVAS_WIDTH; x += 170) {
        cairo_move_to(brush->ink, x + 6, 536);
        cairo_line_to(brush->ink, x + 92, 536);
        cairo_line_to(brush->ink, x + 86, 546);
        cairo_line_to(brush->ink, x, 546);
        cairo_close_path(brush->ink);
        cairo_fill(brush->ink);
    }
}

void street_tree(struct brush *brush, double x, double foot_y, double lean)
{
    double top = foot_y - 130;
    brush_colour(brush, 0x6b4a32, 1);
    cairo_move_to(brush->ink, x - 10, foot_y);
    cairo_line_to(brush->ink, x + lean - 6, top);
    cairo_line_to(brush->ink, x + lean + 6, top);
    cairo_line_to(brush->ink, x + 10, foot_y);
    cairo_close_path(brush->ink);
    cairo_fill(brush->ink);
    for (int i = 0; i < 9; i++) {
        brush_colour(brush, PICK(brush, leaves), 0.95);
        brush_blob(brush, x + lean + brush_between(brush, -58, 58),
                   top + brush_between(brush, -52, 22), brush_between(brush, 30, 46),
                   brush_between(brush, 22, 34), 0.22);
        cairo_fill(brush->ink);
    }
}

void street_pole(struct brush *brush, double x, double foot_y, double height)
{
    brush_colour(brush, 0xa5a29b, 1);
    cairo_move_to(brush->ink, x - 8, foot_y);
    cairo_line_to(brush->ink, x - 5, foot_y - height);
    cairo_line_to(brush->ink, x + 5, foot_y - height);
    cairo_line_to(brush->ink, x + 8, foot_y);
    cairo_close_path(brush->ink);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x000000, 0.14);
    brush_box(brush, x + 1, foot_y - height, 4, height);
    brush_colour(brush, 0x55524d, 1);
    brush_box(brush, x - 34, foot_y - height + 26, 68, 6);
}

static void draw_night(struct brush *brush)
{
    brush_colour(brush, 0x0b1230, 0.74);
    cairo_paint(brush->ink);
    for (size_t i = 0; i < brush->lit_count; i++) {
        brush_colour(brush, 0xffd98a, brush_between(brush, 0.5, 0.85));
        brush_box(brush, brush->lit[i].x, brush->lit[i].y, 28, 38);
    }
}
