/* The commands of a model's year: what its unit says, what others find, what is decided. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "base/must.h"
#include "mod/model/figures.h"
#include "mod/model/sheet.h"
#include "mod/model/year.h"
#include "outbox/outbox.h"
#include "text/tongue.h"

enum { POINTS_BYTES = 64 };

/* What they are called the sheet in force says; and which of them it has, so none is required here.
 */
#define POINTS_OF(form, member, words) FIELD(form, member, .max = SHEET_POINTS, .label = (words))
#define POINTS(form)                                                                               \
    FIELD(form, sheet)                                                                             \
    , POINTS_OF(form, points_1, N_("Tiêu chí 1")), POINTS_OF(form, points_2, N_("Tiêu chí 2")),    \
        POINTS_OF(form, points_3, N_("Tiêu chí 3")), POINTS_OF(form, points_4, N_("Tiêu chí 4")),  \
        POINTS_OF(form, points_5, N_("Tiêu chí 5")), POINTS_OF(form, points_6, N_("Tiêu chí 6")),  \
        POINTS_OF(form, points_7, N_("Tiêu chí 7")), POINTS_OF(form, points_8, N_("Tiêu chí 8"))

static const struct field assess_fields[] = {
    FIELD(struct model_assess_form, model),
    FIELD(struct model_assess_form, year, .rules = FIELD_REQUIRED, .max = DAY_MAX_YEAR,
          .label = N_("Năm")),
    POINTS(struct model_assess_form),
    FIELD(struct model_assess_form, words, .rules = FIELD_REQUIRED, .max = WORDS_CHARS_MAX,
          .label = N_("Vì sao cho điểm như vậy")),
};
const struct record model_assess_record =
    RECORD("model.assess", struct model_assess_form, assess_fields);

static const struct field appraise_fields[] = {
    FIELD(struct model_appraise_form, entry),
    POINTS(struct model_appraise_form),
    FIELD(struct model_appraise_form, words, .rules = FIELD_REQUIRED, .max = WORDS_CHARS_MAX,
          .label = N_("Nhận xét")),
};
const struct record model_appraise_record =
    RECORD("model.appraise", struct model_appraise_form, appraise_fields);

static const struct field act_fields[] = {
    FIELD(struct model_entry_act_form, entry),
    FIELD(struct model_entry_act_form, level, .rules = FIELD_LINE, .max = 20,
          .label = N_("Cấp công nhận")),
    FIELD(struct model_entry_act_form, decision, .rules = FIELD_LINE, .max = DECISION_CHARS_MAX,
          .label = N_("Số quyết định")),
    FIELD(struct model_entry_act_form, said, .max = TEXT_LONG_CHARS_MAX, .label = N_("Lý do")),
};
const struct record model_entry_act_record =
    RECORD("model.entry_act", struct model_entry_act_form, act_fields);

#define SAID(member)  FIELD(struct model_entry_get_row, member)
#define FOUND(member) FIELD(struct model_appraisal_check_rows_row, member)
#define DONE(member)  FIELD(struct model_entry_act_check_rows_row, member)
static const struct field said_fields[] = {
    SAID(model_id), SAID(unit_id), SAID(unit_code), SAID(year),       SAID(state),
    SAID(is_kept),  SAID(points),  SAID(total),     SAID(words),      SAID(result),
    SAID(grade),    SAID(level),   SAID(decision),  SAID(decided_on), SAID(said_by_id),
};
const struct record model_entry_said_record =
    RECORD("model_entry_said", struct model_entry_get_row, said_fields);
static const struct field found_fields[] = {
    FOUND(entry_id), FOUND(points), FOUND(total), FOUND(words), FOUND(appraiser_id),
};
const struct record model_appraised_record =
    RECORD("model_appraised", struct model_appraisal_check_rows_row, found_fields);
static const struct field done_fields[] = {
    DONE(entry_id), DONE(act), DONE(said), DONE(at), DONE(by_id),
};
const struct record model_entry_done_record =
    RECORD("model_entry_done", struct model_entry_act_check_rows_row, done_fields);

struct work {
    struct deed *deed;
    struct model_entry_get_row row;
    const struct move *move;
    struct sheet_in_force sheet;
};
static struct verdict open_entry(struct work *work, const struct model_assess_form *form);
static struct verdict begin(struct work *work, const void *facts);
static void find_entry(struct work *work, struct model_entry_id entry);
static void finish(struct work *work, struct str said);
static bool is_party(const struct work *work);
static struct str write_points(struct work *work, const int64_t points[YEAR_CRITERIA],
                               int64_t *ret_total);
static void write_letter(struct work *work, const char *power, const char *subject,
                         const char *body);
static bool is_command(const struct work *work, int command);

/* --- the unit itself -------------------------------------------------------------------------- */

struct verdict model_apply_assess(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_assess_form *form = args;
    struct work work = { .deed = deed };
    struct verdict verdict = open_entry(&work, form);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct model_entry_get_row *row = &work.row;
    bool is_new = row->id.v == 0;
    row->points = write_points(&work, form->points, &row->total);
    row->words = form->words;
    row->said_by_id = (struct person_id){ deed->author->person.v };
    if (is_new) {
        char *object = new(deed->arena, char, OBJECT_ID_BYTES);
        deed_new_object(deed, object);
        row->id = (struct model_entry_id){ deed_new_id(deed) };
        row->object = str_of(object);
        model_entry_insert(deed->tx,
                           &(struct model_entry_insert){
                               .id = row->id,
                               .model_id = row->model_id,
                               .unit_id = row->unit_id,
                               .year = row->year,
                               .state = str_of(model_year_flow.states[YEAR_ASSESSED].name),
                               .is_kept = row->is_kept,
                               .points = row->points,
                               .total = row->total,
                               .words = row->words,
                               .said_by_id = row->said_by_id,
                               .object = row->object,
                           });
    }
    finish(&work, STR_NONE);
    write_letter(&work, POWER_APPRAISE, "Chờ thẩm định mô hình",
                 "Đơn vị vừa tự chấm. Anh chị xem mô hình và cho điểm theo phiếu.");
    *ret = (struct answer){ .subject = ID_OF(row->id) };
    return VERDICT_OK;
}

/* The entry of that year, or a new one that is not written yet. */
static struct verdict open_entry(struct work *work, const struct model_assess_form *form)
{
    struct deed *deed = work->deed;
    struct conn *conn = &deed->tx->conn;
    struct model_get_row model = { 0 };
    /* The page has seen it. */
    must(model_get(conn, &(struct model_get){ .id = form->model }, &model) || conn->failed);
    if (!deed_may(deed, POWER_REGISTER, ID_OF(model.unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct model_entry_of_year wanted = { .model_id = model.id, .year = form->year };
    struct model_entry_of_year_row there;
    bool is_there = model_entry_of_year(conn, &wanted, &there);
    int year = (int)form->year;
    struct model_measured_between days = { .model_id = model.id,
                                           .since = day_of(year, 1, 1),
                                           .until = day_of(year, 12, 31) };
    struct model_measured_between_row measured;
    model_sheet_for(conn, model.unit_id, form->year, &work->sheet);
    struct model_assess_facts facts = { .model = &model,
                                        .sheet = { &work->sheet.sheet, work->sheet.id.v } };
    facts.is_measured = model_measured_between(conn, &days, &measured);
    if (is_there) {
        struct model_appraisals of_it = { .entry_id = there.id };
        facts.is_appraised = model_appraisals(conn, &of_it).count > 0;
    }
    struct verdict verdict = model_may_assess(form, &facts, deed->today);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (is_there) {
        find_entry(work, there.id);
        return begin(work, NULL);
    }
    work->row = (struct model_entry_get_row){ .model_id = model.id,
                                              .unit_id = model.unit_id,
                                              .unit_code = model.unit_code,
                                              .unit_name = model.unit_name,
                                              .model_name = model.name,
                                              .year = form->year,
                                              .is_kept = model_year_of(model.listed_on) < year };
    return workflow_check(&model_year_flow, WORKFLOW_NOWHERE, "year_assess", NULL, &work->move);
}

/* --- the appraisers --------------------------------------------------------------------------- */

struct verdict model_apply_appraise(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_appraise_form *form = args;
    struct work work = { .deed = deed };
    struct model_appraise_facts facts = { .count = 0 };
    int64_t total = 0;
    find_entry(&work, form->entry);
    model_sheet_of(&deed->tx->conn, work.row.points, &work.sheet);
    facts.sheet = (struct model_sheet_known){ &work.sheet.sheet, work.sheet.id.v };
    struct str points = write_points(&work, form->points, &total);
    struct model_appraisals_rows before =
        model_appraisals(&deed->tx->conn, &(struct model_appraisals){ .entry_id = form->entry });
    for (size_t i = 0; i < before.count && i + 1 < APPRAISERS_MAX; i++) {
        facts.totals[facts.count++] = before.rows[i].total;
        facts.has_appraised |= before.rows[i].appraiser_id.v == deed->author->person.v;
    }
    facts.totals[facts.count++] = total;
    facts.is_party = is_party(&work);
    struct verdict verdict = begin(&work, &facts);
    if (verdict_is_ok(verdict)) {
        verdict = model_may_appraise(form, &facts);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct model_appraisal_check_rows_row row = {
        .id = { deed_new_id(deed) },
        .entry_id = form->entry,
        .points = points,
        .total = total,
        .words = form->words,
        .appraiser_id = { deed->author->person.v },
        .object = str_of(object),
    };
    row.position = deed_emit(deed, &model_facts[FACT_YEAR_APPRAISED], ID_OF(row.id), row.object,
                             work.row.unit_code, &row);
    model_appraisal_insert(deed->tx,
                           &(struct model_appraisal_insert){ .id = row.id,
                                                             .entry_id = row.entry_id,
                                                             .points = row.points,
                                                             .total = row.total,
                                                             .words = row.words,
                                                             .appraiser_id = row.appraiser_id,
                                                             .object = row.object,
                                                             .position = row.position });
    if (model_totals_settle(facts.totals, facts.count, &work.row.result)) {
        work.row.grade = str_of(model_grade_of(&work.sheet.sheet, work.row.result)->word);
        write_letter(&work, POWER_LEAD, "Chờ công nhận mô hình",
                     "Đã đủ người thẩm định. Anh chị xem điểm và quyết định.");
    } else {
        work.row.result = 0;
    }
    finish(&work, STR_NONE);
    ret->subject = ID_OF(work.row.id);
    return VERDICT_OK;
}

/* --- what is decided -------------------------------------------------------------------------- */

struct verdict model_apply_entry_act(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_entry_act_form *form = args;
    struct work work = { .deed = deed };
    find_entry(&work, form->entry);
    struct verdict verdict = begin(&work, NULL);
    if (verdict_is_ok(verdict) && is_command(&work, COMMAND_YEAR_RECOGNISE)) {
        verdict = model_may_recognise(&work.row, form, is_party(&work));
    }
    bool turns_down = is_command(&work, COMMAND_YEAR_TURN_DOWN);
    if (verdict_is_ok(verdict) && turns_down && str_is_empty(str_trim(form->said))) {
        verdict = invalid("said", N_("Hãy nêu lý do, để đơn vị biết cần làm gì."));
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (is_command(&work, COMMAND_YEAR_RECOGNISE)) {
        work.row.level = form->level;
        work.row.decision = form->decision;
    }
    work.row.decided_on = deed->today;
    finish(&work, form->said);
    write_letter(&work, POWER_REGISTER, "Kết quả xét công nhận mô hình",
                 "Đã có quyết định mới về mô hình của đơn vị.");
    ret->subject = ID_OF(work.row.id);
    return VERDICT_OK;
}

/* --- what they share -------------------------------------------------------------------------- */

/* The page has seen it, and none is ever taken away. */
static void find_entry(struct work *work, struct model_entry_id entry)
{
    struct conn *conn = &work->deed->tx->conn;
    must(model_entry_get(conn, &(struct model_entry_get){ .id = entry }, &work->row) ||
         conn->failed);
}

static struct verdict begin(struct work *work, const void *facts)
{
    struct deed *deed = work->deed;
    const char *command = deed->order->command->name + sizeof("model.") - 1;
    int state = workflow_state(&model_year_flow, work->row.state);
    struct verdict verdict = workflow_check(&model_year_flow, state, command, facts, &work->move);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    return deed_may(deed, work->move->by, ID_OF(work->row.unit_id))
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_FORBIDDEN };
}

/* The new state, the row with its leaf, and the line of its history with its own. */
static void finish(struct work *work, struct str said)
{
    must(work->move); /* begin() has found it */
    struct deed *deed = work->deed;
    struct model_entry_get_row *row = &work->row;
    int state = row->state.p ? workflow_state(&model_year_flow, row->state) : WORKFLOW_NOWHERE;
    row->state = str_of(model_year_flow.states[workflow_after(work->move, state)].name);
    struct model_entry_update changed = {
        .id = row->id,
        .state = row->state,
        .points = row->points,
        .total = row->total,
        .words = row->words,
        .result = row->result,
        .grade = row->grade,
        .level = row->level,
        .decision = row->decision,
        .decided_on = row->decided_on,
        .said_by_id = row->said_by_id,
    };
    changed.position = deed_emit(deed, &model_facts[FACT_YEAR_SAID], ID_OF(row->id), row->object,
                                 row->unit_code, row);
    model_entry_update(deed->tx, &changed);

    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct model_entry_act_check_rows_row act = {
        .id = { deed_new_id(deed) },
        .entry_id = row->id,
        .act = str_of(work->move->command),
        .said = str_is_empty(str_trim(said)) ? STR_NONE : said,
        .at = deed->now,
        .by_id = { deed->author->person.v },
        .object = str_of(object),
    };
    act.position = deed_emit(deed, &model_facts[FACT_YEAR_DONE], ID_OF(act.id), act.object,
                             row->unit_code, &act);
    model_entry_act_insert(deed->tx, &(struct model_entry_act_insert){ .id = act.id,
                                                                       .entry_id = act.entry_id,
                                                                       .act = act.act,
                                                                       .said = act.said,
                                                                       .at = act.at,
                                                                       .by_id = act.by_id,
                                                                       .object = act.object,
                                                                       .position = act.position });
    model_count_again(deed, row->model_id);
}

static bool is_party(const struct work *work)
{
    struct deed *deed = work->deed;
    struct model_copy_post_row post;
    struct model_copy_post held = { .person_id = { deed->author->person.v },
                                    .one = work->row.unit_id,
                                    .other = work->row.unit_id,
                                    .on = deed->today };
    return model_copy_post(&deed->tx->conn, &held, &post);
}

/* "27 18 12 8 13 9", and "@1136" behind it when it is by a sheet of that number. */
static struct str write_points(struct work *work, const int64_t points[YEAR_CRITERIA],
                               int64_t *ret_total)
{
    struct out out = out_open(work->deed->arena, POINTS_BYTES);
    const struct model_sheet *sheet = &work->sheet.sheet;
    for (size_t i = 0; i < sheet->criterion_count; i++) {
        out_str_raw(&out, i == 0 ? STR("") : STR(" "));
        out_int(&out, points[i]);
    }
    if (work->sheet.id.v) {
        out_printf(&out, " %c%lld", SHEET_MARK, (long long)work->sheet.id.v);
    }
    *ret_total = model_points_total(sheet, points);
    return out_str(&out);
}

static void write_letter(struct work *work, const char *power, const char *subject,
                         const char *body)
{
    struct deed *deed = work->deed;
    const struct model_entry_get_row *row = &work->row;
    struct outbox_letter mail = {
        .subject = str_printf(deed->arena, "%s “%.*s”", subject, STR_ARG(row->model_name)),
        .body = str_of(body),
        .link = str_printf(deed->arena, "/cb/xet-cong-nhan/%lld", (long long)row->id.v),
        .about = ID_OF(row->id),
        .key = str_printf(deed->arena, "model entry %lld %s %lld", (long long)row->id.v,
                          deed->order->command->name, (long long)deed->now.s),
    };
    model_write_to(deed, row->unit_id, power, &mail);
}

static bool is_command(const struct work *work, int command)
{
    return work->deed->order->command == &model_commands[command];
}
