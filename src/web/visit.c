/* What handlers call: the body of the page, problems, orders for the desk, and powers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/visit.h"

#include <string.h>

#include "base/json.h"
#include "base/must.h"
#include "studio/blank.h"
#include "web/face.h"
#include "web/headers.h"
#include "web/module.h"
#include "web/server.h"

struct out *page_body(struct visit *v)
{
    if (!headers_have(v->reply, "Content-Type")) {
        reply_header(v->reply, "Content-Type", str_of(face_type(v->face)));
    }
    return &v->reply->body;
}

struct json page_json(struct visit *v)
{
    v->face = FACE_JSON;
    return json_open(page_body(v));
}

void visit_problem(struct visit *v, const char *field, const char *sentence)
{
    problems_add(&v->problems, field, tongue_text(v->tongue, sentence));
}

enum status visit_go(struct visit *v, struct local_url where)
{
    reply_header(v->reply, "Location", where.url);
    return STATUS_SEE_OTHER;
}

/* The path that the visitor came from. It stands in a link that anyone can write, so only what is
 * surely a path of this server is followed: one slash at the start, and no sign that a browser
 * could read as a host, another line or a scheme. */
struct local_url visit_way_back(const struct visit *v, const char *otherwise)
{
    struct local_url way = visit_local(form_get(&v->form, "ve"));
    return way.url.p ? way : (struct local_url){ str_of(otherwise) };
}

struct local_url visit_local(struct str path)
{
    static const char others[] = "/-._~%";
    bool is_path = str_starts(path, STR("/")) && !str_starts(path, STR("//"));
    for (size_t i = 0; i < path.n && is_path; i++) {
        const char c = path.p[i];
        is_path = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  (c && str_find_byte(str_of(others), c) < sizeof others - 1);
    }
    return (struct local_url){ is_path ? path : STR_NONE };
}

enum status visit_order(struct visit *v, const struct command *command, const void *args,
                        visit_fn *after)
{
    must(!v->order && after);
    v->order = new(v->arena, struct order, 1);
    *v->order = (struct order){
        .command = command,
        .args = args,
        .author = v->visitor.author,
        .arena = v->arena,
        .key = v->key,
    };
    v->after = after;
    return STATUS_OK;
}

bool visit_refused(struct visit *v)
{
    const struct verdict *verdict = &v->order->outcome.verdict;
    if (verdict_is_ok(*verdict)) {
        return false;
    }
    struct out sentence = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    sentence.tongue = v->tongue;
    verdict_write_full(&sentence, verdict);
    problems_add(&v->problems, verdict->field, out_str(&sentence));
    return true;
}

struct str visit_base_url(const struct visit *v)
{
    struct str set = v->server->settings.base_url;
    if (set.n > 0) {
        return set;
    }
    return str_printf(v->arena, "%s://%.*s", v->request->is_secure ? "https" : "http",
                      STR_ARG(request_header(v->request, "Host")));
}

struct desk *visit_desk(const struct visit *v)
{
    return v->server->settings.desk;
}

const struct calendar *visit_calendar(struct visit *v, struct id unit)
{
    return desk_calendar(visit_desk(v), &v->snap->conn, v->commits, unit);
}

bool visit_is_demo(const struct visit *v)
{
    return v->server->settings.demo;
}

void visit_health(struct visit *v, struct health_list *ret)
{
    const struct server_settings *settings = &v->server->settings;
    *ret = (struct health_list){ .count = 0 };
    if (settings->health) {
        settings->health(settings->health_context, v->arena, v->tongue, ret);
    }
}

struct studio *visit_studio(const struct visit *v)
{
    return v->server->settings.studio;
}

struct str visit_blank_text(const struct visit *v, struct str unit, struct str code)
{
    return blank_text_of(v->server->settings.blanks, unit, code);
}

struct files *visit_files(const struct visit *v)
{
    return desk_files(v->server->settings.desk);
}

void visit_secret(const struct visit *v, const char *purpose, uint8_t ret[SECRET_KEY_BYTES])
{
    const struct str parts[] = { STR("kheo purpose\n"), str_of(purpose) };
    struct str secret = str_span(v->server->settings.secret, sizeof v->server->settings.secret);
    struct hash key = hash_hmac(secret, parts, COUNT(parts));
    memcpy(ret, key.b, SECRET_KEY_BYTES);
}

size_t visit_meet(struct visit *v, struct id subject,
                  struct sighting ret_others[PRESENCE_OTHERS_MAX])
{
    return presence_meet(v->server->presence, subject, v->visitor.author.person, v->now,
                         ret_others);
}

bool visit_may(const struct visit *v, const char *power)
{
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        if (str_equal(v->visitor.grants[i].power, str_of(power))) {
            return true;
        }
    }
    return false;
}

/* The tree of units is the doorkeeper's to climb; the cheap question goes first. */
bool visit_may_over(const struct visit *v, const char *power, struct id unit)
{
    const struct module *doorkeeper = v->server->doorkeeper;
    return visit_may(v, power) && doorkeeper && doorkeeper->holds &&
           doorkeeper->holds(&v->snap->conn, &v->visitor.author, power, unit, instant_day(v->now));
}
