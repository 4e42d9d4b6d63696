/* Graphs: points lie where their logarithms are, names do not touch, nothing is half drawn. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "studio/graph.h"

static struct arena *arena;

static const char *drawn(const struct graph_line *lines, size_t count)
{
    struct out out = out_open(arena, GRAPH_BYTES_MAX);
    const struct graph graph = { STR("p99 <ms>"), STR("papers"), STR("ms"), lines, count };
    assert_true(graph_write_svg(&out, &graph, arena));
    return str_z(arena, out_str(&out));
}

/* The frame is 584 wide from 76, and 336 high above 384. */
static void a_point_lies_at_its_logarithm(void **state)
{
    (void)state;
    const struct graph_point points[] = { { 10, 1 }, { 100, 10 }, { 1000, 100 } };
    const struct graph_line line = { STR("list"), points, COUNT(points) };
    const char *svg = drawn(&line, 1);
    assert_non_null(strstr(svg, " d=\"M76.0 384.0L368.0 216.0L660.0 48.0\""));
    assert_non_null(strstr(svg, ">p99 &lt;ms&gt;</text>"));
    assert_non_null(strstr(svg, ">1000</text>"));
}

static void a_line_that_does_not_grow_is_flat(void **state)
{
    (void)state;
    const struct graph_point points[] = { { 10000, 0.5 }, { 5000000, 0.5 } };
    const struct graph_line line = { STR("list"), points, COUNT(points) };
    const char *path = strstr(drawn(&line, 1), "\"2\" d=\"M76.0 ");
    assert_non_null(path);
    char *end;
    double from = strtod(path + strlen("\"2\" d=\"M76.0 "), &end);
    assert_int_equal(*end, 'L');
    (void)strtod(end + 1, &end);
    double to = strtod(end, NULL);
    assert_true(from == to && from > 48 && from < 384);
}

static void names_of_equal_lines_stand_apart(void **state)
{
    (void)state;
    enum { LINES = GRAPH_LINES_MAX };
    const struct graph_point point = { 10, 1 };
    struct graph_line lines[LINES];
    for (int i = 0; i < LINES; i++) {
        lines[i] = (struct graph_line){ STR("name"), &point, 1 };
    }
    const char *at = drawn(lines, LINES);
    double last = 0;
    int count = 0;
    while ((at = strstr(at, "<text x=\"674\" y=\""))) {
        double y = strtod(at + strlen("<text x=\"674\" y=\""), NULL);
        assert_true(count == 0 || y - last >= 14.9);
        assert_true(y > 0 && y < 440);
        last = y;
        count++;
        at++;
    }
    assert_int_equal(count, LINES);
}

static void what_has_no_logarithm_is_refused(void **state)
{
    (void)state;
    const struct graph_point zero = { 10, 0 };
    const struct graph_line lines[] = { { STR("zero"), &zero, 1 }, { STR("none"), &zero, 0 } };
    struct out out = out_open(arena, GRAPH_BYTES_MAX);
    struct graph graph = { STR("t"), STR("x"), STR("y"), &lines[0], 1 };
    assert_false(graph_write_svg(&out, &graph, arena));
    graph.lines = &lines[1];
    assert_false(graph_write_svg(&out, &graph, arena));
    assert_false(graph_write_svg(&out, &(struct graph){ .count = 0 }, arena));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_lies_at_its_logarithm),
        cmocka_unit_test(a_line_that_does_not_grow_is_flat),
        cmocka_unit_test(names_of_equal_lines_stand_apart),
        cmocka_unit_test(what_has_no_logarithm_is_refused),
    };
    arena = arena_create(1 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_destroy(arena);
    return failed;
}
