/* The reference for submissions: SQLite alone writes the same rows with the same syncs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * usage: raw kheo.db ANCHOR SECONDS GROUP — prints rows per second, a row being one submission:
 * a report, its event, its counter, its leaf, two nodes of the tree, its key; per group one head,
 * one state, one COMMIT with synchronous=FULL, and one fdatasync of the anchor file.
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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
    "INSERT INTO ledger_checkpoint (size, at, note) VALUES (?1, 1795300000, hex(randomblob(110)))",
    "UPDATE desk_state SET next_id = ?1 WHERE id = 1",
};
enum {
    ROWS = sizeof row_statements / sizeof row_statements[0],
    GROUPS = sizeof group_statements / sizeof group_statements[0],
    FIRST_ID = 100000000
};

static void run(sqlite3 *db, sqlite3_stmt *statement, sqlite3_int64 id)
{
    sqlite3_bind_int64(statement, 1, id);
    if (sqlite3_step(statement) != SQLITE_DONE) {
        fprintf(stderr, "raw: %s\n", sqlite3_errmsg(db));
        exit(EXIT_FAILURE);
    }
    sqlite3_reset(statement);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    sqlite3 *db;
    sqlite3_stmt *rows[ROWS];
    sqlite3_stmt *groups[GROUPS];
    if (argc != 5 || sqlite3_open(argv[1], &db) != SQLITE_OK) {
        return 2;
    }
    sqlite3_exec(db,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                 "PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=4000",
                 NULL, NULL, NULL);
    for (int i = 0; i < ROWS; i++) {
        sqlite3_prepare_v2(db, row_statements[i], -1, &rows[i], NULL);
    }
    for (int i = 0; i < GROUPS; i++) {
        sqlite3_prepare_v2(db, group_statements[i], -1, &groups[i], NULL);
    }
    int anchor = open(argv[2], O_RDWR | O_CREAT, 0600);
    double limit = strtod(argv[3], NULL);
    long group = strtol(argv[4], NULL, 10);
    char line[154];
    memset(line, 'a', sizeof line);
    sqlite3_int64 id = FIRST_ID;
    double started = seconds_now();
    while (seconds_now() - started < limit) {
        sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
        for (long i = 0; i < group; i++, id++) {
            for (int s = 0; s < ROWS; s++) {
                run(db, rows[s], id);
            }
        }
        for (int s = 0; s < GROUPS; s++) {
            run(db, groups[s], id);
        }
        sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
        if (pwrite(anchor, line, sizeof line, 0) != (ssize_t)sizeof line ||
            fdatasync(anchor) != 0) {
            return 1;
        }
    }
    printf("%.0f\n", (double)(id - FIRST_ID) / (seconds_now() - started));
    return 0;
}
