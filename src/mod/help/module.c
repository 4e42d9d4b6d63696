/* Guides, a sheet of paper for each role, made of what services say of their own pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/help/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/must.h"
#include "html/help.h"
#include "text/tongue.h"

static visit_fn show_guides;
static visit_fn show_guide;

static const struct route routes[] = {
    { GET, "/tro-giup", NULL, show_guides, "The guides, by what people do.",
      ROUTE_SHARED | ROUTE_KEPT, .rate = RATE_READ },
    { GET, "/tro-giup/:word", NULL, show_guide, "One of them, on one sheet of paper.", ROUTE_SHARED,
      .rate = RATE_READ },
};

static const struct menu menus[] = {
    { "chan", N_("Trợ giúp"), "/tro-giup", NULL },
};

static const struct help_row help[] = {
    { "/tro-giup/*",
      N_("Trang này là hướng dẫn theo việc của từng người."),
      { N_("Chọn hướng dẫn của mình, rồi in ra một tờ giấy.") } },
    { 0 },
};

const struct module module_help = {
    .name = "help",
    .help = help,
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
};

/* So many rows may bear the bit of one role. */
enum { GUIDE_ROWS_MAX = 32 };

static size_t rows_of(enum help_role role, const struct help_row *ret_rows[GUIDE_ROWS_MAX]);
static int by_rank(const void *a, const void *b);
static size_t sections_of(struct visit *v, const struct help_row *const *rows, size_t count,
                          struct guide_section *ret_sections);

static enum status show_guides(struct visit *v)
{
    struct guides_view view = { .page = page_open(v, N_("Trợ giúp")), .count = HELP_ROLES };
    for (size_t i = 0; i < HELP_ROLES; i++) {
        view.items[i] = (struct guide_item){
            help_guides[i].title,
            help_guides[i].about,
            route_url(v, "/tro-giup/:word", str_of(help_guides[i].word)),
        };
    }
    if (route_is_there(v, "/don-vi")) {
        view.units = route_url(v, "/don-vi");
    }
    page_listen(view.page, "tro-giup", STR_NONE);
    help_all_html(page_body(v), &view);
    return STATUS_OK;
}

static enum status show_guide(struct visit *v)
{
    size_t role = 0;
    while (role < HELP_ROLES && !str_equal(v->params[0], str_of(help_guides[role].word))) {
        role++;
    }
    if (role == HELP_ROLES) {
        return STATUS_NOT_FOUND;
    }
    const struct help_row *rows[GUIDE_ROWS_MAX] = { NULL };
    const size_t count = rows_of((enum help_role)role, rows);
    struct guide_section *sections = new(v->arena, struct guide_section, count + 1);
    struct guide_view view = {
        .page = page_open(v, help_guides[role].title),
        .guide = &help_guides[role],
        .sections = sections,
        .count = sections_of(v, rows, count, sections),
    };
    const struct str base = visit_base_url(v);
    const struct str path = v->request->path;
    view.address = str_printf(v->arena, "%.*s%.*s", STR_ARG(base), STR_ARG(path));
    view.page->back = route_url(v, "/tro-giup");
    page_listen(view.page, "tro-giup", STR_NONE);
    help_guide_html(page_body(v), &view);
    return STATUS_OK;
}

static size_t rows_of(enum help_role role, const struct help_row *ret_rows[GUIDE_ROWS_MAX])
{
    size_t count = 0;
    const struct help_row *row;
    for (size_t i = 0; (row = help_at(modules, i)); i++) {
        if (row->guides & 1U << role) {
            must(count < GUIDE_ROWS_MAX);
            ret_rows[count++] = row;
        }
    }
    qsort(ret_rows, count, sizeof(const struct help_row *), by_rank);
    return count;
}

static int by_rank(const void *a, const void *b)
{
    const struct help_row *const *first = a;
    const struct help_row *const *second = b;
    return (*first)->rank - (*second)->rank;
}

/* A row without a title goes on with what the one before it began. */
static size_t sections_of(struct visit *v, const struct help_row *const *rows, size_t count,
                          struct guide_section *ret_sections)
{
    const size_t steps_max = count * HELP_STEPS_MAX;
    const char **steps = new(v->arena, const char *, steps_max + 1);
    const char **notes = new(v->arena, const char *, count + 1);
    size_t section_count = 0;
    size_t steps_before = 0;
    for (size_t i = 0; i < count; i++) {
        must(rows[i]->title || section_count > 0);
        if (rows[i]->title) {
            steps += section_count > 0 ? ret_sections[section_count - 1].step_count : 0;
            notes += section_count > 0 ? ret_sections[section_count - 1].note_count : 0;
            ret_sections[section_count++] = (struct guide_section){
                .title = tongue_text(v->tongue, rows[i]->title),
                .start = steps_before + 1,
                .steps = steps,
                .notes = notes,
            };
        }
        struct guide_section *section = &ret_sections[section_count - 1];
        for (size_t k = 0; k < help_step_count(rows[i]); k++) {
            steps[section->step_count++] = rows[i]->steps[k];
            steps_before++;
        }
        if (rows[i]->next) {
            notes[section->note_count++] = rows[i]->next;
        }
        if (rows[i]->title && route_is_there(v, rows[i]->path) && !strchr(rows[i]->path, ':')) {
            section->url = route_url(v, rows[i]->path);
        }
    }
    return section_count;
}
