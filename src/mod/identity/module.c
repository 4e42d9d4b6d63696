/* identity: people, posts, powers and sessions, as the house needs to know it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/access.h"
#include "mod/identity/account.h"
#include "mod/identity/admin.h"
#include "mod/identity/commands.h"
#include "mod/identity/console.h"
#include "mod/identity/door.h"
#include "mod/identity/help.h"
#include "mod/identity/prove.h"
#include "mod/identity/sign_in.h"
#include "mod/identity/start.h"
#include "text/tongue.h"
#include "web/module.h"

static void clean_hourly(struct snap *snap, struct desk *desk, struct instant now);

static const struct route ROUTES[] = {
    { GET, "/dang-nhap", NULL, identity_sign_in_show, "The page to sign in on.",
      .flags = ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/dang-nhap", NULL, identity_sign_in_send, "Signs in by name and password.",
      .flags = ROUTE_SECRET | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { GET, "/dang-nhap/ma", NULL, identity_second_show, "The page for the second factor.",
      .flags = ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/dang-nhap/ma", NULL, identity_second_send, "Takes the second factor.",
      .flags = ROUTE_SECRET, .rate = RATE_SIGN_IN },
    { POST, "/dang-xuat", NULL, identity_sign_out, "Signs this browser out.",
      .flags = ROUTE_SECRET | ROUTE_ANYWAY, .rate = RATE_WRITE },

    { POST, "/xac-nhan/*path", NULL, identity_prove_send,
      "Takes a fresh password or code, and sends a grave act on.",
      .flags = ROUTE_SECRET | ROUTE_SLOW, .rate = RATE_SIGN_IN },

    { GET, "/cb/toi", NULL, identity_account, "One's own account.", .flags = ROUTE_SECRET,
      .rate = RATE_READ },
    { POST, "/cb/toi/phien/:id", NULL, identity_session_end, "Closes one of one's sessions.",
      .flags = ROUTE_SECRET, .rate = RATE_WRITE },
    { POST, "/cb/toi/phien", NULL, identity_sessions_end, "Closes all of one's other sessions.",
      .flags = ROUTE_SECRET, .rate = RATE_WRITE },
    { POST, "/cb/toi/chuc-vu", NULL, identity_post_switch, "Acts in another of one's posts.",
      .flags = ROUTE_SECRET, .rate = RATE_WRITE },
    { GET, "/cb/toi/mat-khau", NULL, identity_password_show, "The page to change the password.",
      .flags = ROUTE_SECRET | ROUTE_ANYWAY, .rate = RATE_READ },
    { POST, "/cb/toi/mat-khau", NULL, identity_password_send, "Changes one's password.",
      .flags = ROUTE_SECRET | ROUTE_SLOW | ROUTE_ANYWAY, .rate = RATE_SIGN_IN },
    { GET, "/cb/toi/hai-lop", NULL, identity_second_factor_show, "The second factor.",
      .flags = ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/toi/hai-lop", NULL, identity_second_factor_on, "Turns the second factor on.",
      .flags = ROUTE_SECRET | ROUTE_GRAVE, .rate = RATE_SIGN_IN },
    { GET, "/cb/toi/hai-lop/bo", NULL, identity_second_factor_show,
      "The second factor, to turn it off.", .flags = ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/toi/hai-lop/bo", NULL, identity_second_factor_off, "Turns the second factor off.",
      .flags = ROUTE_SECRET | ROUTE_SLOW | ROUTE_GRAVE, .rate = RATE_SIGN_IN },

    { GET, "/qt/nguoi-dung", POWER_IDENTITY_MANAGE, identity_people,
      "People at a unit and below it.", .flags = ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/qt/nguoi-dung/nhap", POWER_IDENTITY_MANAGE, identity_table_show,
      "The form to bring in a table of people.", .flags = ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/qt/nguoi-dung/nhap", POWER_IDENTITY_MANAGE, identity_table_read,
      "Shows what a table of people would do, and changes nothing.",
      .flags = ROUTE_SECRET | ROUTE_UPLOAD, .rate = RATE_WRITE },
    { GET, "/qt/nguoi-dung/nhap/lam", POWER_IDENTITY_MANAGE, identity_table_show,
      "That form once more: a table is not kept.", .flags = ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/qt/nguoi-dung/nhap/lam", POWER_IDENTITY_MANAGE, identity_table_approve,
      "Adds and changes the people of a table.", .flags = ROUTE_SECRET | ROUTE_GRAVE,
      .rate = RATE_WRITE },
    { GET, "/qt/nguoi-dung/danh-sach", POWER_IDENTITY_MANAGE, identity_table_file,
      "The people and posts that one manages, as a table.", .flags = ROUTE_SECRET,
      .faces = 1 << FACE_CSV | 1 << FACE_XLSX, .rate = RATE_SEARCH, .gives = &person_row_record },
    { GET, "/qt/nguoi-dung/:id", POWER_IDENTITY_MANAGE, identity_person,
      "A person's posts and powers.", .flags = ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/qt/nhat-ky", POWER_IDENTITY_MANAGE, identity_access_page,
      "Who opened what is kept from others, and who was given what.",
      .flags = ROUTE_SECRET | ROUTE_SLOW, .faces = 1 << FACE_HTML | 1 << FACE_CSV,
      .rate = RATE_SEARCH, .takes = &access_form_record, .gives = &access_row_record },
#define FORM_ROUTES(path, send, about, more)                                                       \
    { GET,                                                                                         \
      path,                                                                                        \
      POWER_IDENTITY_MANAGE,                                                                       \
      identity_form_show,                                                                          \
      about " The form.",                                                                          \
      .flags = ROUTE_SECRET,                                                                       \
      .rate = RATE_READ },                                                                         \
    {                                                                                              \
        POST, path, POWER_IDENTITY_MANAGE, send, about, .flags = ROUTE_SECRET | (more),            \
                                                        .rate = RATE_WRITE                         \
    }
    FORM_ROUTES("/qt/nguoi-dung/moi", identity_person_add_send, "Adds a person with a first post.",
                ROUTE_SLOW | ROUTE_GRAVE),
    FORM_ROUTES("/qt/nguoi-dung/:id/chuc-vu", identity_form_send, "Gives a person a post.", 0),
    FORM_ROUTES("/qt/nguoi-dung/:id/mat-khau", identity_password_reset_send,
                "Sets a person's password.", ROUTE_SLOW | ROUTE_GRAVE),
    FORM_ROUTES("/qt/nguoi-dung/:id/hai-lop", identity_form_send,
                "Turns a person's second factor off.", ROUTE_GRAVE),
    FORM_ROUTES("/qt/chuc-vu/:id", identity_form_send, "Ends a post.", ROUTE_GRAVE),
    FORM_ROUTES("/qt/chuc-vu/:id/quyen", identity_form_send, "Grants a post a power.", ROUTE_GRAVE),
    FORM_ROUTES("/qt/chuc-vu/:id/sua", identity_form_send, "Corrects a post.", ROUTE_GRAVE),
    FORM_ROUTES("/qt/nguoi-dung/:id/sua", identity_form_send, "Corrects a name or contact.", 0),
    FORM_ROUTES("/qt/nguoi-dung/:id/thoi-viec", identity_form_send, "Ends a person's service.",
                ROUTE_GRAVE),
    FORM_ROUTES("/qt/nguoi-dung/:id/lam-lai", identity_form_send, "Lets a person in again.",
                ROUTE_GRAVE),
    FORM_ROUTES("/qt/quyen/:id", identity_form_send, "Takes a power back.", ROUTE_GRAVE),
};

static const struct menu MENUS[] = {
    { "qt", N_("Người dùng"), "/qt/nguoi-dung", POWER_IDENTITY_MANAGE },
    { "qt", N_("Nhật ký truy cập"), "/qt/nhat-ky", POWER_IDENTITY_MANAGE, true },
};

static const struct tick TICKS[] = {
    { "identity.clean", clean_hourly },
};

const struct module module_identity = {
    .name = "identity",
    .help = identity_help,
    .start_step = &identity_start_step,
    .start_tasks = identity_start_tasks,
    MODULE_ROWS(commands, IDENTITY_COMMANDS),
    MODULE_ROWS(facts, IDENTITY_FACTS),
    MODULE_ROWS(routes, ROUTES),
    MODULE_ROWS(menus, MENUS),
    MODULE_ROWS(ticks, TICKS),
    .access = &identity_access,
    .visitor = identity_visitor,
    .ask = identity_ask,
    .prove = identity_prove_ask,
    .holds = identity_holds,
    .console = identity_console,
    .console_about = IDENTITY_CONSOLE_ABOUT,
};

/* In the first minute of each hour: what is forgotten an hour late harms nobody, and a commit a
 * minute would. */
static void clean_hourly(struct snap *snap, struct desk *desk, struct instant now)
{
    if (instant_second_of_day(now) / 60 % 60 != 0) {
        return;
    }
    static const struct clean clean = { .is_due = true };
    struct order order = { .command = &IDENTITY_COMMANDS[IDENTITY_CLEAN],
                           .args = &clean,
                           .author = { .is_clock = true },
                           .arena = snap->conn.arena };
    desk_do(desk, &order);
}
