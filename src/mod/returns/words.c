/* The report writes itself: sentences from figures, and the letter around them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/words.h"

#include "base/must.h"
#include "case/letter.h"
#include "studio/studio.h"
#include "text/format.h"
#include "text/tongue.h"

enum { PARAGRAPH_BYTES = 2000, BLOCKS_OF_COLUMN = 6, TABLE_BLOCKS = 4 };

/* How a kind is spoken of; the columns' order is the report's. */
static const struct {
    const char *kind;
    const char *heading;
    const char *thing;
} CHAPTERS[] = {
    { "reception", "I. TIẾP CÔNG DÂN", "lượt tiếp" },
    { "complaint", "II. KHIẾU NẠI", "hồ sơ khiếu nại" },
    { "denunciation", "III. TỐ CÁO", "hồ sơ tố cáo" },
    { "feedback", "IV. PHẢN ÁNH, KIẾN NGHỊ", "phản ánh, kiến nghị" },
};

/* Fates of a case beside being settled, as a sentence lists them. */
static const struct {
    const char *figure;
    const char *words;
} FATES[] = {
    { "thu-ly", "thụ lý" },
    { "khong-thu-ly", "không thụ lý" },
    { "chi-dan", "hướng dẫn người gửi" },
    { "tra-lai", "trả lại nơi chuyển" },
    { "huong-dan", "hướng dẫn, trả lại nơi chuyển" },
    { "chuyen", "chuyển nơi có thẩm quyền" },
    { "luu", "lưu đơn" },
    { "thanh-tra", "chuyển thanh tra, kiểm tra" },
    { "dieu-tra", "chuyển cơ quan điều tra, viện kiểm sát" },
    { "rut", "người gửi rút" },
    { "khac", "kết thúc cách khác" },
};

struct writing {
    struct visit *v;
    const struct shown *shown;
    struct shown before; /* the same period a year earlier */
    const struct column *column;
    const char *thing;
    struct letter_block *blocks;
    size_t count;
};

static void write_chapter(struct writing *w, size_t place);
static void write_intake(struct writing *w);
static void write_fates(struct writing *w);
static void write_settled(struct writing *w);
static void write_left(struct writing *w);
static struct letter letter_of(struct visit *v, const struct shown *shown,
                               struct letter_block *blocks, size_t count);
static size_t write_table(struct visit *v, const struct shown *shown, struct letter_block *blocks);
static void number_of(struct str document, struct letter *letter);

/* 0 where the return has no such number. */
static int64_t value_in(const struct shown *shown, const struct column *column, const char *key)
{
    int64_t value = 0;
    const struct figure *figure = figure_find(str_of(key));
    must(figure);
    return shown_has(shown, figure) && shown_value(shown, figure, column, &value) ? value : 0;
}

static int64_t value_of(const struct writing *w, const char *key)
{
    return value_in(w->shown, w->column, key);
}

static struct out paragraph(struct writing *w)
{
    return out_open(w->v->arena, PARAGRAPH_BYTES);
}

static void end_paragraph(struct writing *w, const struct out *text)
{
    w->blocks[w->count++] = (struct letter_block){ LETTER_TEXT, .text = out_str(text) };
}

/* " 12 hồ sơ", with what stands before and behind it. */
static void put(struct out *out, const char *before, int64_t value, const char *behind)
{
    out_str_raw(out, str_of(before));
    format_number(out, value);
    out_str_raw(out, str_of(behind));
}

static void put_if(struct out *out, const char *before, int64_t value, const char *behind)
{
    if (value > 0) {
        put(out, before, value, behind);
    }
}

struct return_words words_of(struct visit *v, const struct shown *shown)
{
    const struct period before = period_of(shown->period.year - 1, shown->period.kind);
    struct writing w = { .v = v,
                         .shown = shown,
                         .blocks = new(v->arena, struct letter_block,
                                        COUNT(CHAPTERS) * BLOCKS_OF_COLUMN) };
    if (shown->counted.tally.is_cut) {
        struct out out = paragraph(&w);
        out_lit(&out,
                "Kỳ này có nhiều hồ sơ hơn một báo cáo chứa được nên chưa viết được bằng lời; "
                "hãy báo cáo theo từng đơn vị trực thuộc.");
        end_paragraph(&w, &out);
        return (struct return_words){ w.blocks, w.count };
    }
    w.before = shown_of(v, &shown->unit, &before);
    for (size_t i = 0; i < COUNT(CHAPTERS); i++) {
        write_chapter(&w, i);
    }
    return (struct return_words){ w.blocks, w.count };
}

static void write_chapter(struct writing *w, size_t place)
{
    w->column = column_find(str_of(CHAPTERS[place].kind));
    w->thing = CHAPTERS[place].thing;
    must(w->column);
    w->blocks[w->count++] =
        (struct letter_block){ LETTER_HEADING, .text = str_of(CHAPTERS[place].heading) };
    if (value_of(w, "tong") == 0) {
        struct out out = paragraph(w);
        out_printf(&out, "Trong kỳ không có %s nào, kỳ trước cũng không chuyển sang.", w->thing);
        end_paragraph(w, &out);
        return;
    }
    write_intake(w);
    write_fates(w);
    write_settled(w);
    write_left(w);
}

static void write_intake(struct writing *w)
{
    struct out out = paragraph(w);
    int64_t received = value_of(w, "nhan");
    int64_t before = value_in(&w->before, w->column, "nhan");
    put(&out, "Nhận trong kỳ ", received, " ");
    out_str_raw(&out, str_of(w->thing));
    put_if(&out, ", gồm ", value_of(w, "don"), " đơn hoặc lượt tiếp");
    put_if(&out, ", của ", value_of(w, "nguoi"), " người");
    put_if(&out, ", về ", value_of(w, "vu"), " vụ việc mới");
    put_if(&out, "; ", value_of(w, "doan"), " là của nhiều người, từ 5 người trở lên");
    put(&out, ". Kỳ trước chuyển sang ", value_of(w, "ky-truoc"), "");
    put_if(&out, " (", value_of(w, "vu-cu"), " vụ việc)");
    put(&out, "; tổng số phải xử lý ", value_of(w, "tong"), ".");
    if (!w->before.counted.tally.is_cut && (w->before.is_signed || before > 0)) {
        put(&out, " Cùng kỳ năm trước nhận ", before, "");
        put_if(&out, ", kỳ này tăng ", received - before, "");
        put_if(&out, ", kỳ này giảm ", before - received, "");
        out_char(&out, '.');
    }
    end_paragraph(w, &out);
}

static void write_fates(struct writing *w)
{
    struct out out = paragraph(w);
    const char *before = "Phân loại, xử lý: ";
    for (size_t i = 0; i < COUNT(FATES); i++) {
        int64_t value = value_of(w, FATES[i].figure);
        if (value > 0) {
            out_str_raw(&out, str_of(before));
            out_str_raw(&out, str_of(FATES[i].words));
            put(&out, " ", value, "");
            before = "; ";
        }
    }
    if (out_str(&out).n > 0) {
        out_char(&out, '.');
        end_paragraph(w, &out);
    }
}

static void write_settled(struct writing *w)
{
    struct out out = paragraph(w);
    int64_t settled = value_of(w, "giai-quyet");
    if (settled == 0) {
        out_lit(&out, "Trong kỳ chưa giải quyết xong ");
        out_str_raw(&out, str_of(w->thing));
        out_lit(&out, " nào.");
    } else {
        put(&out, "Đã giải quyết ", settled, "");
        put_if(&out, "; đúng ", value_of(w, "dung"), "");
        put_if(&out, "; đúng một phần ", value_of(w, "dung-mot-phan"), "");
        put_if(&out, "; sai ", value_of(w, "sai"), "");
        out_char(&out, '.');
    }
    end_paragraph(w, &out);
}

static void write_left(struct writing *w)
{
    struct out out = paragraph(w);
    put(&out, "Còn lại cuối kỳ ", value_of(w, "con-lai"), ", chuyển kỳ sau. ");
    int64_t late = value_of(w, "qua-han");
    if (late > 0) {
        put(&out, "Có bước quá hạn: ", late, ".");
    } else {
        out_lit(&out, "Không có bước nào quá hạn.");
    }
    end_paragraph(w, &out);
}

/* --- the paper -------------------------------------------------------------------------------- */

enum status words_pdf(struct visit *v, const struct shown *shown)
{
    struct studio *studio = visit_studio(v);
    struct return_words words = words_of(v, shown);
    struct sheet sheet = { 0 };
    struct letter_block *blocks =
        new(v->arena, struct letter_block, words.count + FIGURE_COUNT + TABLE_BLOCKS);
    for (size_t i = 0; i < words.count; i++) {
        blocks[i] = words.blocks[i];
    }
    size_t count = words.count;
    if (!shown->counted.tally.is_cut) {
        count += write_table(v, shown, blocks + words.count);
    }
    struct letter letter = letter_of(v, shown, blocks, count);
    if (!studio || studio_write_letter(studio, v->arena, &letter, &sheet) != PAPER_GOOD) {
        return STATUS_BUSY;
    }
    out_str_raw(page_body(v), sheet.bytes);
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"bao-cao-%.*s-%.*s.pdf\"",
                            STR_ARG(shown->unit.code), STR_ARG(shown->word)));
    return STATUS_OK;
}

/* "quý III năm 2026": the name begins no sentence here. */
static void write_period_within(struct visit *v, struct out *out, const struct period *period)
{
    struct out name = out_open(v->arena, PARAGRAPH_BYTES);
    period_write(&name, period);
    struct str rest = out_str(&name);
    bool is_capital = rest.n > 0 && rest.p[0] >= 'A' && rest.p[0] <= 'Z';
    out_char(out, (char)(is_capital ? rest.p[0] - 'A' + 'a' : rest.p[0]));
    out_str_raw(out, str_slice(rest, 1, rest.n));
}

static struct letter letter_of(struct visit *v, const struct shown *shown,
                               struct letter_block *blocks, size_t count)
{
    struct case_head head = case_letter_head(&v->snap->conn, shown->unit.id);
    struct letter_signer *signer = new(v->arena, struct letter_signer, 1);
    struct out subject = out_open(v->arena, PARAGRAPH_BYTES);
    out_lit(&subject, "Kết quả tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo, phản ánh, "
                      "kiến nghị ");
    write_period_within(v, &subject, &shown->period);
    static const struct str recipients[] = { STR_INIT("Lưu: VT") };
    bool is_council = str_equal(head.organ, STR("UBND"));
    *signer = is_council ? (struct letter_signer){ .on_behalf_of = STR("Ủy ban nhân dân"),
                                                   .post = STR("Chủ tịch") }
                         : (struct letter_signer){ .post = head.post };
    struct letter letter = { .layout = head.is_of_party ? LETTER_PARTY : LETTER_STATE,
                             .superior = head.superior,
                             .issuer = head.issuer,
                             .sign = STR("BC"),
                             .organ = head.organ,
                             .place = head.place,
                             .type = STR("Báo cáo"),
                             .subject = out_str(&subject),
                             .draft = STR("Dự thảo"),
                             .blocks = blocks,
                             .block_count = count,
                             .signers = signer,
                             .signer_count = 1,
                             .recipients = recipients,
                             .recipient_count = COUNT(recipients),
                             .title = out_str(&subject),
                             .at = v->now };
    if (shown->is_signed) {
        letter.draft = STR_NONE;
        letter.on = instant_day(shown->newest.signed_at);
        letter.at = shown->newest.signed_at;
        signer->name = shown->newest.person_name;
        number_of(shown->newest.document, &letter);
    }
    if (visit_is_demo(v)) {
        letter.mark = STR("Đây là dữ liệu minh họa, không phải báo cáo thật.");
    }
    return letter;
}

/* "9/BC-UBND": what is written otherwise stays as it is, and the number is left to the pen. */
static void number_of(struct str document, struct letter *letter)
{
    struct str rest = str_trim(document);
    struct str number = str_cut(&rest, '/');
    struct str sign = str_cut(&rest, '-');
    int64_t value;
    if (str_to_int(number, &value) && value > 0 && sign.n > 0 && rest.n > 0) {
        letter->number = value;
        letter->sign = sign;
        letter->organ = rest;
    }
}

static size_t write_table(struct visit *v, const struct shown *shown, struct letter_block *blocks)
{
    size_t count = 0;
    struct str *head = new(v->arena, struct str, COLUMN_COUNT + 1);
    head[0] = STR("Chỉ tiêu");
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        head[c + 1] = str_of(COLUMNS[c].label);
    }
    blocks[count++] = (struct letter_block){ LETTER_HEADING, .text = STR("V. BIỂU SỐ LIỆU") };
    blocks[count++] =
        (struct letter_block){ LETTER_HEAD_ROW, .cells = head, .cell_count = COLUMN_COUNT + 1 };
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (!shown_has(shown, &FIGURES[i])) {
            continue;
        }
        struct str *cells = new(v->arena, struct str, COLUMN_COUNT + 1);
        cells[0] = str_of(FIGURES[i].label);
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            int64_t value;
            struct out text = out_open(v->arena, 32);
            if (shown_value(shown, &FIGURES[i], &COLUMNS[c], &value)) {
                format_number(&text, value);
            } else {
                out_lit(&text, "–");
            }
            cells[c + 1] = out_str(&text);
        }
        blocks[count++] =
            (struct letter_block){ LETTER_ROW, .cells = cells, .cell_count = COLUMN_COUNT + 1 };
    }
    blocks[count++] = (struct letter_block){
        LETTER_NOTE, .text = str_printf(v->arena, "Số liệu %.*s, theo Thông tư 01/2024/TT-TTCP.",
                                        STR_ARG(shown_days(v, &shown->period)))
    };
    return count;
}
