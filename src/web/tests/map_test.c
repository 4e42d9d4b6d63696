/* Maps: outlines there and back, what lies inside, and the archipelagos on every national map. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "html/web.h"
#include "text/tongue.h"
#include "web/map.h"

static const struct tongue VIETNAMESE = { .code = "vi" };

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create(16 << 20);
    return arena ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* A square of a tenth of a degree with a hole of half its width, and an island. */
static const struct point SQUARE[] = { { 1075000000, 164000000 },
                                       { 1076000000, 164000000 },
                                       { 1076000000, 165000000 },
                                       { 1075000000, 165000000 } };
static const struct point HOLE[] = { { 1075250000, 164250000 },
                                     { 1075750000, 164250000 },
                                     { 1075750000, 164750000 },
                                     { 1075250000, 164750000 } };
static const struct point ISLAND[] = { { 1077000000, 164000000 },
                                       { 1078000000, 164000000 },
                                       { 1077000000, 165000000 } };
static const struct ring RINGS[] = { { SQUARE, 4 }, { HOLE, 4 }, { ISLAND, 3 } };
static const struct outline OUTLINE = { RINGS, 3 };

static void outlines_come_back(void **state)
{
    (void)state;
    struct bytes packed = outline_pack(arena, &OUTLINE);
    struct outline again;
    assert_true(outline_unpack(arena, packed, &again));
    assert_int_equal(again.count, 3);
    for (size_t r = 0; r < 3; r++) {
        assert_int_equal(again.rings[r].count, RINGS[r].count);
        assert_memory_equal(again.rings[r].points, RINGS[r].points,
                            RINGS[r].count * sizeof(struct point));
    }
    for (size_t n = 0; n < packed.n; n++) {
        assert_false(outline_unpack(arena, (struct bytes){ packed.p, n }, &again));
    }
}

static void a_point_is_inside_or_not(void **state)
{
    (void)state;
    static const struct {
        struct point at;
        bool is_inside;
    } rows[] = {
        { { 1075100000, 164100000 }, true },  { { 1075500000, 164500000 }, false },
        { { 1077100000, 164100000 }, true },  { { 1077900000, 164900000 }, false },
        { { 1076500000, 164500000 }, false }, { { 1075100000, 163999999 }, false },
        { { 1075100000, 165000001 }, false }, { { 1020000000, 164500000 }, false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(outline_holds(&OUTLINE, rows[i].at), rows[i].is_inside);
    }
}

/* In an L the figure stands in its foot, which is wide, and a needle has no room for any. */
static void a_figure_stands_where_it_fits(void **state)
{
    (void)state;
    static const struct point corner[] = { { 1070000000, 160000000 }, { 1079000000, 160000000 },
                                           { 1079000000, 162000000 }, { 1071000000, 162000000 },
                                           { 1071000000, 169000000 }, { 1070000000, 169000000 } };
    static const struct point needle[] = { { 1079000000, 168000000 },
                                           { 1079100000, 168000000 },
                                           { 1079100000, 168900000 } };
    const struct ring rings[] = { { corner, 6 }, { needle, 3 } };
    const struct outline outlines[] = { { &rings[0], 1 }, { &rings[1], 1 } };
    struct frame room = outline_room(arena, &outlines[0]);
    assert_true(room.north < 162000000 && room.south >= 160000000);
    assert_true(room.west >= 1070000000 && room.east <= 1079000000);
    static const char *const legend[MAP_CLASSES] = { "0", "1", "2", "3", "4", "5" };
    struct map_area areas[] = {
        { .name = STR("Một"), .figure = STR("<5"), .shape = outline_pack(arena, &outlines[0]) },
        { .name = STR("Hai"), .figure = STR("<5"), .shape = outline_pack(arena, &outlines[1]) },
    };
    struct map_view view = { .areas = areas, .count = 2, .legend = legend };
    map_draw(arena, &view);
    assert_true(areas[0].is_roomy && !areas[1].is_roomy);
    /* Inside the foot, on the drawing too. */
    assert_in_range(areas[0].x, 71, MAP_WIDTH);
    assert_in_range(areas[0].y, 518, 666);
}

static struct str drawn(bool is_national, bool has_shape)
{
    static const char *const legend[MAP_CLASSES] = { "0", "1", "2", "3", "4", "5" };
    struct map_area *areas = new(arena, struct map_area, 1);
    areas[0] = (struct map_area){ .name = STR("Phường Một"),
                                  .figure = STR("<5"),
                                  .url = { STR("/danh-sach") },
                                  .code = STR("1"),
                                  .shape = has_shape ? outline_pack(arena, &OUTLINE)
                                                     : (struct bytes){ NULL, 0 } };
    struct map_view view = {
        .label = "Bản đồ", .areas = areas, .count = 1, .is_national = is_national, .legend = legend
    };
    map_draw(arena, &view);
    struct out out = out_open(arena, 1 << 16);
    out.tongue = &VIETNAMESE;
    web_map_html(&out, &view);
    return out_str(&out);
}

static bool holds(struct str text, const char *part)
{
    return str_find(text, str_of(part)) < text.n;
}

/* Law: a map of the country without them is an offence; it must not depend on anybody's file. */
static void a_national_map_has_its_archipelagos(void **state)
{
    (void)state;
    for (int has_shape = 0; has_shape < 2; has_shape++) {
        struct str national = drawn(true, has_shape);
        assert_true(holds(national, "Hoàng Sa") && holds(national, "Trường Sa"));
        assert_int_equal(holds(national, "<svg"), has_shape);
        struct str local = drawn(false, has_shape);
        assert_false(holds(local, "Hoàng Sa") || holds(local, "Trường Sa"));
    }
}

/* What nothing is known of is hatched, as a shape and as a square, and says no class. */
static void the_unknown_is_hatched(void **state)
{
    (void)state;
    static const char *const legend[MAP_CLASSES] = { "0", "1", "2", "3", "4", "5" };
    for (int has_shape = 0; has_shape < 2; has_shape++) {
        for (int is_unknown = 0; is_unknown < 2; is_unknown++) {
            struct map_area area = { .name = STR("Phường Một"),
                                     .figure = STR("18/22"),
                                     .shade = 3,
                                     .is_unknown = is_unknown,
                                     .url = { STR("/ld?unit=1") } };
            if (has_shape) {
                area.shape = outline_pack(arena, &OUTLINE);
            }
            struct map_view view = { .label = "Bản đồ",
                                     .areas = &area,
                                     .count = 1,
                                     .legend = legend,
                                     .is_classed = true,
                                     .is_judged = true };
            map_draw(arena, &view);
            struct out out = out_open(arena, 1 << 16);
            out.tongue = &VIETNAMESE;
            web_map_html(&out, &view);
            struct str text = out_str(&out);
            assert_int_equal(view.has_unknown, is_unknown);
            assert_int_equal(holds(text, "<pattern"), has_shape && is_unknown);
            assert_int_equal(holds(text, "k-unknown"), is_unknown);
            assert_int_equal(holds(text, ">3</text>"), has_shape && !is_unknown);
            assert_true(holds(text, "href=\"/ld?unit=1\"") && holds(text, "k-map--judged"));
        }
    }
}

/* Trường Sa reaches farther south than any province, and its name stands below it: it was cut off.
 */
static void their_names_are_in_the_picture(void **state)
{
    (void)state;
    static const char *const legend[MAP_CLASSES] = { "0", "1", "2", "3", "4", "5" };
    struct map_area areas[] = { { .shape = outline_pack(arena, &OUTLINE) } };
    struct map_view view = { .areas = areas, .count = 1, .is_national = true, .legend = legend };
    map_draw(arena, &view);
    struct str box = view.box;
    int64_t sides[4] = { 0 };
    for (size_t i = 0; i < COUNT(sides); i++) {
        assert_true(str_to_int(str_cut(&box, ' '), &sides[i]));
    }
    for (size_t i = 0; i < COUNT(view.marks); i++) {
        /* The template writes it 26 below the islands; its tails reach 8 further down. */
        assert_in_range(view.marks[i].y + 26 + 8, 0, sides[1] + sides[3]);
        assert_in_range(view.marks[i].x, 40, MAP_WIDTH - 40);
    }
}

static void every_shape_is_a_link_with_its_figure(void **state)
{
    (void)state;
    assert_true(holds(drawn(false, true), "href=\"/danh-sach?unit=1\""));
    assert_true(holds(drawn(false, true), "aria-label=\"Phường Một: &lt;5\""));
    assert_true(holds(drawn(false, false), "href=\"/danh-sach?unit=1\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(outlines_come_back, setup, teardown),
        cmocka_unit_test_setup_teardown(a_point_is_inside_or_not, setup, teardown),
        cmocka_unit_test_setup_teardown(a_figure_stands_where_it_fits, setup, teardown),
        cmocka_unit_test_setup_teardown(the_unknown_is_hatched, setup, teardown),
        cmocka_unit_test_setup_teardown(a_national_map_has_its_archipelagos, setup, teardown),
        cmocka_unit_test_setup_teardown(their_names_are_in_the_picture, setup, teardown),
        cmocka_unit_test_setup_teardown(every_shape_is_a_link_with_its_figure, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
