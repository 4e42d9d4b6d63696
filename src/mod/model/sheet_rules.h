/* Sheets that units set for themselves: what one must hold, and how it is written down. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_SHEET_RULES_H
#define MODEL_SHEET_RULES_H

#include "base/arena.h"
#include "law/verdict.h"
#include "mod/model/appraise_rules.h"

enum { SHEET_CHARS_MAX = 1000, CRITERION_CHARS_MAX = 80 };

/* As it is typed, and as a row keeps it. A line of `criteria` is "30 Hiệu quả": the most points,
 * then the name. The others are where a grade begins. */
struct model_sheet_text {
    struct str criteria;
    int64_t excellent;
    int64_t good;
    int64_t fair;
    int64_t average;
};

/* One to CRITERIA_MAX criteria that come to SHEET_POINTS together, each named once, and bounds that
 * fall; or the field that is not so, and what to do. The names are in the arena. */
struct verdict model_sheet_read(struct arena *arena, const struct model_sheet_text *text,
                                struct model_sheet *ret);
/* "30 Hiệu quả\n20 …", as model_sheet_read() reads it. */
struct str model_sheet_criteria(struct arena *arena, const struct model_sheet *sheet);

#endif
