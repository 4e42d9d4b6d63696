/* language: packs of core texts and narrations, in the languages of the country. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/language.h"
#include "text/tongue.h"

#define SENT (ROUTE_SECRET | ROUTE_UPLOAD)

static const struct route routes[] = {
    { GET, "/qt/ngon-ngu", POWER_ADMIN, language_list_show,
      "The languages of the house: texts and narrations.", .rate = RATE_READ },
    { GET, "/qt/ngon-ngu/:code", POWER_ADMIN, language_one_show, "One of them.",
      .rate = RATE_READ },
    { GET, "/qt/ngon-ngu/:code/mau.po", POWER_ADMIN, language_template_show,
      "The core texts for a translator.", .rate = RATE_READ },
    { POST, "/qt/ngon-ngu/:code/bo-chu", POWER_ADMIN, language_install_send,
      "Takes in the core texts, or shows what a file would bring.", SENT, .rate = RATE_WRITE },
    { POST, "/qt/ngon-ngu/:code/bo-bo-chu", POWER_ADMIN, language_remove_send,
      "Takes the core texts away.", .rate = RATE_WRITE },
    { POST, "/qt/ngon-ngu/:code/ban-doc", POWER_ADMIN, language_record_send,
      "Takes in a narration of a core page.", SENT, .rate = RATE_WRITE },
    { POST, "/qt/ngon-ngu/:code/xoa-ban-doc", POWER_ADMIN, language_silence_send,
      "Takes a narration away.", .rate = RATE_WRITE },
    { GET, "/nghe/:language/:page/:digest", NULL, language_sound_show,
      "A core page read out by somebody of the house.", .rate = RATE_READ },
};

static const struct menu menus[] = {
    { "qt", N_("Ngôn ngữ và bản đọc"), "/qt/ngon-ngu", POWER_ADMIN, true },
};

static const struct help_row help[] = {
    { "/qt/ngon-ngu",
      N_("Trang này cho biết bà con đọc và nghe được những tiếng nào."),
      { N_("Bấm một tiếng để nhập bộ chữ hoặc bản đọc của tiếng đó.") } },
    { "/qt/ngon-ngu/:code",
      N_("Trang này nhập bộ chữ và bản đọc của một tiếng."),
      { N_("Bấm “Xem thử, chưa ghi” trước để biết câu nào sai."),
        N_("Chọn trang, chọn tệp ghi âm rồi bấm “Nhập bản đọc”.") },
      N_("Nhập xong, bà con thấy ngay ở trang đầu.") },
    { 0 },
};

const struct module module_language = {
    .name = "language",
    .help = help,
    MODULE_ROWS(commands, language_commands),
    MODULE_ROWS(facts, language_facts),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    .languages = &language_hooks,
    .console = language_console,
    .console_about = LANGUAGE_CONSOLE_ABOUT,
    .check = language_check_rows,
};
