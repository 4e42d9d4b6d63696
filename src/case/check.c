/* For `kheo check`: every case of a kind, its acts and its clocks, against what the ledger says. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case_private.h"

#include "case/recount.h"
#include "desk/almanac.h"
#include "desk/audit.h"
#include "web/module.h"

/* Before every row: 0 would be no id at all, which compares with nothing. */
enum { BEFORE_ALL = -1, PAGE_ROWS = 100, DAY_BYTES = 16 };

struct reading {
    struct conn *conn;
    struct check *check;
    const struct case_kind *kind;
    const struct case_check_page_row *file;
    bool is_to_recount; /* a change of the working calendar, of which not every case was asked */
};

static void check_case(const struct reading *r);
static void check_event(const struct reading *r, const struct case_check_events_row *event,
                        bool is_first);
static void check_sealed(const struct reading *r, const struct case_check_events_row *event,
                         bool is_first);
static void check_received(const struct reading *r, const struct audited_fact *fact);
static void check_acted(const struct reading *r, const struct case_check_events_row *event,
                        const struct audited_fact *fact);
static void check_clocks(const struct reading *r, const struct case_check_events_rows *events);
static bool is_countable(const struct reading *r, const struct case_terms_row *row);
static void check_number(const struct reading *r, const struct case_check_events_rows *events);
static bool happened(const struct case_check_events_rows *events, struct day day);
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static void expect(const struct reading *r, bool is_so, const char *what);
static struct str digits(const struct reading *r, int64_t value);
static struct str number(const struct reading *r, int64_t value);

void case_check(struct snap *snap, struct check *check, const struct case_kind *kind)
{
    struct reading r = { .conn = &snap->conn, .check = check, .kind = kind };
    r.is_to_recount = case_recount_waits(r.conn, kind);
    struct case_file_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(r.conn->arena);
        struct case_check_page_rows page = case_check_page(
            r.conn, &(struct case_check_page){
                        .kind = str_of(kind->name), .after = after, .limit = PAGE_ROWS });
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            struct arena_mark row_mark = arena_mark(r.conn->arena);
            r.file = &page.rows[i];
            after = r.file->id;
            check_case(&r);
            arena_undo(r.conn->arena, row_mark);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(r.conn->arena, mark);
    }
    if (!kind->sealed) {
        audit_each_leaf(r.conn, 0, check_leaf, &r);
    }
}

static void check_case(const struct reading *r)
{
    struct case_check_events_rows events =
        case_check_events(r->conn, &(struct case_check_events){ .case_id = r->file->id });
    int state = workflow_state(r->kind->workflow, r->file->state);
    for (size_t i = 0; i < events.count; i++) {
        check_event(r, &events.rows[i], i == 0);
    }
    r->check->row_count += (int64_t)events.count;
    expect(r, (int64_t)events.count == r->file->version, "version, hoặc số việc trong case_event,");
    expect(r, events.count > 0 && str_equal(events.rows[events.count - 1].state, r->file->state),
           "cột state");
    expect(r,
           state != WORKFLOW_NOWHERE &&
               r->file->is_open == !r->kind->workflow->states[state].is_final,
           "cột is_open");
    check_clocks(r, &events);
    check_number(r, &events);
}

static void check_event(const struct reading *r, const struct case_check_events_row *event,
                        bool is_first)
{
    if (r->kind->sealed) {
        check_sealed(r, event, is_first);
        return;
    }
    const struct audited_fact *fact = audit_fact(r->conn, event->position);
    if (!fact) {
        expect(r, false, "một việc không có lá đọc được trong sổ cái; cột position");
        return;
    }
    struct str act = is_first ? STR("received") : event->act;
    struct str type = str_printf(r->conn->arena, "%s.%.*s", r->kind->name, STR_ARG(act));
    expect(r,
           fact->subject.v == r->file->id.v &&
               str_equal(str_of(fact->leaf.object), r->file->object),
           "cột position của một việc");
    expect(r, str_equal(fact->leaf.type, type), "cột act của một việc");
    expect(r, fact->leaf.at.s == event->at.s, "cột at của một việc");
    expect(r, str_equal(fact->leaf.unit, event->unit_code), "cột unit_id của một việc");
    if (is_first) {
        check_received(r, fact);
    } else {
        check_acted(r, event, fact);
    }
}

/* Its leaf, once there is one, says neither what was done nor when, and commits to all of it.
 * Leaves without an event are the service's to find. */
static void check_sealed(const struct reading *r, const struct case_check_events_row *event,
                         bool is_first)
{
    struct hash sealed = r->kind->sealed(r->conn, event->id);
    if (event->position != CASE_UNTOLD) {
        const struct audited_fact *fact = audit_fact(r->conn, event->position);
        expect(r, fact && fact->subject.v == event->id.v && fact->leaf.at.s > event->at.s,
               "cột position của một việc");
        expect(r, fact && audit_field_is(fact, "sealed", hash_str(&sealed)), "một việc");
    }
    if (is_first && r->kind->check) {
        r->kind->check(r->conn, r->check, r->file, NULL);
    }
}

/* What every kind says of a receipt; its own content is the service's to compare. */
static void check_received(const struct reading *r, const struct audited_fact *fact)
{
    const struct case_check_page_row *file = r->file;
    struct str hash = str_span(file->secret_hash.p, file->secret_hash.n);
    expect(r, audit_field_is(fact, "code", file->code), "cột code");
    expect(r, audit_field_is(fact, "channel", file->channel), "cột channel");
    expect(r, audit_field_is(fact, "secret_hash", hash), "cột secret_hash");
    if (r->kind->check) {
        r->kind->check(r->conn, r->check, file, fact);
    }
}

static void check_acted(const struct reading *r, const struct case_check_events_row *event,
                        const struct audited_fact *fact)
{
    struct out day = out_open(r->conn->arena, DAY_BYTES);
    out_day(&day, event->happened_on);
    const struct {
        const char *name;
        struct str value;
        const char *what;
    } columns[] = {
        { "state", event->state, "cột state của một việc" },
        { "happened_on", out_str(&day), "cột happened_on của một việc" },
        { "said", event->said, "cột said của một việc" },
        { "reason", event->reason, "cột reason của một việc" },
        { "choice", event->choice, "cột choice của một việc" },
        { "document", event->document, "cột document của một việc" },
        { "told", event->told, "cột told của một việc" },
        { "other", event->other, "cột other của một việc" },
        { "rule", event->rule, "cột rule của một việc" },
        { "due_at", number(r, event->due_at.s), "cột due_at của một việc" },
        { "by", number(r, event->person_id.v), "cột person_id của một việc" },
    };
    for (size_t i = 0; i < COUNT(columns); i++) {
        expect(r, audit_field_is(fact, columns[i].name, columns[i].value), columns[i].what);
    }
}

/* Counted again from their anchors, they end on the days that are kept. */
static void check_clocks(const struct reading *r, const struct case_check_events_rows *events)
{
    const struct calendar *calendar = almanac_calendar(r->check->almanac, ID_OF(r->file->unit_id));
    struct case_clocks clocks = case_clocks(r->conn, r->kind->workflow, calendar, r->file->id);
    for (size_t i = 0; i < clocks.count; i++) {
        const struct case_clock *clock = &clocks.clocks[i];
        bool has_day = clock->due.at.s != 0;
        bool is_kept = clock->due.term && clock->row.due_at.s == clock->due.at.s &&
                       day_compare(clock->row.due_on, has_day ? clock->due.day : DAY_NONE) == 0;
        expect(r, is_kept || !is_countable(r, &clock->row), "hạn của một đồng hồ trong case_term");
        expect(r, happened(events, clock->row.anchor_on), "cột anchor_on trong case_term");
        expect(r,
               day_is_none(clock->row.stopped_on) || happened(events, clock->row.stopped_on) ||
                   day_compare(clock->row.stopped_on, clock->row.anchor_on) == 0,
               "cột stopped_on trong case_term");
    }
    struct case_update next = { .id = r->file->id };
    clocks_next_due(r->conn, &next);
    expect(r, next.due_at.s == r->file->due_at.s && str_equal(next.due_rule, r->file->due_rule),
           "cột due_at, due_rule");
}

/* Where the working calendar was changed, a clock that was stopped kept its day; one that runs has
 * the new one as soon as it was asked. */
static bool is_countable(const struct reading *r, const struct case_terms_row *row)
{
    bool runs = r->file->is_open && day_is_none(row->stopped_on);
    return r->check->almanac->revision == 0 || (runs && !r->is_to_recount);
}

/* A clock begins and ends with an act. */
static bool happened(const struct case_check_events_rows *events, struct day day)
{
    for (size_t i = 0; i < events->count; i++) {
        if (day_compare(events->rows[i].happened_on, day) == 0) {
            return true;
        }
    }
    return false;
}

/* The receipt says the number, or the act with which the letter came. */
static void check_number(const struct reading *r, const struct case_check_events_rows *events)
{
    const struct audited_fact *fact = events->count > 0 && !r->kind->sealed
                                          ? audit_fact(r->conn, events->rows[0].position)
                                          : NULL;
    bool is_told = fact ? audit_field_is(fact, "book_year", digits(r, r->file->book_year)) &&
                              audit_field_is(fact, "book_number", digits(r, r->file->book_number))
                        : !r->kind->sealed || r->file->book_number == 0;
    struct str told = case_book_words(r->conn->arena, r->file->book_number, r->file->book_year);
    for (size_t i = 0; i < events->count; i++) {
        const struct case_act_rule *act = case_act_rule(r->kind, events->rows[i].act);
        bool numbers = act ? (act->needs & CASE_NUMBERS) != 0 : i == 0 && r->kind->sealed;
        is_told = is_told || (numbers && str_equal(events->rows[i].document, told));
    }
    expect(r, is_told, "cột book_year, book_number");
}

/* A leaf of which no row tells is an act that was taken out of the history. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    struct reading *r = context;
    struct str prefix = str_printf(r->conn->arena, "%s.", r->kind->name);
    struct case_check_event_at_row row;
    if (str_starts(leaf->type, prefix) &&
        !(case_check_event_at(r->conn, &(struct case_check_event_at){ .position = position },
                              &row) &&
          row.case_id.v == subject.v)) {
        check_fault(r->check, "case_event: sổ cái có lá %lld mà không có việc nào",
                    (long long)position);
    }
    return true;
}

static void expect(const struct reading *r, bool is_so, const char *what)
{
    if (!is_so) {
        check_fault(r->check, "case_file %lld: %s khác với sổ cái", (long long)r->file->id.v, what);
    }
}

/* As field_canonical() has it: nothing for what there is not. */
static struct str number(const struct reading *r, int64_t value)
{
    return value == 0 ? STR_NONE : str_printf(r->conn->arena, "%lld", (long long)value);
}

static struct str digits(const struct reading *r, int64_t value)
{
    return str_printf(r->conn->arena, "%lld", (long long)value);
}
