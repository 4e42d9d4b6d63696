/* The wire: what a request and a reply are, without a socket, and the HTTP engine. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_H
#define WEB_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"
#include "base/str.h"

enum method { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, METHOD_OTHER };

struct header {
    struct str name;
    struct str value;
};

/* What came in. All spans live until the reply has been sent. */
struct request {
    enum method method;
    struct str path;            /* as sent, before decoding, without the query */
    struct str query;
    const struct header *headers;
    size_t header_count;
    struct str body;            /* large ones are a mapped file */
    uint8_t peer[16];           /* IPv6, or IPv4 mapped into it; rate limits see a prefix only */
    bool is_secure;             /* came over TLS, here or at the proxy in front */
    bool is_old;                /* HTTP/1.0 */
};
struct str request_header(const struct request *request, const char *name);

enum { REPLY_HEADERS_MAX = 24 };

struct reply {
    int http_status;
    struct header headers[REPLY_HEADERS_MAX];
    size_t header_count;
    struct out body;
    /* A constant body instead (embedded files): served without a copy. */
    struct str fixed_body;
};
void reply_header(struct reply *reply, const char *name, struct str value);

/* The engine: listens, reads heads and bodies up to the limits, and calls serve (web/serve.h). */
struct wire;
struct wire_settings {
    const char *address;        /* "127.0.0.1" */
    uint16_t port;              /* 0: any free one, see wire_port() */
    int listener;               /* opened before (wire_listen.h), becomes the wire's; 0: none */
    unsigned threads;
    unsigned connections_max;
    /* Of one /24 or /56 (wire_crowd.h); 0: no limit. The proxy is not counted. */
    unsigned network_connections_max;
    unsigned timeout_s;         /* of silence, between requests too */
    unsigned patience_s;        /* for a whole head, and before a body must flow; 0: ten */
    unsigned slow_threads;      /* workers for ROUTE_SLOW */
    /* The address of the proxy in front, whose X-Forwarded-For and -Proto are believed; NULL:
     * nobody's are. */
    const char *proxy;
    const char *spool_folder;   /* for large bodies; NULL: none larger than a form is taken */
};
struct server;
/* NULL, and *ret_why says why (a taken port is one sentence). */
struct wire *wire_start(struct server *server, const struct wire_settings *settings,
                        struct str *ret_why) MUST_USE;
uint16_t wire_port(const struct wire *wire);
/* Takes no more connections, answers what has come in, then ends; the desk must still run. */
void wire_stop(struct wire *wire);

#endif
