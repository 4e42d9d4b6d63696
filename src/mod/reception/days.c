/* Days of reception: posted, moved, held. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "desk/almanac.h"
#include "mod/reception/reception.h"
#include "text/tongue.h"

enum { SEATS_MAX = 200, PLACE_CHARS_MAX = 200, TIME_CHARS_MAX = 12 };

static const struct field post_fields[] = {
    FIELD(struct reception_post_form, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Đơn vị tiếp")),
    FIELD(struct reception_post_form, on, .rules = FIELD_REQUIRED, .label = N_("Ngày tiếp")),
    FIELD(struct reception_post_form, from, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = TIME_CHARS_MAX, .label = N_("Từ giờ")),
    FIELD(struct reception_post_form, until, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = TIME_CHARS_MAX, .label = N_("Đến giờ")),
    FIELD(struct reception_post_form, place, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = PLACE_CHARS_MAX, .label = N_("Nơi tiếp")),
    FIELD(struct reception_post_form, is_by_head, .label = N_("Người đứng đầu trực tiếp tiếp")),
    FIELD(struct reception_post_form, seats, .max = SEATS_MAX, .label = N_("Số chỗ đăng ký trước")),
    FIELD(struct reception_post_form, unscheduled, .rules = FIELD_LINE, .max = 20,
          .label = N_("Căn cứ tiếp đột xuất")),
    FIELD(struct reception_post_form, reason, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Việc cần tiếp đột xuất")),
    FIELD(struct reception_post_form, point, .rules = FIELD_LINE, .max = 20,
          .label = N_("Điểm cầu, khi tiếp trực tuyến")),
    FIELD(struct reception_post_form, link, .rules = FIELD_LINE, .max = 300,
          .label = N_("Đường kết nối của điểm cầu")),
};
const struct record reception_post_record =
    RECORD("reception_post", struct reception_post_form, post_fields);

static const struct field move_fields[] = {
    FIELD(struct reception_move_form, day),
    FIELD(struct reception_move_form, on, .label = N_("Ngày tiếp mới")),
    FIELD(struct reception_move_form, from, .rules = FIELD_LINE, .max = TIME_CHARS_MAX,
          .label = N_("Từ giờ")),
    FIELD(struct reception_move_form, until, .rules = FIELD_LINE, .max = TIME_CHARS_MAX,
          .label = N_("Đến giờ")),
    FIELD(struct reception_move_form, reason, .max = 500, .label = N_("Lý do lùi lịch")),
};
const struct record reception_move_record =
    RECORD("reception_move", struct reception_move_form, move_fields);

static const struct field hold_fields[] = {
    FIELD(struct reception_hold_form, day),
    FIELD(struct reception_hold_form, outcome, .rules = FIELD_LINE, .max = 10,
          .label = N_("Ai đã tiếp")),
    FIELD(struct reception_hold_form, by, .rules = FIELD_LINE, .max = 100,
          .label = N_("Họ tên, chức vụ người tiếp")),
    FIELD(struct reception_hold_form, reason, .max = 500, .label = N_("Lý do không tiếp")),
};
const struct record reception_hold_record =
    RECORD("reception_hold", struct reception_hold_form, hold_fields);

static const struct field said_fields[] = {
    FIELD(struct day_said, unit),           FIELD(struct day_said, held_on),
    FIELD(struct day_said, from_minute),    FIELD(struct day_said, until_minute),
    FIELD(struct day_said, place),          FIELD(struct day_said, is_by_head),
    FIELD(struct day_said, unscheduled),    FIELD(struct day_said, reason),
    FIELD(struct day_said, seats),          FIELD(struct day_said, posted_on),
    FIELD(struct day_said, moved_to),       FIELD(struct day_said, moved_reason),
    FIELD(struct day_said, outcome),        FIELD(struct day_said, outcome_by),
    FIELD(struct day_said, outcome_reason), FIELD(struct day_said, by),
};
const struct record day_said_record = RECORD("day_said", struct day_said, said_fields);

static struct verdict load_day(struct deed *deed, struct reception_day_id id,
                               struct reception_day_get_row *ret);
static struct verdict find_point(struct deed *deed, const struct reception_post_form *form,
                                 struct id unit, struct case_unit_row *ret);
static void insert_day(struct deed *deed, struct reception_day_get_row *day);
static void change_day(struct deed *deed, const struct reception_day_get_row *day, int fact);
static int64_t state_fact(struct deed *deed, const struct reception_day_get_row *day, int fact);
static struct verdict take_bookings_along(struct deed *deed, struct reception_day_id from,
                                          const struct reception_day_get_row *to,
                                          struct str reason);

struct verdict apply_post(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_post_form *form = args;
    struct case_unit_row unit;
    struct case_unit wanted = { .code = form->unit, .on = deed->today };
    if (!case_unit(&deed->tx->conn, &wanted, &unit)) {
        return invalid("unit", N_("Không có đơn vị nào mang mã này."));
    }
    if (!deed_may(deed, POWER_HANDLE, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct verdict verdict =
        reception_may_post(form, deed->today, deed_calendar(deed, ID_OF(unit.id)), deed->arena);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct case_unit_row point = { .code = STR_NONE };
    verdict = find_point(deed, form, ID_OF(unit.id), &point);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool is_unscheduled = !str_is_empty(form->unscheduled);
    struct reception_day_get_row day = {
        .unit_id = unit.id,
        .unit_code = unit.code,
        .held_on = form->on,
        .from_minute = reception_minute(form->from),
        .until_minute = reception_minute(form->until),
        .place = form->place,
        .is_by_head = form->is_by_head,
        .unscheduled = is_unscheduled ? form->unscheduled : STR_NONE,
        .reason = is_unscheduled ? form->reason : STR_NONE,
        .seats = form->seats,
        .posted_on = deed->today,
        .point_id = point.id,
        .point_code = point.code,
        .link = form->link,
    };
    insert_day(deed, &day);
    ret->subject = ID_OF(day.id);
    return VERDICT_OK;
}

/* The unit to which people come, when it is held by a line. */
static struct verdict find_point(struct deed *deed, const struct reception_post_form *form,
                                 struct id unit, struct case_unit_row *ret)
{
    struct case_unit wanted = { .code = form->point, .on = deed->today };
    if (str_is_empty(form->point) && str_is_empty(form->link)) {
        return VERDICT_OK;
    }
    struct verdict verdict =
        reception_may_connect(form, deed->today, deed_calendar(deed, unit), deed->arena);
    if (verdict_is_ok(verdict) && !case_unit(&deed->tx->conn, &wanted, ret)) {
        return invalid("point", N_("Không có đơn vị nào mang mã này."));
    }
    return verdict;
}

/* What was moved stands on another day, and those who booked go with it. */
struct verdict apply_move(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_move_form *form = args;
    struct reception_day_get_row day;
    struct verdict verdict = load_day(deed, form->day, &day);
    if (verdict_is_ok(verdict)) {
        verdict = reception_may_move(&day, form, deed->today);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct reception_day_get_row instead = day;
    instead.held_on = form->on;
    instead.from_minute = reception_minute(form->from);
    instead.until_minute = reception_minute(form->until);
    instead.posted_on = deed->today;
    insert_day(deed, &instead);
    day.moved_to_id = instead.id;
    day.moved_reason = form->reason;
    change_day(deed, &day, FACT_MOVED);
    ret->subject = ID_OF(instead.id);
    return take_bookings_along(deed, day.id, &instead, form->reason);
}

static struct verdict take_bookings_along(struct deed *deed, struct reception_day_id from,
                                          const struct reception_day_get_row *to, struct str reason)
{
    struct verdict verdict = VERDICT_OK;
    struct reception_booked_rows booked =
        reception_booked(&deed->tx->conn, &(struct reception_booked){ .day_id = from });
    for (size_t i = 0; i < booked.count && verdict_is_ok(verdict); i++) {
        struct answer answer;
        struct case_args args = {
            .code = booked.rows[i].code, .said = reason, .on = to->held_on, .amount = to->id.v
        };
        verdict = case_carry_out_named(&reception_kind, deed, "rebook", &args, &answer);
    }
    return verdict;
}

struct verdict apply_hold(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_hold_form *form = args;
    struct reception_day_get_row day;
    struct verdict verdict = load_day(deed, form->day, &day);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct reception_booked_rows booked =
        reception_booked(&deed->tx->conn, &(struct reception_booked){ .day_id = day.id });
    verdict = reception_may_hold(&day, form, deed->today, booked.count);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool is_held = !str_equal(form->outcome, STR(BY_NOBODY));
    day.outcome = form->outcome;
    day.outcome_by = is_held && !str_is_empty(str_trim(form->by)) ? form->by : STR_NONE;
    day.outcome_reason = is_held ? STR_NONE : form->reason;
    change_day(deed, &day, FACT_HELD);
    ret->subject = ID_OF(day.id);
    return VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static struct verdict load_day(struct deed *deed, struct reception_day_id id,
                               struct reception_day_get_row *ret)
{
    if (!reception_day_get(&deed->tx->conn, &(struct reception_day_get){ .id = id }, ret)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    return deed_may(deed, POWER_HANDLE, ID_OF(ret->unit_id))
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_FORBIDDEN };
}

static void insert_day(struct deed *deed, struct reception_day_get_row *day)
{
    char *object = new(deed->arena, char, OBJECT_ID_BYTES);
    deed_new_object(deed, object);
    day->id = (struct reception_day_id){ deed_new_id(deed) };
    day->object = str_of(object);
    day->last_number = 0;
    reception_day_insert(deed->tx, &(struct reception_day_insert){
                                       .id = day->id,
                                       .unit_id = day->unit_id,
                                       .held_on = day->held_on,
                                       .from_minute = day->from_minute,
                                       .until_minute = day->until_minute,
                                       .place = day->place,
                                       .is_by_head = day->is_by_head,
                                       .unscheduled = day->unscheduled,
                                       .reason = day->reason,
                                       .seats = day->seats,
                                       .posted_on = day->posted_on,
                                       .object = day->object,
                                       .position = state_fact(deed, day, FACT_POSTED),
                                   });
    if (day->point_id.v != 0) {
        reception_put_online(deed, day);
    }
}

static void change_day(struct deed *deed, const struct reception_day_get_row *day, int fact)
{
    reception_day_update(deed->tx, &(struct reception_day_update){
                                       .moved_to_id = day->moved_to_id,
                                       .moved_reason = day->moved_reason,
                                       .outcome = day->outcome,
                                       .outcome_by = day->outcome_by,
                                       .outcome_reason = day->outcome_reason,
                                       .position = state_fact(deed, day, fact),
                                       .id = day->id,
                                   });
}

static int64_t state_fact(struct deed *deed, const struct reception_day_get_row *day, int fact)
{
    struct day_said said = day_said_of(day, (struct person_id){ deed->author->person.v });
    return deed_emit(deed, &reception_facts[fact], ID_OF(day->id), day->object, day->unit_code,
                     &said);
}

struct day_said day_said_of(const struct reception_day_get_row *day, struct person_id by)
{
    return (struct day_said){
        .unit = day->unit_code,
        .held_on = day->held_on,
        .from_minute = day->from_minute,
        .until_minute = day->until_minute,
        .place = day->place,
        .is_by_head = day->is_by_head,
        .unscheduled = day->unscheduled,
        .reason = day->reason,
        .seats = day->seats,
        .posted_on = day->posted_on,
        .moved_to = day->moved_to_id,
        .moved_reason = day->moved_reason,
        .outcome = day->outcome,
        .outcome_by = day->outcome_by,
        .outcome_reason = day->outcome_reason,
        .by = by,
    };
}
