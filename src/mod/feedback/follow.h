/* Following a report by e-mail: asking, confirming by a link in a letter, leaving by another. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_FOLLOW_H
#define FEEDBACK_FOLLOW_H

#include "mod/feedback/feedback.h"
#include "web/page.h"

/* Opening a link never does anything: mail programs and their guards open all of them. The page
 * behind it has a button. */
#define FOLLOW_CONFIRM_PATH "/theo-doi/"
#define FOLLOW_LEAVE_PATH   "/bo-theo-doi/"

/* The answer is the same whether the address follows already, was asked a short while ago, or is
 * asked now: nobody learns from it who follows what, and nobody is written to at others' will. */
struct follow {
    struct str code;
    struct str email;
};
struct follow_answer {
    struct str token; /* of the letter's link */
};
extern const struct record follow_record;
extern const struct record follow_answer_record;
apply_fn apply_follow, apply_follow_confirm, apply_follow_leave, apply_follow_sweep;

/* Whose letter this link was in, and about which report. False: nobody's any more. */
bool follow_find(struct conn *conn, struct str token, struct report_follower_of_link_row *ret);
/* A new link for one letter to this follower, a path: "/bo-theo-doi/…". */
struct str follow_link(struct deed *deed, const char *path, struct report_follower_id follower);

visit_fn follow_ask, follow_confirm_show, follow_confirm, follow_leave_show, follow_leave;

/* On the page of a report. */
struct follow_form {
    struct page *page;
    struct local_url send_to; /* absent: there will be no more news */
    struct field_view email;
};
struct follow_form follow_form(struct visit *v, struct page *page,
                               const struct report_get_row *report);

/* What a step led to, and the way back to the report. */
struct follow_view {
    struct page *page;
    struct str sentence;
    struct local_url report;
};

#endif
