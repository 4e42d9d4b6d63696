/* Request headers looked up, reply headers set, and the ones that every reply carries. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/headers.h"

#include "base/must.h"
#include "web/offline.h"
#include "web/route.h"

static void set_cache(struct visit *v);
static bool is_header_value(struct str value);

/* No script, style or frame but our own files; nothing is sent elsewhere, not even the address. */
static const struct {
    const char *name;
    const char *value;
} always[] = {
    { "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
      "media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; "
      "frame-ancestors 'none'; base-uri 'none'; worker-src 'self'; manifest-src 'self'" },
    { "X-Content-Type-Options", "nosniff" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Permissions-Policy", "camera=(self), geolocation=(self), microphone=()" },
};

struct str request_header(const struct request *request, const char *name)
{
    struct str wanted = str_of(name);
    for (size_t i = 0; i < request->header_count; i++) {
        if (str_equal_nocase(request->headers[i].name, wanted)) {
            return request->headers[i].value;
        }
    }
    return STR_NONE;
}

void reply_header(struct reply *reply, const char *name, struct str value)
{
    must(reply->header_count < REPLY_HEADERS_MAX && is_header_value(value));
    reply->headers[reply->header_count++] = (struct header){ str_of(name), value };
}

struct str headers_get(const struct reply *reply, const char *name)
{
    struct str wanted = str_of(name);
    for (size_t i = 0; i < reply->header_count; i++) {
        if (str_equal_nocase(reply->headers[i].name, wanted)) {
            return reply->headers[i].value;
        }
    }
    return STR_NONE;
}

bool headers_have(const struct reply *reply, const char *name)
{
    return headers_get(reply, name).p != NULL;
}

void headers_finish(struct visit *v)
{
    for (size_t i = 0; i < COUNT(always); i++) {
        if (!headers_have(v->reply, always[i].name)) {
            reply_header(v->reply, always[i].name, str_of(always[i].value));
        }
    }
    if (v->request->is_secure) {
        reply_header(v->reply, "Strict-Transport-Security", STR("max-age=31536000"));
    }
    set_cache(v);
}

/* A page for everyone may be kept if it is asked for again each time; what one person sees,
 * never. */
static void set_cache(struct visit *v)
{
    if (headers_have(v->reply, "Cache-Control")) {
        return;
    }
    bool is_secret = v->visitor.author.person.v != 0 || v->reply->http_status != 200 ||
                     (v->route && (v->route->flags & ROUTE_SECRET));
    reply_header(v->reply, "Cache-Control", is_secret ? STR("no-store") : STR("no-cache"));
    if (!is_secret) {
        reply_header(v->reply, "Vary", STR("Accept, Accept-Encoding, Accept-Language, Cookie"));
    }
    if (!is_secret && offline_may_keep(v)) {
        reply_header(v->reply, KEEP_HEADER, STR("1"));
    }
}

/* A value made of request bytes could carry a line end and with it a header of the sender's. */
static bool is_header_value(struct str value)
{
    for (size_t i = 0; i < value.n; i++) {
        if ((uint8_t)value.p[i] < ' ' || value.p[i] == 0x7f) {
            return false;
        }
    }
    return true;
}
