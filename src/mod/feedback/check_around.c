/* For `kheo check`: pauses, the sender, who opened its name, and the voices of a report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/check.h"
#include "mod/feedback/sender.h"

/* The second as the query of pauses has it. */
enum { ROWS_MAX = 10000, PAUSES_MAX = 500 };

static void check_voices(const struct reading *r);
static void check_pauses(const struct reading *r);
static size_t pauses_before(const struct reading *r, struct report_pauses_row *ret);
static void check_sender(const struct reading *r);
static void check_openings(const struct reading *r);
static void fault_around(const struct reading *r, const char *table, const char *what);
static bool is_act(const struct report_check_events_row *event, const char *act);

void check_around(const struct reading *r)
{
    check_voices(r);
    check_pauses(r);
    check_sender(r);
    check_openings(r);
}

static void check_voices(const struct reading *r)
{
    struct report_voice_count_row voices = { 0 };
    report_voice_count(r->conn, &(struct report_voice_count){ .report_id = r->report->id },
                       &voices);
    if (voices.n != r->report->followers) {
        fault_around(r, "report", "cột followers khác với số dòng report_voice");
    }
}

void check_voice(struct conn *conn, struct check *check, int64_t position, struct report_id report)
{
    const struct audited_fact *fact = audit_fact(conn, position);
    struct report_voice_at_row voice;
    if (!report_voice_at(
            conn, &(struct report_voice_at){ .report_id = report, .position = position }, &voice)) {
        check_fault(check, "report_voice: thiếu lời của lá %lld (report %lld)", (long long)position,
                    (long long)report.v);
        return;
    }
    struct str hash = str_span(voice.secret_hash.p, voice.secret_hash.n);
    if (fact &&
        !(audit_field_is(fact, "text", voice.text) && audit_field_is(fact, "secret_hash", hash) &&
          fact->leaf.at.s == voice.at.s && str_equal(str_of(fact->leaf.object), voice.object))) {
        check_fault(check, "report_voice %lld: khác với sổ cái", (long long)voice.id.v);
    }
}

/* --- pauses ----------------------------------------------------------------------------------- */

/* A report that was split off begins with the pauses that the first had by then; behind them, each
 * question to the sender is one, ended by the act that let the clock run again. */
static void check_pauses(const struct reading *r)
{
    struct report_pauses_rows rows =
        report_pauses(r->conn, &(struct report_pauses){ .report_id = r->report->id });
    struct report_pauses_row *told =
        new(r->conn->arena, struct report_pauses_row, r->events.count + PAUSES_MAX);
    size_t count = pauses_before(r, told);
    for (size_t i = 0; i < r->events.count; i++) {
        const struct report_check_events_row *event = &r->events.rows[i];
        if (is_act(event, "ask")) {
            told[count++] = (struct report_pauses_row){ event->at, INSTANT_NONE, event->note };
        } else if (count > 0 && (is_act(event, "supply") || is_act(event, "resume"))) {
            told[count - 1].to_at = event->at;
        }
    }
    bool is_so = rows.count == (count < PAUSES_MAX ? count : PAUSES_MAX);
    for (size_t i = 0; i < rows.count && is_so; i++) {
        is_so = rows.rows[i].from_at.s == told[i].from_at.s &&
                rows.rows[i].to_at.s == told[i].to_at.s &&
                str_equal(rows.rows[i].reason, told[i].reason);
    }
    if (!is_so) {
        fault_around(r, "report_pause", "khác với sổ cái");
    }
    r->check->row_count += (int64_t)rows.count;
}

static size_t pauses_before(const struct reading *r, struct report_pauses_row *ret)
{
    struct report_id_of_row first = { .id = { 0 } };
    for (size_t i = 0; i < r->events.count && ID_NONE(first.id); i++) {
        const struct report_check_events_row *event = &r->events.rows[i];
        bool is_found =
            is_act(event, "split") &&
            report_id_of(r->conn, &(struct report_id_of){ .code = event->note }, &first);
        first.id.v = is_found && first.id.v < r->report->id.v ? first.id.v : 0;
    }
    struct report_pauses_rows rows =
        report_pauses(r->conn, &(struct report_pauses){ .report_id = first.id });
    struct report_check_events_rows events = report_check_events(
        r->conn, &(struct report_check_events){ .report_id = first.id, .limit = ROWS_MAX });
    size_t count = rows.count;
    for (size_t i = 0; i < events.count && count > 0; i++) {
        count -=
            is_act(&events.rows[i], "ask") && events.rows[i].position > r->events.rows[0].position;
    }
    for (size_t i = 0; i < count; i++) {
        ret[i] = rows.rows[i];
    }
    return count;
}

/* --- the sender ------------------------------------------------------------------------------- */

/* Name, telephone and address stand in the fact (check.c); what is searched by follows from them.
 */
static void check_sender(const struct reading *r)
{
    const struct report_check_page_row *report = r->report;
    struct arena *arena = r->conn->arena;
    struct str folded = sender_folded_name(arena, report->identity, report->name);
    if (ID_NONE(report->sender_of)) {
        return;
    }
    if (!ID_IS(report->sender_unit_id, report->unit_id)) {
        fault_around(r, "sender", "cột unit_id khác với nơi giữ hồ sơ");
    }
    if (!str_equal(report->name_folded, folded) ||
        !str_equal(report->name_turned, sender_turned_name(arena, folded))) {
        fault_around(r, "sender", "cột name_folded, name_turned khác với tên");
    }
}

static void check_openings(const struct reading *r)
{
    struct report_check_openings_rows rows = report_check_openings(
        r->conn, &(struct report_check_openings){ .report_id = r->report->id, .limit = ROWS_MAX });
    size_t told = 0;
    bool is_so = true;
    for (size_t i = 0; i < r->events.count; i++) {
        const struct report_check_events_row *event = &r->events.rows[i];
        if (is_act(event, "open_name")) {
            const struct report_check_openings_row *row =
                told < rows.count ? &rows.rows[told] : NULL;
            is_so &= row && row->at.s == event->at.s && ID_IS(row->person_id, event->person_id) &&
                     str_equal(row->reason, event->reason);
            told++;
        }
    }
    if (!is_so || told != rows.count) {
        fault_around(r, "sender_opening", "khác với sổ cái");
    }
    r->check->row_count += (int64_t)rows.count;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static void fault_around(const struct reading *r, const char *table, const char *what)
{
    check_fault(r->check, "%s: %s ở hồ sơ %.*s", table, what, STR_ARG(r->report->code));
}

static bool is_act(const struct report_check_events_row *event, const char *act)
{
    return str_equal(event->act, str_of(act));
}
