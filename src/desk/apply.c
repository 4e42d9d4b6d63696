/* Commands inside the batch: their savepoint, powers, keys and outcomes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

/* Commands under one savepoint: it copies each page at its first change. When one of them is
 * refused, the others are done twice. */
enum { TOGETHER = 16 };

/* Where the books stand: what an undo goes back to. */
struct place {
    size_t leaf_count;
    int64_t next_id;
};

static bool apply_together(struct desk *desk, struct order *first, const struct order *end);
static struct place place_of(const struct batch *batch);
static bool keep(struct desk *desk);
static void undo(struct desk *desk, struct place before);
static bool attempt(struct desk *desk, struct order *order);
static void run_command(struct desk *desk, struct order *order);
static struct verdict verdict_of_command(struct deed *deed, const struct order *order,
                                         struct answer *ret);
static void answer_sender(struct order *order, struct answer answer);
static const struct cite *cite_for_sender(const struct order *order, const struct cite *cite);

void desk_apply_all(struct desk *desk, struct order *orders)
{
    struct order *first = orders;
    while (first) {
        struct order *end = first;
        for (int i = 0; end && i < TOGETHER; i++) {
            end = end->next;
        }
        bool is_done = first->next != end && apply_together(desk, first, end);
        for (struct order *order = first; !is_done && order != end; order = order->next) {
            desk_apply(desk, order);
        }
        first = end;
    }
}

/* Under one savepoint, whose copies of pages are most of what it costs, and trusting that keys and
 * codes are new. False, and nothing done, when one of them did not come through: each then gets a
 * savepoint of its own, trusts nothing, and has the same randomness as before. */
static bool apply_together(struct desk *desk, struct order *first, const struct order *end)
{
    const struct place before = place_of(&desk->batch);
    bool is_kept = true;
    tx_mark(&desk->batch.tx);
    desk->batch.tx.trusts = true;
    for (struct order *order = first; is_kept && order != end; order = order->next) {
        is_kept = attempt(desk, order);
    }
    is_kept = is_kept && keep(desk);
    if (!is_kept) {
        undo(desk, before);
    }
    desk->batch.tx.trusts = false;
    return is_kept;
}

void desk_apply(struct desk *desk, struct order *order)
{
    const struct place before = place_of(&desk->batch);
    tx_mark(&desk->batch.tx);
    if (attempt(desk, order) && keep(desk)) {
        return;
    }
    if (desk->batch.tx.conn.failed) {
        /* Whatever the rule said, it was told too little. */
        order->outcome.verdict = (struct verdict){ .status = desk->batch.tx.conn.failed };
    }
    undo(desk, before);
}

static struct place place_of(const struct batch *batch)
{
    return (struct place){ batch->leaf_count, batch->next_id };
}

static bool keep(struct desk *desk)
{
    tx_keep(&desk->batch.tx);
    return desk->batch.tx.conn.failed == STATUS_OK;
}

static void undo(struct desk *desk, struct place before)
{
    desk->batch.leaf_count = before.leaf_count;
    desk->batch.next_id = before.next_id;
    tx_undo(&desk->batch.tx);
}

/* True when the command has done what it was to do. One that runs out of memory has not; the
 * boundary of the batch is put back whatever happens. */
static bool attempt(struct desk *desk, struct order *order)
{
    struct batch *batch = &desk->batch;
    jmp_buf *outer = desk->arena->boundary;
    jmp_buf boundary;
    struct arena_mark mark = arena_mark(desk->arena);
    order->outcome =
        (struct outcome){ .first_position = desk->tree.size + (int64_t)batch->leaf_count };
    if (!arena_guard(desk->arena, &boundary)) {
        run_command(desk, order);
    } else {
        order->outcome.verdict = (struct verdict){ .status = STATUS_FULL };
    }
    desk->arena->boundary = outer;
    arena_undo(desk->arena, mark);
    return order->outcome.verdict.status == STATUS_OK && batch->tx.conn.failed == STATUS_OK;
}

static void run_command(struct desk *desk, struct order *order)
{
    struct hash body = { 0 };
    if (order->key.p) {
        body = key_body_hash(order, desk->arena);
        if (key_recall(desk, order, body)) {
            answer_sender(order, order->outcome.answer);
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
    verdict.detail = desk_copy_for_sender(order, verdict.detail);
    verdict.because = cite_for_sender(order, verdict.because);
    order->outcome.verdict = verdict;
    answer_sender(order, answer);
    order->outcome.leaf_count =
        desk->tree.size + (int64_t)desk->batch.leaf_count - order->outcome.first_position;
    if (verdict.status == STATUS_OK && order->key.p) {
        key_remember(desk, order, body, answer.text);
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

static void answer_sender(struct order *order, struct answer answer)
{
    struct str text = desk_copy_for_sender(order, answer.text);
    order->outcome.is_cut = answer.text.p && !text.p;
    order->outcome.answer = (struct answer){ .subject = answer.subject, .text = text };
}

/* The ground of a refusal may be a row that was made for this command (a category's term). */
static const struct cite *cite_for_sender(const struct order *order, const struct cite *cite)
{
    return cite ? (const void *)desk_copy_for_sender(order, str_span(cite, sizeof *cite)).p : NULL;
}

/* The sender's arena may be full where the desk's is not; then it is told to ask again, for what is
 * in the text (a code, a secret) is in no other place. Its own boundary belongs to another thread
 * and must not be jumped to. */
struct str desk_copy_for_sender(const struct order *order, struct str text)
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
