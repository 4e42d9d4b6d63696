/* Reading a table through, to know it by its digest or to write it down elsewhere. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/copy.h"

#include <string.h>

#include "base/must.h"
#include "store/engine.h"

/* A row at a time is in memory; the largest are photos' keys and letters. */
enum { COPY_ARENA_BYTES = 64 << 20, PROGRESS_ROWS = 10000, COLUMNS_MAX = 64 };

struct reading {
    const struct table *table;
    struct arena *arena;
    struct table_state state;
};

struct carrying {
    const struct table *table;
    const struct copy_progress *progress;
    struct tx tx;
    int64_t rows;
};

static enum status read_through(struct store *store, const struct table *table, struct arena *arena,
                                bool (*visit)(void *context, const void *row), void *context)
{
    struct snap snap;
    struct session *session = store_reader_open(store);
    if (!session) {
        return STATUS_STORE_FAILED;
    }
    snap_begin(session, arena, 0, &snap);
    store_each(&snap.conn, &table->read, NULL, visit, context);
    enum status status = snap_end(&snap);
    store_session_close(session);
    return status;
}

/* Present and absent, and where a field ends, are in the hash: a length and a byte before each. */
static bool digest_row(void *context, const void *row)
{
    struct reading *reading = context;
    struct arena_mark mark = arena_mark(reading->arena);
    struct str parts[COLUMNS_MAX + 1];
    const struct statement *read = &reading->table->read;
    must(read->column_count <= COLUMNS_MAX);
    parts[0] = hash_str(&reading->state.digest);
    for (size_t i = 0; i < read->column_count; i++) {
        struct str text = field_canonical(&read->columns[i], row, reading->arena);
        parts[i + 1] =
            str_printf(reading->arena, "%c%zu:%.*s", text.p ? '+' : '-', text.n, STR_ARG(text));
    }
    reading->state.digest = hash_of_parts(parts, (size_t)read->column_count + 1);
    reading->state.rows++;
    arena_undo(reading->arena, mark);
    return true;
}

enum status store_table_state(struct store *store, const struct table *table,
                              struct table_state *ret)
{
    struct reading reading = { .table = table, .arena = arena_create(COPY_ARENA_BYTES) };
    if (!reading.arena) {
        return STATUS_FULL;
    }
    enum status status = read_through(store, table, reading.arena, digest_row, &reading);
    arena_destroy(reading.arena);
    *ret = reading.state;
    return status;
}

bool table_state_equal(struct table_state a, struct table_state b)
{
    return a.rows == b.rows && hash_equal(a.digest, b.digest);
}

static bool carry_row(void *context, const void *row)
{
    struct carrying *carrying = context;
    store_put(&carrying->tx, &carrying->table->write, row);
    carrying->rows++;
    if (carrying->rows % PROGRESS_ROWS == 0) {
        carrying->progress->tell(carrying->progress->context, carrying->rows);
    }
    return !carrying->tx.conn.failed;
}

enum status store_table_copy(struct store *from, struct store *to, const struct table *table,
                             const struct copy_progress *progress)
{
    static const struct migration defer = { .owner = "store",
                                            .sqlite = "PRAGMA defer_foreign_keys = ON",
                                            .postgres = "SET CONSTRAINTS ALL DEFERRED" };
    struct carrying carrying = { .table = table, .progress = progress };
    struct arena *arena = arena_create(COPY_ARENA_BYTES);
    struct session *session =
        to->owns && arena ? to->engine->session_open(to, SESSION_MIGRATE) : NULL;
    enum status status = STATUS_STORE_FAILED;
    if (session) {
        tx_begin(session, arena, &carrying.tx);
        if (!carrying.tx.conn.failed) {
            carrying.tx.conn.failed = to->engine->script(session, &defer);
        }
        store_put(&carrying.tx, &table->clear, NULL);
        status = read_through(from, table, arena, carry_row, &carrying);
        if (status == STATUS_OK) {
            status = tx_commit(&carrying.tx);
        } else {
            tx_rollback(&carrying.tx);
        }
    }
    store_session_close(session);
    arena_destroy(arena);
    return status;
}
