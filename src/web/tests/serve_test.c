/* Serving from request to reply: statuses, headers, guards, orders, and full memory. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/tests/fake.h"

#include <string.h>

#include "web/asset.h"
#include "web/offline.h"

static int setup(void **state)
{
    struct server *server = fake_server();
    *state = worker_open(server);
    fake_snap_status = STATUS_OK;
    fake_verdict = VERDICT_OK;
    return 0;
}

static bool contains(struct str s, const char *part)
{
    return str_find(s, str_of(part)) < s.n;
}

static struct exchange *open_exchange(struct worker *worker)
{
    struct exchange *exchange = exchange_open(worker->server);
    assert_non_null(exchange);
    return exchange;
}

/* Sends "METHOD target" with the header lines and body, and gives the status. */
static int status_of(struct worker *worker, struct exchange *exchange, const char *line,
                     const char *headers, struct str body, struct str *ret_reply)
{
    struct str text = str_printf(exchange->arena,
                                 "%s HTTP/1.1\r\nHost: kheo.example\r\n%s"
                                 "Content-Length: %zu\r\n\r\n%.*s",
                                 line, headers, body.n, STR_ARG(body));
    *ret_reply = fake_serve(worker, exchange, text);
    return exchange_reply(exchange)->http_status;
}

static void every_answer_has_its_status_and_headers(void **state)
{
    static const struct {
        const char *line;
        const char *headers;
        int status;
        const char *part; /* of the reply */
    } cases[] = {
        { "GET /", "", 200, "<p>chào</p>" },
        { "HEAD /", "", 200, "Content-Length: 12" },
        { "GET /nowhere", "", 404, "<h1" },
        { "GET /note/x", "", 200, "\"code\":\"x\"" },
        { "GET /note/x.json", "", 200, "\"code\":\"x\"" },
        { "GET /note/x%2Fy", "", 400, "" },
        { "GET /note/../desk", "", 400, "" },
        { "GET /note/%2e%2e", "", 400, "" },
        { "GET //note", "", 400, "" },
        { "GET /note/%00", "", 400, "" },
        { "GET /note/%zz", "", 400, "" },
        { "GET /note/%c0%ae", "", 400, "" },
        { "GET /note/%252e", "", 200, "\"code\":\"%2e\"" },
        { "GET /note/", "", 404, "" },
        { "GET /t/a", "", 200, "\"code\":\"a\"" },
        { "GET /T/A", "", 200, "\"code\":\"A\"" },
        { "POST /", "", 405, "Allow: GET, HEAD, OPTIONS" },
        { "OPTIONS /note", "", 200, "Allow: POST, OPTIONS" },
        { "BREW /note", "", 501, "" },
        { "GET /desk", "", 401, "WWW-Authenticate" },
        { "GET /desk", "Cookie: __Host-kheo=minh\r\n", 403, "" },
        { "GET /desk", "Cookie: a; b=c; __Host-kheo=lan\r\n", 200, "no-store" },
        { "GET /?a=1&a=2", "", 400, "hai lần" },
        { "GET /?a=%", "", 400, "" },
        { "GET /full", "", 503, "Retry-After" },
        { "GET /healthz", "", 200, "ok\n" },
        { "GET /metrics", "", 200, "kheo_desk_commits_total 7" },
        { "GET /robots.txt", "", 200, "Disallow" },
        { "GET /manifest.webmanifest", "", 200, "application/manifest+json" },
        { "GET /manifest.webmanifest", "", 200, "\"name\":\"Khéo, kheo.example\"" },
        { "GET /openapi.json", "", 200, "\"3.1.0\"" },
        { "GET /problems/rate-limited", "", 200, "429" },
        { "GET /problems/ok", "", 404, "" },
        { "GET /a/none/kheo.css", "", 404, "" },
        { "GET /api/v1/nothing", "", 404, "application/problem+json" },
        { "GET /much", "Accept-Encoding: br;q=1, gzip\r\n", 200, "Content-Encoding: gzip" },
    };
    static const char *const always[] = {
        "Content-Security-Policy: default-src 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: ",
        "Cross-Origin-Opener-Policy: ",
        "Cache-Control: ",
        "Content-Type: ",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        int status = status_of(*state, exchange, cases[i].line, cases[i].headers, STR_NONE, &reply);
        if (status != cases[i].status || !contains(reply, cases[i].part)) {
            fail_msg("%s: %d, %.*s", cases[i].line, status, STR_ARG(reply));
        }
        for (size_t h = 0; h < COUNT(always); h++) {
            assert_true(contains(reply, always[h]));
        }
        exchange_close(exchange);
    }
}

static void forms_need_origin_and_token(void **state)
{
    static const struct {
        const char *headers;
        const char *session; /* the token is made for; NULL: none is sent */
        int status;
    } cases[] = {
        { "", "", 303 },
        { "Sec-Fetch-Site: same-origin\r\n", "", 303 },
        { "Sec-Fetch-Site: none\r\n", "", 303 },
        { "Sec-Fetch-Site: cross-site\r\n", "", 403 },
        { "Sec-Fetch-Site: same-site\r\n", "", 403 },
        { "Origin: http://kheo.example\r\n", "", 303 },
        { "Origin: null\r\n", "", 303 },
        { "Origin: https://evil.example\r\n", "", 403 },
        { "", NULL, 403 },
        { "Cookie: __Host-kheo=lan\r\n", "lan", 303 },
        { "Cookie: __Host-kheo=lan\r\n", "minh", 403 },
        { "Cookie: __Host-kheo=lan\r\n", "", 403 },
        { "", "lan", 403 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        struct str token =
            cases[i].session ? fake_token(exchange, str_of(cases[i].session)) : STR("x");
        struct str body = str_printf(exchange->arena, "token=%.*s&text=a", STR_ARG(token));
        const char *headers = str_z(
            exchange->arena,
            str_printf(exchange->arena, "%sContent-Type: application/x-www-form-urlencoded\r\n",
                       cases[i].headers));
        int status = status_of(*state, exchange, "POST /note", headers, body, &reply);
        if (status != cases[i].status) {
            fail_msg("case %zu: %d, %.*s", i, status, STR_ARG(reply));
        }
        exchange_close(exchange);
    }
}

static void what_is_grave_needs_one_who_is_surely_there(void **state)
{
    static const struct {
        const char *session; /* NULL: nobody is signed in */
        const char *line;
        int status;
        const char *part;
    } cases[] = {
        { "lan", "POST /grave", 303, "Location: /note/" },
        { "lan-idle", "POST /grave", 403, "<p>ai? 2</p>" },
        { "lan-idle", "POST /note", 303, "Location: /note/" },
        { "minh", "POST /grave", 403, "<h1" },
        { NULL, "POST /grave", 401, "WWW-Authenticate" },
        { "lan-new", "POST /note", 303, "Location: /T/debt" },
        { "lan-new", "POST /grave", 303, "Location: /T/debt" },
        { "lan-new", "GET /desk", 303, "Location: /T/debt" },
        { "lan-new", "GET /T/debt", 200, "\"code\":\"debt\"" },
        { "lan-new", "GET /giao-dien", 200, "<h1" },
        { "lan-new", "GET /api/v1/notes/x", 403, "application/problem+json" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        struct str session = str_of(cases[i].session);
        struct str token = fake_token(exchange, session);
        struct str cookie =
            str_printf(exchange->arena, "Cookie: __Host-kheo=%.*s\r\n%s", STR_ARG(session),
                       "Content-Type: application/x-www-form-urlencoded\r\n");
        struct str body = str_printf(exchange->arena, "token=%.*s&text=a", STR_ARG(token));
        bool is_get = strncmp(cases[i].line, "GET", 3) == 0;
        int status = status_of(*state, exchange, cases[i].line, str_z(exchange->arena, cookie),
                               is_get ? STR_NONE : body, &reply);
        if (status != cases[i].status || !contains(reply, cases[i].part)) {
            fail_msg("case %zu: %d, %.*s", i, status, STR_ARG(reply));
        }
        exchange_close(exchange);
    }
}

static void an_order_ends_as_the_desk_says(void **state)
{
    static const struct cite ground = { 0 };
    static const struct {
        enum status verdict;
        int status;
        const char *part;
    } cases[] = {
        { STATUS_OK, 201, "\"code\"" },
        { STATUS_REFUSED, 422, "\"errors\":[{\"field\":null,\"detail\":\"Không được" },
        { STATUS_KEY_REUSED, 409, "key-reused" },
        { STATUS_DISK_FULL, 503, "Retry-After" },
        { STATUS_STORE_FAILED, 503, "store-failed" },
    };
    (void)ground;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        fake_verdict = (struct verdict){ .status = cases[i].verdict };
        if (cases[i].verdict == STATUS_REFUSED) {
            fake_verdict = refuse("Không được.", NULL);
        }
        int status = status_of(*state, exchange, "POST /api/v1/notes",
                               "Content-Type: application/json\r\nIdempotency-Key: 12345678\r\n",
                               STR("{\"text\":\"a\"}"), &reply);
        if (status != cases[i].status || !contains(reply, cases[i].part)) {
            fail_msg("case %zu: %d, %.*s", i, status, STR_ARG(reply));
        }
        exchange_close(exchange);
    }
}

static void the_api_refuses_what_it_cannot_take(void **state)
{
    static const struct {
        const char *headers;
        const char *body;
        int status;
        const char *part;
    } cases[] = {
        { "Content-Type: application/json\r\n", "{}", 422, "\"field\":\"text\"" },
        { "Content-Type: application/json\r\n", "{\"text\":\"\xff\"}", 422, "\"field\":\"text\"" },
        { "Content-Type: application/json\r\n", "{\"text\":[]}", 400, "text" },
        { "Content-Type: application/json\r\n", "{\"text\":\"a\",\"text\":\"b\"}", 400, "hai lần" },
        { "Content-Type: application/json\r\n", "{", 400, "JSON" },
        { "Content-Type: text/plain\r\n", "{}", 415, "media-type" },
        { "Content-Type: application/x-www-form-urlencoded\r\n", "text=a", 415, "" },
        { "Content-Type: application/json\r\nIdempotency-Key: two words\r\n", "{\"text\":\"a\"}",
          400, "Idempotency-Key" },
        { "Content-Type: application/json; charset=utf-8\r\nSec-Fetch-Site: cross-site\r\n",
          "{\"text\":\"a\"}", 403, "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        int status = status_of(*state, exchange, "POST /api/v1/notes", cases[i].headers,
                               str_of(cases[i].body), &reply);
        if (status != cases[i].status || !contains(reply, cases[i].part) ||
            !contains(reply, "application/problem+json")) {
            fail_msg("case %zu: %d, %.*s", i, status, STR_ARG(reply));
        }
        exchange_close(exchange);
    }
}

static void a_failed_snapshot_spoils_the_page(void **state)
{
    struct exchange *exchange = open_exchange(*state);
    struct str reply = STR_NONE;
    fake_snap_status = STATUS_STORE_FAILED;
    assert_int_equal(status_of(*state, exchange, "GET /", "", STR_NONE, &reply), 503);
    assert_false(contains(reply, "<p>chào</p>"));
    assert_true(contains(reply, "Retry-After"));
    exchange_close(exchange);
    fake_snap_status = STATUS_OK;
}

/* Wherever memory ends, there is an answer, and the next request is served. */
static void memory_may_end_anywhere(void **state)
{
    struct worker *worker = *state;
    size_t answered = 0;
    for (size_t n = 1; answered == 0; n++) {
        struct exchange *exchange = open_exchange(worker);
        struct request *request = exchange_request(exchange);
        const char *why = NULL;
        struct str text = STR("POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 18\r\n"
                              "Content-Type: application/json\r\n\r\n{\"text\":\"\\u00e1 \"}");
        assert_int_equal(request_parse(exchange->arena, text, request, &why), STATUS_OK);
        exchange->arena->fail_after = n;
        serve(worker, exchange);
        if (exchange->arena->fail_after) {
            answered = n;
            assert_int_equal(exchange_reply(exchange)->http_status, 201);
        } else {
            assert_int_equal(exchange_reply(exchange)->http_status, 503);
        }
        exchange->arena->fail_after = 0;
        exchange_close(exchange);
    }
    assert_in_range(answered, 6, 1000);
}

/* A rush leaves its memory for the next one, but not for the night. */
static void a_rush_gives_its_memory_back(void **state)
{
    enum { RUSH = 100 };
    struct worker *worker = *state;
    struct arena_pool *pool = &worker->server->pool;
    for (int rush = 0; rush < 2; rush++) {
        struct exchange *all[RUSH];
        for (int i = 0; i < RUSH; i++) {
            all[i] = open_exchange(worker);
        }
        for (int i = 0; i < RUSH; i++) {
            exchange_close(all[i]);
        }
        arena_pool_rest(pool);
        assert_int_equal(pool->count, RUSH);
    }
    exchange_close(open_exchange(worker));
    arena_pool_rest(pool);
    assert_int_equal(pool->count, ARENAS_KEPT_IDLE + 1);
}

static void a_prefix_that_asks_too_often_waits(void **state)
{
    struct str reply = STR_NONE;
    int status = 0;
    for (unsigned i = 0; i <= RATE_WRITE_A_MINUTE; i++) {
        struct exchange *exchange = open_exchange(*state);
        status = status_of(*state, exchange, "POST /api/v1/notes",
                           "Content-Type: application/json\r\n", STR("{\"text\":\"a\"}"), &reply);
        if (i < RATE_WRITE_A_MINUTE) {
            assert_int_equal(status, 201);
        } else {
            assert_int_equal(status, 429);
            assert_true(contains(reply, "Retry-After: 1\r\n"));
        }
        exchange_close(exchange);
    }
}

/* The page is quick and free; what the studio draws is neither. */
static void what_is_drawn_is_slow_and_rationed(void **state)
{
    static const struct {
        const char *line;
        const char *headers;
        bool is_drawn;
    } cases[] = {
        { "GET /drawn/a", "", false },
        { "GET /drawn/a", "Accept: text/html,image/png;q=0.8\r\n", false },
        { "GET /drawn/a", "Accept: image/png\r\n", true },
        { "GET /drawn/a.png", "", true },
        { "GET /drawn/a.pdf", "Accept: text/html\r\n", true },
    };
    struct str reply = STR_NONE;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int status = 200;
        for (unsigned n = 0; n <= RATE_SEARCH_A_MINUTE; n++) {
            struct exchange *exchange = open_exchange(*state);
            status = status_of(*state, exchange, cases[i].line, cases[i].headers, STR_NONE, &reply);
            assert_int_equal((serve_flags(exchange) & ROUTE_SLOW) != 0, cases[i].is_drawn);
            exchange_close(exchange);
        }
        assert_int_equal(status, cases[i].is_drawn ? 429 : 200);
    }
}

/* Memory that was given back, which AddressSanitizer would rather have nobody read. */
__attribute__((no_sanitize("address"))) static bool look_at(const char *p, struct str wanted)
{
    size_t n = 0;
    while (n < wanted.n && p[n] == wanted.p[n]) {
        n++;
    }
    return n == wanted.n;
}

/* The name is in the head, in its copy, in the parameter; the answer is a hundred kilobytes. */
static void a_page_is_kept_once_it_is_asked_for_again(void **state)
{
    static const struct {
        const char *line;
        bool is_kept;
        const char *cookie;
    } cases[] = {
        { "GET /shared?a=1", false }, { "GET /shared?a=2", false },
        { "GET /shared?a=1", false }, { "GET /shared?a=1", true },
        { "GET /shared?a=2", false }, { "GET /shared?a=2", true },
        { "GET /shared?a=3", false }, { "GET /", false },
        { "GET /", false },           { "GET /", false },
        { "GET /shared?a=2", true },  { "GET /shared?a=2", false, "Cookie: chu=rieng\r\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        const char *cookie = cases[i].cookie ? cases[i].cookie : "";
        assert_int_equal(status_of(*state, exchange, cases[i].line, cookie, STR_NONE, &reply), 200);
        assert_true(contains(reply, "<p>chào</p>"));
        if (exchange->is_from_cache != cases[i].is_kept) {
            fail_msg("case %zu: %s", i, cases[i].line);
        }
        exchange_close(exchange);
    }
}

static void what_browsers_may_keep_says_so(void **state)
{
    static const struct {
        const char *line;
        const char *headers;
        bool is_kept;
    } cases[] = {
        { "GET /shared", "", true },
        { "GET /mat-mang", "", true },
        { "GET /shared", "Cookie: mau=toi\r\n", true },
        { "GET /shared", "Cookie: __Host-kheo=lan\r\n", false },
        { "GET /mat-mang", "Cookie: __Host-kheo=minh\r\n", false },
        { "GET /shared?q=a", "", false },
        { "GET /", "", false },
        { "GET /peer", "", false },
        { "GET /sealed/x", "", false },
        { "GET /note/x", "", false },
        { "GET /api/v1/notes/x", "", false },
        { "GET /nowhere", "", false },
        { "GET /giao-dien", "", false },
        { "GET /manifest.webmanifest", "", false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = open_exchange(*state);
        struct str reply = STR_NONE;
        status_of(*state, exchange, cases[i].line, cases[i].headers, STR_NONE, &reply);
        if (contains(reply, KEEP_HEADER ": 1") != cases[i].is_kept ||
            contains(reply, "data-kept hidden") != (cases[i].is_kept && i == 1)) {
            fail_msg("case %zu: %s", i, cases[i].line);
        }
        exchange_close(exchange);
    }
}

/* A program without assets has no worker; with them it names the pages that are kept beforehand. */
static void the_worker_is_told_of_this_program(void **state)
{
    struct exchange *exchange = open_exchange(*state);
    struct str reply = STR_NONE;
    int status = status_of(*state, exchange, "GET /sw.js", "", STR_NONE, &reply);
    if (asset_find(STR("sw.js"))) {
        assert_int_equal(status, 200);
        assert_true(contains(reply, "self.kheo={\"tag\":\""));
        assert_true(contains(reply, "\"pages\":[\"/mat-mang\"]"));
        assert_true(contains(reply, "Content-Type: text/javascript"));
        assert_true(contains(reply, "Cache-Control: no-cache"));
        assert_false(contains(reply, "redact.js"));
    } else {
        assert_int_equal(status, 404);
    }
    exchange_close(exchange);
}

static void what_was_sealed_is_in_no_memory(void **state)
{
    enum { OPEN, SEALED, KINDS };
    static const char *const lines[KINDS] = { "GET /note/MARKER", "GET /sealed/MARKER" };
    const struct worker *worker = *state;
    const struct str marker = STR("MARKER");
    for (int kind = 0; kind < KINDS; kind++) {
        struct exchange *exchange = open_exchange(*state);
        struct arena *arena = exchange->arena;
        struct str reply = STR_NONE;
        const char *headers = "Accept-Encoding: gzip\r\nUser-Agent: MARKER\r\n";
        assert_int_equal(status_of(*state, exchange, lines[kind], headers, STR_NONE, &reply), 200);
        assert_false(contains(reply, "Content-Encoding"));
        size_t written = arena->touched_bytes;
        const char *start = arena->start;
        exchange_close(exchange);
        assert_ptr_equal(worker->server->pool.kept[worker->server->pool.count - 1], arena);
        written = written < 200 << 10 ? written : 200 << 10;
        size_t found = 0;
        for (size_t i = 0; i + marker.n <= written; i++) {
            found += look_at(start + i, marker);
        }
        assert_int_equal(found > 0, kind == OPEN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_answer_has_its_status_and_headers, setup),
        cmocka_unit_test_setup(forms_need_origin_and_token, setup),
        cmocka_unit_test_setup(what_is_grave_needs_one_who_is_surely_there, setup),
        cmocka_unit_test_setup(an_order_ends_as_the_desk_says, setup),
        cmocka_unit_test_setup(the_api_refuses_what_it_cannot_take, setup),
        cmocka_unit_test_setup(a_failed_snapshot_spoils_the_page, setup),
        cmocka_unit_test_setup(memory_may_end_anywhere, setup),
        cmocka_unit_test_setup(a_prefix_that_asks_too_often_waits, setup),
        cmocka_unit_test_setup(what_is_drawn_is_slow_and_rationed, setup),
        cmocka_unit_test_setup(a_page_is_kept_once_it_is_asked_for_again, setup),
        cmocka_unit_test_setup(what_browsers_may_keep_says_so, setup),
        cmocka_unit_test_setup(the_worker_is_told_of_this_program, setup),
        cmocka_unit_test_setup(what_was_sealed_is_in_no_memory, setup),
        cmocka_unit_test_setup(a_rush_gives_its_memory_back, setup),
    };
    must(crypt_start());
    return cmocka_run_group_tests(tests, NULL, NULL);
}
