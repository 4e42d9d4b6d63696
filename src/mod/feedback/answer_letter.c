/* An answer on paper, for those who wrote on paper. Law: 42/2013/QH13 art. 28. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include "mod/feedback/compose.h"
#include "text/format.h"

enum { DAY_BYTES = 16 };

struct str answer_letter(struct visit *v, const struct report_get_row *report,
                         const struct str parts[ANSWER_PARTS], bool is_draft)
{
    struct out day = out_open(v->arena, DAY_BYTES);
    format_day(&day, instant_day(report->received_at));
    const struct blank_value values[] = {
        { "person", STR("……… ……… ……… ……… ……… ……… ……… ………") },
        { "received_on", out_str(&day) },
        { "code", report->code },
        { "matter", report->title },
        { "said", parts[PART_SAID] },
        { "done", parts[PART_DONE] },
        { "plan", parts[PART_PLAN] },
        { "unhappy", parts[PART_UNHAPPY] },
    };
    const struct case_get_row head = { .unit_id = report->unit_id, .unit_code = report->unit_code };
    return case_blank_draw(v, &head, STR("PAKN-01"),
                           case_filled_write(v->arena, values, COUNT(values)), is_draft);
}

/* What was sent, in the words that were sent. */
enum status answer_letter_file(struct visit *v)
{
    struct report_get_row report;
    struct str parts[ANSWER_PARTS] = { STR(""), STR(""), STR(""), STR("") };
    if (!case_load(v, &report) || !report.answered_at.s || report.answer.n == 0) {
        return STATUS_NOT_FOUND;
    }
    answer_split(report.answer, parts);
    struct str bytes = answer_letter(v, &report, parts, false);
    if (!bytes.p) {
        return STATUS_BUSY;
    }
    out_str_raw(page_body(v), bytes);
    reply_header(
        v->reply, "Content-Disposition",
        str_printf(v->arena, "attachment; filename=\"tra-loi-%.*s.pdf\"", STR_ARG(report.code)));
    return STATUS_OK;
}
