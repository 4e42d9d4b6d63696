/* Forgetting what was said: the ledger keeps its leaves, and nobody has their words any more. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include "base/must.h"
#include "ledger/commitment.h"
#include "sql/desk.h"

enum {
    LEAVES_AT_ONCE = 100,
    /* Of one hidden field in opening_write(): lengths, state, the name and the hash. */
    HIDDEN_FIELD_BYTES_MAX = 16 + FIELD_NAME_BYTES_MAX + HASH_BYTES,
};

static void forget_leaf(struct deed *deed, const struct ledger_leaf_of_object_row *leaf);

void deed_forget(struct deed *deed, struct str object, struct id subject)
{
    struct ledger_leaf_of_object wanted = { .object = object, .limit = LEAVES_AT_ONCE };
    struct ledger_leaf_of_object_rows rows;
    do {
        struct arena_mark mark = arena_mark(deed->arena);
        rows = ledger_leaf_of_object(&deed->tx->conn, &wanted);
        for (size_t i = 0; i < rows.count; i++) {
            forget_leaf(deed, &rows.rows[i]);
            wanted.after = rows.rows[i].version;
        }
        arena_undo(deed->arena, mark);
    } while (rows.count == LEAVES_AT_ONCE);
    keys_forget_about(deed, subject);
    deed_forget_rows(deed);
}

/* When the command is undone, the log is cut in vain. */
void deed_forget_rows(struct deed *deed)
{
    deed->desk->has_forgotten = true;
}

/* One that cannot be read is left to `kheo check`, which says so. */
static void forget_leaf(struct deed *deed, const struct ledger_leaf_of_object_row *leaf)
{
    struct opening *opening = new(deed->arena, struct opening, 1);
    if (!opening_parse(str_span(leaf->record.p, leaf->record.n), opening)) {
        return;
    }
    for (size_t i = 0; i < opening->count; i++) {
        opening_hide(opening, i);
    }
    struct out text = out_open(deed->arena, 1 + opening->count * HIDDEN_FIELD_BYTES_MAX);
    opening_write(&text, opening);
    must(!text.overflowed);
    ledger_leaf_forget(deed->tx, &(struct ledger_leaf_forget){ .position = leaf->position,
                                                               .record = { text.p, text.n } });
}
