/* Whether a calendar's rows agree with each other, before anyone counts with them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/calendar.h"

#include "law/say.h"
#include "text/tongue.h"

static size_t audit_order(const struct calendar *calendar, struct out *faults);
static size_t audit_kinds(const struct calendar *calendar, struct out *faults);
static size_t audit_rest(const struct calendar *calendar, struct out *faults);
static struct day first_of_rest(const struct calendar *calendar, struct day day);
static size_t audit_hours(const struct calendar *calendar, struct out *faults);
static void fault_of_day(struct out *faults, const char *sentence, struct day day);
static void fault(struct out *faults, const char *sentence);

enum { WEEK_DAYS = 7, WHOLE_WEEK = (1 << WEEK_DAYS) - 1 };

size_t calendar_audit(const struct calendar *calendar, struct out *faults)
{
    size_t count = audit_order(calendar, faults) + audit_kinds(calendar, faults) +
                   audit_hours(calendar, faults);
    /* Rows that contradict each other cannot be counted with. */
    return count ? count : audit_rest(calendar, faults);
}

static size_t audit_order(const struct calendar *calendar, struct out *faults)
{
    size_t count = 0;
    for (size_t i = 1; i < calendar->day_count; i++) {
        int order = day_compare(calendar->days[i - 1].day, calendar->days[i].day);
        if (order == 0) {
            fault_of_day(faults, N_("Ngày %s có hai dòng trong lịch."), calendar->days[i].day);
            count++;
        } else if (order > 0) {
            fault_of_day(faults, N_("Ngày %s đứng sai thứ tự trong lịch."), calendar->days[i].day);
            count++;
        }
    }
    return count;
}

static size_t audit_kinds(const struct calendar *calendar, struct out *faults)
{
    size_t count = 0;
    for (size_t i = 0; i < calendar->day_count; i++) {
        const struct special_day *special = &calendar->days[i];
        if (day_is_none(special->day)) {
            fault(faults, N_("Có một dòng không phải là ngày."));
            count++;
            continue;
        }
        bool is_rest = calendar->rest_weekdays & REST_ON(day_weekday(special->day));
        if (special->kind == SPECIAL_MAKE_UP_WORK && !is_rest) {
            fault_of_day(faults, N_("Ngày %s vốn là ngày làm việc nên không thể là ngày làm bù."),
                         special->day);
            count++;
        }
        if (special->kind == SPECIAL_COMPENSATORY && is_rest) {
            fault_of_day(faults, N_("Ngày %s vốn là ngày nghỉ nên không thể là ngày nghỉ bù."),
                         special->day);
            count++;
        }
        if (!special->name || !special->decision) {
            fault_of_day(faults, N_("Ngày %s thiếu tên ngày hoặc văn bản quyết định."),
                         special->day);
            count++;
        }
    }
    return count;
}

/* Every long rest has a special day in it, or the week itself has no working day. It may have begun
 * before, with holidays that follow from the rule. */
static size_t audit_rest(const struct calendar *calendar, struct out *faults)
{
    if ((calendar->rest_weekdays & WHOLE_WEEK) == WHOLE_WEEK) {
        fault(faults, N_("Lịch không có ngày làm việc nào trong tuần."));
        return 1;
    }
    for (size_t i = 0; i < calendar->day_count; i++) {
        struct day day = first_of_rest(calendar, calendar->days[i].day);
        for (int32_t run = 0; !calendar_works_on(calendar, day); run++) {
            if (run == CALENDAR_REST_DAYS_MAX) {
                fault_of_day(faults, N_("Kỳ nghỉ từ %s dài quá mức."), calendar->days[i].day);
                return 1;
            }
            day = day_add(day, 1);
        }
    }
    return 0;
}

static struct day first_of_rest(const struct calendar *calendar, struct day day)
{
    struct day first = day;
    for (int32_t back = 1; back <= CALENDAR_REST_DAYS_MAX; back++) {
        struct day before = day_add(day, -back);
        if (day_is_none(before) || calendar_works_on(calendar, before)) {
            break;
        }
        first = before;
    }
    return first;
}

static size_t audit_hours(const struct calendar *calendar, struct out *faults)
{
    size_t count = 0;
    int32_t last_s = 0;
    for (size_t i = 0; i < OFFICE_INTERVALS_MAX; i++) {
        struct office_hours hours = calendar->hours[i];
        if (hours.from_s == hours.to_s) {
            continue;
        }
        if (hours.from_s < last_s || hours.to_s < hours.from_s || hours.to_s > DAY_S) {
            fault(faults, N_("Giờ làm việc trong ngày chồng nhau hoặc sai thứ tự."));
            count++;
        }
        last_s = hours.to_s;
    }
    if (calendar_day_seconds(calendar) <= 0) {
        fault(faults, N_("Lịch không có giờ làm việc nào trong ngày."));
        count++;
    }
    return count;
}

static void fault_of_day(struct out *faults, const char *sentence, struct day day)
{
    struct scratch room = { "" };
    say(faults, sentence, say_weekday(&room, faults, day));
    out_char(faults, '\n');
}

static void fault(struct out *faults, const char *sentence)
{
    out_str_raw(faults, say_word(faults, sentence));
    out_char(faults, '\n');
}
