/* The words of the working calendar: kinds of days and office hours, for rows, facts and people. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CALENDAR_WORDS_H
#define CALENDAR_WORDS_H

#include "base/arena.h"
#include "base/str.h"
#include "law/calendar.h"

/* "holiday", "day-off", "make-up", "ordinary": what a decision makes of a day. */
extern const char *const day_kind_words[SPECIAL_KINDS];
bool day_kind_read(struct str word, enum special_kind *ret) MUST_USE;
/* What people call it, Vietnamese source text. */
const char *day_kind_label(enum special_kind kind) PURE;

/* What a day is: one of the words above, or "weekly" for the rest day of a week. */
const char *day_work_word(enum day_work work) PURE;
const char *day_work_label(enum day_work work) PURE;
/* The label of either word; NULL for any other text. */
const char *day_word_label(struct str word) PURE;

/* "7:00-11:30, 13:30-17:00", also with a dash or spaces. False, and nothing set, for anything else:
 * whether the hours agree with each other, calendar_audit() says. */
bool hours_read(struct str text, struct office_hours ret[OFFICE_INTERVALS_MAX]) MUST_USE;
/* "07:00-11:30 13:30-17:00", as rows and facts have them. */
struct str hours_text(struct arena *arena, const struct office_hours hours[OFFICE_INTERVALS_MAX]);

/* "Thông báo 123/TB-VP ngày 01/12/2026": the act as people cite it, ended by NUL. */
const char *decision_text(struct arena *arena, struct str decision, struct day decided_on);

#endif
