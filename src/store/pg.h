/* Connections to PostgreSQL: made with our settings, and its states as our statuses. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_PG_H
#define STORE_PG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/status.h"
#include "base/str.h"
#include "store/libpq.h"

/* Plans are made for prepared statements, not for each call; just-in-time compilation costs more
 * than our short statements take. */
#define PG_COMMON_SETTINGS "SET jit = off; SET lock_timeout = 10000;"
/* An operator may ask for more (remote_apply), never for less. */
#define PG_WRITER_SETTINGS                                                                         \
    PG_COMMON_SETTINGS "SELECT set_config('synchronous_commit', 'on', false)"                      \
                       " WHERE current_setting('synchronous_commit') IN ('off', 'local');"

/* The number of the desk's last batch that a database holds. */
#define PG_NEWEST_BATCH "SELECT batches FROM desk_state WHERE id = 1"

/* One connection of one thread at a time. When it broke it is made anew by pg_begin() and by nobody
 * else: in the middle of a transaction a new one would have forgotten the first half. */
struct pg {
    PGconn *conn;
    const char *settings; /* SQL that every new connection runs first; a constant */
    uint64_t generation;  /* grows with every new connection: what was prepared before is gone */
    /* The server warned during the statement under way. A COMMIT with a warning is one that was not
     * confirmed ("canceling wait for synchronous replication"), whatever its answer says. */
    bool was_warned;
    /* An answer did not come from the server. libpq may not have noticed yet that it is gone. */
    bool is_broken;
};

/* Connects with what the URL says and, where it says nothing, patience of our own. On failure
 * *ret_why is a constant sentence for the operator, and nothing need be closed. */
enum status pg_open(const char *url, const char *settings, struct pg *ret,
                    struct str *ret_why) MUST_USE;
void pg_close(struct pg *pg);

/* Runs text that gives no rows, or whose rows nobody wants: a verb, a script of several. */
enum status pg_exec(struct pg *pg, const char *sql, const char *deed) MUST_USE;
/* The same at the beginning of a transaction, over a new connection where the old one broke. The
 * number is the first one that the last of its statements gives, or 0. */
enum status pg_begin(struct pg *pg, const char *sql, int64_t *ret_number) MUST_USE;
/* A new connection in place of one that broke; only where no transaction is under way. */
enum status pg_renew(struct pg *pg) MUST_USE;
/* Runs what needs no answer because nothing can be done about a failure. */
void pg_try(struct pg *pg, const char *sql);
/* The first column of the first row as a number; 0 when there is none or it failed. */
int64_t pg_number(struct pg *pg, const char *sql);

/* The first setting of the server under which a confirmed commit may be lost with its machine, as a
 * constant sentence that says what to set; NULL: there is none. */
const char *pg_unsafe(struct pg *pg);

/* What a result means to us: STATUS_OK for rows and for none. `deed`, a constant, is for the log,
 * which gets only what an operator must look at. */
enum status pg_status(struct pg *pg, const PGresult *result, const char *deed);

#endif
