/* The first page: the two things that most people come for, then the six verbs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/home.h"
#include "web/module.h"
#include "web/page.h"

static visit_fn show_home;

static const struct route home_routes[] = {
    { GET, "/", NULL, show_home, "The first page.", ROUTE_SHARED | ROUTE_KEPT, .rate = RATE_READ },
};

static const struct help_row help[] = {
    { "/",
      N_("Trang này là cửa vào của mọi việc."),
      { N_("Bấm “Gửi phản ánh, kiến nghị” để kể một việc ở thôn, phố."),
        N_("Bấm “Tra cứu hồ sơ” khi đã có mã.") } },
    { 0 },
};

const struct module module_home = {
    .name = "home",
    .help = help,
    MODULE_ROWS(routes, home_routes),
};

static enum status show_home(struct visit *v)
{
    struct page *page = page_open(v, N_("Việc của bà con, có nơi nhận, có hạn, có bằng chứng"));
    page->language_count = languages_choices(v, &page->languages);
    page_listen(page, "trang-dau", STR_NONE);
    home_first_html(page_body(v), page);
    return STATUS_OK;
}
