/* A house of one service without a database, for web's tests. Include once per program. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_TESTS_FAKE_H
#define WEB_TESTS_FAKE_H

#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/crypt.h"
#include "base/json.h"
#include "base/must.h"
#include "web/cookie.h"
#include "web/face.h"
#include "web/module.h"
#include "web/request.h"
#include "web/server.h"
#include "web/token.h"

/* --- rooms below, replaced -------------------------------------------------------------------- */

static const struct tongue fake_vietnamese = { .code = "vi", .name = "Tiếng Việt" };
const struct tongue *const tongues[] = { &fake_vietnamese, NULL };

static enum status fake_snap_status; /* what reading ends with */
static struct verdict fake_verdict;  /* what the desk answers */
static bool fake_queue_is_full;
static bool fake_rates_off;
/* Orders that the desk took and has not answered, for tests that answer them themselves. */
static pthread_mutex_t fake_lock = PTHREAD_MUTEX_INITIALIZER;
static struct order *fake_orders;

struct session *store_page_reader_open(struct store *store)
{
    static char connection;
    (void)store;
    return (struct session *)(void *)&connection; /* nobody looks into it */
}

int64_t store_noted_batch(const struct store *store)
{
    (void)store;
    return 0;
}

int64_t store_damaged_reads(void)
{
    return 0;
}
bool store_has_copy(const struct store *store)
{
    (void)store;
    return false;
}

void store_reader_needs(struct session *session, int64_t batch)
{
    (void)session, (void)batch;
}

void store_reader_lingers(struct session *reader)
{
    (void)reader;
}

void store_reader_rest(struct session *reader)
{
    (void)reader;
}

void store_session_close(struct session *session)
{
    (void)session;
}

void snap_begin(struct session *session, struct arena *arena, unsigned budget_ms, struct snap *ret)
{
    (void)session;
    (void)budget_ms;
    *ret = (struct snap){ .conn = { .arena = arena } };
}

enum status snap_end(struct snap *snap)
{
    (void)snap;
    return fake_snap_status;
}

void snap_unwound(struct snap *snap)
{
    (void)snap;
}

bool desk_submit(struct desk *desk, struct order *order)
{
    (void)desk;
    pthread_mutex_lock(&fake_lock);
    bool is_taken = !fake_queue_is_full;
    if (is_taken) {
        order->next = fake_orders;
        fake_orders = order;
    }
    pthread_mutex_unlock(&fake_lock);
    return is_taken;
}

void desk_do(struct desk *desk, struct order *order)
{
    (void)desk;
    order->outcome.verdict = fake_verdict;
}

struct str books_checkpoint(struct conn *conn, int64_t *ret_size)
{
    (void)conn;
    *ret_size = 0;
    return STR_NONE;
}

bool desk_seals(const struct desk *desk)
{
    (void)desk;
    return true;
}

uint64_t desk_commits(const struct desk *desk)
{
    (void)desk;
    return 7;
}

struct files *desk_files(const struct desk *desk)
{
    (void)desk;
    return NULL;
}

/* --- the service ------------------------------------------------------------------------------ */

struct note {
    struct str text;
    struct str secret;
    int64_t count;
    bool urgent;
    struct day day;
    struct instant at;
};
static const struct field note_fields[] = {
    FIELD(struct note, text, .rules = FIELD_REQUIRED, .max = 20, .label = "Nội dung"),
    FIELD(struct note, secret, .rules = FIELD_SECRET),
    FIELD(struct note, count, .max = 99, .label = "Số người"),
    FIELD(struct note, urgent),
    FIELD(struct note, day, .label = "Ngày"),
    FIELD(struct note, at),
};
static const struct record note_record = RECORD("note", struct note, note_fields);

static struct verdict note_apply(struct deed *deed, const void *args, struct answer *ret)
{
    (void)deed;
    (void)args;
    (void)ret;
    return VERDICT_OK;
}
static const struct command note_command = { .name = "note.send",
                                             .takes = &note_record,
                                             .apply = note_apply };

static enum status show_home(struct visit *v)
{
    out_lit(page_body(v), "<p>chào</p>");
    return STATUS_OK;
}

static enum status show_note(struct visit *v)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "code", v->params[0]);
    json_end(&json);
    return STATUS_OK;
}

static enum status note_sent(struct visit *v)
{
    if (visit_refused(v)) {
        return STATUS_REFUSED;
    }
    if (v->route->flags & ROUTE_API) {
        return show_note(v) == STATUS_OK ? STATUS_CREATED : STATUS_BROKEN;
    }
    return visit_go(v, route_url(v, "/note/:code", STR("a b")));
}

static enum status send_note(struct visit *v)
{
    struct note *note = new(v->arena, struct note, 1);
    if (!visit_form(v, &note_record, note)) {
        return STATUS_INVALID;
    }
    return visit_order(v, &note_command, note, note_sent);
}

static enum status show_length(struct visit *v)
{
    out_printf(page_body(v), "%zu\n", v->form.file_count ? v->form.files[0].bytes.n : 0);
    return STATUS_OK;
}

/* Who the wire says has asked. */
static enum status show_peer(struct visit *v)
{
    static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };
    const uint8_t *peer = v->request->peer;
    char text[INET6_ADDRSTRLEN] = "";
    bool is_four = memcmp(peer, mapped, sizeof mapped) == 0;
    must(inet_ntop(is_four ? AF_INET : AF_INET6, is_four ? peer + 12 : peer, text, sizeof text));
    out_printf(page_body(v), "%s%s\n", text, v->request->is_secure ? " secure" : "");
    return STATUS_OK;
}

/* As long as the gate is shut, slow pages wait at it. */
static pthread_mutex_t fake_gate = PTHREAD_MUTEX_INITIALIZER;

static enum status show_slow(struct visit *v)
{
    pthread_mutex_lock(&fake_gate);
    pthread_mutex_unlock(&fake_gate);
    return show_home(v);
}

static enum status show_much(struct visit *v)
{
    for (size_t i = 0; i < 10000; i++) {
        out_lit(page_body(v), "0123456789");
    }
    return STATUS_OK;
}

static enum status eat_memory(struct visit *v)
{
    for (size_t i = 0; i < 1000; i++) {
        struct str piece = str_span(new(v->arena, char, 1 << 20), 1 << 20);
        out_str_raw(page_body(v), str_slice(piece, 0, 1));
    }
    return STATUS_OK;
}

static const char *const yes_and_no[] = { "yes", "no" };
static const struct route_words note_words[] = { { "text", yes_and_no, COUNT(yes_and_no) }, { 0 } };

static const struct route note_routes[] = {
    { GET, "/", NULL, show_home, "The first page." },
    { GET, "/note/:code", NULL, show_note, "One note.", .faces = 1 << FACE_HTML | 1 << FACE_JSON },
    { POST, "/note", NULL, send_note, "Sends a note.", .rate = RATE_WRITE, .takes = &note_record },
    { GET, "/much", NULL, show_much, "A hundred kilobytes." },
    { GET, "/peer", NULL, show_peer, "Who asks.", .flags = ROUTE_SECRET },
    { GET, "/sealed/:code", NULL, show_much, "What is nobody's afterwards.",
      .flags = ROUTE_SECRET | ROUTE_SEALED },
    { GET, "/full", NULL, eat_memory, "More than there is." },
    { GET, "/desk", "note.read", show_home, "For those who may." },
    { POST, "/grave", "note.read", send_note, "Sends a grave note.", .flags = ROUTE_GRAVE },
    { GET, "/shared", NULL, show_home, "The same for all.", .flags = ROUTE_SHARED },
    { GET, "/slow", NULL, show_slow, "Beside the wire.", .flags = ROUTE_SLOW },
    { GET, "/T/:code", NULL, show_note, "Printed in capitals.",
      .flags = ROUTE_ANY_CASE | ROUTE_ANYWAY },
    { GET, "/drawn/:code", NULL, show_home, "Also as a picture.",
      .faces = 1 << FACE_HTML | 1 << FACE_PNG | 1 << FACE_PDF },
    { POST, "/photo", NULL, show_length, "Takes a file.", .flags = ROUTE_UPLOAD },
    { POST, "/sealed-photo", NULL, show_length, "Takes a file that no disk sees.",
      .flags = ROUTE_UPLOAD | ROUTE_SECRET | ROUTE_SEALED },
    { GET, "/api/v1/notes/:code", NULL, show_note, "One note.", .flags = ROUTE_API,
      .gives = &note_record, .words = note_words },
    { POST, "/api/v1/notes", NULL, send_note, "Sends a note.", .flags = ROUTE_API,
      .rate = RATE_WRITE, .takes = &note_record, .gives = &note_record },
};

/* Whoever shows the token "lan" is Lan, who may read notes; "minh" is Minh, who may not. Of
 * "lan-idle" it is not sure that it still is Lan, and of "lan-new", that she may stay. */
static bool find_visitor_fake(struct visit *v, struct str token, struct visitor *ret)
{
    static const struct power_grant grants[] = { { STR_INIT("note.read"), { 1 } } };
    (void)v;
    bool is_lan = str_starts(token, STR("lan"));
    if (!is_lan && !str_equal(token, STR("minh"))) {
        return false;
    }
    *ret =
        (struct visitor){ .author = { .person = { is_lan ? 1 : 2 } },
                          .name = token,
                          .session_mark = token,
                          .is_fresh = str_equal(token, STR("lan")),
                          .owes = { str_equal(token, STR("lan-new")) ? STR("/T/debt") : STR_NONE },
                          .grants = grants,
                          .grant_count = is_lan };
    return true;
}

static enum status ask_who_it_is(struct visit *v)
{
    out_printf(page_body(v), "<p>ai? %zu</p>", v->form.param_count);
    return STATUS_FORBIDDEN;
}

static const struct module note_module = {
    .name = "note",
    MODULE_ROWS(routes, note_routes),
    .prove = ask_who_it_is,
    .visitor = find_visitor_fake,
};
static const struct module *const fake_modules[] = { &note_module, NULL };

/* --- serving ---------------------------------------------------------------------------------- */

static struct instant fake_now = { 1773392400 }; /* 2026-03-13T16:00:00+07:00 */

static struct instant fake_clock(void *context)
{
    (void)context;
    return fake_now;
}

static UNUSED struct server *fake_server(void)
{
    return server_make(&(struct server_settings){
        .modules = fake_modules,
        .clock = fake_clock,
        .base_url = STR("https://kheo.example"),
        .secret = { 1, 2, 3 },
        .rates_off = fake_rates_off,
        .log_off = true,
    });
}

/* A page to take a token from, as this session would have got it. */
static UNUSED struct str fake_token(struct exchange *exchange, struct str session)
{
    struct visit v = { .arena = exchange->arena,
                       .now = fake_now,
                       .server = exchange->server,
                       .visitor = { .session_mark = session } };
    return token_make(&v);
}

/* Serves the text as a request; what the wire would refuse is refused as it does. */
static UNUSED struct str fake_serve(struct worker *worker, struct exchange *exchange,
                                    struct str text)
{
    const char *why = NULL;
    struct request *request = exchange_request(exchange);
    enum status status = request_parse(exchange->arena, text, request, &why);
    if (status) {
        serve_refuse(worker, exchange, status, why);
    } else {
        serve(worker, exchange);
    }
    struct out out = out_open(exchange->arena, REPLY_BODY_BYTES_MAX + 65536);
    reply_write(&out, request, exchange_reply(exchange));
    return out_str(&out);
}

#endif
