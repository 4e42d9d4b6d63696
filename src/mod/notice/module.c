/* The service that shows the queue of letters: its routes, its menu, its nightly sweep. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/notice/notice.h"
#include "mod/notice/try.h"

#include "text/tongue.h"

static const struct route notice_routes[] = {
    { GET, "/qt/hang-doi", POWER_ADMIN, notice_queue, "Letters that wait, failed or were sent.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/qt/hang-doi/thu", POWER_ADMIN, notice_try_show, "How letters leave, and one to try.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/qt/hang-doi/thu", POWER_ADMIN, notice_try_send, "Sends a letter to try it.",
      ROUTE_SECRET, .rate = RATE_WRITE },
    { POST, "/qt/hang-doi/:id/gui-lai", POWER_ADMIN, notice_retry,
      "Try a letter again that did not arrive.", ROUTE_SECRET, .rate = RATE_WRITE },
};

static const struct menu notice_menus[] = {
    { "qt", N_("Thư gửi đi"), "/qt/hang-doi", POWER_ADMIN },
};

static void sweep_nightly(struct snap *snap, struct desk *desk, struct instant now);

static const struct tick notice_ticks[] = {
    { "notice.sweep", sweep_nightly },
};

static const struct help_row help[] = {
    { "/qt/hang-doi",
      N_("Trang này là thư đang chờ, không gửi được hoặc đã gửi."),
      { N_("Xem thư nào không gửi được, sửa lý do, rồi bấm “Gửi lại”.") },
      N_("Thư chờ quá lâu sẽ không gửi nữa."),
      HELP_FOR(ADMIN),
      40,
      N_("Thư và máy chủ") },
    { "/qt/hang-doi/thu",
      N_("Trang này cho biết thư đi đường nào, và gửi thử một lá."),
      { N_("Ghi địa chỉ thư của mình rồi bấm “Gửi thư thử”.") },
      N_("Vài phút sau xem hộp thư của mình, rồi xem trang thư gửi đi.") },
    { 0 },
};

const struct module module_notice = {
    .name = "notice",
    .help = help,
    .start_tasks = notice_start_tasks,
    MODULE_ROWS(commands, notice_commands),
    MODULE_ROWS(routes, notice_routes),
    MODULE_ROWS(menus, notice_menus),
    MODULE_ROWS(ticks, notice_ticks),
};

/* In the minute of 02:15. A night that the server slept through is made up for by the next one. */
static void sweep_nightly(struct snap *snap, struct desk *desk, struct instant now)
{
    enum { MINUTE_OF_SWEEP = 2 * 60 + 15 };
    if (instant_second_of_day(now) / 60 != MINUTE_OF_SWEEP) {
        return;
    }
    struct order order = { .command = &outbox_commands[OUTBOX_COMMAND_SWEEP],
                           .author = { .is_clock = true },
                           .arena = snap->conn.arena };
    desk_do(desk, &order);
}
