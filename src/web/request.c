/* Checking a request's head, and reading one from text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/request.h"

#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "text/tongue.h"

static enum status check_framing(const struct request *request, struct framing *ret,
                                 const char **ret_why);
static size_t count_headers(const struct request *request, const char *name);
static bool is_token(struct str s);
static bool is_visible(struct str s);
static struct str cut_line(struct str *rest);
static bool read_first_line(struct str line, struct request *ret);
static bool read_header(struct str line, struct header *ret);
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

enum head request_find_head(struct str bytes, size_t *ret_bytes, const char **ret_why)
{
    size_t line_start = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        char c = bytes.p[i];
        if (((uint8_t)c >= ' ' && c != 0x7f) || c == '\t') {
            continue;
        }
        if (c != '\r' && c != '\n') {
            *ret_why = N_("Phần đầu của yêu cầu có ký tự điều khiển.");
            return HEAD_BROKEN;
        }
        if (c == '\r' && i + 1 == bytes.n) {
            return HEAD_PARTIAL;
        }
        if (c == '\n' || bytes.p[i + 1] != '\n' || i == 0) {
            *ret_why = N_("Mỗi dòng ở phần đầu của yêu cầu phải kết thúc bằng CR và LF.");
            return HEAD_BROKEN;
        }
        if (i++ == line_start) {
            *ret_bytes = i + 1;
            return HEAD_WHOLE;
        }
        line_start = i + 1;
    }
    return HEAD_PARTIAL;
}

enum status request_read_head(struct arena *arena, struct str head, struct request *ret,
                              struct framing *ret_framing, const char **ret_why)
{
    struct str rest = head;
    struct header *headers = new(arena, struct header, HEADERS_MAX);
    ret->headers = headers;
    if (!read_first_line(cut_line(&rest), ret)) {
        return refuse_request(ret_why, N_("Dòng đầu của yêu cầu bị hỏng."));
    }
    for (struct str line = cut_line(&rest); line.n > 0; line = cut_line(&rest)) {
        if (ret->header_count == HEADERS_MAX) {
            return STATUS_HEADERS_TOO_LARGE;
        }
        if (!read_header(line, &headers[ret->header_count])) {
            return refuse_request(ret_why,
                                  line.p[0] == ' ' || line.p[0] == '\t'
                                      ? N_("Một dòng ở phần đầu không được nối sang dòng sau.")
                                      : N_("Phần đầu của yêu cầu có dòng bị hỏng."));
        }
        ret->header_count++;
    }
    if (ret->path.n + ret->query.n > URL_BYTES_MAX) {
        return STATUS_URI_TOO_LONG;
    }
    if (head.n > URL_BYTES_MAX + HEADER_BLOCK_BYTES_MAX) {
        return STATUS_HEADERS_TOO_LARGE;
    }
    if (!is_visible(ret->path) || !is_visible(ret->query)) {
        return refuse_request(ret_why, N_("Địa chỉ có ký tự không được phép."));
    }
    if (count_headers(ret, "Host") != 1) {
        return refuse_request(ret_why, N_("Yêu cầu phải có đúng một dòng Host."));
    }
    return check_framing(ret, ret_framing, ret_why);
}

/* Of a head that request_find_head() has seen: every line has its end. */
static struct str cut_line(struct str *rest)
{
    size_t end = str_find_byte(*rest, '\r');
    struct str line = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end + 2, rest->n);
    return line;
}

/* An absolute address names a host a second time, and CONNECT's is none: neither is for us. */
static bool read_first_line(struct str line, struct request *ret)
{
    struct str method = str_cut(&line, ' ');
    struct str target = str_cut(&line, ' ');
    ret->is_old = str_equal(line, STR("HTTP/1.0"));
    ret->method = method_of(method);
    request_set_target(ret, target);
    return is_token(method) && str_starts(target, STR("/")) &&
           (ret->is_old || str_equal(line, STR("HTTP/1.1")));
}

static bool read_header(struct str line, struct header *ret)
{
    struct str value = line;
    struct str name = str_cut(&value, ':');
    *ret = (struct header){ name, str_trim(value) };
    return value.p && is_token(name);
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
    if (codings == 1 && request->is_old) {
        return refuse_request(ret_why, N_("HTTP/1.0 không có Transfer-Encoding."));
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
    size_t head_bytes = 0;
    struct framing framing = { 0 };
    switch (request_find_head(text, &head_bytes, ret_why)) {
    case HEAD_BROKEN:
        return STATUS_BAD_REQUEST;
    case HEAD_PARTIAL:
        return text.n > URL_BYTES_MAX + HEADER_BLOCK_BYTES_MAX
                   ? STATUS_HEADERS_TOO_LARGE
                   : refuse_request(ret_why, N_("Phần đầu của yêu cầu không trọn vẹn."));
    case HEAD_WHOLE:
        break;
    }
    enum status status =
        request_read_head(arena, str_slice(text, 0, head_bytes), ret, &framing, ret_why);
    if (status) {
        return status;
    }
    struct str body = str_slice(text, head_bytes, text.n);
    if (framing.is_chunked || framing.length_bytes > body.n) {
        return refuse_request(ret_why, N_("Nội dung của yêu cầu không trọn vẹn."));
    }
    ret->body = str_slice(body, 0, framing.length_bytes);
    return STATUS_OK;
}

/* The reason phrase is empty: people read the page, and programs the number. */
void reply_write_head(struct out *out, const struct reply *reply)
{
    out_printf(out, "HTTP/1.1 %d \r\n", reply->http_status);
    for (size_t i = 0; i < reply->header_count; i++) {
        out_str_raw(out, reply->headers[i].name);
        out_lit(out, ": ");
        out_str_raw(out, reply->headers[i].value);
        out_lit(out, "\r\n");
    }
    if (reply->http_status != 204 && reply->http_status != 304) {
        out_printf(out, "Content-Length: %zu\r\n", reply_body(reply).n);
    }
}

bool reply_has_body(const struct request *request, const struct reply *reply)
{
    return request->method != HEAD && reply->http_status != 204 && reply->http_status != 304;
}

void reply_write(struct out *out, const struct request *request, const struct reply *reply)
{
    reply_write_head(out, reply);
    out_lit(out, "\r\n");
    if (reply_has_body(request, reply)) {
        out_str_raw(out, reply_body(reply));
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
