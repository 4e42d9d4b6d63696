/* Writes gen/sql/tables.c: each table as three statements, so that it can be carried over whole. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/out.h"
#include "sqlc.h"

/* Rows of these are made by no program but ours, so that members lie at equal distances. */
enum { MEMBER_BYTES = 16 };

static void emit_columns(struct out *out, const struct table *table)
{
    out_printf(out, "static const struct field %.*s_columns[] = {\n", STR_ARG(table->name));
    for (size_t i = 0; i < table->column_count; i++) {
        out_printf(out, "    { .name = \"%.*s\", .kind = %s, .offset = %zu },\n",
                   STR_ARG(table->columns[i].name), spellings[table->columns[i].type.word].field,
                   i * MEMBER_BYTES);
    }
    out_lit(out, "};\n");
}

static void emit_names(struct out *out, const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        out_printf(out, "%s%.*s", i ? ", " : "", STR_ARG(table->columns[i].name));
    }
}

static void emit_read(struct out *out, const struct table *table)
{
    out_lit(out, "SELECT ");
    emit_names(out, table);
    out_printf(out, " FROM %.*s ORDER BY ", STR_ARG(table->name));
    const char *before = "";
    for (size_t place = 1; place <= table->column_count; place++) {
        for (size_t i = 0; i < table->column_count; i++) {
            if (table->columns[i].key == (int)place) {
                out_printf(out, "%s%.*s", before, STR_ARG(table->columns[i].name));
                before = ", ";
            }
        }
    }
}

static void emit_write(struct out *out, const struct table *table, char sign)
{
    out_printf(out, "INSERT INTO %.*s (", STR_ARG(table->name));
    emit_names(out, table);
    out_lit(out, ") VALUES (");
    for (size_t i = 0; i < table->column_count; i++) {
        out_printf(out, "%s%c%zu", i ? ", " : "", sign, i + 1);
    }
    out_char(out, ')');
}

/* Behind all statements that have a name. */
static void emit_table(struct out *out, const struct table *table, size_t index)
{
    int n = (int)table->name.n;
    const char *name = table->name.p;
    out_printf(out, "    { .name = \"%.*s\",\n      .read = { .name = \"%.*s\", .index = %zu,\n", n,
               name, n, name, index);
    out_lit(out, "        .sqlite = \"");
    emit_read(out, table);
    out_lit(out, "\",\n        .postgres = \"");
    emit_read(out, table);
    out_printf(out,
               "\",\n        .columns = %.*s_columns, .column_count = %zu,"
               " .row_size_bytes = %zu },\n"
               "      .write = { .name = \"%.*s\", .index = %zu, .writes = true,\n",
               n, name, table->column_count, table->column_count * MEMBER_BYTES, n, name,
               index + 1);
    out_lit(out, "        .sqlite = \"");
    emit_write(out, table, '?');
    out_lit(out, "\",\n        .postgres = \"");
    emit_write(out, table, '$');
    out_printf(out,
               "\",\n        .params = %.*s_columns, .param_count = %zu },\n"
               "      .clear = { .name = \"%.*s\", .index = %zu, .writes = true,\n"
               "        .sqlite = \"DELETE FROM %.*s\", .postgres = \"DELETE FROM %.*s\" } },\n",
               n, name, table->column_count, n, name, index + 2, n, name, n, name);
}

void emit_tables(struct out *out, const struct sqlc *sqlc)
{
    out_lit(out, "/* Every table, owners in the order of their references. Made by sqlc. */\n"
                 "#include \"store/copy.h\"\n\n#include <stddef.h>\n\n");
    for (size_t i = 0; i < sqlc->table_count; i++) {
        if (!sqlc->tables[i]->is_view) {
            emit_columns(out, sqlc->tables[i]);
        }
    }
    size_t index = sqlc->query_count;
    out_lit(out, "\nconst struct table tables[] = {\n");
    for (size_t owner = 0; owner < sqlc->owner_count; owner++) {
        for (size_t i = 0; i < sqlc->table_count; i++) {
            const struct table *table = sqlc->tables[i];
            if (!table->is_view && str_equal(table->source->owner, sqlc->owners[owner])) {
                emit_table(out, table, index);
                index += 3;
            }
        }
    }
    out_lit(out, "    { .name = NULL },\n};\n");
}
