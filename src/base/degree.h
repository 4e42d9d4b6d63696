/* Places on the globe, in whole numbers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_DEGREE_H
#define BASE_DEGREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

/* A ten-millionth is about a centimetre, and 180 of these fit 32 bits. */
enum { DEGREE = 10000000, DEGREE_PLACES = 7 };

/* "-16.4637" or "16,4637", from -180 to 180; what stands behind the seventh place is dropped. */
bool degrees_read(struct str s, int64_t *ret) MUST_USE;

#endif
