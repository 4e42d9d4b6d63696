/* Rate limits without tracking: token buckets under keys that lead back to no address. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_RATE_H
#define WEB_RATE_H

#include "base/arena.h"
#include "base/day.h"
#include "web/route.h"

/* A bucket stands under the first eight bytes of HMAC-SHA-256(K, class and prefix), where the
 * prefix is /24 for IPv4 and /56 for IPv6 and K is drawn anew each day and kept in memory only; so
 * neither a dump of today nor two of different days say who was here. The table
 * has a fixed size: whoever sends from many networks makes others' old buckets forgotten, never
 * the table grow. */
struct rates;

/* Requests a minute for one prefix, and as many at once. A prefix is a village behind one carrier
 * address as often as one person, so these stop machines, not people. */
enum {
    RATE_READ_A_MINUTE = 1200,
    RATE_SEARCH_A_MINUTE = 120,
    RATE_WRITE_A_MINUTE = 60,
    RATE_SIGN_IN_A_MINUTE = 20,
};

struct rates *rates_make(struct arena *arena);
/* Takes one from the bucket. 0, or after how many seconds to come back. Thread-safe. */
unsigned rate_take(struct rates *rates, enum rate_class rate, const uint8_t peer[16],
                   struct instant now);

#endif
