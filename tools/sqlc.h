/* What sqlc knows of the SQL it has read: sources, tables, queries; and how it complains. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_SQLC_H
#define TOOLS_SQLC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

enum {
    SQL_BYTES_MAX = 1 << 20,
    SOURCES_MAX = 512,
    TABLES_MAX = 512,
    COLUMNS_MAX = 64,
    PARAMS_MAX = 64,
    QUERIES_MAX = 4096,
    OWNERS_MAX = 64
};

enum type_word {
    WORD_NONE,
    WORD_ID,
    WORD_REF,
    WORD_TEXT,
    WORD_INT,
    WORD_YES,
    WORD_DAY,
    WORD_INSTANT,
    WORD_BYTES,
    WORD_COUNT
};

/* How a type word is spelled in both dialects and in C; ids have a C type per table instead. */
struct spelling {
    const char *word;
    const char *sqlite;
    const char *postgres;
    const char *c;
    const char *field;
};
extern const struct spelling spellings[WORD_COUNT];

/* For ID and REF, `table` says whose id it is. */
struct type {
    enum type_word word;
    struct str table;
};

/* One file. A migration has a number from 1 on; queries.sql has 0. */
struct source {
    struct str path;
    struct str owner;
    struct str text;
    int number;
    struct str sqlite; /* migrations: the text in each dialect */
    struct str postgres;
};

struct column {
    struct str name; /* for a table's columns: where the source says so */
    struct type type;
    int key; /* of a table: its place in the primary key, from 1; 0: it is not of it */
};

/* A table or a view. */
struct table {
    struct str name;
    const struct source *source;
    struct str definition; /* with the comments above it */
    struct column columns[COLUMNS_MAX];
    size_t column_count;
    bool is_view;
    bool is_large;
};

enum query_kind { QUERY_ONE, QUERY_MANY, QUERY_EACH, QUERY_EXEC, QUERY_PUT, QUERY_NONE, QUERY_SUM };

struct query {
    struct str name;
    const struct source *source;
    enum query_kind kind;
    struct str head; /* the lines of comment between the name and the body */
    struct str body;
    struct str postgres_body; /* absent: the body serves both */
    bool writes;
    uint64_t tables;  /* bits of those it reads, or, when it writes, of those it changes */
    uint64_t touches; /* bits of both */
    uint64_t sums;    /* of a :sum, bits of the parameters that are added */
    struct column params[PARAMS_MAX];
    size_t param_count;
    struct column columns[COLUMNS_MAX];
    size_t column_count;
    struct str sqlite;   /* with ?N for :name */
    struct str postgres; /* with $N */
};

struct sqlc {
    struct arena *arena;
    struct source *sources[SOURCES_MAX]; /* by owner, migrations in order, then the queries */
    size_t source_count;
    struct table *tables[TABLES_MAX];
    size_t table_count;
    struct query *queries[QUERIES_MAX];
    size_t query_count;
    struct str owners[OWNERS_MAX]; /* whose tables are referenced stands first */
    size_t owner_count;
    unsigned complaints;
};

/* --- sqlc.c ----------------------------------------------------------------------------------- */

/* "src/a/queries.sql:5: no such column: c.titel", the line, and a caret under the place. An `at`
 * outside of the source means the file as a whole. */
void complain(struct sqlc *sqlc, const struct source *source, const char *at, const char *format,
              ...) PRINTF(4, 5);

/* --- sqlc_schema.c ---------------------------------------------------------------------------- */

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_PARAM, TOKEN_SIGN, TOKEN_OTHER };

struct token {
    enum token_kind kind;
    unsigned depth; /* parentheses around it; a parenthesis has the depth outside */
    struct str text;
};

/* The tokens of a text, closed by END tokens that stand after the last byte. */
const struct token *tokens_of(struct arena *arena, struct str text);
bool is_word(const struct token *token, const char *word) PURE;
bool is_sign(const struct token *token, char sign) PURE;
/* At the end, or at a semicolon. */
bool ends_statement(const struct token *token) PURE;
/* Complains of words that migrations and queries may not use. */
void refuse_banned(struct sqlc *sqlc, const struct source *source, const struct token *token);

struct table *table_find(const struct sqlc *sqlc, struct str name);
const struct column *column_find(const struct table *table, struct str name);
/* An ID and a REF of the same table are one type. */
bool type_equal(struct type a, struct type b) PURE;
/* "DAY", or "case.id": the type of that column. WORD_NONE when there is no such thing. */
struct type type_parse(const struct sqlc *sqlc, struct str text);
/* Whether it can be a C identifier as it stands. */
bool is_plain_name(struct str name) PURE;

/* Notes the tables and views, and spells the type words in source->sqlite and ->postgres. */
void read_migration(struct sqlc *sqlc, struct source *source);
/* Referenced owners first, by name where the order is free; checks that every REF has a target. */
void sort_owners(struct sqlc *sqlc);

/* --- sqlc_emit.c ------------------------------------------------------------------------------ */

/* Writes OWNER_ids.h, OWNER.h and OWNER.c of each owner and schema.c into the folder; a file whose
 * text is the same keeps its date. */
void emit_all(const struct sqlc *sqlc, const char *folder);

/* --- sqlc_tables.c ---------------------------------------------------------------------------- */

struct out;
void emit_tables(struct out *out, const struct sqlc *sqlc);

#endif
