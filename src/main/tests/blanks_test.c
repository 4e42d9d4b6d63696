/* Forms in others' words: which file is whose, what is passed over, and that units go before. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/log.h"
#include "base/must.h"
#include "base/out.h"
#include "main/blanks.h"
#include "main/folder.h"

enum { ARENA_BYTES = 8 << 20 };

static char dir[] = "/tmp/kheo-blanks-XXXXXX";

static struct str text_of(const char *name)
{
    struct str unit;
    const struct blank_file *file = blanks_name(str_of(name), &unit);
    must(file);
    return file->text;
}

static void put(const char *name, struct str text)
{
    char folder[FOLDER_PATH_BYTES_MAX];
    char path[FOLDER_PATH_BYTES_MAX];
    must(folder_path(folder, dir, "blanks") && folder_path(path, folder, name));
    must(folder_write(path, text.p, text.n) == STATUS_OK);
}

/* The program's text with other words at its end. */
static struct str with_words(struct arena *arena, const char *name, const char *words)
{
    return str_printf(arena, "%.*s%s\n", STR_ARG(text_of(name)), words);
}

static void a_name_says_whose_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *file; /* NULL: none */
        const char *unit;
    } rows[] = {
        { "d124-03.txt", "d124-03.txt", "" },
        { "data/blanks/d124-03.txt", "d124-03.txt", "" },
        { "blanks/19753.d124-14a.txt", "d124-14a.txt", "19753" },
        { "19753.d124-14.txt", "d124-14.txt", "19753" },
        { ".d124-03.txt", NULL, "" },
        { "d124-03.txt~", NULL, "" },
        { "19753-d124-03.txt", NULL, "" },
        { "d124-99.txt", NULL, "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str unit;
        const struct blank_file *file = blanks_name(str_of(rows[i].name), &unit);
        assert_true((file == NULL) == (rows[i].file == NULL));
        assert_true(!file || strcmp(file->name, rows[i].file) == 0);
        assert_true(str_equal(unit, str_of(rows[i].unit)));
    }
}

static void units_go_before(void **state)
{
    struct arena *arena = *state;
    put("d31-04.txt", with_words(arena, "d31-04.txt", "note: của tỉnh"));
    put("19753.d31-04.txt", with_words(arena, "d31-04.txt", "note: của phường"));
    put("d31-06.txt", with_words(arena, "d31-06.txt", "shout: {{nobody}}"));
    put("19753.d31-05.txt", text_of("d31-06.txt"));
    put("readme.txt", STR("không phải mẫu\n"));
    struct blanks *blanks = blanks_open(dir);
    must(blanks);
    const struct blank_texts *texts = blanks_texts(blanks);
    static const struct {
        const char *unit;
        const char *code;
        const char *end; /* NULL: the program's own */
    } rows[] = {
        { "19753", "D31-04", "của phường\n" }, { "19789", "D31-04", "của tỉnh\n" },
        { "", "D31-04", "của tỉnh\n" },        { "19753", "D31-06", NULL },
        { "19753", "D31-05", NULL },           { "19753", "D124-03", NULL },
    };
    assert_int_equal(texts->count, 2);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = blank_text_of(texts, str_of(rows[i].unit), str_of(rows[i].code));
        assert_true((text.n == 0) == (rows[i].end == NULL));
        assert_true(text.n == 0 || str_ends(text, str_of(rows[i].end)));
    }
    blanks_close(blanks);
}

static void no_folder_is_no_text(void **state)
{
    (void)state;
    struct blanks *blanks = blanks_open("/nowhere/at/all");
    must(blanks);
    assert_int_equal(blanks_texts(blanks)->count, 0);
    assert_int_equal(blank_text_of(NULL, STR("19753"), STR("D31-04")).n, 0);
    blanks_close(blanks);
}

static int open_arena(void **state)
{
    *state = arena_create(ARENA_BYTES);
    must(*state);
    return 0;
}

static int close_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(a_name_says_whose_it_is),
        TEST(units_go_before),
        TEST(no_folder_is_no_text),
    };
    char folder[FOLDER_PATH_BYTES_MAX];
    log_set_level(LEVEL_ERROR);
    must(mkdtemp(dir) && folder_path(folder, dir, "blanks") && mkdir(folder, 0700) == 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(dir);
    return failed;
}
