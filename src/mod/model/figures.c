/* The figures of a year: of all units or of some, as a page, as data, and as a spreadsheet. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/figures.h"

#include <string.h>

#include "base/limits.h"
#include "html/model.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/sheet.h"

enum { PERMILLE = 1000, SHARE_BYTES = 32, FIRST_UNITS = 64, UNITS_SHOWN = 300 };

struct figures_query {
    int64_t year; /* 0: this one */
    struct str unit;
};
static const struct field query_fields[] = {
    FIELD(struct figures_query, year, .max = DAY_MAX_YEAR, .label = N_("Năm")),
    FIELD(struct figures_query, unit, .rules = FIELD_LINE, .max = 20, .label = N_("Đơn vị")),
};
const struct record model_figures_query_record =
    RECORD("model_figures_query", struct figures_query, query_fields);

static const struct field figures_fields[] = {
    FIELD(struct model_figures_row, code, .label = N_("Mã đơn vị")),
    FIELD(struct model_figures_row, name, .label = N_("Đơn vị")),
    FIELD(struct model_figures_row, kind, .label = N_("Loại đơn vị")),
#define FIGURE(name_, member, label_)                                                              \
    FIELD(struct model_figures_row, member, .label = (label_))                                     \
    ,
#include "mod/model/figures.def"
#undef FIGURE
};
const struct record model_figures_record =
    RECORD("model_figures", struct model_figures_row, figures_fields);

static const struct xlsx_column columns[] = {
    { "Mã đơn vị", XLSX_TEXT, 10 },
    { "Đơn vị", XLSX_TEXT, 34 },
    { "Loại đơn vị", XLSX_TEXT, 16 },
#define FIGURE(name_, member, label_) { label_, XLSX_NUMBER, 13 },
#include "mod/model/figures.def"
#undef FIGURE
};
static const struct xlsx_table sheet = { "Mô hình Dân vận khéo", columns, COUNT(columns), true };

/* What was asked for, and what there is of it. */
struct figures {
    struct figures_query query;
    struct unit_id above; /* none: all units */
    struct model_unit_row unit;
    struct model_figures_row *rows;
    size_t count;
    struct model_figures_row total;
};

static bool read_query(struct visit *v, struct figures *ret);
static void count_rows(struct visit *v, struct figures *figures);
static int64_t *figure_at(struct model_figures_row *row, size_t figure);
static void show(struct visit *v, struct figures *figures, struct model_figures_view *ret);
static enum status write_json(struct visit *v, struct figures *figures);
static enum status write_csv(struct visit *v, const struct figures *figures);
static enum status write_xlsx(struct visit *v, const struct figures *figures);

enum status model_figures_page(struct visit *v)
{
    struct figures figures = { .count = 0 };
    bool is_read = read_query(v, &figures);
    if (is_read) {
        count_rows(v, &figures);
    }
    if (v->face != FACE_HTML && !is_read) {
        return STATUS_INVALID;
    }
    switch ((int)v->face) {
    case FACE_JSON:
        return write_json(v, &figures);
    case FACE_CSV:
        return write_csv(v, &figures);
    case FACE_XLSX:
        return write_xlsx(v, &figures);
    default:
        break;
    }
    struct model_figures_view *view = new(v->arena, struct model_figures_view, 1);
    show(v, &figures, view);
    model_figures_html(page_body(v), view);
    return is_read ? STATUS_OK : STATUS_INVALID;
}

/* --- counting --------------------------------------------------------------------------------- */

static bool read_query(struct visit *v, struct figures *ret)
{
    if (!visit_form(v, &model_figures_query_record, &ret->query)) {
        return false;
    }
    ret->query.year = ret->query.year ? ret->query.year : model_year_of(instant_day(v->now));
    struct model_unit wanted = { .code = ret->query.unit, .on = instant_day(v->now) };
    if (!str_is_empty(ret->query.unit) && !model_unit(&v->snap->conn, &wanted, &ret->unit)) {
        visit_problem(v, "unit", N_("Không có đơn vị nào mang mã này. Hãy chọn lại."));
        return false;
    }
    ret->above = ret->unit.id;
    return true;
}

struct counting {
    struct visit *v;
    struct figures *figures;
    size_t capacity;
};

/* The sums come unit by unit. */
static bool count_one(void *context, const struct model_tallies_row *sum)
{
    struct counting *counting = context;
    struct figures *figures = counting->figures;
    struct arena *arena = counting->v->arena;
    size_t figure = model_figure_of(sum->figure);
    if (figures->count == 0 || !ID_IS(figures->rows[figures->count - 1].id, sum->id)) {
        if (figures->count == counting->capacity) {
            struct model_figures_row *grown =
                new(arena, struct model_figures_row, 2 * counting->capacity);
            memcpy(grown, figures->rows, figures->count * sizeof *grown);
            figures->rows = grown;
            counting->capacity *= 2;
        }
        figures->rows[figures->count++] = (struct model_figures_row){
            .id = sum->id,
            .has_ended = !day_is_none(sum->until_on) &&
                         day_compare(sum->until_on, instant_day(counting->v->now)) < 0,
            .code = str_copy(arena, sum->code),
            .name = str_copy(arena, sum->name),
            .kind = str_copy(arena, sum->kind),
        };
    }
    if (figure < MODEL_FIGURES) {
        *figure_at(&figures->rows[figures->count - 1], figure) += sum->n;
        *figure_at(&figures->total, figure) += sum->n;
    }
    return true;
}

static void count_rows(struct visit *v, struct figures *figures)
{
    struct model_tallies wanted = { .year = figures->query.year, .above = figures->above };
    struct counting counting = { v, figures, FIRST_UNITS };
    figures->rows = new(v->arena, struct model_figures_row, FIRST_UNITS);
    model_tallies(&v->snap->conn, &wanted, count_one, &counting);
}

static int64_t *figure_at(struct model_figures_row *row, size_t figure)
{
    static const size_t offsets[MODEL_FIGURES] = {
#define FIGURE(name, member, label) offsetof(struct model_figures_row, member),
#include "mod/model/figures.def"
#undef FIGURE
    };
    return (int64_t *)(void *)((char *)row + offsets[figure]);
}

/* --- the page --------------------------------------------------------------------------------- */

/* Which list a number opens: of one unit, of a kind, or of a unit with all below it. */
struct scope {
    const struct figures *figures;
    struct unit_id unit;
    struct str kind;
};

static struct local_url list_of(struct visit *v, const struct scope *scope, size_t figure)
{
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    struct str above = scope->unit.v ? STR_NONE : scope->figures->query.unit;
    out_printf(&out, "/lam/mo-hinh?figure=%s&year=%lld", model_figures[figure].word,
               (long long)scope->figures->query.year);
    if (scope->unit.v) {
        out_printf(&out, "&of=%lld", (long long)scope->unit.v);
    }
    if (!str_is_empty(scope->kind)) {
        out_printf(&out, "&kind=%.*s", STR_ARG(scope->kind));
    }
    if (!str_is_empty(above)) {
        out_printf(&out, "&above=%.*s", STR_ARG(above));
    }
    return (struct local_url){ out_str(&out) };
}

/* "66,7 %", absent of nothing. */
static struct str share_of(struct visit *v, int64_t part, int64_t whole)
{
    if (whole <= 0) {
        return STR_NONE;
    }
    struct out out = out_open(v->arena, SHARE_BYTES);
    out.tongue = v->tongue;
    format_tenths(&out, (part * PERMILLE * 2 + whole) / (whole * 2));
    out_lit(&out, " %");
    return out_str(&out);
}

static struct figure_row card_of(struct visit *v, const struct scope *scope,
                                 struct model_figures_row *row, size_t figure)
{
    int64_t n = *figure_at(row, figure);
    return (struct figure_row){
        .label = model_figures[figure].label,
        .figure = model_number(v, n),
        .url = n > 0 ? list_of(v, scope, figure) : (struct local_url){ STR_NONE },
    };
}

static const enum model_figure steps[FUNNEL_STEPS] = { FIGURE_REGISTERED, FIGURE_EFFECTIVE,
                                                       FIGURE_RECOGNISED, FIGURE_OUTSTANDING,
                                                       FIGURE_PROPOSED };

static struct figures_view funnel_of(struct visit *v, struct figures *figures)
{
    struct scope all = { .figures = figures };
    struct figure_row *cards = new(v->arena, struct figure_row, FUNNEL_STEPS);
    for (size_t i = 0; i < FUNNEL_STEPS; i++) {
        cards[i] = card_of(v, &all, &figures->total, steps[i]);
        struct str share = share_of(v, *figure_at(&figures->total, steps[i]),
                                    *figure_at(&figures->total, FIGURE_REGISTERED));
        if (i > 0 && share.p) {
            cards[i].of = str_printf(v->arena, "%.*s %.*s", STR_ARG(share),
                                     STR_ARG(tongue_text(v->tongue, N_("số đăng ký"))));
        }
    }
    return (struct figures_view){ cards, FUNNEL_STEPS };
}

static bool is_step(size_t figure)
{
    size_t i = 0;
    while (i < FUNNEL_STEPS && (size_t)steps[i] != figure) {
        i++;
    }
    return i < FUNNEL_STEPS;
}

static struct figures_view others_of(struct visit *v, struct figures *figures)
{
    struct scope all = { .figures = figures };
    struct figure_row *cards = new(v->arena, struct figure_row, MODEL_FIGURES);
    size_t count = 0;
    for (size_t i = 0; i < MODEL_FIGURES; i++) {
        if (!is_step(i)) {
            cards[count++] = card_of(v, &all, &figures->total, i);
        }
    }
    return (struct figures_view){ cards, count };
}

static struct figure_line line_of(struct visit *v, const struct scope *scope,
                                  struct model_figures_row *row, struct str name)
{
    static const enum model_figure shown[LINE_CELLS] = { FIGURE_FRESH,      FIGURE_KEPT,
                                                         FIGURE_RECOGNISED, FIGURE_OUTSTANDING,
                                                         FIGURE_COPIED,     FIGURE_STOPPED };
    struct figure_line line = { .name = name,
                                .share = share_of(v, row->recognised_fresh, row->fresh) };
    for (size_t i = 0; i < LINE_CELLS; i++) {
        int64_t n = *figure_at(row, shown[i]);
        line.cells[i] = (struct figure_cell){
            .label = model_figures[shown[i]].label,
            .value = model_number(v, n),
            .list = n > 0 ? list_of(v, scope, shown[i]) : (struct local_url){ STR_NONE },
        };
    }
    return line;
}

static void show_lines(struct visit *v, struct figures *figures, struct model_figures_view *view)
{
    struct figure_line *units = new(v->arena, struct figure_line, figures->count + 1);
    struct model_figures_row *kinds = new(v->arena, struct model_figures_row, figures->count + 1);
    struct figure_line *lines = new(v->arena, struct figure_line, figures->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < figures->count; i++) {
        struct model_figures_row *row = &figures->rows[i];
        struct scope own = { figures, row->id, STR_NONE };
        units[i] = line_of(v, &own, row, row->name);
        if (!row->has_ended) {
            units[i].url = (struct local_url){ str_printf(
                v->arena, "/lam/mo-hinh/so-lieu?year=%lld&unit=%.*s",
                (long long)figures->query.year, STR_ARG(row->code)) };
        }
        size_t k = 0;
        while (k < count && !str_equal(kinds[k].kind, row->kind)) {
            k++;
        }
        count += k == count;
        kinds[k].kind = row->kind;
        for (size_t n = 0; n < MODEL_FIGURES; n++) {
            *figure_at(&kinds[k], n) += *figure_at(row, n);
        }
    }
    for (size_t k = 0; k < count; k++) {
        struct scope all = { figures, { 0 }, kinds[k].kind };
        struct str name = tongue_text(v->tongue, model_kind_label(kinds[k].kind));
        lines[k] = line_of(v, &all, &kinds[k], name);
    }
    /* One more than there are lines: all of them, of which the labels are wanted. */
    units[figures->count] =
        line_of(v, &(struct scope){ .figures = figures }, &figures->total, STR_NONE);
    const struct figure_line *heads = &units[figures->count];
    size_t shown = figures->count < UNITS_SHOWN ? figures->count : UNITS_SHOWN;
    view->units = (struct figure_table){ N_("Đơn vị"), heads, units, shown };
    view->is_cut = shown < figures->count;
    view->kinds = (struct figure_table){ N_("Loại đơn vị"), heads, lines, count };
}

static struct local_url file_of(struct visit *v, const struct figures *figures, const char *suffix)
{
    return (struct local_url){ str_printf(v->arena, "/lam/mo-hinh/so-lieu.%s?year=%lld&unit=%.*s",
                                          suffix, (long long)figures->query.year,
                                          STR_ARG(figures->query.unit)) };
}

static void show_filters(struct visit *v, struct model_figures_view *view)
{
    const struct record *record = &model_figures_query_record;
    struct model_tally_years_rows years = model_tally_years(&v->snap->conn);
    struct choice *choices = new(v->arena, struct choice, years.count + 1);
    size_t count = 0;
    bool has_asked = false;
    for (size_t i = 0; i < years.count; i++) {
        struct str year = model_id_str(v, years.rows[i].year);
        choices[count++] = (struct choice){ .value = year, .label = year };
        has_asked |= str_equal(year, view->year_name);
    }
    if (!has_asked) {
        choices[count++] = (struct choice){ .value = view->year_name, .label = view->year_name };
    }
    view->year = page_field(v, INPUT_SELECT, record, "year");
    view->year.value = view->year_name;
    view->year.is_optional = false;
    page_choices(v, &view->year, choices, count);
    view->unit = page_field(v, INPUT_SELECT, record, "unit");
    model_unit_choices(v, &view->unit);
}

static void show(struct visit *v, struct figures *figures, struct model_figures_view *ret)
{
    *ret = (struct model_figures_view){
        .page = page_open(v, N_("Số liệu mô hình “Dân vận khéo”")),
        .here = route_url(v, "/lam/mo-hinh/so-lieu"),
        .csv = file_of(v, figures, "csv"),
        .xlsx = file_of(v, figures, "xlsx"),
        .unit_name = figures->unit.name,
        .year_name = model_id_str(v, figures->query.year),
        .funnel = funnel_of(v, figures),
        .all = others_of(v, figures),
        .share = share_of(v, figures->total.recognised_fresh, figures->total.fresh),
        .empty = { N_("Chưa có số liệu"), N_("Năm này chưa có mô hình nào được duyệt hay xét."),
                   N_("Xem tất cả mô hình"), route_url(v, "/lam/mo-hinh") },
    };
    ret->page->back = route_url(v, "/lam/mo-hinh");
    show_filters(v, ret);
    show_lines(v, figures, ret);
}

/* --- as data ---------------------------------------------------------------------------------- */

static enum status write_json(struct visit *v, struct figures *figures)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_int(&json, "year", figures->query.year);
    json_list(&json, "items");
    for (size_t i = 0; i < figures->count; i++) {
        json_record(&json, NULL, &model_figures_record, &figures->rows[i]);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}

static enum status write_csv(struct visit *v, const struct figures *figures)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &model_figures_record);
    for (size_t i = 0; i < figures->count; i++) {
        csv_record(&csv, &model_figures_record, &figures->rows[i]);
    }
    return STATUS_OK;
}

static enum status write_xlsx(struct visit *v, const struct figures *figures)
{
    struct xlsx_about about = {
        .title = STR("Số liệu mô hình “Dân vận khéo”"),
        .issuer = figures->unit.name.p ? figures->unit.name : STR("Mọi đơn vị"),
        .period = str_printf(v->arena, "Năm %lld", (long long)figures->query.year),
        .note = STR("Mỗi số ở trang “Số liệu mô hình” mở ra danh sách của nó."),
        .at = v->now,
    };
    return sheet_give(v, &sheet, &about, "so-lieu-mo-hinh",
                      (struct sheet_rows){ &model_figures_record, figures->rows, figures->count });
}
