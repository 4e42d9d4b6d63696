/* The workflow by which a denunciation is settled, and what its guards know. Law: 25/2018/QH14. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_FLOW_H
#define DENUNCIATION_FLOW_H

#include "case/case.h"
#include "mod/denunciation/denunciation.h"

/* Who settles it: the head of the office, who can open it as well. */
#define POWER_DECIDE "denunciation.decide"

enum denunciation_state {
    DENUNCIATION_INFORMED, /* nobody answers for it by name and hand: no denunciation yet */
    DENUNCIATION_RECEIVED,
    /* One that continues, with the superior of who settled it, or who did not in time. */
    DENUNCIATION_CONTINUED,
    DENUNCIATION_LATE,
    DENUNCIATION_DEMANDED, /* a report is demanded of them */
    DENUNCIATION_WATCHED,  /* the report is there; they go on settling it */
    DENUNCIATION_TAKEN,    /* from them; the file is to come */
    DENUNCIATION_ACCEPTED,
    DENUNCIATION_VERIFYING,
    DENUNCIATION_VERIFIED,
    DENUNCIATION_SUSPENDED,
    DENUNCIATION_CONCLUDED,
    DENUNCIATION_TELLING,    /* done with; the body that passed it on is to be told */
    DENUNCIATION_TERMINATED, /* ended without a conclusion; both sides are to be told */
    DENUNCIATION_CLOSED,
    DENUNCIATION_INSPECTED, /* checked as information: an inspection goes on with it */
    DENUNCIATION_FILED,
    DENUNCIATION_FORWARDED,
    DENUNCIATION_PASSED_BY, /* not handled at all */
    DENUNCIATION_REFUSED,
    DENUNCIATION_UPHELD,      /* it was settled lawfully: not again */
    DENUNCIATION_HANDED_OVER, /* the superior has taken it */
    DENUNCIATION_CRIME,       /* with the police or the prosecutor */
    DENUNCIATION_STATES
};

/* What guards and effects know of one. All of it follows from its envelopes and what was done. */
struct settling {
    struct case_get_row file;
    struct denunciation_settling_get_row row;
    int64_t test_count;
    bool is_delegated;
    bool is_sender_told;
    bool is_accused_told;
    bool has_to_tell;   /* of a suspension, or of the end */
    bool has_to_send;   /* the conclusion */
    bool has_to_do;     /* something that the law asks for after a conclusion */
    bool is_again;      /* one that continues: it was settled, */
    bool is_late;       /* or its limit passed */
    bool is_passed_on;  /* by the press or a body, */
    bool owes_body;     /* which is still to be told */
    const char *ending; /* the act that ended it short of settling; NULL: none did */
    bool is_with_experts;
    bool waits_for_result; /* of a body that has acted on the conclusion */
    bool asks_protection;  /* and nobody has decided on it */
    bool is_protected;
    bool owes_writing; /* protection was asked for by word of mouth, because it was urgent */
    bool is_served;    /* the demand for a report has come to who did not settle it in time */
    bool is_review_told;
    bool is_settled_there;
    bool has_to_report;  /* to the superior who demanded it, */
    bool has_to_account; /* or how it was settled */
};
void *settling_load(struct conn *conn, const struct case_get_row *file);
unsigned settling_when(const void *own);
/* Nobody but those whose key opens it may know of it. */
bool settling_is_known(struct conn *conn, const struct case_get_row *file, struct id person);
/* What the leaf of one act commits to. */
struct hash settling_sealed(struct conn *conn, struct case_event_id event);
void settling_check(struct conn *conn, struct check *check, const struct case_check_page_row *file,
                    const struct audited_fact *fact);

extern const struct workflow denunciation_flow;
extern const struct case_kind denunciation_kind;

visit_fn settling_show, settling_act_take, settling_blank;

#endif
