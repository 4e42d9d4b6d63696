/* PostgreSQL as the store's engine: a connection a session, statements prepared when first used. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/must.h"
#include "base/out.h"
#include "base/wait.h"
#include "store/engine.h"
#include "store/pg.h"
#include "store/pg_fields.h"
#include "store/turn.h"

enum {
    NAME_BYTES_MAX = 24,
    BEGIN_BYTES_MAX = 160,
    DECLARE_BYTES_MAX = 8192,
    CACHE_GROWTH = 64,
    SENT_MAX = 256,
    SENT_MORE = 16, /* begins, marks and ends beside them */
    BUDGET_UNKNOWN = INT32_MAX,
    COPY_AWAY_MS = 5000, /* a copy that did not answer is left alone for so long */
    COPY_WAIT_MS = 2000, /* for one answer, where the statement has no budget */
};

static const char READER_SETTINGS[] = PG_COMMON_SETTINGS "SET default_transaction_read_only = on;";
static const char WRITER_SETTINGS[] = PG_WRITER_SETTINGS TURN_LEASE_SETTING;

/* What guard_writer() is on SQLite: of the ledger's past only a leaf's record may change. Here it
 * binds everyone who writes, an operator with psql too. */
static const char GUARD_PAST[] =
    "CREATE OR REPLACE FUNCTION store_guard_past() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'ledger_leaf'"
    " AND to_jsonb(NEW) - 'record' = to_jsonb(OLD) - 'record' THEN RETURN NEW; END IF;"
    " RAISE EXCEPTION 'the past of the ledger does not change'; END $$;"
    "DO $$ DECLARE name TEXT; BEGIN"
    " FOREACH name IN ARRAY ARRAY['ledger_leaf', 'ledger_node', 'ledger_checkpoint'] LOOP"
    " IF to_regclass(name) IS NOT NULL AND NOT EXISTS (SELECT FROM pg_trigger"
    " WHERE tgrelid = to_regclass(name) AND tgname = 'store_past') THEN"
    " EXECUTE format('CREATE TRIGGER store_past BEFORE UPDATE OR DELETE ON %I FOR EACH ROW"
    " EXECUTE FUNCTION store_guard_past()', name);"
    " EXECUTE format('CREATE TRIGGER store_past_whole BEFORE TRUNCATE ON %I"
    " EXECUTE FUNCTION store_guard_past()', name);"
    " END IF; END LOOP; END $$;";

struct slot {
    uint64_t generation; /* of the connection that prepared it; 0: none did */
    PGresult *result;    /* NULL: not running */
    int row;             /* the next one of the result */
    bool is_streaming;   /* there may be more behind the result: a cursor */
};

struct postgres_session {
    struct session base;
    struct pg pg;
    struct slot *cache; /* by statement->index */
    size_t cache_count;
    char begin[BEGIN_BYTES_MAX];
    const char *commit; /* tells others, where others hear of it */
    int64_t turn;       /* of a writer: the one in which it was opened */
    /* Statements whose answers were not read yet, not 0 only in pipeline mode; and which of them
     * must give no row. */
    unsigned sent;
    bool expects_none[SENT_MAX + SENT_MORE];
    /* A reader's transaction begins with its first statement, and its end is not waited for. */
    bool begins;
    bool ends;
    unsigned budget_ms; /* as the server knows it; BUDGET_UNKNOWN */
    /* Of a reader that may ask a copy of the database: the session there, whether this snapshot is
     * taken from it, and until when it is left alone. */
    struct postgres_session *copy;
    bool is_on_copy;
    /* Of that session: the newest batch that it has, as it tells with its BEGIN; -1: not told. */
    bool is_copy;
    int64_t batch;
};

static struct turn *turn_of(struct store *store)
{
    return store->ground;
}

static struct postgres_session *own_side_of(struct session *session)
{
    return (struct postgres_session *)(void *)session;
}

/* Where its transaction is under way. */
static struct postgres_session *side_of(struct session *session)
{
    struct postgres_session *side = own_side_of(session);
    return side->is_on_copy ? side->copy : side;
}

/* --- the database ----------------------------------------------------------------------------- */

static enum status postgres_open(struct store *store, struct str *ret_why)
{
    struct turn *turn = new(store->arena, struct turn, 1);
    store->ground = turn;
    return turn_open(store, turn, ret_why);
}

static void postgres_close(struct store *store)
{
    if (turn_of(store)) {
        turn_close(turn_of(store));
    }
}

static enum status postgres_watch(struct store *store, unsigned wait_ms, struct store_news *ret)
{
    return turn_watch(store, turn_of(store), wait_ms, ret);
}

/* --- sessions --------------------------------------------------------------------------------- */

static struct postgres_session *open_side(struct store *store, const char *url,
                                          enum session_use use)
{
    struct str why;
    struct postgres_session *side = calloc(1, sizeof *side);
    bool reads = use == SESSION_READ;
    if (!side || pg_open(url, reads ? READER_SETTINGS : WRITER_SETTINGS, &side->pg, &why)) {
        free(side);
        return NULL;
    }
    side->base = (struct session){ .store = store, .use = use };
    side->turn = store_turn(store);
    side->budget_ms = BUDGET_UNKNOWN;
    side->commit = reads                  ? "COMMIT"
                   : use == SESSION_ASIDE ? TURN_TELL_ORDERS "COMMIT"
                                          : TURN_TELL_COMMIT "COMMIT";
    struct out begin = out_fixed(side->begin, sizeof side->begin);
    if (reads) {
        out_lit(&begin, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    } else if (use == SESSION_ASIDE) {
        out_lit(&begin, "BEGIN");
    } else {
        /* The row's lock lasts until the end, so whoever takes over waits for it. */
        out_lit(&begin, "BEGIN; UPDATE store_owner SET commits = commits + 1 RETURNING epoch");
    }
    out_char(&begin, '\0');
    must(!begin.overflowed);
    return side;
}

static struct session *postgres_session_open(struct store *store, enum session_use use)
{
    struct postgres_session *side = open_side(store, store->path, use);
    return side ? &side->base : NULL;
}

static void close_side(struct postgres_session *side)
{
    for (size_t i = 0; i < side->cache_count; i++) {
        libpq.clear(side->cache[i].result);
    }
    pg_close(&side->pg);
    free(side->cache);
    free(side);
}

static void postgres_session_close(struct session *session)
{
    struct postgres_session *side = own_side_of(session);
    if (side->copy) {
        close_side(side->copy);
    }
    close_side(side);
}

/* --- the pipeline ----------------------------------------------------------------------------- */

/* Every wait for an answer costs as much as a small statement. So what need not be answered at once
 * is sent on (libpq's pipeline mode), and the answers are read with the next one that matters. */

static enum status note_sent(struct postgres_session *side, int was_sent, const char *deed)
{
    if (!was_sent) {
        return pg_status(&side->pg, NULL, deed);
    }
    must(side->sent < COUNT(side->expects_none));
    side->expects_none[side->sent++] = false;
    return STATUS_OK;
}

/* A copy that hangs must not hold up pages: libpq itself would wait for ever. */
static bool has_come(struct postgres_session *side)
{
    int64_t until_ms =
        monotonic_ms() + (side->base.budget_ms ? side->base.budget_ms : COPY_WAIT_MS);
    struct pollfd socket = { .fd = libpq.socket(side->pg.conn), .events = POLLIN };
    while (!side->pg.is_broken && libpq.isBusy(side->pg.conn)) {
        int64_t left_ms = until_ms - monotonic_ms();
        if (left_ms <= 0 || poll(&socket, 1, (int)left_ms) == 0 ||
            !libpq.consumeInput(side->pg.conn)) {
            return false;
        }
    }
    return !side->pg.is_broken;
}

/* The answer whose turn it is. After a failure the server skips the rest, which says no more. */
static enum status read_answer(struct postgres_session *side, const char *deed, PGresult **ret_last)
{
    if (side->is_copy && !has_come(side)) {
        side->pg.is_broken = true;
        return STATUS_STORE_FAILED;
    }
    PGresult *result = libpq.getResult(side->pg.conn);
    bool was_skipped = libpq.resultStatus(result) == PGRES_PIPELINE_ABORTED;
    enum status status = was_skipped ? STATUS_OK : pg_status(&side->pg, result, deed);
    if (side->is_copy && side->batch < 0 && libpq.resultStatus(result) == PGRES_TUPLES_OK) {
        side->batch =
            libpq.ntuples(result) > 0 ? strtoll(libpq.getvalue(result, 0, 0), NULL, 10) : 0;
    }
    libpq.clear(*ret_last);
    *ret_last = result;
    libpq.clear(libpq.getResult(side->pg.conn)); /* the end of this statement's answers */
    return status;
}

/* Waits for all that was sent. The first failure counts; the last statement's answer is for the
 * caller to clear. */
static enum status settle_keeping(struct postgres_session *side, const char *deed,
                                  PGresult **ret_last)
{
    enum status status = STATUS_OK;
    *ret_last = NULL;
    if (side->sent == 0) {
        return STATUS_OK;
    }
    (void)libpq.pipelineSync(side->pg.conn);
    for (unsigned i = 0; i < side->sent; i++) {
        enum status answer = read_answer(side, deed, ret_last);
        bool is_refuted = !answer && side->expects_none[i] && libpq.ntuples(*ret_last) > 0;
        status = status ? status : is_refuted ? STATUS_CONFLICT : answer;
    }
    side->sent = 0;
    libpq.clear(libpq.getResult(side->pg.conn)); /* the sync */
    (void)libpq.exitPipelineMode(side->pg.conn);
    return status;
}

static enum status settle(struct postgres_session *side, const char *deed)
{
    PGresult *last;
    enum status status = settle_keeping(side, deed, &last);
    libpq.clear(last);
    return status;
}

static enum status send_verb(struct postgres_session *side, const char *sql, const char *deed)
{
    (void)libpq.enterPipelineMode(side->pg.conn);
    return note_sent(side, libpq.sendQueryParams(side->pg.conn, sql, 0, NULL, NULL, NULL, NULL, 0),
                     deed);
}

/* --- transactions ----------------------------------------------------------------------------- */

/* In a transaction that goes on. What else was sent keeps its turn in front of it. */
static void close_cursor(struct postgres_session *side, size_t index)
{
    char text[NAME_BYTES_MAX * 2];
    struct out out = out_fixed(text, sizeof text);
    PGTransactionStatusType status = libpq.transactionStatus(side->pg.conn);
    /* ACTIVE: what was sent before has not been answered yet. */
    if (side->cache[index].is_streaming &&
        (status == PQTRANS_INTRANS || status == PQTRANS_ACTIVE)) {
        out_printf(&out, "CLOSE k%u", (unsigned)index);
        out_char(&out, '\0');
        must(!out.overflowed);
        (void)send_verb(side, text, "close");
    }
}

static void end_all(struct postgres_session *side)
{
    for (size_t i = 0; i < side->cache_count; i++) {
        libpq.clear(side->cache[i].result);
        side->cache[i].result = NULL;
    }
}

/* On its way, together with the statement that comes next. */
static enum status send_begin(struct postgres_session *side)
{
    enum status status = STATUS_OK;
    if (side->budget_ms != side->base.budget_ms) {
        char text[BEGIN_BYTES_MAX];
        struct out out = out_fixed(text, sizeof text);
        out_printf(&out, "SET statement_timeout = %u", side->base.budget_ms);
        out_char(&out, '\0');
        must(!out.overflowed);
        status = send_verb(side, text, "budget");
        side->budget_ms = side->base.budget_ms;
    }
    status = status ? status : send_verb(side, side->begin, "begin");
    side->batch = side->is_copy ? -1 : 0;
    return status || !side->is_copy ? status : send_verb(side, PG_NEWEST_BATCH, "batch");
}

/* Nothing depends on its answer: what was read was one state of the data already. */
static enum status end_reading(struct postgres_session *side)
{
    enum status status = settle(side, "commit");
    if (!status && !side->begins) {
        side->ends = libpq.sendQuery(side->pg.conn, side->commit) == 1;
        side->pg.is_broken |= !side->ends;
    }
    side->begins = false;
    return status;
}

/* The answer to the end of the last transaction has come long ago. */
static void hear_end(struct postgres_session *side)
{
    for (PGresult *result; side->ends && (result = libpq.getResult(side->pg.conn));
         libpq.clear(result)) {
        side->pg.is_broken |= libpq.resultStatus(result) != PGRES_COMMAND_OK;
    }
    side->ends = false;
}

static enum status begin_writing(struct postgres_session *side)
{
    int64_t epoch = 0;
    enum status status = pg_begin(&side->pg, side->begin, &epoch);
    side->base.generation = side->pg.generation;
    if (!status && side->base.use != SESSION_ASIDE && epoch != side->turn) {
        long long turn = side->turn;
        (void)atomic_compare_exchange_strong(&side->base.store->turn, &turn, 0);
        log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "begin"),
                  LOG_WORD("postgres", "another server has taken over"));
        status = STATUS_STORE_FAILED;
    }
    return status;
}

/* An answer that does not say COMMIT is a rollback; one with a warning is not known. */
static enum status commit(struct postgres_session *side)
{
    enum status status = settle(side, "commit");
    if (status) {
        return status;
    }
    side->pg.was_warned = false;
    PGresult *result = libpq.exec(side->pg.conn, side->commit);
    status = pg_status(&side->pg, result, "commit");
    if (!status && (strcmp(libpq.cmdStatus(result), "COMMIT") != 0 || side->pg.was_warned)) {
        log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "commit"),
                  LOG_WORD("postgres", "not confirmed"));
        status = STATUS_STORE_FAILED;
    }
    libpq.clear(result);
    return status;
}

static void roll_back(struct postgres_session *side)
{
    side->begins = false;
    side->budget_ms = BUDGET_UNKNOWN;
    (void)settle(side, "rollback");
    /* A broken connection has rolled back by itself. */
    if (libpq.transactionStatus(side->pg.conn) != PQTRANS_IDLE && !side->pg.is_broken) {
        pg_try(&side->pg, "ROLLBACK");
    }
}

static void postgres_unwound(struct session *session)
{
    struct postgres_session *side = side_of(session);
    for (size_t i = 0; i < side->cache_count; i++) {
        if (side->cache[i].result) {
            close_cursor(side, i);
        }
    }
    end_all(side);
}

static enum status postgres_verb(struct session *session, enum verb verb)
{
    struct postgres_session *side = side_of(session);
    bool reads = session->use == SESSION_READ;
    enum status status;
    end_all(side);
    switch (verb) {
    case VERB_BEGIN:
        side->begins = reads;
        return reads ? STATUS_OK : begin_writing(side);
    case VERB_COMMIT:
        status = reads ? end_reading(side) : commit(side);
        own_side_of(session)->is_on_copy &= status != STATUS_OK;
        return status;
    case VERB_ROLLBACK:
        roll_back(side);
        own_side_of(session)->is_on_copy = false;
        return STATUS_OK;
    case VERB_MARK:
        return send_verb(side, "SAVEPOINT mark", "mark");
    case VERB_KEEP:
        status = send_verb(side, "RELEASE mark", "keep");
        return status ? status : settle(side, "keep");
    case VERB_UNDO:
    case VERB_COUNT:
        break;
    }
    must(verb == VERB_UNDO);
    (void)settle(side, "undo");
    return pg_exec(&side->pg, "ROLLBACK TO mark; RELEASE mark", "undo");
}

/* --- statements ------------------------------------------------------------------------------- */

static struct slot *slot_of(struct postgres_session *side, const struct statement *statement)
{
    if (statement->index >= side->cache_count) {
        size_t count = (size_t)statement->index + CACHE_GROWTH;
        struct slot *cache = realloc(side->cache, count * sizeof *cache);
        if (!cache) {
            return NULL;
        }
        memset(cache + side->cache_count, 0, (count - side->cache_count) * sizeof *cache);
        side->cache = cache;
        side->cache_count = count;
    }
    return &side->cache[statement->index];
}

static const char *name_of(const struct statement *statement, char buffer[NAME_BYTES_MAX])
{
    struct out out = out_fixed(buffer, NAME_BYTES_MAX);
    out_printf(&out, "k%u", (unsigned)statement->index);
    out_char(&out, '\0');
    return buffer;
}

/* Once per connection; a pipeline has no place for it. */
static enum status prepare(struct postgres_session *side, struct slot *slot,
                           const struct statement *statement, const struct pg_arguments *args)
{
    char name[NAME_BYTES_MAX];
    if (slot->generation == side->pg.generation) {
        return STATUS_OK;
    }
    enum status status = settle(side, statement->name);
    if (status) {
        return status;
    }
    PGresult *prepared = libpq.prepare(side->pg.conn, name_of(statement, name), statement->postgres,
                                       statement->param_count, args->types);
    status = pg_status(&side->pg, prepared, statement->name);
    libpq.clear(prepared);
    slot->generation = status ? 0 : side->pg.generation;
    return status;
}

static enum status send(struct postgres_session *side, const struct statement *statement,
                        const struct pg_arguments *args)
{
    char name[NAME_BYTES_MAX];
    (void)libpq.enterPipelineMode(side->pg.conn);
    return note_sent(side,
                     libpq.sendQueryPrepared(side->pg.conn, name_of(statement, name),
                                             statement->param_count, args->values, args->lengths,
                                             args->formats, PG_BINARY),
                     statement->name);
}

static enum status run_whole(struct postgres_session *side, struct slot *slot,
                             const struct statement *statement, const struct pg_arguments *args)
{
    enum status status = prepare(side, slot, statement, args);
    status = status ? status : send(side, statement, args);
    return status ? status : settle_keeping(side, statement->name, &slot->result);
}

static enum status send_on(struct session *session, const struct statement *statement,
                           const void *args, bool expects_none)
{
    struct postgres_session *side = side_of(session);
    struct slot *slot = slot_of(side, statement);
    struct pg_arguments arguments;
    if (!slot) {
        return STATUS_FULL;
    }
    pg_arguments(&arguments, statement, args);
    enum status status = prepare(side, slot, statement, &arguments);
    status = status ? status : send(side, statement, &arguments);
    if (status) {
        return status;
    }
    side->expects_none[side->sent - 1] = expects_none;
    return side->sent < SENT_MAX ? STATUS_OK : settle(side, statement->name);
}

static enum status postgres_put(struct session *session, const struct statement *statement,
                                const void *args)
{
    return send_on(session, statement, args, false);
}

static enum status postgres_expect_none(struct session *session, const struct statement *statement,
                                        const void *args)
{
    return send_on(session, statement, args, true);
}

static enum status fetch(struct postgres_session *side, struct slot *slot,
                         const struct statement *statement)
{
    char text[NAME_BYTES_MAX * 2];
    char name[NAME_BYTES_MAX];
    struct out out = out_fixed(text, sizeof text);
    out_printf(&out, "FETCH 500 FROM %s", name_of(statement, name));
    out_char(&out, '\0');
    must(!out.overflowed);
    libpq.clear(slot->result);
    slot->result = NULL;
    slot->row = 0;
    enum status settled = settle(side, statement->name);
    if (settled) {
        return settled;
    }
    slot->result = libpq.execParams(side->pg.conn, text, 0, NULL, NULL, NULL, NULL, PG_BINARY);
    return pg_status(&side->pg, slot->result, statement->name);
}

/* Rows by and by, for lists that no memory holds: a cursor, which ends with the transaction. */
static enum status run_streaming(struct postgres_session *side, struct slot *slot,
                                 const struct statement *statement, const struct pg_arguments *args)
{
    char text[DECLARE_BYTES_MAX];
    char name[NAME_BYTES_MAX];
    struct out out = out_fixed(text, sizeof text);
    out_printf(&out, "DECLARE %s NO SCROLL CURSOR FOR ", name_of(statement, name));
    out_str_raw(&out, str_of(statement->postgres));
    out_char(&out, '\0');
    must(!out.overflowed);
    enum status settled = settle(side, statement->name);
    if (settled) {
        return settled;
    }
    PGresult *declared = libpq.execParams(side->pg.conn, text, statement->param_count, args->types,
                                          args->values, args->lengths, args->formats, PG_BINARY);
    enum status status = pg_status(&side->pg, declared, statement->name);
    libpq.clear(declared);
    slot->is_streaming = true;
    return status ? status : fetch(side, slot, statement);
}

static enum status run_now(struct postgres_session *side, struct slot *slot,
                           const struct statement *statement, const struct pg_arguments *args)
{
    return side->base.streams ? run_streaming(side, slot, statement, args)
                              : run_whole(side, slot, statement, args);
}

/* The first statement of a reader goes with its BEGIN. Nothing was read before, so where the
 * connection broke it is asked again over a new one. */
static enum status run_beginning(struct postgres_session *side, struct slot *slot,
                                 const struct statement *statement, const struct pg_arguments *args)
{
    hear_end(side);
    side->begins = false;
    for (bool is_new = false;; is_new = true) {
        enum status status = STATUS_OK;
        if (side->pg.is_broken) {
            is_new = true;
            side->sent = 0; /* it went with the old one */
            side->budget_ms = BUDGET_UNKNOWN;
            status = pg_renew(&side->pg);
        }
        status = status ? status : send_begin(side);
        status = status ? status : run_now(side, slot, statement, args);
        if (!side->pg.is_broken || is_new) {
            return status;
        }
        libpq.clear(slot->result);
        slot->result = NULL;
    }
}

static enum status run_on(struct postgres_session *side, const struct statement *statement,
                          const struct pg_arguments *args)
{
    struct slot *slot = slot_of(side, statement);
    if (!slot) {
        return STATUS_FULL;
    }
    must(!slot->result); /* a visitor that runs its own statement */
    slot->row = 0;
    slot->is_streaming = false;
    enum status status = side->begins ? run_beginning(side, slot, statement, args)
                                      : run_now(side, slot, statement, args);
    if (status) {
        libpq.clear(slot->result);
        slot->result = NULL;
    }
    return status;
}

static void leave_copy(struct store *store)
{
    atomic_store(&store->away_until_ms, monotonic_ms() + COPY_AWAY_MS);
}

/* It is opened when it is needed, and left alone for a while when it does not answer. */
static bool may_ask_copy(struct postgres_session *side)
{
    struct store *store = side->base.store;
    if (!side->base.may_lag || monotonic_ms() < atomic_load(&store->away_until_ms)) {
        return false;
    }
    if (!side->copy) {
        side->copy = open_side(store, store->copy_url, SESSION_READ);
    }
    if (side->copy) {
        side->copy->is_copy = true;
    } else {
        leave_copy(store);
    }
    return side->copy != NULL;
}

/* True when that is the answer, also that it takes too long. False: it is behind what this reader
 * must see, or does not answer; then nothing was read from it. */
static bool is_asked_of_copy(struct postgres_session *side, const struct statement *statement,
                             const struct pg_arguments *args, enum status *ret)
{
    struct postgres_session *copy = side->copy;
    int64_t noted = store_noted_batch(side->base.store);
    int64_t needed = side->base.needs_batch > noted ? side->base.needs_batch : noted;
    copy->begins = true;
    copy->base.streams = side->base.streams;
    copy->base.budget_ms = side->base.budget_ms;
    *ret = run_on(copy, statement, args);
    side->is_on_copy = !*ret && copy->batch >= needed;
    side->begins = !side->is_on_copy;
    if (side->is_on_copy) {
        return true;
    }
    end_all(copy);
    if (copy->pg.is_broken) {
        close_side(copy);
        side->copy = NULL;
        leave_copy(side->base.store);
    } else {
        roll_back(copy);
    }
    return *ret == STATUS_TIMEOUT;
}

static enum status postgres_run(struct session *session, const struct statement *statement,
                                const void *args)
{
    struct postgres_session *side = side_of(session);
    struct pg_arguments arguments;
    enum status status;
    pg_arguments(&arguments, statement, args);
    if (side->begins && may_ask_copy(side) &&
        is_asked_of_copy(side, statement, &arguments, &status)) {
        return status;
    }
    side->base.streams = session->streams;
    return run_on(side, statement, &arguments);
}

static enum status postgres_step(struct session *session, const struct statement *statement,
                                 struct arena *arena, void *ret_row, bool *ret_found)
{
    struct postgres_session *side = side_of(session);
    struct slot *slot = &side->cache[statement->index];
    *ret_found = false;
    if (slot->is_streaming && slot->row == libpq.ntuples(slot->result) && slot->row > 0) {
        enum status status = fetch(side, slot, statement);
        if (status) {
            return status;
        }
    }
    if (slot->row >= libpq.ntuples(slot->result)) {
        return STATUS_OK;
    }
    must(!ret_row || libpq.nfields(slot->result) == statement->column_count);
    for (int i = 0; ret_row && i < statement->column_count; i++) {
        if (!pg_field(slot->result, slot->row, i, &statement->columns[i], arena, ret_row)) {
            log_event(EVENT_STORE_FAILED, LOG_WORD("deed", statement->name),
                      LOG_WORD("column", statement->columns[i].name));
            return STATUS_BROKEN;
        }
    }
    slot->row++;
    *ret_found = true;
    return STATUS_OK;
}

static int64_t postgres_end(struct session *session, const struct statement *statement)
{
    struct postgres_session *side = side_of(session);
    struct slot *slot = &side->cache[statement->index];
    int64_t changes =
        statement->writes && slot->result ? strtoll(libpq.cmdTuples(slot->result), NULL, 10) : 0;
    libpq.clear(slot->result);
    slot->result = NULL;
    close_cursor(side, statement->index);
    return changes;
}

static enum status postgres_script(struct session *session, const struct migration *migration)
{
    struct pg *pg = &side_of(session)->pg;
    enum status status = settle(side_of(session), "migrate");
    status = status ? status : pg_exec(pg, migration->postgres, "migrate");
    return status ? status : pg_exec(pg, GUARD_PAST, "guard");
}

/* --- upkeep ----------------------------------------------------------------------------------- */

/* Its log is PostgreSQL's own affair. */
static int64_t postgres_checkpoint(struct session *session)
{
    (void)session;
    return 0;
}

static bool postgres_replicates(struct store *store, struct str *ret_why)
{
    const char *why = pg_unsafe(&turn_of(store)->pg);
    *ret_why = str_of(why ? why : "");
    return !why;
}

/* pg_basebackup and archived logs do it better than a copy through us would. */
static enum status postgres_backup(struct session *session, const char *path,
                                   bool (*tell)(void *context, int64_t done, int64_t total),
                                   void *context)
{
    (void)session, (void)path, (void)tell, (void)context;
    return STATUS_NOT_FOUND;
}

/* Reads every table through once, so that pages whose checksum is wrong come to light; references
 * hold by its own guarantee. */
static enum status postgres_check(struct store *store,
                                  void (*visit)(void *context, struct str fault), void *context)
{
    static const char read_all[] =
        "DO $$ DECLARE t RECORD; n BIGINT; BEGIN FOR t IN SELECT tablename FROM pg_tables"
        " WHERE schemaname = current_schema() LOOP"
        " EXECUTE format('SELECT count(x.*) FROM %I AS x', t.tablename) INTO n;"
        " END LOOP; END $$";
    struct turn *turn = turn_of(store);
    if (pg_exec(&turn->pg, read_all, "check")) {
        visit(context,
              STR("PostgreSQL không đọc được một bảng của nó; nhật ký của nó nói bảng nào"));
    }
    return STATUS_OK;
}

const struct engine postgres_engine = {
    .open = postgres_open,
    .close = postgres_close,
    .session_open = postgres_session_open,
    .session_close = postgres_session_close,
    .verb = postgres_verb,
    .run = postgres_run,
    .step = postgres_step,
    .end = postgres_end,
    .put = postgres_put,
    .expect_none = postgres_expect_none,
    .unwound = postgres_unwound,
    .script = postgres_script,
    .checkpoint = postgres_checkpoint,
    .backup = postgres_backup,
    .replicates = postgres_replicates,
    .check = postgres_check,
    .watch = postgres_watch,
};
