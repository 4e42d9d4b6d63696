/* Power cuts under a house at work. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef POWER_CUTS_H
#define POWER_CUTS_H

#include "process.h"

/* So many cuts, in houses of the seeds from `seed` on, and the controls; one cut: the house of that
 * seed alone, the controls left out. */
void cuts_run(struct shared *ours, int64_t cuts, uint64_t seed);

#endif
