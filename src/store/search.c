/* The search index: FTS5 over texts that are kept beside it, found by id and not by rank. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/search.h"

#include <limits.h>
#include <unistd.h>

#include "base/must.h"
#include "base/out.h"
#include "store/lite.h"

enum {
    VERSION = 3, /* of the file; another one is made anew */
    KIND_BITS = 6,
    QUERY_WORDS_MAX = 16,
    QUERY_BYTES_MAX = 16 << 10,
    TAGS_BYTES_MAX = 128,
    MERGE_PAGES = 64, /* a step: some milliseconds */
};

/* FTS5 wants a document's old words to take them out again, so the texts are kept (`content`). The
 * row id is id and kind in one, so that "newest first" is the order of the index itself. Kind, unit
 * and publicity are words of a third column: the index intersects them as it does words, where a
 * condition on a table would have to look at every document that has a common word. Each that can
 * be asked for is one word (k1, k1p, k1u7, k1u7p), since every further word costs as much as one
 * that was typed. Tone marks
 * count (remove_diacritics 0), because the folded column has none by itself. */
static const char SCHEMA[] =
    "CREATE TABLE mark (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL,"
    " forgets INTEGER NOT NULL) STRICT;"
    "INSERT INTO mark VALUES (1, 0, 0);"
    "CREATE TABLE doc (id INTEGER PRIMARY KEY, exact TEXT NOT NULL, folded TEXT NOT NULL,"
    " tags TEXT NOT NULL) STRICT;"
    "CREATE VIRTUAL TABLE word USING fts5 (exact, folded, tags, content = 'doc',"
    " content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');"
    "PRAGMA user_version = 3;";

static const char INDEX_PRAGMAS[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4000;"
    "PRAGMA journal_size_limit = 16777216;";
static const char READER_PRAGMAS[] = "PRAGMA query_only = ON; PRAGMA cache_size = -2000;";

enum prepared {
    BEGIN,
    COMMIT,
    ROLLBACK,
    WATERMARK,
    SET_WATERMARK,
    FORGETS,
    SET_FORGETS,
    OLD,
    TAKE_OUT,
    FORGET,
    KEEP,
    PUT_IN,
    FIND,
    MERGE,
    PREPARED_COUNT
};

static const char *const texts[PREPARED_COUNT] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",
    [WATERMARK] = "SELECT position FROM mark",
    [SET_WATERMARK] = "UPDATE mark SET position = ?1",
    [FORGETS] = "SELECT forgets FROM mark",
    [SET_FORGETS] = "UPDATE mark SET forgets = ?1",
    [OLD] = "SELECT exact = ?2 AND folded = ?3 AND tags = ?4 FROM doc WHERE id = ?1",
    [TAKE_OUT] = ("INSERT INTO word (word, rowid, exact, folded, tags)"
                  " SELECT 'delete', id, exact, folded, tags FROM doc WHERE id = ?1"),
    [FORGET] = "DELETE FROM doc WHERE id = ?1",
    [KEEP] = "INSERT INTO doc (id, exact, folded, tags) VALUES (?1, ?2, ?3, ?4)",
    [PUT_IN] = "INSERT INTO word (rowid, exact, folded, tags) VALUES (?1, ?2, ?3, ?4)",
    [FIND] = ("SELECT rowid FROM word WHERE word MATCH ?1 AND rowid < ?2"
              " ORDER BY rowid DESC LIMIT ?3"),
    [MERGE] = "INSERT INTO word (word, rank) VALUES ('merge', ?1)",
};

struct search {
    sqlite3 *db;
    enum status failed;
    bool is_damaged;
    struct lite_budget budget;
    sqlite3_stmt *prepared[PREPARED_COUNT];
};

/* --- opening ---------------------------------------------------------------------------------- */

static enum status wrap(sqlite3 *db, struct search **ret)
{
    struct search *search = sqlite3_malloc64(sizeof *search);
    if (!search) {
        sqlite3_close(db);
        return STATUS_FULL;
    }
    *search = (struct search){ .db = db };
    lite_budget_watch(db, &search->budget);
    *ret = search;
    return STATUS_OK;
}

/* What can be made anew need not be mended. */
void search_remove(const char *path)
{
    static const char *const suffixes[] = { "", "-wal", "-shm" };
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        char name[PATH_MAX];
        struct out out = out_fixed(name, sizeof name);
        out_printf(&out, "%s%s", path, suffixes[i]);
        out_char(&out, '\0');
        must(!out.overflowed);
        unlink(name);
    }
}

enum status search_open_index(const char *path, struct search **ret)
{
    sqlite3 *db = NULL;
    enum status status = lite_open(path, LITE_CREATE, INDEX_PRAGMAS, &db);
    if (!status && lite_number(db, "PRAGMA user_version") == VERSION) {
        return wrap(db, ret);
    }
    if (status != STATUS_OK && status != STATUS_STORE_FAILED && status != STATUS_DAMAGED) {
        return status; /* the disk's fault, not the file's */
    }
    sqlite3_close(db);
    search_remove(path);
    status = lite_open(path, LITE_CREATE, INDEX_PRAGMAS, &db);
    status = status ? status : lite_exec(db, SCHEMA);
    if (status) {
        sqlite3_close(db);
        return status;
    }
    return wrap(db, ret);
}

enum status search_open_reader(const char *path, struct search **ret)
{
    sqlite3 *db = NULL;
    *ret = NULL;
    if (access(path, F_OK) != 0) {
        return STATUS_OK;
    }
    enum status status = lite_open(path, LITE_READ, READER_PRAGMAS, &db);
    status = status ? status : wrap(db, ret);
    return status == STATUS_FULL ? STATUS_FULL : STATUS_OK;
}

void search_close(struct search *search)
{
    if (search) {
        for (size_t i = 0; i < PREPARED_COUNT; i++) {
            sqlite3_finalize(search->prepared[i]);
        }
        must(sqlite3_close(search->db) == SQLITE_OK);
        sqlite3_free(search);
    }
}

/* --- statements ------------------------------------------------------------------------------- */

/* Ready to be bound; NULL, and a failure noted, when it cannot be. */
static sqlite3_stmt *ready(struct search *search, enum prepared which)
{
    if (search->failed) {
        return NULL;
    }
    if (!search->prepared[which]) {
        search->prepared[which] = lite_prepare(search->db, texts[which]);
    }
    if (!search->prepared[which]) {
        search->failed = lite_failure(search->db, "search");
    }
    return search->prepared[which];
}

/* True while there is a row; after the last or a failure the statement is reset. */
static bool step(struct search *search, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        search->is_damaged = (code & 0xff) == SQLITE_CORRUPT || code == SQLITE_IOERR_DATA;
        search->failed = lite_failure(search->db, "search");
    }
    sqlite3_reset(statement);
    return false;
}

/* Runs a statement whose only argument is a number. */
static void run(struct search *search, enum prepared which, int64_t number)
{
    sqlite3_stmt *statement = ready(search, which);
    if (statement) {
        (void)sqlite3_bind_int64(statement, 1, number);
        (void)step(search, statement);
    }
}

static void bind_str(sqlite3_stmt *statement, int i, struct str text)
{
    (void)sqlite3_bind_text64(statement, i, text.n ? text.p : "", text.n, SQLITE_STATIC,
                              SQLITE_UTF8);
}

/* --- the indexer ------------------------------------------------------------------------------ */

static int64_t row_of(unsigned kind, int64_t id)
{
    must(kind <= SEARCH_KIND_MAX && id > 0 && id < INT64_MAX >> KIND_BITS);
    return id << KIND_BITS | kind;
}

void search_begin(struct search *index)
{
    index->failed = STATUS_OK;
    lite_budget_start(&index->budget, 0);
    sqlite3_stmt *statement = ready(index, BEGIN);
    if (statement) {
        (void)step(index, statement);
    }
}

void search_delete(struct search *index, unsigned kind, int64_t id)
{
    run(index, TAKE_OUT, row_of(kind, id));
    run(index, FORGET, row_of(kind, id));
}

void search_forget(struct search *index, unsigned kind, int64_t id)
{
    search_delete(index, kind, id);
    run(index, SET_FORGETS, 1);
}

static void bind_text(sqlite3_stmt *statement, const struct search_text *text, struct str tags)
{
    (void)sqlite3_bind_int64(statement, 1, row_of(text->kind, text->id));
    bind_str(statement, 2, text->exact);
    bind_str(statement, 3, text->folded);
    bind_str(statement, 4, tags);
}

static void write_tag(struct out *out, unsigned kind, int64_t unit, bool is_public)
{
    out_char(out, 'k');
    out_int(out, kind);
    if (unit) {
        out_char(out, 'u');
        out_int(out, unit);
    }
    out_str_raw(out, is_public ? STR("p") : STR(""));
}

void search_put(struct search *index, const struct search_text *text)
{
    char buffer[TAGS_BYTES_MAX];
    struct out tags = out_fixed(buffer, sizeof buffer);
    for (int is_unit = 0; is_unit <= 1; is_unit++) {
        for (int is_public = 0; is_public <= (int)text->is_public; is_public++) {
            write_tag(&tags, text->kind, is_unit ? text->unit : 0, is_public);
            out_char(&tags, ' ');
        }
    }
    sqlite3_stmt *old = ready(index, OLD);
    if (!old) {
        return;
    }
    bind_text(old, text, out_str(&tags));
    bool exists = step(index, old);
    bool is_same = exists && sqlite3_column_int64(old, 0) == 1;
    sqlite3_reset(old);
    if (is_same) {
        return;
    }
    if (exists) {
        search_delete(index, text->kind, text->id);
    }
    for (enum prepared which = KEEP; which <= PUT_IN; which++) {
        sqlite3_stmt *statement = ready(index, which);
        if (statement) {
            bind_text(statement, text, out_str(&tags));
            (void)step(index, statement);
        }
    }
}

enum status search_commit(struct search *index, int64_t watermark)
{
    run(index, SET_WATERMARK, watermark);
    sqlite3_stmt *statement = ready(index, COMMIT);
    if (statement) {
        (void)step(index, statement);
    }
    enum status status = index->failed;
    if (!sqlite3_get_autocommit(index->db)) {
        index->failed = STATUS_OK;
        statement = ready(index, ROLLBACK);
        must(statement);
        (void)step(index, statement);
    }
    if (index->is_damaged) {
        /* The next search_open_index() makes it anew. */
        enum status ignored = lite_exec(index->db, "PRAGMA user_version = 0");
        (void)ignored;
    }
    index->failed = status;
    return status;
}

/* Below zero all pieces are marked for one merge first. FTS5's way to say that it has nothing more
 * to do is to change less than two rows. */
bool search_merge(struct search *index, bool is_first)
{
    index->failed = STATUS_OK;
    lite_budget_start(&index->budget, 0);
    int before = sqlite3_total_changes(index->db);
    run(index, MERGE, is_first ? -MERGE_PAGES : MERGE_PAGES);
    return !index->failed && sqlite3_total_changes(index->db) - before >= 2;
}

/* Of a statement without arguments; 0 when it fails. */
static int64_t number_of(struct search *search, enum prepared which)
{
    int64_t number = 0;
    sqlite3_stmt *statement = ready(search, which);
    if (statement && step(search, statement)) {
        number = sqlite3_column_int64(statement, 0);
        sqlite3_reset(statement);
    }
    return number;
}

int64_t search_watermark(struct search *search)
{
    return number_of(search, WATERMARK);
}

bool search_forgets(struct search *index)
{
    index->failed = STATUS_OK;
    lite_budget_start(&index->budget, 0);
    return number_of(index, FORGETS) != 0;
}

bool search_forgotten(struct search *index)
{
    index->failed = STATUS_OK;
    run(index, SET_FORGETS, 0);
    return !index->failed && sqlite3_wal_checkpoint_v2(index->db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
                                                       NULL, NULL) == SQLITE_OK;
}

/* --- finding ---------------------------------------------------------------------------------- */

/* Every word becomes a string of FTS5's language, in which nothing is special but the quote that
 * ends it, and words hold none: quotes separate them, or hold a phrase together. The number of
 * words. */
static unsigned write_words(struct out *out, const char *column, struct str text,
                            struct str between)
{
    unsigned count = 0;
    bool in_phrase = false;
    bool in_word = false;
    out_printf(out, "{%s} : (", column);
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.p[i];
        in_phrase = in_phrase != (c == '"');
        if (c == '"' || c < ' ' || (c == ' ' && !(in_phrase && in_word))) {
            out_str_raw(out, in_word ? STR("\"") : STR(""));
            in_word = false;
            continue;
        }
        if (!in_word && count++ == QUERY_WORDS_MAX) {
            break;
        }
        if (!in_word) {
            out_str_raw(out, count > 1 ? between : STR(""));
            out_char(out, '"');
        }
        out_char(out, (char)c);
        in_word = true;
    }
    out_str_raw(out, in_word ? STR("\")") : STR(")"));
    return count;
}

/* Up to `limit` ids below `before` into ids[]; the number of them. */
static size_t find(struct search *search, unsigned kind, struct str match, int64_t before,
                   size_t limit, int64_t *ids)
{
    sqlite3_stmt *statement = ready(search, FIND);
    size_t count = 0;
    if (!statement) {
        return 0;
    }
    bind_str(statement, 1, match);
    (void)sqlite3_bind_int64(statement, 2,
                             before < INT64_MAX >> KIND_BITS ? row_of(kind, before) : INT64_MAX);
    (void)sqlite3_bind_int64(statement, 3, (int64_t)limit);
    while (step(search, statement)) {
        ids[count++] = sqlite3_column_int64(statement, 0) >> KIND_BITS;
    }
    return count;
}

/* Papers of the kind and unit with all words in the column, but (for the second question) not those
 * that match exactly. Absent when there is no word. */
static struct str match_of(const struct search_query *query, bool is_exact, struct arena *arena)
{
    struct out out = out_open(arena, QUERY_BYTES_MAX);
    const struct str between = query->is_any ? STR(" OR ") : STR(" ");
    out_lit(&out, "(");
    unsigned words = write_words(&out, is_exact ? "exact" : "folded",
                                 is_exact ? query->exact : query->folded, between);
    out_lit(&out, " AND {tags} : (\"");
    write_tag(&out, query->kind, query->unit, query->only_public);
    out_lit(&out, "\"))");
    if (!is_exact && !str_equal(query->exact, query->folded)) {
        out_lit(&out, " NOT ");
        words = write_words(&out, "exact", query->exact, between) ? words : 0;
    }
    return words && !out.overflowed ? out_str(&out) : STR_NONE;
}

/* Two questions at most. A cursor above 0 is the last id of those that match exactly; below 0, of
 * the others. One row more than asked for tells whether there is a next page. */
enum status search_find(struct search *search, const struct search_query *query, unsigned budget_ms,
                        struct arena *arena, struct search_page *ret)
{
    const size_t wanted = query->limit + 1;
    const int64_t after_exact = query->before > -INT64_MAX ? -query->before : INT64_MAX;
    int64_t *ids = new(arena, int64_t, wanted);
    size_t exact_count = 0;
    search->failed = STATUS_OK;
    lite_budget_start(&search->budget, budget_ms);
    /* Words typed without tone marks are their own folded form: one question finds all. */
    struct str match =
        str_equal(query->exact, query->folded) ? STR_NONE : match_of(query, true, arena);
    if (match.p && query->before >= 0) {
        exact_count = find(search, query->kind, match, query->before ? query->before : INT64_MAX,
                           wanted, ids);
    }
    size_t count = exact_count;
    match = match_of(query, false, arena);
    if (match.p && count < wanted) {
        count += find(search, query->kind, match, query->before < 0 ? after_exact : INT64_MAX,
                      wanted - count, ids + count);
    }
    if (search->failed) {
        return search->failed;
    }
    struct search_page page = { ids, count, exact_count, 0 };
    if (count == wanted && query->limit > 0) {
        page.count = query->limit;
        page.next = search_key(&page, page.count - 1);
    }
    *ret = page;
    return STATUS_OK;
}
