/* Compiles the folders' SQL: checks it with SQLite itself, and makes typed C functions of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/must.h"
#include "base/out.h"
#include "file.h"
#include "sqlc.h"

/* docs/internals/sqlc.md is the manual. In order: read the files, read the migrations (which need
 * a rewrite per dialect), sort the owners, run the migrations in memory, check each query. */

enum { TOOL_ARENA_BYTES = 1 << 28, COMPLAINTS_SHOWN = 20 };

/* Parameters whose name alone tells their type. */
static const struct {
    const char *name;
    enum type_word word;
} known_params[] = {
    { "limit", WORD_INT },
    { "offset", WORD_INT },
    { "today", WORD_DAY },
    { "now", WORD_INSTANT },
};

/* What SQLite told about one statement while it prepared it. */
struct access {
    const struct sqlc *sqlc;
    struct str owner;
    bool migrates;
    const struct table *touched[TABLES_MAX];
    size_t touched_count;
    const struct table *written;
    struct str foreign; /* the first table that the owner may not touch */
    bool does_else;     /* neither reads nor writes rows */
    uint64_t read_bits; /* of tables, views left aside */
    uint64_t write_bits;
};

static bool read_source(struct sqlc *sqlc, const char *path);
static void sort_sources(struct sqlc *sqlc);
static sqlite3 *run_migrations(struct sqlc *sqlc);
static void read_queries(struct sqlc *sqlc, const struct source *source);
static void check_query(struct sqlc *sqlc, sqlite3 *db, struct query *query);

int main(int argc, char **argv)
{
    if (argc < 3 || strcmp(argv[1], "--out") != 0) {
        fputs("usage: sqlc --out FOLDER FILE...\n", stderr);
        return 2;
    }
    struct arena *arena = arena_create(TOOL_ARENA_BYTES);
    must(arena);
    struct sqlc *sqlc = new(arena, struct sqlc, 1);
    sqlc->arena = arena;
    for (int i = 3; i < argc; i++) {
        if (!read_source(sqlc, argv[i])) {
            return 2;
        }
    }
    sort_sources(sqlc);
    for (size_t i = 0; i < sqlc->source_count; i++) {
        if (sqlc->sources[i]->number) {
            read_migration(sqlc, sqlc->sources[i]);
        } else {
            read_queries(sqlc, sqlc->sources[i]);
        }
    }
    sort_owners(sqlc);
    sqlite3 *db = sqlc->complaints ? NULL : run_migrations(sqlc);
    for (size_t i = 0; db && i < sqlc->query_count; i++) {
        check_query(sqlc, db, sqlc->queries[i]);
    }
    sqlite3_close(db);
    if (!sqlc->complaints) {
        emit_all(sqlc, argv[2]);
    }
    return sqlc->complaints > 0;
}

/* --- complaints ------------------------------------------------------------------------------- */

void complain(struct sqlc *sqlc, const struct source *source, const char *at, const char *format,
              ...)
{
    if (sqlc->complaints++ >= COMPLAINTS_SHOWN) {
        return;
    }
    struct str text = source->text;
    if (!at || at < text.p || at > text.p + text.n) {
        at = text.p;
    }
    const char *line = at;
    while (line > text.p && line[-1] != '\n') {
        line--;
    }
    int number = 1;
    for (const char *p = text.p; p < line; p++) {
        number += *p == '\n';
    }
    struct str rest = str_span(line, (size_t)(text.p + text.n - line));
    struct str whole = str_slice(rest, 0, str_find_byte(rest, '\n'));
    int column = (int)str_chars(str_span(line, (size_t)(at - line)));
    fprintf(stderr, "%.*s:%d: ", STR_ARG(source->path), number);
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fprintf(stderr, "\n    %.*s\n    %*s^\n", STR_ARG(whole), column, "");
}

/* --- files ------------------------------------------------------------------------------------ */

/* The owner is the folder that holds queries.sql or schema/. Queries that belong together may have
 * a file of their own beside it, queries_WORD.sql. */
static bool read_source(struct sqlc *sqlc, const char *path)
{
    must(sqlc->source_count < SOURCES_MAX);
    struct source *source = new(sqlc->arena, struct source, 1);
    *source = (struct source){ .path = str_of(path), .text = file_read(sqlc->arena, path) };
    if (!str_is_utf8(source->text) || str_find_byte(source->text, '\0') < source->text.n) {
        fprintf(stderr, "%s: is not UTF-8 text\n", path);
        return false;
    }
    struct str folders[64] = { STR_NONE };
    size_t count = 0;
    for (struct str rest = source->path; rest.p && count < COUNT(folders);) {
        folders[count++] = str_cut(&rest, '/');
    }
    struct str file_name = folders[count - 1];
    bool migrates = count > 2 && str_equal(folders[count - 2], STR("schema"));
    int64_t number = 0;
    if (migrates) {
        /* 0007.sql: str_to_int() takes no leading zeros. */
        struct str digits = str_slice(file_name, 0, str_find_byte(file_name, '.'));
        while (digits.n > 1 && digits.p[0] == '0') {
            digits = str_slice(digits, 1, digits.n);
        }
        migrates = str_to_int(digits, &number) && number > 0 && number < 10000;
    }
    bool queries =
        count > 1 && (str_equal(file_name, STR("queries.sql")) ||
                      (str_starts(file_name, STR("queries_")) && str_ends(file_name, STR(".sql"))));
    if (!migrates && !queries) {
        fprintf(stderr,
                "%s: is neither OWNER/schema/NNNN.sql nor OWNER/queries.sql or queries_WORD.sql\n",
                path);
        return false;
    }
    source->number = (int)number;
    source->owner = folders[count - (migrates ? 3 : 2)];
    sqlc->sources[sqlc->source_count++] = source;
    return true;
}

static int source_compare(const struct source *a, const struct source *b)
{
    int owners = str_compare(a->owner, b->owner);
    if (owners || a->number == b->number) {
        return owners ? owners : str_compare(a->path, b->path);
    }
    return !a->number ? 1 : !b->number ? -1 : a->number - b->number;
}

static void sort_sources(struct sqlc *sqlc)
{
    for (size_t i = 1; i < sqlc->source_count; i++) {
        struct source *moved = sqlc->sources[i];
        size_t to = i;
        for (; to && source_compare(sqlc->sources[to - 1], moved) > 0; to--) {
            sqlc->sources[to] = sqlc->sources[to - 1];
        }
        sqlc->sources[to] = moved;
    }
    struct str owner = STR_NONE;
    int expected = 1;
    for (size_t i = 0; i < sqlc->source_count; i++) {
        const struct source *source = sqlc->sources[i];
        if (!str_equal(source->owner, owner)) {
            must(sqlc->owner_count < OWNERS_MAX);
            sqlc->owners[sqlc->owner_count++] = owner = source->owner;
            expected = 1;
        }
        if (source->number && source->number != expected++) {
            complain(sqlc, source, NULL, "migration %d of %.*s is missing or there twice",
                     expected - 1, STR_ARG(owner));
            expected = source->number + 1;
        }
    }
}

/* --- what SQLite says ------------------------------------------------------------------------- */

/* Two tables that share a bit are taken for one: more is asked again than must be. */
static uint64_t table_bit(const struct sqlc *sqlc, const struct table *table)
{
    size_t i = 0;
    while (sqlc->tables[i] != table) {
        i++;
    }
    return UINT64_C(1) << (i % 64);
}

/* A read that came through a view is the view owner's, and through *_public it is everybody's. The
 * innermost name is told, a WITH table's too, which stands for the statement itself. */
static void note_touch(struct access *access, struct str name, struct str via, bool writes)
{
    const struct table *table = table_find(access->sqlc, name);
    const struct table *view = via.p ? table_find(access->sqlc, via) : NULL;
    if (!table) {
        /* A migration also touches SQLite's own tables, and what a later one drops. */
        access->foreign = access->migrates ? access->foreign : str_copy(access->sqlc->arena, name);
        return;
    }
    if (!table->is_view) {
        uint64_t *bits = writes ? &access->write_bits : &access->read_bits;
        *bits |= table_bit(access->sqlc, table);
    }
    struct str reader = view ? view->source->owner : access->owner;
    bool is_public = table->is_view && str_ends(table->name, STR("_public")) && !writes;
    if (!str_equal(table->source->owner, reader) && !is_public) {
        access->foreign = table->name;
    }
    if (writes) {
        access->written = table;
    }
    bool is_known = view != NULL;
    for (size_t i = 0; i < access->touched_count; i++) {
        is_known = is_known || access->touched[i] == table;
    }
    if (!is_known) {
        access->touched[access->touched_count++] = table;
    }
}

/* SQLite calls it while it prepares; what it finds is judged afterwards, with a sentence. */
static int on_access(void *context, int action, const char *a, const char *b, const char *database,
                     const char *via)
{
    struct access *access = context;
    (void)database;
    switch (action) {
    case SQLITE_READ:
        /* Without a column it may be a WITH table, whose own reads are told too. */
        if (*b || table_find(access->sqlc, str_of(a))) {
            note_touch(access, str_of(a), str_of(via), false);
        }
        break;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        note_touch(access, str_of(a), STR_NONE, true);
        break;
    case SQLITE_CREATE_INDEX:
    case SQLITE_ALTER_TABLE:
        note_touch(access, str_of(b), STR_NONE, true);
        access->does_else = true;
        break;
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
        break;
    default:
        access->does_else = true;
    }
    return SQLITE_OK;
}

static sqlite3_stmt *prepare(sqlite3 *db, struct str sql, struct access *access, const char **tail)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_set_authorizer(db, on_access, access);
    (void)sqlite3_prepare_v2(db, sql.p, (int)sql.n, &statement, tail);
    sqlite3_set_authorizer(db, NULL, NULL);
    return statement;
}

/* The type under `-- param NAME TYPE` or `-- column NAME TYPE`, else absent. */
static struct str hint_find(struct str lines, struct str what, struct str name)
{
    while (lines.p) {
        struct str line = str_trim(str_cut(&lines, '\n'));
        struct str type =
            str_starts(line, what) ? str_trim(str_slice(line, what.n, line.n)) : STR_NONE;
        if (type.p && str_equal(str_cut(&type, ' '), name)) {
            return str_trim(type);
        }
    }
    return STR_NONE;
}

/* The type of the column so named in the table written, or else in all tables touched that have
 * one. WORD_NONE when they disagree or none has. */
static struct type type_by_name(const struct access *access, struct str name)
{
    const struct column *found = access->written ? column_find(access->written, name) : NULL;
    if (found) {
        return found->type;
    }
    for (size_t i = 0; i < access->touched_count; i++) {
        const struct column *column = column_find(access->touched[i], name);
        if (column && found && !type_equal(column->type, found->type)) {
            return (struct type){ .word = WORD_NONE };
        }
        found = column ? column : found;
    }
    return found ? found->type : (struct type){ .word = WORD_NONE };
}

static struct type column_type(const struct access *access, sqlite3_stmt *statement, int i,
                               struct str hints)
{
    const struct sqlc *sqlc = access->sqlc;
    struct str name = str_of(sqlite3_column_name(statement, i));
    struct str hint = hint_find(hints, STR("-- column "), name);
    const char *origin = sqlite3_column_origin_name(statement, i);
    const struct table *table =
        origin ? table_find(sqlc, str_of(sqlite3_column_table_name(statement, i))) : NULL;
    const struct column *column = table ? column_find(table, str_of(origin)) : NULL;
    return hint.p ? type_parse(sqlc, hint) : column ? column->type : type_by_name(access, name);
}

/* Rewriting keeps line breaks, so an offset in the rewritten text gives the source's line. */
static const char *same_line(const struct source *source, const char *at)
{
    const char *line = source->text.p;
    for (const char *p = source->sqlite.p; p < at; p++) {
        if (*p == '\n') {
            line += str_find_byte(str_of(line), '\n') + 1;
        }
    }
    return line + strspn(line, " \n");
}

/* A WITH table of a view's name could pose as the view: NAME [(columns)] AS [MATERIALIZED] (. */
static void refuse_hiding(struct sqlc *sqlc, const struct source *source, const struct token *token)
{
    for (; token->kind != TOKEN_END; token++) {
        const struct token *next = token + 1;
        if (is_sign(next, '(')) {
            do {
                next++;
            } while (next->depth > token->depth);
            next += is_sign(next, ')');
        }
        if (!is_word(next, "AS")) {
            continue;
        }
        next++;
        next += is_word(next, "NOT");
        next += is_word(next, "MATERIALIZED");
        if (is_sign(next, '(') && table_find(sqlc, token->text)) {
            complain(sqlc, source, token->text.p, "this name hides a table");
        }
    }
}

static void run_migration(struct sqlc *sqlc, sqlite3 *db, const struct source *source)
{
    const char *end = source->sqlite.p + source->sqlite.n;
    for (const char *at = source->sqlite.p; at < end;) {
        struct access access = { .sqlc = sqlc, .owner = source->owner, .migrates = true };
        const char *tail = end;
        sqlite3_stmt *statement = prepare(db, str_span(at, (size_t)(end - at)), &access, &tail);
        bool works = sqlite3_errcode(db) == SQLITE_OK &&
                     (!statement || sqlite3_step(statement) == SQLITE_DONE);
        int offset = sqlite3_error_offset(db);
        if (!works) {
            complain(sqlc, source, same_line(source, at + (offset > 0 ? offset : 0)), "%s",
                     sqlite3_errmsg(db));
        } else if (access.foreign.p) {
            complain(sqlc, source, same_line(source, at), "%.*s is not a table of %.*s",
                     STR_ARG(access.foreign), STR_ARG(source->owner));
        }
        sqlite3_finalize(statement);
        at = works ? tail : end;
    }
}

static void type_view(struct sqlc *sqlc, sqlite3 *db, struct table *view)
{
    struct access access = { .sqlc = sqlc, .owner = view->source->owner };
    struct str sql = str_printf(sqlc->arena, "SELECT * FROM %.*s", STR_ARG(view->name));
    refuse_hiding(sqlc, view->source, tokens_of(sqlc->arena, view->definition));
    sqlite3_stmt *statement = prepare(db, sql, &access, NULL);
    if (!statement || access.foreign.p) {
        complain(sqlc, view->source, view->name.p, "%s: %.*s",
                 statement ? "a view reads its owner's tables and *_public views"
                           : sqlite3_errmsg(db),
                 STR_ARG(access.foreign));
    }
    for (int i = 0; i < sqlite3_column_count(statement) && i < COLUMNS_MAX; i++) {
        struct str name = str_copy(sqlc->arena, str_of(sqlite3_column_name(statement, i)));
        view->columns[view->column_count++] =
            (struct column){ name, column_type(&access, statement, i, view->definition) };
    }
    sqlite3_finalize(statement);
}

/* The order in which a table's rows are told apart. */
static void read_key(sqlite3 *db, struct sqlc *sqlc, struct table *table)
{
    struct str sql = str_printf(sqlc->arena, "SELECT name, pk FROM pragma_table_info('%.*s')",
                                STR_ARG(table->name));
    sqlite3_stmt *statement = NULL;
    must(sqlite3_prepare_v2(db, sql.p, (int)sql.n, &statement, NULL) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        struct str name = str_of((const char *)sqlite3_column_text(statement, 0));
        for (size_t i = 0; i < table->column_count; i++) {
            if (str_equal(table->columns[i].name, name)) {
                table->columns[i].key = sqlite3_column_int(statement, 1);
            }
        }
    }
    sqlite3_finalize(statement);
}

/* The whole schema in memory. Foreign keys stay off: SQLite would report their checks as reads. */
static sqlite3 *run_migrations(struct sqlc *sqlc)
{
    sqlite3 *db = NULL;
    must(sqlite3_open(":memory:", &db) == SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    for (size_t owner = 0; owner < sqlc->owner_count; owner++) {
        for (size_t i = 0; i < sqlc->source_count; i++) {
            const struct source *source = sqlc->sources[i];
            if (source->number && str_equal(source->owner, sqlc->owners[owner])) {
                run_migration(sqlc, db, source);
            }
        }
        for (size_t i = 0; i < sqlc->table_count; i++) {
            struct table *table = sqlc->tables[i];
            if (!str_equal(table->source->owner, sqlc->owners[owner])) {
                continue;
            }
            if (table->is_view) {
                type_view(sqlc, db, table);
            } else {
                read_key(db, sqlc, table);
            }
        }
    }
    return db;
}

/* --- queries ---------------------------------------------------------------------------------- */

/* The line `-- name: NAME :KIND`. */
static struct query *add_query(struct sqlc *sqlc, const struct source *source, struct str line)
{
    static const char *const kinds[] = {
        ":one", ":many", ":each", ":exec", ":put", ":none", ":sum"
    };
    struct query *query = new(sqlc->arena, struct query, 1);
    struct str kind = str_trim(str_slice(line, STR("-- name:").n, line.n));
    *query = (struct query){ .source = source, .name = str_cut(&kind, ' ') };
    bool known = false;
    for (unsigned i = 0; i < COUNT(kinds); i++) {
        if (str_equal(str_trim(kind), str_of(kinds[i]))) {
            query->kind = (enum query_kind)i;
            known = true;
        }
    }
    if (!known || !is_plain_name(query->name)) {
        complain(sqlc, source, line.p,
                 "expected -- name: NAME :one, :many, :each, :exec, :put, :none or :sum");
    }
    for (size_t i = 0; i < sqlc->query_count; i++) {
        if (str_equal(sqlc->queries[i]->name, query->name)) {
            complain(sqlc, source, line.p, "%.*s has a query of that name already",
                     STR_ARG(sqlc->queries[i]->source->path));
        }
    }
    must(sqlc->query_count < QUERIES_MAX);
    sqlc->queries[sqlc->query_count++] = query;
    return query;
}

/* Cuts the file into queries: head, body, perhaps the other body. */
static void read_queries(struct sqlc *sqlc, const struct source *source)
{
    struct query *query = NULL;
    struct str *part = NULL;
    for (struct str rest = source->text; rest.p && rest.n;) {
        struct str line = str_cut(&rest, '\n');
        struct str trimmed = str_trim(line);
        bool is_comment = !trimmed.n || str_starts(trimmed, STR("--"));
        if (str_starts(trimmed, STR("-- name:"))) {
            query = add_query(sqlc, source, trimmed);
            part = &query->head;
            continue;
        }
        if (!query && !is_comment) {
            complain(sqlc, source, trimmed.p, "expected a line -- name: NAME :KIND");
            return;
        }
        if (!query) {
            continue;
        }
        if (str_equal(trimmed, STR("-- postgres:"))) {
            part = &query->postgres_body;
            continue;
        }
        if (part == &query->head && !is_comment) {
            part = &query->body;
        }
        part->p = part->p ? part->p : line.p;
        part->n = (size_t)(line.p + line.n - part->p);
    }
}

/* The parameters in order of their first appearance, which is how SQLite numbers them. */
static void read_params(struct sqlc *sqlc, const struct access *access, struct query *query)
{
    for (const struct token *token = tokens_of(sqlc->arena, query->body); !ends_statement(token);
         token++) {
        struct str name = str_slice(token->text, 1, token->text.n);
        bool seen = token->kind != TOKEN_PARAM;
        for (size_t i = 0; !seen && i < query->param_count; i++) {
            seen = str_equal(query->params[i].name, name);
        }
        if (seen) {
            continue;
        }
        struct str hint = hint_find(query->head, STR("-- param "), name);
        struct type type = hint.p ? type_parse(sqlc, hint) : type_by_name(access, name);
        for (size_t i = 0; !hint.p && !type.word && i < COUNT(known_params); i++) {
            if (str_equal(name, str_of(known_params[i].name))) {
                type.word = known_params[i].word;
            }
        }
        if (!type.word || !is_plain_name(name) || query->param_count == PARAMS_MAX) {
            complain(sqlc, query->source, token->text.p,
                     "what type is it? Say: -- param %.*s TABLE.COLUMN, or a type word",
                     STR_ARG(name));
            continue;
        }
        query->params[query->param_count++] = (struct column){ name, type };
    }
}

static void read_columns(struct sqlc *sqlc, const struct access *access, sqlite3_stmt *statement,
                         struct query *query)
{
    for (int i = 0; i < sqlite3_column_count(statement) && i < COLUMNS_MAX; i++) {
        struct str name = str_copy(sqlc->arena, str_of(sqlite3_column_name(statement, i)));
        struct type type = column_type(access, statement, i, query->head);
        for (size_t k = 0; k < query->column_count; k++) {
            if (str_equal(query->columns[k].name, name)) {
                complain(sqlc, query->source, query->body.p, "two columns are named %.*s",
                         STR_ARG(name));
            }
        }
        if (!is_plain_name(name)) {
            complain(sqlc, query->source, query->body.p, "give this column a name with AS: %.*s",
                     STR_ARG(name));
        } else if (!type.word) {
            complain(sqlc, query->source, query->body.p,
                     "what type is it? Say: -- column %.*s TABLE.COLUMN, or a type word",
                     STR_ARG(name));
        }
        query->columns[query->column_count++] = (struct column){ name, type };
    }
}

/* The bracket that closes the one after a word; the end of the statement when none does. */
static const struct token *closing(const struct token *token)
{
    int depth = 0;
    do {
        token++;
        depth += is_sign(token, '(') - is_sign(token, ')');
    } while (depth > 0 && !ends_statement(token));
    return token;
}

/* The body up to its semicolon, with numbers for names. PostgreSQL sums whole numbers to a type
 * that nothing of ours can hold; brought back, a sum is what it is in SQLite, an overflow an error.
 */
static struct str spell_query(struct sqlc *sqlc, const struct query *query, struct str body,
                              char sign)
{
    struct out out = out_open(sqlc->arena, SQL_BYTES_MAX);
    const char *copied = body.p;
    const struct token *token = tokens_of(sqlc->arena, body);
    const char *sum_end = NULL;
    for (; !ends_statement(token); token++) {
        if (sign == '$' && is_word(token, "SUM") && is_sign(token + 1, '(')) {
            sum_end = closing(token)->text.p;
        }
        if (sum_end && token->text.p == sum_end) {
            out_bytes(&out, copied, (size_t)(token->text.p + token->text.n - copied));
            out_lit(&out, "::BIGINT");
            copied = token->text.p + token->text.n;
        }
        if (token->kind != TOKEN_PARAM) {
            continue;
        }
        size_t number = 0;
        while (number < query->param_count &&
               !str_equal(query->params[number].name, str_slice(token->text, 1, token->text.n))) {
            number++;
        }
        if (number == query->param_count) {
            complain(sqlc, query->source, token->text.p, "the first body has no such parameter");
        }
        out_bytes(&out, copied, (size_t)(token->text.p - copied));
        out_char(&out, sign);
        out_int(&out, (int64_t)number + 1);
        copied = token->text.p + token->text.n;
    }
    out_bytes(&out, copied, (size_t)(token->text.p - copied));
    return out_str(&out);
}

/* Whether `alias` stands for a large table in this text. */
static bool means_large(const struct sqlc *sqlc, struct str text, struct str alias)
{
    struct arena scratch = *sqlc->arena;
    for (const struct token *token = tokens_of(&scratch, text); token->kind != TOKEN_END; token++) {
        const struct table *table =
            token->kind == TOKEN_WORD ? table_find(sqlc, token->text) : NULL;
        const struct token *next = token + 1 + is_word(token + 1, "AS");
        if (table && table->is_large &&
            (str_equal(token->text, alias) || str_equal(next->text, alias))) {
            return true;
        }
    }
    return false;
}

/* Asks the query plan, which names aliases: "SCAN c", but "SCAN c USING INDEX ...". */
static void refuse_scan(struct sqlc *sqlc, sqlite3 *db, const struct access *access,
                        const struct query *query)
{
    struct str sql = str_printf(sqlc->arena, "EXPLAIN QUERY PLAN %.*s", STR_ARG(query->sqlite));
    sqlite3_stmt *plan = NULL;
    must(sqlite3_prepare_v2(db, sql.p, (int)sql.n, &plan, NULL) == SQLITE_OK);
    while (sqlite3_step(plan) == SQLITE_ROW) {
        struct str detail = str_of((const char *)sqlite3_column_text(plan, 3));
        if (!str_starts(detail, STR("SCAN ")) || str_find(detail, STR(" USING ")) < detail.n) {
            continue;
        }
        struct str alias = str_slice(detail, STR("SCAN ").n, detail.n);
        alias = str_cut(&alias, ' ');
        bool is_large = means_large(sqlc, query->body, alias);
        for (size_t i = 0; i < access->touched_count; i++) {
            const struct table *table = access->touched[i];
            is_large = is_large || (table->is_view && means_large(sqlc, table->definition, alias));
        }
        if (is_large) {
            complain(sqlc, query->source, query->body.p,
                     "reads all of the large table %.*s: give it an index, or a key to start from",
                     STR_ARG(alias));
        }
    }
    sqlite3_finalize(plan);
}

static bool has_clause(const struct token *token, const char *first, const char *second)
{
    for (; token->kind != TOKEN_END; token++) {
        if (token->depth == 0 && is_word(token, first) && (!second || is_word(token + 1, second))) {
            return true;
        }
    }
    return false;
}

/* The reason why the statement cannot be of its kind, or NULL. */
static const char *unfit(const struct query *query, const struct token *tokens)
{
    if (query->kind == QUERY_EXEC || query->kind == QUERY_PUT || query->kind == QUERY_SUM) {
        return !query->writes        ? "an :exec or a :put writes"
               : query->column_count ? "an :exec or a :put gives no rows; make it :one"
                                     : NULL;
    }
    if (!query->column_count) {
        return "it gives no rows; make it :exec or :put";
    }
    if (query->kind == QUERY_ONE) {
        return NULL;
    }
    if (query->writes) {
        return "only :one, :exec and :put may write";
    }
    if (query->kind == QUERY_NONE) {
        return NULL;
    }
    if (query->kind == QUERY_MANY && !has_clause(tokens, "LIMIT", NULL)) {
        return "a :many has a LIMIT, for it is held in memory; exports use :each";
    }
    return has_clause(tokens, "ORDER", "BY") ? NULL : "rows come in an order: ORDER BY";
}

static bool is_key(const struct token *token, struct str name)
{
    while (!ends_statement(token) && !(is_word(token, "ON") && is_word(token + 1, "CONFLICT"))) {
        token++;
    }
    while (!ends_statement(token) && !is_word(token, "DO") && !str_equal(token->text, name)) {
        token++;
    }
    return !ends_statement(token) && !is_word(token, "DO");
}

/* Those that ON CONFLICT names are the key, and the others are added; the reason why it is no sum,
 * or NULL. */
static const char *read_sums(struct query *query, const struct token *tokens)
{
    size_t additions = 0;
    size_t amounts = 0;
    for (const struct token *token = tokens; !ends_statement(token); token++) {
        additions += is_word(token + 1, "excluded") && str_equal(token->text, STR("+"));
    }
    for (size_t i = 0; i < query->param_count && additions > 0; i++) {
        if (is_key(tokens, query->params[i].name)) {
            continue;
        }
        if (query->params[i].type.word != WORD_INT) {
            return "what a :sum adds is INT; the others are its key, named as in ON CONFLICT";
        }
        query->sums |= UINT64_C(1) << i;
        amounts++;
    }
    return amounts > 0 && amounts < query->param_count && additions == amounts
               ? NULL
               : "a :sum is INSERT … ON CONFLICT (its key) DO UPDATE SET n = t.n + excluded.n";
}

/* What can be told before SQLite has seen it. */
static void check_words(struct sqlc *sqlc, const struct query *query, const struct token *token)
{
    refuse_banned(sqlc, query->source, token);
    refuse_hiding(sqlc, query->source, token);
    while (!ends_statement(token)) {
        token++;
    }
    if (token->kind != TOKEN_END && token[1].kind != TOKEN_END) {
        complain(sqlc, query->source, token[1].text.p, "one statement to a name");
    }
}

static void check_query(struct sqlc *sqlc, sqlite3 *db, struct query *query)
{
    const unsigned complaints = sqlc->complaints;
    struct access access = { .sqlc = sqlc, .owner = query->source->owner };
    if (!query->body.n) {
        complain(sqlc, query->source, query->name.p, "there is no statement");
        return;
    }
    const struct token *tokens = tokens_of(sqlc->arena, query->body);
    check_words(sqlc, query, tokens);
    if (query->postgres_body.n) {
        refuse_banned(sqlc, query->source, tokens_of(sqlc->arena, query->postgres_body));
    }
    sqlite3_stmt *statement = prepare(db, query->body, &access, NULL);
    if (!statement) {
        int offset = sqlite3_error_offset(db);
        complain(sqlc, query->source, query->body.p + (offset > 0 ? offset : 0), "%s",
                 sqlite3_errmsg(db));
        return;
    }
    query->writes = !sqlite3_stmt_readonly(statement);
    query->tables = query->writes ? access.write_bits : access.read_bits;
    query->touches = access.write_bits | access.read_bits;
    if (access.does_else) {
        complain(sqlc, query->source, query->body.p, "a query reads or writes rows");
    } else if (access.foreign.p) {
        complain(sqlc, query->source, query->body.p,
                 "%.*s is not a table of %.*s; join its owner's *_public view",
                 STR_ARG(access.foreign), STR_ARG(access.owner));
    } else {
        read_params(sqlc, &access, query);
        read_columns(sqlc, &access, statement, query);
        const char *reason = unfit(query, tokens);
        if (!reason && query->kind == QUERY_SUM) {
            reason = read_sums(query, tokens);
        }
        if (reason) {
            complain(sqlc, query->source, query->body.p, "%s", reason);
        } else if (sqlc->complaints == complaints &&
                   sqlite3_bind_parameter_count(statement) != (int)query->param_count) {
            complain(sqlc, query->source, query->body.p, "parameters are written :name");
        }
    }
    sqlite3_finalize(statement);
    if (sqlc->complaints == complaints) {
        struct str other = query->postgres_body.n ? query->postgres_body : query->body;
        query->sqlite = spell_query(sqlc, query, query->body, '?');
        query->postgres = spell_query(sqlc, query, other, '$');
        refuse_scan(sqlc, db, &access, query);
    }
}
