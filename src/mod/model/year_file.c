/* One model in one year: its points side by side, what appraisers found, what may be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/model.h"
#include "mod/model/year.h"
#include "text/tongue.h"

static bool entry_of_path(struct visit *v, struct model_entry_get_row *ret);
static enum status file_page(struct visit *v, const struct model_entry_get_row *row);
static void show_points(struct visit *v, struct year_view *view,
                        const struct model_appraisals_rows *found);
static void offer_appraisal(struct visit *v, struct year_view *view,
                            const struct model_appraisals_rows *found);
static void offer_acts(struct visit *v, struct year_view *view);
static void show_acts(struct visit *v, struct year_view *view);
static bool is_party(struct visit *v, const struct model_entry_get_row *row);
static visit_fn after_act;

enum status model_entry_page(struct visit *v)
{
    struct model_entry_get_row row;
    if (!visit_may(v, POWER_REGISTER) && !visit_may(v, POWER_LEAD) &&
        !visit_may(v, POWER_APPRAISE)) {
        return v->visitor.author.person.v == 0 ? STATUS_SIGN_IN : STATUS_FORBIDDEN;
    }
    return entry_of_path(v, &row) ? file_page(v, &row) : STATUS_NOT_FOUND;
}

enum status model_appraise_take(struct visit *v)
{
    struct model_entry_get_row row;
    struct model_appraise_form *form = new(v->arena, struct model_appraise_form, 1);
    if (!entry_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    struct sheet_in_force in_force;
    model_sheet_of(&v->snap->conn, row.points, &in_force);
    bool is_read = visit_form(v, &model_appraise_record, form);
    bool is_given = model_points_given(v, &in_force);
    form->entry = row.id;
    return is_read && is_given
               ? visit_order(v, &model_commands[COMMAND_YEAR_APPRAISE], form, after_act)
               : file_page(v, &row);
}

enum status model_entry_act_take(struct visit *v)
{
    struct model_entry_get_row row;
    struct model_entry_act_form *form = new(v->arena, struct model_entry_act_form, 1);
    if (!entry_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    bool is_read = visit_form(v, &model_entry_act_record, form);
    form->entry = row.id;
    if (!is_read) {
        return file_page(v, &row);
    }
    for (size_t i = COMMAND_YEAR_RECOGNISE; i <= COMMAND_YEAR_PROPOSE; i++) {
        if (str_equal(v->params[1], str_of(model_commands[i].name + sizeof("model.year_") - 1))) {
            return visit_order(v, &model_commands[i], form, after_act);
        }
    }
    return STATUS_NOT_FOUND;
}

static enum status after_act(struct visit *v)
{
    struct model_entry_get_row row;
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        if (refused != STATUS_FORBIDDEN && entry_of_path(v, &row)) {
            file_page(v, &row);
        }
        return refused;
    }
    return visit_go(v, route_url(v, "/cb/xet-cong-nhan/:id", v->params[0]));
}

static bool entry_of_path(struct visit *v, struct model_entry_get_row *ret)
{
    int64_t id;
    return str_to_int(v->params[0], &id) &&
           model_entry_get(&v->snap->conn, &(struct model_entry_get){ .id = { id } }, ret);
}

static enum status file_page(struct visit *v, const struct model_entry_get_row *row)
{
    struct id unit = ID_OF(row->unit_id);
    if (!visit_may_over(v, POWER_REGISTER, unit) && !visit_may_over(v, POWER_LEAD, unit) &&
        !visit_may_over(v, POWER_APPRAISE, unit)) {
        return STATUS_FORBIDDEN;
    }
    int state = workflow_state(&model_year_flow, row->state);
    struct str model = model_id_str(v, row->model_id.v);
    struct year_view view = {
        .page = page_open(v, model_year_flow.title),
        .row = *row,
        .year = model_id_str(v, row->year),
        .state = model_year_state_label(row->state),
        .about_state = state == WORKFLOW_NOWHERE ? "" : model_year_flow.states[state].citizen,
        .grade = model_grade_label(row->grade),
        .level = model_label(model_levels, YEAR_LEVELS, row->level),
        .total = model_number(v, row->total),
        .result = row->grade.p ? model_number(v, row->result) : STR_NONE,
        .model = route_url(v, "/lam/mo-hinh/:id", model),
    };
    view.page->title = row->model_name;
    view.page->back = visit_may(v, POWER_APPRAISE) ? route_url(v, "/cb/xet-cong-nhan")
                                                   : route_url(v, "/cb/mo-hinh/:id", model);
    struct model_appraisals wanted = { .entry_id = row->id };
    struct model_appraisals_rows found = model_appraisals(&v->snap->conn, &wanted);
    show_points(v, &view, &found);
    offer_appraisal(v, &view, &found);
    offer_acts(v, &view);
    show_acts(v, &view);
    model_year_file_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* --- what was said ---------------------------------------------------------------------------- */

static void show_points(struct visit *v, struct year_view *view,
                        const struct model_appraisals_rows *found)
{
    struct str self = view->row.points;
    struct str given[APPRAISERS_MAX] = { STR_NONE };
    size_t count = found->count < APPRAISERS_MAX ? found->count : APPRAISERS_MAX;
    for (size_t k = 0; k < count; k++) {
        given[k] = found->rows[k].points;
        view->opinions[k] =
            (struct year_opinion){ found->rows[k], model_number(v, found->rows[k].total) };
    }
    struct sheet_in_force in_force;
    model_sheet_of(&v->snap->conn, view->row.points, &in_force);
    view->sheet = model_id_str(v, in_force.id.v);
    view->criterion_count = in_force.sheet.criterion_count;
    model_points_fields(v, &model_appraise_record, &in_force.sheet, view->points);
    for (size_t i = 0; i < view->criterion_count; i++) {
        const struct model_criterion *criterion = &in_force.sheet.criteria[i];
        view->lines[i] = (struct year_line){ .label = criterion->label,
                                             .most = model_number(v, criterion->max),
                                             .self = str_cut(&self, ' ') };
        for (size_t k = 0; k < count; k++) {
            view->lines[i].given[k] =
                (struct year_given){ str_cut(&given[k], ' '), found->rows[k].person_name };
        }
    }
    view->opinion_count = count;
    view->needs_third = count == 2 && !view->row.grade.p;
}

static void show_acts(struct visit *v, struct year_view *view)
{
    struct model_entry_acts wanted = { .entry_id = view->row.id };
    struct model_entry_acts_rows acts = model_entry_acts(&v->snap->conn, &wanted);
    struct event_view *events = new(v->arena, struct event_view, acts.count);
    for (size_t i = 0; i < acts.count; i++) {
        const struct model_entry_acts_row *act = &acts.rows[i];
        events[i] = (struct event_view){ .what = model_act_label(&model_year_flow, act->act),
                                         .said = act->said,
                                         .by = act->person_name,
                                         .at = act->at };
    }
    view->acts.done = (struct timeline_view){ events, acts.count };
}

/* --- what may be done ------------------------------------------------------------------------- */

static void offer_appraisal(struct visit *v, struct year_view *view,
                            const struct model_appraisals_rows *found)
{
    bool has_appraised = false;
    for (size_t i = 0; i < found->count; i++) {
        has_appraised |= found->rows[i].appraiser_id.v == v->visitor.author.person.v;
    }
    view->may_appraise =
        workflow_state(&model_year_flow, view->row.state) == YEAR_ASSESSED && !has_appraised &&
        visit_may_over(v, POWER_APPRAISE, ID_OF(view->row.unit_id)) && !is_party(v, &view->row);
    view->send_to = route_url(v, "/cb/xet-cong-nhan/:id/cham", model_id_str(v, view->row.id.v));
    view->words = page_field(v, INPUT_AREA, &model_appraise_record, "words");
    view->words.hint = N_("Điều gì đã kiểm tra tận nơi, điều gì chưa; vì sao cho điểm như vậy.");
}

/* Recognising asks for a level and a decision, so it has a form of its own. */
static void offer_acts(struct visit *v, struct year_view *view)
{
    struct str id = model_id_str(v, view->row.id.v);
    int state = workflow_state(&model_year_flow, view->row.state);
    struct model_button *buttons = new(v->arena, struct model_button, model_year_flow.move_count);
    const struct move *move = NULL;
    while ((move = workflow_next(&model_year_flow, state, move)) != NULL) {
        if (!str_equal(str_of(move->by), STR(POWER_LEAD)) ||
            !visit_may_over(v, POWER_LEAD, ID_OF(view->row.unit_id))) {
            continue;
        }
        struct str act = str_of(move->command + sizeof("year_") - 1);
        if (move->to == YEAR_RECOGNISED) {
            view->may_recognise = !is_party(v, &view->row);
            view->recognise_to = route_url(v, "/cb/xet-cong-nhan/:id/:act", id, act);
            continue;
        }
        struct model_button *button = &buttons[view->acts.button_count++];
        *button = (struct model_button){
            .label = move->label,
            .send_to = route_url(v, "/cb/xet-cong-nhan/:id/:act", id, act),
            .said = page_field(v, INPUT_AREA, &model_entry_act_record, "said"),
            .has_said = move->to == YEAR_TURNED_DOWN,
            .is_grave = move->to == YEAR_TURNED_DOWN,
        };
        button->said.is_optional = false;
    }
    view->level_field = page_field(v, INPUT_SELECT, &model_entry_act_record, "level");
    model_word_choices(v, &view->level_field, model_levels, YEAR_LEVELS, N_("Chọn cấp"));
    view->decision = page_field(v, INPUT_LINE, &model_entry_act_record, "decision");
    view->decision.hint = N_("Ví dụ: 215-QĐ/ĐU.");
    view->decision.is_optional = false;
    view->acts.page = view->page;
    view->acts.buttons = buttons;
}

static bool is_party(struct visit *v, const struct model_entry_get_row *row)
{
    struct model_copy_post_row post;
    struct model_copy_post wanted = { .person_id = { v->visitor.author.person.v },
                                      .one = row->unit_id,
                                      .other = row->unit_id,
                                      .on = instant_day(v->now) };
    return model_copy_post(&v->snap->conn, &wanted, &post);
}
