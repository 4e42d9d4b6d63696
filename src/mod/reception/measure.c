/* Which heads received as often as the law of that month asks, for everybody to see. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/reception.h"
#include "mod/reception/pages.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/route.h"

enum { MONTHS_BACK = 12, HELD_MAX = 256, BASIS_BYTES = 2048 };

static const struct field measure_fields[] = {
    FIELD(struct reception_measure_row, code, .label = N_("Mã đơn vị")),
    FIELD(struct reception_measure_row, name, .label = N_("Đơn vị")),
    FIELD(struct reception_measure_row, month, .label = N_("Tháng")),
    FIELD(struct reception_measure_row, posted, .label = N_("Buổi đã niêm yết")),
    FIELD(struct reception_measure_row, required, .label = N_("Phải tiếp")),
    FIELD(struct reception_measure_row, held, .label = N_("Đã tiếp")),
    FIELD(struct reception_measure_row, per, .label = N_("Tính theo")),
    FIELD(struct reception_measure_row, result, .label = N_("Kết quả")),
    FIELD(struct reception_measure_row, basis, .label = N_("Căn cứ")),
};
const struct record reception_measure_record =
    RECORD("reception_measure", struct reception_measure_row, measure_fields);

static struct day month_asked(struct visit *v);
static struct reception_measure_row row_of(struct visit *v, struct day month,
                                           const struct reception_offices_row *office,
                                           const struct reception_days_between_rows *days);
static const char *result_name(const struct head_month *month, int64_t posted, struct day begin,
                               struct day today);
static struct str basis_of(struct visit *v, struct day month);
static struct str month_text(struct visit *v, char between, struct day month);
static struct day month_begin(struct day day);
static struct field_view month_choice(struct visit *v, struct day month);
static enum status write_csv(struct visit *v, const struct reception_measure_view *view);
static enum status write_json(struct visit *v, const struct reception_measure_view *view);

enum status reception_measure_page(struct visit *v)
{
    struct day month = month_asked(v);
    struct reception_days_between reach;
    head_month_reach(month, &reach.from_on, &reach.until_on);
    struct reception_days_between_rows days = reception_days_between(&v->snap->conn, &reach);
    struct reception_offices_rows offices =
        reception_offices(&v->snap->conn, &(struct reception_offices){ .on = month });
    struct reception_measure_row *rows =
        new(v->arena, struct reception_measure_row, offices.count + 1);
    for (size_t i = 0; i < offices.count; i++) {
        rows[i] = row_of(v, month, &offices.rows[i], &days);
    }
    struct reception_measure_view view = {
        .month = month_text(v, '/', month),
        .month_key = month_text(v, '-', month),
        .here = route_url(v, "/giam-sat/tiep-dan"),
        .month_field = month_choice(v, month),
        .csv = { STR("/giam-sat/tiep-dan.csv") },
        .rows = rows,
        .row_count = offices.count,
        .basis = basis_of(v, month),
    };
    if (v->face == FACE_CSV) {
        return write_csv(v, &view);
    }
    if (v->face == FACE_JSON) {
        return write_json(v, &view);
    }
    view.page = page_open(v, N_("Người đứng đầu có tiếp dân đủ ngày?"));
    reception_measure_html(page_body(v), &view);
    return STATUS_OK;
}

/* "10-2026"; what is no month, and what has not begun, is this month. */
static struct day month_asked(struct visit *v)
{
    struct day today = instant_day(v->now);
    struct str text = form_get(&v->form, "thang");
    struct str month = str_cut(&text, '-');
    struct day asked =
        day_parse(str_printf(v->arena, "%.*s-%.*s-01", STR_ARG(text), STR_ARG(month)));
    bool is_month = !day_is_none(asked) && day_compare(asked, today) <= 0;
    return is_month ? asked : month_begin(today);
}

static enum reception_office office_of(const struct reception_offices_row *office)
{
    bool is_government = str_equal(office->kind, STR("government"));
    return !is_government             ? RECEPTION_BODY
           : office->parent_id.v != 0 ? RECEPTION_COMMUNE
                                      : RECEPTION_PROVINCE;
}

static struct reception_measure_row row_of(struct visit *v, struct day month,
                                           const struct reception_offices_row *office,
                                           const struct reception_days_between_rows *days)
{
    struct day held_on[HELD_MAX];
    size_t held = 0;
    struct day next = day_add_months(month, 1);
    struct reception_measure_row row = { .code = office->code,
                                         .name = office->name,
                                         .month = month_text(v, '/', month) };
    for (size_t i = 0; i < days->count; i++) {
        const struct reception_days_between_row *day = &days->rows[i];
        if (day->unit_id.v != office->id.v) {
            continue;
        }
        bool is_in = day_compare(month, day->held_on) <= 0 && day_compare(day->held_on, next) < 0;
        row.posted += is_in && day->moved_to_id.v == 0 ? 1 : 0;
        if (str_equal(day->outcome, STR(BY_HEAD)) && held < HELD_MAX) {
            held_on[held++] = day->held_on;
        }
    }
    struct head_month counted = head_month_count(office_of(office), month, held_on, held,
                                                 visit_calendar(v, ID_OF(office->id)));
    struct out basis = out_open(v->arena, BASIS_BYTES);
    basis.tongue = v->tongue;
    head_month_write(&basis, &counted);
    if (counted.duty) {
        out_lit(&basis, " (");
        cite_write(&basis, &counted.duty->cite);
        out_char(&basis, ')');
    }
    bool is_weekly = counted.duty && counted.duty->per == PER_WEEK;
    row.required = counted.required;
    row.held = counted.held;
    row.per = tongue_text(v->tongue, is_weekly ? N_("tuần") : N_("ngày"));
    row.result =
        tongue_text(v->tongue, result_name(&counted, row.posted, month, instant_day(v->now)));
    row.basis = out_str(&basis);
    return row;
}

static const char *result_name(const struct head_month *month, int64_t posted, struct day begin,
                               struct day today)
{
    bool is_over = day_compare(day_add_months(begin, 1), today) <= 0;
    if (month->is_met) {
        return N_("Đủ");
    }
    if (!is_over) {
        return N_("Tháng chưa hết");
    }
    return posted > 0 ? N_("Chưa đủ") : N_("Chưa niêm yết lịch ở đây");
}

/* By which articles communes and the others are counted that month. */
static struct str basis_of(struct visit *v, struct day month)
{
    static const enum reception_office offices[] = { RECEPTION_COMMUNE, RECEPTION_PROVINCE,
                                                     RECEPTION_BODY };
    struct out out = out_open(v->arena, BASIS_BYTES);
    out.tongue = v->tongue;
    bool is_first = true;
    for (size_t i = 0; i < COUNT(offices); i++) {
        const struct head_duty *duty = head_duty_find(offices[i], month);
        if (duty) {
            out_str_raw(&out, is_first ? tongue_text(v->tongue, N_("Căn cứ:")) : STR(";"));
            out_char(&out, ' ');
            cite_write(&out, &duty->cite);
            is_first = false;
        }
    }
    if (!is_first) {
        out_char(&out, '.');
    }
    return out_str(&out);
}

static struct str month_text(struct visit *v, char between, struct day month)
{
    int year;
    int number;
    int day_of_month;
    day_split(month, &year, &number, &day_of_month);
    return str_printf(v->arena, "%02d%c%d", number, between, year);
}

static struct day month_begin(struct day day)
{
    int year;
    int number;
    int day_of_month;
    day_split(day, &year, &number, &day_of_month);
    return day_of(year, number, 1);
}

static struct field_view month_choice(struct visit *v, struct day month)
{
    struct choice *choices = new(v->arena, struct choice, MONTHS_BACK + 1);
    struct day this_month = month_begin(instant_day(v->now));
    size_t count = 0;
    for (int32_t back = 0; back < MONTHS_BACK; back++) {
        struct day begin = day_add_months(this_month, -back);
        choices[count++] = (struct choice){ .value = month_text(v, '-', begin),
                                            .label = month_text(v, '/', begin) };
    }
    struct field_view field = { .kind = INPUT_SELECT,
                                .name = "thang",
                                .label = N_("Tháng"),
                                .value = month_text(v, '-', month) };
    page_choices(v, &field, choices, count);
    return field;
}

static enum status write_csv(struct visit *v, const struct reception_measure_view *view)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &reception_measure_record);
    for (size_t i = 0; i < view->row_count; i++) {
        csv_record(&csv, &reception_measure_record, &view->rows[i]);
    }
    return STATUS_OK;
}

static enum status write_json(struct visit *v, const struct reception_measure_view *view)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "month", view->month);
    json_list(&json, "items");
    for (size_t i = 0; i < view->row_count; i++) {
        json_record(&json, NULL, &reception_measure_record, &view->rows[i]);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}
