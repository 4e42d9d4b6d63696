/* Time that runs out: what is due soon, what is late, and what happens by itself on a day. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case_private.h"

#include <string.h>

#include "base/must.h"
#include "case/setting.h"
#include "desk/almanac.h"

enum { REMIND_WORKING_DAYS = 2 };

static void tell_between(struct snap *snap, struct desk *desk, const struct case_kind *kind,
                         struct case_due_between wanted);
static bool leaves(const struct workflow *workflow, int state, const char *act);
static void tell_waiting(struct snap *snap, struct desk *desk, const struct case_kind *kind,
                         const struct case_wait *wait, struct case_setting_span ripe, int32_t days);
static void submit(struct snap *snap, struct desk *desk, const struct case_kind *kind,
                   const char *act, const struct case_args *args);

void case_tick(struct snap *snap, struct desk *desk, struct instant now,
               const struct case_kind *kind)
{
    /* Letters leave by the usual office hours, whatever a unit's own are. */
    const struct calendar *calendar = desk_calendar(desk, &snap->conn, 0, (struct id){ 0 });
    if (!calendar_is_office_time(calendar, now)) {
        return;
    }
    const struct instant beginning = { 1 }; /* 0 is no instant, and after nothing */
    struct day last = calendar_add_working_days(calendar, instant_day(now), REMIND_WORKING_DAYS);
    tell_between(snap, desk, kind,
                 (struct case_due_between){ .kind = str_of(kind->name),
                                            .after = now,
                                            .until = instant_of_day_end(last),
                                            .act = STR("remind") });
    tell_between(snap, desk, kind,
                 (struct case_due_between){ .kind = str_of(kind->name),
                                            .after = beginning,
                                            .until = { now.s - 1 },
                                            .act = STR("overdue") });
}

static void tell_between(struct snap *snap, struct desk *desk, const struct case_kind *kind,
                         struct case_due_between wanted)
{
    struct case_due_between_rows rows = case_due_between(&snap->conn, &wanted);
    for (size_t i = 0; i < rows.count; i++) {
        submit(snap, desk, kind, str_z(snap->conn.arena, wanted.act),
               &(struct case_args){ .code = rows.rows[i].code, .choice = rows.rows[i].name });
    }
}

void case_tick_ripe(struct snap *snap, struct desk *desk, struct instant now,
                    const struct case_kind *kind, const char *term, const char *act)
{
    struct case_ripe_rows rows =
        case_ripe(&snap->conn, &(struct case_ripe){ .name = str_of(term),
                                                    .now = { now.s - 1 },
                                                    .act = str_of(act),
                                                    .kind = str_of(kind->name) });
    for (size_t i = 0; i < rows.count; i++) {
        if (leaves(kind->workflow, workflow_state(kind->workflow, rows.rows[i].state), act)) {
            submit(snap, desk, kind, act,
                   &(struct case_args){ .code = rows.rows[i].code, .choice = str_of(term) });
        }
    }
}

/* Is it done in that state at all? What would be refused each time is not asked for. */
static bool leaves(const struct workflow *workflow, int state, const char *act)
{
    const struct move *move = NULL;
    while ((move = workflow_next(workflow, state, move)) != NULL) {
        if (strcmp(move->command, act) == 0) {
            return true;
        }
    }
    return false;
}

void case_tick_waiting(struct snap *snap, struct desk *desk, struct instant now,
                       const struct case_kind *kind, const struct case_wait *wait)
{
    const struct case_setting_span always = { .from = { 1 } };
    struct case_setting_spans spans = { &always, 1 };
    if (wait->by != LAW_SETTING_NONE) {
        spans = case_setting_spans(&snap->conn, wait->by);
    }
    for (size_t i = 0; i < spans.count; i++) {
        struct case_setting_span ripe = spans.spans[i];
        int32_t days = wait->days;
        if (wait->by != LAW_SETTING_NONE) {
            days += law_setting_days(law_setting(wait->by), ripe.value);
        }
        struct day before = instant_day((struct instant){ now.s - (int64_t)days * DAY_S });
        if (day_is_none(ripe.until) || day_compare(before, ripe.until) < 0) {
            ripe.until = before;
        }
        tell_waiting(snap, desk, kind, wait, ripe, days);
    }
}

/* Those that came within the span, which are told of after so many days. */
static void tell_waiting(struct snap *snap, struct desk *desk, const struct case_kind *kind,
                         const struct case_wait *wait, struct case_setting_span ripe, int32_t days)
{
    struct str mark = str_printf(snap->conn.arena, "%d", days);
    struct case_waiting_rows rows =
        case_waiting(&snap->conn, &(struct case_waiting){ .kind = str_of(kind->name),
                                                          .state = str_of(wait->state),
                                                          .since = ripe.from,
                                                          .before = ripe.until,
                                                          .act = str_of(wait->act),
                                                          .mark = mark });
    for (size_t i = 0; i < rows.count; i++) {
        submit(snap, desk, kind, wait->act,
               &(struct case_args){ .code = rows.rows[i].code, .choice = mark, .amount = days });
    }
}

/* Between the clock's look and the desk's somebody may have done what was due. */
struct verdict case_tell_due(struct case_work *work)
{
    struct conn *conn = &work->deed->tx->conn;
    struct case_event_told_row told;
    const char *rule = str_z(work->deed->arena, work->args->choice);
    const struct case_clock *clock = case_clock_of(work, work->before.id, rule);
    bool is_reminder = str_equal(str_of(work->act->name), STR("remind"));
    bool is_ripe = clock && clock->row.due_at.s != 0 &&
                   (clock->row.due_at.s < work->deed->now.s) != is_reminder;
    struct verdict nothing = { .status = STATUS_CONFLICT };
    if (!is_ripe) {
        return nothing;
    }
    work->rule = rule;
    work->due_at = clock->row.due_at;
    struct case_event_told wanted = { .case_id = work->before.id,
                                      .act = str_of(work->act->name),
                                      .rule = work->args->choice,
                                      .due_at = work->due_at };
    return case_event_told(conn, &wanted, &told) ? nothing : VERDICT_OK;
}

struct verdict case_tell_days(struct case_work *work)
{
    struct case_event_find_row told;
    struct case_event_find wanted = { .case_id = work->before.id, .act = str_of(work->act->name) };
    bool is_told = case_event_find(&work->deed->tx->conn, &wanted, &told) &&
                   str_equal(told.choice, work->args->choice);
    struct verdict told_before = { .status = STATUS_CONFLICT };
    return is_told ? told_before : VERDICT_OK;
}

static void submit(struct snap *snap, struct desk *desk, const struct case_kind *kind,
                   const char *act, const struct case_args *args)
{
    size_t i = 0;
    while (i < kind->act_count && strcmp(kind->acts[i].name, act) != 0) {
        i++;
    }
    must(i < kind->act_count);
    desk_do_by_clock(desk, snap, &kind->commands[i], args);
}
