/* The service of complaints: its routes, menus, ticks and commands. Law: 02/2011/QH13. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/recount.h"
#include "desk/almanac.h"
#include "mod/complaint/complaint.h"
#include "mod/complaint/help.h"
#include "text/tongue.h"

static const struct case_act_rule acts[] = {
#define CASE_ACT(act, needs, effect, about) { #act, needs, effect },
#include "mod/complaint/acts.def"
#undef CASE_ACT
};
static const char *const rights[] = { "KN-2ND", "KN-LIM-D2", "KN-EFF", "KN-DOC", NULL };

const struct case_kind complaint_kind = {
    .name = "complaint",
    .workflow = &complaint_flow,
    .acts = acts,
    .act_count = COUNT(acts),
    .commands = &complaint_commands[COMMAND_FIRST_ACT],
    .facts = complaint_facts,
    .recount = &complaint_commands[COMMAND_RECOUNT],
    .load = complaint_load,
    .when = complaint_when,
    .check = complaint_check,
    .handle = POWER_HANDLE,
    .lead = POWER_DECIDE,
    .letters = &complaint_letters,
    .rights = rights,
    .path = "/cb/khieu-nai/hs/",
    .public_path = "/khieu-nai/hs/",
};

static const struct route routes[] = {
    { GET, "/khieu-nai", NULL, complaint_start_show, "What a complaint is, and how to make one.",
      .rate = RATE_READ },
    { GET, "/khieu-nai/tim", NULL, complaint_find, "Find a complaint by its code.",
      .rate = RATE_SEARCH },
    { GET, "/khieu-nai/gui", NULL, complaint_prefile_show, "The form of a complaint.", ROUTE_SECRET,
      .rate = RATE_READ },
    { POST, "/khieu-nai/gui", NULL, complaint_prefile_take,
      "Write a complaint down; it counts when the signed letter comes.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &complaint_form_record },
    { GET, "/khieu-nai/hs/:code", NULL, complaint_track_show, "Asks the sender for the secret.",
      .rate = RATE_READ },
    { POST, "/khieu-nai/hs/:code", NULL, complaint_track_open,
      "How a complaint stands, for whoever has its secret.", ROUTE_SECRET, .rate = RATE_SIGN_IN },
    { GET, "/khieu-nai/hs/:code/tep", NULL, complaint_proof,
      "The receipt as a file (C2SP tlog-proof@v1).", .faces = 1 << FACE_TEXT, .rate = RATE_READ },
    { GET, "/cb/khieu-nai", POWER_HANDLE, complaint_list_page,
      "The complaints that a unit has open, most urgent first.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/khieu-nai/so", POWER_HANDLE, complaint_register_page,
      "The book of complaints that came in some days; with .xlsx.", ROUTE_SECRET,
      .faces = 1 << FACE_HTML | 1 << FACE_XLSX, .rate = RATE_READ,
      .takes = &register_period_record },
    { GET, "/cb/khieu-nai/van-ban-di", POWER_HANDLE, complaint_letters_register,
      "The book of letters that the unit issued in some days, as a spreadsheet.",
      ROUTE_SECRET | ROUTE_SLOW, .faces = 1 << FACE_XLSX, .rate = RATE_READ,
      .takes = &register_period_record },
    { GET, "/cb/khieu-nai/moi", POWER_HANDLE, complaint_new_show, "The form of a letter that came.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/khieu-nai/moi", POWER_HANDLE, complaint_new_take, "Enter a complaint that came.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &complaint_form_record },
    { GET, "/cb/khieu-nai/hs/:code", POWER_HANDLE, complaint_case_page,
      "One complaint, for those who work on it.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/khieu-nai/hs/:code/thu-moi/:form", POWER_HANDLE, complaint_letter_new,
      "A form of the law, filled in as far as the case knows.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/khieu-nai/hs/:code/thu-moi/:form", POWER_HANDLE, complaint_letter_draft,
      "Keeps a draft of a letter.", ROUTE_SECRET | ROUTE_UPLOAD, .rate = RATE_WRITE },
    { GET, "/cb/khieu-nai/hs/:code/thu/:letter", POWER_HANDLE, complaint_letter_show,
      "A letter of the office, and what is to be done with it.", ROUTE_SECRET | ROUTE_SLOW,
      .rate = RATE_READ },
    { GET, "/cb/khieu-nai/hs/:code/thu/:letter/tep", POWER_HANDLE, complaint_letter_file,
      "The letter as PDF; with ky=1 as it came back signed.", ROUTE_SECRET | ROUTE_SLOW,
      .faces = 1 << FACE_PDF, .rate = RATE_READ },
    { POST, "/cb/khieu-nai/hs/:code/thu/:letter/:step", POWER_HANDLE, complaint_letter_take,
      "A step of a letter: draft, ask, back, issue, sign (with the file), send, drop.",
      ROUTE_SECRET | ROUTE_SLOW | ROUTE_UPLOAD, .rate = RATE_WRITE },
    { POST, "/cb/khieu-nai/hs/:code/:act", POWER_HANDLE, complaint_case_act,
      "An act on a complaint.", ROUTE_SECRET, .rate = RATE_WRITE, .takes = &case_args_record },
};

static const struct menu menus[] = {
    { "dau", N_("Khiếu nại"), "/khieu-nai", NULL, .is_aside = true },
    { "cb", N_("Khiếu nại"), "/cb/khieu-nai", POWER_HANDLE },
};

static void calendar_changed(struct deed *deed, const struct heard *heard);
static void count_again(struct snap *snap, struct desk *desk, struct instant now);
static void tell_of_terms(struct snap *snap, struct desk *desk, struct instant now);
static void take_effect(struct snap *snap, struct desk *desk, struct instant now);
static void alarm_of_letters(struct snap *snap, struct desk *desk, struct instant now);
static void drop_unsigned(struct snap *snap, struct desk *desk, struct instant now);
static void check(struct snap *snap, struct check *check);

static const struct tick ticks[] = {
    { "complaint.recount", count_again }, { "complaint.terms", tell_of_terms },
    { "complaint.effect", take_effect },  { "complaint.alarm", alarm_of_letters },
    { "complaint.drop", drop_unsigned },
};

static const struct hear hears[] = {
    { ALMANAC_CHANGED, calendar_changed },
};

static const struct workflow *const workflows[] = { &complaint_flow };

const struct module module_complaint = {
    .name = "complaint",
    .help = complaint_help,
    .commands = complaint_commands,
    .commands_count = COMMAND_FIRST_ACT + ACT_COUNT,
    .facts = complaint_facts,
    .facts_count = FACT_COUNT,
    MODULE_ROWS(hears, hears),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    MODULE_ROWS(ticks, ticks),
    MODULE_ROWS(workflows, workflows),
    .waiting = complaint_waiting,
    .check = check,
};

static void calendar_changed(struct deed *deed, const struct heard *heard)
{
    case_recount_heard(&complaint_kind, deed, heard);
}

static void count_again(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    case_recount_tick(snap, desk, &complaint_kind);
}

struct verdict apply_complaint_recount(struct deed *deed, const void *args, struct answer *ret)
{
    (void)ret;
    return case_recount_some(&complaint_kind, deed, args);
}

static void tell_of_terms(struct snap *snap, struct desk *desk, struct instant now)
{
    case_tick(snap, desk, now, &complaint_kind);
}

static void take_effect(struct snap *snap, struct desk *desk, struct instant now)
{
    case_tick_ripe(snap, desk, now, &complaint_kind, "KN-EFF", "take_effect");
    case_tick_ripe(snap, desk, now, &complaint_kind, "KN-RES1", "lapse");
    case_tick_ripe(snap, desk, now, &complaint_kind, "KN-RESD", "lapse");
}

/* Towards the day on which the responsible officer may lose the post. Law: 154/2026/NĐ-CP art. 41.
 */
static void alarm_of_letters(struct snap *snap, struct desk *desk, struct instant now)
{
    enum { LAST_DAY = 45 };
    static const struct case_wait waits[] = {
        { "received", 0, "alarm", LAW_COMPLAINT_FIRST_ALARM },
        { "received", 0, "alarm", LAW_COMPLAINT_SECOND_ALARM },
        { "received", LAST_DAY, "alarm", LAW_SETTING_NONE },
        { "proposed", 0, "alarm", LAW_COMPLAINT_FIRST_ALARM },
        { "proposed", 0, "alarm", LAW_COMPLAINT_SECOND_ALARM },
        { "proposed", LAST_DAY, "alarm", LAW_SETTING_NONE },
    };
    for (size_t i = 0; i < COUNT(waits); i++) {
        case_tick_waiting(snap, desk, now, &complaint_kind, &waits[i]);
    }
}

static void drop_unsigned(struct snap *snap, struct desk *desk, struct instant now)
{
    static const struct case_wait wait = { "prefiled", 1, "drop", LAW_COMPLAINT_SIGNING };
    case_tick_waiting(snap, desk, now, &complaint_kind, &wait);
}

static void check(struct snap *snap, struct check *check)
{
    case_check(snap, check, &complaint_kind);
    case_letters_check(snap, check, &complaint_kind);
}
