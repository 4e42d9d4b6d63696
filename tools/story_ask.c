/* Browsers of a story: their cookies, their tokens, and the requests that they send. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "story.h"
#include "studio/tests/sign.h"
#include "web/cookie.h"
#include "web/request.h"
#include "web/route.h"
#include "web/token.h"

static void keep_cookies(struct story *story);
static bool send_request(struct story *story, struct str method, struct str target, struct str type,
                         struct str body);
static act_fn deliver;
static void add_pair(struct out *out, struct str name, struct str value);
static struct str session_token(struct story *story);

/* as lan : the browser of that name. as lan PASSWORD : and it signs in. */
bool play_as(struct story *story, const struct line *line)
{
    struct jar *jar = NULL;
    for (size_t i = 0; i < story->jar_count; i++) {
        if (str_equal(str_of(story->jars[i].name), line->words[1])) {
            jar = &story->jars[i];
        }
    }
    if (!jar && (story->jar_count == JARS_MAX || line->words[1].n > JAR_NAME_MAX)) {
        return story_fail(story, "at most %d people, of at most %d letters", JARS_MAX,
                          JAR_NAME_MAX);
    }
    if (!jar) {
        jar = &story->jars[story->jar_count++];
        memcpy(jar->name, line->words[1].p, line->words[1].n);
        jar->name[line->words[1].n] = '\0';
    }
    story->jar = jar;
    if (line->count < 3) {
        return true;
    }
    struct out body = out_open(story->arena, STORY_BYTES_MAX);
    add_pair(&body, STR("sign_in"), line->words[1]);
    add_pair(&body, STR("password"), line->words[2]);
    add_pair(&body, STR(TOKEN_FIELD), session_token(story));
    return send_request(story, STR("POST"), STR("/dang-nhap"),
                        STR("application/x-www-form-urlencoded"), out_str(&body)) &&
           (exchange_reply(story->exchange)->http_status == 303 ||
            story_fail(story, "%s cannot sign in", jar->name));
}

bool play_anonymous(struct story *story, const struct line *line)
{
    (void)line;
    story->jar = &story->jars[0];
    story->jar->count = 0;
    return true;
}

/* header Accept: application/json */
bool play_header(struct story *story, const struct line *line)
{
    story->headers =
        str_printf(story->arena, "%.*s%.*s\r\n", STR_ARG(story->headers), STR_ARG(line->rest));
    return true;
}

static struct str form_body(struct story *story, const struct line *line);
static struct str file_bytes(struct story *story, struct str name);
static struct str multipart_body(struct story *story, const struct line *line);
static bool has_file(const struct line *line);
static bool send_piece(struct story *story, const struct line *line);

/* POST /path k=v "k=v with spaces" photo@file.jpg   or   POST /path json {…}
 * PATCH /path piece FILE FROM COUNT: those bytes of the file, as they are */
bool play_request(struct story *story, const struct line *line)
{
    struct str method = line->words[0];
    if (line->count < 2) {
        return story_fail(story, "%.*s wants a path", STR_ARG(method));
    }
    if (str_equal(method, STR("GET")) || str_equal(method, STR("HEAD"))) {
        return send_request(story, method, line->words[1], STR_NONE, STR(""));
    }
    if (line->count > 2 && str_equal(line->words[2], STR("json"))) {
        size_t at = str_find(line->rest, STR("json ")) + 5;
        return send_request(story, method, line->words[1], STR("application/json"),
                            str_slice(line->rest, at, line->rest.n));
    }
    if (line->count == 6 && str_equal(line->words[2], STR("piece"))) {
        return send_piece(story, line);
    }
    if (has_file(line)) {
        struct str body = multipart_body(story, line);
        return body.p && send_request(story, method, line->words[1],
                                      STR("multipart/form-data; boundary=story"), body);
    }
    return send_request(story, method, line->words[1], STR("application/x-www-form-urlencoded"),
                        form_body(story, line));
}

static bool send_piece(struct story *story, const struct line *line)
{
    int64_t from;
    int64_t count;
    struct str bytes = file_bytes(story, line->words[3]);
    if (!bytes.p || !str_to_int(line->words[4], &from) || !str_to_int(line->words[5], &count) ||
        from < 0 || count < 0 || (size_t)(from + count) > bytes.n) {
        return story_fail(story, "piece wants FILE FROM COUNT, within the file");
    }
    return send_request(story, line->words[0], line->words[1], STR(PIECE_TYPE),
                        str_slice(bytes, (size_t)from, (size_t)(from + count)));
}

/* Our own token goes with every form that does not bring one. */
static struct str form_body(struct story *story, const struct line *line)
{
    struct out out = out_open(story->arena, STORY_BYTES_MAX);
    bool has_token = false;
    for (size_t i = 2; i < line->count; i++) {
        struct str value = line->words[i];
        struct str name = str_cut(&value, '=');
        add_pair(&out, name, value);
        has_token |= str_equal(name, STR(TOKEN_FIELD));
    }
    if (!has_token) {
        add_pair(&out, STR(TOKEN_FIELD), session_token(story));
    }
    return out_str(&out);
}

static void add_pair(struct out *out, struct str name, struct str value)
{
    if (out->n > 0) {
        out_char(out, '&');
    }
    out_percent(out, name);
    out_char(out, '=');
    out_percent(out, value);
}

static bool has_file(const struct line *line)
{
    for (size_t i = 2; i < line->count; i++) {
        if (str_find_byte(line->words[i], '@') < str_find_byte(line->words[i], '=')) {
            return true;
        }
    }
    return false;
}

/* "-" is what the last answer brought; "signed" that, signed outside; "altered" that, and then one
 * byte of it changed. */
static struct str file_bytes(struct story *story, struct str name)
{
    struct str body = story->exchange ? reply_body(exchange_reply(story->exchange)) : STR("");
    bool is_altered = str_equal(name, STR("altered"));
    if (str_equal(name, STR("-"))) {
        return body;
    }
    if (!is_altered && !str_equal(name, STR("signed"))) {
        return story_file(story->arena, str_z(story->arena, name));
    }
    if (!str_starts(body, STR("%PDF-"))) {
        return STR_NONE;
    }
    struct str file = sign_pdf(story->arena, body);
    char *bytes = new(story->arena, char, file.n);
    memcpy(bytes, file.p, file.n);
    bytes[body.n / 2] ^= is_altered;
    return str_span(bytes, file.n);
}

static struct str multipart_body(struct story *story, const struct line *line)
{
    struct out out = out_open(story->arena, UPLOAD_BODY_BYTES_MAX);
    for (size_t i = 2; i < line->count; i++) {
        struct str value = line->words[i];
        bool is_file = str_find_byte(value, '@') < str_find_byte(value, '=');
        struct str name = str_cut(&value, is_file ? '@' : '=');
        struct str bytes = is_file ? file_bytes(story, value) : value;
        if (!bytes.p) {
            (void)story_fail(story, "%.*s cannot be read", STR_ARG(value));
            return STR_NONE;
        }
        out_printf(&out, "--story\r\nContent-Disposition: form-data; name=\"%.*s\"%s\r\n\r\n",
                   STR_ARG(name), is_file ? "; filename=\"a\"" : "");
        out_str_raw(&out, bytes);
        out_lit(&out, "\r\n");
    }
    out_printf(&out,
               "--story\r\nContent-Disposition: form-data; name=\"" TOKEN_FIELD "\"\r\n\r\n"
               "%.*s\r\n--story--\r\n",
               STR_ARG(session_token(story)));
    return out_str(&out);
}

/* The request goes through the same reader of heads as one from a socket. */
static bool send_request(struct story *story, struct str method, struct str target, struct str type,
                         struct str body)
{
    struct out out = out_open(story->arena, UPLOAD_BODY_BYTES_MAX);
    out_printf(&out, "%.*s %.*s HTTP/1.1\r\nHost: kheo.example\r\n%.*s", STR_ARG(method),
               STR_ARG(target), STR_ARG(story->headers));
    for (size_t i = 0; i < story->jar->count; i++) {
        out_printf(&out, "%s%.*s=%.*s", i ? "; " : "Cookie: ", STR_ARG(story->jar->cookies[i].name),
                   STR_ARG(story->jar->cookies[i].value));
    }
    out_printf(&out, "%sContent-Length: %zu\r\n", story->jar->count ? "\r\n" : "", body.n);
    if (type.p) {
        out_printf(&out, "Content-Type: %.*s\r\n", STR_ARG(type));
    }
    /* As a browser says of a form on one of our own pages. */
    bool is_form = str_find(type, STR("form")) < type.n;
    if (is_form && str_find(story->headers, STR("Sec-Fetch-Site")) == story->headers.n) {
        out_lit(&out, "Sec-Fetch-Site: same-origin\r\n");
    }
    out_lit(&out, "\r\n");
    out_str_raw(&out, body);
    story->headers = STR_NONE;
    struct str bytes = out_str(&out);
    if (!story_act(story, deliver, &bytes)) {
        return false;
    }
    keep_cookies(story);
    int answer = exchange_reply(story->exchange)->http_status;
    return !story->is_seeded || answer < 500 ||
           story_fail(story, "%.*s %.*s: %d", STR_ARG(method), STR_ARG(target), answer);
}

static bool deliver(struct story *story, const void *what)
{
    const struct str *bytes = what;
    if (story->exchange) {
        exchange_close(story->exchange);
    }
    story->exchange = exchange_open(story->house.server);
    if (!story->exchange) {
        return story_fail(story, "there is no memory for a request");
    }
    const char *why = NULL;
    /* What was done before is found by its words, as it would be a tenth of a second later; and
     * what fails is tried again. */
    bool is_indexed = indexer_catch_up(story->indexer);
    if (!is_indexed && !indexer_catch_up(story->indexer)) {
        return story_fail(story, "tệp tìm kiếm không ghi được");
    }
    if (story->carry) {
        return story->carry(story, *bytes);
    }
    struct request *request = exchange_request(story->exchange);
    enum status status = request_parse(exchange_arena(story->exchange), *bytes, request, &why);
    if (status) {
        serve_refuse(story->worker, story->exchange, status, why);
    } else {
        serve(story->worker, story->exchange);
    }
    return true;
}

static void keep_cookies(struct story *story)
{
    const struct reply *reply = exchange_reply(story->exchange);
    for (size_t i = 0; i < reply->header_count; i++) {
        if (!str_equal(reply->headers[i].name, STR("Set-Cookie"))) {
            continue;
        }
        struct str rest = reply->headers[i].value;
        struct str value = str_copy(story->arena, str_cut(&rest, ';'));
        struct str name = str_cut(&value, '=');
        struct jar *jar = story->jar;
        size_t at = 0;
        while (at < jar->count && !str_equal(jar->cookies[at].name, name)) {
            at++;
        }
        must(at < COOKIES_MAX);
        jar->cookies[at] = (struct header){ name, value };
        jar->count += at == jar->count;
        if (value.n == 0) {
            jar->cookies[at] = jar->cookies[--jar->count];
        }
    }
}

/* A token as a page would carry it for whoever holds this browser. */
static struct str session_token(struct story *story)
{
    struct server *server = story->house.server;
    struct snap snap = { 0 };
    struct visit v = { .arena = story->arena, .now = story->now, .server = server, .snap = &snap };
    struct request request = { .headers = NULL };
    v.request = &request;
    snap_begin(story->worker->session, story->arena, 0, &snap);
    for (size_t i = 0; i < story->jar->count; i++) {
        struct visitor visitor = { 0 };
        if (str_equal(story->jar->cookies[i].name, STR(SESSION_COOKIE)) && server->doorkeeper &&
            server->doorkeeper->visitor(&v, story->jar->cookies[i].value, &visitor)) {
            v.visitor = visitor;
        }
    }
    must(snap_end(&snap) == STATUS_OK);
    return token_make(&v);
}
