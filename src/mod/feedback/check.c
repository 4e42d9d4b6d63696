/* For `kheo check`: every report and each of its events against what the ledger says of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"
#include "mod/feedback/check.h"
#include "mod/feedback/handling_check.h"
#include "mod/feedback/pages.h"
#include "mod/feedback/recording.h"
#include "mod/feedback/removal.h"
#include "mod/feedback/slip.h"
#include "mod/feedback/template.h"

/* Before every row: 0 would be no id at all, which compares with nothing. */
enum { BEFORE_ALL = -1, PAGE_ROWS = 100, EVENTS_MAX = 10000 };

/* What was erased from a fact agrees with whatever the row holds; it is known by its address. */
static const struct str ERASED = STR_INIT("(erased)");

static void check_reports(struct reading *r);
static void check_report(struct reading *r, const struct report_check_page_row *report);
static void check_event(struct reading *r, size_t i);
static void check_received(struct reading *r, const struct report_check_events_row *event,
                           const struct audited_fact *fact);
static void check_fields_of_received(struct reading *r, const struct audited_fact *fact);
static void check_acted(struct reading *r, const struct report_check_events_row *event,
                        const struct audited_fact *fact, const struct change *change);
static struct change change_of(const struct reading *r, const struct report_check_events_row *event,
                               const struct audited_fact *fact);
static void take_figures(const struct reading *r, const struct report_check_events_row *event,
                         const struct report_month_add *added);
static void check_outcome(const struct reading *r);
static bool check_leaf(void *subject, int64_t position, const struct leaf *leaf, struct id report);
static void expect_report(const struct reading *r, bool is_so, const char *column);
static void expect_event(const struct reading *r, bool is_so,
                         const struct report_check_events_row *event, const char *what);
static struct str number(const struct reading *r, int64_t value);
static struct str number_or_none(const struct reading *r, int64_t value);
static bool is_what_was_told(struct str value, struct str told);
static struct str personal_of(const struct audited_fact *fact, const char *name);
static struct str value_of(const struct audited_fact *fact, const char *name);
static int64_t number_of(const struct audited_fact *fact, const char *name);

void feedback_check(struct snap *snap, struct check *check)
{
    struct reading reading = { .conn = &snap->conn,
                               .check = check,
                               .figures = figures_open(&snap->conn) };
    check_reports(&reading);
    audit_each_leaf(&snap->conn, 0, check_leaf, &reading);
    figures_check(reading.figures, check);
    handling_check_counts(&snap->conn, check);
    photo_check(&snap->conn, check);
    recording_check(&snap->conn, check);
    removal_check(&snap->conn, check);
    slip_check(&snap->conn, check);
    template_check(&snap->conn, check);
    category_check(&snap->conn, check);
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
    check_counts(r->conn, r->check, count);
}

/* --- one report ------------------------------------------------------------------------------- */

static void check_report(struct reading *r, const struct report_check_page_row *report)
{
    r->report = report;
    r->position = -1;
    r->told = (struct report_update){ .id = report->id, .state = STR("") };
    r->events = report_check_events(
        r->conn, &(struct report_check_events){ .report_id = report->id, .limit = EVENTS_MAX });
    r->is_undone = new(r->conn->arena, bool, r->events.count);
    for (size_t i = 0; i < r->events.count; i++) {
        check_event(r, i);
    }
    for (size_t i = 0; i < r->events.count; i++) {
        const struct report_check_events_row *event = &r->events.rows[i];
        expect_event(r, event->is_undone == r->is_undone[i], event,
                     "cột is_undone khác với sổ cái");
    }
    r->check->row_count += (int64_t)r->events.count;
    expect_report(r, (int64_t)r->events.count == report->version,
                  "version, hoặc số việc trong report_event,");
    check_outcome(r);
    check_around(r);
    handling_check(&(struct handled){ r->conn, r->check, report, r->events.rows, r->events.count });
}

static void check_event(struct reading *r, size_t i)
{
    const struct report_check_page_row *report = r->report;
    const struct report_check_events_row *event = &r->events.rows[i];
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
    expect_event(r, audit_field_is(fact, "by", number_or_none(r, event->person_id.v)), event,
                 "cột person_id khác với sổ cái");
    r->position = event->position;
    if (i == 0) {
        check_received(r, event, fact);
        return;
    }
    struct change change = change_of(r, event, fact);
    check_acted(r, event, fact, &change);
    int64_t undoes = number_of(fact, "undoes");
    for (size_t k = 0; k < i && undoes; k++) {
        r->is_undone[k] |= r->events.rows[k].position == undoes;
    }
    struct report_month_add added = change_figures(&r->told, &change);
    take_figures(r, event, &added);
    report_change(&r->told, &change);
    if (change.act == ACT_write_down) {
        bool is_erased = change.said.p == ERASED.p;
        r->told_text = change.said;
        r->told_title = is_erased ? ERASED : report_title(r->conn->arena, change.said);
    }
}

static void check_received(struct reading *r, const struct report_check_events_row *event,
                           const struct audited_fact *fact)
{
    struct instant due_at = { number_of(fact, "due_at") };
    struct report_month_add added = { .unit_id = event->unit_id,
                                      .month = month_of(instant_day(fact->leaf.at)),
                                      .received = 1 };
    check_fields_of_received(r, fact);
    expect_report(r, r->report->entered_at.s == fact->leaf.at.s, "entered_at");
    expect_event(r, str_equal(event->state, str_of(feedback_flow.states[REPORT_RECEIVED].name)),
                 event, "cột state khác với sổ cái");
    bool says_nothing_more = !event->note.p && !event->reason.p && !event->is_internal &&
                             ID_NONE(event->other_unit_id) && ID_NONE(event->assignee_id);
    bool is_first = str_equal(event->was_state, STR("")) && event->was_due_at.s == 0 &&
                    ID_NONE(event->was_assignee_id);
    expect_event(r, says_nothing_more && is_first, event, "nói nhiều hơn sổ cái");
    take_figures(r, event, &added);
    r->told_title = personal_of(fact, "title");
    r->told_text = personal_of(fact, "text");
    r->told.state = event->state;
    r->told.unit_id = event->unit_id;
    r->told.anchor_at = (struct instant){ number_of(fact, "received_at") };
    r->told.due_at = due_at;
    r->told.is_public = true;
    r->told.is_open = true;
}

static void check_fields_of_received(struct reading *r, const struct audited_fact *fact)
{
    const struct report_check_page_row *report = r->report;
    const struct {
        const char *name;
        struct str value;
        const char *table;
    } fields[] = {
        { "code", report->code, "report" },
        { "unit", report->first_unit_code, "report" },
        { "category", report->category_slug, "report" },
        { "place", report->place, "report" },
        { "lat_micro", number(r, report->lat_micro), "report" },
        { "lon_micro", number(r, report->lon_micro), "report" },
        { "identity", report->identity, "report" },
        { "channel", report->channel, "report" },
        { "incoming_number", report->incoming_number, "report" },
        { "replies", report->replies, "report" },
        { "secret_hash", str_span(report->secret_hash.p, report->secret_hash.n), "report" },
        { "received_at", number_or_none(r, report->received_at.s), "report" },
        { "name", report->name, "sender" },
        { "phone", report->phone, "sender" },
        { "email", report->email, "sender" },
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (!audit_field_is(fact, fields[i].name, fields[i].value)) {
            check_fault(r->check, "%s %lld (%.*s): cột %s khác với lúc nhận", fields[i].table,
                        (long long)report->id.v, STR_ARG(report->code), fields[i].name);
        }
    }
}

static void check_acted(struct reading *r, const struct report_check_events_row *event,
                        const struct audited_fact *fact, const struct change *change)
{
    const struct {
        const char *name;
        struct str value;
        const char *what;
    } fields[] = {
        { "code", r->report->code, "mã hồ sơ khác" },
        { "state", event->state, "cột state khác với sổ cái" },
        { "text", event->note, "cột note khác với sổ cái" },
        { "reason", event->reason, "cột reason khác với sổ cái" },
        { "other_unit", event->other_unit_code, "cột other_unit_id khác với sổ cái" },
        { "assignee", number_or_none(r, event->assignee_id.v), "cột assignee_id khác với sổ cái" },
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        expect_event(r, audit_field_is(fact, fields[i].name, fields[i].value), event,
                     fields[i].what);
    }
    expect_event(r, event->is_internal == act_is_internal(change->act), event,
                 "cột is_internal không phải của việc này");
    expect_event(r, str_equal(event->was_state, r->told.state), event,
                 "cột was_state không nối vào việc trước");
    expect_event(r, event->was_due_at.s == r->told.due_at.s, event,
                 "cột was_due_at không nối vào việc trước");
    expect_event(r, ID_IS(event->was_assignee_id, r->told.assignee_id), event,
                 "cột was_assignee_id không nối vào việc trước");
}

/* The act as its fact has it, whatever the row beside it says. Only the unit is taken from the row:
 * the fact knows its code, and check_event() has held both together. */
static struct change change_of(const struct reading *r, const struct report_check_events_row *event,
                               const struct audited_fact *fact)
{
    struct str act = str_slice(fact->leaf.type, sizeof "feedback." - 1, fact->leaf.type.n);
    const struct command *command = feedback_act(act);
    struct str merged_into = value_of(fact, "merged_into");
    struct report_id_of_row other = { .id = { 0 } };
    if (merged_into.p) {
        report_id_of(r->conn, &(struct report_id_of){ .code = merged_into }, &other);
    }
    return (struct change){
        .act = command ? (int)(command - &feedback_commands[COMMAND_FIRST_ACT]) : ACT_COUNT,
        .at = fact->leaf.at,
        .said = personal_of(fact, "text"),
        .reason = personal_of(fact, "reason"),
        .state = value_of(fact, "state"),
        .unit = event->unit_id,
        .due_at = { number_of(fact, "due_at") },
        .assignee = { number_of(fact, "assignee") },
        .extended = number_of(fact, "extended"),
        .rating = number_of(fact, "rating"),
        .merged_into = other.id,
    };
}

static void take_figures(const struct reading *r, const struct report_check_events_row *event,
                         const struct report_month_add *added)
{
    bool counts = added->received || added->answered || added->refused || added->bounced ||
                  added->reopened || added->rated;
    expect_event(r, !counts || figures_take(r->figures, added), event,
                 "report_month không có tháng của việc này");
}

static void check_outcome(const struct reading *r)
{
    const struct report_check_page_row *report = r->report;
    const struct report_update *told = &r->told;
    const struct {
        bool is_so;
        const char *column;
    } columns[] = {
        { str_equal(report->state, told->state), "state" },
        { ID_IS(report->unit_id, told->unit_id), "unit_id" },
        { report->anchor_at.s == told->anchor_at.s, "anchor_at" },
        { report->due_at.s == told->due_at.s, "due_at" },
        { report->paused_at.s == told->paused_at.s, "paused_at" },
        { ID_IS(report->assignee_id, told->assignee_id), "assignee_id" },
        { ID_IS(report->from_unit_id, told->from_unit_id), "from_unit_id" },
        { report->is_public == told->is_public, "is_public" },
        { is_what_was_told(report->withheld, told->withheld), "withheld" },
        { report->is_open == told->is_open, "is_open" },
        { report->extended == told->extended, "extended" },
        { report->bounces == told->bounces, "bounces" },
        { report->reopened == told->reopened, "reopened" },
        { report->rating == told->rating, "rating" },
        { is_what_was_told(report->title, r->told_title), "title" },
        { is_what_was_told(report->text, r->told_text), "text" },
        { is_what_was_told(report->answer, told->answer), "answer" },
        { report->answered_at.s == told->answered_at.s, "answered_at" },
        { ID_IS(report->merged_into_id, told->merged_into_id), "merged_into_id" },
    };
    for (size_t i = 0; i < COUNT(columns); i++) {
        expect_report(r, columns[i].is_so, columns[i].column);
    }
}

/* --- the other way round ---------------------------------------------------------------------- */

/* Every fact of ours has its event, and so its report: nothing was taken away. Joining a report is
 * no event of it but a voice beside it. */
static bool check_leaf(void *subject, int64_t position, const struct leaf *leaf, struct id report)
{
    struct reading *r = subject;
    struct report_id id = { report.v };
    struct report_event_at_row event;
    bool is_ours = str_starts(leaf->type, STR("feedback."));
    if (!is_ours || template_check_leaf(r->conn, r->check, position, leaf, report) ||
        category_check_leaf(r->conn, r->check, position, leaf, report) ||
        removal_check_leaf(r->conn, r->check, position, id)) {
        return true;
    }
    if (str_equal(leaf->type, STR("feedback.joined"))) {
        check_voice(r->conn, r->check, position, id);
    } else if (str_equal(leaf->type, STR("feedback.slip"))) {
        slip_check_leaf(r->conn, r->check, position, report);
    } else if (!photo_check_leaf(r->conn, r->check, position, leaf, id) &&
               !recording_check_leaf(r->conn, r->check, position, leaf, id) &&
               !report_event_at(r->conn,
                                &(struct report_event_at){ .report_id = id, .position = position },
                                &event)) {
        check_fault(r->check, "report_event: thiếu việc %.*s của lá %lld (report %lld)",
                    STR_ARG(leaf->type), (long long)position, (long long)report.v);
    }
    return true;
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

static bool is_what_was_told(struct str value, struct str told)
{
    return told.p == ERASED.p || str_equal(value, told);
}

static struct str personal_of(const struct audited_fact *fact, const char *name)
{
    const struct opened_field *field = opening_field(&fact->opening, str_of(name));
    return field && field->state == OPENED_HIDDEN ? ERASED : value_of(fact, name);
}

static struct str value_of(const struct audited_fact *fact, const char *name)
{
    const struct opened_field *field = opening_field(&fact->opening, str_of(name));
    return field && field->state == OPENED_PRESENT ? field->value : STR_NONE;
}

/* 0 when it is absent. */
static int64_t number_of(const struct audited_fact *fact, const char *name)
{
    int64_t value = 0;
    return str_to_int(value_of(fact, name), &value) ? value : 0;
}
