/* The paper that goes with a forwarded report. Law: 05/2021/TT-TTCP form 04; 42/2013/QH13. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include "mod/feedback/officer.h"
#include "text/format.h"

enum { DAY_BYTES = 16 };

/* Who sent it stays where names are kept: it is written by hand. */
enum status forward_paper(struct visit *v)
{
    struct report_get_row report;
    const struct str room = STR("……… ……… ……… ……… ……… ……… ……… ………");
    if (!case_load(v, &report) ||
        workflow_state(&feedback_flow, report.state) != REPORT_FORWARDED) {
        return STATUS_NOT_FOUND;
    }
    struct out day = out_open(v->arena, DAY_BYTES);
    format_day(&day, instant_day(report.received_at));
    size_t prefix = sizeof FORWARDED_TO - 1;
    const struct blank_value values[] = {
        { "competent", str_slice(report.answer, prefix, report.answer.n) },
        { "received_on", out_str(&day) },
        { "person", room },
        { "address", room },
        { "matter", report.title },
        { "grounds", STR("khoản 2 Điều 26 Luật Tiếp công dân") },
    };
    const struct case_get_row head = { .unit_id = report.unit_id, .unit_code = report.unit_code };
    return case_blank_give(v, &head, STR("C05-04"),
                           case_filled_write(v->arena, values, COUNT(values)));
}
