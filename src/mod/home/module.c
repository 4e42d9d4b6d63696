/* The first page: the two things that most people come for, then the six verbs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/home.h"
#include "web/module.h"
#include "web/page.h"

static visit_fn show_home;

static const struct route home_routes[] = {
    { GET, "/", NULL, show_home, "The first page.", ROUTE_SHARED | ROUTE_KEPT, .rate = RATE_READ },
};

const struct module module_home = {
    .name = "home",
    MODULE_ROWS(routes, home_routes),
};

static enum status show_home(struct visit *v)
{
    home_first_html(page_body(v),
                    page_open(v, N_("Việc của bà con, có nơi nhận, có hạn, có bằng chứng")));
    return STATUS_OK;
}
