/* What a model adds to the figures of each year, from all that is known about it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_FIGURE_RULES_H
#define MODEL_FIGURE_RULES_H

#include "base/arena.h"
#include "sql/model.h"

/* What reports on "Dân vận khéo" give of each year and unit. No law says which: these are those
 * that the reports of Bà Rịa – Vũng Tàu, Vĩnh Long, Phú Ninh and Hội An have in common. Registered
 * anew and kept from before are two figures, because they are recognised at different rates. */
enum model_figure {
#define FIGURE(name, member, label) FIGURE_##name,
#include "mod/model/figures.def"
#undef FIGURE
    MODEL_FIGURES
};
struct model_figure_word {
    const char *word;  /* stable: rows and the API use it */
    const char *label; /* Vietnamese source text */
};
extern const struct model_figure_word model_figures[MODEL_FIGURES];
/* MODEL_FIGURES for a word that is none. */
size_t model_figure_of(struct str word) PURE;

/* All that it follows from. */
struct model_known {
    const struct model_get_row *model;
    struct instant stopped_at; /* none: it was not stopped */
    struct model_entry_facts_rows entries;
    struct model_first_verified_rows verified;
};
struct model_count {
    int64_t year;
    enum model_figure figure;
    int64_t n; /* more than 0 */
};
/* In the arena, each year and figure once; *ret_count of them. A model counts as new in the year in
 * which its list was approved, with its households, money and days of work as they stand there; as
 * kept in a later year in which it was put forward, as registered in both; a copy counts once, in
 * the year in which it was first verified. */
const struct model_count *model_counts_of(struct arena *arena, const struct model_known *known,
                                          size_t *ret_count);

#endif
