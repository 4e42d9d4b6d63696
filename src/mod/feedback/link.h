/* Links between reports: the one that was split off another, and those that have to do with it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_LINK_H
#define FEEDBACK_LINK_H

#include "mod/feedback/acts.h"

/* More links than this are a list that nobody reads. */
enum { LINKS_MAX = 50 };

#define LINK_SPLIT   "split"
#define LINK_RELATED "related"

/* Links both ways. */
void link_both(struct tx *tx, struct report_id report, struct report_id other, const char *kind);

/* What an act on one report means for another: an event and a fact of its own there, which change
 * nothing but its history. The event's number and time are the deed's. */
struct beside {
    const struct report_get_row *other;
    const char *act;
    struct str note;
    struct str reason;
    bool is_internal;
};
void event_beside(struct deed *deed, const struct beside *beside);
/* Of a report that was just received, and is kept from the public until somebody has read it. */
void event_withhold(struct deed *deed, struct str code, struct str reason);

#endif
