/* What the files that draw scenes share: the brush, its chance, and simple shapes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_SCENE_PRIVATE_H
#define STUDIO_SCENE_PRIVATE_H

#include <cairo.h>
#include <stdbool.h>

#include "studio/scene.h"

/* The canvas in the units of what is drawn on it; and where the street's bands begin, from the
 * top. */
enum { CANVAS_WIDTH = 800, CANVAS_HEIGHT = 600 };
enum { PAVEMENT_Y = 300, CURB_Y = 346, ROAD_Y = 356, ROAD_MIDDLE_Y = 460 };

enum weather { CLEAR, OVERCAST, NIGHT };

enum { WINDOWS_MAX = 16 };

struct brush {
    cairo_t *ink;
    uint64_t chance;
    enum weather weather;
    /* Windows behind which somebody is awake, once it is night. */
    struct {
        double x;
        double y;
    } lit[WINDOWS_MAX];
    size_t lit_count;
};

/* 0 to n - 1. */
unsigned brush_below(struct brush *brush, unsigned n);
double brush_between(struct brush *brush, double from, double to);

/* 0xrrggbb. */
void brush_colour(struct brush *brush, uint32_t rgb, double opacity);
void brush_box(struct brush *brush, double x, double y, double width, double height);
void brush_ellipse(struct brush *brush, double x, double y, double rx, double ry);
/* A closed curve around an ellipse that is nowhere quite one: leaves, mud, bags. Adds a path. */
void brush_blob(struct brush *brush, double x, double y, double rx, double ry, double rough);
void brush_line(struct brush *brush, double x1, double y1, double x2, double y2, double width);
/* A rope between two points that hangs by `sag`. */
struct span {
    double x1;
    double y1;
    double x2;
    double y2;
};
void brush_rope(struct brush *brush, struct span span, double sag, double width);

/* scene_street.c: the street and its houses; then the night, if it is one. */
void street_draw(struct brush *brush);
void street_tree(struct brush *brush, double x, double foot_y, double lean);
void street_pole(struct brush *brush, double x, double foot_y, double height);

/* scene_things.c */
void thing_draw(struct brush *brush, enum scene scene);

/* scene_letters.c: the strip that says what this is. */
void letters_draw(struct brush *brush);

#endif
