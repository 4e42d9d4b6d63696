/* Carrying a story's request over a socket, with this thread as the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "torture_wire.h"

#include <arpa/inet.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/headers.h"
#include "web/request.h"
#include "web/wire.h"

enum { ANSWER_BYTES_MAX = 8 << 20, TURN_MS = 2, TURNS_MAX = 5000 };

static struct wire *open_wire(struct story *story);
static int connect_to(const struct wire *wire);
static bool send_all(int peer, struct str bytes);
static struct str receive(struct story *story, int peer, bool has_body, size_t *ret_head);
static bool is_whole(struct str answer, bool has_body, size_t *ret_head);
static void read_answer(struct story *story, struct str answer, size_t head);

bool carry_by_wire(struct story *story, struct str bytes)
{
    if (!story->wire) {
        story->wire = open_wire(story);
    }
    /* From nowhere, as a story's requests come; our proxy says so. */
    struct str rest = bytes;
    struct str first = str_cut(&rest, '\n');
    struct out whole = out_open(story->arena, bytes.n + 100);
    out_printf(&whole, "%.*s\nX-Forwarded-For: ::\r\n", STR_ARG(first));
    out_str_raw(&whole, rest);
    int peer = connect_to(story->wire);
    size_t head = 0;
    struct str answer = STR_NONE;
    if (send_all(peer, out_str(&whole))) {
        answer = receive(story, peer, !str_starts(first, STR("HEAD ")), &head);
    }
    close(peer);
    if (head == 0) {
        return story_fail(story, "no answer came, or half of one");
    }
    read_answer(story, answer, head);
    return true;
}

static struct wire *open_wire(struct story *story)
{
    struct str why = STR_NONE;
    struct wire_settings settings = { .address = "127.0.0.1",
                                      .threads = 1,
                                      .connections_max = 20,
                                      .timeout_s = 20,
                                      .slow_threads = 1,
                                      .proxy = "127.0.0.1",
                                      .spool_folder = story->folder };
    struct wire *wire = wire_start(story->house.server, &settings, &why);
    must(wire);
    return wire;
}

static int connect_to(const struct wire *wire)
{
    struct sockaddr_in where = { .sin_family = AF_INET,
                                 .sin_port = htons(wire_port(wire)),
                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int peer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(peer >= 0 && connect(peer, (struct sockaddr *)&where, sizeof where) == 0);
    return peer;
}

static bool send_all(int peer, struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t n = send(peer, bytes.p, bytes.n, MSG_NOSIGNAL);
        if (n <= 0) {
            return false;
        }
        bytes = str_slice(bytes, (size_t)n, bytes.n);
    }
    return true;
}

/* Until the answer is whole or its connection ends; the desk has its turns in between. */
static struct str receive(struct story *story, int peer, bool has_body, size_t *ret_head)
{
    char *bytes = arena_raw(story->arena, ANSWER_BYTES_MAX);
    size_t n = 0;
    for (int turn = 0; turn < TURNS_MAX && n < ANSWER_BYTES_MAX; turn++) {
        struct pollfd wait = { .fd = peer, .events = POLLIN };
        (void)desk_run_once(story->house.desk);
        if (poll(&wait, 1, TURN_MS) != 1) {
            continue;
        }
        ssize_t got = recv(peer, bytes + n, ANSWER_BYTES_MAX - n, 0);
        if (got <= 0) {
            break;
        }
        n += (size_t)got;
        if (is_whole(str_span(bytes, n), has_body, ret_head)) {
            break;
        }
    }
    return str_span(bytes, n);
}

/* *ret_head is the size of the head once all of the body is there, and 0 before. */
static bool is_whole(struct str answer, bool has_body, size_t *ret_head)
{
    struct str rest = answer;
    int64_t body_bytes = 0;
    size_t head = str_find(answer, STR("\r\n\r\n"));
    if (head == answer.n) {
        return false;
    }
    while (rest.p && rest.p < answer.p + head) {
        struct str value = str_cut(&rest, '\n');
        struct str name = str_cut(&value, ':');
        if (str_equal_nocase(name, STR("Content-Length")) &&
            !str_to_int(str_trim(value), &body_bytes)) {
            return false;
        }
    }
    /* To HEAD comes the length of what is not sent. */
    bool is_there = answer.n >= head + 4 + (has_body ? (size_t)body_bytes : 0);
    *ret_head = is_there ? head + 4 : 0;
    return is_there;
}

/* As if serve() had made it here. */
static void read_answer(struct story *story, struct str answer, size_t head)
{
    struct reply *reply = exchange_reply(story->exchange);
    struct str rest = str_slice(answer, 0, head);
    struct str status = str_cut(&rest, '\n');
    int64_t number = 0;
    must(str_to_int(str_slice(status, 9, 12), &number));
    reply->http_status = (int)number;
    while (rest.n > 0) {
        struct str value = str_trim(str_cut(&rest, '\n'));
        struct str name = str_cut(&value, ':');
        if (value.p && reply->header_count < REPLY_HEADERS_MAX) {
            reply->headers[reply->header_count++] = (struct header){ name, str_trim(value) };
        }
    }
    reply->fixed_body = str_slice(answer, head, answer.n);
}
