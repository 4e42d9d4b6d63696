/* One model: for everybody, and for those who look after it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/model.h"

#include "html/model.h"
#include "text/format.h"
#include "text/tongue.h"

#define SHOWN(member) FIELD(struct model_get_row, member)
static const struct field shown_fields[] = {
    SHOWN(id),      SHOWN(unit_code), SHOWN(unit_name),  SHOWN(state),     SHOWN(field),
    SHOWN(subject), SHOWN(begins_on), SHOWN(name),       SHOWN(reason),    SHOWN(goal),
    SHOWN(way),     SHOWN(place),     SHOWN(forces),     SHOWN(resources), SHOWN(product),
    SHOWN(upkeep),  SHOWN(cost),      SHOWN(households), SHOWN(workdays),  SHOWN(land),
    SHOWN(road),    SHOWN(listed_on), SHOWN(news_on),
};
const struct record model_shown_record = RECORD("model_shown", struct model_get_row, shown_fields);

#define RESULT(member) FIELD(struct model_results_row, member)
static const struct field result_fields[] = {
    RESULT(metric),   RESULT(amount_before), RESULT(amount_after),
    RESULT(measure),  RESULT(measured_on),   RESULT(source),
    RESULT(failures), RESULT(needs),         RESULT(evidence),
};
const struct record model_result_record =
    RECORD("model_result", struct model_results_row, result_fields);

static struct model_show_view view_of(struct visit *v, const struct model_get_row *row,
                                      const struct model_results_rows *results);
static enum status write_json(struct visit *v, const struct model_get_row *row,
                              const struct model_results_rows *results);
static void offer_acts(struct visit *v, struct model_show_view *view);
static void show_acts(struct visit *v, struct model_show_view *view);
static enum status file_page(struct visit *v, const struct model_get_row *row);
static struct str lesson_of(struct visit *v, const struct model_get_row *row);
static visit_fn after_act;

enum status model_show_page(struct visit *v)
{
    struct model_get_row row;
    if (!model_of_path(v, &row) || day_is_none(row.listed_on)) {
        return STATUS_NOT_FOUND;
    }
    struct model_results_rows results =
        model_results(&v->snap->conn, &(struct model_results){ .model_id = row.id });
    if (v->face == FACE_JSON) {
        return write_json(v, &row, &results);
    }
    struct model_show_view view = view_of(v, &row, &results);
    view.page->back = route_url(v, "/lam/mo-hinh");
    view.lesson = lesson_of(v, &row);
    model_show_copies(v, &view);
    model_show_years(v, &view, true);
    model_show_html(page_body(v), &view);
    return STATUS_OK;
}

static struct str lesson_of(struct visit *v, const struct model_get_row *row)
{
    struct model_stopped_row stopped;
    bool is_stopped = workflow_state(&model_flow, row->state) == MODEL_STOPPED;
    struct model_stopped wanted = { .model_id = row->id };
    return is_stopped && model_stopped(&v->snap->conn, &wanted, &stopped) ? stopped.said : STR_NONE;
}

/* For the desk: the same, with what may be done now and what was done. */
enum status model_file_page(struct visit *v)
{
    struct model_get_row row;
    if (!model_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    return file_page(v, &row);
}

static enum status file_page(struct visit *v, const struct model_get_row *row)
{
    if (!visit_may_over(v, POWER_REGISTER, ID_OF(row->unit_id)) &&
        !visit_may_over(v, POWER_LEAD, ID_OF(row->unit_id))) {
        return STATUS_FORBIDDEN;
    }
    struct model_results_rows results =
        model_results(&v->snap->conn, &(struct model_results){ .model_id = row->id });
    struct model_show_view view = view_of(v, row, &results);
    view.page->back = route_url(v, "/cb/mo-hinh");
    if (!day_is_none(row->listed_on)) {
        view.public_url = route_url(v, "/lam/mo-hinh/:id", model_id_str(v, row->id.v));
    }
    if (visit_may_over(v, POWER_REGISTER, ID_OF(row->unit_id)) && !day_is_none(row->listed_on)) {
        view.assess = route_url(v, "/cb/mo-hinh/:id/tu-cham", model_id_str(v, row->id.v));
    }
    model_show_years(v, &view, false);
    offer_acts(v, &view);
    show_acts(v, &view);
    model_file_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status model_act_take(struct visit *v)
{
    struct model_get_row row;
    if (!model_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    struct model_act_form *form = new(v->arena, struct model_act_form, 1);
    bool is_read = visit_form(v, &model_act_record, form);
    form->model = row.id;
    if (!is_read) {
        return file_page(v, &row);
    }
    for (size_t i = COMMAND_APPROVE; i <= COMMAND_STOP; i++) {
        if (str_equal(v->params[1], str_of(model_commands[i].name + sizeof("model.") - 1))) {
            return visit_order(v, &model_commands[i], form, after_act);
        }
    }
    return STATUS_NOT_FOUND;
}

static enum status after_act(struct visit *v)
{
    struct model_get_row row;
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        if (refused != STATUS_FORBIDDEN && refused != STATUS_NOT_FOUND && model_of_path(v, &row)) {
            file_page(v, &row);
        }
        return refused;
    }
    return visit_go(v, route_url(v, "/cb/mo-hinh/:id", v->params[0]));
}

/* --- what is shown ---------------------------------------------------------------------------- */

static struct model_show_view view_of(struct visit *v, const struct model_get_row *row,
                                      const struct model_results_rows *results)
{
    int state = workflow_state(&model_flow, row->state);
    struct model_result_view *shown = new(v->arena, struct model_result_view, results->count);
    for (size_t i = 0; i < results->count; i++) {
        const struct model_results_row *result = &results->rows[i];
        shown[i] = (struct model_result_view){ .row = *result,
                                               .before = model_number(v, result->amount_before),
                                               .after = model_number(v, result->amount_after) };
    }
    struct model_show_view view = {
        .page = page_open(v, model_flow.title),
        .row = *row,
        .field = model_label(model_fields, MODEL_FIELDS, row->field),
        .subject = model_label(model_subjects, MODEL_SUBJECTS, row->subject),
        .sign = model_state_sign(row->state),
        .state = model_state_label(row->state),
        .about_state = state == WORKFLOW_NOWHERE ? "" : model_flow.states[state].citizen,
        .money = row->cost > 0 ? model_number(v, row->cost) : STR_NONE,
        .households = row->households > 0 ? model_number(v, row->households) : STR_NONE,
        .workdays = row->workdays > 0 ? model_number(v, row->workdays) : STR_NONE,
        .land = row->land > 0 ? model_number(v, row->land) : STR_NONE,
        .road = row->road > 0 ? model_number(v, row->road) : STR_NONE,
        .each = row->cost > 0 ? model_cost_each(v, row->cost, row->households) : STR_NONE,
        .results = shown,
        .result_count = results->count,
    };
    for (size_t i = 0; i < results->count; i++) {
        view.has_evidence |= !str_is_empty(results->rows[i].evidence);
    }
    if (!str_is_empty(row->name)) {
        view.page->title = row->name;
    }
    return view;
}

static enum status write_json(struct visit *v, const struct model_get_row *row,
                              const struct model_results_rows *results)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_fields(&json, &model_shown_record, row);
    json_list(&json, "results");
    for (size_t i = 0; i < results->count; i++) {
        json_record(&json, NULL, &model_result_record, &results->rows[i]);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}

/* What the workflow's rows allow in this state, for whoever reads the page. */
static void offer_acts(struct visit *v, struct model_show_view *view)
{
    struct str id = model_id_str(v, view->row.id.v);
    int state = workflow_state(&model_flow, view->row.state);
    struct model_button *buttons = new(v->arena, struct model_button, model_flow.move_count);
    const struct move *move = NULL;
    while ((move = workflow_next(&model_flow, state, move)) != NULL) {
        struct str command = str_of(move->command);
        if (!move->by || str_equal(str_of(move->by), STR(BY_CLOCK)) ||
            !visit_may_over(v, move->by, ID_OF(view->row.unit_id))) {
            continue;
        }
        if (str_equal(command, STR("draft"))) {
            view->edit = route_url(v, "/cb/mo-hinh/:id/sua", id);
        } else if (str_equal(command, STR("measure"))) {
            view->measure = route_url(v, "/cb/mo-hinh/:id/ket-qua", id);
        } else if (!str_equal(command, STR("register"))) {
            struct model_button *button = &buttons[view->acts.button_count++];
            bool is_grave = move->to == MODEL_STOPPED || move->to == MODEL_DROPPED;
            *button = (struct model_button){
                .label = move->label,
                .send_to = route_url(v, "/cb/mo-hinh/:id/:act", id, command),
                .said = page_field(v, INPUT_AREA, &model_act_record, "said"),
                .is_grave = is_grave,
                .has_said = move->to == MODEL_STOPPED || str_equal(command, STR("send_back")),
            };
            button->said.id = move->command;
            button->said.is_optional = false;
        }
    }
    view->acts.page = view->page;
    view->acts.buttons = buttons;
}

static void show_acts(struct visit *v, struct model_show_view *view)
{
    struct model_acts_rows acts =
        model_acts(&v->snap->conn, &(struct model_acts){ .model_id = view->row.id });
    struct event_view *events = new(v->arena, struct event_view, acts.count);
    for (size_t i = 0; i < acts.count; i++) {
        const struct model_acts_row *act = &acts.rows[i];
        events[i] = (struct event_view){ .what = model_act_label(&model_flow, act->act),
                                         .said = act->said,
                                         .by = act->person_name,
                                         .at = act->at };
    }
    view->acts.done = (struct timeline_view){ events, acts.count };
}
