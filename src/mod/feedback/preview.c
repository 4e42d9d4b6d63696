/* One report beside the inbox: enough to decide what to do with it; it does not count as open. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "html/feedback.h"
#include "mod/feedback/question.h"

enum status case_preview_show(struct visit *v)
{
    struct report_get_row report;
    struct feedback_person_row assignee = { .name = STR_NONE };
    if (!case_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    int state = workflow_state(&feedback_flow, report.state);
    struct feedback_person wanted = { .id = report.assignee_id };
    (void)feedback_person(&v->snap->conn, &wanted, &assignee);
    struct preview_view view = {
        .code = report.code,
        .title = report.title,
        .text = report.text,
        .place = report.place,
        .state = feedback_flow.states[state].label,
        .assignee = assignee.name,
        .received_at = report.received_at,
        .badge = report_badge(v, &report),
        .photos = photos_view(v, &(struct photos_of){ .report_id = report.id }, false),
        .replies = replies_summary(v, report.replies),
        .url = route_url(v, "/cb/hs/:code", report.code),
        .is_read_first = str_equal(report.withheld, STR(READ_FIRST)),
    };
    feedback_preview_html(page_body(v), &view);
    return STATUS_OK;
}
