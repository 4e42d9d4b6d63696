/* The pages: all workflows of the house, and one of them as a diagram and in words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/workflow/pages.h"

#include "html/workflow.h"
#include "text/tongue.h"

enum { SENTENCE_BYTES_MAX = 4096 };

static const struct workflow *workflow_named(struct str name);
static struct deeds_view deeds_of(struct visit *v, const struct workflow *workflow, bool leads_on);
static struct deed_line line_of(struct visit *v, const struct workflow *workflow,
                                const struct move *move);
static void write_from(struct out *out, const struct workflow *workflow, const struct move *move);
static struct out sentence_open(struct visit *v);

enum status workflows_page(struct visit *v)
{
    const struct workflow *workflow;
    size_t count = 0;
    while (workflow_of_house(count)) {
        count++;
    }
    struct workflow_line *lines = new(v->arena, struct workflow_line, count);
    struct workflows_view view = { .page = page_open(v, N_("Quy trình giải quyết")),
                                   .lines = lines };
    while ((workflow = workflow_of_house(view.count)) != NULL) {
        lines[view.count++] = (struct workflow_line){
            workflow->title,
            route_url(v, "/biet/quy-trinh/:name", str_of(workflow->name)),
        };
    }
    workflow_list_html(page_body(v), &view);
    return STATUS_OK;
}

enum status workflow_page(struct visit *v)
{
    const struct workflow *workflow = workflow_named(v->params[0]);
    if (!workflow) {
        return STATUS_NOT_FOUND;
    }
    struct workflow_view view = { .page = page_open(v, workflow->title),
                                  .workflow = workflow,
                                  .moving = deeds_of(v, workflow, true),
                                  .staying = deeds_of(v, workflow, false) };
    view.page->back = route_url(v, "/biet/quy-trinh");
    /* The drawing comes from the law room, not from a template, and stands between two of them. */
    workflow_above_html(page_body(v), &view);
    workflow_svg(workflow, SVG_IN_PAGE, page_body(v));
    workflow_below_html(page_body(v), &view);
    return STATUS_OK;
}

static const struct workflow *workflow_named(struct str name)
{
    const struct workflow *workflow = NULL;
    for (size_t i = 0; (workflow = workflow_of_house(i)) != NULL; i++) {
        if (str_equal(str_of(workflow->name), name)) {
            break;
        }
    }
    return workflow;
}

static struct deeds_view deeds_of(struct visit *v, const struct workflow *workflow, bool leads_on)
{
    struct deed_line *rows = new(v->arena, struct deed_line, workflow->move_count);
    struct deeds_view deeds = { .rows = rows, .leads_on = leads_on };
    for (size_t i = 0; i < workflow->move_count; i++) {
        const struct move *move = &workflow->moves[i];
        if ((move->to != STAY) == leads_on) {
            rows[deeds.count++] = line_of(v, workflow, move);
        }
    }
    return deeds;
}

static struct deed_line line_of(struct visit *v, const struct workflow *workflow,
                                const struct move *move)
{
    struct out from = sentence_open(v);
    struct out terms = sentence_open(v);
    struct out cite = sentence_open(v);
    write_from(&from, workflow, move);
    move_write_terms(&terms, workflow, move);
    cite_write(&cite, &move->cite);
    return (struct deed_line){
        .from = out_str(&from),
        .label = move->label,
        .to = move->to == STAY ? NULL : workflow->states[move->to].label,
        .who = workflow_party(workflow, move->by),
        .terms = out_str(&terms),
        .cite = out_str(&cite),
    };
}

static void write_from(struct out *out, const struct workflow *workflow, const struct move *move)
{
    const char *separator = "";
    for (size_t i = 0; i < workflow->state_count; i++) {
        if (move->from & IN(i)) {
            out_str_raw(out, str_of(separator));
            out_str_raw(out, tongue_text(out->tongue, workflow->states[i].label));
            separator = "; ";
        }
    }
    if (move->from == 0) {
        out_str_raw(out, tongue_text(out->tongue, N_("Chưa có hồ sơ")));
    }
}

static struct out sentence_open(struct visit *v)
{
    struct out sentence = out_open(v->arena, SENTENCE_BYTES_MAX);
    sentence.tongue = v->tongue;
    return sentence;
}
