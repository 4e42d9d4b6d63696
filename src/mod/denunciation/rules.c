/* Law: 25/2018/QH14, on denunciations. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/rules.h"

#include "base/limits.h"
#include "law/acts.h"
#include "text/tongue.h"

static const struct cite WHAT_IT_SAYS = ART(DENUNCIATIONS, 23, 1);
static const struct cite KEPT_SECRET = ART(DENUNCIATIONS, 56, 1);
static const struct cite LONG_ENOUGH =
    PRACTICE(N_("Cụm mật khẩu ngắn thì người lấy được bản sao của kho dò ra được"));

const struct jurisdiction JURISDICTIONS[] = {
    { "leader", N_("Người đứng đầu hoặc cấp phó của đơn vị"),
      N_("người đứng đầu cơ quan cấp trên trực tiếp"), false, ART(DENUNCIATIONS, 12, 1) },
    { "staff", N_("Cán bộ, công chức, viên chức khác"),
      N_("người đứng đầu cơ quan quản lý người bị tố cáo"), true, ART(DENUNCIATIONS, 12, 1) },
    { "settler", N_("Tố cáo tiếp: đơn vị chọn dưới đây đã giải quyết tố cáo, hoặc để quá hạn"),
      N_("người đứng đầu cơ quan cấp trên trực tiếp của người đã giải quyết tố cáo"), false,
      ART(DENUNCIATIONS, 37, 1) },
};
const size_t JURISDICTION_COUNT = COUNT(JURISDICTIONS);

const struct opening_reason OPENING_REASONS[] = {
    { "verify", N_("Xác minh họ tên, địa chỉ người tố cáo trước khi thụ lý") },
    { "protect", N_("Bảo vệ người tố cáo hoặc người thân của họ") },
    { "meet", N_("Làm việc trực tiếp với người tố cáo") },
    { "crime", N_("Chuyển hồ sơ có dấu hiệu tội phạm") },
};
const size_t OPENING_REASON_COUNT = COUNT(OPENING_REASONS);

static const struct field form_fields[] = {
    FIELD(struct denunciation_form, accused, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = ACCUSED_CHARS_MAX, .label = N_("Người bị tố cáo: họ tên, chức vụ")),
    FIELD(struct denunciation_form, position, .rules = FIELD_REQUIRED | FIELD_LINE,
          .label = N_("Người đó giữ vị trí nào?")),
    FIELD(struct denunciation_form, unit, .rules = FIELD_REQUIRED | FIELD_LINE,
          .label = N_("Người đó làm việc ở đơn vị nào?")),
    FIELD(struct denunciation_form, text, .rules = FIELD_REQUIRED, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Hành vi vi phạm: việc gì, khi nào, ở đâu, ai biết, có giấy tờ gì")),
    FIELD(struct denunciation_form, identity, .rules = FIELD_REQUIRED | FIELD_LINE,
          .label = N_("Bà con có nêu tên mình không?")),
    FIELD(struct denunciation_form, name, .rules = FIELD_LINE, .label = N_("Họ và tên")),
    FIELD(struct denunciation_form, address, .rules = FIELD_LINE, .max = ADDRESS_CHARS_MAX,
          .label = N_("Địa chỉ")),
    FIELD(struct denunciation_form, contact, .rules = FIELD_LINE, .max = ADDRESS_CHARS_MAX,
          .label = N_("Cách thức liên hệ")),
    FIELD_FROM_PAGE(struct denunciation_form),
};
const struct record denunciation_form_record =
    RECORD("denunciation", struct denunciation_form, form_fields);

static const struct field content_fields[] = {
    FIELD(struct denunciation_content, accused),
    FIELD(struct denunciation_content, position),
    FIELD(struct denunciation_content, unit),
    FIELD(struct denunciation_content, text),
};
const struct record denunciation_content_record =
    RECORD("content", struct denunciation_content, content_fields);

static const struct field identity_fields[] = {
    FIELD(struct denunciation_identity, name),
    FIELD(struct denunciation_identity, address),
    FIELD(struct denunciation_identity, contact),
};
const struct record denunciation_identity_record =
    RECORD("identity", struct denunciation_identity, identity_fields);

static struct verdict names_itself(const struct denunciation_form *form);
static struct verdict is_about_somebody(const struct denunciation_form *form,
                                        const struct denunciation_facts *facts);

const struct jurisdiction *jurisdiction_of(struct str position)
{
    for (size_t i = 0; i < JURISDICTION_COUNT; i++) {
        if (str_equal(str_of(JURISDICTIONS[i].position), position)) {
            return &JURISDICTIONS[i];
        }
    }
    return NULL;
}

const char *opening_reason_label(struct str name)
{
    for (size_t i = 0; i < OPENING_REASON_COUNT; i++) {
        if (str_equal(str_of(OPENING_REASONS[i].name), name)) {
            return OPENING_REASONS[i].label;
        }
    }
    return NULL;
}

struct verdict denunciation_may_send(const struct denunciation_form *form,
                                     const struct denunciation_facts *facts)
{
    bool is_named = str_equal(form->identity, STR("named"));
    struct verdict verdict = is_about_somebody(form, facts);
    if (verdict_is_ok(verdict) && !is_named && !str_equal(form->identity, STR("unnamed"))) {
        verdict = invalid("identity", N_("Hãy chọn nêu tên hay không nêu tên."));
    }
    if (verdict_is_ok(verdict) && is_named) {
        verdict = names_itself(form);
    }
    return verdict_is_ok(verdict) ? denunciation_may_be_sealed(form, facts) : verdict;
}

struct verdict denunciation_may_be_sealed(const struct denunciation_form *form,
                                          const struct denunciation_facts *facts)
{
    struct verdict verdict = is_about_somebody(form, facts);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!facts->has_superior) {
        return refuse_field("unit",
                            N_("Tố cáo về cơ quan cao nhất của hệ thống này phải gửi lên cấp trên "
                               "của cơ quan đó, không gửi ở đây được."),
                            &JURISDICTIONS[0].cite);
    }
    if (facts->handler_count == 0) {
        return refuse(N_("Cấp trên của đơn vị này chưa có ai giữ khóa để nhận đơn niêm phong. Hãy "
                         "gửi đơn bằng thư hoặc nộp trực tiếp."),
                      &KEPT_SECRET);
    }
    bool is_named = str_equal(form->identity, STR("named"));
    if (is_named && facts->identity_count < IDENTITY_NEEDED) {
        return refuse_field("identity",
                            N_("Chưa đủ người giữ khóa để niêm phong họ tên. Bà con có thể gửi "
                               "không nêu tên, hoặc nộp đơn trực tiếp."),
                            &KEPT_SECRET);
    }
    return VERDICT_OK;
}

static struct verdict is_about_somebody(const struct denunciation_form *form,
                                        const struct denunciation_facts *facts)
{
    if (!jurisdiction_of(form->position)) {
        return invalid("position", N_("Hãy chọn vị trí của người bị tố cáo."));
    }
    return facts->is_unit_known ? VERDICT_OK
                                : invalid("unit", N_("Hãy chọn đơn vị của người bị tố cáo."));
}

struct verdict passphrase_may_be(struct str passphrase, struct str again)
{
    if (str_chars(passphrase) < PASSPHRASE_CHARS_MIN) {
        return refuse_field("passphrase", N_("Cụm mật khẩu phải có ít nhất 16 ký tự."),
                            &LONG_ENOUGH);
    }
    if (!str_equal(passphrase, again)) {
        return invalid("again", N_("Hai lần gõ không giống nhau."));
    }
    return VERDICT_OK;
}

static struct verdict names_itself(const struct denunciation_form *form)
{
    if (str_is_empty(form->name)) {
        return refuse_field("name", N_("Đơn có nêu tên phải ghi họ và tên."), &WHAT_IT_SAYS);
    }
    if (str_is_empty(form->address)) {
        return refuse_field("address", N_("Đơn có nêu tên phải ghi địa chỉ."), &WHAT_IT_SAYS);
    }
    if (str_is_empty(form->contact)) {
        return refuse_field("contact", N_("Đơn có nêu tên phải ghi cách thức liên hệ."),
                            &WHAT_IT_SAYS);
    }
    return VERDICT_OK;
}
