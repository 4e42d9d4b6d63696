/* What is wrong in the street: a hole, a flood, a heap, a lamp and others, one function each. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <math.h>

#include "studio/scene_private.h"

static void draw_hole(struct brush *brush);
static void draw_cover(struct brush *brush);
static void draw_tree(struct brush *brush);
static void draw_flood(struct brush *brush);
static void draw_waste(struct brush *brush);
static void draw_lamp(struct brush *brush);
static void draw_wires(struct brush *brush);
static void draw_pipe(struct brush *brush);
static void draw_pavement(struct brush *brush);
static void draw_warning(struct brush *brush, double x, double y);
static void draw_bag(struct brush *brush, double x, double y, double size);
static void draw_stool(struct brush *brush, double x, double y);
static void draw_motorbike(struct brush *brush, double x, double y);
static void draw_rain(struct brush *brush);
static void draw_street_lamp(struct brush *brush, double x, double foot_y, bool is_lit);

void thing_draw(struct brush *brush, enum scene scene)
{
    static void (*const things[SCENES])(struct brush *) = {
        [SCENE_HOLE] = draw_hole,   [SCENE_COVER] = draw_cover, [SCENE_TREE] = draw_tree,
        [SCENE_FLOOD] = draw_flood, [SCENE_WASTE] = draw_waste, [SCENE_LAMP] = draw_lamp,
        [SCENE_WIRES] = draw_wires, [SCENE_PIPE] = draw_pipe,   [SCENE_PAVEMENT] = draw_pavement,
    };
    things[scene](brush);
}

static void draw_hole(struct brush *brush)
{
    double x = brush_between(brush, 280, 520);
    double y = ROAD_MIDDLE_Y + brush_between(brush, -20, 20);
    double rx = brush_between(brush, 95, 150);
    double ry = rx * 0.3;
    brush_colour(brush, 0x2c2c2e, 0.8);
    for (int i = 0; i < 9; i++) {
        double angle = 2 * M_PI * i / 9 + brush_between(brush, -0.2, 0.2);
        double far = brush_between(brush, 1.25, 1.6);
        brush_line(brush, x + rx * 0.9 * cos(angle), y + ry * 0.9 * sin(angle),
                   x + rx * far * cos(angle + 0.12), y + ry * far * sin(angle + 0.12), 2);
    }
    brush_colour(brush, 0x8b8780, 1);
    brush_blob(brush, x, y, rx * 1.08, ry * 1.1, 0.12);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x4a3f35, 1);
    brush_blob(brush, x, y + 2, rx, ry, 0.12);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x2e2721, 0.9);
    brush_blob(brush, x + 4, y - ry * 0.25, rx * 0.86, ry * 0.6, 0.1);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x93a9b5, 0.8);
    brush_ellipse(brush, x - rx * 0.1, y + ry * 0.3, rx * 0.5, ry * 0.34);
    for (int i = 0; i < 16; i++) {
        brush_colour(brush, 0x7a756d, 1);
        brush_ellipse(brush, x + brush_between(brush, -1.4, 1.4) * rx,
                      y + brush_between(brush, 0.7, 1.5) * ry, brush_between(brush, 2, 6), 3);
    }
    if (brush_below(brush, 2)) {
        draw_warning(brush, x + rx * 0.4, y);
    }
}

static void draw_cover(struct brush *brush)
{
    double x = brush_between(brush, 280, 520);
    double y = ROAD_MIDDLE_Y + brush_between(brush, -15, 25);
    brush_colour(brush, 0x8d8a84, 1);
    brush_ellipse(brush, x, y, 128, 46);
    brush_colour(brush, 0x17171a, 1);
    brush_ellipse(brush, x, y + 2, 108, 37);
    /* What is left of the cover, as far as the jagged break. */
    cairo_save(brush->ink);
    cairo_move_to(brush->ink, x - 130, y - 60);
    cairo_line_to(brush->ink, x - 10, y - 60);
    for (int i = 0; i <= 6; i++) {
        cairo_line_to(brush->ink, x + brush_between(brush, -34, 26), y - 40 + 14 * i);
    }
    cairo_line_to(brush->ink, x - 130, y + 60);
    cairo_close_path(brush->ink);
    cairo_clip(brush->ink);
    brush_colour(brush, 0x75726c, 1);
    brush_ellipse(brush, x, y, 108, 37);
    brush_colour(brush, 0x4e4b47, 0.9);
    for (int line = -28; line < 36; line += 11) {
        brush_line(brush, x - 100, y + line, x + 40, y + line, 2);
    }
    cairo_restore(brush->ink);
    draw_warning(brush, x + 46, y + 4);
}

static void draw_tree(struct brush *brush)
{
    double x = brush_between(brush, 240, 330);
    double tip = x + brush_between(brush, 210, 270);
    brush_colour(brush, 0x5a3d29, 1);
    cairo_move_to(brush->ink, x - 20, CURB_Y + 4);
    cairo_curve_to(brush->ink, x, 250, tip - 120, 190, tip, 170);
    cairo_line_to(brush->ink, tip + 10, 190);
    cairo_curve_to(brush->ink, tip - 90, 215, x + 50, 270, x + 24, CURB_Y + 4);
    cairo_close_path(brush->ink);
    cairo_fill(brush->ink);
    static const uint32_t leaves[] = { 0x2f6b3c, 0x3f7d43, 0x4f8f4a };
    for (int i = 0; i < 16; i++) {
        brush_colour(brush, leaves[i % 3], 0.95);
        brush_blob(brush, tip + brush_between(brush, -130, 120), brush_between(brush, 110, 225),
                   brush_between(brush, 34, 60), brush_between(brush, 22, 40), 0.25);
        cairo_fill(brush->ink);
    }
    brush_colour(brush, 0x8a6a4a, 1);
    brush_blob(brush, x, CURB_Y + 6, 62, 14, 0.3);
    cairo_fill(brush->ink);
    for (int i = 0; i < 5; i++) {
        double bx = brush_between(brush, 260, 600);
        double by = brush_between(brush, 400, 510);
        brush_colour(brush, 0x5a3d29, 1);
        brush_rope(brush, (struct span){ bx, by, bx + brush_between(brush, 50, 110), by - 14 }, -8,
                   5);
        brush_colour(brush, leaves[i % 3], 0.95);
        brush_blob(brush, bx + 60, by - 8, 34, 11, 0.35);
        cairo_fill(brush->ink);
    }
}

static void draw_flood(struct brush *brush)
{
    double top = brush_between(brush, 292, 330);
    draw_motorbike(brush, brush_between(brush, 250, 480), top + 72);
    cairo_pattern_t *water = cairo_pattern_create_linear(0, top, 0, CANVAS_HEIGHT);
    cairo_pattern_add_color_stop_rgba(water, 0, 0.62, 0.58, 0.49, 0.78);
    cairo_pattern_add_color_stop_rgba(water, 0.3, 0.53, 0.47, 0.37, 0.93);
    cairo_pattern_add_color_stop_rgba(water, 1, 0.42, 0.36, 0.27, 0.97);
    cairo_set_source(brush->ink, water);
    cairo_rectangle(brush->ink, 0, top, CANVAS_WIDTH, CANVAS_HEIGHT - top);
    cairo_fill(brush->ink);
    cairo_pattern_destroy(water);
    for (int i = 0; i < 70; i++) {
        double y = brush_between(brush, top + 4, CANVAS_HEIGHT);
        double x = brush_between(brush, -40, 800);
        double near = (y - top) / (CANVAS_HEIGHT - top);
        brush_colour(brush, brush_below(brush, 2) ? 0xefe9da : 0x5b4e3b, 0.3);
        brush_rope(brush, (struct span){ x, y, x + 30 + 90 * near, y }, 3 + 5 * near,
                   1 + 1.6 * near);
    }
    draw_stool(brush, brush_between(brush, 90, 200), top + 130);
    for (int i = 0; i < 5; i++) {
        brush_colour(brush, 0x55713c, 0.9);
        brush_blob(brush, brush_between(brush, 30, 770), brush_between(brush, top + 40, 580),
                   brush_between(brush, 8, 20), 5, 0.3);
        cairo_fill(brush->ink);
    }
    draw_rain(brush);
}

static void draw_waste(struct brush *brush)
{
    double x = brush_between(brush, 300, 500);
    double foot = CURB_Y + brush_between(brush, 30, 60);
    brush_colour(brush, 0x3a352d, 0.45);
    brush_ellipse(brush, x, foot + 12, 190, 24);
    /* Row upon row, each shorter than the one below and drawn before it. */
    for (int row = 4; row >= 0; row--) {
        int bags = 7 - row;
        for (int i = 0; i < bags; i++) {
            double bx = x + (i - (bags - 1) / 2.0) * 48 + brush_between(brush, -12, 12);
            draw_bag(brush, bx, foot - row * 27 + brush_between(brush, -6, 6),
                     brush_between(brush, 24, 36));
        }
    }
    for (int i = 0; i < 3; i++) {
        double bx = x + brush_between(brush, -210, 180);
        brush_colour(brush, i == 0 ? 0xb98d57 : 0xe9ebea, 1);
        brush_box(brush, bx, foot - 14, 44, 30);
        brush_colour(brush, 0x000000, 0.18);
        brush_box(brush, bx + 30, foot - 14, 14, 30);
    }
    for (int i = 0; i < 26; i++) {
        static const uint32_t bits[] = { 0xf4f4f0, 0xd04a3a, 0x3f7fb5, 0xe3c34a, 0x6b6b66 };
        brush_colour(brush, bits[brush_below(brush, COUNT(bits))], 0.9);
        brush_box(brush, x + brush_between(brush, -240, 240), foot + brush_between(brush, 4, 44),
                  brush_between(brush, 4, 14), brush_between(brush, 2, 6));
    }
    brush_colour(brush, 0x222222, 0.8);
    for (int i = 0; i < 14; i++) {
        brush_ellipse(brush, x + brush_between(brush, -150, 150),
                      foot - brush_between(brush, 110, 190), 1.8, 1.2);
    }
}

static void draw_lamp(struct brush *brush)
{
    double x = brush_between(brush, 350, 450);
    draw_street_lamp(brush, x - 320, CURB_Y, true);
    draw_street_lamp(brush, x + 320, CURB_Y, true);
    draw_street_lamp(brush, x, CURB_Y + 20, false);
}

static void draw_wires(struct brush *brush)
{
    double x = brush_between(brush, 360, 440);
    street_pole(brush, x, CURB_Y + 4, 330);
    for (int i = 0; i < 16; i++) {
        double y = 60 + brush_between(brush, 0, 70);
        brush_colour(brush, 0x141416, 0.95);
        brush_rope(brush, (struct span){ x, y, -20, brush_between(brush, 40, 130) },
                   brush_between(brush, 20, 190), 2.4);
        brush_rope(brush, (struct span){ x, y, 820, brush_between(brush, 40, 130) },
                   brush_between(brush, 40, 330), 2.4);
    }
    for (int i = 0; i < 6; i++) {
        cairo_set_line_width(brush->ink, 3);
        cairo_arc(brush->ink, x + brush_between(brush, -16, 16), 118 + brush_between(brush, -8, 20),
                  brush_between(brush, 20, 36), 0, 2 * M_PI);
        cairo_stroke(brush->ink);
    }
    for (int i = 0; i < 3; i++) {
        brush_rope(brush,
                   (struct span){ x + 4, 110, x + brush_between(brush, 40, 150),
                                  brush_between(brush, 390, 470) },
                   60, 2.6);
    }
}

static void draw_pipe(struct brush *brush)
{
    double x = brush_between(brush, 300, 500);
    double y = brush_between(brush, 400, 450);
    brush_colour(brush, 0x9fc0d2, 0.75);
    brush_blob(brush, x, y + 30, 290, 62, 0.16);
    cairo_fill(brush->ink);
    brush_colour(brush, 0xd4e6ef, 0.5);
    brush_blob(brush, x + 20, y + 36, 190, 32, 0.2);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x3c332b, 1);
    brush_blob(brush, x, y + 4, 62, 17, 0.25);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x3b6ea0, 1);
    brush_line(brush, x - 40, y + 6, x + 36, y - 2, 13);
    for (int i = 0; i < 60; i++) {
        double side = brush_between(brush, -1, 1);
        double high = brush_between(brush, 60, 190) * (1.1 - fabs(side) * 0.6);
        brush_colour(brush, i % 3 ? 0xe4f2f8 : 0xffffff, 0.55);
        cairo_set_line_width(brush->ink, brush_between(brush, 1.5, 4));
        cairo_move_to(brush->ink, x, y);
        cairo_curve_to(brush->ink, x + side * 30, y - high, x + side * 100, y - high * 0.9,
                       x + side * 150, y + brush_between(brush, 0, 50));
        cairo_stroke(brush->ink);
    }
}

static void draw_pavement(struct brush *brush)
{
    static const uint32_t canopies[] = { 0xc9402f, 0x2f6fa8, 0x3c7d4e };
    double from = brush_between(brush, 170, 230);
    for (int i = 0; i < 3; i++) {
        double x = from + 190 * i + brush_between(brush, -14, 14);
        brush_colour(brush, 0x8c8c8c, 1);
        brush_box(brush, x - 3, 205, 6, 165);
        brush_colour(brush, canopies[brush_below(brush, COUNT(canopies))], 1);
        cairo_move_to(brush->ink, x - 100, 226);
        cairo_curve_to(brush->ink, x - 60, 168, x + 60, 168, x + 100, 226);
        cairo_close_path(brush->ink);
        cairo_fill(brush->ink);
        brush_colour(brush, 0xffffff, 0.3);
        cairo_move_to(brush->ink, x - 26, 226);
        cairo_curve_to(brush->ink, x - 14, 176, x + 14, 176, x + 26, 226);
        cairo_close_path(brush->ink);
        cairo_fill(brush->ink);
        brush_colour(brush, 0xb9c2c9, 1);
        brush_box(brush, x - 44, 344, 88, 8);
        brush_box(brush, x - 38, 352, 5, 36);
        brush_box(brush, x + 33, 352, 5, 36);
        draw_stool(brush, x - 74, 372);
        draw_stool(brush, x + 72, 374);
        draw_stool(brush, x + brush_between(brush, -20, 20), 400);
    }
    draw_motorbike(brush, brush_between(brush, 640, 700), 396);
}

/* --- parts ------------------------------------------------------------------------------------ */

/* A branch with a red rag in the hole, as neighbours do. */
static void draw_warning(struct brush *brush, double x, double y)
{
    brush_colour(brush, 0x6b4a2e, 1);
    brush_line(brush, x, y + 6, x + 16, y - 96, 5);
    brush_line(brush, x + 9, y - 50, x + 34, y - 84, 3.5);
    brush_colour(brush, 0xc62f25, 1);
    cairo_move_to(brush->ink, x + 16, y - 98);
    cairo_curve_to(brush->ink, x + 40, y - 112, x + 50, y - 84, x + 72, y - 96);
    cairo_line_to(brush->ink, x + 66, y - 66);
    cairo_curve_to(brush->ink, x + 48, y - 60, x + 36, y - 82, x + 13, y - 70);
    cairo_close_path(brush->ink);
    cairo_fill(brush->ink);
}

static void draw_bag(struct brush *brush, double x, double y, double size)
{
    static const uint32_t colours[] = {
        0x2b2b30, 0x3a5f8a, 0xe6e4de, 0xc77f92, 0x5c8a5a, 0x46423f
    };
    uint32_t colour = colours[brush_below(brush, COUNT(colours))];
    brush_colour(brush, colour, 1);
    brush_blob(brush, x, y, size, size * 0.82, 0.14);
    cairo_fill(brush->ink);
    brush_box(brush, x - 4, y - size * 0.98, 8, size * 0.3);
    brush_colour(brush, 0xffffff, 0.22);
    brush_ellipse(brush, x - size * 0.3, y - size * 0.28, size * 0.24, size * 0.16);
    brush_colour(brush, 0x000000, 0.2);
    brush_line(brush, x, y - size * 0.6, x + size * 0.24, y + size * 0.3, 1.5);
}

static void draw_stool(struct brush *brush, double x, double y)
{
    brush_colour(brush, brush_below(brush, 2) ? 0xc8322b : 0x2b62a8, 1);
    brush_box(brush, x - 16, y - 20, 32, 7);
    brush_line(brush, x - 13, y - 14, x - 17, y + 10, 5);
    brush_line(brush, x + 13, y - 14, x + 17, y + 10, 5);
}

static void draw_motorbike(struct brush *brush, double x, double y)
{
    for (int i = 0; i < 2; i++) {
        brush_colour(brush, 0x1b1b1d, 1);
        brush_ellipse(brush, x + 96 * i, y, 29, 29);
        brush_colour(brush, 0x9a9c9e, 1);
        brush_ellipse(brush, x + 96 * i, y, 15, 15);
    }
    brush_colour(brush, brush_below(brush, 2) ? 0xa52a24 : 0x2d4f7c, 1);
    cairo_move_to(brush->ink, x - 24, y - 34);
    cairo_curve_to(brush->ink, x + 10, y - 60, x + 26, y - 10, x + 60, y - 12);
    cairo_line_to(brush->ink, x + 76, y - 66);
    cairo_line_to(brush->ink, x + 92, y - 66);
    cairo_line_to(brush->ink, x + 84, y - 6);
    cairo_line_to(brush->ink, x + 8, y + 4);
    cairo_close_path(brush->ink);
    cairo_fill(brush->ink);
    brush_colour(brush, 0x1d1d20, 1);
    brush_line(brush, x - 22, y - 42, x + 36, y - 40, 13);
    brush_line(brush, x + 70, y - 82, x + 96, y - 74, 6);
    brush_line(brush, x + 84, y - 66, x + 98, y - 6, 6);
}

static void draw_rain(struct brush *brush)
{
    if (brush_below(brush, 2)) {
        return;
    }
    brush_colour(brush, 0xf2f5f7, 0.42);
    for (int i = 0; i < 110; i++) {
        double x = brush_between(brush, 0, 820);
        double y = brush_between(brush, -20, 560);
        brush_line(brush, x, y, x - 7, y + 26, 1.2);
    }
}

static void draw_street_lamp(struct brush *brush, double x, double foot_y, bool is_lit)
{
    double top = foot_y - 262;
    brush_colour(brush, is_lit ? 0x6d7278 : 0x474c55, 1);
    brush_line(brush, x, foot_y, x, top, 9);
    brush_rope(brush, (struct span){ x, top, x + 74, top - 14 }, -10, 6);
    brush_colour(brush, is_lit ? 0xfff3c4 : 0x2a2d33, 1);
    brush_ellipse(brush, x + 84, top - 11, 22, 8);
    if (is_lit) {
        cairo_pattern_t *glow =
            cairo_pattern_create_radial(x + 84, top - 6, 4, x + 84, top + 30, 230);
        cairo_pattern_add_color_stop_rgba(glow, 0, 1, 0.93, 0.68, 0.7);
        cairo_pattern_add_color_stop_rgba(glow, 0.35, 1, 0.9, 0.6, 0.18);
        cairo_pattern_add_color_stop_rgba(glow, 1, 1, 0.9, 0.6, 0);
        cairo_set_source(brush->ink, glow);
        cairo_paint(brush->ink);
        cairo_pattern_destroy(glow);
        for (int i = 0; i < 6; i++) {
            brush_colour(brush, 0xffe7a8, 0.05);
            brush_ellipse(brush, x + 84, foot_y + 60, 60 + 24 * i, 12 + 6 * i);
        }
    }
}
