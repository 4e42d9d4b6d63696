/* What a model comes to in a year: who may say it, who may judge it, and the workflow of that. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_YEAR_RULES_H
#define MODEL_YEAR_RULES_H

#include "law/workflow.h"
#include "mod/model/appraise_rules.h"
#include "mod/model/rules.h"

#define POWER_APPRAISE "model.appraise" /* gives points to models of units below */

enum year_state {
    YEAR_ASSESSED, /* by its own unit; appraisers may look */
    YEAR_APPRAISED,
    YEAR_RECOGNISED,
    YEAR_OUTSTANDING,
    YEAR_PROPOSED, /* for an award */
    YEAR_TURNED_DOWN,
    YEAR_STATES
};
extern const struct workflow model_year_flow;

enum {
    YEAR_LEVELS = 3,
    YEAR_CRITERIA = CRITERIA_MAX,
    WORDS_CHARS_MAX = 2000,
    DECISION_CHARS_MAX = 60
};
/* The commune, the province, the centre. */
extern const struct model_word model_levels[YEAR_LEVELS];

/* Points by the sheet in force, in its order: a form has a field for each that a sheet may have.
 * `sheet` is the one that its author has seen, 0 the usual one. */
#define YEAR_POINTS                                                                                \
    union {                                                                                        \
        struct {                                                                                   \
            int64_t points_1;                                                                      \
            int64_t points_2;                                                                      \
            int64_t points_3;                                                                      \
            int64_t points_4;                                                                      \
            int64_t points_5;                                                                      \
            int64_t points_6;                                                                      \
            int64_t points_7;                                                                      \
            int64_t points_8;                                                                      \
        };                                                                                         \
        int64_t points[YEAR_CRITERIA];                                                             \
    };                                                                                             \
    int64_t sheet

struct model_assess_form {
    struct model_id model;
    int64_t year;
    YEAR_POINTS;
    struct str words;
};

struct model_appraise_form {
    struct model_entry_id entry;
    YEAR_POINTS;
    struct str words;
};

/* Every other act: which entry, and what goes with it. */
struct model_entry_act_form {
    struct model_entry_id entry;
    struct str level;
    struct str decision; /* its number */
    struct str said;
};

/* The sheet of the unit in that year, and which it is. */
struct model_sheet_known {
    const struct model_sheet *sheet;
    int64_t id;
};
/* What is known when a unit says what its model is worth. */
struct model_assess_facts {
    const struct model_get_row *model;
    struct model_sheet_known sheet;
    bool is_measured;  /* in that year */
    bool is_appraised; /* by somebody already */
};
/* What is known when somebody judges it; also what the workflow's guard is asked with. */
struct model_appraise_facts {
    struct model_sheet_known sheet;
    bool is_party; /* holds a post at the unit whose model it is */
    bool has_appraised;
    int64_t totals[APPRAISERS_MAX]; /* this one's is the last */
    size_t count;
};

struct verdict model_may_assess(const struct model_assess_form *form,
                                const struct model_assess_facts *facts, struct day today);
struct verdict model_may_appraise(const struct model_appraise_form *form,
                                  const struct model_appraise_facts *facts);
struct verdict model_may_recognise(const struct model_entry_get_row *entry,
                                   const struct model_entry_act_form *form, bool is_party);
/* By the sheet that its author has seen, and within it; or the field that is not and what to do. */
struct verdict model_points_fit(const int64_t points[YEAR_CRITERIA], int64_t seen,
                                const struct model_sheet_known *known);
/* The refusal of points that were given by another sheet. */
struct verdict model_sheet_is_other(void);
extern const char *const model_points_names[YEAR_CRITERIA]; /* "points_1" */

#endif
