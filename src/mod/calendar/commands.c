/* The commands of the working calendar: the rule, the rows, what changed as facts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/commands.h"

#include "mod/calendar/words.h"
#include "text/tongue.h"

enum { HOURS_CHARS_MAX = 60, YEAR_MAX = 9999 };

#define DECISION_FIELDS(type)                                                                      \
    FIELD(type, decision, .rules = FIELD_REQUIRED | FIELD_LINE, .max = DECISION_CHARS_MAX,         \
          .label = N_("Văn bản quyết định"))                                                       \
    , FIELD(type, decided_on, .rules = FIELD_REQUIRED, .label = N_("Ngày ký văn bản"))             \
    , FIELD(type, reason, .rules = FIELD_REQUIRED | FIELD_LINE, .max = REASON_CHARS_MAX,           \
            .label = N_("Lý do sửa lịch"))

static const struct field day_set_fields[] = {
    FIELD(struct day_set, day, .rules = FIELD_REQUIRED, .label = N_("Ngày")),
    FIELD(struct day_set, kind, .rules = FIELD_REQUIRED | FIELD_LINE, .label = N_("Loại ngày")),
    FIELD(struct day_set, name, .rules = FIELD_REQUIRED | FIELD_LINE, .max = NAME_CHARS_MAX,
          .label = N_("Tên ngày")),
    DECISION_FIELDS(struct day_set),
};
static const struct field day_clear_fields[] = {
    FIELD(struct day_clear, day, .rules = FIELD_REQUIRED, .label = N_("Ngày")),
    FIELD(struct day_clear, reason, .rules = FIELD_REQUIRED | FIELD_LINE, .max = REASON_CHARS_MAX,
          .label = N_("Lý do sửa lịch")),
};
static const struct field days_take_fields[] = {
    FIELD(struct days_take, rows, .rules = FIELD_REQUIRED, .max = ROWS_CHARS_MAX,
          .label = N_("Các ngày")),
    DECISION_FIELDS(struct days_take),
};
static const struct field year_decide_fields[] = {
    FIELD(struct year_decide, year, .rules = FIELD_REQUIRED, .max = YEAR_MAX, .label = N_("Năm")),
    DECISION_FIELDS(struct year_decide),
};
static const struct field hours_set_fields[] = {
    FIELD(struct hours_set, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Mã đơn vị")),
    FIELD(struct hours_set, hours, .rules = FIELD_LINE, .max = HOURS_CHARS_MAX,
          .label = N_("Giờ làm việc")),
    DECISION_FIELDS(struct hours_set),
};
static const struct record day_set_record =
    RECORD("calendar.day_set", struct day_set, day_set_fields);
static const struct record day_clear_record =
    RECORD("calendar.day_clear", struct day_clear, day_clear_fields);
static const struct record days_take_record =
    RECORD("calendar.days_take", struct days_take, days_take_fields);
static const struct record year_decide_record =
    RECORD("calendar.year_decide", struct year_decide, year_decide_fields);
static const struct record hours_set_record =
    RECORD("calendar.hours_set", struct hours_set, hours_set_fields);

static apply_fn apply_day_set, apply_day_clear, apply_days_take, apply_year_decide, apply_hours_set;

const struct command calendar_commands[COMMAND_COUNT] = {
    [COMMAND_DAY_SET] = { "calendar.day_set", &day_set_record, POWER_CALENDAR, apply_day_set,
                          "Sets what a decision makes of a day." },
    [COMMAND_DAY_CLEAR] = { "calendar.day_clear", &day_clear_record, POWER_CALENDAR,
                            apply_day_clear, "Takes back what was set for a day." },
    [COMMAND_DAYS_TAKE] = { "calendar.days_take", &days_take_record, POWER_CALENDAR,
                            apply_days_take, "Sets the days of an import that were ticked." },
    [COMMAND_YEAR_DECIDE] = { "calendar.year_decide", &year_decide_record, POWER_CALENDAR,
                              apply_year_decide, "Says that all days of a year are decided." },
    [COMMAND_HOURS_SET] = { "calendar.hours_set", &hours_set_record, POWER_CALENDAR,
                            apply_hours_set, "Sets the office hours of a unit." },
};

/* The leaf commits to these fields in this order: another list is another fact. */
static const struct field day_says_fields[] = {
    FIELD(struct day_says, day),        FIELD(struct day_says, kind),
    FIELD(struct day_says, name),       FIELD(struct day_says, decision),
    FIELD(struct day_says, decided_on), FIELD(struct day_says, was_kind),
    FIELD(struct day_says, was_name),   FIELD(struct day_says, was_decision),
    FIELD(struct day_says, reason),     FIELD(struct day_says, by),
};
static const struct field year_says_fields[] = {
    FIELD(struct year_says, year),       FIELD(struct year_says, decision),
    FIELD(struct year_says, decided_on), FIELD(struct year_says, reason),
    FIELD(struct year_says, by),
};
static const struct field hours_says_fields[] = {
    FIELD(struct hours_says, unit),      FIELD(struct hours_says, hours),
    FIELD(struct hours_says, decision),  FIELD(struct hours_says, decided_on),
    FIELD(struct hours_says, was_hours), FIELD(struct hours_says, reason),
    FIELD(struct hours_says, by),
};
static const struct record day_says_record =
    RECORD("calendar.day", struct day_says, day_says_fields);
static const struct record year_says_record =
    RECORD("calendar.year", struct year_says, year_says_fields);
static const struct record hours_says_record =
    RECORD("calendar.hours", struct hours_says, hours_says_fields);

const struct fact calendar_facts[FACT_COUNT] = {
    [FACT_DAY_SET] = { "calendar.day_set", &day_says_record, "A day is what a decision says." },
    [FACT_DAY_CLEARED] = { "calendar.day_cleared", &day_says_record,
                           "A day is again what it was before a decision was entered." },
    [FACT_YEAR_DECIDED] = { "calendar.year_decided", &year_says_record,
                            "All days of a year are decided." },
    [FACT_HOURS_SET] = { "calendar.hours_set", &hours_says_record,
                         "A unit has other office hours." },
    [FACT_CHANGED] = { ALMANAC_CHANGED, &almanac_change_record,
                       "Terms that run on these days are counted again." },
};

static bool may_change_days(struct deed *deed);
static struct verdict set_days(struct deed *deed, const struct day_row *rows, size_t count,
                               struct str reason, struct answer *ret);
static void set_day(struct deed *deed, const struct calendar *before, const struct day_row *row,
                    struct str reason);
static void note_change(struct deed *deed, struct calendar_change_insert change);
static void tell_of(struct deed *deed, struct almanac_change change);
static struct str day_word(struct arena *arena, struct day day);
static struct person_id author_of(const struct deed *deed);

/* --- days ------------------------------------------------------------------------------------- */

static struct verdict apply_day_set(struct deed *deed, const void *args, struct answer *ret)
{
    const struct day_set *set = args;
    struct day_row row = {
        1, set->day, SPECIAL_HOLIDAY, set->name, set->decision, set->decided_on
    };
    if (!day_kind_read(set->kind, &row.kind)) {
        return invalid("kind", N_("Hãy chọn loại ngày trong danh sách."));
    }
    return set_days(deed, &row, 1, set->reason, ret);
}

static struct verdict apply_days_take(struct deed *deed, const void *args, struct answer *ret)
{
    const struct days_take *take = args;
    struct day_rows days = day_rows_read(deed->arena, take->rows, take->decision, take->decided_on);
    if (days.bad_line) {
        return verdict_about(invalid("rows", N_("Dòng %s không đọc được.")),
                             str_printf(deed->arena, "%zu", days.bad_line));
    }
    return set_days(deed, days.rows, days.count, take->reason, ret);
}

static struct verdict set_days(struct deed *deed, const struct day_row *rows, size_t count,
                               struct str reason, struct answer *ret)
{
    if (!may_change_days(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    const struct calendar *before = deed_calendar(deed, (struct id){ 0 });
    struct verdict verdict = days_may_be_set(before, rows, count, deed->today, deed->arena);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct almanac_change change = { rows[0].day, rows[0].day, .reason = reason };
    for (size_t i = 0; i < count; i++) {
        set_day(deed, before, &rows[i], reason);
        change.from = day_compare(rows[i].day, change.from) < 0 ? rows[i].day : change.from;
        change.until = day_compare(rows[i].day, change.until) > 0 ? rows[i].day : change.until;
    }
    tell_of(deed, change);
    ret->text = day_word(deed->arena, rows[0].day);
    return VERDICT_OK;
}

static void set_day(struct deed *deed, const struct calendar *before, const struct day_row *row,
                    struct str reason)
{
    struct day_status was = calendar_day(before, row->day);
    struct day_says says = {
        .day = row->day,
        .kind = str_of(day_kind_words[row->kind]),
        .name = row->name,
        .decision = row->decision,
        .decided_on = row->decided_on,
        .was_kind = str_of(day_work_word(was.work)),
        .was_name = str_of(was.name),
        .was_decision = str_of(was.decision),
        .reason = reason,
        .by = author_of(deed),
    };
    struct calendar_day_get_row known;
    char object[OBJECT_ID_BYTES];
    bool is_known =
        calendar_day_get(&deed->tx->conn, &(struct calendar_day_get){ .day = row->day }, &known);
    if (!is_known) {
        deed_new_object(deed, object);
        known.id = (struct calendar_day_id){ deed_new_id(deed) };
        known.object = str_copy(deed->arena, str_of(object));
    }
    int64_t position = deed_emit(deed, &calendar_facts[FACT_DAY_SET], ID_OF(known.id), known.object,
                                 STR_NONE, &says);
    if (is_known) {
        calendar_day_update(deed->tx,
                            &(struct calendar_day_update){ says.kind, says.name, says.decision,
                                                           says.decided_on, position, known.id });
    } else {
        calendar_day_insert(deed->tx, &(struct calendar_day_insert){
                                          .id = known.id,
                                          .day = row->day,
                                          .kind = says.kind,
                                          .name = says.name,
                                          .decision = says.decision,
                                          .decided_on = says.decided_on,
                                          .object = known.object,
                                          .position = position,
                                      });
    }
    note_change(deed, (struct calendar_change_insert){ .what = day_word(deed->arena, row->day),
                                                       .was = says.was_kind,
                                                       .now = says.kind,
                                                       .name = says.name,
                                                       .reason = reason,
                                                       .position = position });
}

static struct verdict apply_day_clear(struct deed *deed, const void *args, struct answer *ret)
{
    const struct day_clear *clear = args;
    struct calendar_day_get_row known;
    if (!may_change_days(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!calendar_day_get(&deed->tx->conn, &(struct calendar_day_get){ .day = clear->day },
                          &known)) {
        return invalid("day", N_("Ngày này chưa được đặt gì trong lịch."));
    }
    calendar_day_delete(deed->tx, &(struct calendar_day_delete){ .id = known.id });
    calendar_changed(deed);
    const struct calendar *after = deed_calendar(deed, (struct id){ 0 });
    struct verdict verdict = calendar_agrees(after, "day", deed->arena);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct day_status now = calendar_day(after, clear->day);
    struct day_says says = {
        .day = clear->day,
        .kind = str_of(day_work_word(now.work)),
        .was_kind = known.kind,
        .was_name = known.name,
        .was_decision = str_of(decision_text(deed->arena, known.decision, known.decided_on)),
        .reason = clear->reason,
        .by = author_of(deed),
    };
    int64_t position = deed_emit(deed, &calendar_facts[FACT_DAY_CLEARED], ID_OF(known.id),
                                 known.object, STR_NONE, &says);
    note_change(deed, (struct calendar_change_insert){ .what = day_word(deed->arena, clear->day),
                                                       .was = says.was_kind,
                                                       .now = says.kind,
                                                       .name = known.name,
                                                       .reason = clear->reason,
                                                       .position = position });
    tell_of(deed, (struct almanac_change){ clear->day, clear->day, .reason = clear->reason });
    ret->text = day_word(deed->arena, clear->day);
    return VERDICT_OK;
}

/* --- years ------------------------------------------------------------------------------------ */

/* From then on a holiday that the yearly rule alone knows is an ordinary day. */
static struct verdict apply_year_decide(struct deed *deed, const void *args, struct answer *ret)
{
    const struct year_decide *decide = args;
    if (!may_change_days(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (day_compare(decide->decided_on, deed->today) > 0) {
        return invalid("decided_on", N_("Văn bản này chưa ban hành: ngày ký sau hôm nay."));
    }
    struct verdict verdict =
        year_may_be_decided(deed_calendar(deed, (struct id){ 0 }), decide->year, deed->arena);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    const struct calendar_year_id id = { deed_new_id(deed) };
    struct year_says says = { decide->year, decide->decision, decide->decided_on, decide->reason,
                              author_of(deed) };
    int64_t position = deed_emit(deed, &calendar_facts[FACT_YEAR_DECIDED], ID_OF(id),
                                 str_of(object), STR_NONE, &says);
    calendar_year_insert(deed->tx, &(struct calendar_year_insert){
                                       .id = id,
                                       .year = decide->year,
                                       .decision = decide->decision,
                                       .decided_on = decide->decided_on,
                                       .object = str_of(object),
                                       .position = position,
                                   });
    struct str year = str_printf(deed->arena, "%lld", (long long)decide->year);
    note_change(deed, (struct calendar_change_insert){
                          .what = year, .reason = decide->reason, .position = position });
    tell_of(deed,
            (struct almanac_change){ day_of((int)decide->year, 1, 1),
                                     day_of((int)decide->year, 12, 31), .reason = decide->reason });
    ret->text = str_printf(deed->arena, "%.*s-01-01", STR_ARG(year));
    return VERDICT_OK;
}

/* --- office hours ----------------------------------------------------------------------------- */

static struct verdict check_hours(struct deed *deed, const struct hours_set *set,
                                  const struct str *was, struct str *ret_hours);
static int64_t state_hours(struct deed *deed, const struct hours_set *set, struct str hours,
                           struct calendar_hours_id id, struct str object, struct str was);

static struct verdict apply_hours_set(struct deed *deed, const void *args, struct answer *ret)
{
    const struct hours_set *set = args;
    struct calendar_unit_row unit;
    struct calendar_hours_get_row known = { .hours = STR_NONE };
    struct conn *conn = &deed->tx->conn;
    struct str hours = STR_NONE;
    if (!calendar_unit(conn, &(struct calendar_unit){ .code = set->unit, .today = deed->today },
                       &unit)) {
        return invalid("unit", N_("Không có đơn vị nào mang mã này."));
    }
    if (!deed_may(deed, POWER_CALENDAR, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    bool is_known =
        calendar_hours_get(conn, &(struct calendar_hours_get){ .unit_id = unit.id }, &known);
    struct verdict verdict = check_hours(deed, set, is_known ? &known.hours : NULL, &hours);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char object[OBJECT_ID_BYTES];
    if (!is_known) {
        deed_new_object(deed, object);
        known.id = (struct calendar_hours_id){ deed_new_id(deed) };
        known.object = str_of(object);
    }
    int64_t position = state_hours(deed, set, hours, known.id, known.object, known.hours);
    if (!hours.p) {
        calendar_hours_delete(deed->tx, &(struct calendar_hours_delete){ .id = known.id });
    } else if (is_known) {
        calendar_hours_update(deed->tx, &(struct calendar_hours_update){ hours, set->decision,
                                                                         set->decided_on, position,
                                                                         known.id });
    } else {
        calendar_hours_insert(deed->tx, &(struct calendar_hours_insert){
                                            .id = known.id,
                                            .unit_id = unit.id,
                                            .hours = hours,
                                            .decision = set->decision,
                                            .decided_on = set->decided_on,
                                            .object = known.object,
                                            .position = position,
                                        });
    }
    tell_of(deed, (struct almanac_change){ deed->today, DAY_NONE, ID_OF(unit.id), unit.code,
                                           set->reason });
    ret->text = unit.code;
    return VERDICT_OK;
}

/* Absent hours take those away that were set (`was`; NULL: none were). */
static struct verdict check_hours(struct deed *deed, const struct hours_set *set,
                                  const struct str *was, struct str *ret_hours)
{
    struct office_hours hours[OFFICE_INTERVALS_MAX];
    if (day_compare(set->decided_on, deed->today) > 0) {
        return invalid("decided_on", N_("Văn bản này chưa ban hành: ngày ký sau hôm nay."));
    }
    if (str_is_empty(str_trim(set->hours))) {
        return was ? VERDICT_OK
                   : invalid("hours", N_("Đơn vị này chưa có giờ riêng, nên không có gì để bỏ."));
    }
    struct verdict verdict =
        hours_may_be_set(deed_calendar(deed, (struct id){ 0 }), set->hours, deed->arena, hours);
    if (verdict_is_ok(verdict)) {
        *ret_hours = hours_text(deed->arena, hours);
    }
    if (verdict_is_ok(verdict) && was && str_equal(*was, *ret_hours)) {
        return invalid("hours", N_("Giờ làm việc của đơn vị đã đúng như vậy."));
    }
    return verdict;
}

static int64_t state_hours(struct deed *deed, const struct hours_set *set, struct str hours,
                           struct calendar_hours_id id, struct str object, struct str was)
{
    struct hours_says says = { set->unit, hours,       set->decision,  set->decided_on,
                               was,       set->reason, author_of(deed) };
    int64_t position =
        deed_emit(deed, &calendar_facts[FACT_HOURS_SET], ID_OF(id), object, set->unit, &says);
    note_change(deed, (struct calendar_change_insert){ .what = set->unit,
                                                       .was = was,
                                                       .now = hours,
                                                       .reason = set->reason,
                                                       .position = position });
    return position;
}

/* --- helpers ---------------------------------------------------------------------------------- */

/* The days are everybody's, so the power must reach a unit at the top. */
static bool may_change_days(struct deed *deed)
{
    struct calendar_roots_rows rows =
        calendar_roots(&deed->tx->conn, &(struct calendar_roots){ .today = deed->today });
    for (size_t i = 0; i < rows.count; i++) {
        if (deed_may(deed, POWER_CALENDAR, ID_OF(rows.rows[i].id))) {
            return true;
        }
    }
    return false;
}

static void note_change(struct deed *deed, struct calendar_change_insert change)
{
    change.id = (struct calendar_change_id){ deed_new_id(deed) };
    change.at = deed->now;
    change.person_id = author_of(deed);
    calendar_change_insert(deed->tx, &change);
}

/* After the rows: whoever hears it may count with them. */
static void tell_of(struct deed *deed, struct almanac_change change)
{
    char object[OBJECT_ID_BYTES];
    calendar_changed(deed);
    deed_new_object(deed, object);
    deed_emit(deed, &calendar_facts[FACT_CHANGED], change.unit, str_of(object), change.unit_code,
              &change);
}

static struct str day_word(struct arena *arena, struct day day)
{
    struct out out = out_open(arena, sizeof "2026-08-31");
    out_day(&out, day);
    return out_str(&out);
}

static struct person_id author_of(const struct deed *deed)
{
    return (struct person_id){ deed->author->person.v };
}
