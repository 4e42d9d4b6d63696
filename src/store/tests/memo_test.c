/* What a batch has read is not asked for again, and is never told when it is no longer true. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/tests/fixture.h"

enum { UNITS_BIT = 1, OTHERS_BIT = 2 };

static struct statement put_unit, get_unit, list_units, put_leaf;

static int prepare(void **state)
{
    put_unit = unit_insert_statement;
    put_unit.tables = UNITS_BIT;
    get_unit = unit_get_statement;
    get_unit.tables = UNITS_BIT;
    list_units = unit_list_statement;
    list_units.tables = UNITS_BIT;
    put_leaf = (struct statement){ .name = "leaf_put",
                                   .index = UNIT_FREE,
                                   .writes = true,
                                   .tables = OTHERS_BIT,
                                   .sqlite = "INSERT INTO ledger_node (id) VALUES (?1)",
                                   .params = number_fields,
                                   .param_count = 1 };
    return fixture_set_up(state);
}

static void add(struct tx *tx, int64_t id, const char *code)
{
    store_put(tx, &put_unit, &(struct unit){ .id = { id }, .code = str_of(code), .open = true });
}

static struct unit get(struct tx *tx, int64_t id, bool *ret_found)
{
    struct unit unit;
    *ret_found = store_one(&tx->conn, &get_unit, &(struct number){ id }, &unit);
    return unit;
}

/* How often the database was asked for what `id` is; its code must be `code`, NULL for none. */
static unsigned asked(struct tx *tx, int64_t id, const char *code)
{
    bool is_found;
    unsigned before = tx->conn.queries;
    struct unit unit = get(tx, id, &is_found);
    assert_int_equal(tx->conn.failed, STATUS_OK);
    assert_int_equal(is_found, code != NULL);
    assert_true(str_equal(unit.code, str_of(code)));
    return tx->conn.queries - before;
}

static void the_same_is_asked_once(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(asked(&tx, 1, "root"), 1);
    assert_int_equal(asked(&tx, 1, "root"), 0);
    assert_int_equal(asked(&tx, 2, NULL), 1);
    assert_int_equal(asked(&tx, 2, NULL), 0);
    struct rows first = store_many(&tx.conn, &list_units, &(struct number){ 5 });
    unsigned before = tx.conn.queries;
    struct rows again = store_many(&tx.conn, &list_units, &(struct number){ 5 });
    assert_int_equal(tx.conn.queries, before);
    assert_int_equal(first.count, 1);
    assert_int_equal(again.count, 1);
    assert_true(str_equal(((const struct unit *)again.rows)->code, STR("root")));
    (void)store_many(&tx.conn, &list_units, &(struct number){ 6 });
    assert_int_equal(tx.conn.queries, before + 1);
    tx_rollback(&tx);
}

static void what_was_written_is_asked_again(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(asked(&tx, 2, NULL), 1);
    add(&tx, 2, "two");
    assert_int_equal(asked(&tx, 2, "two"), 1);
    assert_int_equal(asked(&tx, 2, "two"), 0);
    store_put(&tx, &put_leaf, &(struct number){ 7 });
    assert_int_equal(asked(&tx, 2, "two"), 0);
    tx_rollback(&tx);
}

static void what_was_undone_is_asked_again(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    add(&tx, 2, "two");
    assert_int_equal(asked(&tx, 2, "two"), 1);
    tx_undo(&tx);
    assert_int_equal(asked(&tx, 2, NULL), 1);
    tx_rollback(&tx);
}

/* The texts of an answer are the memo's own: the arena of the command that asked is gone. */
static void an_answer_outlives_who_asked(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    struct arena_mark mark = arena_mark(f->arena);
    assert_int_equal(asked(&tx, 1, "root"), 1);
    arena_undo(f->arena, mark);
    memset(arena_raw(f->arena, 4096), 'x', 4096);
    assert_int_equal(asked(&tx, 1, "root"), 0);
    tx_rollback(&tx);
}

static void the_next_transaction_asks_anew(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    for (int i = 0; i < 2; i++) {
        tx_begin(f->writer, f->arena, &tx);
        assert_int_equal(asked(&tx, 1, "root"), 1);
        tx_rollback(&tx);
    }
}

/* More different questions than there is room for: the first stay, the others are asked again. */
static void a_full_memo_still_tells_the_truth(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    unsigned again = 0;
    tx_begin(f->writer, f->arena, &tx);
    for (int64_t id = 2; id < 1000; id++) {
        char code[16];
        (void)snprintf(code, sizeof code, "%ld", (long)id);
        add(&tx, id, code);
    }
    for (int round = 0; round < 2; round++) {
        for (int64_t id = 2; id < 1000; id++) {
            char code[16];
            (void)snprintf(code, sizeof code, "%ld", (long)id);
            unsigned n = asked(&tx, id, code);
            again += round ? n : 0;
        }
    }
    assert_in_range(again, 1, 998 - 100);
    tx_rollback(&tx);
}

static void a_reader_remembers_nothing(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct unit unit;
    snap_begin(f->reader, f->arena, 0, &snap);
    assert_true(store_one(&snap.conn, &get_unit, &(struct number){ 1 }, &unit));
    assert_true(store_one(&snap.conn, &get_unit, &(struct number){ 1 }, &unit));
    assert_int_equal(snap.conn.queries, 2);
    assert_int_equal(snap_end(&snap), STATUS_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, prepare, fixture_tear_down)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_is_asked_once),         TEST(what_was_written_is_asked_again),
        TEST(what_was_undone_is_asked_again), TEST(an_answer_outlives_who_asked),
        TEST(the_next_transaction_asks_anew), TEST(a_full_memo_still_tells_the_truth),
        TEST(a_reader_remembers_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
