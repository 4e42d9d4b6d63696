/* Reading one return, and its spreadsheets. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/shown.h"

#include "text/format.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/sheet.h"

enum { WORDS_BYTES = 512, WORD_BYTES = 16 };

bool shown_unit(struct visit *v, struct return_unit_get_row *ret)
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

bool shown_load(struct visit *v, struct shown *ret)
{
    struct conn *conn = &v->snap->conn;
    int64_t version;
    *ret = (struct shown){ .word = v->params[0], .newest = { .version = 0 } };
    if (!period_parse(ret->word, &ret->period) || !shown_unit(v, &ret->unit)) {
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
        ret->counted = returns_count(conn, ret->unit.id, ret->period, instant_day(v->now));
    }
    return true;
}

struct shown shown_of(struct visit *v, const struct return_unit_get_row *unit,
                      const struct period *period)
{
    struct conn *conn = &v->snap->conn;
    struct shown shown = { .unit = *unit, .period = *period, .newest = { .version = 0 } };
    struct out word = out_open(v->arena, WORD_BYTES);
    period_write_word(&word, period);
    shown.word = out_str(&word);
    struct return_newest newest = { .unit_id = unit->id, .period = shown.word };
    shown.is_signed = return_newest(conn, &newest, &shown.newest);
    if (shown.is_signed) {
        shown.figures =
            return_figures(conn, &(struct return_figures){ .return_id = shown.newest.id });
    } else {
        shown.counted = returns_count(conn, unit->id, *period, instant_day(v->now));
    }
    return shown;
}

bool shown_has(const struct shown *shown, const struct figure *figure)
{
    for (size_t i = 0; i < shown->figures.count; i++) {
        if (str_equal(shown->figures.rows[i].figure, str_of(figure->key))) {
            return true;
        }
    }
    return !shown->is_signed && !figure->is_past;
}

bool shown_value(const struct shown *shown, const struct figure *figure,
                 const struct column *column, int64_t *ret)
{
    if (!shown->is_signed) {
        *ret = figure_value(figure, column, &shown->counted);
        return true;
    }
    for (size_t i = 0; i < shown->figures.count; i++) {
        const struct return_figures_row *row = &shown->figures.rows[i];
        if (str_equal(row->kind, str_of(column->kind)) &&
            str_equal(row->figure, str_of(figure->key))) {
            *ret = row->value;
            return true;
        }
    }
    return false;
}

struct local_url shown_address(struct visit *v, const struct shown *shown, struct local_url page)
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

struct str shown_name(struct visit *v, const struct period *period)
{
    struct out out = out_open(v->arena, WORDS_BYTES);
    out.tongue = v->tongue;
    period_write(&out, period);
    return out_str(&out);
}

struct str shown_days(struct visit *v, const struct period *period)
{
    struct out out = out_open(v->arena, WORDS_BYTES);
    format_day(&out, period->from);
    out_lit(&out, " – ");
    format_day(&out, period->until);
    return out_str(&out);
}

struct str shown_status(struct visit *v, const struct return_newest_row *newest)
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

enum status shown_csv(struct visit *v, const struct shown *shown)
{
    struct csv csv = csv_open(page_body(v));
    csv_text(&csv, shown_name(v, &shown->period));
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        csv_text(&csv, tongue_text(v->tongue, COLUMNS[c].label));
    }
    csv_end_row(&csv);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (!shown_has(shown, &FIGURES[i])) {
            continue;
        }
        csv_text(&csv, tongue_text(v->tongue, FIGURES[i].label));
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            int64_t value;
            if (shown_value(shown, &FIGURES[i], &COLUMNS[c], &value)) {
                csv_int(&csv, value);
            } else {
                csv_text(&csv, STR(""));
            }
        }
        csv_end_row(&csv);
    }
    return STATUS_OK;
}

enum status shown_sheet(struct visit *v, const struct shown *shown)
{
    enum { LABEL_WIDTH = 50, FIGURE_WIDTH = 14 };
    struct xlsx_column *columns = new(v->arena, struct xlsx_column, COLUMN_COUNT + 1);
    struct xlsx_table table = { "Biểu số liệu", columns, COLUMN_COUNT + 1 };
    struct xlsx_about about = { .title = shown_name(v, &shown->period),
                                .issuer = shown->unit.name,
                                .period = shown_days(v, &shown->period),
                                .note = shown_status(v, &shown->newest),
                                .at = v->now };
    columns[0] = (struct xlsx_column){ "Chỉ tiêu", XLSX_TEXT, LABEL_WIDTH };
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        columns[c + 1] = (struct xlsx_column){ COLUMNS[c].label, XLSX_NUMBER, FIGURE_WIDTH };
    }
    struct xlsx *book = sheet_open(v, &table, &about);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (!shown_has(shown, &FIGURES[i])) {
            continue;
        }
        xlsx_text(book, tongue_text(v->tongue, FIGURES[i].label));
        for (size_t c = 0; c < COLUMN_COUNT; c++) {
            int64_t value;
            if (shown_value(shown, &FIGURES[i], &COLUMNS[c], &value)) {
                xlsx_number(book, value);
            } else {
                xlsx_text(book, STR_NONE);
            }
        }
        xlsx_end_row(book);
    }
    return sheet_send(v, book, "bao-cao-luat");
}
