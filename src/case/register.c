/* Books: rows of cases and letters in the columns that offices know, as a page and as a file. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/register.h"

#include <string.h>

#include "case/letter.h"
#include "html/case.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/route.h"
#include "web/sheet.h"

enum { BOOK_ROWS = 5000, PAGE_ROWS = 500, WORDS_BYTES = 2048 };

static const struct field period_fields[] = {
    FIELD(struct register_period, tu, .rules = FIELD_PERIOD_START, .label = N_("Từ ngày")),
    FIELD(struct register_period, den, .rules = FIELD_PERIOD_END, .label = N_("Đến ngày")),
};
const struct record register_period_record =
    RECORD("register_period", struct register_period, period_fields);

static const struct field petition_fields[] = {
    FIELD(struct petition_row, number),   FIELD(struct petition_row, received_on),
    FIELD(struct petition_row, source),   FIELD(struct petition_row, sender),
    FIELD(struct petition_row, kind),     FIELD(struct petition_row, summary),
    FIELD(struct petition_row, people),   FIELD(struct petition_row, settled_by),
    FIELD(struct petition_row, is_own),   FIELD(struct petition_row, handling),
    FIELD(struct petition_row, document), FIELD(struct petition_row, document_on),
    FIELD(struct petition_row, due_on),   FIELD(struct petition_row, result_on),
    FIELD(struct petition_row, result),   FIELD(struct petition_row, note),
};
static const struct record petition_record =
    RECORD("petition", struct petition_row, petition_fields);

static const struct field letter_fields[] = {
    FIELD(struct letter_out_row, number),   FIELD(struct letter_out_row, issued_on),
    FIELD(struct letter_out_row, about),    FIELD(struct letter_out_row, signer),
    FIELD(struct letter_out_row, receiver), FIELD(struct letter_out_row, keeper),
    FIELD(struct letter_out_row, copies),   FIELD(struct letter_out_row, note),
};
static const struct record letter_record =
    RECORD("letter_out", struct letter_out_row, letter_fields);

/* Of which unit and which days a book is. */
struct book {
    struct case_unit_get_row unit;
    struct register_period period;
    bool is_period;
};

static enum status open_book(struct visit *v, const struct case_pages *pages, struct book *ret);
static bool read_period(struct visit *v, struct register_period *ret);
static struct petition_row petition_of(struct visit *v, const struct case_pages *pages,
                                       const struct case_register_row *row, size_t number);
static const char *outcome_label(const struct case_pages *pages, struct str outcome);
static const char *channel_label(struct str channel);
static struct str words_of_day(struct visit *v, struct day day);
static struct xlsx_about about_of(struct visit *v, const struct book *book, const char *title);

enum status case_register_show(struct visit *v, const struct case_pages *pages)
{
    struct book book;
    enum status status = open_book(v, pages, &book);
    if (status) {
        return status;
    }
    struct case_register_rows found =
        case_register(&v->snap->conn, &(struct case_register){ .kind = str_of(pages->kind->name),
                                                               .unit_id = book.unit.id,
                                                               .from_on = book.period.tu,
                                                               .until_on = book.period.den,
                                                               .limit = BOOK_ROWS });
    struct petition_row *rows = new(v->arena, struct petition_row, found.count + 1);
    for (size_t i = 0; i < found.count; i++) {
        rows[i] = petition_of(v, pages, &found.rows[i], i + 1);
    }
    if (v->face == FACE_XLSX) {
        struct xlsx_about about = about_of(v, &book, "Sổ theo dõi đơn");
        return sheet_give(v, &xlsx_petition_register, &about, "so-theo-doi-don",
                          (struct sheet_rows){ &petition_record, rows, found.count });
    }
    struct local_url here = route_url(v, pages->register_path);
    struct register_view view = {
        .page = page_open(v, N_("Sổ theo dõi đơn")),
        .unit_name = book.unit.name,
        .unit_code = book.unit.code,
        .from = words_of_day(v, book.period.tu),
        .until = words_of_day(v, book.period.den),
        .here = here,
        .xlsx = { str_printf(v->arena, "%.*s.xlsx", STR_ARG(here.url)) },
        .letters = route_url(v, pages->letters_register_path),
        .from_field = page_field(v, INPUT_DAY, &register_period_record, "tu"),
        .until_field = page_field(v, INPUT_DAY, &register_period_record, "den"),
        .rows = rows,
        .row_count = found.count < PAGE_ROWS ? found.count : PAGE_ROWS,
        .is_cut = found.count > PAGE_ROWS,
        .is_file_cut = found.count == BOOK_ROWS,
        .empty = { N_("Chưa nhận đơn nào trong những ngày này"),
                   N_("Đơn đã vào sổ hiện ở đây theo ngày nhận."),
                   NULL,
                   { STR_NONE } },
    };
    view.page->back = route_url(v, pages->list_path);
    case_register_html(page_body(v), &view);
    return book.is_period ? STATUS_OK : STATUS_INVALID;
}

/* Law: 30/2020/NĐ-CP art. 15 and 16: every letter that has a number stands in the book. */
enum status case_letters_register(struct visit *v, const struct case_pages *pages)
{
    struct book book;
    enum status status = open_book(v, pages, &book);
    if (status) {
        return status;
    }
    struct case_letters_out_rows found =
        case_letters_out(&v->snap->conn, &(struct case_letters_out){ .unit_id = book.unit.id,
                                                                     .from_on = book.period.tu,
                                                                     .until_on = book.period.den,
                                                                     .limit = BOOK_ROWS });
    struct letter_out_row *rows = new(v->arena, struct letter_out_row, found.count + 1);
    for (size_t i = 0; i < found.count; i++) {
        const struct case_letters_out_row *row = &found.rows[i];
        struct case_letter_get_row numbered = { .number = row->number,
                                                .sign = row->sign,
                                                .organ = row->organ };
        rows[i] = (struct letter_out_row){
            .number = case_letter_number(v->arena, &numbered),
            .issued_on = row->issued_on,
            .about = str_printf(v->arena, "%s, hồ sơ %.*s", case_form_name(v->arena, row->form),
                                STR_ARG(row->code)),
            .signer = row->name,
            .receiver = str_equal(row->state, STR("sent")) ? row->note : STR_NONE,
            .keeper = row->drafter_name,
            .copies = 1,
            .note = tongue_text(v->tongue, case_letter_state(row->state)),
        };
    }
    struct xlsx_about about = about_of(v, &book, "Sổ đăng ký văn bản đi");
    return sheet_give(v, &xlsx_letter_register, &about, "so-van-ban-di",
                      (struct sheet_rows){ &letter_record, rows, found.count });
}

static enum status open_book(struct visit *v, const struct case_pages *pages, struct book *ret)
{
    struct unit_id unit = case_desk_unit(v, pages->kind->handle);
    if (!visit_may_over(v, pages->kind->handle, ID_OF(unit))) {
        return STATUS_FORBIDDEN;
    }
    ret->is_period = read_period(v, &ret->period);
    return case_unit_get(&v->snap->conn, &(struct case_unit_get){ .id = unit }, &ret->unit)
               ? STATUS_OK
               : STATUS_NOT_FOUND;
}

/* This year so far, unless other days are asked for. */
static bool read_period(struct visit *v, struct register_period *ret)
{
    struct register_period asked = { .tu = DAY_NONE };
    struct day today = instant_day(v->now);
    bool is_read = visit_form_part(v, &register_period_record, &asked);
    int year;
    int month;
    int day_of_month;
    day_split(today, &year, &month, &day_of_month);
    ret->tu = day_is_none(asked.tu) ? day_of(year, 1, 1) : asked.tu;
    ret->den = day_is_none(asked.den) ? today : asked.den;
    if (is_read && day_compare(ret->den, ret->tu) < 0) {
        visit_problem(v, "den", N_("Ngày cuối phải sau ngày đầu."));
        return false;
    }
    return is_read;
}

static struct petition_row petition_of(struct visit *v, const struct case_pages *pages,
                                       const struct case_register_row *row, size_t number)
{
    const struct workflow *workflow = pages->kind->workflow;
    int state = workflow_state(workflow, row->state);
    const char *outcome = outcome_label(pages, row->outcome);
    bool has_due = row->due_at.s != CASE_NEVER.s && row->is_open;
    return (struct petition_row){
        .number = (int64_t)number,
        .received_on = row->received_on,
        .source = row->from_body.n > 0 ? row->from_body
                                       : tongue_text(v->tongue, channel_label(row->channel)),
        .sender = str_printf(v->arena, "%.*s, %.*s", STR_ARG(row->sender), STR_ARG(row->address)),
        .kind = tongue_text(v->tongue, pages->title),
        .summary = row->subject,
        .people = row->people,
        .is_own = day_is_none(row->accepted_on) ? STR_NONE : STR("x"),
        .handling = tongue_text(v->tongue, workflow->states[state].label),
        .document = row->document,
        .document_on = row->document_on,
        .due_on = has_due ? instant_day(row->due_at) : DAY_NONE,
        .result_on = day_is_none(row->settled_on) ? row->ended_on : row->settled_on,
        .result = outcome ? tongue_text(v->tongue, outcome) : STR_NONE,
        .note = row->code,
    };
}

/* The words of the act that settles say what an outcome means. */
static const char *outcome_label(const struct case_pages *pages, struct str outcome)
{
    for (size_t i = 0; i < pages->field_count; i++) {
        const struct case_field *field = &pages->fields[i];
        const struct case_act_rule *act = case_act_rule(pages->kind, str_of(field->act));
        for (size_t k = 0; k < field->word_count && act && (act->needs & CASE_SETTLES); k++) {
            if (str_equal(str_of(field->words[k].word), outcome)) {
                return field->words[k].label;
            }
        }
    }
    return NULL;
}

static const char *channel_label(struct str channel)
{
    static const struct case_word channels[] = {
        { "post", N_("Bưu chính") },
        { "counter", N_("Nộp trực tiếp") },
        { "spoken", N_("Trình bày trực tiếp") },
        { "forwarded", N_("Nơi khác chuyển đến") },
        { "web", N_("Qua mạng") },
    };
    for (size_t i = 0; i < COUNT(channels); i++) {
        if (str_equal(channel, str_of(channels[i].word))) {
            return channels[i].label;
        }
    }
    return N_("Nộp trực tiếp");
}

static struct str words_of_day(struct visit *v, struct day day)
{
    struct out out = out_open(v->arena, 32);
    format_day(&out, day);
    return out_str(&out);
}

static struct xlsx_about about_of(struct visit *v, const struct book *book, const char *title)
{
    struct str from = words_of_day(v, book->period.tu);
    struct str until = words_of_day(v, book->period.den);
    return (struct xlsx_about){
        .title = str_of(title),
        .issuer = book->unit.name,
        .period = str_printf(v->arena, "Từ %.*s đến %.*s", STR_ARG(from), STR_ARG(until)),
        .at = v->now,
    };
}
