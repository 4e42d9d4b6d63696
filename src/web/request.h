/* Requests: what a head must look like before anything in it is believed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "base/status.h"
#include "web/wire.h"

enum method method_of(struct str word) PURE;
const char *method_name(enum method method);

/* "/a/b?x=1" into path and query. */
void request_set_target(struct request *request, struct str target);

/* How long the body is, by its head. */
struct framing {
    bool is_chunked;
    uint64_t length_bytes;      /* when it is not */
};

/* RFC 9112, read strictly: token names, values without controls, one Host, one Content-Length made
 * of digits, never together with Transfer-Encoding, and no coding but chunked. Where two readers
 * of one head could differ, the request is refused. OK, BAD_REQUEST, URI_TOO_LONG or
 * HEADERS_TOO_LARGE; *ret_why is Vietnamese source text. */
enum status request_check(const struct request *request, struct framing *ret, const char **ret_why);

/* A whole request as text, as it comes out of a socket: for `kheo request`, stories and fuzzers.
 * The spans of *ret are parts of `text`, its headers are in the arena. Lines end with CRLF; the
 * body is what Content-Length says, all of it, and chunks are refused. */
enum status request_parse(struct arena *arena, struct str text, struct request *ret,
                          const char **ret_why);
/* The reply as it would go over the wire, with its Content-Length, without Date and Connection. */
void reply_write(struct out *out, const struct request *request, const struct reply *reply);
/* The bytes that go out: the fixed ones, or what was written. */
struct str reply_body(const struct reply *reply);

#endif
