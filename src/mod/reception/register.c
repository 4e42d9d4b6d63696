/* The reception book in its thirteen columns, as a page and as a file. Law: 154/2026/NĐ-CP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/reception.h"
#include "mod/reception/pages.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/route.h"
#include "web/sheet.h"

enum { BOOK_ROWS = 1000, CELL_BYTES = 4096 };

static const struct field register_fields[] = {
    FIELD(struct reception_register_row, number, .label = N_("STT")),
    FIELD(struct reception_register_row, held_on, .label = N_("Ngày tiếp")),
    FIELD(struct reception_register_row, visitor, .label = N_("Họ tên, địa chỉ")),
    FIELD(struct reception_register_row, identity_number, .label = N_("Số định danh")),
    FIELD(struct reception_register_row, content, .label = N_("Nội dung vụ việc")),
    FIELD(struct reception_register_row, matter, .label = N_("Loại việc")),
    FIELD(struct reception_register_row, people, .label = N_("Số người")),
    FIELD(struct reception_register_row, settled_by, .label = N_("Cơ quan đã giải quyết")),
    FIELD(struct reception_register_row, is_own, .label = N_("Thuộc thẩm quyền")),
    FIELD(struct reception_register_row, guided_to, .label = N_("Hướng dẫn, chuyển tới")),
    FIELD(struct reception_register_row, handling, .label = N_("Đơn vị tiếp nhận xử lý")),
    FIELD(struct reception_register_row, follow_up, .label = N_("Theo dõi kết quả")),
    FIELD(struct reception_register_row, note, .label = N_("Ghi chú")),
};
const struct record reception_register_record =
    RECORD("reception_register", struct reception_register_row, register_fields);

static const struct field period_fields[] = {
    FIELD(struct reception_period, tu, .rules = FIELD_PERIOD_START, .label = N_("Từ ngày")),
    FIELD(struct reception_period, den, .rules = FIELD_PERIOD_END, .label = N_("Đến ngày")),
};
const struct record reception_period_record =
    RECORD("reception_period", struct reception_period, period_fields);

static bool read_period(struct visit *v, struct reception_period *ret);
static struct reception_register_row row_of(struct visit *v,
                                            const struct reception_entries_row *row, size_t number);
static struct str follow_up(struct visit *v, const struct reception_entries_row *row);
static struct str note(struct visit *v, const struct reception_entries_row *row);
static struct str day_text(struct visit *v, struct day day);

enum status reception_register_page(struct visit *v)
{
    struct reception_period period;
    struct unit_id unit = case_desk_unit(v, POWER_HANDLE);
    if (!visit_may_over(v, POWER_HANDLE, ID_OF(unit))) {
        return STATUS_FORBIDDEN;
    }
    bool is_period = read_period(v, &period);
    struct case_unit_get_row own = { .name = STR_NONE };
    case_unit_get(&v->snap->conn, &(struct case_unit_get){ .id = unit }, &own);
    struct reception_entries wanted = {
        .unit_id = unit, .from_on = period.tu, .until_on = period.den, .limit = BOOK_ROWS
    };
    struct reception_entries_rows book = reception_entries(&v->snap->conn, &wanted);
    struct reception_register_row *rows =
        new(v->arena, struct reception_register_row, book.count + 1);
    for (size_t i = 0; i < book.count; i++) {
        rows[i] = row_of(v, &book.rows[i], i + 1);
    }
    if (v->face == FACE_CSV) {
        struct csv csv = csv_open(page_body(v));
        csv_head(&csv, v->tongue, &reception_register_record);
        for (size_t i = 0; i < book.count; i++) {
            csv_record(&csv, &reception_register_record, &rows[i]);
        }
        return STATUS_OK;
    }
    if (v->face == FACE_XLSX) {
        struct xlsx_about about = {
            .title = STR("Sổ tiếp công dân"),
            .issuer = own.name,
            .period = str_printf(v->arena, "Từ %.*s đến %.*s", STR_ARG(day_text(v, period.tu)),
                                 STR_ARG(day_text(v, period.den))),
            .note = STR("Mẫu số 03/TCD, Nghị định số 154/2026/NĐ-CP"),
            .at = v->now,
        };
        return sheet_give(v, &xlsx_reception_book, &about, "so-tiep-cong-dan",
                          (struct sheet_rows){ &reception_register_record, rows, book.count });
    }
    struct reception_register_view view = {
        .page = page_open(v, N_("Sổ tiếp công dân")),
        .unit_name = own.name,
        .unit_code = own.code,
        .here = route_url(v, "/cb/tiep-dan/so"),
        .csv = { STR("/cb/tiep-dan/so.csv") },
        .xlsx = { STR("/cb/tiep-dan/so.xlsx") },
        .from_field = page_field(v, INPUT_DAY, &reception_period_record, "tu"),
        .until_field = page_field(v, INPUT_DAY, &reception_period_record, "den"),
        .from = day_text(v, period.tu),
        .until = day_text(v, period.den),
        .rows = rows,
        .row_count = book.count,
        .empty = { N_("Chưa tiếp ai trong những ngày này"),
                   N_("Người được tiếp hiện ở đây theo ngày và số thứ tự."),
                   NULL,
                   { STR_NONE } },
    };
    view.page->back = route_url(v, "/cb/tiep-dan");
    reception_register_html(page_body(v), &view);
    return is_period ? STATUS_OK : STATUS_INVALID;
}

/* This month so far, unless other days are asked for. */
static bool read_period(struct visit *v, struct reception_period *ret)
{
    struct reception_period asked = { .tu = DAY_NONE };
    struct day today = instant_day(v->now);
    bool is_read = visit_form_part(v, &reception_period_record, &asked);
    int year;
    int month;
    int day_of_month;
    day_split(today, &year, &month, &day_of_month);
    *ret = (struct reception_period){ day_of(year, month, 1), today };
    ret->tu = day_is_none(asked.tu) ? ret->tu : asked.tu;
    ret->den = day_is_none(asked.den) ? ret->den : asked.den;
    if (is_read && day_compare(ret->den, ret->tu) < 0) {
        visit_problem(v, "den", N_("Ngày cuối phải sau ngày đầu."));
        return false;
    }
    return is_read;
}

static struct reception_register_row row_of(struct visit *v,
                                            const struct reception_entries_row *row, size_t number)
{
    bool is_own = row->route.p && reception_route_is_own(row->route);
    return (struct reception_register_row){
        .number = (int64_t)number,
        .held_on = row->held_on,
        .visitor = str_printf(v->arena, "%.*s, %.*s", STR_ARG(row->visitor), STR_ARG(row->address)),
        .identity_number = row->identity_number,
        .content = row->heard.p ? row->heard : row->content,
        .matter =
            row->matter.p ? tongue_text(v->tongue, matter_name(matter_of(row->matter))) : STR_NONE,
        .people = row->people,
        .settled_by = row->settled_by,
        .is_own = is_own ? STR("x") : STR_NONE,
        .guided_to = row->sent_to,
        .handling = row->handling,
        .follow_up = follow_up(v, row),
        .note = note(v, row),
    };
}

/* "Đã thụ lý để giải quyết, 15/10/2026"; without an answer, how it stands. */
static struct str follow_up(struct visit *v, const struct reception_entries_row *row)
{
    struct out out = out_open(v->arena, CELL_BYTES);
    out.tongue = v->tongue;
    const char *answer = reception_answer_name(row->answer);
    if (!answer) {
        int state = workflow_state(&reception_flow, row->state);
        return tongue_text(v->tongue, reception_flow.states[state].label);
    }
    out_str_raw(&out, tongue_text(v->tongue, answer));
    out_lit(&out, ", ");
    format_day(&out, row->answered_on);
    return out_str(&out);
}

/* Its code, and what came of it. */
static struct str note(struct visit *v, const struct reception_entries_row *row)
{
    struct out out = out_open(v->arena, CELL_BYTES);
    out_str_raw(&out, row->code);
    if (row->came_of.p) {
        out_lit(&out, " → ");
        out_str_raw(&out, row->came_of);
    }
    if (row->point_name.p) {
        out_lit(&out, "; ");
        out_str_raw(&out, tongue_text(v->tongue, N_("tiếp trực tuyến, điểm cầu")));
        out_char(&out, ' ');
        out_str_raw(&out, row->point_name);
    }
    if (!day_is_none(row->conclude_by)) {
        out_lit(&out, "; ");
        out_str_raw(&out, tongue_text(v->tongue, N_("kết luận thực hiện đến")));
        out_char(&out, ' ');
        format_day(&out, row->conclude_by);
    }
    return out_str(&out);
}

static struct str day_text(struct visit *v, struct day day)
{
    enum { DAY_BYTES = 16 };
    struct out out = out_open(v->arena, DAY_BYTES);
    format_day(&out, day);
    return out_str(&out);
}
