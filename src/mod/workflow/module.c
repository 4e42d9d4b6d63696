/* workflow: its pages and its place in the menus. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/workflow/pages.h"

static const struct route workflow_routes[] = {
    { GET, "/biet/quy-trinh", NULL, workflows_page, "The kinds of cases and their workflows.",
      ROUTE_SHARED, .rate = RATE_READ },
    { GET, "/biet/quy-trinh/:name", NULL, workflow_page,
      "A workflow: the diagram, and every step with who, when and its article.", ROUTE_SHARED,
      .rate = RATE_READ },
};

static const struct menu workflow_menus[] = {
    { "biet", N_("Quy trình giải quyết"), "/biet/quy-trinh", NULL, .is_aside = true },
};

static const struct help_row help[] = {
    { "/biet/quy-trinh",
      N_("Trang này liệt kê các loại hồ sơ và quy trình của chúng."),
      { N_("Bấm vào một quy trình để xem từng bước.") } },
    { "/biet/quy-trinh/:name",
      N_("Trang này vẽ một quy trình: bước nào, ai làm, trong bao lâu."),
      { N_("Bấm “Xem bằng chữ” nếu không đọc được sơ đồ.") } },
    { 0 },
};

const struct module module_workflow = {
    .name = "workflow",
    .help = help,
    MODULE_ROWS(routes, workflow_routes),
    MODULE_ROWS(menus, workflow_menus),
};
