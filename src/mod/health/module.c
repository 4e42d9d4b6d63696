/* The service that shows how the house stands: one page, for administrators. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/health/health.h"

#include "html/health.h"
#include "text/tongue.h"

static enum status health_show(struct visit *v);

static const struct route health_routes[] = {
    { GET, "/qt/suc-khoe", POWER_ADMIN, health_show,
      "How the house stands: database, disk, backups, keys.", ROUTE_SECRET | ROUTE_SLOW,
      .rate = RATE_READ },
};

static const struct menu health_menus[] = {
    { "qt", N_("Sức khỏe máy chủ"), "/qt/suc-khoe", POWER_ADMIN },
};

static const struct help_row help[] = {
    { "/qt/suc-khoe",
      N_("Trang này cho biết kho dữ liệu, đĩa, bản lưu và khóa có tốt không."),
      { N_("Xem máy chủ mỗi sáng; làm ngay điều chỉ ở dòng “Phải sửa”.") },
      NULL,
      HELP_FOR(ADMIN),
      41 },
    { 0 },
};

/* A house without a key for backups, or without one made, says so itself. */
static bool has_nothing_to_mend(struct visit *v)
{
    struct health_list *list = new(v->arena, struct health_list, 1);
    visit_health(v, list);
    size_t bad = 0;
    for (size_t i = 0; i < list->count; i++) {
        bad += list->rows[i].health == HEALTH_BAD;
    }
    return list->count > 0 && bad == 0;
}

static const struct start_task start_tasks[] = {
    { N_("Lập khóa sao lưu và xem máy chủ có tốt không"), "/qt/suc-khoe", POWER_ADMIN, 20,
      has_nothing_to_mend },
    { 0 },
};

const struct module module_health = {
    .name = "health",
    .start_tasks = start_tasks,
    .help = help,
    MODULE_ROWS(routes, health_routes),
    MODULE_ROWS(menus, health_menus),
};

static enum status health_show(struct visit *v)
{
    static const struct health_sign signs[] = {
        [HEALTH_GOOD] = { "on-time", "■", N_("Tốt") },
        [HEALTH_LOOK] = { "soon", "▲", N_("Cần xem") },
        [HEALTH_BAD] = { "late", "●", N_("Phải sửa") },
    };
    struct health_view *view = new(v->arena, struct health_view, 1);
    visit_health(v, &view->list);
    view->page = page_open(v, N_("Sức khỏe máy chủ"));
    view->signs = signs;
    for (size_t i = 0; i < view->list.count; i++) {
        view->to_mend += view->list.rows[i].health == HEALTH_BAD;
        view->to_look += view->list.rows[i].health == HEALTH_LOOK;
    }
    health_show_html(page_body(v), view);
    return STATUS_OK;
}
