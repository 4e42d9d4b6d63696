/* The pages of signing in: name and password, then the code when there is one, and signing out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/sign_in.h"

#include <string.h>

#include "html/identity.h"
#include "mod/identity/account.h"
#include "mod/identity/commands.h"
#include "mod/identity/passwords.h"
#include "text/message.h"
#include "web/cookie.h"
#include "web/route.h"

/* Marks a browser in which a person has signed in before. It opens nothing by itself. */
#define DEVICE_COOKIE "__Host-kheo-may"
enum { BUCKET_BYTES = 16, PREFIX_IPV4_BYTES = 15, PREFIX_IPV6_BYTES = 7 };

/* What is typed; the records below say how it is checked. */
struct sign_in_form {
    struct str sign_in;
    struct str password;
};
struct code_form {
    struct str code;
};
static const struct field SIGN_IN_FIELDS[] = {
    FIELD(struct sign_in_form, sign_in, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 100,
          .label = N_("Tên đăng nhập")),
    FIELD(struct sign_in_form, password, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Mật khẩu")),
};
static const struct field CODE_FIELDS[] = {
    FIELD(struct code_form, code, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET, .max = 40,
          .label = N_("Mã xác nhận")),
};
static const struct record SIGN_IN = RECORD("sign_in", struct sign_in_form, SIGN_IN_FIELDS);
static const struct record CODE = RECORD("code", struct code_form, CODE_FIELDS);

/* A sign-in on its way: the command's arguments first, then what only the browser may know. */
struct let_in {
    struct session_open open;
    struct token token;
    struct token device;
};
struct pass {
    struct session_pass pass;
    struct token token;
    struct token device;
};

static enum status go_on(struct visit *v, struct str token);
static enum status start_over(struct visit *v);
static enum status show_sign_in(struct visit *v);
static void write_sign_in(struct visit *v, struct str back, struct kept_form kept, bool is_asked);
static enum status show_second(struct visit *v);
static enum status let_in(struct visit *v, const struct credential_of_sign_in_row *person,
                          struct bytes bucket);
static visit_fn after_let_in, after_wrong, after_pass, after_sign_out;
static enum status ask_to_wait(struct visit *v, int64_t wait_s);
static struct token device_of(struct visit *v);
static struct str in_small_letters(struct visit *v, struct str text);
static struct str back_of(struct visit *v);

enum status identity_sign_in_show(struct visit *v)
{
    if (v->visitor.author.person.v != 0) {
        return visit_go(v, visit_way_back(v, "/cb/toi"));
    }
    return show_sign_in(v);
}

enum status identity_sign_in_send(struct visit *v)
{
    struct sign_in_form form;
    if (!visit_form(v, &SIGN_IN, &form)) {
        return show_sign_in(v);
    }
    struct str account = in_small_letters(v, form.sign_in);
    struct credential_of_sign_in_row person;
    bool is_known = credential_of_sign_in(
        &v->snap->conn, &(struct credential_of_sign_in){ .sign_in = account }, &person);
    struct bytes bucket = sign_in_bucket(v, account, person.id);
    int64_t wait_s = sign_in_wait_s(v, bucket);
    if (wait_s > 0) {
        return ask_to_wait(v, wait_s);
    }
    bool is_right = false;
    if (!gate_verify(form.password, is_known ? str_z(v->arena, person.hash) : NULL, &is_right)) {
        return STATUS_BUSY;
    }
    /* Each try is its own: a second click is a second session, or a second failure. */
    v->key = STR_NONE;
    if (is_right) {
        return let_in(v, &person, bucket);
    }
    struct sign_in_fail *fail = new(v->arena, struct sign_in_fail, 1);
    fail->bucket = bucket;
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SIGN_IN_FAIL], fail, after_wrong);
}

enum status identity_second_show(struct visit *v)
{
    struct session_of_token_row session;
    if (!door_session(v, &session) || !session.is_half) {
        return visit_go(v, route_url(v, "/dang-nhap"));
    }
    return show_second(v);
}

enum status identity_second_send(struct visit *v)
{
    struct session_of_token_row session;
    struct person_get_row person;
    struct code_form form;
    if (!door_session(v, &session) || !session.is_half ||
        !person_get(&v->snap->conn, &(struct person_get){ .id = session.person_id }, &person)) {
        return start_over(v);
    }
    if (!visit_form(v, &CODE, &form)) {
        return show_second(v);
    }
    struct bytes bucket = sign_in_bucket(v, person.sign_in, person.id);
    int64_t wait_s = sign_in_wait_s(v, bucket);
    if (wait_s > 0) {
        visit_problem(v, "code", N_("Mã sai nhiều lần. Hãy đợi rồi thử lại."));
        return show_second(v);
    }
    struct pass *pass = new(v->arena, struct pass, 1);
    *pass = (struct pass){ .pass = { .session = session.id, .bucket = bucket },
                           .token = token_draw(v),
                           .device = device_of(v) };
    pass->pass.token_hash = hash_bytes(&pass->token.hash);
    pass->pass.device_hash = hash_bytes(&pass->device.hash);
    pass_take_code(v, session.person_id, form.code, &pass->pass);
    v->key = STR_NONE;
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_PASS], pass, after_pass);
}

enum status identity_sign_out(struct visit *v)
{
    struct session_of_token_row session;
    session_end(v);
    if (v->visitor.author.person.v == 0 || !door_session(v, &session)) {
        return visit_go(v, route_url(v, "/dang-nhap"));
    }
    struct session_close *close = new(v->arena, struct session_close, 1);
    close->session = session.id;
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_CLOSE], close, after_sign_out);
}

struct bytes sign_in_bucket(struct visit *v, struct str account, struct person_id person)
{
    struct str device = cookie_get(v->request, DEVICE_COOKIE);
    struct hash device_hash = token_hash(device);
    struct device_get_row known;
    bool is_known = device.n > 0 && person.v != 0 &&
                    device_get(&v->snap->conn,
                               &(struct device_get){ .token_hash = hash_bytes(&device_hash),
                                                     .person_id = person },
                               &known);
    static const uint8_t ipv4[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
    bool is_ipv4 = memcmp(v->request->peer, ipv4, sizeof ipv4) == 0;
    struct str prefix = str_span(v->request->peer, is_ipv4 ? PREFIX_IPV4_BYTES : PREFIX_IPV6_BYTES);
    uint8_t key[SECRET_KEY_BYTES];
    visit_secret(v, "sign-in failures", key);
    const struct str parts[] = { account, STR("\n"), is_known ? hash_str(&device_hash) : prefix };
    struct hash *bucket = new(v->arena, struct hash, 1);
    *bucket = hash_hmac(str_span(key, sizeof key), parts, COUNT(parts));
    return (struct bytes){ bucket->b, BUCKET_BYTES };
}

int64_t sign_in_wait_s(struct visit *v, struct bytes bucket)
{
    struct failure_get_row row;
    if (!failure_get(&v->snap->conn, &(struct failure_get){ .bucket = bucket }, &row) ||
        v->now.s - row.last_at.s > FAILURE_LIFE_S) {
        return 0;
    }
    return sign_in_open_at(row.failures, row.last_at).s - v->now.s;
}

/* Signed in by that token: on to the page, or first to what was sent. */
static enum status go_on(struct visit *v, struct str token)
{
    struct go_on_view view = { .kept = kept_along(v), .back = visit_way_back(v, "/cb/toi") };
    /* A page for the new session: its tokens are that one's. */
    if (!view.kept.to.url.p || !identity_visitor(v, token, &v->visitor)) {
        return visit_go(v, view.back);
    }
    view.page = page_open(v, N_("Đã đăng nhập, gửi tiếp?"));
    view.page->is_task = true;
    identity_go_on_html(page_body(v), &view);
    return STATUS_OK;
}

/* To the first page of signing in, with what is kept. */
static enum status start_over(struct visit *v)
{
    return kept_along(v).to.url.p ? show_sign_in(v) : visit_go(v, route_url(v, "/dang-nhap"));
}

enum status identity_ask(struct visit *v)
{
    struct local_url here = visit_local(v->request->path);
    bool leads_back = v->route->method == GET && here.url.p;
    struct kept_form kept = kept_seal(v, kept_of_sent(v));
    if (kept.had_files) {
        kept = (struct kept_form){ .count = 0 };
    }
    /* A form that was sent may have fields of the same names. */
    v->form = (struct form){ .params = NULL };
    write_sign_in(v, leads_back ? here.url : STR("/cb/toi"), kept, true);
    return STATUS_SIGN_IN;
}

static enum status show_sign_in(struct visit *v)
{
    write_sign_in(v, back_of(v), kept_along(v), false);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static void write_sign_in(struct visit *v, struct str back, struct kept_form kept, bool is_asked)
{
    struct sign_in_view view = {
        .page = page_open(v, N_("Cán bộ đăng nhập")),
        .name = page_field(v, INPUT_LINE, &SIGN_IN, "sign_in"),
        .password = page_field(v, INPUT_PASSWORD, &SIGN_IN, "password"),
        .back = back,
        .kept = kept,
        .is_asked = is_asked,
    };
    view.page->is_task = true;
    identity_sign_in_html(page_body(v), &view);
}

static enum status show_second(struct visit *v)
{
    struct second_step_view view = {
        .page = page_open(v, N_("Mã xác nhận")),
        .code = page_field(v, INPUT_ONE_TIME_CODE, &CODE, "code"),
        .back = back_of(v),
        .kept = kept_along(v),
    };
    view.page->is_task = true;
    view.code.hint = N_("Sáu chữ số trong ứng dụng trên điện thoại, hoặc một mã dự phòng.");
    identity_second_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static enum status let_in(struct visit *v, const struct credential_of_sign_in_row *person,
                          struct bytes bucket)
{
    struct let_in *in = new(v->arena, struct let_in, 1);
    *in = (struct let_in){
        .open = { .person = person->id,
                  .bucket = bucket,
                  .is_half = person->since_at.s != 0,
                  .browser = browser_label(v->arena, request_header(v->request, "User-Agent")) },
        .token = token_draw(v),
        .device = device_of(v),
    };
    in->open.token_hash = hash_bytes(&in->token.hash);
    in->open.device_hash = hash_bytes(&in->device.hash);
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_SESSION_OPEN], in, after_let_in);
}

static enum status after_let_in(struct visit *v)
{
    const struct let_in *in = v->order->args;
    if (visit_refused(v)) {
        return show_sign_in(v);
    }
    session_start(v, in->token.text, COOKIE_UNTIL_CLOSED);
    if (in->open.is_half && kept_along(v).to.url.p) {
        return show_second(v);
    }
    if (in->open.is_half) {
        struct out where = out_open(v->arena, 1024);
        out_str_raw(&where, route_url(v, "/dang-nhap/ma").url);
        out_lit(&where, "?ve=");
        out_percent(&where, back_of(v));
        return visit_go(v, (struct local_url){ out_str(&where) });
    }
    cookie_set(v, DEVICE_COOKIE, in->device.text, DEVICE_LIFE_S);
    return go_on(v, in->token.text);
}

static enum status after_wrong(struct visit *v)
{
    if (!visit_refused(v)) {
        visit_problem(v, NULL,
                      N_("Tên đăng nhập hoặc mật khẩu không đúng. Hãy gõ lại, chú ý phím "
                         "Caps Lock và bộ gõ tiếng Việt."));
    }
    return show_sign_in(v);
}

static enum status after_pass(struct visit *v)
{
    const struct pass *pass = v->order->args;
    if (visit_refused(v)) {
        return start_over(v);
    }
    if (str_equal(v->order->outcome.answer.text, ANSWER_WRONG)) {
        struct session_of_token_row session;
        if (!door_session(v, &session)) {
            return start_over(v);
        }
        visit_problem(v, "code",
                      N_("Mã không đúng hoặc đã dùng. Hãy đợi mã mới trên điện thoại "
                         "rồi gõ lại."));
        return show_second(v);
    }
    session_start(v, pass->token.text, COOKIE_UNTIL_CLOSED);
    cookie_set(v, DEVICE_COOKIE, pass->device.text, DEVICE_LIFE_S);
    return go_on(v, pass->token.text);
}

static enum status after_sign_out(struct visit *v)
{
    return visit_go(v, route_url(v, "/dang-nhap"));
}

static enum status ask_to_wait(struct visit *v, int64_t wait_s)
{
    struct str message = tongue_text(
        v->tongue, N_("Đăng nhập sai nhiều lần từ máy hoặc mạng này. Hãy thử lại sau %s phút."));
    struct str before = message_part(message, 0);
    struct str after = message_part(message, 1);
    problems_add(&v->problems, NULL,
                 str_printf(v->arena, "%.*s%lld%.*s", STR_ARG(before),
                            (long long)(wait_s + 59) / 60, STR_ARG(after)));
    reply_header(v->reply, "Retry-After", str_printf(v->arena, "%lld", (long long)wait_s));
    (void)show_sign_in(v);
    return STATUS_RATE_LIMITED;
}

/* The mark that the browser brought goes on; one that has none gets a new one. */
static struct token device_of(struct visit *v)
{
    struct str text = cookie_get(v->request, DEVICE_COOKIE);
    uint8_t bits[TOKEN_BYTES];
    size_t n = 0;
    bool is_ours = base64url_decode(text, bits, sizeof bits, &n) && n == sizeof bits;
    return is_ours ? (struct token){ text, token_hash(text) } : token_draw(v);
}

static struct str in_small_letters(struct visit *v, struct str text)
{
    char *small = new(v->arena, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        small[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct str){ small, text.n };
}

static struct str back_of(struct visit *v)
{
    return visit_way_back(v, "/cb/toi").url;
}
