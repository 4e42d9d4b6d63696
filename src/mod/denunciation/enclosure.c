/* Pictures from a form into an envelope, and out of one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/enclosure.h"

#include "desk/wrap.h"
#include "studio/studio.h"
#include "text/message.h"
#include "text/tongue.h"
#include "web/pictures.h"

#define FIELD_NAME "pictures"
#define FROM_PAGE  "from_page"

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

/* Files on their way into an enclosure. */
struct taking {
    struct enclosure *enclosure;
    uint32_t count;     /* of pictures in it */
    size_t number;      /* of the file, from 1 */
    uint32_t from_page; /* 0: not said */
    struct enclosed *ret;
};

static enum picture_fault take_file(struct visit *v, struct taking *taking, struct str file);
static void hash_in(struct taking *taking, struct str file);
static enum picture_fault draw_page(struct visit *v, struct taking *taking, struct str file,
                                    uint32_t page, uint32_t *ret_pages);
static void say_pages(struct visit *v, const char *sentence, uint32_t pages);
static enum picture_fault draw(struct visit *v, struct str file, const struct scan_order *order,
                               struct scan *ret);
static struct bytes bytes_of(const struct scan *scan);
static bool read_box(struct str line, struct scan_box *ret);

struct field_view enclosure_field(struct visit *v)
{
    return (struct field_view){
        .kind = INPUT_SCANS,
        .name = FIELD_NAME,
        .label = N_("Ảnh chụp giấy tờ, hiện trường, hoặc bản quét PDF"),
        .is_optional = true,
        .hint = N_("Tối đa 5 ảnh JPEG, PNG hoặc trang PDF, mỗi tệp không quá 10 MB. Nơi chụp, tên "
                   "máy, tên người soạn ghi trong tệp được bỏ đi; nét chữ tay và mặt người trong "
                   "ảnh thì còn."),
        .problem = problem_of(&v->problems, FIELD_NAME),
    };
}

struct field_view enclosure_from_page_field(struct visit *v, const struct record *record)
{
    struct field_view field = page_field(v, INPUT_NUMBER, record, FROM_PAGE);
    field.hint = N_("Chỉ điền khi tệp dài hơn 5 trang.");
    return field;
}

bool enclosure_asks_from_page(const struct visit *v)
{
    return problem_of(&v->problems, FROM_PAGE).n > 0;
}

enum status enclosure_take(struct visit *v, const struct readers *readers, int64_t from_page,
                           struct enclosed *ret)
{
    struct taking taking = {
        .enclosure = new(v->arena, struct enclosure, 1),
        .from_page = (uint32_t)from_page,
        .ret = ret,
    };
    const struct form_file *file;
    size_t before = v->problems.count;
    size_t at = 0;
    *ret = (struct enclosed){ .hash = hash_of(STR_NONE) };
    while (v->problems.count == before &&
           (file = picture_next(v, FIELD_NAME, &at, &taking.number))) {
        enum picture_fault fault = take_file(v, &taking, file->bytes);
        if (fault == PICTURE_NO_STUDIO) {
            visit_problem(v, FIELD_NAME,
                          N_("Máy chủ chưa nhận được ảnh lúc này. Hãy gửi không kèm ảnh, rồi gửi "
                             "ảnh sau qua hộp thư."));
        } else if (fault != PICTURE_GOOD) {
            picture_problem(v, FIELD_NAME, taking.number, fault);
        }
    }
    if (v->problems.count > before) {
        ret->next_page = 0;
        return STATUS_INVALID;
    }
    if (taking.count > 0) {
        ret->sealed = enclosure_seal(v, readers, taking.enclosure);
    }
    return taking.count == 0 || ret->sealed.p ? STATUS_OK : STATUS_STORE_FAILED;
}

/* A picture, or what fits of a PDF. Pages that do not fit, or are not there, are a problem that is
 * said here, and no fault of the file. */
static enum picture_fault take_file(struct visit *v, struct taking *taking, struct str file)
{
    uint32_t from = taking->from_page > 0 ? taking->from_page - 1 : 0;
    uint32_t room = ENCLOSURE_PICTURES - taking->count;
    uint32_t pages = 0;
    if (room == 0) {
        visit_problem(v, FIELD_NAME, N_("Mỗi lần gửi tối đa 5 ảnh hoặc trang. Hãy bỏ bớt."));
        return PICTURE_GOOD;
    }
    if (taking->from_page > 0 && taking->number > 1) {
        visit_problem(v, FIELD_NAME, N_("Đã điền trang bắt đầu thì chỉ chọn một tệp PDF."));
        return PICTURE_GOOD;
    }
    hash_in(taking, file);
    for (uint32_t i = 0; i < room; i++) {
        enum picture_fault fault = draw_page(v, taking, file, from + i, &pages);
        if (fault == PICTURE_NO_PAGE) {
            say_pages(v, N_("Tệp này chỉ có %s trang. Hãy điền lại và chọn lại tệp."), pages);
            return PICTURE_GOOD;
        }
        /* A picture is one page, whichever was asked for. */
        if (fault != PICTURE_GOOD || from + i + 1 >= pages) {
            return fault;
        }
        if (taking->from_page == 0 && pages > room) {
            say_pages(v,
                      N_("Tệp PDF có %s trang, mà mỗi lần gửi tối đa 5 ảnh hoặc trang. Hãy điền "
                         "1 và chọn lại tệp ấy; các trang sau gửi tiếp qua hộp thư."),
                      pages);
            return PICTURE_GOOD;
        }
    }
    taking->ret->next_page = from + room + 1;
    taking->ret->pages = pages;
    return PICTURE_GOOD;
}

static void hash_in(struct taking *taking, struct str file)
{
    const struct str parts[] = { hash_str(&taking->ret->hash),
                                 str_span(&taking->from_page, sizeof taking->from_page), file };
    taking->ret->hash = hash_of_parts(parts, COUNT(parts));
}

static enum picture_fault draw_page(struct visit *v, struct taking *taking, struct str file,
                                    uint32_t page, uint32_t *ret_pages)
{
    struct scan_order *order = new(v->arena, struct scan_order, 1);
    struct scan scan = { .width = 0 };
    order->page = page;
    enum picture_fault fault = draw(v, file, order, &scan);
    /* Each page is another process's word: what it says of the file must not change. */
    if (fault == PICTURE_GOOD && *ret_pages > 0 && scan.pages != *ret_pages) {
        return PICTURE_BROKEN;
    }
    *ret_pages = scan.pages;
    if (fault == PICTURE_GOOD) {
        taking->enclosure->picture[taking->count++] = bytes_of(&scan);
    }
    return fault;
}

static void say_pages(struct visit *v, const char *sentence, uint32_t pages)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    problems_add(&v->problems, FROM_PAGE,
                 str_printf(v->arena, "%.*s%u%.*s", STR_ARG(before), pages, STR_ARG(behind)));
}

enum picture_fault enclosure_draw(struct visit *v, struct str file, size_t place,
                                  struct enclosure *ret)
{
    struct scan scan = { .width = 0 };
    enum picture_fault fault = draw(v, file, NULL, &scan);
    ret->picture[place] = bytes_of(&scan);
    return fault;
}

static enum picture_fault draw(struct visit *v, struct str file, const struct scan_order *order,
                               struct scan *ret)
{
    struct studio *studio = visit_studio(v);
    return studio ? studio_scan(studio, v->arena, file, order, ret) : PICTURE_NO_STUDIO;
}

static struct bytes bytes_of(const struct scan *scan)
{
    return (struct bytes){ (const void *)scan->jpeg.p, scan->jpeg.n };
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
