/* The folder of files: names, what is refused, a full disk, and what a crash leaves behind. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/disk.h"
#include "base/must.h"
#include "base/tests/child.h"
#include "store/files.h"
#include "store/pieces.h"

/* The C library's, but the n-th from now fails; 0 is none. */
static unsigned fails_after;
int fsync(int file)
{
    errno = EIO;
    return fails_after > 0 && --fails_after == 0 ? -1 : (int)syscall(SYS_fsync, file);
}

struct box {
    char dir[64];
    char path[80];
    struct files *files;
    struct arena *arena;
};

/* What files_each() has shown. */
struct seen {
    struct box *box;
    unsigned whole;
    unsigned others;
    int64_t bytes;
    unsigned most;
};

static int open_box(void **state)
{
    struct box *box = calloc(1, sizeof *box);
    struct str why = STR_NONE;
    must(box);
    (void)snprintf(box->dir, sizeof box->dir, "/tmp/kheo-files-XXXXXX");
    must(mkdtemp(box->dir));
    (void)snprintf(box->path, sizeof box->path, "%s/files", box->dir);
    box->arena = arena_create(1 << 20);
    box->files = files_open(box->path, true, &why);
    *state = box;
    return box->files && box->arena ? 0 : -1;
}

static bool count(void *context, const struct file_found *found)
{
    struct seen *seen = context;
    seen->whole += found->is_whole;
    seen->others += !found->is_whole;
    seen->bytes += found->bytes;
    assert_true(found->changed_at.s > 0);
    return seen->most == 0 || seen->whole + seen->others < seen->most;
}

static bool sweep(void *context, const struct file_found *found)
{
    const struct box *box = context;
    struct str path = str_printf(box->arena, "%s/%.*s", box->path, STR_ARG(found->name));
    return remove(str_z(box->arena, path)) == 0;
}

static int close_box(void **state)
{
    struct box *box = *state;
    must(files_each(box->files, sweep, box) == STATUS_OK);
    files_close(box->files);
    arena_destroy(box->arena);
    char pieces[120];
    (void)snprintf(pieces, sizeof pieces, "%s/%s", box->path, PIECES_FOLDER);
    bool is_clean = rmdir(pieces) == 0 && rmdir(box->path) == 0 && rmdir(box->dir) == 0;
    free(box);
    return is_clean ? 0 : -1;
}

static struct seen look(struct box *box)
{
    struct seen seen = { .box = box };
    assert_int_equal(files_each(box->files, count, &seen), STATUS_OK);
    return seen;
}

static void put_get_remove(void **state)
{
    struct box *box = *state;
    char name[FILE_NAME_CHARS + 1];
    char other[FILE_NAME_CHARS + 1];
    struct str bytes = STR_NONE;
    assert_int_equal(files_put(box->files, STR("one\0two"), name), STATUS_OK);
    assert_int_equal(files_put(box->files, STR("other"), other), STATUS_OK);
    assert_string_not_equal(name, other);
    assert_int_equal(files_get(box->files, str_of(name), box->arena, &bytes), STATUS_OK);
    assert_true(str_equal(bytes, STR("one\0two")));
    assert_int_equal(look(box).whole, 2);
    assert_int_equal(look(box).bytes, 12);
    assert_true(files_remove(box->files, str_of(name)));
    assert_true(files_remove(box->files, str_of(name)));
    assert_int_equal(files_get(box->files, str_of(name), box->arena, &bytes), STATUS_NOT_FOUND);
    assert_int_equal(look(box).whole, 1);
}

/* A folder opened again has what was put; one that is not there is not made up. */
static void opened_again(void **state)
{
    struct box *box = *state;
    char name[FILE_NAME_CHARS + 1];
    struct str bytes = STR_NONE;
    struct str why = STR_NONE;
    assert_int_equal(files_put(box->files, STR("kept"), name), STATUS_OK);
    struct files *again = files_open(box->path, false, &why);
    assert_non_null(again);
    assert_int_equal(files_get(again, str_of(name), box->arena, &bytes), STATUS_OK);
    assert_string_equal(files_folder(again), box->path);
    files_close(again);
    assert_null(files_open("/tmp/kheo-no-such-folder", false, &why));
    assert_true(why.n > 0);
}

static void names_lead_nowhere(void **state)
{
    struct box *box = *state;
    static const char *const names[] = {
        "",
        ".",
        "..",
        "../server.key",
        "/etc/passwd",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789ABCDEF",
        "../3456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdeg",
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        struct str bytes = STR_NONE;
        assert_int_equal(files_get(box->files, str_of(names[i]), box->arena, &bytes),
                         STATUS_NOT_FOUND);
        assert_false(files_remove(box->files, str_of(names[i])));
    }
}

static void links_are_not_followed(void **state)
{
    struct box *box = *state;
    struct str bytes = STR_NONE;
    char path[200];
    (void)snprintf(path, sizeof path, "%s/0123456789abcdef0123456789abcdef", box->path);
    assert_int_equal(symlink("/etc/passwd", path), 0);
    assert_int_equal(
        files_get(box->files, STR("0123456789abcdef0123456789abcdef"), box->arena, &bytes),
        STATUS_STORE_FAILED);
    assert_int_equal(look(box).others, 1);
}

/* A limit on the size of files is as good as a full disk: half a file is written, and none is
 * left. */
static void nothing_is_left_of_a_failure(void **state)
{
    struct box *box = *state;
    char name[FILE_NAME_CHARS + 1] = "untouched";
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 4096;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    char *bytes = new (box->arena, char, 8192);
    enum status status = files_put(box->files, str_span(bytes, 8192), name);
    limit.rlim_cur = before;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_int_equal(status, STATUS_DISK_FULL);
    assert_string_equal(name, "untouched");
    struct seen seen = look(box);
    assert_int_equal(seen.whole + seen.others, 0);
}

static int put_without_a_sync(void *context)
{
    struct box *box = context;
    char name[FILE_NAME_CHARS + 1];
    return files_put(box->files, STR("lost"), name) == STATUS_OK ? 0 : 1;
}

/* First the bytes, then the name: a file that is named in a row must be there after a power cut. */
static void both_are_on_the_disk_before_it_is_said(void **state)
{
    struct box *box = *state;
    char name[FILE_NAME_CHARS + 1];
    for (fails_after = 1; fails_after <= 2; fails_after++) {
        assert_int_equal(status_in_child(put_without_a_sync, box), EXIT_DISK_LOST);
    }
    assert_int_equal(look(box).others, 1); /* it was not named before its bytes were there */
    fails_after = 3;
    assert_int_equal(files_put(box->files, STR("kept"), name), STATUS_OK);
    assert_int_equal(fails_after, 1);
    fails_after = 0;
}

static void leftovers_are_shown_as_such(void **state)
{
    struct box *box = *state;
    char name[FILE_NAME_CHARS + 1];
    char path[200];
    assert_int_equal(files_put(box->files, STR("whole"), name), STATUS_OK);
    (void)snprintf(path, sizeof path, "%s/moi-%s", box->path, name);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_true(file >= 0 && close(file) == 0);
    struct seen seen = look(box);
    assert_int_equal(seen.whole, 1);
    assert_int_equal(seen.others, 1);
    struct seen first = { .box = box, .most = 1 };
    assert_int_equal(files_each(box->files, count, &first), STATUS_OK);
    assert_int_equal(first.whole + first.others, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(put_get_remove, open_box, close_box),
        cmocka_unit_test_setup_teardown(opened_again, open_box, close_box),
        cmocka_unit_test_setup_teardown(names_lead_nowhere, open_box, close_box),
        cmocka_unit_test_setup_teardown(links_are_not_followed, open_box, close_box),
        cmocka_unit_test_setup_teardown(nothing_is_left_of_a_failure, open_box, close_box),
        cmocka_unit_test_setup_teardown(both_are_on_the_disk_before_it_is_said, open_box,
                                        close_box),
        cmocka_unit_test_setup_teardown(leftovers_are_shown_as_such, open_box, close_box),
    };
    must(crypt_start());
    return cmocka_run_group_tests(tests, NULL, NULL);
}
