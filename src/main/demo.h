/* What the files of the demonstration share: its world, its chance, its people, words and lives. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_DEMO_H
#define MAIN_DEMO_H

#include "base/attr.h"
#include "main/house.h"
#include "studio/scene.h"

/* Everything here is made up by us and drawn from one seed: the same seed, day and number of papers
 * give the same papers, codes and secrets. Only keys and signatures differ from folder to folder.
 */

struct demo;

/* --- chance ----------------------------------------------------------------------------------- */

/* splitmix64: small enough that every paper carries its own stream. Nothing here is a secret. */
struct chance {
    uint64_t state;
};
uint64_t chance_next(struct chance *chance);
/* 0 to n - 1; n > 0. */
size_t chance_below(struct chance *chance, size_t n);
/* Both ends included. */
int64_t chance_between(struct chance *chance, int64_t from, int64_t to);
bool chance_percent(struct chance *chance, unsigned percent);
#define CHANCE_PICK(chance, array) ((array)[chance_below((chance), COUNT(array))])
/* One of the parts of "a|b|c". */
struct str chance_part(struct chance *chance, const char *parts);

/* --- places (demo_places.c) ------------------------------------------------------------------- */

/* A commune that gets papers, or an office that papers are passed on to (weight 0). */
struct place {
    const char *unit;    /* official code */
    const char *name;    /* inside a sentence: "phường Phú Xuân" */
    unsigned weight;     /* its share of the papers */
    const char *streets; /* "a|b"; NULL: a village, see demo_spot() */
    const char *marks;   /* what people name when they do not know the number */
    int64_t lat_micro;   /* about its middle; 0: no map */
    int64_t lon_micro;
};
extern const struct place demo_places[];
extern const size_t demo_place_count;
/* By code; there must be one. */
size_t demo_place_of(struct str unit);

/* Where something is: "trước số 45 đường Chi Lăng". The same chance gives the same spot. */
struct str demo_spot(const struct place *place, struct chance chance, struct arena *arena);

/* --- words (demo_topics.c, demo_words.c) ------------------------------------------------------ */

/* One thing that goes wrong. {noi} is the spot, {khi} since when, {donvi} the place's name, {ngay}
 * a day, {ten} an official. */
struct subject {
    const char *says;
    const char *harms;
    const char *answers; /* who did what, and when: it passes law/answer.h */
    enum scene scene;    /* what a photo of it shows; none: it cannot be seen */
};
struct topic {
    const char *category; /* slug */
    const char *office;   /* code of the office that it is passed on to, or that is asked */
    bool has_place;       /* it happens somewhere; the category asks where */
    uint8_t months[12];   /* how often, January first */
    const char *asks;     /* what an officer wants to know of the sender */
    const char *adds;     /* what the sender replies */
    const struct subject *subjects;
    size_t subject_count;
    const char *replies; /* to the category's questions, "a|b"; NULL: it asks none */
};
extern const struct topic demo_topics[];
extern const size_t demo_topic_count;

/* What one paper is about. */
struct matter {
    const struct place *place;
    const struct topic *topic;
    const struct subject *subject;
    struct chance spot;
};
struct str demo_report_text(const struct matter *matter, struct chance *chance,
                            struct arena *arena);
struct str demo_answer_text(const struct matter *matter, struct day day, struct str official,
                            struct chance *chance, struct arena *arena);
/* What is said with an act other than an answer; absent when nothing is. */
struct str demo_act_text(const struct matter *matter, struct str act, struct chance *chance,
                         struct arena *arena);
struct str demo_act_reason(struct str act, struct chance *chance);
struct str demo_person_name(struct chance *chance, struct arena *arena);
/* 0900 and six digits: a range that no network gives out. */
struct str demo_phone(struct chance *chance, struct arena *arena);

/* --- photos (demo_photos.c) ------------------------------------------------------------------- */

struct photos;
/* Draws `count` photos of it and has the studio take them in, as it does with a citizen's: sealed
 * files, which the next order names. NULL when the studio takes none; that is said once. */
const struct photos *demo_photos(struct demo *demo, enum scene scene, struct chance *chance,
                                 size_t count);

/* --- fates (demo_fates.c) --------------------------------------------------------------------- */

enum actor { BY_OFFICER, BY_LEADER, BY_CITY, BY_OFFICE, BY_CITIZEN, BY_TIME };
enum moment {
    OF_TERM,     /* percent of the term, from its start */
    AFTER_HOURS, /* hours after the step before */
    AFTER_DAYS,
};
struct turn {
    const char *act;
    enum actor by;
    enum moment when;
    uint16_t from;
    uint16_t to;
};
/* How a paper's life goes. A life that runs into today stops there. */
struct fate {
    unsigned weight;       /* its share of all papers; 0: only where it is asked for */
    struct turn turns[12]; /* up to the first without an act */
};
const struct fate *demo_fate(struct chance *chance);
const struct fate *demo_fate_plain(void);
/* Papers of the last days that show every state, however few papers there are. */
struct showpiece {
    unsigned days_ago;
    const struct fate *fate;
    const char *category; /* NULL: any */
};
extern const struct showpiece demo_showpieces[];
extern const size_t demo_showpiece_count;

/* --- people (demo_people.c) ------------------------------------------------------------------- */

struct staff {
    struct author officer;
    struct author leader; /* approves answers */
    struct str officer_name;
};
/* Makes everybody, at the world's beginning. False after a sentence on stderr. */
bool demo_people_make(struct demo *demo);
void demo_people_print(void);

/* --- the world (demo_story.c) ----------------------------------------------------------------- */

enum { DEMO_KEEPERS = 2, DEMO_CODE_BYTES = 16 };
struct demo {
    struct house house;
    struct arena *arena; /* of the whole story */
    struct arena *page;  /* of one batch */
    struct instant now;  /* the virtual clock */
    struct instant end;  /* today, when the story ends */
    struct instant first_paper;
    uint64_t seed;
    uint64_t orders; /* given so far: each has a seed of its own */
    int64_t papers;
    struct staff *staff; /* one per place */
    bool has_no_studio;
    struct author city;
    struct author keepers[DEMO_KEEPERS]; /* of the names of denouncers */
    struct author verifier;              /* of what they said */
    struct str mailbox_code;             /* of the one that visitors may open; of the story */
    struct demo_models *models;
};
/* An order of the demonstration; its arena is the page's. */
struct order *demo_order(struct demo *demo, const struct command *command, const void *args,
                         struct author author);
/* Runs it alone; false after its sentence on stderr. */
bool demo_do(struct demo *demo, struct order *order);
/* Runs them in one batch; what was refused is said on stderr. */
void demo_do_all(struct demo *demo, struct order *const *orders, size_t count);
/* Tells 13 months of papers, in the order of time. What the house refuses on the way is said on
 * stderr, once, and the rest goes on. */
void demo_story_tell(struct demo *demo);

/* --- complaints (demo_complaints.c) ----------------------------------------------------------- */

/* One in each state that an officer meets in a week, received and settled by the author. */
void demo_complaints_tell(struct demo *demo, struct author author);

/* --- denunciations (demo_denunciations.c) ----------------------------------------------------- */

#define DEMO_ORIGIN "demo.kheo.example/log"

/* Keys for whoever reads and for whoever keeps names, and letters sealed to them, one in each of
 * the main states: the city settles them. */
void demo_denunciations_tell(struct demo *demo);
/* The passphrase of the keys, and code and secret of one mailbox. */
void demo_denunciations_print(const char *dir);

/* --- models (demo_models.c) ------------------------------------------------------------------- */

/* Three years of models "Dân vận khéo", their copies and their years. The story begins with them,
 * and tells what happens to them as its own time comes to it; none of it is earlier than that. */
bool demo_models_open(struct demo *demo);
/* All that happens until then; the virtual clock stands where the last of it happened. */
void demo_models_tell(struct demo *demo, struct instant until);
void demo_models_close(struct demo *demo);

/* --- receptions (demo_receptions.c) ----------------------------------------------------------- */

/* A year of days is posted before the story begins, because each must be in time; what became of
 * them is told at its end. The list lives as long as the demonstration. */
struct demo_receptions;
struct demo_receptions *demo_receptions_post(struct demo *demo, struct author ward);
void demo_receptions_tell(struct demo *demo, struct author ward,
                          const struct demo_receptions *receptions);

#endif
