/* What a gallery page was asked for, and the rows that answer. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_LIST_H
#define MODEL_LIST_H

#include "mod/model/model.h"

struct model_query {
    struct str q;
    struct str unit;
    struct str field;
    struct str subject;
    struct str state;
    int64_t each_max; /* đồng for a household; 0: any */
    struct str before;
    int64_t before_id; /* the same as a number, 0 for the first page */
    /* Those that make up a figure of a year (figure_rules.h): of a unit, of a kind of units, or of
     * a unit with all below it. With nothing else beside it. */
    struct str figure;
    int64_t year;
    int64_t of; /* the unit by its number, for it may have ended */
    struct str kind;
    struct str above;
    struct unit_id above_id;
};
extern const struct record model_query_record, model_listed_record;

/* `next` is what the page behind it begins before; 0 when there is none. */
struct model_rows {
    const struct model_list_row *rows;
    size_t count;
    int64_t next;
};

#endif
