/* Graphs: a frame of powers of ten, lines in it, and names that do not lie upon each other. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/graph.h"

#include <math.h>

#include "base/attr.h"
#include "text/html.h"

enum {
    WIDTH = 860,
    HEIGHT = 440,
    LEFT = 76,
    TOP = 48,
    RIGHT = 200, /* for the names of the lines */
    BOTTOM = 56,
    NAME_HEIGHT = 15,
    COLOURS = 8,
};

/* What may be told apart by most, on white and on black. */
static const char *const colours[COLOURS] = { "#0072b2", "#d55e00", "#009e73", "#b8860b",
                                              "#cc79a7", "#56a0d3", "#8c6bb1", "#808080" };

/* From whole powers of ten to whole powers of ten. */
struct axis {
    double from; /* their logarithms */
    double to;
};
struct frame {
    struct axis x;
    struct axis y;
};
struct name {
    size_t line;
    double at; /* its height on the page */
};

static bool measure(const struct graph *graph, struct frame *ret);
static void widen(struct axis *axis, double value);
static double place_x(const struct frame *frame, double x);
static double place_y(const struct frame *frame, double y);
static void write_grid(struct out *out, const struct frame *frame);
static void write_power(struct out *out, int power);
static void write_line(struct out *out, const struct frame *frame, const struct graph_line *line,
                       size_t number);
static void write_names(struct out *out, const struct frame *frame, const struct graph *graph,
                        struct arena *arena);
static void spread(struct name *names, size_t count);

bool graph_write_svg(struct out *out, const struct graph *graph, struct arena *arena)
{
    struct frame frame;
    if (!measure(graph, &frame)) {
        return false;
    }
    out_printf(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
               "<style>svg{background:#fff;font:12px sans-serif}text{fill:#222}path{fill:none}"
               ".g{stroke:#ddd}.n{text-anchor:end}@media(prefers-color-scheme:dark){"
               "svg{background:#111}text{fill:#ddd}.g{stroke:#333}}</style>\n<title>",
               WIDTH, HEIGHT);
    html_text(out, graph->title);
    out_printf(out, "</title>\n<text x=\"%d\" y=\"24\" font-size=\"15\">", LEFT);
    html_text(out, graph->title);
    out_lit(out, "</text>\n");
    write_grid(out, &frame);
    out_printf(out, "<text x=\"%d\" y=\"%d\" class=\"n\">", WIDTH - RIGHT, HEIGHT - 12);
    html_text(out, graph->x_name);
    out_printf(out, "</text>\n<text x=\"%d\" y=\"%d\">", 12, TOP - 8);
    html_text(out, graph->y_name);
    out_lit(out, "</text>\n");
    for (size_t i = 0; i < graph->count; i++) {
        write_line(out, &frame, &graph->lines[i], i);
    }
    write_names(out, &frame, graph, arena);
    out_lit(out, "</svg>\n");
    return !out->overflowed;
}

static bool measure(const struct graph *graph, struct frame *ret)
{
    *ret = (struct frame){ { INFINITY, -INFINITY }, { INFINITY, -INFINITY } };
    for (size_t i = 0; i < graph->count; i++) {
        const struct graph_line *line = &graph->lines[i];
        for (size_t k = 0; k < line->count; k++) {
            if (!(line->points[k].x > 0) || !(line->points[k].y > 0)) {
                return false;
            }
            widen(&ret->x, line->points[k].x);
            widen(&ret->y, line->points[k].y);
        }
    }
    return graph->count <= GRAPH_LINES_MAX && isfinite(ret->x.from) && isfinite(ret->y.from);
}

/* An axis is a power long at least, so that one point has a place too. */
static void widen(struct axis *axis, double value)
{
    axis->from = fmin(axis->from, floor(log10(value)));
    axis->to = fmax(axis->to, fmax(ceil(log10(value)), axis->from + 1));
}

static double place_x(const struct frame *frame, double x)
{
    double share = (log10(x) - frame->x.from) / (frame->x.to - frame->x.from);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
}

static double place_y(const struct frame *frame, double y)
{
    double share = (log10(y) - frame->y.from) / (frame->y.to - frame->y.from);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
}

static void write_grid(struct out *out, const struct frame *frame)
{
    for (int power = (int)frame->x.from; power <= (int)frame->x.to; power++) {
        double x = place_x(frame, pow(10, power));
        out_printf(out,
                   "<path class=\"g\" d=\"M%.1f %dV%d\"/><text x=\"%.1f\" y=\"%d\" class=\"n\">", x,
                   TOP, HEIGHT - BOTTOM, x + 6, HEIGHT - BOTTOM + 18);
        write_power(out, power);
        out_lit(out, "</text>\n");
    }
    for (int power = (int)frame->y.from; power <= (int)frame->y.to; power++) {
        double y = place_y(frame, pow(10, power));
        out_printf(out,
                   "<path class=\"g\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\" class=\"n\">",
                   LEFT, y, WIDTH - RIGHT, LEFT - 8, y + 4);
        write_power(out, power);
        out_lit(out, "</text>\n");
    }
}

/* As people say it: 0.01, 10 thousand, 5 million. */
static void write_power(struct out *out, int power)
{
    double value = pow(10, power);
    if (power < 0) {
        out_printf(out, "%.*f", -power, value);
    } else if (power < 4) {
        out_printf(out, "%.0f", value);
    } else if (power < 6) {
        out_printf(out, "%.0f k", value / 1e3);
    } else {
        out_printf(out, "%.0f M", value / 1e6);
    }
}

static void write_line(struct out *out, const struct frame *frame, const struct graph_line *line,
                       size_t number)
{
    const char *colour = colours[number % COLOURS];
    out_printf(out, "<path stroke=\"%s\" stroke-width=\"2\"%s d=\"", colour,
               number >= COLOURS ? " stroke-dasharray=\"6 3\"" : "");
    for (size_t k = 0; k < line->count; k++) {
        out_printf(out, "%c%.1f %.1f", k ? 'L' : 'M', place_x(frame, line->points[k].x),
                   place_y(frame, line->points[k].y));
    }
    out_lit(out, "\"/>");
    for (size_t k = 0; k < line->count; k++) {
        out_printf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                   place_x(frame, line->points[k].x), place_y(frame, line->points[k].y), colour);
    }
    out_char(out, '\n');
}

/* At the right ends, in their order from top to bottom, pushed apart where they would touch. */
static void write_names(struct out *out, const struct frame *frame, const struct graph *graph,
                        struct arena *arena)
{
    struct name *names = new(arena, struct name, graph->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < graph->count; i++) {
        const struct graph_line *line = &graph->lines[i];
        if (line->count == 0) {
            continue;
        }
        struct name name = { i, place_y(frame, line->points[line->count - 1].y) };
        size_t k = count++;
        for (; k > 0 && names[k - 1].at > name.at; k--) {
            names[k] = names[k - 1];
        }
        names[k] = name;
    }
    spread(names, count);
    for (size_t i = 0; i < count; i++) {
        const struct graph_line *line = &graph->lines[names[i].line];
        const struct graph_point *last = &line->points[line->count - 1];
        double x = place_x(frame, last->x);
        out_printf(out,
                   "<path class=\"g\" d=\"M%.1f %.1fL%d %.1f\"/><text x=\"%d\" y=\"%.1f\" "
                   "style=\"fill:%s\">",
                   x + 5, place_y(frame, last->y), WIDTH - RIGHT + 10, names[i].at,
                   WIDTH - RIGHT + 14, names[i].at + 4, colours[names[i].line % COLOURS]);
        html_text(out, line->name);
        out_lit(out, "</text>\n");
    }
}

static void spread(struct name *names, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        names[i].at = fmax(names[i].at, names[i - 1].at + NAME_HEIGHT);
    }
    double over = count > 0 ? names[count - 1].at - (HEIGHT - BOTTOM) : 0;
    for (size_t i = count; over > 0 && i > 0; i--) {
        double most = i == count ? names[i - 1].at - over : names[i].at - NAME_HEIGHT;
        names[i - 1].at = fmin(names[i - 1].at, most);
    }
}
