/* The proleptic Gregorian calendar as a count of days, and instants in Vietnam's time. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/day.h"

#include <time.h>

enum {
    DAYS_PER_400_YEARS = 146097,
    DAYS_PER_100_YEARS = 36524,
    DAYS_PER_4_YEARS = 1461,
    DAY_MAX = 3652059,  /* 9999-12-31 */
    DAY_EPOCH = 719163, /* 1970-01-01 */
};

/* Days of a common year before each month; the last entry is the year's length. */
static const int16_t DAYS_BEFORE[13] = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
};

static bool is_leap(int year);
static int days_in_month(int year, int month);
static int days_before_month(int year, int month);
static struct day day_at(int64_t n);
static bool read_digits(struct str s, size_t at, size_t count, int *ret);
static bool read_clock(struct str s, size_t at, int *ret_second);
static bool read_offset(struct str s, int *ret_seconds);

struct day day_of(int year, int month, int day_of_month)
{
    if (year < 1 || year > DAY_MAX_YEAR || month < 1 || month > 12 || day_of_month < 1 ||
        day_of_month > days_in_month(year, month)) {
        return DAY_NONE;
    }
    int past = year - 1;
    return (struct day){ past * 365 + past / 4 - past / 100 + past / 400 +
                         days_before_month(year, month) + day_of_month };
}

/* As if a year began in March: then a leap day is its last, and months of 31 and 30 days take
 * turns: five have 153 days. Day 0 is the 1st of March of the year 0. */
void day_split(struct day day, int *ret_year, int *ret_month, int *ret_day_of_month)
{
    enum { MARCH_TO_JANUARY = 306, DAYS_PER_5_MONTHS = 153 };
    int quarters = 4 * (day.n - 1 + MARCH_TO_JANUARY) + 3;
    int centuries = quarters / DAYS_PER_400_YEARS;
    quarters = quarters % DAYS_PER_400_YEARS / 4 * 4 + 3;
    int year = 100 * centuries + quarters / DAYS_PER_4_YEARS;
    int day_of_year = quarters % DAYS_PER_4_YEARS / 4;
    int month = (5 * day_of_year + 2) / DAYS_PER_5_MONTHS;
    *ret_day_of_month = day_of_year - (DAYS_PER_5_MONTHS * month + 2) / 5 + 1;
    *ret_month = month < 10 ? month + 3 : month - 9;
    *ret_year = year + (month >= 10);
}

/* 0001-01-01 was a Monday. */
enum weekday day_weekday(struct day day)
{
    return (enum weekday)((day.n - 1) % 7);
}

struct day day_after(struct day day)
{
    return day_add(day, 1);
}

struct day day_before(struct day day)
{
    return day_add(day, -1);
}

struct day day_add(struct day day, int32_t days)
{
    return day_is_none(day) ? DAY_NONE : day_at((int64_t)day.n + days);
}

struct day day_add_months(struct day day, int32_t months)
{
    if (day_is_none(day)) {
        return DAY_NONE;
    }
    int year;
    int month;
    int day_of_month;
    day_split(day, &year, &month, &day_of_month);
    /* Months since January of the year 1, wide enough for any number of months. */
    int64_t month_count = (int64_t)(year - 1) * 12 + month - 1 + months;
    if (month_count < 0 || month_count / 12 >= DAY_MAX_YEAR) {
        return DAY_NONE;
    }
    year = (int)(month_count / 12) + 1;
    month = (int)(month_count % 12) + 1;
    int last = days_in_month(year, month);
    return day_of(year, month, day_of_month < last ? day_of_month : last);
}

int day_compare(struct day a, struct day b)
{
    return (a.n > b.n) - (a.n < b.n);
}

bool day_is_none(struct day day)
{
    return day.n == 0;
}

struct day day_parse(struct str s)
{
    int year;
    int month;
    int day_of_month;
    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || !read_digits(s, 0, 4, &year) ||
        !read_digits(s, 5, 2, &month) || !read_digits(s, 8, 2, &day_of_month)) {
        return DAY_NONE;
    }
    return day_of(year, month, day_of_month);
}

struct day instant_day(struct instant instant)
{
    int64_t local;
    if (instant.s == 0 || __builtin_add_overflow(instant.s, VIETNAM_OFFSET_S, &local)) {
        return DAY_NONE;
    }
    return day_at((local - instant_second_of_day(instant)) / DAY_S + DAY_EPOCH);
}

struct instant instant_of_day(struct day day)
{
    if (day_is_none(day)) {
        return INSTANT_NONE;
    }
    return (struct instant){ (int64_t)(day.n - DAY_EPOCH) * DAY_S - VIETNAM_OFFSET_S };
}

struct instant instant_of_day_end(struct day day)
{
    return day_is_none(day) ? INSTANT_NONE : (struct instant){ instant_of_day(day).s + DAY_S - 1 };
}

int32_t instant_second_of_day(struct instant instant)
{
    /* Reduced before the offset is added, so that no instant overflows. */
    int64_t second = (instant.s % DAY_S + VIETNAM_OFFSET_S) % DAY_S;
    return (int32_t)(second < 0 ? second + DAY_S : second);
}

struct instant instant_parse(struct str s)
{
    int second;
    int offset_s;
    struct day day = day_parse(str_slice(s, 0, 10));
    if (day_is_none(day) || s.n < 20 || (s.p[10] | 0x20) != 't' || !read_clock(s, 11, &second)) {
        return INSTANT_NONE;
    }
    size_t zone_at = 19;
    if (s.p[zone_at] == '.') {
        do {
            zone_at++;
        } while (zone_at < s.n && s.p[zone_at] >= '0' && s.p[zone_at] <= '9');
    }
    if (zone_at == 20 || !read_offset(str_slice(s, zone_at, s.n), &offset_s)) {
        return INSTANT_NONE;
    }
    int64_t days = day.n - DAY_EPOCH;
    struct instant instant = { days * DAY_S + second - offset_s };
    return day_is_none(instant_day(instant)) ? INSTANT_NONE : instant;
}

struct instant instant_now(void)
{
    return (struct instant){ time(NULL) };
}

int64_t uptime_s(void)
{
    struct timespec since = { 0 };
    (void)clock_gettime(CLOCK_BOOTTIME, &since); /* cannot fail with this clock */
    return since.tv_sec;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    return days_before_month(year, month + 1) - days_before_month(year, month);
}

/* Month 13 gives the length of the year. */
static int days_before_month(int year, int month)
{
    return DAYS_BEFORE[month - 1] + (month > 2 && is_leap(year));
}

/* DAY_NONE outside the years 1 to 9999. */
static struct day day_at(int64_t n)
{
    return n < 1 || n > DAY_MAX ? DAY_NONE : (struct day){ (int32_t)n };
}

static bool read_digits(struct str s, size_t at, size_t count, int *ret)
{
    int value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') {
            return false;
        }
        value = value * 10 + (s.p[i] - '0');
    }
    *ret = value;
    return true;
}

/* "hh:mm:ss", of which 60 seconds are none: Unix time does not count them. */
static bool read_clock(struct str s, size_t at, int *ret_second)
{
    int hour;
    int minute;
    int second;
    if (s.p[at + 2] != ':' || s.p[at + 5] != ':' || !read_digits(s, at, 2, &hour) ||
        !read_digits(s, at + 3, 2, &minute) || !read_digits(s, at + 6, 2, &second) || hour > 23 ||
        minute > 59 || second > 59) {
        return false;
    }
    *ret_second = hour * 3600 + minute * 60 + second;
    return true;
}

/* "Z" or "+hh:mm", and nothing after it. */
static bool read_offset(struct str s, int *ret_seconds)
{
    if (s.n == 1 && (s.p[0] | 0x20) == 'z') {
        *ret_seconds = 0;
        return true;
    }
    int hour;
    int minute;
    if (s.n != 6 || (s.p[0] != '+' && s.p[0] != '-') || s.p[3] != ':' ||
        !read_digits(s, 1, 2, &hour) || !read_digits(s, 4, 2, &minute) || hour > 23 ||
        minute > 59) {
        return false;
    }
    int seconds = hour * 3600 + minute * 60;
    *ret_seconds = s.p[0] == '-' ? -seconds : seconds;
    return true;
}
