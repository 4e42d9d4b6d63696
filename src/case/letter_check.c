/* For `kheo check`: every letter of a kind is what its newest leaf says, and has all its leaves. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"

#include "desk/audit.h"
#include "web/module.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100, DAY_BYTES = 16 };

struct reading {
    struct conn *conn;
    struct check *check;
    const struct case_kind *kind;
};

static void check_letter(struct conn *conn, struct check *check,
                         const struct case_letter_check_page_row *row);
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static struct str day_text(struct conn *conn, struct day day);

void case_letters_check(struct snap *snap, struct check *check, const struct case_kind *kind)
{
    struct conn *conn = &snap->conn;
    struct case_letter_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct case_letter_check_page_rows page = case_letter_check_page(
            conn, &(struct case_letter_check_page){
                      .kind = str_of(kind->name), .after = after, .limit = PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            after = page.rows[i].id;
            check_letter(conn, check, &page.rows[i]);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    }
    audit_each_leaf(conn, 0, check_leaf, &(struct reading){ conn, check, kind });
}

/* A leaf of which no row tells is a letter that was taken out. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    const struct reading *r = context;
    struct case_letter_known_row row;
    struct str prefix = str_printf(r->conn->arena, "%s_letter.", r->kind->name);
    if (str_starts(leaf->type, prefix) &&
        !case_letter_known(r->conn, &(struct case_letter_known){ .id = { subject.v } }, &row)) {
        check_fault(r->check, "case_letter: sổ cái có lá %lld mà không có văn bản nào",
                    (long long)position);
    }
    return true;
}

/* Every step is a version of the letter's object, so none can be taken away between two. */
static void check_letter(struct conn *conn, struct check *check,
                         const struct case_letter_check_page_row *row)
{
    const struct audited_fact *fact = audit_fact(conn, row->position);
    if (!fact || fact->subject.v != row->id.v || fact->leaf.version != row->version ||
        !str_equal(str_of(fact->leaf.object), row->object)) {
        check_fault(check, "case_letter %lld: cột object, version, position khác với sổ cái",
                    (long long)row->id.v);
        return;
    }
    struct hash hash = hash_of(str_span(row->bytes.p, row->bytes.n));
    bool has_file = row->sha256.n > 0;
    if (has_file != (row->bytes.n > 0) ||
        (has_file && !str_equal(hash_str(&hash), str_span(row->sha256.p, row->sha256.n)))) {
        check_fault(check, "case_letter_file %lld: tệp đã ký khác với cột sha256",
                    (long long)row->id.v);
    }
    struct case_letter_get_row numbered = { .number = row->number,
                                            .sign = row->sign,
                                            .organ = row->organ };
    const struct {
        const char *name;
        struct str value;
    } columns[] = {
        { "code", row->code },
        { "form", row->form },
        { "state", row->state },
        { "number", case_letter_number(conn->arena, &numbered) },
        { "issued_on", day_text(conn, row->issued_on) },
        { "filled", row->filled },
        { "signer", row->name },
        { "note", row->note },
        { "sent_on", day_text(conn, row->sent_on) },
        { "sha256", case_letter_hex(conn->arena, row->sha256) },
    };
    for (size_t i = 0; i < COUNT(columns); i++) {
        if (!audit_field_is(fact, columns[i].name, columns[i].value)) {
            check_fault(check, "case_letter %lld: cột %s khác với sổ cái", (long long)row->id.v,
                        columns[i].name);
        }
    }
}

static struct str day_text(struct conn *conn, struct day day)
{
    struct out out = out_open(conn->arena, DAY_BYTES);
    out_day(&out, day);
    return day_is_none(day) ? STR_NONE : out_str(&out);
}
