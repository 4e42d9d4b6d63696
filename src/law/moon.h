/* New moons and the sun's longitude, in whole numbers. Only for lunar.c. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_MOON_H
#define LAW_MOON_H

#include <stdint.h>

#include "base/day.h"

/* New moons are counted from that of 6 January 2000, which is 0. */

/* Billionths of a day since the day 0 (base/day.h), in Vietnam's time. */
int64_t moon_new(int32_t moon) PURE;
/* The day in Vietnam on which that is. */
struct day moon_day(int32_t moon) PURE;
/* The last moon that was new on that day or before it. */
int32_t moon_on(struct day day) PURE;

/* Which twelfth of its way the sun is in as the day begins in Vietnam: 0 … 11, from the spring
 * equinox on. */
int sun_sector(struct day day) PURE;

#endif
