/* Showing photos: who may see which, the addresses of both sizes, and the original as evidence. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/photo_page.h"

#include "base/json.h"
#include "mod/feedback/officer.h"
#include "studio/picture.h"
#include "text/tongue.h"

enum { TICKET_BYTES = 16, TICKET_DAYS = 2 };

/* What the API takes beside the photo, in headers; and what it answers. */
struct photo_upload {
    struct str report_secret;
};
static const struct field photo_upload_fields[] = {
    FIELD(struct photo_upload, report_secret, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 20,
          .label = N_("Mã bí mật của hồ sơ")),
};
const struct record photo_upload_record =
    RECORD("photo_upload", struct photo_upload, photo_upload_fields);

struct photo_answer {
    struct str code;
    int64_t number;
    struct str sha256;
    int64_t bytes;
    struct str url;
};
static const struct field photo_answer_fields[] = {
    FIELD(struct photo_answer, code, .rules = FIELD_REQUIRED, .label = N_("Mã hồ sơ")),
    FIELD(struct photo_answer, number, .rules = FIELD_REQUIRED, .label = N_("Ảnh thứ mấy")),
    FIELD(struct photo_answer, sha256, .rules = FIELD_REQUIRED, .label = N_("SHA-256 của ảnh gốc")),
    FIELD(struct photo_answer, bytes, .rules = FIELD_REQUIRED, .label = N_("Số byte của ảnh gốc")),
    FIELD(struct photo_answer, url, .rules = FIELD_REQUIRED, .label = N_("Nơi xem ảnh")),
};
const struct record photo_answer_record =
    RECORD("photo_answer", struct photo_answer, photo_answer_fields);

/* One of a report's photos in the API's answer. */
struct photo_shown {
    int64_t number;
    struct str url;
    struct str url_small;
};
static const struct field photo_shown_fields[] = {
    FIELD(struct photo_shown, number, .rules = FIELD_REQUIRED, .label = N_("Ảnh thứ mấy")),
    FIELD(struct photo_shown, url, .rules = FIELD_REQUIRED, .label = N_("Nơi xem ảnh")),
    FIELD(struct photo_shown, url_small, .rules = FIELD_REQUIRED, .label = N_("Nơi xem ảnh nhỏ")),
};
const struct record photo_shown_record =
    RECORD("photo_shown", struct photo_shown, photo_shown_fields);

static enum status show(struct visit *v, enum photo_size size);
static bool may_see(struct visit *v, const struct photo_get_row *photo);
static bool is_public(const struct photo_get_row *photo);
static struct str ticket(struct visit *v, struct str name, struct day day);
static visit_fn after_open;
static visit_fn after_add;

/* --- addresses -------------------------------------------------------------------------------- */

struct photos_view photos_view(struct visit *v, const struct photos_of *whose, bool with_ticket)
{
    struct photos_of_rows photos = photos_of(&v->snap->conn, whose);
    struct photo_item *items = new(v->arena, struct photo_item, photos.count + 1);
    for (size_t i = 0; i < photos.count; i++) {
        struct str name = photos.rows[i].name;
        uint32_t width;
        uint32_t height;
        picture_fit((uint32_t)photos.rows[i].width, (uint32_t)photos.rows[i].height,
                    PICTURE_SMALL_SIDE, &width, &height);
        items[i] = (struct photo_item){
            .name = name,
            .number = (int64_t)i + 1,
            .large = route_url(v, "/anh/:name", name),
            .small = route_url(v, "/anh/:name/nho", name),
            .width = width,
            .height = height,
        };
        if (with_ticket) {
            items[i].large = upload_with_ticket(v, items[i].large, name);
            items[i].small = upload_with_ticket(v, items[i].small, name);
        }
    }
    return (struct photos_view){ items, photos.count };
}

void photos_tell(struct visit *v, struct report_id report, struct photos_view *view)
{
    struct photo_openings_rows rows =
        photo_openings(&v->snap->conn, &(struct photo_openings){ .report_id = report });
    view->openings = rows.rows;
    view->opening_count = rows.count;
}

void photos_write(struct visit *v, struct report_id report, struct json *json)
{
    struct photos_view photos = photos_view(v, &(struct photos_of){ .report_id = report }, false);
    json_list(json, "photos");
    for (size_t i = 0; i < photos.count; i++) {
        const struct photo_item *photo = &photos.items[i];
        json_record(json, NULL, &photo_shown_record,
                    &(struct photo_shown){ photo->number, photo->large.url, photo->small.url });
    }
    json_end(json);
}

struct local_url upload_with_ticket(struct visit *v, struct local_url url, struct str name)
{
    struct str proof = ticket(v, name, instant_day(v->now));
    return (
        struct local_url){ str_printf(v->arena, "%.*s?ve=%.*s", STR_ARG(url.url), STR_ARG(proof)) };
}

/* Who was let in by a secret or a draft's address cannot give it with each picture: the page that
 * they were let in to gives them this instead. It opens one photo, today and tomorrow. */
static struct str ticket(struct visit *v, struct str name, struct day day)
{
    uint8_t key[SECRET_KEY_BYTES];
    visit_secret(v, "photo ticket", key);
    const struct str parts[] = { name, str_span(&day.n, sizeof day.n) };
    struct hash seal = hash_hmac(str_span(key, sizeof key), parts, COUNT(parts));
    struct out text = out_open(v->arena, 2 * TICKET_BYTES);
    out_base64url(&text, seal.b, TICKET_BYTES);
    secret_wipe(key, sizeof key);
    return out_str(&text);
}

/* --- pictures --------------------------------------------------------------------------------- */

enum status photo_show(struct visit *v)
{
    return show(v, PHOTO_LARGE);
}

enum status photo_show_small(struct visit *v)
{
    return show(v, PHOTO_SMALL);
}

/* Only the studio's pictures, never what was sent. A report may be withheld later, so even what all
 * may see is kept by browsers for an hour only. */
static enum status show(struct visit *v, enum photo_size size)
{
    struct photo_get_row photo;
    struct str bytes;
    if (!photo_get(&v->snap->conn, &(struct photo_get){ .name = v->params[0] }, &photo) ||
        !may_see(v, &photo)) {
        return STATUS_NOT_FOUND;
    }
    enum status status = photo_open(visit_files(v), v->arena, &photo, size, &bytes);
    if (status) {
        return STATUS_STORE_FAILED;
    }
    reply_header(v->reply, "Content-Type", STR("image/jpeg"));
    reply_header(v->reply, "Cache-Control",
                 is_public(&photo) ? STR("public, max-age=3600, immutable") : STR("no-store"));
    v->reply->fixed_body = bytes;
    return STATUS_OK;
}

static bool may_see(struct visit *v, const struct photo_get_row *photo)
{
    if (is_public(photo)) {
        return true;
    }
    return upload_ticket_is_good(v, photo->name) ||
           (!ID_NONE(photo->report_id) &&
            case_may_see(v, ID_OF(photo->unit_id), ID_OF(photo->first_unit_id)) &&
            (!photo->is_paper ||
             may_read_paper(v, photo->report_id, photo->identity, ID_OF(photo->unit_id))));
}

bool upload_ticket_is_good(struct visit *v, struct str name)
{
    struct str given = form_get(&v->form, "ve");
    for (int32_t age = 0; given.p && age < TICKET_DAYS; age++) {
        if (secret_equal(given, ticket(v, name, day_add(instant_day(v->now), -age)))) {
            return true;
        }
    }
    return false;
}

bool may_read_paper(struct visit *v, struct report_id report, struct str identity, struct id unit)
{
    return paper_is_open_to(&v->snap->conn, report, identity, v->visitor.author.person,
                            visit_may_over(v, POWER_LEAD, unit));
}

static bool is_public(const struct photo_get_row *photo)
{
    return !ID_NONE(photo->report_id) && photo->is_public && !photo->is_paper;
}

/* --- the original ----------------------------------------------------------------------------- */

struct field_view photo_reason_field(struct visit *v)
{
    struct field_view field = page_field(v, INPUT_LINE, &original_open_record, "reason");
    field.id = "photo-reason";
    field.hint = N_("Người gửi đọc được: ai mở ảnh gốc, lúc nào, vì sao.");
    return field;
}

enum status photo_original(struct visit *v)
{
    struct original_open *open = new(v->arena, struct original_open, 1);
    *open = (struct original_open){ form_get(&v->form, "name"),
                                    str_trim(form_get(&v->form, "reason")) };
    return visit_order(v, &feedback_commands[COMMAND_ORIGINAL_OPEN], open, after_open);
}

/* As a file to keep and never as a page: these are bytes of a stranger's. */
static enum status after_open(struct visit *v)
{
    struct photo_get_row photo;
    struct str bytes;
    if (visit_refused(v)) {
        enum status refusal = v->order->outcome.verdict.status;
        if (refusal == STATUS_INVALID) {
            (void)case_show(v);
        }
        return refusal;
    }
    if (!photo_get(&v->snap->conn, &(struct photo_get){ .name = v->order->outcome.answer.text },
                   &photo)) {
        return STATUS_NOT_FOUND;
    }
    enum status status = photo_open(visit_files(v), v->arena, &photo, PHOTO_ORIGINAL, &bytes);
    if (status) {
        return STATUS_STORE_FAILED;
    }
    bool is_jpeg = str_equal(photo.kind, STR("jpeg"));
    reply_header(v->reply, "Content-Type", STR("application/octet-stream"));
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"%.*s-%lld.%s\"", STR_ARG(photo.code),
                            (long long)photo.number, is_jpeg ? "jpg" : "png"));
    v->reply->fixed_body = bytes;
    return STATUS_OK;
}

/* --- the API ---------------------------------------------------------------------------------- */

/* The secret is in a header that no page of another site can send. */
enum status api_photo_report(struct visit *v, struct report_get_row *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD ||
        !report_get(&v->snap->conn, &(struct report_get){ .code = str_of(code) }, ret)) {
        return STATUS_NOT_FOUND;
    }
    struct str secret = request_header(v->request, "Report-Secret");
    if (!secret_opens(ret->secret_object, ret->secret_hash, secret)) {
        visit_problem(v, "report_secret",
                      N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
        return STATUS_INVALID;
    }
    return STATUS_OK;
}

enum status api_photo_add(struct visit *v)
{
    struct photos *photos = new(v->arena, struct photos, 1);
    struct photo_add *add = new(v->arena, struct photo_add, 1);
    struct report_get_row report;
    enum status status = api_photo_report(v, &report);
    status = status ? status : photos_take(v, "photo", photos);
    if (status) {
        return status;
    }
    struct str secret = request_header(v->request, "Report-Secret");
    if (photos->count != 1 && v->problems.count == 0) {
        visit_problem(v, "photo", N_("Mỗi lần gửi một ảnh, trong ô photo hoặc là cả nội dung."));
    }
    if (v->problems.count > 0) {
        return STATUS_INVALID;
    }
    *add = (struct photo_add){ report.code, secret, photos_sha256(v->arena, photos),
                               photos_bytes(photos) };
    return visit_order(v, &feedback_commands[COMMAND_PHOTO_ADD], add, after_add);
}

static enum status after_add(struct visit *v)
{
    struct photo_name_row added;
    struct photo_get_row photo;
    const struct photo_add *add = v->order->args;
    if (visit_refused(v)) {
        return v->order->outcome.verdict.status;
    }
    if (!photo_name(&v->snap->conn,
                    &(struct photo_name){ .id = { v->order->outcome.answer.subject.v } }, &added) ||
        !photo_get(&v->snap->conn, &(struct photo_get){ .name = added.name }, &photo)) {
        return STATUS_NOT_FOUND;
    }
    struct photo_answer answer = {
        .code = photo.code,
        .number = photo.number,
        .sha256 = add->sha256,
        .bytes = photo.original_bytes,
        .url = route_url(v, "/anh/:name", photo.name).url,
    };
    struct json json = page_json(v);
    json_record(&json, NULL, &photo_answer_record, &answer);
    return STATUS_CREATED;
}
