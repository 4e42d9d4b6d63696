/* What the living page is made of: partials, each with all the looks that it has. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "web/page.h"

/* Everything shown is constant: a picture of it changes only when the style or a partial does. So
 * time stands still here, on a Friday afternoon, and no row of the database is read. */
#define STYLE_NOW ((struct instant){ 1773392400 }) /* 2026-03-13T16:00:00+07:00 */

/* Where a look is shown. What cannot stand beside its like (a second title, a second landmark of
 * the same name, what takes the focus) has a page of its own, /kieu-dang/NAME-N. */
enum look_place {
    LOOK_HERE,  /* in its section of the one page */
    LOOK_APART, /* on a page of its own, below a title */
    LOOK_ALONE, /* there too, and the title is its own */
    LOOK_WHOLE, /* it draws the page's head and end itself */
};

/* One look: its name, Vietnamese source text, and what the partial is given. */
struct look {
    const char *name;
    const void *view;
    enum look_place place;
};

/* Where it is drawn. `page` is of this request; whoever shows another copies and changes it. */
struct showing {
    struct out *out;
    struct visit *visit;
    struct page *page;
};
typedef void draw_fn(struct showing *s, const void *view);

/* The name is that of src/web/html/NAME.html, its heading and its anchor. */
struct partial {
    const char *name;
    const char *about;
    draw_fn *draw;
    const struct look *looks;
    size_t look_count;
};
struct chapter {
    const char *title;
    const struct partial *partials;
    size_t count;
};

/* A row that draws with web_NAME_html(): it cannot be there without the partial of its name.
 *
 *     DRAWS(figures, figures_view)
 *     static const struct look figures_looks[] = { { N_("Một"), &(struct figures_view){ … } } };
 *     static const struct partial partials[] = { PARTIAL(figures, N_("Số liệu …")) };
 */
#define DRAWS(partial, type)                                                                       \
    static void draw_##partial(struct showing *s, const void *view)                                \
    {                                                                                              \
        const struct type *typed = view;                                                           \
        web_##partial##_html(s->out, typed);                                                       \
    }
#define PARTIAL(name, about)                                                                       \
    {                                                                                              \
#name, about, draw_##name, name##_looks, COUNT(name##_looks)                               \
    }
#define CHAPTER(title, partials)                                                                   \
    {                                                                                              \
        title, partials, COUNT(partials)                                                           \
    }

extern const struct chapter STYLE_LISTS;    /* lists.c */
extern const struct chapter STYLE_DRAWINGS; /* drawings.c */
extern const struct chapter STYLE_FIELDS;   /* fields.c */
extern const struct chapter STYLE_FRAMES;   /* frames.c */
extern const struct chapter STYLE_PLAIN;    /* plain.c: classes that are no partial */

/* All of them in the order of the page; NULL behind the last. */
extern const struct chapter *const STYLE_CHAPTERS[];
/* The one of that name, which is none of another's; NULL when there is none. */
const struct partial *style_partial(struct str name) PURE;

/* The one page, and one look on a page of its own; both write whole documents. */
void style_draw_all(struct showing *s);
void style_draw_look(struct showing *s, const struct partial *partial, const struct look *look);

/* --- what the templates of src/mod/style/html are given --------------------------------------- */

struct style_page {
    struct page *page;
    const struct chapter *const *chapters;
    size_t chapter_count;
};
struct style_look {
    const struct partial *partial;
    const struct look *look;
    size_t number; /* from 1 */
    struct local_url home;
};

#endif
