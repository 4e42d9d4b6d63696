/* For `kheo check`: packs and narrations as their leaves have them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/language/language.h"

struct claim {
    bool is_so;
    const char *what;
};

static struct str number(struct arena *arena, int64_t value)
{
    return str_printf(arena, "%lld", (long long)value);
}

static bool is_leaf(const struct audited_fact *fact, const char *type, struct id subject,
                    struct str object)
{
    return fact && str_equal(fact->leaf.type, str_of(type)) && ID_IS(fact->subject, subject) &&
           str_equal(str_of(fact->leaf.object), object);
}

static void tell(struct check *check, const char *table, struct id id, const struct claim *claims,
                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!claims[i].is_so) {
            check_fault(check, "%s %lld: %s khác với sổ cái", table, (long long)id.v,
                        claims[i].what);
        }
    }
    check->row_count++;
}

static void check_pack(struct conn *conn, struct check *check, const struct language_check_row *row)
{
    struct arena *arena = conn->arena;
    const struct audited_fact *fact = audit_fact(conn, row->position);
    const bool is_ours = is_leaf(fact, "language.installed", ID_OF(row->id), row->object);
    const struct claim claims[] = {
        { is_ours, "position, object" },
        { is_ours && audit_field_is(fact, "code", row->code), "code" },
        { is_ours && audit_field_is(fact, "name", row->name), "name" },
        { is_ours && audit_field_is(fact, "digest", row->digest), "digest" },
        { is_ours && audit_field_is(fact, "translated", number(arena, row->translated)),
          "translated" },
        { is_ours && audit_field_is(fact, "offered", row->is_offered ? STR("1") : STR("0")),
          "is_offered" },
        { str_equal(language_digest(arena, row->texts), row->digest), "texts" },
    };
    tell(check, "language", ID_OF(row->id), claims, COUNT(claims));
}

static void check_sound(struct conn *conn, struct check *check,
                        const struct narration_check_row *row)
{
    struct arena *arena = conn->arena;
    const struct audited_fact *fact = audit_fact(conn, row->position);
    const bool is_ours = is_leaf(fact, "language.recorded", ID_OF(row->id), row->object);
    const struct str bytes = str_span(row->bytes.p, row->bytes.n);
    const struct claim claims[] = {
        { is_ours, "position, object" },
        { is_ours && audit_field_is(fact, "language", row->language), "language" },
        { is_ours && audit_field_is(fact, "page", row->page), "page" },
        { is_ours && audit_field_is(fact, "kind", row->kind), "kind" },
        { is_ours && audit_field_is(fact, "seconds", number(arena, row->seconds)), "seconds" },
        { is_ours && audit_field_is(fact, "digest", row->digest), "digest" },
        { str_equal(language_digest(arena, bytes), row->digest), "bytes" },
    };
    tell(check, "narration", ID_OF(row->id), claims, COUNT(claims));
}

void language_check_rows(struct snap *snap, struct check *check)
{
    struct conn *conn = &snap->conn;
    const struct arena_mark before = arena_mark(conn->arena);
    const struct language_check_rows packs = language_check(conn);
    for (size_t i = 0; i < packs.count; i++) {
        check_pack(conn, check, &packs.rows[i]);
    }
    arena_undo(conn->arena, before);
    struct narration_id after = { -1 };
    for (bool is_there = true; is_there;) {
        const struct arena_mark mark = arena_mark(conn->arena);
        const struct narration_check_rows rows =
            narration_check(conn, &(struct narration_check){ .after = after });
        is_there = rows.count > 0;
        if (is_there) {
            after = rows.rows[0].id;
            check_sound(conn, check, &rows.rows[0]);
        }
        arena_undo(conn->arena, mark);
    }
}
