/* Settings and error codes of SQLite, in one place for the store and the search index. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/lite.h"

#include "base/disk.h"
#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"
#include "store/lite_pages.h"
#include "store/page_sum.h"

/* No mmap: a read error would be a SIGBUS instead of a status. Temporary tables stay in memory,
 * because the sandbox gives us no folder for them. */
static const char COMMON_PRAGMAS[] = "PRAGMA trusted_schema = OFF;"
                                     "PRAGMA cell_size_check = ON;"
                                     "PRAGMA mmap_size = 0;"
                                     "PRAGMA temp_store = MEMORY;"
                                     "PRAGMA secure_delete = ON;"
                                     "PRAGMA foreign_keys = ON;";

/* Only another process (an operator's sqlite3) or a recovering log can make us wait. */
enum { BUSY_MS = 2000 };

/* Virtual machine steps between two looks at the clock: some 0.1 ms. */
enum { BUDGET_STEPS = 2000 };

enum status lite_open(const char *path, enum lite_use use, const char *pragmas, sqlite3 **ret)
{
    static const int flags[] = {
        [LITE_READ] = SQLITE_OPEN_READONLY,
        [LITE_WRITE] = SQLITE_OPEN_READWRITE,
        [LITE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    };
    sqlite3 *db = NULL;
    enum status status = STATUS_OK;
    *ret = NULL;
    int room = PAGE_SUM_BYTES;
    if (sqlite3_open_v2(path, &db, flags[use] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        lite_pages_vfs()) != SQLITE_OK) {
        status = db ? lite_failure(db, "open") : STATUS_FULL;
    } else if (use != LITE_READ && sqlite3_db_readonly(db, "main") == 1) {
        /* SQLite falls back to reading when it may not write; we were asked for more. */
        status = STATUS_READ_ONLY;
    } else {
        sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
        sqlite3_busy_timeout(db, BUSY_MS);
        if (lite_pages_are_summed(db)) {
            (void)sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &room);
        }
        status = pragmas ? lite_settle(db, pragmas) : STATUS_OK;
    }
    if (status) {
        sqlite3_close(db);
        return status;
    }
    *ret = db;
    return STATUS_OK;
}

enum status lite_settle(sqlite3 *db, const char *pragmas)
{
    enum status status = lite_exec(db, COMMON_PRAGMAS);
    return status ? status : lite_exec(db, pragmas);
}

/* What the system said under an I/O error. A failed COMMIT does not pass it on; then the log's file
 * still knows, or the database's. */
static int system_errno(sqlite3 *db)
{
    int error = sqlite3_system_errno(db);
    sqlite3_file *log = NULL;
    if (!error) {
        (void)sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    }
    /* The journal of a database in memory answers no questions. */
    if (log && log->pMethods && log->pMethods->xFileControl) {
        (void)log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    if (!error) {
        (void)sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error;
}

enum status lite_failure(sqlite3 *db, const char *deed)
{
    const int code = sqlite3_extended_errcode(db);
    const int error = system_errno(db);
    enum status status = STATUS_STORE_FAILED;
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return STATUS_CONFLICT;
    case SQLITE_INTERRUPT:
        return STATUS_TIMEOUT;
    case SQLITE_BUSY:
        return STATUS_BUSY;
    case SQLITE_NOMEM:
        return STATUS_FULL;
    case SQLITE_FULL:
        status = STATUS_DISK_FULL;
        break;
    case SQLITE_READONLY:
        status = STATUS_READ_ONLY;
        break;
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) {
            disk_lost(deed, error);
        }
        status = code == SQLITE_IOERR_DATA ? STATUS_DAMAGED : status_of_errno(error);
        break;
    case SQLITE_CORRUPT:
        status = STATUS_DAMAGED;
        break;
    case SQLITE_CANTOPEN:
        status = status_of_errno(error);
        break;
    default:
        break;
    }
    log_event(EVENT_STORE_FAILED, LOG_WORD("deed", deed), LOG_INT("sqlite", code),
              LOG_INT("errno", error));
    return status;
}

enum status lite_exec(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? STATUS_OK
                                                                : lite_failure(db, "exec");
}

sqlite3_stmt *lite_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    (void)sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    return statement;
}

int64_t lite_number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = lite_prepare(db, sql);
    int64_t number = 0;
    if (statement && sqlite3_step(statement) == SQLITE_ROW) {
        number = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return number;
}

static int is_over(void *context)
{
    const struct lite_budget *budget = context;
    return budget->deadline_us && monotonic_us() > budget->deadline_us;
}

void lite_budget_watch(sqlite3 *db, struct lite_budget *budget)
{
    sqlite3_progress_handler(db, BUDGET_STEPS, is_over, budget);
}

void lite_budget_start(struct lite_budget *budget, unsigned budget_ms)
{
    budget->deadline_us = budget_ms ? monotonic_us() + budget_ms * INT64_C(1000) : 0;
}
