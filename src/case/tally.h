/* What a unit had in hand in a period: the rows behind every number of a report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_TALLY_H
#define CASE_TALLY_H

#include "web/tally.h"

/* Cases of all kinds that the unit and those below it held, and that had not ended before the
 * period began. What was written down before anybody came or signed is no letter and no visit, and
 * is not among them. */
tally_fn case_tally;

#endif
