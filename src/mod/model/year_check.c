/* For `kheo check`: entries, appraisals and acts against their leaves. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/year.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_entries(struct conn *conn, struct check *check);
static void check_appraisals(struct conn *conn, struct check *check);
static void check_acts(struct conn *conn, struct check *check);

void model_years_check(struct snap *snap, struct check *check)
{
    check_entries(&snap->conn, check);
    check_appraisals(&snap->conn, check);
    check_acts(&snap->conn, check);
}

static void check_entries(struct conn *conn, struct check *check)
{
    _Static_assert(sizeof(struct model_entry_get_row) == sizeof(struct model_entry_check_rows_row),
                   "both queries must select the same columns");
    struct model_entry_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_entry_check_rows_rows page = model_entry_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_entry_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_entry", ID_OF(row->id), row->position,
                                                      row->object, FACT_YEAR_SAID, row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_appraisals(struct conn *conn, struct check *check)
{
    struct model_appraisal_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_appraisal_check_rows_rows page = model_appraisal_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_appraisal_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_appraisal", ID_OF(row->id),
                                                      row->position, row->object,
                                                      FACT_YEAR_APPRAISED, row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_acts(struct conn *conn, struct check *check)
{
    struct model_entry_act_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_entry_act_check_rows_rows page = model_entry_act_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_entry_act_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_entry_act", ID_OF(row->id),
                                                      row->position, row->object, FACT_YEAR_DONE,
                                                      row });
        }
        arena_undo(conn->arena, mark);
    }
}
