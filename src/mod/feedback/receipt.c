/* The receipt of a report: its page, the proof as a file, the QR code of its address. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "desk/books.h"
#include "html/feedback.h"
#include "studio/qr.h"

/* The draft's address in the query opens the secret for a day: it is what the sender came from. */
enum status receipt_show(struct visit *v)
{
    struct report_get_row report;
    if (!track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct track_view *view = track_view(v, &report, N_("Biên nhận"));
    struct str token = form_get(&v->form, "nhap");
    struct str kept = token.p ? desk_recall(&v->snap->conn, &feedback_commands[COMMAND_SEND], token,
                                            v->now, v->arena)
                              : STR_NONE;
    struct sent sent = sent_parse(kept);
    if (kept.p && str_equal(sent.code, report.code)) {
        view->secret = sent.secret;
        view->photos =
            photos_view(v, &(struct photos_of){ .report_id = report.id }, !report.is_public);
        reply_header(v->reply, "Cache-Control", STR("no-store"));
    }
    feedback_receipt_html(page_body(v), view);
    return STATUS_OK;
}

enum status receipt_file(struct visit *v)
{
    struct report_get_row report;
    struct report_first_event_row first;
    if (!track_load(v, &report) ||
        !report_first_event(&v->snap->conn, &(struct report_first_event){ .report_id = report.id },
                            &first) ||
        !books_receipt(&v->snap->conn, first.position, page_body(v))) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"bien-nhan-%lld.tlog-proof\"",
                            (long long)first.position));
    return STATUS_OK;
}

/* In capitals, for the dense mode of the code: host names and our short route do not mind. */
enum status receipt_qr(struct visit *v)
{
    struct report_get_row report;
    if (!track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct out address = out_open(v->arena, URL_BYTES_MAX);
    struct str base = visit_base_url(v);
    for (size_t i = 0; i < base.n; i++) {
        bool is_small = base.p[i] >= 'a' && base.p[i] <= 'z';
        out_char(&address, (char)(is_small ? base.p[i] - 'a' + 'A' : base.p[i]));
    }
    out_printf(&address, "/T/%.*s", STR_ARG(report.code));
    reply_header(v->reply, "Content-Type", STR("image/svg+xml"));
    return qr_write_svg(page_body(v), out_str(&address)) ? STATUS_OK : STATUS_BROKEN;
}
