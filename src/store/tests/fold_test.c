/* Folding the log back: by the writer, beside it, and never further than was said. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/must.h"
#include "store/fold.h"
#include "store/lite.h"
#include "store/tests/fixture.h"

static void the_log_is_folded(void **state)
{
    struct fixture *f = *state;
    static char seal[64 << 10];
    struct snap snap;
    struct number count;
    int64_t largest = 0;
    int64_t last = 0;
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &unit_count_statement, NULL, &count);
    for (int i = 2; i < 400; i++) {
        char code[32];
        struct tx tx;
        snprintf(code, sizeof code, "%d", i);
        tx_begin(f->writer, f->arena, &tx);
        store_exec(
            &tx, &unit_insert_statement,
            &(struct unit){
                .id = { i }, .code = str_of(code), .open = true, .seal = { seal, sizeof seal } });
        assert_int_equal(tx_commit(&tx), STATUS_OK);
        arena_reset(f->arena);
        last = store_checkpoint(f->writer);
        largest = last > largest ? last : largest;
        if (i == 300) {
            /* The old snapshot kept the log from starting anew; from here on nothing does. */
            assert_true(last > (int64_t)4500 * 4096);
            assert_int_equal(snap_end(&snap), STATUS_OK);
        }
    }
    assert_true(last < largest);
}

static bool file_holds(const char *path, const char *text)
{
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    must(file >= 0 && fstat(file, &about) == 0);
    char *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_SHARED, file, 0);
    must(bytes != MAP_FAILED);
    bool holds = memmem(bytes, (size_t)about.st_size, text, strlen(text)) != NULL;
    munmap(bytes, (size_t)about.st_size);
    close(file);
    return holds;
}

static void commit_unit(struct fixture *f, int64_t id, const char *code)
{
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    insert_unit(&tx, id, code);
    assert_int_equal(tx_commit(&tx), STATUS_OK);
    arena_reset(f->arena);
}

static void await_folder(const struct folder *folder)
{
    while (folder_state(folder) == FOLDER_WORKS) {
        usleep(1000);
    }
    assert_int_equal(folder_state(folder), FOLDER_IS_DONE);
}

static void fold_all(sqlite3 *other)
{
    int pages = 0;
    int folded = 0;
    assert_int_equal(
        sqlite3_wal_checkpoint_v2(other, NULL, SQLITE_CHECKPOINT_PASSIVE, &pages, &folded),
        SQLITE_OK);
    assert_true(pages > 0);
}

/* What an archive has not read yet must stay in the log: the folder goes as far as it was told, and
 * before its release nobody goes further, as it would if its thread woke late. */
static void the_folder_goes_as_far_as_it_was_told(void **state)
{
    struct fixture *f = *state;
    sqlite3 *other = NULL;
    struct folder *folder = folder_open(f->path);
    assert_non_null(folder);
    assert_int_equal(folder_state(folder), FOLDER_RESTS);
    assert_int_equal(lite_open(f->path, LITE_WRITE, "", &other), STATUS_OK);
    assert_int_equal(lite_number(other, "SELECT count(*) FROM unit"), 1);
    commit_unit(f, 2, "first");
    assert_true(folder_begin(folder));
    await_folder(folder);
    assert_true(file_holds(f->path, "first"));
    /* Written while it works, when it may get less far: SQLite waits for nobody here. */
    assert_true(folder_begin(folder));
    commit_unit(f, 3, "second");
    await_folder(folder);
    fold_all(other);
    assert_false(file_holds(f->path, "second"));
    assert_true(folder_begin(folder));
    await_folder(folder);
    assert_true(file_holds(f->path, "second"));
    commit_unit(f, 4, "third");
    fold_all(other);
    assert_false(file_holds(f->path, "third"));
    folder_release(folder);
    assert_int_equal(folder_state(folder), FOLDER_RESTS);
    fold_all(other);
    assert_true(file_holds(f->path, "third"));
    sqlite3_close(other);
    folder_close(folder);
    assert_int_equal(count_units(f), 4);
}

/* With a thread beside the writer, which commits all the while: the log starts anew all the same,
 * and nothing is missing. */
static void the_log_is_folded_aside(void **state)
{
    struct fixture *f = *state;
    static char seal[16 << 10];
    int64_t largest = 0;
    int restarts = 0;
    int64_t last = 0;
    store_fold_aside(f->writer);
    store_fold_aside(f->writer); /* once is enough */
    int count = 1;
    for (; count < 20000 && restarts < 3; count++) {
        char code[32];
        struct tx tx;
        snprintf(code, sizeof code, "%d", count + 1);
        tx_begin(f->writer, f->arena, &tx);
        store_exec(&tx, &unit_insert_statement,
                   &(struct unit){ .id = { count + 1 },
                                   .code = str_of(code),
                                   .open = true,
                                   .seal = { seal, sizeof seal } });
        assert_int_equal(tx_commit(&tx), STATUS_OK);
        arena_reset(f->arena);
        int64_t now = store_checkpoint(f->writer);
        restarts += now < last;
        last = now;
        largest = now > largest ? now : largest;
    }
    assert_int_equal(restarts, 3);
    assert_true(largest < 64 << 20);
    assert_int_equal(count_units(f), count);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_log_is_folded),
        TEST(the_folder_goes_as_far_as_it_was_told),
        TEST(the_log_is_folded_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
