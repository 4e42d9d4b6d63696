/* For `kheo check`: what is said of removed reports, and that nothing else is left of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/feedback/removal.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_row(struct conn *conn, struct check *check,
                      const struct report_removed_page_row *row);

void removal_check(struct conn *conn, struct check *check)
{
    struct report_removed_page wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    struct report_removed_page_rows page;
    do {
        struct arena_mark mark = arena_mark(conn->arena);
        page = report_removed_page(conn, &wanted);
        for (size_t i = 0; i < page.count; i++) {
            check_row(conn, check, &page.rows[i]);
            wanted.after = page.rows[i].id;
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    } while (page.count == PAGE_ROWS);
}

static void check_row(struct conn *conn, struct check *check,
                      const struct report_removed_page_row *row)
{
    const struct audited_fact *fact = audit_fact(conn, row->position);
    bool is_so = fact && str_equal(fact->leaf.type, STR("feedback.removed")) &&
                 fact->subject.v == row->id.v &&
                 str_equal(str_of(fact->leaf.object), row->object) &&
                 audit_field_is(fact, "code", row->code) &&
                 audit_field_is(fact, "secret_object", row->secret_object);
    if (!is_so) {
        check_fault(check, "report_removed %lld (%.*s): khác với sổ cái", (long long)row->id.v,
                    STR_ARG(row->code));
    }
}

bool removal_check_leaf(struct conn *conn, struct check *check, int64_t position,
                        struct report_id report)
{
    struct report_removed_by_id_row removed;
    struct report_removed_by_id wanted = { .id = { report.v } };
    if (!report_removed_by_id(conn, &wanted, &removed)) {
        return false;
    }
    const struct audited_fact *fact = audit_fact(conn, position);
    bool is_removal = position == removed.position;
    bool is_so = fact && str_equal(fact->leaf.type, STR("feedback.removed")) == is_removal;
    for (size_t i = 0; is_so && !is_removal && i < fact->opening.count; i++) {
        is_so = fact->opening.fields[i].state == OPENED_HIDDEN;
    }
    if (!is_so) {
        check_fault(check, "ledger_leaf %lld: hồ sơ %.*s đã gỡ mà lá còn nói tới nội dung",
                    (long long)position, STR_ARG(removed.code));
    }
    return true;
}
