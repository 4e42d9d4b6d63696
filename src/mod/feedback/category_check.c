/* For `kheo check`: categories, their questions and limits against what the ledger says of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"

#define LIMITED "feedback.category_limited"

/* A row under the eye: its table and id for the report, and the fact that it must agree with. */
struct checked {
    struct check *check;
    const char *table;
    int64_t id;
    const struct audited_fact *fact;
};
struct expected {
    const char *field;
    struct str value;
};

static void check_categories(struct conn *conn, struct check *check);
static void check_questions(struct conn *conn, struct check *check);
static void check_limits(struct conn *conn, struct check *check);
static bool open_fact(struct conn *conn, struct checked *c, int64_t position, const char *begin,
                      struct str object, int64_t subject);
static void expect(const struct checked *c, const struct expected *fields, size_t count);
static void check_version(struct conn *conn, const struct checked *c, int64_t newest,
                          struct str object, int64_t version);
static struct str day_words(struct conn *conn, struct day day);
static struct str number(struct conn *conn, int64_t n);
static struct str yes(bool is_so);

void category_check(struct conn *conn, struct check *check)
{
    struct arena_mark mark = arena_mark(conn->arena);
    check_categories(conn, check);
    check_questions(conn, check);
    check_limits(conn, check);
    arena_undo(conn->arena, mark);
}

/* What came with a schema and was never changed has no leaf. */
static void check_categories(struct conn *conn, struct check *check)
{
    struct category_check_rows_rows rows = category_check_rows(conn);
    for (size_t i = 0; i < rows.count; i++) {
        const struct category_check_rows_row *row = &rows.rows[i];
        struct checked c = { check, "category", row->id.v, NULL };
        const struct expected fields[] = {
            { "slug", row->slug },
            { "parent", row->parent_slug },
            { "name", row->name },
            { "hint", row->hint },
            { "asks_place", yes(row->asks_place) },
            { "respond_unit", row->respond_unit },
            { "respond_amount", number(conn, row->respond_amount) },
            { "extend_max", number(conn, row->extend_max) },
            { "basis", row->basis },
            { "position", number(conn, row->position) },
            { "is_open", yes(row->is_open) },
        };
        struct category_limited_last_row limited = { .position = 0 };
        category_limited_last(conn, &(struct category_limited_last){ .category_id = row->id },
                              &limited);
        int64_t newest = limited.position > row->leaf ? limited.position : row->leaf;
        check_version(conn, &c, newest, row->object, row->version);
        if (row->leaf &&
            open_fact(conn, &c, row->leaf, "feedback.category_", row->object, row->id.v)) {
            expect(&c, fields, COUNT(fields));
        }
    }
    check->row_count += (int64_t)rows.count;
}

static void check_questions(struct conn *conn, struct check *check)
{
    struct question_check_rows_rows rows = question_check_rows(conn);
    for (size_t i = 0; i < rows.count; i++) {
        const struct question_check_rows_row *row = &rows.rows[i];
        struct checked c = { check, "category_question", row->id.v, NULL };
        const struct expected fields[] = {
            { "category", row->category_slug },
            { "place", number(conn, row->place) },
            { "position", number(conn, row->position) },
            { "label", row->label },
            { "is_required", yes(row->is_required) },
            { "is_open", yes(row->is_open) },
            { "closed_on", day_words(conn, row->closed_on) },
        };
        check_version(conn, &c, row->leaf, row->object, row->version);
        if (row->leaf &&
            open_fact(conn, &c, row->leaf, "feedback.question_", row->object, row->id.v)) {
            expect(&c, fields, COUNT(fields));
        }
    }
    check->row_count += (int64_t)rows.count;
}

static void check_limits(struct conn *conn, struct check *check)
{
    struct category_deadline_check_rows_rows rows = category_deadline_check_rows(conn);
    for (size_t i = 0; i < rows.count; i++) {
        const struct category_deadline_check_rows_row *row = &rows.rows[i];
        struct checked c = { check, "category_deadline", row->id.v, NULL };
        const struct expected fields[] = {
            { "from_on", day_words(conn, row->from_on) },
            { "respond_amount", number(conn, row->respond_amount) },
            { "extend_max", number(conn, row->extend_max) },
            { "basis", row->basis },
        };
        if (open_fact(conn, &c, row->position, LIMITED, row->object, row->category_id.v)) {
            expect(&c, fields, COUNT(fields));
        }
    }
    check->row_count += (int64_t)rows.count;
}

/* Nothing was taken away, and no row is older than what was said of it last. */
bool category_check_leaf(struct conn *conn, struct check *check, int64_t position,
                         const struct leaf *leaf, struct id id)
{
    int64_t newest = -1;
    struct category_leaf_row category = { .leaf = -1 };
    struct question_leaf_row question = { .leaf = -1 };
    struct category_deadline_leaf_row limit = { .position = -1 };
    if (str_equal(leaf->type, STR(LIMITED))) {
        struct category_deadline_leaf wanted = { .category_id = { id.v },
                                                 .from_on = day_after(instant_day(leaf->at)) };
        category_deadline_leaf(conn, &wanted, &limit);
        newest = limit.position;
    } else if (str_starts(leaf->type, STR("feedback.category_"))) {
        category_leaf(conn, &(struct category_leaf){ .id = { id.v } }, &category);
        newest = category.leaf;
    } else if (str_starts(leaf->type, STR("feedback.question_"))) {
        question_leaf(conn, &(struct question_leaf){ .id = { id.v } }, &question);
        newest = question.leaf;
    } else {
        return false;
    }
    if (newest < position) {
        check_fault(check, "category: thiếu việc %.*s của lá %lld (%lld)", STR_ARG(leaf->type),
                    (long long)position, (long long)id.v);
    }
    return true;
}

static bool open_fact(struct conn *conn, struct checked *c, int64_t position, const char *begin,
                      struct str object, int64_t subject)
{
    c->fact = audit_fact(conn, position);
    bool is_its = c->fact && str_starts(c->fact->leaf.type, str_of(begin)) &&
                  c->fact->subject.v == subject && str_equal(str_of(c->fact->leaf.object), object);
    if (!is_its) {
        check_fault(c->check, "%s %lld: lá %lld nói về việc khác", c->table, (long long)c->id,
                    (long long)position);
    }
    return is_its;
}

/* Every act is a leaf of the row's object and raises its version; one that nobody touched has
 * neither. */
static void check_version(struct conn *conn, const struct checked *c, int64_t newest,
                          struct str object, int64_t version)
{
    const struct audited_fact *fact = newest ? audit_fact(conn, newest) : NULL;
    bool is_so = newest ? fact && str_equal(str_of(fact->leaf.object), object) &&
                              fact->leaf.version == version
                        : !object.p && version == 0;
    if (!is_so) {
        check_fault(c->check, "%s %lld: object, version khác với sổ cái", c->table,
                    (long long)c->id);
    }
}

static struct str day_words(struct conn *conn, struct day day)
{
    struct out out = out_open(conn->arena, sizeof "2026-08-31");
    out_day(&out, day);
    return out.n > 0 ? out_str(&out) : STR_NONE;
}

static void expect(const struct checked *c, const struct expected *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!audit_field_is(c->fact, fields[i].field, fields[i].value)) {
            check_fault(c->check, "%s %lld: cột %s khác với sổ cái", c->table, (long long)c->id,
                        fields[i].field);
        }
    }
}

static struct str number(struct conn *conn, int64_t n)
{
    return str_printf(conn->arena, "%lld", (long long)n);
}

static struct str yes(bool is_so)
{
    return is_so ? STR("1") : STR("0");
}
