/* PostgreSQL keeps the store's promises, and those that only a server over a wire must make. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/must.h"
#include "store/pg.h"
#include "store/store.h"

/* KHEO_POSTGRES names a server to play on (tests/postgres/server.sh starts one); each test has a
 * schema of its own there. */

struct paper {
    struct id id;
    struct str title;
    struct id unit_id;
    int64_t size;
    bool is_open;
    struct day due_on;
    struct instant seen_at;
    struct bytes seal;
};
static const struct field paper_fields[] = {
    FIELD(struct paper, id),      FIELD(struct paper, title),   FIELD(struct paper, unit_id),
    FIELD(struct paper, size),    FIELD(struct paper, is_open), FIELD(struct paper, due_on),
    FIELD(struct paper, seen_at), FIELD(struct paper, seal),
};
struct number {
    int64_t n;
};
static const struct field number_fields[] = { FIELD(struct number, n) };

static const struct migration migrations[] = {
    { .owner = "paper",
      .number = 1,
      .postgres =
          "CREATE TABLE paper (id BIGINT PRIMARY KEY, title TEXT COLLATE \"C\" NOT NULL"
          " UNIQUE, unit_id BIGINT, size BIGINT NOT NULL, is_open SMALLINT NOT NULL,"
          " due_on INTEGER, seen_at BIGINT, seal BYTEA);"
          "CREATE TABLE ledger_leaf (position BIGINT PRIMARY KEY, leaf BYTEA, record BYTEA);"
          "CREATE TABLE ledger_node (node BIGINT PRIMARY KEY, hash BYTEA);"
          "CREATE TABLE ledger_checkpoint (size BIGINT PRIMARY KEY, note TEXT);"
          "CREATE TABLE desk_handed (outcome BYTEA);"
          "INSERT INTO ledger_leaf VALUES (0, 'a', 'b');"
          "INSERT INTO ledger_node VALUES (0, 'a');" },
};
static const struct schema schema_of_test = { migrations, COUNT(migrations), 16 };

enum { INSERT, GET, ALL, COUNT_ALL, SLOW, FILL, WRONG, PAST_LEAF, PAST_RECORD, PAST_NODE };
#define STATEMENT(index_, text, ...)                                                               \
    {                                                                                              \
        .name = "test", .index = index_, .postgres = text, __VA_ARGS__                             \
    }
#define TAKES_NUMBER .params = number_fields, .param_count = 1
#define GIVES_NUMBER                                                                               \
    .columns = number_fields, .column_count = 1, .row_size_bytes = sizeof(struct number)

static const struct statement insert =
    STATEMENT(INSERT, "INSERT INTO paper VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", .writes = true,
              .params = paper_fields, .param_count = COUNT(paper_fields));
static const struct statement get =
    STATEMENT(GET, "SELECT * FROM paper WHERE id = $1", TAKES_NUMBER, .columns = paper_fields,
              .column_count = COUNT(paper_fields), .row_size_bytes = sizeof(struct paper));
static const struct statement all =
    STATEMENT(ALL, "SELECT id FROM paper WHERE id >= $1 ORDER BY id", TAKES_NUMBER, GIVES_NUMBER);
static const struct statement count_all =
    STATEMENT(COUNT_ALL, "SELECT count(*) FROM paper", GIVES_NUMBER);
static const struct statement slow =
    STATEMENT(SLOW, "SELECT count(*) FROM generate_series(1, 1000000000)", GIVES_NUMBER);
static const struct statement fill =
    STATEMENT(FILL,
              "INSERT INTO paper (id, title, size, is_open) SELECT g, g::text, 0, 1 FROM"
              " generate_series(1, $1) AS g",
              .writes = true, TAKES_NUMBER);
static const struct statement wrong = STATEMENT(WRONG, "SELECT SUM(size) FROM paper", GIVES_NUMBER);

struct fixture {
    char url[400];
    struct store *store;
    struct session *writer;
    struct session *reader;
    struct arena *arena;
    PGconn *operator; /* somebody with psql */
};

static void operator_says(struct fixture *f, const char *sql)
{
    PGresult *result = PQexec(f->operator, sql);
    if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK) {
        fail_msg("%s: %s", sql, PQresultErrorMessage(result));
    }
    PQclear(result);
}

static int set_up(void **state)
{
    static struct fixture fixture;
    static unsigned number;
    struct fixture *f = &fixture;
    struct str why;
    const char *server = getenv("KHEO_POSTGRES");
    assert_non_null(server);
    *f = (struct fixture){ .arena = arena_create(8 << 20) };
    number++;
    snprintf(f->url, sizeof f->url, "%s&options=-csearch_path%%3Dstore_%ld_%u", server,
             (long)getpid(), number);
    log_set_level((enum log_level)(LEVEL_ERROR + 1)); /* nothing: failures are wanted here */
    assert_int_equal(store_open(f->url, true, &f->store, &why), STATUS_OK);
    assert_int_equal(store_migrate(f->store, &schema_of_test, &(struct str){ 0 }), STATUS_OK);
    f->writer = store_writer_open(f->store);
    f->reader = store_reader_open(f->store);
    f->operator= PQconnectdb(f->url);
    assert_true(f->writer && f->reader && PQstatus(f->operator) == CONNECTION_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    store_session_close(f->reader);
    store_session_close(f->writer);
    store_close(f->store);
    PQfinish(f->operator);
    arena_destroy(f->arena);
    return 0;
}

static int64_t put(struct tx *tx, int64_t id, const char *title)
{
    return store_exec(tx, &insert, &(struct paper){ .id = { id }, .title = str_of(title) });
}

static int64_t count(struct fixture *f)
{
    struct number number = { -1 };
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &count_all, NULL, &number);
    return snap_end(&snap) ? -1 : number.n;
}

static enum status put_alone(struct fixture *f, int64_t id, const char *title)
{
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    put(&tx, id, title);
    return tx_commit(&tx);
}

static void values_come_back_as_they_went(void **state)
{
    struct fixture *f = *state;
    static const uint8_t seal[] = { 0, 1, 0, 255 };
    const struct paper full = { { 7 },  STR("Phường Phú Xuân ƀ"),
                                { 1 },  INT64_MIN,
                                true,   { 739000 },
                                { -5 }, { seal, sizeof seal } };
    const struct paper empty = { .id = { 8 }, .title = STR(""), .seal = { "", 0 } };
    struct tx tx;
    struct snap snap;
    struct paper got;
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(store_exec(&tx, &insert, &full), 1);
    assert_int_equal(store_exec(&tx, &insert, &empty), 1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);

    snap_begin(f->reader, f->arena, 0, &snap);
    assert_true(store_one(&snap.conn, &get, &(struct number){ 7 }, &got));
    assert_true(str_equal(got.title, full.title) && got.unit_id.v == 1 && got.size == INT64_MIN);
    assert_true(got.is_open && got.due_on.n == 739000 && got.seen_at.s == -5);
    assert_true(got.seal.n == sizeof seal && memcmp(got.seal.p, seal, sizeof seal) == 0);
    assert_true(store_one(&snap.conn, &get, &(struct number){ 8 }, &got));
    assert_true(got.title.p && got.title.n == 0 && got.seal.p && got.seal.n == 0);
    assert_true(got.unit_id.v == 0 && got.due_on.n == 0 && got.seen_at.s == 0);
    assert_false(store_one(&snap.conn, &get, &(struct number){ 9 }, &got));
    assert_int_equal(snap_end(&snap), STATUS_OK);
}

static void a_conflict_sticks_until_it_is_undone(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    put(&tx, 1, "a");
    tx_mark(&tx);
    put(&tx, 2, "b");
    assert_int_equal(put(&tx, 3, "a"), 0);
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    assert_int_equal(put(&tx, 4, "c"), 0);
    tx_undo(&tx);
    assert_int_equal(put(&tx, 5, "d"), 1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_int_equal(count(f), 2);
}

/* Its failure comes to light later, but before the mark is kept. */
static void what_was_put_fails_within_its_mark(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    struct number number;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    for (int i = 1; i <= 1000; i++) {
        char title[8];
        snprintf(title, sizeof title, "%d", i);
        store_put(&tx, &insert, &(struct paper){ .id = { i }, .title = str_of(title) });
    }
    tx_keep(&tx);
    assert_int_equal(tx.conn.failed, STATUS_OK);
    tx_mark(&tx);
    store_put(&tx, &insert, &(struct paper){ .id = { 2001 }, .title = STR("x") });
    store_put(&tx, &insert, &(struct paper){ .id = { 2002 }, .title = STR("x") });
    store_put(&tx, &insert, &(struct paper){ .id = { 2003 }, .title = STR("y") });
    tx_keep(&tx);
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    tx_undo(&tx);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_int_equal(count(f), 1000);

    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    store_put(&tx, &insert, &(struct paper){ .id = { 3001 }, .title = STR("a") });
    store_put(&tx, &insert, &(struct paper){ .id = { 3001 }, .title = STR("b") });
    assert_false(store_one(&tx.conn, &count_all, NULL, &number));
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    tx_undo(&tx);
    store_put(&tx, &insert, &(struct paper){ .id = { 3002 }, .title = STR("c") });
    assert_true(store_one(&tx.conn, &count_all, NULL, &number));
    assert_int_equal(number.n, 1001);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

static bool is_free(struct tx *tx, int64_t id)
{
    return store_none(tx, &get, &(struct number){ id });
}

static void what_is_taken_for_granted_is_seen_when_it_is_not_so(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    assert_int_equal(put_alone(f, 1, "a"), STATUS_OK);
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    assert_true(is_free(&tx, 2));
    assert_false(is_free(&tx, 1));
    tx.trusts = true;
    for (int i = 0; i < 1000; i++) {
        assert_true(is_free(&tx, 2));
    }
    tx_keep(&tx);
    assert_int_equal(tx.conn.failed, STATUS_OK);
    for (int among = 1; among < 1000; among += 255) {
        tx_mark(&tx);
        for (int i = 0; i < 1000; i++) {
            assert_true(is_free(&tx, i == among ? 1 : 2));
        }
        tx_keep(&tx);
        assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
        tx_undo(&tx);
        assert_int_equal(tx.conn.failed, STATUS_OK);
    }
    tx.trusts = false;
    tx_mark(&tx);
    assert_false(is_free(&tx, 1));
    tx_keep(&tx);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

static void a_snapshot_stays_as_it_was(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct number number;
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &count_all, NULL, &number);
    assert_int_equal(put_alone(f, 1, "a"), STATUS_OK);
    store_one(&snap.conn, &count_all, NULL, &number);
    assert_int_equal(number.n, 0);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    assert_int_equal(count(f), 1);
}

static void a_reader_cannot_write(void **state)
{
    struct fixture *f = *state;
    struct tx pretended;
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    pretended.conn = snap.conn;
    assert_int_equal(put(&pretended, 1, "a"), 0);
    assert_int_equal(pretended.conn.failed, STATUS_READ_ONLY);
    snap.conn = pretended.conn;
    assert_int_equal(snap_end(&snap), STATUS_READ_ONLY);
    assert_int_equal(count(f), 0);
}

static void a_statement_has_a_budget(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct number number;
    snap_begin(f->reader, f->arena, 50, &snap);
    assert_false(store_one(&snap.conn, &slow, NULL, &number));
    assert_int_equal(snap_end(&snap), STATUS_TIMEOUT);
    assert_int_equal(count(f), 0);
}

/* A SUM of whole numbers is none in PostgreSQL; sqlc sees to it, and this if it forgets. */
static void a_column_of_another_kind_is_no_row(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct number number;
    assert_int_equal(put_alone(f, 1, "a"), STATUS_OK);
    snap_begin(f->reader, f->arena, 0, &snap);
    assert_false(store_one(&snap.conn, &wrong, NULL, &number));
    assert_int_equal(snap_end(&snap), STATUS_BROKEN);
}

struct walk {
    struct conn *conn;
    int64_t last;
    int64_t stop_at;
};

static bool walk_on(void *context, const void *row)
{
    struct walk *walk = context;
    struct number other;
    const struct number *number = row;
    assert_int_equal(number->n, walk->last + 1);
    walk->last = number->n;
    if (number->n % 400 == 0) {
        assert_true(store_one(walk->conn, &count_all, NULL, &other));
    }
    return walk->last != walk->stop_at;
}

static bool walk_off(void *context, const void *row)
{
    struct walk *walk = context;
    (void)row;
    if (++walk->last == walk->stop_at) {
        walk->conn->arena->fail_after = 1;
        *new(walk->conn->arena, char, 1) = 0;
    }
    return true;
}

/* A page that goes on without what it had no memory for asks the same again in the same snapshot.
 */
static void an_unwound_list_can_be_begun_again(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    struct snap snap;
    jmp_buf boundary;
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(store_exec(&tx, &fill, &(struct number){ 1234 }), 1234);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    snap_begin(f->reader, f->arena, 0, &snap);
    struct walk walk = { .conn = &snap.conn, .stop_at = 700 };
    if (arena_guard(f->arena, &boundary)) {
        f->arena->fail_after = 0;
        snap_unwound(&snap);
    } else {
        store_each(&snap.conn, &all, &(struct number){ 1 }, walk_off, &walk);
        fail();
    }
    walk = (struct walk){ .conn = &snap.conn };
    store_each(&snap.conn, &all, &(struct number){ 1 }, walk_on, &walk);
    assert_int_equal(walk.last, 1234);
    assert_int_equal(snap_end(&snap), STATUS_OK);
}

static void long_lists_come_by_and_by(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    struct snap snap;
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(store_exec(&tx, &fill, &(struct number){ 1234 }), 1234);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    snap_begin(f->reader, f->arena, 0, &snap);
    struct walk walk = { .conn = &snap.conn };
    store_each(&snap.conn, &all, &(struct number){ 1 }, walk_on, &walk);
    assert_int_equal(walk.last, 1234);
    /* Left half-way, the same list can be begun again. */
    for (int i = 0; i < 2; i++) {
        walk = (struct walk){ .conn = &snap.conn, .stop_at = 700 };
        store_each(&snap.conn, &all, &(struct number){ 1 }, walk_on, &walk);
        assert_int_equal(walk.last, 700);
    }
    struct rows rows = store_many(&snap.conn, &all, &(struct number){ 1200 });
    assert_int_equal(rows.count, 35);
    assert_int_equal(snap_end(&snap), STATUS_OK);
}

static void the_past_does_not_change(void **state)
{
    static const char *const refused[] = {
        "UPDATE ledger_leaf SET leaf = 'x'", "UPDATE ledger_leaf SET position = 9",
        "DELETE FROM ledger_leaf",           "UPDATE ledger_node SET hash = 'x'",
        "DELETE FROM ledger_node",           "TRUNCATE ledger_checkpoint",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        PGresult *result = PQexec(f->operator, refused[i]);
        assert_int_equal(PQresultStatus(result), PGRES_FATAL_ERROR);
        PQclear(result);
    }
    operator_says(f, "UPDATE ledger_leaf SET record = ''");
}

static void one_server_at_a_time(void **state)
{
    struct fixture *f = *state;
    struct store *other = NULL;
    struct str why = STR_NONE;
    assert_int_equal(store_open(f->url, false, &other, &why), STATUS_BUSY);
    assert_true(why.n > 0);
    assert_int_equal(store_look(f->url, &other, &why), STATUS_OK);
    assert_null(store_writer_open(other));
    store_close(other);
}

/* Our lock went with a connection that a network cut; somebody else has begun to write. */
static void whoever_was_replaced_writes_no_more(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(put_alone(f, 1, "a"), STATUS_OK);
    operator_says(f, "UPDATE store_owner SET epoch = epoch + 1");
    assert_int_equal(put_alone(f, 2, "b"), STATUS_STORE_FAILED);
    assert_int_equal(count(f), 1);
}

/* Until it has the turn, or for `seconds`. */
static bool gets_turn(struct store *store, int seconds)
{
    struct store_news news;
    for (int i = 0; i < seconds * 20 && !store_turn(store); i++) {
        (void)store_watch(store, 50, &news);
    }
    return store_turn(store) != 0;
}

static const char CUT_LOCK[] =
    "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory'"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND objid::bigint & 4294967295 = hashtext(current_schema())::bigint & 4294967295";

static void turns_go_round(void **state)
{
    struct fixture *f = *state;
    struct store *other;
    struct str why;
    struct tx tx;
    assert_int_equal(store_join(f->url, false, &other, &why), STATUS_OK);
    assert_true(store_is_shared(other) && !store_is_shared(f->store));
    assert_int_equal(store_turn(other), 0);
    assert_null(store_writer_open(other));
    assert_int_equal(store_migrate(other, &schema_of_test, &why), STATUS_OK);
    assert_false(gets_turn(other, 1));

    operator_says(f, CUT_LOCK);
    assert_true(gets_turn(other, 3));
    assert_true(store_turn(other) > store_turn(f->store));
    assert_int_equal(put_alone(f, 1, "late"), STATUS_STORE_FAILED);
    assert_int_equal(store_turn(f->store), 0);
    struct session *writer = store_writer_open(other);
    tx_begin(writer, f->arena, &tx);
    assert_int_equal(put(&tx, 1, "in time"), 1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);

    /* A turn that is lost and comes again is another one. */
    int64_t first = store_turn(other);
    store_resign(other);
    tx_begin(writer, f->arena, &tx);
    tx_rollback(&tx);
    assert_true(gets_turn(other, 6));
    assert_true(store_turn(other) > first);
    tx_begin(writer, f->arena, &tx);
    assert_int_equal(tx_commit(&tx), STATUS_STORE_FAILED);
    store_session_close(writer);
    store_close(other);
}

static void who_keeps_no_watch_loses_the_turn(void **state)
{
    struct fixture *f = *state;
    struct store *one;
    struct store *other;
    struct store_news news;
    struct str why;
    operator_says(f, CUT_LOCK);
    assert_int_equal(store_join(f->url, false, &one, &why), STATUS_OK);
    assert_true(gets_turn(one, 1));
    assert_int_equal(store_watch(one, 0, &news), STATUS_OK);
    assert_int_equal(store_join(f->url, false, &other, &why), STATUS_OK);
    for (int i = 0; i < 16; i++) {
        usleep(500000);
        assert_int_equal(store_watch(one, 0, &news), STATUS_OK);
        assert_int_equal(store_watch(other, 0, &news), STATUS_OK);
    }
    assert_true(store_turn(one) != 0 && store_turn(other) == 0);
    assert_true(gets_turn(other, STORE_LEASE_S + 2));
    store_close(one);
    store_close(other);
}

static void what_is_written_aside_is_heard(void **state)
{
    struct fixture *f = *state;
    struct store *other;
    struct store_news news;
    struct str why;
    struct tx tx;
    assert_int_equal(store_join(f->url, false, &other, &why), STATUS_OK);
    struct session *aside = store_aside_open(other);
    assert_null(store_aside_open(f->store));
    (void)store_watch(other, 0, &news);
    tx_begin(aside, f->arena, &tx);
    assert_int_equal(put(&tx, 1, "aside"), 1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_int_equal(store_watch(other, 1000, &news), STATUS_OK);
    assert_true(news.has_orders && !news.has_commits);
    assert_int_equal(put_alone(f, 2, "sealed"), STATUS_OK);
    assert_int_equal(store_watch(other, 1000, &news), STATUS_OK);
    assert_true(news.has_commits && !news.has_orders);
    operator_says(f, "INSERT INTO desk_handed VALUES (NULL)");
    usleep(600000);
    assert_int_equal(store_watch(other, 0, &news), STATUS_OK);
    assert_true(news.has_orders);
    store_session_close(aside);
    store_close(other);
}

static void a_cut_connection_is_made_anew(void **state)
{
    static const char cut[] = "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
                              " WHERE application_name = 'kheo' AND pid <> pg_backend_pid()";
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    put(&tx, 1, "a");
    operator_says(f, cut);
    assert_int_equal(put(&tx, 2, "b"), 0);
    assert_int_equal(tx_commit(&tx), STATUS_STORE_FAILED);
    assert_int_equal(count(f), 0);
    assert_int_equal(put_alone(f, 3, "c"), STATUS_OK);
    operator_says(f, cut);
    assert_int_equal(put_alone(f, 4, "d"), STATUS_OK);
    assert_int_equal(count(f), 2);
}

/* As when a replica's confirmation does not come: the rows are there, and nobody may rely on it. */
static void a_commit_with_a_warning_is_not_confirmed(void **state)
{
    struct fixture *f = *state;
    operator_says(f, "CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS"
                     " $$ BEGIN RAISE WARNING 'canceling wait'; RETURN NULL; END $$;"
                     "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON paper"
                     " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION warn()");
    assert_int_equal(put_alone(f, 1, "a"), STATUS_STORE_FAILED);
    operator_says(f, "DROP TRIGGER late ON paper");
    assert_int_equal(put_alone(f, 2, "b"), STATUS_OK);
}

static void wrong_addresses_are_one_sentence(void **state)
{
    static const char *const urls[] = {
        "postgresql://nobody@/nothing?host=/nowhere",
        "postgresql://127.0.0.1:1/kheo",
        "postgres://[",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(urls); i++) {
        struct store *store = NULL;
        struct str why = STR_NONE;
        assert_int_equal(store_open(urls[i], true, &store, &why), STATUS_STORE_FAILED);
        assert_true(why.n > 0);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(values_come_back_as_they_went),
        TEST(a_conflict_sticks_until_it_is_undone),
        TEST(what_was_put_fails_within_its_mark),
        TEST(what_is_taken_for_granted_is_seen_when_it_is_not_so),
        TEST(a_snapshot_stays_as_it_was),
        TEST(a_reader_cannot_write),
        TEST(a_statement_has_a_budget),
        TEST(a_column_of_another_kind_is_no_row),
        TEST(long_lists_come_by_and_by),
        TEST(an_unwound_list_can_be_begun_again),
        TEST(the_past_does_not_change),
        TEST(one_server_at_a_time),
        TEST(whoever_was_replaced_writes_no_more),
        TEST(turns_go_round),
        TEST(who_keeps_no_watch_loses_the_turn),
        TEST(what_is_written_aside_is_heard),
        TEST(a_cut_connection_is_made_anew),
        TEST(a_commit_with_a_warning_is_not_confirmed),
        cmocka_unit_test(wrong_addresses_are_one_sentence),
    };
    if (!getenv("KHEO_POSTGRES")) {
        printf("ok 1 # SKIP there is no KHEO_POSTGRES; make check-postgres has one\n1..1\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
