/* A small schema and its statements, written as sqlc would, and a store in a folder of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_TESTS_FIXTURE_H
#define STORE_TESTS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/must.h"
#include "store/store.h"

struct unit_id {
    int64_t v;
};

struct unit {
    struct unit_id id;
    struct str code;
    struct unit_id parent_id;
    int64_t size;
    bool open;
    struct day closed_on;
    struct instant seen_at;
    struct bytes seal;
};

static const struct field unit_fields[] = {
    FIELD(struct unit, id),      FIELD(struct unit, code), FIELD(struct unit, parent_id),
    FIELD(struct unit, size),    FIELD(struct unit, open), FIELD(struct unit, closed_on),
    FIELD(struct unit, seen_at), FIELD(struct unit, seal),
};

struct number {
    int64_t n;
};
static const struct field number_fields[] = { FIELD(struct number, n) };

static const struct migration migrations[] = {
    { .owner = "org",
      .number = 1,
      .sqlite = "CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,"
                " parent_id INTEGER REFERENCES unit(id), size INTEGER NOT NULL,"
                " open INTEGER NOT NULL CHECK (open IN (0, 1)), closed_on INTEGER,"
                " seen_at INTEGER, seal BLOB) STRICT;"
                "INSERT INTO unit (id, code, size, open) VALUES (1, 'root', 0, 1);" },
    { .owner = "ledger",
      .number = 1,
      .sqlite = "CREATE TABLE ledger_leaf (id INTEGER PRIMARY KEY, record BLOB, hash BLOB) STRICT;"
                "CREATE TABLE ledger_node (id INTEGER PRIMARY KEY, hash BLOB) STRICT;"
                "CREATE TABLE ledger_checkpoint (id INTEGER PRIMARY KEY, note TEXT) STRICT;"
                "INSERT INTO ledger_leaf (id, record, hash) VALUES (1, x'01', x'02');" },
};
static const struct schema fixture_schema = { migrations, COUNT(migrations), 32 };

/* Every statement has a place of its own in the cache of a connection. */
enum { UNIT_INSERT, UNIT_GET, UNIT_LIST, UNIT_COUNT, UNIT_COPY, UNIT_SLOW, UNIT_WRONG, UNIT_FREE };

#define ROWS_OF_UNIT                                                                               \
    .columns = unit_fields, .column_count = COUNT(unit_fields),                                    \
    .row_size_bytes = sizeof(struct unit)
#define ROWS_OF_NUMBER                                                                             \
    .columns = number_fields, .column_count = 1, .row_size_bytes = sizeof(struct number)

static const struct statement unit_insert_statement = {
    .name = "unit_insert",
    .index = UNIT_INSERT,
    .writes = true,
    .sqlite = "INSERT INTO unit (id, code, parent_id, size, open, closed_on, seen_at, seal)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    .params = unit_fields,
    .param_count = COUNT(unit_fields),
};
static const struct statement unit_get_statement = {
    .name = "unit_get",
    .index = UNIT_GET,
    .sqlite = "SELECT id, code, parent_id, size, open, closed_on, seen_at, seal FROM unit"
              " WHERE id = ?1",
    .params = number_fields,
    .param_count = 1,
    ROWS_OF_UNIT,
};
static const struct statement unit_list_statement = {
    .name = "unit_list",
    .index = UNIT_LIST,
    .sqlite = "SELECT id, code, parent_id, size, open, closed_on, seen_at, seal FROM unit"
              " ORDER BY id LIMIT ?1",
    .params = number_fields,
    .param_count = 1,
    ROWS_OF_UNIT,
};
static const struct statement unit_count_statement = {
    .name = "unit_count",
    .index = UNIT_COUNT,
    .sqlite = "SELECT count(*) FROM unit",
    ROWS_OF_NUMBER,
};
/* Several rows come back; whether their references hold is known after the last is written. */
static const struct statement unit_copy_statement = {
    .name = "unit_copy",
    .index = UNIT_COPY,
    .writes = true,
    .sqlite = "INSERT INTO unit (id, code, parent_id, size, open)"
              " SELECT id + 10 * ?1, code || ?1, ?1, 0, 1 FROM unit ORDER BY id RETURNING id",
    .params = number_fields,
    .param_count = 1,
    ROWS_OF_NUMBER,
};
static const struct statement unit_slow_statement = {
    .name = "unit_slow",
    .index = UNIT_SLOW,
    .sqlite = "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 1e9)"
              " SELECT count(*) FROM up",
    ROWS_OF_NUMBER,
};
static const struct statement unit_wrong_statement = {
    .name = "unit_wrong",
    .index = UNIT_WRONG,
    .sqlite = "SELECT code FROM unit ORDER BY id",
    ROWS_OF_NUMBER,
};

struct fixture {
    char folder[100];
    char path[256];
    struct store *store;
    struct session *writer;
    struct session *reader;
    struct arena *arena;
};

static inline void fixture_reopen(struct fixture *f)
{
    struct str why = STR_NONE;
    assert_int_equal(store_open(f->path, true, &f->store, &why), STATUS_OK);
    assert_int_equal(store_migrate(f->store, &fixture_schema, &(struct str){ 0 }), STATUS_OK);
    f->writer = store_writer_open(f->store);
    f->reader = store_reader_open(f->store);
    assert_non_null(f->writer);
    assert_non_null(f->reader);
}

static inline void fixture_close(struct fixture *f)
{
    store_session_close(f->reader);
    store_session_close(f->writer);
    store_close(f->store);
    f->reader = f->writer = NULL;
    f->store = NULL;
}

static inline int fixture_set_up(void **state)
{
    static struct fixture fixture;
    struct fixture *f = &fixture;
    const char *parent = getenv("TMPDIR");
    *f = (struct fixture){ .arena = arena_create(8 << 20) };
    snprintf(f->folder, sizeof f->folder, "%s/kheo-store-XXXXXX", parent ? parent : "/tmp");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%.99s/test.db", f->folder);
    log_set_level((enum log_level)(LEVEL_ERROR + 1)); /* nothing: failures are wanted here */
    fixture_reopen(f);
    *state = f;
    return 0;
}

static inline int fixture_tear_down(void **state)
{
    static const char *const names[] = { "test.db",       "test.db-wal", "test.db-shm",
                                         "test.db.lock",  "copy.db",     "copy.db-wal",
                                         "copy.db-shm",   "search.db",   "search.db-wal",
                                         "search.db-shm", "other",       "nen.mbtiles" };
    struct fixture *f = *state;
    char path[256];
    fixture_close(f);
    for (size_t i = 0; i < COUNT(names); i++) {
        snprintf(path, sizeof path, "%s/%s", f->folder, names[i]);
        unlink(path);
    }
    arena_destroy(f->arena);
    return rmdir(f->folder);
}

static inline int64_t insert_unit(struct tx *tx, int64_t id, const char *code)
{
    return store_exec(tx, &unit_insert_statement,
                      &(struct unit){ .id = { id }, .code = str_of(code), .open = true });
}

/* The number of units as a new snapshot sees it. */
static inline int64_t count_units(struct fixture *f)
{
    struct number count = { -1 };
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &unit_count_statement, NULL, &count);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    return count.n;
}

#endif
