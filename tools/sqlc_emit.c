/* Writes the C that sqlc makes: id types, a header and a source per owner, and the schema. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "base/out.h"
#include "file.h"
#include "sqlc.h"

enum { FILE_BYTES_MAX = 4 << 20 };

static void write_file(const struct sqlc *sqlc, const char *folder, struct str name,
                       const char *suffix, const struct out *out);
static void emit_ids(struct out *out, const struct sqlc *sqlc, struct str owner);
static void emit_header(struct out *out, const struct sqlc *sqlc, struct str owner);
static void emit_source(struct out *out, const struct sqlc *sqlc, struct str owner);
static void emit_schema(struct out *out, const struct sqlc *sqlc);
static void emit_statement_list(struct out *out, const struct sqlc *sqlc);

void emit_all(const struct sqlc *sqlc, const char *folder)
{
    struct out out = out_open(sqlc->arena, FILE_BYTES_MAX);
    for (size_t i = 0; i < sqlc->owner_count; i++) {
        out.n = 0;
        emit_ids(&out, sqlc, sqlc->owners[i]);
        write_file(sqlc, folder, sqlc->owners[i], "_ids.h", &out);
        out.n = 0;
        emit_header(&out, sqlc, sqlc->owners[i]);
        write_file(sqlc, folder, sqlc->owners[i], ".h", &out);
        out.n = 0;
        emit_source(&out, sqlc, sqlc->owners[i]);
        write_file(sqlc, folder, sqlc->owners[i], ".c", &out);
    }
    out.n = 0;
    emit_schema(&out, sqlc);
    write_file(sqlc, folder, STR("schema"), ".c", &out);
    out.n = 0;
    emit_statement_list(&out, sqlc);
    write_file(sqlc, folder, STR("statements"), ".c", &out);
    out.n = 0;
    emit_tables(&out, sqlc);
    write_file(sqlc, folder, STR("tables"), ".c", &out);
}

static void write_file(const struct sqlc *sqlc, const char *folder, struct str name,
                       const char *suffix, const struct out *out)
{
    must(!out->overflowed);
    struct str path = str_printf(sqlc->arena, "%s/%.*s%s", folder, STR_ARG(name), suffix);
    file_write(sqlc->arena, str_z(sqlc->arena, path), out_str(out));
}

/* --- types ------------------------------------------------------------------------------------ */

static bool has_id(const struct table *table)
{
    for (size_t i = 0; !table->is_view && i < table->column_count; i++) {
        if (table->columns[i].type.word == WORD_ID) {
            return true;
        }
    }
    return false;
}

/* Apart for each owner: a table more in one service compiles nothing of the others again. */
static void emit_ids(struct out *out, const struct sqlc *sqlc, struct str owner)
{
    out_printf(
        out,
        "/* One id type per table of %.*s, so that they cannot be mixed up. Made by sqlc. */\n"
        "#ifndef GEN_SQL_%.*s_IDS_H\n#define GEN_SQL_%.*s_IDS_H\n\n#include <stdint.h>\n\n",
        STR_ARG(owner), STR_ARG(owner), STR_ARG(owner));
    for (size_t i = 0; i < sqlc->table_count; i++) {
        const struct table *table = sqlc->tables[i];
        if (str_equal(table->source->owner, owner) && has_id(table)) {
            out_printf(out, "struct %.*s_id { int64_t v; };\n", STR_ARG(table->name));
        }
    }
    out_lit(out, "\n#endif\n");
}

static bool names_id(const struct sqlc *sqlc, const struct column *columns, size_t count,
                     struct str owner)
{
    for (size_t i = 0; i < count; i++) {
        const struct type *type = &columns[i].type;
        if (!spellings[type->word].c &&
            str_equal(table_find(sqlc, type->table)->source->owner, owner)) {
            return true;
        }
    }
    return false;
}

/* Whether a query of `owner` takes or gives an id of a table of `of`. */
static bool names_id_of(const struct sqlc *sqlc, struct str owner, struct str of)
{
    for (size_t i = 0; i < sqlc->query_count; i++) {
        const struct query *query = sqlc->queries[i];
        if (str_equal(query->source->owner, owner) &&
            (names_id(sqlc, query->params, query->param_count, of) ||
             names_id(sqlc, query->columns, query->column_count, of))) {
            return true;
        }
    }
    return false;
}

static void emit_struct(struct out *out, struct str name, const char *suffix,
                        const struct column *columns, size_t count)
{
    out_printf(out, "struct %.*s%s {\n", STR_ARG(name), suffix);
    for (size_t i = 0; i < count; i++) {
        struct type type = columns[i].type;
        if (spellings[type.word].c) {
            out_printf(out, "    %s", spellings[type.word].c);
        } else {
            out_printf(out, "    struct %.*s_id", STR_ARG(type.table));
        }
        out_printf(out, " %.*s;\n", STR_ARG(columns[i].name));
    }
    out_lit(out, "};\n");
}

/* "struct conn *conn, const struct NAME *args, " and what the kind adds. */
static void emit_prototype(struct out *out, const struct query *query)
{
    static const struct {
        const char *result;
        const char *last;
    } shapes[] = {
        [QUERY_ONE] = { "bool ", ", struct %.*s_row *ret" },
        [QUERY_MANY] = { NULL, "" },
        [QUERY_EACH] = { "void ", ", bool (*visit)(void *context, const struct %.*s_row *row), "
                                  "void *context" },
        [QUERY_EXEC] = { "int64_t ", "" },
        [QUERY_PUT] = { "void ", "" },
        [QUERY_NONE] = { "bool ", "" },
        [QUERY_SUM] = { "void ", "" },
    };
    int n = (int)query->name.n;
    const char *name = query->name.p;
    bool in_transaction = query->writes || query->kind == QUERY_NONE;
    if (shapes[query->kind].result) {
        out_str_raw(out, str_of(shapes[query->kind].result));
    } else {
        out_printf(out, "struct %.*s_rows ", n, name);
    }
    out_printf(out, "%.*s(%s", n, name, in_transaction ? "struct tx *tx" : "struct conn *conn");
    if (query->param_count) {
        out_printf(out, ", const struct %.*s *args", n, name);
    }
    out_printf(out, shapes[query->kind].last, n, name);
    out_lit(out, ")");
}

/* The comment above the query, without what was meant for sqlc. */
static void emit_comment(struct out *out, struct str head)
{
    const char *before = "/*";
    while (head.p) {
        struct str line = str_trim(str_cut(&head, '\n'));
        if (line.n > 2 && !str_starts(line, STR("-- param ")) &&
            !str_starts(line, STR("-- column "))) {
            out_printf(out, "%s %.*s", before, STR_ARG(str_trim(str_slice(line, 2, line.n))));
            before = "\n *";
        }
    }
    if (before[0] == '\n') {
        out_lit(out, " */\n");
    }
}

static void emit_header(struct out *out, const struct sqlc *sqlc, struct str owner)
{
    out_printf(out,
               "/* The queries of %.*s. Made by sqlc. */\n#ifndef GEN_SQL_%.*s_H\n"
               "#define GEN_SQL_%.*s_H\n\n",
               STR_ARG(owner), STR_ARG(owner), STR_ARG(owner));
    for (size_t i = 0; i < sqlc->owner_count; i++) {
        struct str of = sqlc->owners[i];
        if (str_equal(of, owner) || names_id_of(sqlc, owner, of)) {
            out_printf(out, "#include \"sql/%.*s_ids.h\"\n", STR_ARG(of));
        }
    }
    out_lit(out, "#include \"store/store.h\"\n");
    for (size_t i = 0; i < sqlc->query_count; i++) {
        const struct query *query = sqlc->queries[i];
        if (!str_equal(query->source->owner, owner)) {
            continue;
        }
        struct str name = query->name;
        out_lit(out, "\n");
        emit_comment(out, query->head);
        if (query->param_count) {
            emit_struct(out, name, "", query->params, query->param_count);
        }
        if (query->column_count) {
            emit_struct(out, name, "_row", query->columns, query->column_count);
            out_printf(out, "extern const struct record %.*s_record;\n", STR_ARG(name));
        }
        if (query->kind == QUERY_MANY) {
            out_printf(out,
                       "struct %.*s_rows {\n    const struct %.*s_row *rows;\n"
                       "    size_t count;\n};\n",
                       STR_ARG(name), STR_ARG(name));
        }
        emit_prototype(out, query);
        out_lit(out, ";\n");
    }
    out_lit(out, "\n#endif\n");
}

/* --- code ------------------------------------------------------------------------------------- */

/* A C string per line. Nothing is left out: a line may be the middle of a quoted text. */
static void emit_text(struct out *out, struct str text)
{
    text = str_trim(text);
    do {
        struct str line = str_cut(&text, '\n');
        out_lit(out, "\n        \"");
        for (size_t i = 0; i < line.n; i++) {
            if (line.p[i] == '"' || line.p[i] == '\\') {
                out_char(out, '\\');
            }
            out_char(out, line.p[i]);
        }
        out_str_raw(out, text.p ? STR("\\n\"") : STR("\""));
    } while (text.p);
}

static void emit_fields(struct out *out, struct str name, const char *suffix, const char *list,
                        const struct column *columns, size_t count)
{
    out_printf(out, "static const struct field %.*s_%s[] = {\n", STR_ARG(name), list);
    for (size_t i = 0; i < count; i++) {
        struct str column = columns[i].name;
        out_printf(out,
                   "    { .name = \"%.*s\", .kind = %s,\n"
                   "      .offset = offsetof(struct %.*s%s, %.*s) },\n",
                   STR_ARG(column), spellings[columns[i].type.word].field, STR_ARG(name), suffix,
                   STR_ARG(column));
    }
    out_lit(out, "};\n");
}

static void emit_statement(struct out *out, const struct query *query, size_t index)
{
    struct str name = query->name;
    if (query->param_count) {
        emit_fields(out, name, "", "params", query->params, query->param_count);
    }
    if (query->column_count) {
        emit_fields(out, name, "_row", "columns", query->columns, query->column_count);
        out_printf(out,
                   "const struct record %.*s_record =\n"
                   "    RECORD(\"%.*s\", struct %.*s_row, %.*s_columns);\n",
                   STR_ARG(name), STR_ARG(name), STR_ARG(name), STR_ARG(name));
    }
    out_printf(out,
               "static const struct statement %.*s_statement = {\n"
               "    .name = \"%.*s\",\n    .sqlite =",
               STR_ARG(name), STR_ARG(name));
    emit_text(out, query->sqlite);
    out_lit(out, ",\n    .postgres =");
    emit_text(out, query->postgres);
    out_printf(out, ",\n    .index = %zu,\n", index);
    if (query->param_count) {
        out_printf(out, "    .params = %.*s_params,\n    .param_count = %zu,\n", STR_ARG(name),
                   query->param_count);
    }
    if (query->column_count) {
        out_printf(out,
                   "    .columns = %.*s_columns,\n    .column_count = %zu,\n"
                   "    .row_size_bytes = sizeof(struct %.*s_row),\n",
                   STR_ARG(name), query->column_count, STR_ARG(name));
    }
    out_printf(out,
               "    .writes = %s,\n    .tables = UINT64_C(0x%llx),\n"
               "    .touches = UINT64_C(0x%llx),\n",
               query->writes ? "true" : "false", (unsigned long long)query->tables,
               (unsigned long long)query->touches);
    if (query->sums) {
        out_printf(out, "    .sums = UINT64_C(0x%llx),\n", (unsigned long long)query->sums);
    }
    out_lit(out, "};\n\n");
}

/* The typed function over the untyped one of store.h. */
static void emit_function(struct out *out, const struct query *query)
{
    const char *conn = query->writes ? "&tx->conn" : "conn";
    const char *args = query->param_count ? "args" : "NULL";
    int n = (int)query->name.n;
    const char *name = query->name.p;
    if (query->kind == QUERY_EACH) {
        out_printf(out,
                   "struct %.*s_visitor {\n"
                   "    bool (*visit)(void *context, const struct %.*s_row *row);\n"
                   "    void *context;\n};\n"
                   "static bool %.*s_visit(void *visitor, const void *row)\n{\n"
                   "    const struct %.*s_visitor *typed = visitor;\n"
                   "    return typed->visit(typed->context, row);\n}\n",
                   n, name, n, name, n, name, n, name);
    }
    emit_prototype(out, query);
    out_lit(out, "\n{\n");
    switch (query->kind) {
    case QUERY_ONE:
        out_printf(out, "    return store_one(%s, &%.*s_statement, %s, ret);\n", conn, n, name,
                   args);
        break;
    case QUERY_MANY:
        out_printf(out,
                   "    struct rows found = store_many(%s, &%.*s_statement, %s);\n"
                   "    return (struct %.*s_rows){ found.rows, found.count };\n",
                   conn, n, name, args, n, name);
        break;
    case QUERY_EACH:
        out_printf(out,
                   "    struct %.*s_visitor visitor = { visit, context };\n"
                   "    store_each(%s, &%.*s_statement, %s, %.*s_visit, &visitor);\n",
                   n, name, conn, n, name, args, n, name);
        break;
    case QUERY_EXEC:
        out_printf(out, "    return store_exec(tx, &%.*s_statement, %s);\n", n, name, args);
        break;
    case QUERY_PUT:
        out_printf(out, "    store_put(tx, &%.*s_statement, %s);\n", n, name, args);
        break;
    case QUERY_NONE:
        out_printf(out, "    return store_none(tx, &%.*s_statement, %s);\n", n, name, args);
        break;
    case QUERY_SUM:
        out_printf(out, "    store_sum(tx, &%.*s_statement, %s);\n", n, name, args);
        break;
    }
    out_lit(out, "}\n");
}

static void emit_source(struct out *out, const struct sqlc *sqlc, struct str owner)
{
    out_printf(out,
               "/* The queries of %.*s. Made by sqlc. */\n#include \"sql/%.*s.h\"\n\n"
               "#include <stddef.h>\n",
               STR_ARG(owner), STR_ARG(owner));
    for (size_t i = 0; i < sqlc->query_count; i++) {
        if (str_equal(sqlc->queries[i]->source->owner, owner)) {
            out_lit(out, "\n");
            emit_statement(out, sqlc->queries[i], i);
            emit_function(out, sqlc->queries[i]);
        }
    }
    out_printf(out, "\nconst struct statement *const %.*s_statements[] = {\n", STR_ARG(owner));
    for (size_t i = 0; i < sqlc->query_count; i++) {
        if (str_equal(sqlc->queries[i]->source->owner, owner)) {
            out_printf(out, "    &%.*s_statement,\n", STR_ARG(sqlc->queries[i]->name));
        }
    }
    out_lit(out, "    NULL,\n};\n");
}

/* Apart from the schema, because whoever links it links the statements of every folder. */
static void emit_statement_list(struct out *out, const struct sqlc *sqlc)
{
    out_lit(out, "/* Every statement, by owner. Made by sqlc. */\n"
                 "#include \"store/store.h\"\n\n#include <stddef.h>\n\n");
    for (size_t i = 0; i < sqlc->owner_count; i++) {
        out_printf(out, "extern const struct statement *const %.*s_statements[];\n",
                   STR_ARG(sqlc->owners[i]));
    }
    out_lit(out, "\nconst struct statement *const *const statements[] = {\n");
    for (size_t i = 0; i < sqlc->owner_count; i++) {
        out_printf(out, "    %.*s_statements,\n", STR_ARG(sqlc->owners[i]));
    }
    out_lit(out, "    NULL,\n};\n");
}

static void emit_schema(struct out *out, const struct sqlc *sqlc)
{
    out_lit(out, "/* Every migration, owners in the order of their references. Made by sqlc. */\n"
                 "#include \"store/store.h\"\n\n");
    size_t count = 0;
    for (size_t owner = 0; owner < sqlc->owner_count; owner++) {
        for (size_t i = 0; i < sqlc->source_count; i++) {
            const struct source *source = sqlc->sources[i];
            if (!source->number || !str_equal(source->owner, sqlc->owners[owner])) {
                continue;
            }
            out_str_raw(out,
                        count++ ? STR_NONE : STR("static const struct migration list[] = {\n"));
            out_printf(out, "    { .owner = \"%.*s\", .number = %d,\n      .sqlite =",
                       STR_ARG(source->owner), source->number);
            emit_text(out, source->sqlite);
            out_lit(out, ",\n      .postgres =");
            emit_text(out, source->postgres);
            out_lit(out, " },\n");
        }
    }
    out_printf(out,
               "%sconst struct schema schema = {\n    .migrations = %s,\n"
               "    .migration_count = %zu,\n    .statement_count = %zu,\n};\n",
               count ? "};\n\n" : "", count ? "list" : "NULL", count, sqlc->query_count);
}
