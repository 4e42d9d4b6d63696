/* Days that are held by a line: the unit to which people come, its test, its recording. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/reception/reception.h"
#include "text/tongue.h"

static const struct field line_fields[] = {
    FIELD(struct reception_line_form, day),
    FIELD(struct reception_line_form, step, .rules = FIELD_LINE, .max = 10,
          .label = N_("Việc đã làm")),
    FIELD(struct reception_line_form, on, .label = N_("Ngày thử")),
    FIELD(struct reception_line_form, at, .rules = FIELD_LINE, .max = 12,
          .label = N_("Giờ mở đường truyền")),
    FIELD(struct reception_line_form, note, .rules = FIELD_LINE, .max = 200,
          .label = N_("Nơi giữ bản ghi âm, ghi hình")),
};
const struct record reception_line_record =
    RECORD("reception_line", struct reception_line_form, line_fields);

static const struct field said_fields[] = {
    FIELD(struct online_said, unit),
    FIELD(struct online_said, point),
    FIELD(struct online_said, link, .rules = FIELD_PERSONAL),
    FIELD(struct online_said, tested_on),
    FIELD(struct online_said, connected_minute),
    FIELD(struct online_said, recording, .rules = FIELD_PERSONAL),
    FIELD(struct online_said, by),
};
const struct record online_said_record = RECORD("online_said", struct online_said, said_fields);

static int64_t state_fact(struct deed *deed, const struct reception_day_get_row *day, int fact);

void reception_put_online(struct deed *deed, const struct reception_day_get_row *day)
{
    struct reception_day_get_row new_one = *day;
    new_one.tested_on = DAY_NONE;
    new_one.connected_minute = 0;
    new_one.recording = STR_NONE;
    reception_online_insert(deed->tx, &(struct reception_online_insert){
                                          .day_id = day->id,
                                          .point_id = day->point_id,
                                          .link = day->link,
                                          .position = state_fact(deed, &new_one, FACT_ONLINE),
                                      });
}

/* Those of either end write it down. */
struct verdict apply_line(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_line_form *form = args;
    struct reception_day_get_row day;
    if (!reception_day_get(&deed->tx->conn, &(struct reception_day_get){ .id = form->day }, &day)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_HANDLE, ID_OF(day.unit_id)) &&
        (day.point_id.v == 0 || !deed_may(deed, POWER_HANDLE, ID_OF(day.point_id)))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct verdict verdict = reception_may_note(&day, form, deed->today);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (str_equal(form->step, STR(LINE_TEST))) {
        day.tested_on = day_is_none(form->on) ? deed->today : form->on;
    } else if (str_equal(form->step, STR(LINE_CONNECT))) {
        day.connected_minute = reception_minute(form->at);
    } else {
        day.recording = form->note;
    }
    reception_online_update(deed->tx, &(struct reception_online_update){
                                          .tested_on = day.tested_on,
                                          .connected_minute = day.connected_minute,
                                          .recording = day.recording,
                                          .position = state_fact(deed, &day, FACT_LINE),
                                          .day_id = day.id,
                                      });
    ret->subject = ID_OF(day.id);
    return VERDICT_OK;
}

static int64_t state_fact(struct deed *deed, const struct reception_day_get_row *day, int fact)
{
    struct online_said said = { .unit = day->unit_code,
                                .point = day->point_code,
                                .link = day->link,
                                .tested_on = day->tested_on,
                                .connected_minute = day->connected_minute,
                                .recording = day->recording,
                                .by = { deed->author->person.v } };
    return deed_emit(deed, &reception_facts[fact], ID_OF(day->id), day->object, day->unit_code,
                     &said);
}
