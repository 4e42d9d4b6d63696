/* The paper itself beside what is typed from it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_PAPER_SCAN_H
#define FEEDBACK_PAPER_SCAN_H

#include "mod/feedback/draft.h"
#include "mod/feedback/pages.h"

/* An officer scans or photographs a paper and types it in with the pages before the eyes. They wait
 * in a draft that nothing else is in, whose token the form carries, and become the report's with
 * its sending: for those who handle it, never public. */

/* What this form brings or takes away, as the saving of that draft: neither photos nor dropped when
 * there is nothing to save. Problems are the visit's. Anything but OK: the studio or the disk. */
enum status paper_take_scans(struct visit *v, struct draft *ret) MUST_USE;
/* Fills in the pages, the field for more, and the token. */
void paper_show_scans(struct visit *v, struct paper_view *view);

#endif
