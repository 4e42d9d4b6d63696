/* The workflow of a visit, and what its guards know. Law: 42/2013/QH13, 154/2026/NĐ-CP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RECEPTION_FLOW_H
#define RECEPTION_FLOW_H

#include "case/case.h"
#include "sql/reception.h"

#define POWER_HANDLE "reception.handle" /* posts days, receives, keeps the book */
#define POWER_LEAD   "reception.lead"   /* the head, who receives in person and concludes */

enum visit_state {
    VISIT_BOOKED,
    VISIT_WAITING, /* has a number in the queue */
    VISIT_HEARD,
    VISIT_ANSWERED,
    VISIT_CLOSED,
    VISIT_REFUSED, /* and not yet told in writing */
    VISIT_TURNED_AWAY,
    VISIT_MISSED,
    VISIT_CANCELLED,
    VISIT_STATES
};

/* What guards and effects know of one. */
struct reception {
    struct case_get_row file;
    struct reception_visit_get_row row;
    struct reception_day_get_row day;
    bool waits_for_result; /* of what was forwarded: settled there, and not yet known here */
    bool has_to_tell;      /* the result has come, and the visitor does not know */
    bool tells_when_asked; /* the setting of the visit's day (law/setting.h) */
    bool has_result;       /* it came back at some time */
    bool was_asked;        /* the visitor asked to be told of it, perhaps before it came */
};
void *reception_load(struct conn *conn, const struct case_get_row *file);

extern const struct workflow reception_flow;
extern const struct case_kind reception_kind;

/* Who received: the head in person, somebody for the head, nobody. */
#define BY_HEAD   "head"
#define BY_DEPUTY "deputy"
#define BY_NOBODY "none"
/* What was answered. */
#define ANSWER_ACCEPTED  "accepted"
#define ANSWER_LONGER    "longer"
#define ANSWER_REFUSED   "refused"
#define ANSWER_FORWARDED "forwarded"

#endif
