/* What the files that make pictures share: pixels, the area average, and one reader per format. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_PICTURE_PRIVATE_H
#define STUDIO_PICTURE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "studio/picture.h"

enum { RGB = 3 };

struct raster {
    uint32_t width;
    uint32_t height;
    uint8_t *rgb;
};

/* An area average under way. Pixels may come in any order (interlaced files send them so), because
 * each only adds its share to the one or two bins a side that it lies over; so no more of the photo
 * than a row is ever in memory. Shares are whole numbers: a pixel is `width` wide where a bin is
 * `from_width` wide. */
struct shrink {
    uint32_t from_width;
    uint32_t from_height;
    uint32_t width;
    uint32_t height;
    uint32_t *sums; /* of the finished picture, in 1/256 of a shade times from_height */
    uint32_t *row;  /* of one row, times from_width */
};
struct shrink shrink_open(struct arena *arena, uint32_t from_width, uint32_t from_height,
                          uint32_t side_max);
/* The pixels first, first + step, first + 2 step … of row y. */
void shrink_add(struct shrink *shrink, uint32_t y, uint32_t first, uint32_t step,
                const uint8_t *rgb, size_t count);
/* Once every pixel was added exactly once. */
struct raster shrink_end(const struct shrink *shrink, struct arena *arena);

/* The photo, no side longer than PICTURE_LARGE_SIDE, not yet turned; the orientation is EXIF's, 1
 * to 8. */
struct photo {
    struct raster raster;
    unsigned orientation;
};
enum picture_fault picture_read_jpeg(struct arena *arena, struct str file, struct photo *ret);
enum picture_fault picture_read_png(struct arena *arena, struct str file, struct photo *ret);
/* Absent when it would not fit so many bytes. Quality is libjpeg's, 1 to 100. */
struct str picture_write_jpeg(struct arena *arena, const struct raster *raster, int quality,
                              size_t bytes_max);
/* Either kind of file, by its first bytes, turned the right way up. */
enum picture_fault picture_read(struct arena *arena, struct str file, enum picture_kind *ret_kind,
                                struct raster *ret);
/* One page, as long as picture_make()'s large picture; how many there are stands in *ret_pages,
 * once the file could be opened. */
enum picture_fault picture_read_pdf(struct arena *arena, struct str file, uint32_t page,
                                    struct raster *ret, uint32_t *ret_pages);
bool picture_is_pdf(struct str file);
struct raster picture_shrink(struct arena *arena, const struct raster *from, uint32_t side_max);

/* Is that what a camera may make, and we decode? */
bool picture_is_fair(uint64_t width, uint64_t height);
/* The orientation that EXIF's TIFF structure states; 1 (upright) when it states none that
 * exists. */
unsigned exif_orientation(struct str tiff);

#endif
