/* What the files of a model's years share: records, commands, views, pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_YEAR_H
#define MODEL_YEAR_H

#include "mod/model/model.h"
#include "mod/model/sheet.h"
#include "mod/model/year_rules.h"

apply_fn model_apply_assess, model_apply_appraise, model_apply_entry_act;
extern const struct record model_assess_record, model_appraise_record, model_entry_act_record;
extern const struct record model_entry_said_record, model_appraised_record, model_entry_done_record;

void model_years_check(struct snap *snap, struct check *check);

visit_fn model_assess_page, model_assess_take, model_entries_page, model_entry_page,
    model_appraise_take, model_entry_act_take;

/* --- the desk --------------------------------------------------------------------------------- */

struct year_form_view {
    struct page *page;
    struct str name;
    struct local_url send_to;
    struct field_view year;
    struct str for_year;
    struct day until; /* by which it should be done */
    struct local_url calendar;
    struct str sheet; /* the number of the one that is shown */
    struct field_view points[YEAR_CRITERIA];
    size_t criterion_count;
    struct field_view words;
};

struct year_item {
    struct model_entry_list_row row;
    struct str year;
    const char *state;
    const char *grade;
    struct str total;
    struct str result; /* absent until it is settled */
    struct local_url url;
};

struct year_list_view {
    struct page *page;
    struct local_url calendar;
    const struct year_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
};

struct year_given {
    struct str points;
    struct str by;
};
/* A criterion, its most, and what each has given. */
struct year_line {
    const char *label;
    struct str most;
    struct str self;
    struct year_given given[APPRAISERS_MAX];
};

struct year_opinion {
    struct model_appraisals_row row;
    struct str total;
};

struct year_view {
    struct page *page;
    struct model_entry_get_row row;
    struct str year;
    const char *state;
    const char *about_state;
    const char *grade;
    const char *level;
    struct str total;
    struct str result;
    struct local_url model;
    struct year_line lines[YEAR_CRITERIA];
    size_t criterion_count;
    struct str sheet;
    struct year_opinion opinions[APPRAISERS_MAX];
    size_t opinion_count;
    bool needs_third;
    bool may_appraise;
    struct local_url send_to;
    struct field_view points[YEAR_CRITERIA];
    struct field_view words;
    bool may_recognise;
    struct local_url recognise_to;
    struct field_view level_field;
    struct field_view decision;
    struct model_acts_view acts;
};

const char *model_year_state_label(struct str state);
/* "Xuất sắc"; "" for none. */
const char *model_grade_label(struct str word);
/* A field for each criterion of the sheet, with its name and its most. */
void model_points_fields(struct visit *v, const struct record *record,
                         const struct model_sheet *sheet, struct field_view ret[YEAR_CRITERIA]);
/* False when the form was of another sheet, or some were left empty, which are named. */
bool model_points_given(struct visit *v, const struct sheet_in_force *in_force);

#endif
