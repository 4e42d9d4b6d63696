/* The calendar in force, setting one, reminding of one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"

#include <string.h>

#include "base/must.h"
#include "outbox/outbox.h"
#include "text/format.h"
#include "text/tongue.h"

enum { DAY_BYTES = 16 };

#define FORM(member, ...) FIELD(struct model_calendar_form, member, __VA_ARGS__)
static const struct field set_fields[] = {
    FORM(unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20, .label = N_("Đơn vị")),
    FORM(year, .rules = FIELD_REQUIRED, .max = DAY_MAX_YEAR, .label = N_("Cho năm")),
    FORM(register_until, .rules = FIELD_REQUIRED, .label = N_("Đăng ký đến hết ngày")),
    FORM(review_until, .rules = FIELD_REQUIRED, .label = N_("Báo số đo đến hết ngày")),
    FORM(assess_until, .rules = FIELD_REQUIRED, .label = N_("Tự chấm đến hết ngày")),
    FORM(appraise_until, .rules = FIELD_REQUIRED, .label = N_("Thẩm định đến hết ngày")),
    FORM(recognise_until, .rules = FIELD_REQUIRED, .label = N_("Công nhận đến hết ngày")),
};
const struct record model_calendar_set_record =
    RECORD("model.calendar_set", struct model_calendar_form, set_fields);

static const struct field remind_fields[] = {
    FIELD(struct model_remind_form, unit),
    FIELD(struct model_remind_form, year),
    FIELD(struct model_remind_form, step),
};
const struct record model_remind_record =
    RECORD("model.remind", struct model_remind_form, remind_fields);

#define SAID(member) FIELD(struct model_calendar_check_rows_row, member)
static const struct field said_fields[] = {
    SAID(unit_id),      SAID(year),           SAID(register_until),  SAID(review_until),
    SAID(assess_until), SAID(appraise_until), SAID(recognise_until), SAID(said_by_id),
};
const struct record model_calendar_said_record =
    RECORD("model_calendar_said", struct model_calendar_check_rows_row, said_fields);
#define REMINDED(member) FIELD(struct model_reminder_check_rows_row, member)
static const struct field reminded_fields[] = {
    REMINDED(unit_id),  REMINDED(year),    REMINDED(step),
    REMINDED(until_on), REMINDED(waiting), REMINDED(at),
};
const struct record model_reminded_record =
    RECORD("model_reminded", struct model_reminder_check_rows_row, reminded_fields);

static void write_calendar(struct deed *deed, struct model_calendar_check_rows_row *row,
                           struct str unit);
static void write_reminder(struct deed *deed, struct model_reminder_check_rows_row *row,
                           struct str unit);
static void write_letter(struct deed *deed, const struct model_reminder_check_rows_row *row,
                         const struct model_unit_get_row *unit);

/* --- what is so ------------------------------------------------------------------------------- */

void model_calendar_for(struct conn *conn, struct unit_id unit, int64_t year,
                        struct calendar_in_force *ret)
{
    struct model_calendar_in_force wanted = { .unit_id = unit, .year = year };
    struct model_calendar_in_force_row row;
    *ret = (struct calendar_in_force){ .days = model_usual_calendar(year) };
    if (model_calendar_in_force(conn, &wanted, &row)) {
        *ret = (struct calendar_in_force){
            .days = { .until = { row.register_until, row.review_until, row.assess_until,
                                 row.appraise_until, row.recognise_until } },
            .unit_name = row.unit_name,
        };
    }
}

/* --- setting one ------------------------------------------------------------------------------ */

struct verdict model_apply_calendar(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_calendar_form *form = args;
    struct model_unit_row unit;
    struct calendar_in_force in_force;
    struct model_calendar days;
    struct verdict verdict = model_unit_named(deed, form->unit, &unit);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!deed_may(deed, POWER_LEAD, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    memcpy(days.until, form->until, sizeof days.until);
    model_calendar_for(&deed->tx->conn, unit.id, form->year, &in_force);
    verdict = model_calendar_fits(&days, form->year, &in_force.days, deed->today);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct model_calendar_check_rows_row row = {
        .unit_id = unit.id,
        .year = form->year,
        .register_until = days.register_until,
        .review_until = days.review_until,
        .assess_until = days.assess_until,
        .appraise_until = days.appraise_until,
        .recognise_until = days.recognise_until,
        .said_by_id = { deed->author->person.v },
    };
    write_calendar(deed, &row, unit.code);
    ret->subject = ID_OF(row.id);
    return VERDICT_OK;
}

static void write_calendar(struct deed *deed, struct model_calendar_check_rows_row *row,
                           struct str unit)
{
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    row->id = (struct model_calendar_id){ deed_new_id(deed) };
    row->object = str_of(object);
    row->position =
        deed_emit(deed, &model_facts[FACT_CALENDAR_SAID], ID_OF(row->id), row->object, unit, row);
    model_calendar_insert(deed->tx,
                          &(struct model_calendar_insert){ .id = row->id,
                                                           .unit_id = row->unit_id,
                                                           .year = row->year,
                                                           .register_until = row->register_until,
                                                           .review_until = row->review_until,
                                                           .assess_until = row->assess_until,
                                                           .appraise_until = row->appraise_until,
                                                           .recognise_until = row->recognise_until,
                                                           .said_by_id = row->said_by_id,
                                                           .object = row->object,
                                                           .position = row->position });
}

/* --- reminding -------------------------------------------------------------------------------- */

bool model_reminder_is_due(struct conn *conn, const struct calendar_wish *wish,
                           struct model_reminder_check_rows_row *ret)
{
    const struct model_calendar_step *step = &model_calendar_steps[wish->step];
    struct calendar_in_force in_force;
    struct model_reminder_there_row there;
    const struct calendar_waiting *waiting;
    model_calendar_for(conn, wish->unit, wish->year, &in_force);
    *ret = (struct model_reminder_check_rows_row){
        .unit_id = wish->unit,
        .year = wish->year,
        .step = str_of(step->word),
        .until_on = in_force.days.until[wish->step],
    };
    struct model_reminder_there once = {
        .unit_id = ret->unit_id, .year = ret->year, .step = ret->step, .until_on = ret->until_on
    };
    if (!model_calendar_is_near(ret->until_on, wish->today) ||
        model_reminder_there(conn, &once, &there)) {
        return false;
    }
    struct model_mail_holders held = { .unit_id = wish->unit,
                                       .power = str_of(step->power),
                                       .on = wish->today };
    struct model_mail_holders_rows holders = model_mail_holders(conn, &held);
    if (holders.count == 0 || holders.rows[0].depth > 0) {
        return false; /* of those above, each is told of all below him */
    }
    struct calendar_wish dated = *wish;
    dated.until = ret->until_on;
    ret->waiting = (int64_t)model_calendar_waiting(conn, &dated, &waiting);
    return ret->waiting > 0;
}

/* Whoever ordered it has looked; what waited may be done meanwhile, and the day moved. */
struct verdict model_apply_remind(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_remind_form *form = args;
    struct conn *conn = &deed->tx->conn;
    struct model_unit_get_row unit;
    struct model_reminder_check_rows_row row;
    size_t step = model_calendar_step_of(form->step);
    bool is_unit = model_unit_get(conn, &(struct model_unit_get){ .id = form->unit }, &unit);
    must((is_unit && step < CALENDAR_STEPS) || conn->failed);
    struct calendar_wish wish = { .step = (enum calendar_step)step,
                                  .year = form->year,
                                  .unit = form->unit,
                                  .today = deed->today,
                                  .is_own = true,
                                  .limit = CALENDAR_COUNTED_MAX };
    if (is_unit && model_reminder_is_due(conn, &wish, &row)) {
        row.at = deed->now;
        write_reminder(deed, &row, unit.code);
        write_letter(deed, &row, &unit);
        ret->subject = ID_OF(row.id);
    }
    return VERDICT_OK;
}

static void write_reminder(struct deed *deed, struct model_reminder_check_rows_row *row,
                           struct str unit)
{
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    row->id = (struct model_reminder_id){ deed_new_id(deed) };
    row->object = str_of(object);
    row->position =
        deed_emit(deed, &model_facts[FACT_REMINDED], ID_OF(row->id), row->object, unit, row);
    model_reminder_insert(deed->tx, &(struct model_reminder_insert){ .id = row->id,
                                                                     .unit_id = row->unit_id,
                                                                     .year = row->year,
                                                                     .step = row->step,
                                                                     .until_on = row->until_on,
                                                                     .waiting = row->waiting,
                                                                     .at = row->at,
                                                                     .object = row->object,
                                                                     .position = row->position });
}

/* To those whose step it is. */
static void write_letter(struct deed *deed, const struct model_reminder_check_rows_row *row,
                         const struct model_unit_get_row *unit)
{
    const struct model_calendar_step *step =
        &model_calendar_steps[model_calendar_step_of(row->step)];
    struct out until = out_open(deed->arena, DAY_BYTES);
    format_day(&until, row->until_on);
    struct outbox_letter letter = {
        .subject = str_printf(deed->arena, "Lịch mô hình năm %lld: %s đến hết %.*s",
                              (long long)row->year, step->label, STR_ARG(out_str(&until))),
        .body =
            str_printf(deed->arena,
                       "%.*s và nơi trực thuộc còn %s%lld việc chờ ở bước này. Bấm vào đây để "
                       "xem từng việc.",
                       STR_ARG(unit->name), row->waiting < CALENDAR_COUNTED_MAX ? "" : "ít nhất ",
                       (long long)row->waiting),
        .link = str_printf(deed->arena, "/cb/lich-mo-hinh?year=%lld&unit=%.*s&step=%s",
                           (long long)row->year, STR_ARG(unit->code), step->word),
        .about = ID_OF(row->id),
        .key = str_printf(deed->arena, "model reminder %lld", (long long)row->id.v),
    };
    model_write_to(deed, row->unit_id, step->power, &letter);
}

/* --- for `kheo check` ------------------------------------------------------------------------- */

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_calendars(struct conn *conn, struct check *check)
{
    struct model_calendar_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_calendar_check_rows_rows page = model_calendar_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_calendar_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_calendar", ID_OF(row->id),
                                                      row->position, row->object,
                                                      FACT_CALENDAR_SAID, row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_reminders(struct conn *conn, struct check *check)
{
    struct model_reminder_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_reminder_check_rows_rows page = model_reminder_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_reminder_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_reminder", ID_OF(row->id),
                                                      row->position, row->object, FACT_REMINDED,
                                                      row });
        }
        arena_undo(conn->arena, mark);
    }
}

void model_calendars_check(struct snap *snap, struct check *check)
{
    check_calendars(&snap->conn, check);
    check_reminders(&snap->conn, check);
}
