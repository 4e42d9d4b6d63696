/* Acts of which the ledger is told later: what the leaf of one commits to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case.h"

enum { FIELD_BYTES_MAX = 24, EVENT_BYTES_MAX = 1 << 20 };

static const struct field fields[] = {
    FIELD(struct case_event_whole_row, kind),
    FIELD(struct case_event_whole_row, code),
    FIELD(struct case_event_whole_row, object),
    FIELD(struct case_event_whole_row, secret_hash),
    FIELD(struct case_event_whole_row, channel),
    FIELD(struct case_event_whole_row, case_id),
    FIELD(struct case_event_whole_row, at),
    FIELD(struct case_event_whole_row, act),
    FIELD(struct case_event_whole_row, state),
    FIELD(struct case_event_whole_row, unit_id),
    FIELD(struct case_event_whole_row, person_id),
    FIELD(struct case_event_whole_row, happened_on),
    FIELD(struct case_event_whole_row, said),
    FIELD(struct case_event_whole_row, reason),
    FIELD(struct case_event_whole_row, choice),
    FIELD(struct case_event_whole_row, document),
    FIELD(struct case_event_whole_row, told),
    FIELD(struct case_event_whole_row, other),
    FIELD(struct case_event_whole_row, rule),
    FIELD(struct case_event_whole_row, due_at),
    FIELD(struct case_event_whole_row, is_internal),
};

/* Each with its length before it, so that no two events are spelled alike; what is absent has
 * none. */
struct hash case_event_hash(struct conn *conn, struct case_event_id event)
{
    struct case_event_whole_row row = { 0 };
    struct arena_mark mark = arena_mark(conn->arena);
    struct out spelled = out_open(conn->arena, EVENT_BYTES_MAX);
    if (case_event_whole(conn, &(struct case_event_whole){ .id = event }, &row)) {
        for (size_t i = 0; i < COUNT(fields); i++) {
            struct str value = field_canonical(&fields[i], &row, conn->arena);
            if (value.p) {
                out_int(&spelled, (int64_t)value.n);
                out_char(&spelled, ':');
                out_str_raw(&spelled, value);
            } else {
                out_char(&spelled, ':');
            }
        }
    }
    struct hash hash = hash_of(out_str(&spelled));
    arena_undo(conn->arena, mark);
    return hash;
}
