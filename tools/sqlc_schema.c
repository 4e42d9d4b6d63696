/* The words of SQL, the names and types in it, and the migrations rewritten for both databases. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/must.h"
#include "base/out.h"
#include "sqlc.h"

const struct spelling spellings[WORD_COUNT] = {
    [WORD_ID] = { "ID", "INTEGER PRIMARY KEY", "BIGINT PRIMARY KEY", NULL, "FIELD_ID" },
    [WORD_REF] = { "REF", "INTEGER", "BIGINT", NULL, "FIELD_ID" },
    [WORD_TEXT] = { "TEXT", "TEXT", "TEXT COLLATE \"C\"", "struct str", "FIELD_TEXT" },
    [WORD_INT] = { "INT", "INTEGER", "BIGINT", "int64_t", "FIELD_INT" },
    /* Not BOOLEAN: `WHERE open = 1` must read the same in both dialects. */
    [WORD_YES] = { "YES", "INTEGER", "SMALLINT", "bool", "FIELD_YES" },
    [WORD_DAY] = { "DAY", "INTEGER", "INTEGER", "struct day", "FIELD_DAY" },
    [WORD_INSTANT] = { "INSTANT", "INTEGER", "BIGINT", "struct instant", "FIELD_INSTANT" },
    [WORD_BYTES] = { "BYTES", "BLOB", "BYTEA", "struct bytes", "FIELD_BYTES" },
};

/* What would make two runs of the same commands differ, or the two databases. "name(" is the
 * function only, for a column may have that name. */
static const struct {
    const char *words;
    const char *why;
} banned[] = {
    { "now( time( datetime( unixepoch( CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME LOCALTIME"
      " LOCALTIMESTAMP clock_timestamp( statement_timestamp( transaction_timestamp( timeofday(",
      "the desk stamps the time; take it as a parameter" },
    { "date( julianday( strftime(", "days are numbers, and text/ writes them" },
    { "random( randomblob( setseed( gen_random_uuid(",
      "the desk draws what is random; take it as a parameter" },
    { "AUTOINCREMENT last_insert_rowid( SERIAL BIGSERIAL GENERATED nextval( lastval(",
      "the desk gives the ids" },
    { "COLLATE", "texts are compared by their bytes; store a folded column or a sort key" },
    { "lower( upper( initcap( ILIKE",
      "each database folds its own letters; store a folded column" },
    { "avg( total( round( REAL FLOAT DOUBLE", "counts are whole numbers; divide them in C" },
    { "REPLACE", "it deletes rows without a word; use ON CONFLICT DO UPDATE" },
};

/* A text ends with so many END tokens, so that looking a few tokens ahead needs no care. */
enum { LOOK_AHEAD = 8 };

/* A migration being read: the next token, and the two texts written so far. */
struct reader {
    struct sqlc *sqlc;
    struct source *source;
    const struct token *token;
    struct out sqlite;
    struct out postgres;
    const char *copied; /* the source is written up to here */
    const char *gap;    /* where the last statement ended */
};

/* --- words ------------------------------------------------------------------------------------ */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *skip_blank(const char *at, const char *end)
{
    for (;;) {
        struct str rest = str_span(at, (size_t)(end - at));
        if (at < end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')) {
            at++;
        } else if (str_starts(rest, STR("--"))) {
            at += str_find_byte(rest, '\n');
        } else if (str_starts(rest, STR("/*"))) {
            size_t close = str_find(rest, STR("*/"));
            at += close + 2 < rest.n ? close + 2 : rest.n;
        } else {
            return at;
        }
    }
}

static const char *skip_word(const char *at, const char *end)
{
    while (at < end && (is_letter(*at) || is_digit(*at))) {
        at++;
    }
    return at;
}

/* The token that begins at `at`, which is not blank. Quoted things and numbers are OTHER. */
static struct token token_at(const char *at, const char *end)
{
    struct token token = { .kind = TOKEN_SIGN };
    const char *stop = at + 1;
    if (is_letter(*at)) {
        token.kind = TOKEN_WORD;
        stop = skip_word(at, end);
    } else if (is_digit(*at)) {
        token.kind = TOKEN_OTHER;
        stop = skip_word(at, end);
    } else if (*at == ':' && stop < end && is_letter(*stop)) {
        token.kind = TOKEN_PARAM;
        stop = skip_word(stop, end);
    } else if (*at == ':' && stop < end && *stop == ':') {
        stop++;
    } else if (*at == '\'' || *at == '"' || *at == '`') {
        token.kind = TOKEN_OTHER;
        while (stop < end && *stop != *at) {
            stop++;
        }
        stop += stop < end; /* a doubled quote reads as two tokens, which harms nobody */
    }
    token.text = str_span(at, (size_t)(stop - at));
    return token;
}

bool is_word(const struct token *token, const char *word)
{
    return token->kind == TOKEN_WORD && str_equal_nocase(token->text, str_of(word));
}

bool is_sign(const struct token *token, char sign)
{
    return token->kind == TOKEN_SIGN && token->text.n == 1 && token->text.p[0] == sign;
}

/* The tokens of a text, closed by an END that stands after the last byte. */
const struct token *tokens_of(struct arena *arena, struct str text)
{
    const char *end = text.p + text.n;
    size_t count = 0;
    for (const char *at = skip_blank(text.p, end); at < end; count++) {
        struct str token = token_at(at, end).text;
        at = skip_blank(token.p + token.n, end);
    }
    struct token *tokens = new(arena, struct token, count + LOOK_AHEAD);
    unsigned depth = 0;
    const char *at = skip_blank(text.p, end);
    for (size_t i = 0; i < count; i++) {
        struct token token = token_at(at, end);
        depth -= depth && is_sign(&token, ')');
        token.depth = depth;
        depth += is_sign(&token, '(');
        tokens[i] = token;
        at = skip_blank(token.text.p + token.text.n, end);
    }
    for (size_t i = count; i < count + LOOK_AHEAD; i++) {
        tokens[i] = (struct token){ TOKEN_END, 0, str_span(end, 0) };
    }
    return tokens;
}

static const char *why_banned(const struct token *token)
{
    for (size_t i = 0; token->kind == TOKEN_WORD && i < COUNT(banned); i++) {
        for (struct str rest = str_of(banned[i].words); rest.p;) {
            struct str word = str_cut(&rest, ' ');
            bool is_called = str_ends(word, STR("("));
            word.n -= is_called;
            if (str_equal_nocase(word, token->text) && (!is_called || is_sign(token + 1, '('))) {
                return banned[i].why;
            }
        }
    }
    return NULL;
}

/* A number with a point or a power of ten: no two machines need agree on its last digit. */
static bool is_fraction(const struct token *token)
{
    const struct token *next = token + 1;
    bool is_number = token->kind == TOKEN_OTHER && is_digit(token->text.p[0]);
    bool is_hex = str_starts(token->text, STR("0x")) || str_starts(token->text, STR("0X"));
    bool has_power = str_find_byte(token->text, 'e') < token->text.n ||
                     str_find_byte(token->text, 'E') < token->text.n;
    bool begins_so = is_sign(token, '.') && next->kind == TOKEN_OTHER && is_digit(next->text.p[0]);
    return (is_number && !is_hex && has_power) || (is_number && is_sign(next, '.')) || begins_so;
}

static bool is_star(const struct token *token, const struct token *before)
{
    static const char *const openers[] = { "SELECT", "DISTINCT", "ALL", "RETURNING" };
    bool opens = is_sign(before, '.') || is_sign(before, ',');
    for (size_t i = 0; i < COUNT(openers); i++) {
        opens = opens || is_word(before, openers[i]);
    }
    return opens && is_sign(token, '*');
}

void refuse_banned(struct sqlc *sqlc, const struct source *source, const struct token *token)
{
    for (const struct token *before = token; token->kind != TOKEN_END; before = token++) {
        const char *why = why_banned(token);
        if (why) {
            complain(sqlc, source, token->text.p, "%.*s is not allowed: %s", STR_ARG(token->text),
                     why);
        }
        if (token->text.p[0] == '"' || token->text.p[0] == '`' || is_sign(token, '[')) {
            complain(sqlc, source, token->text.p, "names need no quotes; texts have single ones");
        }
        if (is_fraction(token)) {
            complain(sqlc, source, token->text.p, "fractions are not allowed: store thousandths");
            token++;
        }
        if (is_star(token, before)) {
            complain(sqlc, source, token->text.p, "name the columns: * changes with the table");
        }
    }
}

/* --- names and types -------------------------------------------------------------------------- */

struct table *table_find(const struct sqlc *sqlc, struct str name)
{
    for (size_t i = 0; i < sqlc->table_count; i++) {
        if (str_equal_nocase(sqlc->tables[i]->name, name)) {
            return sqlc->tables[i];
        }
    }
    return NULL;
}

const struct column *column_find(const struct table *table, struct str name)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (str_equal_nocase(table->columns[i].name, name)) {
            return &table->columns[i];
        }
    }
    return NULL;
}

static bool has_id(const struct table *table)
{
    for (size_t i = 0; table && i < table->column_count; i++) {
        if (table->columns[i].type.word == WORD_ID) {
            return true;
        }
    }
    return false;
}

static enum type_word type_word_of(struct str text)
{
    for (enum type_word word = WORD_ID; word < WORD_COUNT; word++) {
        if (str_equal(text, str_of(spellings[word].word))) {
            return word;
        }
    }
    return WORD_NONE;
}

bool type_equal(struct type a, struct type b)
{
    bool a_is_id = a.word == WORD_ID || a.word == WORD_REF;
    bool b_is_id = b.word == WORD_ID || b.word == WORD_REF;
    return a_is_id ? b_is_id && str_equal(a.table, b.table) : a.word == b.word;
}

/* "DAY", or "case.id": the type of that column. WORD_NONE when there is no such thing. */
struct type type_parse(const struct sqlc *sqlc, struct str text)
{
    struct str column_name = text;
    const struct table *table = table_find(sqlc, str_cut(&column_name, '.'));
    const struct column *column = table && column_name.p ? column_find(table, column_name) : NULL;
    enum type_word word = type_word_of(text);
    if (word == WORD_ID || word == WORD_REF) {
        word = WORD_NONE; /* whose? "unit.id" says it */
    }
    return column ? column->type : (struct type){ .word = word };
}

/* Names become C identifiers as they are. */
bool is_plain_name(struct str name)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (!((c >= 'a' && c <= 'z') || c == '_' || (i && is_digit(c)))) {
            return false;
        }
    }
    return name.n;
}

/* --- migrations ------------------------------------------------------------------------------- */

static void write_both(struct reader *reader, const char *sqlite, const char *postgres)
{
    out_str_raw(&reader->sqlite, str_of(sqlite));
    out_str_raw(&reader->postgres, str_of(postgres));
}

static void copy_until(struct reader *reader, const char *at)
{
    struct str span = str_span(reader->copied, (size_t)(at - reader->copied));
    out_str_raw(&reader->sqlite, span);
    out_str_raw(&reader->postgres, span);
    reader->copied = at;
}

/* Leaves the token out of both texts. */
static void drop_token(struct reader *reader, const struct token *token)
{
    copy_until(reader, token->text.p);
    reader->copied = token->text.p + token->text.n;
}

bool ends_statement(const struct token *token)
{
    return token->kind == TOKEN_END || (token->depth == 0 && is_sign(token, ';'));
}

static bool ends_item(const struct token *token, unsigned depth)
{
    return ends_statement(token) || token->depth < depth ||
           (token->depth == depth && is_sign(token, ','));
}

/* `-- large`, `-- keyed`: lines above the statement. */
static bool has_mark(struct str definition, struct str mark)
{
    while (definition.p) {
        if (str_equal(str_trim(str_cut(&definition, '\n')), mark)) {
            return true;
        }
    }
    return false;
}

static struct table *add_table(struct reader *reader, bool is_view)
{
    struct sqlc *sqlc = reader->sqlc;
    struct str name = reader->token->text;
    if (table_find(sqlc, name) || !is_plain_name(name)) {
        complain(sqlc, reader->source, name.p, "%.*s is no new name of a-z, 0-9 and _",
                 STR_ARG(name));
    }
    must(sqlc->table_count < TABLES_MAX);
    const struct token *end = reader->token;
    while (!ends_statement(end)) {
        end++;
    }
    struct table *table = new(sqlc->arena, struct table, 1);
    *table = (struct table){ .name = name, .source = reader->source, .is_view = is_view };
    table->definition = str_span(reader->gap, (size_t)(end->text.p - reader->gap));
    table->is_large = has_mark(table->definition, STR("-- large"));
    sqlc->tables[sqlc->table_count++] = table;
    reader->token++;
    return table;
}

/* One column: its type word is spelled out, and NOT NULL added unless it says NULL. */
static void read_column(struct reader *reader, struct table *table)
{
    const struct token *name = reader->token;
    const struct token *type = name + 1;
    const struct token *last = type;
    enum type_word word = type_word_of(type->text);
    if (word == WORD_NONE || !is_plain_name(name->text)) {
        complain(reader->sqlc, reader->source, type->text.p,
                 "a column is a name of a-z, 0-9, _ and one of ID, REF, TEXT, INT, YES, DAY, "
                 "INSTANT, BYTES");
    } else {
        struct type meant = { word, word == WORD_REF ? (type + 1)->text : table->name };
        must(table->column_count < COLUMNS_MAX);
        table->columns[table->column_count++] = (struct column){ name->text, meant };
        drop_token(reader, type);
        write_both(reader, spellings[word].sqlite, spellings[word].postgres);
        last = word == WORD_REF ? type + 1 : type;
    }
    bool may_be_null = false;
    for (reader->token = last + 1; !ends_item(reader->token, name->depth); reader->token++) {
        bool is_null = is_word(reader->token, "NULL") && reader->token->depth == name->depth;
        if (is_null && is_word(reader->token - 1, "NOT")) {
            complain(reader->sqlc, reader->source, reader->token->text.p,
                     "NOT NULL is what a column is unless it says NULL");
        }
        may_be_null = may_be_null || (is_null && !is_word(reader->token - 1, "DEFAULT"));
    }
    if (may_be_null && (word == WORD_ID || word == WORD_INT || word == WORD_YES)) {
        complain(reader->sqlc, reader->source, name->text.p,
                 "a number whose zero means something cannot be NULL");
    }
    if (word != WORD_NONE && word != WORD_ID && !may_be_null) {
        write_both(reader, " NOT NULL", " NOT NULL");
    }
    if (word == WORD_YES) {
        struct str check =
            str_printf(reader->sqlc->arena, " CHECK (%.*s IN (0, 1))", STR_ARG(name->text));
        out_str_raw(&reader->sqlite, check);
        out_str_raw(&reader->postgres, check);
    }
    if (word == WORD_REF) {
        write_both(reader, " REFERENCES", " REFERENCES");
        copy_until(reader, last->text.p + last->text.n);
        /* Deferred only when a whole table is carried over (store/copy.c); SQLite always can. */
        write_both(reader, "(id)", "(id) DEFERRABLE");
    }
}

/* From the name on. */
static void read_table(struct reader *reader)
{
    static const char *const constraints[] = { "PRIMARY", "UNIQUE", "CHECK", "FOREIGN",
                                               "CONSTRAINT" };
    struct table *table = add_table(reader, false);
    if (!is_sign(reader->token, '(')) {
        complain(reader->sqlc, reader->source, reader->token->text.p, "expected (");
        return;
    }
    do {
        reader->token++;
        bool is_constraint = false;
        for (size_t i = 0; i < COUNT(constraints); i++) {
            is_constraint = is_constraint || is_word(reader->token, constraints[i]);
        }
        if (!is_constraint) {
            read_column(reader, table);
        }
        while (!ends_item(reader->token, 1)) {
            reader->token++;
        }
    } while (is_sign(reader->token, ','));
    const struct token *after = reader->token + 1;
    if (!is_sign(reader->token, ')') || !(is_sign(after, ';') || after->kind == TOKEN_END)) {
        complain(reader->sqlc, reader->source, reader->token->text.p,
                 "expected ) and ; (STRICT and WITHOUT ROWID are sqlc's to write)");
        return;
    }
    copy_until(reader, reader->token->text.p + 1);
    write_both(reader,
               has_mark(table->definition, STR("-- keyed")) ? " STRICT, WITHOUT ROWID" : " STRICT",
               "");
    reader->token = after;
}

/* From ALTER on; only a new column is known. */
static bool read_alter(struct reader *reader)
{
    struct table *table = table_find(reader->sqlc, reader->token[2].text);
    if (!is_word(reader->token + 1, "TABLE") || !table || !is_word(reader->token + 3, "ADD")) {
        return false;
    }
    reader->token += is_word(reader->token + 4, "COLUMN") ? 5 : 4;
    read_column(reader, table);
    return true;
}

/* From DROP on. */
static void read_drop(struct reader *reader)
{
    struct sqlc *sqlc = reader->sqlc;
    struct str name = reader->token[2].text;
    const struct table *table = table_find(sqlc, name);
    if (!table || !str_equal(table->source->owner, reader->source->owner)) {
        complain(sqlc, reader->source, name.p, "%.*s is not a table of %.*s", STR_ARG(name),
                 STR_ARG(reader->source->owner));
        return;
    }
    size_t kept = 0;
    for (size_t i = 0; i < sqlc->table_count; i++) {
        if (sqlc->tables[i] != table) {
            sqlc->tables[kept++] = sqlc->tables[i];
        }
    }
    sqlc->table_count = kept;
}

/* One statement of a migration, whose first token is next. */
static void read_ddl(struct reader *reader)
{
    const struct token *first = reader->token;
    const struct token *second = first + (first->kind != TOKEN_END);
    bool creates = is_word(first, "CREATE");
    bool drops = is_word(first, "DROP");
    bool known = true;
    if (creates && is_word(second, "TABLE")) {
        reader->token += 2;
        read_table(reader);
    } else if (creates && is_word(second, "VIEW")) {
        reader->token += 2;
        add_table(reader, true);
    } else if (drops && (is_word(second, "TABLE") || is_word(second, "VIEW"))) {
        read_drop(reader);
    } else if (is_word(first, "ALTER")) {
        known = read_alter(reader);
    } else {
        known = (creates && (is_word(second, "INDEX") || is_word(second, "UNIQUE"))) ||
                (drops && is_word(second, "INDEX")) || is_word(first, "INSERT") ||
                is_word(first, "UPDATE") || is_word(first, "DELETE");
    }
    if (!known) {
        complain(reader->sqlc, reader->source, first->text.p,
                 "a migration creates or drops tables, views and indexes, adds columns, or "
                 "writes rows");
        while (reader->token->kind != TOKEN_END) {
            reader->token++;
        }
    }
}

void read_migration(struct sqlc *sqlc, struct source *source)
{
    const struct token *tokens = tokens_of(sqlc->arena, source->text);
    struct reader reader = { .sqlc = sqlc,
                             .source = source,
                             .token = tokens,
                             .sqlite = out_open(sqlc->arena, SQL_BYTES_MAX),
                             .postgres = out_open(sqlc->arena, SQL_BYTES_MAX),
                             .copied = source->text.p,
                             .gap = source->text.p };
    refuse_banned(sqlc, source, tokens);
    while (reader.token->kind != TOKEN_END) {
        read_ddl(&reader);
        while (!ends_statement(reader.token)) {
            reader.token++;
        }
        reader.gap = reader.token->text.p;
        reader.token += reader.token->kind != TOKEN_END;
    }
    copy_until(&reader, source->text.p + source->text.n);
    must(!reader.sqlite.overflowed && !reader.postgres.overflowed);
    source->sqlite = out_str(&reader.sqlite);
    source->postgres = out_str(&reader.postgres);
}

/* --- owners ----------------------------------------------------------------------------------- */

/* Whether a table of `owner` refers to one of `other`, or one of its views reads one. */
static bool depends_on(const struct sqlc *sqlc, struct str owner, struct str other)
{
    for (size_t i = 0; i < sqlc->table_count; i++) {
        const struct table *table = sqlc->tables[i];
        if (!str_equal(table->source->owner, owner)) {
            continue;
        }
        for (size_t k = 0; k < table->column_count; k++) {
            const struct table *target = table_find(sqlc, table->columns[k].type.table);
            if (target && str_equal(target->source->owner, other)) {
                return true;
            }
        }
        struct arena scratch = *sqlc->arena;
        const struct token *token = tokens_of(&scratch, table->definition);
        for (; table->is_view && token->kind != TOKEN_END; token++) {
            const struct table *target = table_find(sqlc, token->text);
            if (target && str_equal(target->source->owner, other)) {
                return true;
            }
        }
    }
    return false;
}

/* Referenced owners first, by name where the order is free; then checks that references hold. */
void sort_owners(struct sqlc *sqlc)
{
    struct str sorted[OWNERS_MAX] = { STR_NONE };
    bool done[OWNERS_MAX] = { false };
    for (size_t count = 0; count < sqlc->owner_count; count++) {
        size_t next = 0;
        for (; next < sqlc->owner_count; next++) {
            bool is_ready = !done[next];
            for (size_t k = 0; is_ready && k < sqlc->owner_count; k++) {
                is_ready =
                    done[k] || k == next || !depends_on(sqlc, sqlc->owners[next], sqlc->owners[k]);
            }
            if (is_ready) {
                break;
            }
        }
        if (next == sqlc->owner_count) {
            complain(sqlc, sqlc->tables[0]->source, NULL, "owners refer to each other in a circle");
            return;
        }
        done[next] = true;
        sorted[count] = sqlc->owners[next];
    }
    memcpy(sqlc->owners, sorted, sizeof sorted);
    for (size_t i = 0; i < sqlc->table_count; i++) {
        const struct table *table = sqlc->tables[i];
        for (size_t k = 0; k < table->column_count; k++) {
            struct column column = table->columns[k];
            if (column.type.word == WORD_REF && !has_id(table_find(sqlc, column.type.table))) {
                complain(sqlc, table->source, column.name.p,
                         "REF %.*s: no table of that name has "
                         "an ID",
                         STR_ARG(column.type.table));
            }
        }
    }
}
