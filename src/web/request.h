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

/* Where the head ends that these bytes begin with. Lines end with CR and LF, and no other control
 * character but a tab is in them: BROKEN as soon as that is seen, with the reason, however much is
 * still to come. WHOLE: *ret_bytes is its length, the empty line included. */
enum head { HEAD_PARTIAL, HEAD_WHOLE, HEAD_BROKEN };
enum head request_find_head(struct str bytes, size_t *ret_bytes, const char **ret_why);

/* A whole head, read strictly by RFC 9112: token names, one Host, one Content-Length made of
 * digits, never together with Transfer-Encoding, no coding but chunked, no line that goes on on the
 * next, and an address that begins with a slash. Where two readers of one head could differ, the
 * request is refused. OK, BAD_REQUEST, URI_TOO_LONG or HEADERS_TOO_LARGE; *ret_why is Vietnamese
 * source text. The spans of *ret are parts of `head`, its headers are in the arena; what could be
 * read stands in *ret after a refusal too, so that it can be answered in the right language. */
enum status request_read_head(struct arena *arena, struct str head, struct request *ret,
                              struct framing *ret_framing, const char **ret_why);

/* A whole request as text, as it comes out of a socket: for `kheo request`, stories and fuzzers.
 * The body is what Content-Length says, all of it, and chunks are refused. */
enum status request_parse(struct arena *arena, struct str text, struct request *ret,
                          const char **ret_why);
/* The head of a reply without the empty line at its end, so that the wire can add to it; and
 * whether the body goes along. */
void reply_write_head(struct out *out, const struct reply *reply);
bool reply_has_body(const struct request *request, const struct reply *reply);
/* The reply as it would go over the wire, with its Content-Length, without Date and Connection. */
void reply_write(struct out *out, const struct request *request, const struct reply *reply);
/* The bytes that go out: the fixed ones, or what was written. */
struct str reply_body(const struct reply *reply);

#endif
