/* The page for times when the server is down: kept by the proxy, so it stands on nothing else. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_DOWN_H
#define ORG_DOWN_H

#include "base/out.h"
#include "sql/org.h"
#include "text/tongue.h"

/* Only units that have a telephone are listed. */
struct down_unit {
    struct str name;
    struct str phone;
};
struct down_view {
    struct str name; /* of the first unit at the top, and how to reach it; absent: not told */
    struct str phone;
    struct str hours;
    struct str address;
    const struct down_unit *units;
    size_t count;
};

/* A whole page with its style and without a script, a picture or an address of anything; false:
 * there is no unit yet, and nothing was written. */
bool down_page(struct conn *conn, struct day today, struct out *out);

#endif
