/* The door to libsqlite3: connections with our settings, and its codes as our statuses. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_LITE_H
#define STORE_LITE_H

#include <sqlite3.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/status.h"

enum lite_use { LITE_READ, LITE_WRITE, LITE_CREATE };

/* A connection of one thread at a time, hardened against a tampered file, with `pragmas` run on it:
 * they make it read the schema, so without them (NULL) it is opened in no time, and must be settled
 * before its first statement. NULL in *ret unless STATUS_OK. */
enum status lite_open(const char *path, enum lite_use use, const char *pragmas,
                      sqlite3 **ret) MUST_USE;
enum status lite_settle(sqlite3 *db, const char *pragmas) MUST_USE;

/* What the connection's last failure means to us; `deed`, a constant, is for the log, which gets
 * only what an operator must look at. A sync that failed ends the process (base/disk.h). */
enum status lite_failure(sqlite3 *db, const char *deed);

enum status lite_exec(sqlite3 *db, const char *sql) MUST_USE;
/* A limit to the time of each statement on a connection. Lives as long as the connection. */
struct lite_budget {
    int64_t deadline_us; /* on the monotonic clock; 0 is none */
};
void lite_budget_watch(sqlite3 *db, struct lite_budget *budget);
/* From now on; 0 is no limit. */
void lite_budget_start(struct lite_budget *budget, unsigned budget_ms);

/* A statement that is kept; NULL after a failure. */
sqlite3_stmt *lite_prepare(sqlite3 *db, const char *sql);
/* The first column of the first row of a trusted query; 0 when there is none or it failed. */
int64_t lite_number(sqlite3 *db, const char *sql);

#endif
