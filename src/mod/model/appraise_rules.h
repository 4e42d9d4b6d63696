/* What an appraisal comes to: the sheet it goes by, and what several appraisers make together. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_APPRAISE_RULES_H
#define MODEL_APPRAISE_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

enum {
    CRITERIA_MAX = 8,
    SHEET_POINTS = 100, /* what the criteria of a sheet come to together */
    POINTS_APART = 10,  /* two who differ by more need a third */
    APPRAISERS_MAX = 3,
};

struct model_criterion {
    const char *label; /* Vietnamese source text */
    int64_t max;
};

/* Whoever reaches `from` points, and no more than that of a better one, has the grade. */
struct model_grade {
    const char *word; /* stable: rows and the API use it */
    const char *label;
    int64_t from;
};
enum { MODEL_GRADES = 5 };

struct model_sheet {
    struct model_criterion criteria[CRITERIA_MAX];
    size_t criterion_count;
    struct model_grade grades[MODEL_GRADES]; /* the best first; the last begins at 0 */
};

/* Of a unit that has set none. No national sheet is known: this is what practice has in common. */
extern const struct model_sheet model_usual_sheet;

/* The first of its criteria that is out of 0 … max; `criterion_count` when all are within. */
size_t model_points_outside(const struct model_sheet *sheet, const int64_t *points) PURE;
/* Of points within the sheet. */
int64_t model_points_total(const struct model_sheet *sheet, const int64_t *points) PURE;
/* What two or three appraisers' totals come to: the mean of the two that are nearest to each other,
 * half a point up; of three that stand equally far apart the middle one. False as long as one more
 * is needed. */
bool model_totals_settle(const int64_t *totals, size_t count, int64_t *ret_points);
const struct model_grade *model_grade_of(const struct model_sheet *sheet, int64_t points) PURE;
/* Any but the last; absent is none. */
bool model_grade_is_enough(struct str word) PURE;

#endif
