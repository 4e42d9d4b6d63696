/* Taking photos in: the studio's pictures and the original, sealed, on the disk before any row. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/photo_page.h"

#include "mod/feedback/draft.h"
#include "studio/studio.h"
#include "web/pictures.h"

/* What is removed again when the visit ends and no row names it. */
struct unkept {
    const struct visit *v;
    const struct photos *photos;
};

static enum status take_all(struct visit *v, const char *field, bool with_pdf, struct photos *ret);
static enum status take_one(struct visit *v, struct str file, struct photos *ret,
                            enum picture_fault *ret_fault);
static enum status take_pages(struct visit *v, const char *field, struct str file,
                              struct photos *ret, enum picture_fault *ret_fault);
static enum status put(struct files *files, struct arena *arena, const struct photo *photo,
                       enum photo_size size, struct str bytes, char ret_name[FILE_NAME_CHARS + 1]);
static void remove_unkept(void *subject);
static void remove_files(struct files *files, const struct photo *photo);

enum status photos_take(struct visit *v, const char *field, struct photos *ret)
{
    return take_all(v, field, false, ret);
}

enum status scans_take(struct visit *v, const char *field, struct photos *ret)
{
    return take_all(v, field, true, ret);
}

static enum status take_all(struct visit *v, const char *field, bool with_pdf, struct photos *ret)
{
    struct unkept *unkept = new(v->arena, struct unkept, 1);
    *unkept = (struct unkept){ v, ret };
    arena_defer(v->arena, remove_unkept, unkept);
    const struct form_file *file;
    size_t at = 0;
    size_t number = 0;
    while ((file = picture_next(v, field, &at, &number))) {
        enum picture_fault fault = PICTURE_NO_STUDIO;
        bool is_pdf = with_pdf && str_starts(file->bytes, STR("%PDF-"));
        enum status status = is_pdf ? take_pages(v, field, file->bytes, ret, &fault)
                                    : take_one(v, file->bytes, ret, &fault);
        if (status) {
            return status;
        }
        if (fault != PICTURE_GOOD) {
            picture_problem(v, field, number, fault);
        }
    }
    return STATUS_OK;
}

static enum status take_one(struct visit *v, struct str file, struct photos *ret,
                            enum picture_fault *ret_fault)
{
    if (ret->count == UPLOAD_FILES_MAX) {
        *ret_fault = PICTURE_GOOD;
        visit_problem(v, "photos",
                      N_("Mỗi đơn giấy nhận tối đa 5 trang quét. Các trang sau hãy giữ "
                         "cùng bản giấy."));
        return STATUS_OK;
    }
    enum status status = photo_take(visit_studio(v), visit_files(v), v->arena, file,
                                    &ret->list[ret->count], ret_fault);
    ret->count += !status && *ret_fault == PICTURE_GOOD;
    return status;
}

/* A page is drawn apart, and then a picture like any other: nothing else of the file is kept. */
static enum status take_pages(struct visit *v, const char *field, struct str file,
                              struct photos *ret, enum picture_fault *ret_fault)
{
    struct scan scan = { .pages = 1 };
    for (uint32_t page = 0; page < scan.pages && page <= UPLOAD_FILES_MAX; page++) {
        struct arena_mark mark = arena_mark(v->arena);
        const struct scan_order order = { .page = page };
        struct studio *studio = visit_studio(v);
        *ret_fault =
            studio ? studio_scan(studio, v->arena, file, &order, &scan) : PICTURE_NO_STUDIO;
        enum status status = *ret_fault == PICTURE_NO_STUDIO ? STATUS_BUSY : STATUS_OK;
        if (*ret_fault == PICTURE_GOOD) {
            status = take_one(v, scan.jpeg, ret, ret_fault);
        }
        if (problem_of(&v->problems, field).n == 0) {
            arena_undo(v->arena, mark);
        }
        if (status || *ret_fault != PICTURE_GOOD || problem_of(&v->problems, field).n > 0) {
            return status;
        }
    }
    return STATUS_OK;
}

enum status photos_take_one(struct visit *v, struct str bytes, struct photos *ret)
{
    struct unkept *unkept = new(v->arena, struct unkept, 1);
    *unkept = (struct unkept){ v, ret };
    arena_defer(v->arena, remove_unkept, unkept);
    enum picture_fault fault = PICTURE_NO_STUDIO;
    enum status status =
        photo_take(visit_studio(v), visit_files(v), v->arena, bytes, &ret->list[0], &fault);
    if (status == STATUS_OK && fault != PICTURE_GOOD) {
        picture_problem(v, "photo", 1, fault);
        return STATUS_INVALID;
    }
    ret->count = status == STATUS_OK;
    return status;
}

void photos_fit(struct visit *v, const struct draft *draft, struct photos *photos)
{
    struct hash hash = draft_hash(draft->token);
    size_t there =
        photos_of(&v->snap->conn, &(struct photos_of){ .draft_hash = { hash.b, HASH_BYTES } })
            .count;
    size_t room = there < UPLOAD_FILES_MAX ? UPLOAD_FILES_MAX - there : 0;
    if (photos->count > room) {
        visit_problem(v, "photos", N_("Mỗi hồ sơ nhận tối đa 5 ảnh; ảnh thừa chưa được nhận."));
    }
    for (; photos->count > room; photos->count--) {
        struct photo *photo = &photos->list[photos->count - 1];
        remove_files(visit_files(v), photo);
        *photo = (struct photo){ .bytes = 0 };
    }
}

struct str photos_sha256(struct arena *arena, const struct photos *photos)
{
    struct out hex = out_open(arena, photos->count * 2 * HASH_BYTES);
    for (size_t i = 0; i < photos->count; i++) {
        out_hex(&hex, photos->list[i].sha256.b, HASH_BYTES);
    }
    return out_str(&hex);
}

/* The pictures, and copies while they are sealed, are let go before the next photo. */
enum status photo_take(struct studio *studio, struct files *files, struct arena *arena,
                       struct str file, struct photo *ret, enum picture_fault *ret_fault)
{
    struct arena_mark mark = arena_mark(arena);
    struct pictures pictures = { 0 };
    *ret_fault = studio ? studio_develop(studio, arena, file, &pictures) : PICTURE_NO_STUDIO;
    enum status status = *ret_fault == PICTURE_NO_STUDIO ? STATUS_BUSY : STATUS_OK;
    if (*ret_fault == PICTURE_GOOD) {
        memcpy(ret->kind, pictures.kind == PICTURE_JPEG ? "jpeg" : "png\0", sizeof "jpeg");
        ret->sha256 = hash_of(file);
        ret->bytes = (int64_t)file.n;
        ret->width = pictures.width;
        ret->height = pictures.height;
        random_bytes(ret->key, sizeof ret->key);
        status = put(files, arena, ret, PHOTO_ORIGINAL, file, ret->original_name);
        status = status ? status : put(files, arena, ret, PHOTO_LARGE, pictures.large, ret->name);
        status =
            status ? status : put(files, arena, ret, PHOTO_SMALL, pictures.small, ret->small_name);
    }
    arena_undo(arena, mark);
    return status;
}

static enum status put(struct files *files, struct arena *arena, const struct photo *photo,
                       enum photo_size size, struct str bytes, char ret_name[FILE_NAME_CHARS + 1])
{
    struct arena_mark mark = arena_mark(arena);
    size_t n = bytes.n + SECRET_OVERHEAD_BYTES;
    uint8_t *sealed = new(arena, uint8_t, n);
    secret_seal(photo->key, bytes, photo_seal(size), sealed);
    enum status status = files_put(files, str_span(sealed, n), ret_name);
    arena_undo(arena, mark);
    return status;
}

static void remove_unkept(void *subject)
{
    const struct unkept *unkept = subject;
    if (upload_is_kept(unkept->v->order)) {
        return;
    }
    struct files *files = visit_files(unkept->v);
    for (size_t i = 0; i < UPLOAD_FILES_MAX; i++) {
        remove_files(files, &unkept->photos->list[i]);
    }
}

static void remove_files(struct files *files, const struct photo *photo)
{
    (void)files_remove(files, str_of(photo->name));
    (void)files_remove(files, str_of(photo->small_name));
    (void)files_remove(files, str_of(photo->original_name));
}

/* After a failure of the disk the rows may be there all the same, so that their files stay: better
 * one that nobody names than a name without its file. */
bool upload_is_kept(const struct order *order)
{
    if (!order) {
        return false;
    }
    enum status status = order->outcome.verdict.status;
    bool is_unsure = status_http(status) >= 500 && status != STATUS_BUSY;
    return is_unsure || (status == STATUS_OK && !order->outcome.is_repeat);
}
