/* The registrar: runs all that is queued as one batch, seals it, then tells the senders. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include "base/log.h"
#include "sql/desk.h"

static enum status batch_run(struct desk *desk, struct order *orders, bool *ret_is_ours);
static void batch_begin(struct desk *desk);
static void note_jump(struct desk *desk);
static enum status batch_with_handed(struct desk *desk, const struct order *orders);
static enum status batch_commit(struct desk *desk, struct order *handed);
static void archive(struct desk *desk);
static void batch_tell(const struct desk *desk, struct order *orders, enum status status);

bool desk_commit_batch(struct desk *desk, struct order *orders)
{
    bool is_ours = true;
    desk->batch.handed_count = 0;
    enum status status = batch_run(desk, orders, &is_ours);
    if (!is_ours) {
        arena_reset(desk->arena);
        return false;
    }
    if (status != STATUS_OK) {
        log_event(EVENT_COMMIT_FAILED, LOG_WORD("status", status_name(status)));
    } else {
        proofs_give(desk, orders);
    }
    arena_reset(desk->arena);
    arena_reset(desk->leaf_arena);
    if (desk->hand_arena) {
        arena_reset(desk->hand_arena);
    }
    batch_tell(desk, orders, status);
    if (!desk->keeps_log && desk->has_forgotten) {
        desk->has_forgotten = !store_cut_log(desk->writer);
    }
    if (!desk->keeps_log) {
        store_checkpoint(desk->writer);
    }
    return true;
}

/* While the second place does not know of the last commit, nothing is added: at most one batch is
 * ever in doubt, and a retry of it is confirmed only when the anchor is written.
 * The boundary is for the sealing: a command that runs out of memory is undone alone (apply.c). */
static enum status batch_run(struct desk *desk, struct order *orders, bool *ret_is_ours)
{
    jmp_buf boundary;
    if (desk->anchor_is_due) {
        enum status status = seal_anchor(desk);
        if (status != STATUS_OK) {
            return status;
        }
    }
    if (arena_guard(desk->arena, &boundary)) {
        tx_rollback(&desk->batch.tx);
        return STATUS_FULL;
    }
    batch_begin(desk);
    *ret_is_ours = !desk->batch.tx.conn.failed || !desk->aside ||
                   store_turn(desk->settings.store) == desk->turn;
    if (!*ret_is_ours) {
        tx_rollback(&desk->batch.tx);
        return STATUS_STORE_FAILED;
    }
    desk_apply_all(desk, orders);
    return desk->aside ? batch_with_handed(desk, orders) : batch_commit(desk, NULL);
}

/* Others' orders come behind our own, in the same batch. One that began for nothing ends without a
 * trace. */
static enum status batch_with_handed(struct desk *desk, const struct order *orders)
{
    struct order *handed = hand_take(desk);
    if (!orders && desk->batch.handed_count == 0) {
        tx_rollback(&desk->batch.tx);
        return desk->batch.tx.conn.failed;
    }
    desk_apply_all(desk, handed);
    return batch_commit(desk, handed);
}

/* Time never goes back: a leaf is never dated before the one in front of it. */
static void batch_begin(struct desk *desk)
{
    const struct desk_settings *settings = &desk->settings;
    struct instant now = settings->clock(settings->clock_context);
    int64_t uptime_s = settings->uptime_s ? settings->uptime_s(settings->clock_context) : -1;
    desk->batch = (struct batch){ .clock = { .wall = now, .uptime_s = uptime_s } };
    tx_begin(desk->writer, desk->arena, &desk->batch.tx);
    if (desk->is_stale || store_session_generation(desk->writer) != desk->generation) {
        seal_reload(desk, &desk->batch.tx.conn);
    }
    desk->batch.now = now.s > desk->last_at.s ? now : desk->last_at;
    desk->batch.next_id = desk->next_id;
    keys_forget(desk);
    note_jump(desk);
}

/* In front of all that is stamped by a clock that jumped. */
static void note_jump(struct desk *desk)
{
    struct clock_jump jump;
    struct order order = { .command = &clock_service.commands[0],
                           .args = &jump,
                           .author = { .is_clock = true },
                           .arena = desk->arena };
    if (clock_has_jumped(&desk->clock, &desk->batch.clock, desk->last_at, &jump)) {
        log_event(EVENT_CLOCK_JUMP, LOG_INT("from", jump.from.s), LOG_INT("to", jump.to.s));
        random_bytes(order.seed, sizeof order.seed);
        desk_apply(desk, &order);
    }
}

/* A batch in which nothing was stated still commits (keys, sessions), but signs no head. */
static enum status batch_commit(struct desk *desk, struct order *handed)
{
    struct batch *batch = &desk->batch;
    struct tree tree = desk->tree;
    if (batch->leaf_count > 0) {
        seal_batch(desk, &tree);
    }
    hand_settle(desk, handed, tree.size);
    desk_state_set(&batch->tx, &(struct desk_state_set){ .next_id = batch->next_id,
                                                         .last_at = batch->now,
                                                         .batches = desk->batches + 1,
                                                         .confirmed = desk->tree.size });
    struct held_almanac *almanac = almanac_of_batch(desk, &batch->tx.conn);
    enum status status = tx_commit(&batch->tx);
    if (status != STATUS_OK) {
        almanac_in_doubt(desk, almanac);
        desk->is_stale = true;
        desk->keeps_log = desk->settings.archive != NULL; /* it may be in the log all the same */
        return status;
    }
    desk->confirmed = desk->tree.size;
    desk->next_id = batch->next_id;
    desk->batches++;
    store_note_batch(desk->settings.store, desk->batches);
    desk->last_at = batch->now;
    desk->clock = batch->clock;
    desk->tree = tree;
    almanac_committed(desk, almanac, batch->almanac_changed);
    atomic_fetch_add(&desk->commits, 1);
    desk->anchor_is_due |= batch->leaf_count > 0;
    archive(desk);
    return desk->anchor_is_due && seal_anchor(desk) ? STATUS_UNCONFIRMED : STATUS_OK;
}

/* Before the senders are told: what they are told is then in the archive too. */
static void archive(struct desk *desk)
{
    const struct desk_settings *settings = &desk->settings;
    struct books_place place = { desk->batches, desk->last_at, desk->tree.size,
                                 tree_root(&desk->tree) };
    desk->keeps_log = settings->archive && !settings->archive(settings->archive_context, &place);
}

/* The order's memory is its sender's again as soon as it is told, so its successor is read first.
 */
static void batch_tell(const struct desk *desk, struct order *orders, enum status status)
{
    for (struct order *order = orders, *next; order; order = next) {
        next = order->next;
        if (status == STATUS_OK) {
            desk_confirm(order, desk->tree.size, desk->batches);
        } else {
            order->outcome = (struct outcome){ .verdict = { .status = status } };
        }
        order->ready(order);
    }
}

void desk_confirm(struct order *order, int64_t tree_size, int64_t batch)
{
    order->outcome.tree_size = tree_size;
    order->outcome.batch = batch;
    if (order->outcome.is_cut) {
        order->outcome.verdict = (struct verdict){ .status = STATUS_UNCONFIRMED };
    }
}
