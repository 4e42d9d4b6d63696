/* Every page says what it is for, and every sentence of it is plain and names what is there. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/must.h"
#include "web/asset.h"
#include "web/builtin.h"
#include "web/basemap.h"
#include "web/module.h"

/* A GET that answers in HTML, or says nothing of its faces, and yet is no page of its own. */
static const struct {
    const char *path;
    const char *why;
} no_pages[] = {
    { "/anh/:name", "a picture" },
    { "/anh/:name/nho", "a picture" },
    { "/ghi-am/:name", "a sound" },
    { BASEMAP_PATH, "a picture" },
    { "/biet/lich-lam-viec/lich.ics", "a file" },
    { "/cb/hs/:code/dang-mo", "a part of the report's page, for a script" },
    { "/cb/hs/:code/xem-nhanh", "a part of the inbox, for a script" },
    { "/nghe/:language/:page/:digest", "a recording" },
    { "/qt/ngon-ngu/:code/mau.po", "a file" },
    { "/tam-ngung", "for a proxy, while there is no server to help" },
    { "/t/:code", "leads on to the report" },
};

static bool is_excepted(const char *path)
{
    for (size_t i = 0; i < COUNT(no_pages); i++) {
        if (strcmp(no_pages[i].path, path) == 0) {
            return true;
        }
    }
    return strncmp(path, ASSET_PATH, strlen(ASSET_PATH)) == 0;
}

static bool is_page(const struct route *route)
{
    return route->method == GET && route_face(route) == FACE_HTML && !is_excepted(route->path);
}

static size_t routes_without_help(const struct route *routes, size_t count)
{
    size_t without = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_page(&routes[i]) && !help_of(modules, str_of(routes[i].path))) {
            print_error("%s says nowhere what it is for\n", routes[i].path);
            without++;
        }
    }
    return without;
}

static void every_page_says_what_it_is_for(void **state)
{
    (void)state;
    size_t without = routes_without_help(builtin_routes, builtin_route_count);
    for (size_t m = 0; modules[m]; m++) {
        without += routes_without_help(modules[m]->routes, modules[m]->routes_count);
    }
    assert_int_equal(without, 0);
}

static bool is_met_by(const struct help_row *row, const struct route *routes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (help_of(modules, str_of(routes[i].path)) == row) {
            return true;
        }
    }
    return false;
}

static void no_row_is_about_a_page_that_went(void **state)
{
    (void)state;
    const struct help_row *row;
    for (size_t i = 0; (row = help_at(modules, i)); i++) {
        bool is_met = is_met_by(row, builtin_routes, builtin_route_count);
        for (size_t m = 0; modules[m]; m++) {
            is_met = is_met || is_met_by(row, modules[m]->routes, modules[m]->routes_count);
        }
        if (!is_met) {
            fail_msg("%s is no page", row->path);
        }
    }
}

static size_t words_of(const char *sentence)
{
    size_t words = 1;
    for (const char *p = sentence; *p; p++) {
        words += *p == ' ';
    }
    return words;
}

/* A name in quotes is translated as it is where it stands, and quoted in English too. */
static void need_true_names(struct arena *arena, const char *sentence)
{
    const struct tongue *english = tongue_find(STR("en"));
    const struct str open = STR("“"), close = STR("”");
    struct str rest = str_of(sentence);
    const struct str in_english = tongue_text(english, sentence);
    if (str_equal(in_english, rest)) {
        fail_msg("has no English: %s", sentence);
    }
    for (size_t at; (at = str_find(rest, open)) < rest.n;) {
        rest = str_slice(rest, at + open.n, rest.n);
        const size_t end = str_find(rest, close);
        const struct str name = str_slice(rest, 0, end);
        const struct str translated = tongue_text(english, str_z(arena, name));
        if (str_equal(translated, name)) {
            fail_msg("nothing is called “%.*s”: %s", STR_ARG(name), sentence);
        }
        const struct str quoted = str_printf(arena, "“%.*s”", STR_ARG(translated));
        if (str_find(in_english, quoted) >= in_english.n) {
            fail_msg("%.*s does not name %.*s", STR_ARG(in_english), STR_ARG(quoted));
        }
    }
}

static void need_plainness(struct arena *arena, const char *sentence)
{
    if (words_of(sentence) > HELP_WORDS_MAX) {
        fail_msg("%zu words: %s", words_of(sentence), sentence);
    }
    assert_string_equal(sentence + strlen(sentence) - 1, ".");
    need_true_names(arena, sentence);
}

static void sentences_are_few_and_plain(void **state)
{
    (void)state;
    struct arena *arena = arena_create(16 << 20);
    must(arena);
    const struct help_row *row;
    for (size_t i = 0; (row = help_at(modules, i)); i++) {
        const size_t steps = help_step_count(row);
        const size_t sentences = 1 + steps + (row->next ? 1 : 0);
        if (sentences < 2 || sentences > HELP_SENTENCES_MAX) {
            fail_msg("%s has %zu sentences", row->path, sentences);
        }
        need_plainness(arena, row->purpose);
        for (size_t k = 0; k < steps; k++) {
            need_plainness(arena, row->steps[k]);
        }
        if (row->next) {
            need_plainness(arena, row->next);
        }
    }
    arena_destroy(arena);
}

static void every_role_has_a_guide(void **state)
{
    (void)state;
    for (size_t role = 0; role < HELP_ROLES; role++) {
        size_t rows = 0;
        const struct help_row *row;
        for (size_t i = 0; (row = help_at(modules, i)); i++) {
            rows += (row->guides & 1U << role) != 0;
        }
        assert_true(rows > 1);
        assert_non_null(help_guides[role].word);
    }
}

static void the_nearest_family_speaks(void **state)
{
    (void)state;
    static const struct {
        const char *asked;
        const char *answers; /* NULL: nobody */
    } rows[] = {
        { "/qt/lich-lam-viec", "/qt/lich-lam-viec" },
        { "/qt/lich-lam-viec/nhap", "/qt/lich-lam-viec/nhap" },
        { "/qt/lich-lam-viec/gio", "/qt/lich-lam-viec/*" },
        { "/qt/lich-lam-viec-khac", NULL },
        { "/cb/hs/:code/nhan", NULL },
        { "/", "/" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct help_row *row = help_of(modules, str_of(rows[i].asked));
        assert_int_equal(row != NULL, rows[i].answers != NULL);
        if (row) {
            assert_string_equal(row->path, rows[i].answers);
        }
    }
    /* The form of an act stands on the page above it. */
    assert_string_equal(help_near(modules, STR("/cb/hs/:code/nhan"))->path, "/cb/hs/:code");
    assert_null(help_near(modules, STR("/khong/co")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_says_what_it_is_for),
        cmocka_unit_test(no_row_is_about_a_page_that_went),
        cmocka_unit_test(sentences_are_few_and_plain),
        cmocka_unit_test(every_role_has_a_guide),
        cmocka_unit_test(the_nearest_family_speaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
