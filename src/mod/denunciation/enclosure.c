/* Pictures from a form into an envelope, and out of one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/enclosure.h"

#include "desk/wrap.h"
#include "studio/studio.h"
#include "text/tongue.h"
#include "web/pictures.h"

#define FIELD_NAME "pictures"

/* A record of five goes into the fifth class of envelopes, and of fewer into that or one below. */
_Static_assert(ENCLOSURE_PICTURES *SCAN_BYTES_MAX < (1 << 20) - 128, "one class for all of them");

static const struct field enclosure_fields[] = {
    FIELD(struct enclosure, picture[0]), FIELD(struct enclosure, picture[1]),
    FIELD(struct enclosure, picture[2]), FIELD(struct enclosure, picture[3]),
    FIELD(struct enclosure, picture[4]),
};
const struct record enclosure_record = RECORD("enclosure", struct enclosure, enclosure_fields);

static const struct field rendition_fields[] = {
    FIELD(struct rendition, text),       FIELD(struct rendition, picture[0]),
    FIELD(struct rendition, picture[1]), FIELD(struct rendition, picture[2]),
    FIELD(struct rendition, picture[3]), FIELD(struct rendition, picture[4]),
};
const struct record rendition_record = RECORD("rendition", struct rendition, rendition_fields);

static bool read_box(struct str line, struct scan_box *ret);

struct field_view enclosure_field(struct visit *v)
{
    return (struct field_view){
        .kind = INPUT_PHOTOS,
        .name = FIELD_NAME,
        .label = N_("Ảnh chụp giấy tờ, hiện trường"),
        .is_optional = true,
        .hint = N_("Tối đa 5 ảnh JPEG hoặc PNG, mỗi ảnh không quá 10 MB. Nơi chụp và tên máy ghi "
                   "trong ảnh được bỏ đi; nét chữ tay và mặt người trong ảnh thì còn."),
        .problem = problem_of(&v->problems, FIELD_NAME),
    };
}

enum status enclosure_take(struct visit *v, const struct readers *readers, struct bytes *ret,
                           struct hash *ret_hash)
{
    struct enclosure *enclosure = new(v->arena, struct enclosure, 1);
    const struct form_file *file;
    size_t before = v->problems.count;
    size_t count = 0;
    size_t at = 0;
    size_t number = 0;
    *ret = (struct bytes){ NULL, 0 };
    *ret_hash = hash_of(STR_NONE);
    while ((file = picture_next(v, FIELD_NAME, &at, &number))) {
        enum picture_fault fault = enclosure_draw(v, file->bytes, count, enclosure);
        if (fault == PICTURE_NO_STUDIO) {
            visit_problem(v, FIELD_NAME,
                          N_("Máy chủ chưa nhận được ảnh lúc này. Hãy gửi không kèm ảnh, rồi gửi "
                             "ảnh sau qua hộp thư."));
            return STATUS_INVALID;
        }
        if (fault != PICTURE_GOOD) {
            picture_problem(v, FIELD_NAME, number, fault);
            return STATUS_INVALID;
        }
        const struct str parts[] = { hash_str(ret_hash), file->bytes };
        *ret_hash = hash_of_parts(parts, COUNT(parts));
        count++;
    }
    if (v->problems.count > before) {
        return STATUS_INVALID;
    }
    if (count > 0) {
        *ret = enclosure_seal(v, readers, enclosure);
    }
    return count == 0 || ret->p ? STATUS_OK : STATUS_STORE_FAILED;
}

enum picture_fault enclosure_draw(struct visit *v, struct str file, size_t place,
                                  struct enclosure *ret)
{
    struct studio *studio = visit_studio(v);
    struct scan scan = { .width = 0 };
    enum picture_fault fault =
        studio ? studio_scan(studio, v->arena, file, NULL, &scan) : PICTURE_NO_STUDIO;
    ret->picture[place] = (struct bytes){ (const void *)scan.jpeg.p, scan.jpeg.n };
    return fault;
}

struct bytes enclosure_seal(struct visit *v, const struct readers *readers,
                            const struct enclosure *enclosure)
{
    return seal_for(v, ENVELOPE_CONTENT, readers, 1,
                    wrap_record(&enclosure_record, enclosure, v->arena));
}

bool enclosure_open(struct visit *v, struct bytes sealed, const struct officer_keys *keys,
                    struct enclosure *ret)
{
    struct str plain = content_open(v, sealed, keys->list, keys->count);
    return plain.p && unwrap_record(&plain, &enclosure_record, ret);
}

bool rendition_open(struct visit *v, struct bytes sealed, const struct officer_keys *keys,
                    struct rendition *ret)
{
    struct str plain = content_open(v, sealed, keys->list, keys->count);
    return plain.p && unwrap_record(&plain, &rendition_record, ret);
}

bool scan_boxes_read(struct str lines, struct scan_boxes *ret)
{
    ret->count = 0;
    while (lines.p) {
        struct str line = str_trim(str_cut(&lines, '\n'));
        if (line.n == 0) {
            continue;
        }
        if (ret->count == SCAN_BOXES_MAX || !read_box(line, &ret->list[ret->count++])) {
            return false;
        }
    }
    return true;
}

static bool read_box(struct str line, struct scan_box *ret)
{
    uint16_t *const members[] = { &ret->left, &ret->top, &ret->width, &ret->height };
    for (size_t i = 0; i < COUNT(members); i++) {
        int64_t number;
        if (!line.p) {
            return false;
        }
        line = str_trim(line);
        if (!str_to_int(str_cut(&line, ' '), &number) || number < 0 || number > SCAN_GRID) {
            return false;
        }
        *members[i] = (uint16_t)number;
    }
    return !line.p && ret->width > 0 && ret->height > 0;
}
