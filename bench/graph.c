/* Draws a graph of what was measured: lines of "NAME<tab>X<tab>Y" become an SVG on stdout. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/must.h"
#include "studio/graph.h"

enum { POINTS_MAX = 64, LINE_BYTES_MAX = 256, ARENA_BYTES = 4 << 20 };

struct drawing {
    struct graph_line lines[GRAPH_LINES_MAX];
    struct graph_point points[GRAPH_LINES_MAX][POINTS_MAX];
    size_t count;
};

/* Points of one line come one after the other. */
static void add(struct drawing *drawing, struct str name, struct graph_point point)
{
    if (drawing->count == 0 || !str_equal(drawing->lines[drawing->count - 1].name, name)) {
        must(drawing->count < GRAPH_LINES_MAX);
        drawing->lines[drawing->count] =
            (struct graph_line){ name, drawing->points[drawing->count], 0 };
        drawing->count++;
    }
    struct graph_line *line = &drawing->lines[drawing->count - 1];
    must(line->count < POINTS_MAX);
    drawing->points[drawing->count - 1][line->count++] = point;
}

int main(int argc, char **argv)
{
    static struct drawing drawing;
    char text[LINE_BYTES_MAX];
    struct arena *arena = arena_create(ARENA_BYTES);
    must(arena);
    if (argc != 4) {
        fprintf(stderr, "usage: graph TITLE X-NAME Y-NAME < LINES\n");
        return 2;
    }
    while (fgets(text, sizeof text, stdin)) {
        char *x = strchr(text, '\t');
        char *y = x ? strchr(x + 1, '\t') : NULL;
        if (!y) {
            fprintf(stderr, "graph: not NAME<tab>X<tab>Y: %s", text);
            return 2;
        }
        add(&drawing, str_copy(arena, str_span(text, (size_t)(x - text))),
            (struct graph_point){ strtod(x + 1, NULL), strtod(y + 1, NULL) });
    }
    struct out out = out_open(arena, GRAPH_BYTES_MAX);
    const struct graph graph = { str_of(argv[1]), str_of(argv[2]), str_of(argv[3]), drawing.lines,
                                 drawing.count };
    if (!graph_write_svg(&out, &graph, arena)) {
        fprintf(stderr, "graph: nothing that can be drawn\n");
        return 1;
    }
    fwrite(out.p, 1, out.n, stdout);
    arena_destroy(arena);
    return 0;
}
