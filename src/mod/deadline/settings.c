/* The settings of law: each with its choices and who made them, and the form that makes another. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/settings.h"

#include "html/deadline.h"
#include "html/web.h"
#include "mod/deadline/pages.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

#define LIST_PATH "/qt/thiet-lap-luat"
#define ONE_PATH  LIST_PATH "/:name"

enum { SENTENCE_BYTES_MAX = 4096 };

struct chosen_rows {
    const struct law_chosen_list_row *rows;
    size_t count;
};

static struct chosen_rows rows_of(struct law_chosen_list_rows all,
                                  const struct law_setting *setting);
static struct setting_view setting_view_of(struct visit *v, const struct law_setting *setting,
                                           struct chosen_rows rows);
static void show_choices(struct visit *v, struct setting_view *view, struct str held);
static struct chosen_line line_of(struct visit *v, const struct law_setting *setting,
                                  const struct law_chosen_list_row *row);
static struct str label_of(struct visit *v, const struct law_setting *setting, struct str value);
static struct str cite_of(struct visit *v, const struct cite *cite);
static struct str decision_of(struct visit *v, const struct law_chosen_list_row *row);
static bool may_choose(struct visit *v);
static const struct law_setting *asked(const struct visit *v);
static enum status show_form(struct visit *v, const struct law_setting *setting);
static struct field_view field_of(struct visit *v, const struct law_setting *setting,
                                  const char *name);
static struct field_view value_field(struct visit *v, const struct law_setting *setting);
static struct str question_of(struct visit *v, const struct law_setting *setting);
static visit_fn after_choosing;

enum status settings_page(struct visit *v)
{
    if (!may_choose(v)) {
        return STATUS_FORBIDDEN;
    }
    struct settings_view view = { .page = page_open(v, N_("Cách hiểu luật")),
                                  .settings = setting_views(v, true),
                                  .count = LAW_SETTINGS - 1,
                                  .readings = route_url(v, "/biet/tinh-han/cach-hieu") };
    deadline_settings_html(page_body(v), &view);
    return STATUS_OK;
}

const struct setting_view *setting_views(struct visit *v, bool is_admin)
{
    struct setting_view *views = new(v->arena, struct setting_view, LAW_SETTINGS - 1);
    struct law_chosen_list_rows all = law_chosen_list(&v->snap->conn);
    for (size_t i = 0; i < LAW_SETTINGS - 1; i++) {
        const struct law_setting *setting = law_setting((enum law_setting_id)(i + 1));
        views[i] = setting_view_of(v, setting, rows_of(all, setting));
        if (is_admin) {
            views[i].choose = route_url(v, ONE_PATH, str_of(setting->name));
        }
    }
    return views;
}

/* Those of one setting, which stand together. */
static struct chosen_rows rows_of(struct law_chosen_list_rows all,
                                  const struct law_setting *setting)
{
    struct str name = str_of(setting->name);
    size_t from = 0;
    while (from < all.count && !str_equal(all.rows[from].name, name)) {
        from++;
    }
    struct chosen_rows ret = { all.rows + from, 0 };
    while (from + ret.count < all.count && str_equal(ret.rows[ret.count].name, name)) {
        ret.count++;
    }
    return ret;
}

static struct setting_view setting_view_of(struct visit *v, const struct law_setting *setting,
                                           struct chosen_rows rows)
{
    struct chosen_line *lines = new(v->arena, struct chosen_line, rows.count);
    struct setting_view view = { .setting = setting, .is_usual = true, .lines = lines };
    struct str held = str_of(setting->usual);
    struct day today = instant_day(v->now);
    for (size_t i = 0; i < rows.count; i++) {
        const struct law_chosen_list_row *row = &rows.rows[i];
        bool is_newest = i + 1 == rows.count;
        bool is_last_of_day = is_newest || day_compare(rows.rows[i + 1].from_on, row->from_on) != 0;
        bool has_come = day_compare(row->from_on, today) <= 0;
        bool is_last = is_newest || day_compare(rows.rows[i + 1].from_on, today) > 0;
        lines[i] = line_of(v, setting, row);
        lines[i].is_held = has_come && is_last_of_day && is_last;
        lines[i].is_past = !lines[i].is_held && (has_come || !is_last_of_day);
        lines[i].is_coming = !lines[i].is_held && !lines[i].is_past;
        held = lines[i].is_held ? row->value : held;
        view.is_usual = view.is_usual && !lines[i].is_held;
    }
    view.line_count = rows.count;
    view.now = label_of(v, setting, held);
    show_choices(v, &view, held);
    return view;
}

static void show_choices(struct visit *v, struct setting_view *view, struct str held)
{
    const struct law_setting *setting = view->setting;
    struct choice_line *choices = new(v->arena, struct choice_line, LAW_CHOICES_MAX);
    for (size_t i = 0; i < LAW_CHOICES_MAX && setting->choices[i].word; i++) {
        const struct law_choice *choice = &setting->choices[i];
        choices[view->choice_count++] = (struct choice_line){
            .label = tongue_text(v->tongue, choice->label),
            .cite = cite_of(v, &choice->cite),
            .is_held = str_equal(str_of(choice->word), held),
        };
    }
    view->choices = choices;
    if (law_setting_is_days(setting)) {
        view->cite = cite_of(v, &setting->cite);
    }
}

static struct chosen_line line_of(struct visit *v, const struct law_setting *setting,
                                  const struct law_chosen_list_row *row)
{
    return (struct chosen_line){
        .label = label_of(v, setting, row->value),
        .from = row->from_on,
        .decision = decision_of(v, row),
        .reason = row->reason,
        .by = row->person_name,
        .at = row->at,
    };
}

static struct str label_of(struct visit *v, const struct law_setting *setting, struct str value)
{
    struct out out = out_open(v->arena, SENTENCE_BYTES_MAX);
    out.tongue = v->tongue;
    law_setting_write(&out, setting, value);
    return out_str(&out);
}

static struct str cite_of(struct visit *v, const struct cite *cite)
{
    struct out out = out_open(v->arena, SENTENCE_BYTES_MAX);
    out.tongue = v->tongue;
    cite_write(&out, cite);
    return out_str(&out);
}

static struct str decision_of(struct visit *v, const struct law_chosen_list_row *row)
{
    struct str sentence = tongue_text(v->tongue, N_("%s, ký ngày %s"));
    struct out out = out_open(v->arena, SENTENCE_BYTES_MAX);
    out_str_raw(&out, message_part(sentence, 0));
    out_str_raw(&out, row->decision);
    out_str_raw(&out, message_part(sentence, 1));
    format_day(&out, row->decided_on);
    out_str_raw(&out, message_part(sentence, 2));
    return out_str(&out);
}

static bool may_choose(struct visit *v)
{
    struct law_roots_rows rows =
        law_roots(&v->snap->conn, &(struct law_roots){ .today = instant_day(v->now) });
    for (size_t i = 0; i < rows.count; i++) {
        if (visit_may_over(v, POWER_ADMIN, ID_OF(rows.rows[i].id))) {
            return true;
        }
    }
    return false;
}

/* --- the form --------------------------------------------------------------------------------- */

static const struct law_setting *asked(const struct visit *v)
{
    enum law_setting_id id = law_setting_find(v->params[0]);
    return id == LAW_SETTING_NONE ? NULL : law_setting(id);
}

enum status setting_form(struct visit *v)
{
    return may_choose(v) ? show_form(v, asked(v)) : STATUS_FORBIDDEN;
}

/* Whether it may be done at all, and whether there is such a setting, the command says. */
enum status setting_form_send(struct visit *v)
{
    struct setting_choose *choose = new(v->arena, struct setting_choose, 1);
    if (!visit_form(v, deadline_commands[COMMAND_SETTING_CHOOSE].takes, choose)) {
        return show_form(v, asked(v));
    }
    choose->name = v->params[0];
    return visit_order(v, &deadline_commands[COMMAND_SETTING_CHOOSE], choose, after_choosing);
}

static enum status after_choosing(struct visit *v)
{
    return visit_refused(v) ? show_form(v, asked(v)) : visit_go(v, route_url(v, LIST_PATH));
}

static enum status show_form(struct visit *v, const struct law_setting *setting)
{
    static const char *const names[] = { "value", "from", "decision", "decided_on", "reason" };
    if (!setting) {
        return STATUS_NOT_FOUND;
    }
    struct form_view view = {
        .page = page_open(v, N_("Chọn cách hiểu luật")),
        .about = question_of(v, setting),
        .lead = N_("Dùng cho việc có mốc từ ngày áp dụng trở đi. Việc đã nhận giữ cách hiểu của "
                   "ngày nhận, không hạn nào đang chạy bị đổi. Mọi người đọc được điều đã chọn."),
        .send_to = route_url(v, ONE_PATH, str_of(setting->name)),
        .button = N_("Chọn"),
    };
    view.page->back = route_url(v, LIST_PATH);
    for (size_t i = 0; i < COUNT(names); i++) {
        view.fields[view.field_count++] = field_of(v, setting, names[i]);
    }
    web_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static struct field_view field_of(struct visit *v, const struct law_setting *setting,
                                  const char *name)
{
    static const struct {
        const char *name;
        enum input_kind kind;
        const char *hint;
    } inputs[] = {
        { "from", INPUT_DAY, N_("Sớm nhất là ngày mai.") },
        { "decision", INPUT_LINE, N_("Số, ký hiệu và cơ quan, ví dụ Quyết định 12/QĐ-UBND.") },
        { "decided_on", INPUT_DAY, N_("Ví dụ 01/12/2026.") },
        { "reason", INPUT_LINE, N_("Ai xem trang công khai cũng đọc được lý do này.") },
    };
    for (size_t i = 0; i < COUNT(inputs); i++) {
        if (str_equal(str_of(inputs[i].name), str_of(name))) {
            struct field_view field = page_field(
                v, inputs[i].kind, deadline_commands[COMMAND_SETTING_CHOOSE].takes, name);
            field.hint = inputs[i].hint;
            return field;
        }
    }
    return value_field(v, setting);
}

/* With the bounds of a number of days, which the field's hint has no room for. */
static struct str question_of(struct visit *v, const struct law_setting *setting)
{
    struct str question = tongue_text(v->tongue, setting->question);
    if (!law_setting_is_days(setting)) {
        return question;
    }
    struct str bounds = tongue_text(v->tongue, N_("Được chọn từ %s đến %s ngày."));
    struct str before = message_part(bounds, 0);
    struct str between = message_part(bounds, 1);
    struct str behind = message_part(bounds, 2);
    return str_printf(v->arena, "%.*s %.*s%d%.*s%d%.*s", STR_ARG(question), STR_ARG(before),
                      setting->least, STR_ARG(between), setting->most, STR_ARG(behind));
}

static struct field_view value_field(struct visit *v, const struct law_setting *setting)
{
    bool is_days = law_setting_is_days(setting);
    struct field_view field = page_field(v, is_days ? INPUT_NUMBER : INPUT_RADIOS,
                                         deadline_commands[COMMAND_SETTING_CHOOSE].takes, "value");
    struct choice *choices = new(v->arena, struct choice, LAW_CHOICES_MAX);
    size_t count = 0;
    for (size_t i = 0; i < LAW_CHOICES_MAX && setting->choices[i].word; i++) {
        choices[count++] = (struct choice){
            .value = str_of(setting->choices[i].word),
            .label = tongue_text(v->tongue, setting->choices[i].label),
            .hint = cite_of(v, &setting->choices[i].cite),
        };
    }
    if (is_days) {
        field.label = N_("Số ngày");
    } else {
        page_choices(v, &field, choices, count);
    }
    return field;
}
