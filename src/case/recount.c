/* Open cases are counted again, piece by piece, when the working calendar has changed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/recount.h"

#include "desk/almanac.h"

/* A piece is some 25 ms of the desk, a tick looks at all of a province's open cases. */
enum {
    PIECE_CASES = 50,
    TICK_CASES = 10000,
    CODES_BYTES_MAX = PIECE_CASES * (CODE_CHARS + 1) + 1,
    BEFORE_ALL = -1 /* 0 would be no id at all, which compares with nothing */
};

static const struct field recount_fields[] = {
    FIELD(struct case_recount, id),
    FIELD(struct case_recount, after),
    FIELD(struct case_recount, codes, .max = CODES_BYTES_MAX),
};
const struct record case_recount_record =
    RECORD("case_recount", struct case_recount, recount_fields);

static struct case_to_recount_rows cases_of(struct conn *conn, const struct case_kind *kind,
                                            const struct case_recount_first_row *change);
static struct case_recount piece_of(struct arena *arena, const struct case_to_recount_rows *cases,
                                    size_t from);

/* Two changes of everybody's days, the first not begun yet, are one. It gets a number of its own: a
 * tick that has looked at the first and finds nothing to do will not say that both are done. */
void case_recount_heard(const struct case_kind *kind, struct deed *deed, const struct heard *heard)
{
    struct almanac_change change = *(const struct almanac_change *)heard->record;
    struct case_recount_waiting_row waiting;
    struct case_recount_waiting wanted = { .kind = str_of(kind->name) };
    if (change.unit.v == 0 && case_recount_waiting(&deed->tx->conn, &wanted, &waiting)) {
        struct almanac_change before = { waiting.from_on, waiting.until_on,
                                         .reason = waiting.reason };
        change = almanac_changes_joined(deed->arena, before, change);
        case_recount_done(deed->tx, &(struct case_recount_done){ .id = waiting.id });
    }
    case_recount_insert(deed->tx, &(struct case_recount_insert){
                                      .id = { deed_new_id(deed) },
                                      .kind = str_of(kind->name),
                                      .from_on = change.from,
                                      .until_on = change.until,
                                      .unit_id = { change.unit.v },
                                      .reason = change.reason,
                                  });
}

/* What is left of a change comes with the next tick, behind the last that was asked. So does what a
 * look or an order failed at: a change is done with when every case was asked. */
void case_recount_tick(struct snap *snap, struct desk *desk, const struct case_kind *kind)
{
    struct case_recount_first_row change;
    struct case_recount_first wanted = { .kind = str_of(kind->name) };
    size_t left = TICK_CASES;
    bool is_good = true;
    while (is_good && left > 0 && case_recount_first(&snap->conn, &wanted, &change)) {
        struct case_to_recount_rows cases = cases_of(&snap->conn, kind, &change);
        is_good = !snap->conn.failed;
        for (size_t i = 0; i < cases.count && is_good; i += PIECE_CASES) {
            struct case_recount piece = piece_of(snap->conn.arena, &cases, i);
            piece.id = change.id;
            is_good = desk_do_by_clock(desk, snap, kind->recount, &piece);
        }
        if (is_good && cases.count < TICK_CASES) {
            is_good = desk_do_by_clock(desk, snap, kind->recount,
                                       &(struct case_recount){ .id = change.id });
        }
        left -= cases.count < left ? cases.count + 1 : left;
    }
}

static struct case_to_recount_rows cases_of(struct conn *conn, const struct case_kind *kind,
                                            const struct case_recount_first_row *change)
{
    struct case_to_recount wanted = {
        .kind = str_of(kind->name),
        .after = { ID_NONE(change->after_id) ? BEFORE_ALL : change->after_id.v },
        .from = instant_of_day(change->from_on),
        .until = day_is_none(change->until_on) ? instant_day(CASE_NEVER) : change->until_on,
        .unit = change->unit_id,
        .limit = TICK_CASES,
    };
    return case_to_recount(conn, &wanted);
}

static struct case_recount piece_of(struct arena *arena, const struct case_to_recount_rows *cases,
                                    size_t from)
{
    struct case_recount piece = { .codes = STR_NONE };
    struct out codes = out_open(arena, CODES_BYTES_MAX);
    for (size_t i = from; i < cases->count && i < from + PIECE_CASES; i++) {
        out_str_raw(&codes, cases->rows[i].code);
        out_char(&codes, ' ');
        piece.after = cases->rows[i].id;
    }
    piece.codes = str_trim(out_str(&codes));
    return piece;
}

struct verdict case_recount_some(const struct case_kind *kind, struct deed *deed,
                                 const struct case_recount *piece)
{
    struct case_recount_get_row row;
    if (!case_recount_get(&deed->tx->conn, &(struct case_recount_get){ .id = piece->id }, &row)) {
        return VERDICT_OK; /* done already */
    }
    struct case_args args = { .reason = almanac_change_words(deed->arena, row.reason) };
    struct str rest = piece->codes;
    while (rest.n > 0) {
        struct arena_mark mark = arena_mark(deed->arena);
        struct answer unused = { .text = STR_NONE };
        args.code = str_cut(&rest, ' ');
        /* Refused: ended meanwhile, or every day is the same. */
        struct verdict refused = case_carry_out_named(kind, deed, "recount", &args, &unused);
        (void)refused;
        arena_undo(deed->arena, mark);
    }
    if (ID_NONE(piece->after)) {
        case_recount_done(deed->tx, &(struct case_recount_done){ .id = piece->id });
    } else {
        case_recount_passed(
            deed->tx, &(struct case_recount_passed){ .after_id = piece->after, .id = piece->id });
    }
    return VERDICT_OK;
}

bool case_recount_waits(struct conn *conn, const struct case_kind *kind)
{
    struct case_recount_first_row row;
    return case_recount_first(conn, &(struct case_recount_first){ .kind = str_of(kind->name) },
                              &row);
}
