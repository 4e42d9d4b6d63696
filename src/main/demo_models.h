/* What the files of the demonstration's models share: what is told, and its moments. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_DEMO_MODELS_H
#define MAIN_DEMO_MODELS_H

#include "main/demo.h"
#include "mod/model/copy.h"
#include "mod/model/year.h"

/* --- what is told (demo_models_economy.c and the other fields) -------------------------------- */

enum { DEMO_MATTERS = 10, DEMO_TOLD = 3, DEMO_MODELS = MODEL_FIELDS * DEMO_MATTERS * DEMO_TOLD };
enum demo_life { RUNS, GOES_SILENT, IS_STOPPED, WAITS, IS_DRAFT };

/* What one unit made of a matter. */
struct demo_model {
    const char *unit;
    const char *key; /* how copies and years name it */
    enum demo_life life;
    bool is_of_one; /* of a person, not of a unit's people together */
    uint8_t begun;  /* months before the story's end */
    int64_t before;
    int64_t after[3]; /* one for each time that it was measured */
    int64_t cost;
    int64_t households;
    int64_t workdays;
    int64_t land;
    int64_t road;
    /* NULL: those of the matter. */
    const char *metric;
    const char *measure;
    const char *source;
    const char *needs;
    const char *name;
    const char *contact;
    const char *reason;
    const char *goal;
    const char *way;
    const char *place;
    const char *forces;
    const char *resources;
    const char *product;
    const char *upkeep;
    const char *failures[3]; /* one for each time that it was measured */
    const char *learned;     /* of one that is done no more */
};
struct demo_matter {
    const char *metric;
    const char *measure;
    const char *source;
    const char *needs;
    struct demo_model told[DEMO_TOLD];
};
extern const struct demo_matter demo_matters_economy[DEMO_MATTERS],
    demo_matters_culture[DEMO_MATTERS], demo_matters_defence[DEMO_MATTERS],
    demo_matters_politics[DEMO_MATTERS];

/* --- who copies them (demo_models_copies.c) --------------------------------------------------- */

struct demo_copy {
    const char *model; /* key */
    const char *unit;
    const char *parent; /* the unit whose copy it was learned from; NULL: from the model's own */
    uint8_t begun;      /* months before the story's end */
    /* A sign for each check that it reports: verified, turned down and so to be made again, or
     * waiting; E at the end: given up. */
    const char *plan;
    int64_t before;
    int64_t amounts[3];
    const char *difficulties[3];
    const char *said; /* why it was turned down or given up */
};
extern const struct demo_copy demo_copies[];
extern const size_t demo_copy_count;

/* --- their years (demo_models_years.c) -------------------------------------------------------- */

enum { DEMO_APPRAISERS = 3 };
struct demo_entry {
    const char *model; /* key */
    bool is_before;    /* of the year before the one that is told */
    enum year_state ends;
    int64_t self;
    int64_t found[DEMO_APPRAISERS]; /* up to the first 0 */
    const char *said;               /* why it was turned down */
};
extern const struct demo_entry demo_entries[];
extern const size_t demo_entry_count;
/* What the unit says of its own points, and what an appraiser says of theirs. */
struct str demo_assess_words(struct chance *chance);
struct str demo_appraise_words(int64_t points, struct chance *chance);
/* As many points in all, spread over the sheet's criteria. */
void demo_points(int64_t total, struct chance *chance, int64_t ret_points[YEAR_CRITERIA]);

/* --- their moments (demo_models_plan.c) ------------------------------------------------------- */

struct demo_moment_of_model {
    struct instant at;
    uint32_t number; /* those of one instant are told in the order in which they were planned */
    int command;
    uint16_t index; /* of the model, copy or entry that the command is about */
    uint8_t step;   /* the how manieth of its results, checks, appraisals */
    int64_t month;  /* of a check */
    struct day on;  /* on which it was measured */
};
/* Where a model, a copy, an entry stands while the story is told. */
struct demo_told_model {
    const struct demo_matter *matter;
    const struct demo_model *row;
    struct day begins_on;
    struct day listed_on; /* planned; none for one that is not approved */
    struct model_id id;
};
struct demo_told_copy {
    uint16_t model;
    int32_t parent; /* another copy, or -1 */
    struct day begins_on;
    struct day told_on; /* planned */
    struct model_copy_id id;
};
struct demo_told_entry {
    uint16_t model;
    int64_t year;
    struct model_entry_id id;
};
enum { DEMO_MODEL_MOMENTS_MAX = 2000, DEMO_MODEL_COPIES_MAX = 60, DEMO_MODEL_ENTRIES_MAX = 60 };
struct demo_models {
    struct demo *demo;
    struct session *session; /* what the clock reads */
    struct day next_tick;
    uint64_t ticks;
    size_t count;
    size_t next;
    struct demo_moment_of_model moments[DEMO_MODEL_MOMENTS_MAX];
    struct demo_told_model models[DEMO_MODELS];
    struct demo_told_copy copies[DEMO_MODEL_COPIES_MAX];
    struct demo_told_entry entries[DEMO_MODEL_ENTRIES_MAX];
};
/* Of an empty one: every moment between the demonstration's now and its end, in order of time. */
void demo_models_draw(struct demo_models *models);

#endif
