/* The desk's side of photos: rows, facts and who may do what; the files are there already. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/photo.h"

#include "mod/feedback/draft.h"
#include "text/tongue.h"

static const struct field photo_add_fields[] = {
    FIELD(struct photo_add, code, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Mã hồ sơ")),
    FIELD(struct photo_add, secret, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 20,
          .label = N_("Mã bí mật")),
    FIELD(struct photo_add, sha256, .rules = FIELD_REQUIRED),
};
const struct record photo_add_record = RECORD("photo_add", struct photo_add, photo_add_fields);
static const struct field photo_add_drawn_fields[] = {
    FIELD(struct photo_add, photos, .rules = FIELD_SECRET),
};
const struct record photo_add_drawn_record =
    RECORD("photo_add", struct photo_add, photo_add_drawn_fields);

static const struct field original_open_fields[] = {
    FIELD(struct original_open, name, .rules = FIELD_REQUIRED),
    FIELD(struct original_open, reason, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 500,
          .label = N_("Lý do")),
};
const struct record original_open_record =
    RECORD("original_open", struct original_open, original_open_fields);

static const struct field photo_forget_fields[] = { FIELD(struct photo_forget, id) };
const struct record photo_forget_record =
    RECORD("photo_forget", struct photo_forget, photo_forget_fields);

/* What the ledger commits to: which photo of which report, and the hash of what was sent. */
struct photo_fact {
    struct str code;
    int64_t number;
    struct str sha256; /* in hex, as sha256sum prints it */
    int64_t bytes;
    struct str kind;
    int64_t width; /* of the large picture */
    int64_t height;
};
static const struct field photo_fact_fields[] = {
    FIELD(struct photo_fact, code),
    FIELD(struct photo_fact, number),
    FIELD(struct photo_fact, sha256, .rules = FIELD_PERSONAL),
    FIELD(struct photo_fact, bytes),
    FIELD(struct photo_fact, kind),
    FIELD(struct photo_fact, width),
    FIELD(struct photo_fact, height),
};
const struct record photo_fact_record = RECORD("photo", struct photo_fact, photo_fact_fields);

struct original_opened {
    struct str code;
    int64_t number;
    struct person_id by;
    struct str reason;
};
static const struct field original_opened_fields[] = {
    FIELD(struct original_opened, code),
    FIELD(struct original_opened, number),
    FIELD(struct original_opened, by),
    FIELD(struct original_opened, reason, .rules = FIELD_PERSONAL),
};
const struct record original_opened_record =
    RECORD("original_opened", struct original_opened, original_opened_fields);

static bool is_among(const struct photos_of_rows *photos, const struct hash *sha256,
                     size_t *ret_index);
static struct photo_insert row_of(struct deed *deed, const struct photo *photo);
static int64_t state_photo(struct deed *deed, const char *kind, struct id report, struct str object,
                           struct str unit_code, struct photo_fact fact);
static struct str hex_of(struct arena *arena, struct str bytes);

static const char *const TOO_MANY = N_("Mỗi hồ sơ nhận tối đa 5 ảnh. Hãy bỏ bớt ảnh.");

/* --- of a draft ------------------------------------------------------------------------------- */

struct bytes photos_bytes(const struct photos *photos)
{
    return photos && photos->count > 0 ? (struct bytes){ (const void *)photos, sizeof *photos }
                                       : (struct bytes){ 0 };
}

const struct photos *photos_read(struct arena *arena, struct bytes bytes)
{
    if (bytes.n != sizeof(struct photos)) {
        return NULL;
    }
    struct photos *photos = new(arena, struct photos, 1);
    memcpy(photos, bytes.p, sizeof *photos);
    return photos;
}

/* The same photo again, because a phone lost the answer and sent it twice, is not kept twice: its
 * row belongs to nobody, and its files go with the next sweep. */
struct verdict photos_draft(struct deed *deed, struct hash draft, const struct photos *more,
                            struct str dropped)
{
    struct bytes hash = { draft.b, HASH_BYTES };
    if (dropped.p) {
        photo_drop(deed->tx, &(struct photo_drop){ .name = dropped, .draft_hash = hash });
    }
    for (size_t i = 0; more && i < more->count; i++) {
        struct photos_of_rows kept =
            photos_of(&deed->tx->conn, &(struct photos_of){ .draft_hash = hash });
        struct photo_insert row = row_of(deed, &more->list[i]);
        size_t index;
        if (!is_among(&kept, &more->list[i].sha256, &index)) {
            if (kept.count >= UPLOAD_FILES_MAX) {
                return invalid("photos", TOO_MANY);
            }
            row.draft_hash = hash;
        }
        photo_insert(deed->tx, &row);
    }
    return VERDICT_OK;
}

void photos_send(struct deed *deed, const struct report_insert *report, struct str unit_code,
                 struct hash draft)
{
    struct photos_of_rows photos =
        photos_of(&deed->tx->conn, &(struct photos_of){ .draft_hash = { draft.b, HASH_BYTES } });
    bool is_paper =
        !str_equal(report->channel, STR("web")) && !str_equal(report->channel, STR("api"));
    for (size_t i = 0; i < photos.count; i++) {
        const struct photos_of_row *photo = &photos.rows[i];
        struct photo_fact fact = {
            .code = report->code,
            .number = (int64_t)i + 1,
            .sha256 =
                hex_of(deed->arena, str_span(photo->original_sha256.p, photo->original_sha256.n)),
            .bytes = photo->original_bytes,
            .kind = photo->kind,
            .width = photo->width,
            .height = photo->height,
        };
        photo_send(deed->tx,
                   &(struct photo_send){
                       .id = photo->id,
                       .report_id = report->id,
                       .number = fact.number,
                       .added_at = deed->now,
                       .is_paper = is_paper,
                       .position = state_photo(deed, is_paper ? "scan" : "photo", ID_OF(report->id),
                                               report->object, unit_code, fact),
                   });
    }
}

/* --- of a report ------------------------------------------------------------------------------ */

struct verdict apply_photo_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct photo_add *add = args;
    struct report_get_row report;
    if (!report_get(&deed->tx->conn, &(struct report_get){ .code = add->code }, &report)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!secret_opens(report.secret_object, report.secret_hash, add->secret)) {
        return invalid("secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
    }
    if (!report.is_open) {
        return refuse(N_("Hồ sơ đã giải quyết xong nên không nhận thêm ảnh."), NULL);
    }
    struct report_photo_id last;
    const struct photos *photos = photos_read(deed->arena, add->photos);
    if (!photos) {
        return (struct verdict){ .status = STATUS_INVALID };
    }
    struct verdict verdict = photos_add(deed, &report, photos, &last);
    ret->subject = ID_OF(last);
    return verdict;
}

struct verdict photos_add(struct deed *deed, const struct report_get_row *report,
                          const struct photos *more, struct report_photo_id *ret_last)
{
    *ret_last = (struct report_photo_id){ 0 };
    for (size_t i = 0; i < more->count; i++) {
        const struct photo *photo = &more->list[i];
        struct photos_of_rows kept =
            photos_of(&deed->tx->conn, &(struct photos_of){ .report_id = report->id });
        struct photo_insert row = row_of(deed, photo);
        size_t index;
        if (is_among(&kept, &photo->sha256, &index)) {
            *ret_last = kept.rows[index].id;
        } else if (kept.count >= UPLOAD_FILES_MAX) {
            return invalid("photo", TOO_MANY);
        } else {
            struct photo_fact fact = {
                .code = report->code,
                .number = (int64_t)kept.count + 1,
                .sha256 = hex_of(deed->arena, hash_str(&photo->sha256)),
                .bytes = photo->bytes,
                .kind = row.kind,
                .width = row.width,
                .height = row.height,
            };
            row.report_id = report->id;
            row.number = fact.number;
            row.added_at = deed->now;
            row.position = state_photo(deed, "photo", ID_OF(report->id), report->object,
                                       report->unit_code, fact);
            *ret_last = row.id;
        }
        photo_insert(deed->tx, &row);
    }
    return VERDICT_OK;
}

struct verdict apply_original_open(struct deed *deed, const void *args, struct answer *ret)
{
    const struct original_open *open = args;
    struct photo_get_row photo;
    if (!photo_get(&deed->tx->conn, &(struct photo_get){ .name = open->name }, &photo) ||
        ID_NONE(photo.report_id)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    bool may_read =
        !photo.is_paper ||
        paper_is_open_to(&deed->tx->conn, photo.report_id, photo.identity, deed->author->person,
                         deed_may(deed, POWER_LEAD, ID_OF(photo.unit_id)));
    if (!deed_may(deed, POWER_HANDLE, ID_OF(photo.unit_id)) || !may_read) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (str_is_empty(str_trim(open->reason))) {
        return invalid("reason", N_("Hãy nêu lý do mở ảnh gốc: người gửi và cấp trên sẽ đọc."));
    }
    struct person_id by = { deed->author->person.v };
    struct original_opened fact = { photo.code, photo.number, by, open->reason };
    photo_opening_insert(deed->tx, &(struct photo_opening_insert){
                                       .id = { deed_new_id(deed) },
                                       .photo_id = photo.id,
                                       .at = deed->now,
                                       .person_id = by,
                                       .reason = open->reason,
                                       .position = deed_emit(deed, feedback_fact("original_opened"),
                                                             ID_OF(photo.report_id), photo.object,
                                                             photo.unit_code, &fact),
                                   });
    ret->subject = ID_OF(photo.id);
    ret->text = photo.name;
    return VERDICT_OK;
}

bool paper_is_open_to(struct conn *conn, struct report_id report, struct str identity,
                      struct id person, bool leads)
{
    struct sender_opened_row opened;
    struct sender_opened mine = { .report_id = report, .person_id = { person.v } };
    return !str_equal(identity, STR("hidden")) || leads || sender_opened(conn, &mine, &opened);
}

struct verdict apply_photo_forget(struct deed *deed, const void *args, struct answer *ret)
{
    const struct photo_forget *forget = args;
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    photo_delete(deed->tx, &(struct photo_delete){ .id = forget->id });
    return VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static bool is_among(const struct photos_of_rows *photos, const struct hash *sha256,
                     size_t *ret_index)
{
    for (size_t i = 0; i < photos->count; i++) {
        struct bytes there = photos->rows[i].original_sha256;
        if (str_equal(str_span(there.p, there.n), hash_str(sha256))) {
            *ret_index = i;
            return true;
        }
    }
    return false;
}

static struct photo_insert row_of(struct deed *deed, const struct photo *photo)
{
    return (struct photo_insert){
        .id = { deed_new_id(deed) },
        .name = str_of(photo->name),
        .small_name = str_of(photo->small_name),
        .original_name = str_of(photo->original_name),
        .key = { photo->key, SECRET_KEY_BYTES },
        .kind = str_of(photo->kind),
        .original_sha256 = { photo->sha256.b, HASH_BYTES },
        .original_bytes = photo->bytes,
        .width = photo->width,
        .height = photo->height,
    };
}

static int64_t state_photo(struct deed *deed, const char *kind, struct id report, struct str object,
                           struct str unit_code, struct photo_fact fact)
{
    return deed_emit(deed, feedback_fact(kind), report, object, unit_code, &fact);
}

static struct str hex_of(struct arena *arena, struct str bytes)
{
    struct out hex = out_open(arena, 2 * bytes.n);
    out_hex(&hex, bytes.p, bytes.n);
    return out_str(&hex);
}

/* --- its files -------------------------------------------------------------------------------- */

enum status photo_open(struct files *files, struct arena *arena, const struct photo_get_row *photo,
                       enum photo_size size, struct str *ret)
{
    struct str name = size == PHOTO_ORIGINAL ? photo->original_name
                      : size == PHOTO_SMALL  ? photo->small_name
                                             : photo->name;
    struct str sealed = STR_NONE;
    enum status status = files_get(files, name, arena, &sealed);
    if (status) {
        return status;
    }
    if (sealed.n < SECRET_OVERHEAD_BYTES || photo->key.n != SECRET_KEY_BYTES) {
        return STATUS_STORE_FAILED;
    }
    size_t n = sealed.n - SECRET_OVERHEAD_BYTES;
    uint8_t *bytes = new(arena, uint8_t, n);
    if (!secret_open(photo->key.p, sealed, photo_seal(size), bytes)) {
        return STATUS_STORE_FAILED;
    }
    *ret = str_span(bytes, n);
    return STATUS_OK;
}

struct str photo_seal(enum photo_size size)
{
    static const struct str seals[] = {
        [PHOTO_LARGE] = STR_INIT("kheo photo large"),
        [PHOTO_SMALL] = STR_INIT("kheo photo small"),
        [PHOTO_ORIGINAL] = STR_INIT("kheo photo original"),
    };
    return seals[size];
}
