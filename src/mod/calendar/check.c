/* For `kheo check`: what the calendar's rows say, and what the ledger says of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/check.h"

#include "base/attr.h"
#include "desk/audit.h"
#include "mod/calendar/commands.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

/* A row under the eye: its table and id for the report, and the fact that it must agree with. */
struct checked {
    struct conn *conn;
    struct check *check;
    const char *table;
    int64_t id;
    const struct audited_fact *fact;
};
struct expected {
    const char *field; /* of the fact */
    struct str value;
};

static void check_days(struct conn *conn, struct check *check);
static void check_years(struct conn *conn, struct check *check);
static void check_hours(struct conn *conn, struct check *check);
static void check_changes(struct conn *conn, struct check *check);
static void check_change(struct conn *conn, struct check *check,
                         const struct calendar_change_page_row *row);
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static bool open_fact(struct checked *c, int64_t position, const char *type, struct str object,
                      struct str what);
static void expect(const struct checked *c, const struct expected *fields, size_t count);
static void expect_so(const struct checked *c, bool is_so, const char *what);
static struct str day_value(struct arena *arena, struct day day);

void calendar_check(struct snap *snap, struct check *check)
{
    struct conn *conn = &snap->conn;
    struct checked all = { .conn = conn, .check = check };
    check_days(conn, check);
    check_years(conn, check);
    check_hours(conn, check);
    check_changes(conn, check);
    audit_each_leaf(conn, 0, check_leaf, &all);
}

static void check_days(struct conn *conn, struct check *check)
{
    struct calendar_day_check_rows rows = calendar_day_check(conn);
    for (size_t i = 0; i < rows.count; i++) {
        const struct calendar_day_check_row *row = &rows.rows[i];
        struct checked c = { conn, check, "calendar_day", row->id.v, NULL };
        struct str day = day_value(conn->arena, row->day);
        if (open_fact(&c, row->position, "calendar.day_set", row->object, day)) {
            const struct expected fields[] = {
                { "day", day },
                { "kind", row->kind },
                { "name", row->name },
                { "decision", row->decision },
                { "decided_on", day_value(conn->arena, row->decided_on) },
            };
            expect(&c, fields, COUNT(fields));
        }
    }
    check->row_count += (int64_t)rows.count;
}

static void check_years(struct conn *conn, struct check *check)
{
    struct calendar_year_check_rows rows = calendar_year_check(conn);
    for (size_t i = 0; i < rows.count; i++) {
        const struct calendar_year_check_row *row = &rows.rows[i];
        struct checked c = { conn, check, "calendar_year", row->id.v, NULL };
        struct str year = str_printf(conn->arena, "%lld", (long long)row->year);
        if (open_fact(&c, row->position, "calendar.year_decided", row->object, year)) {
            const struct expected fields[] = {
                { "year", year },
                { "decision", row->decision },
                { "decided_on", day_value(conn->arena, row->decided_on) },
            };
            expect(&c, fields, COUNT(fields));
        }
    }
    check->row_count += (int64_t)rows.count;
}

static void check_hours(struct conn *conn, struct check *check)
{
    struct calendar_hours_check_rows rows = calendar_hours_check(conn);
    for (size_t i = 0; i < rows.count; i++) {
        const struct calendar_hours_check_row *row = &rows.rows[i];
        struct checked c = { conn, check, "calendar_hours", row->id.v, NULL };
        if (open_fact(&c, row->position, "calendar.hours_set", row->object, row->code)) {
            const struct expected fields[] = {
                { "unit", row->code },
                { "hours", row->hours },
                { "decision", row->decision },
                { "decided_on", day_value(conn->arena, row->decided_on) },
            };
            expect(&c, fields, COUNT(fields));
        }
    }
    check->row_count += (int64_t)rows.count;
}

static void check_changes(struct conn *conn, struct check *check)
{
    struct calendar_change_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct calendar_change_page_rows page = calendar_change_page(
            conn, &(struct calendar_change_page){ .after = after, .limit = PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            after = page.rows[i].id;
            check_change(conn, check, &page.rows[i]);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    }
}

/* What the newest change of a day or of hours set is a row, and what it took away is none. */
static void check_change(struct conn *conn, struct check *check,
                         const struct calendar_change_page_row *row)
{
    struct checked c = { conn, check, "calendar_change", row->id.v, NULL };
    struct calendar_change_newest_row newest = { .position = -1 };
    struct calendar_day_get_row day;
    c.fact = audit_fact(conn, row->position);
    if (!c.fact) {
        expect_so(&c, false, "position");
        return;
    }
    struct str type = c.fact->leaf.type;
    bool is_year = str_equal(type, STR("calendar.year_decided"));
    bool is_hours = str_equal(type, STR("calendar.hours_set"));
    const struct expected fields[] = {
        { is_year    ? "year"
          : is_hours ? "unit"
                     : "day",
          row->what },
        { is_hours ? "was_hours" : "was_kind", row->was },
        { is_hours ? "hours" : "kind", row->now },
        { "reason", row->reason },
        { "by", row->person_id.v ? str_printf(conn->arena, "%lld", (long long)row->person_id.v)
                                 : STR_NONE },
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        bool is_absent = is_year && (i == 1 || i == 2);
        expect_so(&c,
                  is_absent ? !fields[i].value.p
                            : audit_field_is(c.fact, fields[i].field, fields[i].value),
                  fields[i].field);
    }
    bool is_set = str_equal(type, STR("calendar.day_set"));
    expect_so(&c, row->at.s == c.fact->leaf.at.s, "at");
    expect_so(&c,
              is_year || is_hours ? !row->name.p
                                  : audit_field_is(c.fact, is_set ? "name" : "was_name", row->name),
              "name");
    calendar_change_newest(conn, &(struct calendar_change_newest){ .what = row->what }, &newest);
    if (newest.position == row->position && !is_year && !is_hours) {
        struct day on = day_parse(row->what);
        bool is_there = calendar_day_get(conn, &(struct calendar_day_get){ .day = on }, &day);
        expect_so(&c, is_there == is_set, "calendar_day");
    }
}

/* Nothing was taken away from the list. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    const struct checked *all = context;
    struct calendar_change_at_row row;
    (void)subject;
    if (str_starts(leaf->type, STR("calendar.")) && !str_equal(leaf->type, STR(ALMANAC_CHANGED)) &&
        !calendar_change_at(all->conn, &(struct calendar_change_at){ .position = position },
                            &row)) {
        check_fault(all->check, "calendar_change: thiếu việc %.*s của lá %lld", STR_ARG(leaf->type),
                    (long long)position);
    }
    return true;
}

/* --- helpers ---------------------------------------------------------------------------------- */

/* The row's leaf: of that type and object, and the newest that was said of it. */
static bool open_fact(struct checked *c, int64_t position, const char *type, struct str object,
                      struct str what)
{
    struct calendar_change_newest_row newest = { .position = -1 };
    c->fact = audit_fact(c->conn, position);
    bool is_it = c->fact && str_equal(c->fact->leaf.type, str_of(type)) &&
                 c->fact->subject.v == c->id && str_equal(str_of(c->fact->leaf.object), object);
    calendar_change_newest(c->conn, &(struct calendar_change_newest){ .what = what }, &newest);
    expect_so(c, is_it && newest.position == position, "position");
    return is_it;
}

static void expect(const struct checked *c, const struct expected *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect_so(c, audit_field_is(c->fact, fields[i].field, fields[i].value), fields[i].field);
    }
}

static void expect_so(const struct checked *c, bool is_so, const char *what)
{
    if (!is_so) {
        check_fault(c->check, "%s %lld: %s khác với sổ cái", c->table, (long long)c->id, what);
    }
}

static struct str day_value(struct arena *arena, struct day day)
{
    struct out out = out_open(arena, sizeof "2026-08-31");
    out_day(&out, day);
    return out_str(&out);
}
