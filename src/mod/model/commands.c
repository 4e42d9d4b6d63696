/* The commands of models: rule, row, fact. Every act is also a row of its history. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"
#include "mod/model/copy.h"
#include "mod/model/figures.h"
#include "mod/model/sheet.h"
#include "mod/model/year.h"

#include "base/limits.h"
#include "base/must.h"
#include "text/tongue.h"

static apply_fn apply_write, apply_measure, apply_act;

#define FORM(member, ...) FIELD(struct model_form, member, __VA_ARGS__)
/* The same form twice: a draft may be as empty as it likes. */
#define FORM_FIELDS(need)                                                                          \
    FORM(model),                                                                                   \
        FORM(unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,                                \
             .label = N_("Đơn vị đăng ký")),                                                       \
        FORM(field, .rules = (need) | FIELD_LINE, .max = 20, .label = N_("Lĩnh vực")),             \
        FORM(subject, .rules = (need) | FIELD_LINE, .max = 20, .label = N_("Của ai")),             \
        FORM(person, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 80,                              \
             .label = N_("Họ tên (nếu là cá nhân)")),                                              \
        FORM(name, .rules = (need) | FIELD_LINE, .max = NAME_CHARS_MAX,                            \
             .label = N_("Tên mô hình")),                                                          \
        FORM(reason, .rules = (need), .max = BOX_CHARS_MAX, .label = N_("Thực trạng, lý do")),     \
        FORM(goal, .rules = (need), .max = BOX_CHARS_MAX, .label = N_("Mục tiêu, chỉ tiêu")),      \
        FORM(way, .rules = (need), .max = BOX_CHARS_MAX, .label = N_("Nội dung, cách làm")),       \
        FORM(place, .rules = (need), .max = BOX_CHARS_MAX, .label = N_("Địa bàn, đối tượng")),     \
        FORM(forces, .rules = (need), .max = BOX_CHARS_MAX, .label = N_("Lực lượng tham gia")),    \
        FORM(resources, .rules = (need), .max = BOX_CHARS_MAX,                                     \
             .label = N_("Nguồn lực và thời gian")),                                               \
        FORM(begins_on, .rules = (need), .label = N_("Ngày bắt đầu")),                             \
        FORM(product, .rules = (need), .max = BOX_CHARS_MAX,                                       \
             .label = N_("Sản phẩm kiểm chứng được")),                                             \
        FORM(upkeep, .rules = (need), .max = BOX_CHARS_MAX,                                        \
             .label = N_("Khả năng duy trì, nhân rộng")),                                          \
        FORM(contact, .rules = (need) | FIELD_LINE, .max = 150, .label = N_("Người để hỏi")),      \
        FORM(cost, .max = AMOUNT_MAX, .label = N_("Số tiền (đồng)")),                              \
        FORM(households, .max = AMOUNT_MAX, .label = N_("Số hộ hưởng lợi")),                       \
        FORM(workdays, .max = AMOUNT_MAX, .label = N_("Số ngày công dân góp")),                    \
        FORM(land, .max = AMOUNT_MAX, .label = N_("Đất dân hiến (m²)")),                           \
        FORM(road, .max = AMOUNT_MAX, .label = N_("Đường làm được (m)"))

static const struct field draft_fields[] = { FORM_FIELDS(0) };
const struct record model_draft_record = RECORD("model.draft", struct model_form, draft_fields);
static const struct field register_fields[] = { FORM_FIELDS(FIELD_REQUIRED) };
const struct record model_register_record =
    RECORD("model.register", struct model_form, register_fields);

static const struct field measure_fields[] = {
    FIELD(struct model_measure_form, model),
    FIELD(struct model_measure_form, metric, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = METRIC_CHARS_MAX, .label = N_("Đo cái gì")),
    FIELD(struct model_measure_form, amount_before, .rules = FIELD_REQUIRED, .max = AMOUNT_MAX,
          .label = N_("Trước khi làm")),
    FIELD(struct model_measure_form, amount_after, .rules = FIELD_REQUIRED, .max = AMOUNT_MAX,
          .label = N_("Bây giờ")),
    FIELD(struct model_measure_form, measure, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 40,
          .label = N_("Đơn vị tính")),
    FIELD(struct model_measure_form, measured_on, .rules = FIELD_REQUIRED, .label = N_("Ngày đo")),
    FIELD(struct model_measure_form, source, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = TEXT_LINE_CHARS_MAX, .label = N_("Lấy số ở đâu")),
    FIELD(struct model_measure_form, failures, .rules = FIELD_REQUIRED, .max = BOX_CHARS_MAX,
          .label = N_("Khó khăn, thất bại")),
    FIELD(struct model_measure_form, needs, .max = BOX_CHARS_MAX,
          .label = N_("Muốn làm theo cần gì")),
    FIELD(struct model_measure_form, evidence, .max = BOX_CHARS_MAX, .label = N_("Minh chứng")),
};
const struct record model_measure_record =
    RECORD("model.measure", struct model_measure_form, measure_fields);

static const struct field act_fields[] = {
    FIELD(struct model_act_form, model),
    FIELD(struct model_act_form, said, .max = TEXT_LONG_CHARS_MAX, .label = N_("Lý do")),
};
const struct record model_act_record = RECORD("model.act", struct model_act_form, act_fields);

const struct command model_commands[COMMAND_COUNT] = {
    [COMMAND_DRAFT] = { "model.draft", &model_draft_record, POWER_REGISTER, apply_write,
                        "Keep a draft of a model." },
    [COMMAND_REGISTER] = { "model.register", &model_register_record, POWER_REGISTER, apply_write,
                           "Register a model." },
    [COMMAND_MEASURE] = { "model.measure", &model_measure_record, POWER_REGISTER, apply_measure,
                          "Say what was measured, and what was difficult." },
    [COMMAND_APPROVE] = { "model.approve", &model_act_record, POWER_LEAD, apply_act,
                          "Put a model on the approved list, for everybody to read." },
    [COMMAND_SEND_BACK] = { "model.send_back", &model_act_record, POWER_LEAD, apply_act,
                            "Send a registration back to be mended." },
    [COMMAND_DROP] = { "model.drop", &model_act_record, POWER_REGISTER, apply_act,
                       "Give up a draft." },
    [COMMAND_STOP] = { "model.stop", &model_act_record, POWER_REGISTER, apply_act,
                       "Say that a model is no longer done." },
    [COMMAND_ASK] = { "model.ask", &model_act_record, NULL, apply_act,
                      "Ask the unit for news (the clock)." },
    [COMMAND_LAPSE] = { "model.lapse", &model_act_record, NULL, apply_act,
                        "Say that nobody answered (the clock)." },
    [COMMAND_COPY] = { "model.copy", &model_copy_record, POWER_REGISTER, model_apply_copy,
                       "Begin to copy a model." },
    [COMMAND_COPY_CHECK] = { "model.copy_check", &model_copy_check_record, POWER_REGISTER,
                             model_apply_copy_check, "Say what a copy came to after some months." },
    [COMMAND_COPY_VERIFY] = { "model.copy_verify", &model_copy_act_record, POWER_VERIFY,
                              model_apply_copy_act, "Verify the last check of a copy." },
    [COMMAND_COPY_TURN_DOWN] = { "model.copy_turn_down", &model_copy_act_record, POWER_VERIFY,
                                 model_apply_copy_act, "Turn down the last check of a copy." },
    [COMMAND_COPY_END] = { "model.copy_end", &model_copy_act_record, POWER_REGISTER,
                           model_apply_copy_act, "Give up a copy." },
    [COMMAND_COPY_ASK] = { "model.copy_ask", &model_copy_act_record, NULL, model_apply_copy_act,
                           "Ask for a check that is due (the clock)." },
    [COMMAND_COPY_LAPSE] = { "model.copy_lapse", &model_copy_act_record, NULL, model_apply_copy_act,
                             "Say that no check came (the clock)." },
    [COMMAND_YEAR_ASSESS] = { "model.year_assess", &model_assess_record, POWER_REGISTER,
                              model_apply_assess, "Give points to one's own model of a year." },
    [COMMAND_YEAR_APPRAISE] = { "model.year_appraise", &model_appraise_record, POWER_APPRAISE,
                                model_apply_appraise, "Give points to a model of another unit." },
    [COMMAND_YEAR_RECOGNISE] = { "model.year_recognise", &model_entry_act_record, POWER_LEAD,
                                 model_apply_entry_act, "Recognise a model of a year." },
    [COMMAND_YEAR_TURN_DOWN] = { "model.year_turn_down", &model_entry_act_record, POWER_LEAD,
                                 model_apply_entry_act, "Do not recognise a model of a year." },
    [COMMAND_YEAR_CHOOSE] = { "model.year_choose", &model_entry_act_record, POWER_LEAD,
                              model_apply_entry_act, "Choose a recognised model as outstanding." },
    [COMMAND_YEAR_PROPOSE] = { "model.year_propose", &model_entry_act_record, POWER_LEAD,
                               model_apply_entry_act, "Propose an outstanding one for an award." },
    [COMMAND_COUNT_FIGURES] = { "model.count", &model_count_record, NULL, model_apply_count,
                                "Count what a model adds to the figures (the clock)." },
    [COMMAND_SHEET_SET] = { "model.sheet_set", &model_sheet_set_record, POWER_LEAD,
                            model_apply_sheet, "Set the sheet by which models are appraised." },
    [COMMAND_CALENDAR_SET] = { "model.calendar_set", &model_calendar_set_record, POWER_LEAD,
                               model_apply_calendar, "Set the calendar of a year." },
    [COMMAND_REMIND] = { "model.remind", &model_remind_record, NULL, model_apply_remind,
                         "Remind a unit of a step that is due soon (the clock)." },
};

#define MODEL(member)  FIELD(struct model_get_row, member)
#define RESULT(member) FIELD(struct model_check_results_row, member)
#define ACT(member)    FIELD(struct model_check_acts_row, member)
/* A leaf's fields are its kind's for ever, so what is asked for since then makes another kind. */
#define SAID_AT_FIRST                                                                              \
    MODEL(unit_code), MODEL(state), MODEL(field), MODEL(subject),                                  \
        FIELD(struct model_get_row, person, .rules = FIELD_PERSONAL)                               \
    , MODEL(begins_on), MODEL(name), MODEL(reason), MODEL(goal), MODEL(way), MODEL(place),         \
        MODEL(forces), MODEL(resources), MODEL(product), MODEL(upkeep),                            \
        FIELD(struct model_get_row, contact, .rules = FIELD_PERSONAL)                              \
    , MODEL(cost), MODEL(households), MODEL(workdays), MODEL(listed_on), MODEL(news_on),           \
        MODEL(asked_on)
static const struct field said_fields[] = { SAID_AT_FIRST };
static const struct record said_record = RECORD("model_said", struct model_get_row, said_fields);
static const struct field stated_fields[] = { SAID_AT_FIRST, MODEL(land), MODEL(road) };
static const struct record stated_record =
    RECORD("model_stated", struct model_get_row, stated_fields);
static const struct field measured_fields[] = {
    RESULT(model_id), RESULT(metric),      RESULT(amount_before), RESULT(amount_after),
    RESULT(measure),  RESULT(measured_on), RESULT(source),        RESULT(failures),
    RESULT(needs),    RESULT(evidence),    RESULT(said_by_id),
};
static const struct record measured_record =
    RECORD("model_measured", struct model_check_results_row, measured_fields);
static const struct field done_fields[] = {
    ACT(model_id), ACT(act), ACT(said), ACT(at), ACT(by_id),
};
static const struct record done_record =
    RECORD("model_done", struct model_check_acts_row, done_fields);

const struct fact model_facts[FACT_COUNT] = {
    [FACT_SAID] = { "model.said", &said_record,
                    "All that a model's row said, before land and road were asked for." },
    [FACT_STATED] = { "model.stated", &stated_record, "All that a model's row says now." },
    [FACT_MEASURED] = { "model.measured", &measured_record, "A result was measured." },
    [FACT_DONE] = { "model.done", &done_record, "An act on a model." },
    [FACT_COPY_SAID] = { "model.copy_said", &model_copy_said_record,
                         "All that a copy's row says now." },
    [FACT_COPY_CHECKED] = { "model.copy_checked", &model_copy_checked_record,
                            "A copy was checked." },
    [FACT_COPY_DONE] = { "model.copy_done", &model_copy_done_record, "An act on a copy." },
    [FACT_YEAR_SAID] = { "model.year_said", &model_entry_said_record,
                         "What a model of a year says now." },
    [FACT_YEAR_APPRAISED] = { "model.year_appraised", &model_appraised_record,
                              "What one appraiser found." },
    [FACT_YEAR_DONE] = { "model.year_done", &model_entry_done_record,
                         "An act on a model of a year." },
    [FACT_SHEET_SAID] = { "model.sheet_said", &model_sheet_said_record,
                          "What a score sheet says now." },
    [FACT_CALENDAR_SAID] = { "model.calendar_said", &model_calendar_said_record,
                             "What the calendar of a year says now." },
    [FACT_REMINDED] = { "model.reminded", &model_reminded_record,
                        "A unit was reminded of a step that is due soon." },
};

/* What every act needs: the row, and the move that the workflow allows. */
struct work {
    struct deed *deed;
    struct model_get_row row;
    const struct move *move;
};
static struct verdict begin(struct work *work, struct model_id model, const char *command);
static void finish(struct work *work, struct str said);
static const char *command_of(const struct deed *deed);
static bool is_command(const struct deed *deed, int command);

static struct verdict apply_write(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_form *form = args;
    struct work work = { .deed = deed };
    struct model_unit_row unit;
    struct verdict verdict = model_unit_named(deed, form->unit, &unit);
    if (verdict_is_ok(verdict) && !deed_may(deed, POWER_REGISTER, ID_OF(unit.id))) {
        verdict = (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (verdict_is_ok(verdict)) {
        verdict = begin(&work, form->model, command_of(deed));
    }
    if (verdict_is_ok(verdict)) {
        verdict = model_may_write(form, deed->today);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (form->model.v == 0) {
        char *object = new (deed->arena, char, OBJECT_ID_BYTES);
        deed_new_object(deed, object);
        work.row.id = (struct model_id){ deed_new_id(deed) };
        work.row.object = str_of(object);
        model_insert(deed->tx, &(struct model_insert){ .id = work.row.id,
                                                       .unit_id = unit.id,
                                                       .state = STR("draft"),
                                                       .object = work.row.object });
    }
    bool is_individual = str_equal(form->subject, STR(SUBJECT_INDIVIDUAL));
    work.row.unit_id = unit.id;
    work.row.unit_code = unit.code;
    work.row.field = form->field;
    work.row.subject = form->subject;
    work.row.person = is_individual ? form->person : STR_NONE;
    work.row.begins_on = form->begins_on;
    work.row.name = form->name;
    work.row.reason = form->reason;
    work.row.goal = form->goal;
    work.row.way = form->way;
    work.row.place = form->place;
    work.row.forces = form->forces;
    work.row.resources = form->resources;
    work.row.product = form->product;
    work.row.upkeep = form->upkeep;
    work.row.contact = form->contact;
    work.row.cost = form->cost;
    work.row.households = form->households;
    work.row.workdays = form->workdays;
    work.row.land = form->land;
    work.row.road = form->road;
    finish(&work, STR_NONE);
    *ret = (struct answer){ .subject = ID_OF(work.row.id) };
    return VERDICT_OK;
}

static struct verdict apply_measure(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_measure_form *form = args;
    struct work work = { .deed = deed };
    struct verdict verdict = begin(&work, form->model, command_of(deed));
    if (verdict_is_ok(verdict)) {
        verdict = model_may_measure(&work.row, form, deed->today);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct model_check_results_row result = {
        .id = { deed_new_id(deed) },
        .model_id = form->model,
        .metric = form->metric,
        .amount_before = form->amount_before,
        .amount_after = form->amount_after,
        .measure = form->measure,
        .measured_on = form->measured_on,
        .source = form->source,
        .failures = form->failures,
        .needs = form->needs,
        .evidence = form->evidence,
        .said_by_id = { deed->author->person.v },
        .object = str_of(object),
    };
    model_result_insert(
        deed->tx, &(struct model_result_insert){
                      .id = result.id,
                      .model_id = result.model_id,
                      .metric = result.metric,
                      .amount_before = result.amount_before,
                      .amount_after = result.amount_after,
                      .measure = result.measure,
                      .measured_on = result.measured_on,
                      .source = result.source,
                      .failures = result.failures,
                      .needs = result.needs,
                      .evidence = result.evidence,
                      .said_by_id = result.said_by_id,
                      .object = result.object,
                      .position = deed_emit(deed, &model_facts[FACT_MEASURED], ID_OF(result.id),
                                            result.object, work.row.unit_code, &result),
                  });
    work.row.news_on = deed->today;
    work.row.asked_on = (struct day){ 0 };
    finish(&work, STR_NONE);
    ret->subject = ID_OF(work.row.id);
    return VERDICT_OK;
}

static struct verdict apply_act(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_act_form *form = args;
    struct work work = { .deed = deed };
    struct verdict verdict = begin(&work, form->model, command_of(deed));
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool needs_words = is_command(deed, COMMAND_SEND_BACK) || is_command(deed, COMMAND_STOP);
    if (needs_words && str_is_empty(str_trim(form->said))) {
        return invalid("said", N_("Hãy nêu lý do, để người đọc sau hiểu."));
    }
    if (is_command(deed, COMMAND_APPROVE)) {
        work.row.listed_on = deed->today;
        work.row.news_on = deed->today;
    } else if (is_command(deed, COMMAND_ASK)) {
        work.row.asked_on = deed->today;
        model_ask_unit(deed, &work.row);
    }
    finish(&work, form->said);
    ret->subject = ID_OF(work.row.id);
    return VERDICT_OK;
}

/* --- what they share -------------------------------------------------------------------------- */

static struct verdict begin(struct work *work, struct model_id model, const char *command)
{
    struct deed *deed = work->deed;
    int state = WORKFLOW_NOWHERE;
    if (model.v != 0) {
        /* The page has seen it, and none is ever taken away. */
        must(model_get(&deed->tx->conn, &(struct model_get){ .id = model }, &work->row) ||
             deed->tx->conn.failed);
        state = workflow_state(&model_flow, work->row.state);
    }
    struct verdict verdict = workflow_check(&model_flow, state, command, NULL, &work->move);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool is_clocks = str_equal(str_of(work->move->by), STR(BY_CLOCK));
    bool may = is_clocks ? deed->author->is_clock
                         : model.v == 0 || deed_may(deed, work->move->by, ID_OF(work->row.unit_id));
    return may ? VERDICT_OK : (struct verdict){ .status = STATUS_FORBIDDEN };
}

/* The new state, the row with its leaf, and the line of its history with its own. */
static void finish(struct work *work, struct str said)
{
    must(work->move); /* begin() has found it */
    struct deed *deed = work->deed;
    struct model_get_row *row = &work->row;
    int state = workflow_state(&model_flow, row->state);
    row->state = str_of(model_flow.states[workflow_after(work->move, state)].name);
    struct model_update changed = {
        .id = row->id,
        .unit_id = row->unit_id,
        .state = row->state,
        .field = row->field,
        .subject = row->subject,
        .person = row->person,
        .begins_on = row->begins_on,
        .name = row->name,
        .reason = row->reason,
        .goal = row->goal,
        .way = row->way,
        .place = row->place,
        .forces = row->forces,
        .resources = row->resources,
        .product = row->product,
        .upkeep = row->upkeep,
        .contact = row->contact,
        .cost = row->cost,
        .households = row->households,
        .workdays = row->workdays,
        .land = row->land,
        .road = row->road,
        .listed_on = row->listed_on,
        .news_on = row->news_on,
        .asked_on = row->asked_on,
    };
    changed.position = deed_emit(deed, &model_facts[FACT_STATED], ID_OF(row->id), row->object,
                                 row->unit_code, row);
    model_update(deed->tx, &changed);

    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct model_check_acts_row act = {
        .id = { deed_new_id(deed) },
        .model_id = row->id,
        .act = str_of(work->move->command),
        .said = str_is_empty(str_trim(said)) ? STR_NONE : said,
        .at = deed->now,
        .by_id = { deed->author->person.v },
        .object = str_of(object),
    };
    act.position =
        deed_emit(deed, &model_facts[FACT_DONE], ID_OF(act.id), act.object, row->unit_code, &act);
    model_act_insert(deed->tx, &(struct model_act_insert){ .id = act.id,
                                                           .model_id = act.model_id,
                                                           .act = act.act,
                                                           .said = act.said,
                                                           .at = act.at,
                                                           .by_id = act.by_id,
                                                           .object = act.object,
                                                           .position = act.position });
    model_count_again(deed, row->id);
}

struct verdict model_unit_named(struct deed *deed, struct str code, struct model_unit_row *ret)
{
    struct conn *conn = &deed->tx->conn;
    struct model_unit wanted = { .code = code, .on = deed->today };
    struct model_unit_ended ended = { .code = code, .today = deed->today };
    struct model_unit_ended_row row;
    if (model_unit(conn, &wanted, ret)) {
        return VERDICT_OK;
    }
    if (model_unit_ended(conn, &ended, &row)) {
        return verdict_about(invalid("unit", N_("%s không còn hoạt động. Hãy chọn đơn vị tiếp "
                                                "nhận.")),
                             row.name);
    }
    return verdict_about(invalid("unit", N_("Không có đơn vị nào mang mã “%s”. Hãy chọn trong danh "
                                            "sách.")),
                         code);
}

/* The command's name without the service's. */
static const char *command_of(const struct deed *deed)
{
    return deed->order->command->name + sizeof("model.") - 1;
}

static bool is_command(const struct deed *deed, int command)
{
    return deed->order->command == &model_commands[command];
}
