/* Receipts on paper, of a report and of joining one: what stands on them, and their files. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "base/must.h"
#include "desk/books.h"
#include "studio/studio.h"
#include "text/format.h"
#include "text/message.h"

/* Of the report's own words: enough to know it again. */
enum { BLOCKS_MAX = 40, QUOTED_CHARS_MAX = 500, LINE_BYTES_MAX = 1024 };

/* A paper being written, in the visitor's language. */
struct writing {
    struct visit *v;
    const struct report_get_row *report;
    const struct track_view *view; /* NULL on the receipt of joining */
    struct paper_block *blocks;
    size_t count;
};

static void write_head(struct writing *w);
static void write_received(struct writing *w);
static void write_due(struct writing *w);
static void write_first_proof(struct writing *w);
static void write_joined(struct writing *w, const struct voice_view *view);
static void write_proof(struct writing *w, int64_t position, struct str proof_line);
static void add(struct writing *w, enum paper_block_kind kind, const char *label, struct str text);
static struct str say(const struct writing *w, const char *sentence);
static struct str fill(const struct writing *w, const char *sentence, struct str value);
static struct str when(const struct writing *w, struct instant at);
static struct str quote(struct arena *arena, struct str text);
static enum status send_paper(struct writing *w, struct str title, struct str name,
                              const struct page *page);
static enum status send_file(struct visit *v, struct str name, const struct paper *paper);

enum status receipt_give(struct visit *v, const struct report_get_row *report,
                         const struct track_view *view)
{
    struct writing w = { v, report, view, new(v->arena, struct paper_block, BLOCKS_MAX), 0 };
    write_head(&w);
    write_received(&w);
    write_due(&w);
    write_first_proof(&w);
    return send_paper(&w, fill(&w, N_("Biên nhận hồ sơ %s"), report->code), report->code,
                      view->page);
}

enum status voice_give(struct visit *v, const struct report_get_row *report, int64_t position,
                       const struct voice_view *view)
{
    struct writing w = { v, report, NULL, new(v->arena, struct paper_block, BLOCKS_MAX), 0 };
    write_joined(&w, view);
    write_proof(&w, position, view->proof_line);
    return send_paper(&w, say(&w, N_("Biên nhận góp tiếng")),
                      str_printf(v->arena, "%.*s-gop", STR_ARG(report->code)), view->page);
}

static enum status send_paper(struct writing *w, struct str title, struct str name,
                              const struct page *page)
{
    const struct paper paper = {
        .size = PAPER_A5,
        .title = title,
        .language = str_of(w->v->tongue->code),
        .author = w->report->unit_name,
        .mark = page->is_demo ? say(w, N_("Đây là dữ liệu minh họa, không phải hồ sơ thật."))
                              : STR_NONE,
        .footer = visit_base_url(w->v),
        .at = w->report->received_at,
        .blocks = w->blocks,
        .block_count = w->count,
    };
    return send_file(w->v, name, &paper);
}

/* A secret that was given once is not given again; the paper says so. */
static void write_head(struct writing *w)
{
    add(w, PAPER_TITLE, NULL, say(w, N_("Biên nhận")));
    add(w, PAPER_QR, N_("Địa chỉ"), receipt_address(w->v, w->report->code));
    add(w, PAPER_CODE, N_("Mã hồ sơ"), w->report->code);
    if (w->view->secret.n > 0) {
        add(w, PAPER_CODE, N_("Mã bí mật"), w->view->secret);
        add(w, PAPER_SMALL, NULL,
            say(w, N_("Giữ mã bí mật cho riêng mình. Có nó mới bổ sung, đánh giá hoặc rút hồ sơ "
                      "được. Ai cầm tờ này cũng đọc được mã.")));
    } else {
        add(w, PAPER_SMALL, NULL,
            say(w, N_("Mã bí mật đã được đưa một lần khi nhận hồ sơ, nên không có ở đây.")));
    }
}

/* Their own words are the sender's to have, and everyone's once the report is public. */
static void write_received(struct writing *w)
{
    bool is_shown = w->report->is_public || w->view->secret.n > 0;
    add(w, PAPER_ROW, N_("Nhận lúc"), when(w, w->report->received_at));
    add(w, PAPER_ROW, N_("Nơi giữ hồ sơ"), w->report->unit_name);
    add(w, PAPER_ROW, N_("Loại việc"), w->view->category);
    add(w, PAPER_ROW, N_("Nội dung"),
        !is_shown ? say(w, N_("Nội dung không công khai."))
                  : quote(w->v->arena,
                          str_is_empty(w->report->text) ? w->report->title : w->report->text));
    if (w->view->secret.n > 0 && w->report->lat_micro) {
        add(w, PAPER_ROW, N_("Điểm trên bản đồ"), spot_view(w->v, w->report).degrees);
    }
    if (is_shown && w->view->photos.count > 0) {
        add(w, PAPER_ROW, N_("Số ảnh"), str_printf(w->v->arena, "%zu", w->view->photos.count));
    }
}

/* As a date and not as days that are left: paper is read later. */
static void write_due(struct writing *w)
{
    if (w->report->answered_at.s) {
        add(w, PAPER_ROW, N_("Đã trả lời"), when(w, w->report->answered_at));
        return;
    }
    if (w->view->badge.words.n == 0) {
        return;
    }
    add(w, PAPER_ROW, N_("Trả lời lần đầu"),
        w->report->paused_at.s ? w->view->badge.words
                               : fill(w, N_("chậm nhất %s"), when(w, w->report->due_at)));
    if (w->view->explained.count > 0) {
        add(w, PAPER_HEADING, NULL, say(w, N_("Vì sao có hạn này?")));
    }
    for (size_t i = 0; i < w->view->explained.count && w->count < BLOCKS_MAX - 10; i++) {
        add(w, PAPER_STEP, NULL, w->view->explained.steps[i]);
        w->blocks[w->count - 1].label = str_printf(w->v->arena, "%zu.", i + 1);
    }
}

/* What stands on the page too, but for their own words and the secret: a paper is handed on. */
static void write_joined(struct writing *w, const struct voice_view *view)
{
    add(w, PAPER_TITLE, NULL, say(w, N_("Biên nhận góp tiếng")));
    add(w, PAPER_QR, N_("Địa chỉ"), receipt_address(w->v, w->report->code));
    add(w, PAPER_CODE, N_("Mã hồ sơ"), w->report->code);
    if (view->title.n > 0) {
        add(w, PAPER_ROW, N_("Việc"), view->title);
    }
    add(w, PAPER_ROW, N_("Góp lúc"), when(w, view->at));
    add(w, PAPER_ROW, N_("Nơi giữ hồ sơ"), view->unit_name);
    add(w, PAPER_ROW, N_("Cùng theo dõi"),
        fill(w, N_("%s người"), str_printf(w->v->arena, "%lld", (long long)view->followers)));
    add(w, PAPER_SMALL, NULL,
        say(w, N_("Lời đã góp và mã bí mật không ghi ở đây, vì tờ này có thể đưa cho người "
                  "khác.")));
}

static void write_first_proof(struct writing *w)
{
    struct report_first_event_row first;
    if (report_first_event(&w->v->snap->conn,
                           &(struct report_first_event){ .report_id = w->report->id }, &first)) {
        write_proof(w, first.position, w->view->proof_line);
    }
}

/* Enough to look the leaf up, and to see that a proof fetched later is of the same tree. */
static void write_proof(struct writing *w, int64_t position, struct str proof_line)
{
    struct conn *conn = &w->v->snap->conn;
    struct ledger_receipt_facts facts;
    struct hash root;
    if (!books_receipt_facts(conn, position, &facts) || !books_root(conn, facts.tree_size, &root)) {
        return;
    }
    struct out leaf = out_open(w->v->arena, LINE_BYTES_MAX);
    struct out base64 = out_open(w->v->arena, LINE_BYTES_MAX);
    out_hex(&leaf, facts.leaf_hash.b, HASH_BYTES);
    out_base64(&base64, root.b, HASH_BYTES);
    add(w, PAPER_HEADING, NULL, say(w, N_("Bằng chứng")));
    add(w, PAPER_LETTERS, N_("Sổ cái"), str_of(desk_origin(visit_desk(w->v))));
    add(w, PAPER_LETTERS, N_("Mục số, trên tổng số"), proof_line);
    add(w, PAPER_LETTERS, N_("Dấu vân tay của mục"), out_str(&leaf));
    add(w, PAPER_LETTERS, N_("Gốc của sổ"), out_str(&base64));
    add(w, PAPER_SMALL, NULL,
        fill(w,
             N_("Cách kiểm: mở trang biên nhận của hồ sơ, tải bằng chứng, rồi chạy kheo-verify với "
                "tệp ấy và khóa ở %s. Sổ, mục và gốc ghi trong tệp phải đúng như ở đây."),
             str_printf(w->v->arena, "%.*s/log/vkey", STR_ARG(visit_base_url(w->v)))));
}

static void add(struct writing *w, enum paper_block_kind kind, const char *label, struct str text)
{
    must(w->count < BLOCKS_MAX);
    w->blocks[w->count++] =
        (struct paper_block){ kind, label ? tongue_text(w->v->tongue, label) : STR_NONE, text };
}

static struct str say(const struct writing *w, const char *sentence)
{
    return tongue_text(w->v->tongue, sentence);
}

static struct str fill(const struct writing *w, const char *sentence, struct str value)
{
    struct str message = say(w, sentence);
    struct out out = out_open(w->v->arena, LINE_BYTES_MAX);
    out_str_raw(&out, message_part(message, 0));
    out_str_raw(&out, value);
    out_str_raw(&out, message_part(message, 1));
    return out_str(&out);
}

static struct str when(const struct writing *w, struct instant at)
{
    struct out out = out_open(w->v->arena, LINE_BYTES_MAX);
    out.tongue = w->v->tongue;
    format_instant(&out, at);
    return out_str(&out);
}

static struct str quote(struct arena *arena, struct str text)
{
    struct str rest = text;
    for (size_t i = 0; i < QUOTED_CHARS_MAX && rest.n > 0; i++) {
        str_cut_char(&rest);
    }
    return rest.n > 0 ? str_printf(arena, "%.*s…", (int)(text.n - rest.n), text.p) : text;
}

static enum status send_file(struct visit *v, struct str name, const struct paper *paper)
{
    static const char *const suffixes[] = {
        [FACE_TEXT] = "txt", [FACE_PNG] = "png", [FACE_PDF] = "pdf"
    };
    struct sheet sheet = { 0 };
    if (v->face == FACE_TEXT) {
        paper_write_text(page_body(v), paper);
    } else {
        struct studio *studio = visit_studio(v);
        enum paper_form form = v->face == FACE_PNG ? PAPER_PNG : PAPER_PDF;
        enum paper_fault fault =
            studio ? studio_draw(studio, v->arena, form, paper, &sheet) : PAPER_NO_STUDIO;
        if (fault) {
            return fault == PAPER_TOO_LONG || fault == PAPER_BROKEN ? STATUS_BROKEN : STATUS_BUSY;
        }
        out_str_raw(page_body(v), sheet.bytes);
    }
    /* A picture is looked at where it is: some telephones can keep it there, and not download. */
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "%s; filename=\"bien-nhan-%.*s.%s\"",
                            v->face == FACE_PNG ? "inline" : "attachment", STR_ARG(name),
                            suffixes[v->face]));
    return STATUS_OK;
}
