/* What waits for a leader today, of all services, each in its own words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WAITING_H
#define WEB_WAITING_H

#include "base/id.h"
#include "text/html.h"

struct visit;

/* The board that shows it is one service's and knows none of the others; each says what waits for
 * the visitor at a unit (`waiting` in its struct module), and leaves out what the visitor has no
 * power for:
 *
 *     struct waiting waiting = waiting_of_services(v, unit);
 *
 * A line's number is that of the rows of the list behind it. */
struct waiting_unit {
    struct id id;
    struct str code;
};
struct waiting_line {
    const char *label; /* source text */
    int64_t count;
    struct local_url url;
};
enum { WAITING_MAX = 24 };
struct waiting {
    struct waiting_line lines[WAITING_MAX];
    size_t count;
};
typedef void waiting_lines_fn(struct visit *v, const struct waiting_unit *unit,
                              struct waiting *ret);

/* Of nothing there is no line. */
void waiting_put(struct waiting *to, const char *label, int64_t count, struct local_url url);
/* Of all services that have one, in the order of their names. */
struct waiting waiting_of_services(struct visit *v, const struct waiting_unit *unit);

#endif
