/* Where each bar stands. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/chart.h"

enum {
    COLUMNS_HEIGHT = 200,
    LABEL_HEIGHT = 22, /* below the columns, and above them for their numbers */
    GAP = 6,
    COLUMN_WIDTH_MAX = 90, /* of one month alone, which else would be a wall */
    LYING_STEP = 48,       /* a line of words and its bar */
    LYING_BAR = 14,
    LYING_WORDS = 30,
    MARK_PARTS = 1000,
};

static void place_marks(struct chart_view *chart);
static int64_t most_of(const struct chart_view *chart);
static void stand(const struct chart_view *chart, struct chart_bar *bar, size_t place,
                  int64_t most);
static void lie(struct chart_bar *bar, size_t place, int64_t most);

void chart_draw(struct chart_view *chart)
{
    int64_t most = most_of(chart);
    chart->height = chart->is_lying ? (int64_t)chart->count * LYING_STEP : COLUMNS_HEIGHT;
    place_marks(chart);
    for (size_t i = 0; i < chart->count; i++) {
        if (chart->is_lying) {
            lie(&chart->bars[i], i, most);
        } else {
            stand(chart, &chart->bars[i], i, most);
        }
    }
}

static void place_marks(struct chart_view *chart)
{
    int64_t step = chart->count > 0 ? CHART_WIDTH / (int64_t)chart->count : 0;
    for (size_t i = 0; i < chart->mark_count; i++) {
        chart->marks[i].x = chart->marks[i].place * step / MARK_PARTS;
    }
}

static int64_t most_of(const struct chart_view *chart)
{
    int64_t most = 1;
    for (size_t i = 0; i < chart->count; i++) {
        most = chart->bars[i].value > most ? chart->bars[i].value : most;
    }
    return most;
}

static void stand(const struct chart_view *chart, struct chart_bar *bar, size_t place, int64_t most)
{
    int64_t room = COLUMNS_HEIGHT - 2 * LABEL_HEIGHT;
    int64_t step = CHART_WIDTH / (int64_t)chart->count;
    bar->width = step - GAP < COLUMN_WIDTH_MAX ? step - GAP : COLUMN_WIDTH_MAX;
    bar->x = (int64_t)place * step + (step - bar->width) / 2;
    bar->height = bar->value * room / most;
    bar->y = LABEL_HEIGHT + room - bar->height;
    bar->part_width = bar->width;
    bar->part_height = bar->part * room / most;
    bar->part_y = LABEL_HEIGHT + room - bar->part_height;
}

static void lie(struct chart_bar *bar, size_t place, int64_t most)
{
    bar->x = 0;
    bar->y = (int64_t)place * LYING_STEP + LYING_WORDS;
    bar->height = LYING_BAR;
    bar->width = bar->value * CHART_WIDTH / most;
    bar->part_y = bar->y;
    bar->part_height = LYING_BAR;
    bar->part_width = bar->part * CHART_WIDTH / most;
}
