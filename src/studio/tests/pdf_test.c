/* Pages of PDFs: what scanners make is drawn behind walls, what is no paper is refused. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/log.h"
#include "studio/studio_private.h"
#include "studio/tests/bench.h"
#include "studio/tests/photo.h"

enum { TOLERANCE = 12 };

static enum picture_fault draw(struct bench *bench, struct str file, struct scan_order order,
                               struct scan *ret)
{
    return studio_scan(bench->studio, bench->arena, file, &order, ret);
}

/* Each file and page, and what comes of it. The papers are A4; drawn, no side is longer than that
 * of a photo. */
static void what_is_paper_is_drawn(void **state)
{
    static const struct {
        const char *name;
        uint32_t page;
        enum picture_fault fault;
        uint32_t pages, width, height;
    } files[] = {
        { "scan.pdf", 0, PICTURE_GOOD, 1, 1130, 1600 },
        { "searched.pdf", 0, PICTURE_GOOD, 1, 1130, 1600 },
        { "two.pdf", 0, PICTURE_GOOD, 2, 1130, 1600 },
        { "two.pdf", 1, PICTURE_GOOD, 2, 1600, 1130 },
        { "two.pdf", 2, PICTURE_NO_PAGE, 2 },
        { "two.pdf", UINT32_MAX, PICTURE_NO_PAGE, 2 },
        { "beside.pdf", 0, PICTURE_GOOD, 2, 1130, 1600 },
        { "beside.pdf", 1, PICTURE_GOOD, 2, 1130, 1600 },
        { "owned.pdf", 0, PICTURE_GOOD, 2, 1130, 1600 },
        { "wide.pdf", 0, PICTURE_GOOD, 1, 1600, 1 },
        { "bare.pdf", 0, PICTURE_NO_LETTERS },
        { "form.pdf", 0, PICTURE_NO_LETTERS },
        { "letterhead.pdf", 0, PICTURE_NO_LETTERS },
        { "strips.pdf", 0, PICTURE_GOOD, 1, 1130, 1600 },
        { "locked.pdf", 0, PICTURE_LOCKED },
        { "none.pdf", 0, PICTURE_BROKEN },
        { "cut.pdf", 0, PICTURE_BROKEN },
        { "head.pdf", 0, PICTURE_BROKEN },
        { "ring.pdf", 0, PICTURE_BROKEN },
        { "endless.pdf", 0, PICTURE_GOOD, 1, 1236, 1600 },
        { "flat.pdf", 0, PICTURE_BROKEN },
        { "loop.pdf", 0, PICTURE_GOOD, 1, 1130, 1600 },
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct scan scan = { 0 };
        struct arena_mark mark = arena_mark(bench->arena);
        struct str file = scan_file(bench->arena, files[i].name);
        enum picture_fault fault =
            draw(bench, file, (struct scan_order){ .page = files[i].page }, &scan);
        if (fault != files[i].fault || scan.pages != files[i].pages ||
            scan.width != files[i].width || scan.height != files[i].height) {
            fail_msg("%s page %u: fault %d, %u pages, %u x %u", files[i].name, files[i].page, fault,
                     scan.pages, scan.width, scan.height);
        }
        arena_undo(bench->arena, mark);
    }
}

/* Names, places and letters behind the picture are in the file; in what is kept they are not. */
static void nothing_but_pixels(void **state)
{
    struct bench *bench = *state;
    struct scan scan = { 0 };
    struct str file = scan_file(bench->arena, "searched.pdf");
    assert_true(str_find(file, STR(CANARY)) < file.n);
    assert_int_equal(draw(bench, file, (struct scan_order){ .page = 0 }, &scan), PICTURE_GOOD);
    assert_int_equal(str_find(scan.jpeg, STR("GPS")), scan.jpeg.n);
    assert_true(str_starts(scan.jpeg, STR("\xff\xd8\xff")));
}

static void assert_shades(struct bench *bench, const struct scan *scan, uint32_t black_behind)
{
    struct photo photo = { 0 };
    static const uint8_t black[RGB];
    assert_int_equal(picture_read_jpeg(bench->arena, scan->jpeg, &photo), PICTURE_GOOD);
    for (uint32_t y = 60; y < scan->height; y += 150) {
        for (uint32_t x = 60; x < scan->width; x += 150) {
            const uint8_t *seen = photo.raster.rgb + ((size_t)y * scan->width + x) * RGB;
            uint8_t wanted[RGB];
            photo_shade(x, y, scan->width, scan->height, wanted);
            for (size_t c = 0; c < RGB; c++) {
                uint8_t shade = x > black_behind ? black[c] : wanted[c];
                assert_in_range(seen[c] + TOLERANCE, shade, shade + 2 * TOLERANCE);
            }
        }
    }
}

/* The colours stand where they stood, and a box is burnt into a page as into a photo. */
static void a_page_is_what_it_was(void **state)
{
    struct bench *bench = *state;
    struct scan scan = { 0 };
    struct str file = scan_file(bench->arena, "two.pdf");
    assert_int_equal(draw(bench, file, (struct scan_order){ .page = 0 }, &scan), PICTURE_GOOD);
    assert_shades(bench, &scan, UINT32_MAX);
    const struct scan_order half = { .boxes.list = { { 500, 0, 500, 1000 } }, .boxes.count = 1 };
    assert_int_equal(draw(bench, file, half, &scan), PICTURE_GOOD);
    assert_shades(bench, &scan, scan.width / 2);
}

/* A hundred kilobytes that become a hundred million pixels: ended or drawn, and the next is. */
static void a_bomb_ends_nothing_else(void **state)
{
    struct bench *bench = *state;
    struct scan scan = { 0 };
    struct out out = out_open(bench->arena, SCAN_FILE_BYTES_MAX);
    out_lit(&out, "%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                  "/Resources<</XObject<</I 5 0 R>>>>>>endobj\n"
                  "4 0 obj<</Length 24>>stream\n595 0 0 842 0 0 cm /I Do\nendstream endobj\n"
                  "5 0 obj<</Type/XObject/Subtype/Image/Width 90000/Height 90000"
                  "/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/RunLengthDecode"
                  "/Length 900000>>stream\n");
    for (size_t i = 0; i < 450000; i++) {
        out_bytes(&out, "\x81\x55", 2);
    }
    out_lit(&out, "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    enum picture_fault fault = draw(bench, out_str(&out), (struct scan_order){ .page = 0 }, &scan);
    assert_true(fault == PICTURE_KILLED || fault == PICTURE_BROKEN || fault == PICTURE_GOOD);
    struct str file = scan_file(bench->arena, "two.pdf");
    assert_int_equal(draw(bench, file, (struct scan_order){ .page = 1 }, &scan), PICTURE_GOOD);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_paper_is_drawn, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(nothing_but_pixels, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(a_page_is_what_it_was, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(a_bomb_ends_nothing_else, open_bench, close_bench),
    };
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    log_set_level(LEVEL_ERROR);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
