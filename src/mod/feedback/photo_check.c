/* For `kheo check`: photos against what the ledger says of them, and against their files. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/photo.h"

#include "desk/audit.h"
#include "web/module.h"

/* What is younger may belong to an upload whose command is on its way. */
enum { BEFORE_ALL = -1, PAGE_ROWS = 100, ORPHAN_AGE_S = 600 };

struct orphans {
    struct conn *conn;
    struct check *check;
};

static void check_photo(struct conn *conn, struct check *check, struct str name);
static void check_fact(struct conn *conn, struct check *check, const struct photo_get_row *photo);
static void check_files(struct conn *conn, struct check *check, const struct photo_get_row *photo);
static void check_opening(struct conn *conn, struct check *check, const struct audited_fact *fact,
                          const struct photo_opening_at_row *opening);
static bool check_orphan(void *orphans, const struct file_found *found);
static struct str hex_of(struct arena *arena, struct bytes bytes);

void photo_check(struct conn *conn, struct check *check)
{
    struct report_photo_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct photo_check_page_rows page = photo_check_page(
            conn, &(struct photo_check_page){ .after = after, .limit = PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            struct arena_mark photo_mark = arena_mark(conn->arena);
            after = page.rows[i].id;
            check_photo(conn, check, page.rows[i].name);
            arena_undo(conn->arena, photo_mark);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    }
    struct orphans orphans = { conn, check };
    if (check->files && files_each(check->files, check_orphan, &orphans) != STATUS_OK) {
        check_fault(check, "files: không đọc hết được thư mục");
    }
}

static void check_photo(struct conn *conn, struct check *check, struct str name)
{
    struct photo_get_row photo;
    if (photo_get(conn, &(struct photo_get){ .name = name }, &photo)) {
        check_fact(conn, check, &photo);
        if (check->files) {
            check_files(conn, check, &photo);
        }
    }
}

static void check_fact(struct conn *conn, struct check *check, const struct photo_get_row *photo)
{
    const struct audited_fact *fact = audit_fact(conn, photo->position);
    bool is_its = fact && fact->subject.v == photo->report_id.v &&
                  str_equal(fact->leaf.type,
                            photo->is_paper ? STR("feedback.scan") : STR("feedback.photo")) &&
                  str_equal(str_of(fact->leaf.object), photo->object);
    if (!is_its) {
        check_fault(check, "report_photo %lld: cột position chỉ tới lá của việc khác",
                    (long long)photo->id.v);
        return;
    }
    const struct {
        const char *name;
        struct str value;
    } fields[] = {
        { "code", photo->code },
        { "number", str_printf(conn->arena, "%lld", (long long)photo->number) },
        { "sha256", hex_of(conn->arena, photo->original_sha256) },
        { "bytes", str_printf(conn->arena, "%lld", (long long)photo->original_bytes) },
        { "kind", photo->kind },
        { "width", str_printf(conn->arena, "%lld", (long long)photo->width) },
        { "height", str_printf(conn->arena, "%lld", (long long)photo->height) },
    };
    if (fact->leaf.at.s != photo->added_at.s) {
        check_fault(check, "report_photo %lld: cột added_at khác với sổ cái",
                    (long long)photo->id.v);
    }
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (!audit_field_is(fact, fields[i].name, fields[i].value)) {
            check_fault(check, "report_photo %lld: %s khác với sổ cái", (long long)photo->id.v,
                        fields[i].name);
        }
    }
    if (photo->draft_hash.p) {
        check_fault(check, "report_photo %lld: đã gửi mà còn ở bản nháp", (long long)photo->id.v);
    }
}

/* All three are there and open; what was sent is still what was sent. */
static void check_files(struct conn *conn, struct check *check, const struct photo_get_row *photo)
{
    static const struct {
        enum photo_size size;
        const char *column;
    } files[] = {
        { PHOTO_LARGE, "name" },
        { PHOTO_SMALL, "small_name" },
        { PHOTO_ORIGINAL, "original_name" },
    };
    struct str bytes = STR_NONE;
    for (size_t i = 0; i < COUNT(files); i++) {
        enum status status = photo_open(check->files, conn->arena, photo, files[i].size, &bytes);
        if (status) {
            check_fault(check, "report_photo %lld: tệp ở cột %s %s", (long long)photo->id.v,
                        files[i].column,
                        status == STATUS_NOT_FOUND ? "không còn" : "không mở được");
            return;
        }
    }
    struct hash sha256 = hash_of(bytes);
    if (!str_equal(hash_str(&sha256),
                   str_span(photo->original_sha256.p, photo->original_sha256.n))) {
        check_fault(check, "report_photo %lld: ảnh gốc khác với lúc nhận", (long long)photo->id.v);
    }
}

/* No fault: a crash between the file and its row leaves one, and nothing is missing for it. */
static bool check_orphan(void *subject, const struct file_found *found)
{
    const struct orphans *orphans = subject;
    struct photo_named_row row;
    struct recording_get_row recording;
    bool is_named =
        found->is_whole &&
        (photo_named(orphans->conn, &(struct photo_named){ .file = found->name }, &row) ||
         recording_get(orphans->conn, &(struct recording_get){ found->name }, &recording));
    if (!is_named && instant_now().s - found->changed_at.s > ORPHAN_AGE_S) {
        out_printf(orphans->check->report, "files/%.*s: không dòng nào nhắc tới, xóa được\n",
                   STR_ARG(found->name));
    }
    return true;
}

bool photo_check_leaf(struct conn *conn, struct check *check, int64_t position,
                      const struct leaf *leaf, struct report_id report)
{
    struct photo_at_row photo;
    struct photo_opening_at_row opening;
    bool is_photo =
        str_equal(leaf->type, STR("feedback.photo")) || str_equal(leaf->type, STR("feedback.scan"));
    bool is_opening = str_equal(leaf->type, STR("feedback.original_opened"));
    if (is_photo && !photo_at(conn, &(struct photo_at){ report, position }, &photo)) {
        check_fault(check, "report_photo: thiếu ảnh của lá %lld (report %lld)", (long long)position,
                    (long long)report.v);
    }
    if (is_opening &&
        !photo_opening_at(conn, &(struct photo_opening_at){ report, position }, &opening)) {
        check_fault(check, "photo_opening: thiếu lần mở của lá %lld (report %lld)",
                    (long long)position, (long long)report.v);
    } else if (is_opening) {
        check_opening(conn, check, audit_fact(conn, position), &opening);
    }
    return is_photo || is_opening;
}

static void check_opening(struct conn *conn, struct check *check, const struct audited_fact *fact,
                          const struct photo_opening_at_row *opening)
{
    struct str number = str_printf(conn->arena, "%lld", (long long)opening->number);
    struct str by = str_printf(conn->arena, "%lld", (long long)opening->person_id.v);
    if (fact &&
        !(fact->leaf.at.s == opening->at.s && audit_field_is(fact, "number", number) &&
          audit_field_is(fact, "by", by) && audit_field_is(fact, "reason", opening->reason))) {
        check_fault(check, "photo_opening %lld: khác với sổ cái", (long long)opening->id.v);
    }
}

static struct str hex_of(struct arena *arena, struct bytes bytes)
{
    struct out hex = out_open(arena, 2 * bytes.n);
    out_hex(&hex, bytes.p, bytes.n);
    return out_str(&hex);
}
