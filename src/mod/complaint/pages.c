/* The pages of complaints: the first page, writing one down, receiving one, and the shared ones. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/complaint/pages.h"

#include "case/setting.h"
#include "html/complaint.h"
#include "text/tongue.h"
#include "web/route.h"

static const struct case_word channels[] = {
    { "post", N_("Bưu điện") },
    { "counter", N_("Nộp tại nơi tiếp dân, hòm thư") },
    { "spoken", N_("Khiếu nại trực tiếp, cán bộ ghi lại") },
    { "forwarded", N_("Cơ quan khác chuyển đến") },
};
static const struct case_word rounds[] = {
    { "1", N_("Lần đầu") },
    { "2", N_("Lần hai") },
};

/* The pages ask in this order; what only an officer knows is not asked of a citizen. */
static const struct {
    const char *name;
    enum input_kind kind;
    bool is_for_officers;
    bool is_optional;
    const char *hint;
} inputs[] = {
    { "unit", INPUT_SELECT, false, false, NULL },
    { "channel", INPUT_RADIOS, true, false, NULL },
    { "received_on", INPUT_DAY, true, true, N_("Để trống nếu là hôm nay") },
    { "from_body", INPUT_LINE, true, true, N_("Đại biểu, Mặt trận, báo chí, cơ quan khác") },
    { "round", INPUT_RADIOS, false, false, NULL },
    { "first_code", INPUT_LINE, false, true, N_("Nếu lần đầu đã giải quyết trên hệ thống này") },
    { "name", INPUT_LINE, false, false, N_("Đơn của nhiều người: người đứng đầu") },
    { "address", INPUT_LINE, false, false, NULL },
    { "identity_number", INPUT_LINE, false, true, NULL },
    { "phone", INPUT_PHONE, false, true, NULL },
    { "email", INPUT_EMAIL, false, true, N_("Để nhận thư mỗi khi hồ sơ sang bước mới") },
    { "representative", INPUT_LINE, false, true, NULL },
    { "people", INPUT_NUMBER, false, false, NULL },
    { "representatives", INPUT_NUMBER, false, true,
      N_("Từ 5 người trở lên phải cử người đại diện") },
    { "respondent", INPUT_SELECT, false, false, NULL },
    { "respondent_unit", INPUT_SELECT, false, true,
      N_("Nơi có quyết định, hành vi đó; khiếu nại sở hoặc xã, phường thì phải chọn") },
    { "respondent_name", INPUT_LINE, false, true, NULL },
    { "contested", INPUT_LINE, false, false,
      N_("Ví dụ: Quyết định 45/QĐ-UBND, hoặc việc không cấp giấy đúng hẹn") },
    { "contested_on", INPUT_DAY, false, false, NULL },
    { "is_discipline", INPUT_TICK, false, true, NULL },
    { "is_dismissal", INPUT_TICK, false, true, NULL },
    { "content", INPUT_AREA, false, false, NULL },
    { "request", INPUT_AREA, false, false, NULL },
    { "has_all_signatures", INPUT_TICK, true, true, NULL },
    { "has_appointment", INPUT_TICK, true, true, NULL },
    { "is_remote", INPUT_TICK, false, true, NULL },
    { "excluded_days", INPUT_NUMBER, true, true,
      N_("Ốm đau, thiên tai, đi công tác xa: ngày không tính vào thời hiệu") },
};

static void show_form(struct visit *v, bool is_prefiling);
static struct field_view input_of(struct visit *v, size_t i);
static void offer(struct visit *v, struct field_view *field);
static void offer_units(struct visit *v, struct field_view *field, bool begins_with_own);
static void offer_words(struct visit *v, struct field_view *field, const struct case_word *words,
                        size_t count);
static void offer_respondents(struct visit *v, struct field_view *field);
static enum status take(struct visit *v, bool is_prefiling);
static visit_fn after_receive;
static visit_fn after_prefile;
static visit_fn after_act;

enum status complaint_start_show(struct visit *v)
{
    struct complaint_start_view view = {
        .page = page_open(v, N_("Khiếu nại")),
        .prefile = route_url(v, "/khieu-nai/gui"),
        .find = route_url(v, "/khieu-nai/tim"),
        .code_field = { .kind = INPUT_LINE,
                        .name = "ma",
                        .label = N_("Mã hồ sơ ghi trên biên nhận"),
                        .value = form_get(&v->form, "ma"),
                        .problem = problem_of(&v->problems, "ma"),
                        .chars_max = 30 },
    };
    complaint_start_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status complaint_find(struct visit *v)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    struct case_get_row file;
    if (code_read(form_get(&v->form, "ma"), code, &doubtful) == CODE_GOOD &&
        case_get(&v->snap->conn,
                 &(struct case_get){ .code = str_of(code), .kind = STR("complaint") }, &file)) {
        return visit_go(v, route_url(v, "/khieu-nai/hs/:code", str_of(code)));
    }
    visit_problem(v, "ma", N_("Không có khiếu nại nào mang mã này. Hãy xem lại biên nhận."));
    return complaint_start_show(v);
}

enum status complaint_new_show(struct visit *v)
{
    show_form(v, false);
    return STATUS_OK;
}

enum status complaint_prefile_show(struct visit *v)
{
    show_form(v, true);
    return STATUS_OK;
}

enum status complaint_new_take(struct visit *v)
{
    return take(v, false);
}

enum status complaint_prefile_take(struct visit *v)
{
    return take(v, true);
}

static enum status take(struct visit *v, bool is_prefiling)
{
    struct complaint_form *form = new(v->arena, struct complaint_form, 1);
    if (!visit_form(v, &complaint_form_record, form)) {
        show_form(v, is_prefiling);
        return STATUS_INVALID;
    }
    return is_prefiling ? visit_order(v, &complaint_commands[COMMAND_PREFILE], form, after_prefile)
                        : visit_order(v, &complaint_commands[COMMAND_RECEIVE], form, after_receive);
}

static enum status after(struct visit *v, bool is_prefiling)
{
    if (visit_refused(v)) {
        show_form(v, is_prefiling);
        return v->order->outcome.verdict.status;
    }
    return case_given_show(v, &complaint_pages, case_given(v->order->outcome.answer.text));
}

static enum status after_receive(struct visit *v)
{
    return after(v, false);
}

static enum status after_prefile(struct visit *v)
{
    return after(v, true);
}

/* --- the form --------------------------------------------------------------------------------- */

static void show_form(struct visit *v, bool is_prefiling)
{
    struct field_view *fields = new(v->arena, struct field_view, COUNT(inputs));
    struct complaint_new_view view = {
        .page = page_open(v, is_prefiling ? N_("Viết đơn khiếu nại") : N_("Nhận đơn khiếu nại")),
        .send_to = route_url(v, is_prefiling ? "/khieu-nai/gui" : "/cb/khieu-nai/moi"),
        .fields = fields,
        .is_prefiling = is_prefiling,
        .waits = complaint_online_waits(&v->snap->conn, instant_day(v->now)),
        .days_to_sign =
            case_setting_days(&v->snap->conn, LAW_COMPLAINT_SIGNING, instant_day(v->now)),
    };
    for (size_t i = 0; i < COUNT(inputs); i++) {
        if (!is_prefiling || !inputs[i].is_for_officers) {
            fields[view.field_count++] = input_of(v, i);
        }
    }
    complaint_new_html(page_body(v), &view);
}

static struct field_view input_of(struct visit *v, size_t i)
{
    struct field_view field = page_field(v, inputs[i].kind, &complaint_form_record, inputs[i].name);
    field.hint = inputs[i].hint;
    bool is_one =
        str_equal(str_of(field.name), STR("round")) || str_equal(str_of(field.name), STR("people"));
    if (is_one && !field.value.p) {
        field.value = STR("1"); /* what most letters are */
    }
    field.is_optional = inputs[i].is_optional && inputs[i].kind != INPUT_TICK;
    offer(v, &field);
    return field;
}

static void offer(struct visit *v, struct field_view *field)
{
    struct str name = str_of(field->name);
    bool is_theirs = str_equal(name, STR("respondent_unit"));
    if (str_equal(name, STR("unit")) || is_theirs) {
        offer_units(v, field, !is_theirs);
    } else if (str_equal(name, STR("channel"))) {
        offer_words(v, field, channels, COUNT(channels));
    } else if (str_equal(name, STR("round"))) {
        offer_words(v, field, rounds, COUNT(rounds));
    } else if (str_equal(name, STR("respondent"))) {
        offer_respondents(v, field);
    }
}

/* An officer's own unit is what most letters are for. */
static void offer_units(struct visit *v, struct field_view *field, bool begins_with_own)
{
    struct case_receivers_rows units =
        case_receivers(&v->snap->conn, &(struct case_receivers){ .on = instant_day(v->now) });
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    for (size_t i = 0; i < units.count; i++) {
        choices[i] = (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
    }
    struct case_unit_get_row own;
    struct unit_id unit = case_desk_unit(v, POWER_HANDLE);
    if (begins_with_own && !field->value.p && unit.v != 0 &&
        case_unit_get(&v->snap->conn, &(struct case_unit_get){ .id = unit }, &own)) {
        field->value = own.code;
    }
    page_choices(v, field, choices, units.count);
}

static void offer_words(struct visit *v, struct field_view *field, const struct case_word *words,
                        size_t count)
{
    struct choice *choices = new(v->arena, struct choice, count);
    for (size_t i = 0; i < count; i++) {
        choices[i] = (struct choice){ .value = str_of(words[i].word),
                                      .label = tongue_text(v->tongue, words[i].label) };
    }
    page_choices(v, field, choices, count);
}

static void offer_respondents(struct visit *v, struct field_view *field)
{
    struct choice *choices = new(v->arena, struct choice, RESPONDENTS);
    for (enum respondent i = 0; i < RESPONDENTS; i++) {
        choices[i] = (struct choice){ .value = str_of(respondent_word(i)),
                                      .label = tongue_text(v->tongue, respondent_name(i)) };
    }
    page_choices(v, field, choices, RESPONDENTS);
}

/* --- the shared pages ------------------------------------------------------------------------- */

void complaint_waiting(struct visit *v, const struct waiting_unit *unit, struct waiting *ret)
{
    static const struct case_wait_line lines[] = {
        { "proposed", N_("Khiếu nại chờ duyệt đề xuất") },
        { "dialogued", N_("Khiếu nại đã đối thoại, chờ quyết định") },
        { NULL, N_("Khiếu nại quá hạn") },
        { NULL, NULL },
    };
    case_waits(v, &complaint_pages, unit, lines, ret);
}

enum status complaint_list_page(struct visit *v)
{
    return case_list_show(v, &complaint_pages);
}

enum status complaint_case_page(struct visit *v)
{
    return case_file_show(v, &complaint_pages);
}

enum status complaint_case_act(struct visit *v)
{
    return case_take_act(v, &complaint_pages, after_act);
}

static enum status after_act(struct visit *v)
{
    return case_after_act(v, &complaint_pages);
}

enum status complaint_track_show(struct visit *v)
{
    return case_track_show(v, &complaint_pages);
}

enum status complaint_track_open(struct visit *v)
{
    return case_track_open(v, &complaint_pages);
}

enum status complaint_proof(struct visit *v)
{
    return case_proof(v, &complaint_pages);
}
