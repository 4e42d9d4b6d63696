/* Migrations: each folder's, in order, each once, each in a transaction of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/crypt.h"
#include "base/log.h"
#include "base/must.h"
#include "store/engine.h"

enum { MIGRATE_ARENA_BYTES = 4 << 20 };

/* Which were applied, and what they said. The two tables that no folder owns; the second came later
 * than the first, so a row may be missing in it. */
static const struct migration bookkeeping = {
    .owner = "store",
    .sqlite = "CREATE TABLE IF NOT EXISTS schema_migration (owner TEXT NOT NULL,"
              " number INTEGER NOT NULL, PRIMARY KEY (owner, number)) STRICT, WITHOUT ROWID;"
              "CREATE TABLE IF NOT EXISTS schema_digest (owner TEXT NOT NULL,"
              " number INTEGER NOT NULL, sha256 BLOB NOT NULL,"
              " PRIMARY KEY (owner, number)) STRICT, WITHOUT ROWID",
    .postgres = "CREATE TABLE IF NOT EXISTS schema_migration (owner TEXT COLLATE \"C\" NOT NULL,"
                " number BIGINT NOT NULL, PRIMARY KEY (owner, number));"
                "CREATE TABLE IF NOT EXISTS schema_digest (owner TEXT COLLATE \"C\" NOT NULL,"
                " number BIGINT NOT NULL, sha256 BYTEA NOT NULL, PRIMARY KEY (owner, number))",
};

struct applied {
    struct str owner;
    int64_t number;
    struct bytes sha256; /* absent: applied before digests were kept */
};

static const struct field applied_fields[] = {
    { .name = "owner", .kind = FIELD_TEXT, .offset = offsetof(struct applied, owner) },
    { .name = "number", .kind = FIELD_INT, .offset = offsetof(struct applied, number) },
    { .name = "sha256", .kind = FIELD_BYTES, .offset = offsetof(struct applied, sha256) },
};
enum { NUMBER_FIELDS = 2, DIGEST_FIELDS = 3 };

/* Their indexes are free: the session is migration's own. */
static const struct statement applied_list = {
    .name = "applied_list",
    .sqlite = "SELECT m.owner, m.number, d.sha256 FROM schema_migration m"
              " LEFT JOIN schema_digest d ON d.owner = m.owner AND d.number = m.number"
              " ORDER BY m.owner, m.number",
    .postgres = "SELECT m.owner, m.number, d.sha256 FROM schema_migration m"
                " LEFT JOIN schema_digest d ON d.owner = m.owner AND d.number = m.number"
                " ORDER BY m.owner, m.number",
    .index = 0,
    .columns = applied_fields,
    .column_count = DIGEST_FIELDS,
    .row_size_bytes = sizeof(struct applied),
};
/* For those who may only look, at a file in which there may be no digests yet. */
static const struct statement number_list = {
    .name = "number_list",
    .sqlite = "SELECT owner, number FROM schema_migration ORDER BY owner, number",
    .postgres = "SELECT owner, number FROM schema_migration ORDER BY owner, number",
    .index = 1,
    .columns = applied_fields,
    .column_count = NUMBER_FIELDS,
    .row_size_bytes = sizeof(struct applied),
};
static const struct statement number_insert = {
    .name = "number_insert",
    .sqlite = "INSERT INTO schema_migration (owner, number) VALUES (?1, ?2)",
    .postgres = "INSERT INTO schema_migration (owner, number) VALUES ($1, $2)",
    .index = 2,
    .params = applied_fields,
    .param_count = NUMBER_FIELDS,
    .writes = true,
};
static const struct statement digest_insert = {
    .name = "digest_insert",
    .sqlite = "INSERT INTO schema_digest (owner, number, sha256) VALUES (?1, ?2, ?3)",
    .postgres = "INSERT INTO schema_digest (owner, number, sha256) VALUES ($1, $2, $3)",
    .index = 3,
    .params = applied_fields,
    .param_count = DIGEST_FIELDS,
    .writes = true,
};

static enum status compare(struct store *store, const struct schema *what, bool is_exact,
                           struct str *ret_why);
static enum status apply_all(struct session *session, struct arena *arena,
                             const struct schema *what, struct str *ret_why);
static enum status open_books(struct session *session, struct arena *arena,
                              const struct schema *what, struct rows *ret_applied,
                              struct str *ret_why);
static void note_digests(struct tx *tx, const struct rows *applied, const struct schema *what);
static enum status apply(struct session *session, struct arena *arena,
                         const struct migration *migration);
static const char *why_refused(struct arena *arena, const struct rows *applied,
                               const struct schema *what);
static const struct applied *find_applied(const struct rows *applied,
                                          const struct migration *migration);
static const struct migration *find_migration(const struct schema *what,
                                              const struct applied *applied);
static int64_t newest_of(const struct schema *what, struct str owner);
static int64_t newest_applied(const struct rows *applied, struct str owner);
static const char *sentence_of(enum status status);

enum status store_migrate(struct store *store, const struct schema *what, struct str *ret_why)
{
    if (store->joins && !store_turn(store)) {
        return compare(store, what, true, ret_why);
    }
    struct arena *arena = arena_create(MIGRATE_ARENA_BYTES);
    struct session *session =
        store->owns ? store->engine->session_open(store, SESSION_MIGRATE) : NULL;
    enum status status = STATUS_STORE_FAILED;
    *ret_why = str_of(sentence_of(status));
    if (arena && session) {
        status = apply_all(session, arena, what, ret_why);
    }
    store_session_close(session);
    arena_destroy(arena);
    return status;
}

enum status store_compare_schema(struct store *store, const struct schema *what,
                                 struct str *ret_why)
{
    return compare(store, what, false, ret_why);
}

static enum status compare(struct store *store, const struct schema *what, bool is_exact,
                           struct str *ret_why)
{
    struct arena *arena = arena_create(MIGRATE_ARENA_BYTES);
    struct session *session = store->engine->session_open(store, SESSION_READ);
    enum status status = STATUS_STORE_FAILED;
    *ret_why = STR("Không đọc được kho dữ liệu đã nâng cấp tới đâu; kho hỏng, hoặc chưa tạo xong.");
    if (arena && session) {
        struct snap snap;
        snap_begin(session, arena, 0, &snap);
        struct rows applied = store_many(&snap.conn, &number_list, NULL);
        status = snap_end(&snap);
        const char *refusal = status ? NULL : why_refused(arena, &applied, what);
        for (size_t i = 0; !status && !refusal && is_exact && i < what->migration_count; i++) {
            if (!find_applied(&applied, &what->migrations[i])) {
                refusal = "Kho dữ liệu cũ hơn chương trình này, mà một máy chủ bản cũ đang ghi vào "
                          "nó. Hãy dừng mọi máy chủ của kho này, rồi chạy bản mới trên từng máy.";
            }
        }
        if (refusal) {
            *ret_why = str_of(refusal);
            status = STATUS_STORE_FAILED;
        }
    }
    store_session_close(session);
    arena_destroy(arena);
    return status;
}

static enum status apply_all(struct session *session, struct arena *arena,
                             const struct schema *what, struct str *ret_why)
{
    struct rows applied;
    enum status status = open_books(session, arena, what, &applied, ret_why);
    for (size_t i = 0; !status && i < what->migration_count; i++) {
        const struct migration *migration = &what->migrations[i];
        status = find_applied(&applied, migration) ? STATUS_OK : apply(session, arena, migration);
        if (status) {
            *ret_why = str_of(sentence_of(status));
            log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "migrate"),
                      LOG_WORD("owner", migration->owner), LOG_INT("number", migration->number));
        }
    }
    return status;
}

/* Everything is judged before anything is kept: a database that is refused stays as it was. */
static enum status open_books(struct session *session, struct arena *arena,
                              const struct schema *what, struct rows *ret_applied,
                              struct str *ret_why)
{
    struct tx tx;
    tx_begin(session, arena, &tx);
    if (!tx.conn.failed) {
        tx.conn.failed = session->store->engine->script(session, &bookkeeping);
    }
    *ret_applied = store_many(&tx.conn, &applied_list, NULL);
    const char *refusal = tx.conn.failed ? NULL : why_refused(arena, ret_applied, what);
    if (refusal) {
        tx_rollback(&tx);
        *ret_why = str_of(refusal);
        return STATUS_STORE_FAILED;
    }
    note_digests(&tx, ret_applied, what);
    enum status status = tx_commit(&tx);
    *ret_why = status ? str_of(sentence_of(status)) : *ret_why;
    return status;
}

/* What a statement says, whatever its comments and blanks are. */
static struct hash digest_of(struct arena *arena, const struct migration *migration)
{
    struct str text = str_of(migration->sqlite);
    char *plain = arena_raw(arena, text.n + 1);
    size_t n = 0;
    bool is_quoted = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        is_quoted ^= c == '\'';
        if (!is_quoted && c == '-' && i + 1 < text.n && text.p[i + 1] == '-') {
            i += str_find_byte(str_slice(text, i, text.n), '\n');
            c = ' ';
        }
        bool is_blank = !is_quoted && (c == ' ' || c == '\n');
        if (!is_blank || (n > 0 && plain[n - 1] != ' ')) {
            plain[n++] = is_blank ? ' ' : c;
        }
    }
    return hash_of(str_trim(str_span(plain, n)));
}

static bool is_edited(struct arena *arena, const struct migration *migration, struct bytes then)
{
    struct hash now = digest_of(arena, migration);
    return !str_equal(hash_str(&now), str_span(then.p, then.n));
}

static void note_digests(struct tx *tx, const struct rows *applied, const struct schema *what)
{
    const struct applied *list = applied->rows;
    for (size_t i = 0; i < applied->count; i++) {
        const struct migration *migration = find_migration(what, &list[i]);
        if (migration && !list[i].sha256.p) {
            struct hash digest = digest_of(tx->conn.arena, migration);
            store_exec(
                tx, &digest_insert,
                &(struct applied){ list[i].owner, list[i].number, { digest.b, HASH_BYTES } });
        }
    }
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
    struct hash digest = digest_of(arena, migration);
    struct applied note = { str_of(migration->owner), migration->number, { digest.b, HASH_BYTES } };
    store_exec(&tx, &number_insert, &note);
    store_exec(&tx, &digest_insert, &note);
    return tx_commit(&tx);
}

/* NULL: this program may go on with it. A folder that was deleted is no reason against: its tables
 * are left alone. */
static const char *why_refused(struct arena *arena, const struct rows *applied,
                               const struct schema *what)
{
    const struct applied *list = applied->rows;
    for (size_t i = 0; i < applied->count; i++) {
        const struct migration *migration = find_migration(what, &list[i]);
        int64_t newest = newest_of(what, list[i].owner);
        if (newest && list[i].number > newest) {
            return "Kho dữ liệu do một bản kheo mới hơn bản này nâng cấp. Hãy chạy bản mới đó; bản "
                   "này không đổi gì trong kho.";
        }
        if (migration && list[i].sha256.p && is_edited(arena, migration, list[i].sha256)) {
            log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "migrate"),
                      LOG_WORD("owner", migration->owner), LOG_INT("number", migration->number));
            return "Một bước nâng cấp đã làm trong kho dữ liệu nay bị sửa trong chương trình (dòng "
                   "event=store_failed ở trên nói bước nào). Hãy chạy đúng bản kheo đã phát hành; "
                   "kho chưa bị đổi gì.";
        }
    }
    for (size_t k = 0; k < what->migration_count; k++) {
        const struct migration *migration = &what->migrations[k];
        if (!find_applied(applied, migration) &&
            newest_applied(applied, str_of(migration->owner)) > migration->number) {
            return "Kho dữ liệu thiếu một bước nâng cấp mà có bước sau nó: có người đã sửa bảng "
                   "schema_migration, hoặc kho phục hồi dở dang. Hãy phục hồi từ bản sao lưu; kho "
                   "chưa bị đổi gì.";
        }
    }
    return NULL;
}

static const struct applied *find_applied(const struct rows *applied,
                                          const struct migration *migration)
{
    const struct applied *list = applied->rows;
    for (size_t i = 0; i < applied->count; i++) {
        if (list[i].number == migration->number &&
            str_equal(list[i].owner, str_of(migration->owner))) {
            return &list[i];
        }
    }
    return NULL;
}

static const struct migration *find_migration(const struct schema *what,
                                              const struct applied *applied)
{
    for (size_t k = 0; k < what->migration_count; k++) {
        const struct migration *migration = &what->migrations[k];
        if (migration->number == applied->number &&
            str_equal(applied->owner, str_of(migration->owner))) {
            return migration;
        }
    }
    return NULL;
}

static int64_t newest_of(const struct schema *what, struct str owner)
{
    int64_t newest = 0;
    for (size_t k = 0; k < what->migration_count; k++) {
        const struct migration *migration = &what->migrations[k];
        if (str_equal(owner, str_of(migration->owner)) && migration->number > newest) {
            newest = migration->number;
        }
    }
    return newest;
}

static int64_t newest_applied(const struct rows *applied, struct str owner)
{
    const struct applied *list = applied->rows;
    int64_t newest = 0;
    for (size_t i = 0; i < applied->count; i++) {
        if (str_equal(owner, list[i].owner) && list[i].number > newest) {
            newest = list[i].number;
        }
    }
    return newest;
}

static const char *sentence_of(enum status status)
{
    switch ((int)status) {
    case STATUS_READ_ONLY:
        return "Kho dữ liệu chỉ đọc được, không ghi được, nên không nâng cấp được.";
    case STATUS_DISK_FULL:
        return "Ổ đĩa đã đầy, nên không nâng cấp được kho dữ liệu; bước đang làm đã được hoàn lại.";
    default:
        return "Không nâng cấp được kho dữ liệu; bước đang làm đã được hoàn lại (xem dòng "
               "event=store_failed ở trên). Với PostgreSQL, vai trò cần quyền tạo và sửa bảng: "
               "GRANT CREATE, USAGE ON SCHEMA.";
    }
}
