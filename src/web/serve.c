/* Serving: route, guard, form, handler, face, in one direction; and what if memory runs out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/serve.h"

#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"
#include "web/builtin.h"
#include "web/cookie.h"
#include "web/face.h"
#include "web/guard.h"
#include "web/gzip.h"
#include "web/headers.h"
#include "web/problem.h"
#include "web/server.h"
#include "web/tongues.h"

/* How long one request may read, before its snapshot fails with TIMEOUT. */
enum { READ_BUDGET_MS = 200, SLOW_READ_BUDGET_MS = 2000, SERVER_ARENA_BYTES = 32 << 20 };

static void open_visit(struct exchange *exchange);
static void speak_as_asked(struct exchange *exchange);
static void route_once(struct exchange *exchange);
static enum face face_of(const struct exchange *exchange);
static enum status handle(struct worker *worker, struct exchange *exchange);
static enum status refuse_route(struct exchange *exchange);
static enum status answer_options(struct exchange *exchange);
static struct str allowed_methods(const struct exchange *exchange);
static enum status handle_route(struct worker *worker, struct exchange *exchange);
static void read_what_is_kept(struct exchange *exchange, size_t bytes_max);
static enum status read_form(struct exchange *exchange);
static bool begin_snap(struct worker *worker, struct exchange *exchange);
static enum status end_snap(struct exchange *exchange);
static bool is_ordered(const struct exchange *exchange, enum status status);
static void order_ready(struct order *order);
static void finish(struct worker *worker, struct exchange *exchange, enum status status);
static bool needs_standard_page(const struct reply *reply, enum status status);
static void recover(struct worker *worker, struct exchange *exchange);
static void seal_reply(struct worker *worker, struct exchange *exchange);

struct server *server_make(const struct server_settings *settings)
{
    struct arena *arena = arena_create(SERVER_ARENA_BYTES);
    must(arena);
    struct server *server = new (arena, struct server, 1);
    server->settings = *settings;
    server->arena = arena;
    server->rates = rates_make(arena);
    server->presence = presence_make(arena);
    server->cache = page_cache_make(arena);
    arena_pool_open(&server->pool);
    for (size_t m = 0; settings->modules[m]; m++) {
        if (settings->modules[m]->visitor) {
            must(!server->doorkeeper);
            server->doorkeeper = settings->modules[m];
        }
        if (settings->modules[m]->languages) {
            must(!server->languages);
            server->languages = settings->modules[m]->languages;
        }
    }
    server->router = router_make(arena, settings->modules);
    server->menus = menus_make(arena, settings->modules);
    return server;
}

struct worker *worker_open(struct server *server)
{
    struct worker *worker = new (server->arena, struct worker, 1);
    worker->server = server;
    worker->session = store_page_reader_open(server->settings.store);
    worker->gzip = gzip_open(server->arena);
    worker->kept.arena = arena_create(KEPT_ARENA_BYTES);
    must(worker->kept.arena);
    return worker;
}

void worker_close(struct worker *worker)
{
    arena_destroy(worker->kept.arena);
    search_close(worker->reader.search);
    basemap_reader_close(worker->basemap);
    store_session_close(worker->session);
}

void worker_lingers(struct worker *worker)
{
    worker->lingers = true;
}

void worker_rest(struct worker *worker)
{
    if (worker->session) {
        store_reader_rest(worker->session);
    }
}

unsigned serve_flags(struct exchange *exchange)
{
    route_once(exchange);
    if (!exchange->match.route) {
        return 0;
    }
    return exchange->match.route->flags | (face_is_drawn(face_of(exchange)) ? ROUTE_SLOW : 0);
}

enum serve_step serve_start(struct worker *worker, struct exchange *exchange,
                            void (*ready)(void *waiter), void *waiter)
{
    exchange->ready = ready;
    exchange->waiter = waiter;
    open_visit(exchange);
    if (arena_guard(exchange->arena, &exchange->boundary)) {
        recover(worker, exchange);
        return SERVED;
    }
    enum status status = handle(worker, exchange);
    if (!is_ordered(exchange, status)) {
        finish(worker, exchange, status);
        return SERVED;
    }
    status = end_snap(exchange);
    if (status) {
        finish(worker, exchange, status);
        return SERVED;
    }
    struct desk *desk = exchange->server->settings.desk;
    struct order *order = exchange->visit.order;
    if (!ready) {
        desk_do(desk, order);
        serve_finish(worker, exchange);
        return SERVED;
    }
    order->ready = order_ready;
    order->waiter = exchange;
    if (!desk_submit(desk, order)) {
        finish(worker, exchange, STATUS_BUSY);
        return SERVED;
    }
    /* From here on the exchange is the desk's: it may be answered and closed by now. */
    return WAITING;
}

void serve_finish(struct worker *worker, struct exchange *exchange)
{
    struct visit *v = &exchange->visit;
    if (arena_guard(exchange->arena, &exchange->boundary)) {
        recover(worker, exchange);
        return;
    }
    enum status outcome = v->order->outcome.verdict.status;
    if (status_http(outcome) >= 500) {
        finish(worker, exchange, outcome);
        return;
    }
    if (!(v->route->flags & ROUTE_SEALED)) {
        batch_remember(v, v->order->outcome.batch);
    }
    enum status status = begin_snap(worker, exchange) ? v->after(v) : STATUS_STORE_FAILED;
    bool is_refusal = status == STATUS_REFUSED || status == STATUS_INVALID;
    finish(worker, exchange, is_refusal && outcome ? outcome : status);
}

void serve(struct worker *worker, struct exchange *exchange)
{
    must(serve_start(worker, exchange, NULL, NULL) == SERVED);
}

void serve_refuse(struct worker *worker, struct exchange *exchange, enum status status,
                  const char *why)
{
    open_visit(exchange);
    if (arena_guard(exchange->arena, &exchange->boundary)) {
        recover(worker, exchange);
        return;
    }
    struct str detail = why ? tongue_text(exchange->visit.tongue, why) : STR_NONE;
    problem_write(&exchange->visit, status, detail);
    seal_reply(worker, exchange);
}

static void open_visit(struct exchange *exchange)
{
    struct server *server = exchange->server;
    if (!exchange->number) {
        exchange->number = (int64_t)atomic_fetch_add(&server->metrics.requests, 1) + 1;
        exchange->started_us = monotonic_us();
    }
    exchange->mark = arena_mark(exchange->arena);
    exchange->visit = (struct visit){
        .request = &exchange->request,
        .number = exchange->number,
        .arena = exchange->arena,
        .snap = &exchange->snap,
        .now = server->settings.clock(server->settings.clock_context),
        .tongue = tongue_find(cookie_get(&exchange->request, "tieng")),
        .reply = &exchange->reply,
        .server = server,
    };
    if (!exchange->visit.tongue) {
        exchange->visit.tongue = tongues[0];
    }
    exchange->reply.body.tongue = exchange->visit.tongue;
}

/* A program says in which language its people read. A browser says so of itself and not of whoever
 * holds it, so pages go by the cookie alone. The first that we have, whatever its weight. */
static void speak_as_asked(struct exchange *exchange)
{
    struct str rest = request_header(&exchange->request, "Accept-Language");
    const struct tongue *tongue = NULL;
    while (!tongue && rest.p) {
        struct str range = str_cut(&rest, ',');
        struct str tag = str_trim(str_cut(&range, ';'));
        tongue = tongue_find(str_cut(&tag, '-'));
    }
    if (tongue) {
        exchange->visit.tongue = tongue;
        exchange->reply.body.tongue = tongue;
    }
}

static void route_once(struct exchange *exchange)
{
    enum method method = exchange->request.method;
    if (!exchange->is_routed) {
        exchange->match = router_match(exchange->server->router, exchange->arena,
                                       method == HEAD ? GET : method, exchange->request.path);
        exchange->is_routed = true;
    }
}

static enum face face_of(const struct exchange *exchange)
{
    return face_choose(&exchange->match, request_header(&exchange->request, "Accept"));
}

/* Who is not signed in is asked to on the spot. The doorkeeper may keep what they sent. */
static enum status handle(struct worker *worker, struct exchange *exchange)
{
    struct visit *v = &exchange->visit;
    const struct module *doorkeeper = v->server->doorkeeper;
    enum status status = handle_route(worker, exchange);
    bool is_for_people = v->route && v->face == FACE_HTML && !(v->route->flags & ROUTE_API);
    if (status == STATUS_SIGN_IN && is_for_people && doorkeeper && doorkeeper->ask &&
        exchange->has_snap) {
        reply_header(v->reply, "WWW-Authenticate", STR("Session realm=\"kheo\""));
        read_what_is_kept(exchange, SIZE_MAX);
        return doorkeeper->ask(v);
    }
    if (is_for_people && problem_passes(status)) {
        bool is_flood = status == STATUS_RATE_LIMITED;
        read_what_is_kept(exchange, is_flood ? REFUSED_FORM_BYTES_MAX : SIZE_MAX);
    }
    return status;
}

/* Of a form that was refused before it was read. What cannot be read is not kept; of an upload only
 * the text is copied, whatever comes with it. */
static void read_what_is_kept(struct exchange *exchange, size_t bytes_max)
{
    struct visit *v = &exchange->visit;
    bool is_cheap = (v->route->flags & ROUTE_UPLOAD) || v->request->body.n <= bytes_max;
    if (v->route->method == POST && v->form.param_count == 0 && is_cheap && v->route->takes &&
        !(v->route->flags & ROUTE_SEALED) && guard_is_ours(v)) {
        const struct str why = exchange->detail;
        (void)read_form(exchange);
        exchange->detail = why;
    }
}

static enum status handle_route(struct worker *worker, struct exchange *exchange)
{
    struct visit *v = &exchange->visit;
    const char *detail = NULL;
    route_once(exchange);
    v->route = exchange->match.route;
    if (!v->route) {
        return refuse_route(exchange);
    }
    v->face = face_of(exchange);
    v->worker = worker;
    if ((v->route->flags & ROUTE_API) && !cookie_get(v->request, "tieng").p) {
        speak_as_asked(exchange);
    }
    for (size_t i = 0; i < VISIT_PARAMS_MAX; i++) {
        v->params[i] = exchange->match.params[i];
    }
    exchange->version = page_cache_version(exchange);
    if (!(v->route->flags & ROUTE_BARE) && !begin_snap(worker, exchange)) {
        return STATUS_STORE_FAILED;
    }
    if (exchange->has_snap) {
        languages_choose(v);
    }
    enum status status = guard_enter(v, &detail);
    if (status == STATUS_OK) {
        status = read_form(exchange);
    }
    if (status == STATUS_OK) {
        status = guard_key(v, &detail);
    }
    if (detail) {
        exchange->detail = tongue_text(v->tongue, detail);
    }
    if (status) {
        return status;
    }
    if (!guard_is_fresh(v)) {
        return v->server->doorkeeper->prove(v);
    }
    exchange->is_from_cache = page_cache_find(exchange->server->cache, exchange);
    return exchange->is_from_cache ? STATUS_OK : v->route->handle(v);
}

static enum status refuse_route(struct exchange *exchange)
{
    const struct route_match *match = &exchange->match;
    enum method method = exchange->request.method;
    if (method == METHOD_OTHER) {
        return STATUS_METHOD_UNKNOWN;
    }
    if (match->is_malformed) {
        return STATUS_BAD_REQUEST;
    }
    if (!match->path_known) {
        return STATUS_NOT_FOUND;
    }
    reply_header(&exchange->reply, "Allow", allowed_methods(exchange));
    return method == OPTIONS ? answer_options(exchange) : STATUS_METHOD;
}

/* Where a page may be asked what it takes, the Allow header is the whole answer. */
static enum status answer_options(struct exchange *exchange)
{
    reply_header(&exchange->reply, "Content-Type", STR("text/plain; charset=utf-8"));
    exchange->reply.fixed_body = STR("\n");
    return STATUS_OK;
}

static struct str allowed_methods(const struct exchange *exchange)
{
    static const char *const names[] = {
        [GET] = "GET, HEAD, ", [POST] = "POST, ",     [PUT] = "PUT, ",
        [PATCH] = "PATCH, ",   [DELETE] = "DELETE, ", [OPTIONS] = NULL,
    };
    struct out out = out_open(exchange->arena, 64);
    for (size_t method = 0; method < COUNT(names); method++) {
        if ((exchange->match.methods_allowed & 1U << method) && names[method]) {
            out_str_raw(&out, str_of(names[method]));
        }
    }
    out_lit(&out, "OPTIONS");
    return out_str(&out);
}

static enum status read_form(struct exchange *exchange)
{
    struct visit *v = &exchange->visit;
    if (v->route->method == GET) {
        return form_parse_query(v->arena, v->request->query, &v->form, &exchange->detail);
    }
    return form_parse(v->arena, request_header(v->request, "Content-Type"), v->request->body,
                      &v->form, &exchange->detail);
}

/* False: no connection. One that could not be opened yet, as when the disk failed or there was no
 * descriptor left at the start, is asked for again by each request. */
static bool begin_snap(struct worker *worker, struct exchange *exchange)
{
    if (!worker->session) {
        worker->session = store_page_reader_open(worker->server->settings.store);
    }
    if (!worker->session) {
        return false;
    }
    if (worker->lingers) {
        store_reader_lingers(worker->session);
    }
    bool is_slow = (serve_flags(exchange) & ROUTE_SLOW) != 0;
    exchange->visit.version = page_cache_version(exchange);
    exchange->visit.commits = desk_commits(worker->server->settings.desk);
    store_reader_needs(worker->session, batch_told(&exchange->visit));
    snap_begin(worker->session, exchange->arena, is_slow ? SLOW_READ_BUDGET_MS : READ_BUDGET_MS,
               &exchange->snap);
    exchange->has_snap = true;
    exchange->visit.worker = worker;
    return true;
}

static enum status end_snap(struct exchange *exchange)
{
    if (!exchange->has_snap) {
        return STATUS_OK;
    }
    exchange->has_snap = false;
    exchange->queries += exchange->snap.conn.queries;
    return snap_end(&exchange->snap);
}

static bool is_ordered(const struct exchange *exchange, enum status status)
{
    return status == STATUS_OK && exchange->visit.order;
}

static void order_ready(struct order *order)
{
    struct exchange *exchange = order->waiter;
    exchange->ready(exchange->waiter);
}

/* A page counts only when everything it was made from could be read, and all of it fitted. */
static void finish(struct worker *worker, struct exchange *exchange, enum status status)
{
    struct visit *v = &exchange->visit;
    enum status failure = end_snap(exchange);
    if (failure) {
        /* A statement over its budget is our being slow, not the visitor's. */
        status = failure == STATUS_TIMEOUT ? STATUS_BUSY : failure;
    } else if (v->reply->body.overflowed) {
        status = STATUS_FULL;
    }
    v->reply->http_status = status_http(status);
    if (failure || v->reply->body.overflowed || needs_standard_page(v->reply, status)) {
        problem_write(v, status, exchange->detail);
    }
    seal_reply(worker, exchange);
}

static bool needs_standard_page(const struct reply *reply, enum status status)
{
    bool is_complete = status == STATUS_OK || status == STATUS_CREATED ||
                       status == STATUS_PARTIAL || status == STATUS_SEE_OTHER ||
                       status == STATUS_SEND_ON || status == STATUS_MOVED ||
                       status == STATUS_NOT_MODIFIED;
    return !is_complete && reply->body.n == 0 && !reply->fixed_body.p;
}

/* The arena was full. What lies above the mark is gone, and with it everything that the visit knew;
 * below is the request, from which the page of status FULL is made. If not even that fits, the
 * answer is a constant. */
static void recover(struct worker *worker, struct exchange *exchange)
{
    (void)end_snap(exchange);
    exchange->reply = (struct reply){ .http_status = status_http(STATUS_FULL) };
    if (exchange->is_exhausted) {
        exchange->reply.fixed_body = STR("503\n");
        return;
    }
    exchange->is_exhausted = true;
    /* The unwinding has run all cleanups, so a body that was a mapped file is gone too. */
    exchange->mark.cleanups = NULL;
    arena_undo(exchange->arena, exchange->mark);
    exchange->request.body = STR_NONE;
    open_visit(exchange);
    problem_write(&exchange->visit, STATUS_FULL, STR_NONE);
    seal_reply(worker, exchange);
}

static void seal_reply(struct worker *worker, struct exchange *exchange)
{
    struct visit *v = &exchange->visit;
    const struct route *route = exchange->match.route;
    bool is_sealed = route && (route->flags & ROUTE_SEALED);
    if (!exchange->is_from_cache) {
        headers_finish(v);
        if (!is_sealed) {
            gzip_reply(worker->gzip, v);
        }
        page_cache_keep(exchange->server->cache, exchange);
    }
    int64_t passed_us = monotonic_us() - exchange->started_us;
    metrics_count(&exchange->server->metrics, v->reply->http_status, passed_us, exchange->queries);
    if (!exchange->server->settings.log_off && !is_sealed) {
        log_event(EVENT_REQUEST, LOG_INT("request", v->number),
                  LOG_WORD("route", v->route ? v->route->path : "-"),
                  LOG_INT("status", v->reply->http_status), LOG_INT("us", passed_us),
                  LOG_INT("queries", exchange->queries),
                  LOG_INT("arena_bytes", (int64_t)exchange->arena->used_bytes));
    }
}
