/* Routes: at most one row answers a path, and the address made from a match leads back to it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "base/must.h"
#include "web/module.h"
#include "web/server.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_way_back(const struct visit *v, const struct route_match *match);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct server server;
    if (!server.arena) {
        server.arena = arena_create(64 << 20);
        must(server.arena);
        server.router = router_make(server.arena, modules);
    }
    struct arena *arena = arena_create(1 << 20);
    must(arena);
    struct visit v = { .arena = arena, .server = &server };
    struct str path = str_span(data, size < URL_BYTES_MAX / 4 ? size : URL_BYTES_MAX / 4);
    struct route_match match = router_match(server.router, arena, GET, path);
    must(!match.route || !match.is_malformed);
    if (match.route) {
        must(match.path_known && match.route->method == GET);
        check_way_back(&v, &match);
    }
    arena_destroy(arena);
    return 0;
}

static void check_way_back(const struct visit *v, const struct route_match *match)
{
    struct local_url url = route_url(v, match->route->path, match->params[0], match->params[1],
                                     match->params[2], match->params[3]);
    struct route_match again = router_match(v->server->router, v->arena, GET, url.url);
    if (match->has_suffix) {
        return; /* without it, the address is that of the page itself */
    }
    must(again.route == match->route);
    for (size_t i = 0; i < VISIT_PARAMS_MAX; i++) {
        must(str_is_utf8(match->params[i]) && str_equal(again.params[i], match->params[i]));
    }
}
