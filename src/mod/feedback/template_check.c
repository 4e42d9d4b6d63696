/* For `kheo check`: templates of answers against what the ledger says of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/template.h"

#include "text/collate.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };
#define FACTS_BEGIN "feedback.template_"

static void check_row(struct conn *conn, struct check *check,
                      const struct template_check_page_row *row);

void template_check(struct conn *conn, struct check *check)
{
    struct template_check_page wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    struct template_check_page_rows page;
    do {
        struct arena_mark mark = arena_mark(conn->arena);
        page = template_check_page(conn, &wanted);
        for (size_t i = 0; i < page.count; i++) {
            check_row(conn, check, &page.rows[i]);
            wanted.after = page.rows[i].id;
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    } while (page.count == PAGE_ROWS);
}

static void check_row(struct conn *conn, struct check *check,
                      const struct template_check_page_row *row)
{
    const struct audited_fact *fact = audit_fact(conn, row->position);
    const struct {
        const char *name;
        struct str value;
    } fields[] = {
        { "unit", row->unit_code },
        { "title", row->title },
        { "category", row->category_slug },
        { "occasion", row->occasion },
        { "said", row->said },
        { "done", row->done },
        { "plan", row->plan },
        { "unhappy", row->unhappy },
        { "is_open", row->is_open ? STR("1") : STR("0") },
    };
    bool is_its =
        fact && str_starts(fact->leaf.type, STR(FACTS_BEGIN)) && fact->subject.v == row->id.v &&
        str_equal(str_of(fact->leaf.object), row->object) && fact->leaf.version == row->version;
    struct bytes key = collate_text(conn->arena, row->title);
    if (!is_its ||
        !str_equal(str_span(key.p, key.n), str_span(row->title_key.p, row->title_key.n))) {
        check_fault(check, "answer_template %lld: khác với sổ cái", (long long)row->id.v);
        return;
    }
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (!audit_field_is(fact, fields[i].name, fields[i].value)) {
            check_fault(check, "answer_template %lld: cột %s khác với sổ cái", (long long)row->id.v,
                        fields[i].name);
        }
    }
}

bool template_check_leaf(struct conn *conn, struct check *check, int64_t position,
                         const struct leaf *leaf, struct id id)
{
    struct template_position_row row = { .position = -1 };
    if (!str_starts(leaf->type, STR(FACTS_BEGIN))) {
        return false;
    }
    template_position(conn, &(struct template_position){ .id = { id.v } }, &row);
    if (row.position < position) {
        check_fault(check, "answer_template %lld: thiếu việc %.*s của lá %lld", (long long)id.v,
                    STR_ARG(leaf->type), (long long)position);
    }
    return true;
}
