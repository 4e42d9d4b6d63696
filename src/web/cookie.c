/* Reading the Cookie header and writing Set-Cookie. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/cookie.h"

#include "base/must.h"
#include "web/server.h"

/* A copy that is further behind than that is not behind, but broken. */
enum { BATCH_LIFE_S = 3600 };

static bool is_cookie_value(struct str value);

struct str cookie_get(const struct request *request, const char *name)
{
    struct str wanted = str_of(name);
    struct str rest = request_header(request, "Cookie");
    while (rest.p) {
        struct str pair = str_trim(str_cut(&rest, ';'));
        size_t equals = str_find_byte(pair, '=');
        if (equals < pair.n && str_equal(str_slice(pair, 0, equals), wanted)) {
            return str_slice(pair, equals + 1, pair.n);
        }
    }
    return STR_NONE;
}

void cookie_set(struct visit *v, const char *name, struct str value, int64_t life_s)
{
    must(is_cookie_value(value));
    struct out out = out_open(v->arena, 4096);
    out_printf(&out, "%s=%.*s; Path=/; HttpOnly; Secure; SameSite=Lax", name, STR_ARG(value));
    if (life_s != COOKIE_UNTIL_CLOSED) {
        out_lit(&out, "; Max-Age=");
        out_int(&out, life_s);
    }
    must(!out.overflowed);
    reply_header(v->reply, "Set-Cookie", out_str(&out));
}

void session_start(struct visit *v, struct str token, int64_t life_s)
{
    cookie_set(v, SESSION_COOKIE, token, life_s);
}

void session_end(struct visit *v)
{
    cookie_set(v, SESSION_COOKIE, STR(""), COOKIE_FORGET);
}

void batch_remember(struct visit *v, int64_t batch)
{
    if (batch > 0 && store_has_copy(v->server->settings.store)) {
        cookie_set(v, BATCH_COOKIE, str_printf(v->arena, "%lld", (long long)batch), BATCH_LIFE_S);
    }
}

int64_t batch_told(const struct visit *v)
{
    int64_t batch = 0;
    bool is_told = store_has_copy(v->server->settings.store) &&
                   str_to_int(cookie_get(v->request, BATCH_COOKIE), &batch);
    return is_told && batch > 0 ? batch : 0;
}

/* RFC 6265 cookie-octets without quotes. */
static bool is_cookie_value(struct str value)
{
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (c <= ' ' || c >= 0x7f || c == '"' || c == ',' || c == ';' || c == '\\') {
            return false;
        }
    }
    return true;
}
