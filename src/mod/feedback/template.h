/* Templates of answers: what a unit keeps of them, and pouring one into an answer. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_TEMPLATE_H
#define FEEDBACK_TEMPLATE_H

#include "desk/audit.h"
#include "mod/feedback/gap.h"
#include "mod/feedback/feedback.h"
#include "mod/feedback/parts.h"
#include "web/module.h"

/* A unit keeps templates for the answers that it writes again and again: the four parts with
 * gaps, for a category or for all, for the first answer or the one after a reopening. Units below
 * are offered them too. Who administers the unit keeps them; one that is out of use stays and can
 * be taken back. */
enum { TEMPLATE_TITLE_CHARS_MAX = 120, TEMPLATE_PART_CHARS_MAX = 2000, TEMPLATES_MAX = 100 };

/* When a template fits. */
extern const char *const template_occasions[];
enum template_occasion { OCCASION_ANY, OCCASION_FIRST, OCCASION_AGAIN, OCCASIONS };

/* The wish to add one or, with `id`, to change one as it was at `version`. */
struct template_put {
    struct answer_template_id id;
    int64_t version;
    struct str unit; /* official code; of a change: it stays where it is */
    struct str title;
    struct str category; /* slug; empty: all */
    struct str occasion; /* template_occasions */
    struct str said;
    struct str done;
    struct str plan;
    struct str unhappy;
};
extern const struct record template_record;
/* Out of use, or in use again. */
struct template_use {
    struct answer_template_id id;
    int64_t version;
    bool is_open;
};
extern const struct record template_use_record;
apply_fn apply_template_add, apply_template_change, apply_template_use;

/* What a leaf says of a template: as it is from now on. */
struct template_says {
    struct str unit;
    struct str title;
    struct str category; /* absent: all */
    struct str occasion;
    struct str said;
    struct str done;
    struct str plan;
    struct str unhappy;
    bool is_open;
    struct person_id by;
};
extern const struct record template_says_record;

/* What the rule must know beside the wish. */
struct template_facts {
    bool has_category;  /* the category that it names is one */
    bool has_same_name; /* another one of the unit in use */
    size_t others;      /* of the unit, in use */
};
struct verdict template_rule(const struct template_put *put, const struct template_facts *facts);

/* The wish's parts in their order. */
#define TEMPLATE_PARTS(put)                                                                        \
    {                                                                                              \
        (put)->said, (put)->done, (put)->plan, (put)->unhappy                                      \
    }

/* Fills the parts that are empty, or hold nothing but what stood there before anybody wrote
 * (`begun`), from a template with its gaps filled. A part with words stays as it is; those whose
 * words kept the template's away are told in ret_kept. Pure. */
void template_pour(struct arena *arena, const struct str from[ANSWER_PARTS],
                   const struct str values[GAP_KINDS], const struct str begun[ANSWER_PARTS],
                   struct str parts[ANSWER_PARTS], bool ret_kept[ANSWER_PARTS]);

/* template_page.c: the pages of the administration. */
visit_fn template_list_show, template_form_show, template_form_take, template_use_take;

/* template_check.c: the rows against their newest leaves; false for a leaf of another kind. */
void template_check(struct conn *conn, struct check *check);
bool template_check_leaf(struct conn *conn, struct check *check, int64_t position,
                         const struct leaf *leaf, struct id id);

#endif
