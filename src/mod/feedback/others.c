/* Who else has a report open: a sentence on its page, and that sentence alone. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "html/feedback.h"
#include "text/format.h"

struct others_view case_others(struct visit *v, const struct report_get_row *report)
{
    struct sighting seen[PRESENCE_OTHERS_MAX];
    size_t count = visit_meet(v, ID_OF(report->id), seen);
    struct other_view *others = new(v->arena, struct other_view, count);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        struct feedback_person_row person;
        struct feedback_person wanted = { .id = { seen[i].person.v } };
        if (feedback_person(&v->snap->conn, &wanted, &person)) {
            struct out since = out_open(v->arena, 16);
            format_clock(&since, seen[i].since);
            others[known++] = (struct other_view){ person.name, out_str(&since) };
        }
    }
    return (struct others_view){ others, known,
                                 route_url(v, "/cb/hs/:code/dang-mo", report->code) };
}

/* What case.c puts into its page, without the page around it. */
enum status case_others_show(struct visit *v)
{
    struct report_get_row report;
    if (!case_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct others_view view = case_others(v, &report);
    feedback_others_html(page_body(v), &view);
    return STATUS_OK;
}
