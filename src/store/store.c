/* The store above its engine: who may write, failures that stick, and rows in the arena. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/store.h"

#include <string.h>

#include "base/must.h"
#include "store/engine.h"
#include "store/memo.h"
#include "store/lite_pages.h"
#include "store/sums.h"

enum {
    STORE_ARENA_BYTES = 64 << 10,
    FIRST_ROWS = 16,
};

/* --- the file and its connections ------------------------------------------------------------- */

enum claim { CLAIM_NONE, CLAIM_ALL, CLAIM_TURN };

static bool is_remote(struct str url)
{
    return str_starts(url, STR("postgresql://")) || str_starts(url, STR("postgres://"));
}

static struct str without_scheme(struct str url)
{
    return str_starts(url, STR("sqlite:")) ? str_slice(url, STR("sqlite:").n, url.n) : url;
}

static enum status open_file(struct str url, bool creates, enum claim claim, struct store **ret,
                             struct str *ret_why)
{
    const struct engine *engine = is_remote(url) ? &postgres_engine : &sqlite_engine;
    url = without_scheme(url);
    if (engine == &sqlite_engine && str_find(url, STR("://")) < url.n) {
        *ret_why = STR("Không có loại kho dữ liệu này. Sau --db là một tệp, sqlite:TỆP hoặc "
                       "postgresql://vai-trò@máy/kho");
        return STATUS_STORE_FAILED;
    }
    struct arena *arena = arena_create(STORE_ARENA_BYTES);
    if (!arena || url.n > STORE_ARENA_BYTES / 2) {
        arena_destroy(arena);
        *ret_why = STR("Không đủ bộ nhớ, hoặc đường dẫn tới kho dữ liệu quá dài.");
        return STATUS_FULL;
    }
    struct store *store = new(arena, struct store, 1);
    *store = (struct store){
        .engine = engine,
        .database = engine,
        .arena = arena,
        .path = str_equal(url, STR(":memory:")) ? NULL : str_z(arena, url),
        .creates = creates,
        .owns = claim != CLAIM_NONE,
        .joins = engine == &postgres_engine && claim == CLAIM_TURN,
        .lock = -1,
    };
    enum status status = store->engine->open(store, ret_why);
    if (status) {
        store_close(store);
        return status;
    }
    *ret = store;
    return STATUS_OK;
}

enum status store_open(const char *url, bool create, struct store **ret, struct str *ret_why)
{
    return open_file(str_of(url), create, CLAIM_ALL, ret, ret_why);
}

enum status store_look(const char *url, struct store **ret, struct str *ret_why)
{
    return open_file(str_of(url), false, CLAIM_NONE, ret, ret_why);
}

enum status store_join(const char *url, bool create, struct store **ret, struct str *ret_why)
{
    return open_file(str_of(url), create, CLAIM_TURN, ret, ret_why);
}

enum status store_accept_pages(const char *url, void (*visit)(void *context, int64_t page),
                               void *context, struct str *ret_why)
{
    *ret_why = STR("Chỉ kho là một tệp mới có tổng ở từng trang; PostgreSQL tự giữ tổng của nó.");
    return is_remote(str_of(url))
               ? STATUS_NOT_FOUND
               : sqlite_accept_pages(without_scheme(str_of(url)).p, visit, context, ret_why);
}

bool store_is_summed(const struct store *store)
{
    return store->is_summed;
}

int64_t store_damaged_reads(void)
{
    return lite_pages_damaged_reads();
}

bool store_is_shared(const struct store *store)
{
    return store->joins;
}

int64_t store_turn(const struct store *store)
{
    return atomic_load(&store->turn);
}

enum status store_watch(struct store *store, unsigned wait_ms, struct store_news *ret)
{
    must(store->joins);
    return store->database->watch(store, wait_ms, ret);
}

void store_resign(struct store *store)
{
    atomic_store(&store->is_tired, true);
    atomic_store(&store->turn, 0);
}

bool store_read_from(struct store *store, const char *url)
{
    store->copy_url = store->database == &postgres_engine ? url : NULL;
    return store->copy_url != NULL;
}

bool store_has_copy(const struct store *store)
{
    return store->copy_url != NULL;
}

struct session *store_page_reader_open(struct store *store)
{
    struct session *reader = store_reader_open(store);
    if (reader) {
        reader->may_lag = store_has_copy(store);
    }
    return reader;
}

void store_note_batch(struct store *store, int64_t batch)
{
    long long noted = atomic_load(&store->noted_batch);
    while (noted < batch && !atomic_compare_exchange_weak(&store->noted_batch, &noted, batch)) {
    }
}

int64_t store_noted_batch(const struct store *store)
{
    return atomic_load(&store->noted_batch);
}

void store_reader_needs(struct session *reader, int64_t batch)
{
    reader->needs_batch = batch;
}

void store_reader_lingers(struct session *reader)
{
    reader->lingers = true;
}

void store_reader_rest(struct session *reader)
{
    if (reader->lingers && reader->store->database->rest) {
        reader->store->database->rest(reader);
    }
}

void store_close(struct store *store)
{
    if (store) {
        must(!store->has_writer);
        store->database->close(store);
        arena_destroy(store->arena);
    }
}

struct session *store_reader_open(struct store *store)
{
    return store->engine->session_open(store, SESSION_READ);
}

struct session *store_writer_open(struct store *store)
{
    if (!store_turn(store) || atomic_exchange(&store->has_writer, true)) {
        return NULL;
    }
    struct session *writer = store->engine->session_open(store, SESSION_WRITE);
    if (writer) {
        writer->memo = memo_open();
        writer->sums = sums_open();
    }
    if (!writer) {
        store->has_writer = false;
    }
    return writer;
}

struct session *store_aside_open(struct store *store)
{
    return store->joins ? store->engine->session_open(store, SESSION_ASIDE) : NULL;
}

uint64_t store_session_generation(const struct session *session)
{
    return session->generation;
}

void store_session_close(struct session *session)
{
    if (!session) {
        return;
    }
    struct store *store = session->store;
    bool was_writer = session->use == SESSION_WRITE;
    memo_close(session->memo);
    sums_close(session->sums);
    store->engine->session_close(session);
    if (was_writer) {
        store->has_writer = false;
    }
}

int64_t store_checkpoint(struct session *writer)
{
    return writer->store->engine->checkpoint(writer);
}

bool store_cut_log(struct session *writer)
{
    return !writer->store->engine->cut_log || writer->store->engine->cut_log(writer);
}

void store_fold_aside(struct session *writer)
{
    if (writer->store->engine->fold_aside) {
        writer->store->engine->fold_aside(writer);
    }
}

bool store_replicates(struct store *store, struct str *ret_why)
{
    return store->database->replicates(store, ret_why);
}

enum status store_backup(struct snap *snap, const char *path,
                         bool (*tell)(void *context, int64_t done, int64_t total), void *context)
{
    struct session *session = snap->conn.session;
    return snap->conn.failed ? snap->conn.failed
                             : session->store->engine->backup(session, path, tell, context);
}

enum status store_integrity(struct store *store, void (*visit)(void *context, struct str fault),
                            void *context)
{
    return store->engine->check(store, visit, context);
}

/* --- sums that wait --------------------------------------------------------------------------- */

static void put(struct conn *conn, const struct statement *statement, const void *args)
{
    if (!conn->failed) {
        conn->queries++;
        memo_note_write(conn->session->memo, statement);
        conn->failed = conn->session->store->engine->put(conn->session, statement, args);
    }
}

static void write_sums(struct conn *conn)
{
    const struct statement *statement;
    const void *args;
    while (conn->session->sums && sums_take(conn->session->sums, &statement, &args)) {
        put(conn, statement, args);
    }
}

/* Whoever reads or writes one of their tables must find them there. */
static void write_sums_of(struct conn *conn, const struct statement *statement)
{
    if (sums_touch(conn->session->sums, statement->touches)) {
        write_sums(conn);
    }
}

/* --- transactions ----------------------------------------------------------------------------- */

static const struct engine *engine_of(const struct session *session)
{
    return session->store->engine;
}

static void begin(struct session *session, struct arena *arena, unsigned budget_ms,
                  struct conn *ret)
{
    session->budget_ms = budget_ms;
    session->is_marked = false;
    *ret = (struct conn){ .arena = arena, .session = session };
    ret->failed = engine_of(session)->verb(session, VERB_BEGIN);
}

static enum status end(struct conn *conn, enum verb verb)
{
    const struct engine *engine = engine_of(conn->session);
    if (verb == VERB_COMMIT) {
        write_sums(conn);
    }
    sums_drop(conn->session->sums);
    if (!conn->failed && verb == VERB_COMMIT) {
        conn->failed = engine->verb(conn->session, VERB_COMMIT);
    }
    if (conn->failed || verb == VERB_ROLLBACK) {
        must(engine->verb(conn->session, VERB_ROLLBACK) == STATUS_OK);
    }
    return conn->failed;
}

void snap_begin(struct session *session, struct arena *arena, unsigned budget_ms, struct snap *ret)
{
    must(session->use == SESSION_READ);
    begin(session, arena, budget_ms, &ret->conn);
}

enum status snap_end(struct snap *snap)
{
    return end(&snap->conn, VERB_COMMIT);
}

void snap_unwound(struct snap *snap)
{
    engine_of(snap->conn.session)->unwound(snap->conn.session);
}

void tx_begin(struct session *session, struct arena *arena, struct tx *ret)
{
    must(session->use != SESSION_READ);
    memo_begin(session->memo);
    ret->trusts = false;
    begin(session, arena, 0, &ret->conn);
}

enum status tx_commit(struct tx *tx)
{
    must(!tx->conn.session->is_marked || tx->conn.failed);
    return end(&tx->conn, VERB_COMMIT);
}

void tx_rollback(struct tx *tx)
{
    (void)end(&tx->conn, VERB_ROLLBACK);
}

void tx_mark(struct tx *tx)
{
    struct session *session = tx->conn.session;
    must(!session->is_marked || tx->conn.failed);
    write_sums(&tx->conn);
    if (!tx->conn.failed) {
        tx->conn.failed = engine_of(session)->verb(session, VERB_MARK);
        session->is_marked = !tx->conn.failed;
    }
}

void tx_keep(struct tx *tx)
{
    struct session *session = tx->conn.session;
    write_sums(&tx->conn);
    if (!tx->conn.failed) {
        tx->conn.failed = engine_of(session)->verb(session, VERB_KEEP);
        session->is_marked = tx->conn.failed;
    }
}

/* A constraint or a broken row is the statement's own affair: undone, it has left nothing. */
void tx_undo(struct tx *tx)
{
    struct session *session = tx->conn.session;
    enum status failed = tx->conn.failed;
    bool can_heal = failed == STATUS_OK || failed == STATUS_CONFLICT || failed == STATUS_BROKEN;
    if (session->is_marked && can_heal) {
        tx->conn.failed = engine_of(session)->verb(session, VERB_UNDO);
    }
    session->is_marked = false;
    memo_forget(session->memo);
    sums_drop(session->sums);
}

/* --- statements ------------------------------------------------------------------------------- */

static bool run(struct conn *conn, const struct statement *statement, const void *args)
{
    write_sums_of(conn, statement);
    if (conn->failed) {
        return false;
    }
    conn->queries++;
    if (statement->writes) {
        memo_note_write(conn->session->memo, statement);
    }
    conn->failed = engine_of(conn->session)->run(conn->session, statement, args);
    return !conn->failed;
}

static bool step(struct conn *conn, const struct statement *statement, struct arena *arena,
                 void *row)
{
    bool found = false;
    conn->failed = engine_of(conn->session)->step(conn->session, statement, arena, row, &found);
    return found;
}

bool store_one(struct conn *conn, const struct statement *statement, const void *args, void *ret)
{
    struct memo *memo = conn->session->memo;
    struct rows kept;
    memset(ret, 0, statement->row_size_bytes);
    if (!conn->failed && memo_find(memo, statement, args, &kept)) {
        memcpy(ret, kept.rows, kept.count * statement->row_size_bytes);
        return kept.count > 0;
    }
    if (!run(conn, statement, args)) {
        return false;
    }
    bool found = step(conn, statement, conn->arena, ret);
    engine_of(conn->session)->end(conn->session, statement);
    if (conn->failed) {
        memset(ret, 0, statement->row_size_bytes);
        return false;
    }
    memo_keep(memo, statement, args, (struct rows){ ret, found });
    return found;
}

struct rows store_many(struct conn *conn, const struct statement *statement, const void *args)
{
    const size_t size = statement->row_size_bytes;
    size_t capacity = FIRST_ROWS;
    size_t count = 0;
    struct rows kept;
    if (!conn->failed && memo_find(conn->session->memo, statement, args, &kept)) {
        char *copied = arena_alloc(conn->arena, kept.count, size);
        memcpy(copied, kept.rows, kept.count * size);
        return (struct rows){ copied, kept.count };
    }
    if (!run(conn, statement, args)) {
        return (struct rows){ NULL, 0 };
    }
    char *rows = arena_alloc(conn->arena, capacity, size);
    while (step(conn, statement, conn->arena, rows + count * size)) {
        count++;
        if (count == capacity) {
            capacity *= 2;
            rows = memcpy(arena_alloc(conn->arena, capacity, size), rows, count * size);
        }
    }
    engine_of(conn->session)->end(conn->session, statement);
    if (conn->failed) {
        return (struct rows){ NULL, 0 };
    }
    memo_keep(conn->session->memo, statement, args, (struct rows){ rows, count });
    return (struct rows){ rows, count };
}

void store_each(struct conn *conn, const struct statement *statement, const void *args,
                bool (*visit)(void *context, const void *row), void *context)
{
    struct session *session = conn->session;
    session->streams = true;
    bool is_running = run(conn, statement, args);
    session->streams = false;
    if (!is_running) {
        return;
    }
    void *row = arena_alloc(conn->arena, 1, statement->row_size_bytes);
    while (step(conn, statement, NULL, row) && visit(context, row) && !conn->failed) {
    }
    engine_of(conn->session)->end(conn->session, statement);
}

int64_t store_exec(struct tx *tx, const struct statement *statement, const void *args)
{
    struct conn *conn = &tx->conn;
    if (!run(conn, statement, args)) {
        return 0;
    }
    while (step(conn, statement, NULL, NULL)) {
    }
    int64_t changes = engine_of(conn->session)->end(conn->session, statement);
    return conn->failed ? 0 : changes;
}

void store_put(struct tx *tx, const struct statement *statement, const void *args)
{
    write_sums_of(&tx->conn, statement);
    put(&tx->conn, statement, args);
}

/* The memo hears of it now: an answer that it had is true no more. */
void store_sum(struct tx *tx, const struct statement *statement, const void *args)
{
    struct sums *sums = tx->conn.session->sums;
    if (!sums || !tx->conn.session->is_marked) {
        put(&tx->conn, statement, args);
        return;
    }
    memo_note_write(tx->conn.session->memo, statement);
    if (!sums_add(sums, statement, args)) {
        write_sums(&tx->conn);
        if (!sums_add(sums, statement, args)) {
            put(&tx->conn, statement, args);
        }
    }
}

bool store_none(struct tx *tx, const struct statement *statement, const void *args)
{
    struct conn *conn = &tx->conn;
    const struct engine *engine = engine_of(conn->session);
    if (tx->trusts && engine->expect_none) {
        write_sums_of(conn, statement);
        if (!conn->failed) {
            conn->queries++;
            conn->failed = engine->expect_none(conn->session, statement, args);
        }
        return true;
    }
    if (!run(conn, statement, args)) {
        return true;
    }
    bool found = step(conn, statement, NULL, NULL);
    engine->end(conn->session, statement);
    return !found;
}
