/* For `kheo check`: every row against the leaf that says it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/model/calendar.h"
#include "mod/model/copy.h"
#include "mod/model/figures.h"
#include "mod/model/sheet.h"
#include "mod/model/year.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_models(struct conn *conn, struct check *check);
static void check_results(struct conn *conn, struct check *check);
static void check_acts(struct conn *conn, struct check *check);
static bool is_younger(const struct audited_fact *fact, const struct field *field,
                       struct str value);

void model_check(struct snap *snap, struct check *check)
{
    check_models(&snap->conn, check);
    check_results(&snap->conn, check);
    check_acts(&snap->conn, check);
    model_copies_check(snap, check);
    model_years_check(snap, check);
    model_figures_check(snap, check);
    model_sheets_check(snap, check);
    model_calendars_check(snap, check);
}

static void check_models(struct conn *conn, struct check *check)
{
    _Static_assert(sizeof(struct model_get_row) == sizeof(struct model_check_rows_row),
                   "both queries must select the same columns");
    struct model_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_check_rows_rows page = model_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model", ID_OF(row->id), row->position,
                                                      row->object, FACT_STATED, row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_results(struct conn *conn, struct check *check)
{
    struct model_check_results wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_check_results_rows page = model_check_results(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_check_results_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_result", ID_OF(row->id), row->position,
                                                      row->object, FACT_MEASURED, row });
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_acts(struct conn *conn, struct check *check)
{
    struct model_check_acts wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_check_acts_rows page = model_check_acts(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_check_acts_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_act", ID_OF(row->id), row->position,
                                                      row->object, FACT_DONE, row });
        }
        arena_undo(conn->arena, mark);
    }
}

void model_check_row(struct conn *conn, struct check *check, const struct model_said_row *said)
{
    struct arena_mark mark = arena_mark(conn->arena);
    const struct audited_fact *fact = audit_fact(conn, said->position);
    const struct record *record = model_facts[said->fact].says;
    bool is_of_it =
        fact && fact->subject.v == said->id.v && str_equal(str_of(fact->leaf.object), said->object);
    check->row_count++;
    if (!is_of_it) {
        check_fault(check, "%s %lld: cột position, object khác với sổ cái", said->table,
                    (long long)said->id.v);
    }
    for (size_t i = 0; is_of_it && i < record->count; i++) {
        const struct field *field = &record->fields[i];
        struct str value = field_canonical(field, said->row, conn->arena);
        if (!audit_field_is(fact, field->name, value) && !is_younger(fact, field, value)) {
            check_fault(check, "%s %lld: cột %s khác với sổ cái", said->table,
                        (long long)said->id.v, field->name);
        }
    }
    arena_undo(conn->arena, mark);
}

/* What is asked for since the leaf was made is still nought in its row. */
static bool is_younger(const struct audited_fact *fact, const struct field *field, struct str value)
{
    return str_equal(fact->leaf.type, str_of(model_facts[FACT_SAID].name)) &&
           !opening_field(&fact->opening, str_of(field->name)) && str_equal(value, STR("0"));
}
