/* Drawing a scene: the canvas, the shapes that everything is made of, and the finished JPEG. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/must.h"
#include "studio/picture_private.h"
#include "studio/scene_private.h"

enum { BLOB_POINTS = 11, BYTES_A_PIXEL = 4 };

static struct raster raster_of(struct arena *arena, cairo_surface_t *canvas);

struct str scene_draw(struct arena *arena, enum scene scene, uint64_t seed)
{
    cairo_surface_t *canvas =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, SCENE_WIDTH, SCENE_HEIGHT);
    struct brush brush = { .ink = cairo_create(canvas), .chance = seed };
    must(scene > SCENE_NONE && scene < SCENES);
    brush.weather = scene == SCENE_LAMP                                   ? NIGHT
                    : scene == SCENE_FLOOD || brush_below(&brush, 3) == 0 ? OVERCAST
                                                                          : CLEAR;
    cairo_scale(brush.ink, (double)SCENE_WIDTH / CANVAS_WIDTH,
                (double)SCENE_HEIGHT / CANVAS_HEIGHT);
    street_draw(&brush);
    thing_draw(&brush, scene);
    letters_draw(&brush);
    cairo_surface_flush(canvas);
    bool is_drawn = cairo_status(brush.ink) == CAIRO_STATUS_SUCCESS;
    struct raster raster = { 0 };
    if (is_drawn) {
        raster = raster_of(arena, canvas);
    }
    cairo_destroy(brush.ink);
    cairo_surface_destroy(canvas);
    return is_drawn ? picture_write_jpeg(arena, &raster, PICTURE_QUALITY, PICTURE_BYTES_MAX)
                    : STR_NONE;
}

/* Cairo keeps a pixel as one whole number, 0x00rrggbb. */
static struct raster raster_of(struct arena *arena, cairo_surface_t *canvas)
{
    struct raster raster = { SCENE_WIDTH, SCENE_HEIGHT,
                             new(arena, uint8_t, (size_t)SCENE_WIDTH * SCENE_HEIGHT * RGB) };
    const unsigned char *pixels = cairo_image_surface_get_data(canvas);
    size_t stride = (size_t)cairo_image_surface_get_stride(canvas);
    uint8_t *to = raster.rgb;
    for (size_t y = 0; y < SCENE_HEIGHT; y++) {
        for (size_t x = 0; x < SCENE_WIDTH; x++) {
            uint32_t pixel;
            memcpy(&pixel, pixels + y * stride + x * BYTES_A_PIXEL, sizeof pixel);
            *to++ = (uint8_t)(pixel >> 16);
            *to++ = (uint8_t)(pixel >> 8);
            *to++ = (uint8_t)pixel;
        }
    }
    return raster;
}

/* --- chance: splitmix64, as the demonstration's own ------------------------------------------- */

unsigned brush_below(struct brush *brush, unsigned n)
{
    uint64_t z = brush->chance += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return (unsigned)((z ^ z >> 31) % n);
}

double brush_between(struct brush *brush, double from, double to)
{
    enum { STEPS = 1 << 16 };
    return from + (to - from) * brush_below(brush, STEPS) / STEPS;
}

/* --- shapes ----------------------------------------------------------------------------------- */

void brush_colour(struct brush *brush, uint32_t rgb, double opacity)
{
    cairo_set_source_rgba(brush->ink, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                          (rgb & 0xff) / 255.0, opacity);
}

void brush_box(struct brush *brush, double x, double y, double width, double height)
{
    cairo_rectangle(brush->ink, x, y, width, height);
    cairo_fill(brush->ink);
}

void brush_ellipse(struct brush *brush, double x, double y, double rx, double ry)
{
    cairo_save(brush->ink);
    cairo_translate(brush->ink, x, y);
    cairo_scale(brush->ink, rx, ry);
    cairo_arc(brush->ink, 0, 0, 1, 0, 2 * M_PI);
    cairo_restore(brush->ink);
    cairo_fill(brush->ink);
}

void brush_blob(struct brush *brush, double x, double y, double rx, double ry, double rough)
{
    double px[BLOB_POINTS];
    double py[BLOB_POINTS];
    for (int i = 0; i < BLOB_POINTS; i++) {
        double angle = 2 * M_PI * i / BLOB_POINTS;
        double far = 1 + brush_between(brush, -rough, rough);
        px[i] = x + rx * far * cos(angle);
        py[i] = y + ry * far * sin(angle);
    }
    /* From the middle of each side to the next, bent towards the corner between them. */
    cairo_new_path(brush->ink);
    for (int i = 0; i <= BLOB_POINTS; i++) {
        int at = i % BLOB_POINTS;
        int next = (i + 1) % BLOB_POINTS;
        double mx = (px[at] + px[next]) / 2;
        double my = (py[at] + py[next]) / 2;
        if (i == 0) {
            cairo_move_to(brush->ink, mx, my);
        } else {
            cairo_curve_to(brush->ink, px[at], py[at], px[at], py[at], mx, my);
        }
    }
    cairo_close_path(brush->ink);
}

void brush_line(struct brush *brush, double x1, double y1, double x2, double y2, double width)
{
    brush_rope(brush, (struct span){ x1, y1, x2, y2 }, 0, width);
}

void brush_rope(struct brush *brush, struct span span, double sag, double width)
{
    double dx = (span.x2 - span.x1) / 3;
    double dy = (span.y2 - span.y1) / 3;
    cairo_set_line_width(brush->ink, width);
    cairo_set_line_cap(brush->ink, CAIRO_LINE_CAP_ROUND);
    cairo_move_to(brush->ink, span.x1, span.y1);
    cairo_curve_to(brush->ink, span.x1 + dx, span.y1 + dy + sag, span.x2 - dx, span.y2 - dy + sag,
                   span.x2, span.y2);
    cairo_stroke(brush->ink);
}
