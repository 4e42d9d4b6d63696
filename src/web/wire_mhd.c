/* The HTTP engine: libmicrohttpd's connections on one side, serving on the other. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <microhttpd.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/must.h"
#include "text/tongue.h"
#include "web/request.h"
#include "web/route.h"
#include "web/server.h"
#include "web/wire_body.h"
#include "web/wire_listen.h"
#include "web/wire_peer.h"
#include "web/wire_slow.h"

/* Each loop is a daemon of libmicrohttpd with one thread, its own epoll set and its own worker;
 * all accept from one socket. Not the library's thread pool: its callbacks do not say in which
 * thread they run, and a thread's connection to the store is nobody else's.
 * docs/decisions/0001-wire-threads.md */
struct loop {
    struct wire *wire;
    struct MHD_Daemon *daemon;
    struct worker *worker;
    struct peers peers;
};

struct wire {
    struct server *server;
    struct wire_settings settings;
    struct arena *arena;
    struct slow *slow;
    struct loop *loops;
    int socket;
    uint16_t port;
    uint8_t proxy[16];
    pthread_t sweeper;
    atomic_bool is_stopping;
    atomic_uint calls;  /* requests that have begun and not ended */
    atomic_uint spools; /* bodies that may lie on disk now */
};

enum {
    /* A head, the library's own notes about it and the head of our answer lie in this memory; ten
     * thousand phones that keep one open must fit into 100 MB with the rest of the program. */
    CONNECTION_BYTES = 7 << 10,
    WIRE_ARENA_BYTES = 64 << 20,
    /* What still comes after a refused body is dropped up to here; then the connection is cut. */
    DROPPED_BYTES_MAX = 1 << 20,
    /* Uploads at once: each may take UPLOAD_BODY_BYTES_MAX of the disk. */
    SPOOLS_MAX = 32,
    REPLY_HEAD_BYTES_MAX = 4096,
    POLL_US = 10000,
};

/* READING until the body is whole; then ours; PARKED once the connection is suspended, READY once
 * the reply is there or the desk has answered. Whoever comes second of those two resumes. */
enum call_state { CALL_HEAD, CALL_BODY, CALL_RUNNING, CALL_PARKED, CALL_READY };

struct call {
    struct loop *loop;
    struct peer *peer;
    struct MHD_Connection *connection;
    struct exchange *exchange;
    struct body body;
    struct slow_job job;
    uint64_t dropped_bytes;
    enum status refused; /* OK, or what the wire itself answers */
    const char *why;
    unsigned flags; /* of the route */
    bool has_spool;
    bool must_close;
    atomic_int state;
    struct header *headers;
    unsigned holders; /* the library's request and its response; the last one closes */
};

/* The library's callbacks. */
static void *begin_call(void *loop, const char *target, struct MHD_Connection *connection);
static enum MHD_Result go_on(void *loop, struct MHD_Connection *connection, const char *url,
                             const char *method, const char *version, const char *bytes,
                             size_t *byte_count, void **context);
static void end_call(void *loop, struct MHD_Connection *connection, void **context,
                     enum MHD_RequestTerminationCode code);
static void change_peer(void *loop, struct MHD_Connection *connection, void **context,
                        enum MHD_ConnectionNotificationCode code);
static size_t leave_escaped(void *context, struct MHD_Connection *connection, char *text);
static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name,
                                  size_t name_n, const char *value, size_t value_n);

static bool start_loop(struct wire *wire, struct loop *loop);
static void *run_sweeper(void *wire);
static enum MHD_Result take_head(struct call *call, const char *method);
static enum status check_head(struct call *call);
static void set_peer_address(struct call *call);
static enum MHD_Result take_body(struct call *call, struct str piece);
static enum MHD_Result run_call(struct call *call);
static enum MHD_Result run_slow(struct call *call);
static enum MHD_Result refuse_call(struct call *call);
static void park(struct call *call);
static void call_ready(void *subject);
static enum MHD_Result send_reply(struct call *call);
static enum MHD_Result send_overload(struct MHD_Connection *connection);
static void add_reply_headers(struct call *call, struct MHD_Response *response);
static void release_call(void *subject);

struct wire *wire_start(struct server *server, const struct wire_settings *settings,
                        struct str *ret_why)
{
    struct arena *arena = arena_create(WIRE_ARENA_BYTES);
    must(arena && settings->threads > 0 && settings->slow_threads > 0);
    struct wire *wire = new(arena, struct wire, 1);
    wire->server = server;
    wire->settings = *settings;
    wire->arena = arena;
    wire->port = settings->port;
    wire->socket = settings->listener
                       ? settings->listener
                       : listen_open(settings->address, settings->port, &wire->port, ret_why);
    if (wire->socket < 0 ||
        (settings->proxy && !address_parse(str_of(settings->proxy), wire->proxy))) {
        arena_destroy(arena);
        return NULL;
    }
    wire->slow = slow_start(arena, server, settings->slow_threads);
    wire->loops = new(arena, struct loop, settings->threads);
    for (unsigned i = 0; i < settings->threads; i++) {
        must(start_loop(wire, &wire->loops[i]));
    }
    must(pthread_create(&wire->sweeper, NULL, run_sweeper, wire) == 0);
    return wire;
}

uint16_t wire_port(const struct wire *wire)
{
    return wire->port;
}

/* The library may not be stopped while a connection is suspended, and those come back as soon as
 * the desk or a slow worker has answered. Peers that are slow themselves fall to the sweeper. */
void wire_stop(struct wire *wire)
{
    atomic_store(&wire->is_stopping, true);
    for (unsigned i = 0; i < wire->settings.threads; i++) {
        (void)MHD_quiesce_daemon(wire->loops[i].daemon);
    }
    while (atomic_load(&wire->calls) > 0) {
        (void)usleep(POLL_US);
    }
    must(pthread_join(wire->sweeper, NULL) == 0);
    for (unsigned i = 0; i < wire->settings.threads; i++) {
        MHD_stop_daemon(wire->loops[i].daemon);
        worker_close(wire->loops[i].worker);
    }
    slow_stop(wire->slow);
    (void)close(wire->socket);
    arena_destroy(wire->arena);
}

static bool start_loop(struct wire *wire, struct loop *loop)
{
    const struct wire_settings *settings = &wire->settings;
    unsigned connections = settings->connections_max / settings->threads;
    loop->wire = wire;
    loop->worker = worker_open(wire->server);
    peers_open(&loop->peers, wire->arena, connections, settings->patience_s);
    loop->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL, NULL,
        go_on, loop, MHD_OPTION_LISTEN_SOCKET, dup(wire->socket), MHD_OPTION_CONNECTION_LIMIT,
        connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
        MHD_OPTION_CONNECTION_TIMEOUT, settings->timeout_s, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, begin_call, loop, MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped,
        NULL, MHD_OPTION_NOTIFY_CONNECTION, change_peer, loop, MHD_OPTION_NOTIFY_COMPLETED,
        end_call, loop, MHD_OPTION_END);
    return loop->daemon != NULL;
}

static void *run_sweeper(void *subject)
{
    struct wire *wire = subject;
    while (!atomic_load(&wire->is_stopping) || atomic_load(&wire->calls) > 0) {
        for (unsigned i = 0; i < wire->settings.threads; i++) {
            peers_sweep(&wire->loops[i].peers);
        }
        (void)usleep(25 * POLL_US);
    }
    return NULL;
}

static void change_peer(void *subject, struct MHD_Connection *connection, void **context,
                        enum MHD_ConnectionNotificationCode code)
{
    struct loop *loop = subject;
    struct server *server = loop->wire->server;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *context = peer_take(&loop->peers, info->connect_fd);
        atomic_fetch_add(&server->metrics.connections, 1);
    } else {
        if (*context) {
            peer_give(*context);
        }
        atomic_fetch_sub(&server->metrics.connections, 1);
    }
}

/* The request line is there, untouched; the exchange begins. Its memory is taken here and given
 * back when the answer is out, so an idle connection has none. */
static void *begin_call(void *subject, const char *target, struct MHD_Connection *connection)
{
    struct loop *loop = subject;
    struct exchange *exchange = exchange_open(loop->wire->server);
    if (!exchange) {
        return NULL;
    }
    struct arena *arena = exchange_arena(exchange);
    struct call *call = new(arena, struct call, 1);
    call->loop = loop;
    call->connection = connection;
    call->exchange = exchange;
    call->body.file = -1;
    call->holders = 1;
    call->peer =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
    if (call->peer) {
        peer_owes_head(call->peer, 0);
    }
    /* One byte more than allowed is enough to see that it is too long. */
    struct str line = str_slice(str_of(target ? target : ""), 0, URL_BYTES_MAX + 2);
    request_set_target(exchange_request(exchange), str_copy(arena, line));
    /* The library would take the query apart too, into memory of the connection; where that is too
     * small for a thousand parameters, 0.9.75 neither answers nor ends. So it gets to see no query.
     */
    char *query = target ? strchr(target, '?') : NULL;
    if (query) {
        query[1] = '\0';
    }
    atomic_fetch_add(&loop->wire->calls, 1);
    return call;
}

static size_t leave_escaped(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

static void end_call(void *subject, struct MHD_Connection *connection, void **context,
                     enum MHD_RequestTerminationCode code)
{
    struct loop *loop = subject;
    struct call *call = *context;
    (void)connection;
    (void)code;
    if (!call) {
        return;
    }
    if (call->has_spool) {
        atomic_fetch_sub(&loop->wire->spools, 1);
    }
    if (call->peer) {
        peer_owes_head(call->peer, loop->wire->settings.timeout_s);
    }
    *context = NULL;
    release_call(call);
    atomic_fetch_sub(&loop->wire->calls, 1);
}

static void release_call(void *subject)
{
    struct call *call = subject;
    if (--call->holders == 0) {
        exchange_close(call->exchange);
    }
}

/* NOLINTNEXTLINE(readability-function-size): the library says what its callback takes. */
static enum MHD_Result go_on(void *subject, struct MHD_Connection *connection, const char *url,
                             const char *method, const char *version, const char *bytes,
                             size_t *byte_count, void **context)
{
    struct call *call = *context;
    (void)subject;
    (void)url;
    (void)version;
    if (!call) {
        return send_overload(connection);
    }
    switch ((enum call_state)atomic_load(&call->state)) {
    case CALL_HEAD:
        return take_head(call, method);
    case CALL_BODY:
        if (*byte_count > 0) {
            struct str piece = str_span(bytes, *byte_count);
            *byte_count = 0;
            return take_body(call, piece);
        }
        return run_call(call);
    case CALL_READY:
        if (call->flags & ROUTE_SLOW) {
            return send_reply(call);
        }
        serve_finish(call->loop->worker, call->exchange);
        return send_reply(call);
    case CALL_RUNNING:
    case CALL_PARKED:
        break;
    }
    must(false); /* a suspended connection is left alone */
    return MHD_NO;
}

static enum MHD_Result take_head(struct call *call, const char *method)
{
    struct request *request = exchange_request(call->exchange);
    request->method = method_of(str_of(method));
    call->headers = new(exchange_arena(call->exchange), struct header, HEADERS_MAX + 1);
    request->headers = call->headers;
    MHD_get_connection_values_n(call->connection, MHD_HEADER_KIND, add_header, call);
    set_peer_address(call);
    atomic_store(&call->state, CALL_BODY);
    call->refused = check_head(call);
    if (call->refused) {
        call->must_close = true;
        return refuse_call(call);
    }
    if (call->peer) {
        peer_owes_body(call->peer);
    }
    return MHD_YES;
}

/* The values stay where the library has them, which is until end_call(). */
static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name,
                                  size_t name_n, const char *value, size_t value_n)
{
    struct call *call = context;
    struct request *request = exchange_request(call->exchange);
    (void)kind;
    if (request->header_count <= HEADERS_MAX) {
        call->headers[request->header_count++] =
            (struct header){ str_span(name, name_n),
                             str_trim(str_span(value ? value : "", value_n)) };
    }
    return MHD_YES;
}

/* All that can be refused before a byte of the body is read. */
static enum status check_head(struct call *call)
{
    struct wire *wire = call->loop->wire;
    struct framing framing = { 0 };
    enum status status = request_check(exchange_request(call->exchange), &framing, &call->why);
    if (status) {
        return status;
    }
    call->flags = serve_flags(call->exchange);
    bool is_upload = (call->flags & ROUTE_UPLOAD) && wire->settings.spool_folder;
    uint64_t bytes_max = is_upload ? UPLOAD_BODY_BYTES_MAX : FORM_BODY_BYTES_MAX;
    if (framing.length_bytes > bytes_max) {
        return STATUS_TOO_LARGE;
    }
    if (is_upload) {
        /* Reading what may be fifty megabytes is no work for a loop. */
        call->flags |= ROUTE_SLOW;
        call->has_spool = true;
        if (atomic_fetch_add(&wire->spools, 1) >= SPOOLS_MAX) {
            return STATUS_BUSY;
        }
    }
    call->body = body_open(exchange_arena(call->exchange), framing.length_bytes, bytes_max,
                           wire->settings.spool_folder);
    return STATUS_OK;
}

static void set_peer_address(struct call *call)
{
    const struct wire *wire = call->loop->wire;
    struct request *request = exchange_request(call->exchange);
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(call->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    address_of(info->client_addr, request->peer);
    if (wire->settings.proxy && memcmp(request->peer, wire->proxy, sizeof wire->proxy) == 0) {
        /* The last address is the one that the proxy itself has seen. */
        struct str seen = STR_NONE;
        struct str rest = request_header(request, "X-Forwarded-For");
        while (rest.p) {
            seen = str_trim(str_cut(&rest, ','));
        }
        (void)!address_parse(seen, request->peer);
        request->is_secure =
            str_equal_nocase(request_header(request, "X-Forwarded-Proto"), STR("https"));
    }
}

/* In the middle of a body the library sends nothing, so what follows a refusal is dropped, and the
 * connection cut if it is much. */
static enum MHD_Result take_body(struct call *call, struct str piece)
{
    if (!call->refused) {
        call->refused = body_add(&call->body, piece);
        call->must_close = call->refused != STATUS_OK;
    }
    if (call->refused) {
        call->dropped_bytes += piece.n;
        return call->dropped_bytes <= DROPPED_BYTES_MAX ? MHD_YES : MHD_NO;
    }
    if (call->peer) {
        peer_sent_body(call->peer, call->body.received);
    }
    return MHD_YES;
}

static enum MHD_Result run_call(struct call *call)
{
    struct request *request = exchange_request(call->exchange);
    if (call->peer) {
        peer_owes_nothing(call->peer);
    }
    if (!call->refused) {
        call->refused = body_end(&call->body, &request->body);
    }
    if (call->refused) {
        return refuse_call(call);
    }
    atomic_store(&call->state, CALL_RUNNING);
    if (call->flags & ROUTE_SLOW) {
        return run_slow(call);
    }
    if (serve_start(call->loop->worker, call->exchange, call_ready, call) == SERVED) {
        return send_reply(call);
    }
    park(call);
    return MHD_YES;
}

static enum MHD_Result run_slow(struct call *call)
{
    struct slow *slow = call->loop->wire->slow;
    if (!slow_reserve(slow)) {
        call->refused = STATUS_BUSY;
        return refuse_call(call);
    }
    call->job = (struct slow_job){ .exchange = call->exchange, .done = call_ready, .waiter = call };
    slow_run(slow, &call->job);
    park(call);
    return MHD_YES;
}

static enum MHD_Result refuse_call(struct call *call)
{
    struct str detail = call->why ? str_of(call->why) : STR_NONE;
    serve_refuse(call->loop->worker, call->exchange, call->refused, detail);
    return send_reply(call);
}

/* The answer may have come before we got here. */
static void park(struct call *call)
{
    struct MHD_Connection *connection = call->connection;
    MHD_suspend_connection(connection);
    if (atomic_exchange(&call->state, CALL_PARKED) == CALL_READY) {
        atomic_store(&call->state, CALL_READY);
        MHD_resume_connection(connection);
    }
}

/* From the desk's or a slow worker's thread. */
static void call_ready(void *subject)
{
    struct call *call = subject;
    struct MHD_Connection *connection = call->connection;
    if (atomic_exchange(&call->state, CALL_READY) == CALL_PARKED) {
        MHD_resume_connection(connection);
    }
}

static enum MHD_Result send_reply(struct call *call)
{
    struct str body = reply_body(exchange_reply(call->exchange));
    struct MHD_Response *response = MHD_create_response_from_buffer_with_free_callback_cls(
        body.n, (void *)(uintptr_t)body.p, release_call, call);
    if (!response) {
        return MHD_NO;
    }
    call->holders++;
    add_reply_headers(call, response);
    if (call->peer) {
        peer_takes_reply(call->peer, body.n);
    }
    unsigned status = (unsigned)exchange_reply(call->exchange)->http_status;
    enum MHD_Result result = MHD_queue_response(call->connection, status, response);
    MHD_destroy_response(response);
    return result;
}

/* The library copies names and values and wants them ended by NUL. */
static void add_reply_headers(struct call *call, struct MHD_Response *response)
{
    const struct reply *reply = exchange_reply(call->exchange);
    for (size_t i = 0; i < reply->header_count; i++) {
        char text[REPLY_HEAD_BYTES_MAX];
        struct out out = out_fixed(text, sizeof text);
        out_str_raw(&out, reply->headers[i].name);
        out_char(&out, '\0');
        size_t value_at = out.n;
        out_str_raw(&out, reply->headers[i].value);
        out_char(&out, '\0');
        must(!out.overflowed);
        (void)MHD_add_response_header(response, text, text + value_at);
    }
    if (call->must_close || atomic_load(&call->loop->wire->is_stopping)) {
        (void)MHD_add_response_header(response, "Connection", "close");
    }
}

/* Not even memory for a request: the one answer that serve() does not make. */
static enum MHD_Result send_overload(struct MHD_Connection *connection)
{
    static char nothing[] = "";
    struct MHD_Response *response =
        MHD_create_response_from_buffer(0, nothing, MHD_RESPMEM_PERSISTENT);
    if (!response) {
        return MHD_NO;
    }
    (void)MHD_add_response_header(response, "Retry-After", "5");
    (void)MHD_add_response_header(response, "Connection", "close");
    enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_SERVICE_UNAVAILABLE, response);
    MHD_destroy_response(response);
    return result;
}
