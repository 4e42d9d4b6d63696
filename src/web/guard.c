/* Rate, body type, visitor, power, origin, token: the checks of a request, cheapest first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/guard.h"

#include "base/must.h"
#include "web/cookie.h"
#include "web/face.h"
#include "web/module.h"
#include "web/server.h"
#include "web/token.h"

enum { KEY_CHARS_MIN = 1, KEY_CHARS_MAX = 200 };

static enum status check_rate(struct visit *v);
static enum rate_class rate_of(const struct visit *v);
static bool body_type_fits(const struct visit *v);
static void find_visitor(struct visit *v);
static enum status send_to_debt(struct visit *v, const char **ret_detail);
static bool is_same_origin(const struct visit *v);
static bool is_key(struct str key);
static struct str without_scheme(struct str origin);

enum status guard_enter(struct visit *v, const char **ret_detail)
{
    bool changes = v->route->method != GET;
    enum status status = check_rate(v);
    if (status) {
        return status;
    }
    if (changes && !body_type_fits(v)) {
        return STATUS_MEDIA_TYPE;
    }
    if (!(v->route->flags & ROUTE_BARE)) {
        find_visitor(v);
    }
    /* First of all: a page of another site must not be taken for words of whoever signs in next. */
    if (changes && !is_same_origin(v)) {
        *ret_detail = N_("Lệnh này đến từ một trang khác nên không được nhận.");
        return STATUS_FORBIDDEN;
    }
    if (v->visitor.owes.url.n > 0 && !(v->route->flags & ROUTE_ANYWAY)) {
        return send_to_debt(v, ret_detail);
    }
    if ((v->route->flags & ROUTE_GRAVE) && v->visitor.author.person.v == 0) {
        return STATUS_SIGN_IN;
    }
    if (v->route->power && !visit_may(v, v->route->power)) {
        return v->visitor.author.person.v == 0 ? STATUS_SIGN_IN : STATUS_FORBIDDEN;
    }
    return STATUS_OK;
}

enum status guard_key(struct visit *v, const char **ret_detail)
{
    if (v->route->method == GET) {
        return STATUS_OK;
    }
    if (v->route->flags & ROUTE_API) {
        v->key = request_header(v->request, "Idempotency-Key");
        if (v->key.p && !is_key(v->key)) {
            *ret_detail = N_("Idempotency-Key phải có 1 đến 200 ký tự ASCII nhìn thấy được.");
            return STATUS_BAD_REQUEST;
        }
        return STATUS_OK;
    }
    v->key = form_get(&v->form, TOKEN_FIELD);
    if (!token_is_good(v, v->key)) {
        v->is_stale = true;
        *ret_detail = N_("Trang này mở đã lâu, hoặc bà con vừa đăng nhập ở nơi khác. Hãy tải lại "
                         "trang rồi gửi lại.");
        return STATUS_FORBIDDEN;
    }
    return STATUS_OK;
}

bool guard_is_fresh(const struct visit *v)
{
    return !(v->route->flags & ROUTE_GRAVE) || v->visitor.is_fresh;
}

static enum status check_rate(struct visit *v)
{
    struct server *server = v->server;
    if (server->settings.rates_off) {
        return STATUS_OK;
    }
    unsigned wait_s = rate_take(server->rates, rate_of(v), v->request->peer, v->now);
    if (wait_s == 0) {
        return STATUS_OK;
    }
    atomic_fetch_add(&server->metrics.refused_by_rate, 1);
    reply_header(v->reply, "Retry-After", str_printf(v->arena, "%u", wait_s));
    return STATUS_RATE_LIMITED;
}

/* A row that says nothing of rates reads, unless its method or its face says otherwise. */
static enum rate_class rate_of(const struct visit *v)
{
    if (v->route->rate != RATE_READ) {
        return v->route->rate;
    }
    bool is_write = v->route->method != GET;
    return is_write ? RATE_WRITE : face_is_drawn(v->face) ? RATE_SEARCH : RATE_READ;
}

/* A page of another site can send forms and text, but no JSON without asking first; so the API,
 * which has no tokens, takes JSON only. Its uploads ask for a secret in a header: that page cannot
 * set one. */
static bool body_type_fits(const struct visit *v)
{
    struct str rest = request_header(v->request, "Content-Type");
    struct str type = str_trim(str_cut(&rest, ';'));
    if ((v->route->flags & ROUTE_API) && (v->route->flags & ROUTE_UPLOAD)) {
        return str_equal_nocase(type, STR("multipart/form-data")) ||
               str_equal_nocase(type, STR("image/jpeg")) ||
               ((v->route->flags & ROUTE_SOUND) ? str_starts(type, STR("audio/"))
                                                : str_equal_nocase(type, STR("image/jpeg")) ||
                                                      str_equal_nocase(type, STR("image/png")));
    }
    if (v->route->flags & ROUTE_PIECE) {
        return str_equal_nocase(type, STR(PIECE_TYPE));
    }
    if (v->route->flags & ROUTE_API) {
        return str_equal_nocase(type, STR("application/json")) ||
               (type.n == 0 && v->request->body.n == 0);
    }
    return str_equal_nocase(type, STR("application/x-www-form-urlencoded")) ||
           str_equal_nocase(type, STR("multipart/form-data"));
}

static void find_visitor(struct visit *v)
{
    const struct module *doorkeeper = v->server->doorkeeper;
    struct str token = cookie_get(v->request, SESSION_COOKIE);
    struct visitor visitor = { 0 };
    if (token.n > 0 && doorkeeper && doorkeeper->visitor(v, token, &visitor)) {
        v->visitor = visitor;
    }
}

/* A program does not follow to a page that is made for people, so it is told. */
static enum status send_to_debt(struct visit *v, const char **ret_detail)
{
    if (v->route->flags & ROUTE_API) {
        *ret_detail = N_("Tài khoản này còn một việc phải làm trước. Hãy đăng nhập trên trình "
                         "duyệt để làm việc đó.");
        return STATUS_FORBIDDEN;
    }
    return visit_go(v, v->visitor.owes);
}

/* Browsers of today say where a request comes from. Those that do not are held by the token alone;
 * so is an Origin of "null", which our own referrer policy makes of older ones'. */
static bool is_same_origin(const struct visit *v)
{
    struct str site = request_header(v->request, "Sec-Fetch-Site");
    if (site.p) {
        return str_equal(site, STR("same-origin")) || str_equal(site, STR("none"));
    }
    struct str origin = request_header(v->request, "Origin");
    if (!origin.p || str_equal(origin, STR("null"))) {
        return true;
    }
    struct str place = without_scheme(origin);
    return str_equal_nocase(place, request_header(v->request, "Host")) ||
           str_equal_nocase(place, without_scheme(v->server->settings.base_url));
}

bool guard_is_ours(const struct visit *v)
{
    struct str site = request_header(v->request, "Sec-Fetch-Site");
    struct str origin = request_header(v->request, "Origin");
    bool is_said =
        site.p ? str_equal(site, STR("same-origin")) : origin.p && !str_equal(origin, STR("null"));
    return is_said && is_same_origin(v);
}

static struct str without_scheme(struct str origin)
{
    struct str mark = STR("://");
    size_t at = str_find(origin, mark);
    return at < origin.n ? str_slice(origin, at + mark.n, origin.n) : origin;
}

static bool is_key(struct str key)
{
    for (size_t i = 0; i < key.n; i++) {
        if (key.p[i] <= ' ' || key.p[i] >= 0x7f) {
            return false;
        }
    }
    return key.n >= KEY_CHARS_MIN && key.n <= KEY_CHARS_MAX;
}
