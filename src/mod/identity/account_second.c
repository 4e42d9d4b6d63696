/* The second factor of one's own account: turned on with a first code, off with the password. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/account.h"

#include <string.h>

#include "html/identity.h"
#include "mod/identity/commands.h"
#include "studio/qr.h"
#include "text/tongue.h"
#include "web/route.h"

/* The secret travels in the form: it is the visitor's own, the page is never cached, and so nothing
 * is kept until a code has shown that the app has it. */
struct second_form {
    struct str secret;
    struct str code;
};
struct off_form {
    struct str password;
};
static const struct field SECOND_FIELDS[] = {
    FIELD(struct second_form, secret, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .label = N_("Khóa")),
    FIELD(struct second_form, code, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET, .max = 20,
          .label = N_("Mã sáu chữ số trong ứng dụng")),
};
static const struct field OFF_FIELDS[] = {
    FIELD(struct off_form, password, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Mật khẩu")),
};
static const struct record SECOND = RECORD("second", struct second_form, SECOND_FIELDS);
static const struct record OFF = RECORD("off", struct off_form, OFF_FIELDS);

/* On its way: the command's arguments, then the codes that are shown once. */
struct turning_on {
    struct totp_give give;
    struct recovery_view codes;
    uint8_t sealed[TOTP_SEALED_BYTES];
    uint8_t hashes[RECOVERY_CODES * HASH_BYTES];
};

static enum status show(struct visit *v, const uint8_t secret[TOTP_SECRET_BYTES]);
static struct turning_on *turning_on_draw(struct visit *v, const uint8_t secret[TOTP_SECRET_BYTES],
                                          int64_t step);
static struct str seal_context(struct visit *v, struct person_id person);
static visit_fn after_on, after_off;

enum status identity_second_factor_show(struct visit *v)
{
    uint8_t secret[TOTP_SECRET_BYTES];
    random_bytes(secret, sizeof secret);
    return visitor_person(v).v == 0 ? STATUS_SIGN_IN : show(v, secret);
}

enum status identity_second_factor_on(struct visit *v)
{
    struct second_form form;
    uint8_t secret[TOTP_SECRET_BYTES];
    if (visitor_person(v).v == 0) {
        return STATUS_SIGN_IN;
    }
    bool is_filled = visit_form(v, &SECOND, &form);
    if (!totp_secret_parse(form.secret, secret)) {
        return STATUS_BAD_REQUEST;
    }
    int64_t step = 0;
    if (is_filled && !totp_check(secret, form.code, v->now, 0, &step)) {
        visit_problem(v, "code",
                      N_("Mã không đúng. Hãy xem giờ trên điện thoại có đúng không, rồi "
                         "gõ mã đang hiện."));
    }
    if (step == 0) {
        return show(v, secret);
    }
    struct turning_on *on = turning_on_draw(v, secret, step);
    v->key = STR_NONE;
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_TOTP_SET], &on->give, after_on);
}

enum status identity_second_factor_off(struct visit *v)
{
    struct off_form form;
    uint8_t secret[TOTP_SECRET_BYTES];
    random_bytes(secret, sizeof secret);
    if (visitor_person(v).v == 0) {
        return STATUS_SIGN_IN;
    }
    if (!visit_form(v, &OFF, &form)) {
        return show(v, secret);
    }
    bool is_right = false;
    enum status status = password_check_visitor(v, form.password, &is_right);
    if (status) {
        return status;
    }
    if (!is_right) {
        visit_problem(v, "password", N_("Mật khẩu không đúng."));
        return show(v, secret);
    }
    struct totp_take *take = new(v->arena, struct totp_take, 1);
    take->person = visitor_person(v);
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_TOTP_DROP], take, after_off);
}

bool totp_check_person(struct visit *v, struct person_id person, struct str code, int64_t *ret_step)
{
    struct totp_get_row totp;
    uint8_t key[SECRET_KEY_BYTES];
    uint8_t secret[TOTP_SECRET_BYTES];
    if (!totp_get(&v->snap->conn, &(struct totp_get){ .person_id = person }, &totp) ||
        totp.secret.n != TOTP_SEALED_BYTES) {
        return false;
    }
    visit_secret(v, "totp", key);
    return secret_open(key, str_span(totp.secret.p, totp.secret.n), seal_context(v, person),
                       secret) &&
           totp_check(secret, code, v->now, totp.last_step, ret_step);
}

void pass_take_code(struct visit *v, struct person_id person, struct str code,
                    struct session_pass *pass)
{
    struct hash *recovery = new(v->arena, struct hash, 1);
    if (!totp_check_person(v, person, code, &pass->step) && recovery_code_hash(code, recovery)) {
        pass->recovery = hash_bytes(recovery);
    }
}

static enum status show(struct visit *v, const uint8_t secret[TOTP_SECRET_BYTES])
{
    struct totp_get_row totp;
    struct person_get_row person;
    if (!person_get(&v->snap->conn, &(struct person_get){ .id = visitor_person(v) }, &person)) {
        return STATUS_SIGN_IN;
    }
    struct out picture = out_open(v->arena, QR_BYTES_MAX);
    struct second_factor_view view = {
        .page = page_open(v, N_("Đăng nhập hai lớp")),
        .is_on = totp_get(&v->snap->conn, &(struct totp_get){ .person_id = person.id }, &totp),
        .secret = totp_secret_text(v->arena, secret),
        .link = totp_link(v->arena, secret, person.sign_in),
        .code = page_field(v, INPUT_ONE_TIME_CODE, &SECOND, "code"),
        .password = page_field(v, INPUT_PASSWORD, &OFF, "password"),
    };
    if (qr_write_svg(&picture, view.link)) {
        view.picture = (struct safe_html){ out_str(&picture) };
    }
    struct str rest = view.secret;
    while (rest.p && view.group_count < TOTP_GROUPS) {
        view.groups[view.group_count++] = str_cut(&rest, ' ');
    }
    view.page->back = route_url(v, "/cb/toi");
    identity_second_factor_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static struct turning_on *turning_on_draw(struct visit *v, const uint8_t secret[TOTP_SECRET_BYTES],
                                          int64_t step)
{
    struct turning_on *on = new(v->arena, struct turning_on, 1);
    struct person_id person = visitor_person(v);
    uint8_t key[SECRET_KEY_BYTES];
    visit_secret(v, "totp", key);
    secret_seal(key, str_span(secret, TOTP_SECRET_BYTES), seal_context(v, person), on->sealed);
    for (size_t i = 0; i < RECOVERY_CODES; i++) {
        uint8_t bits[RECOVERY_CODE_BYTES];
        random_bytes(bits, sizeof bits);
        struct hash hash = hash_of(str_span(bits, sizeof bits));
        memcpy(on->hashes + i * HASH_BYTES, hash.b, HASH_BYTES);
        on->codes.codes[i] = recovery_code_text(v->arena, bits);
    }
    on->codes.count = RECOVERY_CODES;
    on->give = (struct totp_give){ .person = person,
                                   .step = step,
                                   .secret = { on->sealed, sizeof on->sealed },
                                   .recovery = { on->hashes, sizeof on->hashes } };
    return on;
}

/* Bound to the person: a sealed secret moved to another row does not open. */
static struct str seal_context(struct visit *v, struct person_id person)
{
    return str_printf(v->arena, "totp of %lld", (long long)person.v);
}

/* The codes are shown in the answer itself: they are kept as hashes only, and there is no second
 * look. */
static enum status after_on(struct visit *v)
{
    const struct turning_on *on = v->order->args;
    if (visit_refused(v)) {
        return identity_account(v);
    }
    struct recovery_view view = on->codes;
    view.page = page_open(v, N_("Mã dự phòng"));
    identity_recovery_html(page_body(v), &view);
    return STATUS_OK;
}

static enum status after_off(struct visit *v)
{
    return visit_refused(v) ? identity_account(v) : visit_go(v, route_url(v, "/cb/toi"));
}
