/* The page of a unit's score sheet: the one in force, those that were, the form of a new one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/model.h"
#include "mod/model/sheet.h"
#include "text/tongue.h"

static enum status show_page(struct visit *v, struct unit_id unit);
static enum status show_again(struct visit *v);
static void show_sheet(struct visit *v, const struct sheet_in_force *in_force,
                       struct sheet_view *view);
static void show_form(struct visit *v, const struct sheet_in_force *in_force, int64_t year,
                      struct sheet_view *view);
static void show_past(struct visit *v, struct unit_id unit, struct sheet_view *view);
static visit_fn after_set;

static const char *const powers[] = { POWER_LEAD };

enum status model_sheet_page(struct visit *v)
{
    struct unit_id unit;
    return model_unit_shown(v, powers, COUNT(powers), &unit) ? show_page(v, unit)
                                                             : STATUS_NOT_FOUND;
}

/* What was typed, beside the sheet that it would have taken the place of. */
static enum status show_again(struct visit *v)
{
    struct unit_id unit;
    (void)model_unit_shown(v, powers, COUNT(powers), &unit);
    return show_page(v, unit);
}

static enum status show_page(struct visit *v, struct unit_id unit)
{
    int64_t year = model_year_of(instant_day(v->now));
    struct sheet_in_force in_force;
    struct model_unit_get_row own = { .name = STR_NONE };
    (void)model_unit_get(&v->snap->conn, &(struct model_unit_get){ .id = unit }, &own);
    model_sheet_for(&v->snap->conn, unit, year, &in_force);
    struct sheet_view view = {
        .page = page_open(v, N_("Phiếu chấm mô hình")),
        .unit_name = own.name,
        .unit_code = own.code,
        .year = model_id_str(v, year),
        .set_by = in_force.unit_name,
        .from_year = model_id_str(v, in_force.from_year),
        .send_to = route_url(v, "/cb/phieu-cham"),
    };
    show_sheet(v, &in_force, &view);
    show_form(v, &in_force, year, &view);
    show_past(v, unit, &view);
    model_sheet_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status model_sheet_take(struct visit *v)
{
    struct model_sheet_form *form = new(v->arena, struct model_sheet_form, 1);
    return visit_form(v, &model_sheet_set_record, form)
               ? visit_order(v, &model_commands[COMMAND_SHEET_SET], form, after_set)
               : show_again(v);
}

static enum status after_set(struct visit *v)
{
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        return refused == STATUS_FORBIDDEN ? refused : show_again(v);
    }
    const struct model_sheet_form *form = v->order->args;
    struct local_url here = route_url(v, "/cb/phieu-cham");
    return visit_go(v, (struct local_url){ str_printf(v->arena, "%.*s?unit=%.*s", STR_ARG(here.url),
                                                      STR_ARG(form->unit)) });
}

static void show_sheet(struct visit *v, const struct sheet_in_force *in_force,
                       struct sheet_view *view)
{
    const struct model_sheet *sheet = &in_force->sheet;
    struct sheet_line *lines = new(v->arena, struct sheet_line, sheet->criterion_count);
    for (size_t i = 0; i < sheet->criterion_count; i++) {
        lines[i] = (struct sheet_line){ sheet->criteria[i].label,
                                        model_number(v, sheet->criteria[i].max) };
    }
    for (size_t i = 0; i < MODEL_GRADES; i++) {
        view->grades[i] =
            (struct sheet_line){ sheet->grades[i].label, model_number(v, sheet->grades[i].from) };
    }
    view->lines = lines;
    view->line_count = sheet->criterion_count;
}

/* It begins as the sheet in force, so that a small change is a small one. */
static void show_form(struct visit *v, const struct sheet_in_force *in_force, int64_t year,
                      struct sheet_view *view)
{
    static const char *const names[MODEL_GRADES - 1] = { "excellent", "good", "fair", "average" };
    const struct record *record = &model_sheet_set_record;
    bool is_fresh = v->form.param_count == 0;
    view->unit = page_field(v, INPUT_SELECT, record, "unit");
    view->unit.is_optional = false;
    if (is_fresh) {
        view->unit.value = view->unit_code;
    }
    model_offer_units(v, &view->unit, POWER_LEAD);
    view->from = page_field(v, INPUT_NUMBER, record, "from_year");
    view->criteria = page_field(v, INPUT_AREA, record, "criteria");
    view->criteria.hint =
        N_("Mỗi dòng một tiêu chí: điểm tối đa, rồi tên. Ví dụ: 30 Hiệu quả. Cộng lại "
           "đúng 100.");
    for (size_t i = 0; i < MODEL_GRADES - 1; i++) {
        view->bounds[i] = page_field(v, INPUT_NUMBER, record, names[i]);
        if (is_fresh) {
            view->bounds[i].value = model_id_str(v, in_force->sheet.grades[i].from);
        }
    }
    if (is_fresh) {
        view->from.value = model_id_str(v, year);
        view->criteria.value = model_sheet_criteria(v->arena, &in_force->sheet);
    }
}

static void show_past(struct visit *v, struct unit_id unit, struct sheet_view *view)
{
    struct model_sheets_rows rows =
        model_sheets(&v->snap->conn, &(struct model_sheets){ .unit_id = unit });
    struct sheet_past *past = new(v->arena, struct sheet_past, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        past[i] = (struct sheet_past){ rows.rows[i], model_id_str(v, rows.rows[i].from_year) };
    }
    view->past = past;
    view->past_count = rows.count;
}
