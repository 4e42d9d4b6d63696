/* A case shown again because an act was not carried out: what others did, what was typed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

static struct summary_view typed_fields(struct visit *v);
static bool is_offered(const struct handling_view *view, struct str act);

struct again_view case_again(struct visit *v, const struct report_get_row *report,
                             const struct handling_view *view)
{
    struct str act = v->params[1];
    struct again_view again = { .act = act, .fresh = route_url(v, "/cb/hs/:code", report->code) };
    if (!v->order) {
        return again;
    }
    const struct act_on_report *sent = v->order->args;
    again.label = tongue_text(v->tongue, act_label(act));
    again.typed = typed_fields(v);
    again.is_offered = is_offered(view, act);
    if (v->order->outcome.verdict.status == STATUS_CONFLICT) {
        again.news = case_news(v, report->id, sent->version);
    }
    again.is_shown = again.news.count > 0 || (!again.is_offered && again.typed.count > 0);
    return again;
}

/* All that was written, in the order and under the names of the form; coded reasons in words. */
static struct summary_view typed_fields(struct visit *v)
{
    struct summary_row *rows = new(v->arena, struct summary_row, act_record.count);
    size_t count = 0;
    for (size_t i = 0; i < act_record.count; i++) {
        const struct field *field = &act_record.fields[i];
        struct str typed = form_get(&v->form, field->name);
        bool is_written = field->label && !(field->rules & FIELD_SECRET) &&
                          !str_equal(str_of(field->name), STR("version")) &&
                          !str_is_empty(str_trim(typed));
        if (is_written) {
            struct str coded = coded_words(v, typed);
            rows[count++] =
                (struct summary_row){ .label = field->label, .value = coded.p ? coded : typed };
        }
    }
    return (struct summary_view){ rows, count };
}

static bool is_offered(const struct handling_view *view, struct str act)
{
    for (size_t i = 0; i < view->act_count; i++) {
        if (str_equal(str_of(view->acts[i].name), act)) {
            return true;
        }
    }
    return false;
}
