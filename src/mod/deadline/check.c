/* For `kheo check`: what was chosen of the law's readings, and what the ledger says of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/deadline/commands.h"
#include "web/module.h"

struct checking {
    struct conn *conn;
    struct check *check;
};
struct expected {
    const char *field; /* of the fact */
    struct str value;
};

static void check_row(struct conn *conn, struct check *check,
                      const struct law_chosen_check_row *row,
                      const struct law_chosen_check_row *before);
static const struct law_chosen_check_row *row_before(const struct law_chosen_check_rows *rows,
                                                     size_t index);
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static struct str day_value(struct arena *arena, struct day day);
static void expect_so(struct check *check, int64_t id, bool is_so, const char *what);

void deadline_check(struct snap *snap, struct check *check)
{
    struct checking all = { &snap->conn, check };
    struct law_chosen_check_rows rows = law_chosen_check(&snap->conn);
    for (size_t i = 0; i < rows.count; i++) {
        check_row(&snap->conn, check, &rows.rows[i], row_before(&rows, i));
    }
    check->row_count += (int64_t)rows.count;
    audit_each_leaf(&snap->conn, 0, check_leaf, &all);
}

/* `before`: what would have held otherwise; NULL: what is usual, in the program of that time. */
static void check_row(struct conn *conn, struct check *check,
                      const struct law_chosen_check_row *row,
                      const struct law_chosen_check_row *before)
{
    if (day_compare(row->from_on, instant_day(row->at)) <= 0) {
        check_fault(check, "law_chosen %lld: ngày áp dụng đã tới khi chọn", (long long)row->id.v);
    }
    const struct audited_fact *fact = audit_fact(conn, row->position);
    bool is_it = fact && str_equal(fact->leaf.type, STR("deadline.setting_chosen")) &&
                 fact->subject.v == row->id.v && str_equal(str_of(fact->leaf.object), row->object);
    expect_so(check, row->id.v, is_it, "position");
    if (!is_it) {
        return;
    }
    const struct expected fields[] = {
        { "name", row->name },
        { "value", row->value },
        { "from", day_value(conn->arena, row->from_on) },
        { "decision", row->decision },
        { "decided_on", day_value(conn->arena, row->decided_on) },
        { "reason", row->reason },
        { "by", row->person_id.v ? str_printf(conn->arena, "%lld", (long long)row->person_id.v)
                                 : STR_NONE },
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        expect_so(check, row->id.v, audit_field_is(fact, fields[i].field, fields[i].value),
                  fields[i].field);
    }
    expect_so(check, row->id.v, row->at.s == fact->leaf.at.s, "at");
    if (before && !audit_field_is(fact, "was", before->value)) {
        check_fault(check, "law_chosen %lld: cách dùng trước đó (was) khác với dòng %lld",
                    (long long)row->id.v, (long long)before->id.v);
    }
}

/* Rows are in the order in which they were chosen; of two for one day the later counts. */
static const struct law_chosen_check_row *row_before(const struct law_chosen_check_rows *rows,
                                                     size_t index)
{
    const struct law_chosen_check_row *row = &rows->rows[index];
    const struct law_chosen_check_row *ret = NULL;
    for (size_t i = 0; i < index; i++) {
        const struct law_chosen_check_row *other = &rows->rows[i];
        bool is_held =
            str_equal(other->name, row->name) && day_compare(other->from_on, row->from_on) <= 0;
        if (is_held && (!ret || day_compare(ret->from_on, other->from_on) <= 0)) {
            ret = other;
        }
    }
    return ret;
}

/* Nothing was taken away. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    const struct checking *all = context;
    struct law_chosen_position_row row;
    (void)subject;
    if (str_equal(leaf->type, STR("deadline.setting_chosen")) &&
        !law_chosen_position(all->conn, &(struct law_chosen_position){ .position = position },
                             &row)) {
        check_fault(all->check, "law_chosen: thiếu dòng của lá %lld", (long long)position);
    }
    return true;
}

static void expect_so(struct check *check, int64_t id, bool is_so, const char *what)
{
    if (!is_so) {
        check_fault(check, "law_chosen %lld: %s khác với sổ cái", (long long)id, what);
    }
}

static struct str day_value(struct arena *arena, struct day day)
{
    struct out out = out_open(arena, sizeof "2026-08-31");
    out_day(&out, day);
    return out_str(&out);
}
