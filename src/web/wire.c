/* The HTTP engine: opening it, its loops, and its end. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire.h"

#include <string.h>
#include <unistd.h>

#include "base/must.h"
#include "web/server.h"
#include "web/wire_listen.h"
#include "web/wire_loop.h"

enum {
    WIRE_ARENA_BYTES = 64 << 20,
    PATIENCE_S = 10,
    /* Large bodies at once: each may take UPLOAD_BODY_BYTES_MAX of the disk, and a sealed one as
     * much memory, of which there is less. */
    SPOOLS_MAX = 32,
    SEALED_SPOOLS_MAX = 6,
};

static struct spools *open_spools(struct arena *arena, unsigned max);

struct wire *wire_start(struct server *server, const struct wire_settings *settings,
                        struct str *ret_why)
{
    uint8_t proxy[16] = { 0 };
    if (settings->proxy && !address_parse(str_of(settings->proxy), proxy)) {
        *ret_why = STR("the proxy's address is neither IPv4 nor IPv6");
        return NULL;
    }
    struct arena *arena = arena_create(WIRE_ARENA_BYTES);
    must(arena && settings->threads > 0 && settings->slow_threads > 0);
    struct wire *wire = new(arena, struct wire, 1);
    wire->server = server;
    wire->settings = *settings;
    wire->settings.patience_s = settings->patience_s ? settings->patience_s : PATIENCE_S;
    wire->arena = arena;
    memcpy(wire->proxy, proxy, sizeof proxy);
    wire->port = settings->port;
    wire->socket = settings->listener
                       ? settings->listener
                       : listen_open(settings->address, settings->port, &wire->port, ret_why);
    if (wire->socket < 0) {
        arena_destroy(arena);
        return NULL;
    }
    wire->crowd = new(arena, struct crowd, 1);
    crowd_open(wire->crowd);
    wire->spools = open_spools(arena, SPOOLS_MAX);
    wire->sealed_spools = open_spools(arena, SEALED_SPOOLS_MAX);
    wire->slow = slow_start(arena, server, settings->slow_threads);
    wire->loops = new(arena, struct loop, settings->threads);
    for (unsigned i = 0; i < settings->threads; i++) {
        loop_start(&wire->loops[i], wire);
    }
    door_open(wire);
    return wire;
}

/* Half of them for one network, so that nobody who sends slowly shuts out all others. */
static struct spools *open_spools(struct arena *arena, unsigned max)
{
    struct spools *spools = new(arena, struct spools, 1);
    spools->max = max;
    spools->network_max = max / 2;
    crowd_open(&spools->crowd);
    return spools;
}

uint16_t wire_port(const struct wire *wire)
{
    return wire->port;
}

void wire_stop(struct wire *wire)
{
    door_shut(wire);
    atomic_store(&wire->is_stopping, true);
    for (unsigned i = 0; i < wire->settings.threads; i++) {
        loop_stop(&wire->loops[i]);
    }
    slow_stop(wire->slow);
    (void)close(wire->socket);
    arena_destroy(wire->arena);
}
