/* What lies sealed and is not in the book yet: those who can open it are reminded, once. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/tell.h"

#include "desk/almanac.h"
#include "mod/denunciation/denunciation.h"
#include "outbox/outbox.h"
#include "text/format.h"

/* Of the seven working days that the law gives for it. Law: 25/2018/QH14 art. 24. */
enum { UNREAD_WORKING_DAYS = 3, LETTER_BYTES_MAX = 1024 };

static struct denunciation_unread_rows unread(struct conn *conn, const struct calendar *calendar,
                                              struct day today);
static void remind(struct deed *deed, const struct denunciation_unread_row *row);

void denunciation_remind(struct snap *snap, struct desk *desk, struct instant now)
{
    const struct calendar *calendar = desk_calendar(desk, &snap->conn, 0, (struct id){ 0 });
    if (calendar_is_office_time(calendar, now) &&
        unread(&snap->conn, calendar, instant_day(now)).count > 0) {
        desk_do_by_clock(desk, snap, &denunciation_commands[COMMAND_REMIND], "");
    }
}

struct verdict apply_denunciation_remind(struct deed *deed, const void *args, struct answer *ret)
{
    const struct calendar *calendar = deed_calendar(deed, (struct id){ 0 });
    struct denunciation_unread_rows rows = unread(&deed->tx->conn, calendar, deed->today);
    (void)args;
    (void)ret;
    for (size_t i = 0; i < rows.count; i++) {
        remind(deed, &rows.rows[i]);
    }
    return VERDICT_OK;
}

static struct denunciation_unread_rows unread(struct conn *conn, const struct calendar *calendar,
                                              struct day today)
{
    struct day before = calendar_add_working_days(calendar, today, -UNREAD_WORKING_DAYS);
    return denunciation_unread(conn, &(struct denunciation_unread){ .before = before });
}

/* A letter leaves the house: neither its code nor whom it is about stands in it. */
static void remind(struct deed *deed, const struct denunciation_unread_row *row)
{
    struct denunciation_reader_mails_rows readers = denunciation_reader_mails(
        &deed->tx->conn,
        &(struct denunciation_reader_mails){ .denunciation_id = row->id, .on = deed->today });
    struct out body = out_open(deed->arena, LETTER_BYTES_MAX);
    out_lit(&body, "Một đơn tố cáo niêm phong, nhận ngày ");
    format_day(&body, row->received_on);
    out_lit(&body, ", chưa vào sổ. Luật cho 7 ngày làm việc từ ngày nhận để vào sổ, phân loại và "
                   "kiểm tra điều kiện thụ lý (khoản 1 Điều 24 Luật Tố cáo).");
    struct outbox_letter letter = {
        .channel = OUTBOX_MAIL,
        .subject = STR("Có đơn tố cáo chờ vào sổ"),
        .body = out_str(&body),
        .link = STR("/cb/to-cao"),
        .about = ID_OF(row->id),
        .key = str_printf(deed->arena, "unread %lld", (long long)row->id.v),
    };
    for (size_t i = 0; i < readers.count; i++) {
        letter.recipient = readers.rows[i].email;
        outbox_put(deed, &letter);
    }
    denunciation_set_reminded(deed->tx, &(struct denunciation_set_reminded){ .id = row->id });
}
