/* The pages: the form, the answer with its steps, and all rules. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/pages.h"

#include <string.h>

#include "base/attr.h"
#include "html/deadline.h"
#include "law/lunar.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

enum { SENTENCE_BYTES_MAX = 4096 };

static void show_form(struct visit *v, struct ask_view *view);
static void show_pauses(struct visit *v, struct ask_view *view);
static bool wants_more(const struct visit *v);
static void choose_rule(struct visit *v, struct field_view *field);
static void show_answer(struct visit *v, const struct due *due, struct neighbours beside,
                        struct ask_view *view);
static struct rule_line line_of(struct visit *v, const struct term *term);
static struct out sentence_open(struct visit *v);

enum status deadline_page(struct visit *v)
{
    struct due due = { .term = NULL };
    struct neighbours beside = { NULL, 0 };
    struct ask_view view = { .page = page_open(v, N_("Tính hạn theo luật")),
                             .here = route_url(v, "/biet/tinh-han"),
                             .rules = route_url(v, "/biet/tinh-han/quy-dinh") };
    /* From the list of rules one comes with a rule and no day yet; and who wants to fill in one
     * more suspension has not asked yet. */
    bool is_asked = form_get(&v->form, "date").p != NULL && !wants_more(v);
    view.has_answer = is_asked && ask_answer(v, &due, &beside);
    show_form(v, &view);
    if (view.has_answer) {
        show_answer(v, &due, beside, &view);
    }
    deadline_answer_html(page_body(v), &view);
    return is_asked && !view.has_answer ? STATUS_INVALID : STATUS_OK;
}

static void show_form(struct visit *v, struct ask_view *view)
{
    static const struct tick_view ticks[] = {
        { "complex", N_("Vụ việc phức tạp"), .is_ticked = false },
        { "remote", N_("Vùng sâu, vùng xa đi lại khó khăn"), .is_ticked = false },
        { "delegated", N_("Xác minh ở nhiều nơi hoặc ủy quyền"), .is_ticked = false },
        { "dismissal", N_("Quyết định buộc thôi việc"), .is_ticked = false },
    };
    struct field_view *const fields[] = { &view->date, &view->tests, &view->extend,
                                          &view->exclude };
    static const char *const names[] = { "date", "tests", "extend", "exclude" };
    static const char *const hints[] = {
        N_("Ngày xảy ra sự kiện mà thời hạn tính từ đó, ví dụ 13/03/2026."),
        N_("Tố cáo: một tiêu chí là phức tạp, từ hai là đặc biệt phức tạp. Khiếu nại: từ một."),
        N_("Mỗi lần tính mức dài nhất mà luật cho."),
        N_("Khiếu nại lần đầu: ốm đau, thiên tai, trở ngại khách quan có chứng minh. Tố cáo: thời "
           "gian "
           "trưng cầu giám định."),
    };
    view->rule = page_field(v, INPUT_SELECT, &ask_record, "rule");
    choose_rule(v, &view->rule);
    for (size_t i = 0; i < COUNT(names); i++) {
        *fields[i] = page_field(v, i > 0 ? INPUT_NUMBER : INPUT_DAY, &ask_record, names[i]);
        fields[i]->hint = hints[i];
        fields[i]->is_optional = false; /* all but two are, and it says so above them */
        view->is_refined |= i > 0 && !str_is_empty(fields[i]->value);
    }
    struct tick_view *shown = new(v->arena, struct tick_view, COUNT(ticks));
    for (size_t i = 0; i < COUNT(ticks); i++) {
        shown[i] = ticks[i];
        shown[i].problem = problem_of(&v->problems, ticks[i].name);
        shown[i].is_ticked = !str_is_empty(form_get(&v->form, ticks[i].name));
        view->is_refined |= shown[i].is_ticked;
    }
    view->ticks = shown;
    view->tick_count = COUNT(ticks);
    show_pauses(v, view);
}

static bool wants_more(const struct visit *v)
{
    return form_get(&v->form, "them").p != NULL;
}

/* As many as were filled in, and one more for who wants it: the button sends the form to itself. */
static void show_pauses(struct visit *v, struct ask_view *view)
{
    struct pause_view *pauses = new(v->arena, struct pause_view, SUSPENSIONS_MAX);
    size_t given = 0;
    for (size_t i = 0; i < SUSPENSIONS_MAX; i++) {
        struct out title = sentence_open(v);
        struct str message = tongue_text(v->tongue, N_("Lần tạm đình chỉ thứ %s"));
        out_str_raw(&title, message_part(message, 0));
        out_int(&title, (int64_t)i + 1);
        out_str_raw(&title, message_part(message, 1));
        pauses[i] = (struct pause_view){
            .title = out_str(&title),
            .from = page_field(v, INPUT_DAY, &ask_record, ask_pause_from(i)),
            .to = page_field(v, INPUT_DAY, &ask_record, ask_pause_to(i)),
        };
        pauses[i].from.hint = N_("Ngày ra quyết định tạm đình chỉ; ngày này vẫn tính.");
        pauses[i].to.hint = N_("Ngày ra quyết định tiếp tục; để trống khi chưa có.");
        pauses[i].from.is_optional = false;
        pauses[i].to.is_optional = false;
        bool is_given = !str_is_empty(pauses[i].from.value) || !str_is_empty(pauses[i].to.value);
        given = is_given ? i + 1 : given;
    }
    size_t shown = given + (given == 0 || wants_more(v));
    view->pauses = pauses;
    view->pause_count = shown < SUSPENSIONS_MAX ? shown : SUSPENSIONS_MAX;
    view->takes_more = given > 0 && view->pause_count < SUSPENSIONS_MAX;
    view->is_refined |= given > 0 || wants_more(v);
}

/* Each name once, in the table's order, under its law. */
static void choose_rule(struct visit *v, struct field_view *field)
{
    struct choice *choices = new(v->arena, struct choice, RULES.count);
    size_t count = 0;
    for (size_t i = 0; i < RULES.count; i++) {
        const struct term *term = &RULES.rows[i];
        if (i > 0 && strcmp(term->name, term[-1].name) == 0) {
            continue;
        }
        struct out law = sentence_open(v);
        act_write(&law, act_law(term->cite.act));
        struct str about = tongue_text(v->tongue, term->about);
        struct str anchor = tongue_text(v->tongue, term->anchor);
        choices[count++] = (struct choice){
            .value = str_of(term->name),
            .group = out_str(&law),
            .label = str_printf(v->arena, "%.*s – %.*s (%s)", STR_ARG(about), STR_ARG(anchor),
                                term->name),
        };
    }
    page_choices(v, field, choices, count);
}

static void show_answer(struct visit *v, const struct due *due, struct neighbours beside,
                        struct ask_view *view)
{
    struct str *steps = new(v->arena, struct str, due->step_count);
    for (size_t i = 0; i < due->step_count; i++) {
        struct out sentence = sentence_open(v);
        step_write(&sentence, due, &due->steps[i]);
        steps[i] = out_str(&sentence);
    }
    struct str *neighbours = new(v->arena, struct str, beside.count);
    for (size_t i = 0; i < beside.count; i++) {
        struct out sentence = sentence_open(v);
        neighbour_write(&sentence, due, &beside.dues[i]);
        neighbours[i] = out_str(&sentence);
    }
    view->term = due->term;
    view->due = steps[due->step_count - 1];
    struct out lunar = sentence_open(v);
    lunar_write(&lunar, lunar_of(due->day));
    view->lunar = out_str(&lunar);
    view->steps = steps;
    view->step_count = due->step_count - 1;
    view->neighbours = neighbours;
    view->neighbour_count = beside.count;
}

enum status rules_page(struct visit *v)
{
    struct rule_line *lines = new(v->arena, struct rule_line, RULES.count);
    for (size_t i = 0; i < RULES.count; i++) {
        lines[i] = line_of(v, &RULES.rows[i]);
    }
    struct rules_view view = { .page = page_open(v, N_("Các thời hạn theo luật")),
                               .here = route_url(v, "/biet/tinh-han"),
                               .readings = route_url(v, "/biet/tinh-han/cach-hieu"),
                               .lines = lines,
                               .count = RULES.count };
    view.page->back = view.here;
    deadline_rules_html(page_body(v), &view);
    return STATUS_OK;
}

static struct rule_line line_of(struct visit *v, const struct term *term)
{
    struct out amount = sentence_open(v);
    struct out cite = sentence_open(v);
    struct out days = sentence_open(v);
    rule_write_amount(&amount, term);
    cite_write(&cite, &term->cite);
    format_day(&days, rule_from(term));
    if (!day_is_none(rule_to(term))) {
        out_lit(&days, " – ");
        format_day(&days, rule_to(term));
    }
    return (struct rule_line){
        .term = term,
        .amount = out_str(&amount),
        .days = out_str(&days),
        .cite = out_str(&cite),
    };
}

static struct out sentence_open(struct visit *v)
{
    struct out sentence = out_open(v->arena, SENTENCE_BYTES_MAX);
    sentence.tongue = v->tongue;
    return sentence;
}
