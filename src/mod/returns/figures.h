/* The figures of a return: each a question to a case, so that every number opens into its cases. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RETURNS_FIGURES_H
#define RETURNS_FIGURES_H

#include "law/period.h"
#include "web/tally.h"

/* What an office had in hand in a period, from whichever service. */
struct counted {
    struct period period;
    struct tally tally;
};

/* Four things are counted, and never mixed: visits or letters, the people in them, the matters that
 * they are about, and cases with some fate. Law: 01/2024/TT-TTCP. Of cases this is true:
 *
 *     ky-truoc + nhan = tong = every fate of the period + con-lai
 *
 * and what is left over at the end of a period is carried over into the next. */
enum measure { MEASURE_CASES, MEASURE_PEOPLE, MEASURE_MATTERS, MEASURE_LETTERS };

struct figure {
    const char *key;   /* stable: rows of the store and addresses use it */
    const char *label; /* Vietnamese source text */
    enum measure measure;
    bool (*counts)(const struct tally_row *row, const struct period *period);
    bool is_past; /* not asked any more: only returns that were signed with it show it */
};
extern const struct figure FIGURES[];
extern const size_t FIGURE_COUNT;
/* NULL: no figure of that key. */
const struct figure *figure_find(struct str key);

/* A kind of case as a column of the return. */
struct column {
    const char *kind; /* of the service */
    const char *label;
    bool is_sealed; /* its cases are nobody's to list: the number stands alone */
};
extern const struct column COLUMNS[];
extern const size_t COLUMN_COUNT;
const struct column *column_find(struct str kind);

bool figure_counts(const struct figure *figure, const struct column *column,
                   const struct tally_row *row, const struct period *period);
int64_t figure_value(const struct figure *figure, const struct column *column,
                     const struct counted *counted);

#endif
