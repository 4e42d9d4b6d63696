/* The standard answer of a status: RFC 9457 for programs, a page for people. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/problem.h"

#include "base/json.h"
#include "html/web.h"
#include "web/headers.h"
#include "web/page.h"
#include "web/route.h"
#include "web/server.h"
#include "web/token.h"

static bool is_for_programs(const struct visit *v);
static void drop_reply(struct visit *v);
static void write_json(struct visit *v, enum status status, struct str detail);
static void write_page(struct visit *v, enum status status, struct str detail);
static void offer_again(struct visit *v, enum status status, struct problem_view *view);
static struct str header_said(const struct reply *reply, const char *name);

void problem_write(struct visit *v, enum status status, struct str detail)
{
    drop_reply(v);
    v->reply->http_status = status_http(status);
    if (v->reply->http_status == 503 && !headers_have(v->reply, "Retry-After")) {
        reply_header(v->reply, "Retry-After", STR("5"));
    }
    if (status == STATUS_SIGN_IN) {
        reply_header(v->reply, "WWW-Authenticate", STR("Session realm=\"kheo\""));
    }
    if (is_for_programs(v)) {
        write_json(v, status, detail);
    } else {
        write_page(v, status, detail);
    }
}

static bool is_for_programs(const struct visit *v)
{
    return v->face == FACE_JSON || (v->route && (v->route->flags & ROUTE_API)) ||
           str_starts(v->request->path, STR("/api/"));
}

/* A page half written tells a half truth; only what belongs to the refusal itself is kept. */
static void drop_reply(struct visit *v)
{
    static const char *const kept[] = { "Allow", "Content-Range", "Retry-After", "Set-Cookie" };
    struct reply *reply = v->reply;
    size_t count = 0;
    for (size_t i = 0; i < reply->header_count; i++) {
        for (size_t k = 0; k < COUNT(kept); k++) {
            if (str_equal(reply->headers[i].name, str_of(kept[k]))) {
                reply->headers[count++] = reply->headers[i];
                break;
            }
        }
    }
    reply->header_count = count;
    reply->body = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    reply->body.tongue = v->tongue;
    reply->fixed_body = STR_NONE;
}

static void write_json(struct visit *v, enum status status, struct str detail)
{
    reply_header(v->reply, "Content-Type", STR("application/problem+json"));
    struct json json = json_open(page_body(v));
    struct str base = v->server->settings.base_url;
    struct str title = tongue_text(v->tongue, status_sentence(status));
    json_object(&json, NULL);
    json_text(&json, "type",
              str_printf(v->arena, "%.*s/problems/%s", STR_ARG(base), status_name(status)));
    json_text(&json, "title", title);
    json_int(&json, "status", v->reply->http_status);
    json_text(&json, "detail", detail.p ? detail : title);
    json_text(&json, "instance", v->request->path);
    if (v->problems.count > 0) {
        json_list(&json, "errors");
        for (size_t i = 0; i < v->problems.count; i++) {
            json_object(&json, NULL);
            json_text(&json, "field", str_of(v->problems.list[i].field));
            json_text(&json, "detail", v->problems.list[i].sentence);
            json_end(&json);
        }
        json_end(&json);
    }
    json_end(&json);
}

static void write_page(struct visit *v, enum status status, struct str detail)
{
    v->face = FACE_HTML;
    struct problem_view view = {
        .page = page_open(v, status_sentence(status)),
        .sentence = detail,
    };
    if (v->reply->http_status >= 500) {
        view.reference = str_printf(v->arena, "%lld", (long long)v->number);
    }
    if (status == STATUS_RATE_LIMITED) {
        view.wait_s = header_said(v->reply, "Retry-After");
    }
    if (v->route && v->route->method == POST && problem_passes(status)) {
        offer_again(v, status, &view);
    }
    web_problem_html(page_body(v), &view);
}

bool problem_passes(enum status status)
{
    switch ((int)status) {
    case STATUS_RATE_LIMITED:
    case STATUS_FORBIDDEN: /* by a token of yesterday, or of another session */
    case STATUS_BUSY:
    case STATUS_DISK_FULL:
    case STATUS_READ_ONLY:
    case STATUS_STORE_FAILED:
    case STATUS_UNCONFIRMED:
        return true;
    default: /* would end the same way again */
        return false;
    }
}

static void offer_again(struct visit *v, enum status status, struct problem_view *view)
{
    bool is_by_token = status == STATUS_FORBIDDEN;
    if (is_by_token && !v->is_stale) {
        return; /* who may not do it may not do it the next time either */
    }
    view->kept = kept_of_sent(v);
    if (view->kept.shown.count > 0) {
        view->typed =
            (struct summary_view){ view->kept.shown.rows + 1, view->kept.shown.count - 1 };
    }
    view->token = is_by_token ? STR_NONE : form_get(&v->form, TOKEN_FIELD);
}

static struct str header_said(const struct reply *reply, const char *name)
{
    for (size_t i = 0; i < reply->header_count; i++) {
        if (str_equal(reply->headers[i].name, str_of(name))) {
            return reply->headers[i].value;
        }
    }
    return STR_NONE;
}
