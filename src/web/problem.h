/* Problem pages: what a request gets that did not end well, for people and for programs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_PROBLEM_H
#define WEB_PROBLEM_H

#include "web/kept_form.h"
#include "web/visit.h"

/* Drops what was written so far and answers with the status: a page of the layout, or for programs
 * an RFC 9457 problem with errors[{field,detail}] from v->problems. `detail` says what exactly;
 * absent, the status speaks for itself. Headers that were set for this status (Allow, Retry-After)
 * stay.
 *
 * Of a form that was refused for a reason that passes (problem_passes) the page shows what people
 * typed, with a button that sends it again: under the same token, so that what was written after
 * all is not written twice, or under a new one where the token was what did not fit. */
void problem_write(struct visit *v, enum status status, struct str detail);

/* Will the very same form be taken in a while? Such a form is worth reading before it is refused.
 */
bool problem_passes(enum status status) PURE;

/* The template's. */
struct problem_view {
    struct page *page;
    struct str sentence;  /* what happened and what to do now */
    struct str reference; /* the request's number, to name on the telephone */
    struct str wait_s;    /* absent: nobody was told how long */
    struct kept_form kept;
    struct summary_view typed; /* what people typed of it, without where it goes */
    struct str token;          /* with which it is sent again; absent: a new one */
};

#endif
