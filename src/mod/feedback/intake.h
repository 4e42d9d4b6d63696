/* Intake: what people type about a report, from the API or from pages, made into a command. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_INTAKE_H
#define FEEDBACK_INTAKE_H

#include "mod/feedback/question.h"
#include "web/visit.h"

/* The fields as they are typed, all text: the body of POST /api/v1/reports. */
struct report_form {
    struct str unit;
    struct str category;
    struct str text;
    struct str place;
    struct str lat; /* decimal degrees, "16.4637" */
    struct str lon;
    struct str name;
    struct str phone;
    struct str email;
    struct str identity;
    struct str draft; /* of the API: under which address it is sent once (draft.h) */
    REPLY_MEMBERS
};
extern const struct record report_form_record;

/* Fills the command; every problem is added to the visit, beside its field. True when there is
 * none. Without an identity, a report with a name is "named", and one without is "anonymous". */
bool intake_read(struct visit *v, const struct report_form *form, const char *channel,
                 struct send *ret);

/* The desk names the first reply that is missing: this names the others, for the API. */
void intake_refused(struct visit *v);

/* Single fields, for pages that ask one question each. */
bool intake_email(struct visit *v, struct str typed, struct str *ret);
/* Both or neither; degrees within Vietnam and its seas (4° to 24° N, 101° to 118° E), rounded
 * (spot.h). */
bool intake_point(struct visit *v, struct str lat, struct str lon, struct send *ret);

#endif
