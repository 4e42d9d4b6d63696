/* The clocks of a case: started, stopped, paused and recounted as the workflow's rows say. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case_private.h"

#include <string.h>

#include "base/must.h"
#include "case/recount.h"
#include "desk/almanac.h"
#include "text/format.h"
#include "text/tongue.h"

static struct verdict stop(struct case_work *work, const struct case_terms_row *row);
static struct verdict stand(struct case_work *work, const struct case_terms_row *row);
static struct verdict run_on(struct case_work *work, const struct case_terms_row *row);
static bool is_known(const struct case_work *work, const char *name);
static struct verdict start(struct case_work *work, const char *name);
static struct verdict recount(struct case_work *work, const struct case_terms_row *row,
                              unsigned facts);
static struct verdict choose(struct term_table table, const char *name, struct day anchor,
                             unsigned facts, const struct term **ret);
static const struct calendar *calendar_of(const struct case_work *work);
static struct verdict due_now(const struct case_work *work, const struct case_terms_row *row,
                              struct due *ret);
static struct verdict due_of(struct conn *conn, const struct workflow *workflow,
                             const struct calendar *calendar, const struct case_terms_row *row,
                             struct due *ret);
static void say_why(const struct workflow *workflow, struct pause *pause);
static bool names(const char *const list[MOVE_TERMS_MAX], struct str name);
static struct day due_day(const struct due *due);
static bool is_right(const struct case_kind *kind, const char *name);

struct verdict clocks_move(struct case_work *work)
{
    const struct move *move = work->move;
    struct conn *conn = &work->deed->tx->conn;
    struct case_terms_rows rows =
        case_terms(conn, &(struct case_terms){ .case_id = work->before.id });
    struct verdict verdict = VERDICT_OK;
    for (size_t i = 0; i < rows.count && verdict_is_ok(verdict); i++) {
        const struct case_terms_row *row = &rows.rows[i];
        if (!day_is_none(row->stopped_on)) {
            continue;
        }
        if (names(move->stops, row->name)) {
            verdict = stop(work, row);
        } else if (names(move->pauses, row->name)) {
            verdict = stand(work, row);
        } else if (names(move->resumes, row->name)) {
            verdict = run_on(work, row);
        }
    }
    for (size_t i = 0; i < MOVE_TERMS_MAX && move->starts[i] && verdict_is_ok(verdict); i++) {
        if (is_known(work, move->starts[i])) {
            verdict = start(work, move->starts[i]);
        }
    }
    if (!verdict_is_ok(verdict)) {
        verdict.field = "on"; /* whatever the law of terms calls it, the form has one day */
    }
    return verdict;
}

/* What no law asked for yet on that day has no limit. */
static bool is_known(const struct case_work *work, const char *name)
{
    const struct term_table *terms = work->kind->workflow->terms;
    for (size_t i = 0; i < terms->count; i++) {
        bool is_it = strcmp(terms->rows[i].name, name) == 0;
        if (is_it && term_in_force(&terms->rows[i], work->on)) {
            return true;
        }
    }
    return false;
}

/* What ends before it began was typed wrong; but a right that began when a limit passed may be over
 * on a day before, when it shows that the office was in time. */
static struct verdict stop(struct case_work *work, const struct case_terms_row *row)
{
    struct day on = day_is_none(work->done_on) ? work->on : work->done_on;
    bool is_before = day_compare(on, row->anchor_on) < 0;
    if (is_before && row->is_duty) {
        return invalid("on", N_("Ngày này trước ngày thời hạn bắt đầu tính. Hãy xem lại."));
    }
    case_term_stop(work->deed->tx,
                   &(struct case_term_stop){ .id = row->id,
                                             .stopped_on = is_before ? row->anchor_on : on,
                                             .is_lapsed = work->move->is_lapse });
    return VERDICT_OK;
}

static struct verdict stand(struct case_work *work, const struct case_terms_row *row)
{
    if (day_compare(work->on, row->anchor_on) < 0) {
        return invalid("on", N_("Ngày này trước ngày thời hạn bắt đầu tính. Hãy xem lại."));
    }
    case_pause_insert(work->deed->tx,
                      &(struct case_pause_insert){
                          .id = { deed_new_id(work->deed) },
                          .term_id = row->id,
                          .from_on = work->on,
                          .reason = work->stands_on ? str_of(work->stands_on) : work->args->reason,
                      });
    return recount(work, row, (unsigned)row->facts);
}

static struct verdict run_on(struct case_work *work, const struct case_terms_row *row)
{
    case_pause_end(work->deed->tx,
                   &(struct case_pause_end){ .term_id = row->id, .to_on = work->on });
    return recount(work, row, (unsigned)row->facts);
}

static struct verdict start(struct case_work *work, const char *name)
{
    struct case_terms_row row = {
        .id = { deed_new_id(work->deed) },
        .name = str_of(name),
        .anchor_on = day_is_none(work->anchor_on) ? work->on : work->anchor_on,
        .facts = work->kind->when ? work->kind->when(work->own) : 0,
    };
    struct due due = { .term = NULL };
    struct verdict verdict = due_now(work, &row, &due);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    must(due.term);
    case_term_insert(work->deed->tx, &(struct case_term_insert){
                                         .id = row.id,
                                         .case_id = work->after.id,
                                         .name = row.name,
                                         .anchor_on = row.anchor_on,
                                         .facts = due.term->when,
                                         .due_at = due.at,
                                         .due_on = due_day(&due),
                                         .is_duty = !work->is_others && !is_right(work->kind, name),
                                     });
    if (!work->rule) {
        work->rule = name;
        work->due_at = due.at;
    }
    return VERDICT_OK;
}

static struct verdict recount(struct case_work *work, const struct case_terms_row *row,
                              unsigned facts)
{
    struct case_terms_row changed = *row;
    changed.facts = facts;
    struct due due = { .term = NULL };
    struct verdict verdict = due_now(work, &changed, &due);
    if (verdict_is_ok(verdict)) {
        must(due.term);
        case_term_set(work->deed->tx, &(struct case_term_set){ .id = row->id,
                                                               .facts = due.term->when,
                                                               .due_at = due.at,
                                                               .due_on = due_day(&due) });
        work->rule = due.term->name;
        work->due_at = due.at;
    }
    return verdict;
}

struct verdict case_clock_change(struct case_work *work, const char *name, unsigned when)
{
    const struct case_clock *clock = case_clock_of(work, work->before.id, name);
    return clock ? recount(work, &clock->row, when) : VERDICT_OK;
}

struct verdict case_clock_extend(struct case_work *work, const char *name, int64_t amount,
                                 struct str reason)
{
    const struct case_clock *clock = case_clock_of(work, work->before.id, name);
    if (!clock) {
        return VERDICT_OK;
    }
    /* More than an int32_t holds is more than any law allows. */
    case_extension_insert(work->deed->tx, &(struct case_extension_insert){
                                              .id = { deed_new_id(work->deed) },
                                              .term_id = clock->row.id,
                                              .amount = amount < INT32_MAX ? amount : INT32_MAX,
                                              .reason = reason,
                                          });
    struct verdict verdict = recount(work, &clock->row, (unsigned)clock->row.facts);
    verdict.field = verdict_is_ok(verdict) ? NULL : "amount";
    return verdict;
}

struct verdict case_count_again(struct case_work *work)
{
    enum { SAID_BYTES_MAX = 2000 };
    struct conn *conn = &work->deed->tx->conn;
    struct out said = out_open(work->deed->arena, SAID_BYTES_MAX);
    struct case_terms_rows rows =
        case_terms(conn, &(struct case_terms){ .case_id = work->before.id });
    struct verdict verdict = VERDICT_OK;
    for (size_t i = 0; i < rows.count && verdict_is_ok(verdict); i++) {
        const struct case_terms_row *row = &rows.rows[i];
        struct due due = { .term = NULL };
        bool runs = day_is_none(row->stopped_on) && row->due_at.s != 0;
        if (!runs || !verdict_is_ok(due_now(work, row, &due)) || due.at.s == row->due_at.s) {
            continue;
        }
        must(due.term);
        out_printf(&said, "%s%s: từ ", out_str(&said).n > 0 ? " " : "", due.term->about);
        format_day(&said, row->due_on);
        out_lit(&said, " thành ");
        format_day(&said, due.day);
        out_char(&said, '.');
        verdict = recount(work, row, (unsigned)row->facts);
    }
    work->said = out_str(&said);
    work->rule = NULL; /* of several that may have changed none is the one */
    work->due_at = INSTANT_NONE;
    return work->said.n > 0 ? verdict : (struct verdict){ .status = STATUS_CONFLICT };
}

struct verdict case_rule_day(const struct case_work *work, const char *name, struct day anchor,
                             int32_t excluded_days, struct due *ret_due)
{
    const struct term *term;
    unsigned facts = work->kind->when ? work->kind->when(work->own) : 0;
    struct clock clock = { .anchor = instant_of_day(anchor), .excluded_days = excluded_days };
    struct verdict verdict = choose(*work->kind->workflow->terms, name, anchor, facts, &term);
    return verdict_is_ok(verdict)
               ? term_compute(term, calendar_of(work), &clock, work->deed->arena, ret_due)
               : verdict;
}

void clocks_next_due(struct conn *conn, struct case_update *after)
{
    struct case_terms_rows rows = case_terms(conn, &(struct case_terms){ .case_id = after->id });
    after->due_at = CASE_NEVER;
    after->due_rule = STR_NONE;
    for (size_t i = 0; i < rows.count; i++) {
        const struct case_terms_row *row = &rows.rows[i];
        bool runs = row->is_duty && day_is_none(row->stopped_on) && row->due_at.s != 0;
        if (runs && row->due_at.s < after->due_at.s) {
            after->due_at = row->due_at;
            after->due_rule = row->name;
        }
    }
}

struct case_clocks case_clocks(struct conn *conn, const struct workflow *workflow,
                               const struct calendar *calendar, struct case_file_id id)
{
    struct case_terms_rows rows = case_terms(conn, &(struct case_terms){ .case_id = id });
    struct case_clock *clocks = new(conn->arena, struct case_clock, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        clocks[i].row = rows.rows[i];
        struct verdict verdict = due_of(conn, workflow, calendar, &rows.rows[i], &clocks[i].due);
        if (!verdict_is_ok(verdict)) {
            clocks[i].due = (struct due){ .term = NULL };
        }
    }
    return (struct case_clocks){ clocks, rows.count };
}

const struct case_clock *case_clock_find(struct case_clocks clocks, const char *name)
{
    const struct case_clock *all = clocks.clocks;
    for (size_t i = 0; i < clocks.count; i++) {
        bool runs = day_is_none(all[i].row.stopped_on);
        if (runs && str_equal(all[i].row.name, str_of(name))) {
            return &all[i];
        }
    }
    return NULL;
}

const struct case_clock *case_clock_of(const struct case_work *work, struct case_file_id id,
                                       const char *name)
{
    return case_clock_find(
        case_clocks(&work->deed->tx->conn, work->kind->workflow, calendar_of(work), id), name);
}

/* --- helpers ---------------------------------------------------------------------------------- */

/* A rule that knows no far regions is the same for all: only what some row of the name asks is
 * asked. */
static struct verdict choose(struct term_table table, const char *name, struct day anchor,
                             unsigned facts, const struct term **ret)
{
    unsigned known = 0;
    for (size_t i = 0; i < table.count; i++) {
        known |= strcmp(table.rows[i].name, name) == 0 ? table.rows[i].when : 0;
    }
    return term_choose(table, name, anchor, facts & known, ret);
}

static const struct calendar *calendar_of(const struct case_work *work)
{
    return deed_calendar(work->deed, ID_OF(work->before.unit_id));
}

static struct verdict due_now(const struct case_work *work, const struct case_terms_row *row,
                              struct due *ret)
{
    return due_of(&work->deed->tx->conn, work->kind->workflow, calendar_of(work), row, ret);
}

static struct verdict due_of(struct conn *conn, const struct workflow *workflow,
                             const struct calendar *calendar, const struct case_terms_row *row,
                             struct due *ret)
{
    const struct term *term;
    struct case_pauses_rows stood = case_pauses(conn, &(struct case_pauses){ .term_id = row->id });
    struct case_extensions_rows more =
        case_extensions(conn, &(struct case_extensions){ .term_id = row->id });
    struct pause *pauses = new(conn->arena, struct pause, stood.count + 1);
    struct extension *extensions = new(conn->arena, struct extension, more.count + 1);
    for (size_t i = 0; i < stood.count; i++) {
        const struct case_pauses_row *pause = &stood.rows[i];
        bool is_open = day_is_none(pause->to_on);
        pauses[i] = (struct pause){
            .from = instant_of_day(pause->from_on),
            .to = is_open ? INSTANT_NONE : instant_of_day(pause->to_on),
            .reason = pause->reason,
        };
        say_why(workflow, &pauses[i]);
    }
    for (size_t i = 0; i < more.count; i++) {
        extensions[i] = (struct extension){ (int32_t)more.rows[i].amount, more.rows[i].reason };
    }
    struct clock clock = { .anchor = instant_of_day(row->anchor_on),
                           .pauses = pauses,
                           .pause_count = stood.count,
                           .extensions = extensions,
                           .extension_count = more.count };
    struct verdict verdict = choose(*workflow->terms, str_z(conn->arena, row->name), row->anchor_on,
                                    (unsigned)row->facts, &term);
    return verdict_is_ok(verdict) ? term_compute(term, calendar, &clock, conn->arena, ret)
                                  : verdict;
}

static void say_why(const struct workflow *workflow, struct pause *pause)
{
    const struct ground *own =
        workflow->exclusions ? ground_find(*workflow->exclusions, pause->reason) : NULL;
    const struct ground *of_term =
        workflow->suspensions ? ground_find(*workflow->suspensions, pause->reason) : NULL;
    pause->why = own ? own->sentence : of_term ? of_term->sentence : NULL;
    pause->cite = own ? &own->cite : NULL;
}

static bool names(const char *const list[MOVE_TERMS_MAX], struct str name)
{
    for (size_t i = 0; i < MOVE_TERMS_MAX && list[i]; i++) {
        if (str_equal(str_of(list[i]), name)) {
            return true;
        }
    }
    return false;
}

static bool is_right(const struct case_kind *kind, const char *name)
{
    for (const char *const *right = kind->rights; right && *right; right++) {
        if (strcmp(*right, name) == 0) {
            return true;
        }
    }
    return false;
}

/* While it stands still there is none. */
static struct day due_day(const struct due *due)
{
    return due->at.s != 0 ? due->day : DAY_NONE;
}
