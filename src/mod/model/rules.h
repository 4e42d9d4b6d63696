/* What may be registered and measured: the wishes, what is known about them, and the rules. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "base/id.h"
#include "law/verdict.h"
#include "sql/model.h"

/* In đồng, households, workdays, m², metres, and whatever is measured: far beyond any commune. */
#define AMOUNT_MAX INT64_C(1000000000000)

enum {
    NAME_CHARS_MAX = 120,
    BOX_CHARS_MAX = 3000,
    METRIC_CHARS_MAX = 120,
    BEGINS_AHEAD_YEARS = 2,
};

/* One form for a draft and for a registration; of a new one the model is 0. The nine boxes go from
 * `name` to `upkeep`, in the order in which communes print them. */
struct model_form {
    struct model_id model;
    struct str unit; /* official code */
    struct str field;
    struct str subject;
    struct str person;
    struct str name;
    struct str reason;
    struct str goal;
    struct str way;
    struct str place;
    struct str forces;
    struct str resources;
    struct day begins_on;
    struct str product;
    struct str upkeep;
    struct str contact;
    int64_t cost;
    int64_t households;
    int64_t workdays;
    int64_t land; /* m² */
    int64_t road; /* m */
};

struct model_measure_form {
    struct model_id model;
    struct str metric;
    int64_t amount_before;
    int64_t amount_after;
    struct str measure;
    struct day measured_on;
    struct str source;
    struct str failures;
    struct str needs;
    struct str evidence;
};

/* Every other act: which model, and what is said about it. */
struct model_act_form {
    struct model_id model;
    struct str said;
};

struct model_word {
    const char *word;  /* stable: rows and the API use it */
    const char *label; /* Vietnamese source text */
};
enum { MODEL_FIELDS = 4, MODEL_SUBJECTS = 2, MODEL_COSTS = 4 };
extern const struct model_word model_fields[MODEL_FIELDS];
extern const struct model_word model_subjects[MODEL_SUBJECTS];
#define SUBJECT_INDIVIDUAL "individual"
/* The label of that word; "" for one that is none. */
const char *model_label(const struct model_word *words, size_t count, struct str word);

/* The year in which a day lies. */
int64_t model_year_of(struct day day);

/* What was written, whether as a draft or not. */
struct verdict model_may_write(const struct model_form *form, struct day today);
struct verdict model_may_measure(const struct model_get_row *model,
                                 const struct model_measure_form *form, struct day today);

#endif
