/* The administration of templates: those that a unit has or gets, and the form of one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/template_page.h"

#include "html/feedback.h"
#include "mod/feedback/officer.h"
#include "text/tongue.h"

#define LIST_PATH "/qt/mau-tra-loi"
#define FORM_PATH LIST_PATH "/:id"
#define USE_PATH  FORM_PATH "/dung"

static const char *const OCCASION_LABELS[OCCASIONS] = {
    [OCCASION_ANY] = N_("Mọi lần trả lời"),
    [OCCASION_FIRST] = N_("Lần trả lời đầu"),
    [OCCASION_AGAIN] = N_("Trả lời hồ sơ được mở lại"),
};
static const char *const PART_NAMES[ANSWER_PARTS] = { "said", "done", "plan", "unhappy" };

static bool unit_of_page(struct visit *v, struct feedback_unit_row *ret);
static struct template_item item_of(struct visit *v, const struct template_list_row *row,
                                    bool is_theirs);
static const char *occasion_label(struct str word);
static struct str number(struct visit *v, int64_t n);
static enum status find(struct visit *v, struct template_get_row *ret);
static enum status show_form(struct visit *v, const struct template_get_row *row);
static void fill(struct visit *v, const struct template_get_row *row,
                 struct template_form_view *view);
static void offer_categories(struct visit *v, const struct template_get_row *row,
                             struct field_view *field);
static void offer_occasions(struct visit *v, struct field_view *field);
static visit_fn after_put, after_use;

/* --- the list --------------------------------------------------------------------------------- */

enum status template_list_show(struct visit *v)
{
    struct feedback_unit_row unit;
    if (!unit_of_page(v, &unit)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_may_over(v, POWER_ADMIN, ID_OF(unit.id))) {
        return STATUS_FORBIDDEN;
    }
    struct template_list_view view = {
        .page = page_open(v, N_("Mẫu trả lời")),
        .unit_code = unit.code,
        .unit_name = unit.name,
        .unit = page_field(v, INPUT_LINE, &template_record, "unit"),
        .here = route_url(v, LIST_PATH),
        .add = route_url(v, LIST_PATH "/moi"),
        .empty = { .title = N_("Chưa có mẫu nào"),
                   .why = N_("Mẫu giúp cán bộ trả lời nhanh mà vẫn đủ ý.") },
    };
    view.unit.label = N_("Xem mẫu của đơn vị");
    view.unit.value = unit.code;
    view.unit.is_optional = false;
    unit_handling_choices(v, &view.unit);
    struct template_list_rows rows =
        template_list(&v->snap->conn, &(struct template_list){ .unit_id = unit.id });
    struct template_item *items = new(v->arena, struct template_item, rows.count + 1);
    struct unit_id asked = { 0 };
    bool may = false;
    for (size_t i = 0; i < rows.count; i++) {
        const struct template_list_row *row = &rows.rows[i];
        may =
            ID_IS(asked, row->unit_id) ? may : visit_may_over(v, POWER_ADMIN, ID_OF(row->unit_id));
        asked = row->unit_id;
        items[i] = item_of(v, row, may);
    }
    view.items = items;
    view.item_count = rows.count;
    feedback_templates_html(page_body(v), &view);
    return STATUS_OK;
}

/* The one that was asked for, else the visitor's own. */
static bool unit_of_page(struct visit *v, struct feedback_unit_row *ret)
{
    struct str code = str_trim(form_get(&v->form, "unit"));
    struct unit_id id = { v->visitor.author.unit.v };
    struct feedback_unit_by_code_row named;
    struct feedback_unit_by_code wanted = { .code = code, .today = instant_day(v->now) };
    if (code.n > 0) {
        if (!feedback_unit_by_code(&v->snap->conn, &wanted, &named)) {
            return false;
        }
        id = named.id;
    }
    return feedback_unit(&v->snap->conn, &(struct feedback_unit){ .id = id }, ret);
}

static struct template_item item_of(struct visit *v, const struct template_list_row *row,
                                    bool is_theirs)
{
    struct local_url none = { { 0 } };
    return (struct template_item){
        .title = row->title,
        .category = row->category_name.p ? translated(v, row->category_name) : STR_NONE,
        .occasion = occasion_label(row->occasion),
        .unit_name = row->unit_name,
        .is_open = row->is_open,
        .url = is_theirs ? route_url(v, FORM_PATH, number(v, row->id.v)) : none,
    };
}

static const char *occasion_label(struct str word)
{
    int i = OCCASIONS - 1;
    while (i > 0 && !str_equal(word, str_of(template_occasions[i]))) {
        i--;
    }
    return OCCASION_LABELS[i];
}

static struct str number(struct visit *v, int64_t n)
{
    return str_printf(v->arena, "%lld", (long long)n);
}

/* --- one template ----------------------------------------------------------------------------- */

enum status template_form_show(struct visit *v)
{
    struct template_get_row row;
    bool is_new = v->params[0].n == 0;
    enum status status = is_new ? STATUS_OK : find(v, &row);
    return status ? status : show_form(v, is_new ? NULL : &row);
}

enum status template_form_take(struct visit *v)
{
    struct template_get_row row = { .id = { 0 } };
    bool is_new = v->params[0].n == 0;
    enum status status = is_new ? STATUS_OK : find(v, &row);
    if (status) {
        return status;
    }
    struct template_put *put = new(v->arena, struct template_put, 1);
    if (!visit_form(v, &template_record, put)) {
        return show_form(v, is_new ? NULL : &row);
    }
    put->id = row.id;
    size_t command = is_new ? COMMAND_TEMPLATE_ADD : COMMAND_TEMPLATE_CHANGE;
    return visit_order(v, &feedback_commands[command], put, after_put);
}

enum status template_use_take(struct visit *v)
{
    struct template_get_row row;
    enum status status = find(v, &row);
    if (status) {
        return status;
    }
    struct template_use *use = new(v->arena, struct template_use, 1);
    if (!visit_form(v, &template_use_record, use)) {
        return show_form(v, &row);
    }
    use->id = row.id;
    return visit_order(v, &feedback_commands[COMMAND_TEMPLATE_USE], use, after_use);
}

static enum status after_put(struct visit *v)
{
    struct template_get_row row;
    enum status status = v->order->outcome.verdict.status;
    if (!visit_refused(v)) {
        struct local_url list = route_url(v, LIST_PATH);
        list.url = str_printf(v->arena, "%.*s?unit=%.*s", STR_ARG(list.url),
                              STR_ARG(v->order->outcome.answer.text));
        return visit_go(v, list);
    }
    if (case_is_shown_again(status)) {
        bool is_new = v->params[0].n == 0;
        enum status found = is_new ? STATUS_OK : find(v, &row);
        return found ? found : (show_form(v, is_new ? NULL : &row), status);
    }
    return status;
}

static enum status after_use(struct visit *v)
{
    return after_put(v);
}

/* Only what the visitor keeps can be found. */
static enum status find(struct visit *v, struct template_get_row *ret)
{
    int64_t id = 0;
    if (!str_to_int(v->params[0], &id) ||
        !template_get(&v->snap->conn, &(struct template_get){ .id = { id } }, ret)) {
        return STATUS_NOT_FOUND;
    }
    return visit_may_over(v, POWER_ADMIN, ID_OF(ret->unit_id)) ? STATUS_OK : STATUS_FORBIDDEN;
}

static enum status show_form(struct visit *v, const struct template_get_row *row)
{
    struct template_form_view *view = new(v->arena, struct template_form_view, 1);
    bool is_other = row && v->order && v->order->outcome.verdict.status == STATUS_CONFLICT;
    *view = (struct template_form_view){
        .page = page_open(v, row ? N_("Sửa mẫu trả lời") : N_("Thêm mẫu trả lời")),
        .is_new = !row,
        .is_open = row && row->is_open,
        .unit_name = row ? row->unit_name : STR_NONE,
        .send_to =
            row ? route_url(v, FORM_PATH, number(v, row->id.v)) : route_url(v, LIST_PATH "/moi"),
        .version = row ? row->version : 0,
    };
    view->page->back = route_url(v, LIST_PATH);
    if (row) {
        const struct str parts[ANSWER_PARTS] = TEMPLATE_PARTS(row);
        view->use_to = route_url(v, USE_PATH, number(v, row->id.v));
        view->page->back.url = str_printf(v->arena, "%.*s?unit=%.*s", STR_ARG(view->page->back.url),
                                          STR_ARG(row->unit_code));
        view->now_title = is_other ? row->title : STR_NONE;
        view->now_text = is_other ? answer_join(v->arena, parts) : STR_NONE;
    }
    fill(v, row, view);
    feedback_template_html(page_body(v), view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* A form that was not sent yet begins with what is there; so does that of the button beside it. */
static void fill(struct visit *v, const struct template_get_row *row,
                 struct template_form_view *view)
{
    struct feedback_unit_row unit;
    bool is_typed = v->route->method == POST && !str_equal(str_of(v->route->path), STR(USE_PATH));
    const char *const hints[ANSWER_PARTS] = {
        [PART_SAID] = N_("Trả lời thẳng điều bà con hỏi: được hay không, vì sao"),
        [PART_DONE] = N_("Ai làm, làm gì, ngày nào"),
        [PART_PLAN] = N_("Ai làm, làm gì, ngày nào xong"),
        [PART_UNHAPPY] = NULL,
    };
    view->unit = page_field(v, INPUT_LINE, &template_record, "unit");
    view->unit.hint = N_("Ví dụ 19753. Các đơn vị trực thuộc cũng dùng được mẫu này.");
    view->unit.is_optional = false;
    view->title = page_field(v, INPUT_LINE, &template_record, "title");
    view->title.hint = N_("Cán bộ chọn mẫu theo tên này, ví dụ: đèn đường, đã thay bóng.");
    view->category = page_field(v, INPUT_SELECT, &template_record, "category");
    view->occasion = page_field(v, INPUT_RADIOS, &template_record, "occasion");
    if (!row && unit_of_page(v, &unit) && v->route->method == GET) {
        view->unit.value = unit.code;
    }
    if (row && !is_typed) {
        view->title.value = row->title;
        view->category.value = row->category_slug;
        view->occasion.value = row->occasion;
    }
    const struct str kept[ANSWER_PARTS] = { row ? row->said : STR_NONE, row ? row->done : STR_NONE,
                                            row ? row->plan : STR_NONE,
                                            row ? row->unhappy : STR_NONE };
    for (int i = 0; i < ANSWER_PARTS; i++) {
        view->parts[i] = page_field(v, INPUT_AREA, &template_record, PART_NAMES[i]);
        view->parts[i].hint = hints[i];
        if (row && !is_typed) {
            view->parts[i].value = kept[i];
        }
    }
    offer_categories(v, row, &view->category);
    offer_occasions(v, &view->occasion);
}

/* Those that are in use, and the template's own whatever became of it. */
static void offer_categories(struct visit *v, const struct template_get_row *row,
                             struct field_view *field)
{
    struct category_open_rows open = category_open(&v->snap->conn);
    struct choice *choices = new(v->arena, struct choice, open.count + 2);
    bool is_there = !row || !row->category_slug.p;
    size_t count = 0;
    choices[count++] = (struct choice){ .label = tongue_text(v->tongue, N_("Mọi loại việc")) };
    for (size_t i = 0; i < open.count; i++) {
        is_there = is_there || str_equal(open.rows[i].slug, row->category_slug);
        if (!open.rows[i].stop.p) {
            choices[count++] = (struct choice){ .value = open.rows[i].slug,
                                                .label = translated(v, open.rows[i].name) };
        }
    }
    if (!is_there) {
        choices[count++] =
            (struct choice){ .value = row->category_slug,
                             .label = translated(v, category_of(v, row->category_id).name) };
    }
    field->is_optional = false;
    page_choices(v, field, choices, count);
}

static void offer_occasions(struct visit *v, struct field_view *field)
{
    struct named_choice choices[OCCASIONS];
    for (int i = 0; i < OCCASIONS; i++) {
        choices[i] = (struct named_choice){ template_occasions[i], OCCASION_LABELS[i] };
    }
    if (field->value.n == 0) {
        field->value = str_of(template_occasions[OCCASION_ANY]);
    }
    named_choices(v, field, choices, OCCASIONS);
}
