/* A photo in pieces: how much has come, the next one, and with the last one the photo. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sys/mman.h>

#include "base/json.h"
#include "base/must.h"
#include "mod/feedback/photo_page.h"
#include "store/pieces.h"
#include "text/tongue.h"

/* What is known of a photo before its first byte is its hash: it names the pieces, and says at the
 * end that they are what was meant. They are sealed with a key of this house and the report's
 * secret, so that the folder alone opens nothing. Of one report as many may be begun as it may have
 * photos, so that many pieces want many reports, and those are counted for each network. */

enum { PREFIX_CHARS = FILE_NAME_CHARS / 2, SEALED_MAX = PIECE_BYTES + SECRET_OVERHEAD_BYTES };
_Static_assert(PIECE_BYTES *PIECES_MAX >= UPLOAD_FILE_BYTES_MAX, "a photo has its pieces");
_Static_assert((int)PIECE_BYTES <= (int)FORM_BODY_BYTES_MAX, "a piece stays in memory");

struct piece_ask {
    struct str report_secret;
};
static const struct field ask_fields[] = {
    FIELD(struct piece_ask, report_secret, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 20,
          .label = N_("Mã bí mật của hồ sơ")),
};
const struct record piece_ask_record = RECORD("piece_ask", struct piece_ask, ask_fields);

struct piece_take {
    struct str report_secret;
    int64_t upload_offset;
    int64_t upload_length;
};
static const struct field take_fields[] = {
    FIELD(struct piece_take, report_secret, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 20,
          .label = N_("Mã bí mật của hồ sơ")),
    FIELD(struct piece_take, upload_offset, .rules = FIELD_REQUIRED,
          .label = N_("Mẩu này bắt đầu từ byte thứ mấy")),
    FIELD(struct piece_take, upload_length, .rules = FIELD_REQUIRED,
          .label = N_("Cả ảnh có bao nhiêu byte")),
};
const struct record piece_take_record = RECORD("piece_take", struct piece_take, take_fields);

struct piece_answer {
    int64_t offset;
    bool taken;
};
static const struct field answer_fields[] = {
    FIELD(struct piece_answer, offset, .rules = FIELD_REQUIRED,
          .label = N_("Đã nhận bao nhiêu byte liền nhau")),
    FIELD(struct piece_answer, taken, .rules = FIELD_REQUIRED, .label = N_("Hồ sơ đã có ảnh này")),
};
const struct record piece_answer_record =
    RECORD("piece_answer", struct piece_answer, answer_fields);

/* One photo on its way. */
struct half {
    struct report_get_row report;
    struct hash sha256;
    struct str secret;
    struct str name;
    uint8_t key[SECRET_KEY_BYTES];
    int64_t offset; /* of the piece that came */
    int64_t length;
    int64_t have;
};
struct room {
    void *start;
    size_t n;
};

static enum status read_half(struct visit *v, struct half *ret);
static bool is_taken(struct visit *v, const struct half *half);
static bool read_place(struct visit *v, struct half *half);
static enum status begin(struct visit *v, const struct half *half);
static enum status keep(struct visit *v, const struct half *half);
static enum status finish(struct visit *v, const struct half *half);
static enum status join(struct visit *v, const struct half *half, struct str *ret);
static struct str seal_of(struct arena *arena, unsigned index);
static void give_back(void *subject);
static void answer(struct visit *v, int64_t offset, bool taken);
static visit_fn after_last;

enum status api_piece_show(struct visit *v)
{
    struct half half;
    enum status status = read_half(v, &half);
    if (status == STATUS_OK) {
        bool taken = is_taken(v, &half);
        answer(v, taken ? 0 : half.have, taken);
    }
    return status;
}

enum status api_piece_take(struct visit *v)
{
    struct half *half = new(v->arena, struct half, 1);
    enum status status = read_half(v, half);
    if (status) {
        return status;
    }
    if (is_taken(v, half)) {
        answer(v, 0, true);
        return STATUS_OK;
    }
    if (!read_place(v, half)) {
        return STATUS_INVALID;
    }
    int64_t have = half->have < half->length ? half->have : half->length;
    if (half->offset != have) {
        /* The last one again, because its answer was lost; or all of them are there, and what was
         * to be done with them failed. */
        bool is_again = half->offset + (int64_t)v->request->body.n == have;
        if (is_again && have == half->length) {
            return finish(v, half);
        }
        answer(v, have, false);
        return is_again ? STATUS_OK : STATUS_CONFLICT;
    }
    int64_t end = have + (int64_t)v->request->body.n;
    status = have == 0 ? begin(v, half) : STATUS_OK;
    status = status || end == have ? status : keep(v, half);
    if (status) {
        return status;
    }
    if (end == half->length) {
        return finish(v, half);
    }
    answer(v, end, false);
    return STATUS_OK;
}

static enum status read_half(struct visit *v, struct half *ret)
{
    *ret = (struct half){ .secret = request_header(v->request, "Report-Secret") };
    size_t n = 0;
    enum status status = api_photo_report(v, &ret->report);
    if (status) {
        return status;
    }
    if (v->params[1].n != 2 * HASH_BYTES ||
        !hex_decode(v->params[1], ret->sha256.b, HASH_BYTES, &n)) {
        visit_problem(v, "sha256", N_("Mã băm SHA-256 phải là 64 chữ số hệ 16."));
        return STATUS_INVALID;
    }
    const struct str of_report[] = { STR("kheo pieces of\n"), ret->report.code };
    const struct str of_photo[] = { STR("kheo pieces\n"), ret->secret, hash_str(&ret->sha256) };
    struct hash prefix = hash_of_parts(of_report, COUNT(of_report));
    struct hash rest = hash_of_parts(of_photo, COUNT(of_photo));
    struct out name = out_open(v->arena, FILE_NAME_CHARS);
    out_hex(&name, prefix.b, PREFIX_CHARS / 2);
    out_hex(&name, rest.b, PREFIX_CHARS / 2);
    ret->name = out_str(&name);
    const struct str of_key[] = { STR("kheo pieces key\n"), ret->secret, hash_str(&ret->sha256) };
    uint8_t of_house[SECRET_KEY_BYTES];
    visit_secret(v, "photo pieces", of_house);
    struct hash key = hash_hmac(str_span(of_house, sizeof of_house), of_key, COUNT(of_key));
    secret_wipe(of_house, sizeof of_house);
    memcpy(ret->key, key.b, sizeof ret->key);
    ret->have = (int64_t)pieces_count(visit_files(v), ret->name) * PIECE_BYTES;
    return STATUS_OK;
}

static bool is_taken(struct visit *v, const struct half *half)
{
    struct photos_of_rows photos =
        photos_of(&v->snap->conn, &(struct photos_of){ .report_id = half->report.id });
    for (size_t i = 0; i < photos.count; i++) {
        struct bytes there = photos.rows[i].original_sha256;
        if (str_equal(str_span(there.p, there.n), hash_str(&half->sha256))) {
            return true;
        }
    }
    return false;
}

/* All pieces but the last have the same size, so that a place says how many came before. */
static bool read_place(struct visit *v, struct half *half)
{
    struct str body = v->request->body;
    if (!str_to_int(request_header(v->request, "Upload-Length"), &half->length) ||
        half->length < 1 || half->length > UPLOAD_FILE_BYTES_MAX) {
        visit_problem(v, "upload_length", N_("Upload-Length phải từ 1 tới 10485760 byte."));
        return false;
    }
    if (!str_to_int(request_header(v->request, "Upload-Offset"), &half->offset) ||
        half->offset < 0 || half->offset > half->length ||
        (half->offset % PIECE_BYTES != 0 && half->offset != half->length)) {
        visit_problem(v, "upload_offset",
                      N_("Upload-Offset phải là bội của 65536 và không quá Upload-Length."));
        return false;
    }
    int64_t left = half->length - half->offset;
    if ((int64_t)body.n != (left < PIECE_BYTES ? left : PIECE_BYTES)) {
        visit_problem(v, "upload_length", N_("Mỗi mẩu phải đủ 65536 byte; chỉ mẩu cuối ngắn hơn."));
        return false;
    }
    return true;
}

static enum status begin(struct visit *v, const struct half *half)
{
    struct files *files = visit_files(v);
    if (half->have == 0 &&
        pieces_begun(files, str_slice(half->name, 0, PREFIX_CHARS)) >= UPLOAD_FILES_MAX) {
        visit_problem(v, "sha256", N_("Hồ sơ này đang có 5 ảnh gửi dở. Hãy gửi nốt ảnh cũ."));
        return STATUS_INVALID;
    }
    return pieces_begun(files, STR("")) < PIECES_BEGUN_MAX ? STATUS_OK : STATUS_BUSY;
}

static enum status keep(struct visit *v, const struct half *half)
{
    struct str body = v->request->body;
    unsigned index = (unsigned)(half->offset / PIECE_BYTES);
    uint8_t *sealed = new(v->arena, uint8_t, SEALED_MAX);
    secret_seal(half->key, body, seal_of(v->arena, index), sealed);
    return pieces_put(visit_files(v), half->name, index,
                      str_span(sealed, body.n + SECRET_OVERHEAD_BYTES));
}

/* What does not fit together, or is no picture, is forgotten: sending it once more is all that
 * could mend it. */
static enum status finish(struct visit *v, const struct half *half)
{
    struct str bytes = STR_NONE;
    struct photos *photos = new(v->arena, struct photos, 1);
    enum status status = join(v, half, &bytes);
    struct hash sha256 = hash_of(bytes);
    if (status == STATUS_OK && !str_equal(hash_str(&sha256), hash_str(&half->sha256))) {
        visit_problem(v, "sha256", N_("Ảnh nhận được không khớp mã băm. Hãy gửi lại từ đầu."));
        status = STATUS_INVALID;
    }
    status = status ? status : photos_take_one(v, bytes, photos);
    if (status == STATUS_INVALID) {
        pieces_remove(visit_files(v), half->name);
    }
    if (status) {
        return status;
    }
    struct photo_add *add = new(v->arena, struct photo_add, 1);
    *add = (struct photo_add){ half->report.code, half->secret, photos_sha256(v->arena, photos),
                               photos_bytes(photos) };
    return visit_order(v, &feedback_commands[COMMAND_PHOTO_ADD], add, after_last);
}

/* Outside of the arena, which is smaller than what the studio may make of it; given back with it.
 * *ret stays empty, which has another hash, where a crash took half of a piece. */
static enum status join(struct visit *v, const struct half *half, struct str *ret)
{
    struct room *room = new(v->arena, struct room, 1);
    room->n = (size_t)half->length;
    room->start = mmap(NULL, room->n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room->start == MAP_FAILED) {
        return STATUS_BUSY;
    }
    arena_defer(v->arena, give_back, room);
    for (size_t at = 0; at < room->n; at += PIECE_BYTES) {
        struct arena_mark mark = arena_mark(v->arena);
        size_t n = room->n - at < PIECE_BYTES ? room->n - at : PIECE_BYTES;
        struct str sealed = STR_NONE;
        unsigned index = (unsigned)(at / PIECE_BYTES);
        enum status status =
            pieces_get(visit_files(v), half->name, index, SEALED_MAX, v->arena, &sealed);
        bool is_whole =
            status == STATUS_OK && sealed.n == n + SECRET_OVERHEAD_BYTES &&
            secret_open(half->key, sealed, seal_of(v->arena, index), (uint8_t *)room->start + at);
        arena_undo(v->arena, mark);
        if (!is_whole) {
            /* Another request of the same sender's has just put them together. */
            return status == STATUS_NOT_FOUND ? STATUS_CONFLICT : status;
        }
    }
    *ret = str_span(room->start, room->n);
    return STATUS_OK;
}

static enum status after_last(struct visit *v)
{
    struct half half;
    bool is_refused = visit_refused(v);
    enum status status = read_half(v, &half);
    if (status == STATUS_OK) {
        pieces_remove(visit_files(v), half.name);
    }
    if (is_refused) {
        return v->order->outcome.verdict.status;
    }
    answer(v, 0, true);
    return STATUS_CREATED;
}

static struct str seal_of(struct arena *arena, unsigned index)
{
    return str_printf(arena, "kheo piece %u", index);
}

static void give_back(void *subject)
{
    const struct room *room = subject;
    must(munmap(room->start, room->n) == 0);
}

static void answer(struct visit *v, int64_t offset, bool taken)
{
    reply_header(v->reply, "Upload-Offset", str_printf(v->arena, "%lld", (long long)offset));
    struct json json = page_json(v);
    json_record(&json, NULL, &piece_answer_record, &(struct piece_answer){ offset, taken });
}
