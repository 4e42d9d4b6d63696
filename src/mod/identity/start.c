/* A new house's first administrator: added by its founder, who is nobody from then on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/start.h"

#include "html/identity.h"
#include "mod/identity/commands.h"
#include "mod/identity/door.h"
#include "mod/identity/passwords.h"
#include "sql/identity.h"
#include "text/tongue.h"

struct first_person {
    struct str name;
    struct str sign_in;
    struct str title;
    struct str password;
    struct str again;
};
static const struct field fields[] = {
    FIELD(struct first_person, name, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = PERSON_NAME_CHARS_MAX, .label = N_("Họ và tên")),
    FIELD(struct first_person, sign_in, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = SIGN_IN_CHARS_MAX, .label = N_("Tên đăng nhập")),
    FIELD(struct first_person, title, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = POST_TITLE_CHARS_MAX, .label = N_("Chức vụ")),
    FIELD(struct first_person, password, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Mật khẩu")),
    FIELD(struct first_person, again, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSWORD_CHARS_MAX, .label = N_("Gõ lại mật khẩu")),
};
static const struct record record = RECORD("first_person", struct first_person, fields);

/* Who may give all powers, and has at hand what a new house needs first. */
#define FIRST_POWERS POWER_ADMIN " identity.manage org.manage calendar.manage"

static bool has_person(struct visit *v);
static bool has_second_factor(struct visit *v);
static bool has_officers(struct visit *v);
static visit_fn show, send, after;
static bool read_form(struct visit *v, struct first_person *ret);

const struct start_step identity_start_step = {
    "nguoi-quan-tri", N_("Lập người quản trị đầu tiên"), 20, has_person, show, send,
};

const struct start_task identity_start_tasks[] = {
    { N_("Bật đăng nhập hai lớp cho mình"), "/cb/toi/hai-lop", NULL, 10, has_second_factor },
    { N_("Thêm cán bộ và cấp quyền"), "/qt/nguoi-dung", POWER_IDENTITY_MANAGE, 40, has_officers },
    { 0 },
};

static bool has_person(struct visit *v)
{
    struct person_any_row anybody;
    return person_any(&v->snap->conn, &anybody);
}

static bool has_officers(struct visit *v)
{
    struct person_second_row another;
    return person_second(&v->snap->conn, &another);
}

static bool has_second_factor(struct visit *v)
{
    struct totp_get_row totp;
    return totp_get(&v->snap->conn,
                    &(struct totp_get){ .person_id = { v->visitor.author.person.v } }, &totp);
}

static bool find_unit(struct visit *v, struct unit_first_known_row *ret)
{
    const struct day today = instant_day(v->now);
    return unit_first_known(&v->snap->conn, &(struct unit_first_known){ .on = today }, ret);
}

static enum status show(struct visit *v)
{
    struct unit_first_known_row unit;
    if (!find_unit(v, &unit)) {
        return start_next(v);
    }
    struct first_person_view view = {
        .page = page_open(v, identity_start_step.title),
        .send_to = start_url(v, &identity_start_step),
        .unit = unit.name,
        .name = page_field(v, INPUT_LINE, &record, "name"),
        .sign_in = page_field(v, INPUT_LINE, &record, "sign_in"),
        .title = page_field(v, INPUT_LINE, &record, "title"),
        .password = page_field(v, INPUT_NEW_PASSWORD, &record, "password"),
        .again = page_field(v, INPUT_NEW_PASSWORD, &record, "again"),
    };
    view.page->is_task = true;
    view.sign_in.hint = N_("Chữ thường không dấu, chữ số, dấu chấm, ví dụ lan.tran.");
    view.title.hint = N_("Ví dụ: Công chức văn phòng.");
    view.password.hint =
        N_("Ít nhất mười ký tự. Ghép vài từ không liên quan thì dễ nhớ, khó đoán.");
    identity_first_person_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static enum status send(struct visit *v)
{
    struct first_person form;
    struct unit_first_known_row unit;
    if (!find_unit(v, &unit)) {
        return start_next(v);
    }
    if (!read_form(v, &form)) {
        return show(v);
    }
    struct person_add *add = new(v->arena, struct person_add, 1);
    char *hash = new(v->arena, char, PASSWORD_HASH_BYTES);
    if (!gate_hash(form.password, hash)) {
        return STATUS_BUSY;
    }
    *add = (struct person_add){
        .sign_in = form.sign_in,
        .name = form.name,
        .title = form.title,
        .unit = unit.code,
        .powers = STR(FIRST_POWERS),
        .hash = str_of(hash),
    };
    return visit_order(v, &IDENTITY_COMMANDS[IDENTITY_PERSON_ADD], add, after);
}

/* What the rules say of a password is said before it is hashed, for that takes its time. */
static bool read_form(struct visit *v, struct first_person *ret)
{
    if (!visit_form(v, &record, ret)) {
        return false;
    }
    const struct verdict verdict = password_rule(v->arena, ret->password, ret->sign_in);
    if (!verdict_is_ok(verdict)) {
        struct out sentence = out_open(v->arena, 4096);
        sentence.tongue = v->tongue;
        verdict_write(&sentence, &verdict);
        problems_add(&v->problems, "password", out_str(&sentence));
    } else if (!str_equal(ret->password, ret->again)) {
        visit_problem(v, "again", N_("Hai lần gõ mật khẩu không giống nhau."));
    }
    return v->problems.count == 0;
}

static enum status after(struct visit *v)
{
    return visit_refused(v) ? show(v) : start_next(v);
}
