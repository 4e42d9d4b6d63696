/* The page on which an answer is written: its parts, how they read, and sending them on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/compose.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "law/answer.h"
#include "text/format.h"
#include "text/message.h"
#include "text/spoken.h"

enum { HINTS_MAX = 40 };

static const char *const NAMES[ANSWER_PARTS] = { "said", "done", "plan", "unhappy" };
static const char UNHAPPY[] = "mở trang tra cứu hồ sơ, chọn “Chưa xong, hoặc tái diễn” và viết còn "
                              "gì chưa được, trong 30 ngày.";
/* A report is opened again once. */
static const char UNHAPPY_AGAIN[] = "gửi phản ánh mới và ghi mã hồ sơ này.";
_Static_assert(CLOSE_AFTER_DAYS == 30, "the sentence says so");

static const struct field compose_fields[] = {
    FIELD(struct compose_form, text, .max = TEXT_LONG_CHARS_MAX),
    FIELD(struct compose_form, said, .max = TEXT_LONG_CHARS_MAX, .label = N_("Kết luận")),
    FIELD(struct compose_form, done, .max = TEXT_LONG_CHARS_MAX, .label = N_("Việc đã làm")),
    FIELD(struct compose_form, plan, .max = TEXT_LONG_CHARS_MAX, .label = N_("Việc sẽ làm")),
    FIELD(struct compose_form, unhappy, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Nếu bà con chưa đồng ý")),
    FIELD(struct compose_form, reason, .max = 1000, .label = N_("Vì sao vẫn gửi câu trả lời này")),
    FIELD(struct compose_form, step, .max = 20),
    FIELD(struct compose_form, template, .label = N_("Mẫu trả lời")),
    FIELD(struct compose_form, version),
};
const struct record compose_record = RECORD("compose", struct compose_form, compose_fields);

static bool load(struct visit *v, struct report_get_row *ret);
static bool read_typed(struct visit *v, const struct report_get_row *report,
                       struct compose_form *form, struct str parts[ANSWER_PARTS]);
static bool is_written_now(struct visit *v, const struct report_get_row *report);
static struct str what_if_unhappy(const struct report_get_row *report);
static void blame_first_part(struct visit *v);
static enum status copy(struct visit *v, const struct report_get_row *report,
                        const struct compose_form *form, struct str parts[ANSWER_PARTS]);
static enum status show(struct visit *v, const struct report_get_row *report,
                        const struct str parts[ANSWER_PARTS], int64_t version,
                        const struct compose_copied *copied);
static void ask_for_parts(struct visit *v, struct compose_view *view,
                          const struct str parts[ANSWER_PARTS]);
static void look_at(struct visit *v, const struct report_get_row *report, struct str text,
                    struct compose_view *view);
static visit_fn after_send;

/* --- the page --------------------------------------------------------------------------------- */

enum status compose_show(struct visit *v)
{
    struct report_get_row report;
    struct str parts[ANSWER_PARTS] = { STR(""), STR(""), STR(""), STR("") };
    if (!load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    if (!is_written_now(v, &report)) {
        return visit_go(v, route_url(v, "/cb/hs/:code", report.code));
    }
    /* One that was written and did not go out, also when it came back to be written anew. */
    if (report.answer.n > 0 && !report.answered_at.s) {
        answer_split(report.answer, parts);
    } else {
        parts[PART_UNHAPPY] = what_if_unhappy(&report);
    }
    return show(v, &report, parts, report.version, NULL);
}

/* "look" and "copy" change nothing; so does what came from the short form, which brings one text.
 */
enum status compose_take(struct visit *v)
{
    struct report_get_row report;
    struct compose_form form = { .version = 0 };
    struct str parts[ANSWER_PARTS];
    if (!load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    bool is_good = read_typed(v, &report, &form, parts);
    if (is_good && str_equal(form.step, STR("copy"))) {
        return copy(v, &report, &form, parts);
    }
    if (!is_good || !str_equal(form.step, STR("send"))) {
        blame_first_part(v);
        enum status status = show(v, &report, parts, form.version, NULL);
        return is_good ? status : STATUS_INVALID;
    }
    struct act_on_report *act = new(v->arena, struct act_on_report, 1);
    *act = (struct act_on_report){
        .code = report.code,
        .version = form.version,
        .text = answer_join(v->arena, parts),
        .reason = form.reason,
    };
    return visit_order(v, feedback_act(STR("draft")), act, after_send);
}

/* As a file beside the page, which stays as it is. */
enum status compose_letter(struct visit *v)
{
    struct report_get_row report;
    struct compose_form form = { .version = 0 };
    struct str parts[ANSWER_PARTS];
    if (!load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    bool is_good = read_typed(v, &report, &form, parts);
    if (is_good && str_is_empty(parts[PART_SAID])) {
        visit_problem(v, "said", N_("Hãy viết kết luận, rồi xem bản thư."));
        is_good = false;
    }
    if (!is_good) {
        blame_first_part(v);
        show(v, &report, parts, form.version, NULL);
        return STATUS_INVALID;
    }
    struct str bytes = answer_letter(v, &report, parts, true);
    if (!bytes.p) {
        return STATUS_BUSY;
    }
    reply_header(v->reply, "Content-Type", STR("application/pdf"));
    reply_header(
        v->reply, "Content-Disposition",
        str_printf(v->arena, "attachment; filename=\"du-thao-%.*s.pdf\"", STR_ARG(report.code)));
    v->reply->fixed_body = bytes;
    return STATUS_OK;
}

/* False: the page says what is wrong, and the parts are what was typed. */
static bool read_typed(struct visit *v, const struct report_get_row *report,
                       struct compose_form *form, struct str parts[ANSWER_PARTS])
{
    bool is_good = visit_form_part(v, &compose_record, form);
    const struct str read[ANSWER_PARTS] = { form->said, form->done, form->plan, form->unhappy };
    struct str whole = is_good ? form->text : form_get(&v->form, "text");
    for (int i = 0; i < ANSWER_PARTS; i++) {
        parts[i] = is_good ? read[i] : form_get(&v->form, NAMES[i]);
    }
    if (!str_is_empty(whole)) {
        answer_split(whole, parts);
        parts[PART_UNHAPPY] =
            parts[PART_UNHAPPY].n > 0 ? parts[PART_UNHAPPY] : what_if_unhappy(report);
    }
    if (is_good && str_chars(answer_join(v->arena, parts)) > TEXT_LONG_CHARS_MAX) {
        visit_problem(v, "said", N_("Bốn phần cộng lại dài quá 10.000 ký tự. Hãy viết ngắn lại."));
        is_good = false;
    }
    return is_good;
}

static enum status copy(struct visit *v, const struct report_get_row *report,
                        const struct compose_form *form, struct str parts[ANSWER_PARTS])
{
    struct compose_copied copied = { .title = STR_NONE };
    const struct str begun[ANSWER_PARTS] = { [PART_UNHAPPY] = what_if_unhappy(report) };
    bool is_copied = compose_copy(v, report, form->template, begun, parts, &copied);
    enum status status = show(v, report, parts, form->version, is_copied ? &copied : NULL);
    return is_copied ? status : STATUS_INVALID;
}

static enum status after_send(struct visit *v)
{
    struct report_get_row report;
    bool is_refused = visit_refused(v);
    enum status status = v->order->outcome.verdict.status;
    if (!is_refused) {
        return visit_go(v, route_url(v, "/cb/hs/:code", v->order->outcome.answer.text));
    }
    if (case_is_shown_again(status) && case_load(v, &report)) {
        struct str parts[ANSWER_PARTS];
        const struct act_on_report *sent = v->order->args;
        answer_split(sent->text, parts);
        blame_first_part(v);
        show(v, &report, parts, sent->version, NULL);
    }
    return status;
}

/* The desk, and the short form, speak of the whole text, which is no field of this page. */
static void blame_first_part(struct visit *v)
{
    for (size_t i = 0; i < v->problems.count; i++) {
        const char *field = v->problems.list[i].field;
        bool is_whole = field && str_equal(str_of(field), STR("text"));
        v->problems.list[i].field = is_whole ? NAMES[PART_SAID] : field;
    }
}

static struct str what_if_unhappy(const struct report_get_row *report)
{
    return str_of(report->reopened > 0 ? UNHAPPY_AGAIN : UNHAPPY);
}

/* Who may write an answer to it. Whether one is written now is asked when the page is opened, and
 * by the desk: in between, no word is to be lost. */
static bool load(struct visit *v, struct report_get_row *ret)
{
    return case_load(v, ret) && visit_may_over(v, POWER_HANDLE, ID_OF(ret->unit_id));
}

static bool is_written_now(struct visit *v, const struct report_get_row *report)
{
    const struct move *move;
    struct report_facts facts = report_facts_of(&v->snap->conn, report, v->now);
    return verdict_is_ok(workflow_check(
        &feedback_flow, workflow_state(&feedback_flow, report->state), "draft", &facts, &move));
}

static enum status show(struct visit *v, const struct report_get_row *report,
                        const struct str parts[ANSWER_PARTS], int64_t version,
                        const struct compose_copied *copied)
{
    struct compose_view *view = new(v->arena, struct compose_view, 1);
    *view = (struct compose_view){
        .page = page_open(v, N_("Soạn trả lời")),
        .code = report->code,
        .title = report->title,
        .text = report->text,
        .place = report->place,
        .badge = report_badge(v, report),
        .template = compose_templates(v, report),
        .copied = copied,
        .here = route_url(v, "/cb/hs/:code/tra-loi", report->code),
        .letter = route_url(v, "/cb/hs/:code/tra-loi/thu", report->code),
        .report = route_url(v, "/cb/hs/:code", report->code),
        /* A look keeps the version that was seen: what others did is told when it is sent. */
        .version = version && !v->order ? version : report->version,
    };
    view->page->back = view->report;
    if (v->order && version && version != report->version) {
        view->news = case_news(v, report->id, version);
    }
    ask_for_parts(v, view, parts);
    struct str text = answer_join(v->arena, parts);
    bool has_own = parts[PART_SAID].n + parts[PART_DONE].n + parts[PART_PLAN].n > 0;
    view->gaps = compose_gaps(v, parts, &view->gap_count);
    if (has_own && v->route->method == POST && !copied && (v->problems.count == 0 || v->order)) {
        look_at(v, report, text, view);
    }
    feedback_compose_html(page_body(v), view);
    return STATUS_OK;
}

static void ask_for_parts(struct visit *v, struct compose_view *view,
                          const struct str parts[ANSWER_PARTS])
{
    static const char *const hints[ANSWER_PARTS] = {
        [PART_SAID] = N_("Trả lời thẳng điều bà con hỏi: được hay không, vì sao"),
        [PART_DONE] = N_("Ai làm, làm gì, ngày nào"),
        [PART_PLAN] = N_("Ai làm, làm gì, ngày nào xong"),
    };
    for (int i = 0; i < ANSWER_PARTS; i++) {
        view->parts[i] = page_field(v, INPUT_AREA, &compose_record, NAMES[i]);
        view->parts[i].value = parts[i];
        view->parts[i].hint = hints[i];
        view->parts[i].is_optional = i != PART_SAID;
    }
    view->reason = page_field(v, INPUT_LINE, &compose_record, "reason");
    view->reason.hint =
        N_("Lãnh đạo được gửi câu trả lời chưa đủ ý khi nêu lý do; lý do được ghi lại");
    view->reason.is_optional = true;
}

/* --- what is to be seen of it ----------------------------------------------------------------- */

struct hints {
    struct visit *v;
    struct compose_hint *list;
    size_t count;
};

static void add_hint(struct hints *hints, bool is_good, struct str words, struct str quote)
{
    if (hints->count < HINTS_MAX) {
        hints->list[hints->count++] = (struct compose_hint){ .look = is_good ? "on-time" : "soon",
                                                             .sign = is_good ? "■" : "▲",
                                                             .words = words,
                                                             .quote = quote };
    }
}

/* A sentence of the page with one word in it. */
static struct str with(struct visit *v, const char *source, struct str word)
{
    struct str message = tongue_text(v->tongue, source);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    return str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(word), STR_ARG(behind));
}

static struct str number(struct visit *v, unsigned n)
{
    return str_printf(v->arena, "%u", n);
}

static void hint_at_sense(struct hints *hints, struct str text)
{
    struct visit *v = hints->v;
    struct answer_facts facts = answer_read(text, v->arena);
    const struct {
        bool is_there;
        const char *good;
        const char *missing;
    } rows[] = {
        { facts.names_who, N_("Nói rõ ai làm."), N_("Chưa thấy ai làm: tên đơn vị hoặc người.") },
        { facts.names_action, N_("Nói rõ việc làm."), N_("Chưa thấy việc đã làm hoặc sẽ làm.") },
        { facts.names_day, N_("Có ngày."), N_("Chưa thấy ngày làm hoặc ngày xong.") },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *words = rows[i].is_there ? rows[i].good : rows[i].missing;
        add_hint(hints, rows[i].is_there, tongue_text(v->tongue, words), STR_NONE);
    }
    bool says_deed = facts.names_who && facts.names_action && facts.names_day;
    if (facts.gives_reason && !facts.cites_article && !says_deed) {
        add_hint(hints, false,
                 tongue_text(v->tongue, N_("Có lý do nhưng chưa nêu điều, khoản nào.")), STR_NONE);
    }
    if (facts.stock_phrases > 0) {
        add_hint(hints, false,
                 with(v, N_("Câu sáo, không trả lời gì: %s."), number(v, facts.stock_phrases)),
                 STR_NONE);
    }
}

static void hint_at_ease(struct hints *hints, struct str text)
{
    struct visit *v = hints->v;
    struct answer_ease ease = answer_ease(text, v->arena);
    for (size_t i = 0; i < ease.long_sentences && hints->count < HINTS_MAX; i++) {
        struct arena_mark mark = arena_mark(v->arena);
        struct str sentence = answer_long(text, i, v->arena);
        arena_undo(v->arena, mark); /* it borrows from the text */
        add_hint(hints, false, tongue_text(v->tongue, N_("Câu dài quá 20 tiếng, nên tách:")),
                 line_beginning(v->arena, sentence, 80));
    }
    if (ease.long_sentences == 0) {
        add_hint(hints, true,
                 with(v, N_("Câu ngắn, dễ đọc: dài nhất %s tiếng."), number(v, ease.longest_words)),
                 STR_NONE);
    }
    for (size_t i = 0; i < ease.heavy_words && hints->count < HINTS_MAX; i++) {
        struct arena_mark mark = arena_mark(v->arena);
        const struct heavy_word *heavy = answer_heavy(text, i, v->arena);
        arena_undo(v->arena, mark);
        if (!heavy) {
            break;
        }
        struct str pair = str_printf(v->arena, "“%s” → “%s”", heavy->heavy, heavy->plain);
        add_hint(hints, false, with(v, N_("Nói dễ hiểu hơn: %s"), pair), STR_NONE);
    }
    if (ease.passives > 0) {
        add_hint(hints, false,
                 with(v, N_("Câu “được … bởi”, “bị … bởi”: %s. Nói ai làm trước."),
                      number(v, ease.passives)),
                 STR_NONE);
    }
}

static void look_at(struct visit *v, const struct report_get_row *report, struct str text,
                    struct compose_view *view)
{
    struct hints hints = { v, new(v->arena, struct compose_hint, HINTS_MAX), 0 };
    struct str own = answer_own(v->arena, text);
    hint_at_sense(&hints, own);
    hint_at_ease(&hints, own);
    view->is_seen = true;
    view->hints = hints.list;
    view->hint_count = hints.count;
    view->answer = (struct answer_view){ text, report->unit_name, v->now };
    view->offers_reason = !verdict_is_ok(answer_check(own, v->arena)) &&
                          visit_may_over(v, POWER_APPROVE, ID_OF(report->unit_id));
    if (report->is_public) {
        struct str said =
            str_printf(v->arena, "Kính thưa bà con, %.*s trả lời về việc: %.*s\n%.*s",
                       STR_ARG(report->unit_name), STR_ARG(report->title), STR_ARG(own));
        view->aloud = spoken(v->arena, said);
        view->aloud_time =
            with(v, N_("Đọc hết khoảng %s giây."), number(v, spoken_seconds(view->aloud)));
    }
}
