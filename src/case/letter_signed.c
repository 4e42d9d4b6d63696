/* A letter that comes back signed: taken in only while it is still the letter; who signed it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "case/letter.h"
#include "studio/studio.h"
#include "text/format.h"
#include "text/message.h"

static struct str who_signed(struct visit *v, const struct signature *one);
static struct str when_signed(struct visit *v, const struct signature *one);
static struct str fill(struct visit *v, const char *sentence, struct str part);

bool case_letter_take_signed(struct visit *v, const struct case_get_row *file,
                             const struct case_letter_get_row *row, struct str bytes,
                             bool *ret_is_same)
{
    struct letter letter;
    struct blank_fault fault;
    struct sheet sheet = { 0 };
    struct signed_letter *back = new(v->arena, struct signed_letter, 1);
    struct studio *studio = visit_studio(v);
    bool is_written = studio && case_letter_write(v, file, row, &letter, &fault) &&
                      studio_write_letter(studio, v->arena, &letter, &sheet) == PAPER_GOOD;
    bool is_same = is_written && studio_read_signed(studio, v->arena, sheet.bytes, bytes, back) &&
                   back->is_same;
    bool is_signed = false;
    for (uint32_t i = 0; i < back->count; i++) {
        is_signed |= back->list[i].state == SIGNATURE_WHOLE;
        if (back->list[i].state == SIGNATURE_ALTERED) {
            visit_problem(v, "file",
                          N_("Chữ ký số trong tệp không còn khớp với nội dung: tệp đã bị sửa sau "
                             "khi ký, hoặc hỏng khi chép. Hãy lấy lại tệp từ phần mềm ký."));
            return false;
        }
    }
    if (is_same && back->count == 0) {
        visit_problem(v, "file",
                      N_("Tệp này đúng là bản đã ban hành nhưng chưa có chữ ký số nào. Hãy ký số "
                         "lên tệp rồi nộp lại; nếu đã ký tay, hãy nộp bản quét."));
        return false;
    }
    *ret_is_same = is_same && is_signed;
    return true;
}

size_t case_letter_signers(struct visit *v, const struct case_letter_get_row *row,
                           struct str ret[SIGNATURES_MAX])
{
    struct case_letter_file_get_row file;
    struct studio *studio = visit_studio(v);
    struct signed_letter *back = new(v->arena, struct signed_letter, 1);
    if (row->sha256.n == 0 || !studio ||
        !case_letter_file_get(&v->snap->conn,
                              &(struct case_letter_file_get){ .letter_id = row->id }, &file) ||
        !studio_read_signed(studio, v->arena, STR_NONE, str_span(file.bytes.p, file.bytes.n),
                            back)) {
        return 0;
    }
    static const char *const states[SIGNATURE_STATES] = {
        [SIGNATURE_WHOLE] = N_("%s. Tệp nguyên vẹn từ khi ký. Máy chủ không xét chứng thư còn hiệu "
                               "lực hay không."),
        [SIGNATURE_ALTERED] = N_("%s. Nội dung đã khác khi ký."),
        [SIGNATURE_UNREAD] = N_("%s. Máy chủ không đọc được kiểu chữ ký này; hãy xem bằng phần mềm "
                                "ký."),
    };
    for (uint32_t i = 0; i < back->count; i++) {
        const struct signature *one = &back->list[i];
        struct str said = str_printf(v->arena, "%.*s%.*s", STR_ARG(who_signed(v, one)),
                                     STR_ARG(when_signed(v, one)));
        ret[i] = fill(v, states[one->state], said);
    }
    return back->count;
}

static struct str who_signed(struct visit *v, const struct signature *one)
{
    struct out out = out_open(v->arena, 4 * SIGNATURE_NAME_BYTES);
    out_str_raw(&out, one->name[0] ? str_of(one->name)
                                   : tongue_text(v->tongue, N_("Chữ ký không nêu tên")));
    if (one->organ[0]) {
        out_printf(&out, ", %s", one->organ);
    }
    if (one->issuer[0]) {
        out_printf(&out, " (");
        out_str_raw(&out, fill(v, N_("chứng thư do %s cấp"), str_of(one->issuer)));
        out_char(&out, ')');
    }
    return out_str(&out);
}

static struct str when_signed(struct visit *v, const struct signature *one)
{
    struct out out = out_open(v->arena, 64);
    if (one->at > 0) {
        out_lit(&out, ", ");
        out.tongue = v->tongue;
        format_instant(&out, (struct instant){ one->at });
    }
    return out_str(&out);
}

static struct str fill(struct visit *v, const char *sentence, struct str part)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    return str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(part), STR_ARG(behind));
}
