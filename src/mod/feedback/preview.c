/* One report beside the inbox: enough to decide what to do with it; it does not count as open. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "html/feedback.h"
#include "mod/feedback/question.h"

enum status case_preview_show(struct visit *v)
{
    struct report_get_row report;
    if (!case_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    int state = workflow_state(&feedback_flow, report.state);
    struct preview_view view = {
        .code = report.code,
        .title = report.title,
        .text = report.text,
        .place = report.place,
        .state = feedback_flow.states[state].label,
        .holder = report_holder_of(v, &report, true),
        .received_at = report.received_at,
        .badge = report_badge(v, &report),
        .photos = photos_view(v, &(struct photos_of){ .report_id = report.id }, false),
        .replies = replies_summary(v, report.replies),
        .url = route_url(v, "/cb/hs/:code", report.code),
        .is_read_first = str_equal(report.withheld, STR(READ_FIRST)),
    };
    view.holder.unit = STR_NONE; /* the inbox is that unit's */
    view.holder.phone = view.holder.phone_digits = STR_NONE;
    view.holder.says_nobody = true;
    feedback_preview_html(page_body(v), &view);
    return STATUS_OK;
}
