/* The page that asks who one is before a grave act, and sends on what was sent. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/prove.h"

#include "html/identity.h"
#include "mod/identity/account.h"
#include "mod/identity/commands.h"
#include "mod/identity/sign_in.h"
#include "text/tongue.h"
#include "web/cookie.h"
#include "web/route.h"
#include "web/token.h"

#define PROVE_PATH "/xac-nhan"

struct proof {
    struct str factor;
};
static const struct field PASSWORD_FIELDS[] = {
    FIELD(struct proof, factor, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Mật khẩu")),
};
static const struct field CODE_FIELDS[] = {
    FIELD(struct proof, factor, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET, .max = 40,
          .label = N_("Mã xác nhận")),
};
static const struct record PASSWORD_PROOF = RECORD("proof", struct proof, PASSWORD_FIELDS);
static const struct record CODE_PROOF = RECORD("proof", struct proof, CODE_FIELDS);

/* On its way: the command's arguments, and the token for the browser. */
struct proving {
    struct session_pass pass;
    struct token token;
};

static bool has_second(struct visit *v);
static enum status show(struct visit *v, struct str path);
static void keep_what_was_sent(struct visit *v, struct prove_view *view);
static struct str path_sent_on(const struct visit *v);
static enum status read_factor(struct visit *v, struct str factor, struct session_pass *pass);
static visit_fn after_proof;

enum status identity_prove_ask(struct visit *v)
{
    (void)show(v, v->request->path);
    return STATUS_FORBIDDEN;
}

enum status identity_prove_send(struct visit *v)
{
    struct session_of_token_row session;
    struct person_get_row person;
    struct proof proof;
    if (visitor_person(v).v == 0 || !door_session(v, &session) ||
        !person_get(&v->snap->conn, &(struct person_get){ .id = session.person_id }, &person)) {
        return STATUS_SIGN_IN;
    }
    if (!visit_form(v, has_second(v) ? &CODE_PROOF : &PASSWORD_PROOF, &proof)) {
        return show(v, path_sent_on(v));
    }
    struct bytes bucket = sign_in_bucket(v, person.sign_in, person.id);
    if (sign_in_wait_s(v, bucket) > 0) {
        visit_problem(v, "factor", N_("Sai nhiều lần. Hãy đợi ít phút rồi thử lại."));
        return show(v, path_sent_on(v));
    }
    struct proving *proving = new(v->arena, struct proving, 1);
    *proving = (struct proving){ .pass = { .session = session.id, .bucket = bucket },
                                 .token = token_draw(v) };
    proving->pass.token_hash = hash_bytes(&proving->token.hash);
    enum status status = read_factor(v, proof.factor, &proving->pass);
    if (status) {
        return status;
    }
    /* The key is that of the act which follows. */
    v->key = STR_NONE;
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_PASS], proving, after_proof);
}

static enum status read_factor(struct visit *v, struct str factor, struct session_pass *pass)
{
    if (has_second(v)) {
        pass_take_code(v, visitor_person(v), factor, pass);
        return STATUS_OK;
    }
    return password_check_visitor(v, factor, &pass->is_password_right);
}

static enum status after_proof(struct visit *v)
{
    const struct proving *proving = v->order->args;
    struct session_of_token_row session;
    if (visit_refused(v)) {
        return visit_go(v, route_url(v, "/dang-nhap"));
    }
    if (!str_equal(v->order->outcome.answer.text, ANSWER_WRONG)) {
        session_start(v, proving->token.text, COOKIE_UNTIL_CLOSED);
        reply_header(v->reply, "Location", path_sent_on(v));
        return STATUS_SEND_ON;
    }
    if (!door_session(v, &session)) {
        return visit_go(v, route_url(v, "/dang-nhap"));
    }
    visit_problem(v, "factor",
                  has_second(v) ? N_("Mã không đúng hoặc đã dùng. Hãy đợi mã mới trên điện thoại "
                                     "rồi gõ lại.")
                                : N_("Mật khẩu không đúng."));
    return show(v, path_sent_on(v));
}

static bool has_second(struct visit *v)
{
    struct totp_get_row totp;
    return totp_get(&v->snap->conn, &(struct totp_get){ .person_id = visitor_person(v) }, &totp);
}

static enum status show(struct visit *v, struct str path)
{
    bool is_code = has_second(v);
    struct prove_view view = {
        .page = page_open(v, N_("Xác nhận là chính mình")),
        .send_to = { str_printf(v->arena, PROVE_PATH "%.*s", STR_ARG(path)) },
        .back = { path },
        .factor = page_field(v, is_code ? INPUT_ONE_TIME_CODE : INPUT_PASSWORD,
                             is_code ? &CODE_PROOF : &PASSWORD_PROOF, "factor"),
    };
    if (is_code) {
        view.factor.hint = N_("Sáu chữ số trong ứng dụng trên điện thoại, hoặc một mã dự phòng.");
    }
    view.page->is_task = true;
    keep_what_was_sent(v, &view);
    identity_prove_html(page_body(v), &view);
    return STATUS_INVALID;
}

/* All but the token, of which each page draws its own, and what was typed here. */
static void keep_what_was_sent(struct visit *v, struct prove_view *view)
{
    struct form_param *kept = new(v->arena, struct form_param, v->form.param_count + 1);
    for (size_t i = 0; i < v->form.param_count; i++) {
        const struct form_param *param = &v->form.params[i];
        if (!str_equal(param->name, STR(TOKEN_FIELD)) && !str_equal(param->name, STR("factor"))) {
            kept[view->kept_count++] = *param;
        }
    }
    view->kept = kept;
}

/* The router refuses a path with an empty segment, so this leads to no other host. */
static struct str path_sent_on(const struct visit *v)
{
    return str_slice(v->request->path, sizeof PROVE_PATH - 1, v->request->path.n);
}
