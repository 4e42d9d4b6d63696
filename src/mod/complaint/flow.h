/* The workflow of complaints, and what its guards know. Law: 02/2011/QH13, 155/2026/NĐ-CP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef COMPLAINT_FLOW_H
#define COMPLAINT_FLOW_H

#include "case/case.h"
#include "sql/complaint.h"

#define POWER_HANDLE "complaint.handle" /* takes letters in, verifies, keeps the file */
#define POWER_DECIDE "complaint.decide" /* the one who settles: the head of the office */

enum complaint_state {
    COMPLAINT_PREFILED, /* written here, not signed: the law knows letters and spoken complaints */
    COMPLAINT_RECEIVED,
    COMPLAINT_PROPOSED, /* an officer says what should be done with it; the head decides */
    COMPLAINT_ACCEPTED,
    COMPLAINT_VERIFYING,
    COMPLAINT_VERIFIED,
    COMPLAINT_DIALOGUED,
    COMPLAINT_SUSPENDED,
    COMPLAINT_DECIDED,
    COMPLAINT_IN_FORCE,
    COMPLAINT_TERMINATED, /* ended without a decision; those concerned are to be told */
    COMPLAINT_CLOSED,
    COMPLAINT_REFUSED,
    COMPLAINT_GUIDED,
    COMPLAINT_RETURNED,
    COMPLAINT_FILED, /* kept, and nothing more is done with it */
    COMPLAINT_AGAIN, /* complained of a second time: it goes on with the superior */
    COMPLAINT_COURT,
    COMPLAINT_DROPPED,
    COMPLAINT_STATES
};

/* What guards and effects know of one. */
struct complaint {
    struct case_get_row file;
    struct complaint_get_row row;
    bool has_to_tell; /* of a suspension, or that it goes on */
    bool waits_for_papers;
    bool has_second; /* a complaint of the second round about it is open */
    bool may_go_on;  /* the right to complain a second time runs: the limit passed, or a decision */
};
void *complaint_load(struct conn *conn, const struct case_get_row *file);
/* Circumstances by which terms are chosen: far regions, complex cases, dismissals. */
unsigned complaint_when(const void *own);
/* "KN-RES1", "KN-RES2" or "KN-RESD": the limit for settling it. */
const char *complaint_limit(const struct complaint_get_row *row);

/* "KN-2ND" or "KN-LIM-D2": until when the sender may go on to the second round. */
const char *complaint_right(const struct complaint_get_row *row);

extern const struct workflow complaint_flow;
extern const struct case_kind complaint_kind;

/* What a decision says: of the complaint, and of what was complained of. */
extern const struct ground_list COMPLAINT_RULINGS;

#endif
