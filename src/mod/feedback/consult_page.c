/* Opinions of other units on the pages: the question to answer, and what those who asked see. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/consult.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "mod/feedback/officer.h"

_Static_assert(sizeof(struct report_inbox_row) == sizeof(struct consult_inbox_row),
               "the inbox queries must select the same columns");

static enum status show_asked(struct visit *v);
static bool load_asked(struct visit *v, struct report_get_row *ret_report,
                       struct feedback_unit_by_code_row *ret_unit);
static struct badge_view badge_of(struct visit *v, const struct consults_of_row *row);
static const char *outcome_words(struct str outcome);
static visit_fn after_reply;

/* --- those who are asked ---------------------------------------------------------------------- */

enum status consult_show(struct visit *v)
{
    return show_asked(v);
}

enum status consult_reply(struct visit *v)
{
    struct report_get_row report;
    struct feedback_unit_by_code_row unit;
    struct act_on_report *act = new(v->arena, struct act_on_report, 1);
    if (!load_asked(v, &report, &unit)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form_part(v, &act_record, act)) {
        show_asked(v);
        return STATUS_INVALID;
    }
    act->code = report.code;
    act->unit = unit.code;
    act->version = 0;   /* those who asked may do other things meanwhile */
    return visit_order(v, feedback_act(STR("reply")), act, after_reply);
}

static enum status after_reply(struct visit *v)
{
    if (visit_refused(v)) {
        enum status status = v->order->outcome.verdict.status;
        bool is_shown = status == STATUS_INVALID || status == STATUS_REFUSED;
        return is_shown && show_asked(v) == STATUS_NOT_FOUND ? STATUS_NOT_FOUND : status;
    }
    struct local_url inbox = route_url(v, "/cb/hop-thu");
    return visit_go(
        v, (struct local_url){ str_printf(v->arena, "%.*s?loc=" CONSULT_TAB, STR_ARG(inbox.url)) });
}

/* The paper's own words and its public history: notes, drafts and names are the holder's. */
static enum status show_asked(struct visit *v)
{
    struct report_get_row report;
    struct feedback_unit_by_code_row unit;
    struct consult_open_row open;
    if (!load_asked(v, &report, &unit)) {
        return STATUS_NOT_FOUND;
    }
    struct asked_view view = {
        .page = page_open(v, N_("Xin ý kiến")),
        .code = report.code,
        .holder = report.unit_name,
        .asked_name = unit.name,
    };
    view.page->back = route_url(v, "/cb/hop-thu");
    if (!consult_open(&v->snap->conn, &(struct consult_open){ report.id, unit.code }, &open)) {
        view.over = (struct empty_view){ N_("Không cần cho ý kiến nữa"),
                                         N_("Câu hỏi này đã được trả lời, đã được rút, hoặc hồ sơ "
                                            "đã giải quyết xong."),
                                         N_("Về hộp thư"), view.page->back };
        feedback_asked_html(page_body(v), &view);
        return STATUS_OK;
    }
    view.question = open.question;
    view.asked_at = open.asked_at;
    view.badge = page_badge(
        v, &(struct due_row){ .unit = WORKING_DAYS, .anchor = open.asked_at, .due = open.due_at },
        visit_calendar(v, ID_OF(unit.id)));
    view.title = report.title;
    view.text = report.text;
    view.place = report.place;
    view.category = translated(v, report.category_name);
    view.received_at = report.received_at;
    view.case_badge = report_badge(v, &report);
    view.photos = photos_view(v, &(struct photos_of){ .report_id = report.id }, !report.is_public);
    view.timeline = public_timeline(v, &report);
    view.text_field = page_field(v, INPUT_AREA, &act_record, "text");
    view.text_field.label = N_("Ý kiến của đơn vị");
    view.text_field.hint = N_("Chỉ nơi hỏi đọc được; không hiện trên trang công khai");
    view.text_field.is_optional = false;
    view.send_to = route_url(v, "/cb/y-kien/:code/:unit", report.code, unit.code);
    feedback_asked_html(page_body(v), &view);
    return STATUS_OK;
}

/* Only who works at a unit that was once asked about this report learns that it exists. */
static bool load_asked(struct visit *v, struct report_get_row *ret_report,
                       struct feedback_unit_by_code_row *ret_unit)
{
    struct conn *conn = &v->snap->conn;
    struct feedback_unit_by_code wanted = { .code = v->params[1], .today = instant_day(v->now) };
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD ||
        !report_get(conn, &(struct report_get){ .code = str_of(code) }, ret_report) ||
        !feedback_unit_by_code(conn, &wanted, ret_unit) ||
        !visit_may_over(v, POWER_HANDLE, ID_OF(ret_unit->id))) {
        return false;
    }
    struct consults_of_rows rows =
        consults_of(conn, &(struct consults_of){ ret_report->id, CONSULTS_MAX });
    bool was_asked = false;
    for (size_t i = 0; i < rows.count; i++) {
        was_asked |= ID_IS(rows.rows[i].unit_id, ret_unit->id);
    }
    return was_asked;
}

struct local_url consult_way(struct visit *v, const struct report_get_row *report)
{
    struct consults_of_rows rows =
        consults_of(&v->snap->conn, &(struct consults_of){ report->id, CONSULTS_MAX });
    for (size_t i = rows.count; i-- > 0;) {
        if (visit_may_over(v, POWER_HANDLE, ID_OF(rows.rows[i].unit_id))) {
            return route_url(v, "/cb/y-kien/:code/:unit", report->code, rows.rows[i].unit_code);
        }
    }
    return (struct local_url){ STR_NONE };
}

struct inbox_rows consult_rows(struct visit *v, struct unit_id unit, struct instant after_due,
                               struct report_id after_id)
{
    struct consult_inbox_rows rows =
        consult_inbox(&v->snap->conn, &(struct consult_inbox){ .unit_id = unit,
                                                               .after_due = after_due,
                                                               .after_id = after_id,
                                                               .limit = INBOX_PAGE_ROWS + 1 });
    return (struct inbox_rows){ (const void *)rows.rows, rows.count };
}

int64_t consults_waiting(struct visit *v, struct unit_id unit)
{
    struct consult_count_row count;
    return consult_count(&v->snap->conn, &(struct consult_count){ .unit_id = unit }, &count)
               ? count.n
               : 0;
}

/* --- those who asked, and everybody ----------------------------------------------------------- */

/* What waits first, then what was replied, the newest first. */
struct consults_view consults_view(struct visit *v, struct page *page,
                                   const struct report_get_row *report)
{
    struct consults_of_rows rows =
        consults_of(&v->snap->conn, &(struct consults_of){ report->id, CONSULTS_MAX });
    struct consult_item *items = new(v->arena, struct consult_item, rows.count + 1);
    struct consults_view view = { .page = page, .items = items };
    for (int ended = 0; ended <= 1; ended++) {
        for (size_t i = rows.count; i-- > 0;) {
            const struct consults_of_row *row = &rows.rows[i];
            if ((row->ended_at.s != 0) == ended) {
                items[view.count++] = (struct consult_item){
                    .unit_name = row->unit_name,
                    .unit_code = row->unit_code,
                    .question = row->question,
                    .reply = row->reply,
                    .outcome = outcome_words(row->outcome),
                    .asked_at = row->asked_at,
                    .ended_at = row->ended_at,
                    .badge = badge_of(v, row),
                    .is_open = !ended,
                };
            }
        }
    }
    if (visit_may_over(v, POWER_HANDLE, ID_OF(report->unit_id))) {
        view.recall_to = route_url(v, "/cb/hs/:code/:act", report->code, STR("recall"));
    }
    return view;
}

static struct badge_view badge_of(struct visit *v, const struct consults_of_row *row)
{
    struct due_row due = {
        .unit = WORKING_DAYS, .anchor = row->asked_at, .due = row->due_at, .done = row->ended_at
    };
    return page_badge(v, &due, visit_calendar(v, ID_OF(row->unit_id)));
}

static const char *outcome_words(struct str outcome)
{
    return str_equal(outcome, STR("replied"))    ? N_("Đã cho ý kiến")
           : str_equal(outcome, STR("recalled")) ? N_("Câu hỏi đã rút")
           : str_equal(outcome, STR("lapsed")) ? N_("Không cần nữa: hồ sơ đã đi tiếp")
                                               : N_("Đang chờ ý kiến");
}

const struct str *consulted_units(struct visit *v, const struct report_get_row *report,
                                  size_t *ret_count)
{
    struct consults_of_rows rows =
        consults_of(&v->snap->conn, &(struct consults_of){ report->id, CONSULTS_MAX });
    struct str *names = new(v->arena, struct str, rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.rows[i].ended_at.s == 0) {
            names[count++] = rows.rows[i].unit_name;
        }
    }
    *ret_count = count;
    return names;
}
