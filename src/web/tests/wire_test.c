/* The wire over real sockets: framing, limits, slow peers, waiting orders, a clean stop. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/tests/fake.h"
#include "web/wire_slow.h"

#include <arpa/inet.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ANSWER_BYTES_MAX = 1 << 20, WAIT_MS = 4000 };

static char answer[ANSWER_BYTES_MAX];
static atomic_bool desk_stops;
static pthread_t desk;

/* Answers what was submitted, a few at a time, from a thread of its own as the desk does. */
static void *run_desk(void *subject)
{
    (void)subject;
    while (!atomic_load(&desk_stops)) {
        (void)usleep(2000);
        pthread_mutex_lock(&fake_lock);
        struct order *order = fake_orders;
        fake_orders = NULL;
        pthread_mutex_unlock(&fake_lock);
        while (order) {
            struct order *next = order->next;
            order->outcome.verdict = VERDICT_OK;
            order->ready(order);
            order = next;
        }
    }
    return NULL;
}

static struct wire *start(struct server *server, const char *proxy, unsigned network_max)
{
    struct str why = STR_NONE;
    struct wire *wire = wire_start(server,
                                   &(struct wire_settings){ .address = "127.0.0.1",
                                                            .threads = 2,
                                                            .slow_threads = 1,
                                                            .connections_max = 200,
                                                            .network_connections_max = network_max,
                                                            .timeout_s = 10,
                                                            .patience_s = 1,
                                                            .proxy = proxy,
                                                            .spool_folder = "/tmp" },
                                   &why);
    assert_non_null(wire);
    return wire;
}

static int connect_to(struct wire *wire)
{
    struct sockaddr_in where = { .sin_family = AF_INET,
                                 .sin_port = htons(wire_port(wire)),
                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int peer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(peer, (struct sockaddr *)&where, sizeof where), 0);
    return peer;
}

static void send_all(int peer, struct str text)
{
    size_t done = 0;
    while (done < text.n) {
        ssize_t n = send(peer, text.p + done, text.n - done, MSG_NOSIGNAL);
        if (n <= 0) {
            return; /* the server has heard enough */
        }
        done += (size_t)n;
    }
}

/* What comes until `count` times `mark`, the end of the stream, or silence. */
static struct str receive(int peer, const char *mark, unsigned count)
{
    size_t n = 0;
    struct pollfd wait = { .fd = peer, .events = POLLIN };
    while (n < sizeof answer && poll(&wait, 1, WAIT_MS) == 1) {
        ssize_t got = recv(peer, answer + n, sizeof answer - n, 0);
        if (got <= 0) {
            break;
        }
        n += (size_t)got;
        unsigned seen = 0;
        struct str rest = str_span(answer, n);
        for (size_t at = 0; mark && (at = str_find(rest, str_of(mark))) < rest.n; seen++) {
            rest = str_slice(rest, at + 1, rest.n);
        }
        if (mark && seen >= count) {
            break;
        }
    }
    return str_span(answer, n);
}

static struct str ask(struct wire *wire, struct str text)
{
    int peer = connect_to(wire);
    send_all(peer, text);
    /* Who says that it will send no more still gets its answer. */
    (void)shutdown(peer, SHUT_WR);
    struct str reply = receive(peer, NULL, 0);
    (void)close(peer);
    return reply;
}

static void heads_are_read_strictly(void **state)
{
    static const struct {
        const char *head;
        const char *status;
    } cases[] = {
        { "GET / HTTP/1.1\r\nHost: a\r\n", "200" },
        { "GET / HTTP/1.0\r\nHost: a\r\n", "200" },
        { "HEAD / HTTP/1.1\r\nHost: a\r\n", "200" },
        { "GET / HTTP/1.1\r\n", "400" },
        { "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n", "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
          "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n", "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n", "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n", "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n", "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n", "400" },
        { "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n", "413" },
        { "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01\r\n", "400" },
        { "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n", "400" },
        { "GET /%2e%2e/ HTTP/1.1\r\nHost: a\r\n", "400" },
        { "BREW / HTTP/1.1\r\nHost: a\r\n", "501" },
        { "TRACE / HTTP/1.1\r\nHost: a\r\n", "501" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[1024];
        struct out out = out_fixed(text, sizeof text);
        out_printf(&out, "%s\r\n", cases[i].head);
        struct str reply = ask(*state, out_str(&out));
        if (!str_starts(str_slice(reply, 9, reply.n), str_of(cases[i].status))) {
            fail_msg("%s: %.*s", cases[i].head, STR_ARG(reply));
        }
    }
}

#define CHUNKED(body) "POST /note HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" body

/* What is nearly HTTP is refused with a page of ours, and never hurts the next one. */
static void nonsense_does_no_harm(void **state)
{
    static const char *const texts[] = {
        "nonsense\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "\r\n\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
        "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        "\x16\x03\x01\x02",
        "GET / HTTP/1.1\r\nHost: a",
        CHUNKED("zz\r\n"),
        CHUNKED("2;a\nab\r\n0\r\n\r\n"),
        CHUNKED("2\r\nab\r\n0\r\nX: a\r\n\r\n"),
        CHUNKED("2\r\na"),
        "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct str reply = ask(*state, str_of(texts[i]));
        if (!str_starts(reply, STR("HTTP/1.1 400")) ||
            str_find(reply, STR("\r\nContent-Security-Policy: ")) == reply.n) {
            fail_msg("%s: %.*s", texts[i], STR_ARG(reply));
        }
    }
    struct str reply = ask(*state, STR("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    assert_true(str_starts(reply, STR("HTTP/1.1 200")));
}

/* The second request of a connection is read as strictly as the first, and what the first one's
 * chunks leave behind is the second. */
static void a_body_hides_no_request(void **state)
{
    int peer = connect_to(*state);
    send_all(peer, STR("GET /much HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "1f\r\nGET /full HTTP/1.1\r\nHost: a\r\n\r\n\r\n0\r\n\r\n"
                       "GET / HTTP/1.1\r\nHost: a\r\nX-A: a\n\r\n"));
    struct str reply = receive(peer, NULL, 0);
    size_t first = str_find(reply, STR("HTTP/1.1 200"));
    size_t second = str_find(reply, STR("HTTP/1.1 400"));
    assert_true(first == 0 && second < reply.n);
    assert_true(str_find(str_slice(reply, second + 1, reply.n), STR("HTTP/1.1 ")) ==
                reply.n - second - 1);
    (void)close(peer);
}

static void one_network_does_not_fill_the_house(void **state)
{
    enum { NETWORK_MAX = 3 };
    (void)state;
    struct server *server = fake_server();
    struct wire *wire = start(server, NULL, NETWORK_MAX);
    int peers[NETWORK_MAX];
    for (size_t i = 0; i < COUNT(peers); i++) {
        peers[i] = connect_to(wire);
        send_all(peers[i], STR("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        assert_true(str_starts(receive(peers[i], "\r\n\r\n", 1), STR("HTTP/1.1 200")));
    }
    int more = connect_to(wire);
    struct str reply = receive(more, NULL, 0);
    assert_true(str_starts(reply, STR("HTTP/1.1 429")));
    assert_true(str_find(reply, STR("Retry-After: ")) < reply.n);
    (void)close(more);
    (void)close(peers[0]);
    for (unsigned i = 0; i < 100 && atomic_load(&server->metrics.connections) == NETWORK_MAX; i++) {
        (void)usleep(10000);
    }
    reply = ask(wire, STR("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    assert_true(str_starts(reply, STR("HTTP/1.1 200")));
    for (size_t i = 1; i < COUNT(peers); i++) {
        (void)close(peers[i]);
    }
    wire_stop(wire);
}

/* All come from the proxy's address, which is not counted; who they are is what it says last. */
static void the_proxy_is_believed(void **state)
{
    static const struct {
        const char *lines;
        const char *ret;
    } cases[] = {
        { "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\n", "203.0.113.7 secure" },
        { "X-Forwarded-For: 1.1.1.1, 203.0.113.7\r\n", "203.0.113.7" },
        { "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2001:db8::7\r\n", "2001:db8::7" },
        { "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: nobody\r\n", "127.0.0.1" },
        { "X-Forwarded-Proto: https\r\nX-Forwarded-Proto: http\r\n", "127.0.0.1" },
        { "", "127.0.0.1" },
    };
    struct wire *wire = start(fake_server(), "127.0.0.1", 1);
    int waiting = connect_to(wire);
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[512];
        struct out out = out_fixed(text, sizeof text);
        out_printf(&out, "GET /peer HTTP/1.1\r\nHost: a\r\n%s\r\n", cases[i].lines);
        struct str reply = ask(wire, out_str(&out));
        out = out_fixed(text, sizeof text);
        out_printf(&out, "\r\n\r\n%s\n", cases[i].ret);
        if (!str_ends(reply, out_str(&out))) {
            fail_msg("%s: %.*s", cases[i].lines, STR_ARG(reply));
        }
    }
    (void)close(waiting);
    wire_stop(wire);
    struct str reply = ask(*state, STR("GET /peer HTTP/1.1\r\nHost: a\r\n"
                                       "X-Forwarded-For: 203.0.113.7\r\n\r\n"));
    assert_true(str_ends(reply, STR("\r\n\r\n127.0.0.1\n")));
}

static void limits_have_their_statuses(void **state)
{
    static char text[40000];
    struct out out = out_fixed(text, sizeof text);
    out_lit(&out, "GET /");
    for (int i = 0; i < 3000; i++) {
        out_char(&out, 'a');
    }
    out_lit(&out, " HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_true(str_starts(ask(*state, out_str(&out)), STR("HTTP/1.1 414")));
    out = out_fixed(text, sizeof text);
    out_lit(&out, "GET / HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 70; i++) {
        out_printf(&out, "X-%d: a\r\n", i);
    }
    out_lit(&out, "\r\n");
    assert_true(str_starts(ask(*state, out_str(&out)), STR("HTTP/1.1 431")));
    out = out_fixed(text, sizeof text);
    out_lit(&out, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
    for (int i = 0; i < 30000; i++) {
        out_char(&out, 'a');
    }
    out_lit(&out, "\r\n\r\n");
    assert_true(str_starts(ask(*state, out_str(&out)), STR("HTTP/1.1 431")));
}

static void requests_may_follow_each_other(void **state)
{
    int peer = connect_to(*state);
    send_all(peer, STR("GET /note/1.json HTTP/1.1\r\nHost: a\r\n\r\n"
                       "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
                       "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"
                       "GET /note/2.json HTTP/1.1\r\nHost: a\r\n\r\n"));
    struct str reply = receive(peer, "\"2\"}", 1);
    size_t first = str_find(reply, STR("{\"code\":\"1\"}"));
    size_t slow = str_find(reply, STR("<p>chào</p>"));
    size_t last = str_find(reply, STR("{\"code\":\"2\"}"));
    assert_true(first < slow && slow < last && last < reply.n);
    (void)close(peer);
}

/* Sixty submissions wait for one desk while two threads serve. */
static void orders_wait_without_a_thread(void **state)
{
    int peers[60];
    for (size_t i = 0; i < COUNT(peers); i++) {
        peers[i] = connect_to(*state);
        send_all(peers[i], STR("POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n"
                               "Content-Type: application/json\r\n\r\n{\"text\":\"a\"}"));
    }
    for (size_t i = 0; i < COUNT(peers); i++) {
        struct str reply = receive(peers[i], "}", 1);
        if (!str_starts(reply, STR("HTTP/1.1 201"))) {
            fail_msg("%zu: %.*s", i, STR_ARG(reply));
        }
        (void)close(peers[i]);
    }
}

static void a_full_queue_is_said(void **state)
{
    pthread_mutex_lock(&fake_lock);
    fake_queue_is_full = true;
    pthread_mutex_unlock(&fake_lock);
    struct str reply =
        ask(*state, STR("POST /api/v1/notes HTTP/1.1\r\nHost: a\r\n"
                        "Content-Length: 12\r\nContent-Type: application/json\r\n\r\n"
                        "{\"text\":\"a\"}"));
    pthread_mutex_lock(&fake_lock);
    fake_queue_is_full = false;
    pthread_mutex_unlock(&fake_lock);
    assert_true(str_starts(reply, STR("HTTP/1.1 503")));
    assert_true(str_find(reply, STR("Retry-After: ")) < reply.n);
}

/* Slow pages wait in a queue of their own; beyond its end they are refused, and quick ones go
 * on. */
static void the_slow_queue_has_an_end(void **state)
{
    enum { OVER = 5 };
    int peers[SLOW_QUEUE_MAX + OVER];
    struct pollfd heard[SLOW_QUEUE_MAX + OVER];
    unsigned busy = 0;
    pthread_mutex_lock(&fake_gate);
    for (size_t i = 0; i < COUNT(peers); i++) {
        peers[i] = connect_to(*state);
        heard[i] = (struct pollfd){ .fd = peers[i], .events = POLLIN };
        send_all(peers[i], STR("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    struct str quick = ask(*state, STR("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    assert_true(str_starts(quick, STR("HTTP/1.1 200")));
    /* Those that found no place hear it at once, on a busy machine within ten seconds. */
    for (unsigned i = 0; i < 1000 && poll(heard, COUNT(heard), 0) < OVER; i++) {
        (void)usleep(10000);
    }
    pthread_mutex_unlock(&fake_gate);
    for (size_t i = 0; i < COUNT(peers); i++) {
        struct str reply = receive(peers[i], "\r\n\r\n", 1);
        busy += str_starts(reply, STR("HTTP/1.1 503"));
        assert_true(str_starts(reply, STR("HTTP/1.1 200")) ||
                    str_find(reply, STR("Retry-After")) < reply.n);
        (void)close(peers[i]);
    }
    assert_int_equal(busy, OVER);
}

/* A file of 3 MB comes through the spool; the same to a route for forms is refused unread. */
static void large_bodies_go_where_they_may(void **state)
{
    enum { FILE_BYTES = 3 << 20 };
    struct server *server = fake_server();
    struct exchange *exchange = exchange_open(server);
    struct str token = fake_token(exchange, STR_NONE);
    struct out out = out_open(exchange->arena, FILE_BYTES + 65536);
    struct out body = out_open(exchange->arena, FILE_BYTES + 65536);
    out_printf(&body,
               "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n%.*s\r\n"
               "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n",
               STR_ARG(token));
    out_bytes(&body, new (exchange->arena, char, FILE_BYTES), FILE_BYTES);
    out_lit(&body, "\r\n--b--\r\n");
    out_printf(&out,
               "POST /photo HTTP/1.1\r\nHost: a\r\nContent-Length: %zu\r\n"
               "Content-Type: multipart/form-data; boundary=b\r\n\r\n",
               body.n);
    out_str_raw(&out, out_str(&body));
    struct str reply = ask(*state, out_str(&out));
    if (!str_starts(reply, STR("HTTP/1.1 200"))) {
        fail_msg("%.*s", STR_ARG(reply));
    }
    assert_true(str_ends(reply, STR("\r\n\r\n3145728\n")));
    out = out_open(exchange->arena, 200000);
    out_lit(&out, "POST /note HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 9; i++) {
        out_lit(&out, "2000\r\n");
        out_bytes(&out, new (exchange->arena, char, 0x2000), 0x2000);
        out_lit(&out, "\r\n");
    }
    out_lit(&out, "0\r\n\r\n");
    assert_true(str_starts(ask(*state, out_str(&out)), STR("HTTP/1.1 413")));
    exchange_close(exchange);
}

/* One byte every 100 ms is not silence, but neither is it a request. */
static void who_drips_is_cut_off(void **state)
{
    static const char *const starts[] = {
        "GET / HTTP/1.1\r\nHost: ",
        "POST /note HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n",
    };
    for (size_t i = 0; i < COUNT(starts); i++) {
        int peer = connect_to(*state);
        send_all(peer, str_of(starts[i]));
        struct pollfd wait = { .fd = peer, .events = POLLIN };
        unsigned drips = 0;
        while (drips < 60 && poll(&wait, 1, 100) == 0) {
            send_all(peer, STR("a"));
            drips++;
        }
        assert_in_range(drips, 3, 40);
        assert_true(str_starts(receive(peer, NULL, 0), STR("HTTP/1.1 408")));
        (void)close(peer);
    }
}

/* Who asks before sending a large body is told to go on, when there is a place for it. */
static int ask_to_send(struct wire *wire, const char *path, const char *from)
{
    char text[300];
    struct out out = out_fixed(text, sizeof text);
    out_printf(&out,
               "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n"
               "Expect: 100-continue\r\nX-Forwarded-For: %s\r\n\r\n",
               path, from);
    int peer = connect_to(wire);
    send_all(peer, out_str(&out));
    return peer;
}

static bool may_send(int peer)
{
    struct str said = receive(peer, "\r\n\r\n", 1);
    assert_true(str_starts(said, STR("HTTP/1.1 100")) || str_starts(said, STR("HTTP/1.1 503")));
    return str_starts(said, STR("HTTP/1.1 100"));
}

/* Half of the places for large bodies are one network's, however slowly it sends. */
static void one_network_does_not_take_all_large_bodies(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        unsigned of_network;
    } kinds[] = { { "/photo", 16 }, { "/sealed-photo", 3 } };
    struct wire *wire = start(fake_server(), "127.0.0.1", 0);
    for (size_t k = 0; k < COUNT(kinds); k++) {
        int peers[16];
        for (unsigned i = 0; i < kinds[k].of_network; i++) {
            peers[i] = ask_to_send(wire, kinds[k].path, "203.0.113.7");
            assert_true(may_send(peers[i]));
        }
        int refused = ask_to_send(wire, kinds[k].path, "203.0.113.8");
        assert_false(may_send(refused));
        int other = ask_to_send(wire, kinds[k].path, "198.51.100.7");
        assert_true(may_send(other));
        (void)close(refused);
        (void)close(other);
        (void)close(peers[0]);
        bool is_free = false;
        for (unsigned tries = 0; tries < 100 && !is_free; tries++) {
            (void)usleep(10000);
            peers[0] = ask_to_send(wire, kinds[k].path, "203.0.113.8");
            is_free = may_send(peers[0]);
            if (!is_free) {
                (void)close(peers[0]);
            }
        }
        assert_true(is_free);
        for (unsigned i = 0; i < kinds[k].of_network; i++) {
            (void)close(peers[i]);
        }
    }
    wire_stop(wire);
}

static int start_all(void **state)
{
    must(crypt_start());
    fake_rates_off = true;
    must(pthread_create(&desk, NULL, run_desk, NULL) == 0);
    *state = start(fake_server(), NULL, 0);
    return 0;
}

/* The last requests are still answered: their orders are with the desk when the stop begins. */
static int stop_all(void **state)
{
    int peer = connect_to(*state);
    send_all(peer, STR("POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n"
                       "Content-Type: application/json\r\n\r\n{\"text\":\"a\"}"));
    (void)usleep(1000);
    wire_stop(*state);
    struct str reply = receive(peer, NULL, 0);
    (void)close(peer);
    atomic_store(&desk_stops, true);
    must(pthread_join(desk, NULL) == 0);
    return reply.n == 0 || str_starts(reply, STR("HTTP/1.1 201")) ? 0 : 1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_are_read_strictly),
        cmocka_unit_test(nonsense_does_no_harm),
        cmocka_unit_test(a_body_hides_no_request),
        cmocka_unit_test(one_network_does_not_fill_the_house),
        cmocka_unit_test(the_proxy_is_believed),
        cmocka_unit_test(limits_have_their_statuses),
        cmocka_unit_test(requests_may_follow_each_other),
        cmocka_unit_test(orders_wait_without_a_thread),
        cmocka_unit_test(a_full_queue_is_said),
        cmocka_unit_test(the_slow_queue_has_an_end),
        cmocka_unit_test(large_bodies_go_where_they_may),
        cmocka_unit_test(one_network_does_not_take_all_large_bodies),
        cmocka_unit_test(who_drips_is_cut_off),
    };
    return cmocka_run_group_tests(tests, start_all, stop_all);
}
