/* Re-reading the ledger from the first leaf to the anchor. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "desk/books.h"
#include "desk/loss.h"
#include "ledger/anchor.h"
#include "ledger/checkpoint.h"
#include "sql/desk.h"

/* A leaf with its record is 40 KiB at most. */
enum { PAGE_ROWS = 200 };

/* The ledger as it was rebuilt so far. */
struct reading {
    struct conn *conn;
    struct audit *audit;
    struct tree tree;
    struct instant last_at;
    int64_t losses;
    bool has_gap;  /* a leaf is missing: no tree can be rebuilt behind it */
    bool has_head; /* `head` is the next one that was signed */
    struct ledger_checkpoint_covering_row head;
    char note[CHECKPOINT_BYTES_MAX];
    struct anchor anchor;
    bool has_anchor;
    struct hash root_at_anchor;
    struct desk_state_get_row state;
};

static void tell(struct reading *r, const char *format, ...) PRINTF(2, 3);
static void open_reading(struct reading *r);
static void read_leaf(struct reading *r, const struct ledger_leaf_range_row *row);
static void check_row(struct reading *r, const struct ledger_leaf_range_row *row,
                      const struct leaf *leaf);
static void check_previous(struct reading *r, int64_t position, const struct leaf *leaf);
static void check_record(struct reading *r, const struct ledger_leaf_range_row *row,
                         const struct leaf *leaf);
static bool has_fields_of(const struct opening *opening, const struct fact *fact);
static void grow(struct reading *r, struct hash leaf);
static void next_head(struct reading *r);
static void check_head(struct reading *r);
static void check_end(struct reading *r);
static void check_anchor(struct reading *r);

void audit_ledger(struct conn *conn, struct audit *audit)
{
    struct reading *r = new(conn->arena, struct reading, 1);
    r->conn = conn;
    r->audit = audit;
    open_reading(r);
    for (int64_t from = 0; from >= 0;) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct ledger_leaf_range_rows page = ledger_leaf_range(
            conn, &(struct ledger_leaf_range){ .from = from, .limit = PAGE_ROWS });
        for (size_t i = 0; i < page.count; i++) {
            struct arena_mark row_mark = arena_mark(conn->arena);
            read_leaf(r, &page.rows[i]);
            arena_undo(conn->arena, row_mark);
        }
        from = page.count > 0 ? page.rows[page.count - 1].position + 1 : -1;
        arena_undo(conn->arena, mark);
    }
    check_end(r);
}

static void open_reading(struct reading *r)
{
    unsigned place;
    if (!desk_state_get(r->conn, &r->state)) {
        tell(r, "desk_state: thiếu dòng 1");
    }
    r->has_anchor =
        anchor_newest(r->audit->anchor, r->audit->origin, r->audit->public, &r->anchor, &place);
    if (!r->has_anchor && !anchor_is_unwritten(r->audit->anchor)) {
        tell(r, "tệp neo: không có dòng nào do khóa của sổ này ký");
    }
    next_head(r);
}

static void read_leaf(struct reading *r, const struct ledger_leaf_range_row *row)
{
    struct leaf leaf;
    struct str bytes = str_span(row->leaf.p, row->leaf.n);
    r->audit->leaves++;
    if (row->position != r->tree.size && !r->has_gap) {
        tell(r, "ledger_leaf: thiếu lá %lld", (long long)r->tree.size);
        r->has_gap = true;
    }
    if (leaf_parse(bytes, &leaf)) {
        check_row(r, row, &leaf);
        check_previous(r, row->position, &leaf);
        check_record(r, row, &leaf);
        r->last_at = leaf.at;
        r->losses += loss_is_leaf(leaf.type);
    } else {
        tell(r, "ledger_leaf %lld: lá không đọc được", (long long)row->position);
    }
    if (!r->has_gap) {
        grow(r, leaf_hash(bytes));
    }
}

/* The columns beside the leaf repeat what it says. */
static void check_row(struct reading *r, const struct ledger_leaf_range_row *row,
                      const struct leaf *leaf)
{
    long long position = row->position;
    if (!str_equal(row->object, str_of(leaf->object)) || row->version != leaf->version) {
        tell(r, "ledger_leaf %lld: cột object, version khác với lá", position);
    }
    if (leaf->at.s < r->last_at.s) {
        tell(r, "ledger_leaf %lld: giờ ghi sớm hơn lá đứng trước", position);
    }
    if (row->subject >= r->state.next_id) {
        tell(r, "ledger_leaf %lld: cột subject là một số chưa cấp", position);
    }
    if (!r->audit->fact_named(leaf->type)) {
        tell(r, "ledger_leaf %lld: không dịch vụ nào ghi loại việc %.*s", position,
             STR_ARG(leaf->type));
    }
}

static void check_previous(struct reading *r, int64_t position, const struct leaf *leaf)
{
    struct ledger_leaf_version_row before;
    struct ledger_leaf_version wanted = { .object = str_of(leaf->object),
                                          .version = leaf->version - 1 };
    bool is_there = ledger_leaf_version(r->conn, &wanted, &before);
    bool is_first = leaf->version == 1;
    bool follows = is_there && before.position < position &&
                   hash_equal(leaf->previous, leaf_hash(str_span(before.leaf.p, before.leaf.n)));
    if (is_first == is_there || (!is_first && !follows)) {
        tell(r, "ledger_leaf %lld: không nối đúng vào bản trước của cùng hồ sơ",
             (long long)position);
    }
}

static void check_record(struct reading *r, const struct ledger_leaf_range_row *row,
                         const struct leaf *leaf)
{
    struct opening *opening = new(r->conn->arena, struct opening, 1);
    const struct fact *fact = r->audit->fact_named(leaf->type);
    long long position = row->position;
    if (!opening_parse(str_span(row->record.p, row->record.n), opening)) {
        tell(r, "ledger_leaf %lld: cột record không đọc được", position);
        return;
    }
    r->audit->fields += (int64_t)opening->count;
    if (!hash_equal(opening_commitment(opening), leaf->commitment)) {
        tell(r, "ledger_leaf %lld: cột record khác với điều lá đã cam kết", position);
    } else if (fact && !has_fields_of(opening, fact)) {
        tell(r, "ledger_leaf %lld: các trường không phải của loại việc %.*s", position,
             STR_ARG(leaf->type));
    }
}

/* Fields may be added to a kind of fact, at its end; older leaves have fewer. */
static bool has_fields_of(const struct opening *opening, const struct fact *fact)
{
    if (opening->count > fact->says->count) {
        return false;
    }
    for (size_t i = 0; i < opening->count; i++) {
        if (!str_equal(opening->fields[i].name, str_of(fact->says->fields[i].name))) {
            return false;
        }
    }
    return true;
}

static void grow(struct reading *r, struct hash leaf)
{
    struct tree_node nodes[TREE_HEIGHT_MAX];
    size_t count = tree_append(&r->tree, leaf, nodes);
    for (size_t i = 0; i < count; i++) {
        struct ledger_node_get_row stored;
        struct ledger_node_get wanted = { .node = nodes[i].id };
        r->audit->nodes++;
        if (!ledger_node_get(r->conn, &wanted, &stored)) {
            tell(r, "ledger_node: thiếu nút %lld", (long long)nodes[i].id);
        } else if (!str_equal(str_span(stored.hash.p, stored.hash.n), hash_str(&nodes[i].hash))) {
            tell(r, "ledger_node %lld: khác với cây dựng lại từ các lá", (long long)nodes[i].id);
        }
    }
    if (r->has_anchor && r->tree.size == r->anchor.size) {
        r->root_at_anchor = tree_root(&r->tree);
    }
    if (r->has_head && r->head.size == r->tree.size) {
        check_head(r);
        next_head(r);
    }
}

/* The row outlives its page here, and its text is no longer than a checkpoint may be. */
static void next_head(struct reading *r)
{
    struct arena_mark mark = arena_mark(r->conn->arena);
    struct ledger_checkpoint_covering wanted = { .position = r->head.size };
    r->has_head = ledger_checkpoint_covering(r->conn, &wanted, &r->head);
    if (r->has_head) {
        size_t n = r->head.note.n < sizeof r->note ? r->head.note.n : sizeof r->note;
        memcpy(r->note, r->head.note.p, n);
        r->head.note = str_span(r->note, n);
        r->audit->heads++;
    }
    arena_undo(r->conn->arena, mark);
}

static void check_head(struct reading *r)
{
    struct note note;
    struct checkpoint head;
    struct vkey key = { .name = r->audit->origin, .kind = VKEY_ED25519 };
    memcpy(key.public, r->audit->public, sizeof key.public);
    if (!note_parse(r->head.note, &note) || note_verify(&note, &key, 1) != NOTE_SIGNED ||
        !checkpoint_parse(note.text, &head)) {
        tell(r, "ledger_checkpoint %lld: chữ ký không đúng", (long long)r->head.size);
    } else if (head.size != r->tree.size || !hash_equal(head.root, tree_root(&r->tree)) ||
               !str_equal(head.origin, r->audit->origin)) {
        tell(r, "ledger_checkpoint %lld: khác với cây dựng lại từ các lá", (long long)r->head.size);
    } else if (r->head.at.s != r->last_at.s) {
        tell(r, "ledger_checkpoint %lld: cột at khác với giờ của lá cuối", (long long)r->head.size);
    }
}

static void check_end(struct reading *r)
{
    struct ledger_node_from_row extra;
    int64_t signed_size;
    (void)books_checkpoint(r->conn, &signed_size);
    if (r->has_gap) {
        return;
    }
    if (signed_size != r->tree.size) {
        tell(r, "ledger_checkpoint: đầu cây mới nhất ký cho %lld lá, kho có %lld lá",
             (long long)signed_size, (long long)r->tree.size);
    }
    struct ledger_node_from beyond = { .node = tree_node_count(r->tree.size) };
    if (ledger_node_from(r->conn, &beyond, &extra)) {
        tell(r, "ledger_node %lld: nút thừa, ngoài cây", (long long)extra.node);
    }
    if (r->state.batches < r->audit->heads) {
        tell(r, "desk_state 1: batches ít hơn số đầu cây đã ký");
    }
    if (r->last_at.s > r->state.last_at.s) {
        tell(r, "desk_state 1: last_at sớm hơn lá cuối");
    }
    loss_check(r->conn, r->losses, r->audit->fault, r->audit->context);
    check_anchor(r);
}

static void check_anchor(struct reading *r)
{
    if (!r->has_anchor) {
        return;
    }
    enum anchor_verdict verdict = anchor_compare(&r->anchor, r->tree.size, r->root_at_anchor);
    if (verdict != ANCHOR_EQUAL && verdict != ANCHOR_GROWN) {
        tell(r, "tệp neo: %s", anchor_verdict_sentence(verdict));
    }
}

static void tell(struct reading *r, const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    size_t length = n < 0 ? 0 : (size_t)n < sizeof sentence ? (size_t)n : sizeof sentence - 1;
    r->audit->fault(r->audit->context, str_span(sentence, length));
}

/* --- for services ----------------------------------------------------------------------------- */

const struct audited_fact *audit_fact(struct conn *conn, int64_t position)
{
    struct ledger_leaf_get_row row;
    struct audited_fact *fact = new(conn->arena, struct audited_fact, 1);
    bool is_read = ledger_leaf_get(conn, &(struct ledger_leaf_get){ .position = position }, &row) &&
                   leaf_parse(str_span(row.leaf.p, row.leaf.n), &fact->leaf) &&
                   opening_parse(str_span(row.record.p, row.record.n), &fact->opening);
    fact->subject = (struct id){ row.subject };
    return is_read ? fact : NULL;
}

void audit_each_leaf(struct conn *conn, int64_t from,
                     bool (*visit)(void *context, int64_t position, const struct leaf *leaf,
                                   struct id subject),
                     void *context)
{
    bool goes_on = true;
    while (goes_on) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct ledger_leaf_range_rows page = ledger_leaf_range(
            conn, &(struct ledger_leaf_range){ .from = from, .limit = PAGE_ROWS });
        goes_on = page.count > 0;
        for (size_t i = 0; goes_on && i < page.count; i++) {
            const struct ledger_leaf_range_row *row = &page.rows[i];
            struct arena_mark row_mark = arena_mark(conn->arena);
            struct leaf leaf;
            if (leaf_parse(str_span(row->leaf.p, row->leaf.n), &leaf)) {
                goes_on = visit(context, row->position, &leaf, (struct id){ row->subject });
            }
            from = row->position + 1;
            arena_undo(conn->arena, row_mark);
        }
        arena_undo(conn->arena, mark);
    }
}

bool audit_field_is(const struct audited_fact *fact, const char *name, struct str value)
{
    const struct opened_field *field = opening_field(&fact->opening, str_of(name));
    if (!field || field->state == OPENED_HIDDEN) {
        return field != NULL;
    }
    bool is_absent = field->state == OPENED_ABSENT;
    return is_absent == !value.p && (is_absent || str_equal(field->value, value));
}
