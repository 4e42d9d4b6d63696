/* JPEG in and out, through libjpeg-turbo. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include "studio/picture_private.h"

/* Of JPEG's own scaling while decoding: halves, quarters and eighths cost less than whole
 * pixels. */
enum { SCALE_MAX = 8, EXIF_BYTES_MAX = 65533, CMYK = 4 };

struct jpeg_reader {
    struct jpeg_decompress_struct codec;
    struct jpeg_error_mgr errors;
    jmp_buf failed;
};
struct jpeg_writer {
    struct jpeg_compress_struct codec;
    struct jpeg_error_mgr errors;
    struct jpeg_destination_mgr to;
    jmp_buf failed;
};

static enum picture_fault read_pixels(struct jpeg_reader *reader, struct arena *arena,
                                      struct str file, struct photo *ret);
static unsigned orientation_of(const struct jpeg_decompress_struct *codec);
static unsigned scale_of(uint32_t width, uint32_t height);
static void mix_inks(const struct jpeg_decompress_struct *codec, uint8_t *row);
static void close_reader(void *reader);
static void close_writer(void *writer);
static void reading_failed(j_common_ptr codec);
static void writing_failed(j_common_ptr codec);
static void say_nothing(j_common_ptr codec, int level);
static boolean end_of_file(j_decompress_ptr codec);
static void start_writing(j_compress_ptr codec);
static boolean out_of_room(j_compress_ptr codec);

enum picture_fault picture_read_jpeg(struct arena *arena, struct str file, struct photo *ret)
{
    struct jpeg_reader *reader = new(arena, struct jpeg_reader, 1);
    reader->codec.err = jpeg_std_error(&reader->errors);
    reader->codec.client_data = reader;
    reader->errors.error_exit = reading_failed;
    reader->errors.emit_message = say_nothing;
    arena_defer(arena, close_reader, reader);
    if (setjmp(reader->failed)) {
        return PICTURE_BROKEN;
    }
    return read_pixels(reader, arena, file, ret);
}

static enum picture_fault read_pixels(struct jpeg_reader *reader, struct arena *arena,
                                      struct str file, struct photo *ret)
{
    struct jpeg_decompress_struct *codec = &reader->codec;
    jpeg_create_decompress(codec);
    jpeg_mem_src(codec, (const unsigned char *)file.p, file.n);
    codec->src->fill_input_buffer = end_of_file;
    jpeg_save_markers(codec, JPEG_APP0 + 1, EXIF_BYTES_MAX);
    jpeg_read_header(codec, TRUE);
    if (!picture_is_fair(codec->image_width, codec->image_height)) {
        return PICTURE_TOO_LARGE;
    }
    bool is_inks = codec->jpeg_color_space == JCS_CMYK || codec->jpeg_color_space == JCS_YCCK;
    codec->out_color_space = is_inks ? JCS_CMYK : JCS_RGB;
    codec->scale_denom = scale_of(codec->image_width, codec->image_height);
    jpeg_start_decompress(codec);
    struct shrink shrink =
        shrink_open(arena, codec->output_width, codec->output_height, PICTURE_LARGE_SIDE);
    uint8_t *row = new(arena, uint8_t, (size_t)codec->output_width * CMYK);
    while (codec->output_scanline < codec->output_height) {
        uint32_t y = codec->output_scanline;
        jpeg_read_scanlines(codec, &row, 1);
        if (is_inks) {
            mix_inks(codec, row);
        }
        shrink_add(&shrink, y, 0, 1, row, codec->output_width);
    }
    *ret = (struct photo){ shrink_end(&shrink, arena), orientation_of(codec) };
    return PICTURE_GOOD;
}

static unsigned orientation_of(const struct jpeg_decompress_struct *codec)
{
    const struct str mark = STR("Exif\0\0");
    for (jpeg_saved_marker_ptr marker = codec->marker_list; marker; marker = marker->next) {
        struct str exif = str_span(marker->data, marker->data_length);
        if (str_starts(exif, mark)) {
            return exif_orientation(str_slice(exif, mark.n, exif.n));
        }
    }
    return exif_orientation(STR_NONE);
}

/* The smallest picture that is still no smaller than what we make of it. */
static unsigned scale_of(uint32_t width, uint32_t height)
{
    uint32_t longest = width > height ? width : height;
    unsigned scale = 1;
    while (scale < SCALE_MAX && longest / (2 * scale) >= PICTURE_LARGE_SIDE) {
        scale *= 2;
    }
    return scale;
}

/* Four inks to three colours, in place. Adobe's programs, which make nearly all such files, store
 * how much of an ink is missing. */
static void mix_inks(const struct jpeg_decompress_struct *codec, uint8_t *row)
{
    uint8_t flip = codec->saw_Adobe_marker ? 0 : 255;
    for (size_t i = 0; i < codec->output_width; i++) {
        const uint8_t *inks = row + i * CMYK;
        unsigned black = inks[3] ^ flip;
        for (size_t c = 0; c < RGB; c++) {
            row[i * RGB + c] = (uint8_t)((unsigned)(inks[c] ^ flip) * black / 255);
        }
    }
}

struct str picture_write_jpeg(struct arena *arena, const struct raster *raster, int quality,
                              size_t bytes_max)
{
    struct jpeg_writer *writer = new(arena, struct jpeg_writer, 1);
    struct jpeg_compress_struct *codec = &writer->codec;
    uint8_t *bytes = new(arena, uint8_t, bytes_max);
    codec->err = jpeg_std_error(&writer->errors);
    codec->client_data = writer;
    writer->errors.error_exit = writing_failed;
    writer->errors.emit_message = say_nothing;
    writer->to = (struct jpeg_destination_mgr){ bytes, bytes_max, start_writing, out_of_room,
                                                start_writing };
    arena_defer(arena, close_writer, writer);
    if (setjmp(writer->failed)) {
        return STR_NONE;
    }
    jpeg_create_compress(codec);
    codec->dest = &writer->to;
    codec->image_width = raster->width;
    codec->image_height = raster->height;
    codec->input_components = RGB;
    codec->in_color_space = JCS_RGB;
    jpeg_set_defaults(codec);
    jpeg_set_quality(codec, quality, TRUE);
    codec->optimize_coding = TRUE;
    jpeg_start_compress(codec, TRUE);
    while (codec->next_scanline < codec->image_height) {
        uint8_t *row = raster->rgb + (size_t)codec->next_scanline * raster->width * RGB;
        jpeg_write_scanlines(codec, &row, 1);
    }
    jpeg_finish_compress(codec);
    return str_span(bytes, bytes_max - writer->to.free_in_buffer);
}

/* --- what the library calls ------------------------------------------------------------------- */

static void close_reader(void *subject)
{
    struct jpeg_reader *reader = subject;
    jpeg_destroy_decompress(&reader->codec);
}

static void close_writer(void *subject)
{
    struct jpeg_writer *writer = subject;
    jpeg_destroy_compress(&writer->codec);
}

static void reading_failed(j_common_ptr codec)
{
    struct jpeg_reader *reader = codec->client_data;
    longjmp(reader->failed, 1);
}

static void writing_failed(j_common_ptr codec)
{
    struct jpeg_writer *writer = codec->client_data;
    longjmp(writer->failed, 1);
}

/* Damage inside a photo is shown as it is; only one that ends too early is refused. */
static void say_nothing(j_common_ptr codec, int level)
{
    (void)codec;
    (void)level;
}

/* All bytes are in memory from the start, so asking for more means that the file was cut off. */
static boolean end_of_file(j_decompress_ptr codec)
{
    reading_failed((j_common_ptr)codec);
    return FALSE;
}

/* Also how it ends: the buffer is there before and after. */
static void start_writing(j_compress_ptr codec)
{
    (void)codec;
}

static boolean out_of_room(j_compress_ptr codec)
{
    writing_failed((j_common_ptr)codec);
    return FALSE;
}
