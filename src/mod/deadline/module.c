/* deadline: its pages, its API, its place in the menus. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/pages.h"

static const struct route deadline_routes[] = {
    { GET, "/biet/tinh-han", NULL, deadline_page, "When a limit of the law ends, and why.",
      ROUTE_SHARED, .rate = RATE_READ, .takes = &ask_record },
    { GET, "/biet/tinh-han/quy-dinh", NULL, rules_page, "Every rule about time, with its article.",
      ROUTE_SHARED, .rate = RATE_READ },
    { GET, "/biet/tinh-han/cach-hieu", NULL, readings_page,
      "Where the law leaves a choice, and how it is read here.", ROUTE_SHARED, .rate = RATE_READ },
    { GET, "/api/v1/deadlines", NULL, deadline_api, "When a limit of the law ends, and why.",
      ROUTE_API | ROUTE_SHARED, .rate = RATE_READ, .takes = &ask_record, .gives = &answer_record,
      .rows = answer_rows },
    { GET, "/api/v1/deadlines/rules", NULL, rules_api, "Every rule about time, with its article.",
      ROUTE_API | ROUTE_LIST | ROUTE_SHARED, .rate = RATE_READ, .gives = &rule_record },
};

static const struct menu deadline_menus[] = {
    { "biet", N_("Tính hạn theo luật"), "/biet/tinh-han", NULL, .is_aside = true },
};

static const struct help_row help[] = {
    { "/biet/tinh-han",
      N_("Trang này cho biết hạn của một việc theo luật, và vì sao."),
      { N_("Chọn việc, ghi ngày làm mốc, rồi bấm “Tính hạn”.") },
      N_("Trang kể từng ngày nghỉ được bỏ qua và điều luật."),
      HELP_FOR(OFFICER),
      55,
      N_("Tính một thời hạn") },
    { "/biet/tinh-han/quy-dinh",
      N_("Trang này liệt kê mọi thời hạn theo luật mà hệ thống dùng."),
      { N_("Xem cột căn cứ để biết điều luật.") } },
    { "/biet/tinh-han/cach-hieu",
      N_("Trang này liệt kê những chỗ luật để ngỏ và cách hiểu đang dùng."),
      { N_("Xem cột “Dùng cho” để biết việc nào dựa vào đó.") } },
    { 0 },
};

const struct module module_deadline = {
    .name = "deadline",
    .help = help,
    MODULE_ROWS(routes, deadline_routes),
    MODULE_ROWS(menus, deadline_menus),
};
