/* The forms of managing people, all from one table: what each changes, and what it asks for. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/admin.h"

#include <string.h>

#include "base/must.h"
#include "html/identity.h"
#include "html/web.h"
#include "mod/identity/commands.h"
#include "mod/identity/passwords.h"
#include "mod/identity/powers.h"
#include "text/tongue.h"
#include "web/route.h"

/* What the :id of the address names. */
enum about { ABOUT_NOBODY, ABOUT_PERSON, ABOUT_POST, ABOUT_GRANT };

struct act_form {
    const char *path;
    enum identity_command command;
    enum about about;
    const char *subject; /* the command's field for the :id; NULL: none */
    const char *title;
    const char *lead;
    const char *button;
    bool is_grave;
    struct {
        const char *name;
        enum input_kind kind;
        const char *hint;
    } fields[FORM_FIELDS_MAX];
};

static const struct act_form FORMS[] = {
    { "/qt/nguoi-dung/moi",
      IDENTITY_PERSON_ADD,
      ABOUT_NOBODY,
      NULL,
      N_("Thêm người dùng"),
      N_("Máy sẽ đặt một mật khẩu đầu tiên và hiện ra một lần."),
      N_("Thêm người dùng"),
      false,
      { { "name", INPUT_LINE, NULL },
        { "sign_in", INPUT_LINE, N_("Chữ thường không dấu, ví dụ lan.tran.") },
        { "phone", INPUT_PHONE, NULL },
        { "email", INPUT_EMAIL, NULL },
        { "unit", INPUT_LINE, N_("Mã của đơn vị nơi làm việc, ví dụ 19753.VP.") },
        { "title", INPUT_LINE, N_("Ví dụ: Chuyên viên.") },
        { "powers", INPUT_SELECT, N_("Có hiệu lực ở đơn vị trên và các đơn vị trực thuộc.") } } },
    { "/qt/nguoi-dung/:id/chuc-vu",
      IDENTITY_POST_GIVE,
      ABOUT_PERSON,
      "person",
      N_("Giao chức vụ"),
      N_("Một người có thể giữ nhiều chức vụ, mỗi lúc làm việc ở một chức vụ."),
      N_("Giao chức vụ"),
      false,
      { { "unit", INPUT_LINE, N_("Ví dụ 19753.VP.") },
        { "title", INPUT_LINE, N_("Ví dụ: Chuyên viên.") },
        { "from", INPUT_DAY, N_("Ví dụ 01/07/2025.") },
        { "until", INPUT_DAY, N_("Để trống khi chưa biết.") } } },
    { "/qt/chuc-vu/:id/sua",
      IDENTITY_POST_CHANGE,
      ABOUT_POST,
      "post",
      N_("Sửa chức vụ"),
      N_("Sửa tên chức vụ hoặc thời gian giữ chức vụ. Các quyền có hiệu lực trong thời gian ấy."),
      N_("Lưu"),
      false,
      { { "title", INPUT_LINE, NULL },
        { "from", INPUT_DAY, N_("Ví dụ 01/07/2025.") },
        { "until", INPUT_DAY, N_("Để trống khi chưa biết.") } } },
    { "/qt/nguoi-dung/:id/sua",
      IDENTITY_PERSON_CHANGE,
      ABOUT_PERSON,
      "person",
      N_("Sửa thông tin"),
      N_("Tên đăng nhập giữ nguyên."),
      N_("Lưu"),
      false,
      { { "name", INPUT_LINE, NULL },
        { "phone", INPUT_PHONE, NULL },
        { "email", INPUT_EMAIL, N_("Thư báo việc được gửi tới đây.") } } },
    { "/qt/nguoi-dung/:id/thoi-viec",
      IDENTITY_PERSON_END,
      ABOUT_PERSON,
      "person",
      N_("Cho thôi làm việc"),
      N_("Người này bị đăng xuất ở mọi nơi ngay, không đăng nhập được nữa, và mọi chức vụ, quyền "
         "đều hết. Những việc đã làm vẫn ghi tên người ấy."),
      N_("Cho thôi làm việc"),
      true,
      { { "note", INPUT_LINE, N_("Số và ngày của quyết định, nếu có.") } } },
    { "/qt/nguoi-dung/:id/lam-lai",
      IDENTITY_PERSON_RETURN,
      ABOUT_PERSON,
      "person",
      N_("Cho làm việc lại"),
      N_("Người này đăng nhập được trở lại. Chức vụ và quyền phải giao mới."),
      N_("Cho làm việc lại"),
      false,
      { { NULL } } },
    { "/qt/chuc-vu/:id",
      IDENTITY_POST_END,
      ABOUT_POST,
      "post",
      N_("Kết thúc chức vụ"),
      N_("Các quyền của chức vụ này hết cùng ngày."),
      N_("Kết thúc chức vụ"),
      true,
      { { "until", INPUT_DAY, N_("Ngày cuối cùng giữ chức vụ.") } } },
    { "/qt/chuc-vu/:id/quyen",
      IDENTITY_GRANT,
      ABOUT_POST,
      "post",
      N_("Cấp quyền"),
      N_("Quyền có hiệu lực ở đơn vị được ghi và mọi đơn vị trực thuộc."),
      N_("Cấp quyền"),
      false,
      { { "power", INPUT_SELECT, NULL }, { "unit", INPUT_LINE, N_("Ví dụ 19753.") } } },
    { "/qt/quyen/:id",
      IDENTITY_REVOKE,
      ABOUT_GRANT,
      "grant",
      N_("Thu hồi quyền"),
      N_("Quyền hết hiệu lực ngay."),
      N_("Thu hồi quyền"),
      true,
      { { NULL } } },
    { "/qt/nguoi-dung/:id/mat-khau",
      IDENTITY_PASSWORD_SET,
      ABOUT_PERSON,
      "person",
      N_("Đặt lại mật khẩu"),
      N_("Máy đặt một mật khẩu mới, hiện ra một lần, và đăng xuất người này ở mọi nơi. Hãy gặp tận "
         "mặt trước khi làm."),
      N_("Đặt lại mật khẩu"),
      true,
      { { NULL } } },
    { "/qt/nguoi-dung/:id/hai-lop",
      IDENTITY_TOTP_DROP,
      ABOUT_PERSON,
      "person",
      N_("Bỏ đăng nhập hai lớp"),
      N_("Dùng khi người này mất điện thoại và các mã dự phòng. Hãy gặp tận mặt trước khi làm."),
      N_("Bỏ đăng nhập hai lớp"),
      true,
      { { NULL } } },
};

/* The rows behind the form: the person, and the post or the grant when it is about one. */
struct about_row {
    struct person_get_row person;
    struct post_get_row post;
    struct grant_get_row grant;
};

static const struct act_form *form_of(const struct visit *v);
static enum status show_form(struct visit *v, const struct act_form *form);
static bool find_about(struct visit *v, const struct act_form *form, struct about_row *ret);
static struct str about_text(struct visit *v, const struct about_row *about);
static void begin_with(struct visit *v, const struct act_form *form, const struct about_row *about,
                       struct field_view *field);
static struct str day_text(struct visit *v, struct day day);
static struct str id_text(struct visit *v, int64_t id);
static void fill_choices(struct visit *v, struct field_view *field);
static void offer_roles(struct visit *v, struct field_view *field);
static void offer_powers(struct visit *v, struct field_view *field);
static enum status show_password(struct visit *v, struct person_id person);
static visit_fn after_act, after_password;

enum status identity_form_show(struct visit *v)
{
    return show_form(v, form_of(v));
}

enum status identity_form_send(struct visit *v)
{
    const struct act_form *form = form_of(v);
    const struct command *command = &IDENTITY_COMMANDS[form->command];
    void *args = arena_alloc(v->arena, 1, command->takes->size_bytes);
    if (!visit_form(v, command->takes, args)) {
        return show_form(v, form);
    }
    return visit_order(v, command, args, after_act);
}

enum status identity_person_add_send(struct visit *v)
{
    const struct command *command = &IDENTITY_COMMANDS[IDENTITY_PERSON_ADD];
    struct person_add *add = new(v->arena, struct person_add, 1);
    if (!visit_form(v, command->takes, add)) {
        return show_form(v, form_of(v));
    }
    char *hash = new(v->arena, char, PASSWORD_HASH_BYTES);
    add->password = password_generate(v->arena);
    add->is_first = true;
    if (!gate_hash(add->password, hash)) {
        return STATUS_BUSY;
    }
    add->hash = str_of(hash);
    return visit_order(v, command, add, after_password);
}

enum status identity_password_reset_send(struct visit *v)
{
    const struct command *command = &IDENTITY_COMMANDS[IDENTITY_PASSWORD_SET];
    struct password_set *set = new(v->arena, struct password_set, 1);
    if (!visit_form(v, command->takes, set)) {
        return show_form(v, form_of(v));
    }
    char *hash = new(v->arena, char, PASSWORD_HASH_BYTES);
    set->keeps = (struct session_id){ 0 };
    set->password = password_generate(v->arena);
    set->is_first = true;
    if (!gate_hash(set->password, hash)) {
        return STATUS_BUSY;
    }
    set->hash = str_of(hash);
    return visit_order(v, command, set, after_password);
}

static const struct act_form *form_of(const struct visit *v)
{
    size_t i = 0;
    while (i < COUNT(FORMS) && !str_equal(str_of(FORMS[i].path), str_of(v->route->path))) {
        i++;
    }
    must(i < COUNT(FORMS));
    return &FORMS[i];
}

static enum status show_form(struct visit *v, const struct act_form *form)
{
    struct about_row about = { 0 };
    if (!find_about(v, form, &about)) {
        return STATUS_NOT_FOUND;
    }
    struct form_view view = {
        .page = page_open(v, form->title),
        .lead = form->lead,
        .about = about_text(v, &about),
        .send_to =
            form->subject ? route_url(v, form->path, v->params[0]) : route_url(v, form->path),
        .button = form->button,
        .is_grave = form->is_grave,
    };
    const struct form_param kept[] = { { str_of(form->subject), v->params[0] },
                                       { STR("version"), id_text(v, about.person.version) } };
    view.kept = kept;
    view.kept_count = form->command == IDENTITY_PERSON_CHANGE ? 2 : form->subject != NULL;
    view.page->back = ID_NONE(about.person.id)
                          ? route_url(v, "/qt/nguoi-dung")
                          : route_url(v, "/qt/nguoi-dung/:id", id_text(v, about.person.id.v));
    for (size_t i = 0; i < FORM_FIELDS_MAX && form->fields[i].name; i++) {
        view.fields[i] = page_field(v, form->fields[i].kind, IDENTITY_COMMANDS[form->command].takes,
                                    form->fields[i].name);
        view.fields[i].hint = form->fields[i].hint;
        if (v->route->method == GET) {
            begin_with(v, form, &about, &view.fields[i]);
        }
        fill_choices(v, &view.fields[i]);
        view.field_count = i + 1;
    }
    web_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* What the form is about; only what the visitor manages can be found. */
static bool find_about(struct visit *v, const struct act_form *form, struct about_row *ret)
{
    struct conn *conn = &v->snap->conn;
    int64_t id = 0;
    if (form->about == ABOUT_NOBODY) {
        return true;
    }
    if (!str_to_int(v->params[0], &id)) {
        return false;
    }
    struct person_id of = { id };
    struct post_id of_post = { id };
    if (form->about == ABOUT_GRANT) {
        if (!grant_get(conn, &(struct grant_get){ .id = { id } }, &ret->grant)) {
            return false;
        }
        of_post = ret->grant.post_id;
    }
    if (form->about != ABOUT_PERSON) {
        if (!post_get(conn, &(struct post_get){ .id = of_post }, &ret->post)) {
            return false;
        }
        of = ret->post.person_id;
    }
    return person_get(conn, &(struct person_get){ .id = of }, &ret->person) && admin_may_see(v, of);
}

static struct str about_text(struct visit *v, const struct about_row *about)
{
    struct out out = out_open(v->arena, 2048);
    out.tongue = v->tongue;
    out_str_raw(&out, about->person.name);
    if (about->post.title.n > 0) {
        out_printf(&out, ", %.*s, %.*s", STR_ARG(about->post.title),
                   STR_ARG(about->post.unit_name));
    }
    if (about->grant.power.n > 0) {
        struct str label = tongue_text(v->tongue, power_label(v->arena, about->grant.power));
        out_printf(&out, ": %.*s (%.*s)", STR_ARG(label), STR_ARG(about->grant.unit_name));
    }
    return out_str(&out);
}

/* A form that corrects begins with what is there. */
static void begin_with(struct visit *v, const struct act_form *form, const struct about_row *about,
                       struct field_view *field)
{
    const struct {
        enum identity_command command;
        const char *name;
        struct str value;
    } values[] = {
        { IDENTITY_PERSON_CHANGE, "name", about->person.name },
        { IDENTITY_PERSON_CHANGE, "phone", about->person.phone },
        { IDENTITY_PERSON_CHANGE, "email", about->person.email },
        { IDENTITY_POST_CHANGE, "title", about->post.title },
        { IDENTITY_POST_CHANGE, "from", day_text(v, about->post.from_on) },
        { IDENTITY_POST_CHANGE, "until", day_text(v, about->post.until_on) },
        { IDENTITY_POST_END, "until", day_text(v, instant_day(v->now)) },
        { IDENTITY_GRANT, "unit", about->post.unit_code },
    };
    for (size_t i = 0; i < COUNT(values); i++) {
        if (values[i].command == form->command && strcmp(values[i].name, field->name) == 0) {
            field->value = values[i].value;
        }
    }
}

/* As people type it, whatever their language: the field reads it back. */
static struct str day_text(struct visit *v, struct day day)
{
    int year = 0;
    int month = 0;
    int of_month = 0;
    if (day_is_none(day)) {
        return STR_NONE;
    }
    day_split(day, &year, &month, &of_month);
    return str_printf(v->arena, "%02d/%02d/%04d", of_month, month, year);
}

static struct str id_text(struct visit *v, int64_t id)
{
    return str_printf(v->arena, "%lld", (long long)id);
}

static void fill_choices(struct visit *v, struct field_view *field)
{
    if (str_equal(str_of(field->name), STR("powers"))) {
        offer_roles(v, field);
    } else if (str_equal(str_of(field->name), STR("power"))) {
        offer_powers(v, field);
    }
}

static void offer_roles(struct visit *v, struct field_view *field)
{
    struct choice *choices = new(v->arena, struct choice, ROLE_COUNT);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        choices[i] = (struct choice){ .value = str_of(ROLES[i].powers),
                                      .label = tongue_text(v->tongue, ROLES[i].label) };
    }
    field->label = N_("Vai trò");
    page_choices(v, field, choices, ROLE_COUNT);
}

static void offer_powers(struct visit *v, struct field_view *field)
{
    struct power_choices powers = powers_all(v->arena);
    struct choice *choices = new(v->arena, struct choice, powers.count);
    for (size_t i = 0; i < powers.count; i++) {
        choices[i] = (struct choice){ .value = powers.choices[i].power,
                                      .label = tongue_text(v->tongue, powers.choices[i].label) };
    }
    page_choices(v, field, choices, powers.count);
}

/* Every command of these forms answers with the person that it was about. */
static enum status after_act(struct visit *v)
{
    if (visit_refused(v)) {
        return show_form(v, form_of(v));
    }
    return visit_go(
        v, route_url(v, "/qt/nguoi-dung/:id", id_text(v, v->order->outcome.answer.subject.v)));
}

static enum status after_password(struct visit *v)
{
    if (visit_refused(v)) {
        return show_form(v, form_of(v));
    }
    return show_password(v, (struct person_id){ v->order->outcome.answer.subject.v });
}

/* In the answer itself: only its hash is kept. A second click on the form shows the same one. */
static enum status show_password(struct visit *v, struct person_id person)
{
    struct person_get_row row;
    if (!person_get(&v->snap->conn, &(struct person_get){ .id = person }, &row)) {
        return STATUS_NOT_FOUND;
    }
    struct first_password_view view = {
        .page = page_open(v, N_("Mật khẩu đầu tiên")),
        .name = row.name,
        .sign_in = row.sign_in,
        .password = v->order->outcome.answer.text,
        .person = route_url(v, "/qt/nguoi-dung/:id", id_text(v, person.v)),
    };
    identity_first_password_html(page_body(v), &view);
    return STATUS_OK;
}
