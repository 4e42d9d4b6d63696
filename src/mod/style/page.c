/* The one page of all partials, and one look on a page of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/style.h"
#include "html/web.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"

const struct chapter *const STYLE_CHAPTERS[] = {
    &STYLE_LISTS, &STYLE_FIELDS, &STYLE_DRAWINGS, &STYLE_FRAMES, &STYLE_PLAIN, NULL,
};

static void draw_partial(struct showing *s, const struct partial *partial);

const struct partial *style_partial(struct str name)
{
    for (size_t c = 0; STYLE_CHAPTERS[c]; c++) {
        for (size_t p = 0; p < STYLE_CHAPTERS[c]->count; p++) {
            if (str_equal(str_of(STYLE_CHAPTERS[c]->partials[p].name), name)) {
                return &STYLE_CHAPTERS[c]->partials[p];
            }
        }
    }
    return NULL;
}

void style_draw_all(struct showing *s)
{
    const struct style_page view = { s->page, STYLE_CHAPTERS, COUNT(STYLE_CHAPTERS) - 1 };
    web_top_html(s->out, s->page);
    style_contents_html(s->out, &view);
    for (size_t c = 0; STYLE_CHAPTERS[c]; c++) {
        for (size_t p = 0; p < STYLE_CHAPTERS[c]->count; p++) {
            draw_partial(s, &STYLE_CHAPTERS[c]->partials[p]);
        }
    }
    web_end_html(s->out, s->page);
}

static void draw_partial(struct showing *s, const struct partial *partial)
{
    style_section_html(s->out, partial);
    for (size_t i = 0; i < partial->look_count; i++) {
        const struct look *look = &partial->looks[i];
        const struct style_look view = { partial, look, i + 1, TO_PAGE };
        style_name_html(s->out, &view);
        if (look->place == LOOK_HERE) {
            partial->draw(s, look->view);
        }
    }
    style_section_end_html(s->out);
}

void style_draw_look(struct showing *s, const struct partial *partial, const struct look *look)
{
    if (look->place == LOOK_WHOLE) {
        partial->draw(s, look->view);
        return;
    }
    web_top_html(s->out, s->page);
    if (look->place != LOOK_ALONE) {
        style_title_html(s->out, s->page);
    }
    partial->draw(s, look->view);
    web_end_html(s->out, s->page);
}
