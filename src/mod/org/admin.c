/* The administration of units: a list, a page of acts, and one form per act, all from one table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/pages.h"

#include "base/must.h"
#include "html/org.h"
#include "html/web.h"
#include "mod/org/commands.h"
#include "web/route.h"

#define ADMIN_PATH "/qt/don-vi/:code"

/* One act: the route of its form, the command behind it, and its fields in order. */
struct act_form {
    const char *path;
    const struct command *command;
    const char *label; /* in the list of acts, and the title of the form */
    const char *about;
    const char *button;
    const char *subject; /* the field that holds the unit or the link; NULL: none */
    struct {
        const char *name;
        enum input_kind kind;
        const char *hint;
    } fields[FORM_FIELDS_MAX];
};

static const struct act_form FORMS[] = {
    { "/qt/don-vi/moi",
      &ORG_COMMANDS[ORG_UNIT_ADD],
      N_("Thêm đơn vị"),
      N_("Đơn vị mới đứng dưới một đơn vị đã có."),
      N_("Thêm đơn vị"),
      NULL,
      { { "parent", INPUT_LINE, N_("Mã của đơn vị cấp trên, ví dụ 19753.") },
        { "name", INPUT_LINE, N_("Viết đủ loại và tên, ví dụ Phường Phú Xuân.") },
        { "kind", INPUT_SELECT, NULL },
        { "code", INPUT_LINE,
          N_("Mã chính thức nếu có; không thì đặt theo mã cấp trên, ví dụ "
             "19753.KT.") },
        { "prefix", INPUT_LINE,
          N_("Hai chữ cái hoa, không dùng I, L, O, U. Để trống thì dùng của "
             "cấp trên.") },
        { "from", INPUT_DAY, N_("Ví dụ 01/07/2025.") } } },
    { ADMIN_PATH "/ten",
      &ORG_COMMANDS[ORG_UNIT_RENAME],
      N_("Đổi tên hoặc loại"),
      N_("Mã giữ nguyên, tên cũ vẫn tìm được."),
      N_("Đổi tên"),
      "unit",
      { { "name", INPUT_LINE, NULL },
        { "kind", INPUT_SELECT, NULL },
        { "on", INPUT_DAY, N_("Ví dụ 01/07/2025.") } } },
    { ADMIN_PATH "/chuyen",
      &ORG_COMMANDS[ORG_UNIT_MOVE],
      N_("Chuyển sang đơn vị cấp trên khác"),
      N_("Các đơn vị trực thuộc cùng chuyển theo."),
      N_("Chuyển đơn vị"),
      "unit",
      { { "parent", INPUT_LINE, N_("Ví dụ 19753.") },
        { "on", INPUT_DAY, N_("Ví dụ 01/07/2025.") } } },
    { ADMIN_PATH "/ket-thuc",
      &ORG_COMMANDS[ORG_UNIT_END],
      N_("Kết thúc hoạt động"),
      N_("Địa chỉ cũ sẽ dẫn tới đơn vị kế tục."),
      N_("Kết thúc đơn vị"),
      "unit",
      { { "until", INPUT_DAY, N_("Ví dụ 30/06/2025.") },
        { "successor", INPUT_LINE, N_("Nhiều mã thì cách nhau bằng dấu cách.") },
        { "note", INPUT_LINE, N_("Số và ngày của nghị quyết, quyết định.") } } },
    { ADMIN_PATH "/lien-he",
      &ORG_COMMANDS[ORG_UNIT_CONTACT],
      N_("Sửa cách liên hệ"),
      N_("Bà con thấy các thông tin này trên trang của đơn vị."),
      N_("Lưu"),
      "unit",
      { { "phone", INPUT_PHONE, NULL },
        { "email", INPUT_EMAIL, NULL },
        { "address", INPUT_LINE, NULL },
        { "hours", INPUT_LINE, N_("Ví dụ: thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00.") },
        { "prefix", INPUT_LINE,
          N_("Hai chữ cái hoa, không dùng I, L, O, U. Để trống thì dùng của "
             "cấp trên.") } } },
    { ADMIN_PATH "/dau-moi",
      &ORG_COMMANDS[ORG_LINK_ADD],
      N_("Thêm đầu mối"),
      N_("Đơn vị nào là đầu mối của đơn vị này cho một loại việc."),
      N_("Thêm đầu mối"),
      "unit",
      { { "kind", INPUT_SELECT, NULL },
        { "other", INPUT_LINE, N_("Ví dụ 19753.DU.XDD.") },
        { "from", INPUT_DAY, N_("Ví dụ 01/07/2025.") } } },
    { "/qt/dau-moi/:id",
      &ORG_COMMANDS[ORG_LINK_END],
      N_("Kết thúc đầu mối"),
      N_("Đầu mối này sẽ thôi từ ngày hôm sau."),
      N_("Kết thúc đầu mối"),
      "link",
      { { "until", INPUT_DAY, N_("Ví dụ 30/06/2026.") } } },
};

/* What a form is about: the unit of its address, or the unit of the link. */
struct subject {
    struct unit_get_row unit;
    int64_t id;
};

static const struct act_form *form_of(const struct visit *v);
static bool find_subject(struct visit *v, const struct act_form *form, struct subject *ret);
static enum status show_form(struct visit *v, const struct act_form *form);
static void fill_field(struct visit *v, const struct act_form *form, const struct subject *subject,
                       struct field_view *field);
static struct str present_value(struct visit *v, const struct unit_get_row *unit, const char *name);
static void fill_kinds(struct visit *v, const struct act_form *form, struct field_view *field);
static visit_fn after_act;

enum status org_admin_units(struct visit *v)
{
    struct str query = form_get(&v->form, "q");
    struct units_view view = {
        .page = page_open(v, N_("Quản lý đơn vị")),
        .here = route_url(v, "/qt/don-vi"),
        .query = { .kind = INPUT_LINE,
                   .name = "q",
                   .value = query,
                   .label = N_("Tìm theo tên hoặc mã đơn vị") },
        .is_search = query.n > 0,
        .list =
            query.n > 0 ? unit_list_search(v, query, ADMIN_PATH) : unit_list_roots(v, ADMIN_PATH),
        .empty = { .title =
                       query.n > 0 ? N_("Không tìm thấy đơn vị nào") : N_("Chưa có đơn vị nào"),
                   .why = query.n > 0
                              ? N_("Thử gõ ít chữ hơn, không cần dấu.")
                              : N_("Hãy nhập danh sách đầu tiên bằng lệnh kheo org import.") },
        .add = route_url(v, "/qt/don-vi/moi"),
        .from_file = route_url(v, "/qt/don-vi/nhap"),
    };
    struct form_param *kept = new(v->arena, struct form_param, 1);
    *kept = (struct form_param){ STR("q"), query };
    view.list.kept = kept;
    view.list.kept_count = query.n > 0;
    view.list.here = view.here;
    view.list.is_begun = form_get(&v->form, "sau").n > 0;
    org_units_html(page_body(v), &view);
    return STATUS_OK;
}

enum status org_admin_unit(struct visit *v)
{
    struct unit_admin_view view = { 0 };
    if (!unit_of_address(v, v->params[0], DAY_NONE, &view.unit)) {
        return STATUS_NOT_FOUND;
    }
    bool may = visit_may_over(v, POWER_ORG_MANAGE, ID_OF(view.unit.id));
    if (!may) {
        return STATUS_FORBIDDEN;
    }
    struct unit_id above = ID_NONE(view.unit.parent_id) ? view.unit.id : view.unit.parent_id;
    bool may_change = visit_may_over(v, POWER_ORG_MANAGE, ID_OF(above));
    struct unit_act *acts = new(v->arena, struct unit_act, COUNT(FORMS));
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        bool changes_unit = FORMS[i].command == &ORG_COMMANDS[ORG_UNIT_RENAME] ||
                            FORMS[i].command == &ORG_COMMANDS[ORG_UNIT_MOVE] ||
                            FORMS[i].command == &ORG_COMMANDS[ORG_UNIT_END];
        bool is_of_unit = FORMS[i].subject && str_equal(str_of(FORMS[i].subject), STR("unit"));
        if (is_of_unit && (may_change || !changes_unit)) {
            acts[view.act_count++] =
                (struct unit_act){ FORMS[i].label, FORMS[i].about,
                                   route_url(v, FORMS[i].path, view.unit.code) };
        }
    }
    view.page = page_open(v, N_("Quản lý đơn vị"));
    view.page->title = view.unit.name;
    view.page->back = route_url(v, "/qt/don-vi");
    view.kind = unit_kind_label(view.unit.kind);
    view.acts = acts;
    view.ties = unit_ties(v, view.unit.id, true, &view.tie_count);
    view.public_page = route_url(v, "/don-vi/:code", view.unit.code);
    org_admin_html(page_body(v), &view);
    return STATUS_OK;
}

enum status org_admin_form(struct visit *v)
{
    return show_form(v, form_of(v));
}

enum status org_admin_send(struct visit *v)
{
    const struct act_form *form = form_of(v);
    void *args = arena_alloc(v->arena, 1, form->command->takes->size_bytes);
    if (!visit_form(v, form->command->takes, args)) {
        return show_form(v, form);
    }
    return visit_order(v, form->command, args, after_act);
}

static enum status after_act(struct visit *v)
{
    if (visit_refused(v)) {
        return show_form(v, form_of(v));
    }
    return visit_go(v, route_url(v, ADMIN_PATH, v->order->outcome.answer.text));
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
    struct subject subject = { 0 };
    if (form->subject && !find_subject(v, form, &subject)) {
        return STATUS_NOT_FOUND;
    }
    struct form_view view = {
        .page = page_open(v, form->label),
        .lead = form->about,
        .about = subject.unit.name,
        .send_to =
            form->subject ? route_url(v, form->path, v->params[0]) : route_url(v, form->path),
        .button = form->button,
        .is_grave = form->command == &ORG_COMMANDS[ORG_UNIT_END],
    };
    const struct form_param hidden = { str_of(form->subject),
                                       str_printf(v->arena, "%lld", (long long)subject.id) };
    view.kept = &hidden;
    view.kept_count = form->subject != NULL;
    view.page->back =
        form->subject ? route_url(v, ADMIN_PATH, subject.unit.code) : route_url(v, "/qt/don-vi");
    for (size_t i = 0; i < FORM_FIELDS_MAX && form->fields[i].name; i++) {
        view.fields[i] =
            page_field(v, form->fields[i].kind, form->command->takes, form->fields[i].name);
        view.fields[i].hint = form->fields[i].hint;
        fill_field(v, form, &subject, &view.fields[i]);
        view.field_count = i + 1;
    }
    web_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static bool find_subject(struct visit *v, const struct act_form *form, struct subject *ret)
{
    struct conn *conn = &v->snap->conn;
    if (form->command != &ORG_COMMANDS[ORG_LINK_END]) {
        bool is_found = unit_of_address(v, v->params[0], DAY_NONE, &ret->unit);
        ret->id = ret->unit.id.v;
        return is_found;
    }
    struct unit_link_get_row link;
    if (!str_to_int(v->params[0], &ret->id) ||
        !unit_link_get(conn, &(struct unit_link_get){ .id = { ret->id } }, &link)) {
        return false;
    }
    return unit_get(conn, &(struct unit_get){ .id = link.unit_id }, &ret->unit);
}

/* A form that was not sent yet begins with what is there. */
static void fill_field(struct visit *v, const struct act_form *form, const struct subject *subject,
                       struct field_view *field)
{
    bool is_sent = v->route->method == POST;
    if (!is_sent && form->subject && form->command != &ORG_COMMANDS[ORG_LINK_ADD]) {
        field->value = present_value(v, &subject->unit, field->name);
    }
    if (field->kind == INPUT_SELECT) {
        fill_kinds(v, form, field);
    }
}

static struct str present_value(struct visit *v, const struct unit_get_row *unit, const char *name)
{
    const struct {
        const char *name;
        struct str value;
    } values[] = {
        { "name", unit->name },       { "kind", unit->kind },   { "parent", unit->parent_code },
        { "prefix", unit->prefix },   { "phone", unit->phone }, { "email", unit->email },
        { "address", unit->address }, { "hours", unit->hours },
    };
    for (size_t i = 0; i < COUNT(values); i++) {
        if (str_equal(str_of(values[i].name), str_of(name))) {
            return values[i].value;
        }
    }
    return form_get(&v->form, name);
}

static void fill_kinds(struct visit *v, const struct act_form *form, struct field_view *field)
{
    bool is_link = form->command == &ORG_COMMANDS[ORG_LINK_ADD];
    kind_choices(v, field, is_link ? LINK_KINDS : UNIT_KINDS,
                 is_link ? LINK_KIND_COUNT : UNIT_KIND_COUNT);
}

void kind_choices(struct visit *v, struct field_view *field, const struct unit_kind *kinds,
                  size_t count)
{
    struct choice *choices = new(v->arena, struct choice, count);
    for (size_t i = 0; i < count; i++) {
        choices[i] = (struct choice){ .value = str_of(kinds[i].name),
                                      .label = tongue_text(v->tongue, kinds[i].label) };
    }
    page_choices(v, field, choices, count);
}
