/* The workflow of reports: its states and moves as rows, and the clock that a category sets. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_FLOW_H
#define FEEDBACK_FLOW_H

#include "law/term.h"
#include "law/workflow.h"

/* In the order of flow_states. */
enum report_state {
    REPORT_RECEIVED,
    REPORT_ACCEPTED,
    REPORT_ASKED,
    REPORT_TRANSFERRED,
    REPORT_RULING,
    REPORT_DRAFTED,
    REPORT_ANSWERED,
    REPORT_CLOSED,
    REPORT_REFUSED,
    REPORT_WITHDRAWN,
    REPORT_MERGED,
    REPORT_FORWARDED,
    REPORT_STATES,
};

#define POWER_HANDLE  "feedback.handle"  /* works on reports of a unit */
#define POWER_APPROVE "feedback.approve" /* lets an answer go out */
#define POWER_LEAD    "feedback.lead"    /* rules between units, overrides with a reason */
#define POWER_ADMIN   "admin"            /* keeps a unit's templates of answers */
#define BY_SENDER     "sender"           /* whoever knows the report's secret */
#define BY_CONSULTED  "consulted"        /* works on reports of a unit that was asked */

/* What the guards know of one report. */
struct report_facts {
    int64_t bounces;
    int64_t reopened;
    bool is_spoken;    /* a recording stands where no text was written */
    bool is_unwritten; /* and nobody has written it down yet */
    bool undo_is_open;
};

extern const struct workflow feedback_flow;
/* Where a question to another unit waits for its reply; elsewhere there is nothing left to ask. */
#define CONSULT_STATES (IN(REPORT_ACCEPTED) | IN(REPORT_ASKED) | IN(REPORT_DRAFTED))
/* The states' names in their order: what `status` may be in the API (flow_test holds both
 * together). */
extern const char *const report_state_words[REPORT_STATES];

/* A second refusal of a transferred report goes to the superior. */
enum {
    BOUNCES_BEFORE_RULING = 2,
    UNDO_SECONDS = 300,
    CLOSE_AFTER_DAYS = 30,
    REMIND_WORKING_DAYS = 2,
};

/* What a category sets (schema/0001.sql): `amount` of "working-days" or "working-hours", how much
 * longer it may be made, and on whose word, "luat" or "tinh". */
struct category_limit {
    struct str respond_unit;
    int64_t amount;
    int64_t extend_max;
    struct str basis;
};
/* The limit of a report of that category that came in, or was reopened, on the anchor's day: the
 * law's, with its practice, and the category's amounts. Refused before the law was in force.
 * Law: 42/2013/QH13 art. 28 cl. 1. */
struct verdict category_term(const struct category_limit *limit, struct day anchor,
                             struct term *ret_term) MUST_USE;

/* How the answer of a report that was forwarded begins; the body's name follows. */
#define FORWARDED_TO "Đơn đã được chuyển tới: "

/* Reasons for which a report may be refused, and kept from the public: a code for the ledger and
 * the statistics, a sentence for the sender. */
struct coded_reason {
    const char *code;
    const char *sentence;
};
extern const struct coded_reason refusal_reasons[];
extern const size_t refusal_reason_count;
/* Of what sounds like a denunciation: whoever handles it says what it is before others read it. */
#define READ_FIRST "doc-truoc"
/* Of what was spoken: nobody but the unit that holds it knows yet what it says. */
#define SPOKEN "loi-noi"
extern const struct coded_reason withhold_reasons[];
extern const size_t withhold_reason_count;
/* NULL when the code is none of the list. */
const struct coded_reason *reason_find(const struct coded_reason *reasons, size_t count,
                                       struct str code);

#endif
