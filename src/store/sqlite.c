/* SQLite as the store's engine: one file, a write-ahead log, many readers, one writer. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/log.h"
#include "base/must.h"
#include "base/out.h"
#include "store/engine.h"
#include "store/fold.h"
#include "store/lite_pages.h"
#include "store/lite_upkeep.h"
#include "store/wal.h"

enum {
    APPLICATION_ID = 0x4b48454f, /* "KHEO", in the file's header */
    CACHE_GROWTH = 64,
    /* The log is folded back from here on; folding waits for nobody. */
    LOG_PAGES_MAX = 4000,
    /* When readers keep it from starting anew, the next try is after this many more. */
    LOG_PAGES_STEP = 1000,
    /* So much the folder leaves to the writer; it goes over the log so often to get there. */
    LOG_PAGES_REST = 500,
    FOLDER_ROUNDS_MAX = 4,
    /* Beyond it we make the readers a gap: new ones wait this long at most. */
    LOG_BYTES_ALARM = 64 << 20,
    GAP_MS = 50,
    BUSY_MS = 2000,
};

/* Cache sizes are upper bounds: an idle server has touched a few pages only. */
static const char READER_PRAGMAS[] = "PRAGMA query_only = ON; PRAGMA cache_size = -4000;";
/* The log is folded between two batches, or beside the desk (fold.h). The log file is cut back to
 * the size that raises the alarm when it starts anew. */
static const char WRITER_PRAGMAS[] =
    "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;"
    "PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -8000;";

struct slot {
    sqlite3_stmt *prepared; /* NULL until it is first used */
};

struct sqlite_session {
    struct session base;
    sqlite3 *db;
    bool is_settled; /* a reader is when it first reads: there are many, and the schema is large */
    struct slot *cache; /* by statement->index */
    size_t cache_count;
    sqlite3_stmt *verbs[VERB_COUNT];
    unsigned running;          /* statements between run() and end() */
    struct lite_budget budget; /* of the running statement */
    int log_pages;             /* as of the last commit */
    int folded_at_pages;       /* where the last fold was tried */
    struct folder *folder;     /* who folds beside the writer; NULL: the writer does */
    int begun_at_pages;        /* how far the folder was asked to go */
    int rounds;                /* how often it was asked for this log */
    /* Of a reader that lingers: its transaction is under way although no snapshot is, and the batch
     * that had been noted when it began. */
    bool is_resting;
    int64_t rests_at;
};

static sqlite3 *db_of(struct store *store)
{
    return store->ground;
}

static struct sqlite_session *side_of(struct session *session)
{
    return (struct sqlite_session *)(void *)session;
}

/* The name of a database in memory is shared within the process, and the store's address is the
 * store's alone. */
static const char *file_name(const struct store *store, char *buffer, size_t n)
{
    struct out out = out_fixed(buffer, n);
    if (!store->path) {
        out_printf(&out, "file:/kheo-%p?vfs=memdb", (const void *)store);
    } else {
        out_str_raw(&out, str_of(store->path));
    }
    out_char(&out, '\0');
    must(!out.overflowed);
    return buffer;
}

/* --- the file --------------------------------------------------------------------------------- */

/* One server per file: the lock lies beside it, because SQLite uses its own locks on the file. The
 * descriptor stays open for as long as the process owns the store. */
static enum status take_lock(struct store *store, struct str *ret_why)
{
    char name[PATH_MAX];
    struct out out = out_fixed(name, sizeof name);
    out_printf(&out, "%s.lock", store->path);
    out_char(&out, '\0');
    must(!out.overflowed);
    int lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) {
        bool is_read_only = errno == EROFS || errno == EACCES;
        *ret_why = is_read_only
                       ? STR("Thư mục chứa kho dữ liệu không ghi được.")
                       : STR("Không dùng được thư mục chứa kho dữ liệu; hãy xem nó có đó không.");
        return is_read_only      ? STATUS_READ_ONLY
               : errno == ENOSPC ? STATUS_DISK_FULL
                                 : STATUS_STORE_FAILED;
    }
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        close(lock);
        *ret_why = STR("Một máy chủ khác đang dùng kho dữ liệu này; hãy dừng nó trước.");
        return STATUS_BUSY;
    }
    store->lock = lock;
    return STATUS_OK;
}

static struct str why_not_opened(enum status status)
{
    switch ((int)status) {
    case STATUS_READ_ONLY:
        return STR("Tệp kho dữ liệu không ghi được.");
    case STATUS_DISK_FULL:
        return STR("Ổ đĩa đã đầy.");
    case STATUS_DAMAGED:
        return STR("Đầu tệp kho dữ liệu bị hỏng. Nếu chương trình khác (như sqlite3) đã "
                   "ghi vào tệp, hãy chạy kheo accept-pages; nếu không, ổ đĩa hỏng: kheo restore.");
    case STATUS_BUSY:
        return STR("Một chương trình khác đang giữ tệp kho dữ liệu.");
    default:
        return STR("Không mở được tệp kho dữ liệu: chưa có (kheo init), hỏng, hoặc không phải kho "
                   "dữ liệu.");
    }
}

/* Without SQLite, which would not read them. */
enum status sqlite_accept_pages(const char *path, void (*visit)(void *context, int64_t page),
                                void *context, struct str *ret_why)
{
    struct store store = { .path = path, .lock = -1 };
    enum status status = take_lock(&store, ret_why);
    if (!status) {
        status = page_sums_renew(path, visit, context);
        close(store.lock);
        *ret_why =
            status == STATUS_NOT_FOUND
                ? STR("Các trang của tệp này không có tổng: nó được tạo bởi bản cũ hơn, hoặc "
                      "không phải kho dữ liệu. kheo copy chép nó sang một tệp có tổng.")
                : why_not_opened(status);
    }
    return status;
}

/* A new file becomes ours; somebody else's stays theirs. */
static enum status claim_file(struct store *store, struct str *ret_why)
{
    sqlite3 *db = db_of(store);
    bool is_ours = lite_number(db, "PRAGMA application_id") == APPLICATION_ID;
    bool is_empty = lite_number(db, "SELECT count(*) FROM sqlite_schema") == 0 &&
                    sqlite3_errcode(db) == SQLITE_OK;
    if (!is_ours && !(is_empty && store->owns)) {
        *ret_why =
            STR("Tệp này không phải kho dữ liệu của kheo; hãy kiểm tra đường dẫn sau --db, --dir.");
        return STATUS_STORE_FAILED;
    }
    if (!store->owns) {
        return STATUS_OK;
    }
    enum status status = lite_exec(db, "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL;");
    if (!status && !is_ours) {
        status = lite_exec(db, "PRAGMA application_id = 0x4b48454f;");
    }
    *ret_why = status ? why_not_opened(status) : *ret_why;
    return status;
}

static enum status sqlite_open(struct store *store, struct str *ret_why)
{
    char name[PATH_MAX];
    enum status status = STATUS_OK;
    /* Counting every allocation takes a lock that all clerks would share. Refused, and needless,
     * once SQLite is at work in this process. */
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (store->path && store->owns) {
        status = take_lock(store, ret_why);
    }
    if (status) {
        return status;
    }
    enum lite_use use = !store->path || store->creates ? LITE_CREATE
                        : store->owns                  ? LITE_WRITE
                                                       : LITE_READ;
    sqlite3 *db = NULL;
    status = lite_open(file_name(store, name, sizeof name), use, WRITER_PRAGMAS, &db);
    store->ground = db;
    atomic_store(&store->turn, store->owns);
    if (status) {
        *ret_why = why_not_opened(status);
        return status;
    }
    status = claim_file(store, ret_why);
    store->is_summed = !status && lite_pages_are_summed(db);
    return status;
}

static void sqlite_close(struct store *store)
{
    must(sqlite3_close(db_of(store)) == SQLITE_OK);
    if (store->lock >= 0) {
        close(store->lock);
    }
}

/* --- sessions --------------------------------------------------------------------------------- */

/* What the writer may prepare: rows, and never the ledger's past. A leaf's record may go (erasure
 * of personal data leaves the hashes), nothing else of it. */
static int guard_writer(void *context, int action, const char *a, const char *b,
                        const char *database, const char *via)
{
    (void)context, (void)database, (void)via;
    switch (action) {
    case SQLITE_READ:
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_INSERT:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return SQLITE_OK;
    case SQLITE_UPDATE:
        if (strcmp(a, "ledger_leaf") == 0) {
            return strcmp(b, "record") == 0 ? SQLITE_OK : SQLITE_DENY;
        }
        break;
    case SQLITE_DELETE:
        break;
    default:
        return SQLITE_DENY;
    }
    bool is_past = strcmp(a, "ledger_leaf") == 0 || strcmp(a, "ledger_node") == 0 ||
                   strcmp(a, "ledger_checkpoint") == 0;
    return is_past ? SQLITE_DENY : SQLITE_OK;
}

static int note_log_size(void *context, sqlite3 *db, const char *database, int pages)
{
    struct sqlite_session *side = context;
    (void)db, (void)database;
    side->log_pages = pages;
    return SQLITE_OK;
}

static struct session *sqlite_session_open(struct store *store, enum session_use use)
{
    char name[PATH_MAX];
    struct sqlite_session *side = sqlite3_malloc64(sizeof *side);
    if (!side) {
        return NULL;
    }
    bool reads = use == SESSION_READ;
    *side = (struct sqlite_session){ .base = { .store = store, .use = use }, .is_settled = !reads };
    if (lite_open(file_name(store, name, sizeof name), reads ? LITE_READ : LITE_WRITE,
                  reads ? NULL : WRITER_PRAGMAS, &side->db) != STATUS_OK) {
        sqlite3_free(side);
        return NULL;
    }
    lite_budget_watch(side->db, &side->budget);
    sqlite3_wal_hook(side->db, note_log_size, side);
    if (use == SESSION_WRITE) {
        sqlite3_set_authorizer(side->db, guard_writer, NULL);
    }
    return &side->base;
}

static void sqlite_session_close(struct session *session)
{
    struct sqlite_session *side = side_of(session);
    folder_close(side->folder);
    for (size_t i = 0; i < side->cache_count; i++) {
        sqlite3_finalize(side->cache[i].prepared);
    }
    for (size_t i = 0; i < VERB_COUNT; i++) {
        sqlite3_finalize(side->verbs[i]);
    }
    must(sqlite3_close(side->db) == SQLITE_OK);
    sqlite3_free(side->cache);
    sqlite3_free(side);
}

/* --- transactions ----------------------------------------------------------------------------- */

static void end_all(struct sqlite_session *side)
{
    for (size_t i = 0; side->running && i < side->cache_count; i++) {
        if (sqlite3_stmt_busy(side->cache[i].prepared)) {
            sqlite3_reset(side->cache[i].prepared);
        }
    }
    side->running = 0;
}

static void sqlite_unwound(struct session *session)
{
    end_all(side_of(session));
}

static enum status settle(struct sqlite_session *side)
{
    enum status status = STATUS_OK;
    if (!side->is_settled) {
        lite_budget_start(&side->budget, 0);
        status = lite_settle(side->db, READER_PRAGMAS);
        side->is_settled = status == STATUS_OK;
    }
    return status;
}

static void sqlite_rest(struct session *session);

static enum status run_verb(struct sqlite_session *side, enum verb verb)
{
    static const char *const texts[] = {
        [VERB_BEGIN] = "BEGIN IMMEDIATE", [VERB_COMMIT] = "COMMIT",
        [VERB_ROLLBACK] = "ROLLBACK",     [VERB_MARK] = "SAVEPOINT mark",
        [VERB_KEEP] = "RELEASE mark",     [VERB_UNDO] = "ROLLBACK TO mark",
    };
    sqlite3_stmt **prepared = &side->verbs[verb];
    if (!*prepared) {
        bool reads = verb == VERB_BEGIN && side->base.use == SESSION_READ;
        *prepared = lite_prepare(side->db, reads ? "BEGIN" : texts[verb]);
    }
    if (!*prepared) {
        return lite_failure(side->db, texts[verb]);
    }
    lite_budget_start(&side->budget, 0);
    enum status status =
        sqlite3_step(*prepared) == SQLITE_DONE ? STATUS_OK : lite_failure(side->db, texts[verb]);
    sqlite3_reset(*prepared);
    return status;
}

/* Nothing was noted since its transaction began: a new one would see the same. */
static bool goes_on(struct sqlite_session *side)
{
    if (side->rests_at != store_noted_batch(side->base.store)) {
        sqlite_rest(&side->base);
        return false;
    }
    side->is_resting = false;
    return true;
}

static void sqlite_rest(struct session *session)
{
    struct sqlite_session *side = side_of(session);
    if (side->is_resting) {
        side->is_resting = false;
        if (run_verb(side, VERB_COMMIT)) {
            (void)run_verb(side, VERB_ROLLBACK);
        }
    }
}

static enum status sqlite_verb(struct session *session, enum verb verb)
{
    struct sqlite_session *side = side_of(session);
    if (verb == VERB_BEGIN && side->is_resting && goes_on(side)) {
        return STATUS_OK;
    }
    if (verb == VERB_COMMIT && session->lingers && session->store->path) {
        end_all(side);
        side->is_resting = true;
        return STATUS_OK;
    }
    if (verb == VERB_BEGIN) {
        side->rests_at = store_noted_batch(session->store);
    }
    if (verb == VERB_COMMIT || verb == VERB_ROLLBACK || verb == VERB_UNDO) {
        end_all(side);
    }
    if ((verb == VERB_ROLLBACK || verb == VERB_UNDO) && sqlite3_get_autocommit(side->db)) {
        return STATUS_OK; /* SQLite has rolled back by itself, as after a full disk */
    }
    enum status status = settle(side);
    status = status ? status : run_verb(side, verb);
    return status || verb != VERB_UNDO ? status : run_verb(side, VERB_KEEP);
}

/* --- statements ------------------------------------------------------------------------------- */

/* The prepared statement; NULL after a failure. */
static sqlite3_stmt *cached(struct sqlite_session *side, const struct statement *statement)
{
    if (statement->index >= side->cache_count) {
        size_t count = (size_t)statement->index + CACHE_GROWTH;
        struct slot *cache = sqlite3_realloc64(side->cache, count * sizeof *cache);
        if (!cache) {
            return NULL;
        }
        for (; side->cache_count < count; side->cache_count++) {
            cache[side->cache_count] = (struct slot){ NULL };
        }
        side->cache = cache;
    }
    struct slot *slot = &side->cache[statement->index];
    if (!slot->prepared) {
        slot->prepared = lite_prepare(side->db, statement->sqlite);
    }
    return slot->prepared;
}

static int bind_text(sqlite3_stmt *prepared, int i, struct str text)
{
    return text.p ? sqlite3_bind_text64(prepared, i, text.p, text.n, SQLITE_STATIC, SQLITE_UTF8)
                  : sqlite3_bind_null(prepared, i);
}

static int bind_number_or_null(sqlite3_stmt *prepared, int i, int64_t number)
{
    return number ? sqlite3_bind_int64(prepared, i, number) : sqlite3_bind_null(prepared, i);
}

/* The zero value is none, and none is NULL. */
static int bind_field(sqlite3_stmt *prepared, int i, const struct field *field, const void *args)
{
    const void *value = (const char *)args + field->offset;
    switch (field->kind) {
    case FIELD_TEXT:
        return bind_text(prepared, i, *(const struct str *)value);
    case FIELD_BYTES: {
        struct bytes bytes = *(const struct bytes *)value;
        return bytes.p ? sqlite3_bind_blob64(prepared, i, bytes.p, bytes.n, SQLITE_STATIC)
                       : sqlite3_bind_null(prepared, i);
    }
    case FIELD_INT:
        return sqlite3_bind_int64(prepared, i, *(const int64_t *)value);
    case FIELD_YES:
        return sqlite3_bind_int64(prepared, i, *(const bool *)value);
    case FIELD_DAY:
        return bind_number_or_null(prepared, i, ((const struct day *)value)->n);
    case FIELD_INSTANT:
        return bind_number_or_null(prepared, i, ((const struct instant *)value)->s);
    case FIELD_ID:
        break;
    }
    must(field->kind == FIELD_ID);
    return bind_number_or_null(prepared, i, ((const struct id *)value)->v);
}

static enum status sqlite_run(struct session *session, const struct statement *statement,
                              const void *args)
{
    struct sqlite_session *side = side_of(session);
    enum status status = settle(side);
    if (status) {
        return status;
    }
    sqlite3_stmt *prepared = cached(side, statement);
    if (!prepared) {
        return lite_failure(side->db, statement->name);
    }
    must(!sqlite3_stmt_busy(prepared)); /* a visitor that runs its own statement */
    for (int i = 0; i < statement->param_count; i++) {
        if (bind_field(prepared, i + 1, &statement->params[i], args) != SQLITE_OK) {
            return lite_failure(side->db, statement->name);
        }
    }
    side->running++;
    lite_budget_start(&side->budget, session->budget_ms);
    return STATUS_OK;
}

/* A copy, or the column's own bytes when there is no arena. Empty is not absent. */
static const char *keep_bytes(struct arena *arena, const void *bytes, size_t n)
{
    if (!n) {
        return "";
    }
    return arena ? memcpy(arena_raw(arena, n), bytes, n) : bytes;
}

/* Text or bytes; false when the column holds something else. */
static bool read_bytes(sqlite3_stmt *prepared, int i, int type, struct arena *arena,
                       struct str *ret)
{
    /* A value is looked at without the lock that each function of a column takes. */
    sqlite3_value *value = sqlite3_column_value(prepared, i);
    const int found = sqlite3_value_type(value);
    *ret = STR_NONE;
    if (found != type) {
        return found == SQLITE_NULL;
    }
    const void *bytes = sqlite3_value_blob(value);
    const size_t n = (size_t)sqlite3_value_bytes(value);
    *ret = (struct str){ keep_bytes(arena, bytes, n), n };
    return true;
}

/* False when the value is not of the kind that the statement promised. A text is not asked for its
 * number: SQLite would read it as one. */
static bool read_field(sqlite3_stmt *prepared, int i, const struct field *field,
                       struct arena *arena, void *row)
{
    void *value = (char *)row + field->offset;
    struct str text;
    bool fits;
    if (field->kind == FIELD_TEXT) {
        return read_bytes(prepared, i, SQLITE_TEXT, arena, value);
    }
    if (field->kind == FIELD_BYTES) {
        fits = read_bytes(prepared, i, SQLITE_BLOB, arena, &text);
        *(struct bytes *)value = (struct bytes){ text.p, text.n };
        return fits;
    }
    sqlite3_value *found = sqlite3_column_value(prepared, i);
    const int type = sqlite3_value_type(found);
    const int64_t number = sqlite3_value_int64(found);
    fits = type == SQLITE_INTEGER || type == SQLITE_NULL;
    switch ((int)field->kind) {
    case FIELD_INT:
        *(int64_t *)value = number;
        return fits;
    case FIELD_YES:
        *(bool *)value = number != 0;
        return fits;
    case FIELD_DAY:
        *(struct day *)value = (struct day){ (int32_t)number };
        return fits && number == (int32_t)number;
    case FIELD_INSTANT:
        *(struct instant *)value = (struct instant){ number };
        return fits;
    default:
        must(field->kind == FIELD_ID);
        *(struct id *)value = (struct id){ number };
        return fits;
    }
}

static enum status sqlite_step(struct session *session, const struct statement *statement,
                               struct arena *arena, void *ret_row, bool *ret_found)
{
    struct sqlite_session *side = side_of(session);
    sqlite3_stmt *prepared = side->cache[statement->index].prepared;
    const int code = sqlite3_step(prepared);
    *ret_found = code == SQLITE_ROW;
    if (code != SQLITE_ROW) {
        return code == SQLITE_DONE ? STATUS_OK : lite_failure(side->db, statement->name);
    }
    must(!ret_row || sqlite3_column_count(prepared) == statement->column_count);
    for (int i = 0; ret_row && i < statement->column_count; i++) {
        if (!read_field(prepared, i, &statement->columns[i], arena, ret_row)) {
            log_event(EVENT_STORE_FAILED, LOG_WORD("deed", statement->name),
                      LOG_WORD("column", statement->columns[i].name));
            *ret_found = false;
            return STATUS_BROKEN;
        }
    }
    return STATUS_OK;
}

static int64_t sqlite_end(struct session *session, const struct statement *statement)
{
    struct sqlite_session *side = side_of(session);
    side->running--;
    sqlite3_reset(side->cache[statement->index].prepared);
    return statement->writes ? sqlite3_changes64(side->db) : 0;
}

static enum status sqlite_put(struct session *session, const struct statement *statement,
                              const void *args)
{
    bool found = true;
    enum status status = sqlite_run(session, statement, args);
    if (status) {
        return status;
    }
    while (!status && found) {
        status = sqlite_step(session, statement, NULL, NULL, &found);
    }
    (void)sqlite_end(session, statement);
    return status;
}

static enum status sqlite_script(struct session *session, const struct migration *migration)
{
    return lite_exec(side_of(session)->db, migration->sqlite);
}

/* --- upkeep ----------------------------------------------------------------------------------- */

static int cut_log(struct sqlite_session *side);

/* That readers hold the log is no fault; a sync that failed ends the server (base/disk.h). */
static void heed(struct sqlite_session *side, int code)
{
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) {
        (void)lite_failure(side->db, "checkpoint");
    }
}

/* The folder goes over most of it, and over what came meanwhile, until little is left. True: what
 * is left is the writer's. */
static bool is_left_to_writer(struct sqlite_session *side)
{
    if (!side->folder) {
        return true;
    }
    switch (folder_state(side->folder)) {
    case FOLDER_WORKS:
        return false;
    case FOLDER_RESTS:
        side->rounds = 0;
        break;
    case FOLDER_IS_DONE:
        if (side->log_pages - side->begun_at_pages <= LOG_PAGES_REST ||
            side->rounds >= FOLDER_ROUNDS_MAX) {
            folder_release(side->folder);
            return true;
        }
        break;
    }
    side->rounds++;
    side->begun_at_pages = side->log_pages;
    return !folder_begin(side->folder);
}

/* Passive folding copies what no reader needs any more and waits for nobody. Only when the log has
 * grown beyond the alarm do readers get a gap, and the file is cut to nothing. */
static void fold(struct sqlite_session *side)
{
    int pages = 0;
    int folded = 0;
    int code =
        sqlite3_wal_checkpoint_v2(side->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &pages, &folded);
    side->folded_at_pages = side->log_pages;
    bool is_tried = code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY;
    if (is_tried && (int64_t)side->log_pages * WAL_FRAME_BYTES > LOG_BYTES_ALARM) {
        code = cut_log(side);
    }
    heed(side, code);
    log_event(EVENT_CHECKPOINT, LOG_INT("pages", pages), LOG_INT("folded", folded));
}

/* SQLite's code: new readers wait meanwhile. */
static int cut_log(struct sqlite_session *side)
{
    sqlite3_busy_timeout(side->db, GAP_MS);
    int code = sqlite3_wal_checkpoint_v2(side->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_busy_timeout(side->db, BUSY_MS);
    side->log_pages = code == SQLITE_OK ? 0 : side->log_pages;
    return code;
}

static int64_t sqlite_checkpoint(struct session *session)
{
    struct sqlite_session *side = side_of(session);
    if (side->log_pages < side->folded_at_pages) {
        side->folded_at_pages = 0; /* the log has started anew */
    }
    bool is_due =
        side->log_pages >= LOG_PAGES_MAX &&
        (!side->folded_at_pages || side->log_pages >= side->folded_at_pages + LOG_PAGES_STEP);
    if (is_due && is_left_to_writer(side)) {
        fold(side);
    }
    return (int64_t)side->log_pages * WAL_FRAME_BYTES;
}

static bool sqlite_cut_log(struct session *session)
{
    struct sqlite_session *side = side_of(session);
    if (side->folder && folder_state(side->folder) == FOLDER_WORKS) {
        return false;
    }
    if (side->folder && folder_state(side->folder) == FOLDER_IS_DONE) {
        folder_release(side->folder);
    }
    int code = cut_log(side);
    heed(side, code);
    return code == SQLITE_OK;
}

static void sqlite_fold_aside(struct session *session)
{
    char name[PATH_MAX];
    struct sqlite_session *side = side_of(session);
    if (session->store->path && !side->folder) {
        side->folder = folder_open(file_name(session->store, name, sizeof name));
    }
}

static bool sqlite_replicates(struct store *store, struct str *ret_why)
{
    (void)store;
    *ret_why = STR("Một tệp SQLite chỉ ở một máy. Hãy dùng --db postgresql://…, hoặc bỏ "
                   "--replicated.");
    return false;
}

static enum status sqlite_backup(struct session *session, const char *path,
                                 bool (*tell)(void *context, int64_t done, int64_t total),
                                 void *context)
{
    return lite_copy(side_of(session)->db, path, tell, context);
}

static enum status sqlite_check(struct store *store, void (*visit)(void *context, struct str fault),
                                void *context)
{
    char name[PATH_MAX];
    return lite_check(file_name(store, name, sizeof name), visit, context);
}

const struct engine sqlite_engine = {
    .open = sqlite_open,
    .close = sqlite_close,
    .session_open = sqlite_session_open,
    .session_close = sqlite_session_close,
    .verb = sqlite_verb,
    .run = sqlite_run,
    .step = sqlite_step,
    .end = sqlite_end,
    .put = sqlite_put,
    .unwound = sqlite_unwound,
    .rest = sqlite_rest,
    .script = sqlite_script,
    .checkpoint = sqlite_checkpoint,
    .cut_log = sqlite_cut_log,
    .fold_aside = sqlite_fold_aside,
    .backup = sqlite_backup,
    .replicates = sqlite_replicates,
    .check = sqlite_check,
};
