/* The service of returns: the reports on letters that the law asks for. Law: 01/2024/TT-TTCP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/returns.h"
#include "text/tongue.h"

static const struct route routes[] = {
    { GET, "/cb/bao-cao-luat", POWER_SIGN, returns_list_page,
      "The periods of the reports that the law asks for.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/bao-cao-luat/:period", POWER_SIGN, returns_show_page,
      "One return, signed or as the cases stand; with .csv, .xlsx and, in words, .pdf.",
      ROUTE_SECRET | ROUTE_SLOW,
      .faces = 1 << FACE_HTML | 1 << FACE_CSV | 1 << FACE_XLSX | 1 << FACE_PDF, .rate = RATE_READ },
    { POST, "/cb/bao-cao-luat/:period", POWER_SIGN, returns_sign_take,
      "Sign a return, or a new version of it.", ROUTE_SECRET | ROUTE_SLOW, .rate = RATE_WRITE,
      .takes = &returns_sign_record },
    { GET, "/cb/bao-cao-luat/:period/:kind/:figure", POWER_SIGN, returns_cases_page,
      "The cases that one number is made of.", ROUTE_SECRET | ROUTE_SLOW, .rate = RATE_READ },
};

static const struct menu menus[] = {
    { "cb", N_("Báo cáo theo luật"), "/cb/bao-cao-luat", POWER_SIGN },
};

static const struct help_row help[] = {
    { "/cb/bao-cao-luat",
      N_("Danh sách này là các kỳ báo cáo mà luật yêu cầu."),
      { N_("Mở kỳ báo cáo vừa hết.") },
      NULL,
      HELP_FOR(LEADER),
      20,
      N_("Ký báo cáo theo luật") },
    { "/cb/bao-cao-luat/:period",
      N_("Trang này là số liệu của một kỳ, đếm từ chính các hồ sơ."),
      { N_("Bấm vào một số trong báo cáo để kiểm từng hồ sơ."),
        N_("Đúng rồi thì bấm “Ký báo cáo”; sửa sau đó là ký bản mới.") },
      NULL,
      HELP_FOR(LEADER),
      21 },
    { "/cb/bao-cao-luat/:period/:kind/:figure",
      N_("Trang này liệt kê các hồ sơ làm nên một con số của báo cáo."),
      { N_("Bấm vào một mã để mở hồ sơ.") } },
    { 0 },
};

const struct module module_returns = {
    .name = "returns",
    .help = help,
    .commands = returns_commands,
    .commands_count = COUNT(returns_commands),
    .facts = returns_facts,
    .facts_count = COUNT(returns_facts),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    .waiting = returns_waiting,
    .check = returns_check,
};
