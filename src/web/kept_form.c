/* What of a form may go back to who sent it, and the seal under which it travels on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/kept_form.h"

#include "base/crypt.h"
#include "base/limits.h"
#include "text/tongue.h"
#include "web/guard.h"
#include "web/route.h"
#include "web/token.h"

#define TO_FIELD   "gui"
#define SEAL_FIELD "dau"
#define PREFIX     "giu."

static const struct kept_form NOTHING = { .count = 0 };

static bool is_token(struct str name)
{
    return str_equal(name, STR(TOKEN_FIELD));
}

static const struct field *field_of(const struct record *record, struct str name)
{
    for (size_t i = 0; i < record->count; i++) {
        if (str_equal(str_of(record->fields[i].name), name)) {
            return &record->fields[i];
        }
    }
    return NULL;
}

/* The row that takes it, when it says what, and nothing that it takes is sealed. */
static const struct route *route_that_takes(struct visit *v, struct str path)
{
    const struct route *route = route_at(v, POST, path);
    return route && route->takes && !(route->flags & (ROUTE_SEALED | ROUTE_API)) ? route : NULL;
}

static struct str seal_of(struct visit *v, const struct kept_form *kept, struct day day)
{
    uint8_t key[SECRET_KEY_BYTES];
    struct out text = out_open(v->arena, 2 * FORM_BODY_BYTES_MAX);
    struct out seal = out_open(v->arena, 64);
    out_printf(&text, "%lld %zu %.*s\n", (long long)day.n, kept->to.url.n, STR_ARG(kept->to.url));
    for (size_t i = 0; i < kept->count; i++) {
        const struct form_param *param = &kept->params[i];
        out_printf(&text, "%zu %.*s %zu ", param->name.n, STR_ARG(param->name), param->value.n);
        out_str_raw(&text, param->value);
        out_char(&text, '\n');
    }
    if (text.overflowed) {
        return STR_NONE;
    }
    struct str said = out_str(&text);
    visit_secret(v, "kept forms", key);
    struct hash hash = hash_hmac(str_span(key, sizeof key), &said, 1);
    secret_wipe(key, sizeof key);
    out_base64url(&seal, hash.b, sizeof hash.b);
    return out_str(&seal);
}

/* All that people typed, and where it goes; what only machines read has no label. */
static struct summary_view shown(struct visit *v, const struct kept_form *kept,
                                 const struct record *record)
{
    struct summary_row *rows = new(v->arena, struct summary_row, kept->count + 1);
    size_t count = 0;
    rows[count++] = (struct summary_row){ .label = N_("Gửi tới"), .value = kept->to.url };
    for (size_t i = 0; i < kept->count; i++) {
        const struct field *field = field_of(record, kept->params[i].name);
        if (field && field->label && !str_is_empty(str_trim(kept->params[i].value))) {
            rows[count++] =
                (struct summary_row){ .label = field->label, .value = kept->params[i].value };
        }
    }
    return (struct summary_view){ rows, count };
}

struct kept_form kept_of_sent(struct visit *v)
{
    struct kept_form kept = { .to = visit_local(v->request->path) };
    const struct route *route = route_that_takes(v, v->request->path);
    if (v->route->method != POST || !route || !kept.to.url.p || !guard_is_ours(v) ||
        v->form.param_count == 0) {
        return NOTHING;
    }
    struct form_param *params = new(v->arena, struct form_param, v->form.param_count);
    struct field_view *secrets = new(v->arena, struct field_view, v->form.param_count);
    for (size_t i = 0; i < v->form.param_count; i++) {
        const struct form_param *param = &v->form.params[i];
        const struct field *field = field_of(route->takes, param->name);
        if (!field && !is_token(param->name)) {
            return NOTHING; /* without it the form would mean something else */
        }
        if (field && !(field->rules & FIELD_SECRET)) {
            params[kept.count++] = *param;
        } else if (field && param->value.n > 0) {
            struct field_view *secret = &secrets[kept.secret_count++];
            *secret = page_field(v, INPUT_PASSWORD, route->takes, field->name);
            secret->value = STR_NONE;
        }
    }
    kept.params = params;
    kept.secrets = secrets;
    kept.had_files = v->form.file_count > 0;
    kept.shown = shown(v, &kept, route->takes);
    return kept;
}

struct kept_form kept_seal(struct visit *v, struct kept_form kept)
{
    kept.seal = kept.to.url.p ? seal_of(v, &kept, instant_day(v->now)) : STR_NONE;
    return kept.seal.p ? kept : NOTHING;
}

struct kept_form kept_along(struct visit *v)
{
    struct kept_form kept = { .to = visit_local(form_get(&v->form, TO_FIELD)),
                              .seal = form_get(&v->form, SEAL_FIELD) };
    const struct route *route = kept.to.url.p ? route_that_takes(v, kept.to.url) : NULL;
    if (v->route->method != POST || !route || !kept.seal.p) {
        return NOTHING;
    }
    struct form_param *params = new(v->arena, struct form_param, v->form.param_count);
    for (size_t i = 0; i < v->form.param_count; i++) {
        struct str name = v->form.params[i].name;
        if (str_starts(name, STR(PREFIX))) {
            struct str own = str_slice(name, sizeof PREFIX - 1, name.n);
            params[kept.count++] = (struct form_param){ own, v->form.params[i].value };
        }
    }
    kept.params = params;
    struct day today = instant_day(v->now);
    struct str now = seal_of(v, &kept, today);
    struct str before = seal_of(v, &kept, day_before(today));
    if (!now.p || !(secret_equal(now, kept.seal) || secret_equal(before, kept.seal))) {
        return NOTHING;
    }
    kept.shown = shown(v, &kept, route->takes);
    return kept;
}
