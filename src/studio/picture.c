/* From a file to two pictures: which reader, the right way up, two sizes, encoded anew. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/picture_private.h"

static const struct str PNG_SIGNATURE = STR_INIT("\x89PNG\r\n\x1a\n");
static const struct str JPEG_START = STR_INIT("\xff\xd8\xff");

static struct raster turn(struct arena *arena, const struct photo *photo);

enum picture_fault picture_make(struct arena *arena, struct str file, struct pictures *ret)
{
    enum picture_kind kind;
    struct raster large = { 0 };
    enum picture_fault fault = picture_read(arena, file, &kind, &large);
    if (fault != PICTURE_GOOD) {
        return fault;
    }
    struct raster small = picture_shrink(arena, &large, PICTURE_SMALL_SIDE);
    struct pictures pictures = {
        .kind = kind,
        .large = picture_write_jpeg(arena, &large, PICTURE_QUALITY, PICTURE_BYTES_MAX),
        .small = picture_write_jpeg(arena, &small, PICTURE_QUALITY, PICTURE_BYTES_MAX),
        .width = large.width,
        .height = large.height,
    };
    if (!pictures.large.p || !pictures.small.p) {
        return PICTURE_BROKEN;
    }
    *ret = pictures;
    return PICTURE_GOOD;
}

enum picture_fault picture_read(struct arena *arena, struct str file, enum picture_kind *ret_kind,
                                struct raster *ret)
{
    struct photo photo = { 0 };
    bool is_jpeg = str_starts(file, JPEG_START);
    if (!is_jpeg && !str_starts(file, PNG_SIGNATURE)) {
        return PICTURE_UNKNOWN;
    }
    enum picture_fault fault =
        is_jpeg ? picture_read_jpeg(arena, file, &photo) : picture_read_png(arena, file, &photo);
    if (fault == PICTURE_GOOD) {
        *ret_kind = is_jpeg ? PICTURE_JPEG : PICTURE_PNG;
        *ret = turn(arena, &photo);
    }
    return fault;
}

/* Where each pixel of the upright picture comes from: the axes change places, or run backwards. */
static struct raster turn(struct arena *arena, const struct photo *photo)
{
    static const struct {
        bool swaps, flips_x, flips_y;
    } turns[] = {
        [1] = { false, false, false }, [2] = { false, true, false }, [3] = { false, true, true },
        [4] = { false, false, true },  [5] = { true, false, false }, [6] = { true, false, true },
        [7] = { true, true, true },    [8] = { true, true, false },
    };
    const struct raster *from = &photo->raster;
    unsigned orientation = photo->orientation;
    if (orientation <= 1 || orientation >= COUNT(turns)) {
        return *from;
    }
    bool swaps = turns[orientation].swaps;
    struct raster to = {
        .width = swaps ? from->height : from->width,
        .height = swaps ? from->width : from->height,
        .rgb = new(arena, uint8_t, (size_t)from->width * from->height * RGB),
    };
    uint8_t *pixel = to.rgb;
    for (uint32_t y = 0; y < to.height; y++) {
        for (uint32_t x = 0; x < to.width; x++, pixel += RGB) {
            uint32_t from_x = swaps ? y : x;
            uint32_t from_y = swaps ? x : y;
            from_x = turns[orientation].flips_x ? from->width - 1 - from_x : from_x;
            from_y = turns[orientation].flips_y ? from->height - 1 - from_y : from_y;
            const uint8_t *source = from->rgb + ((size_t)from_y * from->width + from_x) * RGB;
            for (size_t i = 0; i < RGB; i++) {
                pixel[i] = source[i];
            }
        }
    }
    return to;
}

struct raster picture_shrink(struct arena *arena, const struct raster *from, uint32_t side_max)
{
    struct shrink shrink = shrink_open(arena, from->width, from->height, side_max);
    for (uint32_t y = 0; y < from->height; y++) {
        shrink_add(&shrink, y, 0, 1, from->rgb + (size_t)y * from->width * RGB, from->width);
    }
    return shrink_end(&shrink, arena);
}
