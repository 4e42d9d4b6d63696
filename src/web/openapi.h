/* The API's description, OpenAPI 3.1, made from the route rows and the records that they name. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

struct out;
struct arena;
struct server;

/* All routes with ROUTE_API; the arena holds what is needed meanwhile. */
void openapi_write(struct out *out, struct arena *arena, const struct server *server);

#endif
