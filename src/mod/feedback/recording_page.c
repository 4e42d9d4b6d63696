/* Hearing recordings: who may, the sound in whole or in pieces, and adding one by the API. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/recording_page.h"

#include "base/json.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/pages.h"
#include "base/sound.h"
#include "text/tongue.h"
#include "web/asset.h"

/* What the API takes beside the recording, in headers; and what it answers. */
struct recording_upload {
    struct str report_secret;
};
static const struct field recording_upload_fields[] = {
    FIELD(struct recording_upload, report_secret, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 20,
          .label = N_("Mã bí mật của hồ sơ")),
};
const struct record recording_upload_record =
    RECORD("recording_upload", struct recording_upload, recording_upload_fields);

struct recording_answer {
    struct str code;
    struct str kind;
    struct str sha256;
    int64_t bytes;
};
static const struct field recording_answer_fields[] = {
    FIELD(struct recording_answer, code, .rules = FIELD_REQUIRED, .label = N_("Mã hồ sơ")),
    FIELD(struct recording_answer, kind, .rules = FIELD_REQUIRED, .label = N_("Kiểu ghi âm")),
    FIELD(struct recording_answer, sha256, .rules = FIELD_REQUIRED,
          .label = N_("SHA-256 của bản được giữ")),
    FIELD(struct recording_answer, bytes, .rules = FIELD_REQUIRED,
          .label = N_("Số byte của bản được giữ")),
};
const struct record recording_answer_record =
    RECORD("recording_answer", struct recording_answer, recording_answer_fields);

/* Both ends are of it. */
struct range {
    size_t first;
    size_t last;
};

static struct recording_view view_of(struct visit *v, const struct recording_of_row *row,
                                     bool with_ticket);
static bool may_hear(struct visit *v, struct id unit);
static bool may_open(struct visit *v, const struct recording_get_row *recording);
static bool range_read(struct str header, size_t n, struct range *ret);
static struct str hex_of(struct arena *arena, struct bytes bytes);
static visit_fn after_add;

/* --- on pages --------------------------------------------------------------------------------- */

struct recording_view recording_view(struct visit *v, const struct report_get_row *report,
                                     bool with_ticket)
{
    struct recording_of_row row;
    bool is_there =
        (with_ticket || may_hear(v, ID_OF(report->unit_id))) &&
        recording_of(&v->snap->conn, &(struct recording_of){ .report_id = report->id }, &row);
    return is_there ? view_of(v, &row, with_ticket) : (struct recording_view){ .name = STR_NONE };
}

struct recording_view recording_drafted(struct visit *v, struct str draft_token)
{
    struct recording_of_row row;
    struct hash hash = draft_hash(draft_token);
    struct recording_of whose = { .draft_hash = { hash.b, HASH_BYTES } };
    return recording_of(&v->snap->conn, &whose, &row) ? view_of(v, &row, true)
                                                      : (struct recording_view){ .name = STR_NONE };
}

static struct recording_view view_of(struct visit *v, const struct recording_of_row *row,
                                     bool with_ticket)
{
    struct local_url url = route_url(v, "/ghi-am/:name", row->name);
    return (struct recording_view){
        .name = row->name,
        .size = str_printf(v->arena, "%lld KB", (long long)(row->bytes + 1023) / 1024),
        .url = with_ticket ? upload_with_ticket(v, url, row->name) : url,
    };
}

/* The microphone is this page's alone (web/headers.c). */
void recording_offer(struct visit *v, struct send_view *view)
{
    reply_header(v->reply, "Permissions-Policy",
                 STR("camera=(self), geolocation=(self), microphone=(self)"));
    view->recording = recording_drafted(v, view->draft->token);
    view->recording_js = asset_url("record.js");
    view->record = (struct field_view){
        .name = "recording",
        .label = N_("Nói thay viết"),
        .is_optional = true,
        .hint = N_("Tối đa 3 phút, nói tiếng gì cũng được. Chỉ nơi giữ hồ sơ và bà con nghe được; "
                   "lời nói được ghi lại thành chữ rồi chữ ấy mới công khai. Gửi lời nói cần có "
                   "mạng."),
        .problem = problem_of(&v->problems, "recording"),
    };
}

/* --- the sound -------------------------------------------------------------------------------- */

/* Bytes of a stranger's: told to be a sound and nothing else, in a document that may do nothing. A
 * player asks for pieces of it. */
enum status recording_show(struct visit *v)
{
    struct recording_get_row recording;
    struct range range;
    struct str bytes = STR_NONE;
    struct recording_get wanted = { .name = v->params[0] };
    if (!recording_get(&v->snap->conn, &wanted, &recording) || !may_open(v, &recording)) {
        return STATUS_NOT_FOUND;
    }
    if (recording_open(visit_files(v), v->arena, &recording, &bytes)) {
        return STATUS_STORE_FAILED;
    }
    const char *type = sound_media_type(str_z(v->arena, recording.kind));
    reply_header(v->reply, "Content-Type", type ? str_of(type) : STR("application/octet-stream"));
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "inline; filename=\"%.*s.%.*s\"",
                            STR_ARG(recording.code.p ? recording.code : STR("ghi-am")),
                            STR_ARG(recording.kind)));
    reply_header(v->reply, "Content-Security-Policy",
                 STR("default-src 'none'; media-src 'self'; frame-ancestors 'none'; sandbox"));
    reply_header(v->reply, "Cache-Control", STR("no-store"));
    reply_header(v->reply, "Accept-Ranges", STR("bytes"));
    v->reply->fixed_body = bytes;
    if (!range_read(request_header(v->request, "Range"), bytes.n, &range)) {
        return STATUS_OK;
    }
    reply_header(v->reply, "Content-Range",
                 str_printf(v->arena, "bytes %zu-%zu/%zu", range.first, range.last, bytes.n));
    v->reply->fixed_body = str_slice(bytes, range.first, range.last + 1);
    return STATUS_PARTIAL;
}

/* A voice tells who spoke, so a report that was passed on is heard where it is now. */
static bool may_hear(struct visit *v, struct id unit)
{
    return visit_may_over(v, POWER_HANDLE, unit) || visit_may_over(v, POWER_LEAD, unit) ||
           visit_may_over(v, POWER_APPROVE, unit);
}

static bool may_open(struct visit *v, const struct recording_get_row *recording)
{
    bool is_somebodys = !ID_NONE(recording->report_id) || recording->draft_hash.p;
    if (!is_somebodys) {
        return false;
    }
    return upload_ticket_is_good(v, recording->name) ||
           (!ID_NONE(recording->report_id) && may_hear(v, ID_OF(recording->unit_id)));
}

/* One range (RFC 9110, 14.1.2), "bytes=0-99", "bytes=100-" or "bytes=-100". Whatever else is asked
 * for gets the whole. */
static bool range_read(struct str header, size_t n, struct range *ret)
{
    struct str until = header;
    struct str unit = str_cut(&until, '=');
    struct str from = str_cut(&until, '-');
    int64_t first = 0;
    int64_t last = (int64_t)n - 1;
    bool is_range = str_equal(unit, STR("bytes")) && until.p && (from.n > 0 || until.n > 0) &&
                    (from.n == 0 || str_to_int(from, &first)) &&
                    (until.n == 0 || str_to_int(until, &last));
    if (is_range && from.n == 0) {
        first = last < (int64_t)n ? (int64_t)n - last : 0;
        last = (int64_t)n - 1;
    }
    last = last < (int64_t)n ? last : (int64_t)n - 1;
    if (!is_range || first < 0 || first > last) {
        return false;
    }
    *ret = (struct range){ (size_t)first, (size_t)last };
    return true;
}

/* --- the API ---------------------------------------------------------------------------------- */

/* The secret is in a header that no page of another site can send. */
enum status api_recording_add(struct visit *v)
{
    struct recording *recording = new(v->arena, struct recording, 1);
    struct recording_add *add = new(v->arena, struct recording_add, 1);
    struct report_get_row report;
    if (!track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct str secret = request_header(v->request, "Report-Secret");
    if (!secret_opens(report.secret_object, report.secret_hash, secret)) {
        visit_problem(v, "report_secret",
                      N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
        return STATUS_INVALID;
    }
    enum status status = recording_take(v, "recording", recording);
    if (status) {
        return status;
    }
    if (!recording->name[0] && v->problems.count == 0) {
        visit_problem(v, "recording",
                      N_("Chưa có bản ghi âm: hãy gửi trong ô recording, hoặc là cả nội dung."));
    }
    if (v->problems.count > 0) {
        return STATUS_INVALID;
    }
    *add =
        (struct recording_add){ report.code, secret,
                                hex_of(v->arena, (struct bytes){ recording->sha256.b, HASH_BYTES }),
                                recording_bytes(recording) };
    return visit_order(v, &feedback_commands[COMMAND_RECORDING_ADD], add, after_add);
}

static enum status after_add(struct visit *v)
{
    const struct recording_add *add = v->order->args;
    struct recording_by_id_row kept;
    if (visit_refused(v)) {
        return v->order->outcome.verdict.status;
    }
    struct recording_by_id wanted = { .id = { v->order->outcome.answer.subject.v } };
    if (!recording_by_id(&v->snap->conn, &wanted, &kept)) {
        return STATUS_NOT_FOUND;
    }
    const struct recording_answer answer = { add->code, kept.kind, hex_of(v->arena, kept.sha256),
                                             kept.bytes };
    struct json json = page_json(v);
    json_record(&json, NULL, &recording_answer_record, &answer);
    return STATUS_CREATED;
}

static struct str hex_of(struct arena *arena, struct bytes bytes)
{
    struct out hex = out_open(arena, 2 * bytes.n);
    out_hex(&hex, bytes.p, bytes.n);
    return out_str(&hex);
}
