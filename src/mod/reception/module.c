/* The service of receiving citizens: its routes, menus, ticks. Law: 42/2013/QH13. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/recount.h"
#include "desk/almanac.h"
#include "mod/reception/help.h"
#include "mod/reception/pages.h"
#include "mod/reception/reception.h"
#include "text/tongue.h"

static const struct case_act_rule acts[] = {
#define VISIT_ACT(act, needs, effect, about) { #act, needs, effect },
#include "mod/reception/acts.def"
#undef VISIT_ACT
};

/* How long another office has for telling us is its duty, not ours. */
static const char *const rights[] = { "TCD-BACK", NULL };

const struct case_kind reception_kind = {
    .name = "reception",
    .workflow = &reception_flow,
    .acts = acts,
    .act_count = COUNT(acts),
    .commands = &reception_commands[COMMAND_FIRST_ACT],
    .facts = reception_facts,
    .recount = &reception_commands[COMMAND_RECOUNT],
    .load = reception_load,
    .letters = &reception_letters,
    .handle = POWER_HANDLE,
    .lead = POWER_LEAD,
    .rights = rights,
    .path = "/cb/tiep-dan/hs/",
    .public_path = "/tiep-dan/hs/",
};

static const struct route routes[] = {
    { GET, "/tiep-dan", NULL, reception_coming_page, "Days of reception that are posted.",
      .rate = RATE_READ },
    { GET, "/tiep-dan/tim", NULL, reception_find, "Find a visit by its code.",
      .rate = RATE_SEARCH },
    { GET, "/tiep-dan/buoi/:id", NULL, reception_book_show, "Book a seat on a day.", ROUTE_SECRET,
      .rate = RATE_READ },
    { POST, "/tiep-dan/buoi/:id", NULL, reception_book_take, "Book a seat on a day.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &reception_visit_record },
    { GET, "/tiep-dan/huy", NULL, reception_give_up_show, "Asks for code and secret of a booking.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/tiep-dan/huy", NULL, reception_give_up_take, "Take a booking back.", ROUTE_SECRET,
      .rate = RATE_SIGN_IN, .takes = &reception_give_up_record },
    { GET, "/tiep-dan/hs/:code", NULL, reception_track_show, "Asks the visitor for the secret.",
      .rate = RATE_READ },
    { POST, "/tiep-dan/hs/:code", NULL, reception_track_open,
      "How a visit stands, for whoever has its secret.", ROUTE_SECRET, .rate = RATE_SIGN_IN },
    { GET, "/tiep-dan/hs/:code/tep", NULL, reception_proof,
      "The receipt as a file (C2SP tlog-proof@v1).", .faces = 1 << FACE_TEXT, .rate = RATE_READ },
    { GET, "/giam-sat/tiep-dan", NULL, reception_measure_page,
      "How many days heads had to receive in a month, and how many they did.",
      .faces = 1 << FACE_HTML | 1 << FACE_CSV | 1 << FACE_JSON, .rate = RATE_READ,
      .gives = &reception_measure_record },
    { GET, "/cb/tiep-dan", POWER_HANDLE, reception_desk_page, "A unit's days and what is open.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/tiep-dan/moi", POWER_HANDLE, reception_post_show, "The form of a day.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/tiep-dan/moi", POWER_HANDLE, reception_post_take, "Post a day of reception.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &reception_post_record },
    { GET, "/cb/tiep-dan/so", POWER_HANDLE, reception_register_page,
      "The reception book for some days, in thirteen columns.", ROUTE_SECRET,
      .faces = 1 << FACE_HTML | 1 << FACE_CSV | 1 << FACE_XLSX, .rate = RATE_READ,
      .takes = &reception_period_record, .gives = &reception_register_record },
    { GET, "/cb/tiep-dan/buoi/:id", POWER_HANDLE, reception_day_page,
      "One day: its queue, and what may be done.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/tiep-dan/buoi/:id/lui", POWER_HANDLE, reception_move_take,
      "Move a day to another one.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &reception_move_record },
    { POST, "/cb/tiep-dan/buoi/:id/ket-qua", POWER_HANDLE, reception_hold_take,
      "Say who received on a day.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &reception_hold_record },
    { POST, "/cb/tiep-dan/buoi/:id/duong-truyen", POWER_HANDLE, reception_line_take,
      "Note what was done about the line of a day.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &reception_line_record },
    { GET, "/cb/tiep-dan/buoi/:id/nguoi", POWER_HANDLE, reception_walk_in_show,
      "The form of somebody who came.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/tiep-dan/buoi/:id/nguoi", POWER_HANDLE, reception_walk_in_take,
      "Give a number to somebody who came.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &reception_visit_record },
    { GET, "/cb/tiep-dan/hs/:code", POWER_HANDLE, reception_file_page,
      "One visit, for those who work on it.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/tiep-dan/hs/:code/thu-moi/:form", POWER_HANDLE, reception_letter_new,
      "A form of the law, filled in as far as the visit knows.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/tiep-dan/hs/:code/thu-moi/:form", POWER_HANDLE, reception_letter_draft,
      "Keeps a draft of a letter.", ROUTE_SECRET | ROUTE_UPLOAD, .rate = RATE_WRITE },
    { GET, "/cb/tiep-dan/hs/:code/thu/:letter", POWER_HANDLE, reception_letter_show,
      "A letter of the office, and what is to be done with it.", ROUTE_SECRET | ROUTE_SLOW,
      .rate = RATE_READ },
    { GET, "/cb/tiep-dan/hs/:code/thu/:letter/tep", POWER_HANDLE, reception_letter_file,
      "The letter as PDF; with ky=1 as it came back signed.", ROUTE_SECRET | ROUTE_SLOW,
      .faces = 1 << FACE_PDF, .rate = RATE_READ },
    { POST, "/cb/tiep-dan/hs/:code/thu/:letter/:step", POWER_HANDLE, reception_letter_take,
      "A step of a letter: draft, ask, back, issue, sign (with the file), send, drop.",
      ROUTE_SECRET | ROUTE_SLOW | ROUTE_UPLOAD, .rate = RATE_WRITE },
    { POST, "/cb/tiep-dan/hs/:code/:act", POWER_HANDLE, reception_act_take, "An act on a visit.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &case_args_record },
};

static const struct menu menus[] = {
    { "dau", N_("Tiếp công dân"), "/tiep-dan", NULL, .is_aside = true },
    { "giam-sat", N_("Người đứng đầu tiếp dân"), "/giam-sat/tiep-dan", NULL },
    { "cb", N_("Tiếp công dân"), "/cb/tiep-dan", POWER_HANDLE },
};

static void calendar_changed(struct deed *deed, const struct heard *heard);
static void count_again(struct snap *snap, struct desk *desk, struct instant now);
static void tell_of_terms(struct snap *snap, struct desk *desk, struct instant now);
static void leave_behind(struct snap *snap, struct desk *desk, struct instant now);

static const struct tick ticks[] = {
    { "reception.recount", count_again },
    { "reception.terms", tell_of_terms },
    { "reception.miss", leave_behind },
};

static const struct hear hears[] = {
    { ALMANAC_CHANGED, calendar_changed },
};

static const struct workflow *const workflows[] = { &reception_flow };

const struct module module_reception = {
    .name = "reception",
    .help = reception_help,
    .commands = reception_commands,
    .commands_count = COMMAND_FIRST_ACT + ACT_COUNT,
    .facts = reception_facts,
    .facts_count = FACT_COUNT,
    MODULE_ROWS(hears, hears),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    MODULE_ROWS(ticks, ticks),
    MODULE_ROWS(workflows, workflows),
    .waiting = reception_waiting,
    .check = reception_check,
};

static void calendar_changed(struct deed *deed, const struct heard *heard)
{
    case_recount_heard(&reception_kind, deed, heard);
}

static void count_again(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    case_recount_tick(snap, desk, &reception_kind);
}

struct verdict apply_reception_recount(struct deed *deed, const void *args, struct answer *ret)
{
    (void)ret;
    return case_recount_some(&reception_kind, deed, args);
}

static void tell_of_terms(struct snap *snap, struct desk *desk, struct instant now)
{
    case_tick(snap, desk, now, &reception_kind);
}

/* A booking counts for its day. A server that slept looks back a month. */
static void leave_behind(struct snap *snap, struct desk *desk, struct instant now)
{
    struct day today = instant_day(now);
    struct reception_missed wanted = { .today = today, .since = day_add_months(today, -1) };
    struct reception_missed_rows rows = reception_missed(&snap->conn, &wanted);
    for (size_t i = 0; i < rows.count; i++) {
        desk_do_by_clock(desk, snap, &reception_commands[COMMAND_FIRST_ACT + ACT_miss],
                         &(struct case_args){ .code = rows.rows[i].code });
    }
}
