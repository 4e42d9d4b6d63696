/* What may be decided about the working calendar: the wish, what is known, and the rule. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CALENDAR_RULES_H
#define CALENDAR_RULES_H

#include "base/str.h"
#include "law/calendar.h"
#include "law/verdict.h"

/* Years around this one that may be edited: a typing error of a century is none of them. */
enum { YEARS_BACK = 1, YEARS_AHEAD = 3 };
enum {
    NAME_CHARS_MAX = 120,
    DECISION_CHARS_MAX = 160,
    REASON_CHARS_MAX = 500,
    /* Of one import, and so of one command. A year has some twenty; the form that brings them back
     * has a tick for each, and at most FORM_PARAMS_MAX parameters. */
    DAYS_AT_ONCE_MAX = 90,
    ROWS_CHARS_MAX = DAYS_AT_ONCE_MAX * (NAME_CHARS_MAX + 30),
};

/* One day as somebody wants it; `line` is where it stood in what came, from 1 on. */
struct day_row {
    size_t line;
    struct day day;
    enum special_kind kind;
    struct str name;
    struct str decision;
    struct day decided_on;
};

/* May these days be set over the calendar in force? All or none. The refusal names the row by its
 * line when there are more than one, and says what is wrong with it: a day that is there twice, one
 * that is so already, a make-up day that was no rest day, a day off that was one, years too far
 * away, a decision of tomorrow, no work for longer than CALENDAR_REST_DAYS_MAX. Its text is in the
 * arena. Pure. */
struct verdict days_may_be_set(const struct calendar *calendar, const struct day_row *rows,
                               size_t count, struct day today, struct arena *arena) MUST_USE;
/* May that year be called decided? It is the first that is not, and has its holidays: by number at
 * least those of the law, and each that falls on the same date every year.
 * Law: 45/2019/QH14 art. 112. */
struct verdict year_may_be_decided(const struct calendar *calendar, int64_t year,
                                   struct arena *arena) MUST_USE;
/* May an office have these hours? Nothing else about the calendar changes. */
struct verdict hours_may_be_set(const struct calendar *calendar, struct str text,
                                struct arena *arena,
                                struct office_hours ret[OFFICE_INTERVALS_MAX]) MUST_USE;

/* Do its days and hours agree with each other (calendar_audit)? The refusal is the first fault,
 * beside that field. Pure. */
struct verdict calendar_agrees(const struct calendar *calendar, const char *field,
                               struct arena *arena) MUST_USE;

/* The calendar with those days over it. Texts are copied into the arena. */
struct calendar calendar_with(const struct calendar *calendar, const struct day_row *rows,
                              size_t count, struct arena *arena);

#endif
