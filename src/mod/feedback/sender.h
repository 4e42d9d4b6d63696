/* Who sent a report, kept apart from it: what of them staff may search by. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_SENDER_H
#define FEEDBACK_SENDER_H

#include "mod/feedback/feedback.h"

/* Inside the sending: the row of the sender, when there is anything to keep. Only a name that was
 * signed openly becomes searchable. */
void sender_keep(struct deed *deed, const struct report_insert *report, const struct send *send);

/* The name as staff search it; absent when it was not signed openly. */
struct str sender_folded_name(struct arena *arena, struct str identity, struct str name);
/* The words of a folded name from the last to the first, "dung van dang": so the name that people
 * are called by is where an index begins. Absent of an absent one. */
struct str sender_turned_name(struct arena *arena, struct str folded);

#endif
