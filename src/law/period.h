/* The periods of the reports that the law asks for: from the 15th to the 14th. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_PERIOD_H
#define LAW_PERIOD_H

#include "base/out.h"
#include "law/act.h"

/* Law: 01/2024/TT-TTCP. The year of work begins on 15 December of the year before. */
enum period_kind {
    PERIOD_Q1,
    PERIOD_Q2,
    PERIOD_Q3,
    PERIOD_Q4,
    PERIOD_HALF,
    PERIOD_NINE,
    PERIOD_YEAR,
    PERIODS
};

struct period {
    enum period_kind kind;
    int year;
    struct day from; /* both included */
    struct day until;
    bool has_text; /* a report in words is asked for, not the tables alone */
};

/* year 2012 … 9998. */
struct period period_of(int year, enum period_kind kind) PURE;
/* "2026-q3", "2026-6m", "2026": the same in addresses and in the store. False: no such period. */
bool period_parse(struct str word, struct period *ret) MUST_USE;
void period_write_word(struct out *out, const struct period *period);
/* "Quý III năm 2026", in the tongue of the writer. */
void period_write(struct out *out, const struct period *period);
/* The newest whose last day is over on `today`, of that kind. */
struct period period_latest(enum period_kind kind, struct day today) PURE;

extern const struct cite PERIOD_GROUND;

#endif
