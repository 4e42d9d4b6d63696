/* Bad days: a killed process, a full disk, a failure at every call, memory that runs out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "base/tests/child.h"
#include "store/fault.h"
#include "store/tests/fixture.h"

/* The C library's, counted; SQLite calls it too. */
static unsigned syncs;
__attribute__((visibility("default"))) int fdatasync(int file)
{
    syncs++;
    return (int)syscall(SYS_fdatasync, file);
}

/* --- kill -9 ---------------------------------------------------------------------------------- */

enum { ROUNDS = 5, ACKNOWLEDGED_MIN = 20 };

/* Commits unit after unit and tells each to the pipe; some transactions are large, so that the kill
 * finds one open. Never returns. */
static void write_until_killed(const struct fixture *parent, int64_t first, int pipe_end)
{
    static char seal[200 << 10];
    struct fixture own = *parent;
    fixture_reopen(&own);
    for (int64_t id = first;; id++) {
        char code[32];
        struct tx tx;
        snprintf(code, sizeof code, "code %ld", (long)id);
        tx_begin(own.writer, own.arena, &tx);
        store_exec(
            &tx, &unit_insert_statement,
            &(struct unit){
                .id = { id }, .code = str_of(code), .open = true, .seal = { seal, sizeof seal } });
        must(tx_commit(&tx) == STATUS_OK);
        must(write(pipe_end, &id, sizeof id) == sizeof id);
        (void)store_checkpoint(own.writer);
    }
}

static void what_was_acknowledged_survives_a_kill(void **state)
{
    struct fixture *f = *state;
    int64_t last = 1;
    for (int round = 0; round < ROUNDS; round++) {
        int ends[2];
        fixture_close(f);
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            write_until_killed(f, last + 1, ends[1]);
        }
        close(ends[1]);
        const int64_t first = last + 1;
        int64_t id;
        while (read(ends[0], &id, sizeof id) == sizeof id) {
            last = id;
            if (last - first == ACKNOWLEDGED_MIN + round) {
                kill(child, SIGKILL);
            }
        }
        close(ends[0]);
        assert_int_equal(waitpid(child, NULL, 0), child);
        fixture_reopen(f);
        /* At most one more than was told: the one between its commit and its word. */
        int64_t count = count_units(f);
        assert_true(count == last || count == last + 1);
        last = count;
        struct snap snap;
        struct unit unit;
        snap_begin(f->reader, f->arena, 0, &snap);
        for (id = 1; id <= last; id++) {
            assert_true(store_one(&snap.conn, &unit_get_statement, &(struct number){ id }, &unit));
            arena_reset(f->arena);
        }
        assert_int_equal(snap_end(&snap), STATUS_OK);
    }
}

static void an_open_transaction_dies_with_its_process(void **state)
{
    struct fixture *f = *state;
    fixture_close(f);
    pid_t child = fork();
    if (child == 0) {
        struct tx tx;
        fixture_reopen(f);
        tx_begin(f->writer, f->arena, &tx);
        for (int id = 2; id < 3000; id++) {
            /* More than the cache holds, so that some of it has reached the log. */
            char code[32];
            static char seal[4 << 10];
            snprintf(code, sizeof code, "%d", id);
            store_exec(&tx, &unit_insert_statement,
                       &(struct unit){
                           .id = { id }, .code = str_of(code), .seal = { seal, sizeof seal } });
        }
        must(!tx.conn.failed);
        raise(SIGKILL);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    char log_path[300];
    struct stat about;
    snprintf(log_path, sizeof log_path, "%s-wal", f->path);
    assert_true(stat(log_path, &about) == 0 && about.st_size > 1 << 20);
    fixture_reopen(f);
    assert_int_equal(count_units(f), 1);
}

/* --- a power cut needs each commit on the disk ------------------------------------------------ */

static void every_commit_is_synced(void **state)
{
    struct fixture *f = *state;
    for (int id = 2; id < 10; id++) {
        struct tx tx;
        char code[32];
        unsigned before = syncs;
        snprintf(code, sizeof code, "%d", id);
        tx_begin(f->writer, f->arena, &tx);
        insert_unit(&tx, id, code);
        assert_int_equal(syncs, before);
        assert_int_equal(tx_commit(&tx), STATUS_OK);
        assert_true(syncs > before);
    }
}

/* --- a full disk ------------------------------------------------------------------------------ */

/* In a child, because the limit is the process's: fills the "disk", and goes on when there is room.
 * Gives the number of the step that went wrong, 0 for none. */
static int live_through_a_full_disk(void *context)
{
    struct fixture *f = context;
    static char seal[32 << 10];
    struct rlimit limit = { 0 };
    struct tx tx;
    int64_t id = 1;
    fixture_reopen(f);
    signal(SIGXFSZ, SIG_IGN);
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0) {
        return 1;
    }
    limit.rlim_cur = 1 << 20;
    setrlimit(RLIMIT_FSIZE, &limit);
    enum status status = STATUS_OK;
    while (!status && id < 1000) {
        char code[32];
        snprintf(code, sizeof code, "%ld", (long)++id);
        tx_begin(f->writer, f->arena, &tx);
        tx_mark(&tx);
        store_exec(
            &tx, &unit_insert_statement,
            &(struct unit){
                .id = { id }, .code = str_of(code), .open = true, .seal = { seal, sizeof seal } });
        if (tx.conn.failed) {
            tx_undo(&tx);
        } else {
            tx_keep(&tx);
        }
        status = tx_commit(&tx);
    }
    if (status != STATUS_DISK_FULL || count_units(f) != id - 1) {
        return 2;
    }
    tx_begin(f->writer, f->arena, &tx);
    store_exec(&tx, &unit_insert_statement,
               &(struct unit){ .id = { id }, .code = STR("full"), .seal = { seal, sizeof seal } });
    if (tx_commit(&tx) != STATUS_DISK_FULL) {
        return 3;
    }
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, id, "room");
    if (tx_commit(&tx) != STATUS_OK) {
        return 4;
    }
    return count_units(f) == id ? 0 : 5;
}

static void a_full_disk_is_said_and_passes(void **state)
{
    struct fixture *f = *state;
    fixture_close(f);
    assert_int_equal(status_in_child(live_through_a_full_disk, f), 0);
    fixture_reopen(f);
    assert_true(count_units(f) > 10);
}

/* --- a failure at every call ------------------------------------------------------------------ */

/* Two commands in a batch, as the desk does them: the second undoes itself. Its result says whether
 * the batch was accepted. */
static enum status story(struct fixture *f)
{
    struct tx tx;
    struct number count;
    tx_begin(f->writer, f->arena, &tx);
    tx_mark(&tx);
    insert_unit(&tx, 2, "a");
    store_one(&tx.conn, &unit_count_statement, NULL, &count);
    if (tx.conn.failed) {
        tx_undo(&tx);
    } else {
        tx_keep(&tx);
    }
    tx_mark(&tx);
    insert_unit(&tx, 3, "b");
    insert_unit(&tx, 4, "b");
    tx_undo(&tx);
    return tx_commit(&tx);
}

static void a_failure_anywhere_is_all_or_nothing(void **state)
{
    static const enum status failures[] = { STATUS_DISK_FULL, STATUS_STORE_FAILED, STATUS_READ_ONLY,
                                            STATUS_CONFLICT };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(failures); i++) {
        unsigned n = 1;
        for (bool over = false; !over; n++) {
            store_fault_after(f->store, n, failures[i]);
            enum status status = story(f);
            over = store_fault_waits(f->store);
            store_fault_after(f->store, 0, STATUS_OK);
            int64_t count = count_units(f);
            assert_true(status == STATUS_OK || status == failures[i]);
            assert_true(!over || status == STATUS_OK);
            /* A conflict costs its own command only, which may be the one that counts. */
            assert_true(status ? count == 1 : count == 2 || failures[i] == STATUS_CONFLICT);
            struct tx tx;
            static const struct statement clean = { .name = "clean",
                                                    .index = UNIT_FREE,
                                                    .sqlite = "DELETE FROM unit WHERE id > 1",
                                                    .writes = true };
            tx_begin(f->writer, f->arena, &tx);
            store_exec(&tx, &clean, NULL);
            assert_int_equal(tx_commit(&tx), STATUS_OK);
        }
        assert_int_equal(n, 11); /* begin, mark 3 calls, mark 2 calls, keep, commit, and over */
    }
}

static void a_failing_snapshot_says_so(void **state)
{
    struct fixture *f = *state;
    for (unsigned n = 1; n <= 3; n++) {
        struct snap snap;
        struct number count;
        store_fault_after(f->store, n, STATUS_STORE_FAILED);
        snap_begin(f->reader, f->arena, 0, &snap);
        store_one(&snap.conn, &unit_count_statement, NULL, &count);
        assert_int_equal(snap_end(&snap), STATUS_STORE_FAILED);
        assert_false(store_fault_waits(f->store));
        assert_int_equal(count_units(f), 1);
    }
}

static void a_failing_migration_can_be_tried_again(void **state)
{
    struct fixture *f = *state;
    const struct migration more[] = {
        migrations[0],
        migrations[1],
        { .owner = "org",
          .number = 2,
          .sqlite = "INSERT INTO unit (id, code, size, open)"
                    " VALUES (50, 'new', 0, 1)" },
    };
    const struct schema schema_more = { more, COUNT(more), 32 };
    unsigned n = 0;
    enum status status = STATUS_OK;
    do {
        store_fault_after(f->store, ++n, STATUS_DISK_FULL);
        status = store_migrate(f->store, &schema_more, &(struct str){ 0 });
        assert_true(status == STATUS_OK || count_units(f) == 1);
    } while (status != STATUS_OK);
    assert_true(n > 5);
    store_fault_after(f->store, 0, STATUS_OK);
    assert_int_equal(count_units(f), 2);
}

/* --- memory that runs out --------------------------------------------------------------------- */

static bool use_up(void *context, const void *row)
{
    (void)row;
    return new((struct arena *)context, char, 1 << 10) != NULL;
}

/* Reads until the n-th allocation fails, and jumps out of the middle of a statement. */
static void read_with_little_memory(struct conn *conn, unsigned n)
{
    jmp_buf boundary;
    if (!arena_guard(conn->arena, &boundary)) {
        conn->arena->fail_after = n;
        store_many(conn, &unit_list_statement, &(struct number){ 50 });
        store_each(conn, &unit_list_statement, &(struct number){ 50 }, use_up, conn->arena);
    }
    conn->arena->fail_after = 0;
}

static void unwinding_leaves_nothing_running(void **state)
{
    struct fixture *f = *state;
    static const struct statement clean = { .name = "clean",
                                            .index = UNIT_FREE,
                                            .writes = true,
                                            .sqlite = "DELETE FROM unit WHERE code = 'y'" };
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    for (int id = 2; id < 100; id++) {
        char code[32];
        snprintf(code, sizeof code, "%d", id);
        insert_unit(&tx, id, code);
    }
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    for (unsigned n = 1; n < 120; n++) {
        struct snap snap;
        snap_begin(f->reader, f->arena, 0, &snap);
        read_with_little_memory(&snap.conn, n);
        /* The same statements in the same snapshot: a page goes on without what it would keep. */
        snap_unwound(&snap);
        assert_int_equal(store_many(&snap.conn, &unit_list_statement, &(struct number){ 50 }).count,
                         50);
        assert_int_equal(snap_end(&snap), STATUS_OK);
        arena_reset(f->arena);
        tx_begin(f->writer, f->arena, &tx);
        tx_mark(&tx);
        insert_unit(&tx, 1000, "x");
        read_with_little_memory(&tx.conn, n);
        tx_undo(&tx);
        insert_unit(&tx, 1000 + n, "y");
        tx_mark(&tx);
        assert_int_equal(store_exec(&tx, &clean, NULL), 1);
        tx_keep(&tx);
        assert_int_equal(tx_commit(&tx), STATUS_OK);
        arena_reset(f->arena);
    }
    assert_int_equal(count_units(f), 99);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_acknowledged_survives_a_kill),
        TEST(an_open_transaction_dies_with_its_process),
        TEST(every_commit_is_synced),
        TEST(a_full_disk_is_said_and_passes),
        TEST(a_failure_anywhere_is_all_or_nothing),
        TEST(a_failing_snapshot_says_so),
        TEST(a_failing_migration_can_be_tried_again),
        TEST(unwinding_leaves_nothing_running),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
