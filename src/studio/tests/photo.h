/* Photos drawn for tests: JPEG with EXIF, PNG of every kind, and files that are only a claim. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_TESTS_PHOTO_H
#define STUDIO_TESTS_PHOTO_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#include "base/must.h"
#include "base/out.h"
#include "studio/picture_private.h"

/* What must never come out again. */
#define CANARY "GPS 16.4637N 107.5909E"

/* Red, green, blue and grey quarters, so that every turn and flip shows. */
static inline void photo_shade(uint32_t x, uint32_t y, uint32_t width, uint32_t height,
                               uint8_t rgb[RGB])
{
    static const uint8_t quarters[2][2][RGB] = { { { 200, 20, 20 }, { 20, 200, 20 } },
                                                 { { 20, 20, 200 }, { 120, 120, 120 } } };
    memcpy(rgb, quarters[2 * y >= height][2 * x >= width], RGB);
}

static inline struct raster photo_draw(struct arena *arena, uint32_t width, uint32_t height)
{
    struct raster raster = { width, height, new (arena, uint8_t, (size_t)width * height * RGB) };
    for (uint32_t i = 0; i < width * height; i++) {
        photo_shade(i % width, i / width, width, height, raster.rgb + (size_t)i * RGB);
    }
    return raster;
}

/* EXIF as a telephone writes it: orientation, a place, a maker. */
static inline struct str photo_exif(struct arena *arena, unsigned orientation, bool is_big_endian)
{
    static const char little[] = "II*\0\x08\0\0\0"
                                 "\x02\0"
                                 "\x12\x01\x03\0\x01\0\0\0?\0\0\0"
                                 "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"
                                 "\0\0\0\0" CANARY;
    static const char big[] = "MM\0*\0\0\0\x08"
                              "\0\x02"
                              "\x01\x12\0\x03\0\0\0\x01\0?\0\0"
                              "\x88\x25\0\x04\0\0\0\x01\0\0\0\x26"
                              "\0\0\0\0" CANARY;
    struct str tiff = str_copy(arena, is_big_endian ? str_span(big, sizeof big)
                                                    : str_span(little, sizeof little));
    char *mark = (char *)(uintptr_t)tiff.p + str_find_byte(tiff, '?');
    *mark = (char)orientation;
    return tiff;
}

struct photo_jpeg {
    struct str exif; /* absent: none */
    bool is_progressive;
    J_COLOR_SPACE space; /* JCS_RGB when it is 0 (JCS_UNKNOWN) */
};

static inline struct str photo_jpeg(struct arena *arena, const struct raster *raster,
                                    struct photo_jpeg how)
{
    struct jpeg_compress_struct codec;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long n = 0;
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &bytes, &n);
    codec.image_width = raster->width;
    codec.image_height = raster->height;
    codec.input_components = how.space == JCS_CMYK ? 4 : RGB;
    codec.in_color_space = how.space == JCS_CMYK ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&codec);
    if (how.space != JCS_UNKNOWN) {
        jpeg_set_colorspace(&codec, how.space);
    }
    jpeg_set_quality(&codec, 95, TRUE);
    if (how.is_progressive) {
        jpeg_simple_progression(&codec);
    }
    jpeg_start_compress(&codec, TRUE);
    if (how.exif.p) {
        struct str marker = str_printf(arena, "Exif__%*s", (int)how.exif.n, "");
        char *body = (char *)(uintptr_t)marker.p;
        memset(body + 4, 0, 2);
        memcpy(body + 6, how.exif.p, how.exif.n);
        jpeg_write_marker(&codec, JPEG_APP0 + 1, (const JOCTET *)body, (unsigned)marker.n);
        jpeg_write_marker(&codec, JPEG_COM, (const JOCTET *)CANARY, sizeof CANARY);
    }
    uint8_t *row = new (arena, uint8_t, (size_t)raster->width * 4);
    while (codec.next_scanline < codec.image_height) {
        const uint8_t *from = raster->rgb + (size_t)codec.next_scanline * raster->width * RGB;
        for (size_t i = 0; how.space == JCS_CMYK && i < raster->width; i++) {
            /* As Adobe's programs store it: what is missing of each ink, and no black. */
            memcpy(row + i * 4, from + i * RGB, RGB);
            row[i * 4 + 3] = 255;
        }
        uint8_t *line = how.space == JCS_CMYK ? row : (uint8_t *)(uintptr_t)from;
        jpeg_write_scanlines(&codec, &line, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    struct str file = str_copy(arena, str_span(bytes, n));
    free(bytes);
    return file;
}

struct photo_png {
    int colours; /* PNG_COLOR_TYPE_… */
    int depth;
    bool is_interlaced;
    bool has_key;      /* tRNS: the first entry or shade is transparent */
    bool is_head_only; /* behind it the data begin, and end at once */
    struct str exif;
};

static inline void photo_png_write(png_structp png, png_bytep bytes, size_t n)
{
    struct out *out = png_get_io_ptr(png);
    out_bytes(out, bytes, n);
}

/* `rows`: height rows in the file's own form, 16 bits big-endian; may be NULL for a head only. */
static inline struct str photo_png(struct arena *arena, uint32_t width, uint32_t height,
                                   struct photo_png how, uint8_t *rows)
{
    static const png_color palette[] = { { 10, 20, 30 }, { 200, 100, 50 } };
    static const png_byte no_alpha[] = { 0 };
    struct out *out = new (arena, struct out, 1);
    *out = out_open(arena, 16 << 20);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    must(png && info);
    png_set_write_fn(png, out, photo_png_write, NULL);
    png_set_IHDR(png, info, width, height, how.depth, how.colours,
                 how.is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (how.colours == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, palette, COUNT(palette));
    }
    if (how.has_key) {
        png_set_tRNS(png, info, no_alpha, 1, &(png_color_16){ 0 });
    }
    if (how.exif.p) {
        png_set_eXIf_1(png, info, (png_uint_32)how.exif.n, (png_bytep)(uintptr_t)how.exif.p);
    }
    png_write_info(png, info);
    size_t stride = png_get_rowbytes(png, info);
    int passes = how.is_head_only ? 0 : png_set_interlace_handling(png);
    for (int pass = 0; pass < passes; pass++) {
        for (uint32_t y = 0; y < height; y++) {
            png_write_row(png, rows + y * stride);
        }
    }
    if (!how.is_head_only) {
        png_write_end(png, info);
    }
    png_destroy_write_struct(&png, &info);
    if (how.is_head_only) {
        out_bytes(out, "\0\1\0\0IDAT\x78\x9c", 10);
    }
    return out_str(out);
}

#endif
