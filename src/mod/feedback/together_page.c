/* Many reports at once: a page that says what will happen, and one that says what did. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/together.h"

#include "html/feedback.h"
#include "mod/feedback/officer.h"
#include "text/tongue.h"

/* What a box of the inbox is called: this, and the code behind it. */
#define CHOSEN    "hs-"
#define ACT_FIELD "viec"

enum { LINE_BYTES_MAX = 80, WHY_BYTES_MAX = 1000 };

/* On its way: what the page after it shows. */
struct together_sent {
    struct together together;
    const struct together_act *act;
};

static enum status show(struct visit *v, const struct together_act *act);
static bool write_line(struct visit *v, const struct together_act *act,
                       const struct form_param *param, struct out *lines);
static void look_at(struct visit *v, const struct together_act *act, struct str typed,
                    struct together_view *view);
static struct verdict may_be_done(struct visit *v, const struct together_act *act,
                                  const struct report_get_row *report, const char **ret_act);
static struct together_item item_of(struct visit *v, const struct report_get_row *report);
static struct str in_words(struct visit *v, const struct verdict *verdict);
static struct field_view field_of(struct visit *v, const char *name);
static bool is_of_one_unit(const struct together_view *view);
static visit_fn after_together;

enum status together_show(struct visit *v)
{
    const struct together_act *act = together_act(form_get(&v->form, ACT_FIELD));
    return act ? show(v, act) : STATUS_NOT_FOUND;
}

enum status together_take(struct visit *v)
{
    struct together_sent *sent = new(v->arena, struct together_sent, 1);
    sent->act = together_act(form_get(&v->form, ACT_FIELD));
    if (!sent->act) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form_part(v, &together_record, &sent->together)) {
        return show(v, sent->act);
    }
    /* As they were posted, whatever became of them meanwhile: sent again, it is the same request,
     * and each that cannot be done any more is named with its reason. */
    struct out lines = out_open(v->arena, TOGETHER_MAX * LINE_BYTES_MAX);
    size_t count = 0;
    for (size_t i = 0; i < v->form.param_count && count < TOGETHER_MAX; i++) {
        count += write_line(v, sent->act, &v->form.params[i], &lines);
    }
    sent->together.reports = out_str(&lines);
    if (count == 0) {
        return show(v, sent->act);
    }
    return visit_order(v, &feedback_commands[COMMAND_TOGETHER], &sent->together, after_together);
}

/* A box's value is "3 accept": the version that was looked at, and the act that it will get. */
static bool write_line(struct visit *v, const struct together_act *act,
                       const struct form_param *param, struct out *lines)
{
    struct report_get_row report;
    struct str rest = param->value;
    struct str version = str_cut(&rest, ' ');
    int64_t number;
    if (!str_starts(param->name, STR(CHOSEN)) || !str_to_int(version, &number) ||
        !case_find(v, str_slice(param->name, sizeof CHOSEN - 1, param->name.n), &report)) {
        return false;
    }
    for (size_t i = 0; i < COUNT(act->acts) && act->acts[i]; i++) {
        if (str_equal(rest, str_of(act->acts[i]))) {
            out_printf(lines, "%.*s %lld %s\n", STR_ARG(report.code), (long long)number,
                       act->acts[i]);
            return true;
        }
    }
    return false;
}

static enum status after_together(struct visit *v)
{
    const struct together_sent *sent = v->order->args;
    if (visit_refused(v)) {
        show(v, sent->act);
        return v->order->outcome.verdict.status;
    }
    struct together_done_view view = { .page = page_open(v, act_label(str_of(sent->act->name))),
                                       .here = route_url(v, "/cb/hop-thu/cung-luc"),
                                       .back = route_url(v, "/cb/hop-thu"),
                                       .unit_code = form_get(&v->form, "don-vi"),
                                       .tab = form_get(&v->form, "loc") };
    struct together_item *done = new(v->arena, struct together_item, TOGETHER_MAX);
    struct together_item *refused = new(v->arena, struct together_item, TOGETHER_MAX);
    struct str answer = v->order->outcome.answer.text;
    struct str code;
    struct str why;
    while (view.refused_count < TOGETHER_MAX && together_refused_next(&answer, &code, &why)) {
        refused[view.refused_count++] = (struct together_item){
            .code = code, .why = why, .url = route_url(v, "/cb/hs/:code", code)
        };
    }
    struct str lines = sent->together.reports;
    while (lines.n > 0 && view.done_count < TOGETHER_MAX) {
        struct str line = str_cut(&lines, '\n');
        code = str_cut(&line, ' ');
        bool is_refused = false;
        for (size_t i = 0; i < view.refused_count; i++) {
            is_refused |= str_equal(refused[i].code, code);
        }
        if (!is_refused) {
            done[view.done_count++] =
                (struct together_item){ .code = code, .url = route_url(v, "/cb/hs/:code", code) };
        }
    }
    view.done = done;
    view.refused = refused;
    view.can_be_undone = act_can_be_undone(str_of(sent->act->name));
    view.page->back = view.back;
    feedback_together_done_html(page_body(v), &view);
    return STATUS_OK;
}

static enum status show(struct visit *v, const struct together_act *act)
{
    struct together_view view = {
        .page = page_open(v, act_label(str_of(act->name))),
        .here = route_url(v, "/cb/hop-thu/cung-luc"),
        .act = act->name,
        .able = new(v->arena, struct together_item, TOGETHER_MAX),
        .unable = new(v->arena, struct together_item, TOGETHER_MAX),
        .unit_code = form_get(&v->form, "don-vi"),
        .tab = form_get(&v->form, "loc"),
        .back = route_url(v, "/cb/hop-thu"),
    };
    struct field_view *fields = new(v->arena, struct field_view, COUNT(act->fields));
    for (size_t i = 0; i < v->form.param_count; i++) {
        struct str name = v->form.params[i].name;
        if (str_starts(name, STR(CHOSEN))) {
            look_at(v, act, str_slice(name, sizeof CHOSEN - 1, name.n), &view);
        }
    }
    for (size_t i = 0; i < COUNT(act->fields) && act->fields[i]; i++) {
        fields[view.field_count++] = field_of(v, act->fields[i]);
    }
    if (str_equal(str_of(act->name), STR("assign")) && is_of_one_unit(&view)) {
        colleague_choices(v, fields, view.able[0].unit);
    }
    view.fields = fields;
    view.page->back = view.back;
    view.page->is_task = true;
    feedback_together_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* Puts it where it belongs. Beyond a page of the inbox nothing is looked at. */
static void look_at(struct visit *v, const struct together_act *act, struct str typed,
                    struct together_view *view)
{
    struct report_get_row report;
    if (view->able_count + view->unable_count == TOGETHER_MAX || !case_find(v, typed, &report)) {
        view->left_out++;
        return;
    }
    struct together_item item = item_of(v, &report);
    struct verdict verdict = may_be_done(v, act, &report, &item.act);
    if (verdict_is_ok(verdict)) {
        view->able[view->able_count++] = item;
    } else {
        item.why = in_words(v, &verdict);
        view->unable[view->unable_count++] = item;
    }
}

/* What the workflow and the grants say; what is typed is asked by the act itself. Of two acts that
 * do the same, the reason is the first one's. */
static struct verdict may_be_done(struct visit *v, const struct together_act *act,
                                  const struct report_get_row *report, const char **ret_act)
{
    int state = workflow_state(&feedback_flow, report->state);
    struct report_facts facts = report_facts_of(&v->snap->conn, report, v->now);
    struct verdict first = VERDICT_OK;
    if (str_equal(report->withheld, STR(READ_FIRST))) {
        return refuse(N_("Lời kể giống tố cáo. Hãy mở hồ sơ này và xem riêng trước đã."), NULL);
    }
    for (size_t i = 0; i < COUNT(act->acts) && act->acts[i]; i++) {
        const struct move *move;
        struct verdict verdict = workflow_check(&feedback_flow, state, act->acts[i], &facts, &move);
        if (verdict_is_ok(verdict) && !visit_may_over(v, move->by, ID_OF(report->unit_id))) {
            verdict = (struct verdict){ .status = STATUS_FORBIDDEN };
        }
        if (verdict_is_ok(verdict)) {
            *ret_act = act->acts[i];
            return verdict;
        }
        first = i == 0 ? verdict : first;
    }
    return first;
}

static struct together_item item_of(struct visit *v, const struct report_get_row *report)
{
    int state = workflow_state(&feedback_flow, report->state);
    return (struct together_item){
        .code = report->code,
        .title = report->title,
        .state = feedback_flow.states[state].label,
        .badge = report_badge(v, report),
        .url = route_url(v, "/cb/hs/:code", report->code),
        .version = report->version,
        .unit = report->unit_id,
    };
}

static struct str in_words(struct visit *v, const struct verdict *verdict)
{
    struct out out = out_open(v->arena, WHY_BYTES_MAX);
    out.tongue = v->tongue;
    verdict_write_full(&out, verdict);
    return out_str(&out);
}

static struct field_view field_of(struct visit *v, const char *name)
{
    enum input_kind kind = str_equal(str_of(name), STR("text"))     ? INPUT_AREA
                           : str_equal(str_of(name), STR("amount")) ? INPUT_NUMBER
                                                                    : INPUT_LINE;
    struct field_view field = page_field(v, kind, &together_record, name);
    field.is_optional = str_equal(str_of(name), STR("person"));
    return field;
}

/* Else nobody could be given all of them, and the field stays a line. */
static bool is_of_one_unit(const struct together_view *view)
{
    bool is_one = view->able_count > 0;
    for (size_t i = 1; i < view->able_count; i++) {
        is_one = is_one && view->able[i].unit.v == view->able[0].unit.v;
    }
    return is_one;
}
