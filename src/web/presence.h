/* Who has which page open: so that two officers do not write the same answer unknowingly. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_PRESENCE_H
#define WEB_PRESENCE_H

#include "base/arena.h"
#include "base/day.h"
#include "base/id.h"

/* That somebody looks at a page is no fact: nothing follows from it, nobody has to prove it, and in
 * five minutes it is not true any more. So it is no row and no leaf, and no command: a GET must not
 * wait for the desk, and the ledger must not become a record of who read what when. It is kept in
 * the memory of this process, in a table of fixed size under one lock that all threads of the
 * server share, and a restart forgets it. That a GET writes there is the only thing that a GET does
 * beside reading. Where several processes serve one store, each knows its own visitors only; what
 * keeps two officers from overwriting each other is the version in the form (a 409), not this.
 *
 * One id serves for pages about rows of all tables, because ids come from one sequence
 * (docs/decisions/0003). A page about which more people than WAYS meet forgets who was longest
 * unseen; so does one whose place in the table others need. */
struct presence;

enum {
    PRESENCE_S = 300,        /* how long a page counts as open after it was asked for */
    PRESENCE_OTHERS_MAX = 8, /* as many are told of */
};

struct sighting {
    struct id person;
    struct instant since; /* when they opened it, if they did not stay away for longer than that */
    struct instant last;
};

struct presence *presence_make(struct arena *arena);
/* Notes that the person has the page about `subject` open now, and gives who else has, the one who
 * came first at the front; returns how many. Thread-safe. */
size_t presence_meet(struct presence *presence, struct id subject, struct id person,
                     struct instant now, struct sighting ret_others[PRESENCE_OTHERS_MAX]);

#endif
