/* The pages of returns: periods, one return with every number a link, and the cases behind one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/words.h"

#include "html/returns.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/route.h"

enum {
    YEARS_SHOWN = 2,
    SIGNED_WITHIN_DAYS = 92, /* a quarter: what is older was left unsigned before this house */
};
#define UNSIGNED_TAB "chua-ky"

static bool is_waiting(const struct shown *shown, struct day today);
static size_t put_lines(struct visit *v, const struct return_unit_get_row *unit, bool waits,
                        struct return_line *ret);
static void fill_rows(struct visit *v, const struct shown *shown, struct return_view *view);
static struct return_cell cell_of(struct visit *v, const struct shown *shown,
                                  const struct figure *figure, const struct column *column);
static void offer_signing(struct visit *v, const struct shown *shown, struct return_view *view);
static enum status show(struct visit *v);
static struct local_url file_address(struct visit *v, const struct shown *shown, const char *kind);
static visit_fn after_sign;

enum status returns_list_page(struct visit *v)
{
    struct return_unit_get_row unit;
    if (!shown_unit(v, &unit)) {
        return STATUS_FORBIDDEN;
    }
    bool waits = str_equal(form_get(&v->form, "loc"), STR(UNSIGNED_TAB));
    struct return_line *lines = new(v->arena, struct return_line, YEARS_SHOWN * PERIODS);
    struct return_list_view view = { .page = page_open(v, N_("Báo cáo theo luật")),
                                     .unit_name = unit.name,
                                     .lines = lines,
                                     .count = put_lines(v, &unit, waits, lines) };
    if (waits) {
        view.all = (struct local_url){ str_printf(v->arena, "%.*s?don-vi=%.*s",
                                                  STR_ARG(route_url(v, "/cb/bao-cao-luat").url),
                                                  STR_ARG(unit.code)) };
    }
    returns_list_html(page_body(v), &view);
    return STATUS_OK;
}

void returns_waiting(struct visit *v, const struct waiting_unit *unit, struct waiting *ret)
{
    struct return_unit_get_row row;
    struct return_line *lines = new(v->arena, struct return_line, YEARS_SHOWN * PERIODS);
    if (!visit_may_over(v, POWER_SIGN, unit->id) ||
        !return_unit_get(&v->snap->conn, &(struct return_unit_get){ .id = { unit->id.v } }, &row)) {
        return;
    }
    struct str list = route_url(v, "/cb/bao-cao-luat").url;
    waiting_put(ret, N_("Báo cáo theo luật chờ ký"), (int64_t)put_lines(v, &row, true, lines),
                (struct local_url){ str_printf(v->arena, "%.*s?don-vi=%.*s&loc=" UNSIGNED_TAB,
                                               STR_ARG(list), STR_ARG(unit->code)) });
}

/* It is over, lately, and nobody has signed it. */
static bool is_waiting(const struct shown *shown, struct day today)
{
    int32_t since = today.n - shown->period.until.n;
    return since > 0 && since <= SIGNED_WITHIN_DAYS && shown->newest.version == 0;
}

static size_t put_lines(struct visit *v, const struct return_unit_get_row *unit, bool waits,
                        struct return_line *ret)
{
    struct day today = instant_day(v->now);
    size_t count = 0;
    int year = period_latest(PERIOD_YEAR, today).year + 1;
    for (int y = year; y > year - YEARS_SHOWN; y--) {
        for (int kind = PERIODS - 1; kind >= 0; kind--) {
            struct shown shown = { .unit = *unit, .period = period_of(y, (enum period_kind)kind) };
            struct out word = out_open(v->arena, 16);
            period_write_word(&word, &shown.period);
            shown.word = out_str(&word);
            if (day_compare(shown.period.from, today) > 0) {
                continue;
            }
            return_newest(&v->snap->conn,
                          &(struct return_newest){ .unit_id = unit->id, .period = shown.word },
                          &shown.newest);
            if (waits && !is_waiting(&shown, today)) {
                continue;
            }
            ret[count++] = (struct return_line){
                .name = shown_name(v, &shown.period),
                .days = shown_days(v, &shown.period),
                .status = shown_status(v, &shown.newest),
                .url =
                    shown_address(v, &shown, route_url(v, "/cb/bao-cao-luat/:period", shown.word)),
                .has_text = shown.period.has_text,
            };
        }
    }
    return count;
}

enum status returns_show_page(struct visit *v)
{
    return show(v);
}

static enum status show(struct visit *v)
{
    struct shown shown;
    if (!shown_load(v, &shown)) {
        return STATUS_NOT_FOUND;
    }
    if (v->face == FACE_CSV) {
        return shown_csv(v, &shown);
    }
    if (v->face == FACE_XLSX) {
        return shown_sheet(v, &shown);
    }
    if (v->face == FACE_PDF) {
        return words_pdf(v, &shown);
    }
    struct return_words words = words_of(v, &shown);
    struct return_view view = {
        .page = page_open(v, N_("Báo cáo tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo")),
        .unit_name = shown.unit.name,
        .name = shown_name(v, &shown.period),
        .days = shown_days(v, &shown.period),
        .status = shown_status(v, &shown.newest),
        .reason = shown.newest.reason,
        .columns = COLUMNS,
        .column_count = COLUMN_COUNT,
        .is_signed = shown.is_signed,
        .is_cut = shown.counted.tally.is_cut,
    };
    view.csv = file_address(v, &shown, "csv");
    view.xlsx = file_address(v, &shown, "xlsx");
    view.pdf = file_address(v, &shown, "pdf");
    view.words = words.blocks;
    view.word_count = words.count;
    view.page->back = route_url(v, "/cb/bao-cao-luat");
    fill_rows(v, &shown, &view);
    offer_signing(v, &shown, &view);
    returns_show_html(page_body(v), &view);
    return STATUS_OK;
}

static struct local_url file_address(struct visit *v, const struct shown *shown, const char *kind)
{
    struct local_url page = route_url(v, "/cb/bao-cao-luat/:period", shown->word);
    struct str file = str_printf(v->arena, "%.*s.%s", STR_ARG(page.url), kind);
    return shown_address(v, shown, (struct local_url){ file });
}

/* The cases that one number is made of. */
enum status returns_cases_page(struct visit *v)
{
    struct shown shown;
    const struct column *column = column_find(v->params[1]);
    const struct figure *figure = figure_find(v->params[2]);
    if (!column || !figure || !shown_load(v, &shown) || !shown_has(&shown, figure)) {
        return STATUS_NOT_FOUND;
    }
    struct return_cases_view view = {
        .page = page_open(v, figure->label),
        .figure = figure->label,
        .kind = column->label,
        .name = shown_name(v, &shown.period),
        .empty = { N_("Không có hồ sơ nào"), N_("Con số này là 0."), NULL, { STR_NONE } },
    };
    view.page->back =
        shown_address(v, &shown, route_url(v, "/cb/bao-cao-luat/:period", shown.word));
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
        new(v->arena, struct return_case, kept.count + shown.counted.tally.count + 1);
    for (size_t i = 0; i < kept.count; i++) {
        struct local_url url = { str_printf(v->arena, "%.*s%.*s", STR_ARG(kept.rows[i].desk_path),
                                            STR_ARG(kept.rows[i].code)) };
        cases[view.count++] =
            (struct return_case){ kept.rows[i].code, kept.rows[i].unit_name, url };
    }
    for (size_t i = 0; i < shown.counted.tally.count; i++) {
        const struct tally_row *row = &shown.counted.tally.rows[i];
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
    if (!shown_unit(v, &unit)) {
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
    struct str code = shown_unit(v, &unit) ? unit.code : STR("");
    return visit_go(v, (struct local_url){ str_printf(v->arena, "%.*s?don-vi=%.*s",
                                                      STR_ARG(page.url), STR_ARG(code)) });
}

static void fill_rows(struct visit *v, const struct shown *shown, struct return_view *view)
{
    struct return_row *rows = new(v->arena, struct return_row, FIGURE_COUNT);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (!shown_has(shown, &FIGURES[i])) {
            continue;
        }
        struct return_cell *cells = new(v->arena, struct return_cell, COLUMN_COUNT);
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            cells[c] = cell_of(v, shown, &FIGURES[i], &COLUMNS[c]);
        }
        rows[view->row_count++] = (struct return_row){ FIGURES[i].label, cells, COLUMN_COUNT };
    }
    view->rows = rows;
}

static struct return_cell cell_of(struct visit *v, const struct shown *shown,
                                  const struct figure *figure, const struct column *column)
{
    struct return_cell cell = { .value = STR("–") };
    struct out text = out_open(v->arena, 32);
    int64_t value;
    if (!shown_value(shown, figure, column, &value)) {
        return cell;
    }
    text.tongue = v->tongue;
    format_number(&text, value);
    cell.value = out_str(&text);
    if (value > 0) {
        cell.url = shown_address(v, shown,
                                 route_url(v, "/cb/bao-cao-luat/:period/:kind/:figure", shown->word,
                                           str_of(column->kind), str_of(figure->key)));
    }
    return cell;
}

static void offer_signing(struct visit *v, const struct shown *shown, struct return_view *view)
{
    bool is_over = day_compare(instant_day(v->now), shown->period.until) > 0;
    if (!is_over || shown->counted.tally.is_cut) {
        return;
    }
    view->sign_to = shown_address(v, shown, route_url(v, "/cb/bao-cao-luat/:period", shown->word));
    view->document = page_field(v, INPUT_LINE, &returns_sign_record, "document");
    view->document.hint = N_("Ví dụ 12/BC-UBND");
    view->why = page_field(v, INPUT_AREA, &returns_sign_record, "reason");
}
