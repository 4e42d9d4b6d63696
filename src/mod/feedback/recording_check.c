/* For `kheo check`: recordings against what the ledger says of them, and against their files. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/recording.h"

#include "desk/audit.h"
#include "web/module.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_one(struct conn *conn, struct check *check, struct str name);
static void check_fact(struct conn *conn, struct check *check,
                       const struct recording_get_row *recording);
static void check_file(struct conn *conn, struct check *check,
                       const struct recording_get_row *recording);
static struct str hex_of(struct arena *arena, struct bytes bytes);

void recording_check(struct conn *conn, struct check *check)
{
    struct recording_check_page wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    struct recording_check_page_rows page;
    do {
        struct arena_mark mark = arena_mark(conn->arena);
        page = recording_check_page(conn, &wanted);
        for (size_t i = 0; i < page.count; i++) {
            struct arena_mark one_mark = arena_mark(conn->arena);
            wanted.after = page.rows[i].id;
            check_one(conn, check, page.rows[i].name);
            arena_undo(conn->arena, one_mark);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    } while (page.count == PAGE_ROWS);
}

static void check_one(struct conn *conn, struct check *check, struct str name)
{
    struct recording_get_row recording;
    if (!recording_get(conn, &(struct recording_get){ .name = name }, &recording)) {
        return;
    }
    check_fact(conn, check, &recording);
    if (check->files) {
        check_file(conn, check, &recording);
    }
}

static void check_fact(struct conn *conn, struct check *check,
                       const struct recording_get_row *recording)
{
    const struct audited_fact *fact = audit_fact(conn, recording->position);
    struct str sha256 = hex_of(conn->arena, recording->sha256);
    struct str bytes = str_printf(conn->arena, "%lld", (long long)recording->bytes);
    bool is_so = fact && fact->subject.v == recording->report_id.v &&
                 str_equal(fact->leaf.type, STR("feedback.recorded")) &&
                 str_equal(str_of(fact->leaf.object), recording->object) &&
                 fact->leaf.at.s == recording->added_at.s &&
                 audit_field_is(fact, "code", recording->code) &&
                 audit_field_is(fact, "sha256", sha256) && audit_field_is(fact, "bytes", bytes) &&
                 audit_field_is(fact, "kind", recording->kind) &&
                 audit_field_is(fact, "is_words", recording->is_words ? STR("1") : STR("0"));
    if (!is_so) {
        check_fault(check, "report_recording %lld: khác với sổ cái", (long long)recording->id.v);
    }
    if (recording->draft_hash.p) {
        check_fault(check, "report_recording %lld: đã gửi mà còn ở bản nháp",
                    (long long)recording->id.v);
    }
}

static void check_file(struct conn *conn, struct check *check,
                       const struct recording_get_row *recording)
{
    struct str bytes = STR_NONE;
    enum status status = recording_open(check->files, conn->arena, recording, &bytes);
    if (status) {
        check_fault(check, "report_recording %lld: tệp %s", (long long)recording->id.v,
                    status == STATUS_NOT_FOUND ? "không còn" : "không mở được");
        return;
    }
    struct hash sha256 = hash_of(bytes);
    if (!str_equal(hash_str(&sha256), str_span(recording->sha256.p, recording->sha256.n))) {
        check_fault(check, "report_recording %lld: tệp khác với lúc nhận",
                    (long long)recording->id.v);
    }
}

bool recording_check_leaf(struct conn *conn, struct check *check, int64_t position,
                          const struct leaf *leaf, struct report_id report)
{
    struct recording_at_row recording;
    bool is_recording = str_equal(leaf->type, STR("feedback.recorded"));
    if (is_recording &&
        !recording_at(conn, &(struct recording_at){ report, position }, &recording)) {
        check_fault(check, "report_recording: thiếu bản ghi âm của lá %lld (report %lld)",
                    (long long)position, (long long)report.v);
    }
    return is_recording;
}

static struct str hex_of(struct arena *arena, struct bytes bytes)
{
    struct out hex = out_open(arena, 2 * bytes.n);
    out_hex(&hex, bytes.p, bytes.n);
    return out_str(&hex);
}
