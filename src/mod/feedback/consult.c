/* Opinions of other units: asked, replied to, recalled, reminded of, and over with the report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/consult.h"

#include "mod/feedback/notices.h"
#include "text/format.h"
#include "text/tongue.h"

static bool find_open(const struct act_work *work, struct consult_open_row *ret);
static struct verdict take_up(struct act_work *work, struct consult_open_row *ret);
static struct verdict nothing_waits(void);
static void end(struct deed *deed, struct report_consult_id id, struct unit_id unit,
                const char *outcome, struct str reply);

struct verdict ask_unit(struct act_work *work)
{
    struct deed *deed = work->deed;
    struct conn *conn = &deed->tx->conn;
    struct unit_id unit = { 0 };
    struct consult_open_row open;
    struct verdict verdict = find_other_unit(work, &unit);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (find_open(work, &open)) {
        return invalid("unit", N_("Đơn vị này đang được hỏi rồi. Hãy chờ trả lời, hoặc rút câu hỏi "
                                  "trước rồi hỏi lại."));
    }
    if (consults_of(conn, &(struct consults_of){ work->before.id, CONSULTS_MAX }).count ==
        CONSULTS_MAX) {
        return refuse(N_("Hồ sơ này đã xin ý kiến 50 lần, không hỏi thêm được."), NULL);
    }
    verdict = consult_due(deed_calendar(deed, ID_OF(unit)), deed->now, work->before.due_at,
                          work->args->amount, deed->arena, &work->until);
    if (verdict_is_ok(verdict)) {
        consult_insert(deed->tx, &(struct consult_insert){
                                     .id = { deed_new_id(deed) },
                                     .report_id = work->before.id,
                                     .asker_id = work->before.unit_id,
                                     .unit_id = unit,
                                     .asked_at = deed->now,
                                     .due_at = work->until,
                                     .question = work->args->text,
                                 });
        consult_count_add(deed->tx, &(struct consult_count_add){ .unit_id = unit, .by = 1 });
        work->other_unit = unit;
        work->told_unit = unit;
    }
    return verdict;
}

struct verdict consult_due(const struct calendar *calendar, struct instant now,
                           struct instant report_due, int64_t working_days, struct arena *arena,
                           struct instant *ret)
{
    enum { DAYS_MAX = 366 };
    bool is_late = now.s > report_due.s;
    struct day today = instant_day(now);
    struct day last = is_late
                          ? calendar_add_working_days(calendar, today, CONSULT_LATE_WORKING_DAYS)
                          : instant_day(report_due);
    if (working_days < 1) {
        return invalid("amount",
                       N_("Hãy ghi đơn vị đó có mấy ngày làm việc để trả lời, ít nhất là 1."));
    }
    struct day day = calendar_add_working_days(
        calendar, today, working_days < DAYS_MAX ? (int32_t)working_days : DAYS_MAX);
    if (day_compare(day, last) > 0) {
        struct out shown = out_open(arena, 64);
        format_day(&shown, last);
        return verdict_about(
            invalid("amount",
                    is_late ? N_("Hồ sơ đã quá hạn, nên chỉ hỏi được tới ngày %s. Hãy ghi ít ngày "
                                 "hơn.")
                            : N_("Hồ sơ phải trả lời người gửi ngày %s, nên nơi được hỏi không thể "
                                 "trả lời sau đó. Hãy ghi ít ngày hơn, hoặc gia hạn hồ sơ trước.")),
            out_str(&shown));
    }
    struct instant evening = instant_of_day_end(day);
    *ret = is_late || evening.s < report_due.s ? evening : report_due;
    return VERDICT_OK;
}

/* Whoever works on reports of the unit that is named, while its question waits. */
struct verdict consult_check_author(const struct act_work *work)
{
    struct consult_open_row open;
    if (!find_open(work, &open)) {
        return nothing_waits();
    }
    return deed_may(work->deed, POWER_HANDLE, ID_OF(open.unit_id))
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_FORBIDDEN };
}

struct verdict give_opinion(struct act_work *work)
{
    struct consult_open_row open;
    struct verdict verdict = take_up(work, &open);
    if (verdict_is_ok(verdict)) {
        end(work->deed, open.id, open.unit_id, "replied", work->args->text);
    }
    return verdict;
}

struct verdict recall_question(struct act_work *work)
{
    struct consult_open_row open;
    struct verdict verdict = take_up(work, &open);
    if (verdict_is_ok(verdict)) {
        work->told_unit = open.unit_id;
        end(work->deed, open.id, open.unit_id, "recalled", STR_NONE);
    }
    return verdict;
}

/* Once for each question, however often the clock looks. */
struct verdict tell_unit(struct act_work *work)
{
    struct consult_open_row open;
    struct verdict verdict = take_up(work, &open);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool is_reminder = str_equal(str_of(work->move->command), STR("remind_consult"));
    struct instant *told_at = is_reminder ? &open.reminded_at : &open.escalated_at;
    if (told_at->s) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    *told_at = work->deed->now;
    consult_told(work->deed->tx,
                 &(struct consult_told){ open.reminded_at, open.escalated_at, open.id });
    work->told_unit = open.unit_id;
    return VERDICT_OK;
}

void consults_lapse(struct act_work *work, struct report_event_id event)
{
    struct deed *deed = work->deed;
    int state = workflow_state(&feedback_flow, work->after.state);
    bool goes_on = state != WORKFLOW_NOWHERE && (IN(state) & CONSULT_STATES) &&
                   ID_IS(work->before.unit_id, work->after.unit_id);
    if (goes_on) {
        return;
    }
    struct consults_of_rows rows =
        consults_of(&deed->tx->conn, &(struct consults_of){ work->before.id, CONSULTS_MAX });
    for (size_t i = 0; i < rows.count; i++) {
        const struct consults_of_row *row = &rows.rows[i];
        if (row->ended_at.s == 0) {
            end(deed, row->id, row->unit_id, "lapsed", STR_NONE);
            notices_put(deed, &(struct happening){
                                  .act = STR("consult_lapsed"),
                                  .event = event,
                                  .report = work->before.id,
                                  .code = work->before.code,
                                  .unit = row->unit_id,
                                  .due_at = row->due_at,
                              });
        }
    }
}

/* --- helpers ---------------------------------------------------------------------------------- */

static bool find_open(const struct act_work *work, struct consult_open_row *ret)
{
    return consult_open(&work->deed->tx->conn,
                        &(struct consult_open){ work->before.id, work->args->unit }, ret);
}

/* The question that an act is about; the event and the fact name its unit and its date. */
static struct verdict take_up(struct act_work *work, struct consult_open_row *ret)
{
    if (!find_open(work, ret)) {
        return nothing_waits();
    }
    work->other_unit = ret->unit_id;
    work->until = ret->due_at;
    return VERDICT_OK;
}

static struct verdict nothing_waits(void)
{
    return refuse(N_("Không có câu hỏi nào đang chờ đơn vị này: đã có trả lời, hoặc đã rút."),
                  NULL);
}

static void end(struct deed *deed, struct report_consult_id id, struct unit_id unit,
                const char *outcome, struct str reply)
{
    consult_end(deed->tx,
                &(struct consult_end){
                    .id = id, .ended_at = deed->now, .outcome = str_of(outcome), .reply = reply });
    consult_count_add(deed->tx, &(struct consult_count_add){ .unit_id = unit, .by = -1 });
}
