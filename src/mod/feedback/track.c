/* One report for its sender and for everyone: finding it, progress, the sender's acts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "base/limits.h"
#include "desk/books.h"
#include "html/feedback.h"
#include "mod/feedback/question.h"
#include "mod/feedback/removal_page.h"
#include "mod/feedback/slip.h"
#include "text/format.h"
#include "text/message.h"

static void show_proof(struct visit *v, const struct report_get_row *report,
                       struct track_view *view);
static struct timeline_view timeline_of(struct visit *v, const struct report_get_row *report,
                                        bool is_for_sender);
static struct str said_to(struct visit *v, const struct report_events_row *event, bool may_read);
static bool is_senders_act(struct str act);
static void offer_acts(struct visit *v, const struct report_get_row *report,
                       struct track_view *view);
static visit_fn after_act;
static visit_fn track_open;
static struct str track_spoken(struct visit *v, const struct track_view *view);

/* --- finding and following
 * ------------------------------------------------------------------------ */

/* Names the sign, so that it can be compared with the receipt. */
static struct str doubtful_sentence(struct visit *v, char doubtful)
{
    struct str message =
        tongue_text(v->tongue, N_("Ký tự “%s” không có trong mã hồ sơ: mã không dùng "
                                  "0, O, 1, I, L, U. Hãy xem lại ký tự đó."));
    struct out sentence = out_open(v->arena, URL_BYTES_MAX);
    out_str_raw(&sentence, message_part(message, 0));
    out_char(&sentence, doubtful);
    out_str_raw(&sentence, message_part(message, 1));
    return out_str(&sentence);
}

/* The box on the home page: any spelling of a code, with a sentence about the sign that is
 * doubtful. */
enum status track_find(struct visit *v)
{
    struct str typed = form_get(&v->form, "ma");
    char code[CODE_CHARS + 1];
    char doubtful = 0;
    struct report_id_of_row found;
    struct slip_get_row slip;
    switch (code_read(typed, code, &doubtful)) {
    case CODE_GOOD:
        if (report_id_of(&v->snap->conn, &(struct report_id_of){ .code = str_of(code) }, &found) ||
            slip_waits(&v->snap->conn, str_of(code), &slip)) {
            return visit_go(v, route_url(v, "/kiem-tra/ho-so/:code", str_of(code)));
        }
        visit_problem(v, "ma", N_("Không có hồ sơ nào mang mã này. Hãy xem lại biên nhận."));
        break;
    case CODE_WRONG_LENGTH:
        if (typed.p) {
            visit_problem(v, "ma", N_("Mã hồ sơ có 10 ký tự, ví dụ PX-7K3Q-92MX. Hãy ghi đủ."));
        }
        break;
    case CODE_DOUBTFUL_SIGN:
        problems_add(&v->problems, "ma", doubtful_sentence(v, doubtful));
        break;
    case CODE_WRONG_CHECK:
        visit_problem(v, "ma",
                      N_("Mã này có một ký tự bị nhầm. Hãy so lại từng ký tự với biên nhận."));
        break;
    }
    struct track_view view = { .page = page_open(v, N_("Tra cứu hồ sơ")),
                               .track_url = route_url(v, "/tra-cuu"),
                               .code = typed };
    view.secret_field = (struct field_view){
        .kind = INPUT_LINE,
        .name = "ma",
        .label = N_("Mã hồ sơ ghi trên biên nhận"),
        .hint = N_("Ví dụ PX-7K3Q-92MX; viết hoa hay thường, có gạch hay không đều được"),
        .value = typed,
        .problem = problem_of(&v->problems, "ma"),
        .chars_max = 30,
    };
    page_listen(view.page, "tra-cuu", STR_NONE);
    feedback_find_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status track_short(struct visit *v)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD) {
        struct local_url find = route_url(v, "/tra-cuu");
        struct out url = out_open(v->arena, URL_BYTES_MAX);
        out_printf(&url, "%.*s?ma=", STR_ARG(find.url));
        out_percent(&url, v->params[0]);
        return visit_go(v, (struct local_url){ out_str(&url) });
    }
    return visit_go(v, route_url(v, "/kiem-tra/ho-so/:code", str_of(code)));
}

enum status track_show(struct visit *v)
{
    struct report_get_row report;
    if (!track_load(v, &report)) {
        enum status status = removed_show(v);
        return status == STATUS_NOT_FOUND ? slip_show(v) : status;
    }
    struct track_view *view = track_view(v, &report, N_("Theo dõi hồ sơ"));
    enum viewer viewer = view->is_sender ? VIEWER_SENDER : VIEWER_ANYBODY;
    view->links = links_view(v, view->page, &report, viewer);
    if (report.is_public || view->is_sender) {
        view->asked_units = consulted_units(v, &report, &view->asked_count);
    }
    view->is_split_off = !str_equal(report.secret_object, report.object);
    offer_acts(v, &report, view);
    view->follow = follow_form(v, view->page, &report);
    page_listen(view->page, "ho-so", track_spoken(v, view));
    feedback_track_html(page_body(v), view);
    return STATUS_OK;
}

/* What whoever waits wants to hear: how it stands, until when, and the answer. The page's own
 * words, so that nothing is heard that may not be read. */
static struct str track_spoken(struct visit *v, const struct track_view *view)
{
    const struct str said[] = { view->title.n > 0 ? view->title : view->category,
                                view->state_sentence, view->badge.words, view->answer.words };
    struct out out = out_open(v->arena, URL_BYTES_MAX + TEXT_LONG_CHARS_MAX * 4);
    for (size_t i = 0; i < COUNT(said); i++) {
        if (said[i].n > 0) {
            out_str_raw(&out, said[i]);
            out_char(&out, '\n');
        }
    }
    return out_str(&out);
}

/* The secret is never in an address: the page with the sender's own words is the answer to a POST.
 */
static enum status track_open(struct visit *v)
{
    struct report_get_row report;
    if (!track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    if (!secret_opens(report.secret_object, report.secret_hash, form_get(&v->form, "secret"))) {
        visit_problem(v, "secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
    }
    enum status status = track_show(v);
    return v->problems.count > 0 ? STATUS_INVALID : status;
}

/* The sender's acts: each form carries the secret, which is checked by the desk. */
enum status track_act(struct visit *v)
{
    const struct command *command = feedback_act(v->params[1]);
    if (str_equal(v->params[1], STR("mo"))) {
        return track_open(v);
    }
    struct act_on_report *act = new(v->arena, struct act_on_report, 1);
    struct report_get_row report;
    if (!command || !is_senders_act(v->params[1]) || !track_load(v, &report)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form_part(v, &act_record, act)) {
        track_show(v);
        return STATUS_INVALID;
    }
    act->code = report.code;
    return visit_order(v, command, act, after_act);
}

static bool is_senders_act(struct str act)
{
    for (size_t i = 0; i < feedback_flow.move_count; i++) {
        const struct move *move = &feedback_flow.moves[i];
        if (str_equal(str_of(move->command), act) && str_equal(str_of(move->by), STR(BY_SENDER))) {
            return true;
        }
    }
    return false;
}

static enum status after_act(struct visit *v)
{
    if (visit_refused(v)) {
        track_show(v);
        return v->order->outcome.verdict.status;
    }
    return visit_go(v, route_url(v, "/kiem-tra/ho-so/:code", v->order->outcome.answer.text));
}

/* --- the view
 * ------------------------------------------------------------------------------------- */

bool track_load(struct visit *v, struct report_get_row *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    return code_read(v->params[0], code, &doubtful) == CODE_GOOD &&
           report_get(&v->snap->conn, &(struct report_get){ .code = str_of(code) }, ret);
}

struct track_view *track_view(struct visit *v, const struct report_get_row *report,
                              const char *title)
{
    int state = workflow_state(&feedback_flow, report->state);
    struct track_view *view = new(v->arena, struct track_view, 1);
    *view = (struct track_view){
        .page = page_open(v, title),
        .code = report->code,
        .state_sentence = tongue_text(v->tongue, feedback_flow.states[state].citizen),
        .unit_name = report->unit_name,
        .category = translated(v, report->category_name),
        .received_at = report->received_at,
        .answered_at = report->answered_at,
        .badge = report_badge(v, report),
        .qr = route_url(v, "/bien-nhan/:code/qr.svg", report->code),
        .receipt_url = route_url(v, "/bien-nhan/:code/tep", report->code),
        .track_url = route_url(v, "/kiem-tra/ho-so/:code", report->code),
        .merged_into = report->merged_into,
        .merged_url = route_url(v, "/kiem-tra/ho-so/:code", report->merged_into),
        .bounces = report->bounces,
        .followers = report->followers,
        .is_public = report->is_public,
        .withheld = coded_words(v, report->withheld),
        /* Never by an address: those are kept in histories, and guessed at another rate. */
        .is_sender =
            v->route->method == POST &&
            secret_opens(report->secret_object, report->secret_hash, form_get(&v->form, "secret")),
    };
    if (view->is_sender) {
        reply_header(v->reply, "Cache-Control", STR("no-store"));
    }
    view->holder = report_holder_of(v, report, view->is_sender);
    if (report->is_public || view->is_sender) {
        view->title = report->title;
        view->text = report->text;
        view->place = report->place;
        view->answer =
            (struct answer_view){ report_answer(report), report->unit_name, report->answered_at };
        view->photos =
            photos_view(v, &(struct photos_of){ .report_id = report->id }, !report->is_public);
    }
    if (view->is_sender) {
        photos_tell(v, report->id, &view->photos);
        view->recording = recording_view(v, report, true);
        view->replies = replies_summary(v, report->replies);
        view->spot = spot_view(v, report);
    }
    view->timeline = timeline_of(v, report, view->is_sender);
    view->explained = report_explained(v, report);
    show_proof(v, report, view);
    return view;
}

/* Everybody is told the post; the name is for the sender, who may ring and ask for them. */
struct officer_view report_holder_of(struct visit *v, const struct report_get_row *report,
                                     bool is_named)
{
    struct report_holder_row holder = { .phone = STR_NONE };
    (void)report_holder(&v->snap->conn,
                        &(struct report_holder){ .unit_id = report->unit_id,
                                                 .person_id = report->assignee_id,
                                                 .on = instant_day(v->now) },
                        &holder);
    return page_officer(v, is_named ? holder.name : STR_NONE, holder.post, report->unit_name,
                        holder.phone);
}

static void show_proof(struct visit *v, const struct report_get_row *report,
                       struct track_view *view)
{
    struct report_first_event_row first;
    struct ledger_receipt_facts facts;
    if (!report_first_event(&v->snap->conn, &(struct report_first_event){ .report_id = report->id },
                            &first) ||
        !books_receipt_facts(&v->snap->conn, first.position, &facts)) {
        return;
    }
    struct out hex = out_open(v->arena, 2 * HASH_BYTES);
    out_hex(&hex, facts.leaf_hash.b, 4);
    view->fingerprint = out_str(&hex);
    view->proof_line = str_printf(v->arena, "%lld/%lld", (long long)first.position + 1,
                                  (long long)facts.tree_size);
}

struct explained_view report_explained(struct visit *v, const struct report_get_row *report)
{
    struct due due;
    if (!verdict_is_ok(report_due(&v->snap->conn, report,
                                  visit_calendar(v, ID_OF(report->first_unit_id)), &due))) {
        return (struct explained_view){ NULL, 0 };
    }
    struct str *sentences = new(v->arena, struct str, due.step_count + 1);
    for (size_t i = 0; i < due.step_count; i++) {
        struct out sentence = out_open(v->arena, URL_BYTES_MAX);
        sentence.tongue = v->tongue;
        step_write(&sentence, &due, &due.steps[i]);
        sentences[i] = out_str(&sentence);
    }
    return (struct explained_view){ sentences, due.step_count };
}

struct badge_view report_badge(struct visit *v, const struct report_get_row *report)
{
    if (!report->is_open && !report->answered_at.s) {
        return (struct badge_view){ .words = STR_NONE };
    }
    struct category_get_row category;
    category_get(&v->snap->conn, &(struct category_get){ .id = report->category_id }, &category);
    struct due_row row = {
        .unit =
            str_equal(category.respond_unit, STR("working-hours")) ? WORKING_HOURS : WORKING_DAYS,
        .anchor = report->anchor_at,
        .due = report->due_at,
        .paused_since = report->paused_at,
        .done = report->answered_at,
    };
    return page_badge(v, &row, visit_calendar(v, ID_OF(report->first_unit_id)));
}

struct str report_answer(const struct report_get_row *report)
{
    return report->answered_at.s ? report->answer : STR_NONE;
}

struct timeline_view public_timeline(struct visit *v, const struct report_get_row *report)
{
    return timeline_of(v, report, false);
}

/* The sender also sees who opened its name, and why. What was said about a report that is withheld
 * is withheld with it, but for the coded reason. Which report was split off, the links tell those
 * who may know. */
static struct timeline_view timeline_of(struct visit *v, const struct report_get_row *report,
                                        bool is_for_sender)
{
    struct report_events_rows rows =
        report_events(&v->snap->conn, &(struct report_events){ .report_id = report->id });
    struct event_view *events = new(v->arena, struct event_view, rows.count + 1);
    size_t count = 0;
    for (size_t i = rows.count; i-- > 0;) {
        const struct report_events_row *row = &rows.rows[i];
        int state = workflow_state(&feedback_flow, row->state);
        bool is_opening = is_for_sender && str_equal(row->act, STR("open_name"));
        bool is_shown =
            (!row->is_internal || is_opening) && !row->is_undone && state != WORKFLOW_NOWHERE;
        if (is_shown) {
            events[count++] = (struct event_view){
                .what = str_equal(row->act, STR("assign")) ? N_("Đã giao người phụ trách")
                                                           : act_label(row->act),
                .said = said_to(v, row, report->is_public || is_for_sender),
                .by = is_opening ? event_author(v, row) : row->unit_name,
                .at = row->at,
            };
        }
    }
    return photos_in_timeline(v, report, (struct timeline_view){ events, count },
                              report->is_public || is_for_sender);
}

/* Of a report that is withheld, everybody reads why, and nothing else of what was said. */
static struct str said_to(struct visit *v, const struct report_events_row *event, bool may_read)
{
    /* What was written down stands at the head of the page. */
    if (str_equal(event->act, STR("split")) || str_equal(event->act, STR("write_down"))) {
        return STR_NONE;
    }
    if (may_read) {
        return event_words(v, event);
    }
    bool is_withheld = str_equal(event->act, STR("withhold"));
    return is_withheld ? coded_words(v, event->reason) : STR_NONE;
}

/* One field for each form; what was wrong is shown in the form that was sent. */
static void offer_secrets(struct visit *v, struct track_view *view)
{
    static const char *const acts[] = {
        [FORM_RATE] = "rate",         [FORM_REOPEN] = "reopen", [FORM_SUPPLY] = "supply",
        [FORM_WITHDRAW] = "withdraw", [FORM_OPEN] = "mo",       [FORM_PHOTOS] = "anh",
    };
    for (size_t i = 0; i < SENDER_FORMS; i++) {
        view->secrets[i] = page_field(v, INPUT_LINE, &act_record, "secret");
        view->secrets[i].is_optional = false;
        if (!str_equal(v->params[1], str_of(acts[i]))) {
            view->secrets[i].id = str_z(v->arena, str_printf(v->arena, "secret-%s", acts[i]));
            view->secrets[i].problem = STR_NONE;
        }
    }
}

static void offer_acts(struct visit *v, const struct report_get_row *report,
                       struct track_view *view)
{
    int state = workflow_state(&feedback_flow, report->state);
    for (const struct move *move = NULL; (move = workflow_next(&feedback_flow, state, move));) {
        struct str command = str_of(move->command);
        bool is_theirs = str_equal(str_of(move->by), STR(BY_SENDER));
        view->can_rate |= is_theirs && str_equal(command, STR("rate"));
        view->can_reopen |= is_theirs && str_equal(command, STR("reopen")) && report->reopened == 0;
        view->can_supply |= is_theirs && str_equal(command, STR("supply"));
        view->can_withdraw |= is_theirs && str_equal(command, STR("withdraw"));
    }
    view->open_url = route_url(v, "/kiem-tra/ho-so/:code/:act", report->code, STR("mo"));
    view->rate_url = route_url(v, "/kiem-tra/ho-so/:code/:act", report->code, STR("rate"));
    view->reopen_url = route_url(v, "/kiem-tra/ho-so/:code/:act", report->code, STR("reopen"));
    view->supply_url = route_url(v, "/kiem-tra/ho-so/:code/:act", report->code, STR("supply"));
    view->withdraw_url = route_url(v, "/kiem-tra/ho-so/:code/:act", report->code, STR("withdraw"));
    photos_offer(v, report, view);
    offer_secrets(v, view);
    view->text_field = page_field(v, INPUT_AREA, &act_record, "text");
    view->text_field.hint =
        N_("Nội dung sẽ hiện trên trang công khai, không kèm tên và số điện thoại. "
           "Xin đừng ghi đời tư của người khác.");
    static const struct named_choice marks[] = {
        { "5", N_("5 – rất hài lòng") },   { "4", N_("4 – hài lòng") },
        { "3", N_("3 – chấp nhận được") }, { "2", N_("2 – chưa hài lòng") },
        { "1", N_("1 – không hài lòng") },
    };
    view->rating_field = page_field(v, INPUT_RADIOS, &act_record, "amount");
    view->rating_field.label = N_("Bà con thấy thế nào?");
    named_choices(v, &view->rating_field, marks, COUNT(marks));
}
