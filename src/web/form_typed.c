/* Text as people type and paste it: old fonts, telephones, papers; asked, never forced. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/format.h"
#include "text/legacy.h"
#include "text/message.h"
#include "text/typed.h"
#include "web/form_private.h"
#include "web/visit.h"

enum {
    /* Of a long text the beginning is enough to see whether it is what was meant. */
    PREVIEW_CHARS = 120,
    SENTENCE_BYTES_MAX = 2048,
};

static bool read_phone(struct visit *v, const struct field *field, struct str given,
                       struct str *ret);
static bool read_identity(struct visit *v, const struct field *field, struct str given,
                          struct str *ret);
static bool is_old_font(struct visit *v, const struct field *field, struct str given,
                        struct str *ret_meant);
static void put_back(struct visit *v, const struct field *field, struct str meant);
static struct str preview(struct visit *v, struct str text);

bool form_read_typed(struct visit *v, const struct field *field, struct str given, struct str *ret)
{
    if (field->rules & FIELD_PHONE) {
        return read_phone(v, field, given, ret);
    }
    if (field->rules & FIELD_IDENTITY) {
        return read_identity(v, field, given, ret);
    }
    *ret = given;
    return (field->rules & FIELD_SECRET) || !is_old_font(v, field, given, ret);
}

void form_complain(struct visit *v, const struct field *field, const char *sentence,
                   const struct str details[2])
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str label = field->label ? tongue_text(v->tongue, field->label) : str_of(field->name);
    struct out out = out_open(v->arena, SENTENCE_BYTES_MAX);
    out_str_raw(&out, message_part(message, 0));
    out_str_raw(&out, label);
    out_str_raw(&out, message_part(message, 1));
    for (size_t i = 0; i < 2 && details[i].p; i++) {
        out_str_raw(&out, details[i]);
        out_str_raw(&out, message_part(message, i + 2));
    }
    problems_add(&v->problems, field->name, out_str(&out));
}

static bool read_phone(struct visit *v, const struct field *field, struct str given,
                       struct str *ret)
{
    struct str digits = phone_digits(v->arena, given);
    if (digits.p) {
        *ret = digits;
        return true;
    }
    struct str moved = phone_moved(v->arena, given);
    if (moved.p) {
        struct out now = out_open(v->arena, 32);
        format_phone(&now, moved);
        const struct str details[2] = { out_str(&now), STR_NONE };
        form_complain(v, field,
                      N_("“%s”: số 11 chữ số này đã đổi từ năm 2018. Có phải số bây giờ là %s? "
                         "Đúng thì gửi lại."),
                      details);
        put_back(v, field, out_str(&now));
        *ret = moved;
        return false;
    }
    visit_problem(v, field->name, N_("Số điện thoại phải có 10 số, ví dụ 0912 345 678."));
    return false;
}

static bool read_identity(struct visit *v, const struct field *field, struct str given,
                          struct str *ret)
{
    struct str kept;
    if (typed_identity_read(v->arena, given, &kept) == TYPED_MISTYPED) {
        const struct str details[2] = { str_printf(v->arena, "%zu", kept.n), STR_NONE };
        form_complain(v, field,
                      N_("“%s”: số căn cước có 12 chữ số và không bắt đầu bằng 000; số này có %s "
                         "chữ số. Hãy nhìn lại trên thẻ."),
                      details);
        return false;
    }
    *ret = kept;
    return true;
}

/* What was meant takes the place of what was typed, so that sending again says yes to it. */
static bool is_old_font(struct visit *v, const struct field *field, struct str given,
                        struct str *ret_meant)
{
    struct legacy old = legacy_read(v->arena, given);
    if (!old.font) {
        return false;
    }
    const struct str details[2] = { str_of(legacy_font_name(old.font)), preview(v, old.text) };
    form_complain(
        v, field,
        N_("“%s” được gõ bằng phông chữ cũ (%s). Có phải bà con muốn viết: “%s”? Chữ trong "
           "ô đã đổi như vậy: đúng thì gửi lại, chưa đúng thì sửa."),
        details);
    put_back(v, field, old.text);
    *ret_meant = old.text;
    return true;
}

static void put_back(struct visit *v, const struct field *field, struct str meant)
{
    struct form_param *params = new(v->arena, struct form_param, v->form.param_count + 1);
    for (size_t i = 0; i < v->form.param_count; i++) {
        params[i] = v->form.params[i];
        if (str_equal(params[i].name, str_of(field->name))) {
            params[i].value = meant;
        }
    }
    v->form.params = params;
}

static struct str preview(struct visit *v, struct str text)
{
    struct str rest = text;
    for (size_t i = 0; i < PREVIEW_CHARS && rest.n; i++) {
        str_cut_char(&rest);
    }
    struct str shown = str_slice(text, 0, text.n - rest.n);
    return rest.n ? str_printf(v->arena, "%.*s…", STR_ARG(shown)) : shown;
}
