/* What the law says of receiving citizens beside its limits: heads' days, schedules, refusals. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_RECEPTION_H
#define LAW_RECEPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "law/calendar.h"
#include "law/ground.h"

/* Who is not received, and why. Law: 154/2026/NĐ-CP art. 4; 42/2013/QH13 art. 9. */
extern const struct ground_list RECEPTION_REFUSALS;
/* When a head receives beside the schedule. Law: 42/2013/QH13 art. 18 cl. 3. */
extern const struct ground_list RECEPTION_UNSCHEDULED;
/* Whose matter it is, and what follows. Law: 42/2013/QH13 art. 26. */
extern const struct ground_list RECEPTION_ROUTES;

/* --- heads' days ------------------------------------------------------------------------------ */

enum reception_office {
    RECEPTION_COMMUNE,
    RECEPTION_DISTRICT, /* no more since 1/7/2025 */
    RECEPTION_PROVINCE,
    RECEPTION_BODY, /* any other that receives citizens */
    RECEPTION_OFFICES
};
enum reception_per { PER_WEEK, PER_MONTH };

/* How often the head of such an office must receive in person. New law is a new row. */
struct head_duty {
    enum reception_office office;
    enum reception_per per;
    int32_t days; /* at least */
    struct day from;
    struct day to; /* DAY_OPEN: still so */
    struct cite cite;
};
extern const struct head_duty HEAD_DUTIES[];
extern const size_t HEAD_DUTY_COUNT;
/* The row of that day; NULL: the law asked nothing of such an office then. */
const struct head_duty *head_duty_find(enum reception_office office, struct day day);

/* One month of one head. A week belongs to the month in which its Thursday lies, and one without a
 * working day (Tết) is not asked for: our reading, since the law counts weeks and we count months.
 */
struct head_month {
    const struct head_duty *duty; /* of the month's first day; NULL: nothing is asked */
    int32_t required;             /* days; of a duty by the week, weeks */
    int32_t held;                 /* of those */
    struct day missed;            /* the Monday of the first week without a day; else DAY_NONE */
    bool is_met;
};
/* `month` is any day of it. `held_on` are the days on which the head received in person, ascending,
 * of a week before the month to a week after it; a day that stands there twice counts once. */
struct head_month head_month_count(enum reception_office office, struct day month,
                                   const struct day *held_on, size_t count,
                                   const struct calendar *calendar);
/* "Phải tiếp ít nhất 2 ngày trong tháng; đã tiếp 1 ngày. Chưa đủ." */
void head_month_write(struct out *out, const struct head_month *month);
/* The days between which a month's receptions lie, weeks that reach over its edges included. */
void head_month_reach(struct day month, struct day *ret_from, struct day *ret_to);

/* --- rules ------------------------------------------------------------------------------------ */

/* A schedule is posted so long before the day that people can come; the sentence says until when it
 * could be. `arena` keeps that. Law: 42/2013/QH13 art. 24 cl. 4. */
struct verdict reception_check_posting(struct day on, struct day posted_on,
                                       const struct calendar *calendar,
                                       struct arena *arena) MUST_USE;
/* Of one that is held by a line people are told so long before, whatever its ground. Law:
 * 154/2026/NĐ-CP art. 23. */
struct verdict reception_check_telling(struct day on, struct day told_on,
                                       const struct calendar *calendar,
                                       struct arena *arena) MUST_USE;
/* The last day on which its line can be tested in time, DAY_NONE where the law asks for none. Law:
 * 154/2026/NĐ-CP art. 24. */
struct day reception_test_day(struct day on, const struct calendar *calendar, struct arena *arena);
/* So many minutes before it begins the line is open. Law: 154/2026/NĐ-CP art. 24. */
enum { RECEPTION_CONNECT_MINUTES = 60 };
/* What was said there: a word of the store. */
enum matter_kind { MATTER_COMPLAINT, MATTER_DENUNCIATION, MATTER_REPORT, MATTERS };
enum matter_kind matter_of(struct str word);
const char *matter_word(enum matter_kind matter);
const char *matter_name(enum matter_kind matter);
/* A complaint that is not ours is not passed on: its sender is told where it belongs. Law:
 * 05/2021/TT-TTCP art. 14. */
struct verdict reception_check_route(enum matter_kind matter, struct str route,
                                     struct day on) MUST_USE;
/* Is that route one on which the office itself settles it? */
bool reception_route_is_own(struct str route) PURE;

#endif
