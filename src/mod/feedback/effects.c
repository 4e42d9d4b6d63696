/* What each act changes in a report: one small function, one sentence of the practice. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/acts.h"

#include "law/answer.h"
#include "mod/feedback/gap.h"
#include "mod/feedback/parts.h"
#include "outbox/outbox.h"
#include "text/tongue.h"

enum { FORWARDED_TO_CHARS_MAX = 300 };

struct verdict no_effect(struct act_work *work)
{
    (void)work;
    return VERDICT_OK;
}

struct verdict take_into_work(struct act_work *work)
{
    if (work->before.assignee_id.v == 0) {
        work->change.assignee = (struct person_id){ work->deed->author->person.v };
    }
    return VERDICT_OK;
}

struct verdict refuse_report(struct act_work *work)
{
    if (!reason_find(refusal_reasons, refusal_reason_count, work->args->reason)) {
        return invalid("reason", N_("Hãy chọn một lý do trong danh sách."));
    }
    if (str_is_empty(str_trim(work->args->text))) {
        return invalid("text", N_("Hãy giải thích cho người gửi, và chỉ nơi họ nên tới."));
    }
    return VERDICT_OK;
}

/* Without a name, the author takes it on. */
/* Who is among those that work here gets it whole, with its clock. */
struct verdict forward_outside(struct act_work *work)
{
    struct str body = str_trim(work->args->text);
    if (str_chars(body) > FORWARDED_TO_CHARS_MAX) {
        return invalid("text", N_("Tên cơ quan dài quá 300 ký tự. Hãy viết gọn."));
    }
    work->said = str_printf(work->deed->arena, FORWARDED_TO "%.*s", STR_ARG(body));
    return VERDICT_OK;
}

struct verdict assign_person(struct act_work *work)
{
    struct person_id person = { work->deed->author->person.v };
    if (!str_is_empty(work->args->person)) {
        struct feedback_colleague_row found;
        struct feedback_colleague wanted = { .sign_in = work->args->person,
                                             .unit_id = work->before.unit_id,
                                             .today = work->deed->today };
        if (!feedback_colleague(&work->deed->tx->conn, &wanted, &found)) {
            return invalid("person", N_("Người này không làm việc tại đơn vị đang giữ hồ sơ."));
        }
        person = found.id;
    }
    work->change.assignee = person;
    return VERDICT_OK;
}

/* The clock runs on: passing a report on does not start it again. */
struct verdict pass_on(struct act_work *work)
{
    struct unit_id receiver = { 0 };
    struct verdict verdict = find_other_unit(work, &receiver);
    if (verdict_is_ok(verdict)) {
        work->other_unit = work->before.unit_id;
        work->change.unit = receiver;
        work->change.assignee = (struct person_id){ 0 };
    }
    return verdict;
}

struct verdict pass_back(struct act_work *work)
{
    work->other_unit = work->before.unit_id;
    if (work->move->to == REPORT_RECEIVED) {
        work->change.unit = work->before.from_unit_id;
    }
    return VERDICT_OK;
}

/* Whoever leads only one of the two would rule in its own matter. */
struct verdict rule_between_units(struct act_work *work)
{
    struct feedback_unit_by_code_row unit;
    if (!deed_may(work->deed, POWER_LEAD, ID_OF(work->before.from_unit_id))) {
        return refuse(N_("Chỉ cấp trên của cả hai đơn vị mới phân định được."), NULL);
    }
    if (!feedback_unit_by_code(
            &work->deed->tx->conn,
            &(struct feedback_unit_by_code){ .code = work->args->unit, .today = work->deed->today },
            &unit)) {
        return invalid("unit", N_("Không có đơn vị nào mang mã này."));
    }
    work->other_unit = work->before.unit_id;
    work->change.unit = unit.id;
    return VERDICT_OK;
}

struct verdict stop_clock(struct act_work *work)
{
    report_pause_insert(work->deed->tx, &(struct report_pause_insert){
                                            .id = { deed_new_id(work->deed) },
                                            .report_id = work->before.id,
                                            .from_at = work->deed->now,
                                            .reason = work->args->text,
                                        });
    return VERDICT_OK;
}

struct verdict run_clock(struct act_work *work)
{
    report_pause_end(work->deed->tx, &(struct report_pause_end){ .report_id = work->before.id,
                                                                 .to_at = work->deed->now });
    return recompute_due(work, work->before.anchor_at);
}

struct verdict extend_term(struct act_work *work)
{
    if (work->args->amount < 1) {
        return invalid("amount", N_("Hãy ghi gia hạn thêm bao nhiêu, ít nhất là 1."));
    }
    if (work->before.extended > 0) {
        return invalid("amount", N_("Hồ sơ đã được gia hạn một lần, không gia hạn thêm được."));
    }
    /* More than an int32_t holds is more than any category allows. */
    work->change.extended = work->args->amount < INT32_MAX ? work->args->amount : INT32_MAX;
    return recompute_due(work, work->before.anchor_at);
}

/* An answer that answers nothing does not leave the desk of its author, unless who lets answers go
 * says why it must: the reason is kept beside it. */
struct verdict write_draft(struct act_work *work)
{
    struct str rest = work->args->text;
    struct str gap = gap_next(&rest);
    if (gap.p) {
        return verdict_about(
            invalid("text", N_("Câu trả lời còn chỗ trống “%s”. Hãy viết lời thay vào đó.")), gap);
    }
    struct verdict verdict =
        answer_check(answer_own(work->deed->arena, work->args->text), work->deed->arena);
    bool is_let_go = !str_is_empty(str_trim(work->args->reason)) &&
                     deed_may(work->deed, POWER_APPROVE, ID_OF(work->before.unit_id));
    if (!verdict_is_ok(verdict) && !is_let_go) {
        verdict.field = "text";
        return verdict;
    }
    return VERDICT_OK;
}

struct verdict send_answer(struct act_work *work)
{
    work->said = work->before.answer;
    return VERDICT_OK;
}

struct verdict rate_answer(struct act_work *work)
{
    if (work->args->amount < 1 || work->args->amount > 5) {
        return invalid("amount", N_("Hãy chọn từ 1 (chưa hài lòng) đến 5 (rất hài lòng)."));
    }
    work->change.rating = work->args->amount;
    return VERDICT_OK;
}

struct verdict reopen_report(struct act_work *work)
{
    work->change.extended = 0;
    return recompute_due(work, work->deed->now);
}

struct verdict merge_into_other(struct act_work *work)
{
    struct report_id_of_row other;
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(work->args->other, code, &doubtful) != CODE_GOOD ||
        !report_id_of(&work->deed->tx->conn, &(struct report_id_of){ .code = str_of(code) },
                      &other)) {
        return invalid("other", N_("Không có hồ sơ nào mang mã này. Hãy xem lại từng ký tự."));
    }
    if (other.id.v >= work->before.id.v) {
        return invalid("other", N_("Chỉ gộp vào hồ sơ nhận trước hồ sơ này."));
    }
    int state = workflow_state(&feedback_flow, other.state);
    if (state == WORKFLOW_NOWHERE || feedback_flow.states[state].is_final) {
        return invalid("other", N_("Hồ sơ kia đã đóng, không gộp vào được."));
    }
    work->said = str_copy(work->deed->arena, str_of(code));
    work->change.merged_into = other.id;
    return VERDICT_OK;
}

/* A name that was hidden from the office is opened by those who lead it only. */
struct verdict open_sender(struct act_work *work)
{
    if (str_equal(work->before.identity, STR("hidden")) &&
        !deed_may(work->deed, POWER_LEAD, ID_OF(work->before.unit_id))) {
        return refuse(N_("Người gửi giấu tên với đơn vị; chỉ lãnh đạo phụ trách mở được."), NULL);
    }
    sender_opening_insert(work->deed->tx, &(struct sender_opening_insert){
                                              .id = { deed_new_id(work->deed) },
                                              .report_id = work->before.id,
                                              .at = work->deed->now,
                                              .person_id = { work->deed->author->person.v },
                                              .reason = work->args->reason,
                                          });
    return VERDICT_OK;
}

struct verdict hide_from_public(struct act_work *work)
{
    if (!reason_find(withhold_reasons, withhold_reason_count, work->args->reason) ||
        str_equal(work->args->reason, STR(SPOKEN))) {
        return invalid("reason", N_("Hãy chọn một lý do trong danh sách."));
    }
    return VERDICT_OK;
}

/* Once for every date on which the time ends, however often the clock looks. */
struct verdict tell_of_due(struct act_work *work)
{
    struct report_told_of_due_row told;
    struct report_told_of_due wanted = { .report_id = work->before.id,
                                         .act = str_of(work->move->command),
                                         .was_due_at = work->before.due_at };
    if (report_told_of_due(&work->deed->tx->conn, &wanted, &told)) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    return VERDICT_OK;
}

/* Puts back what the event remembers, and takes back the letters about it. None of the acts that
 * can be undone moves the due date, and the calendar may have moved it since. */
struct verdict take_back(struct act_work *work)
{
    work->change.state = work->newest.was_state;
    work->change.assignee = work->newest.was_assignee_id;
    report_event_undo(work->deed->tx, &(struct report_event_undo){ .id = work->newest.id });
    outbox_withdraw(work->deed, ID_OF(work->newest.id));
    return VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

struct verdict find_other_unit(struct act_work *work, struct unit_id *ret)
{
    struct feedback_unit_by_code_row unit;
    if (!feedback_unit_by_code(
            &work->deed->tx->conn,
            &(struct feedback_unit_by_code){ .code = work->args->unit, .today = work->deed->today },
            &unit)) {
        return invalid("unit", N_("Không có đơn vị nào mang mã này."));
    }
    if (ID_IS(unit.id, work->before.unit_id)) {
        return invalid("unit", N_("Hồ sơ đang ở chính đơn vị này."));
    }
    *ret = unit.id;
    return VERDICT_OK;
}

struct verdict recompute_due(struct act_work *work, struct instant anchor_at)
{
    struct report_get_row report = work->before;
    report.anchor_at = anchor_at;
    report.extended = work->change.extended;
    struct due due;
    struct verdict verdict =
        report_due(&work->deed->tx->conn, &report,
                   deed_calendar(work->deed, ID_OF(report.first_unit_id)), &due);
    if (verdict_is_ok(verdict)) {
        work->change.due_at = due.at;
    } else {
        verdict.field = "amount";
    }
    return verdict;
}
