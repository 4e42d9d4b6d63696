/* The desk of a model's years: the form of its own unit, and what has been put forward. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "html/model.h"
#include "mod/model/calendar.h"
#include "mod/model/year.h"
#include "text/message.h"
#include "text/tongue.h"

static enum status form_page(struct visit *v, const struct model_get_row *model);
static void offer_years(struct visit *v, struct field_view *field);
static int64_t year_asked(struct visit *v);
static struct str sentence_about(struct visit *v, const char *sentence, struct str about);
static visit_fn after_assess;

/* --- what the unit says of its own ------------------------------------------------------------ */

enum status model_assess_page(struct visit *v)
{
    struct model_get_row model;
    if (!model_of_path(v, &model)) {
        return STATUS_NOT_FOUND;
    }
    return visit_may_over(v, POWER_REGISTER, ID_OF(model.unit_id)) ? form_page(v, &model)
                                                                   : STATUS_FORBIDDEN;
}

enum status model_assess_take(struct visit *v)
{
    struct model_get_row model;
    struct model_assess_form *form = new(v->arena, struct model_assess_form, 1);
    if (!model_of_path(v, &model)) {
        return STATUS_NOT_FOUND;
    }
    struct sheet_in_force in_force;
    model_sheet_for(&v->snap->conn, model.unit_id, year_asked(v), &in_force);
    bool is_read = visit_form(v, &model_assess_record, form);
    bool is_given = model_points_given(v, &in_force);
    form->model = model.id;
    return is_read && is_given
               ? visit_order(v, &model_commands[COMMAND_YEAR_ASSESS], form, after_assess)
               : model_assess_page(v);
}

static enum status after_assess(struct visit *v)
{
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        return refused == STATUS_FORBIDDEN ? refused : model_assess_page(v);
    }
    int64_t id = v->order->outcome.answer.subject.v;
    return visit_go(v, route_url(v, "/cb/xet-cong-nhan/:id", model_id_str(v, id)));
}

static enum status form_page(struct visit *v, const struct model_get_row *model)
{
    const struct record *record = &model_assess_record;
    struct str id = model_id_str(v, model->id.v);
    struct year_form_view view = {
        .page = page_open(v, N_("Tự chấm mô hình")),
        .name = model->name,
        .send_to = route_url(v, "/cb/mo-hinh/:id/tu-cham", id),
        .year = page_field(v, INPUT_SELECT, record, "year"),
        .words = page_field(v, INPUT_AREA, record, "words"),
    };
    struct sheet_in_force in_force;
    struct calendar_in_force calendar;
    int64_t year = year_asked(v);
    model_sheet_for(&v->snap->conn, model->unit_id, year, &in_force);
    model_calendar_for(&v->snap->conn, model->unit_id, year, &calendar);
    view.for_year = model_id_str(v, year);
    view.until = calendar.days.assess_until;
    view.calendar = route_url(v, "/cb/lich-mo-hinh");
    view.words.hint = N_("Con số nào, ai xác nhận được; người thẩm định đọc phần này trước.");
    view.sheet = model_id_str(v, in_force.id.v);
    view.criterion_count = in_force.sheet.criterion_count;
    model_points_fields(v, record, &in_force.sheet, view.points);
    offer_years(v, &view.year);
    view.page->back = route_url(v, "/cb/mo-hinh/:id", id);
    model_year_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* The year that was chosen, or this one. */
static int64_t year_asked(struct visit *v)
{
    int64_t asked;
    bool is_asked = str_to_int(form_get(&v->form, "year"), &asked);
    return is_asked ? asked : model_year_of(instant_day(v->now));
}

static void offer_years(struct visit *v, struct field_view *field)
{
    int64_t year = model_year_of(instant_day(v->now));
    struct choice *choices = new(v->arena, struct choice, 2);
    choices[0] = (struct choice){ .value = model_id_str(v, year), .label = model_id_str(v, year) };
    choices[1] =
        (struct choice){ .value = model_id_str(v, year - 1), .label = model_id_str(v, year - 1) };
    field->is_optional = false;
    if (v->form.param_count == 0) {
        field->value = choices[0].value;
    }
    page_choices(v, field, choices, 2);
}

void model_points_fields(struct visit *v, const struct record *record,
                         const struct model_sheet *sheet, struct field_view ret[YEAR_CRITERIA])
{
    for (size_t i = 0; i < sheet->criterion_count; i++) {
        struct str most = model_number(v, sheet->criteria[i].max);
        struct str hint = sentence_about(v, N_("Từ 0 đến %s điểm."), most);
        ret[i] = page_field(v, INPUT_NUMBER, record, model_points_names[i]);
        ret[i].label = sheet->criteria[i].label;
        ret[i].hint = str_z(v->arena, hint);
        ret[i].is_optional = false;
    }
}

bool model_points_given(struct visit *v, const struct sheet_in_force *in_force)
{
    int64_t seen;
    bool are_given = true;
    if (!str_to_int(form_get(&v->form, "sheet"), &seen)) {
        seen = 0;
    }
    if (seen != in_force->id.v) {
        struct verdict verdict = model_sheet_is_other();
        visit_problem(v, verdict.field, verdict.sentence);
        return false;
    }
    for (size_t i = 0; i < in_force->sheet.criterion_count; i++) {
        const char *name = model_points_names[i];
        if (str_is_empty(form_get(&v->form, name))) {
            struct str label = tongue_text(v->tongue, in_force->sheet.criteria[i].label);
            problems_add(&v->problems, name,
                         sentence_about(v, N_("Chưa có “%s”. Hãy điền rồi gửi lại."), label));
            are_given = false;
        }
    }
    return are_given;
}

static struct str sentence_about(struct visit *v, const char *sentence, struct str about)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    return str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(about), STR_ARG(behind));
}

/* --- what has been put forward ---------------------------------------------------------------- */

enum status model_entries_page(struct visit *v)
{
    int64_t before;
    if (!str_to_int(form_get(&v->form, "truoc"), &before)) {
        before = INT64_MAX;
    }
    struct model_entry_list wanted = { model_unit_of(v, POWER_APPRAISE),
                                       { before },
                                       LIST_PAGE_ROWS + 1 };
    struct model_entry_list_rows rows = model_entry_list(&v->snap->conn, &wanted);
    size_t count = rows.count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows.count;
    struct year_item *items = new(v->arena, struct year_item, count);
    for (size_t i = 0; i < count; i++) {
        const struct model_entry_list_row *row = &rows.rows[i];
        items[i] = (struct year_item){
            .row = *row,
            .year = model_id_str(v, row->year),
            .state = model_year_state_label(row->state),
            .grade = model_grade_label(row->grade),
            .total = model_number(v, row->total),
            .result = row->grade.p ? model_number(v, row->result) : STR_NONE,
            .url = route_url(v, "/cb/xet-cong-nhan/:id", model_id_str(v, row->id.v)),
        };
    }
    struct year_list_view view = {
        .page = page_open(v, model_year_flow.title),
        .calendar = route_url(v, "/cb/lich-mo-hinh"),
        .items = items,
        .item_count = count,
        .pages = { .here = route_url(v, "/cb/xet-cong-nhan") },
        .empty = { N_("Chưa có mô hình nào được tự chấm"),
                   N_("Đơn vị tự chấm mô hình của mình thì mô hình hiện ở đây."),
                   N_("Xem các mô hình"), route_url(v, "/lam/mo-hinh") },
    };
    if (rows.count > count) {
        view.pages.older = model_id_str(v, rows.rows[count - 1].id.v);
    }
    model_year_list_html(page_body(v), &view);
    return STATUS_OK;
}

/* --- on a model's own pages ------------------------------------------------------------------- */

void model_show_years(struct visit *v, struct model_show_view *view, bool only_recognised)
{
    struct model_entry_years wanted = { .model_id = view->row.id };
    struct model_entry_years_rows rows = model_entry_years(&v->snap->conn, &wanted);
    struct model_year *years = new(v->arena, struct model_year, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct model_entry_years_row *row = &rows.rows[i];
        if (only_recognised && !row->level.p) {
            continue;
        }
        years[view->year_count++] = (struct model_year){
            .row = *row,
            .year = model_id_str(v, row->year),
            .state = model_year_state_label(row->state),
            .grade = model_grade_label(row->grade),
            .level = model_label(model_levels, YEAR_LEVELS, row->level),
            .result = row->grade.p ? model_number(v, row->result) : STR_NONE,
            .url = route_url(v, "/cb/xet-cong-nhan/:id", model_id_str(v, row->id.v)),
        };
    }
    view->years = years;
}

/* --- words ------------------------------------------------------------------------------------ */

const char *model_year_state_label(struct str state)
{
    int number = workflow_state(&model_year_flow, state);
    return number == WORKFLOW_NOWHERE ? "" : model_year_flow.states[number].label;
}

const char *model_grade_label(struct str word)
{
    const char *label = "";
    for (size_t i = 0; i < MODEL_GRADES; i++) {
        const struct model_grade *grade = &model_usual_sheet.grades[i];
        label = str_equal(word, str_of(grade->word)) ? grade->label : label;
    }
    return label;
}
