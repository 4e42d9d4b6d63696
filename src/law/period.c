/* Periods of reports, from the 15th to the 14th. Law: 01/2024/TT-TTCP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/period.h"

#include <string.h>

#include "base/must.h"
#include "law/say.h"
#include "text/tongue.h"

enum { FIRST_YEAR = 2012, LAST_YEAR = 9998, FROM_DAY = 15, UNTIL_DAY = 14, DECEMBER = 12 };

static const struct act CIRCULAR_01 = { "01/2024/TT-TTCP", N_("Thông tư"), DAY(2024, 3, 5),
                                        DAY_OPEN };
const struct cite PERIOD_GROUND = READING(CIRCULAR_01, 0, 0,
                                          N_("số điều chưa được đối chiếu với "
                                             "văn bản"));

/* Months of the last day; the first day is the 15th of the month `months` before. */
static const struct {
    const char *word;
    const char *label; /* Vietnamese source text, one %s: the year */
    int from_month;    /* 12: of the year before */
    int until_month;
    bool has_text;
} rows[PERIODS] = {
    [PERIOD_Q1] = { "-q1", N_("Quý I năm %s"), DECEMBER, 3, true },
    [PERIOD_Q2] = { "-q2", N_("Quý II năm %s"), 3, 6, false },
    [PERIOD_Q3] = { "-q3", N_("Quý III năm %s"), 6, 9, false },
    [PERIOD_Q4] = { "-q4", N_("Quý IV năm %s"), 9, DECEMBER, false },
    [PERIOD_HALF] = { "-6m", N_("6 tháng đầu năm %s"), DECEMBER, 6, true },
    [PERIOD_NINE] = { "-9m", N_("9 tháng đầu năm %s"), DECEMBER, 9, true },
    [PERIOD_YEAR] = { "", N_("Năm %s"), DECEMBER, DECEMBER, true },
};

struct period period_of(int year, enum period_kind kind)
{
    must(kind < PERIODS && year >= FIRST_YEAR && year <= LAST_YEAR);
    bool begins_before = rows[kind].from_month == DECEMBER;
    return (struct period){
        .kind = kind,
        .year = year,
        .from = day_of(begins_before ? year - 1 : year, rows[kind].from_month, FROM_DAY),
        .until = day_of(year, rows[kind].until_month, UNTIL_DAY),
        .has_text = rows[kind].has_text,
    };
}

bool period_parse(struct str word, struct period *ret)
{
    enum { YEAR_DIGITS = 4 };
    int64_t year;
    if (word.n < YEAR_DIGITS || !str_to_int(str_slice(word, 0, YEAR_DIGITS), &year) ||
        year < FIRST_YEAR || year > LAST_YEAR) {
        return false;
    }
    struct str rest = str_slice(word, YEAR_DIGITS, word.n);
    for (enum period_kind kind = 0; kind < PERIODS; kind++) {
        if (str_equal(str_of(rows[kind].word), rest)) {
            *ret = period_of((int)year, kind);
            return true;
        }
    }
    return false;
}

void period_write_word(struct out *out, const struct period *period)
{
    out_printf(out, "%d%s", period->year, rows[period->kind].word);
}

void period_write(struct out *out, const struct period *period)
{
    struct scratch room = { "" };
    struct str year = say_int(&room, period->year);
    say_values(out, rows[period->kind].label, &year, 1);
}

struct period period_latest(enum period_kind kind, struct day today)
{
    int year;
    int month;
    int day_of_month;
    day_split(today, &year, &month, &day_of_month);
    struct period period = period_of(year, kind);
    return day_compare(period.until, today) < 0 ? period : period_of(year - 1, kind);
}
