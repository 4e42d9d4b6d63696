/* The year's calendar: which steps a year has, when each is usually due, what one may say. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_CALENDAR_RULES_H
#define MODEL_CALENDAR_RULES_H

#include "base/day.h"
#include "law/verdict.h"

/* In the order in which they come. */
enum calendar_step {
    CALENDAR_REGISTER,  /* units register what they begin */
    CALENDAR_REVIEW,    /* … have measured all that they do */
    CALENDAR_ASSESS,    /* … and put it forward with points of their own */
    CALENDAR_APPRAISE,  /* others give theirs */
    CALENDAR_RECOGNISE, /* and it is decided */
    CALENDAR_STEPS
};

struct model_calendar_step {
    const char *word;  /* stable: rows and addresses use it */
    const char *label; /* Vietnamese source text */
    const char *power; /* of those whose step it is */
    int usual_month;   /* its usual last day */
    int usual_day;
};
/* No law and no central paper orders the year: the months are those in which communes and provinces
 * were seen to do it. So each unit may set its own. */
extern const struct model_calendar_step model_calendar_steps[CALENDAR_STEPS];
/* Which one that word names; CALENDAR_STEPS: none. */
size_t model_calendar_step_of(struct str word);

/* The last day of each step. */
#define MODEL_CALENDAR_DAYS                                                                        \
    union {                                                                                        \
        struct {                                                                                   \
            struct day register_until;                                                             \
            struct day review_until;                                                               \
            struct day assess_until;                                                               \
            struct day appraise_until;                                                             \
            struct day recognise_until;                                                            \
        };                                                                                         \
        struct day until[CALENDAR_STEPS];                                                          \
    }
struct model_calendar {
    MODEL_CALENDAR_DAYS;
};
extern const char *const model_calendar_names[CALENDAR_STEPS]; /* "register_until" */

struct model_calendar model_usual_calendar(int64_t year);

/* May this be the calendar of that year from today on? Its days follow each other, from the first
 * of January to the end of March of the next year, and none that differs from `in_force` has
 * passed: a day by which something had to be done is not made afterwards. Else the field and what
 * to do. */
struct verdict model_calendar_fits(const struct model_calendar *calendar, int64_t year,
                                   const struct model_calendar *in_force, struct day today);

/* Does nobody act on that year any more? From April of the next one on. */
bool model_calendar_is_past(int64_t year, struct day today);

/* Units are reminded from two weeks before the last day of a step until that day. */
bool model_calendar_is_near(struct day until, struct day today);
/* The last of the days that are near. */
struct day model_calendar_near_until(struct day today);

#endif
