/* deadline: its pages, its API, its place in the menus. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/commands.h"
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
    { GET, "/qt/thiet-lap-luat", POWER_ADMIN, settings_page,
      "Where the law leaves a choice: what is chosen, and by whom.", .rate = RATE_READ },
    { GET, "/qt/thiet-lap-luat/:name", POWER_ADMIN, setting_form, "The form of a choice.",
      .rate = RATE_READ },
    { POST, "/qt/thiet-lap-luat/:name", POWER_ADMIN, setting_form_send,
      "Chooses how the law is read, from a day on.", ROUTE_GRAVE, .rate = RATE_WRITE },
};

static const struct menu deadline_menus[] = {
    { "biet", N_("Tính hạn theo luật"), "/biet/tinh-han", NULL, .is_aside = true },
    { "qt", N_("Cách hiểu luật"), "/qt/thiet-lap-luat", POWER_ADMIN, .is_aside = true },
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
    { "/qt/thiet-lap-luat",
      N_("Trang này liệt kê những chỗ luật để ngỏ mà nơi này được chọn."),
      { N_("Bấm “Chọn cách khác” khi có văn bản chọn cách hiểu khác.") },
      N_("Việc đã nhận giữ cách hiểu của ngày nhận."),
      HELP_FOR(ADMIN),
      31,
      N_("Cách hiểu luật") },
    { "/qt/thiet-lap-luat/:name",
      N_("Trang này chọn cách hiểu một chỗ luật để ngỏ, từ một ngày sắp tới."),
      { N_("Chọn một cách, ghi ngày áp dụng, văn bản và lý do, rồi bấm “Chọn”.") },
      N_("Điều đã chọn hiện ở trang công khai.") },
    { 0 },
};

const struct module module_deadline = {
    .name = "deadline",
    .help = help,
    MODULE_ROWS(commands, deadline_commands),
    MODULE_ROWS(facts, deadline_facts),
    MODULE_ROWS(routes, deadline_routes),
    MODULE_ROWS(menus, deadline_menus),
    .check = deadline_check,
};
