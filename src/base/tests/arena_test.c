/* The arena: zeroed and aligned memory, cleanups in reverse, undo, and the way back when full. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <cmocka.h>

#include "base/arena.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

/* Cleanups append their letter here. */
struct journal {
    char text[16];
    size_t n;
};
struct entry {
    struct journal *journal;
    char letter;
};

static void note(void *subject)
{
    const struct entry *entry = subject;
    entry->journal->text[entry->journal->n++] = entry->letter;
}

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 16);
    assert_non_null(arena);
    for (int round = 0; round < 2; round++) {
        for (size_t n = 1; n < 100; n++) {
            char *p = new(arena, char, n);
            assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < n; i++) {
                assert_int_equal(p[i], 0);
            }
            memset(p, 0xAA, n);
        }
        arena_reset(arena);
    }
    assert_int_equal(arena->used_bytes, 0);
    assert_true(arena->high_water_bytes >= 4950);
    arena_destroy(arena);
}

static void runs_cleanups_in_reverse(void **state)
{
    (void)state;
    struct journal journal = { .n = 0 };
    struct entry entries[] = { { &journal, 'a' }, { &journal, 'b' }, { &journal, 'c' } };
    struct arena *arena = arena_create(1 << 16);
    for (size_t i = 0; i < COUNT(entries); i++) {
        arena_defer(arena, note, &entries[i]);
    }
    arena_reset(arena);
    assert_string_equal(journal.text, "cba");
    arena_reset(arena);
    assert_string_equal(journal.text, "cba");
    arena_defer(arena, note, &entries[0]);
    arena_destroy(arena);
    assert_string_equal(journal.text, "cbaa");
}

static void undoes_to_a_mark(void **state)
{
    (void)state;
    struct journal journal = { .n = 0 };
    struct entry entries[] = { { &journal, 'a' }, { &journal, 'b' }, { &journal, 'c' } };
    struct arena *arena = arena_create(1 << 16);
    int64_t *kept = new(arena, int64_t, 1);
    *kept = 7;
    arena_defer(arena, note, &entries[0]);
    struct arena_mark mark = arena_mark(arena);
    char *first = new(arena, char, 100);
    memset(first, 1, 100);
    arena_defer(arena, note, &entries[1]);
    arena_defer(arena, note, &entries[2]);
    arena_undo(arena, mark);
    assert_string_equal(journal.text, "cb");
    assert_int_equal(*kept, 7);
    char *second = new(arena, char, 100);
    assert_ptr_equal(first, second);
    assert_int_equal(second[99], 0);
    arena_destroy(arena);
    assert_string_equal(journal.text, "cba");
}

/* Defers two cleanups and allocates until the arena is full; comes back through the boundary. */
static bool fills_up(struct arena *arena, size_t count, size_t size_bytes, struct entry entries[2])
{
    jmp_buf boundary;
    if (arena_guard(arena, &boundary)) {
        return true;
    }
    arena_defer(arena, note, &entries[0]);
    arena_defer(arena, note, &entries[1]);
    for (int i = 0; i < 1000; i++) {
        memset(arena_alloc(arena, count, size_bytes), 1, count * size_bytes);
    }
    return false;
}

static void comes_back_when_full(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        size_t size_bytes;
    } rows[] = {
        { 1, 100 }, { 4096, 1 }, { 4097, 1 }, { SIZE_MAX, 2 }, { SIZE_MAX, 1 }, { SIZE_MAX - 7, 1 },
    };
    struct arena *arena = arena_create(4096);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct journal journal = { .n = 0 };
        struct entry entries[] = { { &journal, 'a' }, { &journal, 'b' } };
        assert_true(fills_up(arena, rows[i].count, rows[i].size_bytes, entries));
        assert_string_equal(journal.text, "ba");
        arena_reset(arena);
        assert_string_equal(journal.text, "ba");
        /* It is as good as new. */
        assert_non_null(new(arena, char, 2000));
        arena_reset(arena);
    }
    arena_destroy(arena);
}

/* As the desk does: a command that fills the arena is undone alone, the batch goes on. */
static void undoes_an_inner_boundary_alone(void **state)
{
    (void)state;
    struct journal journal = { .n = 0 };
    struct entry outer = { &journal, 'o' };
    struct entry inner[] = { { &journal, 'i' }, { &journal, 'j' } };
    struct arena *arena = arena_create(4096);
    jmp_buf boundary;
    volatile int passes = 0;
    if (!arena_guard(arena, &boundary)) {
        arena_defer(arena, note, &outer);
        jmp_buf *saved = arena->boundary;
        struct arena_mark mark = arena_mark(arena);
        assert_true(fills_up(arena, 1, 100, inner));
        arena->boundary = saved;
        arena_undo(arena, mark);
        assert_string_equal(journal.text, "ji");
        passes++;
        memset(arena_alloc(arena, 8192, 1), 1, 8192);
        fail_msg("there was room");
    }
    assert_int_equal(passes, 1);
    arena_reset(arena);
    assert_string_equal(journal.text, "jio");
    arena_destroy(arena);
}

static bool defer_fails(struct arena *arena, struct entry *older, struct entry *newer)
{
    jmp_buf boundary;
    if (arena_guard(arena, &boundary)) {
        return true;
    }
    arena_defer(arena, note, older);
    arena->fail_after = 1;
    arena_defer(arena, note, newer);
    return false;
}

static void loses_no_subject_when_defer_fails(void **state)
{
    (void)state;
    struct journal journal = { .n = 0 };
    struct entry older = { &journal, 'a' };
    struct entry newer = { &journal, 'b' };
    struct arena *arena = arena_create(4096);
    assert_true(defer_fails(arena, &older, &newer));
    assert_string_equal(journal.text, "ba");
    arena_destroy(arena);
    assert_string_equal(journal.text, "ba");
}

static void fails_where_a_test_says(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 16);
    for (size_t n = 1; n <= 5; n++) {
        jmp_buf boundary;
        volatile size_t done = 0;
        arena_reset(arena);
        arena->fail_after = n;
        if (!arena_guard(arena, &boundary)) {
            while (done < 100) {
                assert_non_null(new(arena, char, 1));
                done++;
            }
        }
        assert_int_equal(done, n - 1);
    }
    arena_destroy(arena);
}

static void extends_only_the_latest(void **state)
{
    (void)state;
    struct arena *arena = arena_create(4096);
    char *first = new(arena, char, 10);
    memset(first, 'x', 10);
    assert_true(arena_extend(arena, first, 10, 1000));
    assert_memory_equal(first, "xxxxxxxxxx", 10);
    first[999] = 'y';
    char *second = new(arena, char, 10);
    assert_true(second >= first + 1000);
    assert_false(arena_extend(arena, first, 1000, 1001));
    assert_false(arena_extend(arena, second, 10, 4096));
    assert_false(arena_extend(arena, second, 10, SIZE_MAX));
    assert_true(arena_extend(arena, second, 10, 2000));
    arena_destroy(arena);
}

static void gives_large_pages_back(void **state)
{
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    char *p = new(arena, char, 4 << 20);
    memset(p, 1, 4 << 20);
    arena_reset(arena);
    assert_int_equal(arena->touched_bytes, 0);
    assert_true(arena->high_water_bytes >= 4 << 20);
    p = new(arena, char, 4 << 20);
    assert_int_equal(p[(4 << 20) - 1], 0);
    arena_destroy(arena);
}

/* A table of megabytes costs the rows that are used; and memory given again is clean again. */
static void costs_what_is_written(void **state)
{
    enum { TABLE_BYTES = 4 << 20, PAGES_BYTES = 4096 };
    static unsigned char is_resident[TABLE_BYTES / PAGES_BYTES + 1];
    (void)state;
    struct arena *arena = arena_create(8 << 20);
    char *table = new(arena, char, TABLE_BYTES);
    table[TABLE_BYTES / 2] = 1;
    size_t resident = 0;
    assert_int_equal(mincore(arena, TABLE_BYTES, is_resident), 0);
    for (size_t i = 0; i < TABLE_BYTES / PAGES_BYTES; i++) {
        resident += is_resident[i] & 1;
    }
    assert_true(resident <= 2);
    arena_undo(arena, (struct arena_mark){ 0 });
    char *again = new(arena, char, TABLE_BYTES + 1);
    assert_ptr_equal(again, table);
    assert_int_equal(again[TABLE_BYTES / 2], 0);
    arena_destroy(arena);
}

#ifdef __SANITIZE_ADDRESS__
/* So that an overflow by one is found. */
static void poisons_what_it_has_not_given(void **state)
{
    (void)state;
    struct arena *arena = arena_create(4096);
    char *p = new(arena, char, 10);
    assert_int_equal(__asan_address_is_poisoned(p + 9), 0);
    assert_int_equal(__asan_address_is_poisoned(p + 10), 1);
    char *next = new(arena, char, 1);
    assert_int_equal(__asan_address_is_poisoned(next - 1), 1);
    arena_reset(arena);
    assert_int_equal(__asan_address_is_poisoned(p), 1);
    arena_destroy(arena);
}
#endif

static void refuses_what_the_system_refuses(void **state)
{
    (void)state;
    assert_null(arena_create(SIZE_MAX / 2));
    arena_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(runs_cleanups_in_reverse),
        cmocka_unit_test(undoes_to_a_mark),
        cmocka_unit_test(comes_back_when_full),
        cmocka_unit_test(undoes_an_inner_boundary_alone),
        cmocka_unit_test(loses_no_subject_when_defer_fails),
        cmocka_unit_test(fails_where_a_test_says),
        cmocka_unit_test(extends_only_the_latest),
        cmocka_unit_test(gives_large_pages_back),
        cmocka_unit_test(costs_what_is_written),
#ifdef __SANITIZE_ADDRESS__
        cmocka_unit_test(poisons_what_it_has_not_given),
#endif
        cmocka_unit_test(refuses_what_the_system_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
