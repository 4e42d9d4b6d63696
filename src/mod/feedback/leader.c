/* The leader's board, its slides, and its table for spreadsheets. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/sheet.h"

enum { KINDS_MAX = 8, WORDS_BYTES = 1024 };

/* All that a board is made of. */
struct board {
    struct leader_scope scope;
    struct leader_scope before;
    struct leader_sum_row sum;
    struct leader_sum_row last; /* of the month before */
    struct leader_units_rows units;
};

static enum status read_board(struct visit *v, struct board *ret);
static void show_head(struct visit *v, const struct board *board, struct leader_view *view);
static void show_young(struct visit *v, const struct board *board, struct leader_view *view);
static void show_trend(struct visit *v, const struct board *board, struct leader_view *view);
static void show_kinds(struct visit *v, const struct board *board, struct leader_view *view);
static void show_sentences(struct visit *v, const struct board *board, struct leader_view *view);
static struct str trouble_words(struct visit *v, const struct leader_scope *scope,
                                struct unit_id unit);
static void show_lines(struct visit *v, const struct board *board, struct leader_view *view);
static size_t figures_of(struct visit *v, const struct board *board, struct figure_row *ret);
static enum status write_csv(struct visit *v, const struct board *board);
static enum status write_xlsx(struct visit *v, const struct board *board);

enum status leader_show(struct visit *v)
{
    struct board *board = new(v->arena, struct board, 1);
    struct leader_view *view = new(v->arena, struct leader_view, 1);
    struct figure_row *figures = new(v->arena, struct figure_row, LEADER_FIGURES);
    enum status status = read_board(v, board);
    if (status == STATUS_FORBIDDEN || (status && v->face != FACE_HTML)) {
        return status;
    }
    if (v->face != FACE_HTML) {
        return v->face == FACE_XLSX ? write_xlsx(v, board) : write_csv(v, board);
    }
    view->page = page_open(v, N_("Bảng điều hành"));
    if (status == STATUS_OK) {
        show_head(v, board, view);
        view->waiting = waiting_of_services(
            v, &(struct waiting_unit){ ID_OF(board->scope.unit.id), board->scope.unit.code });
        view->figures = (struct figures_view){ figures, figures_of(v, board, figures) };
        show_trend(v, board, view);
        show_kinds(v, board, view);
        show_sentences(v, board, view);
        leader_bridge_show(v, &board->scope, &board->units, view);
        show_lines(v, board, view);
        leader_map_show(v, &board->scope, &board->units, view);
    }
    feedback_leader_html(page_body(v), view);
    return status;
}

/* One figure a page, in letters that are read from the last row; the links are the keys. */
enum status leader_slides_show(struct visit *v)
{
    struct board *board = new(v->arena, struct board, 1);
    struct leader_view *view = new(v->arena, struct leader_view, 1);
    struct figure_row *figures = new(v->arena, struct figure_row, LEADER_FIGURES);
    int64_t slide;
    enum status status = read_board(v, board);
    if (status) {
        return status == STATUS_FORBIDDEN ? status : STATUS_NOT_FOUND;
    }
    int64_t count = (int64_t)figures_of(v, board, figures);
    if (!str_to_int(form_get(&v->form, "slide"), &slide)) {
        slide = 1;
    }
    if (slide < 1 || slide > count) {
        return STATUS_NOT_FOUND;
    }
    view->page = page_open(v, N_("Màn chiếu"));
    view->page->is_task = true;
    view->page->desk_count = 0;
    view->page->back = leader_board_url(v, &board->scope, board->scope.unit.code);
    show_head(v, board, view);
    view->slide = slide;
    view->shown = figures[slide - 1];
    struct str here = view->slides.url;
    if (slide > 1) {
        view->slide_before = (struct local_url){ str_printf(v->arena, "%.*s&slide=%lld",
                                                            STR_ARG(here), (long long)slide - 1) };
    }
    if (slide < count) {
        view->slide_behind = (struct local_url){ str_printf(v->arena, "%.*s&slide=%lld",
                                                            STR_ARG(here), (long long)slide + 1) };
    }
    feedback_leader_slide_html(page_body(v), view);
    return STATUS_OK;
}

/* --- what is known ---------------------------------------------------------------------------- */

static enum status read_board(struct visit *v, struct board *ret)
{
    struct leader_form form;
    enum status status = leader_scope_read(v, &form, &ret->scope);
    if (status) {
        return status;
    }
    ret->before = leader_months_before(&ret->scope, 1);
    ret->sum = leader_sum_in(v, &ret->scope);
    ret->last = leader_sum_in(v, &ret->before);
    ret->units =
        leader_units(&v->snap->conn, &(struct leader_units){ .above = ret->scope.unit.id,
                                                             .from = ret->scope.from,
                                                             .until = ret->scope.until,
                                                             .now = v->now,
                                                             .counted_on = ret->scope.counted_on });
    return STATUS_OK;
}

struct leader_sum_row leader_sum_in(struct visit *v, const struct leader_scope *scope)
{
    struct leader_sum_row row = { .received = 0 };
    (void)leader_sum(&v->snap->conn,
                     &(struct leader_sum){ .above = scope->unit.id,
                                           .from = scope->from,
                                           .until = scope->until,
                                           .now = v->now,
                                           .counted_on = scope->counted_on },
                     &row);
    return row;
}

/* --- in words --------------------------------------------------------------------------------- */

struct str leader_month_name(struct visit *v, int64_t month)
{
    return str_printf(v->arena, "%02d/%d", (int)(month % 100), (int)(month / 100));
}

/* --- parts ------------------------------------------------------------------------------------ */

static struct choice month_choice(struct visit *v, int64_t month)
{
    return (struct choice){ .value = str_printf(v->arena, "%lld", (long long)month),
                            .label = leader_month_name(v, month) };
}

static void show_head(struct visit *v, const struct board *board, struct leader_view *view)
{
    const struct leader_scope *scope = &board->scope;
    struct choice *months = new(v->arena, struct choice, LEADER_MONTHS + 1);
    size_t month_count = 0;
    int64_t month = 0;
    for (int32_t i = 0; i < LEADER_MONTHS; i++) {
        month = month_of(day_add_months(instant_day(v->now), -i));
        months[month_count++] = month_choice(v, month);
    }
    if (scope->month < month) {
        months[month_count++] = month_choice(v, scope->month);
    }
    view->unit_name = scope->unit.name;
    view->month_name = leader_month_name(v, scope->month);
    view->here = route_url(v, "/ld");
    view->unit_field = (struct field_view){ .name = "unit", .value = scope->unit.code };
    view->month_field = page_field(v, INPUT_SELECT, &leader_form_record, "month");
    view->month_field.is_optional = false;
    view->month_field.value = str_printf(v->arena, "%lld", (long long)scope->month);
    page_choices(v, &view->month_field, months, month_count);
    struct leader_way_rows way =
        leader_way(&v->snap->conn, &(struct leader_way){ .unit_id = scope->unit.id });
    struct leader_line *lines = new(v->arena, struct leader_line, way.count);
    for (size_t i = 0; i + 1 < way.count; i++) {
        if (visit_may_over(v, POWER_REPORT, ID_OF(way.rows[i].id))) {
            lines[view->way_count++] =
                (struct leader_line){ .name = way.rows[i].name,
                                      .url = leader_board_url(v, scope, way.rows[i].code) };
        }
    }
    view->way = lines;
    view->csv = leader_file_url(v, scope, "/ld.csv");
    view->xlsx = leader_file_url(v, scope, "/ld.xlsx");
    view->slides = leader_file_url(v, scope, "/ld/hop-giao-ban");
    view->at = v->now;
    leader_kept_show(v, scope, view);
    show_young(v, board, view);
}

/* In its first days a month has next to nothing: the one before is what a meeting wants. */
static void show_young(struct visit *v, const struct board *board, struct leader_view *view)
{
    int year, month, of_month;
    day_split(instant_day(v->now), &year, &month, &of_month);
    bool is_young =
        board->scope.month == month_of(instant_day(v->now)) && of_month <= LEADER_YOUNG_DAYS;
    if (is_young && board->last.received > 0) {
        view->young = leader_month_name(v, board->before.month);
        view->young_url = leader_board_url(v, &board->before, board->before.unit.code);
    }
}

/* Lists of what waits are of no month; this one stands in their addresses for the way back. */
void leader_waiting(struct visit *v, const struct waiting_unit *unit, struct waiting *ret)
{
    struct leader_open_counts_row row = { .drafted = 0 };
    struct leader_scope scope = { .unit = { .id = { unit->id.v }, .code = unit->code },
                                  .month = month_of(instant_day(v->now)) };
    struct leader_open_counts wanted = { .above = scope.unit.id,
                                         .now = v->now,
                                         .long_ago = leader_long_ago(v) };
    if (!visit_may_over(v, POWER_REPORT, unit->id) ||
        !leader_open_counts(&v->snap->conn, &wanted, &row)) {
        return;
    }
    const struct {
        enum leader_figure figure;
        int64_t n;
    } counts[] = { { LEADER_DRAFTED, row.drafted },
                   { LEADER_RULING, row.ruling },
                   { LEADER_LONG_OVERDUE, row.long_overdue },
                   { LEADER_OVERDUE, row.overdue } };
    for (size_t i = 0; i < COUNT(counts); i++) {
        waiting_put(ret, leader_words[counts[i].figure].label, counts[i].n,
                    leader_list_url(v, &scope, unit->code, counts[i].figure, false));
    }
}

static struct figure_row figure(struct visit *v, const struct board *board,
                                enum leader_figure which, int64_t n, struct str of)
{
    return (struct figure_row){
        .label = leader_words[which].label,
        .figure = leader_number(v, n),
        .of = of,
        .url = n > 0 ? leader_list_url(v, &board->scope, board->scope.unit.code, which, false)
                     : (struct local_url){ STR_NONE },
    };
}

/* "4,1 % trên 223 đã nhận"; of few no share. */
static struct str part_of(struct visit *v, int64_t part, int64_t whole)
{
    struct str share = leader_share(v, part, whole);
    struct str all = leader_number(v, whole);
    return share.p ? leader_say(v, N_("%s trên %s đã nhận"), share, all)
                   : leader_say(v, N_("trên %s đã nhận"), all, STR_NONE);
}

/* How many marks there are, and how many of those who could have given one did. */
static struct str marks_of(struct visit *v, const struct leader_sum_row *sum)
{
    struct str marks = leader_number(v, sum->rated);
    struct str share =
        sum->rated <= sum->answered ? leader_share(v, sum->rated, sum->answered) : STR_NONE;
    if (sum->rated < TOLD_FROM) {
        return leader_say(v, N_("phiếu, trên %s đã trả lời; dưới 5 phiếu không nêu điểm"),
                          leader_number(v, sum->answered), STR_NONE);
    }
    return share.p ? leader_say(v, N_("%s phiếu, %s số đã trả lời"), marks, share)
                   : leader_say(v, N_("%s phiếu trên %s đã trả lời"), marks,
                                leader_number(v, sum->answered));
}

/* Each with what it is of, and this month with the one before, where that had any. */
static size_t figures_of(struct visit *v, const struct board *board, struct figure_row *ret)
{
    const struct leader_sum_row *sum = &board->sum;
    const struct leader_sum_row *last = &board->last;
    struct str all = leader_number(v, sum->received);
    struct str before =
        leader_say(v, N_("tháng trước %s"), leader_number(v, last->received), STR_NONE);
    struct str in_time = leader_share(v, sum->on_time, sum->answered);
    struct str in_time_before = leader_share(v, last->on_time, last->answered);
    struct str of_answered =
        leader_say(v, N_("trên %s đã trả lời"), leader_number(v, sum->answered), STR_NONE);
    size_t n = 0;
    if (in_time.p) {
        in_time = in_time_before.p
                      ? leader_say(v, N_("%s; tháng trước %s"), in_time, in_time_before)
                      : in_time;
    }
    struct str of_all = leader_say(v, N_("trên %s đã nhận"), all, STR_NONE);
    ret[n++] =
        figure(v, board, LEADER_RECEIVED, sum->received,
               last->received > 0 ? before : tongue_text(v->tongue, N_("chưa đủ kỳ so sánh")));
    ret[n++] = figure(v, board, LEADER_ANSWERED, sum->answered, of_all);
    ret[n++] = figure(v, board, LEADER_ON_TIME, sum->on_time, in_time.p ? in_time : of_answered);
    ret[n++] = figure(v, board, LEADER_LATE, sum->late, part_of(v, sum->late, sum->received));
    ret[n++] =
        figure(v, board, LEADER_BOUNCED, sum->bounced, part_of(v, sum->bounced, sum->received));
    ret[n++] =
        figure(v, board, LEADER_REOPENED, sum->reopened, part_of(v, sum->reopened, sum->received));
    ret[n] = figure(v, board, LEADER_RATED, sum->rated, marks_of(v, sum));
    struct str mean = leader_mean(v, sum->rating_sum, sum->rated);
    if (mean.p) {
        ret[n].label = N_("Bà con chấm, trung bình");
        ret[n].figure = mean;
    }
    n++;
    return n;
}

static void show_trend(struct visit *v, const struct board *board, struct leader_view *view)
{
    struct chart_bar *bars = new(v->arena, struct chart_bar, LEADER_MONTHS);
    for (size_t i = 0; i < LEADER_MONTHS; i++) {
        int32_t ago = (int32_t)(LEADER_MONTHS - 1 - i);
        struct leader_scope scope = leader_months_before(&board->scope, ago);
        struct leader_sum_row sum = ago == 0   ? board->sum
                                    : ago == 1 ? board->last
                                               : leader_sum_in(v, &scope);
        bars[i] = (struct chart_bar){
            .label = leader_month_name(v, scope.month),
            .figure = leader_number(v, sum.received),
            .value = sum.received,
            .part = sum.late,
            .of = sum.late > 0 ? leader_say(v, N_("%s trễ"), leader_number(v, sum.late), STR_NONE)
                               : STR_NONE,
            .url = leader_board_url(v, &scope, scope.unit.code),
            .is_current = ago == 0,
        };
        /* Twelve of thirteen need no year beside them. */
        bars[i].label = str_slice(bars[i].label, 0, ago == 0 || i == 0 ? bars[i].label.n : 2);
    }
    view->trend = (struct chart_view){ .label = N_("Nhận mỗi tháng"),
                                       .of = N_("Trả lời trễ hoặc đang quá hạn"),
                                       .bars = bars,
                                       .count = LEADER_MONTHS };
    leader_marks_show(v, &board->scope, view);
    chart_draw(&view->trend);
}

static void show_kinds(struct visit *v, const struct board *board, struct leader_view *view)
{
    struct leader_categories_rows rows = leader_categories(
        &v->snap->conn, &(struct leader_categories){ .above = board->scope.unit.id,
                                                     .from = board->scope.from,
                                                     .until = board->scope.until,
                                                     .counted_on = board->scope.counted_on });
    struct chart_bar *bars = new(v->arena, struct chart_bar, rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct leader_categories_row *row = &rows.rows[i];
        struct local_url all =
            leader_list_url(v, &board->scope, board->scope.unit.code, LEADER_RECEIVED, false);
        size_t place = count;
        while (place > 0 && bars[place - 1].value < row->received) {
            bars[place] = bars[place - 1];
            place--;
        }
        bars[place] = (struct chart_bar){
            .label = translated(v, row->name),
            .figure = leader_number(v, row->received),
            .value = row->received,
            .url = { str_printf(v->arena, "%.*s&category=%.*s", STR_ARG(all.url),
                                STR_ARG(row->slug)) },
        };
        count += count < KINDS_MAX;
    }
    view->kinds = (struct chart_view){
        .label = N_("Loại việc"), .bars = bars, .count = count, .is_lying = true
    };
    chart_draw(&view->kinds);
}

static void show_sentences(struct visit *v, const struct board *board, struct leader_view *view)
{
    const struct leader_scope *scope = &board->scope;
    struct leader_late_units_rows units = leader_late_units(
        &v->snap->conn, &(struct leader_late_units){ .above = scope->unit.id,
                                                     .from = scope->from,
                                                     .until = scope->until,
                                                     .now = v->now,
                                                     .counted_on = scope->counted_on,
                                                     .limit = LEADER_SENTENCES });
    struct leader_sentence *list = new(v->arena, struct leader_sentence, units.count);
    for (size_t i = 0; i < units.count; i++) {
        const struct leader_late_units_row *unit = &units.rows[i];
        /* One late report is an accident, but to those whose it is. */
        if (unit->n > 1 || unit->id.v == scope->unit.id.v) {
            list[view->sentence_count++] =
                (struct leader_sentence){ unit->name, trouble_words(v, scope, unit->id),
                                          leader_list_url(v, scope, unit->code, LEADER_LATE,
                                                          true) };
        }
    }
    view->sentences = list;
}

static struct str trouble_words(struct visit *v, const struct leader_scope *scope,
                                struct unit_id unit)
{
    struct leader_late_rows rows =
        leader_late(&v->snap->conn,
                    &(struct leader_late){
                        .unit = unit, .from = scope->from, .until = scope->until, .now = v->now });
    struct leader_lump *lumps = new(v->arena, struct leader_lump, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct leader_late_row *row = &rows.rows[i];
        lumps[i] =
            (struct leader_lump){ row->category, ID_OF(row->assignee_id), row->is_open, row->n };
    }
    struct leader_trouble one = leader_trouble_of(lumps, rows.count);
    struct out out = out_open(v->arena, WORDS_BYTES);
    out_str_raw(
        &out, leader_say(v, N_("%s hồ sơ trễ hoặc quá hạn"), leader_number(v, one.late), STR_NONE));
    if (one.of_category > 1) {
        out_str_raw(&out,
                    leader_say(v, N_(", %s thuộc loại “%s”"), leader_number(v, one.of_category),
                               translated(v, one.category)));
    }
    if (one.with_one > 1 && one.with_one * 2 > one.late) {
        out_str_raw(&out, leader_say(v, N_(", %s do cùng một người giữ"),
                                     leader_number(v, one.with_one), STR_NONE));
    }
    if (one.with_nobody > 0) {
        out_str_raw(&out, leader_say(v, N_(", %s chưa giao cho ai"),
                                     leader_number(v, one.with_nobody), STR_NONE));
    }
    out_char(&out, '.');
    return out_str(&out);
}

static void show_lines(struct visit *v, const struct board *board, struct leader_view *view)
{
    static const enum leader_figure shown[LEADER_CELLS] = { LEADER_RECEIVED, LEADER_ANSWERED,
                                                            LEADER_ON_TIME,  LEADER_LATE,
                                                            LEADER_BOUNCED,  LEADER_REOPENED };
    struct leader_line *lines = new(v->arena, struct leader_line, board->units.count);
    /* Nine columns have room for short words alone. */
    static const char *const labels[LEADER_CELLS] = { N_("Nhận"),         N_("Đã trả lời"),
                                                      N_("Đúng hạn"),     N_("Trễ, quá hạn"),
                                                      N_("Trả lại từ 2"), N_("Phải mở lại") };
    for (size_t i = 0; i < board->units.count; i++) {
        const struct leader_units_row *row = &board->units.rows[i];
        const int64_t n[LEADER_CELLS] = { row->received, row->answered, row->on_time,
                                          row->late,     row->bounced,  row->reopened };
        bool own = row->id.v == board->scope.unit.id.v;
        struct leader_line *line = &lines[i];
        line->name = row->name;
        if (!own) {
            line->url = leader_board_url(v, &board->scope, row->code);
        }
        line->ended = leader_ended_words(v, &board->scope, row);
        line->share = leader_share(v, row->on_time, row->answered);
        line->mean = leader_mean(v, row->rating_sum, row->rated);
        for (size_t k = 0; k < LEADER_CELLS; k++) {
            line->cells[k] = (struct leader_cell){
                labels[k],
                leader_number(v, n[k]),
                n[k] > 0 ? leader_list_url(v, &board->scope, row->code, shown[k], own)
                         : (struct local_url){ STR_NONE },
            };
        }
    }
    view->lines = lines;
    /* A unit without others below it has no table: all of it is above. */
    bool is_alone = view->lines && board->units.count == 1 && !view->lines[0].url.url.p;
    view->line_count = is_alone ? 0 : board->units.count;
}

static const struct field sheet_fields[] = {
    FIELD(struct leader_units_row, code, .label = N_("Mã đơn vị")),
    FIELD(struct leader_units_row, name, .label = N_("Đơn vị")),
    FIELD(struct leader_units_row, received, .label = N_("Nhận trong tháng")),
    FIELD(struct leader_units_row, answered, .label = N_("Đã trả lời")),
    FIELD(struct leader_units_row, on_time, .label = N_("Trả lời đúng hạn")),
    FIELD(struct leader_units_row, late, .label = N_("Trả lời trễ hoặc đang quá hạn")),
    FIELD(struct leader_units_row, bounced, .label = N_("Bị trả lại từ hai lần")),
    FIELD(struct leader_units_row, reopened, .label = N_("Bà con yêu cầu mở lại")),
    FIELD(struct leader_units_row, rated, .label = N_("Bà con đã chấm")),
};
static const struct record sheet = RECORD("leader_units", struct leader_units_row, sheet_fields);

static enum status write_csv(struct visit *v, const struct board *board)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &sheet);
    for (size_t i = 0; i < board->units.count; i++) {
        csv_record(&csv, &sheet, &board->units.rows[i]);
    }
    return STATUS_OK;
}

/* Typed columns in the order of the record. */
static const struct xlsx_column columns[] = {
    { "Mã đơn vị", XLSX_TEXT, 10 },
    { "Đơn vị", XLSX_TEXT, 34 },
    { "Nhận trong tháng", XLSX_NUMBER, 12 },
    { "Đã trả lời", XLSX_NUMBER, 12 },
    { "Trả lời đúng hạn", XLSX_NUMBER, 12 },
    { "Trả lời trễ hoặc đang quá hạn", XLSX_NUMBER, 14 },
    { "Bị trả lại từ hai lần", XLSX_NUMBER, 12 },
    { "Bà con yêu cầu mở lại", XLSX_NUMBER, 12 },
    { "Bà con đã chấm", XLSX_NUMBER, 12 },
};
static const struct xlsx_table book = { "Bảng điều hành", columns, COUNT(columns) };
_Static_assert(COUNT(columns) == COUNT(sheet_fields), "a column for each field");

static enum status write_xlsx(struct visit *v, const struct board *board)
{
    struct xlsx_about about = {
        .title = STR("Bảng điều hành: phản ánh, kiến nghị"),
        .issuer = board->scope.unit.name,
        .period =
            str_printf(v->arena, "Tháng %.*s", STR_ARG(leader_month_name(v, board->scope.month))),
        .note = board->scope.is_now ? STR("Đơn vị cũ có một nơi kế tục thì quy về nơi ấy.")
                                    : STR("Đơn vị cũ đứng thành dòng riêng."),
        .at = v->now,
    };
    return sheet_give(v, &book, &about, "bang-dieu-hanh",
                      (struct sheet_rows){ &sheet, board->units.rows, board->units.count });
}
