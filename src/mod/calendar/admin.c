/* The administration of the calendar: the year with what can be done, and one form per act. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/pages.h"

#include "base/attr.h"
#include "base/must.h"
#include "html/calendar.h"
#include "html/web.h"
#include "mod/calendar/words.h"
#include "text/tongue.h"

#define ADMIN_PATH "/qt/lich-lam-viec"
#define DAY_PATH   ADMIN_PATH "/ngay/:day"

enum { CHANGES_SHOWN = 20 };

/* One act: the route of its form, the command behind it, and its fields in order. */
struct act_form {
    const char *path;
    size_t command;
    const char *label;
    const char *about;
    const char *button;
    const char *subject; /* the field that the address names; NULL: none */
    struct {
        const char *name;
        enum input_kind kind;
        const char *hint;
    } fields[FORM_FIELDS_MAX];
};

#define DECISION                                                                                   \
    { "decision", INPUT_LINE, N_("Số, ký hiệu và cơ quan, ví dụ Thông báo 1234/TB-BNV.") },        \
        { "decided_on", INPUT_DAY, N_("Ví dụ 01/12/2026.") },                                      \
    {                                                                                              \
        "reason", INPUT_LINE, N_("Người có hồ sơ bị đổi hạn sẽ đọc lý do này.")                    \
    }

static const struct act_form forms[] = {
    { ADMIN_PATH "/moi",
      COMMAND_DAY_SET,
      N_("Đặt một ngày"),
      N_("Hạn của các hồ sơ đang mở chạy qua ngày này được tính lại, người liên quan được báo."),
      N_("Đặt ngày này"),
      NULL,
      { { "day", INPUT_DAY, N_("Ví dụ 31/08/2026.") },
        { "kind", INPUT_SELECT, NULL },
        { "name", INPUT_LINE, N_("Ví dụ: nghỉ hoán đổi, làm bù ngày 22/08/2026.") },
        DECISION } },
    { DAY_PATH,
      COMMAND_DAY_SET,
      N_("Sửa một ngày"),
      N_("Hạn của các hồ sơ đang mở chạy qua ngày này được tính lại, người liên quan được báo."),
      N_("Lưu"),
      "day",
      { { "kind", INPUT_SELECT, NULL },
        { "name", INPUT_LINE, N_("Ví dụ: nghỉ hoán đổi, làm bù ngày 22/08/2026.") },
        DECISION } },
    { DAY_PATH "/bo",
      COMMAND_DAY_CLEAR,
      N_("Bỏ điều đã đặt cho một ngày"),
      N_("Ngày này trở lại như lịch chung. Hạn của các hồ sơ đang mở được tính lại."),
      N_("Bỏ"),
      "day",
      { { "reason", INPUT_LINE, N_("Người có hồ sơ bị đổi hạn sẽ đọc lý do này.") } } },
    { ADMIN_PATH "/nam/:year",
      COMMAND_YEAR_DECIDE,
      N_("Chốt lịch của một năm"),
      N_("Từ đó ngày nào không có trong lịch là ngày thường, không còn suy theo luật."),
      N_("Chốt năm"),
      "year",
      { DECISION } },
    { ADMIN_PATH "/gio",
      COMMAND_HOURS_SET,
      N_("Giờ làm việc của một đơn vị"),
      N_("Dùng cho cả đơn vị trực thuộc chưa có giờ riêng. Thời hạn tính bằng giờ đếm theo giờ "
         "này."),
      N_("Lưu"),
      NULL,
      { { "unit", INPUT_LINE, N_("Ví dụ 19753.") },
        { "hours", INPUT_LINE,
          N_("Ví dụ 7:00-11:30 13:30-17:00. Để trống thì dùng giờ của cấp trên.") },
        DECISION } },
};

static const struct act_form *form_of(const struct visit *v);
static enum status show_form(struct visit *v, const struct act_form *form);
static void fill_field(struct visit *v, const struct act_form *form, struct field_view *field);
static struct str present_value(struct visit *v, const char *name);
static bool subject_is_good(const struct visit *v, const struct act_form *form);
static visit_fn after_act;
static void show_changes(struct visit *v, struct admin_view *view);
static struct str word_of(struct visit *v, struct str word);
static void offer_clearing(struct visit *v, struct year_view *year);

enum status calendar_admin_page(struct visit *v)
{
    struct admin_view view = {
        .year = calendar_year_view(v, N_("Sửa lịch làm việc"), true),
        .set = route_url(v, ADMIN_PATH "/moi"),
        .import = route_url(v, ADMIN_PATH "/nhap"),
        .hours = route_url(v, ADMIN_PATH "/gio"),
    };
    struct calendar_hours_list_rows units = calendar_hours_list(&v->snap->conn);
    view.year.units = units.rows;
    view.year.unit_count = units.count;
    if (!view.year.is_decided) {
        view.decide = route_url(v, ADMIN_PATH "/nam/:year", view.year.year_text);
    }
    offer_clearing(v, &view.year);
    show_changes(v, &view);
    calendar_admin_html(page_body(v), &view);
    return STATUS_OK;
}

/* What was set here can be taken back; what the program knows can only be set otherwise. */
static void offer_clearing(struct visit *v, struct year_view *year)
{
    struct calendar_days_rows rows = calendar_days(&v->snap->conn);
    struct day_item *items = new(v->arena, struct day_item, year->day_count);
    for (size_t i = 0; i < year->day_count; i++) {
        items[i] = year->days[i];
        for (size_t k = 0; k < rows.count; k++) {
            if (day_compare(rows.rows[k].day, items[i].day) == 0) {
                items[i].clear = (struct local_url){ str_printf(v->arena, "%.*s/bo",
                                                                STR_ARG(items[i].edit.url)) };
            }
        }
    }
    year->days = items;
}

static void show_changes(struct visit *v, struct admin_view *view)
{
    struct calendar_changes_rows rows =
        calendar_changes(&v->snap->conn, &(struct calendar_changes){ .before = { INT64_MAX },
                                                                     .limit = CHANGES_SHOWN });
    struct change_item *items = new(v->arena, struct change_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct calendar_changes_row *row = &rows.rows[i];
        items[i] = (struct change_item){ row->at,
                                         row->person_name,
                                         calendar_day_words(v, row->what),
                                         word_of(v, row->was),
                                         word_of(v, row->now),
                                         row->reason };
    }
    view->changes = items;
    view->change_count = rows.count;
}

/* Kinds of days in the visitor's language, hours as they are. */
static struct str word_of(struct visit *v, struct str word)
{
    const char *label = day_word_label(word);
    return label ? tongue_text(v->tongue, label) : word;
}

enum status calendar_form(struct visit *v)
{
    return show_form(v, form_of(v));
}

enum status calendar_form_send(struct visit *v)
{
    const struct act_form *form = form_of(v);
    const struct command *command = &calendar_commands[form->command];
    void *args = arena_alloc(v->arena, 1, command->takes->size_bytes);
    if (!subject_is_good(v, form)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form(v, command->takes, args)) {
        return show_form(v, form);
    }
    return visit_order(v, command, args, after_act);
}

static enum status after_act(struct visit *v)
{
    if (visit_refused(v)) {
        return show_form(v, form_of(v));
    }
    struct str answer = v->order->outcome.answer.text;
    struct local_url list = route_url(v, ADMIN_PATH);
    if (!day_is_none(day_parse(answer))) {
        list.url = str_printf(v->arena, "%.*s?nam=%.4s", STR_ARG(list.url), answer.p);
    }
    return visit_go(v, list);
}

static const struct act_form *form_of(const struct visit *v)
{
    size_t i = 0;
    while (i < COUNT(forms) && !str_equal(str_of(forms[i].path), str_of(v->route->path))) {
        i++;
    }
    must(i < COUNT(forms));
    return &forms[i];
}

static bool subject_is_good(const struct visit *v, const struct act_form *form)
{
    int64_t year = 0;
    return !form->subject || (form->command == COMMAND_YEAR_DECIDE
                                  ? str_to_int(v->params[0], &year) && year >= YEAR_SHOWN_MIN &&
                                        year <= YEAR_SHOWN_MAX
                                  : !day_is_none(day_parse(v->params[0])));
}

static enum status show_form(struct visit *v, const struct act_form *form)
{
    if (!subject_is_good(v, form)) {
        return STATUS_NOT_FOUND;
    }
    const struct command *command = &calendar_commands[form->command];
    struct form_view view = {
        .page = page_open(v, form->label),
        .lead = form->about,
        .send_to =
            form->subject ? route_url(v, form->path, v->params[0]) : route_url(v, form->path),
        .button = form->button,
        .is_grave = form->command == COMMAND_DAY_CLEAR,
    };
    const struct form_param hidden = { str_of(form->subject), v->params[0] };
    view.kept = &hidden;
    view.kept_count = form->subject != NULL;
    view.page->back = route_url(v, ADMIN_PATH);
    if (form->subject) {
        view.about = calendar_day_words(v, v->params[0]);
    }
    for (size_t i = 0; i < FORM_FIELDS_MAX && form->fields[i].name; i++) {
        view.fields[i] = page_field(v, form->fields[i].kind, command->takes, form->fields[i].name);
        view.fields[i].hint = form->fields[i].hint;
        fill_field(v, form, &view.fields[i]);
        view.field_count = i + 1;
    }
    web_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* A form that was not sent yet begins with what is there. */
static void fill_field(struct visit *v, const struct act_form *form, struct field_view *field)
{
    bool is_day = form->command == COMMAND_DAY_SET && form->subject;
    if (v->route->method == GET && is_day) {
        field->value = present_value(v, field->name);
    }
    if (field->kind == INPUT_SELECT) {
        struct choice *choices = new(v->arena, struct choice, SPECIAL_KINDS);
        for (size_t i = 0; i < SPECIAL_KINDS; i++) {
            choices[i] = (struct choice){
                .value = str_of(day_kind_words[i]),
                .label = tongue_text(v->tongue, day_kind_label((enum special_kind)i)),
            };
        }
        page_choices(v, field, choices, SPECIAL_KINDS);
    }
}

static struct str present_value(struct visit *v, const char *name)
{
    struct day day = day_parse(v->params[0]);
    struct calendar_day_get_row row = { .decision = STR_NONE };
    struct day_status status = calendar_day(visit_calendar(v, (struct id){ 0 }), day);
    calendar_day_get(&v->snap->conn, &(struct calendar_day_get){ .day = day }, &row);
    const struct {
        const char *name;
        struct str value;
    } values[] = {
        { "kind", row.kind.p ? row.kind : str_of(day_work_word(status.work)) },
        { "name", row.name.p ? row.name : str_of(status.name) },
        { "decision", row.decision },
    };
    for (size_t i = 0; i < COUNT(values); i++) {
        if (str_equal(str_of(values[i].name), str_of(name))) {
            return values[i].value;
        }
    }
    return form_get(&v->form, name);
}
