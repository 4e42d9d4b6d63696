/* For `kheo check`: boundaries as their leaves have them, and one a day. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/map/map.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 50 };

static void check_row(struct conn *conn, struct check *check, const struct boundary_check_row *row);
static bool has_frame(struct arena *arena, const struct boundary_check_row *row);

void map_check(struct snap *snap, struct check *check)
{
    struct conn *conn = &snap->conn;
    struct boundary_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct boundary_check_rows page =
            boundary_check(conn, &(struct boundary_check){ .after = after, .limit = PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            after = page.rows[i].id;
            check_row(conn, check, &page.rows[i]);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    }
}

static void check_row(struct conn *conn, struct check *check, const struct boundary_check_row *row)
{
    const struct audited_fact *fact = audit_fact(conn, row->position);
    struct out from = out_open(conn->arena, sizeof "2026-08-31");
    out_day(&from, row->from_on);
    const struct bytes levels[] = { row->near, row->middle, row->far };
    bool is_leaf = fact && str_equal(fact->leaf.type, STR("map.boundary_set")) &&
                   fact->subject.v == row->id.v &&
                   str_equal(str_of(fact->leaf.object), row->object);
    struct day until = day_is_none(row->next_on) ? DAY_NONE : day_before(row->next_on);
    const struct {
        bool is_so;
        const char *what;
    } claims[] = {
        { is_leaf, "position" },
        { is_leaf && audit_field_is(fact, "unit", row->code), "unit_id" },
        { is_leaf && audit_field_is(fact, "from", out_str(&from)), "from_on" },
        { is_leaf && audit_field_is(fact, "source", row->source), "source" },
        { is_leaf && audit_field_is(fact, "digest", row->digest), "digest" },
        { str_equal(map_digest(conn->arena, levels), row->digest), "near, middle, far" },
        { row->until_on.n == until.n, "until_on" },
        { has_frame(conn->arena, row), "west, south, east, north" },
    };
    for (size_t i = 0; i < COUNT(claims); i++) {
        if (!claims[i].is_so) {
            check_fault(check, "boundary %lld: %s khác với sổ cái", (long long)row->id.v,
                        claims[i].what);
        }
    }
}

static bool has_frame(struct arena *arena, const struct boundary_check_row *row)
{
    struct outline outline;
    if (!outline_unpack(arena, row->near, &outline)) {
        return false;
    }
    struct frame frame = outline_frame(&outline);
    return frame.west == row->west && frame.south == row->south && frame.east == row->east &&
           frame.north == row->north;
}
