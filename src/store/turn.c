/* Taking the turn, keeping it, hearing that it is free, and hearing of what others wrote. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/turn.h"

#include <poll.h>
#include <string.h>

#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"

enum {
    /* Often enough for the lease, and rarely enough to cost nothing under load. */
    ASK_EVERY_MS = 500,
    /* Who cannot seal lets the others try. */
    TIRED_MS = 3000,
};

static const char TAKE_LOCK[] =
    "SELECT pg_try_advisory_lock(1262833999, hashtext(current_schema()))::int";
static const char GIVE_LOCK[] = "SELECT pg_advisory_unlock_all()";
static const char MAKE_OWNER[] =
    "CREATE TABLE IF NOT EXISTS store_owner (id INTEGER PRIMARY KEY CHECK (id = 1),"
    " epoch BIGINT NOT NULL, commits BIGINT NOT NULL);"
    "INSERT INTO store_owner VALUES (1, 0, 0) ON CONFLICT (id) DO NOTHING;";
static const char NEXT_EPOCH[] = "UPDATE store_owner SET epoch = epoch + 1 RETURNING epoch";
/* What a lost message would have said. */
static const char ASK_ORDERS[] =
    "SELECT EXISTS (SELECT FROM desk_handed WHERE outcome IS NULL)::int";
static const char WATCH_SETTINGS[] = PG_WRITER_SETTINGS "SET idle_session_timeout = '5s';"
                                                        "LISTEN kheo_orders; LISTEN kheo_commit";

static enum status make_schema(struct pg *pg);
static enum status take(struct store *store, struct turn *turn);
static void begin_watch(struct turn *turn);
static void wait_for_news(struct turn *turn, unsigned wait_ms);
static void hear(struct turn *turn, struct store_news *news);
static enum status ask(struct store *store, struct turn *turn, struct store_news *news);
static void lose(struct store *store);

enum status turn_open(struct store *store, struct turn *turn, struct str *ret_why)
{
    enum status status = pg_open(store->path, PG_WRITER_SETTINGS, &turn->pg, ret_why);
    if (status || !store->owns) {
        return status;
    }
    status = store->creates ? make_schema(&turn->pg) : STATUS_OK;
    status = status ? status : take(store, turn);
    if (status == STATUS_BUSY) {
        *ret_why = STR("Một máy chủ khác đang dùng kho dữ liệu này; hãy dừng nó trước.");
        return store->joins ? STATUS_OK : STATUS_BUSY;
    }
    if (status) {
        *ret_why = STR("Vai trò PostgreSQL này không được tạo bảng; hãy cấp quyền: GRANT CREATE, "
                       "USAGE ON SCHEMA … TO …");
        return STATUS_STORE_FAILED;
    }
    return STATUS_OK;
}

/* Given back first: PostgreSQL would do it too, but some time after this process has ended, and
 * whoever comes at once would be told that there is another. */
void turn_close(struct turn *turn)
{
    if (turn->pg.conn && !turn->pg.is_broken) {
        pg_try(&turn->pg, GIVE_LOCK);
    }
    pg_close(&turn->pg);
}

/* A URL may name a schema that is not there yet: ?options=-csearch_path%3Dhue */
static enum status make_schema(struct pg *pg)
{
    static const char make[] =
        "DO $$ BEGIN IF current_schema() IS NULL THEN"
        " EXECUTE format('CREATE SCHEMA %I', split_part(current_setting('search_path'), ',', 1));"
        " END IF; END $$";
    return pg_exec(pg, make, "schema");
}

/* BUSY: it is another's. Who has the lock and cannot raise the epoch gives it back. */
static enum status take(struct store *store, struct turn *turn)
{
    int64_t epoch = 0;
    int64_t has_lock = pg_number(&turn->pg, TAKE_LOCK);
    if (turn->pg.is_broken) {
        return STATUS_STORE_FAILED;
    }
    if (!has_lock) {
        return STATUS_BUSY;
    }
    enum status status = turn->is_watched ? STATUS_OK : pg_exec(&turn->pg, MAKE_OWNER, "own");
    epoch = status ? 0 : pg_number(&turn->pg, NEXT_EPOCH);
    if (epoch == 0) {
        pg_try(&turn->pg, GIVE_LOCK);
        return STATUS_STORE_FAILED;
    }
    atomic_store(&store->turn, epoch);
    return STATUS_OK;
}

enum status turn_watch(struct store *store, struct turn *turn, unsigned wait_ms,
                       struct store_news *ret)
{
    *ret = (struct store_news){ 0 };
    if (!turn->is_watched) {
        begin_watch(turn);
    }
    hear(turn, ret);
    if (!ret->has_orders && !ret->has_commits) {
        wait_for_news(turn, wait_ms);
        hear(turn, ret);
    }
    int64_t now_ms = monotonic_ms();
    bool is_early = now_ms - turn->asked_ms < ASK_EVERY_MS && !turn->pg.is_broken &&
                    !atomic_load(&store->is_tired);
    turn->asked_ms = is_early ? turn->asked_ms : now_ms;
    enum status status = is_early ? STATUS_OK : ask(store, turn, ret);
    /* Before anybody hears of them: a page that is made then must show them. */
    if (ret->has_commits && store->copy_url && !turn->pg.is_broken) {
        store_note_batch(store, pg_number(&turn->pg, PG_NEWEST_BATCH));
    }
    return status;
}

/* From now on the lock must be kept by asking. */
static void begin_watch(struct turn *turn)
{
    turn->pg.settings = WATCH_SETTINGS;
    turn->pg.is_broken = pg_exec(&turn->pg, WATCH_SETTINGS, "watch") != STATUS_OK;
    turn->is_watched = true;
}

static void wait_for_news(struct turn *turn, unsigned wait_ms)
{
    struct pollfd socket = { .fd = turn->pg.is_broken ? -1 : libpq.socket(turn->pg.conn),
                             .events = POLLIN };
    (void)poll(&socket, 1, (int)wait_ms);
}

static void hear(struct turn *turn, struct store_news *news)
{
    if (!turn->pg.is_broken && !libpq.consumeInput(turn->pg.conn)) {
        turn->pg.is_broken = true;
    }
    for (PGnotify *told; (told = libpq.notifies(turn->pg.conn)); libpq.freemem(told)) {
        bool is_order = strcmp(told->relname, "kheo_orders") == 0;
        news->has_orders |= is_order;
        news->has_commits |= !is_order;
    }
}

/* The question is the lease's sign of life too. Over a new connection what was told meanwhile is
 * not known, so everything may have changed. */
static enum status ask(struct store *store, struct turn *turn, struct store_news *news)
{
    int64_t waits = 0;
    uint64_t generation = turn->pg.generation;
    if (turn->pg.is_broken) {
        lose(store);
    }
    if (atomic_exchange(&store->is_tired, false)) {
        turn->tired_until_ms = turn->asked_ms + TIRED_MS;
        pg_try(&turn->pg, GIVE_LOCK);
        lose(store); /* it may have come while it was given back */
    }
    enum status status = pg_begin(&turn->pg, ASK_ORDERS, &waits);
    if (turn->pg.is_broken || turn->pg.generation != generation) {
        lose(store);
        news->has_commits = true;
    }
    news->has_orders |= waits != 0;
    if (!status && !store_turn(store) && turn->asked_ms >= turn->tired_until_ms) {
        enum status taken = take(store, turn);
        status = taken == STATUS_BUSY ? STATUS_OK : taken;
    }
    hear(turn, news);
    return status;
}

static void lose(struct store *store)
{
    atomic_store(&store->turn, 0);
}
