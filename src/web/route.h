/* Routes: one const row per page or act, from which guard, menu and API description are made. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "base/attr.h"
#include "base/field.h"
#include "text/html.h"
#include "web/visit.h"

enum route_flag {
    ROUTE_API = 1 << 0,         /* for programs: JSON, problems as RFC 9457, no form token */
    ROUTE_UPLOAD = 1 << 1,      /* the body may be large and goes to a file first; of the API it is
                                 * one file, and the fields of `takes` are headers */
    ROUTE_SLOW = 1 << 2,        /* hashing, pictures: runs beside the wire, never in it; so do the
                                 * faces that the studio draws, of any route (face.h) */
    ROUTE_ANY_CASE = 1 << 3,    /* the path is matched without case: addresses in QR codes */
    ROUTE_SECRET = 1 << 4,      /* the page holds what only this visitor may see: never cached */
    ROUTE_SHARED = 1 << 7,      /* everybody who is not signed in sees the same: may be cached */
    ROUTE_LIST = 1 << 5,        /* the JSON answer is {"items": […], "next": …} of `gives` rows */
    ROUTE_BARE = 1 << 6,        /* needs neither data nor visitor: answers when the store is away */
    ROUTE_GRAVE = 1 << 9,       /* a POST that gives or takes power over people: only for one who
                                 * showed who they are in the last minutes, else they are asked and
                                 * what was sent goes on (module.h, `prove`) */
    ROUTE_SEALED = 1 << 10,     /* what comes and goes is nobody's afterwards: no line in the log,
                                 * no cookie, and the memory that it was in is wiped; not
                                 * compressed, so that its length says nothing of what a secret
                                 * repeats */
    ROUTE_KEPT = 1 << 11,       /* browsers fetch it beforehand, for when there is no network: the
                                 * path has no names, and who is not signed in sees the same but
                                 * for form tokens (web/offline.h) */
    ROUTE_SOUND = 1 << 12,      /* what is uploaded is a recording, of the field `recording` */
    ROUTE_PIECE = 1 << 13,      /* of the API: the fields of `takes` are headers, and the body of
                                 * what changes is a piece of a file, as it is (PIECE_TYPE) */
    ROUTE_ANYWAY = 1 << 8,      /* open to a visitor who owes something first (visitor.owes) */
};

#define PIECE_TYPE "application/offset+octet-stream"

/* Requests a minute for one network prefix. */
enum rate_class { RATE_READ, RATE_WRITE, RATE_SIGN_IN, RATE_SEARCH, RATE_NONE };

/* The words that a field may hold, for OpenAPI: { "status", words, COUNT(words) }. */
struct route_words {
    const char *field;
    const char *const *words;
    size_t count;
};

/* A list within the answer, beside the fields of `gives`, for OpenAPI: { "photos", &record }. */
struct route_rows {
    const char *name;
    const struct record *record;
};

/* `path`: literal segments and :names, at most VISIT_PARAMS_MAX; a last segment `*name` takes the
 * rest. A suffix .json, .csv, .atom, .png, .pdf, .txt is cut off first when `faces` allows it. */
struct route {
    enum method method;
    const char *path;
    const char *power;              /* NULL: anyone */
    visit_fn *handle;
    const char *about;              /* one English sentence, for OpenAPI and `kheo routes` */
    unsigned flags;
    unsigned faces;                 /* bits 1 << FACE_…, the first is the default; 0: see below */
    enum rate_class rate;
    const struct record *takes;     /* the body of a POST, the query of a GET */
    const struct record *gives;     /* one answer row, for OpenAPI */
    const struct route_words *words;    /* of fields of `takes` and `gives`; ends with a zero row */
    const struct route_rows *rows;      /* of `gives`; ends with a zero row */
};

struct route_match {
    const struct route *route;
    struct str params[VISIT_PARAMS_MAX];
    enum face face;
    bool has_suffix;                /* the face was named by the path: Accept has no say */
    bool is_malformed;              /* no path at all: empty or dot segments, bad escapes: 400 */
    bool path_known;                /* the path exists under another method: 405, not 404 */
    unsigned methods_allowed;       /* bits 1 << method, for Allow */
};

/* What a route answers in when nobody asks for another face: its first, else JSON or HTML. */
enum face route_face(const struct route *route) PURE;

/* All routes of all modules in one sorted table, made once at start. Literals go before parameters,
 * so at most one row answers; two rows of one method and one shape are a bug and end the program.
 */
struct router;
struct module;
struct router *router_make(struct arena *arena, const struct module *const *modules);
struct route_match router_match(const struct router *router, struct arena *arena,
                                enum method method, struct str path);
/* The rows in their order, NULL after the last: for OpenAPI, `kheo routes` and the security test.
 */
const struct route *router_row(const struct router *router, size_t index) PURE;

/* The row of this server that answers such a request; NULL: none. */
const struct route *route_at(struct visit *v, enum method method, struct str path);

/* An address made from a route's path and its parameters: the only way to a local_url, so a link to
 * a page that does not exist is a panic in the first test that renders it. Each parameter of the
 * path is a `struct str`.
 *     route_url(v, "/t/:code", code) */
struct local_url route_url(const struct visit *v, const char *path, ...);
/* Has some service that path? For a link to a page of one that may not be there. */
bool route_is_there(const struct visit *v, const char *path);

#endif
