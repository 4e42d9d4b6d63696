/* Drawings of the demonstration: photos to the studio, the same from the same seed, and marked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "studio/scene.h"
#include "studio/tests/photo.h"

enum { ARENA_BYTES = 128 << 20, DARK = 70, LIGHT = 180, STRIP_ROWS = 30 };

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

static void every_scene_is_a_photo(void **state)
{
    struct arena *arena = *state;
    for (int scene = SCENE_NONE + 1; scene < SCENES; scene++) {
        struct arena_mark mark = arena_mark(arena);
        struct pictures pictures = { 0 };
        struct str drawing = scene_draw(arena, (enum scene)scene, 7);
        assert_int_equal(picture_make(arena, drawing, &pictures), PICTURE_GOOD);
        assert_int_equal(pictures.width, SCENE_WIDTH);
        assert_int_equal(pictures.height, SCENE_HEIGHT);
        arena_undo(arena, mark);
    }
}

static void the_seed_decides(void **state)
{
    struct arena *arena = *state;
    struct str first = scene_draw(arena, SCENE_HOLE, 1);
    assert_true(str_equal(first, scene_draw(arena, SCENE_HOLE, 1)));
    assert_false(str_equal(first, scene_draw(arena, SCENE_HOLE, 2)));
    assert_false(str_equal(first, scene_draw(arena, SCENE_FLOOD, 1)));
}

/* The strip at the bottom is dark, with light letters in its left half and nothing in its right. */
static void it_says_what_it_is(void **state)
{
    struct arena *arena = *state;
    for (int scene = SCENE_NONE + 1; scene < SCENES; scene++) {
        struct arena_mark mark = arena_mark(arena);
        struct photo photo = { 0 };
        struct str drawing = scene_draw(arena, (enum scene)scene, 11);
        assert_int_equal(picture_read_jpeg(arena, drawing, &photo), PICTURE_GOOD);
        size_t letters = 0;
        size_t beside = 0;
        for (size_t y = SCENE_HEIGHT - STRIP_ROWS; y < SCENE_HEIGHT; y++) {
            const uint8_t *row = photo.raster.rgb + y * SCENE_WIDTH * RGB;
            for (size_t x = 0; x < SCENE_WIDTH; x++) {
                letters += x < SCENE_WIDTH / 2 && row[x * RGB] > LIGHT;
                beside += x >= SCENE_WIDTH / 2 && row[x * RGB] > DARK;
            }
        }
        assert_in_range(letters, 300, 2000);
        assert_int_equal(beside, 0);
        arena_undo(arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_scene_is_a_photo, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(the_seed_decides, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(it_says_what_it_is, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
