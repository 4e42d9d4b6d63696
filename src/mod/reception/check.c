/* For `kheo check`: days and visits, against what the ledger says of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/reception/reception.h"

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_days(struct conn *conn, struct check *check);
static void check_day(struct conn *conn, struct check *check,
                      const struct reception_check_days_row *row);
static void check_online(struct conn *conn, struct check *check,
                         const struct reception_check_days_row *row);
static void check_visits(struct conn *conn, struct check *check);
static void check_visit(struct conn *conn, struct check *check,
                        const struct reception_check_visits_row *row);
static struct visit_said begun(const struct reception_check_visits_row *row);
static void follow(struct reception_check_visits_row *is,
                   const struct case_check_events_row *event);

void reception_check(struct snap *snap, struct check *check)
{
    case_check(snap, check, &reception_kind);
    case_letters_check(snap, check, &reception_kind);
    check_days(&snap->conn, check);
    check_visits(&snap->conn, check);
}

static void check_days(struct conn *conn, struct check *check)
{
    struct reception_day_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct reception_check_days wanted = { .after = after, .limit = PAGE_ROWS };
        struct reception_check_days_rows page = reception_check_days(conn, &wanted);
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            after = page.rows[i].id;
            check_day(conn, check, &page.rows[i]);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    }
}

/* Its newest leaf says all of it; the numbers of its queue have no gap and none twice. */
static void check_day(struct conn *conn, struct check *check,
                      const struct reception_check_days_row *row)
{
    const struct audited_fact *fact = audit_fact(conn, row->position);
    struct reception_check_queue_row queue = { 0 };
    struct reception_day_get_row day = {
        .id = row->id,
        .held_on = row->held_on,
        .from_minute = row->from_minute,
        .until_minute = row->until_minute,
        .place = row->place,
        .is_by_head = row->is_by_head,
        .unscheduled = row->unscheduled,
        .reason = row->reason,
        .seats = row->seats,
        .posted_on = row->posted_on,
        .moved_to_id = row->moved_to_id,
        .moved_reason = row->moved_reason,
        .outcome = row->outcome,
        .outcome_by = row->outcome_by,
        .outcome_reason = row->outcome_reason,
        .unit_code = row->unit_code,
    };
    struct day_said said = day_said_of(&day, (struct person_id){ 0 });
    bool is_of_it =
        fact && fact->subject.v == row->id.v && str_equal(str_of(fact->leaf.object), row->object);
    if (!is_of_it) {
        check_fault(check, "reception_day %lld: cột position, object khác với sổ cái",
                    (long long)row->id.v);
        return;
    }
    /* Who said it stands in no row. */
    for (size_t i = 0; i + 1 < day_said_record.count; i++) {
        const struct field *field = &day_said_record.fields[i];
        if (!audit_field_is(fact, field->name, field_canonical(field, &said, conn->arena))) {
            check_fault(check, "reception_day %lld: cột %s khác với sổ cái", (long long)row->id.v,
                        field->name);
        }
    }
    check_online(conn, check, row);
    reception_check_queue(conn, &(struct reception_check_queue){ .day_id = row->id }, &queue);
    if (queue.last != row->last_number || queue.given != row->last_number) {
        check_fault(check, "reception_day %lld: cột last_number khác số đã cấp",
                    (long long)row->id.v);
    }
}

/* What is known of its line, against its own newest leaf. */
static void check_online(struct conn *conn, struct check *check,
                         const struct reception_check_days_row *row)
{
    struct reception_check_online_row is;
    if (!reception_check_online(conn, &(struct reception_check_online){ .day_id = row->id }, &is)) {
        return;
    }
    const struct audited_fact *fact = audit_fact(conn, is.position);
    struct online_said said = { .unit = row->unit_code,
                                .point = is.point_code,
                                .link = is.link,
                                .tested_on = is.tested_on,
                                .connected_minute = is.connected_minute,
                                .recording = is.recording };
    bool is_of_it =
        fact && fact->subject.v == row->id.v && str_equal(str_of(fact->leaf.object), row->object);
    for (size_t i = 0; i + 1 < online_said_record.count; i++) {
        const struct field *field = &online_said_record.fields[i];
        if (!is_of_it ||
            !audit_field_is(fact, field->name, field_canonical(field, &said, conn->arena))) {
            check_fault(check, "reception_online %lld: cột %s khác với sổ cái",
                        (long long)row->id.v, field->name);
        }
    }
}

/* --- visits ----------------------------------------------------------------------------------- */

static void check_visits(struct conn *conn, struct check *check)
{
    struct case_file_id after = { BEFORE_ALL };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct reception_check_visits wanted = { .after = after, .limit = PAGE_ROWS };
        struct reception_check_visits_rows page = reception_check_visits(conn, &wanted);
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            struct arena_mark row_mark = arena_mark(conn->arena);
            after = page.rows[i].case_id;
            check_visit(conn, check, &page.rows[i]);
            arena_undo(conn->arena, row_mark);
        }
        check->row_count += (int64_t)page.count;
        arena_undo(conn->arena, mark);
    }
}

/* Its beginning is in the first leaf; what was done since, in the events, which case_check() holds
 * against theirs. */
static void check_visit(struct conn *conn, struct check *check,
                        const struct reception_check_visits_row *row)
{
    static const char *const from_leaf[] = { "people",     "representatives", "content",
                                             "settled_by", "number",          "day" };
    enum { NUMBER = 4, DAY_OF = 5 };
    struct case_check_events_rows events =
        case_check_events(conn, &(struct case_check_events){ .case_id = row->case_id });
    const struct audited_fact *fact =
        events.count > 0 ? audit_fact(conn, events.rows[0].position) : NULL;
    struct reception_check_visits_row is = { .number = -1 };
    struct visit_said said = begun(row);
    for (size_t i = 1; i < events.count; i++) {
        follow(&is, &events.rows[i]);
    }
    for (size_t i = 0; fact && i < COUNT(from_leaf); i++) {
        bool is_later = (i == NUMBER && is.number >= 0) || (i == DAY_OF && is.held_on.n != 0);
        for (size_t k = 0; !is_later && k < visit_said_record.count; k++) {
            const struct field *field = &visit_said_record.fields[k];
            if (str_equal(str_of(field->name), str_of(from_leaf[i])) &&
                !audit_field_is(fact, field->name, field_canonical(field, &said, conn->arena))) {
                check_fault(check, "reception_visit %lld: cột %s khác với sổ cái",
                            (long long)row->case_id.v, field->name);
            }
        }
    }
    bool is_same = str_equal(is.heard, row->heard) && str_equal(is.matter, row->matter) &&
                   str_equal(is.route, row->route) && str_equal(is.sent_to, row->sent_to) &&
                   str_equal(is.answer, row->answer) && str_equal(is.handling, row->handling) &&
                   is.answered_on.n == row->answered_on.n &&
                   is.conclude_by.n == row->conclude_by.n && str_equal(is.came_of, row->came_of) &&
                   (is.number < 0 || is.number == row->number) &&
                   (is.held_on.n == 0 || is.held_on.n == row->held_on.n);
    if (!is_same) {
        check_fault(check, "reception_visit %lld: khác với những việc đã làm",
                    (long long)row->case_id.v);
    }
}

static struct visit_said begun(const struct reception_check_visits_row *row)
{
    return (struct visit_said){ .people = row->people,
                                .representatives = row->representatives,
                                .content = row->content,
                                .settled_by = row->settled_by,
                                .number = row->number,
                                .day = row->held_on };
}

/* What an act has written into the row. */
static void follow(struct reception_check_visits_row *is, const struct case_check_events_row *event)
{
    struct str told = str_is_empty(str_trim(event->told)) ? STR_NONE : event->told;
    if (str_equal(event->act, STR("check_in"))) {
        is->number = str_to_int(event->said, &is->number) ? is->number : 0;
    } else if (str_equal(event->act, STR("rebook"))) {
        is->held_on = event->happened_on;
    } else if (str_equal(event->act, STR("hear"))) {
        is->heard = event->said;
        is->matter = event->choice;
        is->route = event->reason;
        is->sent_to = told;
    } else if (str_equal(event->act, STR("answer"))) {
        is->answer = event->choice;
        is->handling = told;
        is->answered_on = event->happened_on;
    } else if (str_equal(event->act, STR("conclude"))) {
        is->conclude_by = instant_day(event->due_at);
    } else if (str_equal(event->act, STR("refer"))) {
        is->came_of = event->said;
    }
}
