/* Carrying out an act on a report: who, in which state, with what; then effect, rows, fact. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/acts.h"

#include "base/limits.h"
#include "base/must.h"
#include "mod/feedback/consult.h"
#include "mod/feedback/notices.h"
#include "mod/feedback/photo.h"
#include "mod/feedback/slip.h"
#include "mod/feedback/recording.h"
#include "outbox/outbox.h"
#include "text/tongue.h"

enum needs { NEEDS_TEXT = 1, NEEDS_REASON = 2, NEEDS_UNIT = 4, NEEDS_OTHER = 8, IS_INTERNAL = 16 };

struct act_rule {
    const char *name;
    unsigned needs;
    act_effect *effect;
    const char *label;
};
static const struct act_rule act_rules[] = {
#define ACT(act, needs, effect, label, about) { #act, needs, effect, label },
#include "mod/feedback/acts.def"
#undef ACT
};

static const struct field act_fields[] = {
    FIELD(struct act_on_report, code, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Mã hồ sơ")),
    FIELD(struct act_on_report, version, .label = N_("Bản đã xem")),
    FIELD(struct act_on_report, text, .max = TEXT_LONG_CHARS_MAX, .label = N_("Nội dung")),
    FIELD(struct act_on_report, reason, .max = 1000, .label = N_("Lý do")),
    FIELD(struct act_on_report, unit, .max = 20, .label = N_("Đơn vị")),
    FIELD(struct act_on_report, person, .max = 60, .label = N_("Người chịu trách nhiệm")),
    FIELD(struct act_on_report, other, .max = 20, .label = N_("Hồ sơ khác")),
    FIELD(struct act_on_report, category, .max = 40, .label = N_("Loại việc")),
    FIELD(struct act_on_report, place, .rules = FIELD_LINE, .label = N_("Nơi xảy ra")),
    FIELD(struct act_on_report, secret, .rules = FIELD_SECRET, .max = 20, .label = N_("Mã bí mật")),
    FIELD(struct act_on_report, amount, .max = 1000, .label = N_("Số ngày hoặc giờ")),
    FIELD(struct act_on_report, sha256, .max = 400),
    FIELD(struct act_on_report, spoken, .rules = FIELD_LINE, .max = 40,
          .label = N_("Nói tiếng gì")),
};
const struct record act_record = RECORD("act", struct act_on_report, act_fields);
static const struct field act_drawn_fields[] = {
    FIELD(struct act_on_report, photos, .rules = FIELD_SECRET),
};
const struct record act_drawn_record = RECORD("act", struct act_on_report, act_drawn_fields);

static int act_of(const struct command *command);
static struct verdict load(struct act_work *work);
static struct verdict check_author(const struct act_work *work);
static struct verdict check_arguments(const struct act_work *work, const struct act_rule *rule);
static struct report_update unchanged(const struct report_get_row *report);
static void write_act(struct act_work *work, const struct act_rule *rule);
static void count_month(const struct act_work *work);
static struct str said_by(const struct act_work *work);
static int64_t state_fact(const struct act_work *work, const struct act_rule *rule);

const char *act_label(struct str name)
{
    for (size_t i = 0; i < COUNT(act_rules); i++) {
        if (str_equal(str_of(act_rules[i].name), name)) {
            return act_rules[i].label;
        }
    }
    return N_("Đã nhận");
}

int act_named(struct str name)
{
    int act = 0;
    while (!str_equal(str_of(act_rules[act].name), name)) {
        must((size_t)++act < COUNT(act_rules));
    }
    return act;
}

bool act_is_internal(int act)
{
    return act < ACT_COUNT && (act_rules[act].needs & IS_INTERNAL);
}

struct verdict apply_act(struct deed *deed, const void *args, struct answer *ret)
{
    int act = act_of(deed->order->command);
    return act == ACT_write_down ? recording_write_down(deed, args, ret)
                                 : act_do(deed, act, args, ret);
}

struct verdict act_do(struct deed *deed, int act, const struct act_on_report *args,
                      struct answer *ret)
{
    const struct act_rule *rule = &act_rules[act];
    struct act_work *work = new(deed->arena, struct act_work, 1);
    work->deed = deed;
    work->args = args;
    struct verdict verdict = load(work);
    if (verdict_is_ok(verdict)) {
        struct report_facts facts = report_facts_of(&deed->tx->conn, &work->before, deed->now);
        verdict = workflow_check(&feedback_flow, workflow_state(&feedback_flow, work->before.state),
                                 rule->name, &facts, &work->move);
    }
    if (verdict_is_ok(verdict)) {
        verdict = check_author(work);
    }
    if (verdict_is_ok(verdict)) {
        verdict = check_arguments(work, rule);
    }
    if (verdict_is_ok(verdict)) {
        work->after = unchanged(&work->before);
        work->change = change_nothing(&work->after, act, deed->now);
        int state = workflow_after(work->move, workflow_state(&feedback_flow, work->before.state));
        work->change.state = str_of(feedback_flow.states[state].name);
        verdict = rule->effect(work);
    }
    if (verdict_is_ok(verdict)) {
        work->change.said = said_by(work);
        work->change.reason = work->args->reason;
        write_act(work, rule);
        ret->subject = ID_OF(work->before.id);
        ret->text = work->made.p ? work->made : work->before.code;
    }
    const struct photos *photos = photos_read(work->deed->arena, work->args->photos);
    if (verdict_is_ok(verdict) && photos) {
        struct report_photo_id last;
        verdict = photos_add(work->deed, &work->before, photos, &last);
    }
    return verdict;
}

static int act_of(const struct command *command)
{
    ptrdiff_t index = command - &feedback_commands[COMMAND_FIRST_ACT];
    must(index >= 0 && (size_t)index < COUNT(act_rules));
    return (int)index;
}

static struct verdict load(struct act_work *work)
{
    struct conn *conn = &work->deed->tx->conn;
    if (!report_get(conn, &(struct report_get){ .code = work->args->code }, &work->before)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (work->args->version && work->args->version != work->before.version) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    must(category_get(conn, &(struct category_get){ .id = work->before.category_id },
                      &work->category) ||
         conn->failed);
    report_event_newest(conn, &(struct report_event_newest){ .report_id = work->before.id },
                        &work->newest);
    return VERDICT_OK;
}

struct report_facts report_facts_of(struct conn *conn, const struct report_get_row *report,
                                    struct instant now)
{
    struct report_event_newest_row newest;
    bool has_act = report_event_newest(
        conn, &(struct report_event_newest){ .report_id = report->id }, &newest);
    /* A second draft took the place of the first, which is not kept beside it. */
    bool is_redraft = has_act && str_equal(newest.act, STR("draft")) &&
                      str_equal(newest.was_state, report->state);
    return (struct report_facts){
        .bounces = report->bounces,
        .reopened = report->reopened,
        .is_spoken = report->is_spoken,
        .is_unwritten = str_is_empty(report->text),
        .undo_is_open = has_act && act_can_be_undone(newest.act) && !is_redraft &&
                        now.s <= newest.at.s + UNDO_SECONDS &&
                        !outbox_has_left(conn, ID_OF(newest.id)),
    };
}

bool act_can_be_undone(struct str act)
{
    return str_equal(act, STR("accept")) || str_equal(act, STR("assign")) ||
           str_equal(act, STR("draft"));
}

/* The sender proves itself by the secret; an officer by a power over the unit that holds the report
 * now, or that was asked about it; the clock by being the clock. */
static struct verdict check_author(const struct act_work *work)
{
    const char *by = work->move->by;
    if (str_equal(str_of(by), STR(BY_SENDER))) {
        if (secret_opens(work->before.secret_object, work->before.secret_hash,
                         work->args->secret)) {
            return VERDICT_OK;
        }
        return invalid("secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
    }
    if (str_equal(str_of(by), STR(BY_CONSULTED))) {
        return consult_check_author(work);
    }
    if (str_equal(str_of(by), STR(BY_CLOCK))) {
        return work->deed->author->is_clock ? VERDICT_OK
                                            : (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    return deed_may(work->deed, by, ID_OF(work->before.unit_id))
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_FORBIDDEN };
}

static struct verdict check_arguments(const struct act_work *work, const struct act_rule *rule)
{
    const struct act_on_report *args = work->args;
    if ((rule->needs & NEEDS_TEXT) && str_is_empty(str_trim(args->text))) {
        return invalid("text", N_("Hãy viết nội dung."));
    }
    if ((rule->needs & NEEDS_REASON) && str_is_empty(str_trim(args->reason))) {
        return invalid("reason", N_("Hãy nêu lý do: người gửi và cấp trên sẽ đọc."));
    }
    if ((rule->needs & NEEDS_UNIT) && str_is_empty(args->unit)) {
        return invalid("unit", N_("Hãy chọn đơn vị."));
    }
    if ((rule->needs & NEEDS_OTHER) && str_is_empty(args->other)) {
        return invalid("other", N_("Hãy ghi mã của hồ sơ kia."));
    }
    return VERDICT_OK;
}

static struct report_update unchanged(const struct report_get_row *report)
{
    return (struct report_update){
        .id = report->id,
        .unit_id = report->unit_id,
        .state = report->state,
        .anchor_at = report->anchor_at,
        .due_at = report->due_at,
        .paused_at = report->paused_at,
        .assignee_id = report->assignee_id,
        .from_unit_id = report->from_unit_id,
        .is_public = report->is_public,
        .withheld = report->withheld,
        .is_open = report->is_open,
        .extended = report->extended,
        .bounces = report->bounces,
        .reopened = report->reopened,
        .rating = report->rating,
        .answer = report->answer,
        .answered_at = report->answered_at,
        .merged_into_id = report->merged_into_id,
    };
}

static void write_act(struct act_work *work, const struct act_rule *rule)
{
    struct tx *tx = work->deed->tx;
    const struct report_get_row *before = &work->before;
    const struct report_update *after = &work->after;
    count_month(work);
    report_change(&work->after, &work->change);
    report_update(tx, after);
    if (!ID_IS(before->unit_id, after->unit_id)) {
        sender_move(tx,
                    &(struct sender_move){ .report_id = before->id, .unit_id = after->unit_id });
    }
    bool is_counted_elsewhere =
        !str_equal(before->state, after->state) || !ID_IS(before->unit_id, after->unit_id);
    if (is_counted_elsewhere) {
        report_count_add(tx, &(struct report_count_add){
                                 .unit_id = before->unit_id, .state = before->state, .by = -1 });
        report_count_add(tx, &(struct report_count_add){
                                 .unit_id = after->unit_id, .state = after->state, .by = 1 });
    }
    const struct report_event_id event = { deed_new_id(work->deed) };
    report_event_insert(tx, &(struct report_event_insert){
                                .id = event,
                                .report_id = before->id,
                                .at = work->deed->now,
                                .act = str_of(rule->name),
                                .state = after->state,
                                .unit_id = after->unit_id,
                                .other_unit_id = work->other_unit,
                                .person_id = { work->deed->author->person.v },
                                .note = work->change.said,
                                .reason = work->args->reason,
                                .is_internal = (rule->needs & IS_INTERNAL) != 0,
                                .was_state = before->state,
                                .was_due_at = before->due_at,
                                .was_assignee_id = before->assignee_id,
                                .position = state_fact(work, rule),
                                .assignee_id = after->assignee_id,
                            });
    bool is_for_asked = work->told_unit.v != 0;
    notices_put(work->deed, &(struct happening){
                                .act = str_of(rule->name),
                                .event = event,
                                .report = before->id,
                                .code = before->code,
                                .state = after->state,
                                .unit = is_for_asked ? work->told_unit : after->unit_id,
                                .assignee = after->assignee_id,
                                .due_at = is_for_asked ? work->until : after->due_at,
                                .is_by_sender = str_equal(str_of(work->move->by), STR(BY_SENDER)),
                            });
    consults_lapse(work, event);
}

/* The month's public figures, told of the report as it was before. */
static void count_month(const struct act_work *work)
{
    struct report_month_add month = change_figures(&work->after, &work->change);
    if (month.answered || month.refused || month.bounced || month.reopened || month.rated) {
        report_month_add(work->deed->tx, &month);
    }
}

/* --- what the ledger commits to for each act -------------------------------------------------- */

static const struct field acted_fields[] = {
    FIELD(struct acted, code),
    FIELD(struct acted, state),
    FIELD(struct acted, unit),
    FIELD(struct acted, text, .rules = FIELD_PERSONAL),
    FIELD(struct acted, reason, .rules = FIELD_PERSONAL),
    FIELD(struct acted, other_unit),
    FIELD(struct acted, due_at),
    FIELD(struct acted, until),
    FIELD(struct acted, by),
    FIELD(struct acted, rating),
    FIELD(struct acted, assignee),
    FIELD(struct acted, extended),
    FIELD(struct acted, merged_into),
    FIELD(struct acted, undoes),
};
static const struct record acted_record = RECORD("acted", struct acted, acted_fields);
extern const struct record received_record;
extern const struct record joined_record;
extern const struct record removed_record;
extern const struct record template_says_record;
extern const struct record category_says_record;
extern const struct record category_limit_says_record;
extern const struct record question_says_record;

const struct fact feedback_facts[FEEDBACK_FACTS] = {
#define ACT(act, needs, effect, label, about) { "feedback." #act, &acted_record, about },
#include "mod/feedback/acts.def"
#undef ACT
    { "feedback.received", &received_record, "A report was received." },
    { "feedback.photo", &photo_fact_record, "A photo came with a report." },
    { "feedback.scan", &photo_fact_record, "A page of the paper itself was scanned." },
    { "feedback.original_opened", &original_opened_record,
      "An officer took out a photo as it was sent." },
    { "feedback.removed", &removed_record, "A report is not here any more; why is not said." },
    { "feedback.slip", &slip_fact_record, "A slip with a code was printed for the pen." },
    { "feedback.recorded", &recording_fact_record, "A recording came with a report." },
    { "feedback.joined", &joined_record, "Somebody joined a report with words of their own." },
    { "feedback.template_added", &template_says_record, "A unit keeps a template of answers." },
    { "feedback.template_changed", &template_says_record, "A template says something else now." },
    { "feedback.template_closed", &template_says_record, "A template is out of use." },
    { "feedback.template_opened", &template_says_record, "A template is in use again." },
    { "feedback.category_added", &category_says_record, "Reports can be about something more." },
    { "feedback.category_changed", &category_says_record, "A category is called otherwise now." },
    { "feedback.category_closed", &category_says_record, "A category is out of use." },
    { "feedback.category_opened", &category_says_record, "A category is in use again." },
    { "feedback.category_limited", &category_limit_says_record,
      "How long an answer in a category may take, from a day on." },
    { "feedback.question_added", &question_says_record, "A category asks something more." },
    { "feedback.question_changed", &question_says_record, "A question is worded otherwise now." },
    { "feedback.question_closed", &question_says_record, "A question is asked no more." },
    { "feedback.question_opened", &question_says_record, "A question is asked again." },
};

const struct fact *feedback_fact(const char *act)
{
    for (size_t i = 0; i < COUNT(feedback_facts); i++) {
        if (str_equal(str_of(feedback_facts[i].name + sizeof "feedback." - 1), str_of(act))) {
            return &feedback_facts[i];
        }
    }
    must(!"a fact of that name");
    return NULL;
}

static struct str said_by(const struct act_work *work)
{
    return work->said.p ? work->said : work->args->text;
}

static int64_t state_fact(const struct act_work *work, const struct act_rule *rule)
{
    struct conn *conn = &work->deed->tx->conn;
    const struct report_update *after = &work->after;
    struct feedback_unit_row unit;
    struct feedback_unit_row other = { .code = STR_NONE };
    feedback_unit(conn, &(struct feedback_unit){ .id = after->unit_id }, &unit);
    feedback_unit(conn, &(struct feedback_unit){ .id = work->other_unit }, &other);
    struct acted acted = {
        .code = work->before.code,
        .state = after->state,
        .unit = unit.code,
        .text = work->change.said,
        .reason = work->args->reason,
        .other_unit = other.code,
        .due_at = after->due_at,
        .until = work->until,
        .by = { work->deed->author->person.v },
        .rating = after->rating,
        .assignee = after->assignee_id,
        .extended = after->extended,
        .merged_into = work->change.act == ACT_merge ? work->change.said : work->before.merged_into,
        .undoes = work->change.act == ACT_undo ? work->newest.position : 0,
    };
    return deed_emit(work->deed, feedback_fact(rule->name), ID_OF(work->before.id),
                     work->before.object, unit.code, &acted);
}
