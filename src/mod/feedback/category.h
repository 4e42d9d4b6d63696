/* Categories: what a report can be about, kept by those who administer the whole house. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_CATEGORY_H
#define FEEDBACK_CATEGORY_H

#include "desk/audit.h"
#include "mod/feedback/feedback.h"
#include "web/module.h"

/* A category is never deleted, because reports keep it: it goes out of use and may come back. It
 * stands at the top or below one that does. How many days or hours there are to answer may be
 * changed from tomorrow on, within what the law allows; whether they are days or hours stays, and
 * so does its slug, by which programs know it. What only leads elsewhere (`stop`) takes no reports:
 * it has no limit and no questions, and stays in use, because the law behind it does.
 *
 * All of it is the same for the whole house, so the power must reach a unit at the top. */
enum {
    CATEGORY_NAME_CHARS_MAX = 80,
    CATEGORY_HINT_CHARS_MAX = 160,
    CATEGORY_SLUG_CHARS_MAX = 40,
    CATEGORIES_MAX = 60, /* in use: a page of buttons to choose from */
    QUESTION_LABEL_CHARS_MAX = 120,
    QUESTION_REST_DAYS = 30,
    ORDER_MAX = 9999,
    RESPOND_DAYS_MAX = 10, /* Law: 42/2013/QH13 art. 28 cl. 1 */
    RESPOND_HOURS_MAX = 80,
};

struct category_add {
    struct str parent; /* slug; empty: at the top */
    struct str name;
    struct str hint;
    bool asks_place;
    struct str respond_unit; /* "working-days" or "working-hours" */
    int64_t respond_amount;
    int64_t extend_max;
};
/* Each acts on one as it was at `version`. */
struct category_change {
    struct str slug;
    int64_t version;
    struct str parent;
    struct str name;
    struct str hint;
    bool asks_place;
    int64_t position;
};
struct category_limit_set {
    struct str slug;
    int64_t version;
    int64_t respond_amount;
    int64_t extend_max;
    struct str reason; /* the decision behind it */
};
struct category_use {
    struct str slug;
    int64_t version;
    bool is_open;
};
struct question_add {
    struct str slug; /* of the category */
    struct str label;
    bool is_required;
};
struct question_change {
    struct category_question_id id;
    int64_t version;
    struct str label;
    bool is_required;
    int64_t position;
};
struct question_use {
    struct category_question_id id;
    int64_t version;
    bool is_open;
};
extern const struct record category_add_record, category_change_record, category_limit_set_record,
    category_use_record, question_add_record, question_change_record, question_use_record;
apply_fn apply_category_add, apply_category_change, apply_category_limit_set, apply_category_use,
    apply_question_add, apply_question_change, apply_question_use;

/* What leaves say: of a category or a question as it is from now on. */
struct category_says {
    struct str slug;
    struct str parent;
    struct str name;
    struct str hint;
    bool asks_place;
    struct str respond_unit;
    int64_t respond_amount; /* of the beginning; how it was changed stands in leaves of its own */
    int64_t extend_max;
    struct str basis;
    int64_t position;
    bool is_open;
    struct person_id by;
};
struct category_limit_says {
    struct str slug;
    struct day from_on;
    int64_t respond_amount;
    int64_t extend_max;
    struct str basis;
    struct str reason;
    struct person_id by;
};
struct question_says {
    struct str category;
    int64_t place;
    int64_t position;
    struct str label;
    bool is_required;
    bool is_open;
    struct day closed_on;
    struct person_id by;
};
extern const struct record category_says_record, category_limit_says_record, question_says_record;

/* --- rules (category_rules.c), pure ----------------------------------------------------------- */

struct category_facts {
    bool has_parent;     /* one is wished for … */
    bool is_parent_good; /* … that is in use, at the top, takes reports, and is another one */
    bool has_open_below; /* categories in use stand below it */
    bool has_any_below;
    bool has_same_name;   /* another one in use */
    bool is_elsewhere;    /* it leads elsewhere */
    size_t others;        /* in use */
    size_t others_taking; /* of these, those that take reports */
};
struct verdict category_rule(const struct category_facts *facts);
struct verdict category_may_open(const struct category_facts *facts);
struct verdict category_may_close(const struct category_facts *facts);
/* How long an answer may take, and how much longer it may be made. */
struct verdict category_limit_rule(struct str respond_unit, int64_t amount, int64_t extend_max);
/* Whose word it is: the law's own term, or a shorter one that the province has set. */
struct str category_basis(struct str respond_unit, int64_t amount);

/* One question of a category beside the one that is wished for. */
struct question_beside {
    struct str label;
    int64_t place;
    bool is_open;
    struct day closed_on;
};
struct question_facts {
    bool is_elsewhere;
    const struct question_beside *others;
    size_t count;
    int64_t own_place; /* of one that was there before */
};
/* Which place it gets, or keeps. */
struct verdict question_rule(struct str label, const struct question_facts *facts, struct day today,
                             int64_t *ret_place);

/* --- for other files -------------------------------------------------------------------------- */

/* The limit of what was received or reopened on that day; `base` is what the category began with.
 */
struct category_limit category_limit_on(struct conn *conn, struct category_id id,
                                        struct category_limit base, struct day day);
/* May the author keep what is the same for the whole house? */
bool deed_may_for_all(struct deed *deed);

/* category_page.c, category_forms.c: the pages of the administration. */
visit_fn category_list_show, category_page_show, category_form_show, category_form_take,
    category_use_take, question_use_take;

/* category_check.c: false for a leaf of another kind. */
void category_check(struct conn *conn, struct check *check);
bool category_check_leaf(struct conn *conn, struct check *check, int64_t position,
                         const struct leaf *leaf, struct id id);

#endif
