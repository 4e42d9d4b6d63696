/* One command inside the batch: its savepoint, its powers, its key, its outcome. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

static void run_command(struct desk *desk, struct order *order);
static struct verdict verdict_of_command(struct deed *deed, const struct order *order,
                                         struct answer *ret);
static struct str copy_for_sender(const struct order *order, struct str text);
static const struct cite *cite_for_sender(const struct order *order, const struct cite *cite);

/* A command that runs out of memory is undone alone; the batch goes on without it. The boundary of
 * the batch is put back whatever happens. */
void desk_apply(struct desk *desk, struct order *order)
{
    struct batch *batch = &desk->batch;
    jmp_buf *outer = desk->arena->boundary;
    jmp_buf boundary;
    struct arena_mark mark = arena_mark(desk->arena);
    size_t leaf_count = batch->leaf_count;
    int64_t next_id = batch->next_id;
    order->outcome = (struct outcome){ .first_position = desk->tree.size + (int64_t)leaf_count };
    tx_mark(&batch->tx);
    if (!arena_guard(desk->arena, &boundary)) {
        run_command(desk, order);
    } else {
        order->outcome.verdict = (struct verdict){ .status = STATUS_FULL };
    }
    desk->arena->boundary = outer;
    arena_undo(desk->arena, mark);
    if (order->outcome.verdict.status == STATUS_OK && batch->tx.conn.failed == STATUS_OK) {
        tx_keep(&batch->tx);
    }
    if (order->outcome.verdict.status == STATUS_OK && batch->tx.conn.failed == STATUS_OK) {
        return;
    }
    if (order->outcome.verdict.status == STATUS_OK) {
        order->outcome.verdict = (struct verdict){ .status = batch->tx.conn.failed };
    }
    batch->leaf_count = leaf_count;
    batch->next_id = next_id;
    tx_undo(&batch->tx);
}

static void run_command(struct desk *desk, struct order *order)
{
    struct hash body = { 0 };
    if (order->key.p) {
        body = key_body_hash(order, desk->arena);
        if (key_recall(desk, order, body)) {
            order->outcome.answer.text = copy_for_sender(order, order->outcome.answer.text);
            return;
        }
    }
    struct deed deed = {
        .tx = &desk->batch.tx,
        .arena = desk->arena,
        .now = desk->batch.now,
        .today = instant_day(desk->batch.now),
        .author = &order->author,
        .order = order,
        .desk = desk,
    };
    struct answer answer = { 0 };
    struct verdict verdict = verdict_of_command(&deed, order, &answer);
    verdict.detail = copy_for_sender(order, verdict.detail);
    verdict.because = cite_for_sender(order, verdict.because);
    order->outcome.verdict = verdict;
    order->outcome.answer =
        (struct answer){ .subject = answer.subject, .text = copy_for_sender(order, answer.text) };
    order->outcome.leaf_count =
        desk->tree.size + (int64_t)desk->batch.leaf_count - order->outcome.first_position;
    if (verdict.status == STATUS_OK && order->key.p) {
        key_remember(desk, order, body);
    }
}

static struct verdict verdict_of_command(struct deed *deed, const struct order *order,
                                         struct answer *ret)
{
    if (order->command->power && !deed_may(deed, order->command->power, (struct id){ 0 })) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    return order->command->apply(deed, order->args, ret);
}

/* The ground of a refusal may be a row that was made for this command (a category's term). */
static const struct cite *cite_for_sender(const struct order *order, const struct cite *cite)
{
    return cite ? (const void *)copy_for_sender(order, str_span(cite, sizeof *cite)).p : NULL;
}

/* The sender's arena may be full where the desk's is not; then it gets an answer without the text,
 * and asks again. Its own boundary belongs to another thread and must not be jumped to. */
static struct str copy_for_sender(const struct order *order, struct str text)
{
    struct arena *arena = order->arena;
    jmp_buf *theirs = arena->boundary;
    jmp_buf boundary;
    struct str copy = STR_NONE;
    if (!arena_guard(arena, &boundary)) {
        copy = str_copy(arena, text);
    }
    arena->boundary = theirs;
    return copy;
}
