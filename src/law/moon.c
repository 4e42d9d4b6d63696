/* The positions of moon and sun that make a calendar, in fixed point. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/moon.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

/* Everything is in billionths: of a degree, of a day, of a Julian century, of one. A number of
 * degrees per century times billionths of a century is billionths of a degree. */
#define BILLION    INT64_C(1000000000)
#define FULL_TURN  (360 * BILLION)
#define HALF_TURN  (180 * BILLION)
#define RIGHT_TURN (90 * BILLION)
#define MEAN_MONTH INT64_C(29530588861)
#define FIRST_MOON INT64_C(730125597660000)

enum { DAY_SECONDS = 86400, HOURS_OF_VIETNAM = 7, DAY_HOURS = 24 };

/* A periodic term: the amplitude, and how often each of the four angles goes into its own. */
struct wave {
    int32_t amplitude;
    int8_t eccentric; /* how often the shrinking eccentricity of the earth's orbit goes in */
    int8_t sun;
    int8_t moon;
    int8_t latitude;
    int8_t node;
};
/* A planet's or another slow pull: the amplitude, the angle at moon 0, and its growth a moon. */
struct pull {
    int32_t amplitude;
    int64_t angle;
    int64_t growth;
};

/* Meeus, Astronomical Algorithms, table 49.A, first column. */
static const struct wave WAVES[] = {
    { -407200000, 0, 0, 1, 0, 0 }, { 172410000, 1, 1, 0, 0, 0 }, { 16080000, 0, 0, 2, 0, 0 },
    { 10390000, 0, 0, 0, 2, 0 },   { 7390000, 1, -1, 1, 0, 0 },  { -5140000, 1, 1, 1, 0, 0 },
    { 2080000, 2, 2, 0, 0, 0 },    { -1110000, 0, 0, 1, -2, 0 }, { -570000, 0, 0, 1, 2, 0 },
    { 560000, 1, 1, 2, 0, 0 },     { -420000, 0, 0, 3, 0, 0 },   { 420000, 1, 1, 0, 2, 0 },
    { 380000, 1, 1, 0, -2, 0 },    { -240000, 1, -1, 2, 0, 0 },  { -170000, 0, 0, 0, 0, 1 },
    { -70000, 0, 2, 1, 0, 0 },     { 40000, 0, 0, 2, -2, 0 },    { 40000, 0, 3, 0, 0, 0 },
    { 30000, 0, 1, 1, -2, 0 },     { 30000, 0, 0, 2, 2, 0 },     { -30000, 0, 1, 1, 2, 0 },
    { 30000, 0, -1, 1, 2, 0 },     { -20000, 0, -1, 1, -2, 0 },  { -20000, 0, 1, 3, 0, 0 },
    { 20000, 0, 0, 4, 0, 0 },
};
/* The fourteen of all phases, below that table. */
static const struct pull PULLS[] = {
    { 325000, 299770000000, 107408000 },   { 165000, 251880000000, 16321000 },
    { 164000, 251830000000, 26651886000 }, { 126000, 349420000000, 36412478000 },
    { 110000, 84660000000, 18206239000 },  { 62000, 141740000000, 53303771000 },
    { 60000, 207140000000, 2453732000 },   { 56000, 154840000000, 7306860000 },
    { 47000, 34520000000, 27261239000 },   { 42000, 207190000000, 121824000 },
    { 40000, 291340000000, 1844379000 },   { 37000, 161720000000, 24198154000 },
    { 35000, 239560000000, 25513099000 },  { 23000, 331550000000, 3592518000 },
};

/* By how many seconds the even time of the planets is ahead of that of the turning earth, every ten
 * years from 1900 to 2110: observed until 2020, since then by the parabola of Espenak and Meeus,
 * brought down to what was observed. */
static const int16_t LEAD_S[] = { -3, 10, 21, 24, 24, 29, 33,  40,  51,  57,  64,
                                  66, 69, 72, 77, 84, 93, 104, 117, 132, 150, 170 };
enum { LEAD_FIRST_DAY = 693596, LEAD_STEP_DAYS = 3652, LEAD_COUNT = COUNT(LEAD_S) };

static int64_t sine(int64_t angle);
static int64_t mean_new(int32_t moon);
static int64_t wave_sum(int32_t moon, size_t count);
static int64_t pull_sum(int32_t moon);
static int64_t in_vietnam(int64_t even);
static int64_t centuries(int32_t moon);
static int64_t times(int64_t a, int64_t b);
static int64_t ahead(int64_t day);

int64_t moon_new(int32_t moon)
{
    return in_vietnam(mean_new(moon) + wave_sum(moon, COUNT(WAVES)) + pull_sum(moon));
}

/* The largest waves say the day, unless midnight is so near that the small ones, all together a
 * fiftieth of a day, could move it. */
struct day moon_day(int32_t moon)
{
    enum { LARGE_WAVES = 5 };
    const int64_t slack = BILLION / 50;
    int64_t about = in_vietnam(mean_new(moon) + wave_sum(moon, LARGE_WAVES));
    int64_t of_day = about % BILLION;
    bool is_clear = of_day > slack && of_day < BILLION - slack;
    return (struct day){ (int32_t)((is_clear ? about : moon_new(moon)) / BILLION) };
}

static int64_t mean_new(int32_t moon)
{
    int64_t t = centuries(moon);
    int64_t t2 = times(t, t);
    return FIRST_MOON + moon * MEAN_MONTH + times(154370, t2) - times(150, times(t2, t));
}

static int64_t in_vietnam(int64_t even)
{
    return even - ahead(even / BILLION) + BILLION * HOURS_OF_VIETNAM / DAY_HOURS;
}

/* Of 1236.85 moons. */
static int64_t centuries(int32_t moon)
{
    return moon * 100 * BILLION / 123685;
}

static int64_t wave_sum(int32_t moon, size_t count)
{
    int64_t t = centuries(moon);
    int64_t t2 = times(t, t);
    int64_t t3 = times(t2, t);
    int64_t eccentric = BILLION - 2516 * t / 1000000 - 74 * t2 / 10000000;
    int64_t sun = INT64_C(2553400000) + moon * INT64_C(29105356700) - 14 * t2 / 10000000;
    int64_t own = INT64_C(201564300000) + moon * INT64_C(385816935280) + 107582 * t2 / 10000000 +
                  1238 * t3 / 100000000;
    int64_t latitude = INT64_C(160710800000) + moon * INT64_C(390670502840) - 16118 * t2 / 10000000;
    int64_t node = INT64_C(124774600000) - moon * INT64_C(1563755880) + 20672 * t2 / 10000000;
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct wave *wave = &WAVES[i];
        int64_t amplitude = wave->amplitude;
        for (int8_t n = 0; n < wave->eccentric; n++) {
            amplitude = times(amplitude, eccentric);
        }
        int64_t angle = wave->sun * sun + wave->moon * own + wave->latitude * latitude;
        sum += amplitude * sine(angle + wave->node * node);
    }
    return sum / BILLION;
}

static int64_t pull_sum(int32_t moon)
{
    int64_t t = centuries(moon);
    int64_t sum = 0;
    for (size_t i = 0; i < COUNT(PULLS); i++) {
        const struct pull *pull = &PULLS[i];
        /* The first of them bends a little, too. */
        int64_t bend = i == 0 ? 9173 * times(t, t) / 1000000 : 0;
        sum += pull->amplitude * sine(pull->angle + moon * pull->growth - bend);
    }
    return sum / BILLION;
}

int32_t moon_on(struct day day)
{
    int32_t moon = (int32_t)((day.n * BILLION - FIRST_MOON) / MEAN_MONTH);
    while (moon_day(moon).n > day.n) {
        moon--;
    }
    while (moon_day(moon + 1).n <= day.n) {
        moon++;
    }
    return moon;
}

/* Newcomb's sun with the largest pulls of Venus, Jupiter and the moon; seen from the earth, with
 * aberration and the largest term of nutation. */
int sun_sector(struct day day)
{
    /* Centuries since noon of 31 December 1899, Greenwich. */
    int64_t start = day.n * BILLION - BILLION * HOURS_OF_VIETNAM / DAY_HOURS + ahead(day.n);
    int64_t t = (start - INT64_C(693595500000000)) / 36525;
    int64_t t2 = times(t, t);
    int64_t mean = INT64_C(279696680000) + 36000 * t + 76892 * t / 100000 + 3025 * t2 / 10000000;
    int64_t sun = INT64_C(358475830000) + 35999 * t + 4975 * t / 100000 - 15 * t2 / 100000;
    int64_t centre = times(1919460000 - 4789 * t / 1000000 - 14 * t2 / 1000000, sine(sun)) +
                     times(20094000 - t / 10000, sine(2 * sun)) + times(293000, sine(3 * sun));
    int64_t venus = INT64_C(153230000000) + 22518 * t + 7541 * t / 10000;
    int64_t venus_twice = INT64_C(216570000000) + 45037 * t + 5082 * t / 10000;
    int64_t jupiter = INT64_C(312690000000) + 32964 * t + 3577 * t / 10000;
    int64_t moon = INT64_C(350740000000) + 445267 * t + 1142 * t / 10000 - 144 * t2 / 100000;
    int64_t slow = INT64_C(231190000000) + 20 * t + t / 5;
    int64_t node = INT64_C(259180000000) - 1934 * t - 142 * t / 1000;
    int64_t pulls = times(1340000, sine(venus + RIGHT_TURN)) +
                    times(1540000, sine(venus_twice + RIGHT_TURN)) +
                    times(2000000, sine(jupiter + RIGHT_TURN)) + times(1790000, sine(moon)) +
                    times(1780000, sine(slow));
    int64_t seen = mean + centre + pulls - 5690000 - times(4790000, sine(node));
    int64_t turned = seen % FULL_TURN;
    return (int)((turned < 0 ? turned + FULL_TURN : turned) / (FULL_TURN / 12));
}

static int64_t ahead(int64_t day)
{
    int64_t since = day - LEAD_FIRST_DAY;
    int64_t step = since < 0 ? 0 : since / LEAD_STEP_DAYS;
    if (step > LEAD_COUNT - 2) {
        step = LEAD_COUNT - 2;
    }
    int64_t into = since - step * LEAD_STEP_DAYS;
    int64_t change = LEAD_S[step + 1] - LEAD_S[step];
    return (LEAD_S[step] * BILLION + change * into * BILLION / LEAD_STEP_DAYS) / DAY_SECONDS;
}

/* Taylor's series on a quarter of a turn, to the power 11, in parts of 2^30: seven digits. */
static int64_t sine(int64_t angle)
{
    /* 2^30 times pi / 180, and over the factorials of 11, 9 … 1. */
    enum { DEGREE = 18740330, ONE = 1 << 30 };
    static const int32_t series[] = { -27, 2959, -213044, 8947849, -178956971, 1073741824 };
    int64_t turned = angle % FULL_TURN;
    turned = turned > HALF_TURN ? turned - FULL_TURN : turned;
    turned = turned < -HALF_TURN ? turned + FULL_TURN : turned;
    if (turned > RIGHT_TURN) {
        turned = HALF_TURN - turned;
    } else if (turned < -RIGHT_TURN) {
        turned = -HALF_TURN - turned;
    }
    int64_t x = turned * DEGREE / BILLION;
    int64_t x2 = x * x / ONE;
    int64_t sum = 0;
    for (size_t i = 0; i < COUNT(series); i++) {
        sum = sum * x2 / ONE + series[i];
    }
    return x * sum / ONE * BILLION / ONE;
}

static int64_t times(int64_t a, int64_t b)
{
    return a * b / BILLION;
}
