/* For `kheo check`: slips against what the ledger says was printed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/slip.h"

#include "desk/audit.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_slip(struct conn *conn, struct check *check,
                       const struct slip_check_page_row *slip);

void slip_check(struct conn *conn, struct check *check)
{
    struct slip_check_page wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    struct slip_check_page_rows page;
    do {
        struct arena_mark mark = arena_mark(conn->arena);
        page = slip_check_page(conn, &wanted);
        for (size_t i = 0; i < page.count; i++) {
            check_slip(conn, check, &page.rows[i]);
            wanted.after = page.rows[i].id;
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    } while (page.count == PAGE_ROWS);
}

/* Once used it is the report's: code, object and secret are the same. */
static void check_slip(struct conn *conn, struct check *check,
                       const struct slip_check_page_row *slip)
{
    const struct audited_fact *fact = audit_fact(conn, slip->position);
    struct str by = str_printf(conn->arena, "%lld", (long long)slip->person_id.v);
    struct str hash = str_span(slip->secret_hash.p, slip->secret_hash.n);
    bool is_so = fact && str_equal(fact->leaf.type, STR("feedback.slip")) &&
                 fact->subject.v == slip->id.v && fact->leaf.at.s == slip->printed_at.s &&
                 str_equal(str_of(fact->leaf.object), slip->object) &&
                 audit_field_is(fact, "code", slip->code) &&
                 audit_field_is(fact, "unit", slip->unit_code) && audit_field_is(fact, "by", by) &&
                 audit_field_is(fact, "secret_hash", hash);
    struct report_id_of_row report = { .id = { 0 } };
    bool is_there = report_id_of(conn, &(struct report_id_of){ .code = slip->code }, &report);
    if (!is_so || (is_there ? report.id.v : 0) != slip->report_id.v) {
        check_fault(check, "slip %lld (%.*s): khác với sổ cái hoặc với hồ sơ",
                    (long long)slip->id.v, STR_ARG(slip->code));
    }
}

/* One whose report was removed is gone with it, and so is what its leaf said. */
void slip_check_leaf(struct conn *conn, struct check *check, int64_t position, struct id slip)
{
    struct slip_at_row row;
    const struct audited_fact *fact = audit_fact(conn, position);
    bool is_so = slip_at(conn, &(struct slip_at){ .id = { slip.v }, .position = position }, &row);
    bool is_hidden = fact != NULL;
    for (size_t i = 0; is_hidden && i < fact->opening.count; i++) {
        is_hidden = fact->opening.fields[i].state == OPENED_HIDDEN;
    }
    if (!is_so && !is_hidden) {
        check_fault(check, "slip: thiếu phiếu của lá %lld", (long long)position);
    }
}
