/* What a unit that copies a model may begin, say and have verified; and the days of its checks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_COPY_RULES_H
#define MODEL_COPY_RULES_H

#include "law/workflow.h"
#include "mod/model/rules.h"

#define POWER_VERIFY "model.verify" /* verifies what units below say that they have copied */

enum copy_state {
    COPY_TRIAL,
    COPY_SILENT, /* asked for a check in vain */
    COPY_ENDED,
    COPY_STATES
};
extern const struct workflow model_copy_flow;

enum { COPY_CHECKS = 3, COPY_LAST_MONTH = 12, COPY_BEGINS_AHEAD_DAYS = 90 };
extern const int32_t model_copy_months[COPY_CHECKS];

struct model_copy_form {
    struct model_id model;
    struct model_copy_id parent; /* 0: it is learned from the unit that has the model */
    struct str unit;             /* official code */
    struct day begins_on;
    struct str metric;
    struct str measure;
    int64_t amount_before;
    struct str source;
    struct str contact;
};

struct model_copy_check_form {
    struct model_copy_id copy;
    int64_t month;
    int64_t amount;
    struct day measured_on;
    struct str source;
    struct str difficulties;
};

/* Every other act: which copy, and what is said about it. */
struct model_copy_act_form {
    struct model_copy_id copy;
    struct str said;
};

/* What is known when a unit wants to begin. */
struct model_copy_facts {
    const struct model_get_row *source;
    const struct model_copy_get_row *parent; /* NULL: none was named */
    struct unit_id unit;
    bool has_parent; /* one was named, and there is such a copy */
    bool is_at_it;   /* the unit copies this model already */
};

/* The first month after `checked` (0: none yet) that is checked; 0 behind the last. */
int64_t model_copy_next_month(int64_t checked) PURE;
/* From this day on the check of that month may be made; no day for month 0. */
struct day model_copy_opens_on(struct day begins_on, int64_t month) PURE;
/* Whoever was asked on this day or before, and has not answered, is silent. */
struct day model_copy_waited_since(struct day today) PURE;

struct verdict model_copy_may_begin(const struct model_copy_form *form,
                                    const struct model_copy_facts *facts, struct day today);
struct verdict model_copy_may_check(const struct model_copy_get_row *copy,
                                    const struct model_copy_check_form *form, struct day today);
/* `is_party`: whoever wants to verify holds a post at one of the two units. */
struct verdict model_copy_may_verify(const struct model_copy_get_row *copy, bool is_party);

#endif
