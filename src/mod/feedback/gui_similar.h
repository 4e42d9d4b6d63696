/* The step "giong-nhau" of sending: open reports that may be about the same matter. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_GUI_SIMILAR_H
#define FEEDBACK_GUI_SIMILAR_H

#include "mod/feedback/draft.h"
#include "mod/feedback/join.h"
#include "mod/feedback/pages.h"

/* Is there at least one (similar.h says what that means)? Also false when search is not ready. */
bool similar_is_there(struct visit *v, const struct draft *draft);
void similar_fill(struct visit *v, struct send_view *view);
/* The report that the citizen says it is, to be joined; NULL for "no, another matter". */
const struct join *similar_chosen(struct visit *v, const struct draft *draft);

#endif
