/* The pages of returns: periods, one return with every number a link, and the cases behind one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/returns.h"

#include "html/returns.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/route.h"
#include "web/sheet.h"

enum { YEARS_SHOWN = 2, WORDS_BYTES = 512 };

/* One return on the screen: signed, or as the cases stand now. */
struct shown {
    struct return_unit_get_row unit;
    struct period period;
    struct str word;
    struct return_newest_row newest; /* version 0: none was signed */
    bool is_signed;
    struct case_tally tally;            /* of one that is not */
    struct return_figures_rows figures; /* of one that is */
};

static bool unit_of(struct visit *v, struct return_unit_get_row *ret);
static bool load(struct visit *v, struct shown *ret);
static int64_t value_of(const struct shown *shown, const struct figure *figure,
                        const struct column *column);
static struct str status_of(struct visit *v, const struct return_newest_row *newest);
static struct str days_of(struct visit *v, const struct period *period);
static struct str name_of(struct visit *v, const struct period *period);
static struct local_url address(struct visit *v, const struct shown *shown, struct local_url page);
static void fill_rows(struct visit *v, const struct shown *shown, struct return_view *view);
static void offer_signing(struct visit *v, const struct shown *shown, struct return_view *view);
static enum status write_csv(struct visit *v, const struct shown *shown);
static enum status write_sheet(struct visit *v, const struct shown *shown);
static enum status show(struct visit *v);
static visit_fn after_sign;

enum status returns_list_page(struct visit *v)
{
    struct return_unit_get_row unit;
    if (!unit_of(v, &unit)) {
        return STATUS_FORBIDDEN;
    }
    struct day today = instant_day(v->now);
    struct return_line *lines = new(v->arena, struct return_line, YEARS_SHOWN * PERIODS);
    struct return_list_view view = { .page = page_open(v, N_("Báo cáo theo luật")),
                                     .unit_name = unit.name,
                                     .lines = lines };
    int year = period_latest(PERIOD_YEAR, today).year + 1;
    for (int y = year; y > year - YEARS_SHOWN; y--) {
        for (int kind = PERIODS - 1; kind >= 0; kind--) {
            struct shown shown = { .unit = unit, .period = period_of(y, (enum period_kind)kind) };
            struct out word = out_open(v->arena, 16);
            period_write_word(&word, &shown.period);
            shown.word = out_str(&word);
            if (day_compare(shown.period.from, today) > 0) {
                continue;
            }
            return_newest(&v->snap->conn,
                          &(struct return_newest){ .unit_id = unit.id, .period = shown.word },
                          &shown.newest);
            lines[view.count++] = (struct return_line){
                .name = name_of(v, &shown.period),
                .days = days_of(v, &shown.period),
                .status = status_of(v, &shown.newest),
                .url = address(v, &shown, route_url(v, "/cb/bao-cao-luat/:period", shown.word)),
                .has_text = shown.period.has_text,
            };
        }
    }
    returns_list_html(page_body(v), &view);
    return STATUS_OK;
}

enum status returns_show_page(struct visit *v)
{
    return show(v);
}

static enum status show(struct visit *v)
{
    struct shown shown;
    if (!load(v, &shown)) {
        return STATUS_NOT_FOUND;
    }
    if (v->face == FACE_CSV) {
        return write_csv(v, &shown);
    }
    if (v->face == FACE_XLSX) {
        return write_sheet(v, &shown);
    }
    struct local_url page = route_url(v, "/cb/bao-cao-luat/:period", shown.word);
    struct return_view view = {
        .page = page_open(v, N_("Báo cáo tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo")),
        .unit_name = shown.unit.name,
        .name = name_of(v, &shown.period),
        .days = days_of(v, &shown.period),
        .status = status_of(v, &shown.newest),
        .reason = shown.newest.reason,
        .columns = COLUMNS,
        .column_count = COLUMN_COUNT,
        .is_signed = shown.is_signed,
        .is_cut = shown.tally.is_cut,
    };
    view.csv = address(v, &shown,
                       (struct local_url){ str_printf(v->arena, "%.*s.csv", STR_ARG(page.url)) });
    view.xlsx = address(v, &shown,
                        (struct local_url){ str_printf(v->arena, "%.*s.xlsx", STR_ARG(page.url)) });
    view.page->back = route_url(v, "/cb/bao-cao-luat");
    fill_rows(v, &shown, &view);
    offer_signing(v, &shown, &view);
    returns_show_html(page_body(v), &view);
    return STATUS_OK;
}

/* The cases that one number is made of. */
enum status returns_cases_page(struct visit *v)
{
    struct shown shown;
    const struct column *column = column_find(v->params[1]);
    const struct figure *figure = figure_find(v->params[2]);
    if (!column || !figure || !load(v, &shown)) {
        return STATUS_NOT_FOUND;
    }
    struct return_cases_view view = {
        .page = page_open(v, figure->label),
        .figure = figure->label,
        .kind = column->label,
        .name = name_of(v, &shown.period),
        .empty = { N_("Không có hồ sơ nào"), N_("Con số này là 0."), NULL, { STR_NONE } },
    };
    view.page->back = address(v, &shown, route_url(v, "/cb/bao-cao-luat/:period", shown.word));
    if (column->is_sealed) {
        view.empty.title = N_("Hồ sơ tố cáo không được liệt kê");
        view.empty.why =
            N_("Chỉ người có khóa đọc đơn mới mở được từng hồ sơ; ở đây chỉ có con số.");
        returns_cases_html(page_body(v), &view);
        return STATUS_OK;
    }
    struct return_cases_rows kept = { .count = 0 };
    if (shown.is_signed) {
        kept = return_cases(&v->snap->conn, &(struct return_cases){ .return_id = shown.newest.id,
                                                                    .kind = v->params[1],
                                                                    .figure = v->params[2] });
    }
    struct return_case *cases =
        new(v->arena, struct return_case, kept.count + shown.tally.count + 1);
    for (size_t i = 0; i < kept.count; i++) {
        struct local_url url = { str_printf(v->arena, "%.*s%.*s", STR_ARG(kept.rows[i].desk_path),
                                            STR_ARG(kept.rows[i].code)) };
        cases[view.count++] =
            (struct return_case){ kept.rows[i].code, kept.rows[i].unit_name, url };
    }
    for (size_t i = 0; i < shown.tally.count; i++) {
        const struct case_tally_rows_row *row = &shown.tally.rows[i];
        if (figure_counts(figure, column, row, &shown.period)) {
            struct local_url url = { str_printf(v->arena, "%.*s%.*s", STR_ARG(row->desk_path),
                                                STR_ARG(row->code)) };
            cases[view.count++] = (struct return_case){ row->code, row->unit_name, url };
        }
    }
    view.cases = cases;
    returns_cases_html(page_body(v), &view);
    return STATUS_OK;
}

enum status returns_sign_take(struct visit *v)
{
    struct return_unit_get_row unit;
    struct returns_sign *sign = new(v->arena, struct returns_sign, 1);
    if (!unit_of(v, &unit)) {
        return STATUS_FORBIDDEN;
    }
    bool is_read = visit_form_part(v, &returns_sign_record, sign);
    sign->unit = unit.code;
    sign->period = v->params[0];
    if (str_is_empty(str_trim(sign->document))) {
        visit_problem(v, "document", N_("Hãy ghi số, ký hiệu của văn bản, ví dụ 12/TB-UBND."));
        is_read = false;
    }
    if (!is_read) {
        enum status status = show(v);
        return status == STATUS_OK ? STATUS_INVALID : status;
    }
    return visit_order(v, &returns_commands[0], sign, after_sign);
}

static enum status after_sign(struct visit *v)
{
    if (visit_refused(v)) {
        show(v);
        return v->order->outcome.verdict.status;
    }
    struct return_unit_get_row unit;
    struct local_url page = route_url(v, "/cb/bao-cao-luat/:period", v->params[0]);
    struct str code = unit_of(v, &unit) ? unit.code : STR("");
    return visit_go(v, (struct local_url){ str_printf(v->arena, "%.*s?don-vi=%.*s",
                                                      STR_ARG(page.url), STR_ARG(code)) });
}

/* --- what is shown ---------------------------------------------------------------------------- */

/* `?don-vi=` a unit over which the visitor holds the power; else the one in which they do. */
static bool unit_of(struct visit *v, struct return_unit_get_row *ret)
{
    struct return_unit_row named;
    struct unit_id unit = { v->visitor.author.unit.v };
    struct return_unit wanted = { .code = form_get(&v->form, "don-vi"), .on = instant_day(v->now) };
    for (size_t i = v->visitor.grant_count; i > 0; i--) {
        const struct power_grant *grant = &v->visitor.grants[i - 1];
        if (str_equal(grant->power, STR(POWER_SIGN))) {
            unit = (struct unit_id){ grant->unit.v };
        }
    }
    if (!str_is_empty(wanted.code) && return_unit(&v->snap->conn, &wanted, &named)) {
        unit = named.id;
    }
    return visit_may_over(v, POWER_SIGN, ID_OF(unit)) &&
           return_unit_get(&v->snap->conn, &(struct return_unit_get){ .id = unit }, ret);
}

/* `?ban=` a version that was signed; `?moi=1` what the cases say now, signed or not. */
static bool load(struct visit *v, struct shown *ret)
{
    struct conn *conn = &v->snap->conn;
    int64_t version;
    *ret = (struct shown){ .word = v->params[0], .newest = { .version = 0 } };
    if (!period_parse(ret->word, &ret->period) || !unit_of(v, &ret->unit)) {
        return false;
    }
    struct return_newest newest = { .unit_id = ret->unit.id, .period = ret->word };
    ret->is_signed = return_newest(conn, &newest, &ret->newest);
    if (str_to_int(form_get(&v->form, "ban"), &version)) {
        struct return_version_row row;
        struct return_version wanted = { .unit_id = ret->unit.id,
                                         .period = ret->word,
                                         .version = version };
        if (!return_version(conn, &wanted, &row)) {
            return false;
        }
        ret->newest =
            (struct return_newest_row){ row.id,     row.version, row.signed_at,  row.document,
                                        row.reason, row.object,  row.person_name };
    }
    if (form_get(&v->form, "moi").n > 0) {
        ret->is_signed = false;
    }
    if (ret->is_signed) {
        ret->figures =
            return_figures(conn, &(struct return_figures){ .return_id = ret->newest.id });
    } else {
        ret->tally = case_tally(conn, ret->unit.id, ret->period);
    }
    return true;
}

static int64_t value_of(const struct shown *shown, const struct figure *figure,
                        const struct column *column)
{
    if (!shown->is_signed) {
        return figure_value(figure, column, &shown->tally);
    }
    for (size_t i = 0; i < shown->figures.count; i++) {
        const struct return_figures_row *row = &shown->figures.rows[i];
        if (str_equal(row->kind, str_of(column->kind)) &&
            str_equal(row->figure, str_of(figure->key))) {
            return row->value;
        }
    }
    return 0;
}

static void fill_rows(struct visit *v, const struct shown *shown, struct return_view *view)
{
    struct return_row *rows = new(v->arena, struct return_row, FIGURE_COUNT);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        struct return_cell *cells = new(v->arena, struct return_cell, COLUMN_COUNT);
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            struct out text = out_open(v->arena, 32);
            int64_t value = value_of(shown, &FIGURES[i], &COLUMNS[c]);
            text.tongue = v->tongue;
            format_number(&text, value);
            cells[c].value = out_str(&text);
            if (value > 0) {
                cells[c].url =
                    address(v, shown,
                            route_url(v, "/cb/bao-cao-luat/:period/:kind/:figure", shown->word,
                                      str_of(COLUMNS[c].kind), str_of(FIGURES[i].key)));
            }
        }
        rows[i] = (struct return_row){ FIGURES[i].label, cells, COLUMN_COUNT };
    }
    view->rows = rows;
    view->row_count = FIGURE_COUNT;
}

static void offer_signing(struct visit *v, const struct shown *shown, struct return_view *view)
{
    bool is_over = day_compare(instant_day(v->now), shown->period.until) > 0;
    if (!is_over || shown->tally.is_cut) {
        return;
    }
    view->sign_to = address(v, shown, route_url(v, "/cb/bao-cao-luat/:period", shown->word));
    view->document = page_field(v, INPUT_LINE, &returns_sign_record, "document");
    view->document.hint = N_("Ví dụ 12/BC-UBND");
    view->why = page_field(v, INPUT_AREA, &returns_sign_record, "reason");
}

/* Keeps the unit, and the version, beside the page. */
static struct local_url address(struct visit *v, const struct shown *shown, struct local_url page)
{
    struct str version = form_get(&v->form, "ban");
    bool is_now = form_get(&v->form, "moi").n > 0;
    int64_t number;
    struct out out = out_open(v->arena, WORDS_BYTES);
    out_printf(&out, "%.*s?don-vi=%.*s", STR_ARG(page.url), STR_ARG(shown->unit.code));
    if (str_to_int(version, &number)) {
        out_printf(&out, "&ban=%lld", (long long)number);
    }
    if (is_now) {
        out_lit(&out, "&moi=1");
    }
    return (struct local_url){ out_str(&out) };
}

static struct str name_of(struct visit *v, const struct period *period)
{
    struct out out = out_open(v->arena, WORDS_BYTES);
    out.tongue = v->tongue;
    period_write(&out, period);
    return out_str(&out);
}

static struct str days_of(struct visit *v, const struct period *period)
{
    struct out out = out_open(v->arena, WORDS_BYTES);
    format_day(&out, period->from);
    out_lit(&out, " – ");
    format_day(&out, period->until);
    return out_str(&out);
}

static struct str status_of(struct visit *v, const struct return_newest_row *newest)
{
    struct out out = out_open(v->arena, WORDS_BYTES);
    if (newest->version == 0) {
        return tongue_text(v->tongue, N_("Chưa ký"));
    }
    out_str_raw(&out, tongue_text(v->tongue, newest->version == 1 ? N_("Đã ký") : N_("Bản sửa")));
    out_lit(&out, " · ");
    out_str_raw(&out, newest->document);
    out_lit(&out, " · ");
    format_day(&out, instant_day(newest->signed_at));
    out_lit(&out, " · ");
    out_str_raw(&out, newest->person_name);
    return out_str(&out);
}

static enum status write_csv(struct visit *v, const struct shown *shown)
{
    struct csv csv = csv_open(page_body(v));
    csv_text(&csv, name_of(v, &shown->period));
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        csv_text(&csv, tongue_text(v->tongue, COLUMNS[c].label));
    }
    csv_end_row(&csv);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        csv_text(&csv, tongue_text(v->tongue, FIGURES[i].label));
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            csv_int(&csv, value_of(shown, &FIGURES[i], &COLUMNS[c]));
        }
        csv_end_row(&csv);
    }
    return STATUS_OK;
}

static enum status write_sheet(struct visit *v, const struct shown *shown)
{
    enum { LABEL_WIDTH = 50, FIGURE_WIDTH = 14 };
    struct xlsx_column *columns = new(v->arena, struct xlsx_column, COLUMN_COUNT + 1);
    struct xlsx_table table = { "Biểu số liệu", columns, COLUMN_COUNT + 1 };
    struct xlsx_about about = { .title = name_of(v, &shown->period),
                                .issuer = shown->unit.name,
                                .period = days_of(v, &shown->period),
                                .note = status_of(v, &shown->newest),
                                .at = v->now };
    columns[0] = (struct xlsx_column){ "Chỉ tiêu", XLSX_TEXT, LABEL_WIDTH };
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        columns[c + 1] = (struct xlsx_column){ COLUMNS[c].label, XLSX_NUMBER, FIGURE_WIDTH };
    }
    struct xlsx *book = sheet_open(v, &table, &about);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        xlsx_text(book, tongue_text(v->tongue, FIGURES[i].label));
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            xlsx_number(book, value_of(shown, &FIGURES[i], &COLUMNS[c]));
        }
        xlsx_end_row(book);
    }
    return sheet_send(v, book, "bao-cao-luat");
}
