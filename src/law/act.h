/* Acts and citations: the ground of every row of law, and how it is printed for people. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_ACT_H
#define LAW_ACT_H

#include <stdbool.h>

#include "base/day.h"
#include "base/out.h"

/* An act of law with the days it is in force, both included. A new version of an act is a new row
 * with its own days, never an edit: a case keeps the version it was born under.
 *
 *     static const struct act COMPLAINTS = {
 *         "02/2011/QH13", N_("Luật Khiếu nại"), DAY(2012, 7, 1), DAY_OPEN
 *     };
 */
struct act {
    const char *number;         /* as the gazette prints it; NULL for an act without one */
    const char *title;          /* Vietnamese source text */
    struct day from;
    struct day to;              /* DAY_OPEN: still in force */
    const struct act *details;  /* the law that it spells out; NULL: it stands for itself */
};

/* A civil day as the initialiser of a const row: day_of() is a function, and C has no constant
 * functions. A date that does not exist gives another day; the audits of tables are for that. */
#define DAY(year, month, day_of_month)                                                            \
    { 365 * ((year)-1) + ((year)-1) / 4 - ((year)-1) / 100 + ((year)-1) / 400 +                   \
      (367 * (month)-362) / 12 - ((month) <= 2 ? 0 : DAY_IS_LEAP(year) ? 1 : 2) + (day_of_month) }
#define DAY_IS_LEAP(year) (((year) % 4 == 0 && (year) % 100 != 0) || (year) % 400 == 0)
#define DAY_OPEN { 0 }

/* The ground of a row: an article of an act, or, where no act says it, the reason why we do it so.
 * Numbers are text because amendments insert articles such as 11a. `reading` is set where the act
 * leaves a choice and the row is our reading of it: pages say so, and it belongs in a setting. */
struct cite {
    const struct act *act;
    const char *article;        /* "27", "11a"; "0": the act as a whole */
    const char *clause;         /* "1"; "0" or NULL: the whole article */
    const char *point;          /* "a", "đ"; NULL: the whole clause */
    const char *practice;       /* why, where there is no act: Vietnamese source text */
    const char *reading;        /* what we read into it: Vietnamese source text, or NULL */
};

/* ART(COMPLAINTS, 27, 1) is clause 1 of article 27; clause 0 is the whole article. A point is text,
 * POINT(COMPLAINTS, 12, 1, "đ"): not every letter may stand in an identifier. */
#define ART(law, article_, clause_) { .act = &(law), .article = #article_, .clause = #clause_ }
#define POINT(law, article_, clause_, point_)                                                     \
    { .act = &(law), .article = #article_, .clause = #clause_, .point = (point_) }
#define READING(law, article_, clause_, why)                                                      \
    { .act = &(law), .article = #article_, .clause = #clause_, .reading = (why) }
#define PRACTICE(why) { .practice = (why) }

/* Acts that the law room itself stands on. */
extern const struct act CIVIL_CODE;         /* 91/2015/QH13: how terms are counted, art. 144-148 */
extern const struct act LABOUR_CODE;        /* 45/2019/QH14: rest days and holidays, art. 111-112 */
extern const struct act CULTURE_DAY;        /* 28/2026/QH16: 24 November */

bool act_in_force(const struct act *act, struct day day) PURE;
/* The law that an act is about: of a decree the one that it details, else itself. */
const struct act *act_law(const struct act *act) PURE;
/* "Luật Khiếu nại số 02/2011/QH13", in the tongue of the writer. */
void act_write(struct out *out, const struct act *act);
/* True when the citation names an act or a practice; a row without either is a fault. */
bool cite_is_given(const struct cite *cite) PURE;
/* "khoản 1 Điều 27 Luật Khiếu nại số 02/2011/QH13", or the practice's reason; a reading is added in
 * brackets. In the tongue of the writer. */
void cite_write(struct out *out, const struct cite *cite);
/* By act's number, then article and clause as numbers ("9" before "11" before "11a"); practices
 * last. For tables. */
int cite_compare(const struct cite *a, const struct cite *b) PURE;

#endif
