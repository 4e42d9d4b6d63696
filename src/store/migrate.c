/* Migrations: each folder's, in order, each once, each in a transaction of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/log.h"
#include "base/must.h"
#include "store/engine.h"

enum { MIGRATE_ARENA_BYTES = 1 << 20 };

/* Which were applied. The one table that no folder owns. */
static const struct migration bookkeeping = {
    .owner = "store",
    .sqlite = "CREATE TABLE IF NOT EXISTS schema_migration (owner TEXT NOT NULL,"
              " number INTEGER NOT NULL, PRIMARY KEY (owner, number)) STRICT, WITHOUT ROWID",
    .postgres = "CREATE TABLE IF NOT EXISTS schema_migration (owner TEXT COLLATE \"C\" NOT NULL,"
                " number BIGINT NOT NULL, PRIMARY KEY (owner, number))",
};

struct applied {
    struct str owner;
    int64_t number;
};

static const struct field applied_fields[] = {
    { .name = "owner", .kind = FIELD_TEXT, .offset = offsetof(struct applied, owner) },
    { .name = "number", .kind = FIELD_INT, .offset = offsetof(struct applied, number) },
};

/* Their indexes are free: the session is migration's own. */
static const struct statement applied_list = {
    .name = "applied_list",
    .sqlite = "SELECT owner, number FROM schema_migration ORDER BY owner, number",
    .postgres = "SELECT owner, number FROM schema_migration ORDER BY owner, number",
    .index = 0,
    .columns = applied_fields,
    .column_count = COUNT(applied_fields),
    .row_size_bytes = sizeof(struct applied),
};

static const struct statement applied_insert = {
    .name = "applied_insert",
    .sqlite = "INSERT INTO schema_migration (owner, number) VALUES (?1, ?2)",
    .postgres = "INSERT INTO schema_migration (owner, number) VALUES ($1, $2)",
    .index = 1,
    .params = applied_fields,
    .param_count = COUNT(applied_fields),
    .writes = true,
};

static bool is_applied(const struct rows *applied, const struct migration *migration)
{
    const struct applied *list = applied->rows;
    for (size_t i = 0; i < applied->count; i++) {
        if (list[i].number == migration->number &&
            str_equal(list[i].owner, str_of(migration->owner))) {
            return true;
        }
    }
    return false;
}

/* A file that a later program wrote must not be touched by this one. A folder that was deleted is
 * another matter: its tables are left alone. */
static bool is_newer(const struct rows *applied, const struct schema *what)
{
    const struct applied *list = applied->rows;
    for (size_t i = 0; i < applied->count; i++) {
        int64_t last = 0;
        for (size_t k = 0; k < what->migration_count; k++) {
            if (str_equal(list[i].owner, str_of(what->migrations[k].owner))) {
                last = what->migrations[k].number > last ? what->migrations[k].number : last;
            }
        }
        if (last && list[i].number > last) {
            return true;
        }
    }
    return false;
}

/* The script and the note that it was applied, or neither. */
static enum status apply(struct session *session, struct arena *arena,
                         const struct migration *migration)
{
    struct tx tx;
    tx_begin(session, arena, &tx);
    if (!tx.conn.failed) {
        tx.conn.failed = session->store->engine->script(session, migration);
    }
    if (migration->number) {
        store_exec(&tx, &applied_insert,
                   &(struct applied){ str_of(migration->owner), migration->number });
    }
    return tx_commit(&tx);
}

static enum status apply_all(struct session *session, struct arena *arena,
                             const struct schema *what)
{
    struct tx tx;
    enum status status = apply(session, arena, &bookkeeping);
    tx_begin(session, arena, &tx);
    tx.conn.failed = tx.conn.failed ? tx.conn.failed : status;
    struct rows applied = store_many(&tx.conn, &applied_list, NULL);
    status = tx_commit(&tx);
    if (!status && is_newer(&applied, what)) {
        log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "migrate"),
                  LOG_WORD("why", "the database is newer than this program"));
        status = STATUS_STORE_FAILED;
    }
    for (size_t i = 0; !status && i < what->migration_count; i++) {
        const struct migration *migration = &what->migrations[i];
        status = is_applied(&applied, migration) ? STATUS_OK : apply(session, arena, migration);
        if (status) {
            log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "migrate"),
                      LOG_WORD("owner", migration->owner), LOG_INT("number", migration->number));
        }
    }
    return status;
}

enum status store_migrate(struct store *store, const struct schema *what)
{
    struct arena *arena = arena_create(MIGRATE_ARENA_BYTES);
    struct session *session =
        store->owns ? store->engine->session_open(store, SESSION_MIGRATE) : NULL;
    enum status status = arena && session ? apply_all(session, arena, what) : STATUS_STORE_FAILED;
    store_session_close(session);
    arena_destroy(arena);
    return status;
}
