/* What the files of score sheets share: the one in force, setting one, and the page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_SHEET_H
#define MODEL_SHEET_H

#include "mod/model/model.h"
#include "mod/model/sheet_rules.h"
#include "mod/model/year_rules.h"

/* The sheet of a unit in a year: its own, that of the nearest unit above it that has set one, or
 * the usual one, whose id is 0. Names are in the connection's arena. */
struct sheet_in_force {
    struct model_sheet sheet;
    struct model_sheet_id id;
    int64_t from_year;
    struct str unit_name; /* who set it; absent: nobody */
};
void model_sheet_for(struct conn *conn, struct unit_id unit, int64_t year,
                     struct sheet_in_force *ret);
/* The one by which points were given: they end with its mark and number, but for the usual one. */
#define SHEET_MARK '@'
void model_sheet_of(struct conn *conn, struct str points, struct sheet_in_force *ret);

struct model_sheet_form {
    struct str unit;
    int64_t from_year;
    struct str criteria;
    int64_t excellent;
    int64_t good;
    int64_t fair;
    int64_t average;
};
extern const struct record model_sheet_set_record, model_sheet_said_record;
apply_fn model_apply_sheet;

void model_sheets_check(struct snap *snap, struct check *check);

/* --- the page --------------------------------------------------------------------------------- */

visit_fn model_sheet_page, model_sheet_take;

struct sheet_line {
    const char *label;
    struct str most;
};
struct sheet_past {
    struct model_sheets_row row;
    struct str from_year;
};
struct sheet_view {
    struct page *page;
    struct str unit_name;
    struct str unit_code;
    struct str year;
    struct str set_by; /* absent: it is the usual one */
    struct str from_year;
    const struct sheet_line *lines;
    size_t line_count;
    struct sheet_line grades[MODEL_GRADES];
    struct local_url send_to;
    struct field_view unit;
    struct field_view from;
    struct field_view criteria;
    struct field_view bounds[MODEL_GRADES - 1];
    const struct sheet_past *past;
    size_t past_count;
};

#endif
