/* Carrying out an act on a case: who, in which state, with what; effect, clocks, rows, fact. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case_private.h"

#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "text/tongue.h"

static const struct field args_fields[] = {
    FIELD(struct case_args, code, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Mã hồ sơ")),
    FIELD(struct case_args, version, .label = N_("Bản đã xem")),
    FIELD(struct case_args, said, .max = TEXT_LONG_CHARS_MAX, .label = N_("Nội dung")),
    FIELD(struct case_args, reason, .max = 1000, .label = N_("Lý do")),
    FIELD(struct case_args, choice, .rules = FIELD_LINE, .max = 20, .label = N_("Kết quả")),
    FIELD(struct case_args, document, .rules = FIELD_LINE, .max = 60,
          .label = N_("Số, ký hiệu văn bản")),
    FIELD(struct case_args, on, .label = N_("Ngày")),
    FIELD(struct case_args, sent_on, .label = N_("Ngày gửi")),
    FIELD(struct case_args, person, .rules = FIELD_LINE, .max = 60,
          .label = N_("Người chịu trách nhiệm")),
    FIELD(struct case_args, told, .max = 500, .label = N_("Đã gửi cho ai")),
    FIELD(struct case_args, other, .rules = FIELD_LINE, .max = 20, .label = N_("Mã hồ sơ khác")),
    FIELD(struct case_args, amount, .max = 1000, .label = N_("Số ngày")),
};
const struct record case_args_record = RECORD("case_args", struct case_args, args_fields);

static const struct field acted_fields[] = {
    FIELD(struct case_acted, code),
    FIELD(struct case_acted, state),
    FIELD(struct case_acted, unit),
    FIELD(struct case_acted, happened_on),
    FIELD(struct case_acted, said, .rules = FIELD_PERSONAL),
    FIELD(struct case_acted, reason, .rules = FIELD_PERSONAL),
    FIELD(struct case_acted, choice),
    FIELD(struct case_acted, document, .rules = FIELD_PERSONAL),
    FIELD(struct case_acted, told, .rules = FIELD_PERSONAL),
    FIELD(struct case_acted, other, .rules = FIELD_PERSONAL),
    FIELD(struct case_acted, rule),
    FIELD(struct case_acted, due_at),
    FIELD(struct case_acted, by),
};
const struct record case_acted_record = RECORD("case_acted", struct case_acted, acted_fields);

static struct verdict carry_out(const struct case_kind *kind, struct deed *deed,
                                const struct case_act_rule *act, const struct case_args *args,
                                struct answer *ret);
static struct verdict prepare(struct case_work *work);
static bool may_touch(const struct case_work *work);
static struct verdict check_author(const struct case_work *work);
static struct verdict check_arguments(struct case_work *work);
static struct verdict check_day(struct case_work *work);
static void number(struct case_work *work);
static void move_state(struct case_work *work);
static int64_t state_fact(const struct case_work *work);

struct verdict case_carry_out(const struct case_kind *kind, struct deed *deed,
                              const struct case_args *args, struct answer *ret)
{
    ptrdiff_t index = deed->order->command - kind->commands;
    must(index >= 0 && (size_t)index < kind->act_count);
    if (kind->acts[index].needs & CASE_BROUGHT) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    return carry_out(kind, deed, &kind->acts[index], args, ret);
}

struct verdict case_carry_out_named(const struct case_kind *kind, struct deed *deed,
                                    const char *act, const struct case_args *args,
                                    struct answer *ret)
{
    const struct case_act_rule *rule = case_act_rule(kind, str_of(act));
    must(rule);
    return carry_out(kind, deed, rule, args, ret);
}

const struct case_act_rule *case_act_rule(const struct case_kind *kind, struct str name)
{
    for (size_t i = 0; i < kind->act_count; i++) {
        if (str_equal(str_of(kind->acts[i].name), name)) {
            return &kind->acts[i];
        }
    }
    return NULL;
}

const char *case_act_label(const struct case_kind *kind, struct str name)
{
    const struct workflow *workflow = kind->workflow;
    for (size_t i = 0; i < workflow->move_count; i++) {
        if (str_equal(str_of(workflow->moves[i].command), name)) {
            return workflow->moves[i].label;
        }
    }
    must(!"a move of that name");
    return NULL;
}

static struct verdict carry_out(const struct case_kind *kind, struct deed *deed,
                                const struct case_act_rule *act, const struct case_args *args,
                                struct answer *ret)
{
    struct case_work *work = new(deed->arena, struct case_work, 1);
    *work = (struct case_work){ .deed = deed,
                                .kind = kind,
                                .act = act,
                                .args = args,
                                .said = args->said,
                                .document = args->document };
    struct verdict verdict = prepare(work);
    if (verdict_is_ok(verdict)) {
        verdict = check_author(work);
    }
    if (verdict_is_ok(verdict)) {
        verdict = check_arguments(work);
    }
    if (verdict_is_ok(verdict)) {
        move_state(work);
        verdict = work->act->effect ? work->act->effect(work) : VERDICT_OK;
    }
    if (verdict_is_ok(verdict)) {
        verdict = clocks_move(work);
    }
    if (verdict_is_ok(verdict)) {
        if (act->needs & CASE_NUMBERS) {
            number(work);
        }
        clocks_next_due(&deed->tx->conn, &work->after);
        case_update(deed->tx, &work->after);
        case_notices_put(work, case_put_event(work, state_fact(work)));
        *ret = (struct answer){ .subject = ID_OF(work->before.id), .text = work->before.code };
    }
    return verdict;
}

static struct verdict prepare(struct case_work *work)
{
    struct conn *conn = &work->deed->tx->conn;
    struct case_get wanted = { .code = work->args->code, .kind = str_of(work->kind->name) };
    if (!case_get(conn, &wanted, &work->before)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (work->args->version && work->args->version != work->before.version) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    if (!may_touch(work)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    work->after = case_unchanged(&work->before);
    work->own = work->kind->load(conn, &work->before);
    return workflow_check(work->kind->workflow,
                          workflow_state(work->kind->workflow, work->before.state), work->act->name,
                          work->own, &work->move);
}

/* In which state a case is, is nobody else's to learn; whoever acts by a secret has shown it. */
static bool may_touch(const struct case_work *work)
{
    const struct workflow *workflow = work->kind->workflow;
    struct id unit = ID_OF(work->before.unit_id);
    bool is_for_anyone = false;
    for (size_t i = 0; i < workflow->move_count; i++) {
        const struct move *move = &workflow->moves[i];
        is_for_anyone =
            is_for_anyone || (move->by == BY_ANYONE && strcmp(move->command, work->act->name) == 0);
    }
    bool may = deed_may(work->deed, work->kind->handle, unit) ||
               deed_may(work->deed, work->kind->lead, unit);
    return is_for_anyone || work->deed->author->is_clock ||
           (may && case_is_known(work->kind, &work->deed->tx->conn, &work->before,
                                 work->deed->author->person));
}

bool case_is_known(const struct case_kind *kind, struct conn *conn, const struct case_get_row *file,
                   struct id person)
{
    return !kind->is_known || kind->is_known(conn, file, person);
}

struct case_update case_unchanged(const struct case_get_row *file)
{
    return (struct case_update){
        .unit_id = file->unit_id,
        .state = file->state,
        .was_state = file->was_state,
        .received_on = file->received_on,
        .handler_id = file->handler_id,
        .same_as_id = file->same_as_id,
        .due_at = file->due_at,
        .due_rule = file->due_rule,
        .is_open = file->is_open,
        .accepted_on = file->accepted_on,
        .settled_on = file->settled_on,
        .outcome = file->outcome,
        .ended_on = file->ended_on,
        .id = file->id,
    };
}

/* What anyone may do is asked for by a secret, which the service has looked at. */
static struct verdict check_author(const struct case_work *work)
{
    const char *by = work->move->by;
    bool may = by == BY_ANYONE || (str_equal(str_of(by), STR(BY_CLOCK))
                                       ? work->deed->author->is_clock
                                       : deed_may(work->deed, by, ID_OF(work->before.unit_id)));
    return may ? VERDICT_OK : (struct verdict){ .status = STATUS_FORBIDDEN };
}

static struct verdict check_arguments(struct case_work *work)
{
    const struct case_args *args = work->args;
    unsigned needs = work->act->needs;
    if ((needs & CASE_SAYS) && str_is_empty(str_trim(args->said))) {
        return invalid("said", N_("Hãy viết nội dung."));
    }
    if ((needs & CASE_GROUND) && str_is_empty(str_trim(args->reason))) {
        return invalid("reason", N_("Hãy nêu lý do."));
    }
    if ((needs & CASE_DOCUMENT) && str_is_empty(str_trim(args->document))) {
        return invalid("document", N_("Hãy ghi số, ký hiệu của văn bản, ví dụ 12/TB-UBND."));
    }
    if ((needs & CASE_TELLS) && str_is_empty(str_trim(args->told))) {
        return invalid("told", N_("Hãy ghi đã gửi cho ai, bằng cách nào."));
    }
    return check_day(work);
}

/* The day of the paper counts for the clock, not the day of the typing. */
static struct verdict check_day(struct case_work *work)
{
    struct day today = work->deed->today;
    bool is_given = (work->act->needs & CASE_DATED) && !day_is_none(work->args->on);
    work->on = is_given ? work->args->on : today;
    if (!(work->act->needs & CASE_AHEAD) && day_compare(work->on, today) > 0) {
        return invalid("on", N_("Ngày này chưa tới. Hãy ghi ngày của việc đã làm."));
    }
    if (day_compare(work->on, work->before.received_on) < 0) {
        return invalid("on", N_("Ngày này trước ngày nhận đơn. Hãy xem lại."));
    }
    return VERDICT_OK;
}

/* A letter that was only written down so far gets its number in the book when it comes. */
static void number(struct case_work *work)
{
    struct case_number number = { .id = work->before.id };
    case_book_draw(work->deed, work->before.unit_id, work->on, &number.book_year,
                   &number.book_number);
    case_number(work->deed->tx, &number);
    work->document = case_book_words(work->deed->arena, number.book_number, number.book_year);
}

/* A case whose clock begins to stand remembers where it goes on. */
static void move_state(struct case_work *work)
{
    const struct workflow *workflow = work->kind->workflow;
    int before = workflow_state(workflow, work->before.state);
    int state = workflow_after(work->move, before);
    work->after.state = str_of(workflow->states[state].name);
    work->after.is_open = !workflow->states[state].is_final;
    if (work->move->pauses[0] && state != before) {
        work->after.was_state = work->before.state;
    } else if (state != before) {
        work->after.was_state = STR_NONE;
    }
    if (work->act->needs & CASE_ACCEPTS) {
        work->after.accepted_on = work->on;
    }
    if (work->act->needs & CASE_SETTLES) {
        work->after.settled_on = work->on;
        work->after.outcome = work->args->choice;
    }
    if (work->after.is_open) {
        work->after.ended_on = DAY_NONE;
    } else if (work->before.is_open) {
        work->after.ended_on = work->on;
    }
}

static int64_t state_fact(const struct case_work *work)
{
    struct case_unit_get_row unit = { .code = STR_NONE };
    if (work->kind->sealed) {
        return CASE_UNTOLD;
    }
    case_unit_get(&work->deed->tx->conn, &(struct case_unit_get){ .id = work->after.unit_id },
                  &unit);
    struct case_acted acted = {
        .code = work->before.code,
        .state = work->after.state,
        .unit = unit.code,
        .happened_on = work->on,
        .said = work->said,
        .reason = work->args->reason,
        .choice = work->args->choice,
        .document = work->document,
        .told = work->args->told,
        .other = work->args->other,
        .rule = work->rule ? str_of(work->rule) : STR_NONE,
        .due_at = work->due_at,
        .by = { work->deed->author->person.v },
    };
    return deed_emit(work->deed, &work->kind->facts[work->act - work->kind->acts],
                     ID_OF(work->before.id), work->before.object, unit.code, &acted);
}

struct case_event_id case_put_event(struct case_work *work, int64_t position)
{
    struct case_event_insert event = {
        .id = { deed_new_id(work->deed) },
        .case_id = work->before.id,
        .at = work->deed->now,
        .act = str_of(work->act->name),
        .state = work->after.state,
        .unit_id = work->after.unit_id,
        .person_id = { work->deed->author->person.v },
        .happened_on = work->on,
        .said = work->said,
        .reason = work->args->reason,
        .choice = work->args->choice,
        .document = work->document,
        .told = work->args->told,
        .other = work->args->other,
        .rule = work->rule ? str_of(work->rule) : STR_NONE,
        .due_at = work->due_at,
        .is_internal = (work->act->needs & CASE_INSIDE) != 0,
        .position = position,
    };
    case_event_insert(work->deed->tx, &event);
    return event.id;
}

struct verdict case_same_as(struct case_work *work)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    struct case_get_row other;
    if (code_read(work->args->other, code, &doubtful) != CODE_GOOD ||
        !case_get(&work->deed->tx->conn,
                  &(struct case_get){ .code = str_of(code), .kind = str_of(work->kind->name) },
                  &other)) {
        return invalid("other", N_("Không có hồ sơ nào mang mã này. Hãy xem lại từng ký tự."));
    }
    if (other.id.v >= work->before.id.v) {
        return invalid("other", N_("Chỉ ghi trùng với hồ sơ nhận trước hồ sơ này."));
    }
    work->after.same_as_id = other.id;
    return VERDICT_OK;
}

struct verdict case_assign(struct case_work *work)
{
    struct case_colleague_row found;
    struct case_colleague wanted = { .sign_in = work->args->person,
                                     .unit_id = work->before.unit_id,
                                     .power = str_of(work->kind->handle),
                                     .on = work->deed->today };
    if (str_is_empty(str_trim(work->args->person))) {
        work->after.handler_id = (struct person_id){ work->deed->author->person.v };
        return VERDICT_OK;
    }
    if (!case_colleague(&work->deed->tx->conn, &wanted, &found)) {
        return invalid("person",
                       N_("Người này không có quyền xử lý đơn tại đơn vị đang giữ hồ sơ."));
    }
    if (!case_is_known(work->kind, &work->deed->tx->conn, &work->before, ID_OF(found.id))) {
        return invalid("person", N_("Khóa của người này không mở được đơn, nên không giao được."));
    }
    work->after.handler_id = found.id;
    return VERDICT_OK;
}

struct verdict case_when(bool is_so, const char *sentence)
{
    return is_so ? VERDICT_OK : refuse(sentence, NULL);
}

struct verdict case_was(const struct case_kind *kind, const struct case_get_row *file, int state)
{
    return case_when(str_equal(file->was_state, str_of(kind->workflow->states[state].name)),
                     N_("Hồ sơ tạm đình chỉ ở bước khác."));
}
