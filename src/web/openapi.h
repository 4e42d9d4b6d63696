/* The API's description, OpenAPI 3.1, made from the route rows and the records that they name. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

#include "base/str.h"

struct arena;
struct server;

/* All routes with ROUTE_API. Made once at start: the table does not change while the program
 * runs. */
struct str openapi_make(struct arena *arena, const struct server *server);

#endif
