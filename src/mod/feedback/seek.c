/* Staff search: a code, a telephone or a name, through indexed columns and not the search index. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "mod/feedback/find.h"
#include "mod/feedback/officer.h"
#include "mod/feedback/sender.h"
#include "text/fold.h"
#include "text/format.h"

_Static_assert(sizeof(struct report_inbox_row) == sizeof(struct report_seen_by_code_row) &&
                   sizeof(struct report_inbox_row) == sizeof(struct report_seen_by_phone_row) &&
                   sizeof(struct report_inbox_row) == sizeof(struct report_seen_by_name_row),
               "the inbox queries must select the same columns");

static struct inbox_rows seek_name(struct visit *v, struct str typed, struct unit_id desk);
static struct str behind_prefix(struct arena *arena, struct str prefix);

struct inbox_rows seek_rows(struct visit *v, struct str typed, struct unit_id desk)
{
    struct conn *conn = &v->snap->conn;
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(typed, code, &doubtful) == CODE_GOOD) {
        struct report_seen_by_code_rows rows = report_seen_by_code(
            conn, &(struct report_seen_by_code){
                      .code = str_of(code), .desk_id = desk, .limit = INBOX_PAGE_ROWS + 1 });
        return (struct inbox_rows){ (const void *)rows.rows, rows.count };
    }
    struct str moved = phone_moved(v->arena, typed);
    struct str phone = moved.p ? moved : phone_digits(v->arena, typed);
    if (phone.p) {
        struct report_seen_by_phone_rows rows = report_seen_by_phone(
            conn, &(struct report_seen_by_phone){
                      .phone = phone, .desk_id = desk, .limit = INBOX_PAGE_ROWS + 1 });
        return (struct inbox_rows){ (const void *)rows.rows, rows.count };
    }
    return seek_name(v, typed, desk);
}

static struct inbox_rows seek_name(struct visit *v, struct str typed, struct unit_id desk)
{
    struct str name = text_fold(v->arena, typed);
    if (str_is_empty(name)) {
        return (struct inbox_rows){ NULL, 0 };
    }
    struct str turned = sender_turned_name(v->arena, name);
    struct report_seen_by_name_rows rows =
        report_seen_by_name(&v->snap->conn, &(struct report_seen_by_name){
                                                .name_from = name,
                                                .name_until = behind_prefix(v->arena, name),
                                                .turned_from = turned,
                                                .turned_until = behind_prefix(v->arena, turned),
                                                .desk_id = desk,
                                                .limit = INBOX_PAGE_ROWS + 1,
                                            });
    return (struct inbox_rows){ (const void *)rows.rows, rows.count };
}

/* Behind all texts that begin so, in the order of bytes: no byte of UTF-8 is as high. */
static struct str behind_prefix(struct arena *arena, struct str prefix)
{
    struct out out = out_open(arena, prefix.n + sizeof "\U0010FFFF");
    out_str_raw(&out, prefix);
    out_lit(&out, "\U0010FFFF");
    return out_str(&out);
}
