/* The lunar calendar of Vietnam, computed from sun and moon: village feasts, Tết, Giỗ Tổ. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_LUNAR_H
#define LAW_LUNAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/out.h"

/* A month begins on the day, in Vietnam's time (UTC+7), on which the moon is new. The month with
 * the winter solstice in it is the eleventh. Thirteen months from one eleventh to the next make a
 * leap year: the first of them in which the sun enters no new twelfth of its way is the leap month
 * and bears the number of the one before. The hour is that of Hà Nội and not of Beijing, so now and
 * then a day, and in 1985 a whole month, differ from the Chinese calendar.
 *
 * New moons after Jean Meeus, Astronomical Algorithms, chapter 49 (some seconds off at most); the
 * sun's longitude after his Astronomical Formulae for Calculators, chapter 18 (some seconds of arc,
 * so some minutes of time). In whole numbers: every machine finds the same day. The calendar is
 * today's for all years; before 1968 other hours were kept in Vietnam, and printed calendars of
 * those years may differ. The new moon of 7 July 1967 is nearer to midnight than the series can
 * tell; and how far the earth will lag behind the clocks after 2050 nobody knows to the minute:
 * lunar_test.c has the four new moons that this leaves in doubt.
 *
 * 45/2019/QH14 art. 112 has two holidays by this calendar; 91/2015/QH13 art. 144 counts terms by
 * the solar one. */
enum { LUNAR_FIRST_YEAR = 1900, LUNAR_LAST_YEAR = 2100 };

struct lunar_date {
    int32_t year;           /* by the solar year in which it begins; 0: no date */
    int32_t month;          /* 1 … 12 */
    int32_t day;            /* 1 … 29 or 30 */
    bool is_leap;           /* the second month of that number */
};

/* The lunar date of a day from 1 January 1900 to 31 December 2100; else one whose year is 0. */
struct lunar_date lunar_of(struct day day) PURE;
/* And back. DAY_NONE for a date that does not exist, or begins outside 1900 to 2100. */
struct day lunar_day(struct lunar_date date) PURE;

/* "mồng 1 tháng Giêng năm Bính Ngọ", "rằm tháng Bảy năm Bính Ngọ", "ngày 23 tháng Chạp năm Ất Tỵ",
 * "mồng 2 tháng Sáu nhuận năm Ất Tỵ". Nothing for no date. */
void lunar_write(struct out *out, struct lunar_date date);

#endif
