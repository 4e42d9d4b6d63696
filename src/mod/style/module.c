/* style: the living page of all partials. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/style/samples.h"
#include "mod/style/style.h"
#include "web/module.h"

static visit_fn show_all;
static visit_fn show_look;
static visit_fn do_nothing;

static const struct route style_routes[] = {
    { GET, STYLE_PATH, NULL, show_all, "Every partial in every state.", .rate = RATE_READ },
    { GET, STYLE_PATH "/:look", NULL, show_look, "A state that needs a page of its own.",
      .rate = RATE_READ },
    { POST, STYLE_PATH, NULL, do_nothing, "Where the buttons lead: back, and nothing is done.",
      .rate = RATE_READ },
};

static const struct help_row help[] = {
    { "/kieu-dang/*",
      N_("Trang này cho người làm giao diện xem mọi mẫu của trang."),
      { N_("Không có gì ở đây là hồ sơ thật.") } },
    { 0 },
};

const struct module module_style = {
    .name = "style",
    .help = help,
    MODULE_ROWS(routes, style_routes),
};

/* Nobody should find it who looks for how to complain. */
static struct showing begin(struct visit *v)
{
    reply_header(v->reply, "X-Robots-Tag", STR("noindex"));
    return (struct showing){ .out = page_body(v),
                             .visit = v,
                             .page = page_open(v, N_("Kiểu dáng của trang")) };
}

static enum status show_all(struct visit *v)
{
    struct showing s = begin(v);
    style_draw_all(&s);
    return STATUS_OK;
}

/* The look of that name, "confirm-2"; those of the one page have none. */
static const struct look *look_named(struct str name, const struct partial **ret_partial)
{
    int64_t number = 0;
    const struct partial *partial = style_partial(str_cut(&name, '-'));
    if (!partial || !str_to_int(name, &number) || number < 1 ||
        number > (int64_t)partial->look_count) {
        return NULL;
    }
    const struct look *look = &partial->looks[number - 1];
    *ret_partial = partial;
    return look->place == LOOK_HERE ? NULL : look;
}

static enum status show_look(struct visit *v)
{
    const struct partial *partial = NULL;
    const struct look *look = look_named(v->params[0], &partial);
    if (!look) {
        return STATUS_NOT_FOUND;
    }
    struct showing s = begin(v);
    s.page->title = str_printf(v->arena, "%s: %.*s", partial->name,
                               STR_ARG(tongue_text(v->tongue, look->name)));
    s.page->back = route_url(v, STYLE_PATH);
    style_draw_look(&s, partial, look);
    return STATUS_OK;
}

static enum status do_nothing(struct visit *v)
{
    return visit_go(v, route_url(v, STYLE_PATH));
}
