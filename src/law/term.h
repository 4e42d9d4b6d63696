/* Terms of law: rows that say how long, and the date they give with every step that led to it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_TERM_H
#define LAW_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/json.h"
#include "base/out.h"
#include "law/act.h"
#include "law/calendar.h"
#include "law/verdict.h"

enum term_unit { CALENDAR_DAYS, WORKING_DAYS, MONTHS, WORKING_HOURS };

/* Circumstances that have a row of their own in some laws. A row is for exactly the set it
 * names. */
enum term_case {
    TERM_COMPLEX = 1 << 0, /* recorded as complex, with its ground in the file */
    TERM_VERY_COMPLEX = 1 << 1,
    TERM_REMOTE = 1 << 2,    /* a far region that is hard to reach */
    TERM_DELEGATED = 1 << 3, /* checked by delegation or in several places */
    TERM_DISMISSAL = 1 << 4, /* an official was dismissed */
};

/* What is asked of the day that is computed. Only the first two roll forward from a day of rest:
 * whoever must be told five days before cannot be told four days before instead, and what must hang
 * for thirty days may be taken down on any day after them. */
enum term_sense {
    TERM_BY,     /* done at the latest then */
    TERM_EFFECT, /* comes into force when it is over */
    TERM_BEFORE, /* done so long before the event, at the latest: counted back from it */
    TERM_LASTS,  /* lasts until then at least: it may end after that day */
    TERM_VALID,  /* counts until then, and no longer */
    TERM_SENSES
};

/* One row of law: the act, how long from the day of the anchor event, and how far it may be
 * extended. New law is a new row of the same name with later days, never an edit:
 *
 *     static const struct term TERMS[] = {
 *         { "KN-ACC", N_("Trả lời có thụ lý khiếu nại hay không"), CALENDAR_DAYS, 10,
 *           .to = DAY(2026, 6, 30), .cite = ART(COMPLAINTS, 27, 1) },
 *         { "KN-ACC", N_("Trả lời có thụ lý khiếu nại hay không"), WORKING_DAYS, 7,
 *           .from = DAY(2026, 7, 1), .cite = ART(DECREE_155, 10, 0) },
 *     };
 */
struct term {
    const char *name;
    const char *about; /* what has to be done in time: Vietnamese source text */
    enum term_unit unit;
    int32_t amount;  /* in that unit, >= 0 */
    unsigned when;   /* a set of enum term_case; 0: the ordinary case */
    struct day from; /* anchors from this day … */
    struct day to;   /* … to this one; DAY_OPEN: no bound */
    struct cite cite;
    uint8_t extension_times;  /* how often it may be extended; 0: never */
    int32_t extension_amount; /* at most this much each time, in the term's unit */
    struct cite extension_cite;
    enum term_sense sense;
    const char *anchor;       /* the event it runs from: Vietnamese source text */
    struct cite pause_cite;   /* what lets its clock stand, from its act's first day on … */
    struct cite exclude_cite; /* … and proven days of obstacle not count; else nothing does */
    const char *excluded;     /* N_COUNT about %s of those; NULL: they are days of obstacle */
};
struct term_table {
    const struct term *rows;
    size_t count;
};

/* The row of that name for an anchor on that day under those circumstances. The anchor's day
 * decides, never today; the row's act must be in force on it. Refusals: no such rule, none in force
 * on that day, none for the case. */
struct verdict term_choose(struct term_table terms, const char *name, struct day anchor,
                           unsigned when, const struct term **ret_term) MUST_USE;

bool term_in_force(const struct term *term, struct day anchor) PURE;

/* The clock stood still: for terms of days, the days after that of `from` up to and including
 * that of `to` are not counted; for hours, the time between the instants. INSTANT_NONE: it still
 * stands. */
struct pause {
    struct instant from;
    struct instant to;
    struct str reason;
    const char *why;         /* in words for people, in place of the reason: source text */
    const struct cite *cite; /* what lets the clock stand; NULL: the term's pause_cite */
};
struct extension {
    int32_t amount; /* in the term's unit, > 0 */
    struct str reason;
};

/* What happened to one clock. */
struct clock {
    struct instant anchor;      /* the event that started it; its day is not counted */
    const struct pause *pauses; /* ascending, apart; only the last may be open */
    size_t pause_count;
    const struct extension *extensions;
    size_t extension_count;
    int32_t excluded_days; /* proven days of obstacle that do not count (day terms only) */
};

enum step_kind {
    STEP_START,          /* the anchor's day, and the article that says it does not count */
    STEP_COUNT,          /* what is counted: amount and unit, from the first day */
    STEP_EXCLUDED,       /* days of proven obstacle added */
    STEP_SKIP_WEEKEND,   /* rest days that were passed over, from … to */
    STEP_SKIP_HOLIDAY,   /* the same for a holiday or a day off: name and decision */
    STEP_MAKE_UP,        /* a rest day that did count: name and decision */
    STEP_SUSPENDED,      /* days that did not count: reason */
    STEP_EXTENDED,       /* amount, reason, and the article that allows it */
    STEP_NOMINAL,        /* the last day as counted */
    STEP_ROLLED_FORWARD, /* it was no working day: the term ends with the next one */
    STEP_NOT_DECIDED,    /* some day's calendar follows from the rule only */
    STEP_STANDING,       /* the clock stands still: what is left */
    STEP_RESULT,
};
struct step {
    enum step_kind kind;
    struct day from;
    struct day to;        /* the same day when it is one; DAY_NONE: still so */
    struct instant at;    /* of START, SUSPENDED and RESULT in terms of hours */
    struct instant until; /* of SUSPENDED in terms of hours */
    int32_t amount;       /* days, months or hours */
    const char *name;     /* of a holiday; why it was SUSPENDED, when the pause says */
    const char *decision;
    struct str reason;
    const struct cite *cite;
};

/* The answer. A term of days ends with the last second of `day`; one of hours at the second
 * `at`. */
struct due {
    const struct term *term;
    const struct calendar *calendar;
    struct instant anchor;
    struct instant at;  /* INSTANT_NONE while the clock stands still */
    struct day nominal; /* before rolling forward */
    struct day day;
    int64_t left;             /* while it stands still: days, or seconds of office time */
    const struct step *steps; /* in the arena, in the order in which they were counted */
    size_t step_count;
};

/* When the term ends. Refused, with the article: more extensions than the row allows, or one beyond
 * its amount; pauses where the row knows none, or on a day on which its act did not; days of
 * obstacle likewise; pauses out of order. Extensions run on from the nominal end. A pause that
 * begins after the nominal end changes nothing. Law: 91/2015/QH13 art. 147-148. */
struct verdict term_compute(const struct term *term, const struct calendar *calendar,
                            const struct clock *clock, struct arena *arena,
                            struct due *ret_due) MUST_USE;

/* One sentence for people per step, without a newline; and all of them as lines of plain text. */
void step_write(struct out *out, const struct due *due, const struct step *step);
void term_explain(struct out *out, const struct due *due);
/* {"rule","anchor","due","at","nominal","steps":[{"kind","from","to","text"}],"cite"}; the second
 * writes the members alone, into an object that the caller has begun. */
void due_write_json(struct json *json, const char *name, const struct due *due);
void due_write_fields(struct json *json, const struct due *due);
const char *step_name(enum step_kind kind) PURE;
/* "30 ngày làm việc". */
void term_write_amount(struct out *out, enum term_unit unit, int64_t amount);

/* --- where a clock stands now ----------------------------------------------------------------- */

enum due_state { DUE_ON_TIME, DUE_SOON, DUE_LATE, DUE_PAUSED, DUE_DONE };

/* What a list knows of a clock, without recounting it. */
struct due_row {
    enum term_unit unit;
    struct instant anchor;
    struct instant due;
    struct instant paused_since; /* INSTANT_NONE: it runs */
    struct instant done;         /* INSTANT_NONE: not done yet */
    struct str pause_reason;
};
/* Soon is three working days, or a fifth of the office time, left. Days are working days: left (0:
 * until today), late (0: less than one), or for DUE_DONE early, below zero late. */
struct due_badge {
    enum due_state state;
    int32_t days;
    int32_t hours; /* whole office hours left, terms of hours on their last day */
    bool is_late;  /* it ended, or stands, after its time */
};
struct due_badge due_badge(const struct due_row *row, const struct calendar *calendar,
                           struct instant now);
/* "▲ Còn 1 ngày làm việc · hạn 04/12/2026": a sign, so that colour is never the only cue. */
void due_badge_write(struct out *out, const struct due_row *row, struct due_badge badge);
const char *due_state_name(enum due_state state) PURE;
const char *due_state_sign(enum due_state state) PURE;

#endif
