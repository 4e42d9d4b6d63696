/* One sentence for each fault that a picture may have. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/pictures.h"

#include "text/message.h"
#include "text/tongue.h"

void picture_problem(struct visit *v, const char *field, size_t number, enum picture_fault fault)
{
    static const char *const sentences[PICTURE_FAULTS] = {
        [PICTURE_UNKNOWN] =
            N_("Ảnh thứ %s không phải ảnh JPEG hoặc PNG. Hãy chọn ảnh khác hoặc bỏ qua."),
        [PICTURE_TOO_LARGE] =
            N_("Ảnh thứ %s lớn quá 40 triệu điểm ảnh. Hãy chọn ảnh khác hoặc bỏ qua."),
        [PICTURE_BROKEN] = N_("Ảnh thứ %s không mở được. Hãy chọn ảnh khác hoặc bỏ qua."),
        [PICTURE_KILLED] = N_("Ảnh thứ %s không mở được. Hãy chọn ảnh khác hoặc bỏ qua."),
    };
    struct str message = tongue_text(v->tongue, sentences[fault]);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    problems_add(&v->problems, field,
                 str_printf(v->arena, "%.*s%zu%.*s", STR_ARG(before), number, STR_ARG(behind)));
}
