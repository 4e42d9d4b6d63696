/* One sentence for each fault that a picture may have. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/pictures.h"

#include "base/limits.h"
#include "text/message.h"
#include "text/tongue.h"

static void say(struct visit *v, const char *field, size_t number, const char *sentence);

static const char *const TOO_MANY = N_("Mỗi lần gửi tối đa 5 ảnh. Hãy bỏ bớt ảnh.");

void picture_problem(struct visit *v, const char *field, size_t number, enum picture_fault fault)
{
    static const char *const sentences[PICTURE_FAULTS] = {
        [PICTURE_UNKNOWN] =
            N_("Ảnh thứ %s không phải ảnh JPEG hoặc PNG. Hãy chọn ảnh khác hoặc bỏ qua."),
        [PICTURE_NO_SCAN] =
            N_("Tệp thứ %s không phải ảnh JPEG, PNG hoặc tệp PDF. Hãy chọn tệp khác hoặc bỏ qua."),
        [PICTURE_LOCKED] =
            N_("Tệp thứ %s là PDF có mật khẩu. Hãy lưu lại không mật khẩu, hoặc chụp từng trang."),
        [PICTURE_NO_LETTERS] =
            N_("Tệp thứ %s là PDF thiếu kiểu chữ, không vẽ lại được. Hãy chụp ảnh từng trang."),
        [PICTURE_TOO_LARGE] =
            N_("Ảnh thứ %s lớn quá 40 triệu điểm ảnh. Hãy chọn ảnh khác hoặc bỏ qua."),
        [PICTURE_BROKEN] = N_("Ảnh thứ %s không mở được. Hãy chọn ảnh khác hoặc bỏ qua."),
        [PICTURE_KILLED] = N_("Ảnh thứ %s không mở được. Hãy chọn ảnh khác hoặc bỏ qua."),
    };
    say(v, field, number, sentences[fault]);
}

const struct form_file *picture_next(struct visit *v, const char *field, size_t *at, size_t *number)
{
    while (*at < v->form.file_count) {
        const struct form_file *file = &v->form.files[(*at)++];
        /* A browser sends an empty one where none was chosen. */
        if (!str_equal(file->field, str_of(field)) || (file->bytes.n == 0 && !file->is_too_large)) {
            continue;
        }
        if (*number == UPLOAD_FILES_MAX) {
            visit_problem(v, field, TOO_MANY);
            return NULL;
        }
        ++*number;
        if (!file->is_too_large) {
            return file;
        }
        say(v, field, *number,
            N_("Ảnh thứ %s nặng quá 10 MB. Hãy chụp lại ở cỡ nhỏ hơn hoặc bỏ qua."));
    }
    if (v->form.files_left_out > 0) {
        visit_problem(v, field, TOO_MANY);
    }
    return NULL;
}

static void say(struct visit *v, const char *field, size_t number, const char *sentence)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    problems_add(&v->problems, field,
                 str_printf(v->arena, "%.*s%zu%.*s", STR_ARG(before), number, STR_ARG(behind)));
}
