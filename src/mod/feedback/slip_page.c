/* The officer's page of slips, the sheets as PDF, and what the QR code of an unused one opens. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/slip.h"

#include "base/limits.h"
#include "base/must.h"
#include "html/feedback.h"
#include "mod/feedback/officer.h"
#include "studio/studio.h"
#include "text/format.h"
#include "text/message.h"

enum { SHOWN_MAX = 50, BLOCKS_A_SLIP = 30, PEN_LINES = 10, AMOUNT_USUAL = 5 };
/* A line of the sheet for the pen, and one beside a label. */
#define DOTS       "………………………………………………………………………………………………"
#define DOTS_SHORT "……………………………………………………"

static void offer_units(struct visit *v, struct field_view *field);
static struct slip_row *rows_of(struct visit *v, struct unit_id unit, size_t *ret_count);
static struct str kept_slips(struct visit *v);
static visit_fn after_print;

/* --- printing some ---------------------------------------------------------------------------- */

enum status slips_show(struct visit *v)
{
    struct feedback_receivers_row unit;
    struct slips_view view = {
        .page = page_open(v, N_("Phiếu in sẵn mã")),
        .unit = page_field(v, INPUT_SELECT, &slips_record, "unit"),
        .amount = page_field(v, INPUT_NUMBER, &slips_record, "amount"),
        .here = route_url(v, "/cb/phieu-in-san"),
        .entry = route_url(v, "/cb/nhap-giay"),
    };
    offer_units(v, &view.unit);
    if (!view.amount.value.p) {
        view.amount.value = str_printf(v->arena, "%d", AMOUNT_USUAL);
    }
    if (receiver_by_code(v, view.unit.value, &unit) &&
        visit_may_over(v, POWER_HANDLE, ID_OF(unit.id))) {
        view.rows = rows_of(v, unit.id, &view.row_count);
    }
    struct str kept = kept_slips(v);
    for (size_t i = 0; i < kept.n; i++) {
        view.fresh += kept.p[i] == '\n';
    }
    if (view.fresh > 0) {
        view.token = form_get(&v->form, "nhap");
        reply_header(v->reply, "Cache-Control", STR("no-store"));
    }
    feedback_slips_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* Where the visitor handles reports; the first of them is chosen. */
static void offer_units(struct visit *v, struct field_view *field)
{
    struct feedback_receivers_rows units = feedback_receivers(
        &v->snap->conn, &(struct feedback_receivers){ .today = instant_day(v->now) });
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < units.count; i++) {
        if (visit_may_over(v, POWER_HANDLE, ID_OF(units.rows[i].id))) {
            choices[count++] =
                (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
        }
    }
    if (!field->value.p && count > 0) {
        field->value = choices[0].value;
    }
    page_choices(v, field, choices, count);
}

static struct slip_row *rows_of(struct visit *v, struct unit_id unit, size_t *ret_count)
{
    struct slips_of_rows slips =
        slips_of(&v->snap->conn, &(struct slips_of){ .unit_id = unit, .limit = SHOWN_MAX });
    struct slip_row *rows = new(v->arena, struct slip_row, slips.count + 1);
    for (size_t i = 0; i < slips.count; i++) {
        bool is_used = !ID_NONE(slips.rows[i].report_id);
        rows[i] = (struct slip_row){
            .code = slips.rows[i].code,
            .printed_at = slips.rows[i].printed_at,
            .by = slips.rows[i].person_name,
            .report = is_used ? route_url(v, "/cb/hs/:code", slips.rows[i].code)
                              : (struct local_url){ STR_NONE },
        };
    }
    *ret_count = slips.count;
    return rows;
}

enum status slips_take(struct visit *v)
{
    struct slips *slips = new(v->arena, struct slips, 1);
    if (!visit_form(v, &slips_record, slips)) {
        slips_show(v);
        return STATUS_INVALID;
    }
    return visit_order(v, &feedback_commands[COMMAND_SLIPS], slips, after_print);
}

static enum status after_print(struct visit *v)
{
    if (visit_refused(v)) {
        enum status status = v->order->outcome.verdict.status;
        if (status == STATUS_INVALID) {
            slips_show(v);
        }
        return status;
    }
    const struct slips *slips = v->order->args;
    struct local_url page = route_url(v, "/cb/phieu-in-san");
    return visit_go(
        v, (struct local_url){ str_printf(v->arena, "%.*s?unit=%.*s&nhap=%.*s", STR_ARG(page.url),
                                          STR_ARG(slips->unit), STR_ARG(v->key)) });
}

/* Secrets are nowhere but in the answer that the key of the form got; it is kept a day. */
static struct str kept_slips(struct visit *v)
{
    struct str token = form_get(&v->form, "nhap");
    return token.p ? desk_recall(&v->snap->conn, &feedback_commands[COMMAND_SLIPS], token, v->now,
                                 v->arena)
                   : STR_NONE;
}

/* --- the sheets ------------------------------------------------------------------------------- */

struct printing {
    struct visit *v;
    struct paper_block *blocks;
    size_t count;
};

static void put(struct printing *to, enum paper_block_kind kind, const char *label, struct str text)
{
    must(to->count < SLIPS_MAX * BLOCKS_A_SLIP);
    to->blocks[to->count++] =
        (struct paper_block){ kind, label ? tongue_text(to->v->tongue, label) : STR_NONE, text };
}

static void say(struct printing *to, enum paper_block_kind kind, const char *sentence)
{
    put(to, kind, NULL, tongue_text(to->v->tongue, sentence));
}

/* The part that stays in the office. */
static void put_sheet(struct printing *to, struct str code, struct str unit_name)
{
    say(to, PAPER_TITLE, N_("Phiếu phản ánh, kiến nghị"));
    put(to, PAPER_QR, NULL, receipt_address(to->v, code));
    put(to, PAPER_CODE, N_("Mã phiếu"), code);
    put(to, PAPER_TEXT, N_("Gửi tới"), unit_name);
    put(to, PAPER_TEXT, N_("Ngày nhận, do cán bộ ghi"), STR("…… / …… / …………"));
    say(to, PAPER_HEADING, N_("Việc gì, ở đâu, từ khi nào, bà con mong được giải quyết thế nào?"));
    for (int i = 0; i < PEN_LINES; i++) {
        put(to, PAPER_TEXT, NULL, STR(DOTS));
    }
    put(to, PAPER_ROW, N_("Nơi xảy ra"), STR(DOTS_SHORT));
    put(to, PAPER_ROW, N_("Cách ghi tên"),
        tongue_text(to->v->tongue, N_("( ) Ghi tên    ( ) Giấu tên    ( ) Không nêu tên")));
    put(to, PAPER_ROW, N_("Họ và tên"), STR(DOTS_SHORT));
    put(to, PAPER_ROW, N_("Điện thoại"), STR(DOTS_SHORT));
    say(to, PAPER_SMALL,
        N_("Khiếu nại, tố cáo không ghi ở phiếu này: hãy hỏi cán bộ để gửi đúng đường."));
}

/* The part that its writer takes home. */
static void put_stub(struct printing *to, struct str code, struct str secret)
{
    put(to, PAPER_RULE, NULL, STR_NONE);
    say(to, PAPER_SMALL, N_("Cắt theo đường này. Phần dưới người gửi giữ."));
    put(to, PAPER_QR, NULL, receipt_address(to->v, code));
    put(to, PAPER_CODE, N_("Mã hồ sơ"), code);
    put(to, PAPER_CODE, N_("Mã bí mật, giữ cho riêng mình"), secret);
    say(to, PAPER_SMALL,
        N_("Quét mã bằng điện thoại, hoặc hỏi ở quầy, để biết việc tới đâu. Mã bí mật dùng khi bổ "
           "sung, đánh giá hoặc rút phản ánh."));
}

enum status slips_file(struct visit *v)
{
    struct str rest = kept_slips(v);
    struct printing to = { v, new(v->arena, struct paper_block, SLIPS_MAX * BLOCKS_A_SLIP), 0 };
    struct str unit_name = STR_NONE;
    struct sheet sheet = { 0 };
    while (rest.n > 0) {
        struct str line = str_cut(&rest, '\n');
        struct str code = str_cut(&line, ' ');
        struct slip_get_row slip;
        if (code.n == 0 || !slip_get(&v->snap->conn, &(struct slip_get){ .code = code }, &slip)) {
            continue;
        }
        if (to.count > 0) {
            put(&to, PAPER_PAGE, NULL, STR_NONE);
        }
        unit_name = slip.unit_name;
        put_sheet(&to, code, unit_name);
        put_stub(&to, code, line);
    }
    if (to.count == 0) {
        return STATUS_NOT_FOUND;
    }
    const struct paper paper = {
        .size = PAPER_A4,
        .title = tongue_text(v->tongue, N_("Phiếu phản ánh, kiến nghị")),
        .language = str_of(v->tongue->code),
        .author = unit_name,
        .mark = visit_is_demo(v) ? tongue_text(v->tongue, N_("Đây là dữ liệu minh họa, không phải "
                                                             "hồ sơ thật."))
                                 : STR_NONE,
        .footer = visit_base_url(v),
        .at = v->now,
        .blocks = to.blocks,
        .block_count = to.count,
    };
    if (v->face == FACE_TEXT) {
        paper_write_text(page_body(v), &paper);
        return STATUS_OK;
    }
    struct studio *studio = visit_studio(v);
    if (!studio || studio_draw(studio, v->arena, PAPER_PDF, &paper, &sheet) != PAPER_GOOD) {
        return STATUS_BUSY;
    }
    out_str_raw(page_body(v), sheet.bytes);
    reply_header(v->reply, "Content-Disposition", STR("attachment; filename=\"phieu-in-san.pdf\""));
    return STATUS_OK;
}

/* --- an unused one ---------------------------------------------------------------------------- */

enum status slip_show(struct visit *v)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    struct slip_get_row slip;
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD ||
        !slip_waits(&v->snap->conn, str_of(code), &slip)) {
        return STATUS_NOT_FOUND;
    }
    struct slip_view view = {
        .page = page_open(v, N_("Phiếu chưa được nhập vào sổ")),
        .code = slip.code,
        .unit_name = slip.unit_name,
        .printed_at = slip.printed_at,
    };
    feedback_slip_html(page_body(v), &view);
    return STATUS_OK;
}
