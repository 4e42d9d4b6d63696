/* Working days and office time, counted day by day from the calendar's rows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/calendar.h"

#include "base/attr.h"
#include "base/must.h"
#include "law/lunar.h"
#include "text/tongue.h"

enum {
    /* A day in lieu follows its holiday within a week; three weeks back nothing is owed. */
    OWED_LOOK_BACK_DAYS = 21,
    /* Five days of Tết: two before the year turns and three after, as in four of six recent
     * years. */
    TET_DAYS_BEFORE = 2,
    TET_DAYS_AFTER = 2,
};

/* A feast of the moon, from its first day off to the last. */
struct feast {
    const char *name; /* NULL: there is none */
    struct day from;
    struct day to;
};

static const struct special_day *special_of(const struct calendar *calendar, struct day day);
static struct day_status status_by_rule(const struct calendar *calendar, struct day day);
static struct feast feast_near(const struct calendar *calendar, struct day day);
static const char *holiday_by_rule(const struct calendar *calendar, struct feast feast,
                                   struct day day);
static bool is_decided(const struct calendar *calendar, struct day day);
static bool is_rest_weekday(const struct calendar *calendar, struct day day);
static bool is_owed_by_rule(const struct calendar *calendar, struct feast feast, struct day day);
static struct day step_to_work(const struct calendar *calendar, struct day day, int32_t step);
static int32_t office_seconds_until(const struct calendar *calendar, int32_t second_of_day);
static int32_t office_second_after(const struct calendar *calendar, int32_t office_seconds);

static const enum day_work WORK_OF_SPECIAL[] = {
    [SPECIAL_HOLIDAY] = REST_HOLIDAY,
    [SPECIAL_COMPENSATORY] = REST_COMPENSATORY,
    [SPECIAL_MAKE_UP_WORK] = WORK_MAKE_UP,
};

struct day_status calendar_day(const struct calendar *calendar, struct day day)
{
    must(!day_is_none(day));
    const struct special_day *special = special_of(calendar, day);
    if (special && special->kind != SPECIAL_ORDINARY) {
        return (struct day_status){ WORK_OF_SPECIAL[special->kind], special->name,
                                    special->decision, true };
    }
    if (!special && !is_decided(calendar, day)) {
        return status_by_rule(calendar, day);
    }
    return (struct day_status){ is_rest_weekday(calendar, day) ? REST_WEEKLY : WORK_ORDINARY, NULL,
                                NULL, true };
}

static const struct special_day *special_of(const struct calendar *calendar, struct day day)
{
    size_t low = 0;
    size_t high = calendar->day_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = day_compare(calendar->days[middle].day, day);
        if (order == 0) {
            return &calendar->days[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* Law: 45/2019/QH14 art. 111.3 and 112.1: a holiday on a rest day gives the next working day
 * off. */
static struct day_status status_by_rule(const struct calendar *calendar, struct day day)
{
    struct feast feast = feast_near(calendar, day);
    const char *holiday = holiday_by_rule(calendar, feast, day);
    if (holiday) {
        return (struct day_status){ REST_HOLIDAY, holiday,
                                    N_("Điều 112 Bộ luật Lao động số 45/2019/QH14"), false };
    }
    if (is_rest_weekday(calendar, day)) {
        return (struct day_status){ REST_WEEKLY, NULL, NULL, false };
    }
    if (is_owed_by_rule(calendar, feast, day)) {
        return (struct day_status){ REST_COMPENSATORY, N_("nghỉ bù ngày lễ"),
                                    N_("khoản 3 Điều 111 Bộ luật Lao động số 45/2019/QH14"),
                                    false };
    }
    return (struct day_status){ WORK_ORDINARY, NULL, NULL, false };
}

/* The one that falls on the day, or to which it may be owed. Tết begins between 21 January and 20
 * February and owes nothing in March, Giỗ Tổ is between 29 March and 29 April. */
static struct feast feast_near(const struct calendar *calendar, struct day day)
{
    enum { MARCH = 3, MAY = 5 };
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(day, &year, &month, &day_of_month);
    if (!calendar->keeps_lunar_feasts || month > MAY) {
        return (struct feast){ NULL, DAY_NONE, DAY_NONE };
    }
    if (month < MARCH) {
        struct day tet = lunar_day((struct lunar_date){ year, .month = 1, .day = 1 });
        return (struct feast){ day_is_none(tet) ? NULL : N_("Tết Nguyên đán"),
                               day_add(tet, -TET_DAYS_BEFORE), day_add(tet, TET_DAYS_AFTER) };
    }
    struct day ancestors = lunar_day((struct lunar_date){ year, .month = 3, .day = 10 });
    return (struct feast){ day_is_none(ancestors) ? NULL : N_("Giỗ Tổ Hùng Vương"), ancestors,
                           ancestors };
}

static const char *holiday_by_rule(const struct calendar *calendar, struct feast feast,
                                   struct day day)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(day, &year, &month, &day_of_month);
    for (size_t i = 0; i < calendar->yearly_count; i++) {
        const struct yearly_holiday *row = &calendar->yearly[i];
        if (row->month == month && row->day_of_month == day_of_month &&
            day_compare(row->from, day) <= 0) {
            return row->name;
        }
    }
    bool is_feast =
        feast.name && day_compare(feast.from, day) <= 0 && day_compare(day, feast.to) <= 0;
    return is_feast ? feast.name : NULL;
}

/* Every holiday on a rest day owes a day; the next ordinary working days pay, one each. */
static bool is_owed_by_rule(const struct calendar *calendar, struct feast feast, struct day day)
{
    int32_t owed = 0;
    for (int32_t back = OWED_LOOK_BACK_DAYS; back > 0; back--) {
        struct day before = day_add(day, -back);
        if (day_is_none(before)) {
            continue;
        }
        bool is_rest = is_rest_weekday(calendar, before);
        if (holiday_by_rule(calendar, feast, before)) {
            owed += is_rest;
        } else if (!is_rest && owed > 0) {
            owed--;
        }
    }
    return owed > 0;
}

static bool is_decided(const struct calendar *calendar, struct day day)
{
    return day_compare(calendar->decided_from, day) <= 0 &&
           day_compare(day, calendar->decided_to) <= 0;
}

static bool is_rest_weekday(const struct calendar *calendar, struct day day)
{
    return calendar->rest_weekdays & REST_ON(day_weekday(day));
}

bool day_status_is_work(struct day_status status)
{
    return status.work == WORK_ORDINARY || status.work == WORK_MAKE_UP;
}

bool calendar_works_on(const struct calendar *calendar, struct day day)
{
    return day_status_is_work(calendar_day(calendar, day));
}

struct day calendar_working_day_from(const struct calendar *calendar, struct day day)
{
    return step_to_work(calendar, day, 1);
}

struct day calendar_working_day_until(const struct calendar *calendar, struct day day)
{
    return step_to_work(calendar, day, -1);
}

static struct day step_to_work(const struct calendar *calendar, struct day day, int32_t step)
{
    int32_t stepped = 0;
    while (!calendar_works_on(calendar, day)) {
        must(stepped++ < CALENDAR_REST_DAYS_MAX);
        day = day_add(day, step);
    }
    return day;
}

struct day calendar_add_working_days(const struct calendar *calendar, struct day day, int32_t n)
{
    int32_t step = n < 0 ? -1 : 1;
    for (int32_t i = 0; i != n; i += step) {
        day = step_to_work(calendar, day_add(day, step), step);
    }
    return day;
}

int32_t calendar_working_days_between(const struct calendar *calendar, struct day from,
                                      struct day to)
{
    bool is_back = day_compare(to, from) < 0;
    struct day day = is_back ? to : from;
    struct day last = is_back ? from : to;
    int32_t count = 0;
    while (day_compare(day, last) < 0) {
        day = day_add(day, 1);
        count += calendar_works_on(calendar, day);
    }
    return is_back ? -count : count;
}

int64_t calendar_working_seconds_between(const struct calendar *calendar, struct instant from,
                                         struct instant to)
{
    struct day first = instant_day(from);
    struct day last = instant_day(to);
    int64_t seconds = 0;
    if (calendar_works_on(calendar, first)) {
        seconds -= office_seconds_until(calendar, instant_second_of_day(from));
    }
    if (calendar_works_on(calendar, last)) {
        seconds += office_seconds_until(calendar, instant_second_of_day(to));
    }
    /* Whole days: the first one included, the last one not. Backwards every part changes its
     * sign. */
    int32_t days = calendar_working_days_between(calendar, day_add(first, -1), day_add(last, -1));
    return seconds + (int64_t)days * calendar_day_seconds(calendar);
}

bool calendar_is_office_time(const struct calendar *calendar, struct instant now)
{
    enum { MINUTE_S = 60 };
    struct instant then = { now.s + MINUTE_S };
    return calendar_working_seconds_between(calendar, now, then) == MINUTE_S;
}

struct instant calendar_add_working_seconds(const struct calendar *calendar, struct instant from,
                                            int64_t seconds)
{
    must(seconds >= 0);
    if (seconds == 0) {
        return from;
    }
    int32_t whole_day = calendar_day_seconds(calendar);
    struct day day = instant_day(from);
    int64_t passed = calendar_works_on(calendar, day)
                         ? office_seconds_until(calendar, instant_second_of_day(from))
                         : whole_day;
    while (seconds > whole_day - passed) {
        seconds -= whole_day - passed;
        passed = 0;
        day = step_to_work(calendar, day_add(day, 1), 1);
    }
    int32_t second = office_second_after(calendar, (int32_t)(passed + seconds));
    return (struct instant){ instant_of_day(day).s + second };
}

int32_t calendar_day_seconds(const struct calendar *calendar)
{
    return office_seconds_until(calendar, DAY_S);
}

/* Office time of a working day before that second. */
static int32_t office_seconds_until(const struct calendar *calendar, int32_t second_of_day)
{
    int32_t seconds = 0;
    for (size_t i = 0; i < OFFICE_INTERVALS_MAX; i++) {
        struct office_hours hours = calendar->hours[i];
        int32_t end_s = second_of_day < hours.to_s ? second_of_day : hours.to_s;
        seconds += end_s > hours.from_s ? end_s - hours.from_s : 0;
    }
    return seconds;
}

/* The first second of the day at which that much office time has passed: the end of the morning
 * rather than the start of the afternoon. */
static int32_t office_second_after(const struct calendar *calendar, int32_t office_seconds)
{
    must(office_seconds <= calendar_day_seconds(calendar));
    const struct office_hours *hours = calendar->hours;
    while (office_seconds > hours->to_s - hours->from_s) {
        office_seconds -= hours->to_s - hours->from_s;
        hours++;
    }
    return hours->from_s + office_seconds;
}
