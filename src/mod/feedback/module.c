/* The service for reflections and recommendations: its routes, commands, menus and ticks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"
#include "mod/feedback/compose.h"
#include "mod/feedback/consult.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/find.h"
#include "mod/feedback/help.h"
#include "mod/feedback/intake.h"
#include "mod/feedback/officer.h"
#include "mod/feedback/pages.h"
#include "mod/feedback/leader.h"
#include "mod/feedback/photo_page.h"
#include "mod/feedback/recount.h"
#include "mod/feedback/removal.h"
#include "mod/feedback/slip.h"
#include "mod/feedback/removal_page.h"
#include "mod/feedback/template.h"
#include "store/pieces.h"

extern const struct record list_form_record, photo_upload_record, photo_answer_record;
extern const struct record photo_shown_record;
extern const struct record paper_record;

/* What the fields of the API's records may hold. */
static const char *const identity_words[] = { "named", "hidden", "anonymous" };
static const struct route_words api_words[] = {
    { "status", report_state_words, REPORT_STATES },
    { "identity", identity_words, COUNT(identity_words) },
    { NULL, NULL, 0 },
};

static const char *const term_words[] = { "working-hours", "working-days" };
static const struct route_words category_words[] = {
    { "respond_unit", term_words, COUNT(term_words) },
    { NULL, NULL, 0 },
};
static const struct route_rows report_rows[] = { { "photos", &photo_shown_record }, { 0 } };
static const struct route_rows category_rows[] = { { "questions", &api_question_record }, { 0 } };

enum { RECEIPT_FACES = 1 << FACE_HTML | 1 << FACE_TEXT | 1 << FACE_PNG | 1 << FACE_PDF };

static const struct route feedback_routes[] = {
    { GET, "/gui", NULL, send_start, "What can be sent, and the way to begin.", ROUTE_KEPT,
      .rate = RATE_READ },
    { POST, "/gui", NULL, send_begin, "Begin a report: gives it an address.", .rate = RATE_WRITE },
    { GET, "/gui/khi-mat-mang", NULL, later_write_show,
      "A report on one page, kept by the browser until there is a network.",
      ROUTE_SHARED | ROUTE_KEPT, .rate = RATE_READ },
    { GET, "/gui/hang-cho", NULL, later_queue_show, "The reports that a browser keeps.",
      ROUTE_SHARED | ROUTE_KEPT, .rate = RATE_READ },
    { GET, "/gui/:draft/:step", NULL, send_step_show, "One question about a report being written.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/gui/:draft/:step", NULL, send_step_take, "An answer to it; the last one sends.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &report_form_record },
    { POST, "/gui/:draft/noi-dung", NULL, send_text_take,
      "The text of a report and its photos; what is chosen is kept, `bo-anh` takes one away.",
      ROUTE_SECRET | ROUTE_UPLOAD | ROUTE_SLOW, .rate = RATE_WRITE, .takes = &report_form_record },
    { GET, "/anh/:name", NULL, photo_show, "A photo of a report.", .rate = RATE_READ },
    { GET, "/anh/:name/nho", NULL, photo_show_small, "The same, small.", .rate = RATE_READ },
    { GET, "/ghi-am/:name", NULL, recording_show,
      "What somebody said: for who holds the report, and its sender.", ROUTE_SECRET,
      .rate = RATE_READ },
    { GET, "/bien-nhan/:code", NULL, receipt_show,
      "The receipt of a report; with .pdf, .png or .txt for keeping.", .faces = RECEIPT_FACES,
      .rate = RATE_READ },
    { POST, "/bien-nhan/:code", NULL, receipt_show,
      "The same with the secret on it, for a day and for whoever has the draft's address.",
      ROUTE_SECRET, .faces = RECEIPT_FACES & ~(1U << FACE_HTML), .rate = RATE_WRITE },
    { GET, "/bien-nhan/:code/tep", NULL, receipt_file,
      "The receipt as a file (C2SP tlog-proof@v1).", .faces = 1 << FACE_TEXT, .rate = RATE_READ },
    { GET, "/bien-nhan/:code/qr.svg", NULL, receipt_qr, "The QR code of a report's address.",
      .rate = RATE_READ },
    { GET, "/bien-nhan/:code/gop/:voice", NULL, voice_show,
      "The receipt of joining a report; with .pdf, .png or .txt for keeping.", ROUTE_SECRET,
      .faces = RECEIPT_FACES, .rate = RATE_READ },
    { POST, "/bien-nhan/:code/gop/:voice", NULL, voice_open,
      "Its own words, to whoever has its secret.", ROUTE_SECRET, .rate = RATE_SIGN_IN,
      .takes = &act_record },
    { GET, "/bien-nhan/:code/gop/:voice/tep", NULL, voice_file,
      "The receipt of joining as a file (C2SP tlog-proof@v1).", .faces = 1 << FACE_TEXT,
      .rate = RATE_READ },
    { GET, "/t/:code", NULL, track_short, "The short address of a report, in any case of letters.",
      ROUTE_ANY_CASE, .rate = RATE_READ },
    { GET, "/tra-cuu", NULL, track_find, "Find a report by its code.", .rate = RATE_SEARCH },
    { GET, "/kiem-tra/ho-so", NULL, report_list_page,
      "The public reports, newest first; as an Atom feed with .atom.", ROUTE_SHARED,
      .faces = 1 << FACE_HTML | 1 << FACE_ATOM, .rate = RATE_READ, .takes = &list_form_record },
    { GET, "/kiem-tra/ho-so/:code", NULL, track_show, "How one report stands.", .rate = RATE_READ },
    { POST, "/kiem-tra/ho-so/:code/:act", NULL, track_act, "What the sender does with its secret.",
      .rate = RATE_SIGN_IN, .takes = &act_record },
    { POST, "/kiem-tra/ho-so/:code/anh", NULL, track_photos_take,
      "The sender adds photos to a report that is not settled.", ROUTE_UPLOAD | ROUTE_SLOW,
      .rate = RATE_SIGN_IN, .takes = &act_record },
    { POST, "/kiem-tra/ho-so/:code/supply", NULL, track_supply_take,
      "The sender adds what was asked for, with photos.", ROUTE_UPLOAD | ROUTE_SLOW,
      .rate = RATE_SIGN_IN, .takes = &act_record },
    { POST, "/kiem-tra/ho-so/:code/noi-giu", NULL, removed_find,
      "Where a removed report is read on, to whoever has its secret.",
      ROUTE_SECRET | ROUTE_SEALED | ROUTE_SLOW, .rate = RATE_SIGN_IN, .takes = &act_record },
    { POST, "/kiem-tra/ho-so/:code/theo-doi", NULL, follow_ask,
      "Ask to be written to about a report.", .rate = RATE_SIGN_IN, .takes = &follow_record },
    { GET, "/theo-doi/:token", NULL, follow_confirm_show,
      "Behind the link of a letter: a button, and nothing done.", ROUTE_SECRET,
      .rate = RATE_SIGN_IN },
    { POST, "/theo-doi/:token", NULL, follow_confirm, "Yes, write to me about this report.",
      ROUTE_SECRET, .rate = RATE_SIGN_IN },
    { GET, "/bo-theo-doi/:token", NULL, follow_leave_show,
      "Behind the link out of every letter: a button, and nothing done.", ROUTE_SECRET,
      .rate = RATE_SIGN_IN },
    { POST, "/bo-theo-doi/:token", NULL, follow_leave, "Write to me no more.", ROUTE_SECRET,
      .rate = RATE_SIGN_IN },
    { GET, "/giam-sat/so-lieu", NULL, stats_show,
      "What every unit received and answered in twelve months, small numbers not told.",
      ROUTE_SHARED, .faces = 1 << FACE_HTML | 1 << FACE_CSV | 1 << FACE_JSON, .rate = RATE_READ,
      .takes = &stats_form_record },
    { GET, "/ld", POWER_REPORT, leader_show,
      "The leader's board: what came in a month, what waits now, and where to look.", ROUTE_SECRET,
      .faces = 1 << FACE_HTML | 1 << FACE_CSV | 1 << FACE_XLSX, .rate = RATE_READ,
      .takes = &leader_form_record },
    { GET, "/ld/ho-so", POWER_REPORT, leader_list_show, "The reports behind a figure of it.",
      ROUTE_SECRET, .rate = RATE_READ, .takes = &leader_form_record },
    { GET, "/ld/hop-giao-ban", POWER_REPORT, leader_slides_show, "The same, a figure a page.",
      ROUTE_SECRET, .rate = RATE_READ, .takes = &leader_form_record },
    { GET, "/cb/hop-thu", POWER_HANDLE, inbox_show, "What a unit has open, most urgent first.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/hop-thu/cung-luc", POWER_HANDLE, together_show,
      "What the same act would do with the reports that were chosen.", ROUTE_SECRET,
      .rate = RATE_READ },
    { POST, "/cb/hop-thu/cung-luc", POWER_HANDLE, together_take,
      "Does it with each that it can be done with, and says what became of each.", ROUTE_SECRET,
      .rate = RATE_WRITE },
    { GET, "/cb/nhap-giay", POWER_HANDLE, paper_show, "The form for paper, counter and telephone.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/nhap-giay", POWER_HANDLE, paper_take,
      "Enter a report for a citizen, or put its paper beside the form.",
      ROUTE_SECRET | ROUTE_UPLOAD | ROUTE_SLOW, .rate = RATE_WRITE, .takes = &paper_record },
    { GET, "/cb/phieu-in-san", POWER_HANDLE, slips_show,
      "Slips that bear a code before anybody wrote on them.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/phieu-in-san", POWER_HANDLE, slips_take, "Draws codes for some.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &slips_record },
    { GET, "/cb/phieu-in-san/in", POWER_HANDLE, slips_file,
      "Those that were just drawn, to be printed once.", ROUTE_SECRET | ROUTE_SLOW,
      .faces = 1 << FACE_PDF | 1 << FACE_TEXT, .rate = RATE_WRITE },
    { GET, "/cb/hs/:code", POWER_HANDLE, case_show, "One report, for those who work on it.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/hs/:code/dang-mo", POWER_HANDLE, case_others_show,
      "Who else has a report open now: a part of its page, for a script that renews it.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/hs/:code/xem-nhanh", POWER_HANDLE, case_preview_show,
      "A report beside the inbox: a part of a page, for a script that shows it.", ROUTE_SECRET,
      .rate = RATE_READ },
    { POST, "/cb/hs/:code/anh-goc", POWER_HANDLE, photo_original,
      "A photo as it was sent, with a reason that is written down.", ROUTE_SECRET | ROUTE_SLOW,
      .rate = RATE_WRITE, .takes = &original_open_record },
    { GET, "/cb/hs/:code/phieu-chuyen", POWER_HANDLE, forward_paper,
      "The form that goes with a report that was forwarded; name and address are for the pen.",
      ROUTE_SECRET | ROUTE_SLOW, .faces = 1 << FACE_PDF, .rate = RATE_READ },
    { GET, "/cb/hs/:code/tra-loi", POWER_HANDLE, compose_show,
      "An answer in four parts, to be written.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/hs/:code/tra-loi", POWER_HANDLE, compose_take,
      "How an answer reads, or sending it on for approval.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &compose_record },
    { POST, "/cb/hs/:code/tra-loi/thu", POWER_HANDLE, compose_letter,
      "The same as a letter, to look at.", ROUTE_SECRET | ROUTE_SLOW, .rate = RATE_WRITE,
      .takes = &compose_record },
    { GET, "/cb/hs/:code/thu-tra-loi", POWER_HANDLE, answer_letter_file,
      "The answer that was sent, on paper; the receiver's name is for the pen.",
      ROUTE_SECRET | ROUTE_SLOW, .faces = 1 << FACE_PDF, .rate = RATE_READ },
    { GET, "/qt/mau-tra-loi", POWER_ADMIN, template_list_show,
      "The templates of answers that a unit has or gets from above.", .rate = RATE_READ },
    { GET, "/qt/mau-tra-loi/moi", POWER_ADMIN, template_form_show, "The form of a new one.",
      .rate = RATE_READ },
    { POST, "/qt/mau-tra-loi/moi", POWER_ADMIN, template_form_take, "Keeps it.",
      .rate = RATE_WRITE },
    { GET, "/qt/mau-tra-loi/:id", POWER_ADMIN, template_form_show, "One template, to be changed.",
      .rate = RATE_READ },
    { POST, "/qt/mau-tra-loi/:id", POWER_ADMIN, template_form_take, "Lets it say something else.",
      .rate = RATE_WRITE },
    { POST, "/qt/mau-tra-loi/:id/dung", POWER_ADMIN, template_use_take,
      "Takes it out of use, or back.", .rate = RATE_WRITE },
#define CATEGORY_FORM(path, about, flags)                                                          \
    { GET, path, POWER_ADMIN, category_form_show, about " The form.", .rate = RATE_READ },         \
    {                                                                                              \
        POST, path, POWER_ADMIN, category_form_take, about, flags, .rate = RATE_WRITE              \
    }
    { GET, "/qt/loai-viec", POWER_ADMIN, category_list_show, "What reports can be about.",
      .rate = RATE_READ },
    { GET, "/qt/loai-viec/:slug", POWER_ADMIN, category_page_show,
      "One category with its limits and questions, as citizens see it.", .rate = RATE_READ },
    CATEGORY_FORM("/qt/loai-viec/moi", "Adds a category.", 0),
    CATEGORY_FORM("/qt/loai-viec/:slug/sua", "Calls or places a category otherwise.", 0),
    CATEGORY_FORM("/qt/loai-viec/:slug/han", "Sets how long an answer may take.", ROUTE_GRAVE),
    CATEGORY_FORM("/qt/loai-viec/:slug/cau-hoi", "Lets a category ask something more.", 0),
    CATEGORY_FORM("/qt/cau-hoi/:id", "Words or places a question otherwise.", 0),
    { GET, "/qt/loai-viec/:slug/dung", POWER_ADMIN, category_page_show,
      "The category once more, for who was asked who they are.", .rate = RATE_READ },
    { POST, "/qt/loai-viec/:slug/dung", POWER_ADMIN, category_use_take,
      "Takes a category out of use, or back.", ROUTE_GRAVE, .rate = RATE_WRITE },
    { POST, "/qt/cau-hoi/:id/dung", POWER_ADMIN, question_use_take,
      "Asks a question no more, or again.", .rate = RATE_WRITE },
    { GET, "/cb/hs/:code/niem-phong", POWER_HANDLE, removal_seal_show,
      "What happens when a report is a denunciation.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/hs/:code/niem-phong", POWER_HANDLE, removal_seal_take,
      "Seals it for those above, and removes it here.", ROUTE_SECRET | ROUTE_SEALED | ROUTE_SLOW,
      .rate = RATE_WRITE, .takes = &sealing_form_record },
    { GET, "/cb/hs/:code/xoa", POWER_APPROVE, removal_erase_show,
      "What goes with a report that its sender took back.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/hs/:code/xoa", POWER_APPROVE, removal_erase_take, "Removes it.", ROUTE_SECRET,
      .rate = RATE_WRITE },
    { GET, "/cb/y-kien/:code/:unit", POWER_HANDLE, consult_show,
      "A report about which a unit is asked, and the question.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/y-kien/:code/:unit", POWER_HANDLE, consult_reply, "What that unit thinks.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &act_record },
    { POST, "/cb/hs/:code/:act", POWER_HANDLE, case_act, "An act on a report.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &act_record },
    { POST, "/api/v1/reports", NULL, api_report_send, "Send a report.", ROUTE_API,
      .rate = RATE_WRITE, .takes = &report_form_record, .gives = &api_given_record,
      .words = api_words },
    { GET, "/api/v1/reports", NULL, api_report_list, "Public reports, newest first.",
      ROUTE_API | ROUTE_LIST | ROUTE_SHARED, .rate = RATE_READ, .takes = &list_form_record,
      .gives = &api_listed_record, .words = api_words },
    { GET, "/api/v1/reports/:code", NULL, api_report_show, "One report.", ROUTE_API,
      .rate = RATE_READ, .gives = &api_shown_record, .words = api_words, .rows = report_rows },
    { GET, "/api/v1/categories", NULL, api_category_list,
      "What a report can be about: terms, questions, and what belongs elsewhere.",
      ROUTE_API | ROUTE_LIST | ROUTE_SHARED, .rate = RATE_READ, .gives = &api_category_record,
      .words = category_words, .rows = category_rows },
    { POST, "/api/v1/reports/:code/photos", NULL, api_photo_add,
      "Add a photo, JPEG or PNG, at most 10 MB; five to a report.",
      ROUTE_API | ROUTE_UPLOAD | ROUTE_SLOW, .rate = RATE_WRITE, .takes = &photo_upload_record,
      .gives = &photo_answer_record },
    { POST, "/api/v1/reports/:code/recording", NULL, api_recording_add,
      "Add a recording, at most 3 MB; one to a report. It is never public.",
      ROUTE_API | ROUTE_UPLOAD | ROUTE_SOUND | ROUTE_SLOW, .rate = RATE_WRITE,
      .takes = &recording_upload_record, .gives = &recording_answer_record },
    { GET, "/api/v1/reports/:code/photos/:sha256", NULL, api_piece_show,
      "How much of a photo has arrived, by the SHA-256 of the whole; also in Upload-Offset.",
      ROUTE_API | ROUTE_PIECE | ROUTE_SECRET, .rate = RATE_READ, .takes = &piece_ask_record,
      .gives = &piece_answer_record },
    { PATCH, "/api/v1/reports/:code/photos/:sha256", NULL, api_piece_take,
      "The next 64 KiB of a photo, at Upload-Offset; the last one adds the photo.",
      ROUTE_API | ROUTE_PIECE | ROUTE_SLOW | ROUTE_SECRET, .rate = RATE_READ,
      .takes = &piece_take_record, .gives = &piece_answer_record },
};

static const struct menu feedback_menus[] = {
    { "dau", N_("Gửi phản ánh, kiến nghị"), "/gui", NULL },
    { "dau", N_("Tra cứu hồ sơ"), "/tra-cuu", NULL },
    { "chan", N_("Đơn chờ gửi trong máy này"), "/gui/hang-cho", NULL },
    { "kiem-tra", N_("Hồ sơ đã gửi"), "/kiem-tra/ho-so", NULL },
    { "giam-sat", N_("Số liệu phục vụ dân"), "/giam-sat/so-lieu", NULL },
    { "ld", N_("Bảng điều hành"), "/ld", POWER_REPORT },
    { "cb", N_("Hộp thư"), "/cb/hop-thu", POWER_HANDLE },
    { "cb", N_("Nhập đơn giấy"), "/cb/nhap-giay", POWER_HANDLE },
    { "qt", N_("Loại việc"), "/qt/loai-viec", POWER_ADMIN },
    { "qt", N_("Mẫu trả lời"), "/qt/mau-tra-loi", POWER_ADMIN },
};

static void close_answered(struct snap *snap, struct desk *desk, struct instant now);
static void sweep_drafts(struct snap *snap, struct desk *desk, struct instant now);
static void sweep_followers(struct snap *snap, struct desk *desk, struct instant now);
static void remind(struct snap *snap, struct desk *desk, struct instant now);
static void escalate(struct snap *snap, struct desk *desk, struct instant now);
static void sweep_photos(struct snap *snap, struct desk *desk, struct instant now);
static void sweep_recordings(struct snap *snap, struct desk *desk, struct instant now);
static void sweep_pieces(struct snap *snap, struct desk *desk, struct instant now);
static void remind_consulted(struct snap *snap, struct desk *desk, struct instant now);
static void escalate_consulted(struct snap *snap, struct desk *desk, struct instant now);
static void count_again_some(struct snap *snap, struct desk *desk, struct instant now);

static const struct tick feedback_ticks[] = {
    { "feedback.close", close_answered },
    { "feedback.sweep", sweep_drafts },
    { "feedback.sweep_followers", sweep_followers },
    { "feedback.recount", count_again_some },
    { "feedback.remind", remind },
    { "feedback.escalate", escalate },
    { "feedback.photos", sweep_photos },
    { "feedback.recordings", sweep_recordings },
    { "feedback.pieces", sweep_pieces },
    { "feedback.remind_consulted", remind_consulted },
    { "feedback.escalate_consulted", escalate_consulted },
};

static const struct hear feedback_hears[] = {
    { ALMANAC_CHANGED, recount_heard },
};

static const struct workflow *const workflows[] = { &feedback_flow };

const struct module module_feedback = {
    .name = "feedback",
    .help = feedback_help,
    .commands = feedback_commands,
    .commands_count = COMMAND_FIRST_ACT + ACT_COUNT,
    .facts = feedback_facts,
    .facts_count = FEEDBACK_FACTS,
    MODULE_ROWS(hears, feedback_hears),
    MODULE_ROWS(routes, feedback_routes),
    MODULE_ROWS(menus, feedback_menus),
    MODULE_ROWS(ticks, feedback_ticks),
    MODULE_ROWS(workflows, workflows),
    .finding = &feedback_finding,
    .waiting = leader_waiting,
    .access = &feedback_access,
    .tally = feedback_tally,
    .check = feedback_check,
};

static void close_answered(struct snap *snap, struct desk *desk, struct instant now)
{
    struct instant before = { now.s - (int64_t)CLOSE_AFTER_DAYS * DAY_S };
    struct report_to_close_rows rows =
        report_to_close(&snap->conn, &(struct report_to_close){ .before = before });
    for (size_t i = 0; i < rows.count; i++) {
        desk_do_by_clock(desk, snap, feedback_act(STR("close")),
                         &(struct act_on_report){ .code = rows.rows[i].code });
    }
}

static void sweep_drafts(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    desk_do_by_clock(desk, snap, &feedback_commands[COMMAND_DRAFT_SWEEP], NULL);
}

/* The files first: a row that names what is gone is nobody's, and is tried again in a minute. */
static void sweep_photos(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    struct files *files = desk_files(desk);
    struct photos_unowned_rows rows = photos_unowned(&snap->conn);
    for (size_t i = 0; files && i < rows.count; i++) {
        const struct photos_unowned_row *photo = &rows.rows[i];
        if (files_remove(files, photo->name) && files_remove(files, photo->small_name) &&
            files_remove(files, photo->original_name)) {
            desk_do_by_clock(desk, snap, &feedback_commands[COMMAND_PHOTO_FORGET],
                             &(struct photo_forget){ photo->id });
        }
    }
}

static void sweep_recordings(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    struct files *files = desk_files(desk);
    struct recordings_unowned_rows rows = recordings_unowned(&snap->conn);
    for (size_t i = 0; files && i < rows.count; i++) {
        if (files_remove(files, rows.rows[i].name)) {
            desk_do_by_clock(desk, snap, &feedback_commands[COMMAND_RECORDING_FORGET],
                             &(struct recording_forget){ rows.rows[i].id });
        }
    }
}

/* Once an hour: photos whose sender never came back. */
static void sweep_pieces(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)snap;
    struct files *files = desk_files(desk);
    if (files && instant_second_of_day(now) / 60 % 60 == 0) {
        pieces_sweep(files, (struct instant){ now.s - PIECES_KEPT_S });
    }
}

/* Once a day, at night: a week is not counted by the minute. */
static void sweep_followers(struct snap *snap, struct desk *desk, struct instant now)
{
    enum { MINUTE_OF_SWEEP = 2 * 60 + 20 };
    if (instant_second_of_day(now) / 60 == MINUTE_OF_SWEEP) {
        desk_do_by_clock(desk, snap, &feedback_commands[COMMAND_FOLLOW_SWEEP], NULL);
    }
}

/* As many as a tick has time for; what is left, and what failed, goes on with the next. */
static void count_again_some(struct snap *snap, struct desk *desk, struct instant now)
{
    (void)now;
    struct recount_work work;
    /* A change costs as much as a report: one that the desk does not take ends the loop too. */
    size_t left = RECOUNT_A_TICK;
    bool is_good = true;
    while (is_good && left > 0 && recount_next(&snap->conn, &work)) {
        size_t at = 0;
        is_good = !snap->conn.failed;
        while (is_good && at < work.reports.count) {
            struct recount *piece = new (snap->conn.arena, struct recount, 1);
            *piece = recount_piece(snap->conn.arena, &work, at, &at);
            is_good = desk_do_by_clock(desk, snap, &feedback_commands[COMMAND_RECOUNT], piece);
        }
        left -= at < left ? at + 1 : left;
        if (is_good && at < RECOUNT_A_TICK) {
            is_good = desk_do_by_clock(desk, snap, &feedback_commands[COMMAND_RECOUNT],
                                       &(struct recount){ .id = work.id });
        }
    }
}

/* --- time that runs out ----------------------------------------------------------------------- */

/* Letters leave by the usual office hours, whatever a unit's own are. */
static const struct calendar *calendar_of(struct snap *snap, struct desk *desk)
{
    return desk_calendar(desk, &snap->conn, 0, (struct id){ 0 });
}

static void tell_of_due_between(struct snap *snap, struct desk *desk, const char *act,
                                struct report_due_between wanted)
{
    wanted.act = str_of(act);
    struct report_due_between_rows rows = report_due_between(&snap->conn, &wanted);
    for (size_t i = 0; i < rows.count; i++) {
        desk_do_by_clock(desk, snap, feedback_act(wanted.act),
                         &(struct act_on_report){ .code = rows.rows[i].code });
    }
}

/* From the morning on which so many working days are left; not on the day that the clock began, for
 * terms that are as short as that. */
static void remind(struct snap *snap, struct desk *desk, struct instant now)
{
    struct day today = instant_day(now);
    const struct calendar *calendar = calendar_of(snap, desk);
    struct day last = calendar_add_working_days(calendar, today, REMIND_WORKING_DAYS);
    if (calendar_is_office_time(calendar, now)) {
        tell_of_due_between(snap, desk, "remind",
                            (struct report_due_between){
                                .after = now,
                                .until = instant_of_day_end(last),
                                .anchored_before = instant_of_day(today),
                            });
    }
}

static void escalate(struct snap *snap, struct desk *desk, struct instant now)
{
    const struct instant beginning = { 1 }; /* 0 is no instant, and after nothing */
    if (calendar_is_office_time(calendar_of(snap, desk), now)) {
        tell_of_due_between(snap, desk, "escalate",
                            (struct report_due_between){ .after = beginning,
                                                         .until = { now.s - 1 },
                                                         .anchored_before = now });
    }
}

/* --- units that were asked -------------------------------------------------------------------- */

static void tell_unit_of(struct snap *snap, struct desk *desk, const char *act, struct str code,
                         struct str unit)
{
    desk_do_by_clock(desk, snap, feedback_act(str_of(act)),
                     &(struct act_on_report){ .code = code, .unit = unit });
}

static void remind_consulted(struct snap *snap, struct desk *desk, struct instant now)
{
    struct day today = instant_day(now);
    const struct calendar *calendar = calendar_of(snap, desk);
    struct day last = calendar_add_working_days(calendar, today, CONSULT_REMIND_WORKING_DAYS);
    if (!calendar_is_office_time(calendar, now)) {
        return;
    }
    struct consult_to_remind_rows rows =
        consult_to_remind(&snap->conn, &(struct consult_to_remind){
                                           .after = now,
                                           .until = instant_of_day_end(last),
                                           .asked_before = instant_of_day(today),
                                       });
    for (size_t i = 0; i < rows.count; i++) {
        tell_unit_of(snap, desk, "remind_consult", rows.rows[i].code, rows.rows[i].unit_code);
    }
}

static void escalate_consulted(struct snap *snap, struct desk *desk, struct instant now)
{
    if (!calendar_is_office_time(calendar_of(snap, desk), now)) {
        return;
    }
    struct consult_to_escalate_rows rows =
        consult_to_escalate(&snap->conn, &(struct consult_to_escalate){ .until = { now.s - 1 } });
    for (size_t i = 0; i < rows.count; i++) {
        tell_unit_of(snap, desk, "escalate_consult", rows.rows[i].code, rows.rows[i].unit_code);
    }
}
