/* The reference: SQLite or PostgreSQL alone writes the same rows, or runs the list's statement. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * usage: raw submit DATABASE ANCHOR SECONDS GROUP — prints rows per second, a row being one submission:
 *            a report, its event, its counter, its leaf, two nodes of the tree, its key; per group one
 *            head, one state, one durable COMMIT, and one fdatasync of the anchor file
 *        raw list DATABASE SECONDS NEWEST — prints statements per second, and the median and the 99th
 *            percentile of one in milliseconds; each from another place of the list
 *
 * DATABASE is a file of SQLite or a URL of PostgreSQL, which is used in pipeline mode.
 */
#include <fcntl.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/must.h"
#include "base/out.h"
#include "store/store.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrs"

static const char *const row_statements[] = {
    "INSERT INTO report (id, code, object, secret_hash, unit_id, first_unit_id, category_id, state,"
    " title, text, place, lat_micro, lon_micro, identity, channel, received_at, entered_at, "
    "anchor_at,"
    " due_at, is_public, is_open, extended, bounces, reopened, rating, followers, version) SELECT "
    "?1,"
    " 'PX-' || ?1, '01JD8Z7Q3V5W9X2Y4Z6A8B0C1D', randomblob(32), u.id, u.id, 1, 'received',"
    " 'Đường Nguyễn Huệ trước số 12 có ổ gà sâu',"
    " 'Đường Nguyễn Huệ trước số 12 có ổ gà sâu, xe máy hay ngã, mong phường vá lại sớm.',"
    " 'Trước số 12', 0, 0, 'anonymous', 'api', 1795300000, 1795300000, 1795300000, 1796000000, 1, "
    "1,"
    " 0, 0, 0, 0, 0, 1 FROM unit u WHERE u.code = '19753'",
    "INSERT INTO report_event (id, report_id, at, act, state, unit_id, is_internal, was_state,"
    " is_undone, position) SELECT ?1, ?1, 1795300000, 'received', 'received', u.id, 0, '', 0, ?1"
    " FROM unit u WHERE u.code = '19753'",
    "INSERT INTO report_count (unit_id, state, n) SELECT u.id, 'received', 1 FROM unit u WHERE "
    "u.code"
    " = '19753' ON CONFLICT (unit_id, state) DO UPDATE SET n = report_count.n + 1",
    "INSERT INTO ledger_leaf (position, object, version, subject, leaf, record) VALUES (?1, 'O' || "
    "?1,"
    " 1, ?1, randomblob(190), randomblob(900))",
    "INSERT INTO ledger_node (node, hash) VALUES (2 * ?1, randomblob(32))",
    "INSERT INTO ledger_node (node, hash) VALUES (2 * ?1 + 1, randomblob(32))",
    "INSERT INTO desk_key (key_hash, body_hash, at, subject, first_position, leaf_count, answer)"
    " VALUES (randomblob(32), randomblob(32), 1795300000, ?1, ?1, 1, randomblob(80))",
};
static const char *const group_statements[] = {
    "INSERT INTO ledger_checkpoint (size, at, note) VALUES (?1, 1795300000, '" LETTERS LETTERS
        LETTERS LETTERS "')",
    "UPDATE desk_state SET next_id = ?1 WHERE id = 1",
};
enum {
    ROWS = sizeof row_statements / sizeof row_statements[0],
    GROUPS = sizeof group_statements / sizeof group_statements[0],
    STATEMENTS = ROWS + GROUPS,
    FIRST_ID = 100000000,
    PAGE = 21,
    TIMES_MAX = 1 << 22,
    SQL_BYTES_MAX = 4096,
    INT8_OID = 20,
};

/* What both can do. */
struct engine {
    sqlite3 *lite;
    sqlite3_stmt *statements[STATEMENTS];
    sqlite3_stmt *list;
    PGconn *postgres;
};

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const char *sql_of(int statement)
{
    return statement < ROWS ? row_statements[statement] : group_statements[statement - ROWS];
}

static const struct statement *find_statement(const char *name)
{
    for (size_t folder = 0; statements[folder]; folder++) {
        for (size_t i = 0; statements[folder][i]; i++) {
            if (strcmp(statements[folder][i]->name, name) == 0) {
                return statements[folder][i];
            }
        }
    }
    must(false);
}

/* --- SQLite ----------------------------------------------------------------------------------- */

static void lite_step(struct engine *engine, sqlite3_stmt *statement)
{
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            (void)sqlite3_column_text(statement, i);
        }
    }
    if (code != SQLITE_DONE) {
        fprintf(stderr, "raw: %s\n", sqlite3_errmsg(engine->lite));
        exit(EXIT_FAILURE);
    }
    sqlite3_reset(statement);
}

static void lite_open(struct engine *engine, const char *path)
{
    must(sqlite3_open(path, &engine->lite) == SQLITE_OK);
    sqlite3_exec(engine->lite,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                 "PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=4000",
                 NULL, NULL, NULL);
    for (int i = 0; i < STATEMENTS; i++) {
        sqlite3_prepare_v2(engine->lite, sql_of(i), -1, &engine->statements[i], NULL);
    }
    sqlite3_prepare_v2(engine->lite, find_statement("report_list")->sqlite, -1, &engine->list,
                       NULL);
}

/* --- PostgreSQL ------------------------------------------------------------------------------- */

static void need(PGconn *conn, bool is_good)
{
    if (!is_good) {
        fprintf(stderr, "raw: %s", PQerrorMessage(conn));
        exit(EXIT_FAILURE);
    }
}

static const char BLOB[] = "randomblob(";

/* ?1 is $1, and bytes without chance: as many, which is what counts. */
static void translate(const char *sql, char ret[SQL_BYTES_MAX])
{
    struct out out = out_fixed(ret, SQL_BYTES_MAX);
    while (*sql) {
        if (strncmp(sql, BLOB, strlen(BLOB)) == 0) {
            char *end;
            long bytes = strtol(sql + strlen(BLOB), &end, 10);
            out_printf(&out, "decode(lpad(to_hex($1::bigint), %ld, '0'), 'hex')", 2 * bytes);
            sql = end + 1; /* behind the parenthesis */
        } else {
            out_char(&out, *sql == '?' ? '$' : *sql);
            sql++;
        }
    }
    out_char(&out, '\0');
    must(!out.overflowed);
}

static void postgres_open(struct engine *engine, const char *url)
{
    static const Oid integer = INT8_OID;
    char name[16];
    char sql[SQL_BYTES_MAX];
    engine->postgres = PQconnectdb(url);
    need(engine->postgres, PQstatus(engine->postgres) == CONNECTION_OK);
    for (int i = 0; i < STATEMENTS; i++) {
        (void)snprintf(name, sizeof name, "s%d", i);
        translate(sql_of(i), sql);
        PGresult *result = PQprepare(engine->postgres, name, sql, 1, &integer);
        need(engine->postgres, PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
    }
    PGresult *result =
        PQprepare(engine->postgres, "list", find_statement("report_list")->postgres, 0, NULL);
    need(engine->postgres, PQresultStatus(result) == PGRES_COMMAND_OK);
    PQclear(result);
}

static void postgres_send(PGconn *conn, const char *sql)
{
    must(PQsendQueryParams(conn, sql, 0, NULL, NULL, NULL, NULL, 0));
}

static void postgres_drain(PGconn *conn)
{
    bool is_synced = false;
    while (!is_synced) {
        for (PGresult *result; (result = PQgetResult(conn)); PQclear(result)) {
            ExecStatusType status = PQresultStatus(result);
            need(conn, status == PGRES_COMMAND_OK || status == PGRES_PIPELINE_SYNC);
            is_synced |= status == PGRES_PIPELINE_SYNC;
        }
    }
}

/* --- submissions ------------------------------------------------------------------------------ */

static void run_row(struct engine *engine, int first, int count, long long id)
{
    for (int i = first; i < first + count; i++) {
        if (engine->lite) {
            sqlite3_bind_int64(engine->statements[i], 1, id);
            lite_step(engine, engine->statements[i]);
        } else {
            char name[16];
            char number[24];
            const char *values[] = { number };
            (void)snprintf(name, sizeof name, "s%d", i);
            (void)snprintf(number, sizeof number, "%lld", id);
            must(PQsendQueryPrepared(engine->postgres, name, 1, values, NULL, NULL, 1));
        }
    }
}

static void run_group(struct engine *engine, long group, long long first_id)
{
    if (engine->lite) {
        sqlite3_exec(engine->lite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    } else {
        must(PQenterPipelineMode(engine->postgres));
        postgres_send(engine->postgres, "BEGIN");
    }
    for (long i = 0; i < group; i++) {
        run_row(engine, 0, ROWS, first_id + i);
    }
    run_row(engine, ROWS, GROUPS, first_id + group);
    if (engine->lite) {
        must(sqlite3_exec(engine->lite, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
    } else {
        postgres_send(engine->postgres, "COMMIT");
        must(PQpipelineSync(engine->postgres));
        postgres_drain(engine->postgres);
        must(PQexitPipelineMode(engine->postgres));
    }
}

static void submit(struct engine *engine, const char *anchor_path, double limit, long group)
{
    int anchor = open(anchor_path, O_RDWR | O_CREAT, 0600);
    char line[154];
    memset(line, 'a', sizeof line);
    long long id = FIRST_ID;
    double started = seconds_now();
    for (; seconds_now() - started < limit; id += group) {
        run_group(engine, group, id);
        must(pwrite(anchor, line, sizeof line, 0) == (ssize_t)sizeof line);
        must(fdatasync(anchor) == 0);
    }
    printf("%.0f\n", (double)(id - FIRST_ID) / (seconds_now() - started));
}

/* --- the list --------------------------------------------------------------------------------- */

static long long unit_of(struct engine *engine)
{
    static const char sql[] = "SELECT id FROM unit WHERE code = '19753'";
    long long id = 0;
    if (engine->lite) {
        sqlite3_stmt *statement;
        must(sqlite3_prepare_v2(engine->lite, sql, -1, &statement, NULL) == SQLITE_OK);
        must(sqlite3_step(statement) == SQLITE_ROW);
        id = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
    } else {
        PGresult *result = PQexec(engine->postgres, sql);
        need(engine->postgres, PQntuples(result) == 1);
        id = strtoll(PQgetvalue(result, 0, 0), NULL, 10);
        PQclear(result);
    }
    return id;
}

static void list_once(struct engine *engine, long long unit, long long before)
{
    if (engine->lite) {
        sqlite3_bind_int64(engine->list, 1, unit);
        sqlite3_bind_int64(engine->list, 2, before);
        sqlite3_bind_int64(engine->list, 3, PAGE);
        lite_step(engine, engine->list);
        return;
    }
    char numbers[3][24];
    const char *values[] = { numbers[0], numbers[1], numbers[2] };
    (void)snprintf(numbers[0], sizeof numbers[0], "%lld", unit);
    (void)snprintf(numbers[1], sizeof numbers[1], "%lld", before);
    (void)snprintf(numbers[2], sizeof numbers[2], "%d", PAGE);
    PGresult *result = PQexecPrepared(engine->postgres, "list", 3, values, NULL, NULL, 1);
    need(engine->postgres, PQresultStatus(result) == PGRES_TUPLES_OK);
    PQclear(result);
}

/* Any order will do that is not theirs. */
static long long place_of(unsigned n, long long newest)
{
    return 1 + (long long)(n * UINT64_C(2654435761) % (uint64_t)newest);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void list(struct engine *engine, double limit, long long newest)
{
    double *times = calloc(TIMES_MAX, sizeof *times);
    size_t count = 0;
    long long unit = unit_of(engine);
    double started = seconds_now();
    must(times);
    for (double now = started; now - started < limit && count < TIMES_MAX; count++) {
        list_once(engine, unit, place_of((unsigned)count, newest));
        double then = seconds_now();
        times[count] = then - now;
        now = then;
    }
    double lasted = seconds_now() - started;
    qsort(times, count, sizeof *times, by_size);
    printf("%.0f %.3f %.3f\n", (double)count / lasted, 1e3 * times[count / 2],
           1e3 * times[count * 99 / 100]);
    free(times);
}

int main(int argc, char **argv)
{
    struct engine engine = { 0 };
    if (argc < 3) {
        return 2;
    }
    if (strncmp(argv[2], "postgres", 8) == 0) {
        postgres_open(&engine, argv[2]);
    } else {
        lite_open(&engine, argv[2]);
    }
    if (argc == 6 && strcmp(argv[1], "submit") == 0) {
        submit(&engine, argv[3], strtod(argv[4], NULL), strtol(argv[5], NULL, 10));
    } else if (argc == 5 && strcmp(argv[1], "list") == 0) {
        list(&engine, strtod(argv[3], NULL), strtoll(argv[4], NULL, 10));
    } else {
        return 2;
    }
    return 0;
}
