/* One copy, for those who make it and those who verify it: baseline, checks, what to do. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/model.h"
#include "mod/model/copy.h"
#include "text/format.h"
#include "text/tongue.h"

enum { DAY_BYTES = 16 };

static bool copy_of_path(struct visit *v, struct model_copy_get_row *ret);
static enum status file_page(struct visit *v, const struct model_copy_get_row *row);
static void show_checks(struct visit *v, struct copy_view *view);
static void show_acts(struct visit *v, struct copy_view *view,
                      const struct model_copy_acts_rows *acts);
static void offer_check(struct visit *v, struct copy_view *view);
static void offer_acts(struct visit *v, struct copy_view *view);
static bool is_party(struct visit *v, const struct model_copy_get_row *row);
static visit_fn after_act;

enum status model_copy_page(struct visit *v)
{
    struct model_copy_get_row row;
    if (!visit_may(v, POWER_REGISTER) && !visit_may(v, POWER_LEAD) && !visit_may(v, POWER_VERIFY)) {
        return v->visitor.author.person.v == 0 ? STATUS_SIGN_IN : STATUS_FORBIDDEN;
    }
    return copy_of_path(v, &row) ? file_page(v, &row) : STATUS_NOT_FOUND;
}

enum status model_copy_check_take(struct visit *v)
{
    struct model_copy_get_row row;
    struct model_copy_check_form *form = new(v->arena, struct model_copy_check_form, 1);
    if (!copy_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    bool is_read = visit_form(v, &model_copy_check_record, form);
    form->copy = row.id;
    return is_read ? visit_order(v, &model_commands[COMMAND_COPY_CHECK], form, after_act)
                   : file_page(v, &row);
}

enum status model_copy_act_take(struct visit *v)
{
    struct model_copy_get_row row;
    struct model_copy_act_form *form = new(v->arena, struct model_copy_act_form, 1);
    if (!copy_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    bool is_read = visit_form(v, &model_copy_act_record, form);
    form->copy = row.id;
    if (!is_read) {
        return file_page(v, &row);
    }
    for (size_t i = COMMAND_COPY_VERIFY; i <= COMMAND_COPY_END; i++) {
        if (str_equal(v->params[1], str_of(model_commands[i].name + sizeof("model.copy_") - 1))) {
            return visit_order(v, &model_commands[i], form, after_act);
        }
    }
    return STATUS_NOT_FOUND;
}

static enum status after_act(struct visit *v)
{
    struct model_copy_get_row row;
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        if (refused != STATUS_FORBIDDEN && copy_of_path(v, &row)) {
            file_page(v, &row);
        }
        return refused;
    }
    return visit_go(v, route_url(v, "/cb/lam-theo/:id", v->params[0]));
}

static bool copy_of_path(struct visit *v, struct model_copy_get_row *ret)
{
    int64_t id;
    return str_to_int(v->params[0], &id) &&
           model_copy_get(&v->snap->conn, &(struct model_copy_get){ .id = { id } }, ret);
}

static enum status file_page(struct visit *v, const struct model_copy_get_row *row)
{
    struct id unit = ID_OF(row->unit_id);
    if (!visit_may_over(v, POWER_REGISTER, unit) && !visit_may_over(v, POWER_LEAD, unit) &&
        !visit_may_over(v, POWER_VERIFY, unit)) {
        return STATUS_FORBIDDEN;
    }
    int state = workflow_state(&model_copy_flow, row->state);
    struct str source = model_id_str(v, row->source_id.v);
    struct copy_view view = {
        .page = page_open(v, model_copy_flow.title),
        .row = *row,
        .sign = model_copy_state_sign(row->state),
        .state = model_copy_state_label(row->state),
        .about_state = state == WORKFLOW_NOWHERE ? "" : model_copy_flow.states[state].citizen,
        .before = model_number(v, row->amount_before),
        .verified = model_copy_month_str(v, row->verified_month),
        .model = route_url(v, "/lam/mo-hinh/:id", source),
        .tree = route_url(v, "/lam/mo-hinh/:id/nhan-rong", source),
    };
    view.page->title = row->model_name;
    bool enters = visit_may(v, POWER_REGISTER);
    view.page->back = route_url(v, enters ? "/cb/lam-theo" : "/cb/xac-nhan-lam-theo");
    struct model_copy_get_row parent;
    if (row->parent_id.v != 0 &&
        model_copy_get(&v->snap->conn, &(struct model_copy_get){ .id = row->parent_id }, &parent)) {
        view.parent_name = parent.unit_name;
    }
    struct model_unit_get_row verifier;
    struct model_unit_get wanted = { .id = row->verifier_id };
    if (row->verifier_id.v != 0 && model_unit_get(&v->snap->conn, &wanted, &verifier)) {
        view.verifier_name = verifier.name;
    }
    show_checks(v, &view);
    offer_check(v, &view);
    offer_acts(v, &view);
    model_copy_file_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* --- what was measured and done --------------------------------------------------------------- */

/* Both newest first: what was verified or turned down is the check that stands before it. */
static void show_checks(struct visit *v, struct copy_view *view)
{
    struct model_copy_checks_rows rows =
        model_copy_checks(&v->snap->conn, &(struct model_copy_checks){ .copy_id = view->row.id });
    struct model_copy_acts_rows acts =
        model_copy_acts(&v->snap->conn, &(struct model_copy_acts){ .copy_id = view->row.id });
    struct copy_check_view *checks = new(v->arena, struct copy_check_view, rows.count);
    const char *const self = N_("tự khai");
    const char *standing = self;
    size_t count = 0;
    for (size_t i = 0; i < acts.count && count < rows.count; i++) {
        struct str act = acts.rows[i].act;
        if (str_equal(act, STR("copy_verify"))) {
            standing = N_("đã xác nhận");
        } else if (str_equal(act, STR("copy_turn_down"))) {
            standing = N_("không được xác nhận");
        } else if (str_equal(act, STR("copy_check"))) {
            const struct model_copy_checks_row *row = &rows.rows[count];
            checks[count++] = (struct copy_check_view){
                .row = *row,
                .month = model_copy_month_str(v, row->month),
                .amount = model_number(v, row->amount),
                .standing = standing,
            };
            standing = self;
        }
    }
    view->checks = checks;
    view->check_count = count;
    show_acts(v, view, &acts);
}

static void show_acts(struct visit *v, struct copy_view *view,
                      const struct model_copy_acts_rows *acts)
{
    struct event_view *events = new(v->arena, struct event_view, acts->count);
    for (size_t i = 0; i < acts->count; i++) {
        const struct model_copy_acts_row *act = &acts->rows[i];
        struct str month = model_copy_month_str(v, act->month);
        bool says_both = month.n > 0 && act->said.n > 0;
        events[i] = (struct event_view){
            .what = model_act_label(&model_copy_flow, act->act),
            .said = says_both
                        ? str_printf(v->arena, "%.*s: %.*s", STR_ARG(month), STR_ARG(act->said))
                    : month.n > 0 ? month
                                  : act->said,
            .by = act->person_name,
            .at = act->at,
        };
    }
    view->acts.done = (struct timeline_view){ events, acts->count };
}

/* --- what may be done ------------------------------------------------------------------------- */

static void offer_check(struct visit *v, struct copy_view *view)
{
    const struct record *record = &model_copy_check_record;
    struct choice *choices = new(v->arena, struct choice, COPY_CHECKS);
    struct day today = instant_day(v->now);
    struct str since = tongue_text(v->tongue, N_("từ"));
    size_t count = 0;
    for (size_t i = 0; i < COPY_CHECKS; i++) {
        int32_t month = model_copy_months[i];
        struct day opens_on = model_copy_opens_on(view->row.begins_on, month);
        if (month > view->row.checked_month && day_compare(opens_on, today) <= 0) {
            struct out day = out_open(v->arena, DAY_BYTES);
            format_day(&day, opens_on);
            struct str told = model_copy_month_str(v, month);
            choices[count++] = (struct choice){
                .value = model_id_str(v, month),
                .label = str_printf(v->arena, "%.*s (%.*s %.*s)", STR_ARG(told), STR_ARG(since),
                                    STR_ARG(out_str(&day))),
            };
        }
    }
    view->may_check = count > 0 && day_is_none(view->row.ended_on) &&
                      visit_may_over(v, POWER_REGISTER, ID_OF(view->row.unit_id));
    view->send_to = route_url(v, "/cb/lam-theo/:id/do", model_id_str(v, view->row.id.v));
    view->month = page_field(v, INPUT_SELECT, record, "month");
    view->amount = page_field(v, INPUT_NUMBER, record, "amount");
    view->measured_on = page_field(v, INPUT_DAY, record, "measured_on");
    view->source = page_field(v, INPUT_LINE, record, "source");
    view->source.hint = N_("Sổ nào, biên bản nào, ai đếm.");
    view->difficulties = page_field(v, INPUT_AREA, record, "difficulties");
    view->difficulties.hint = N_("Điều này giúp nơi khác nhất; không có mô hình nào không khó.");
    page_choices(v, &view->month, choices, count);
}

/* Where several ask for words, what was wrong is said beside those that were sent. */
static void offer_acts(struct visit *v, struct copy_view *view)
{
    const struct model_copy_get_row *row = &view->row;
    struct str id = model_id_str(v, row->id.v);
    int state = workflow_state(&model_copy_flow, row->state);
    struct model_button *buttons = new(v->arena, struct model_button, model_copy_flow.move_count);
    bool may_verify = row->checked_month > row->verified_month && !is_party(v, row);
    const struct move *move = NULL;
    while ((move = workflow_next(&model_copy_flow, state, move)) != NULL) {
        bool is_verifiers = str_equal(str_of(move->by), STR(POWER_VERIFY));
        if (str_equal(str_of(move->command), STR("copy_check")) ||
            str_equal(str_of(move->by), STR(BY_CLOCK)) || (is_verifiers && !may_verify) ||
            !visit_may_over(v, move->by, ID_OF(row->unit_id))) {
            continue;
        }
        struct str act = str_of(move->command + sizeof("copy_") - 1);
        struct model_button *button = &buttons[view->acts.button_count++];
        *button = (struct model_button){
            .label = move->label,
            .send_to = route_url(v, "/cb/lam-theo/:id/:act", id, act),
            .said = page_field(v, INPUT_AREA, &model_copy_act_record, "said"),
            .has_said = !str_equal(act, STR("verify")),
            .is_grave = move->to == COPY_ENDED,
        };
        button->said.label =
            button->is_grave ? N_("Vì sao thôi làm theo") : N_("Vì sao không xác nhận");
        button->said.is_optional = false;
        if (!str_equal(v->params[1], act)) {
            button->said.id = move->command;
            button->said.value = STR_NONE;
            button->said.problem = STR_NONE;
        }
    }
    view->acts.page = view->page;
    view->acts.buttons = buttons;
}

static bool is_party(struct visit *v, const struct model_copy_get_row *row)
{
    struct model_copy_post_row post;
    struct model_copy_post wanted = { .person_id = { v->visitor.author.person.v },
                                      .one = row->unit_id,
                                      .other = row->model_unit_id,
                                      .on = instant_day(v->now) };
    return model_copy_post(&v->snap->conn, &wanted, &post);
}
