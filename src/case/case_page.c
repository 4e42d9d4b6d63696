/* One case for those who work on it: what is known, clocks, people, and what may be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/alike.h"
#include "case/letter.h"

#include <string.h>

#include "html/case.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/route.h"

static bool load(struct visit *v, const struct case_pages *pages, struct case_get_row *ret);
static enum status show(struct visit *v, const struct case_pages *pages,
                        const struct case_get_row *file);
static void show_next_due(struct visit *v, const struct case_pages *pages,
                          const struct case_get_row *file, struct case_view *view);
static void offer_acts(struct visit *v, const struct case_pages *pages,
                       const struct case_get_row *file, const void *own, struct case_view *view);
static struct case_act_form form_of(struct visit *v, const struct case_pages *pages,
                                    const struct case_get_row *file,
                                    const struct case_act_rule *act);
static void fill_from_letter(struct visit *v, const struct case_pages *pages,
                             const struct case_get_row *file, const struct case_act_rule *act,
                             struct field_view *fields, size_t count);
static bool is_among(const char *acts, const char *name);
static struct field_view field_of(struct visit *v, const struct case_field *field);
static void offer_choices(struct visit *v, const struct case_field *field, struct field_view *view);
static struct summary_view people_of(struct visit *v, const struct case_get_row *file);

enum status case_file_show(struct visit *v, const struct case_pages *pages)
{
    struct case_get_row file;
    return load(v, pages, &file) ? show(v, pages, &file) : STATUS_NOT_FOUND;
}

enum status case_take_act(struct visit *v, const struct case_pages *pages, visit_fn *after)
{
    struct case_get_row file;
    const struct case_act_rule *act = case_act_rule(pages->kind, v->params[1]);
    if (!act || !load(v, pages, &file)) {
        return STATUS_NOT_FOUND;
    }
    struct case_args *args = new(v->arena, struct case_args, 1);
    if (!visit_form_part(v, &case_args_record, args)) {
        show(v, pages, &file);
        return STATUS_INVALID;
    }
    args->code = file.code;
    return visit_order(v, &pages->kind->commands[act - pages->kind->acts], args, after);
}

enum status case_after_act(struct visit *v, const struct case_pages *pages)
{
    struct case_get_row file;
    if (!visit_refused(v)) {
        return visit_go(v, route_url(v, pages->case_path, v->order->outcome.answer.text));
    }
    enum status status = v->order->outcome.verdict.status;
    bool is_shown_again = status == STATUS_INVALID || status == STATUS_REFUSED ||
                          status == STATUS_CONFLICT || status == STATUS_KEY_REUSED;
    if (is_shown_again && load(v, pages, &file)) {
        show(v, pages, &file);
    }
    return status;
}

static bool load(struct visit *v, const struct case_pages *pages, struct case_get_row *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    const struct case_kind *kind = pages->kind;
    return code_read(v->params[0], code, &doubtful) == CODE_GOOD &&
           case_get(&v->snap->conn,
                    &(struct case_get){ .code = str_of(code), .kind = str_of(kind->name) }, ret) &&
           (visit_may_over(v, kind->handle, ID_OF(ret->unit_id)) ||
            visit_may_over(v, kind->lead, ID_OF(ret->unit_id))) &&
           case_is_known(kind, &v->snap->conn, ret, v->visitor.author.person);
}

static enum status show(struct visit *v, const struct case_pages *pages,
                        const struct case_get_row *file)
{
    const struct case_kind *kind = pages->kind;
    const void *own = kind->load(&v->snap->conn, file);
    struct summary_row *rows = new(v->arena, struct summary_row, CASE_SUMMARY_MAX);
    struct case_view *view = new(v->arena, struct case_view, 1);
    *view = (struct case_view){
        .page = page_open(v, kind->workflow->title),
        .code = file->code,
        .subject = file->subject,
        .state = kind->workflow->states[workflow_state(kind->workflow, file->state)].label,
        .book = case_book_words(v->arena, file->book_number, file->book_year),
        .terms = case_terms_of(v, case_clocks(&v->snap->conn, kind->workflow,
                                              visit_calendar(v, ID_OF(file->unit_id)), file->id)),
        .people = people_of(v, file),
        .holder = case_holder_of(v, file),
        .timeline = case_timeline(v, pages, file, false),
        .letters = case_letters_of(v, pages, file),
        .alike = case_alike_of(v, pages, file),
        .version = file->version,
    };
    view->summary = (struct summary_view){ rows, pages->summary(v, own, false, rows) };
    view->page->back = route_url(v, pages->list_path);
    show_next_due(v, pages, file, view);
    offer_acts(v, pages, file, own, view);
    case_case_html(page_body(v), view);
    return STATUS_OK;
}

static void show_next_due(struct visit *v, const struct case_pages *pages,
                          const struct case_get_row *file, struct case_view *view)
{
    if (file->due_rule.p && file->is_open) {
        struct due_row due = { .unit = WORKING_DAYS,
                               .anchor = instant_of_day(file->received_on),
                               .due = file->due_at };
        view->badge = page_badge(v, &due, visit_calendar(v, ID_OF(file->unit_id)));
        view->rule = case_rule_about(pages->kind->workflow, file->due_rule);
        view->has_badge = true;
    }
}

/* The workflow says what may be done in this state; the grants, by whom. */
static void offer_acts(struct visit *v, const struct case_pages *pages,
                       const struct case_get_row *file, const void *own, struct case_view *view)
{
    const struct case_kind *kind = pages->kind;
    struct case_act_form *usual = new(v->arena, struct case_act_form, kind->act_count);
    struct case_act_form *others = new(v->arena, struct case_act_form, kind->act_count);
    int state = workflow_state(kind->workflow, file->state);
    for (size_t i = 0; i < kind->act_count; i++) {
        const struct move *move;
        const struct case_act_rule *act = &kind->acts[i];
        if ((act->needs & CASE_BROUGHT) ||
            !verdict_is_ok(workflow_check(kind->workflow, state, act->name, own, &move)) ||
            !visit_may_over(v, move->by, ID_OF(file->unit_id))) {
            continue;
        }
        struct case_act_form form = form_of(v, pages, file, act);
        form.page = view->page;
        if (is_among(pages->usual, act->name)) {
            usual[view->act_count++] = form;
        } else {
            others[view->other_count++] = form;
        }
    }
    view->acts = usual;
    view->others = others;
}

/* Number and day of the letter that was issued for the act. */
static void fill_from_letter(struct visit *v, const struct case_pages *pages,
                             const struct case_get_row *file, const struct case_act_rule *act,
                             struct field_view *fields, size_t count)
{
    struct case_letter_newest_row row;
    struct out day = out_open(v->arena, 32);
    if (!case_letter_of_act(&v->snap->conn, pages->kind, file->id, act->name, &row)) {
        return;
    }
    struct case_letter_get_row numbered = { .number = row.number,
                                            .sign = row.sign,
                                            .organ = row.organ };
    format_day(&day, row.issued_on);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(fields[i].name, "document") == 0) {
            fields[i].value = case_letter_number(v->arena, &numbered);
        } else if (strcmp(fields[i].name, "on") == 0) {
            fields[i].value = out_str(&day);
        }
    }
}

/* Is the act in ",refuse,decide,"? */
static bool is_among(const char *acts, const char *name)
{
    char quoted[64];
    snprintf(quoted, sizeof quoted, ",%s,", name);
    return strstr(acts, quoted) != NULL;
}

static struct case_act_form form_of(struct visit *v, const struct case_pages *pages,
                                    const struct case_get_row *file,
                                    const struct case_act_rule *act)
{
    struct field_view *fields = new(v->arena, struct field_view, pages->field_count);
    size_t count = 0;
    for (size_t i = 0; i < pages->field_count; i++) {
        if (strcmp(pages->fields[i].act, act->name) == 0) {
            fields[count++] = field_of(v, &pages->fields[i]);
        }
    }
    if (!str_equal(v->params[1], str_of(act->name))) {
        fill_from_letter(v, pages, file, act, fields, count);
    }
    return (struct case_act_form){
        .version = file->version,
        .name = act->name,
        .label = case_act_label(pages->kind, str_of(act->name)),
        .url = route_url(v, pages->act_path, file->code, str_of(act->name)),
        .fields = fields,
        .field_count = count,
        .is_open = str_equal(v->params[1], str_of(act->name)),
        .is_grave = is_among(pages->grave, act->name),
    };
}

static struct field_view field_of(struct visit *v, const struct case_field *field)
{
    struct field_view view = page_field(v, field->kind, &case_args_record, field->name);
    view.label = field->label ? field->label : view.label;
    view.hint = field->hint;
    view.is_optional = field->is_optional;
    if (!str_equal(v->params[1], str_of(field->act))) {
        /* Several forms of the page ask the same; errors lead to the open one's. */
        view.id = str_z(v->arena, str_printf(v->arena, "%s-%s", field->act, field->name));
        view.value = STR_NONE;
        view.problem = STR_NONE;
    }
    offer_choices(v, field, &view);
    return view;
}

static void offer_choices(struct visit *v, const struct case_field *field, struct field_view *view)
{
    size_t count = field->grounds ? field->grounds->count : field->word_count;
    struct choice *choices = new(v->arena, struct choice, count + 1);
    for (size_t i = 0; i < count; i++) {
        const char *value = field->grounds ? field->grounds->rows[i].code : field->words[i].word;
        const char *label =
            field->grounds ? field->grounds->rows[i].sentence : field->words[i].label;
        choices[i] =
            (struct choice){ .value = str_of(value), .label = tongue_text(v->tongue, label) };
    }
    if (count > 0) {
        page_choices(v, view, choices, count);
    }
}

static struct summary_view people_of(struct visit *v, const struct case_get_row *file)
{
    static const struct {
        const char *role;
        const char *label;
    } roles[] = {
        { "sender", N_("Người gửi đơn") },
        { "representative", N_("Người đại diện") },
        { "respondent", N_("Bên bị khiếu nại, tố cáo") },
    };
    struct case_parties_rows rows =
        case_parties(&v->snap->conn, &(struct case_parties){ .case_id = file->id });
    struct summary_row *people = new(v->arena, struct summary_row, rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct case_parties_row *row = &rows.rows[i];
        struct out out = out_open(v->arena, 2048);
        out_str_raw(&out, row->name);
        struct out phone = out_open(v->arena, 64);
        format_phone(&phone, row->phone);
        const struct str more[] = { row->address, row->identity_number, out_str(&phone),
                                    row->email };
        for (size_t k = 0; k < COUNT(more); k++) {
            if (more[k].n > 0) {
                out_lit(&out, " · ");
                out_str_raw(&out, more[k]);
            }
        }
        for (size_t k = 0; k < COUNT(roles); k++) {
            if (str_equal(row->role, str_of(roles[k].role))) {
                people[count++] =
                    (struct summary_row){ roles[k].label, out_str(&out), { STR_NONE } };
            }
        }
    }
    return (struct summary_view){ people, count };
}

struct officer_view case_holder_of(struct visit *v, const struct case_get_row *file)
{
    struct case_holder_row holder = { .phone = STR_NONE };
    (void)case_holder(&v->snap->conn,
                      &(struct case_holder){ .unit_id = file->unit_id,
                                             .person_id = file->handler_id,
                                             .on = instant_day(v->now) },
                      &holder);
    struct officer_view officer =
        page_officer(v, holder.name, holder.post, file->unit_name, holder.phone);
    officer.says_nobody = true;
    return officer;
}
