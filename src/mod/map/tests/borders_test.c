/* Simplified borders: one line for both sides of it, fewer points; real ones where they are. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "mod/map/borders.h"

enum { FILE_BYTES_MAX = 8 << 20 };

static struct arena *arena;

static struct str read_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        print_message("# no %s: this test is skipped\n", path);
        return STR_NONE;
    }
    char *text = new(arena, char, FILE_BYTES_MAX);
    size_t n = fread(text, 1, FILE_BYTES_MAX, file);
    assert_int_equal(fclose(file), 0);
    return str_span(text, n);
}

static size_t count_points(const struct outline *outlines, size_t count)
{
    size_t points = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t r = 0; r < outlines[i].count; r++) {
            points += outlines[i].rings[r].count;
        }
    }
    return points;
}

/* How many of the random points lie in two areas, and how many in none that had one before. */
static void assert_tiles(const struct areas *areas, const struct outline *outlines, size_t allowed)
{
    uint64_t seed = 1;
    size_t doubled = 0;
    struct frame frame = outline_frame(&areas->list[0].outline);
    for (size_t i = 1; i < areas->count; i++) {
        frame = frame_join(frame, outline_frame(&areas->list[i].outline));
    }
    for (size_t n = 0; n < 2000; n++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        struct point at = {
            frame.west + (int32_t)((seed >> 33) % (uint64_t)(frame.east - frame.west)),
            frame.south + (int32_t)((seed >> 20) % (uint64_t)(frame.north - frame.south)),
        };
        size_t inside = 0;
        for (size_t i = 0; i < areas->count; i++) {
            inside += outline_holds(&outlines[i], at);
        }
        doubled += inside > 1;
    }
    assert_true(doubled <= allowed);
}

static void check_file(const char *path, size_t doubled_max)
{
    arena = arena_create(512 << 20);
    struct str text = read_text(path);
    if (text.p) {
        struct areas *areas = areas_read(arena, text);
        assert_int_equal(areas->fault_count, 0);
        size_t before = SIZE_MAX;
        for (int level = 0; level < LEVELS; level++) {
            struct outline *outlines = borders_simplify(arena, areas->list, areas->count, level);
            size_t points = count_points(outlines, areas->count);
            print_message("# %s, level %d: %zu areas, %zu points\n", path, level, areas->count,
                          points);
            assert_true(points <= before && points >= 3 * areas->count);
            before = points;
            assert_tiles(areas, outlines, doubled_max);
        }
    }
    arena_destroy(arena);
}

/* The jagged border has seven points; the near level keeps the one that is far off, on both sides,
 * and its two ends. */
static void neighbours_keep_the_same_points(void **state)
{
    (void)state;
    arena = arena_create(64 << 20);
    struct str text = read_text("src/mod/map/tests/data/two.geojson");
    struct areas *areas = areas_read(arena, text);
    assert_int_equal(areas->count, 2);
    for (int level = 0; level < LEVELS; level++) {
        struct outline *outlines = borders_simplify(arena, areas->list, 2, level);
        const struct ring *west = &outlines[0].rings[0];
        const struct ring *east = &outlines[1].rings[0];
        size_t shared = 0;
        size_t on_border = 0;
        for (size_t i = 0; i < west->count; i++) {
            bool is_border = west->points[i].east > 1075900000;
            on_border += is_border;
            for (size_t k = 0; k < east->count; k++) {
                shared += is_border && west->points[i].east == east->points[k].east &&
                          west->points[i].north == east->points[k].north;
            }
        }
        assert_int_equal(shared, on_border);
        assert_true(on_border >= 3 && on_border <= 7);
    }
    arena_destroy(arena);
}

static void made_up_borders_leave_no_overlap(void **state)
{
    (void)state;
    check_file("src/mod/map/tests/data/two.geojson", 0);
}

static void real_borders_leave_next_to_no_overlap(void **state)
{
    (void)state;
    /* The file itself was simplified elsewhere, and has slivers of its own. */
    check_file("../shared/data/boundaries/hue_40_communes_simplified.geojson", 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_keep_the_same_points),
        cmocka_unit_test(made_up_borders_leave_no_overlap),
        cmocka_unit_test(real_borders_leave_next_to_no_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
