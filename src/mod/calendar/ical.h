/* iCalendar, as far as whole days go: RFC 5545 read into rows of the calendar, and written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CALENDAR_ICAL_H
#define CALENDAR_ICAL_H

#include "base/arena.h"
#include "base/out.h"
#include "mod/calendar/rules.h"

/* What a file says of one day. `row.line` is the line of the file on which its event begins. */
struct ical_item {
    struct day_row row;  /* without a decision: the file has none that counts */
    const char *problem; /* Vietnamese source text; NULL: it could be read */
};
struct ical {
    const struct ical_item *items;
    size_t count;
    const char *problem; /* of the whole file: it is none, or has too much in it */
};

/* One event is one row for each of its days. An event that repeats, one with an hour in it, one
 * whose name does not say whether people work, one that is longer than a month: a row with its
 * problem, so that nothing is passed over in silence. The kind is that of CATEGORIES as ical_day()
 * writes it (NGHI-LE, NGHI-BU, LAM-BU), else what the words of SUMMARY say. Pure; texts are in the
 * arena, in NFC. */
struct ical ical_read(struct str file, struct arena *arena);

/* A file of the given days, one VEVENT each; `host` makes their names worldwide (UID). */
void ical_begin(struct out *out);
void ical_day(struct out *out, struct day day, const struct day_status *status, struct str host);
void ical_end(struct out *out);

#endif
