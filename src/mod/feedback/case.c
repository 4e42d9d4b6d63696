/* The officer's page of one report: the sender's words first, then what may be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "html/feedback.h"
#include "mod/feedback/question.h"
#include "mod/feedback/removal.h"
#include "text/format.h"
#include "web/sealing.h"

/* The fields that each act asks for on the page, and the key that leads to it. */
struct act_page {
    const char *act;
    const char *fields[3];
    bool is_grave;
    const char *key;
};
static const struct act_page act_pages[] = {
    { "write_down", { "text", "spoken", "reason" }, false, NULL },
    { "accept", { NULL }, false, "t" },
    { "take", { NULL }, false, "t" },
    { "approve", { NULL }, false, "d" },
    { "undo", { NULL }, false, "u" },
    { "draft", { "text" }, false, "r" },
    { "assign", { "person" }, false, "p" },
    { "ask", { "text" }, false, "y" },
    { "consult", { "unit", "text", "amount" }, false, NULL },
    { "resume", { "text" }, false, NULL },
    { "transfer", { "unit", "reason" }, false, "c" },
    { "forward", { "text", "reason" }, true, NULL },
    { "return", { "reason" }, false, NULL },
    { "rule", { "unit", "reason" }, false, NULL },
    { "extend", { "amount", "reason" }, false, "g" },
    { "send_back", { "reason" }, false, NULL },
    { "note", { "text" }, false, "n" },
    { "open_name", { "reason" }, false, NULL },
    { "withhold", { "reason" }, false, NULL },
    { "publish", { NULL }, false, NULL },
    { "relate", { "other" }, false, NULL },
    { "split", { "category", "text", "place" }, false, NULL },
    { "merge", { "other" }, false, "m" },
    { "refuse", { "reason", "text" }, true, NULL },
};

static enum status show_case(struct visit *v, const struct report_get_row *report);
static void offer_acts(struct visit *v, const struct report_get_row *report,
                       struct handling_view *view);
static void offer_removal(struct visit *v, const struct report_get_row *report,
                          struct handling_view *view);
static struct act_form act_form_of(struct visit *v, const struct report_get_row *report,
                                   const struct act_page *page);
static struct field_view act_field(struct visit *v, const char *act, const char *name);
static void shape_field(struct visit *v, const char *act, struct field_view *field);
static void coded_choices(struct visit *v, struct field_view *field,
                          const struct coded_reason *reasons, size_t count, bool is_first_public);
static struct str shown_sender(struct visit *v, const struct report_get_row *report);
static visit_fn after_act;

enum status case_show(struct visit *v)
{
    struct report_get_row report;
    if (case_load(v, &report)) {
        return show_case(v, &report);
    }
    struct local_url asked =
        report.code.p ? consult_way(v, &report) : (struct local_url){ STR_NONE };
    return asked.url.p ? visit_go(v, asked) : STATUS_NOT_FOUND;
}

enum status case_act(struct visit *v)
{
    struct report_get_row report;
    const struct command *command = feedback_act(v->params[1]);
    if (!command || !case_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct act_on_report *act = new(v->arena, struct act_on_report, 1);
    if (!visit_form_part(v, &act_record, act)) {
        show_case(v, &report);
        return STATUS_INVALID;
    }
    act->code = report.code;
    return visit_order(v, command, act, after_act);
}

static enum status after_act(struct visit *v)
{
    struct report_get_row report;
    bool is_refused = visit_refused(v);
    enum status status = v->order->outcome.verdict.status;
    if (!is_refused) {
        return visit_go(v, route_url(v, "/cb/hs/:code", v->order->outcome.answer.text));
    }
    if (case_is_shown_again(status) && case_load(v, &report)) {
        show_case(v, &report);
    }
    return status;
}

bool case_is_shown_again(enum status status)
{
    return status == STATUS_INVALID || status == STATUS_REFUSED || status == STATUS_CONFLICT ||
           status == STATUS_KEY_REUSED;
}

bool case_load(struct visit *v, struct report_get_row *ret)
{
    return case_find(v, v->params[0], ret);
}

bool case_find(struct visit *v, struct str typed, struct report_get_row *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    *ret = (struct report_get_row){ .code = STR_NONE };
    return code_read(typed, code, &doubtful) == CODE_GOOD &&
           report_get(&v->snap->conn, &(struct report_get){ .code = str_of(code) }, ret) &&
           case_may_see(v, ID_OF(ret->unit_id), ID_OF(ret->first_unit_id));
}

bool case_may_see(struct visit *v, struct id unit, struct id first_unit)
{
    return visit_may_over(v, POWER_HANDLE, unit) || visit_may_over(v, POWER_HANDLE, first_unit) ||
           visit_may_over(v, POWER_LEAD, unit) || visit_may_over(v, POWER_APPROVE, unit);
}

static enum status show_case(struct visit *v, const struct report_get_row *report)
{
    int state = workflow_state(&feedback_flow, report->state);
    struct handling_view *view = new(v->arena, struct handling_view, 1);
    *view = (struct handling_view){
        .page = page_open(v, N_("Hồ sơ")),
        .code = report->code,
        .title = report->title,
        .text = report->text,
        .place = report->place,
        .category = translated(v, report->category_name),
        .unit_name = report->unit_name,
        .first_unit_name = report->first_unit_name,
        .state = tongue_text(v->tongue, feedback_flow.states[state].label),
        .sender = shown_sender(v, report),
        .channel = report->channel,
        .answer = state == REPORT_DRAFTED ? report->answer : report_answer(report),
        .received_at = report->received_at,
        .badge = report_badge(v, report),
        .holder = report_holder_of(v, report, true),
        .others = case_others(v, report),
        .timeline = photos_in_timeline(v, report, case_history(v, report->id), true),
        .version = report->version,
        .bounces = report->bounces,
        .is_public = report->is_public,
        .is_drafted = state == REPORT_DRAFTED,
    };
    view->holder.says_nobody = true;
    view->page->back = route_url(v, "/cb/hop-thu");
    struct report_voices_rows voices =
        report_voices(&v->snap->conn, &(struct report_voices){ .report_id = report->id });
    view->voices = voices.rows;
    view->voice_count = voices.count;
    view->followers = report->followers;
    view->replies = replies_summary(v, report->replies);
    view->recording = recording_view(v, report, false);
    view->is_unwritten = str_is_empty(report->text);
    view->spot = spot_view(v, report);
    view->photos = photos_view(v, &(struct photos_of){ .report_id = report->id }, false);
    photos_tell(v, report->id, &view->photos);
    view->scans =
        photos_view(v, &(struct photos_of){ .report_id = report->id, .is_paper = true }, false);
    view->are_scans_hidden =
        !may_read_paper(v, report->id, report->identity, ID_OF(report->unit_id));
    view->photos.originals = route_url(v, "/cb/hs/:code/anh-goc", report->code);
    view->photo_reason = photo_reason_field(v);
    view->explained = report_explained(v, report);
    view->links = links_view(v, view->page, report, VIEWER_OFFICER);
    view->consults = consults_view(v, view->page, report);
    offer_acts(v, report, view);
    offer_removal(v, report, view);
    view->paper_url = state == REPORT_FORWARDED
                          ? route_url(v, "/cb/hs/:code/phieu-chuyen", report->code)
                          : (struct local_url){ STR_NONE };
    view->letter_url = report->answered_at.s && report->answer.n > 0
                           ? route_url(v, "/cb/hs/:code/thu-tra-loi", report->code)
                           : (struct local_url){ STR_NONE };
    view->is_read_first = str_equal(report->withheld, STR(READ_FIRST));
    view->again = case_again(v, report, view);
    feedback_case_html(page_body(v), view);
    return STATUS_OK;
}

/* The workflow says what may be done in this state; the grants, by whom; the table above, in which
 * order it is shown. */
static void offer_acts(struct visit *v, const struct report_get_row *report,
                       struct handling_view *view)
{
    struct act_form *forms = new(v->arena, struct act_form, COUNT(act_pages));
    int state = workflow_state(&feedback_flow, report->state);
    struct report_facts facts = report_facts_of(&v->snap->conn, report, v->now);
    for (size_t i = 0; i < COUNT(act_pages); i++) {
        const struct move *move;
        struct str name = str_of(act_pages[i].act);
        bool is_pointless = str_equal(name, report->is_public ? STR("publish") : STR("withhold"));
        if (!is_pointless &&
            verdict_is_ok(workflow_check(&feedback_flow, state, act_pages[i].act, &facts, &move)) &&
            visit_may_over(v, move->by, ID_OF(report->unit_id))) {
            forms[view->act_count++] = act_form_of(v, report, &act_pages[i]);
        }
    }
    view->acts = forms;
}

/* Each has a page of its own, which says what goes. */
static void offer_removal(struct visit *v, const struct report_get_row *report,
                          struct handling_view *view)
{
    struct verdict verdict = removal_may_erase(report);
    if (service_that_seals() && visit_may_over(v, POWER_HANDLE, ID_OF(report->unit_id))) {
        view->seal_url = route_url(v, "/cb/hs/:code/niem-phong", report->code);
    }
    if (verdict_is_ok(verdict) && visit_may_over(v, POWER_APPROVE, ID_OF(report->unit_id))) {
        view->erase_url = route_url(v, "/cb/hs/:code/xoa", report->code);
    }
}

static struct act_form act_form_of(struct visit *v, const struct report_get_row *report,
                                   const struct act_page *page)
{
    struct field_view *fields = new(v->arena, struct field_view, COUNT(page->fields));
    size_t count = 0;
    for (size_t i = 0; i < COUNT(page->fields) && page->fields[i]; i++) {
        fields[count++] = act_field(v, page->act, page->fields[i]);
    }
    bool is_writing_down = str_equal(str_of(page->act), STR("write_down"));
    bool is_sent = str_equal(v->params[1], str_of(page->act));
    bool is_open = is_sent || (is_writing_down && str_is_empty(report->text));
    if (is_writing_down && !is_sent) {
        fields[0].value = report->text;
    }
    if (str_equal(str_of(page->act), STR("assign"))) {
        colleague_choices(v, &fields[0], report->unit_id);
    }
    if (str_equal(str_of(page->act), STR("ask")) && !is_open) {
        fields[0].value =
            replies_wanting(v, category_of(v, report->category_id).slug, report->replies);
    }
    return (struct act_form){
        .name = page->act,
        .label = act_label(str_of(page->act)),
        .key = page->key,
        .url = route_url(v, "/cb/hs/:code/:act", report->code, str_of(page->act)),
        .fields = fields,
        .field_count = count,
        .longer = str_equal(str_of(page->act), STR("draft"))
                      ? route_url(v, "/cb/hs/:code/tra-loi", report->code)
                      : (struct local_url){ STR_NONE },
        .is_open = is_open,
        .is_grave = page->is_grave,
    };
}

static struct field_view act_field(struct visit *v, const char *act, const char *name)
{
    bool is_coded_refusal =
        str_equal(str_of(act), STR("refuse")) && str_equal(str_of(name), STR("reason"));
    bool is_writing_down = str_equal(str_of(act), STR("write_down"));
    bool is_coded_withholding = str_equal(str_of(act), STR("withhold")) ||
                                (is_writing_down && str_equal(str_of(name), STR("reason")));
    bool is_body = str_equal(str_of(act), STR("forward")) && str_equal(str_of(name), STR("text"));
    enum input_kind kind = is_coded_refusal || is_coded_withholding ? INPUT_SELECT
                           : is_body                                ? INPUT_LINE
                           : str_equal(str_of(name), STR("text"))   ? INPUT_AREA
                           : str_equal(str_of(name), STR("amount")) ? INPUT_NUMBER
                                                                    : INPUT_LINE;
    struct field_view field = page_field(v, kind, &act_record, name);
    field.is_optional = str_equal(str_of(name), STR("person")) ||
                        str_equal(str_of(name), STR("place")) ||
                        str_equal(str_of(name), STR("spoken"));
    if (!str_equal(v->params[1], str_of(act))) {
        /* Several forms of the page ask for a reason or a text; errors lead to the open one's. */
        field.id = str_z(v->arena, str_printf(v->arena, "%s-%s", act, name));
        field.value = STR_NONE;
        field.problem = STR_NONE;
    }
    shape_field(v, act, &field);
    if (is_coded_refusal) {
        coded_choices(v, &field, refusal_reasons, refusal_reason_count, false);
    } else if (is_coded_withholding) {
        field.is_optional = false;
        coded_choices(v, &field, withhold_reasons, withhold_reason_count, is_writing_down);
    }
    return field;
}

/* What the same field means in one act and not in another. */
static void shape_field(struct visit *v, const char *act, struct field_view *field)
{
    struct str name = str_of(field->name);
    bool is_consult = str_equal(str_of(act), STR("consult"));
    bool is_writing_down = str_equal(str_of(act), STR("write_down"));
    if (is_writing_down && str_equal(name, STR("text"))) {
        field->label = N_("Lời đã nghe");
        field->hint = N_("Ghi đúng lời. Chỗ nghe không ra thì ghi (không rõ); nói tiếng khác thì "
                         "ghi nghĩa bằng tiếng Việt");
    } else if (is_writing_down && str_equal(name, STR("spoken"))) {
        field->hint = N_("Ví dụ: Tày, Mông, Tà Ôi. Nói tiếng Việt thì để trống");
    } else if (is_writing_down) {
        field->label = N_("Ghi xong thì công khai chữ ấy?");
    } else if (is_consult && str_equal(name, STR("unit"))) {
        unit_handling_choices(v, field);
    } else if (is_consult && str_equal(name, STR("amount"))) {
        field->label = N_("Trả lời trong mấy ngày làm việc");
        field->hint = N_("Không sau hạn trả lời người gửi; hạn đó không tạm dừng");
    } else if (is_consult) {
        field->label = N_("Câu hỏi");
    } else if (str_equal(name, STR("category"))) {
        field->kind = INPUT_SELECT;
        field->is_optional = false;
        category_choices(v, field);
    } else if (str_equal(name, STR("place"))) {
        field->hint = N_("Để trống nếu cùng nơi với hồ sơ này");
    } else if (str_equal(str_of(act), STR("forward")) && str_equal(name, STR("text"))) {
        field->label = N_("Cơ quan có thẩm quyền, không có trong hệ thống này");
        field->hint = N_("Cơ quan có trong hệ thống thì dùng “Chuyển tới đơn vị có thẩm quyền”");
    } else if (str_equal(str_of(act), STR("split"))) {
        field->label = N_("Việc thứ hai");
        field->hint = N_("Chép lại lời người gửi về việc thứ hai; hồ sơ mới giữ ngày nhận này");
    }
}

static void coded_choices(struct visit *v, struct field_view *field,
                          const struct coded_reason *reasons, size_t count, bool is_first_public)
{
    struct choice *choices = new(v->arena, struct choice, count + 1);
    size_t shown = 0;
    if (is_first_public) {
        choices[shown++] = (struct choice){
            .value = STR(""),
            .label = tongue_text(v->tongue, N_("Có, trừ khi lời ấy giống tố cáo")),
        };
    }
    for (size_t i = 0; i < count; i++) {
        /* That is said by sending one, and never chosen. */
        if (!str_equal(str_of(reasons[i].code), STR(SPOKEN))) {
            choices[shown++] =
                (struct choice){ .value = str_of(reasons[i].code),
                                 .label = tongue_text(v->tongue, reasons[i].sentence) };
        }
    }
    page_choices(v, field, choices, shown);
}

/* Initials, or nothing of a hidden name, until the visitor has opened the name with a reason: the
 * sender sees who did and why. */
static struct str shown_sender(struct visit *v, const struct report_get_row *report)
{
    struct sender_get_row sender;
    struct sender_opened_row opened;
    bool is_known =
        !str_equal(report->identity, STR("anonymous")) &&
        sender_get(&v->snap->conn, &(struct sender_get){ .report_id = report->id }, &sender) &&
        sender.name.p;
    if (!is_known) {
        return tongue_text(v->tongue, N_("Không nêu tên"));
    }
    struct out shown = out_open(v->arena, 1024);
    struct sender_opened mine = { .report_id = report->id,
                                  .person_id = { v->visitor.author.person.v } };
    if (sender_opened(&v->snap->conn, &mine, &opened)) {
        out_str_raw(&shown, sender.name);
        if (sender.phone.p) {
            out_lit(&shown, " · ");
            format_phone(&shown, sender.phone);
        }
    } else if (str_equal(report->identity, STR("hidden"))) {
        return tongue_text(v->tongue, N_("Giấu tên với nơi bị phản ánh"));
    } else {
        format_masked_name(&shown, sender.name);
    }
    return out_str(&shown);
}
