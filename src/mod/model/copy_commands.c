/* The commands of copies: rule, row, counters, facts. Every act is also a row of its history. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "base/must.h"
#include "mod/model/copy.h"
#include "mod/model/figures.h"
#include "text/tongue.h"

#define COPY(member, ...) FIELD(struct model_copy_form, member, __VA_ARGS__)
static const struct field copy_fields[] = {
    COPY(model),
    COPY(unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20, .label = N_("Đơn vị làm theo")),
    COPY(parent, .label = N_("Học từ nơi nào")),
    COPY(begins_on, .rules = FIELD_REQUIRED, .label = N_("Ngày bắt đầu")),
    COPY(metric, .rules = FIELD_REQUIRED | FIELD_LINE, .max = METRIC_CHARS_MAX,
         .label = N_("Đo cái gì")),
    COPY(amount_before, .rules = FIELD_REQUIRED, .max = AMOUNT_MAX, .label = N_("Trước khi làm")),
    COPY(measure, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 40, .label = N_("Đơn vị tính")),
    COPY(source, .rules = FIELD_REQUIRED | FIELD_LINE, .max = TEXT_LINE_CHARS_MAX,
         .label = N_("Lấy số ở đâu")),
    COPY(contact, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL, .max = 150,
         .label = N_("Người để hỏi")),
};
const struct record model_copy_record = RECORD("model.copy", struct model_copy_form, copy_fields);

#define CHECK(member, ...) FIELD(struct model_copy_check_form, member, __VA_ARGS__)
static const struct field check_fields[] = {
    CHECK(copy),
    CHECK(month, .rules = FIELD_REQUIRED, .max = AMOUNT_MAX, .label = N_("Kỳ kiểm tra")),
    CHECK(amount, .rules = FIELD_REQUIRED, .max = AMOUNT_MAX, .label = N_("Bây giờ")),
    CHECK(measured_on, .rules = FIELD_REQUIRED, .label = N_("Ngày đo")),
    CHECK(source, .rules = FIELD_REQUIRED | FIELD_LINE, .max = TEXT_LINE_CHARS_MAX,
          .label = N_("Lấy số ở đâu")),
    CHECK(difficulties, .rules = FIELD_REQUIRED, .max = BOX_CHARS_MAX,
          .label = N_("Khó khăn, thất bại")),
};
const struct record model_copy_check_record =
    RECORD("model.copy_check", struct model_copy_check_form, check_fields);

static const struct field act_fields[] = {
    FIELD(struct model_copy_act_form, copy),
    FIELD(struct model_copy_act_form, said, .max = TEXT_LONG_CHARS_MAX, .label = N_("Lý do")),
};
const struct record model_copy_act_record =
    RECORD("model.copy_act", struct model_copy_act_form, act_fields);

#define SAID(member)    FIELD(struct model_copy_get_row, member)
#define CHECKED(member) FIELD(struct model_copy_check_checks_row, member)
#define DONE(member)    FIELD(struct model_copy_check_acts_row, member)
static const struct field said_fields[] = {
    SAID(source_id),
    SAID(parent_id),
    SAID(unit_id),
    SAID(unit_code),
    SAID(state),
    SAID(begins_on),
    SAID(metric),
    SAID(measure),
    SAID(amount_before),
    SAID(source),
    FIELD(struct model_copy_get_row, contact, .rules = FIELD_PERSONAL),
    SAID(checked_month),
    SAID(due_on),
    SAID(asked_on),
    SAID(verified_month),
    SAID(verified_on),
    SAID(verifier_id),
    SAID(ended_on),
};
const struct record model_copy_said_record =
    RECORD("model_copy_said", struct model_copy_get_row, said_fields);
static const struct field checked_fields[] = {
    CHECKED(copy_id), CHECKED(month),        CHECKED(amount),     CHECKED(measured_on),
    CHECKED(source),  CHECKED(difficulties), CHECKED(said_by_id),
};
const struct record model_copy_checked_record =
    RECORD("model_copy_checked", struct model_copy_check_checks_row, checked_fields);
static const struct field done_fields[] = {
    DONE(copy_id), DONE(act), DONE(month), DONE(said), DONE(at), DONE(by_id),
};
const struct record model_copy_done_record =
    RECORD("model_copy_done", struct model_copy_check_acts_row, done_fields);

/* What every act needs: the row, and the move that the workflow allows. */
struct work {
    struct deed *deed;
    struct model_copy_get_row row;
    const struct move *move;
};
static struct verdict open_copy(struct work *work, const struct model_copy_form *form,
                                struct model_unit_row *ret_unit, struct model_get_row *ret_source);
static struct verdict begin(struct work *work, struct model_copy_id copy);
static void finish(struct work *work, int64_t month, struct str said);
static void write_act(struct work *work, int64_t month, struct str said);
static void count(struct work *work, const struct model_standing_add *more);
static struct verdict may_act(const struct work *work, const struct model_copy_act_form *form);
static void verify(struct work *work);
static bool is_command(const struct work *work, int command);

struct verdict model_apply_copy(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_copy_form *form = args;
    struct work work = { .deed = deed };
    struct model_unit_row unit;
    struct model_get_row source = { 0 };
    struct verdict verdict = open_copy(&work, form, &unit, &source);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char *object = new(deed->arena, char, OBJECT_ID_BYTES);
    deed_new_object(deed, object);
    struct day due_on = model_copy_opens_on(form->begins_on, model_copy_next_month(0));
    work.row = (struct model_copy_get_row){
        .id = { deed_new_id(deed) },
        .source_id = source.id,
        .parent_id = form->parent,
        .unit_id = unit.id,
        .unit_code = unit.code,
        .unit_name = unit.name,
        .model_name = source.name,
        .model_unit_id = source.unit_id,
        .begins_on = form->begins_on,
        .metric = form->metric,
        .measure = form->measure,
        .amount_before = form->amount_before,
        .source = form->source,
        .contact = form->contact,
        .due_on = due_on,
        .object = str_of(object),
    };
    model_copy_insert(deed->tx, &(struct model_copy_insert){
                                    .id = work.row.id,
                                    .source_id = work.row.source_id,
                                    .parent_id = work.row.parent_id,
                                    .unit_id = work.row.unit_id,
                                    .state = str_of(model_copy_flow.states[COPY_TRIAL].name),
                                    .begins_on = work.row.begins_on,
                                    .metric = work.row.metric,
                                    .measure = work.row.measure,
                                    .amount_before = work.row.amount_before,
                                    .source = work.row.source,
                                    .contact = work.row.contact,
                                    .due_on = due_on,
                                    .object = work.row.object,
                                });
    finish(&work, 0, STR_NONE);
    count(&work, &(struct model_standing_add){ .copies = 1 });
    model_copy_write(deed, &work.row,
                     &(struct copy_letter){ source.unit_id, POWER_REGISTER,
                                            "Có nơi xin làm theo mô hình",
                                            "Anh chị giúp nơi ấy những điều đã rút ra. Mỗi nơi "
                                            "được xác nhận sẽ ghi công cho đơn vị có mô hình." });
    *ret = (struct answer){ .subject = ID_OF(work.row.id) };
    return VERDICT_OK;
}

static struct verdict open_copy(struct work *work, const struct model_copy_form *form,
                                struct model_unit_row *ret_unit, struct model_get_row *ret_source)
{
    struct deed *deed = work->deed;
    struct conn *conn = &deed->tx->conn;
    struct verdict verdict = model_unit_named(deed, form->unit, ret_unit);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!deed_may(deed, POWER_REGISTER, ID_OF(ret_unit->id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    /* The page has seen that everybody may read it, and none is ever taken off its list. */
    must((model_get(conn, &(struct model_get){ .id = form->model }, ret_source) &&
          !day_is_none(ret_source->listed_on)) ||
         conn->failed);
    struct model_copy_get_row parent;
    struct model_copy_now_row now;
    struct model_copy_now at_it = { .source_id = ret_source->id, .unit_id = ret_unit->id };
    struct model_copy_facts facts = { .source = ret_source, .unit = ret_unit->id };
    facts.has_parent =
        form->parent.v != 0 &&
        model_copy_get(conn, &(struct model_copy_get){ .id = form->parent }, &parent);
    facts.parent = facts.has_parent ? &parent : NULL;
    facts.is_at_it = model_copy_now(conn, &at_it, &now);
    verdict = model_copy_may_begin(form, &facts, deed->today);
    return verdict_is_ok(verdict)
               ? workflow_check(&model_copy_flow, WORKFLOW_NOWHERE, "copy", NULL, &work->move)
               : verdict;
}

struct verdict model_apply_copy_check(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_copy_check_form *form = args;
    struct work work = { .deed = deed };
    struct verdict verdict = begin(&work, form->copy);
    if (verdict_is_ok(verdict)) {
        verdict = model_copy_may_check(&work.row, form, deed->today);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct model_copy_check_checks_row row = {
        .id = { deed_new_id(deed) },
        .copy_id = form->copy,
        .month = form->month,
        .amount = form->amount,
        .measured_on = form->measured_on,
        .source = form->source,
        .difficulties = form->difficulties,
        .said_by_id = { deed->author->person.v },
        .object = str_of(object),
    };
    row.position = deed_emit(deed, &model_facts[FACT_COPY_CHECKED], ID_OF(row.id), row.object,
                             work.row.unit_code, &row);
    model_copy_check_insert(deed->tx,
                            &(struct model_copy_check_insert){ .id = row.id,
                                                               .copy_id = row.copy_id,
                                                               .month = row.month,
                                                               .amount = row.amount,
                                                               .measured_on = row.measured_on,
                                                               .source = row.source,
                                                               .difficulties = row.difficulties,
                                                               .said_by_id = row.said_by_id,
                                                               .object = row.object,
                                                               .position = row.position });
    work.row.checked_month = form->month;
    work.row.due_on = model_copy_opens_on(work.row.begins_on, model_copy_next_month(form->month));
    work.row.asked_on = DAY_NONE;
    finish(&work, form->month, STR_NONE);
    model_copy_write(deed, &work.row,
                     &(struct copy_letter){ work.row.unit_id, POWER_VERIFY,
                                            "Chờ xác nhận nơi làm theo mô hình",
                                            "Đơn vị vừa báo kết quả kiểm tra. Anh chị xem, và xác "
                                            "nhận hoặc nói rõ vì sao không." });
    ret->subject = ID_OF(work.row.id);
    return VERDICT_OK;
}

struct verdict model_apply_copy_act(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_copy_act_form *form = args;
    struct work work = { .deed = deed };
    struct verdict verdict = begin(&work, form->copy);
    if (verdict_is_ok(verdict)) {
        verdict = may_act(&work, form);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct model_copy_get_row *row = &work.row;
    int64_t month = row->checked_month;
    struct copy_letter letter = { row->unit_id, POWER_REGISTER, NULL, NULL };
    if (is_command(&work, COMMAND_COPY_VERIFY)) {
        verify(&work);
        letter.subject = "Đã xác nhận nơi làm theo mô hình";
        letter.body = "Kết quả kiểm tra đã được xác nhận và ghi công cho đơn vị có mô hình.";
    } else if (is_command(&work, COMMAND_COPY_TURN_DOWN)) {
        row->checked_month = row->verified_month;
        row->asked_on = DAY_NONE;
        row->due_on =
            model_copy_opens_on(row->begins_on, model_copy_next_month(row->checked_month));
        letter.subject = "Chưa xác nhận được nơi làm theo mô hình";
        letter.body = "Anh chị xem lý do, đo lại và báo lại kỳ đó.";
    } else if (is_command(&work, COMMAND_COPY_ASK)) {
        month = model_copy_next_month(row->checked_month);
        row->asked_on = deed->today;
        letter.subject = "Tới kỳ kiểm tra nơi làm theo mô hình";
        letter.body = "Anh chị đo lại và báo kết quả. Sau 30 ngày chưa có, trang công khai sẽ ghi "
                      "“chưa báo lại”.";
    } else if (is_command(&work, COMMAND_COPY_END)) {
        month = 0;
        row->ended_on = deed->today;
        row->due_on = DAY_NONE;
        row->asked_on = DAY_NONE;
    }
    finish(&work, month, form->said);
    if (is_command(&work, COMMAND_COPY_END)) {
        count(&work, &(struct model_standing_add){ .ended = 1 });
    }
    if (letter.subject) {
        model_copy_write(deed, row, &letter);
    }
    ret->subject = ID_OF(row->id);
    return VERDICT_OK;
}

static struct verdict may_act(const struct work *work, const struct model_copy_act_form *form)
{
    struct deed *deed = work->deed;
    bool turns_down = is_command(work, COMMAND_COPY_TURN_DOWN);
    if (turns_down || is_command(work, COMMAND_COPY_VERIFY)) {
        struct model_copy_post_row post;
        struct model_copy_post held = { .person_id = { deed->author->person.v },
                                        .one = work->row.unit_id,
                                        .other = work->row.model_unit_id,
                                        .on = deed->today };
        bool is_party = model_copy_post(&deed->tx->conn, &held, &post);
        struct verdict verdict = model_copy_may_verify(&work->row, is_party);
        if (!verdict_is_ok(verdict)) {
            return verdict;
        }
    }
    bool needs_words = turns_down || is_command(work, COMMAND_COPY_END);
    return needs_words && str_is_empty(str_trim(form->said))
               ? invalid("said", N_("Hãy nêu lý do, để người đọc sau hiểu."))
               : VERDICT_OK;
}

static void verify(struct work *work)
{
    struct model_copy_get_row *row = &work->row;
    struct model_standing_add more = {
        .verified = row->verified_month == 0,
        .held = row->checked_month == COPY_LAST_MONTH,
    };
    row->verified_month = row->checked_month;
    row->verified_on = work->deed->today;
    row->verifier_id = (struct unit_id){ work->deed->author->unit.v };
    count(work, &more);
}

/* --- what they share -------------------------------------------------------------------------- */

static struct verdict begin(struct work *work, struct model_copy_id copy)
{
    struct deed *deed = work->deed;
    const char *command = deed->order->command->name + sizeof("model.") - 1;
    /* The page has seen it, and none is ever taken away. */
    must(model_copy_get(&deed->tx->conn, &(struct model_copy_get){ .id = copy }, &work->row) ||
         deed->tx->conn.failed);
    int state = workflow_state(&model_copy_flow, work->row.state);
    struct verdict verdict = workflow_check(&model_copy_flow, state, command, NULL, &work->move);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool is_clocks = str_equal(str_of(work->move->by), STR(BY_CLOCK));
    bool may = is_clocks ? deed->author->is_clock
                         : deed_may(deed, work->move->by, ID_OF(work->row.unit_id));
    return may ? VERDICT_OK : (struct verdict){ .status = STATUS_FORBIDDEN };
}

/* The new state, the row with its leaf, and the line of its history with its own. */
static void finish(struct work *work, int64_t month, struct str said)
{
    must(work->move); /* begin() has found it */
    struct model_copy_get_row *row = &work->row;
    int state = workflow_state(&model_copy_flow, row->state);
    row->state = str_of(model_copy_flow.states[workflow_after(work->move, state)].name);
    struct model_copy_update changed = {
        .id = row->id,
        .state = row->state,
        .checked_month = row->checked_month,
        .due_on = row->due_on,
        .asked_on = row->asked_on,
        .verified_month = row->verified_month,
        .verified_on = row->verified_on,
        .verifier_id = row->verifier_id,
        .ended_on = row->ended_on,
    };
    changed.position = deed_emit(work->deed, &model_facts[FACT_COPY_SAID], ID_OF(row->id),
                                 row->object, row->unit_code, row);
    model_copy_update(work->deed->tx, &changed);
    write_act(work, month, said);
    model_count_again(work->deed, row->source_id);
}

static void write_act(struct work *work, int64_t month, struct str said)
{
    struct deed *deed = work->deed;
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct model_copy_check_acts_row act = {
        .id = { deed_new_id(deed) },
        .copy_id = work->row.id,
        .act = str_of(work->move->command),
        .month = month,
        .said = str_is_empty(str_trim(said)) ? STR_NONE : said,
        .at = deed->now,
        .by_id = { deed->author->person.v },
        .object = str_of(object),
    };
    act.position = deed_emit(deed, &model_facts[FACT_COPY_DONE], ID_OF(act.id), act.object,
                             work->row.unit_code, &act);
    model_copy_act_insert(deed->tx, &(struct model_copy_act_insert){ .id = act.id,
                                                                     .copy_id = act.copy_id,
                                                                     .act = act.act,
                                                                     .month = act.month,
                                                                     .said = act.said,
                                                                     .at = act.at,
                                                                     .by_id = act.by_id,
                                                                     .object = act.object,
                                                                     .position = act.position });
}

/* The first copy of a model makes its counters. */
static void count(struct work *work, const struct model_standing_add *more)
{
    struct model_standing_add add = *more;
    add.model_id = work->row.source_id;
    if (model_standing_add(work->deed->tx, &add) == 0) {
        model_standing_insert(work->deed->tx,
                              &(struct model_standing_insert){ .model_id = add.model_id,
                                                               .copies = add.copies,
                                                               .verified = add.verified,
                                                               .held = add.held,
                                                               .ended = add.ended });
    }
}

static bool is_command(const struct work *work, int command)
{
    return work->deed->order->command == &model_commands[command];
}
