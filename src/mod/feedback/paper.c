/* Intake at the counter and from paper: the officer writes, the paper's own dates count. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/intake.h"
#include "mod/feedback/paper_scan.h"
#include "mod/feedback/question.h"

/* What the page asks. The day on the stamp counts for the clock, not the day of the typing. */
struct paper_intake {
    struct str channel;
    struct day received_on;
    struct str incoming_number;
    struct str slip;
    struct str unit;
    struct str category;
    struct str text;
    struct str place;
    struct str identity;
    struct str name;
    struct str phone;
    struct str email;
    REPLY_MEMBERS
    struct str asked; /* the category whose questions the page asked */
    struct str scan;  /* where the paper's pages wait: the token of a draft */
};
static const struct field paper_fields[] = {
    FIELD(struct paper_intake, channel, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 12,
          .label = N_("Nhận bằng cách nào")),
    FIELD(struct paper_intake, received_on, .label = N_("Ngày nhận ghi trên dấu đến")),
    FIELD(struct paper_intake, incoming_number, .rules = FIELD_LINE, .max = 40,
          .label = N_("Số đến")),
    FIELD(struct paper_intake, slip, .rules = FIELD_LINE, .max = 200,
          .label = N_("Mã trên phiếu in sẵn")),
    FIELD(struct paper_intake, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Đơn vị nhận")),
    FIELD(struct paper_intake, category, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 40,
          .label = N_("Loại việc")),
    FIELD(struct paper_intake, text, .rules = FIELD_REQUIRED, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Nội dung")),
    FIELD(struct paper_intake, place, .rules = FIELD_LINE, .label = N_("Nơi xảy ra")),
    FIELD(struct paper_intake, identity, .rules = FIELD_LINE, .max = 12,
          .label = N_("Cách ghi tên")),
    FIELD(struct paper_intake, name, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Họ, chữ đệm và tên")),
    FIELD(struct paper_intake, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE, .max = 20,
          .label = N_("Số điện thoại")),
    FIELD(struct paper_intake, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Thư điện tử")),
    REPLY_FIELDS(struct paper_intake),
    FIELD(struct paper_intake, asked, .rules = FIELD_LINE, .max = 40),
    FIELD(struct paper_intake, scan, .rules = FIELD_LINE, .max = 40),
};
const struct record paper_record = RECORD("paper", struct paper_intake, paper_fields);

static const struct named_choice channels[] = {
    { "counter", N_("Tại quầy, nói trực tiếp") },
    { "paper", N_("Đơn giấy hoặc thư") },
    { "phone", N_("Điện thoại") },
};
static const struct named_choice identities[] = {
    { "named", N_("Ghi tên") },
    { "hidden", N_("Giấu tên với nơi bị phản ánh") },
    { "anonymous", N_("Không nêu tên") },
};

static void offer_channels(struct visit *v, struct field_view *field);
static void offer_identities(struct visit *v, struct field_view *field);
static void explain_slip(struct visit *v, struct field_view *field);

/* The page asks in this order. */
static const struct {
    const char *name;
    enum input_kind kind;
    void (*offer)(struct visit *v, struct field_view *field);
} inputs[] = {
    { "channel", INPUT_RADIOS, offer_channels },
    { "received_on", INPUT_DAY, NULL },
    { "incoming_number", INPUT_LINE, NULL },
    { "slip", INPUT_LINE, explain_slip },
    { "unit", INPUT_SELECT, unit_choices },
    { "category", INPUT_SELECT, category_choices },
    { "text", INPUT_AREA, NULL },
    { "place", INPUT_LINE, NULL },
    { "identity", INPUT_RADIOS, offer_identities },
    { "name", INPUT_LINE, NULL },
    { "phone", INPUT_PHONE, NULL },
    { "email", INPUT_EMAIL, NULL },
};

static bool read_paper(struct visit *v, struct send *ret);
static size_t ask_questions(struct visit *v, struct str category, struct field_view ret[]);
static bool is_channel(struct str typed);
static visit_fn after_paper;
static visit_fn after_scans;

enum status paper_show(struct visit *v)
{
    struct field_view *fields = new(v->arena, struct field_view, COUNT(inputs) + QUESTIONS_MAX);
    struct paper_view view = { page_open(v, N_("Nhập đơn giấy, đơn tại quầy")), fields, 0,
                               form_get(&v->form, "category") };
    for (size_t i = 0; i < COUNT(inputs); i++) {
        struct field_view *field = &fields[view.field_count++];
        *field = page_field(v, inputs[i].kind, &paper_record, inputs[i].name);
        if (inputs[i].offer) {
            inputs[i].offer(v, field);
        }
        if (str_equal(str_of(inputs[i].name), STR("text"))) {
            view.field_count += ask_questions(v, view.asked, field + 1);
        }
    }
    paper_show_scans(v, &view);
    feedback_paper_html(page_body(v), &view);
    return STATUS_OK;
}

/* What was typed for another category's questions is no reply to these. */
static size_t ask_questions(struct visit *v, struct str category, struct field_view ret[])
{
    size_t count = replies_fields(v, category, STR_NONE, ret);
    bool are_answered = str_equal(form_get(&v->form, "asked"), category);
    for (size_t i = 0; i < count && !are_answered; i++) {
        ret[i].value = STR_NONE;
    }
    return count;
}

static void offer_channels(struct visit *v, struct field_view *field)
{
    named_choices(v, field, channels, COUNT(channels));
}

static void offer_identities(struct visit *v, struct field_view *field)
{
    named_choices(v, field, identities, COUNT(identities));
}

static void explain_slip(struct visit *v, struct field_view *field)
{
    (void)v;
    field->hint =
        N_("Đặt con trỏ vào đây rồi quét mã QR trên phiếu, hoặc gõ mã; phiếu thường thì để "
           "trống");
}

/* The form's key is kept by the desk, so the printed receipt can show the secret to the citizen. */
enum status paper_take(struct visit *v)
{
    struct send *send = new(v->arena, struct send, 1);
    struct draft *draft = new(v->arena, struct draft, 1);
    enum status status = paper_take_scans(v, draft);
    if (status) {
        return status;
    }
    if (draft->photos.p || draft->dropped.p) {
        v->key = STR_NONE; /* the form's is for the report */
        return visit_order(v, &feedback_commands[COMMAND_DRAFT_SAVE], draft, after_scans);
    }
    if (v->problems.count > 0 || !read_paper(v, send)) {
        paper_show(v);
        return STATUS_INVALID;
    }
    return visit_order(v, &feedback_commands[COMMAND_SEND], send, after_paper);
}

static bool read_paper(struct visit *v, struct send *ret)
{
    struct paper_intake form;
    bool is_read = visit_form(v, &paper_record, &form);
    struct report_form typed = {
        .unit = form.unit,
        .category = form.category,
        .text = form.text,
        .place = form.place,
        .name = form.name,
        .phone = form.phone,
        .email = form.email,
        .identity = form.identity,
    };
    /* Without scripts the page learns the category when it is sent, and asks then. */
    if (str_equal(form.asked, form.category)) {
        typed.reply1 = form.reply1;
        typed.reply2 = form.reply2;
        typed.reply3 = form.reply3;
        typed.reply4 = form.reply4;
        typed.reply5 = form.reply5;
    } else if (questions_of(&v->snap->conn, form.category).count > 0) {
        visit_problem(v, reply_field(0),
                      N_("Loại việc này có câu hỏi thêm. Hãy hỏi người gửi rồi lưu lại; không rõ "
                         "thì để trống."));
    }
    bool is_good = intake_read(v, &typed, "counter", ret) && v->problems.count == 0;
    if (form.channel.p && !is_channel(form.channel)) {
        visit_problem(v, "channel", N_("Hãy chọn một cách nhận trong danh sách."));
        is_good = false;
    }
    ret->channel = form.channel;
    ret->incoming_number = form.incoming_number.n > 0 ? form.incoming_number : STR_NONE;
    ret->received_on = form.received_on;
    ret->slip = form.slip.n > 0 ? form.slip : STR_NONE;
    ret->draft = draft_token_is_good(form.scan) ? form.scan : STR_NONE;
    return is_read && is_good;
}

static bool is_channel(struct str typed)
{
    for (size_t i = 0; i < COUNT(channels); i++) {
        if (str_equal(str_of(channels[i].value), typed)) {
            return true;
        }
    }
    return false;
}

/* The page again, with the paper beside what was typed. */
static enum status after_scans(struct visit *v)
{
    (void)visit_refused(v);
    paper_show(v);
    return v->problems.count > 0 ? STATUS_INVALID : v->order->outcome.verdict.status;
}

static enum status after_paper(struct visit *v)
{
    if (visit_refused(v)) {
        paper_show(v);
        return v->order->outcome.verdict.status;
    }
    struct sent sent = sent_parse(v->order->outcome.answer.text);
    struct local_url receipt = route_url(v, "/bien-nhan/:code", sent.code);
    return visit_go(v, (struct local_url){ str_printf(v->arena, "%.*s?nhap=%.*s",
                                                      STR_ARG(receipt.url), STR_ARG(v->key)) });
}
