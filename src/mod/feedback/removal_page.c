/* The pages around removing: what goes, what strangers then see, where its sender reads on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "html/feedback.h"
#include "mod/feedback/officer.h"
#include "mod/feedback/removal.h"
#include "mod/feedback/removal_page.h"
#include "studio/studio.h"
#include "text/tongue.h"
#include "web/sealing.h"

static enum status show_sealing(struct visit *v, const struct report_get_row *report);
static bool load(struct visit *v, const char *power, struct report_get_row *ret);
static struct sealing_matter matter_of(struct visit *v, const struct report_get_row *report,
                                       const struct sealing_form *form);
static enum status open_photos(struct visit *v, const struct report_get_row *report,
                               struct sealing_matter *ret);
static enum status draw_small(struct visit *v, struct str name, char *room, struct str *ret);
static visit_fn after_sealing, after_erasing;

/* --- it is a denunciation --------------------------------------------------------------------- */

enum status removal_seal_show(struct visit *v)
{
    struct report_get_row report;
    return load(v, POWER_HANDLE, &report) && service_that_seals() ? show_sealing(v, &report)
                                                                  : STATUS_NOT_FOUND;
}

static enum status show_sealing(struct visit *v, const struct report_get_row *report)
{
    struct conn *conn = &v->snap->conn;
    struct photos_of whose = { .report_id = report->id };
    struct photos_of paper = { .report_id = report->id, .is_paper = true };
    struct recording_of_row recording;
    struct seal_view view = {
        .page = page_open(v, N_("Đây là tố cáo: chuyển sang đường niêm phong")),
        .code = report->code,
        .version = report->version,
        .photo_count = photos_of(conn, &whose).count,
        .has_scans = photos_of(conn, &paper).count > 0,
        .has_recording =
            recording_of(conn, &(struct recording_of){ .report_id = report->id }, &recording),
        .url = route_url(v, "/cb/hs/:code/niem-phong", report->code),
    };
    service_that_seals()->ask(v, view.fields);
    view.page->is_task = true;
    view.page->back = route_url(v, "/cb/hs/:code", report->code);
    feedback_seal_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* No key of the desk's: it would be remembered with the second and the report's number. */
enum status removal_seal_take(struct visit *v)
{
    const struct sealing *sealing = service_that_seals();
    struct sealing_form *form = new(v->arena, struct sealing_form, 1);
    struct removal *removal = new(v->arena, struct removal, 1);
    struct report_get_row report;
    if (!sealing || !load(v, POWER_HANDLE, &report)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form_part(v, &sealing_form_record, form)) {
        return show_sealing(v, &report);
    }
    struct sealing_matter matter = matter_of(v, &report, form);
    enum status status = open_photos(v, &report, &matter);
    status = status ? status : sealing->seal(v, &matter, &removal->parcel);
    if (status) {
        return status == STATUS_INVALID ? show_sealing(v, &report) : status;
    }
    removal->code = report.code;
    if (!str_to_int(form_get(&v->form, "version"), &removal->version)) {
        removal->version = 0;
    }
    v->key = STR_NONE;
    return visit_order(v, &feedback_commands[COMMAND_REMOVE], removal, after_sealing);
}

/* All that its sender said, in the order in which it was said, and what officers noted: what was
 * heard in a recording beside the words stands there, and the recording goes. */
static struct sealing_matter matter_of(struct visit *v, const struct report_get_row *report,
                                       const struct sealing_form *form)
{
    struct sender_get_row sender = { .name = STR_NONE };
    struct hash hash = hash_of(str_span(report->secret_hash.p, report->secret_hash.n));
    sender_get(&v->snap->conn, &(struct sender_get){ .report_id = report->id }, &sender);
    struct out said = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    out_str_raw(&said, report->text);
    if (report->place.n > 0) {
        out_printf(&said, "\n\nNơi xảy ra: %.*s", STR_ARG(report->place));
    }
    if (report->replies.n > 0) {
        out_printf(&said, "\n\n%.*s", STR_ARG(report->replies));
    }
    struct report_events_rows events =
        report_events(&v->snap->conn, &(struct report_events){ .report_id = report->id });
    for (size_t i = 0; i < events.count; i++) {
        bool is_senders = str_equal(events.rows[i].act, STR("supply")) ||
                          str_equal(events.rows[i].act, STR("reopen"));
        bool is_note = str_equal(events.rows[i].act, STR("note"));
        if (is_senders || is_note) {
            out_printf(&said, "\n\n%s: %.*s", is_note ? "Cán bộ ghi chú" : "Bổ sung",
                       STR_ARG(events.rows[i].note));
        }
    }
    return (struct sealing_matter){
        .accused = form->accused,
        .position = form->position,
        .unit = form->unit,
        .text = out_str(&said),
        .name = sender.name,
        .contact = str_is_empty(sender.phone) ? sender.email : sender.phone,
        .secret = hash,
    };
}

/* As they are shown, without what a telephone wrote into them; no page of its paper: the sender's
 * name and hand are on it, and the letter's readers must ask before they see those. One whose file
 * is lost is no reason to leave the rest in the open. */
static enum status open_photos(struct visit *v, const struct report_get_row *report,
                               struct sealing_matter *ret)
{
    struct photos_of_rows rows =
        photos_of(&v->snap->conn, &(struct photos_of){ .report_id = report->id });
    struct str *pictures = new(v->arena, struct str, UPLOAD_FILES_MAX);
    char *room = arena_raw(v->arena, UPLOAD_FILES_MAX * SCAN_BYTES_MAX);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < rows.count && ret->picture_count < UPLOAD_FILES_MAX && !status; i++) {
        struct str picture = STR_NONE;
        status = draw_small(v, rows.rows[i].name, room, &picture);
        pictures[ret->picture_count] = picture;
        ret->picture_count += picture.p != NULL;
        room += picture.n;
    }
    ret->pictures = pictures;
    return status;
}

/* As small as it will be sealed, so that five of them fit one request. */
static enum status draw_small(struct visit *v, struct str name, char *room, struct str *ret)
{
    struct arena_mark mark = arena_mark(v->arena);
    struct studio *studio = visit_studio(v);
    struct photo_get_row photo;
    struct scan scan = { .width = 0 };
    struct str large = STR_NONE;
    struct photo_get wanted = { .name = name };
    if (!photo_get(&v->snap->conn, &wanted, &photo)) {
        return STATUS_OK;
    }
    enum status status = photo_open(visit_files(v), v->arena, &photo, PHOTO_LARGE, &large);
    if (status == STATUS_OK) {
        bool is_drawn = studio && studio_scan(studio, v->arena, large, NULL, &scan) == PICTURE_GOOD;
        status = is_drawn ? STATUS_OK : STATUS_BUSY;
    }
    if (scan.jpeg.p) {
        memcpy(room, scan.jpeg.p, scan.jpeg.n);
        *ret = str_span(room, scan.jpeg.n);
    }
    arena_undo(v->arena, mark);
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

static enum status after_sealing(struct visit *v)
{
    const struct removal *removal = v->order->args;
    struct report_get_row report;
    if (visit_refused(v)) {
        return load(v, POWER_HANDLE, &report) ? show_sealing(v, &report)
                                              : v->order->outcome.verdict.status;
    }
    return visit_go(v, route_url(v, "/kiem-tra/ho-so/:code", removal->code));
}

/* --- its sender took it back ------------------------------------------------------------------ */

enum status removal_erase_show(struct visit *v)
{
    struct report_get_row report;
    if (!load(v, POWER_APPROVE, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct seal_view view = {
        .page = page_open(v, N_("Xóa nội dung hồ sơ đã rút")),
        .code = report.code,
        .version = report.version,
        .url = route_url(v, "/cb/hs/:code/xoa", report.code),
    };
    view.page->is_task = true;
    view.page->back = route_url(v, "/cb/hs/:code", report.code);
    feedback_erase_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status removal_erase_take(struct visit *v)
{
    struct removal *removal = new(v->arena, struct removal, 1);
    struct report_get_row report;
    if (!load(v, POWER_APPROVE, &report)) {
        return STATUS_NOT_FOUND;
    }
    removal->code = report.code;
    if (!str_to_int(form_get(&v->form, "version"), &removal->version)) {
        removal->version = 0;
    }
    v->key = STR_NONE;
    return visit_order(v, &feedback_commands[COMMAND_REMOVE], removal, after_erasing);
}

static enum status after_erasing(struct visit *v)
{
    const struct removal *removal = v->order->args;
    return visit_refused(v) ? removal_erase_show(v)
                            : visit_go(v, route_url(v, "/kiem-tra/ho-so/:code", removal->code));
}

static bool load(struct visit *v, const char *power, struct report_get_row *ret)
{
    return case_load(v, ret) && visit_may_over(v, power, ID_OF(ret->unit_id));
}

/* --- afterwards ------------------------------------------------------------------------------- */

enum status removed_show(struct visit *v)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    struct report_removed_get_row row;
    bool is_removed =
        code_read(v->params[0], code, &doubtful) == CODE_GOOD &&
        report_removed_get(&v->snap->conn, &(struct report_removed_get){ .code = str_of(code) },
                           &row);
    if (!is_removed) {
        return STATUS_NOT_FOUND;
    }
    struct removed_view view = {
        .page = page_open(v, N_("Hồ sơ không còn ở đây")),
        .code = str_copy(v->arena, str_of(code)),
        .secret = page_field(v, INPUT_LINE, &act_record, "secret"),
    };
    view.secret.is_optional = false;
    view.url = route_url(v, "/kiem-tra/ho-so/:code/noi-giu", view.code);
    feedback_removed_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_GONE;
}

/* A wrong secret and a report of which nothing was kept are one answer: nobody learns which. */
enum status removed_find(struct visit *v)
{
    char code[CODE_CHARS + 1];
    char secret[SECRET_SIGNS + 1];
    char doubtful;
    struct report_removed_get_row row;
    struct sealing_found found = { .code = STR_NONE };
    const struct sealing *sealing = service_that_seals();
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD ||
        !report_removed_get(&v->snap->conn, &(struct report_removed_get){ .code = str_of(code) },
                            &row)) {
        return STATUS_NOT_FOUND;
    }
    enum status status = STATUS_NOT_FOUND;
    if (sealing && secret_read(form_get(&v->form, "secret"), secret)) {
        struct hash hash = secret_hash(row.secret_object, str_of(secret));
        status = sealing->find(v, hash_of(hash_str(&hash)), &found);
    }
    if (status == STATUS_NOT_FOUND) {
        visit_problem(v, "secret",
                      N_("Mã bí mật không đúng, hoặc nội dung đã được xóa hẳn, không giữ ở đâu."));
        return removed_show(v);
    }
    if (status) {
        return status;
    }
    struct removed_view view = {
        .page = page_open(v, N_("Đơn của bà con đang được niêm phong")),
        .code = found.code,
        .words = found.secret,
        .url = found.mailbox,
    };
    view.page->is_task = true;
    feedback_moved_html(page_body(v), &view);
    return STATUS_OK;
}
