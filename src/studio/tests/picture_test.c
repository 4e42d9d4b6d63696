/* Pictures: the right way up, nothing but pixels, every kind of file, hostile ones refused. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "studio/tests/photo.h"

enum { ARENA_BYTES = 256 << 20, TOLERANCE = 12 };

static int open_arena(void **state)
{
    *state = arena_create(ARENA_BYTES);
    return *state ? 0 : -1;
}

static int close_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct str name_of(enum picture_fault fault)
{
    static const char *const names[PICTURE_FAULTS] = {
        "good",    "unknown",    "no scan", "too large", "locked",
        "no page", "no letters", "broken",  "killed",    "no studio",
    };
    return str_of(names[fault]);
}

static void expect(struct arena *arena, struct str file, enum picture_fault wanted)
{
    struct pictures pictures;
    jmp_buf full;
    assert_int_equal(arena_guard(arena, &full), 0);
    assert_string_equal(name_of(picture_make(arena, file, &pictures)).p, name_of(wanted).p);
}

static struct pictures develop(struct arena *arena, struct str file)
{
    struct pictures pictures = { 0 };
    assert_int_equal(picture_make(arena, file, &pictures), PICTURE_GOOD);
    return pictures;
}

static struct raster look_at(struct arena *arena, struct str jpeg)
{
    struct photo photo = { 0 };
    assert_int_equal(picture_read_jpeg(arena, jpeg, &photo), PICTURE_GOOD);
    assert_int_equal(photo.orientation, 1);
    return photo.raster;
}

static void assert_shade(const uint8_t *shade, const uint8_t *wanted, int tolerance)
{
    for (size_t c = 0; c < RGB; c++) {
        assert_in_range(shade[c] + tolerance, wanted[c], wanted[c] + 2 * tolerance);
    }
}

/* The middle of each quarter: their borders are blurred by the encoding. */
static void assert_upright(const struct raster *raster)
{
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t x = raster->width * (i % 2 ? 3 : 1) / 4;
        uint32_t y = raster->height * (i / 2 ? 3 : 1) / 4;
        uint8_t wanted[RGB];
        photo_shade(x, y, raster->width, raster->height, wanted);
        assert_shade(raster->rgb + ((size_t)y * raster->width + x) * RGB, wanted, TOLERANCE);
    }
}

/* Walks the marker segments: start, JFIF, tables, frame, scan, end, and nothing that tells a
 * story. */
static void assert_bare(struct str jpeg)
{
    assert_int_equal(str_find(jpeg, STR("Exif")), jpeg.n);
    assert_int_equal(str_find(jpeg, STR("16.4637")), jpeg.n);
    size_t at = 2;
    uint8_t marker = 0;
    while (marker != 0xda) {
        assert_true(at + 4 <= jpeg.n && (uint8_t)jpeg.p[at] == 0xff);
        marker = (uint8_t)jpeg.p[at + 1];
        bool is_plain =
            marker == 0xe0 || marker == 0xdb || marker == 0xc0 || marker == 0xc4 || marker == 0xda;
        assert_true(is_plain);
        at += 2 + (size_t)((uint8_t)jpeg.p[at + 2] << 8 | (uint8_t)jpeg.p[at + 3]);
    }
    assert_true(str_ends(jpeg, STR("\xff\xd9")));
}

/* EXIF says where the first row and the first column of the file are seen: each photo is stored
 * that way, from the standard's words and not from our table. */
static struct raster stored_as(struct arena *arena, unsigned orientation, uint32_t width,
                               uint32_t height)
{
    static const char *const first[][2] = {
        [1] = { "top", "left" },     [2] = { "top", "right" },   [3] = { "bottom", "right" },
        [4] = { "bottom", "left" },  [5] = { "left", "top" },    [6] = { "right", "top" },
        [7] = { "right", "bottom" }, [8] = { "left", "bottom" },
    };
    bool is_lying = orientation > 4;
    struct raster stored = { is_lying ? height : width, is_lying ? width : height,
                             new(arena, uint8_t, (size_t)width * height * RGB) };
    for (uint32_t i = 0; i < width * height; i++) {
        uint32_t place[2] = { i / stored.width, i % stored.width };
        uint32_t x = 0;
        uint32_t y = 0;
        for (size_t side = 0; side < 2; side++) {
            switch (first[orientation][side][0]) {
            case 't':
                y = place[side];
                break;
            case 'b':
                y = height - 1 - place[side];
                break;
            case 'l':
                x = place[side];
                break;
            default:
                x = width - 1 - place[side];
            }
        }
        photo_shade(x, y, width, height, stored.rgb + (size_t)i * RGB);
    }
    return stored;
}

static void turned_upright_and_stripped(void **state)
{
    struct arena *arena = *state;
    for (unsigned i = 0; i < 16; i++) {
        struct arena_mark mark = arena_mark(arena);
        unsigned orientation = i / 2 + 1;
        struct raster stored = stored_as(arena, orientation, 96, 48);
        struct str exif = photo_exif(arena, orientation, i % 2);
        struct str file = photo_jpeg(arena, &stored, (struct photo_jpeg){ .exif = exif });
        assert_true(str_find(file, STR("16.4637")) < file.n);
        struct pictures pictures = develop(arena, file);
        assert_int_equal(pictures.kind, PICTURE_JPEG);
        assert_int_equal(pictures.width, 96);
        assert_int_equal(pictures.height, 48);
        const struct str both[] = { pictures.large, pictures.small };
        for (size_t p = 0; p < COUNT(both); p++) {
            struct raster raster = look_at(arena, both[p]);
            assert_int_equal(raster.width, 96);
            assert_upright(&raster);
            assert_bare(both[p]);
        }
        arena_undo(arena, mark);
    }
}

static void foolish_exif_is_upright(void **state)
{
    struct arena *arena = *state;
    struct str good = photo_exif(arena, 6, false);
    assert_int_equal(exif_orientation(good), 6);
    assert_int_equal(exif_orientation(photo_exif(arena, 0, false)), 1);
    assert_int_equal(exif_orientation(photo_exif(arena, 9, true)), 1);
    assert_int_equal(exif_orientation(STR("II*\0\xff\xff\xff\xff")), 1);
    assert_int_equal(exif_orientation(STR("II*\0\x08\0\0\0\xff\xff")), 1);
    assert_int_equal(exif_orientation(STR("XX*\0\x08\0\0\0")), 1);
    for (size_t n = 0; n < good.n; n++) {
        unsigned orientation = exif_orientation(str_slice(good, 0, n));
        assert_int_equal(orientation, n < 20 ? 1 : 6);
    }
}

static void scaled_by_area(void **state)
{
    struct arena *arena = *state;
    static const uint8_t row[] = { 0, 0, 0, 90, 90, 90, 180, 180, 180 };
    struct shrink shrink = shrink_open(arena, 3, 2, 2);
    assert_int_equal(shrink.width, 2);
    assert_int_equal(shrink.height, 1);
    shrink_add(&shrink, 1, 0, 1, row, 3);
    shrink_add(&shrink, 0, 1, 1, row + RGB, 2);
    shrink_add(&shrink, 0, 0, 1, row, 1);
    struct raster raster = shrink_end(&shrink, arena);
    /* (2·0 + 1·90) / 3 and (1·90 + 2·180) / 3. */
    assert_in_range(raster.rgb[0], 29, 30);
    assert_in_range(raster.rgb[RGB], 149, 150);
}

static void sums_do_not_overflow(void **state)
{
    struct arena *arena = *state;
    uint8_t *white = new(arena, uint8_t, (size_t)PICTURE_SIDE_MAX * RGB);
    memset(white, 255, (size_t)PICTURE_SIDE_MAX * RGB);
    struct shrink wide = shrink_open(arena, PICTURE_SIDE_MAX, 1, 320);
    shrink_add(&wide, 0, 0, 1, white, PICTURE_SIDE_MAX);
    struct raster across = shrink_end(&wide, arena);
    struct shrink tall = shrink_open(arena, 1, PICTURE_SIDE_MAX, 320);
    for (uint32_t y = 0; y < PICTURE_SIDE_MAX; y++) {
        shrink_add(&tall, y, 0, 1, white, 1);
    }
    struct raster down = shrink_end(&tall, arena);
    for (size_t i = 0; i < 320; i++) {
        assert_int_equal(across.rgb[i * RGB], 255);
        assert_int_equal(down.rgb[i * RGB], 255);
    }
}

static void sizes(void **state)
{
    struct arena *arena = *state;
    static const struct {
        uint32_t width, height, large_width, large_height, small_width, small_height;
    } cases[] = {
        { 1, 1, 1, 1, 1, 1 },
        { 320, 200, 320, 200, 320, 200 },
        { 1600, 1601, 1599, 1600, 319, 320 },
        { 4000, 3000, 1600, 1200, 320, 240 },
        { 65500, 1, 1600, 1, 320, 1 },
        { 1, 65500, 1, 1600, 1, 320 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena_mark mark = arena_mark(arena);
        struct raster raster = photo_draw(arena, cases[i].width, cases[i].height);
        struct pictures pictures =
            develop(arena, photo_jpeg(arena, &raster, (struct photo_jpeg){ 0 }));
        struct raster small = look_at(arena, pictures.small);
        assert_int_equal(pictures.width, cases[i].large_width);
        assert_int_equal(pictures.height, cases[i].large_height);
        assert_int_equal(small.width, cases[i].small_width);
        assert_int_equal(small.height, cases[i].small_height);
        arena_undo(arena, mark);
    }
}

static void kinds_of_jpeg(void **state)
{
    struct arena *arena = *state;
    struct raster raster = photo_draw(arena, 200, 100);
    static const struct photo_jpeg kinds[] = {
        { .is_progressive = true },
        { .space = JCS_RGB },
        { .space = JCS_CMYK },
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct raster seen =
            look_at(arena, develop(arena, photo_jpeg(arena, &raster, kinds[i])).large);
        assert_upright(&seen);
    }
    struct photo_jpeg grey = { .space = JCS_GRAYSCALE };
    struct raster seen = look_at(arena, develop(arena, photo_jpeg(arena, &raster, grey)).large);
    assert_int_equal(seen.rgb[0], seen.rgb[1]);
}

/* Rows of two pixels, one pair per kind of file, and what they look like on white paper. */
static void kinds_of_png(void **state)
{
    struct arena *arena = *state;
    static const struct {
        struct photo_png how;
        const char *row;
        uint8_t wanted[2][RGB];
    } kinds[] = {
        { { PNG_COLOR_TYPE_RGB, 8 }, "\1\2\3\xff\x80\x40", { { 1, 2, 3 }, { 255, 128, 64 } } },
        { { PNG_COLOR_TYPE_RGB, 16 },
          "\x12\x34\x56\x78\x9a\xbc\xff\xff\x80\x80\0\0",
          { { 0x12, 0x56, 0x9a }, { 255, 128, 0 } } },
        { { PNG_COLOR_TYPE_RGBA, 8 },
          "\xc8\0\0\0\0\0\0\x80",
          { { 255, 255, 255 }, { 127, 127, 127 } } },
        { { PNG_COLOR_TYPE_RGBA, 16 },
          "\xff\xff\0\0\0\0\xff\xff\0\0\0\0\0\0\0\0",
          { { 255, 0, 0 }, { 255, 255, 255 } } },
        { { PNG_COLOR_TYPE_GRAY, 1 }, "\x40", { { 0, 0, 0 }, { 255, 255, 255 } } },
        { { PNG_COLOR_TYPE_GRAY, 16 }, "\x80\x80\x10\x10", { { 128, 128, 128 }, { 16, 16, 16 } } },
        { { PNG_COLOR_TYPE_GA, 8 }, "\x20\xff\x20\0", { { 32, 32, 32 }, { 255, 255, 255 } } },
        { { PNG_COLOR_TYPE_GRAY, 8, .has_key = true },
          "\0\x21",
          { { 255, 255, 255 }, { 33, 33, 33 } } },
        { { PNG_COLOR_TYPE_PALETTE, 8 }, "\0\1", { { 10, 20, 30 }, { 200, 100, 50 } } },
        { { PNG_COLOR_TYPE_PALETTE, 4 }, "\x01", { { 10, 20, 30 }, { 200, 100, 50 } } },
        { { PNG_COLOR_TYPE_PALETTE, 8, .has_key = true },
          "\0\1",
          { { 255, 255, 255 }, { 200, 100, 50 } } },
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct photo photo = { 0 };
        struct str file = photo_png(arena, 2, 1, kinds[i].how, (uint8_t *)(uintptr_t)kinds[i].row);
        assert_int_equal(picture_read_png(arena, file, &photo), PICTURE_GOOD);
        assert_shade(photo.raster.rgb, kinds[i].wanted[0], 1);
        assert_shade(photo.raster.rgb + RGB, kinds[i].wanted[1], 1);
    }
}

/* Interlaced or not, the same picture: small ones too, in which some passes are empty. */
static void interlaced_png(void **state)
{
    struct arena *arena = *state;
    static const uint32_t sides[][2] = { { 1, 1 }, { 3, 2 },    { 5, 9 },
                                         { 1, 8 }, { 100, 60 }, { 2001, 333 } };
    for (size_t i = 0; i < COUNT(sides); i++) {
        struct raster raster = photo_draw(arena, sides[i][0], sides[i][1]);
        struct photo_png how = { PNG_COLOR_TYPE_RGB, 8 };
        struct photo straight = { 0 };
        struct photo woven = { 0 };
        struct str file = photo_png(arena, raster.width, raster.height, how, raster.rgb);
        assert_int_equal(picture_read_png(arena, file, &straight), PICTURE_GOOD);
        how.is_interlaced = true;
        file = photo_png(arena, raster.width, raster.height, how, raster.rgb);
        assert_int_equal(picture_read_png(arena, file, &woven), PICTURE_GOOD);
        size_t n = (size_t)straight.raster.width * straight.raster.height * RGB;
        for (size_t b = 0; b < n; b++) {
            assert_in_range(woven.raster.rgb[b] + 1, straight.raster.rgb[b],
                            straight.raster.rgb[b] + 2);
        }
    }
}

static void png_with_exif(void **state)
{
    struct arena *arena = *state;
    struct raster stored = stored_as(arena, 8, 90, 60);
    struct photo_png how = { PNG_COLOR_TYPE_RGB, 8, .exif = photo_exif(arena, 8, true) };
    struct pictures pictures =
        develop(arena, photo_png(arena, stored.width, stored.height, how, stored.rgb));
    assert_int_equal(pictures.kind, PICTURE_PNG);
    struct raster seen = look_at(arena, pictures.large);
    assert_int_equal(seen.width, 90);
    assert_upright(&seen);
    assert_bare(pictures.large);
}

static void cut_off_anywhere(void **state)
{
    struct arena *arena = *state;
    struct raster raster = photo_draw(arena, 64, 64);
    struct photo_png png = { PNG_COLOR_TYPE_RGB, 8 };
    struct photo_jpeg progressive = { .is_progressive = true };
    struct photo_jpeg plain = { 0 };
    const struct str files[] = {
        photo_jpeg(arena, &raster, plain),
        photo_jpeg(arena, &raster, progressive),
        photo_png(arena, 64, 64, png, raster.rgb),
    };
    /* What closes a file says nothing about its picture: FF D9, and the last check and IEND. */
    static const size_t tails[] = { 2, 2, 20 };
    for (size_t f = 0; f < COUNT(files); f++) {
        for (size_t n = 0; n < files[f].n - tails[f]; n++) {
            struct arena_mark mark = arena_mark(arena);
            struct pictures pictures;
            /* A copy of its own, so that the sanitizer sees a byte read too far. */
            struct str cut = str_copy(arena, str_slice(files[f], 0, n));
            enum picture_fault fault = picture_make(arena, cut, &pictures);
            assert_int_not_equal(fault, PICTURE_GOOD);
            arena_undo(arena, mark);
        }
        expect(arena, files[f], PICTURE_GOOD);
    }
}

static void bombs(void **state)
{
    struct arena *arena = *state;
    static const struct {
        uint32_t width, height;
        enum picture_fault wanted;
    } claims[] = {
        { 50000, 50000, PICTURE_TOO_LARGE },
        { 65536, 1, PICTURE_TOO_LARGE },
        { 8000, 5001, PICTURE_TOO_LARGE },
        { 8000, 5000, PICTURE_BROKEN }, /* may be that large, but there is nothing behind it */
    };
    struct photo_png head = { PNG_COLOR_TYPE_RGBA, 16, .is_head_only = true };
    for (size_t i = 0; i < COUNT(claims); i++) {
        size_t used = arena->used_bytes;
        expect(arena, photo_png(arena, claims[i].width, claims[i].height, head, NULL),
               claims[i].wanted);
        if (claims[i].wanted == PICTURE_TOO_LARGE) {
            assert_in_range(arena->used_bytes - used, 0, 1 << 20);
        }
    }
    struct raster raster = photo_draw(arena, 8, 8);
    struct str jpeg = photo_jpeg(arena, &raster, (struct photo_jpeg){ 0 });
    char *frame = (char *)(uintptr_t)jpeg.p + str_find(jpeg, STR("\xff\xc0"));
    memset(frame + 5, 0xff, 4);
    expect(arena, jpeg, PICTURE_BROKEN); /* 65535 a side is beyond JPEG itself: 65500 */
    memcpy(frame + 5, "\xff\xdc\xff\xdc", 4);
    expect(arena, jpeg, PICTURE_TOO_LARGE);
}

static void not_pictures(void **state)
{
    struct arena *arena = *state;
    expect(arena, STR_NONE, PICTURE_UNKNOWN);
    expect(arena, STR("GIF89a\1\0\1\0"), PICTURE_UNKNOWN);
    expect(arena, STR("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), PICTURE_UNKNOWN);
    expect(arena, STR("\xff\xd8\xff"), PICTURE_BROKEN);
    expect(arena, STR("\x89PNG\r\n\x1a\n"), PICTURE_BROKEN);
}

static void same_bytes_twice(void **state)
{
    struct arena *arena = *state;
    struct raster raster = photo_draw(arena, 1999, 777);
    struct str file = photo_jpeg(arena, &raster, (struct photo_jpeg){ 0 });
    struct pictures once = develop(arena, file);
    struct pictures again = develop(arena, file);
    assert_true(str_equal(once.large, again.large) && str_equal(once.small, again.small));
}

/* What is inside a box is black, whatever it was; what is a block away is what it was. */
static void boxes_are_burnt_in(void **state)
{
    struct arena *arena = *state;
    struct raster drawn = photo_draw(arena, 640, 480);
    struct str file = photo_jpeg(arena, &drawn, (struct photo_jpeg){ 0 });
    const struct scan_order order = {
        .boxes.list = { { 100, 100, 200, 100 }, { 900, 900, 1000, 1000 }, { 1000, 0, 5, 5 } },
        .boxes.count = 3,
    };
    static const uint8_t black[RGB] = { 0, 0, 0 };
    struct scan scan = { 0 };
    assert_int_equal(picture_scan(arena, file, &order, &scan), PICTURE_GOOD);
    assert_bare(scan.jpeg);
    struct raster seen = look_at(arena, scan.jpeg);
    assert_int_equal(seen.width, 640);
    size_t burnt = 0;
    for (uint32_t y = 0; y < 480; y++) {
        for (uint32_t x = 0; x < 640; x++) {
            const uint8_t *shade = seen.rgb + ((size_t)y * 640 + x) * RGB;
            /* Whoever decodes it spreads colours over two pixels: from outside in, as from inside
             * there is none. */
            bool is_in = (x >= 66 && x < 190 && y >= 50 && y < 94) || (x >= 578 && y >= 434);
            bool is_near = (x >= 48 && x < 208 && y >= 32 && y < 112) || (x >= 560 && y >= 416);
            uint8_t wanted[RGB];
            photo_shade(x, y, 640, 480, wanted);
            if (is_in) {
                assert_shade(shade, black, 1);
                burnt++;
            } else if (!is_near && x % 320 > 16 && x % 320 < 304 && y % 240 > 16 && y % 240 < 224) {
                assert_shade(shade, wanted, TOLERANCE);
            }
        }
    }
    assert_int_equal(burnt, 124 * 44 + 62 * 46);
}

/* Noise is the busiest that there is. */
static void evidence_is_small(void **state)
{
    struct arena *arena = *state;
    struct raster noise = { 1600, 1600, new(arena, uint8_t, (size_t)1600 * 1600 * RGB) };
    uint32_t drawn = 1;
    for (size_t i = 0; i < (size_t)1600 * 1600 * RGB; i++) {
        drawn = drawn * 1664525 + 1013904223;
        noise.rgb[i] = (uint8_t)(drawn >> 24);
    }
    const struct scan_order none = { .page = 0 };
    struct scan scan = { 0 };
    struct str file = photo_jpeg(arena, &noise, (struct photo_jpeg){ 0 });
    assert_int_equal(picture_scan(arena, file, &none, &scan), PICTURE_GOOD);
    assert_in_range(scan.jpeg.n, SCAN_BYTES_MAX / 2, SCAN_BYTES_MAX);
    assert_in_range(scan.width, 300, 1200);
    struct raster seen = look_at(arena, scan.jpeg);
    assert_int_equal(seen.width, scan.width);
    assert_int_equal(picture_scan(arena, STR("GIF89a"), &none, &scan), PICTURE_NO_SCAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(turned_upright_and_stripped, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(foolish_exif_is_upright, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(boxes_are_burnt_in, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(evidence_is_small, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(scaled_by_area, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(sums_do_not_overflow, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(sizes, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(kinds_of_jpeg, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(kinds_of_png, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(interlaced_png, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(png_with_exif, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(cut_off_anywhere, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(bombs, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(not_pictures, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(same_bytes_twice, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
