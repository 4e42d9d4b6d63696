/* The turn to seal a PostgreSQL database: a lock, an epoch, a lease, and who hears of what. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_TURN_H
#define STORE_TURN_H

#include "store/engine.h"
#include "store/pg.h"

/* One server seals at a time. The advisory lock says who may try: it goes with its connection,
 * which a network may cut without us noticing. So each transaction of the writer also asks that the
 * epoch is still ours; who takes over raises it, and waits for a commit under way. A server that
 * sleeps, or that a network cuts off, neither ends its connection nor writes: the database itself
 * ends what was silent for STORE_LEASE_S, a transaction or the lock. */
struct turn {
    struct pg pg; /* holds the lock, and hears what others tell */
    bool is_watched;
    int64_t asked_ms; /* when the database was last asked, on the monotonic clock */
    int64_t tired_until_ms;
};

/* What those who write tell those who listen, within their commit. */
#define TURN_TELL_ORDERS "NOTIFY kheo_orders; "
#define TURN_TELL_COMMIT "NOTIFY kheo_commit; "
/* Of a connection that writes in transactions. */
#define TURN_LEASE_SETTING "SET idle_in_transaction_session_timeout = '5s';"
_Static_assert(STORE_LEASE_S == 5, "the settings say so too");

/* Connects, and takes the turn if the store owns and it is free. BUSY when it is not, unless the
 * store joins. */
enum status turn_open(struct store *store, struct turn *turn, struct str *ret_why) MUST_USE;
void turn_close(struct turn *turn);
/* store_watch() */
enum status turn_watch(struct store *store, struct turn *turn, unsigned wait_ms,
                       struct store_news *ret) MUST_USE;

#endif
