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
    FIELD(struct compose_form, version),
};
const struct record compose_record = RECORD("compose", struct compose_form, compose_fields);

static bool load(struct visit *v, struct report_get_row *ret);
static enum status show(struct visit *v, const struct report_get_row *report,
                        const struct str parts[ANSWER_PARTS], int64_t version);
static void ask_for_parts(struct visit *v, struct compose_view *view,
                          const struct str parts[ANSWER_PARTS]);
static void look_at(struct visit *v, const struct report_get_row *report, struct str text,
                    struct compose_view *view);
static visit_fn after_send;

/* --- the page --------------------------------------------------------------------------------- */

enum status compose_show(struct visit *v)
{
    struct report_get_row report;
    struct str parts[ANSWER_PARTS] = { STR(""), STR(""), STR(""), str_of(UNHAPPY) };
    if (!load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    if (workflow_state(&feedback_flow, report.state) == REPORT_DRAFTED) {
        answer_split(report.answer, parts);
    }
    return show(v, &report, parts, report.version);
}

/* "look" changes nothing; so does what came from the short form, which brings one text. */
enum status compose_take(struct visit *v)
{
    struct report_get_row report;
    struct compose_form form = { .version = 0 };
    if (!load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    bool is_good = visit_form_part(v, &compose_record, &form);
    struct str parts[ANSWER_PARTS] = { form.said, form.done, form.plan, form.unhappy };
    if (!str_is_empty(form.text)) {
        answer_split(form.text, parts);
        parts[PART_UNHAPPY] = parts[PART_UNHAPPY].n > 0 ? parts[PART_UNHAPPY] : str_of(UNHAPPY);
    }
    struct str text = answer_join(v->arena, parts);
    if (str_chars(text) > TEXT_LONG_CHARS_MAX) {
        visit_problem(v, "said", N_("Bốn phần cộng lại dài quá 10.000 chữ. Hãy viết ngắn lại."));
        is_good = false;
    }
    if (!is_good || !str_equal(form.step, STR("send"))) {
        enum status status = show(v, &report, parts, form.version);
        return is_good ? status : STATUS_INVALID;
    }
    struct act_on_report *act = new(v->arena, struct act_on_report, 1);
    *act = (struct act_on_report){
        .code = report.code, .version = form.version, .text = text, .reason = form.reason
    };
    return visit_order(v, feedback_act(STR("draft")), act, after_send);
}

static enum status after_send(struct visit *v)
{
    struct report_get_row report;
    bool is_refused = visit_refused(v);
    enum status status = v->order->outcome.verdict.status;
    if (!is_refused) {
        return visit_go(v, route_url(v, "/cb/hs/:code", v->order->outcome.answer.text));
    }
    bool is_shown_again =
        status == STATUS_INVALID || status == STATUS_REFUSED || status == STATUS_CONFLICT;
    if (is_shown_again && case_load(v, &report)) {
        struct str parts[ANSWER_PARTS];
        const struct act_on_report *sent = v->order->args;
        answer_split(sent->text, parts);
        /* The desk speaks of the whole text, which is no field of this page. */
        for (size_t i = 0; i < v->problems.count; i++) {
            const char *field = v->problems.list[i].field;
            bool is_whole = field && str_equal(str_of(field), STR("text"));
            v->problems.list[i].field = is_whole ? NAMES[PART_SAID] : field;
        }
        show(v, &report, parts, sent->version);
    }
    return status;
}

/* Who may write an answer to it, in a state in which one is written; whatever became of it
 * meanwhile is said when it is sent. */
static bool load(struct visit *v, struct report_get_row *ret)
{
    return case_load(v, ret) && visit_may_over(v, POWER_HANDLE, ID_OF(ret->unit_id));
}

static enum status show(struct visit *v, const struct report_get_row *report,
                        const struct str parts[ANSWER_PARTS], int64_t version)
{
    struct compose_view *view = new(v->arena, struct compose_view, 1);
    *view = (struct compose_view){
        .page = page_open(v, N_("Soạn trả lời")),
        .code = report->code,
        .title = report->title,
        .text = report->text,
        .place = report->place,
        .badge = report_badge(v, report),
        .here = route_url(v, "/cb/hs/:code/tra-loi", report->code),
        .report = route_url(v, "/cb/hs/:code", report->code),
        .version = report->version,
    };
    view->page->back = view->report;
    if (version && version != report->version) {
        view->news = case_news(v, report->id, version);
    }
    ask_for_parts(v, view, parts);
    struct str text = answer_join(v->arena, parts);
    bool has_own = parts[PART_SAID].n + parts[PART_DONE].n + parts[PART_PLAN].n > 0;
    if (has_own && v->route->method == POST) {
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
    struct str sentence;
    for (size_t i = 0; (sentence = answer_long(text, i, v->arena)).p; i++) {
        add_hint(hints, false, tongue_text(v->tongue, N_("Câu dài quá 20 chữ, nên tách:")),
                 line_beginning(v->arena, sentence, 80));
    }
    if (ease.long_sentences == 0) {
        add_hint(hints, true,
                 with(v, N_("Câu ngắn, dễ đọc: dài nhất %s chữ."), number(v, ease.longest_words)),
                 STR_NONE);
    }
    const struct heavy_word *heavy;
    for (size_t i = 0; (heavy = answer_heavy(text, i, v->arena)); i++) {
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
    struct str own = answer_own(text);
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
