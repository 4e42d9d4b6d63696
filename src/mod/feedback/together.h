/* The same act on many reports at once: what officers do with a morning's inbox. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_TOGETHER_H
#define FEEDBACK_TOGETHER_H

#include "mod/feedback/pages.h"

/* One command does it, act by act, each by all rules that it has alone, with a fact of its own. One
 * that is refused changes nothing and holds up none of the others: the answer names it and says
 * why. When all are refused because of what was typed, the whole is, beside that field. */

/* A page of the inbox. */
enum { TOGETHER_MAX = 50 };

struct together {
    struct str reports; /* a line each: code, version that was looked at, act; by blanks */
    struct str text;
    struct str reason;
    struct str person;
    int64_t amount;
};
extern const struct record together_record;
apply_fn apply_together;

/* What can be done with many. The first of its acts that the workflow allows is the one that a
 * report gets: a new one is accepted, one that was passed on is taken. */
struct together_act {
    const char *name;
    const char *acts[2];
    const char *fields[2];
    const char *key;  /* the officer's, on the keyboard */
    bool is_in_inbox; /* else it is offered elsewhere */
};
extern const struct together_act together_acts[];
extern const size_t together_act_count;
/* NULL: none of that name. */
const struct together_act *together_act(struct str name);

/* The answer, line by line: false behind the last. */
bool together_refused_next(struct str *answer, struct str *ret_code, struct str *ret_why);

#endif
