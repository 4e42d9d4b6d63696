/* For `kheo check`: copies against their leaves, and the counters against the copies. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/copy.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_copies(struct conn *conn, struct check *check);
static void check_checks(struct conn *conn, struct check *check);
static void check_acts(struct conn *conn, struct check *check);
static void check_standings(struct conn *conn, struct check *check);

void model_copies_check(struct snap *snap, struct check *check)
{
    check_copies(&snap->conn, check);
    check_checks(&snap->conn, check);
    check_acts(&snap->conn, check);
    check_standings(&snap->conn, check);
}

static void check_copies(struct conn *conn, struct check *check)
{
    _Static_assert(sizeof(struct model_copy_get_row) == sizeof(struct model_copy_check_rows_row),
                   "both queries must select the same columns");
    struct model_copy_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_copy_check_rows_rows page = model_copy_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_copy_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_copy", ID_OF(row->id), row->position,
                                                      row->object, FACT_COPY_SAID, row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_checks(struct conn *conn, struct check *check)
{
    struct model_copy_check_checks wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_copy_check_checks_rows page = model_copy_check_checks(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_copy_check_checks_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_copy_check", ID_OF(row->id),
                                                      row->position, row->object, FACT_COPY_CHECKED,
                                                      row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_acts(struct conn *conn, struct check *check)
{
    struct model_copy_check_acts wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_copy_check_acts_rows page = model_copy_check_acts(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_copy_check_acts_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_copy_act", ID_OF(row->id),
                                                      row->position, row->object, FACT_COPY_DONE,
                                                      row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_standings(struct conn *conn, struct check *check)
{
    struct model_standing_recount wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_standing_recount_rows page = model_standing_recount(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_standing_recount_row *row = &page.rows[i];
            wanted.after = row->id;
            check->row_count++;
            if (row->copies != row->copies_are || row->verified != row->verified_are ||
                row->held != row->held_are || row->ended != row->ended_are) {
                check_fault(check, "model_standing %lld: số nơi làm theo khác với các dòng",
                            (long long)row->id.v);
            }
        }
        arena_undo(conn->arena, mark);
    }
}
