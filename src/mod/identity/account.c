/* One's own account: where one is signed in, in which post one acts, and the password. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/account.h"

#include "html/identity.h"
#include "mod/identity/commands.h"
#include "mod/identity/passwords.h"
#include "text/tongue.h"
#include "web/cookie.h"
#include "web/route.h"

enum { ITEMS_MAX = 50 };

struct password_form {
    struct str old;
    struct str password;
    struct str again;
};
static const struct field PASSWORD_FIELDS[] = {
    FIELD(struct password_form, old, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Mật khẩu đang dùng")),
    FIELD(struct password_form, password, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Mật khẩu mới")),
    FIELD(struct password_form, again, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Gõ lại mật khẩu mới")),
};
static const struct record PASSWORD = RECORD("password", struct password_form, PASSWORD_FIELDS);

struct switch_form {
    struct post_id post;
};
static const struct field SWITCH_FIELDS[] = {
    FIELD(struct switch_form, post, .rules = FIELD_REQUIRED),
};
static const struct record SWITCH = RECORD("post", struct switch_form, SWITCH_FIELDS);

/* A switch on its way: the command's arguments, and the token for the browser. */
struct switching {
    struct session_switch change;
    struct token token;
};

static void fill_sessions(struct visit *v, struct account_view *view);
static void fill_posts(struct visit *v, struct account_view *view);
static enum status show_password(struct visit *v);
static enum status check_new_password(struct visit *v, const struct password_form *form);
static visit_fn after_account, after_password, after_switch;

enum status identity_account(struct visit *v)
{
    struct account_view view = { 0 };
    if (!person_get(&v->snap->conn, &(struct person_get){ .id = visitor_person(v) },
                    &view.person)) {
        return STATUS_SIGN_IN;
    }
    struct credential_get_row credential;
    struct totp_get_row totp;
    struct recovery_left_row recovery;
    struct conn *conn = &v->snap->conn;
    if (credential_get(conn, &(struct credential_get){ .person_id = view.person.id },
                       &credential)) {
        view.password_at = credential.changed_at;
    }
    if (totp_get(conn, &(struct totp_get){ .person_id = view.person.id }, &totp)) {
        view.has_second = true;
        view.second_since = totp.since_at;
    }
    if (recovery_left(conn, &(struct recovery_left){ .person_id = view.person.id }, &recovery)) {
        view.recovery_left = recovery.left;
    }
    view.page = page_open(v, N_("Tài khoản của tôi"));
    view.post_label = v->visitor.post_label;
    fill_sessions(v, &view);
    fill_posts(v, &view);
    identity_account_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status identity_session_end(struct visit *v)
{
    struct session_close *close = new(v->arena, struct session_close, 1);
    if (visitor_person(v).v == 0) {
        return STATUS_SIGN_IN;
    }
    if (!str_to_int(v->params[0], &close->session.v)) {
        return STATUS_NOT_FOUND;
    }
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_CLOSE], close, after_account);
}

enum status identity_sessions_end(struct visit *v)
{
    struct session_of_token_row session;
    struct session_close_all *close = new(v->arena, struct session_close_all, 1);
    if (visitor_person(v).v == 0 || !door_session(v, &session)) {
        return STATUS_SIGN_IN;
    }
    *close = (struct session_close_all){ .person = visitor_person(v), .keeps = session.id };
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_CLOSE_ALL], close, after_account);
}

enum status identity_post_switch(struct visit *v)
{
    struct session_of_token_row session;
    struct switch_form form;
    if (visitor_person(v).v == 0 || !door_session(v, &session)) {
        return STATUS_SIGN_IN;
    }
    if (!visit_form(v, &SWITCH, &form)) {
        return identity_account(v);
    }
    struct switching *switching = new(v->arena, struct switching, 1);
    *switching = (struct switching){ .change = { .session = session.id, .post = form.post },
                                     .token = token_draw(v) };
    switching->change.token_hash = hash_bytes(&switching->token.hash);
    v->key = STR_NONE;
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_SWITCH], switching, after_switch);
}

enum status identity_password_show(struct visit *v)
{
    return visitor_person(v).v == 0 ? STATUS_SIGN_IN : show_password(v);
}

enum status identity_password_send(struct visit *v)
{
    struct password_form form;
    struct session_of_token_row session;
    if (visitor_person(v).v == 0 || !door_session(v, &session)) {
        return STATUS_SIGN_IN;
    }
    if (!visit_form(v, &PASSWORD, &form)) {
        return show_password(v);
    }
    enum status status = check_new_password(v, &form);
    if (status) {
        return status == STATUS_INVALID ? show_password(v) : status;
    }
    char *hash = new(v->arena, char, PASSWORD_HASH_BYTES);
    if (!gate_hash(form.password, hash)) {
        return STATUS_BUSY;
    }
    struct password_set *set = new(v->arena, struct password_set, 1);
    *set = (struct password_set){ .person = visitor_person(v),
                                  .keeps = session.id,
                                  .hash = str_of(hash) };
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_PASSWORD_SET], set, after_password);
}

enum status password_check_visitor(struct visit *v, struct str password, bool *ret_is_right)
{
    struct credential_get_row credential;
    bool is_known = credential_get(
        &v->snap->conn, &(struct credential_get){ .person_id = visitor_person(v) }, &credential);
    return gate_verify(password, is_known ? str_z(v->arena, credential.hash) : NULL, ret_is_right)
               ? STATUS_OK
               : STATUS_BUSY;
}

struct person_id visitor_person(const struct visit *v)
{
    return (struct person_id){ v->visitor.author.person.v };
}

static void fill_sessions(struct visit *v, struct account_view *view)
{
    struct session_of_token_row now = { 0 };
    (void)door_session(v, &now);
    struct sessions_of_person_rows rows = sessions_of_person(
        &v->snap->conn,
        &(struct sessions_of_person){ .person_id = view->person.id,
                                      .after = { v->now.s - SESSION_IDLE_S - SESSION_SEEN_S },
                                      .limit = ITEMS_MAX });
    struct session_item *items = new(v->arena, struct session_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        items[i] = (struct session_item){
            .browser = rows.rows[i].browser,
            .created = rows.rows[i].created_at,
            .seen = rows.rows[i].seen_at,
            .is_this = ID_IS(rows.rows[i].id, now.id),
            .close = route_url(v, "/cb/toi/phien/:id",
                               str_printf(v->arena, "%lld", (long long)rows.rows[i].id.v)),
        };
    }
    view->sessions = items;
    view->session_count = rows.count;
}

static void fill_posts(struct visit *v, struct account_view *view)
{
    struct posts_of_person_rows rows =
        posts_of_person(&v->snap->conn, &(struct posts_of_person){ .person_id = view->person.id,
                                                                   .on = instant_day(v->now),
                                                                   .limit = ITEMS_MAX });
    struct post_item *items = new(v->arena, struct post_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        items[i] =
            (struct post_item){ rows.rows[i].title, rows.rows[i].unit_name,
                                rows.rows[i].id.v == v->visitor.author.post.v, rows.rows[i].id.v };
    }
    view->posts = items;
    view->post_count = rows.count;
}

static enum status show_password(struct visit *v)
{
    struct credential_get_row credential = { 0 };
    (void)credential_get(&v->snap->conn, &(struct credential_get){ .person_id = visitor_person(v) },
                         &credential);
    struct password_view view = {
        .page = page_open(v, N_("Đổi mật khẩu")),
        .is_first = credential.is_first,
        .old = page_field(v, INPUT_PASSWORD, &PASSWORD, "old"),
        .password = page_field(v, INPUT_NEW_PASSWORD, &PASSWORD, "password"),
        .again = page_field(v, INPUT_NEW_PASSWORD, &PASSWORD, "again"),
    };
    if (view.is_first) {
        view.page->title = tongue_text(v->tongue, N_("Chọn mật khẩu của riêng mình"));
        view.page->is_task = true;
        view.page->desk_count = 0;
    } else {
        view.page->back = route_url(v, "/cb/toi");
    }
    view.password.hint = N_("Ít nhất 10 ký tự. Một câu ngắn của riêng mình là tốt nhất.");
    identity_password_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* Problems are the form's; BUSY when the old password could not be looked at. */
static enum status check_new_password(struct visit *v, const struct password_form *form)
{
    struct person_get_row person;
    if (!person_get(&v->snap->conn, &(struct person_get){ .id = visitor_person(v) }, &person)) {
        return STATUS_SIGN_IN;
    }
    struct verdict verdict = password_rule(v->arena, form->password, person.sign_in);
    if (!verdict_is_ok(verdict)) {
        visit_problem(v, verdict.field, verdict.sentence);
        return STATUS_INVALID;
    }
    if (!str_equal(form->password, form->again)) {
        visit_problem(v, "again", N_("Hai lần gõ mật khẩu mới không giống nhau."));
        return STATUS_INVALID;
    }
    if (str_equal(form->password, form->old)) {
        visit_problem(v, "password", N_("Mật khẩu mới phải khác mật khẩu đang dùng."));
        return STATUS_INVALID;
    }
    bool is_right = false;
    enum status status = password_check_visitor(v, form->old, &is_right);
    if (status == STATUS_OK && !is_right) {
        visit_problem(v, "old", N_("Mật khẩu đang dùng không đúng."));
        return STATUS_INVALID;
    }
    return status;
}

static enum status after_account(struct visit *v)
{
    return visit_refused(v) ? identity_account(v) : visit_go(v, route_url(v, "/cb/toi"));
}

static enum status after_password(struct visit *v)
{
    return visit_refused(v) ? show_password(v) : visit_go(v, route_url(v, "/cb/toi"));
}

static enum status after_switch(struct visit *v)
{
    const struct switching *switching = v->order->args;
    if (visit_refused(v)) {
        return identity_account(v);
    }
    session_start(v, switching->token.text, COOKIE_UNTIL_CLOSED);
    return visit_go(v, route_url(v, "/cb/toi"));
}
