/* Columns and bars, drawn by the server; each is a link, and the numbers stand in a table too. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_CHART_H
#define WEB_CHART_H

#include "web/page.h"

/* One number of a chart. */
struct chart_bar {
    struct str label;  /* "10/2026" */
    struct str figure; /* as the table has it */
    int64_t value;     /* at least 0 */
    int64_t part;      /* of it, drawn darker; 0: none */
    struct str of;     /* the part in words, "12 trễ"; absent: none */
    struct local_url url;
    bool is_current;
    /* The rest is set by chart_draw(), in the units of the view. */
    int64_t x, y, width, height;
    int64_t part_y, part_width, part_height;
};
/* A day that changed what is counted: a dotted line, and its words below the chart. Of columns. */
struct chart_mark {
    int64_t place; /* in thousandths of a column, from the left edge of the first */
    struct str words;
    int64_t x; /* set by chart_draw() */
};
struct chart_view {
    const char *label; /* what it shows, source text */
    const char *of;    /* what the part is; NULL: there are none */
    struct chart_bar *bars;
    size_t count;
    struct chart_mark *marks;
    size_t mark_count;
    bool is_lying;  /* bars from the left, for labels that are words; else columns, for times */
    int64_t height; /* of the view; set by chart_draw() */
};
enum { CHART_WIDTH = 640 };

/* The tallest fills the view; nought has no height. Whole numbers alone: the same chart on every
 * machine. Templates: {{call web_chart &v->trend}} */
void chart_draw(struct chart_view *chart);

#endif
