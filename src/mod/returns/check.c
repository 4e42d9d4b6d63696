/* For `kheo check`: every signed return against its fact, and each number against its cases. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/returns/returns.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100, TEXT_BYTES_MAX = 16 << 10 };

static void check_return(struct conn *conn, struct check *check,
                         const struct return_check_page_row *row);
static struct str figures_text(struct conn *conn, struct law_return_id id);
static void write_figure(struct out *out, const struct return_figures_rows *rows, const char *kind,
                         const char *key);
static void check_cases(struct conn *conn, struct check *check, struct law_return_id id);

void returns_check(struct snap *snap, struct check *check)
{
    struct conn *conn = &snap->conn;
    struct law_return_id after = { BEFORE_ALL };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct return_check_page_rows page = return_check_page(
            conn, &(struct return_check_page){ .after = after, .limit = PAGE_ROWS });
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            after = page.rows[i].id;
            check_return(conn, check, &page.rows[i]);
        }
        check->row_count += (int64_t)count;
        arena_undo(conn->arena, mark);
    }
}

static void check_return(struct conn *conn, struct check *check,
                         const struct return_check_page_row *row)
{
    const struct audited_fact *fact = audit_fact(conn, row->position);
    struct str version = str_printf(conn->arena, "%lld", (long long)row->version);
    struct str by = str_printf(conn->arena, "%lld", (long long)row->person_id.v);
    bool is_same =
        fact && fact->subject.v == row->id.v && str_equal(fact->leaf.type, STR("returns.signed")) &&
        str_equal(str_of(fact->leaf.object), row->object) && fact->leaf.at.s == row->signed_at.s &&
        audit_field_is(fact, "unit", row->unit_code) &&
        audit_field_is(fact, "period", row->period) && audit_field_is(fact, "version", version) &&
        audit_field_is(fact, "document", row->document) &&
        audit_field_is(fact, "reason", row->reason) && audit_field_is(fact, "by", by) &&
        audit_field_is(fact, "figures", figures_text(conn, row->id));
    if (!is_same) {
        check_fault(check, "law_return %lld: khác với sổ cái", (long long)row->id.v);
    }
    check_cases(conn, check, row->id);
}

static struct str figures_text(struct conn *conn, struct law_return_id id)
{
    struct out out = out_open(conn->arena, TEXT_BYTES_MAX);
    struct return_figures_rows rows =
        return_figures(conn, &(struct return_figures){ .return_id = id });
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        for (size_t i = 0; i < FIGURE_COUNT; i++) {
            write_figure(&out, &rows, COLUMNS[c].kind, FIGURES[i].key);
        }
    }
    return out_str(&out);
}

/* As the fact has it (sign.c). */
static void write_figure(struct out *out, const struct return_figures_rows *rows, const char *kind,
                         const char *key)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct return_figures_row *row = &rows->rows[i];
        if (str_equal(row->kind, str_of(kind)) && str_equal(row->figure, str_of(key))) {
            out_printf(out, "%s.%s=%lld\n", kind, key, (long long)row->value);
        }
    }
}

/* Where cases are counted, there are as many behind the number. */
static void check_cases(struct conn *conn, struct check *check, struct law_return_id id)
{
    struct return_figures_rows rows =
        return_figures(conn, &(struct return_figures){ .return_id = id });
    for (size_t i = 0; i < rows.count; i++) {
        const struct figure *figure = figure_find(rows.rows[i].figure);
        struct return_case_count_row count = { .n = 0 };
        return_case_count(conn,
                          &(struct return_case_count){ .return_id = id,
                                                       .kind = rows.rows[i].kind,
                                                       .figure = rows.rows[i].figure },
                          &count);
        if (figure && figure->measure != MEASURE_PEOPLE && count.n != rows.rows[i].value) {
            check_fault(check, "law_return_case của %lld: số hồ sơ khác con số đã ký",
                        (long long)id.v);
        }
    }
}
