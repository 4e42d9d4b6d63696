/* Checking a request's head, and reading one from text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/request.h"

#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "text/tongue.h"

static enum status check_header(const struct header *header, const char **ret_why);
static enum status check_framing(const struct request *request, struct framing *ret,
                                 const char **ret_why);
static size_t count_headers(const struct request *request, const char *name);
static bool is_token(struct str s);
static bool is_visible(struct str s);
static enum status parse_head(struct arena *arena, struct str head, struct request *ret,
                              const char **ret_why);
static bool parse_header(struct str line, struct header *ret);
static enum status refuse_request(const char **ret_why, const char *why);

static const char *const method_names[] = {
    [GET] = "GET",     [HEAD] = "HEAD",     [POST] = "POST",       [PUT] = "PUT",
    [PATCH] = "PATCH", [DELETE] = "DELETE", [OPTIONS] = "OPTIONS", [METHOD_OTHER] = "-",
};

enum method method_of(struct str word)
{
    for (unsigned i = 0; i < METHOD_OTHER; i++) {
        if (str_equal(word, str_of(method_names[i]))) {
            return (enum method)i;
        }
    }
    return METHOD_OTHER;
}

const char *method_name(enum method method)
{
    return method_names[method];
}

void request_set_target(struct request *request, struct str target)
{
    size_t mark = str_find_byte(target, '?');
    request->path = str_slice(target, 0, mark);
    request->query = str_slice(target, mark + 1, target.n);
}

enum status request_check(const struct request *request, struct framing *ret, const char **ret_why)
{
    size_t block_bytes = 0;
    if (request->path.n + request->query.n > URL_BYTES_MAX) {
        return STATUS_URI_TOO_LONG;
    }
    if (!is_visible(request->path) || !is_visible(request->query)) {
        return refuse_request(ret_why, N_("Địa chỉ có ký tự không được phép."));
    }
    for (size_t i = 0; i < request->header_count; i++) {
        enum status status = check_header(&request->headers[i], ret_why);
        if (status) {
            return status;
        }
        block_bytes += request->headers[i].name.n + request->headers[i].value.n + 4;
    }
    if (request->header_count > HEADERS_MAX || block_bytes > HEADER_BLOCK_BYTES_MAX) {
        return STATUS_HEADERS_TOO_LARGE;
    }
    if (count_headers(request, "Host") != 1) {
        return refuse_request(ret_why, N_("Yêu cầu phải có đúng một dòng Host."));
    }
    return check_framing(request, ret, ret_why);
}

static enum status check_header(const struct header *header, const char **ret_why)
{
    if (!is_token(header->name)) {
        return refuse_request(ret_why, N_("Tên một dòng ở phần đầu của yêu cầu không hợp lệ."));
    }
    for (size_t i = 0; i < header->value.n; i++) {
        char c = header->value.p[i];
        if (((uint8_t)c < ' ' && c != '\t') || c == 0x7f) {
            return refuse_request(ret_why, N_("Phần đầu của yêu cầu có ký tự điều khiển."));
        }
    }
    return STATUS_OK;
}

static enum status check_framing(const struct request *request, struct framing *ret,
                                 const char **ret_why)
{
    size_t lengths = count_headers(request, "Content-Length");
    size_t codings = count_headers(request, "Transfer-Encoding");
    struct framing framing = { .is_chunked = codings == 1 };
    if (lengths + codings > 1) {
        return refuse_request(ret_why, N_("Yêu cầu nói hai lần nội dung dài bao nhiêu."));
    }
    if (codings == 1 &&
        !str_equal_nocase(request_header(request, "Transfer-Encoding"), STR("chunked"))) {
        return refuse_request(ret_why, N_("Máy chủ chỉ nhận Transfer-Encoding: chunked."));
    }
    if (lengths == 1) {
        int64_t length = 0;
        struct str value = request_header(request, "Content-Length");
        if (!str_to_int(value, &length) || length < 0) {
            return refuse_request(ret_why, N_("Content-Length phải là một số."));
        }
        framing.length_bytes = (uint64_t)length;
    }
    *ret = framing;
    return STATUS_OK;
}

static size_t count_headers(const struct request *request, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < request->header_count; i++) {
        count += str_equal_nocase(request->headers[i].name, str_of(name));
    }
    return count;
}

/* RFC 9110 section 5.6.2. */
static bool is_token(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_letter && !(c && strchr("!#$%&'*+-.^_`|~", c))) {
            return false;
        }
    }
    return s.n > 0;
}

/* Bytes above 127 pass: some clients send them raw, and the router decides whether they are
 * text. */
static bool is_visible(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((uint8_t)s.p[i] <= ' ' || s.p[i] == 0x7f || s.p[i] == '#') {
            return false;
        }
    }
    return true;
}

enum status request_parse(struct arena *arena, struct str text, struct request *ret,
                          const char **ret_why)
{
    struct str end = STR("\r\n\r\n");
    size_t head_bytes = str_find(text, end);
    if (head_bytes == text.n) {
        return text.n > URL_BYTES_MAX + HEADER_BLOCK_BYTES_MAX
                   ? STATUS_HEADERS_TOO_LARGE
                   : refuse_request(ret_why, N_("Phần đầu của yêu cầu không trọn vẹn."));
    }
    struct request request = { 0 };
    struct framing framing = { 0 };
    enum status status = parse_head(arena, str_slice(text, 0, head_bytes), &request, ret_why);
    if (status == STATUS_OK) {
        status = request_check(&request, &framing, ret_why);
    }
    if (status) {
        return status;
    }
    struct str body = str_slice(text, head_bytes + end.n, text.n);
    if (framing.is_chunked || framing.length_bytes > body.n) {
        return refuse_request(ret_why, N_("Nội dung của yêu cầu không trọn vẹn."));
    }
    request.body = str_slice(body, 0, framing.length_bytes);
    *ret = request;
    return STATUS_OK;
}

static enum status parse_head(struct arena *arena, struct str head, struct request *ret,
                              const char **ret_why)
{
    static const char broken[] = N_("Dòng đầu của yêu cầu bị hỏng.");
    struct header *headers = new(arena, struct header, HEADERS_MAX);
    struct str rest = head;
    size_t end = str_find(rest, STR("\r\n"));
    struct str line = str_slice(rest, 0, end);
    struct str method = str_cut(&line, ' ');
    struct str target = str_cut(&line, ' ');
    if (!is_token(method) || target.n == 0 || target.p[0] != '/' ||
        !(str_equal(line, STR("HTTP/1.1")) || str_equal(line, STR("HTTP/1.0")))) {
        return refuse_request(ret_why, broken);
    }
    ret->method = method_of(method);
    request_set_target(ret, target);
    for (rest = str_slice(rest, end + 2, rest.n); rest.n > 0;
         rest = str_slice(rest, end + 2, rest.n)) {
        end = str_find(rest, STR("\r\n"));
        if (ret->header_count == HEADERS_MAX) {
            return STATUS_HEADERS_TOO_LARGE;
        }
        if (!parse_header(str_slice(rest, 0, end), &headers[ret->header_count++])) {
            return refuse_request(ret_why, N_("Phần đầu của yêu cầu có dòng bị hỏng."));
        }
    }
    ret->headers = headers;
    return STATUS_OK;
}

/* A line that starts with a space would continue the one before (obs-fold): its name is no
 * token. */
static bool parse_header(struct str line, struct header *ret)
{
    struct str value = line;
    struct str name = str_cut(&value, ':');
    *ret = (struct header){ name, str_trim(value) };
    return value.p && is_token(name) && str_find_byte(line, '\n') == line.n &&
           str_find_byte(line, '\r') == line.n;
}

void reply_write(struct out *out, const struct request *request, const struct reply *reply)
{
    struct str body = reply_body(reply);
    out_printf(out, "HTTP/1.1 %d\r\n", reply->http_status);
    for (size_t i = 0; i < reply->header_count; i++) {
        out_str_raw(out, reply->headers[i].name);
        out_lit(out, ": ");
        out_str_raw(out, reply->headers[i].value);
        out_lit(out, "\r\n");
    }
    out_printf(out, "Content-Length: %zu\r\n\r\n", body.n);
    if (request->method != HEAD) {
        out_str_raw(out, body);
    }
}

struct str reply_body(const struct reply *reply)
{
    return reply->fixed_body.p ? reply->fixed_body : out_str(&reply->body);
}

static enum status refuse_request(const char **ret_why, const char *why)
{
    *ret_why = why;
    return STATUS_BAD_REQUEST;
}
