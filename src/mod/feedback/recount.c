/* Open reports are counted again, piece by piece, when the working calendar has changed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/recount.h"

#include "mod/feedback/acts.h"
#include "text/format.h"
#include "text/tongue.h"

enum { SAID_BYTES_MAX = 200, CODES_BYTES_MAX = RECOUNT_AT_ONCE * (CODE_CHARS + 1) + 1 };

static const struct field recount_fields[] = {
    FIELD(struct recount, id),
    FIELD(struct recount, after),
    FIELD(struct recount, codes, .max = CODES_BYTES_MAX),
};
const struct record recount_record = RECORD("recount", struct recount, recount_fields);

static void write_due(struct out *out, struct instant due);

/* Two changes of everybody's days, the first not begun yet, are one. It gets a number of its own: a
 * tick that has looked at the first and finds nothing to do will not say that both are done. */
void recount_heard(struct deed *deed, const struct heard *heard)
{
    struct almanac_change change = *(const struct almanac_change *)heard->record;
    struct recount_waiting_row waiting;
    if (change.unit.v == 0 && recount_waiting(&deed->tx->conn, &waiting)) {
        struct almanac_change before = { waiting.from_on, waiting.until_on,
                                         .reason = waiting.reason };
        change = almanac_changes_joined(deed->arena, before, change);
        recount_done(deed->tx, &(struct recount_done){ .id = waiting.id });
    }
    recount_insert(deed->tx, &(struct recount_insert){
                                 .id = { deed_new_id(deed) },
                                 .from_on = change.from,
                                 .until_on = change.until,
                                 .unit_id = { change.unit.v },
                                 .reason = change.reason,
                             });
}

bool recount_next(struct conn *conn, struct recount_work *ret)
{
    struct recount_first_row row;
    if (!recount_first(conn, &row)) {
        return false;
    }
    /* 0 would be no id at all, which compares with nothing. */
    enum { BEFORE_ALL = -1 };
    struct report_id after = { ID_NONE(row.after_id) ? BEFORE_ALL : row.after_id.v };
    struct instant until = { INT64_MAX };
    if (!day_is_none(row.until_on)) {
        until = instant_of_day_end(row.until_on);
    }
    *ret = (struct recount_work){ .id = row.id };
    ret->reports = report_to_recount(conn, &(struct report_to_recount){
                                               .after = after,
                                               .from = instant_of_day(row.from_on),
                                               .until = until,
                                               .unit = row.unit_id,
                                               .limit = RECOUNT_A_TICK,
                                           });
    return true;
}

struct recount recount_piece(struct arena *arena, const struct recount_work *work, size_t at,
                             size_t *ret_at)
{
    const struct report_to_recount_rows *reports = &work->reports;
    struct recount piece = { .id = work->id };
    struct out codes = out_open(arena, CODES_BYTES_MAX);
    size_t i = at;
    for (; i < reports->count && i < at + RECOUNT_AT_ONCE; i++) {
        out_str_raw(&codes, reports->rows[i].code);
        out_char(&codes, ' ');
        piece.after = reports->rows[i].id;
    }
    piece.codes = str_trim(out_str(&codes));
    *ret_at = i;
    return piece;
}

struct verdict apply_recount(struct deed *deed, const void *args, struct answer *ret)
{
    const struct recount *recount = args;
    struct recount_get_row row;
    (void)ret;
    if (!recount_get(&deed->tx->conn, &(struct recount_get){ .id = recount->id }, &row)) {
        return VERDICT_OK; /* done already */
    }
    struct act_on_report act = { .reason = almanac_change_words(deed->arena, row.reason) };
    struct str rest = recount->codes;
    while (rest.n > 0) {
        struct arena_mark mark = arena_mark(deed->arena);
        struct answer unused = { .text = STR_NONE };
        act.code = str_cut(&rest, ' ');
        /* Refused: answered, paused or withdrawn meanwhile, or the date is the same. */
        (void)act_do(deed, ACT_recount, &act, &unused);
        arena_undo(deed->arena, mark);
    }
    if (ID_NONE(recount->after)) {
        recount_done(deed->tx, &(struct recount_done){ .id = recount->id });
    } else {
        recount_passed(deed->tx,
                       &(struct recount_passed){ .after_id = recount->after, .id = recount->id });
    }
    return VERDICT_OK;
}

struct verdict count_again(struct act_work *work)
{
    struct verdict verdict = recompute_due(work, work->before.anchor_at);
    if (!verdict_is_ok(verdict) || work->change.due_at.s == work->before.due_at.s) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    struct out said = out_open(work->deed->arena, SAID_BYTES_MAX);
    out_lit(&said, "Hạn trả lời đổi từ ");
    write_due(&said, work->before.due_at);
    out_lit(&said, " thành ");
    write_due(&said, work->change.due_at);
    out_char(&said, '.');
    work->said = out_str(&said);
    return VERDICT_OK;
}

/* A term of days ends with its day, one of hours within it. */
static void write_due(struct out *out, struct instant due)
{
    if (instant_second_of_day(due) == DAY_S - 1) {
        format_day(out, instant_day(due));
    } else {
        format_instant(out, due);
    }
}
