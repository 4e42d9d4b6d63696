/* The point on the page "where": picked in the browser, and asked about when it lies elsewhere. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_GUI_POINT_H
#define FEEDBACK_GUI_POINT_H

#include "mod/feedback/draft.h"
#include "mod/feedback/pages.h"

/* What the script of the page needs; a point that was typed wins over the one that was kept. */
struct point_view point_view(struct visit *v, int64_t lat_micro, int64_t lon_micro);
/* Takes the point of the form into the draft, or lets it go; false: a problem. */
bool point_take(struct visit *v, struct draft *draft) MUST_USE;

/* The step behind it, for the few whose point lies in another unit than the one that they chose:
 * asked, with both to choose from. A boundary may be wrong, so it never stands in the way. */
bool point_is_elsewhere(struct visit *v, const struct draft *draft);
void point_elsewhere_fill(struct visit *v, struct send_view *view);
bool point_elsewhere_take(struct visit *v, struct draft *draft);

#endif
