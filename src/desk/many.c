/* One of several servers: sealing when it is its turn, handing on when it is not. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include <unistd.h>

#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"
#include "sql/desk.h"

enum {
    WATCH_MS = 500,
    /* A message that was lost delays an answer by no more. */
    LOOK_MS = 500,
    /* A sealer that has had nothing to do for so long says what is confirmed. */
    CONFIRM_MS = 20,
};

/* What a round of the thread has to do. */
struct round {
    struct order *orders;
    bool has_handed; /* orders of others wait */
    bool has_ends;   /* some of ours may have ended */
};

static void *keeper_main(void *context);
static struct round wait_for_round(struct desk *desk);
static bool is_quiet(const struct desk *desk);
static void more_handed(struct desk *desk, bool there_are);
static void follow_turn(struct desk *desk);
static enum status begin_turn(struct desk *desk, struct str *ret_why);
static bool is_over(struct desk *desk);
static bool count_try(struct desk *desk);
static bool may_confirm(const struct desk *desk);
static void confirm_head(struct desk *desk);

enum status many_open(struct desk *desk, struct str *ret_why)
{
    struct store *store = desk->settings.store;
    random_bytes(desk->host, sizeof desk->host);
    desk->aside = store_aside_open(store);
    desk->hand_arena = arena_create(HAND_ARENA_BYTES);
    *ret_why = STR("Không mở được kho dữ liệu để chuyển việc cho máy chủ đang ghi.");
    if (!desk->aside || !desk->hand_arena) {
        return STATUS_STORE_FAILED;
    }
    int64_t turn = store_turn(store);
    if (turn) {
        enum status status = begin_turn(desk, ret_why);
        atomic_store(&desk->turn, status ? 0 : turn);
        return status;
    }
    /* A reader looks too before it shows anything: it may be the one whose anchor knows more. */
    struct session *session = store_reader_open(store);
    struct snap snap;
    if (!session) {
        return STATUS_STORE_FAILED;
    }
    snap_begin(session, desk->arena, 0, &snap);
    enum status status = seal_open(desk, &snap.conn, ret_why);
    (void)snap_end(&snap);
    store_session_close(session);
    arena_reset(desk->arena);
    return status;
}

void many_close(struct desk *desk)
{
    store_session_close(desk->aside);
    arena_destroy(desk->hand_arena);
}

bool many_start(struct desk *desk)
{
    int64_t turn = atomic_load(&desk->turn);
    if (turn) {
        log_event(EVENT_TURN, LOG_INT("turn", turn), LOG_INT("tree", desk->tree.size));
    } else {
        log_event(EVENT_READS, LOG_WORD("sealer", "another"));
    }
    desk->has_keeper = pthread_create(&desk->keeper, NULL, keeper_main, desk) == 0;
    return desk->has_keeper;
}

void many_stop(struct desk *desk)
{
    if (desk->has_keeper) {
        atomic_store(&desk->keeper_stops, true);
        pthread_join(desk->keeper, NULL);
        desk->has_keeper = false;
    }
}

/* The watch has a thread of its own, so that a long batch does not cost the turn. */
static void *keeper_main(void *context)
{
    struct desk *desk = context;
    struct store *store = desk->settings.store;
    while (!atomic_load(&desk->keeper_stops)) {
        struct store_news news;
        bool is_away = store_watch(store, WATCH_MS, &news) != STATUS_OK;
        /* Who seals counts its own commits. */
        if ((news.has_commits || is_away) && !store_turn(store)) {
            atomic_fetch_add(&desk->commits, 1);
        }
        pthread_mutex_lock(&desk->lock);
        desk->has_handed |= news.has_orders;
        desk->has_ends |= news.has_commits;
        pthread_cond_signal(&desk->arrived);
        pthread_mutex_unlock(&desk->lock);
    }
    return NULL;
}

bool many_round(struct desk *desk)
{
    struct round round = wait_for_round(desk);
    follow_turn(desk);
    bool seals = atomic_load(&desk->turn) != 0;
    if (seals && (round.orders || round.has_handed)) {
        seals = desk_commit_batch(desk, round.orders);
        round.has_ends = true;
        more_handed(desk, seals && desk->batch.handed_count == DESK_BATCH_MAX);
    } else if (seals && may_confirm(desk)) {
        confirm_head(desk);
    }
    if (!seals && round.orders) {
        follow_turn(desk);
        hand_on(desk, round.orders);
    }
    int64_t now_ms = monotonic_ms();
    if (desk->handed && (round.has_ends || now_ms - desk->looked_ms >= LOOK_MS)) {
        desk->looked_ms = now_ms;
        hand_collect(desk);
        hand_give_up(desk);
    }
    return !is_over(desk);
}

/* Each of the keeper's wakings is a reason to look at whose turn it is. */
static struct round wait_for_round(struct desk *desk)
{
    pthread_mutex_lock(&desk->lock);
    if (is_quiet(desk)) {
        wait_ms(&desk->arrived, &desk->lock, may_confirm(desk) ? CONFIRM_MS : LOOK_MS);
    }
    bool has_room = desk->handed_count < DESK_QUEUE_MAX;
    struct round round = {
        .orders = has_room ? desk_take_some(desk) : NULL,
        .has_handed = desk->has_handed,
        .has_ends = desk->has_ends,
    };
    desk->has_handed = false;
    desk->has_ends = false;
    pthread_mutex_unlock(&desk->lock);
    return round;
}

static bool is_quiet(const struct desk *desk)
{
    bool has_work = desk->first && desk->handed_count < DESK_QUEUE_MAX;
    bool has_news = desk->has_handed || (desk->has_ends && desk->handed);
    bool may_end = desk->is_stopping && !desk->first && !desk->handed;
    return !has_work && !has_news && !may_end;
}

static void more_handed(struct desk *desk, bool there_are)
{
    pthread_mutex_lock(&desk->lock);
    desk->has_handed |= there_are;
    pthread_mutex_unlock(&desk->lock);
}

static bool is_over(struct desk *desk)
{
    pthread_mutex_lock(&desk->lock);
    bool is_over = desk->is_stopping && !desk->first && !desk->handed;
    pthread_mutex_unlock(&desk->lock);
    return is_over;
}

/* Every turn is begun anew, also one that comes at once after another: in between, others may have
 * sealed. */
static void follow_turn(struct desk *desk)
{
    struct str why;
    const struct desk_settings *settings = &desk->settings;
    struct store *store = settings->store;
    int64_t turn = store_turn(store);
    if (turn == atomic_load(&desk->turn)) {
        return;
    }
    if (desk->writer) {
        atomic_store(&desk->turn, 0);
        store_session_close(desk->writer);
        desk->writer = NULL;
        log_event(EVENT_TURN_LOST, LOG_INT("turn", turn));
    }
    if (turn == 0) {
        return;
    }
    if (begin_turn(desk, &why) == STATUS_OK &&
        (!settings->may_seal || settings->may_seal(settings->may_seal_context)) &&
        count_try(desk)) {
        atomic_store(&desk->turn, turn);
        atomic_fetch_add(&desk->commits, 1);
        log_event(EVENT_TURN, LOG_INT("turn", turn), LOG_INT("tree", desk->tree.size));
        more_handed(desk, true);
        return;
    }
    log_event(EVENT_TURN_REFUSED, LOG_INT("turn", turn));
    store_session_close(desk->writer);
    desk->writer = NULL;
    store_resign(store);
}

/* What waits outlived the last sealer, and may be why it did not last. */
static bool count_try(struct desk *desk)
{
    struct tx tx;
    tx_begin(desk->writer, desk->arena, &tx);
    desk_handed_retry(&tx);
    bool is_counted = tx_commit(&tx) == STATUS_OK;
    arena_reset(desk->arena);
    return is_counted;
}

static bool may_confirm(const struct desk *desk)
{
    return desk->writer && !desk->is_stale && !desk->anchor_is_due &&
           desk->confirmed != desk->tree.size;
}

/* The batch that comes next would say it. Who was deposed cannot: its transaction fails. */
static void confirm_head(struct desk *desk)
{
    struct tx tx;
    tx_begin(desk->writer, desk->arena, &tx);
    desk_state_confirm(&tx, &(struct desk_state_confirm){ .confirmed = desk->tree.size });
    if (tx_commit(&tx) == STATUS_OK) {
        desk->confirmed = desk->tree.size;
        almanac_committed(desk, NULL, false);
        atomic_fetch_add(&desk->commits, 1);
    } else {
        desk->is_stale = true;
    }
    arena_reset(desk->arena);
}

/* As at a start: the tree against its signed head, what was here before, and the anchor. */
static enum status begin_turn(struct desk *desk, struct str *ret_why)
{
    const struct desk_settings *settings = &desk->settings;
    struct tx tx;
    *ret_why = STR("Không mở được kho dữ liệu để ghi; có thể một máy chủ khác đang dùng.");
    desk->writer = store_writer_open(settings->store);
    if (!desk->writer) {
        return STATUS_STORE_FAILED;
    }
    tx_begin(desk->writer, desk->arena, &tx);
    seal_recall(desk, &tx.conn);
    enum status status = tx.conn.failed ? tx.conn.failed : seal_open(desk, &tx.conn, ret_why);
    desk->generation = store_session_generation(desk->writer);
    desk->is_stale = false;
    desk->clock = (struct clock_reading){ 0 };
    tx_rollback(&tx);
    arena_reset(desk->arena);
    return status;
}
