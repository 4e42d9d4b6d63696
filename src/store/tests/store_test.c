/* The store's promises: sticky failures, marks, values there and back, who may write what. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

#include "store/tests/fixture.h"
#include "store/wal.h"

static void values_come_back_as_they_went(void **state)
{
    struct fixture *f = *state;
    static const uint8_t seal[] = { 0, 1, 0, 255 };
    const struct unit full = { { 7 },  STR("Phường Phú Xuân\0!"),
                               { 1 },  INT64_MIN,
                               true,   { 739000 },
                               { -5 }, { seal, sizeof seal } };
    const struct unit empty = { .id = { 8 }, .code = STR(""), .seal = { "", 0 } };
    struct tx tx;
    struct unit got;
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(store_exec(&tx, &unit_insert_statement, &full), 1);
    assert_int_equal(store_exec(&tx, &unit_insert_statement, &empty), 1);
    assert_int_equal(tx_commit(&tx), STATUS_OK);

    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    assert_true(store_one(&snap.conn, &unit_get_statement, &(struct number){ 7 }, &got));
    assert_int_equal(got.id.v, 7);
    assert_true(str_equal(got.code, full.code));
    assert_int_equal(got.parent_id.v, 1);
    assert_true(got.size == INT64_MIN && got.open && got.closed_on.n == 739000);
    assert_int_equal(got.seen_at.s, -5);
    assert_true(str_equal(str_span(got.seal.p, got.seal.n), str_span(seal, sizeof seal)));

    assert_true(store_one(&snap.conn, &unit_get_statement, &(struct number){ 8 }, &got));
    assert_true(got.code.p && got.code.n == 0); /* empty is not absent */
    assert_true(got.seal.p && got.seal.n == 0);
    assert_false(store_one(&snap.conn, &unit_get_statement, &(struct number){ 9 }, &got));
    assert_int_equal(got.id.v, 0);
    assert_int_equal(snap.conn.queries, 3);
    assert_int_equal(snap_end(&snap), STATUS_OK);
}

static void zero_is_null(void **state)
{
    struct fixture *f = *state;
    static const struct statement nulls = {
        .name = "nulls",
        .index = UNIT_FREE,
        ROWS_OF_NUMBER,
        .sqlite = "SELECT count(*) FROM unit WHERE parent_id IS NULL AND closed_on IS NULL"
                  " AND seen_at IS NULL AND seal IS NULL AND size = 0",
    };
    struct tx tx;
    struct number count;
    struct unit got;
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    assert_true(store_one(&tx.conn, &nulls, NULL, &count));
    assert_int_equal(count.n, 2);
    assert_true(store_one(&tx.conn, &unit_get_statement, &(struct number){ 2 }, &got));
    assert_true(got.parent_id.v == 0 && got.closed_on.n == 0 && got.seen_at.s == 0 && !got.seal.p);
    /* A column that may not be NULL refuses the zero value. */
    assert_int_equal(store_exec(&tx, &unit_insert_statement, &(struct unit){ .id = { 3 } }), 0);
    assert_int_equal(tx_commit(&tx), STATUS_CONFLICT);
}

static void a_failure_sticks(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    struct number count = { 9 };
    tx_begin(f->writer, f->arena, &tx);
    assert_int_equal(insert_unit(&tx, 2, "a"), 1);
    assert_int_equal(insert_unit(&tx, 3, "a"), 0);
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    assert_int_equal(insert_unit(&tx, 4, "b"), 0);
    assert_false(store_one(&tx.conn, &unit_count_statement, NULL, &count));
    assert_int_equal(count.n, 0);
    assert_int_equal(store_many(&tx.conn, &unit_list_statement, &(struct number){ 9 }).count, 0);
    assert_int_equal(tx_commit(&tx), STATUS_CONFLICT);
    assert_int_equal(count_units(f), 1);
}

static void undo_heals_a_conflict(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    tx_mark(&tx);
    insert_unit(&tx, 3, "b");
    insert_unit(&tx, 4, "a");
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    tx_undo(&tx);
    assert_int_equal(tx.conn.failed, STATUS_OK);
    tx_mark(&tx);
    assert_int_equal(insert_unit(&tx, 5, "c"), 1);
    tx_keep(&tx);
    tx_mark(&tx);
    insert_unit(&tx, 6, "d");
    tx_undo(&tx); /* a refusal: nothing failed */
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_int_equal(count_units(f), 3); /* root, 2, 5 */
}

/* Where nobody waits for the database, nothing is taken for granted. */
static void what_is_not_there_is_known_at_once(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    tx.trusts = true;
    assert_false(store_none(&tx, &unit_get_statement, &(struct number){ 1 }));
    assert_true(store_none(&tx, &unit_get_statement, &(struct number){ 2 }));
    insert_unit(&tx, 2, "root");
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    assert_true(store_none(&tx, &unit_get_statement, &(struct number){ 1 }));
    tx_rollback(&tx);
}

static void a_rollback_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    tx_mark(&tx);
    insert_unit(&tx, 3, "b");
    tx_rollback(&tx);
    assert_int_equal(count_units(f), 1);
}

static void returning_writes_all_rows_and_checks_them(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    struct number first = { 0 };
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    assert_true(store_one(&tx.conn, &unit_copy_statement, &(struct number){ 1 }, &first));
    assert_int_equal(first.n, 11);
    tx_mark(&tx);
    assert_false(store_one(&tx.conn, &unit_copy_statement, &(struct number){ 77 }, &first));
    assert_int_equal(first.n, 0);
    assert_int_equal(tx.conn.failed, STATUS_CONFLICT);
    tx_undo(&tx);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_int_equal(count_units(f), 4);
}

static void many_rows_keep_their_order(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    char code[32];
    tx_begin(f->writer, f->arena, &tx);
    for (int i = 2; i <= 500; i++) {
        snprintf(code, sizeof code, "code %d", i);
        assert_int_equal(insert_unit(&tx, i, code), 1);
    }
    struct rows found = store_many(&tx.conn, &unit_list_statement, &(struct number){ 400 });
    const struct unit *units = found.rows;
    assert_int_equal(found.count, 400);
    for (int i = 2; i <= 400; i++) {
        int n = snprintf(code, sizeof code, "code %d", i);
        assert_int_equal(units[i - 1].id.v, i);
        assert_true(str_equal(units[i - 1].code, str_span(code, (size_t)n)));
    }
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

struct visitor {
    struct conn *conn;
    int64_t rows;
    int64_t last;
    int64_t stop_at;
};

static bool visit(void *context, const void *row)
{
    struct visitor *visitor = context;
    const struct unit *unit = row;
    struct number count;
    visitor->rows++;
    visitor->last = unit->id.v;
    /* A visitor may ask other questions, and fill the arena. */
    assert_non_null(new(visitor->conn->arena, char, 100));
    assert_true(store_one(visitor->conn, &unit_count_statement, NULL, &count));
    return unit->id.v != visitor->stop_at;
}

static void each_visits_until_told_to_stop(void **state)
{
    struct fixture *f = *state;
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    insert_unit(&tx, 3, "b");
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    for (int64_t stop_at = 2; stop_at <= 4; stop_at++) {
        struct snap snap;
        snap_begin(f->reader, f->arena, 0, &snap);
        struct visitor visitor = { .conn = &snap.conn, .stop_at = stop_at };
        store_each(&snap.conn, &unit_list_statement, &(struct number){ 99 }, visit, &visitor);
        assert_int_equal(snap_end(&snap), STATUS_OK);
        assert_int_equal(visitor.rows, stop_at < 3 ? stop_at : 3);
    }
}

static void a_row_of_another_kind_is_refused(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct number number = { 5 };
    snap_begin(f->reader, f->arena, 0, &snap);
    assert_false(store_one(&snap.conn, &unit_wrong_statement, NULL, &number));
    assert_int_equal(number.n, 0);
    assert_int_equal(snap_end(&snap), STATUS_BROKEN);
    assert_int_equal(count_units(f), 1);
}

static void a_reader_cannot_write(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    struct tx forged = { .conn = snap.conn };
    assert_int_equal(insert_unit(&forged, 2, "a"), 0);
    assert_int_equal(forged.conn.failed, STATUS_READ_ONLY);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    assert_int_equal(count_units(f), 1);
}

static void a_snapshot_does_not_move(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct tx tx;
    struct number count;
    snap_begin(f->reader, f->arena, 0, &snap);
    assert_true(store_one(&snap.conn, &unit_count_statement, NULL, &count));
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_true(store_one(&snap.conn, &unit_count_statement, NULL, &count));
    assert_int_equal(count.n, 1);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    assert_int_equal(count_units(f), 2);
}

static int64_t units_now(struct fixture *f)
{
    struct snap snap;
    struct number number;
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &unit_count_statement, NULL, &number);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    return number.n;
}

/* Until somebody was told of a commit: only then is it to be seen. */
static void a_reader_lingers(void **state)
{
    struct fixture *f = *state;
    store_reader_lingers(f->reader);
    for (int64_t batch = 1; batch <= 3; batch++) {
        struct tx tx;
        int64_t before = units_now(f);
        char code[32];
        (void)snprintf(code, sizeof code, "unit %ld", (long)batch);
        tx_begin(f->writer, f->arena, &tx);
        insert_unit(&tx, 100 + batch, code);
        assert_int_equal(tx_commit(&tx), STATUS_OK);
        assert_int_equal(units_now(f), before);
        store_note_batch(f->store, batch);
        assert_int_equal(units_now(f), before + 1);
        assert_int_equal(units_now(f), before + 1);
    }
    /* What it holds is held until it rests. */
    assert_false(store_cut_log(f->writer));
    store_reader_rest(f->reader);
    store_reader_rest(f->reader);
    assert_true(store_cut_log(f->writer));
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    snap.conn.failed = STATUS_TIMEOUT;
    assert_int_equal(snap_end(&snap), STATUS_TIMEOUT);
    assert_true(store_cut_log(f->writer));
    assert_int_equal(units_now(f), 4);
}

static void a_slow_statement_is_stopped(void **state)
{
    struct fixture *f = *state;
    struct snap snap;
    struct number count;
    const time_t before = time(NULL);
    snap_begin(f->reader, f->arena, 50, &snap);
    assert_true(store_one(&snap.conn, &unit_count_statement, NULL, &count));
    assert_false(store_one(&snap.conn, &unit_slow_statement, NULL, &count));
    assert_int_equal(snap_end(&snap), STATUS_TIMEOUT);
    assert_true(time(NULL) - before < 10);
    assert_int_equal(count_units(f), 1);
}

static void the_writer_cannot_change_the_past(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *sql;
        bool is_allowed;
    } cases[] = {
        { "UPDATE ledger_leaf SET record = NULL WHERE id = 1", true },
        { "INSERT INTO ledger_node (id, hash) VALUES (1, x'00')", true },
        { "UPDATE ledger_leaf SET hash = x'00' WHERE id = 1", false },
        { "UPDATE ledger_leaf SET record = NULL, id = 2", false },
        { "DELETE FROM ledger_leaf", false },
        { "UPDATE ledger_node SET hash = x'00'", false },
        { "DELETE FROM ledger_node", false },
        { "UPDATE ledger_checkpoint SET note = ''", false },
        { "DELETE FROM ledger_checkpoint", false },
        { "DROP TABLE unit", false },
        { "CREATE TABLE other (id INTEGER PRIMARY KEY)", false },
        { "ALTER TABLE unit ADD COLUMN other TEXT", false },
        { "CREATE TEMP TABLE other (id INTEGER PRIMARY KEY)", false },
        { "ATTACH ':memory:' AS other", false },
        { "PRAGMA synchronous = OFF", false },
        { "PRAGMA foreign_keys = OFF", false },
        { "VACUUM", false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct statement statement = { .name = "case",
                                             .sqlite = cases[i].sql,
                                             .writes = true,
                                             .index = (uint16_t)(UNIT_FREE + i) };
        struct tx tx;
        tx_begin(f->writer, f->arena, &tx);
        store_exec(&tx, &statement, NULL);
        assert_int_equal(tx_commit(&tx), cases[i].is_allowed ? STATUS_OK : STATUS_STORE_FAILED);
    }
}

static void a_file_has_one_owner(void **state)
{
    struct fixture *f = *state;
    struct store *other = NULL;
    struct str why = STR_NONE;
    assert_null(store_writer_open(f->store));
    assert_int_equal(store_open(f->path, false, &other, &why), STATUS_BUSY);
    assert_true(why.n > 0 && !other);
    /* One may look on, and do nothing else. */
    assert_int_equal(store_look(f->path, &other, &why), STATUS_OK);
    assert_null(store_writer_open(other));
    assert_int_equal(store_migrate(other, &fixture_schema, &(struct str){ 0 }),
                     STATUS_STORE_FAILED);
    struct session *reader = store_reader_open(other);
    struct session *ours = f->reader;
    f->reader = reader;
    assert_int_equal(count_units(f), 1);
    f->reader = ours;
    store_session_close(reader);
    store_close(other);
    /* A writer that was closed makes room for the next. */
    store_session_close(f->writer);
    f->writer = store_writer_open(f->store);
    assert_non_null(f->writer);
    /* One may also look when nobody is at work, and not be in the way of who comes. */
    fixture_close(f);
    assert_int_equal(store_look(f->path, &other, &why), STATUS_OK);
    f->reader = store_reader_open(other);
    assert_int_equal(count_units(f), 1);
    store_session_close(f->reader);
    fixture_reopen(f);
    store_close(other);
}

static void a_strange_file_is_refused(void **state)
{
    struct fixture *f = *state;
    static const char *const urls[] = { "postgresql://localhost/kheo", "/nowhere/at/all.db" };
    struct store *store = NULL;
    struct str why = STR_NONE;
    for (size_t i = 0; i < COUNT(urls); i++) {
        assert_int_equal(store_open(urls[i], true, &store, &why), STATUS_STORE_FAILED);
        assert_true(why.n > 0);
    }
    fixture_close(f);
    unlink(f->path);
    assert_int_equal(store_open(f->path, false, &store, &why), STATUS_STORE_FAILED);
    FILE *file = fopen(f->path, "w");
    fputs("This is not a database, but a text that is longer than its header would be: one "
          "hundred bytes and more.",
          file);
    fclose(file);
    assert_int_equal(store_open(f->path, true, &store, &why), STATUS_STORE_FAILED);
    unlink(f->path);
    sqlite3 *theirs = NULL;
    sqlite3_open(f->path, &theirs);
    sqlite3_exec(theirs, "CREATE TABLE theirs (a)", NULL, NULL, NULL);
    sqlite3_close(theirs);
    assert_int_equal(store_open(f->path, true, &store, &why), STATUS_STORE_FAILED);
    assert_int_equal(store_look(f->path, &store, &why), STATUS_STORE_FAILED);
    assert_null(store);
    unlink(f->path);
    fixture_reopen(f);
}

static void migrations_are_applied_once(void **state)
{
    struct fixture *f = *state;
    const struct migration more[] = {
        migrations[0],
        migrations[1],
        { .owner = "org",
          .number = 2,
          .sqlite = "INSERT INTO unit (id, code, size, open)"
                    " VALUES (50, 'new', 0, 1)" },
        { .owner = "org",
          .number = 3,
          .sqlite = "INSERT INTO unit (id, code, size, open)"
                    " VALUES (51, 'x', 0, 1); SELECT nothing;" },
    };
    const struct schema two = { more, 3, 32 };
    const struct schema three = { more, 4, 32 };
    assert_int_equal(store_migrate(f->store, &fixture_schema, &(struct str){ 0 }), STATUS_OK);
    assert_int_equal(store_migrate(f->store, &two, &(struct str){ 0 }), STATUS_OK);
    assert_int_equal(store_migrate(f->store, &two, &(struct str){ 0 }), STATUS_OK);
    assert_int_equal(count_units(f), 2);
    /* What was applied is what the program still says, comments and blanks aside. */
    struct migration edited[] = { more[0], more[1], more[2] };
    const struct schema edited_two = { edited, COUNT(edited), 32 };
    edited[2].sqlite = "-- The new one.\nINSERT INTO unit\n  (id, code, size, open)"
                       " VALUES (50, 'new', 0, 1)";
    assert_int_equal(store_migrate(f->store, &edited_two, &(struct str){ 0 }), STATUS_OK);
    edited[2].sqlite = "INSERT INTO unit (id, code, size, open) VALUES (50, 'n  ew', 0, 1)";
    assert_int_equal(store_migrate(f->store, &edited_two, &(struct str){ 0 }), STATUS_STORE_FAILED);
    /* One that fails half-way leaves nothing, and can be tried again. */
    assert_int_equal(store_migrate(f->store, &three, &(struct str){ 0 }), STATUS_STORE_FAILED);
    assert_int_equal(store_migrate(f->store, &three, &(struct str){ 0 }), STATUS_STORE_FAILED);
    assert_int_equal(count_units(f), 2);
    /* An older program keeps away; a program without the folder does not mind. */
    assert_int_equal(store_migrate(f->store, &fixture_schema, &(struct str){ 0 }),
                     STATUS_STORE_FAILED);
    const struct schema without = { more + 1, 1, 32 };
    assert_int_equal(store_migrate(f->store, &without, &(struct str){ 0 }), STATUS_OK);
}

static void note_fault(void *context, struct str fault)
{
    unsigned *count = context;
    assert_true(fault.n > 0);
    ++*count;
}

static bool note_progress(void *context, int64_t done, int64_t total)
{
    int64_t *pages = context;
    assert_true(done <= total);
    *pages = done;
    return true;
}

static bool have_enough(void *context, int64_t done, int64_t total)
{
    (void)context, (void)done, (void)total;
    return false;
}

static void put_units(struct fixture *f, int64_t from, int64_t count)
{
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    for (int64_t id = from; id < from + count; id++) {
        char code[32];
        snprintf(code, sizeof code, "u%lld", (long long)id);
        insert_unit(&tx, id, code);
    }
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

static int64_t units_of(struct fixture *f, const char *path)
{
    struct store *copy = NULL;
    struct str why = STR_NONE;
    unsigned faults = 0;
    assert_int_equal(store_look(path, &copy, &why), STATUS_OK);
    struct session *ours = f->reader;
    f->reader = store_reader_open(copy);
    int64_t count = count_units(f);
    store_session_close(f->reader);
    f->reader = ours;
    assert_int_equal(store_integrity(copy, note_fault, &faults), STATUS_OK);
    assert_int_equal(faults, 0);
    store_close(copy);
    return count;
}

/* What the copy holds is what its snapshot saw, whatever is committed while it is made. */
static void back_up(struct fixture *f, const char *path, int64_t during)
{
    struct snap snap;
    struct number count = { -1 };
    int64_t pages = 0;
    struct arena *arena = arena_create(1 << 20);
    snap_begin(f->reader, arena, 0, &snap);
    store_one(&snap.conn, &unit_count_statement, NULL, &count);
    put_units(f, during, 100);
    assert_int_equal(store_backup(&snap, path, have_enough, NULL), STATUS_GONE);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(store_backup(&snap, path, note_progress, &pages), STATUS_OK);
    assert_true(pages > 0);
    assert_int_equal(store_backup(&snap, path, note_progress, &pages), STATUS_CONFLICT);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    arena_destroy(arena);
}

static void a_backup_is_whole(void **state)
{
    struct fixture *f = *state;
    char copy[256];
    snprintf(copy, sizeof copy, "%s/copy.db", f->folder);
    put_units(f, 10, 500);
    back_up(f, copy, 1000);
    assert_int_equal(units_of(f, copy), 501);
    assert_int_equal(count_units(f), 601);
}

static void put_page(void *context, uint32_t number, const uint8_t *page)
{
    const int *file = context;
    uint8_t summed[PAGE_BYTES];
    memcpy(summed, page, sizeof summed);
    page_sum_put(summed);
    assert_int_equal(pwrite(*file, summed, PAGE_BYTES, (off_t)(number - 1) * PAGE_BYTES),
                     PAGE_BYTES);
}

/* Pages from the log, put over a backup that is not older than the first of them. */
static void the_log_continues_a_backup(void **state)
{
    struct fixture *f = *state;
    char copy[256];
    struct wal_place place = { 0 };
    struct wal_place from;
    struct wal_place end;
    uint32_t pages;
    snprintf(copy, sizeof copy, "%s/copy.db", f->folder);
    put_units(f, 10, 100);
    assert_int_equal(wal_end(f->path, &place, &from, &place, &pages), STATUS_OK);
    assert_true(place.frames > 0 && pages > 0);
    back_up(f, copy, 1000);
    int file = open(copy, O_RDWR);
    int64_t expected = 201;
    for (int64_t round = 0; round < 5; round++) {
        put_units(f, 2000 + round * 100, 50);
        expected += 50;
        assert_int_equal(wal_end(f->path, &place, &from, &end, &pages), STATUS_OK);
        assert_int_equal(from.frames, place.frames);
        assert_int_equal(wal_each(f->path, &from, &end, put_page, &file), STATUS_OK);
        assert_int_equal(ftruncate(file, (off_t)pages * PAGE_BYTES), 0);
        assert_int_equal(units_of(f, copy), expected);
        place = end;
    }
    close(file);
}

/* A frame that is not whole ends the log; one that was read is not asked for again. */
static void a_torn_log_ends_before_the_tear(void **state)
{
    struct fixture *f = *state;
    char log[320];
    struct wal_place none = { 0 };
    struct wal_place from;
    struct wal_place end;
    struct wal_place torn;
    uint32_t pages;
    snprintf(log, sizeof log, "%s-wal", f->path);
    put_units(f, 10, 100);
    assert_int_equal(wal_end(f->path, &none, &from, &end, &pages), STATUS_OK);
    put_units(f, 1000, 100);
    int file = open(log, O_RDWR);
    uint8_t byte;
    off_t at = 32 + (off_t)end.frames * WAL_FRAME_BYTES + 500;
    assert_int_equal(pread(file, &byte, 1, at), 1);
    byte ^= 1;
    assert_int_equal(pwrite(file, &byte, 1, at), 1);
    assert_int_equal(wal_end(f->path, &none, &from, &torn, &pages), STATUS_OK);
    assert_int_equal(torn.frames, end.frames);
    byte ^= 1;
    assert_int_equal(pwrite(file, &byte, 1, at), 1);
    assert_int_equal(wal_end(f->path, &end, &from, &torn, &pages), STATUS_OK);
    assert_true(torn.frames > end.frames && from.frames == end.frames);
    close(file);
}

static void integrity_finds_a_broken_reference(void **state)
{
    struct fixture *f = *state;
    unsigned faults = 0;
    sqlite3 *vandal = NULL;
    assert_int_equal(sqlite3_open(f->path, &vandal), SQLITE_OK);
    assert_int_equal(sqlite3_exec(vandal,
                                  "INSERT INTO unit (id, code, parent_id, size, open)"
                                  " VALUES (2, 'a', 99, 0, 1)",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(vandal);
    assert_int_equal(store_integrity(f->store, note_fault, &faults), STATUS_OK);
    assert_int_equal(faults, 1);
}

static void memory_is_shared_with_readers(void **state)
{
    struct fixture *f = *state;
    fixture_close(f);
    char path[sizeof f->path];
    memcpy(path, f->path, sizeof path);
    snprintf(f->path, sizeof f->path, "sqlite::memory:");
    fixture_reopen(f);
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, 2, "a");
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    assert_int_equal(count_units(f), 2);
    /* Another store in memory is another database. */
    struct store *other = NULL;
    struct str why = STR_NONE;
    assert_int_equal(store_open("sqlite::memory:", true, &other, &why), STATUS_OK);
    assert_int_equal(store_migrate(other, &fixture_schema, &(struct str){ 0 }), STATUS_OK);
    store_close(other);
    fixture_close(f);
    memcpy(f->path, path, sizeof path);
    fixture_reopen(f);
    assert_int_equal(count_units(f), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(values_come_back_as_they_went),
        TEST(zero_is_null),
        TEST(a_failure_sticks),
        TEST(undo_heals_a_conflict),
        TEST(what_is_not_there_is_known_at_once),
        TEST(a_rollback_leaves_nothing),
        TEST(returning_writes_all_rows_and_checks_them),
        TEST(many_rows_keep_their_order),
        TEST(each_visits_until_told_to_stop),
        TEST(a_row_of_another_kind_is_refused),
        TEST(a_reader_cannot_write),
        TEST(a_snapshot_does_not_move),
        TEST(a_reader_lingers),
        TEST(a_slow_statement_is_stopped),
        TEST(the_writer_cannot_change_the_past),
        TEST(a_file_has_one_owner),
        TEST(a_strange_file_is_refused),
        TEST(migrations_are_applied_once),
        TEST(a_backup_is_whole),
        TEST(the_log_continues_a_backup),
        TEST(a_torn_log_ends_before_the_tear),
        TEST(integrity_finds_a_broken_reference),
        TEST(memory_is_shared_with_readers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
