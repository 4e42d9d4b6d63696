/* A house that nobody works in yet: who may set it up, what it asks, what is left to be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_START_H
#define WEB_START_H

#include "base/crypt.h"
#include "store/store.h"
#include "text/html.h"
#include "web/visit.h"

/* An empty house belongs to whoever can read what its server prints: an address with a token, drawn
 * at each start and kept in memory as a hash (main/first_run.h). Behind it a founder, who holds
 * every power (desk.h, struct author), is asked for what there must be before anybody can sign in:
 * a unit, and its administrator. Both are the services' own commands; that a founder's powers end
 * with the first person is asked inside the transaction, by the service that knows the people. So
 * of two who hold the address at once, one wins.
 *
 * What can wait is a task of the administrator's. Steps and tasks are in the services' tables
 * (`start_step`, `start_tasks` in struct module); the service *start* shows them and knows none of
 * the others. Reasons: docs/decisions/0029-first-run.md. */
struct first_run {
    bool is_open;
    struct hash token;
};

/* Has nobody been added yet? Of a snapshot; commands ask again. */
bool start_is_open(struct conn *conn, struct day today);
/* Is that the token of this run, while it is good for something? In constant time. */
bool start_knows(struct visit *v, struct str token);
/* Is it the token of this run, which somebody has used meanwhile? */
bool start_is_over(struct visit *v, struct str token);

/* One question on one page, below /khoi-dau/:token/. `show` writes the page, with v->problems; its
 * form goes to start_url(). `send` reads it and orders, and ends in start_next(). Both are called
 * as the founder. */
struct start_step {
    const char *word; /* the last of its address */
    const char *title;
    int rank; /* lower comes first */
    bool (*is_done)(struct visit *v);
    visit_fn *show;
    visit_fn *send;
};
struct local_url start_url(struct visit *v, const struct start_step *step);
/* To the next step, or to signing in. */
enum status start_next(struct visit *v);
/* Those of all services in their order; NULL behind the last. */
const struct start_step *start_step_at(size_t index);

/* A thing that a new house needs, done or not as the house has it. */
struct start_task {
    const char *label;
    const char *path;  /* without names in it */
    const char *power; /* who is asked; NULL: everyone */
    int rank;
    bool (*is_done)(struct visit *v);
};
enum { START_TASKS_MAX = 24 };
/* Of all services, what this visitor is asked, in their order. */
size_t start_tasks_of(struct visit *v, const struct start_task *ret_tasks[START_TASKS_MAX]);

/* How letters leave this server, for the page that tries it: as its options say. */
struct mail_way {
    const char *smtp; /* NULL: they do not */
    const char *from;
};
const struct mail_way *visit_mail_way(const struct visit *v);

#endif
