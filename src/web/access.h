/* The access log: what officers opened that is kept from others, and what powers were given. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_ACCESS_H
#define WEB_ACCESS_H

#include "base/day.h"
#include "base/id.h"
#include "text/html.h"

struct visit;

/* The page that shows it is one service's (identity) and knows none of the others; each says of its
 * own rows who did what (`access` in its struct module), so there is no second store that could say
 * something else. Only acts of officers are in it, never of citizens, and nothing that tells who
 * denounced somebody: where a line would, its service leaves that out. What was merely looked at by
 * those who may look leaves no row, and no line.
 *
 *     static const struct access_kind kinds[] = { { "award-name", N_("Mở tên") }, { 0 } };
 *     static void lines(struct visit *v, const struct access_query *query,
 *                       struct access_log *ret) {
 *         …rows below query->unit, older than query->before, newest first, the limit of them…
 *         access_put(ret, &(struct access_line){ … });
 *     }
 *     static const struct access_source source = { kinds, lines };
 * / */
struct access_kind {
    const char *name; /* in the address; no two services have one in common */
    const char *label;
};

/* `before`: the id of a line. Ids of all tables are one sequence, so they are an order in time. */
struct access_query {
    struct id unit;       /* and all below it */
    struct id person;     /* who did it; none: anybody */
    const char *kind;     /* NULL: all of the service */
    struct instant from;  /* included */
    struct instant until; /* not included */
    int64_t before;
    int64_t limit;
};
struct access_line {
    int64_t id;
    struct instant at;
    struct id person;     /* who; none: the house itself, at the console or by the clock */
    const char *what;     /* source text */
    struct str about;     /* which paper or whom, where the reader may know it */
    struct local_url url; /* absent: none, or not for the visitor */
    struct str unit;      /* name */
    struct str reason;    /* as it was given */
};
enum { ACCESS_SOURCES_MAX = 8 };
struct access_log {
    struct access_line *lines;
    size_t count;
    size_t room;
};
struct access_source {
    const struct access_kind *kinds; /* a zero row behind the last */
    void (*lines)(struct visit *v, const struct access_query *query, struct access_log *ret);
};

/* Beyond the room nothing is kept. */
void access_put(struct access_log *log, const struct access_line *line);
/* Of all services that have it, newest first, query->limit at most. */
struct access_log access_of_services(struct visit *v, const struct access_query *query);
/* The kind of that name, of any service; NULL: none. And all of them, NULL behind the last. */
const struct access_kind *access_kind_named(struct str name) PURE;
const struct access_kind *access_kind_at(size_t index) PURE;
/* Does the query want that kind? For services that have several. */
bool access_wants(const struct access_query *query, const char *kind) PURE;

#endif
