/* For `kheo check`: links and questions to other units against the history of their reports. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/handling_check.h"

#include "desk/audit.h"
#include "mod/feedback/consult.h"
#include "mod/feedback/link.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

/* One question as the history tells of it. */
struct told {
    struct unit_id asker;
    struct unit_id unit;
    struct instant asked_at;
    struct instant reminded_at;
    struct instant escalated_at;
    struct instant ended_at;
    const char *outcome;
    struct str question;
    struct str reply;
    int64_t position;
};

static void check_links(const struct handled *h);
static const struct report_check_events_row *newest_about(const struct handled *h,
                                                          struct str other);
static bool is_link_act(struct str act);
static void check_secret(const struct handled *h, const struct report_links_row *first);
static void check_consults(const struct handled *h);
static bool is_removed(struct conn *conn, struct str code);
static size_t retell(const struct handled *h, struct told *ret);
static void retell_one(const struct report_check_events_row *event, struct told *told,
                       size_t *count);
static void end_all(struct told *told, size_t count, struct instant at);
static void compare(const struct handled *h, const struct told *told,
                    const struct consults_of_row *row);

void handling_check(const struct handled *handled)
{
    check_links(handled);
    check_consults(handled);
}

static bool is_removed(struct conn *conn, struct str code)
{
    struct report_removed_get_row row;
    return report_removed_get(conn, &(struct report_removed_get){ .code = code }, &row);
}

/* --- links ------------------------------------------------------------------------------------ */

/* Each row has an act that linked and none that unlinked since; each such act has its row, unless
 * the other report was removed, and the other report has the same. */
static void check_links(const struct handled *h)
{
    struct report_links_rows rows =
        report_links(h->conn, &(struct report_links){ h->report->id, LINKS_MAX });
    const struct report_links_row *first = NULL;
    size_t linked = 0;
    for (size_t i = 0; i < h->event_count; i++) {
        const struct report_check_events_row *event = &h->events[i];
        linked += is_link_act(event->act) && !str_equal(event->act, STR("unrelate")) &&
                  newest_about(h, event->note) == event && !is_removed(h->conn, event->note);
    }
    for (size_t i = 0; i < rows.count; i++) {
        const struct report_links_row *row = &rows.rows[i];
        const struct report_check_events_row *event = newest_about(h, row->code);
        struct report_link_get_row back;
        bool is_split = str_equal(row->kind, STR(LINK_SPLIT));
        bool is_told =
            event && str_equal(event->act, is_split ? STR("split") : STR("relate")) &&
            report_link_get(h->conn, &(struct report_link_get){ row->other_id, h->report->id },
                            &back) &&
            str_equal(back.kind, row->kind);
        if (!is_told) {
            check_fault(h->check, "report_link (%.*s, %.*s): khác với lịch sử của hồ sơ",
                        STR_ARG(h->report->code), STR_ARG(row->code));
        }
        first = is_split && row->other_id.v < h->report->id.v ? row : first;
    }
    if (linked != rows.count) {
        check_fault(h->check, "report_link: hồ sơ %.*s có %zu liên kết, lịch sử ghi %zu",
                    STR_ARG(h->report->code), rows.count, linked);
    }
    check_secret(h, first);
    h->check->row_count += (int64_t)rows.count;
}

static const struct report_check_events_row *newest_about(const struct handled *h, struct str other)
{
    for (size_t i = h->event_count; i-- > 0;) {
        if (is_link_act(h->events[i].act) && str_equal(h->events[i].note, other)) {
            return &h->events[i];
        }
    }
    return NULL;
}

static bool is_link_act(struct str act)
{
    return str_equal(act, STR("split")) || str_equal(act, STR("relate")) ||
           str_equal(act, STR("unrelate"));
}

/* What was split off opens with the secret of the first, also when the first is gone, and nothing
 * else opens with another's. */
static void check_secret(const struct handled *h, const struct report_links_row *first)
{
    struct report_removed_of_secret_row gone;
    struct str object = h->report->secret_object;
    bool is_same =
        first && str_equal(object, first->secret_object.p ? first->secret_object : first->object) &&
        str_equal(str_span(h->report->secret_hash.p, h->report->secret_hash.n),
                  str_span(first->secret_hash.p, first->secret_hash.n));
    bool is_left =
        object.p && !first &&
        report_removed_of_secret(h->conn, &(struct report_removed_of_secret){ object }, &gone);
    if (first ? !is_same : object.p && !is_left) {
        check_fault(h->check, "report %lld (%.*s): mã bí mật không phải của hồ sơ đầu",
                    (long long)h->report->id.v, STR_ARG(h->report->code));
    }
}

/* --- questions -------------------------------------------------------------------------------- */

static void check_consults(const struct handled *h)
{
    struct consults_of_rows rows =
        consults_of(h->conn, &(struct consults_of){ h->report->id, CONSULTS_MAX });
    struct told *told = new(h->conn->arena, struct told, h->event_count + 1);
    size_t count = retell(h, told);
    for (size_t i = 0; i < rows.count && i < count; i++) {
        compare(h, &told[i], &rows.rows[i]);
    }
    if (rows.count != count) {
        check_fault(h->check, "report_consult: hồ sơ %.*s có %zu câu hỏi, lịch sử ghi %zu",
                    STR_ARG(h->report->code), rows.count, count);
    }
    h->check->row_count += (int64_t)rows.count;
}

static size_t retell(const struct handled *h, struct told *ret)
{
    size_t count = 0;
    for (size_t i = 0; i < h->event_count; i++) {
        const struct report_check_events_row *event = &h->events[i];
        int state = workflow_state(&feedback_flow, event->state);
        bool goes_on = state != WORKFLOW_NOWHERE && (IN(state) & CONSULT_STATES) && i > 0 &&
                       ID_IS(event->unit_id, h->events[i - 1].unit_id);
        retell_one(event, ret, &count);
        if (!goes_on) {
            end_all(ret, count, event->at);
        }
    }
    return count;
}

static void retell_one(const struct report_check_events_row *event, struct told *told,
                       size_t *count)
{
    struct str act = event->act;
    if (str_equal(act, STR("consult"))) {
        told[(*count)++] = (struct told){ .asker = event->unit_id,
                                          .unit = event->other_unit_id,
                                          .asked_at = event->at,
                                          .question = event->note,
                                          .position = event->position };
        return;
    }
    for (size_t i = 0; i < *count; i++) {
        struct told *one = &told[i];
        if (one->ended_at.s != 0 || !ID_IS(one->unit, event->other_unit_id)) {
            continue;
        }
        if (str_equal(act, STR("reply")) || str_equal(act, STR("recall"))) {
            bool is_reply = str_equal(act, STR("reply"));
            one->ended_at = event->at;
            one->outcome = is_reply ? "replied" : "recalled";
            one->reply = is_reply ? event->note : STR_NONE;
        } else if (str_equal(act, STR("remind_consult"))) {
            one->reminded_at = event->at;
        } else if (str_equal(act, STR("escalate_consult"))) {
            one->escalated_at = event->at;
        }
    }
}

static void end_all(struct told *told, size_t count, struct instant at)
{
    for (size_t i = 0; i < count; i++) {
        if (told[i].ended_at.s == 0) {
            told[i].ended_at = at;
            told[i].outcome = "lapsed";
        }
    }
}

static void compare(const struct handled *h, const struct told *told,
                    const struct consults_of_row *row)
{
    const struct audited_fact *fact = audit_fact(h->conn, told->position);
    struct str until = str_printf(h->conn->arena, "%lld", (long long)row->due_at.s);
    const struct {
        const char *column;
        bool is_so;
    } columns[] = {
        { "asker_id", ID_IS(row->asker_id, told->asker) },
        { "unit_id", ID_IS(row->unit_id, told->unit) &&
                         (!fact || audit_field_is(fact, "other_unit", row->unit_code)) },
        { "due_at", !fact || audit_field_is(fact, "until", until) },
        { "question", str_equal(row->question, told->question) },
        { "reply", str_equal(row->reply, told->reply) },
        { "outcome", str_equal(row->outcome, told->outcome ? str_of(told->outcome) : STR_NONE) },
        { "asked_at", row->asked_at.s == told->asked_at.s },
        { "reminded_at", row->reminded_at.s == told->reminded_at.s },
        { "escalated_at", row->escalated_at.s == told->escalated_at.s },
        { "ended_at", row->ended_at.s == told->ended_at.s },
    };
    for (size_t i = 0; i < COUNT(columns); i++) {
        if (!columns[i].is_so) {
            check_fault(h->check, "report_consult %lld (%.*s): cột %s khác với sổ cái",
                        (long long)row->id.v, STR_ARG(h->report->code), columns[i].column);
        }
    }
}

void handling_check_counts(struct conn *conn, struct check *check)
{
    struct unit_id after = { BEFORE_ALL };
    struct consult_waiting_row waiting = { 0 };
    int64_t sum = 0;
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct consult_count_page_rows page =
            consult_count_page(conn, &(struct consult_count_page){ after, PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            const struct consult_count_page_row *row = &page.rows[i];
            after = row->unit_id;
            sum += row->really;
            if (row->n != row->really) {
                check_fault(check, "report_consult_count (%lld): ghi %lld, đếm được %lld",
                            (long long)row->unit_id.v, (long long)row->n, (long long)row->really);
            }
        }
        check->row_count += (int64_t)page.count;
    }
    if (consult_waiting(conn, &waiting) && waiting.n != sum) {
        check_fault(check, "report_consult_count: các dòng chỉ đếm %lld câu hỏi, kho có %lld",
                    (long long)sum, (long long)waiting.n);
    }
}
