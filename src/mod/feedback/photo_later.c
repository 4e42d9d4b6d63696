/* Photos that come after the report: from the page where its sender follows it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "text/message.h"
#include "text/tongue.h"

static enum status take(struct visit *v, struct report_get_row *ret, struct photos **ret_photos);
static enum status show_again(struct visit *v, enum status status);
static struct str numbers_of(struct visit *v, const struct photos_of_row *photos, size_t count);
static visit_fn after_photos;

/* What could be opened is kept even if another photo could not: they took long to send, and no
 * browser sends them again by itself. */
enum status track_photos_take(struct visit *v)
{
    struct report_get_row report;
    struct photos *photos;
    v->params[1] = STR("anh");
    enum status status = take(v, &report, &photos);
    if (status) {
        return status;
    }
    if (photos->count == 0 && v->problems.count == 0) {
        visit_problem(v, "photo", N_("Bà con chưa chọn ảnh nào."));
    }
    if (photos->count == 0) {
        return show_again(v, STATUS_INVALID);
    }
    struct photo_add *add = new(v->arena, struct photo_add, 1);
    *add = (struct photo_add){ report.code, form_get(&v->form, "secret"),
                               photos_sha256(v->arena, photos), photos_bytes(photos) };
    return visit_order(v, &feedback_commands[COMMAND_PHOTO_ADD], add, after_photos);
}

/* The reply to what the office asked for, and photos of it: both or neither, for the clock runs
 * again from then on. */
enum status track_supply_take(struct visit *v)
{
    struct report_get_row report;
    struct photos *photos;
    struct act_on_report *act = new(v->arena, struct act_on_report, 1);
    v->params[1] = STR("supply");
    enum status status = take(v, &report, &photos);
    if (status) {
        return status;
    }
    if (!visit_form_part(v, &act_record, act) || v->problems.count > 0) {
        return show_again(v, STATUS_INVALID);
    }
    act->code = report.code;
    act->photos = photos_bytes(photos);
    act->sha256 = photos_sha256(v->arena, photos);
    return visit_order(v, feedback_act(STR("supply")), act, after_photos);
}

/* The secret comes before the studio's work: a stranger costs us no more than the reading. */
static enum status take(struct visit *v, struct report_get_row *ret, struct photos **ret_photos)
{
    if (!track_load(v, ret)) {
        return STATUS_NOT_FOUND;
    }
    if (!secret_opens(ret->secret_object, ret->secret_hash, form_get(&v->form, "secret"))) {
        visit_problem(v, "secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
        return show_again(v, STATUS_INVALID);
    }
    *ret_photos = new(v->arena, struct photos, 1);
    return photos_take(v, "photo", *ret_photos);
}

static enum status show_again(struct visit *v, enum status status)
{
    enum status shown = track_show(v);
    return shown ? shown : status;
}

static enum status after_photos(struct visit *v)
{
    if (visit_refused(v)) {
        return show_again(v, v->order->outcome.verdict.status);
    }
    if (v->problems.count > 0) {
        return show_again(v, STATUS_INVALID);
    }
    return visit_go(v, route_url(v, "/kiem-tra/ho-so/:code", v->params[0]));
}

void photos_offer(struct visit *v, const struct report_get_row *report, struct track_view *view)
{
    struct photos_of_rows photos =
        photos_of(&v->snap->conn, &(struct photos_of){ .report_id = report->id });
    if (!report->is_open || photos.count >= UPLOAD_FILES_MAX) {
        return;
    }
    view->photo_url = route_url(v, "/kiem-tra/ho-so/:code/anh", report->code);
    view->photo_field = (struct field_view){
        .kind = INPUT_PHOTOS,
        .name = "photo",
        .label = N_("Ảnh"),
        .is_optional = view->can_supply,
        .hint = N_("Cả hồ sơ nhận tối đa 5 ảnh JPEG hoặc PNG, mỗi ảnh không quá 10 MB. Ảnh hiện "
                   "trên trang công khai; nơi chụp và tên máy ghi trong ảnh thì được bỏ đi."),
        .problem = problem_of(&v->problems, "photo"),
    };
}

/* --- when they came --------------------------------------------------------------------------- */

struct timeline_view photos_in_timeline(struct visit *v, const struct report_get_row *report,
                                        struct timeline_view timeline, bool is_told)
{
    struct photos_of_rows photos =
        photos_of(&v->snap->conn, &(struct photos_of){ .report_id = report->id });
    struct event_view *events = new(v->arena, struct event_view, timeline.count + photos.count);
    size_t count = 0;
    size_t told = 0;
    for (size_t end = photos.count; end > 0;) {
        struct instant at = photos.rows[end - 1].added_at;
        size_t start = end;
        while (start > 0 && photos.rows[start - 1].added_at.s == at.s) {
            start--;
        }
        bool is_later = at.s > report->entered_at.s;
        while (is_later && told < timeline.count && timeline.events[told].at.s > at.s) {
            events[count++] = timeline.events[told++];
        }
        if (is_later) {
            events[count++] = (struct event_view){
                .what = N_("Người gửi thêm ảnh"),
                .said = is_told ? numbers_of(v, &photos.rows[start], end - start) : STR_NONE,
                .at = at,
            };
        }
        end = start;
    }
    while (told < timeline.count) {
        events[count++] = timeline.events[told++];
    }
    return (struct timeline_view){ events, count };
}

/* "Ảnh 3, 4" */
static struct str numbers_of(struct visit *v, const struct photos_of_row *photos, size_t count)
{
    struct out numbers = out_open(v->arena, 64);
    struct str message = tongue_text(v->tongue, N_("Ảnh %s"));
    out_str_raw(&numbers, message_part(message, 0));
    for (size_t i = 0; i < count; i++) {
        out_printf(&numbers, "%s%lld", i > 0 ? ", " : "", (long long)photos[i].number);
    }
    out_str_raw(&numbers, message_part(message, 1));
    return out_str(&numbers);
}
