/* Disks that fail at one call: the first, the second, until the house does not make so many. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef POWER_FAULTS_H
#define POWER_FAULTS_H

#include "process.h"

/* At every call, or at every n-th, from one that the seed draws. */
void faults_run(struct shared *ours, int64_t every, uint64_t seed);

#endif
