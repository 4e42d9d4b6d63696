/* Pure: the figures of each year to which a model adds. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/figure_rules.h"

#include "base/must.h"
#include "mod/model/flow.h"
#include "mod/model/year_rules.h"
#include "text/tongue.h"

const struct model_figure_word model_figures[MODEL_FIGURES] = {
#define FIGURE(name, member, label) { #member, label },
#include "mod/model/figures.def"
#undef FIGURE
};

/* Of one model: those of the year of its list and of the one in which it stopped. */
enum { COUNTS_OF_MODEL = 10, COUNTS_OF_ENTRY = 9 };

struct counts {
    struct model_count *rows;
    size_t count;
    size_t most;
};
static void add(struct counts *counts, int64_t year, size_t figure, int64_t n);
static void add_list(struct counts *counts, const struct model_get_row *model);
static void add_entry(struct counts *counts, const struct model_entry_facts_row *entry);

size_t model_figure_of(struct str word)
{
    size_t i = 0;
    while (i < MODEL_FIGURES && !str_equal(str_of(model_figures[i].word), word)) {
        i++;
    }
    return i;
}

const struct model_count *model_counts_of(struct arena *arena, const struct model_known *known,
                                          size_t *ret_count)
{
    size_t most = COUNTS_OF_MODEL + COUNTS_OF_ENTRY * known->entries.count + known->verified.count;
    struct counts counts = { .rows = new(arena, struct model_count, most), .most = most };
    if (!day_is_none(known->model->listed_on)) {
        add_list(&counts, known->model);
    }
    for (size_t i = 0; i < known->entries.count; i++) {
        add_entry(&counts, &known->entries.rows[i]);
    }
    for (size_t i = 0; i < known->verified.count; i++) {
        add(&counts, model_year_of(instant_day(known->verified.rows[i].at)), FIGURE_COPIED, 1);
    }
    if (known->stopped_at.s) {
        add(&counts, model_year_of(instant_day(known->stopped_at)), FIGURE_STOPPED, 1);
    }
    *ret_count = counts.count;
    return counts.rows;
}

static void add_list(struct counts *counts, const struct model_get_row *model)
{
    int64_t year = model_year_of(model->listed_on);
    add(counts, year, FIGURE_REGISTERED, 1);
    add(counts, year, FIGURE_FRESH, 1);
    add(counts, year, model_figure_of(model->subject), 1);
    add(counts, year, model_figure_of(model->field), 1);
    add(counts, year, FIGURE_HOUSEHOLDS, model->households);
    add(counts, year, FIGURE_COST, model->cost);
    add(counts, year, FIGURE_WORKDAYS, model->workdays);
    add(counts, year, FIGURE_LAND, model->land);
    add(counts, year, FIGURE_ROAD, model->road);
}

/* What was chosen is recognised, and what was proposed is chosen. */
static void add_entry(struct counts *counts, const struct model_entry_facts_row *entry)
{
    int state = workflow_state(&model_year_flow, entry->state);
    bool is_recognised =
        state == YEAR_RECOGNISED || state == YEAR_OUTSTANDING || state == YEAR_PROPOSED;
    bool is_effective = model_grade_is_enough(entry->grade);
    add(counts, entry->year, FIGURE_ASSESSED, 1);
    add(counts, entry->year, FIGURE_REGISTERED, entry->is_kept);
    add(counts, entry->year, FIGURE_KEPT, entry->is_kept);
    add(counts, entry->year, FIGURE_EFFECTIVE, is_effective);
    add(counts, entry->year, FIGURE_RECOGNISED, is_recognised);
    add(counts, entry->year, FIGURE_RECOGNISED_FRESH, is_recognised && !entry->is_kept);
    add(counts, entry->year, model_figure_of(entry->level), is_recognised);
    add(counts, entry->year, FIGURE_OUTSTANDING,
        state == YEAR_OUTSTANDING || state == YEAR_PROPOSED);
    add(counts, entry->year, FIGURE_PROPOSED, state == YEAR_PROPOSED);
}

static void add(struct counts *counts, int64_t year, size_t figure, int64_t n)
{
    size_t i = 0;
    if (n <= 0 || figure == MODEL_FIGURES) {
        return;
    }
    while (i < counts->count &&
           (counts->rows[i].year != year || counts->rows[i].figure != figure)) {
        i++;
    }
    if (i == counts->count) {
        must(counts->count < counts->most);
        counts->rows[counts->count++] = (struct model_count){ year, (enum model_figure)figure, 0 };
    }
    counts->rows[i].n += n;
}
