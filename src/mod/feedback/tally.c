/* Reports as the law counts letters, for the service that reports them. Law: 01/2024/TT-TTCP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

/* The days asked for as the store has them: from the first second to before the last. */
struct span {
    struct instant from;
    struct instant after;
    struct instant late_before; /* what was due before it, and is not done, is late */
    struct day until;
};

static struct tally_row held(const struct report_tally_row *row, const struct span *span);
static struct day came_on(const struct report_tally_row *row);
static bool is_late(const struct report_tally_row *row, const struct span *span);
static struct tally_row passed(const struct report_tally_passed_row *row);

/* Whoever holds a report counts it. What was passed on between two units of which both are below
 * the one asked about is one letter there, and is counted once. */
struct tally feedback_tally(struct conn *conn, const struct tally_ask *ask)
{
    struct unit_id unit = { ask->unit.v };
    struct span span = { .from = instant_of_day(ask->from),
                         .after = instant_of_day(day_after(ask->until)),
                         .late_before = instant_of_day(tally_last_day(ask)),
                         .until = ask->until };
    struct report_tally_rows here = report_tally(
        conn,
        &(struct report_tally){
            .unit_id = unit, .from = span.from, .after = span.after, .limit = TALLY_MAX + 1 });
    struct report_tally_passed_rows gone = report_tally_passed(
        conn,
        &(struct report_tally_passed){
            .unit_id = unit, .from = span.from, .after = span.after, .limit = TALLY_MAX + 1 });
    struct tally_row *rows = new(conn->arena, struct tally_row, here.count + gone.count + 1);
    struct tally tally = { .rows = rows };
    for (size_t i = 0; i < here.count; i++) {
        struct tally_row row = held(&here.rows[i], &span);
        if (day_compare(row.received_on, span.until) <= 0) {
            rows[tally.count++] = row;
        }
    }
    for (size_t i = 0; i < gone.count; i++) {
        bool is_last = i + 1 == gone.count || !ID_IS(gone.rows[i].id, gone.rows[i + 1].id);
        if (is_last) {
            rows[tally.count++] = passed(&gone.rows[i]);
        }
    }
    tally.is_cut = tally.count > TALLY_MAX || here.count > TALLY_MAX || gone.count > TALLY_MAX;
    return tally;
}

/* Of one that was split off, letter and sender are counted with the report that it came from. */
static struct tally_row held(const struct report_tally_row *row, const struct span *span)
{
    bool is_answered_away =
        str_equal(row->state, STR("refused")) || str_equal(row->state, STR("forwarded"));
    bool is_merged = str_equal(row->state, STR("merged"));
    bool is_part = row->parts > 0;
    struct day answered = row->answered_at.s ? instant_day(row->answered_at) : DAY_NONE;
    struct day left =
        is_merged || str_equal(row->state, STR("withdrawn")) ? instant_day(row->left_at) : DAY_NONE;
    return (struct tally_row){
        .kind = STR("feedback"),
        .code = row->code,
        .unit_name = row->unit_name,
        .desk_path = STR("/cb/hs/"),
        .state = is_merged ? STR("filed") : row->state,
        .received_on = came_on(row),
        .accepted_on = row->taken_at.s ? instant_day(row->taken_at) : DAY_NONE,
        .settled_on = is_answered_away ? DAY_NONE : answered,
        .ended_on = is_answered_away ? answered : left,
        .people = row->voices + (is_part ? 0 : 1),
        .late = is_late(row, span),
        .is_letter = !is_part,
        .is_matter = !is_merged,
    };
}

static struct day came_on(const struct report_tally_row *row)
{
    bool came_later = row->is_first == 0 && row->came_at.s > row->received_at.s;
    return instant_day(came_later ? row->came_at : row->received_at);
}

static bool is_late(const struct report_tally_row *row, const struct span *span)
{
    bool has_left = row->left_at.s && (str_equal(row->state, STR("merged")) ||
                                       str_equal(row->state, STR("withdrawn")));
    if (row->answered_at.s || has_left) {
        struct instant done = row->answered_at.s ? row->answered_at : row->left_at;
        return done.s > row->due_at.s;
    }
    return !row->paused_at.s && row->due_at.s < span->late_before.s;
}

static struct tally_row passed(const struct report_tally_passed_row *row)
{
    bool was_forwarded = str_equal(row->act, STR("transfer"));
    return (struct tally_row){
        .kind = STR("feedback"),
        .code = row->code,
        .unit_name = row->unit_name,
        .desk_path = STR("/cb/hs/"),
        .state = was_forwarded ? STR("forwarded") : STR("returned"),
        .received_on = instant_day(row->received_at),
        .ended_on = instant_day(row->at),
        .people = row->voices + 1,
        .late = row->was_due_at.s && row->at.s > row->was_due_at.s,
        .is_letter = true,
        .is_matter = true,
    };
}
