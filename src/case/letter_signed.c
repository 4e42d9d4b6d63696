/* A letter that comes back signed: taken in only while it is still the letter; who signed it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include "studio/studio.h"
#include "text/fold.h"
#include "text/format.h"
#include "text/message.h"

static bool has_fair_signatures(struct visit *v, struct studio *studio, struct str bytes);
static struct str sentence_of(struct visit *v, const struct signature *one, bool reaches_end);
static struct str who_signed(struct visit *v, const struct signature *one);
static bool is_named(struct arena *arena, const struct signature *one, struct str name);
static struct str fill(struct visit *v, const char *sentence, struct str part);

/* The program may have been replaced since the issue and draw another letter; then an officer
 * compares. */
bool case_letter_take_signed(struct visit *v, const struct case_get_row *file,
                             const struct case_letter_get_row *row, struct str bytes,
                             bool *ret_is_same)
{
    struct letter letter;
    struct blank_fault fault;
    struct sheet sheet = { 0 };
    struct signed_letter *back = new(v->arena, struct signed_letter, 1);
    struct studio *studio = visit_studio(v);
    if (!has_fair_signatures(v, studio, bytes)) {
        return false;
    }
    if (case_letter_write(v, file, row, &letter, &fault) &&
        studio_write_letter(studio, v->arena, &letter, &sheet) == PAPER_GOOD &&
        str_equal(sheet.bytes, bytes)) {
        visit_problem(v, "file",
                      N_("Tệp này đúng là bản đã ban hành nhưng chưa có chữ ký số nào. Hãy ký số "
                         "lên tệp rồi nộp lại; nếu đã ký tay, hãy nộp bản quét."));
        return false;
    }
    *ret_is_same = sheet.bytes.n > 0 &&
                   studio_read_signed(studio, v->arena, sheet.bytes, bytes, back) &&
                   back->is_same && back->count > 0;
    return true;
}

/* Asked for alone: what the comparison of pages may bring down must not hide an altered one. */
static bool has_fair_signatures(struct visit *v, struct studio *studio, struct str bytes)
{
    struct signed_letter *found = new(v->arena, struct signed_letter, 1);
    if (!studio || !studio_read_signed(studio, v->arena, STR_NONE, bytes, found)) {
        visit_problem(v, "file",
                      N_("Lúc này máy chủ không đọc được tệp này. Hãy thử lại sau ít phút; nếu vẫn "
                         "vậy, hãy nộp bản quét."));
        return false;
    }
    for (uint32_t i = 0; i < found->count; i++) {
        if (found->list[i].state == SIGNATURE_ALTERED) {
            visit_problem(v, "file",
                          N_("Chữ ký số trong tệp không còn khớp với nội dung: tệp đã bị sửa sau "
                             "khi ký, hoặc hỏng khi chép. Hãy lấy lại tệp từ phần mềm ký."));
            return false;
        }
    }
    return true;
}

size_t case_letter_signers(struct visit *v, const struct case_letter_get_row *row,
                           struct str ret[CASE_SIGNERS_MAX])
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
    size_t n = 0;
    bool has_signer = false;
    for (uint32_t i = 0; i < back->count; i++) {
        const struct signature *one = &back->list[i];
        ret[n++] = sentence_of(v, one, one->end == file.bytes.n);
        has_signer |= is_named(v->arena, one, row->name);
    }
    if (back->count > 0 && !has_signer && row->name.n > 0) {
        ret[n++] = fill(v, N_("Không chứng thư nào ghi tên người ký của văn bản: %s."), row->name);
    }
    if (back->has_more) {
        ret[n++] = tongue_text(v->tongue, N_("Tệp còn chữ ký khác, không đọc ở đây."));
    }
    return n;
}

static struct str sentence_of(struct visit *v, const struct signature *one, bool reaches_end)
{
    static const char *const states[SIGNATURE_STATES] = {
        [SIGNATURE_WHOLE] =
            N_("%s. Tệp nguyên vẹn từ khi ký. Máy chủ không kiểm tra chứng thư thật "
               "hay giả, còn hiệu lực hay không: hãy xem ở phần mềm ký."),
        [SIGNATURE_ALTERED] = N_("%s. Nội dung đã khác khi ký."),
        [SIGNATURE_UNREAD] = N_("%s. Máy chủ không đọc được kiểu chữ ký này; hãy xem bằng phần mềm "
                                "ký."),
    };
    const char *sentence =
        one->state == SIGNATURE_WHOLE && !reaches_end
            ? N_("%s. Phần đã ký còn nguyên vẹn; sau đó tệp được nối thêm, như chữ ký kế tiếp. Máy "
                 "chủ không kiểm tra chứng thư thật hay giả, còn hiệu lực hay không.")
            : states[one->state];
    return fill(v, sentence, who_signed(v, one));
}

/* As the certificate says, which anybody may have made: in quotation marks. */
static struct str who_signed(struct visit *v, const struct signature *one)
{
    struct out out = out_open(v->arena, 8 * SIGNATURE_NAME_BYTES);
    out.tongue = v->tongue;
    if (one->name[0]) {
        out_printf(&out, "“%s”", one->name);
    } else {
        out_str_raw(&out, tongue_text(v->tongue, N_("Chữ ký không nêu tên")));
    }
    if (one->organ[0]) {
        out_printf(&out, ", “%s”", one->organ);
    }
    if (one->issuer[0]) {
        struct str issuer = str_printf(v->arena, "“%s”", one->issuer);
        out_lit(&out, " (");
        out_str_raw(&out, fill(v, N_("nơi cấp chứng thư ghi là %s"), issuer));
        out_char(&out, ')');
    }
    if (one->at > 0) {
        out_lit(&out, ", ");
        format_instant(&out, (struct instant){ one->at });
    }
    return out_str(&out);
}

/* Some certificates have names in capital letters. */
static bool is_named(struct arena *arena, const struct signature *one, struct str name)
{
    return str_equal(text_fold(arena, str_of(one->name)), text_fold(arena, name));
}

static struct str fill(struct visit *v, const char *sentence, struct str part)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    return str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(part), STR_ARG(behind));
}
