/* The working calendar: rest days, holidays, make-up Saturdays, office hours, and their grounds. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_CALENDAR_H
#define LAW_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/out.h"

/* What a decision made of a day. A holiday may fall on a weekly rest day: it keeps its name then,
 * and a compensatory day follows. An ordinary day is what its weekday makes of it, for certain: so
 * a decision takes back what an earlier one, or the yearly rule, said of it. */
enum special_kind {
    SPECIAL_HOLIDAY,
    SPECIAL_COMPENSATORY,
    SPECIAL_MAKE_UP_WORK,
    SPECIAL_ORDINARY,
    SPECIAL_KINDS
};

struct special_day {
    struct day day;
    enum special_kind kind;
    const char *name;           /* "Tết Nguyên đán": Vietnamese source text */
    const char *decision;       /* the act that set it, for people */
};

/* A yearly holiday of the solar year, for years whose calendar is not decided yet. The two movable
 * feasts are computed. */
struct yearly_holiday {
    uint8_t month;
    uint8_t day_of_month;
    struct day from;            /* since when it is one; DAY_OPEN: always */
    const char *name;
};

/* Office time, seconds of the day in Vietnam; an interval is closed at its end. */
struct office_hours {
    int32_t from_s;
    int32_t to_s;
};
enum { OFFICE_INTERVALS_MAX = 3 };

/* A calendar is data: const for the country, or read from the store for a unit that has its own.
 * Days inside [decided_from, decided_to] are known for certain. Outside, holidays follow from the
 * yearly rules, and every answer says that it is not decided yet (day_status.is_decided).
 *
 *     struct day due = calendar_add_working_days(&CALENDAR_VIETNAM, received, 7);
 */
struct calendar {
    const struct special_day *days;         /* by day, ascending, none twice */
    size_t day_count;
    struct day decided_from;
    struct day decided_to;
    uint8_t rest_weekdays;                  /* bit 1 << weekday */
    struct office_hours hours[OFFICE_INTERVALS_MAX];    /* ascending; unused ones are zero */
    const struct yearly_holiday *yearly;
    size_t yearly_count;
    bool keeps_lunar_feasts;                /* Tết and Giỗ Tổ, by law/lunar.h */
};
#define REST_ON(weekday) (1U << (weekday))

/* 2024 to 2026 as decided, other years by the Labour Code, up to 2100.
 * Law: 45/2019/QH14 art. 111-112. */
extern const struct calendar CALENDAR_VIETNAM;

enum day_work {
    WORK_ORDINARY,
    WORK_MAKE_UP,               /* a rest day on which one works by decision */
    REST_WEEKLY,
    REST_HOLIDAY,
    REST_COMPENSATORY,
};
struct day_status {
    enum day_work work;
    const char *name;           /* of the special day, NULL for ordinary ones */
    const char *decision;
    bool is_decided;            /* false: by rule only, a decision may change it */
};

struct day_status calendar_day(const struct calendar *calendar, struct day day);
bool calendar_works_on(const struct calendar *calendar, struct day day);
bool day_status_is_work(struct day_status status) PURE;

/* The nearest working day, that day itself included. */
struct day calendar_working_day_from(const struct calendar *calendar, struct day day);
struct day calendar_working_day_until(const struct calendar *calendar, struct day day);

/* The n-th working day after `day`, which is not counted itself; n < 0 counts back ("at least five
 * working days before"). n = 0 is the day itself, working or not. Law: 91/2015/QH13 art. 147. */
struct day calendar_add_working_days(const struct calendar *calendar, struct day day, int32_t n);
/* How many working days lie in (from, to]; negative when `to` is earlier. */
int32_t calendar_working_days_between(const struct calendar *calendar, struct day from,
                                      struct day to);

/* Are offices open, and for a minute more? A reminder that comes at night is read by nobody, and
 * one of Saturday is lost on Monday. */
bool calendar_is_office_time(const struct calendar *calendar, struct instant now);

/* Seconds of office time between two instants, negative when `to` is earlier. */
int64_t calendar_working_seconds_between(const struct calendar *calendar, struct instant from,
                                         struct instant to);
/* The instant at which `seconds` of office time have passed since `from`. Time that runs out as the
 * office closes ends then, not on the next morning. seconds >= 0; for 0, the next office moment. */
struct instant calendar_add_working_seconds(const struct calendar *calendar, struct instant from,
                                            int64_t seconds);
/* Office seconds of one working day. */
int32_t calendar_day_seconds(const struct calendar *calendar) PURE;

/* Writes one line per fault (doubled or unsorted days, a make-up day that was no rest day, a day
 * off that was one, hours that overlap, no work for longer than CALENDAR_REST_DAYS_MAX) and
 * returns how many. A calendar that comes from outside must pass before it is used: the
 * functions above rely on it. */
enum { CALENDAR_REST_DAYS_MAX = 60 };
size_t calendar_audit(const struct calendar *calendar, struct out *faults);

/* The base with other days laid over it (ascending, none twice): of two rows for one day theirs
 * holds. The result borrows all texts, its list of days is in the arena; it has not been audited.
 */
struct calendar calendar_overlay(const struct calendar *base, const struct special_day *days,
                                 size_t count, struct arena *arena);
/* All of it copied into the arena, texts too, for who keeps it longer than it was lent. */
struct calendar calendar_copy(const struct calendar *calendar, struct arena *arena);

#endif
