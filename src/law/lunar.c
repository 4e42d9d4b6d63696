/* Lunar dates: months and leap months from the moons, and how people say them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/lunar.h"

#include "law/moon.h"
#include "law/say.h"
#include "text/tongue.h"

enum {
    MONTHS = 12,
    ELEVENTH = 11,
    NO_LEAP = -1,
    SOLSTICE = 9,       /* the sector of the sun from the winter solstice on */
    MONG_LAST_DAY = 10, /* so far a day is called "mồng" */
    FULL_MOON_DAY = 15,
    STEMS = 10,
    BRANCHES = 12,
    NAME_BYTES = 96,
};

/* The months from one eleventh to the one before the next. */
struct round {
    int32_t year;  /* in which the eleventh begins */
    int32_t first; /* the moon of the eleventh */
    int32_t next;  /* and that of the next one */
    int32_t leap;  /* which month after the first is the leap month; NO_LEAP: none */
};

static struct round round_from(int32_t year);
static int32_t eleventh_moon(int32_t year);
static int32_t leap_after(int32_t first);
static bool is_in_range(struct day day);
static int32_t moon_of(const struct round *round, struct lunar_date date);

struct lunar_date lunar_of(struct day day)
{
    if (!is_in_range(day)) {
        return (struct lunar_date){ 0 };
    }
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(day, &year, &month, &day_of_month);
    int32_t moon = moon_on(day);
    struct round round = round_from(year);
    if (moon < round.first) {
        round = round_from(year - 1);
    }
    int32_t after = moon - round.first;
    bool is_leap = after == round.leap;
    /* A leap month and all behind it stand one further back than their number says. */
    int32_t number = round.leap != NO_LEAP && after >= round.leap ? after - 1 : after;
    bool is_old_year = number < 2;
    return (struct lunar_date){
        .year = is_old_year ? round.year : round.year + 1,
        .month = (ELEVENTH - 1 + number) % MONTHS + 1,
        .day = day.n - moon_day(moon).n + 1,
        .is_leap = is_leap,
    };
}

struct day lunar_day(struct lunar_date date)
{
    bool is_sane = date.year >= LUNAR_FIRST_YEAR - 1 && date.year <= LUNAR_LAST_YEAR &&
                   date.month >= 1 && date.month <= MONTHS && date.day >= 1;
    if (!is_sane) {
        return DAY_NONE;
    }
    struct round round = round_from(date.month >= ELEVENTH ? date.year : date.year - 1);
    int32_t moon = moon_of(&round, date);
    if (date.is_leap && moon - round.first != round.leap) {
        return DAY_NONE;
    }
    struct day first = moon_day(moon);
    bool is_there = date.day <= moon_day(moon + 1).n - first.n;
    struct day day = { first.n + date.day - 1 };
    return is_there && is_in_range(day) ? day : DAY_NONE;
}

static int32_t moon_of(const struct round *round, struct lunar_date date)
{
    int32_t after = (date.month + MONTHS - ELEVENTH) % MONTHS + date.is_leap;
    bool is_behind = round->leap != NO_LEAP && !date.is_leap && after >= round->leap;
    return round->first + after + is_behind;
}

static bool is_in_range(struct day day)
{
    return day_compare(day_of(LUNAR_FIRST_YEAR, 1, 1), day) <= 0 &&
           day_compare(day, day_of(LUNAR_LAST_YEAR, 12, 31)) <= 0;
}

static struct round round_from(int32_t year)
{
    struct round round = { year, eleventh_moon(year), eleventh_moon(year + 1), NO_LEAP };
    if (round.next - round.first > MONTHS) {
        round.leap = leap_after(round.first);
    }
    return round;
}

/* The last moon of a December is the month of the solstice, or the one behind it. */
static int32_t eleventh_moon(int32_t year)
{
    int32_t moon = moon_on(day_of(year, 12, 31));
    return sun_sector(moon_day(moon)) < SOLSTICE ? moon : moon - 1;
}

/* The first month whose next begins with the sun in the same sector. */
static int32_t leap_after(int32_t first)
{
    int32_t after = 0;
    int sector = sun_sector(moon_day(first));
    int next = sun_sector(moon_day(first + 1));
    while (next != sector) {
        after++;
        sector = next;
        next = sun_sector(moon_day(first + after + 1));
    }
    return after;
}

void lunar_write(struct out *out, struct lunar_date date)
{
    static const char *const months[MONTHS] = {
        N_("tháng Giêng"), N_("tháng Hai"),  N_("tháng Ba"),  N_("tháng Tư"),
        N_("tháng Năm"),   N_("tháng Sáu"),  N_("tháng Bảy"), N_("tháng Tám"),
        N_("tháng Chín"),  N_("tháng Mười"), N_("tháng Một"), N_("tháng Chạp"),
    };
    static const char *const stems[STEMS] = { "Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                              "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý" };
    static const char *const branches[BRANCHES] = { "Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                                    "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi" };
    if (date.year == 0) {
        return;
    }
    char month_bytes[NAME_BYTES];
    struct out month = out_fixed(month_bytes, sizeof month_bytes);
    month.tongue = out->tongue;
    struct str name = say_word(out, months[date.month - 1]);
    if (date.is_leap) {
        say(&month, N_("%s nhuận"), name);
    } else {
        out_str_raw(&month, name);
    }
    /* The year 4 was the first of a round of sixty: Giáp Tý. */
    char year_bytes[NAME_BYTES];
    struct out year = out_fixed(year_bytes, sizeof year_bytes);
    out_printf(&year, "%s %s", stems[(date.year + 6) % STEMS],
               branches[(date.year + 8) % BRANCHES]);
    if (date.day == FULL_MOON_DAY) {
        say(out, N_("rằm %s năm %s"), out_str(&month), out_str(&year));
        return;
    }
    struct scratch room = { "" };
    say(out, date.day <= MONG_LAST_DAY ? N_("mồng %s %s năm %s") : N_("ngày %s %s năm %s"),
        say_int(&room, date.day), out_str(&month), out_str(&year));
}
