/* What the files of copies share: records, views, and what they put into other pages of models. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_COPY_H
#define MODEL_COPY_H

#include "mod/model/copy_rules.h"
#include "mod/model/model.h"

apply_fn model_apply_copy, model_apply_copy_check, model_apply_copy_act;
extern const struct record model_copy_record, model_copy_check_record, model_copy_act_record;
extern const struct record model_copy_said_record, model_copy_checked_record,
    model_copy_done_record;
extern const struct record model_tree_query_record, model_tree_record, model_tree_copy_record,
    model_ranked_record, model_ranking_query_record;

void model_copies_hear(struct snap *snap, struct desk *desk, struct instant now);
void model_copies_check(struct snap *snap, struct check *check);

/* Letters to those who hold a power over a unit, the nearest of them. */
struct copy_letter {
    struct unit_id unit;
    const char *power;
    const char *subject; /* the model's name follows */
    const char *body;
};
void model_copy_write(struct deed *deed, const struct model_copy_get_row *copy,
                      const struct copy_letter *letter);

visit_fn model_copy_new_page, model_copy_new_take, model_copies_page, model_copies_wait_page,
    model_copy_page, model_copy_check_take, model_copy_act_take, model_tree_page,
    model_ranking_page;

/* --- the desk --------------------------------------------------------------------------------- */

struct copy_form_view {
    struct page *page;
    struct str name;
    struct local_url send_to;
    struct field_view unit;
    struct field_view parent;
    struct field_view begins_on;
    struct field_view metric;
    struct field_view amount_before;
    struct field_view measure;
    struct field_view source;
    struct field_view contact;
};

struct copy_item {
    struct str model_name;
    struct str unit_name;
    const char *sign;
    const char *state;
    struct str checked; /* "6 tháng", or absent */
    struct str verified;
    struct day due_on;
    struct local_url url;
};

struct copy_list_view {
    struct page *page;
    const struct copy_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
};

struct copy_check_view {
    struct model_copy_checks_row row;
    struct str month;
    struct str amount;
    const char *standing; /* "tự khai", "đã xác nhận" … */
};

struct copy_view {
    struct page *page;
    struct model_copy_get_row row;
    const char *sign;
    const char *state;
    const char *about_state;
    struct str before;
    struct str parent_name;   /* absent: learned from the unit that has the model */
    struct str verified;      /* "12 tháng", absent while nobody has */
    struct str verifier_name; /* the unit of whoever did */
    struct local_url model;
    struct local_url tree;
    const struct copy_check_view *checks;
    size_t check_count;
    bool may_check; /* the form below is offered */
    struct local_url send_to;
    struct field_view month;
    struct field_view amount;
    struct field_view measured_on;
    struct field_view source;
    struct field_view difficulties;
    struct model_acts_view acts;
};

/* --- for everybody ---------------------------------------------------------------------------- */

/* A copy in the tree as it stood at the end of a year. In the list, `opens` says that those that
 * were learned from it follow, `closes` how many lists end behind it. */
struct copy_node {
    struct model_copy_tree_row row;
    const char *sign;
    const char *state;
    struct str months; /* "đã xác nhận sau 6 tháng", or "tự khai" */
    struct str label;  /* as long as the drawing has room for */
    bool opens;
    size_t closes;
    size_t depth;
    int64_t x;
    int64_t y;
    struct str path;  /* of the line that leads to it */
    const char *dash; /* of that line */
    int64_t width;
};

struct copy_year {
    struct str year;
    bool is_current;
};

struct copy_tree_view {
    struct page *page;
    struct model_get_row model;
    struct local_url here;
    struct local_url model_url;
    struct local_url json;
    struct str root; /* the unit's name, as long as the drawing has room for */
    struct str year;
    struct str box;   /* of the drawing */
    int64_t verified; /* of all that are listed */
    const struct copy_year *years;
    size_t year_count;
    const struct copy_node *nodes;
    size_t node_count;
    size_t drawn_count;
    bool is_cut; /* there are more than are listed */
    struct empty_view empty;
};

struct rank_item {
    struct model_ranking_row row;
    const char *field;
    struct local_url url;
    struct local_url tree;
};

struct ranking_view {
    struct page *page;
    struct local_url csv;
    const struct rank_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
};

/* --- words ------------------------------------------------------------------------------------ */

const char *model_copy_state_sign(struct str state);
const char *model_copy_state_label(struct str state);
/* "6 tháng", absent for 0. */
struct str model_copy_month_str(struct visit *v, int64_t month);

#endif
