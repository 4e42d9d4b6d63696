/* Handing orders on to the server that seals, taking them there, and bringing back their ends. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"
#include "desk/wrap.h"
#include "sql/desk.h"

enum {
    /* Orders that brought down so many sealers are not tried again. */
    TRIES_MAX = 3,
    /* Whoever waited for an outcome has been told long ago, or is no more. */
    KEPT_S = 600,
    ROWS_MAX = DESK_BATCH_MAX,
};

/* An order of another server inside the sealer's batch. */
struct handed {
    struct order order; /* the first member: one is found from the other */
    struct bytes host;
};

static enum status send_on(struct desk *desk, struct order *orders);
static bool insert_all(struct desk *desk, struct order *orders);
static struct order *order_of(struct desk *desk, const struct desk_handed_take_row *row);
static void settle_as(struct desk *desk, const struct wrap_place *place,
                      const struct outcome *outcome);
static void end_order(struct desk *desk, struct order *order, const struct wrap_place *place,
                      struct bytes parcel);
static size_t collect_some(struct desk *desk);
static struct order *unlink_handed(struct desk *desk, int64_t number);
static void tell(struct order *order, enum status status);
static void withdraw_all(struct desk *desk, struct order *late);

/* --- where it came in ------------------------------------------------------------------------ */

void hand_on(struct desk *desk, struct order *orders)
{
    enum status status = send_on(desk, orders);
    arena_reset(desk->arena);
    /* In the order of their numbers, which is that of their ends. */
    struct order **end = &desk->handed;
    while (*end) {
        end = &(*end)->next;
    }
    for (struct order *order = orders, *next; order; order = next) {
        next = order->next;
        if (status == STATUS_OK) {
            *end = order;
            end = &order->next;
            desk->handed_count++;
        } else {
            tell(order, status);
        }
    }
}

static enum status send_on(struct desk *desk, struct order *orders)
{
    jmp_buf boundary;
    struct tx *tx = &desk->aside_tx;
    if (arena_guard(desk->arena, &boundary)) {
        tx_rollback(tx);
        return STATUS_FULL;
    }
    tx_begin(desk->aside, desk->arena, tx);
    if (insert_all(desk, orders)) {
        /* Whether a commit that failed is in is not known, nor then what becomes of it. */
        return tx_commit(tx) ? STATUS_UNCONFIRMED : STATUS_OK;
    }
    enum status status = tx->conn.failed;
    tx_rollback(tx);
    return status ? status : STATUS_STORE_FAILED;
}

static bool insert_all(struct desk *desk, struct order *orders)
{
    struct tx *tx = &desk->aside_tx;
    struct desk_hand_last_row hand;
    int64_t count = 0;
    for (const struct order *order = orders; order; order = order->next) {
        count++;
    }
    if (desk_hand_raise(tx, &(struct desk_hand_raise){ .count = count }) != 1 ||
        !desk_hand_last(&tx->conn, &hand)) {
        return false;
    }
    const struct desk_settings *settings = &desk->settings;
    struct instant now = settings->clock(settings->clock_context);
    int64_t number = hand.last - count;
    for (struct order *order = orders; order; order = order->next) {
        order->number = ++number;
        order->until_ms = monotonic_ms() + DESK_WAIT_MS;
        struct wrap_place place = { { desk->host, sizeof desk->host }, number };
        struct str parcel = wrap_order(&settings->key, &place, order, desk->arena);
        desk_handed_insert(tx, &(struct desk_handed_insert){
                                   .id = { number },
                                   .host = place.host,
                                   .at = now,
                                   .parcel = { (const void *)parcel.p, parcel.n },
                               });
    }
    return !tx->conn.failed;
}

/* What is read here is promised to nobody yet: where the sealer's wait for the second machine was
 * cut off, as it is when a leader is deposed, PostgreSQL shows rows that the deposed one alone has.
 * To take them away is a commit of our own, behind the sealer's in the log: once it is confirmed,
 * so is what it stands on. A process that dies before it has told its senders leaves them to their
 * keys. Until a commit succeeds the orders stay ours, to be looked for again or given up. */
void hand_collect(struct desk *desk)
{
    size_t count = ROWS_MAX;
    while (desk->handed && count == ROWS_MAX) {
        count = collect_some(desk);
        arena_reset(desk->arena);
    }
}

/* How many have ended, and their senders were told; 0 when it is not sure. */
static size_t collect_some(struct desk *desk)
{
    jmp_buf boundary;
    struct tx *tx = &desk->aside_tx;
    struct bytes host = { desk->host, sizeof desk->host };
    if (arena_guard(desk->arena, &boundary)) {
        tx_rollback(tx);
        return 0;
    }
    tx_begin(desk->aside, desk->arena, tx);
    struct desk_handed_settled_rows rows = desk_handed_settled(
        &tx->conn, &(struct desk_handed_settled){ .host = host, .limit = ROWS_MAX });
    if (rows.count == 0) {
        tx_rollback(tx);
        return 0;
    }
    desk_handed_collect(
        tx, &(struct desk_handed_collect){ .host = host, .until = rows.rows[rows.count - 1].id });
    if (tx_commit(tx)) {
        return 0;
    }
    for (size_t i = 0; i < rows.count; i++) {
        struct order *order = unlink_handed(desk, rows.rows[i].id.v);
        if (order) {
            end_order(desk, order, &(struct wrap_place){ host, rows.rows[i].id.v },
                      rows.rows[i].outcome);
        }
    }
    return rows.count;
}

/* The sender's arena is the sender's: its boundary belongs to another thread. */
static void end_order(struct desk *desk, struct order *order, const struct wrap_place *place,
                      struct bytes parcel)
{
    jmp_buf *theirs = order->arena->boundary;
    jmp_buf boundary;
    struct outcome outcome = { .verdict = { .status = STATUS_BROKEN } };
    if (arena_guard(order->arena, &boundary)) {
        outcome = (struct outcome){ .verdict = { .status = STATUS_UNCONFIRMED } };
    } else if (!unwrap_outcome(&desk->settings.key, place, str_span(parcel.p, parcel.n),
                               order->arena, &outcome)) {
        log_event(EVENT_HANDED_BROKEN, LOG_WORD("what", "outcome"));
        outcome = (struct outcome){ .verdict = { .status = STATUS_UNCONFIRMED } };
    }
    order->arena->boundary = theirs;
    /* Its sender's next page shows what it did: no older copy, and no page kept from before. */
    store_note_batch(desk->settings.store, outcome.batch);
    atomic_fetch_add(&desk->commits, 1);
    order->outcome = outcome;
    order->ready(order);
}

static struct order *unlink_handed(struct desk *desk, int64_t number)
{
    for (struct order **at = &desk->handed; *at; at = &(*at)->next) {
        if ((*at)->number == number) {
            struct order *order = *at;
            *at = order->next;
            desk->handed_count--;
            return order;
        }
    }
    return NULL;
}

/* What nobody has taken is taken back, and was certainly not done. Of the rest nothing is known:
 * its sender asks again under its key. */
void hand_give_up(struct desk *desk)
{
    int64_t now_ms = monotonic_ms();
    struct order *late = NULL;
    for (struct order **at = &desk->handed; *at;) {
        struct order *order = *at;
        if (order->until_ms > now_ms) {
            at = &order->next;
            continue;
        }
        *at = order->next;
        desk->handed_count--;
        order->next = late;
        late = order;
    }
    if (late) {
        withdraw_all(desk, late);
    }
}

static void withdraw_all(struct desk *desk, struct order *late)
{
    enum { GONE = -1 };
    struct tx *tx = &desk->aside_tx;
    tx_begin(desk->aside, desk->arena, tx);
    for (struct order *order = late; order; order = order->next) {
        struct desk_handed_withdraw row = { .id = { order->number } };
        order->number = desk_handed_withdraw(tx, &row) == 1 ? GONE : order->number;
    }
    bool is_known = tx_commit(tx) == STATUS_OK;
    arena_reset(desk->arena);
    for (struct order *order = late, *next; order; order = next) {
        next = order->next;
        tell(order, is_known && order->number == GONE ? STATUS_BUSY : STATUS_UNCONFIRMED);
    }
}

static void tell(struct order *order, enum status status)
{
    order->outcome = (struct outcome){ .verdict = { .status = status } };
    order->ready(order);
}

/* --- where it is sealed ---------------------------------------------------------------------- */

struct order *hand_take(struct desk *desk)
{
    struct tx *tx = &desk->batch.tx;
    struct desk_handed_take_rows rows =
        desk_handed_take(&tx->conn, &(struct desk_handed_take){ .limit = ROWS_MAX });
    struct order *first = NULL;
    struct order **end = &first;
    for (size_t i = 0; i < rows.count; i++) {
        struct order *order = order_of(desk, &rows.rows[i]);
        if (order) {
            *end = order;
            end = &order->next;
        }
    }
    desk->batch.handed_count = rows.count;
    if (rows.count > 0) {
        struct instant before = { desk->batch.now.s - KEPT_S };
        desk_handed_forget(tx, &(struct desk_handed_forget){ .before = before });
    }
    return first;
}

/* NULL: it is not tried, and its sender is told so. */
static struct order *order_of(struct desk *desk, const struct desk_handed_take_row *row)
{
    struct handed *handed = new(desk->arena, struct handed, 1);
    struct wrap_place place = { row->host, row->id.v };
    bool is_whole = unwrap_order(desk, &place, str_span(row->parcel.p, row->parcel.n), desk->arena,
                                 &handed->order);
    if (!is_whole || row->tries >= TRIES_MAX) {
        log_event(EVENT_HANDED_BROKEN, LOG_WORD("what", is_whole ? "tries" : "order"));
        settle_as(desk, &place, &(struct outcome){ .verdict = { .status = STATUS_BROKEN } });
        return NULL;
    }
    handed->order.number = row->id.v;
    handed->order.arena = desk->hand_arena;
    handed->host = row->host;
    return &handed->order;
}

void hand_settle(struct desk *desk, struct order *orders, int64_t tree_size)
{
    for (struct order *order = orders; order; order = order->next) {
        const struct handed *handed = (const struct handed *)(const void *)order;
        desk_confirm(order, tree_size, desk->batches + 1);
        settle_as(desk, &(struct wrap_place){ handed->host, order->number }, &order->outcome);
    }
}

static void settle_as(struct desk *desk, const struct wrap_place *place,
                      const struct outcome *outcome)
{
    struct str parcel = wrap_outcome(&desk->settings.key, place, outcome, desk->arena);
    desk_handed_settle(&desk->batch.tx, &(struct desk_handed_settle){
                                            .id = { place->number },
                                            .at = desk->batch.now,
                                            .outcome = { (const void *)parcel.p, parcel.n },
                                            .nothing = { (const uint8_t *)"", 0 },
                                        });
}
