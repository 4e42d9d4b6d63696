/* The forms of the administration of categories: one per act, all from one table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category_page.h"

#include "base/must.h"
#include "html/web.h"
#include "mod/feedback/officer.h"
#include "text/tongue.h"

#define LIST_PATH "/qt/loai-viec"
#define ONE_PATH  LIST_PATH "/:slug"

enum about { ABOUT_NONE, ABOUT_CATEGORY, ABOUT_QUESTION };

/* One act: the route of its form, the command behind it, and its fields in order. */
struct admin_form {
    const char *path;
    size_t command;
    enum about about;
    const char *label;
    const char *lead;
    const char *button;
    struct {
        const char *name;
        enum input_kind kind;
        const char *hint;
    } fields[FORM_FIELDS_MAX];
};

#define NAME_HINT  N_("Bằng lời bà con dùng, ví dụ Đường sá, giao thông.")
#define HINT_HINT  N_("Vài ví dụ để bà con biết mà chọn.")
#define ORDER_HINT N_("Số nhỏ đứng trước.")
#define LIMIT_HINT N_("Luật cho nhiều nhất 10 ngày làm việc, tức 80 giờ làm việc.")
#define MORE_HINT  N_("Không dài hơn hạn ban đầu; ghi 0 là không gia hạn.")
#define LABEL_HINT N_("Một câu ngắn, không có dấu hai chấm. Bà con trả lời trên một dòng.")

static const struct admin_form forms[] = {
    { LIST_PATH "/moi",
      COMMAND_CATEGORY_ADD,
      ABOUT_NONE,
      N_("Thêm loại việc"),
      N_("Loại mới hiện ngay ở trang gửi, đứng sau các loại đã có."),
      N_("Thêm loại việc"),
      { { "name", INPUT_LINE, NAME_HINT },
        { "hint", INPUT_LINE, HINT_HINT },
        { "parent", INPUT_SELECT, NULL },
        { "asks_place", INPUT_TICK, NULL },
        { "respond_unit", INPUT_RADIOS, N_("Sau này không đổi ngày sang giờ được.") },
        { "respond_amount", INPUT_NUMBER, LIMIT_HINT },
        { "extend_max", INPUT_NUMBER, MORE_HINT } } },
    { ONE_PATH "/sua",
      COMMAND_CATEGORY_CHANGE,
      ABOUT_CATEGORY,
      N_("Sửa loại việc"),
      N_("Hồ sơ cũ mang tên mới theo; mã dùng trong chương trình giữ nguyên."),
      N_("Lưu"),
      { { "name", INPUT_LINE, NAME_HINT },
        { "hint", INPUT_LINE, HINT_HINT },
        { "parent", INPUT_SELECT, NULL },
        { "asks_place", INPUT_TICK, NULL },
        { "position", INPUT_NUMBER, ORDER_HINT } } },
    { ONE_PATH "/han",
      COMMAND_CATEGORY_LIMIT_SET,
      ABOUT_CATEGORY,
      N_("Đặt hạn trả lời"),
      N_("Hạn mới dùng cho phản ánh nhận từ ngày mai. Hồ sơ đã nhận giữ hạn đã báo cho bà con."),
      N_("Đặt hạn"),
      { { "respond_amount", INPUT_NUMBER, LIMIT_HINT },
        { "extend_max", INPUT_NUMBER, MORE_HINT },
        { "reason", INPUT_LINE, N_("Số, ký hiệu, ngày và cơ quan ban hành.") } } },
    { ONE_PATH "/cau-hoi",
      COMMAND_QUESTION_ADD,
      ABOUT_CATEGORY,
      N_("Thêm câu hỏi"),
      N_("Bà con được hỏi sau khi kể việc. Nhiều nhất năm câu."),
      N_("Thêm câu hỏi"),
      { { "label", INPUT_LINE, LABEL_HINT }, { "is_required", INPUT_TICK, NULL } } },
    { "/qt/cau-hoi/:id",
      COMMAND_QUESTION_CHANGE,
      ABOUT_QUESTION,
      N_("Sửa câu hỏi"),
      N_("Chỉ sửa chữ. Muốn hỏi điều khác thì thôi hỏi câu này rồi thêm câu mới."),
      N_("Lưu"),
      { { "label", INPUT_LINE, LABEL_HINT },
        { "is_required", INPUT_TICK, NULL },
        { "position", INPUT_NUMBER, ORDER_HINT } } },
};

/* What a form is about. */
struct subject {
    struct category_full_row category;
    struct question_get_row question;
    int64_t version;
};

static const struct admin_form *form_of(const struct visit *v);
static enum status find_subject(struct visit *v, enum about about, struct subject *ret);
static enum status show_form(struct visit *v, const struct admin_form *form);
static struct str present_value(struct visit *v, const struct subject *subject, const char *name);
static void fill_choices(struct visit *v, const struct subject *subject, struct field_view *field);
static struct str number(struct visit *v, int64_t n);
static visit_fn after_form, after_use;

enum status category_form_show(struct visit *v)
{
    return show_form(v, form_of(v));
}

enum status category_form_take(struct visit *v)
{
    const struct admin_form *form = form_of(v);
    const struct command *command = &feedback_commands[form->command];
    struct subject subject;
    enum status status = find_subject(v, form->about, &subject);
    if (status) {
        return status;
    }
    void *args = arena_alloc(v->arena, 1, command->takes->size_bytes);
    return visit_form(v, command->takes, args) ? visit_order(v, command, args, after_form)
                                               : show_form(v, form);
}

enum status category_use_take(struct visit *v)
{
    struct subject subject;
    enum status status = find_subject(v, ABOUT_CATEGORY, &subject);
    struct category_use *use = new(v->arena, struct category_use, 1);
    if (status) {
        return status;
    }
    if (!visit_form_part(v, &category_use_record, use)) {
        return category_page_show(v);
    }
    use->slug = subject.category.slug;
    return visit_order(v, &feedback_commands[COMMAND_CATEGORY_USE], use, after_use);
}

enum status question_use_take(struct visit *v)
{
    struct subject subject;
    enum status status = find_subject(v, ABOUT_QUESTION, &subject);
    struct question_use *use = new(v->arena, struct question_use, 1);
    if (status) {
        return status;
    }
    v->params[0] = subject.question.category_slug;
    if (!visit_form_part(v, &question_use_record, use)) {
        return category_page_show(v);
    }
    use->id = subject.question.id;
    return visit_order(v, &feedback_commands[COMMAND_QUESTION_USE], use, after_use);
}

static enum status go_to_category(struct visit *v)
{
    return visit_go(v, route_url(v, ONE_PATH, v->order->outcome.answer.text));
}

static enum status after_form(struct visit *v)
{
    enum status status = v->order->outcome.verdict.status;
    if (!visit_refused(v)) {
        return go_to_category(v);
    }
    if (case_is_shown_again(status)) {
        show_form(v, form_of(v));
    }
    return status;
}

static enum status after_use(struct visit *v)
{
    enum status status = v->order->outcome.verdict.status;
    if (!visit_refused(v)) {
        return go_to_category(v);
    }
    if (case_is_shown_again(status)) {
        category_page_show(v);
    }
    return status;
}

static const struct admin_form *form_of(const struct visit *v)
{
    size_t i = 0;
    while (i < COUNT(forms) && !str_equal(str_of(forms[i].path), str_of(v->route->path))) {
        i++;
    }
    must(i < COUNT(forms));
    return &forms[i];
}

static enum status find_subject(struct visit *v, enum about about, struct subject *ret)
{
    struct conn *conn = &v->snap->conn;
    *ret = (struct subject){ .version = 0 };
    if (!visit_may_for_all(v)) {
        return STATUS_FORBIDDEN;
    }
    int64_t id = 0;
    bool is_found = true;
    if (about == ABOUT_QUESTION) {
        is_found = str_to_int(v->params[0], &id) &&
                   question_get(conn, &(struct question_get){ .id = { id } }, &ret->question);
        ret->version = ret->question.version;
    } else if (about == ABOUT_CATEGORY) {
        is_found =
            category_full(conn, &(struct category_full){ .slug = v->params[0] }, &ret->category);
        ret->version = ret->category.version;
    }
    return is_found ? STATUS_OK : STATUS_NOT_FOUND;
}

static enum status show_form(struct visit *v, const struct admin_form *form)
{
    const struct command *command = &feedback_commands[form->command];
    struct subject subject;
    enum status status = find_subject(v, form->about, &subject);
    if (status) {
        return status;
    }
    bool is_question = form->about == ABOUT_QUESTION;
    struct str slug = is_question ? subject.question.category_slug : subject.category.slug;
    struct str name = is_question ? subject.question.category_name : subject.category.name;
    const struct form_param kept[] = { { is_question ? STR("id") : STR("slug"), v->params[0] },
                                       { STR("version"), number(v, subject.version) } };
    struct form_view view = {
        .page = page_open(v, form->label),
        .lead = form->lead,
        .about = name.p ? translated(v, name) : STR_NONE,
        .send_to = form->about == ABOUT_NONE ? route_url(v, form->path)
                                             : route_url(v, form->path, v->params[0]),
        .button = form->button,
        .kept = kept,
        .kept_count = form->about == ABOUT_NONE               ? 0
                      : form->command == COMMAND_QUESTION_ADD ? 1
                                                              : 2,
    };
    view.page->back = slug.p ? route_url(v, ONE_PATH, slug) : route_url(v, LIST_PATH);
    for (size_t i = 0; i < FORM_FIELDS_MAX && form->fields[i].name; i++) {
        struct field_view *field = &view.fields[view.field_count++];
        *field = page_field(v, form->fields[i].kind, command->takes, form->fields[i].name);
        field->hint = form->fields[i].hint;
        if (v->route->method == GET && form->command != COMMAND_QUESTION_ADD) {
            field->value = present_value(v, &subject, field->name);
        }
        fill_choices(v, &subject, field);
    }
    web_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* A form that was not sent yet begins with what is there. */
static struct str present_value(struct visit *v, const struct subject *subject, const char *name)
{
    const struct category_full_row *category = &subject->category;
    const struct question_get_row *question = &subject->question;
    struct category_limit limit = { category->respond_unit, category->respond_amount,
                                    category->extend_max, category->basis };
    bool is_there = category->slug.p != NULL;
    if (is_there) {
        limit =
            category_limit_on(&v->snap->conn, category->id, limit, day_after(instant_day(v->now)));
    }
    int64_t position = is_there ? category->position : question->position;
    const struct {
        const char *name;
        struct str value;
    } values[] = {
        { "name", category->name },
        { "hint", category->hint },
        { "parent", category->parent_slug },
        { "asks_place", category->asks_place || !is_there ? STR("1") : STR_NONE },
        { "respond_amount", is_there ? number(v, limit.amount) : STR_NONE },
        { "extend_max", is_there ? number(v, limit.extend_max) : STR_NONE },
        { "position", number(v, position) },
        { "label", question->label },
        { "is_required", question->is_required ? STR("1") : STR_NONE },
    };
    for (size_t i = 0; i < COUNT(values); i++) {
        if (str_equal(str_of(values[i].name), str_of(name))) {
            return values[i].value;
        }
    }
    return STR_NONE;
}

static void fill_choices(struct visit *v, const struct subject *subject, struct field_view *field)
{
    static const struct named_choice units[] = {
        { "working-days", N_("Ngày làm việc") },
        { "working-hours", N_("Giờ làm việc") },
    };
    if (str_equal(str_of(field->name), STR("respond_unit"))) {
        named_choices(v, field, units, COUNT(units));
    } else if (str_equal(str_of(field->name), STR("parent"))) {
        struct category_tree_rows rows = category_tree(&v->snap->conn);
        struct choice *choices = new(v->arena, struct choice, rows.count + 1);
        size_t count = 0;
        choices[count++] =
            (struct choice){ .label = tongue_text(v->tongue, N_("Không, đứng riêng")) };
        for (size_t i = 0; i < rows.count; i++) {
            const struct category_tree_row *row = &rows.rows[i];
            bool is_offered = row->is_open && ID_NONE(row->parent_id) && !row->stop.p &&
                              row->id.v != subject->category.id.v;
            if (is_offered || str_equal(row->slug, subject->category.parent_slug)) {
                choices[count++] =
                    (struct choice){ .value = row->slug, .label = translated(v, row->name) };
            }
        }
        field->is_optional = false;
        page_choices(v, field, choices, count);
    }
}

static struct str number(struct visit *v, int64_t n)
{
    return str_printf(v->arena, "%lld", (long long)n);
}
