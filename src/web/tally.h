/* What a report that the law asks for is counted from: how a service says what it had in hand. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_TALLY_H
#define WEB_TALLY_H

#include "base/day.h"
#include "base/id.h"
#include "store/store.h"

/* Letters come to several services, and one report counts them all. The service that reports knows
 * none of the others; each fills in rows of one form (`tally` in its struct module), and a number
 * and the list behind it are made of the same rows (docs/decisions/0018):
 *
 *     struct tally tally = tally_of_services(conn, &ask);
 *
 * Cases of the room `case` come as the same rows from case_tally(). Law: 01/2024/TT-TTCP. */
struct tally_ask {
    struct id unit; /* and those below it */
    struct day from;
    struct day until; /* both included */
    struct day today; /* what is due later is not late yet */
};

/* One matter that came with a letter or a visit. Days are absent where that did not happen. */
struct tally_row {
    struct str kind; /* of the service: "complaint" */
    struct str code;
    struct str unit_name;
    struct str desk_path; /* before its code: where those who may look find it */
    /* How it ended: "refused", "forwarded", "guided", "returned", "filed", "withdrawn" mean the
     * same in every service; any other word is its own. */
    struct str state;
    struct str outcome; /* of a settled one: "right", "partly", "wrong"; or absent */
    struct day received_on;
    struct day accepted_on;
    struct day settled_on;
    struct day ended_on;
    int64_t people; /* in the letter; none where another row counts them */
    int64_t late;   /* duties that were not done in their time */
    bool is_letter; /* false: a second matter of a letter that another row is about */
    bool is_matter; /* false: of a matter that another row is about */
};

/* As many rows as a request has memory for, of all kinds together. */
enum { TALLY_MAX = 30000 };
struct tally {
    const struct tally_row *rows;
    size_t count;
    bool is_cut; /* there are more: no number may be made of these */
};
/* Whatever was in hand on a day between `from` and `until`. Rows lie in the connection's arena. */
typedef struct tally tally_fn(struct conn *conn, const struct tally_ask *ask);

/* Of all services that have one, in the order of their names. */
tally_fn tally_of_services;
struct tally tally_join(struct arena *arena, const struct tally *first, const struct tally *second);
/* The last day of what was asked for that has come. */
struct day tally_last_day(const struct tally_ask *ask) PURE;

#endif
