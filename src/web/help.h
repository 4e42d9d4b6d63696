/* What a page is for, what one can do there, and what comes next: written once, read in two places.
 */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_HELP_H
#define WEB_HELP_H

#include "base/attr.h"
#include "base/str.h"

/* Each service says it of its own pages in a table (`help` in its struct module). The foot of a
 * page shows the row of its route, and the guide of a role (the service *help*) is made of the rows
 * that bear its bit, so that a button which gets another name is called so in both:
 *
 *     const struct help_row awards_help[] = {
 *         { "/cb/awards/moi", N_("Trang này ghi việc đáng khen."),
 *           { N_("Điền việc và ngày, rồi bấm “Ghi vào sổ”.") }, N_("Ai cũng đọc được ngay."),
 *           HELP_FOR(OFFICER), 50, N_("Khen một đơn vị") },
 *         { 0 },
 *     };
 *
 * Sentences are Vietnamese source texts: one each, of at most HELP_WORDS_MAX words, the verb first.
 * What stands in “…” is the name of a button or a page, exactly as it is there. A test
 * (main/tests/help_test.c) holds every page and every sentence to this. */

enum help_role {
    HELP_CITIZEN,
    HELP_OFFICER,
    HELP_COUNTER,
    HELP_LEADER,
    HELP_READER,
    HELP_ADMIN,
    HELP_ROLES
};
#define HELP_FOR(role) (1U << HELP_##role)

enum { HELP_STEPS_MAX = 3, HELP_SENTENCES_MAX = 4, HELP_WORDS_MAX = 20 };

struct help_row {
    const char *path; /* of a route, or with a last segment `*`: of that page and all below it */
    const char *purpose;
    const char *steps[HELP_STEPS_MAX]; /* NULL behind the last */
    const char *next;                  /* what happens then; NULL: nothing more */
    unsigned guides;                   /* those of HELP_FOR() that its steps stand in */
    int rank;                          /* in these: lower comes first */
    const char *title;                 /* in these: what one wants */
};

size_t help_step_count(const struct help_row *row) PURE;

struct module;

/* The row of a route's path: its own, else that of the nearest family; NULL: it has none. */
const struct help_row *help_of(const struct module *const *services, struct str path) PURE;
/* The same, or else that of the nearest page above it: for what forms are sent to, and what is
 * drawn in a page's place. */
const struct help_row *help_near(const struct module *const *services, struct str path) PURE;
/* All rows, in the order of the services' names; NULL behind the last. */
const struct help_row *help_at(const struct module *const *services, size_t index) PURE;

/* A guide, by the last word of its address, /tro-giup/WORD. */
struct help_guide {
    const char *word;
    const char *title; /* "Hướng dẫn cho người dân" */
    const char *about;
};
extern const struct help_guide help_guides[HELP_ROLES];
/* The first guide that a row stands in; NULL: none. */
const struct help_guide *help_guide_of(const struct help_row *row) PURE;

#endif
