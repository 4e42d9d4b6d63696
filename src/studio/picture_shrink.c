/* The area average: every pixel gives its share to the bins it lies over. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "studio/picture_private.h"

/* Shades are kept in 1/256 between the two directions, so that rounding twice is not seen. With
 * sides of at most 65535 no sum passes 255 · 256 · 65535, which is below 2^32. */
enum { FRACTION = 256 };
_Static_assert((uint64_t)255 * FRACTION * PICTURE_SIDE_MAX <= UINT32_MAX, "sums fit 32 bits");

static void add_down(struct shrink *shrink, uint32_t y);

struct shrink shrink_open(struct arena *arena, uint32_t from_width, uint32_t from_height,
                          uint32_t side_max)
{
    struct shrink shrink = { .from_width = from_width, .from_height = from_height };
    picture_fit(from_width, from_height, side_max, &shrink.width, &shrink.height);
    shrink.sums = new(arena, uint32_t, (size_t)shrink.width * shrink.height * RGB);
    shrink.row = new(arena, uint32_t, (size_t)shrink.width * RGB);
    return shrink;
}

void shrink_add(struct shrink *shrink, uint32_t y, uint32_t first, uint32_t step,
                const uint8_t *rgb, size_t count)
{
    memset(shrink->row, 0, (size_t)shrink->width * RGB * sizeof *shrink->row);
    uint32_t x = first;
    for (size_t i = 0; i < count; i++, x += step, rgb += RGB) {
        uint32_t start = x * shrink->width;
        uint32_t bin = start / shrink->from_width;
        uint32_t room = (bin + 1) * shrink->from_width - start;
        uint32_t here = room < shrink->width ? room : shrink->width;
        uint32_t next = shrink->width - here;
        uint32_t *sum = shrink->row + (size_t)bin * RGB;
        for (size_t c = 0; c < RGB; c++) {
            sum[c] += here * rgb[c];
        }
        for (size_t c = 0; next > 0 && c < RGB; c++) {
            sum[RGB + c] += next * rgb[c];
        }
    }
    add_down(shrink, y);
}

static void add_down(struct shrink *shrink, uint32_t y)
{
    size_t row = (size_t)shrink->width * RGB;
    uint32_t start = y * shrink->height;
    uint32_t bin = start / shrink->from_height;
    uint32_t room = (bin + 1) * shrink->from_height - start;
    uint32_t here = room < shrink->height ? room : shrink->height;
    uint32_t next = shrink->height - here;
    uint32_t *sums = shrink->sums + bin * row;
    for (size_t i = 0; i < row; i++) {
        uint32_t shade = shrink->row[i] * FRACTION / shrink->from_width;
        sums[i] += here * shade;
        if (next > 0) {
            sums[row + i] += next * shade;
        }
    }
}

struct raster shrink_end(const struct shrink *shrink, struct arena *arena)
{
    size_t count = (size_t)shrink->width * shrink->height * RGB;
    struct raster raster = { shrink->width, shrink->height, new(arena, uint8_t, count) };
    for (size_t i = 0; i < count; i++) {
        raster.rgb[i] =
            (uint8_t)((shrink->sums[i] / shrink->from_height + FRACTION / 2) / FRACTION);
    }
    return raster;
}

void picture_fit(uint32_t width, uint32_t height, uint32_t side_max, uint32_t *ret_width,
                 uint32_t *ret_height)
{
    uint32_t longest = width > height ? width : height;
    uint32_t side = longest > side_max ? side_max : longest;
    uint32_t fit_width = (uint32_t)((uint64_t)width * side / longest);
    uint32_t fit_height = (uint32_t)((uint64_t)height * side / longest);
    *ret_width = fit_width > 0 ? fit_width : 1;
    *ret_height = fit_height > 0 ? fit_height : 1;
}

bool picture_is_fair(uint64_t width, uint64_t height)
{
    return width > 0 && height > 0 && width <= PICTURE_SIDE_MAX && height <= PICTURE_SIDE_MAX &&
           width * height <= PICTURE_PIXELS_MAX;
}
