/* The receipt of a report: its page, the proof as a file, the QR code of its address. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "desk/books.h"
#include "html/feedback.h"
#include "studio/qr.h"

static void show_secret(struct visit *v, const struct report_get_row *report,
                        struct track_view *view);
static struct str receipt_spoken(struct visit *v, const struct track_view *view);
static struct local_url file_url(struct visit *v, struct str code, const char *suffix);

/* The page, or a file by its suffix. A file's own address never opens the secret, because it is
 * handed on; the sender's page asks for it in a form. */
enum status receipt_show(struct visit *v)
{
    struct report_get_row report;
    if (!track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct track_view *view = track_view(v, &report, N_("Biên nhận"));
    if (v->face == FACE_HTML || v->route->method == POST) {
        show_secret(v, &report, view);
    }
    if (v->face != FACE_HTML) {
        return receipt_give(v, &report, view);
    }
    view->picture_url = file_url(v, report.code, "png");
    view->pdf_url = file_url(v, report.code, "pdf");
    view->text_url = file_url(v, report.code, "txt");
    page_listen(view->page, "bien-nhan", receipt_spoken(v, view));
    feedback_receipt_html(page_body(v), view);
    return STATUS_OK;
}

/* Sign by sign what must be written down; never the secret, for others may hear it too. */
static struct str receipt_spoken(struct visit *v, const struct track_view *view)
{
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    out_lit(&out, "Đã nhận. Mã hồ sơ:");
    for (size_t i = 0; i < view->code.n; i++) {
        if (view->code.p[i] != '-') {
            out_printf(&out, " %c,", view->code.p[i]);
        }
    }
    out_lit(&out, " nơi giữ hồ sơ là ");
    out_str_raw(&out, view->unit_name);
    out_lit(&out, ".\n");
    out_str_raw(&out, view->badge.words);
    return out_str(&out);
}

/* The draft's address opens the secret for a day: it is what the sender came from. */
static void show_secret(struct visit *v, const struct report_get_row *report,
                        struct track_view *view)
{
    struct str token = form_get(&v->form, "nhap");
    struct str kept = token.p ? desk_recall(&v->snap->conn, &feedback_commands[COMMAND_SEND], token,
                                            v->now, v->arena)
                              : STR_NONE;
    struct sent sent = sent_parse(kept);
    if (kept.p && str_equal(sent.code, report->code)) {
        view->secret = sent.secret;
        view->draft_token = token;
        view->photos =
            photos_view(v, &(struct photos_of){ .report_id = report->id }, !report->is_public);
        reply_header(v->reply, "Cache-Control", STR("no-store"));
    }
}

static struct local_url file_url(struct visit *v, struct str code, const char *suffix)
{
    struct local_url page = route_url(v, "/bien-nhan/:code", code);
    return (struct local_url){ str_printf(v->arena, "%.*s.%s", STR_ARG(page.url), suffix) };
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

enum status receipt_qr(struct visit *v)
{
    struct report_get_row report;
    if (!track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Type", STR("image/svg+xml"));
    return qr_write_svg(page_body(v), receipt_address(v, report.code)) ? STATUS_OK : STATUS_BROKEN;
}

/* In capitals, for the dense mode of the code: host names and our short route do not mind. */
struct str receipt_address(struct visit *v, struct str code)
{
    struct out address = out_open(v->arena, URL_BYTES_MAX);
    struct str base = visit_base_url(v);
    for (size_t i = 0; i < base.n; i++) {
        bool is_small = base.p[i] >= 'a' && base.p[i] <= 'z';
        out_char(&address, (char)(is_small ? base.p[i] - 'a' + 'A' : base.p[i]));
    }
    out_printf(&address, "/T/%.*s", STR_ARG(code));
    return out_str(&address);
}
