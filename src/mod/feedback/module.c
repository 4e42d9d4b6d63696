/* The service for reflections and recommendations: its routes, commands, menus and ticks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/draft.h"
#include "mod/feedback/find.h"
#include "mod/feedback/intake.h"
#include "mod/feedback/pages.h"

extern const struct record list_form_record;
extern const struct record paper_record;

static const struct route feedback_routes[] = {
    { GET, "/gui", NULL, send_start, "What can be sent, and the way to begin.", .rate = RATE_READ },
    { POST, "/gui", NULL, send_begin, "Begin a report: gives it an address.", .rate = RATE_WRITE },
    { GET, "/gui/:draft/:step", NULL, send_step_show, "One question about a report being written.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/gui/:draft/:step", NULL, send_step_take, "An answer to it; the last one sends.",
      ROUTE_SECRET, .rate = RATE_WRITE },
    { GET, "/bien-nhan/:code", NULL, receipt_show, "The receipt of a report.", .rate = RATE_READ },
    { GET, "/bien-nhan/:code/tep", NULL, receipt_file, "The receipt as a file (C2SP tlog-proof@v1).",
      .faces = 1 << FACE_TEXT, .rate = RATE_READ },
    { GET, "/bien-nhan/:code/qr.svg", NULL, receipt_qr, "The QR code of a report's address.",
      .rate = RATE_READ },
    { GET, "/bien-nhan/:code/gop/:voice", NULL, voice_show, "The receipt of joining a report.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/bien-nhan/:code/gop/:voice", NULL, voice_open, "Its own words, to whoever has its secret.",
      ROUTE_SECRET, .rate = RATE_SIGN_IN, .takes = &act_record },
    { GET, "/bien-nhan/:code/gop/:voice/tep", NULL, voice_file,
      "The receipt of joining as a file (C2SP tlog-proof@v1).", .faces = 1 << FACE_TEXT,
      .rate = RATE_READ },
    { GET, "/t/:code", NULL, track_short, "The short address of a report, in any case of letters.",
      ROUTE_ANY_CASE, .rate = RATE_READ },
    { GET, "/tra-cuu", NULL, track_find, "Find a report by its code.", .rate = RATE_SEARCH },
    { GET, "/kiem-tra/ho-so", NULL, report_list_page,
      "The public reports, newest first; as an Atom feed with .atom.",
      ROUTE_SHARED,
      .faces = 1 << FACE_HTML | 1 << FACE_ATOM, .rate = RATE_READ, .takes = &list_form_record },
    { GET, "/kiem-tra/ho-so/:code", NULL, track_show, "How one report stands.", .rate = RATE_READ },
    { POST, "/kiem-tra/ho-so/:code/:act", NULL, track_act, "What the sender does with its secret.",
      .rate = RATE_SIGN_IN, .takes = &act_record },
    { GET, "/giam-sat/so-lieu", NULL, stats_show,
      "What every unit received and answered in twelve months, small numbers not told.",
      ROUTE_SHARED,
      .faces = 1 << FACE_HTML | 1 << FACE_CSV | 1 << FACE_JSON, .rate = RATE_READ },
    { GET, "/cb/hop-thu", POWER_HANDLE, inbox_show, "What a unit has open, most urgent first.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/nhap-giay", POWER_HANDLE, paper_show, "The form for paper, counter and telephone.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/nhap-giay", POWER_HANDLE, paper_take, "Enter a report for a citizen.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &paper_record },
    { GET, "/cb/hs/:code", POWER_HANDLE, case_show, "One report, for those who work on it.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/hs/:code/:act", POWER_HANDLE, case_act, "An act on a report.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &act_record },
    { POST, "/api/v1/reports", NULL, api_report_send, "Send a report.", ROUTE_API,
      .rate = RATE_WRITE, .takes = &report_form_record },
    { GET, "/api/v1/reports", NULL, api_report_list, "Public reports, newest first.", ROUTE_API,
      .rate = RATE_READ, .takes = &list_form_record },
    { GET, "/api/v1/reports/:code", NULL, api_report_show, "One report.", ROUTE_API,
      .rate = RATE_READ },
};

static const struct menu feedback_menus[] = {
    { "dau", N_("Gửi phản ánh, kiến nghị"), "/gui", NULL },
    { "dau", N_("Tra cứu hồ sơ"), "/tra-cuu", NULL },
    { "kiem-tra", N_("Hồ sơ đã gửi"), "/kiem-tra/ho-so", NULL },
    { "giam-sat", N_("Số liệu phục vụ dân"), "/giam-sat/so-lieu", NULL },
    { "cb", N_("Hộp thư"), "/cb/hop-thu", POWER_HANDLE },
    { "cb", N_("Nhập đơn giấy"), "/cb/nhap-giay", POWER_HANDLE },
};

static void close_answered(struct snap *snap, struct desk *desk, struct instant now);
static void sweep_drafts(struct snap *snap, struct desk *desk, struct instant now);

static const struct tick feedback_ticks[] = {
    { "feedback.close", close_answered },
    { "feedback.sweep", sweep_drafts },
};

const struct module module_feedback = {
    .name = "feedback",
    .commands = feedback_commands,
    .commands_count = COMMAND_FIRST_ACT + ACT_COUNT,
    .facts = feedback_facts,
    .facts_count = ACT_COUNT + 2,
    MODULE_ROWS(routes, feedback_routes),
    MODULE_ROWS(menus, feedback_menus),
    MODULE_ROWS(ticks, feedback_ticks),
    .workflow = &feedback_flow,
    .finding = &feedback_finding,
    .check = feedback_check,
};

static void submit_and_wait(struct desk *desk, struct arena *arena, const struct command *command,
                            const void *args)
{
    struct order *order = new(arena, struct order, 1);
    *order = (struct order){ .command = command, .args = args, .arena = arena,
                             .author = { .is_clock = true } };
    desk_do(desk, order);
}

static void close_answered(struct snap *snap, struct desk *desk, struct instant now)
{
    struct instant before = { now.s - (int64_t)CLOSE_AFTER_DAYS * DAY_S };
    struct report_to_close_rows rows =
        report_to_close(&snap->conn, &(struct report_to_close){ .before = before });
    for (size_t i = 0; i < rows.count; i++) {
        submit_and_wait(desk, snap->conn.arena, feedback_act(STR("close")),
                        &(struct act_on_report){ .code = rows.rows[i].code });
    }
}

static void sweep_drafts(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    submit_and_wait(desk, snap->conn.arena, &feedback_commands[COMMAND_DRAFT_SWEEP], NULL);
}
