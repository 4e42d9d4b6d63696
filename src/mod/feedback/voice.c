/* The receipt of joining a report: what was said, when, and the proof that it is in the ledger. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/books.h"
#include "html/feedback.h"
#include "mod/feedback/join.h"
#include "mod/feedback/pages.h"

static bool load(struct visit *v, struct report_get_row *ret_report,
                 struct report_voice_get_row *ret_voice);
static enum status show(struct visit *v, struct str secret, bool is_opened);

/* The draft's address in the query shows the secret for a day, as on a report's own receipt. */
enum status voice_show(struct visit *v)
{
    struct str token = form_get(&v->form, "nhap");
    struct str kept = token.p ? desk_recall(&v->snap->conn, &feedback_commands[COMMAND_JOIN], token,
                                            v->now, v->arena)
                              : STR_NONE;
    struct joined_answer answer = joined_parse(kept);
    bool is_ours = kept.p && str_equal(answer.voice, v->params[1]);
    return show(v, is_ours ? answer.secret : STR_NONE, is_ours);
}

enum status voice_open(struct visit *v)
{
    struct report_get_row report;
    struct report_voice_get_row voice;
    if (!load(v, &report, &voice)) {
        return STATUS_NOT_FOUND;
    }
    bool is_opened = secret_opens(voice.object, voice.secret_hash, form_get(&v->form, "secret"));
    if (!is_opened) {
        visit_problem(v, "secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
    }
    enum status status = show(v, STR_NONE, is_opened);
    return status || is_opened ? status : STATUS_INVALID;
}

enum status voice_file(struct visit *v)
{
    struct report_get_row report;
    struct report_voice_get_row voice;
    if (!load(v, &report, &voice) || !books_receipt(&v->snap->conn, voice.position, page_body(v))) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"bien-nhan-%lld.tlog-proof\"",
                            (long long)voice.position));
    return STATUS_OK;
}

static bool load(struct visit *v, struct report_get_row *ret_report,
                 struct report_voice_get_row *ret_voice)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    return code_read(v->params[0], code, &doubtful) == CODE_GOOD &&
           report_get(&v->snap->conn, &(struct report_get){ .code = str_of(code) }, ret_report) &&
           report_voice_get(&v->snap->conn, &(struct report_voice_get){ .object = v->params[1] },
                            ret_voice) &&
           ID_IS(ret_voice->report_id, ret_report->id);
}

static enum status show(struct visit *v, struct str secret, bool is_opened)
{
    struct report_get_row report;
    struct report_voice_get_row voice;
    struct ledger_receipt_facts facts;
    if (!load(v, &report, &voice) || !books_receipt_facts(&v->snap->conn, voice.position, &facts)) {
        return STATUS_NOT_FOUND;
    }
    struct out hex = out_open(v->arena, 2 * HASH_BYTES);
    out_hex(&hex, facts.leaf_hash.b, 4);
    struct local_url here = route_url(v, "/bien-nhan/:code/gop/:voice", report.code, voice.object);
    struct voice_view view = {
        .page = page_open(v, N_("Biên nhận góp tiếng")),
        .code = report.code,
        .title = report.is_public ? report.title : STR_NONE,
        .unit_name = report.unit_name,
        .at = voice.at,
        .followers = report.followers,
        .fingerprint = out_str(&hex),
        .proof_line = str_printf(v->arena, "%lld/%lld", (long long)voice.position + 1,
                                 (long long)facts.tree_size),
        .secret = secret,
        .text = is_opened ? voice.text : STR_NONE,
        .here = here,
        .pdf_url = { str_printf(v->arena, "%.*s.pdf", STR_ARG(here.url)) },
        .file = route_url(v, "/bien-nhan/:code/gop/:voice/tep", report.code, voice.object),
        .track_url = route_url(v, "/kiem-tra/ho-so/:code", report.code),
        .secret_field = page_field(v, INPUT_LINE, &act_record, "secret"),
    };
    if (v->face != FACE_HTML) {
        return voice_give(v, &report, voice.position, &view);
    }
    feedback_voice_html(page_body(v), &view);
    return STATUS_OK;
}
