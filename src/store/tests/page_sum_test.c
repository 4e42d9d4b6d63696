/* Sums in pages: each bit counts, what a disk turned is not read, old files stay what they are. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>

#include "store/page_sum.h"
#include "store/tests/fixture.h"

enum { UNITS = 2000, BLOCKS = 30, BITS_OF_BYTE = 8, RESERVED_AT = 20 };

static void fill(uint8_t page[PAGE_BYTES])
{
    for (size_t i = 0; i < PAGE_BYTES; i++) {
        page[i] = (uint8_t)(i * 7 + i / 256);
    }
    page_sum_put(page);
}

/* As SQLite's cksumvfs sums it, reckoned by hand. */
static void the_sums_are_those_of_cksumvfs(void **state)
{
    static const uint8_t expected[PAGE_SUM_BYTES] = {
        0x01, 0xa5, 0x2a, 0x40, 0x9d, 0x6b, 0x64, 0x10
    };
    uint8_t page[PAGE_BYTES];
    (void)state;
    fill(page);
    assert_memory_equal(page + PAGE_BYTES - PAGE_SUM_BYTES, expected, sizeof expected);
    memset(page, 0, sizeof page);
    assert_true(page_sum_fits(page)); /* a page that was never written */
}

static void each_bit_counts(void **state)
{
    uint8_t page[PAGE_BYTES];
    (void)state;
    fill(page);
    for (size_t bit = 0; bit < (size_t)PAGE_BYTES * BITS_OF_BYTE; bit++) {
        uint8_t *byte = &page[bit / BITS_OF_BYTE];
        *byte ^= (uint8_t)(1U << bit % BITS_OF_BYTE);
        assert_false(page_sum_fits(page));
        *byte ^= (uint8_t)(1U << bit % BITS_OF_BYTE);
    }
    assert_true(page_sum_fits(page));
}

static void put_units(struct fixture *f, int64_t from)
{
    struct tx tx;
    tx_begin(f->writer, f->arena, &tx);
    for (int64_t id = from; id < from + UNITS; id++) {
        char code[32];
        snprintf(code, sizeof code, "unit-%lld.", (long long)id);
        insert_unit(&tx, id, code);
    }
    assert_int_equal(tx_commit(&tx), STATUS_OK);
}

static uint8_t byte_at(const char *path, off_t at)
{
    uint8_t byte = 0;
    int file = open(path, O_RDONLY);
    assert_int_equal(pread(file, &byte, 1, at), 1);
    close(file);
    return byte;
}

/* Of the row, which is in a leaf of the table; what is in a leaf of its index stays. */
static void turn_a_bit_of(const char *path, const char *code)
{
    uint8_t page[PAGE_BYTES];
    int file = open(path, O_RDWR);
    int turned = 0;
    for (off_t at = 0; !turned && pread(file, page, sizeof page, at) == PAGE_BYTES;
         at += PAGE_BYTES) {
        uint8_t *found = page[0] == 0x0d ? memmem(page, sizeof page, code, strlen(code)) : NULL;
        if (found) {
            *found ^= 1;
            assert_int_equal(pwrite(file, page, sizeof page, at), PAGE_BYTES);
            turned++;
        }
    }
    close(file);
    assert_int_equal(turned, 1);
}

static enum status read_unit(struct fixture *f, int64_t id, struct unit *ret)
{
    struct snap snap;
    arena_reset(f->arena);
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &unit_get_statement, &(struct number){ id }, ret);
    return snap_end(&snap);
}

static void note_page(void *context, int64_t page)
{
    int64_t *count = context;
    assert_true(page > 1);
    ++*count;
}

static void note_fault(void *context, struct str fault)
{
    unsigned *count = context;
    *count += str_starts(fault, STR("trang ")) && str_find(fault, STR(" (unit)")) < fault.n;
}

static void note_any(void *context, struct str fault)
{
    unsigned *count = context;
    assert_true(fault.n > 0);
    ++*count;
}

static bool go_on(void *context, int64_t done, int64_t total)
{
    (void)context, (void)done, (void)total;
    return true;
}

static enum status back_up(struct fixture *f, const char *path)
{
    struct snap snap;
    struct number count;
    snap_begin(f->reader, f->arena, 0, &snap);
    store_one(&snap.conn, &unit_count_statement, NULL, &count);
    enum status status = store_backup(&snap, path, go_on, NULL);
    (void)snap_end(&snap);
    return status;
}

static void what_a_disk_turned_is_not_read(void **state)
{
    struct fixture *f = *state;
    struct unit unit;
    struct str why = STR_NONE;
    char copy[256];
    unsigned faults = 0;
    int64_t pages = 0;
    snprintf(copy, sizeof copy, "%s/copy.db", f->folder);
    put_units(f, 2);
    fixture_close(f);
    assert_int_equal(byte_at(f->path, RESERVED_AT), PAGE_SUM_BYTES);
    turn_a_bit_of(f->path, "unit-1000.");
    fixture_reopen(f);
    assert_int_equal(read_unit(f, 1000, &unit), STATUS_DAMAGED);
    assert_int_equal(read_unit(f, 2, &unit), STATUS_OK);
    assert_int_equal(store_integrity(f->store, note_fault, &faults), STATUS_OK);
    assert_int_equal(faults, 1);
    assert_int_equal(back_up(f, copy), STATUS_DAMAGED);
    assert_int_equal(access(copy, F_OK), -1);
    assert_int_equal(store_accept_pages(f->path, note_page, &pages, &why), STATUS_BUSY);
    fixture_close(f);
    assert_int_equal(store_accept_pages(f->path, note_page, &pages, &why), STATUS_OK);
    assert_int_equal(pages, 1);
    fixture_reopen(f);
    assert_int_equal(read_unit(f, 1000, &unit), STATUS_OK);
    assert_true(str_equal(unit.code, STR("tnit-1000.")));
}

/* More than the cache of a connection holds. */
static void put_many(struct fixture *f)
{
    for (int64_t block = 1; block <= BLOCKS; block++) {
        put_units(f, block * UNITS);
        assert_true(block > 1 || store_cut_log(f->writer));
        arena_reset(f->arena);
    }
}

static unsigned faults_of(const char *path)
{
    struct store *store = NULL;
    struct str why = STR_NONE;
    unsigned faults = 0;
    assert_int_equal(store_look(path, &store, &why), STATUS_OK);
    assert_int_equal(store_integrity(store, note_any, &faults), STATUS_OK);
    store_close(store);
    return faults;
}

/* Made before there were sums. */
static void a_file_without_sums_stays_so(void **state)
{
    struct fixture *f = *state;
    struct unit unit;
    struct str why = STR_NONE;
    char copy[256];
    sqlite3 *old = NULL;
    int64_t pages = 0;
    snprintf(copy, sizeof copy, "%s/copy.db", f->folder);
    fixture_close(f);
    unlink(f->path);
    assert_int_equal(sqlite3_open(f->path, &old), SQLITE_OK);
    assert_int_equal(sqlite3_exec(old, "PRAGMA application_id = 0x4b48454f", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(old);
    fixture_reopen(f);
    put_many(f);
    assert_int_equal(back_up(f, copy), STATUS_OK);
    assert_int_equal(byte_at(copy, RESERVED_AT), 0);
    assert_int_equal(faults_of(copy), 0);
    fixture_close(f);
    assert_int_equal(byte_at(f->path, RESERVED_AT), 0);
    turn_a_bit_of(f->path, "unit-5000.");
    assert_int_equal(store_accept_pages(f->path, note_page, &pages, &why), STATUS_NOT_FOUND);
    fixture_reopen(f);
    assert_int_equal(read_unit(f, 5000, &unit), STATUS_OK);
    assert_true(str_equal(unit.code, STR("tnit-5000.")));
}

/* Pages in the log have the sums that they were read with; on their way to the file they get
 * theirs, and so does a copy that is larger than its cache. */
static void pages_are_summed_on_their_way(void **state)
{
    struct fixture *f = *state;
    char copy[256];
    unsigned faults = 0;
    snprintf(copy, sizeof copy, "%s/copy.db", f->folder);
    put_many(f);
    assert_int_equal(back_up(f, copy), STATUS_OK);
    assert_int_equal(byte_at(copy, RESERVED_AT), PAGE_SUM_BYTES);
    assert_int_equal(faults_of(copy), 0);
    assert_int_equal(store_integrity(f->store, note_any, &faults), STATUS_OK);
    fixture_close(f);
    fixture_reopen(f);
    assert_int_equal(store_integrity(f->store, note_any, &faults), STATUS_OK);
    assert_int_equal(faults, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sums_are_those_of_cksumvfs),
        cmocka_unit_test(each_bit_counts),
        TEST(what_a_disk_turned_is_not_read),
        TEST(a_file_without_sums_stays_so),
        TEST(pages_are_summed_on_their_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
