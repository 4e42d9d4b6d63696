/* The service for denunciations: its routes, commands, facts, menus and its tick by night. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/recount.h"
#include "desk/almanac.h"
#include "mod/denunciation/flow.h"
#include "mod/denunciation/handover.h"
#include "mod/denunciation/help.h"
#include "mod/denunciation/tell.h"
#include "text/tongue.h"

enum { SEALED = ROUTE_SECRET | ROUTE_SEALED };

static const struct route routes[] = {
    { GET, "/to-cao", NULL, denunciation_start, "What a sealed denunciation is, and is not.",
      SEALED, .rate = RATE_READ },
    { GET, "/to-cao/gui", NULL, denunciation_form_show, "The form of a denunciation.", SEALED,
      .rate = RATE_READ },
    { POST, "/to-cao/gui", NULL, denunciation_form_take,
      "Seals a denunciation; shows its code and secret, once.", SEALED | ROUTE_UPLOAD | ROUTE_SLOW,
      .rate = RATE_SIGN_IN, .takes = &denunciation_form_record },
    { GET, "/to-cao/hop-thu", NULL, mailbox_show, "The door of a sender's mailbox.", SEALED,
      .rate = RATE_READ },
    { POST, "/to-cao/hop-thu", NULL, mailbox_take,
      "Opens a mailbox by code and secret; adds words and pictures that come with them.",
      SEALED | ROUTE_UPLOAD | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { GET, "/cb/khoa", NULL, officer_key_show, "One's own key for denunciations.", SEALED,
      .rate = RATE_READ },
    { POST, "/cb/khoa", NULL, officer_key_take, "Makes one's first key, under a passphrase.",
      SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { POST, "/cb/khoa/doi", NULL, officer_key_change, "Puts a new key in the place of one's old.",
      SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { GET, "/cb/khoa/phuc-hoi", NULL, recovery_show, "Keys of officers who are gone.", SEALED,
      .rate = RATE_READ },
    { POST, "/cb/khoa/phuc-hoi/:id/xin", POWER_HANDLE, recovery_ask,
      "Asks the custodians for one of them.", SEALED, .rate = RATE_WRITE },
    { POST, "/cb/khoa/phuc-hoi/:id/gop", POWER_RECOVER, recovery_give,
      "Gives one's share of it to who asked.", SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { POST, "/cb/khoa/phuc-hoi/:id/lay", POWER_HANDLE, recovery_take,
      "Takes it over, when enough have given theirs.", SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { GET, "/cb/to-cao", POWER_HANDLE, denunciation_list_page, "What was sealed to one's key.",
      SEALED, .rate = RATE_READ },
    { GET, "/cb/to-cao/:code", POWER_HANDLE, denunciation_show, "One of them, still sealed.",
      SEALED, .rate = RATE_READ },
    { GET, "/cb/to-cao/:code/giao", POWER_HANDLE, handing_show,
      "Where a copy for those who verify begins, still sealed.", SEALED, .rate = RATE_READ },
    { POST, "/cb/to-cao/:code/giao", POWER_HANDLE, handing_take,
      "Opens it to be blacked out; with a text, hands the copy on.", SEALED | ROUTE_SLOW,
      .rate = RATE_SIGN_IN },
    { POST, "/cb/to-cao/:code/:act", POWER_HANDLE, denunciation_act_take,
      "Opens it (mo), answers (tra-loi), asks for the name (hoi-ten), opens that (mo-ten), enters "
      "it in the book (vao-so).",
      SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { GET, "/cb/to-cao/hs/:code", POWER_HANDLE, settling_show,
      "How one is settled, for its readers.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/to-cao/hs/:code/mau/:form", POWER_HANDLE, settling_blank,
      "A form of the law to be filled in by pen: nothing of it is kept.", ROUTE_SECRET | ROUTE_SLOW,
      .faces = 1 << FACE_PDF, .rate = RATE_READ },
    { POST, "/cb/to-cao/hs/:code/:act", POWER_HANDLE, settling_act_take, "An act of settling it.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &case_args_record },
    { GET, "/cb/xac-minh", POWER_VERIFY, rendition_list_page,
      "Copies that were handed to whoever verifies.", SEALED, .rate = RATE_READ },
    { GET, "/cb/xac-minh/:id", POWER_VERIFY, rendition_show, "One of them, still sealed.", SEALED,
      .rate = RATE_READ },
    { POST, "/cb/xac-minh/:id", POWER_VERIFY, rendition_take, "Opens it.", SEALED | ROUTE_SLOW,
      .rate = RATE_SIGN_IN },
    { GET, "/cb/ho-ten", POWER_IDENTITY, name_list_page, "Names that one holds a share of.", SEALED,
      .rate = RATE_READ },
    { GET, "/cb/ho-ten/:code", POWER_IDENTITY, name_show, "Who asks for one, and why.", SEALED,
      .rate = RATE_READ },
    { POST, "/cb/ho-ten/:code", POWER_IDENTITY, name_give, "Gives one's share to who asked.",
      SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN },
};

static const struct menu menus[] = {
    { "giam-sat", N_("Tố cáo"), "/to-cao", NULL },
    { "cb", N_("Đơn tố cáo niêm phong"), "/cb/to-cao", POWER_HANDLE },
    { "cb", N_("Đơn tố cáo giao xác minh"), "/cb/xac-minh", POWER_VERIFY },
    { "cb", N_("Họ tên đang niêm phong"), "/cb/ho-ten", POWER_IDENTITY },
    { "cb", N_("Khóa đọc đơn tố cáo"), "/cb/khoa", POWER_RECOVER },
};

static void calendar_changed(struct deed *deed, const struct heard *heard);
static void count_again(struct snap *snap, struct desk *desk, struct instant now);
static void tell_of_terms(struct snap *snap, struct desk *desk, struct instant now);
static void check(struct snap *snap, struct check *check);

static const struct tick ticks[] = {
    { "denunciation.tell", denunciation_tell },
    { "denunciation.recount", count_again },
    { "denunciation.terms", tell_of_terms },
    { "denunciation.unread", denunciation_remind },
};

static const struct hear hears[] = {
    { ALMANAC_CHANGED, calendar_changed },
};

static const struct workflow *const workflows[] = { &denunciation_flow };

const struct module module_denunciation = {
    .name = "denunciation",
    .help = denunciation_help,
    MODULE_ROWS(commands, denunciation_commands),
    MODULE_ROWS(facts, denunciation_facts),
    MODULE_ROWS(hears, hears),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    MODULE_ROWS(ticks, ticks),
    MODULE_ROWS(workflows, workflows),
    .check = check,
    .sealing = &denunciation_sealing,
    .access = &denunciation_access,
};

static void calendar_changed(struct deed *deed, const struct heard *heard)
{
    case_recount_heard(&denunciation_kind, deed, heard);
}

static void count_again(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    case_recount_tick(snap, desk, &denunciation_kind);
}

static void tell_of_terms(struct snap *snap, struct desk *desk, struct instant now)
{
    case_tick(snap, desk, now, &denunciation_kind);
    case_tick_ripe(snap, desk, now, &denunciation_kind, "TC-OVD-2", "no_report");
    case_tick_ripe(snap, desk, now, &denunciation_kind, "TC-RSL", "no_result");
}

static void check(struct snap *snap, struct check *check)
{
    case_check(snap, check, &denunciation_kind);
    denunciation_check(snap, check);
}
