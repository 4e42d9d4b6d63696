/* Pieces: in order, the later of two, a gap, names that are none, and what is too old. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/must.h"
#include "store/pieces.h"

static const struct str NAME = STR_INIT("00112233445566778899aabbccddeeff");
static const struct str NEAR = STR_INIT("00112233445566770000000000000000");

struct box {
    char dir[64];
    char path[80];
    struct files *files;
    struct arena *arena;
};

static int open_box(void **state)
{
    struct box *box = calloc(1, sizeof *box);
    struct str why = STR_NONE;
    must(box);
    (void)snprintf(box->dir, sizeof box->dir, "/tmp/kheo-pieces-XXXXXX");
    must(mkdtemp(box->dir));
    (void)snprintf(box->path, sizeof box->path, "%s/files", box->dir);
    box->arena = arena_create(1 << 20);
    box->files = files_open(box->path, true, &why);
    *state = box;
    return box->files && box->arena ? 0 : -1;
}

static int close_box(void **state)
{
    struct box *box = *state;
    pieces_sweep(box->files, (struct instant){ INT64_MAX });
    char folder[120];
    (void)snprintf(folder, sizeof folder, "%s/%s", box->path, PIECES_FOLDER);
    files_close(box->files);
    bool is_gone = rmdir(folder) == 0 && rmdir(box->path) == 0 && rmdir(box->dir) == 0;
    arena_destroy(box->arena);
    free(box);
    return is_gone ? 0 : -1;
}

static void assert_piece(struct box *box, unsigned index, struct str wanted)
{
    struct str bytes = STR_NONE;
    assert_int_equal(pieces_get(box->files, NAME, index, 16, box->arena, &bytes), STATUS_OK);
    assert_true(str_equal(bytes, wanted));
}

static void the_later_of_two_is_there_and_a_gap_ends_the_count(void **state)
{
    struct box *box = *state;
    assert_int_equal(pieces_count(box->files, NAME), 0);
    assert_int_equal(pieces_put(box->files, NAME, 0, STR("một")), STATUS_OK);
    assert_int_equal(pieces_put(box->files, NAME, 2, STR("ba")), STATUS_OK);
    assert_int_equal(pieces_count(box->files, NAME), 1);
    assert_int_equal(pieces_put(box->files, NAME, 1, STR("hai")), STATUS_OK);
    assert_int_equal(pieces_put(box->files, NAME, 1, STR("hai nữa")), STATUS_OK);
    assert_int_equal(pieces_count(box->files, NAME), 3);
    assert_piece(box, 1, STR("hai nữa"));
    pieces_remove(box->files, NAME);
    assert_int_equal(pieces_count(box->files, NAME), 0);
    struct str none;
    assert_int_equal(pieces_get(box->files, NAME, 0, 16, box->arena, &none), STATUS_NOT_FOUND);
}

static void what_is_no_piece_is_refused(void **state)
{
    struct box *box = *state;
    struct str none;
    struct str up = STR("../../../etc/passwd/etc/passwd..");
    assert_int_equal(pieces_put(box->files, up, 0, STR("x")), STATUS_STORE_FAILED);
    assert_int_equal(pieces_put(box->files, STR("00"), 0, STR("x")), STATUS_STORE_FAILED);
    assert_int_equal(pieces_put(box->files, NAME, PIECES_MAX, STR("x")), STATUS_STORE_FAILED);
    assert_int_equal(pieces_count(box->files, up), 0);
    assert_int_equal(pieces_get(box->files, up, 0, 16, box->arena, &none), STATUS_NOT_FOUND);
    assert_int_equal(pieces_put(box->files, NAME, 0, STR("dài hơn mười sáu byte")), STATUS_OK);
    assert_int_equal(pieces_get(box->files, NAME, 0, 16, box->arena, &none), STATUS_STORE_FAILED);
}

static void what_was_begun_is_counted_and_forgotten_by_age(void **state)
{
    struct box *box = *state;
    char old[160];
    assert_int_equal(pieces_put(box->files, NAME, 0, STR("x")), STATUS_OK);
    assert_int_equal(pieces_put(box->files, NAME, 1, STR("x")), STATUS_OK);
    assert_int_equal(pieces_put(box->files, NEAR, 0, STR("x")), STATUS_OK);
    assert_int_equal(pieces_begun(box->files, STR("0011223344556677")), 2);
    assert_int_equal(pieces_begun(box->files, STR("0011223344556677889")), 1);
    assert_int_equal(pieces_begun(box->files, STR("")), 2);
    (void)snprintf(old, sizeof old, "%s/%s/%.*s-000", box->path, PIECES_FOLDER, STR_ARG(NEAR));
    const struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
    assert_int_equal(utimensat(AT_FDCWD, old, times, 0), 0);
    pieces_sweep(box->files, (struct instant){ 1001 });
    assert_int_equal(pieces_begun(box->files, STR("")), 1);
    assert_int_equal(pieces_count(box->files, NAME), 2);
}

/* Files and pieces know nothing of each other. */
static bool count_one(void *context, const struct file_found *found)
{
    (void)found;
    (*(unsigned *)context)++;
    return true;
}

static void the_files_do_not_see_them(void **state)
{
    struct box *box = *state;
    unsigned count = 0;
    assert_int_equal(pieces_put(box->files, NAME, 0, STR("x")), STATUS_OK);
    assert_int_equal(files_each(box->files, count_one, &count), STATUS_OK);
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_later_of_two_is_there_and_a_gap_ends_the_count,
                                        open_box, close_box),
        cmocka_unit_test_setup_teardown(what_is_no_piece_is_refused, open_box, close_box),
        cmocka_unit_test_setup_teardown(what_was_begun_is_counted_and_forgotten_by_age, open_box,
                                        close_box),
        cmocka_unit_test_setup_teardown(the_files_do_not_see_them, open_box, close_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
