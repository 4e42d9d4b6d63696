/* Civil days and instants, in the one time zone of the law that we serve. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

/* A day of the proleptic Gregorian calendar: 1 is 0001-01-01, 0 is no day at all. The law counts
 * days, so days are what rules take; an instant becomes a day only through instant_day(). */
struct day {
    int32_t n;
};

/* Seconds since 1970-01-01T00:00:00Z; 0 is no instant at all. */
struct instant {
    int64_t s;
};

#define DAY_NONE ((struct day){ 0 })
#define INSTANT_NONE ((struct instant){ 0 })

enum { DAY_MAX_YEAR = 9999, VIETNAM_OFFSET_S = 7 * 3600, DAY_S = 86400 };

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

/* Years 1 to 9999. DAY_NONE for a date that does not exist (2026-02-29). */
struct day day_of(int year, int month, int day_of_month) PURE;
void day_split(struct day day, int *ret_year, int *ret_month, int *ret_day_of_month);
enum weekday day_weekday(struct day day) PURE;
/* One day on or back, for the edges of periods. More days than that make a limit, and those the law
 * room counts: tools/pure.sh looks who else calls day_add(). */
struct day day_after(struct day day) PURE;
struct day day_before(struct day day) PURE;
struct day day_add(struct day day, int32_t days) PURE;
/* Same day number n months on, or that month's last day. Law: 91/2015/QH13 art. 147-148. */
struct day day_add_months(struct day day, int32_t months) PURE;
int day_compare(struct day a, struct day b) PURE;
bool day_is_none(struct day day) PURE;
/* Exactly YYYY-MM-DD; DAY_NONE for anything else. */
struct day day_parse(struct str s) PURE;

/* The civil day in Vietnam (UTC+7, no summer time). */
struct day instant_day(struct instant instant) PURE;
/* The last second that still belongs to the day: whoever answers in it is in time. */
struct instant instant_of_day_end(struct day day) PURE;
/* The first second of that day in Vietnam. */
struct instant instant_of_day(struct day day) PURE;
/* Second of the day in Vietnam, 0 to 86399. */
int32_t instant_second_of_day(struct instant instant) PURE;
/* RFC 3339 with any offset; INSTANT_NONE for anything else. */
struct instant instant_parse(struct str s) PURE;
/* The system's clock. Called by the wire and the desk only; everything below is told the time. */
struct instant instant_now(void);
/* Seconds since the machine started, sleep included. Nobody can set it. */
int64_t uptime_s(void);

#endif
