/* For `kheo check`: reports against what the ledger says of them, counters against their rows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/feedback.h"

#include "desk/audit.h"
#include "mod/feedback/handling_check.h"
#include "mod/feedback/pages.h"

/* Before every row: 0 would be no id at all, which compares with nothing. */
enum { BEFORE_ALL = -1, PAGE_ROWS = 100, EVENTS_MAX = 10000 };

/* One report under the eye, and what it should be by the facts so far. */
struct reading {
    struct conn *conn;
    struct check *check;
    const struct report_check_page_row *report;
    struct str state;
    struct str due_at;
    struct str unit; /* code */
    struct unit_id unit_id;
    int64_t position;
    int64_t events;
    struct instant anchor_at;
    struct instant paused_at;
    struct instant answered_at;
    struct str answer;
    bool answer_is_erased;
    bool is_public;
    struct report_month_totals_row did;
};

static void check_reports(struct reading *r);
static void check_report(struct reading *r, const struct report_check_page_row *report);
static void check_event(struct reading *r, const struct report_check_events_row *event);
static void check_received(struct reading *r, const struct audited_fact *fact);
static void check_acted(struct reading *r, const struct report_check_events_row *event,
                        const struct audited_fact *fact);
static void follow(struct reading *r, const struct report_check_events_row *event,
                   const struct audited_fact *fact);
static void check_outcome(struct reading *r);
static void check_pauses(struct reading *r);
static bool check_leaf(void *subject, int64_t position, const struct leaf *leaf, struct id report);
static void check_voice(struct reading *r, int64_t position, struct id report);
static void check_counts(struct reading *r, int64_t reports);
static void check_months(struct reading *r);
static void expect_report(const struct reading *r, bool is_so, const char *column);
static void expect_event(const struct reading *r, bool is_so,
                         const struct report_check_events_row *event, const char *what);
static struct str number(const struct reading *r, int64_t value);
static struct str number_or_none(const struct reading *r, int64_t value);
static struct str value_of(const struct audited_fact *fact, const char *name);

void feedback_check(struct snap *snap, struct check *check)
{
    struct reading reading = { .conn = &snap->conn, .check = check };
    check_reports(&reading);
    audit_each_leaf(&snap->conn, 0, check_leaf, &reading);
    check_months(&reading);
    handling_check_counts(&snap->conn, check);
    photo_check(&snap->conn, check);
}

static void check_reports(struct reading *r)
{
    struct report_id after = { BEFORE_ALL };
    int64_t count = 0;
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(r->conn->arena);
        struct report_check_page_rows page = report_check_page(
            r->conn, &(struct report_check_page){ .after = after, .limit = PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            struct arena_mark row_mark = arena_mark(r->conn->arena);
            after = page.rows[i].id;
            check_report(r, &page.rows[i]);
            arena_undo(r->conn->arena, row_mark);
        }
        count += (int64_t)page.count;
        arena_undo(r->conn->arena, mark);
    }
    r->check->row_count += count;
    check_counts(r, count);
}

/* --- one report ------------------------------------------------------------------------------- */

static void check_report(struct reading *r, const struct report_check_page_row *report)
{
    struct report_month_totals_row did = r->did;
    *r = (struct reading){ .conn = r->conn,
                           .check = r->check,
                           .report = report,
                           .did = did,
                           .position = -1,
                           .is_public = true };
    struct report_check_events_rows events = report_check_events(
        r->conn, &(struct report_check_events){ .report_id = report->id, .limit = EVENTS_MAX });
    for (size_t i = 0; i < events.count; i++) {
        check_event(r, &events.rows[i]);
    }
    r->check->row_count += (int64_t)events.count;
    expect_report(r, r->events == report->version, "version, hoặc số việc trong report_event,");
    struct report_voice_count_row voices;
    bool is_counted = report_voice_count(
        r->conn, &(struct report_voice_count){ .report_id = report->id }, &voices);
    expect_report(r, is_counted && voices.n == report->followers, "followers");
    check_outcome(r);
    check_pauses(r);
    handling_check(&(struct handled){ r->conn, r->check, report, events.rows, events.count });
}

static void check_event(struct reading *r, const struct report_check_events_row *event)
{
    const struct report_check_page_row *report = r->report;
    const struct audited_fact *fact = audit_fact(r->conn, event->position);
    if (!fact) {
        expect_event(r, false, event, "không có lá đọc được trong sổ cái");
        return;
    }
    struct str type = str_printf(r->conn->arena, "feedback.%.*s", STR_ARG(event->act));
    bool is_about_it =
        fact->subject.v == report->id.v && str_equal(str_of(fact->leaf.object), report->object);
    expect_event(r, is_about_it && event->position > r->position, event,
                 "cột position chỉ tới lá của việc khác");
    expect_event(r, str_equal(fact->leaf.type, type), event, "cột act khác với sổ cái");
    expect_event(r, fact->leaf.at.s == event->at.s, event, "cột at khác với sổ cái");
    expect_event(r, str_equal(fact->leaf.unit, event->unit_code), event,
                 "cột unit_id khác với sổ cái");
    if (r->events == 0) {
        check_received(r, fact);
    } else {
        check_acted(r, event, fact);
    }
    follow(r, event, fact);
    r->position = event->position;
    r->events++;
}

static void check_received(struct reading *r, const struct audited_fact *fact)
{
    const struct report_check_page_row *report = r->report;
    const struct {
        const char *name;
        struct str value;
    } fields[] = {
        { "code", report->code },
        { "unit", report->first_unit_code },
        { "category", report->category_slug },
        { "text", report->text },
        { "place", report->place },
        { "lat_micro", number(r, report->lat_micro) },
        { "lon_micro", number(r, report->lon_micro) },
        { "identity", report->identity },
        { "channel", report->channel },
        { "incoming_number", report->incoming_number },
        { "replies", report->replies },
        { "name", report->name },
        { "phone", report->phone },
        { "email", report->email },
        { "received_at", number_or_none(r, report->received_at.s) },
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        bool is_sender = i >= COUNT(fields) - 4 && i < COUNT(fields) - 1;
        /* Facts from before there were questions say nothing of replies. */
        bool is_unsaid =
            !fields[i].value.p && !opening_field(&fact->opening, str_of(fields[i].name));
        if (!is_unsaid && !audit_field_is(fact, fields[i].name, fields[i].value)) {
            check_fault(r->check, "%s %lld (%.*s): cột %s khác với lúc nhận",
                        is_sender ? "sender" : "report", (long long)report->id.v,
                        STR_ARG(report->code), fields[i].name);
        }
    }
    r->anchor_at = report->received_at;
}

static void check_acted(struct reading *r, const struct report_check_events_row *event,
                        const struct audited_fact *fact)
{
    expect_event(r, audit_field_is(fact, "code", r->report->code), event, "mã hồ sơ khác");
    expect_event(r, audit_field_is(fact, "state", event->state), event,
                 "cột state khác với sổ cái");
    expect_event(r, audit_field_is(fact, "text", event->note), event, "cột note khác với sổ cái");
    expect_event(r, audit_field_is(fact, "reason", event->reason), event,
                 "cột reason khác với sổ cái");
    expect_event(r, audit_field_is(fact, "by", number_or_none(r, event->person_id.v)), event,
                 "cột person_id khác với sổ cái");
    expect_event(r, str_equal(event->was_state, r->state), event,
                 "cột was_state không nối vào việc trước");
    expect_event(r, str_equal(number_or_none(r, event->was_due_at.s), r->due_at), event,
                 "cột was_due_at không nối vào việc trước");
}

/* What the act makes of the report, as effects.c does. */
static void follow(struct reading *r, const struct report_check_events_row *event,
                   const struct audited_fact *fact)
{
    struct str act = event->act;
    const struct opened_field *text = opening_field(&fact->opening, STR("text"));
    bool answers = str_equal(act, STR("refuse")) || str_equal(act, STR("draft")) ||
                   (str_equal(act, STR("approve")) && text && text->state != OPENED_ABSENT);
    bool ends = str_equal(act, STR("refuse")) || str_equal(act, STR("approve"));
    r->state = event->state;
    r->due_at = value_of(fact, "due_at");
    r->unit = event->unit_code;
    r->unit_id = event->unit_id;
    r->answer = answers ? value_of(fact, "text") : r->answer;
    r->answer_is_erased = answers ? text && text->state == OPENED_HIDDEN : r->answer_is_erased;
    r->answered_at = ends ? event->at : r->answered_at;
    r->is_public =
        (r->is_public && !str_equal(act, STR("withhold"))) || str_equal(act, STR("publish"));
    if (str_equal(act, STR("ask"))) {
        r->paused_at = event->at;
    } else if (str_equal(act, STR("supply")) || str_equal(act, STR("resume"))) {
        r->paused_at = INSTANT_NONE;
    } else if (str_equal(act, STR("reopen"))) {
        r->anchor_at = event->at;
        r->answered_at = INSTANT_NONE;
        r->answer = STR_NONE;
        r->answer_is_erased = false;
    }
    r->did.received += str_equal(act, STR("received"));
    r->did.answered += str_equal(act, STR("approve"));
    r->did.refused += str_equal(act, STR("refuse"));
    r->did.bounced += str_equal(act, STR("return"));
    r->did.reopened += str_equal(act, STR("reopen"));
    r->did.rated += str_equal(act, STR("rate"));
    if (r->events > 0 && str_equal(act, STR("rate"))) {
        expect_report(r, audit_field_is(fact, "rating", number(r, r->report->rating)), "rating");
    }
}

static void check_outcome(struct reading *r)
{
    const struct report_check_page_row *report = r->report;
    int state = workflow_state(&feedback_flow, report->state);
    bool is_open = state != WORKFLOW_NOWHERE && !feedback_flow.states[state].is_final &&
                   state != REPORT_ANSWERED;
    expect_report(r, str_equal(report->state, r->state), "state");
    expect_report(r, ID_IS(report->unit_id, r->unit_id), "unit_id");
    expect_report(r, str_equal(number_or_none(r, report->due_at.s), r->due_at), "due_at");
    expect_report(r, report->is_open == is_open, "is_open");
    expect_report(r, report->is_public == r->is_public, "is_public");
    expect_report(r, report->anchor_at.s == r->anchor_at.s, "anchor_at");
    expect_report(r, report->paused_at.s == r->paused_at.s, "paused_at");
    expect_report(r, report->answered_at.s == r->answered_at.s, "answered_at");
    expect_report(r, r->answer_is_erased || str_equal(report->answer, r->answer), "answer");
}

/* The open pause in report_pause is the one that the report speaks of. */
static void check_pauses(struct reading *r)
{
    struct report_pauses_rows pauses =
        report_pauses(r->conn, &(struct report_pauses){ .report_id = r->report->id });
    struct instant open = INSTANT_NONE;
    for (size_t i = 0; i < pauses.count; i++) {
        open = pauses.rows[i].to_at.s == 0 ? pauses.rows[i].from_at : open;
    }
    if (open.s != r->paused_at.s) {
        check_fault(r->check, "report_pause: khác với sổ cái ở hồ sơ %.*s",
                    STR_ARG(r->report->code));
    }
    r->check->row_count += (int64_t)pauses.count;
}

/* --- the other way round ---------------------------------------------------------------------- */

/* Every fact of ours has its event, and so its report: nothing was taken away. Joining a report is
 * no event of it but a voice beside it. */
static bool check_leaf(void *subject, int64_t position, const struct leaf *leaf, struct id report)
{
    struct reading *r = subject;
    struct report_event_at_row event;
    if (str_equal(leaf->type, STR("feedback.joined"))) {
        check_voice(r, position, report);
    } else if (!photo_check_leaf(r->conn, r->check, position, leaf,
                                 (struct report_id){ report.v }) &&
               str_starts(leaf->type, STR("feedback.")) &&
               !report_event_at(
                   r->conn,
                   &(struct report_event_at){ .report_id = { report.v }, .position = position },
                   &event)) {
        check_fault(r->check, "report_event: thiếu việc %.*s của lá %lld (report %lld)",
                    STR_ARG(leaf->type), (long long)position, (long long)report.v);
    }
    return true;
}

static void check_voice(struct reading *r, int64_t position, struct id report)
{
    const struct audited_fact *fact = audit_fact(r->conn, position);
    struct report_voice_at_row voice;
    if (!report_voice_at(
            r->conn, &(struct report_voice_at){ .report_id = { report.v }, .position = position },
            &voice)) {
        check_fault(r->check, "report_voice: thiếu lời của lá %lld (report %lld)",
                    (long long)position, (long long)report.v);
    } else if (fact && (!audit_field_is(fact, "text", voice.text) ||
                        !str_equal(str_of(fact->leaf.object), voice.object))) {
        check_fault(r->check, "report_voice %lld: khác với sổ cái", (long long)voice.id.v);
    }
}

/* Each count against its rows, and all together against the reports, so that none is missing. */
static void check_counts(struct reading *r, int64_t reports)
{
    struct report_count_page after = { .after_unit = { BEFORE_ALL },
                                       .after_state = STR(""),
                                       .limit = PAGE_ROWS };
    int64_t sum = 0;
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct report_count_page_rows page = report_count_page(r->conn, &after);
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            const struct report_count_page_row *kept = &page.rows[i];
            struct report_count_really_row really = { 0 };
            report_count_really(
                r->conn,
                &(struct report_count_really){ .unit_id = kept->unit_id, .state = kept->state },
                &really);
            if (kept->n != really.n) {
                check_fault(r->check, "report_count (%lld, %.*s): ghi %lld, đếm được %lld",
                            (long long)kept->unit_id.v, STR_ARG(kept->state), (long long)kept->n,
                            (long long)really.n);
            }
            sum += really.n;
            after.after_unit = kept->unit_id;
            after.after_state = kept->state;
        }
        r->check->row_count += (int64_t)page.count;
    }
    if (sum != reports) {
        check_fault(r->check, "report_count: các dòng chỉ đếm %lld hồ sơ, kho có %lld",
                    (long long)sum, (long long)reports);
    }
}

static void check_months(struct reading *r)
{
    struct report_month_totals_row kept;
    bool is_read = report_month_totals(r->conn, &kept);
    const struct {
        const char *column;
        int64_t kept;
        int64_t did;
    } totals[] = {
        { "received", kept.received, r->did.received },
        { "answered", kept.answered, r->did.answered },
        { "refused", kept.refused, r->did.refused },
        { "bounced", kept.bounced, r->did.bounced },
        { "reopened", kept.reopened, r->did.reopened },
        { "rated", kept.rated, r->did.rated },
    };
    for (size_t i = 0; is_read && i < COUNT(totals); i++) {
        if (totals[i].kept != totals[i].did) {
            check_fault(r->check, "report_month: cột %s cộng được %lld, các việc cho %lld",
                        totals[i].column, (long long)totals[i].kept, (long long)totals[i].did);
        }
    }
}

/* --- helpers ---------------------------------------------------------------------------------- */

static void expect_report(const struct reading *r, bool is_so, const char *column)
{
    if (!is_so) {
        check_fault(r->check, "report %lld (%.*s): cột %s khác với sổ cái",
                    (long long)r->report->id.v, STR_ARG(r->report->code), column);
    }
}

static void expect_event(const struct reading *r, bool is_so,
                         const struct report_check_events_row *event, const char *what)
{
    if (!is_so) {
        check_fault(r->check, "report_event %lld (%.*s): %s", (long long)event->id.v,
                    STR_ARG(r->report->code), what);
    }
}

static struct str number(const struct reading *r, int64_t value)
{
    return str_printf(r->conn->arena, "%lld", (long long)value);
}

static struct str number_or_none(const struct reading *r, int64_t value)
{
    return value ? number(r, value) : STR_NONE;
}

static struct str value_of(const struct audited_fact *fact, const char *name)
{
    const struct opened_field *field = opening_field(&fact->opening, str_of(name));
    return field && field->state == OPENED_PRESENT ? field->value : STR_NONE;
}
