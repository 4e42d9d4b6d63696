/* The living page has every partial: each file of src/web/html has a section that shows it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/must.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"
#include "web/module.h"
#include "web/server.h"

enum { PAGE_BYTES = 1 << 20, FILE_BYTES = 1 << 16 };
#define PARTIALS "src/web/html"

/* A visit that has a server and a page to write, and nothing to read from. */
struct world {
    struct server *server;
    struct arena *arena;
    struct request request;
    struct reply reply;
    struct visit visit;
    struct out out;
    struct showing showing;
};

static int open_world(void **state)
{
    static struct world w;
    static const struct server_settings settings = { .modules = modules, .log_off = true };
    w.server = server_make(&settings);
    w.arena = arena_create(64 << 20);
    must(w.arena);
    w.request.path = STR(STYLE_PATH);
    w.visit = (struct visit){ .arena = w.arena,
                              .server = w.server,
                              .request = &w.request,
                              .reply = &w.reply,
                              .now = STYLE_NOW };
    *state = &w;
    return 0;
}

static int close_world(void **state)
{
    struct world *w = *state;
    arena_destroy(w->arena);
    return 0;
}

static struct showing *begin(struct world *w)
{
    w->out = out_open(w->arena, PAGE_BYTES);
    w->showing = (struct showing){ &w->out, &w->visit, page_open(&w->visit, "Kiểu dáng") };
    return &w->showing;
}

static struct str page_of_all(struct world *w)
{
    style_draw_all(begin(w));
    assert_false(w->out.overflowed);
    return out_str(&w->out);
}

static struct str file_text(struct arena *arena, const char *name)
{
    const char *path = str_z(arena, str_printf(arena, PARTIALS "/%s", name));
    FILE *file = fopen(path, "r");
    must(file);
    char *text = new(arena, char, FILE_BYTES);
    size_t n = fread(text, 1, FILE_BYTES, file);
    must(fclose(file) == 0 && n < FILE_BYTES);
    return str_span(text, n);
}

/* The first class that the template always writes: by it the partial is known on a page. Absent for
 * one without any. */
static struct str mark_of(struct str template)
{
    static const struct str opens = STR_INIT("class=\"");
    struct str rest = template;
    for (size_t at = str_find(rest, opens); at < rest.n; at = str_find(rest, opens)) {
        rest = str_slice(rest, at + opens.n, rest.n);
        struct str mark = str_slice(rest, 0, strcspn(rest.p, " \"{"));
        if (mark.n > 0 && rest.p[mark.n] != '{') {
            return mark;
        }
    }
    return STR_NONE;
}

/* All its looks, wherever they are shown. */
static struct str looks_of(struct world *w, const struct partial *partial)
{
    struct out all = out_open(w->arena, PAGE_BYTES);
    for (size_t i = 0; i < partial->look_count; i++) {
        style_draw_look(begin(w), partial, &partial->looks[i]);
        out_str_raw(&all, out_str(&w->out));
    }
    assert_false(all.overflowed);
    return out_str(&all);
}

static void each_file_has_its_section(void **state)
{
    struct world *w = *state;
    const struct str page = page_of_all(w);
    DIR *folder = opendir(PARTIALS);
    size_t count = 0;
    must(folder);
    for (const struct dirent *file = readdir(folder); file; file = readdir(folder)) {
        struct str name = str_of(file->d_name);
        if (!str_ends(name, STR(".html"))) {
            continue;
        }
        name = str_copy(w->arena, str_slice(name, 0, name.n - 5));
        const struct partial *partial = style_partial(name);
        const struct str anchor = str_printf(w->arena, "id=\"%.*s\"", STR_ARG(name));
        if (!partial || str_find(page, anchor) == page.n) {
            fail_msg("%s/%s is not on " STYLE_PATH, PARTIALS, file->d_name);
        }
        const struct str mark = mark_of(file_text(w->arena, file->d_name));
        const struct str looks = looks_of(w, partial);
        if (str_find(looks, mark) == looks.n) {
            fail_msg("%s: no look of it has “%.*s”", file->d_name, STR_ARG(mark));
        }
        count++;
    }
    must(closedir(folder) == 0);
    assert_in_range(count, 20, 100);
}

static void check_looks(const struct partial *partial)
{
    assert_ptr_equal(style_partial(str_of(partial->name)), partial);
    assert_true(partial->look_count > 0 && partial->about[0]);
    for (size_t i = 1; i < partial->look_count; i++) {
        const struct look *look = &partial->looks[i];
        if (look->view == look[-1].view || strcmp(look->name, look[-1].name) == 0) {
            fail_msg("%s: look %zu is the one before it", partial->name, i + 1);
        }
    }
}

/* No name is there twice, none is without looks, and no look is shown twice. */
static void each_look_is_another(void **state)
{
    (void)state;
    for (size_t c = 0; STYLE_CHAPTERS[c]; c++) {
        for (size_t p = 0; p < STYLE_CHAPTERS[c]->count; p++) {
            check_looks(&STYLE_CHAPTERS[c]->partials[p]);
        }
    }
}

/* A picture of a badge is the same next year. */
static void time_stands_still(void **state)
{
    struct world *w = *state;
    const struct partial *badge = style_partial(STR("badge"));
    assert_non_null(badge);
    const struct str today = looks_of(w, badge);
    w->visit.now.s += 400LL * DAY_S;
    const struct str later = looks_of(w, badge);
    w->visit.now = STYLE_NOW;
    assert_true(str_equal(today, later));
    assert_true(str_find(today, STR("k-due--on-time")) < today.n);
    assert_true(str_find(today, STR("k-due--soon")) < today.n);
    assert_true(str_find(today, STR("k-due--late")) < today.n);
    assert_true(str_find(today, STR("k-due--paused")) < today.n);
    assert_true(str_find(today, STR("k-due--done")) < today.n);
}

static void the_links_of_looks_lead_somewhere(void **state)
{
    struct world *w = *state;
    assert_true(route_is_there(&w->visit, STYLE_PATH));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_has_its_section),
        cmocka_unit_test(each_look_is_another),
        cmocka_unit_test(time_stands_still),
        cmocka_unit_test(the_links_of_looks_lead_somewhere),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
