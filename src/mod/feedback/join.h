/* Joining a report: "the same for me", with one's own words, secret and receipt. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_JOIN_H
#define FEEDBACK_JOIN_H

#include "mod/feedback/feedback.h"

/* In place of sending a report of one's own. The text is kept beside the report as a voice:
 * officers read it, the public sees the number of voices only. */
struct join {
    struct str code; /* of the report */
    struct str text;
    struct str draft; /* token of the draft that it was */
};
extern const struct record join_record;
apply_fn apply_join;

/* What a join answers with: the report's code, the voice's object and its secret, spaces
 * between. */
struct joined_answer {
    struct str code;
    struct str voice;
    struct str secret;
};
struct joined_answer joined_parse(struct str answer_text) PURE;

#endif
