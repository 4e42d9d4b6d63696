/* Additions wait and become one, and nobody who looks can tell. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/tests/fixture.h"

enum { UNITS_BIT = 1, SIZE_IS_ADDED = 1 << 2, MANY = 100 };

static struct statement sum_size, get_unit;

struct size {
    int64_t id;
    struct str code;
    int64_t size;
};
static const struct field size_fields[] = { FIELD(struct size, id), FIELD(struct size, code),
                                            FIELD(struct size, size) };

static int prepare(void **state)
{
    get_unit = unit_get_statement;
    get_unit.tables = UNITS_BIT;
    get_unit.touches = UNITS_BIT;
    sum_size =
        (struct statement){ .name = "size_add",
                            .index = UNIT_FREE,
                            .writes = true,
                            .tables = UNITS_BIT,
                            .touches = UNITS_BIT,
                            .sums = SIZE_IS_ADDED,
                            .sqlite = "INSERT INTO unit (id, code, size, open) VALUES (?1, ?2, ?3,"
                                      " 1) ON CONFLICT (id) DO UPDATE SET size = unit.size +"
                                      " excluded.size",
                            .params = size_fields,
                            .param_count = COUNT(size_fields) };
    return fixture_set_up(state);
}

/* The code is gone from its place as soon as this returns. */
static void add(struct tx *tx, int64_t id, int64_t size)
{
    char code[32];
    (void)snprintf(code, sizeof code, "unit %ld", (long)id);
    store_sum(tx, &sum_size, &(struct size){ id, str_of(code), size });
    memset(code, 'x', sizeof code);
}

static int64_t size_of(struct tx *tx, int64_t id)
{
    struct unit unit;
    bool is_found = store_one(&tx->conn, &get_unit, &(struct number){ id }, &unit);
    char code[32];
    (void)snprintf(code, sizeof code, "unit %ld", (long)id);
    assert_true(!is_found || str_equal(unit.code, str_of(code)));
    return is_found ? unit.size : -1;
}

static void many_become_one(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    unsigned before = tx.conn.queries;
    for (int64_t i = 1; i <= MANY; i++) {
        add(&tx, 5, i);
        add(&tx, 6, -i);
    }
    assert_int_equal(tx.conn.queries, before);
    tx_keep(&tx);
    assert_int_equal(tx.conn.queries, before + 2);
    assert_int_equal(size_of(&tx, 5), MANY * (MANY + 1) / 2);
    assert_int_equal(size_of(&tx, 6), -MANY * (MANY + 1) / 2);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

static void whoever_asks_finds_them(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    assert_int_equal(size_of(&tx, 5), -1);
    for (int64_t i = 1; i <= 3; i++) {
        add(&tx, 5, 1);
        assert_int_equal(size_of(&tx, 5), i);
    }
    tx_keep(&tx);
    assert_int_equal(size_of(&tx, 5), 3);
    tx_rollback(&tx);
}

static void what_is_undone_is_not_added(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    add(&tx, 5, 10);
    tx_keep(&tx);
    tx_mark(&tx);
    add(&tx, 5, 100);
    add(&tx, 6, 100);
    tx_undo(&tx);
    tx_mark(&tx);
    add(&tx, 5, 1);
    tx_keep(&tx);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(size_of(&tx, 5), 11);
    assert_int_equal(size_of(&tx, 6), -1);
    tx_mark(&tx);
    add(&tx, 5, 1000);
    tx_rollback(&tx);
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(size_of(&tx, 5), 11);
    tx_rollback(&tx);
}

static void more_than_there_is_room_for(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    for (int round = 0; round < 2; round++) {
        for (int64_t id = 2; id < 2 + MANY; id++) {
            add(&tx, id, id);
        }
    }
    tx_keep(&tx);
    for (int64_t id = 2; id < 2 + MANY; id++) {
        assert_int_equal(size_of(&tx, id), 2 * id);
    }
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

static void outside_of_a_mark_nothing_waits(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    unsigned before = tx.conn.queries;
    add(&tx, 5, 1);
    assert_int_equal(tx.conn.queries, before + 1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

/* It belongs to the mark all the same. */
static void one_that_fails_is_undone(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    add(&tx, 5, 1);
    store_sum(&tx, &sum_size, &(struct size){ 7, STR("root"), 1 });
    assert_int_equal(tx.conn.failed, STATUS_OK);
    tx_keep(&tx);
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    tx_undo(&tx);
    assert_int_equal(size_of(&tx, 5), -1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, prepare, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(many_become_one),
        TEST(whoever_asks_finds_them),
        TEST(what_is_undone_is_not_added),
        TEST(more_than_there_is_room_for),
        TEST(outside_of_a_mark_nothing_waits),
        TEST(one_that_fails_is_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
