/* What each act makes of a report, as a function of nothing but the report and the act. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/change.h"

struct change change_nothing(const struct report_update *report, int act, struct instant at)
{
    return (struct change){
        .act = act,
        .at = at,
        .state = report->state,
        .unit = report->unit_id,
        .due_at = report->due_at,
        .assignee = report->assignee_id,
        .extended = report->extended,
        .rating = report->rating,
        .merged_into = report->merged_into_id,
    };
}

/* Who passed it on is remembered until another unit took it: a return goes there. */
static struct unit_id passed_on_by(const struct report_update *report, const struct change *change,
                                   int state)
{
    bool is_on_its_way = state == REPORT_TRANSFERRED || state == REPORT_RULING;
    return change->act == ACT_transfer ? report->unit_id
           : is_on_its_way             ? report->from_unit_id
                                       : (struct unit_id){ 0 };
}

void report_change(struct report_update *report, const struct change *change)
{
    int state = workflow_state(&feedback_flow, change->state);
    report->from_unit_id = passed_on_by(report, change, state);
    report->state = change->state;
    report->is_open = state != WORKFLOW_NOWHERE && !feedback_flow.states[state].is_final &&
                      state != REPORT_ANSWERED;
    report->unit_id = change->unit;
    report->due_at = change->due_at;
    report->assignee_id = change->assignee;
    report->extended = change->extended;
    report->rating = change->rating;
    report->merged_into_id = change->merged_into;
    switch (change->act) {
    case ACT_draft:
        report->answer = change->said;
        break;
    case ACT_refuse:
    case ACT_forward:
    case ACT_approve:
        report->answer = change->said;
        report->answered_at = change->at;
        break;
    case ACT_ask:
        report->paused_at = change->at;
        break;
    case ACT_supply:
    case ACT_resume:
        report->paused_at = INSTANT_NONE;
        break;
    case ACT_reopen: /* the whole term again; the old answer stays in its history */
        report->reopened++;
        report->anchor_at = change->at;
        report->answer = STR_NONE;
        report->answered_at = INSTANT_NONE;
        break;
    case ACT_return:
        report->bounces++;
        break;
    case ACT_withhold:
        report->is_public = false;
        report->withheld = change->reason;
        break;
    case ACT_publish:
        report->is_public = true;
        report->withheld = STR_NONE;
        break;
    default: /* what the act says above is all that it does */
        break;
    }
}

/* A return counts for the unit that got the report wrongly. */
struct report_month_add change_figures(const struct report_update *before,
                                       const struct change *change)
{
    bool is_answer = change->act == ACT_approve;
    bool is_rating = change->act == ACT_rate;
    return (struct report_month_add){
        .unit_id = before->unit_id,
        .month = month_of(instant_day(change->at)),
        .answered = is_answer,
        .late = is_answer && change->at.s > before->due_at.s,
        .refused = change->act == ACT_refuse,
        .bounced = change->act == ACT_return,
        .reopened = change->act == ACT_reopen,
        .rated = is_rating,
        .rating_sum = is_rating ? change->rating : 0,
    };
}
