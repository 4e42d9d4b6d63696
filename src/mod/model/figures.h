/* What the files of the year's figures share: counting, checking, and the page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_FIGURES_H
#define MODEL_FIGURES_H

#include "mod/model/figure_rules.h"
#include "mod/model/model.h"

/* After an act on it, its copies or its years: what it adds to each figure is written anew. */
void model_count_again(struct deed *deed, struct model_id model);
/* Of models that nobody has counted yet. */
void model_count_waiting(struct snap *snap, struct desk *desk, struct instant now);
apply_fn model_apply_count;
extern const struct record model_count_record;
/* What it adds by its rows in this snapshot. False: there is no such model. */
bool model_counts_now(struct conn *conn, struct model_id model, const struct model_count **ret,
                      size_t *ret_count);

void model_figures_check(struct snap *snap, struct check *check);

/* --- the page --------------------------------------------------------------------------------- */

visit_fn model_figures_page;

/* A unit's figures of a year, as the table and the API have them. */
struct model_figures_row {
    struct unit_id id;
    bool has_ended; /* the unit has, so nobody can ask for it by its code */
    struct str code;
    struct str name;
    struct str kind;
#define FIGURE(name, member, label) int64_t member;
#include "mod/model/figures.def"
#undef FIGURE
};
extern const struct record model_figures_query_record, model_figures_record;

/* A unit, or all units of a kind: some of its figures, each with the list that it opens. */
struct figure_cell {
    const char *label;
    struct str value;
    struct local_url list; /* absent for 0 */
};
enum { FUNNEL_STEPS = 5, LINE_CELLS = 6 };
struct figure_line {
    struct str name;
    struct local_url url; /* the figures of the unit; absent for a kind */
    struct figure_cell cells[LINE_CELLS];
    struct str share; /* of the new ones, how many were recognised */
};

struct figure_table {
    const char *first; /* the label of its first column */
    const struct figure_line *heads;
    const struct figure_line *lines;
    size_t count;
};

struct model_figures_view {
    struct page *page;
    struct local_url here;
    struct local_url csv;
    struct local_url xlsx;
    struct field_view year;
    struct field_view unit;
    struct str unit_name; /* absent: all units */
    struct str year_name;
    struct figures_view funnel;
    struct figures_view all;
    struct str share;
    struct figure_table units;
    bool is_cut; /* more units have figures than are shown */
    struct figure_table kinds;
    struct empty_view empty;
};

#endif
