/* PNG in, through libpng. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <string.h>

#include <png.h>

#include "studio/picture_private.h"

enum { RGBA = 4, OPAQUE = 255 };

/* Where the pixels of one pass begin, and how far apart they are. */
struct pass {
    uint32_t x;
    uint32_t y;
    uint32_t step_x;
    uint32_t step_y;
};

struct png_reader {
    png_structp png;
    png_infop info;
    struct str rest; /* of the file */
    jmp_buf failed;
};

static enum picture_fault read_pixels(struct png_reader *reader, struct arena *arena,
                                      struct photo *ret);
static void ask_for_rgba(png_structp png);
static void read_rows(struct png_reader *reader, struct arena *arena, struct shrink *shrink);
static void read_row(struct png_reader *reader, uint8_t *row, size_t count);
static unsigned orientation_of(const struct png_reader *reader);
static void close_reader(void *reader);
static void reading_failed(png_structp png, png_const_charp why);
static void say_nothing(png_structp png, png_const_charp why);
static void take_bytes(png_structp png, png_bytep ret, size_t n);

enum picture_fault picture_read_png(struct arena *arena, struct str file, struct photo *ret)
{
    struct png_reader *reader = new(arena, struct png_reader, 1);
    reader->rest = file;
    arena_defer(arena, close_reader, reader);
    if (setjmp(reader->failed)) {
        return PICTURE_BROKEN;
    }
    return read_pixels(reader, arena, ret);
}

static enum picture_fault read_pixels(struct png_reader *reader, struct arena *arena,
                                      struct photo *ret)
{
    reader->png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, reading_failed, say_nothing);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    if (!reader->info) {
        return PICTURE_BROKEN;
    }
    png_set_read_fn(reader->png, reader, take_bytes);
    png_read_info(reader->png, reader->info);
    uint32_t width = png_get_image_width(reader->png, reader->info);
    uint32_t height = png_get_image_height(reader->png, reader->info);
    if (!picture_is_fair(width, height)) {
        return PICTURE_TOO_LARGE;
    }
    ask_for_rgba(reader->png);
    png_read_update_info(reader->png, reader->info);
    struct shrink shrink = shrink_open(arena, width, height, PICTURE_LARGE_SIDE);
    read_rows(reader, arena, &shrink);
    *ret = (struct photo){ shrink_end(&shrink, arena), orientation_of(reader) };
    return PICTURE_GOOD;
}

/* Palettes, shades of grey and 16 bits all become four bytes a pixel. */
static void ask_for_rgba(png_structp png)
{
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, OPAQUE, PNG_FILLER_AFTER);
}

/* An interlaced file sends seven coarse pictures that lie between each other's pixels. The average
 * takes them as they come, so that the whole picture need not be held. */
static void read_rows(struct png_reader *reader, struct arena *arena, struct shrink *shrink)
{
    static const struct pass whole[] = { { 0, 0, 1, 1 } };
    static const struct pass adam7[] = {
        { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
        { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 },
    };
    bool is_whole = png_get_interlace_type(reader->png, reader->info) == PNG_INTERLACE_NONE;
    const struct pass *passes = is_whole ? whole : adam7;
    size_t pass_count = is_whole ? COUNT(whole) : COUNT(adam7);
    uint8_t *row = new(arena, uint8_t, png_get_rowbytes(reader->png, reader->info));
    for (const struct pass *pass = passes; pass < passes + pass_count; pass++) {
        if (pass->x >= shrink->from_width) {
            continue;
        }
        size_t columns = (shrink->from_width - pass->x + pass->step_x - 1) / pass->step_x;
        for (uint32_t y = pass->y; y < shrink->from_height; y += pass->step_y) {
            read_row(reader, row, columns);
            shrink_add(shrink, y, pass->x, pass->step_x, row, columns);
        }
    }
}

/* Three bytes a pixel, over white paper. */
static void read_row(struct png_reader *reader, uint8_t *row, size_t count)
{
    png_read_row(reader->png, row, NULL);
    for (size_t i = 0; i < count; i++) {
        const uint8_t *from = row + i * RGBA;
        unsigned alpha = from[RGB];
        for (size_t c = 0; c < RGB; c++) {
            unsigned shade = from[c] * alpha + OPAQUE * (OPAQUE - alpha);
            row[i * RGB + c] = (uint8_t)((shade + OPAQUE / 2) / OPAQUE);
        }
    }
}

static unsigned orientation_of(const struct png_reader *reader)
{
    png_bytep exif = NULL;
    png_uint_32 n = 0;
    bool is_there = png_get_eXIf_1(reader->png, reader->info, &n, &exif) != 0;
    return exif_orientation(is_there ? str_span(exif, n) : STR_NONE);
}

/* --- what the library calls ------------------------------------------------------------------- */

static void close_reader(void *subject)
{
    struct png_reader *reader = subject;
    if (reader->png) {
        png_destroy_read_struct(&reader->png, &reader->info, NULL);
    }
}

static void reading_failed(png_structp png, png_const_charp why)
{
    struct png_reader *reader = png_get_error_ptr(png);
    (void)why;
    longjmp(reader->failed, 1);
}

static void say_nothing(png_structp png, png_const_charp why)
{
    (void)png;
    (void)why;
}

static void take_bytes(png_structp png, png_bytep ret, size_t n)
{
    struct png_reader *reader = png_get_io_ptr(png);
    if (n > reader->rest.n) {
        png_error(png, "cut off");
    }
    memcpy(ret, reader->rest.p, n);
    reader->rest = str_slice(reader->rest, n, reader->rest.n);
}
