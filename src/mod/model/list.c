/* The gallery: what everybody may read, with its filters, its search, its feed and its table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/list.h"
#include "mod/model/figure_rules.h"

#include "base/limits.h"
#include "html/model.h"
#include "text/html.h"
#include "text/tongue.h"
#include "web/face.h"

static const struct field query_fields[] = {
    FIELD(struct model_query, q, .max = 100, .label = N_("Tìm")),
    FIELD(struct model_query, unit, .max = 20, .label = N_("Đơn vị")),
    FIELD(struct model_query, field, .max = 20, .label = N_("Lĩnh vực")),
    FIELD(struct model_query, subject, .max = 20, .label = N_("Của ai")),
    FIELD(struct model_query, state, .max = 20, .label = N_("Tình trạng")),
    FIELD(struct model_query, each_max, .max = AMOUNT_MAX, .label = N_("Tiền mỗi hộ")),
    FIELD(struct model_query, before, .max = 20, .label = N_("Trang")),
    FIELD(struct model_query, figure, .max = 20, .label = N_("Số liệu")),
    FIELD(struct model_query, year, .max = DAY_MAX_YEAR, .label = N_("Năm")),
    FIELD(struct model_query, of, .label = N_("Đơn vị")),
    FIELD(struct model_query, kind, .max = 30, .label = N_("Loại đơn vị")),
    FIELD(struct model_query, above, .max = 20, .label = N_("Đơn vị và các nơi trực thuộc")),
};
const struct record model_query_record = RECORD("model_query", struct model_query, query_fields);

#define LISTED(member, words) FIELD(struct model_list_row, member, .label = (words))
static const struct field listed_fields[] = {
    LISTED(id, N_("Số")),
    LISTED(name, N_("Tên mô hình")),
    LISTED(unit, N_("Mã đơn vị")),
    LISTED(unit_name, N_("Đơn vị")),
    LISTED(field, N_("Lĩnh vực")),
    LISTED(subject, N_("Của ai")),
    LISTED(state, N_("Tình trạng")),
    LISTED(begins_on, N_("Ngày bắt đầu")),
    LISTED(news_on, N_("Tin mới nhất")),
    LISTED(metric, N_("Đo cái gì")),
    LISTED(amount_before, N_("Trước khi làm")),
    LISTED(amount_after, N_("Bây giờ")),
    LISTED(measure, N_("Đơn vị tính")),
    LISTED(measured_on, N_("Ngày đo")),
    LISTED(cost, N_("Số tiền (đồng)")),
    LISTED(households, N_("Số hộ hưởng lợi")),
    LISTED(workdays, N_("Số ngày công dân góp")),
    LISTED(land, N_("Đất dân hiến (m²)")),
    LISTED(road, N_("Đường làm được (m)")),
    LISTED(verified_copies, N_("Nơi đã xác nhận")),
};
const struct record model_listed_record =
    RECORD("model_listed", struct model_list_row, listed_fields);

_Static_assert(sizeof(struct model_list_row) == sizeof(struct model_found_row) &&
                   sizeof(struct model_list_row) == sizeof(struct model_counted_list_row),
               "the three queries must select the same columns");

static bool read_query(struct visit *v, struct model_query *ret, struct unit_id *ret_unit);
static bool read_figure(struct visit *v, struct model_query *query);
static void counted_rows(struct visit *v, const struct model_query *query, struct unit_id unit,
                         struct model_rows *ret);
static bool find_rows(struct visit *v, const struct model_query *query, struct unit_id unit,
                      struct model_rows *ret);
static void newest_rows(struct visit *v, const struct model_query *query, struct unit_id unit,
                        struct model_rows *ret);
static struct str figure_words(struct visit *v, const struct model_query *query);
static void show_filters(struct visit *v, struct model_list_view *view);
static struct model_card card_of(struct visit *v, const struct model_list_row *row);
static enum status write_json(struct visit *v, const struct model_rows *rows);
static enum status write_csv(struct visit *v, const struct model_rows *rows);
static enum status write_atom(struct visit *v, const struct model_rows *rows);

enum status model_list_page(struct visit *v)
{
    struct model_query query;
    struct unit_id unit = { 0 };
    struct model_rows rows = { NULL, 0, 0 };
    bool is_read = read_query(v, &query, &unit);
    bool has_words = is_read && !str_is_empty(query.q);
    bool is_listed = is_read && (!has_words || find_rows(v, &query, unit, &rows));
    if (is_read && !str_is_empty(query.figure)) {
        counted_rows(v, &query, unit, &rows);
    } else if (is_read && !has_words) {
        newest_rows(v, &query, unit, &rows);
    }
    if (v->face != FACE_HTML && !is_listed) {
        return is_read ? STATUS_BUSY : STATUS_INVALID;
    }
    switch ((int)v->face) {
    case FACE_JSON:
        return write_json(v, &rows);
    case FACE_CSV:
        return write_csv(v, &rows);
    case FACE_ATOM:
        return write_atom(v, &rows);
    default:
        break;
    }
    struct model_list_view view = {
        .page = page_open(v, N_("Mô hình “Dân vận khéo”")),
        .here = route_url(v, "/lam/mo-hinh"),
        .ranking = route_url(v, "/lam/mo-hinh/duoc-lam-theo"),
        .figures = route_url(v, "/lam/mo-hinh/so-lieu"),
        .figure = is_read ? figure_words(v, &query) : STR_NONE,
        .csv = { str_printf(v->arena, "/lam/mo-hinh.csv%s%.*s", v->request->query.n > 0 ? "?" : "",
                            STR_ARG(v->request->query)) },
        .atom = { STR("/lam/mo-hinh.atom") },
        .is_late = has_words && visit_search_is_late(v),
        .empty = { N_("Chưa có mô hình nào"),
                   N_("Không có mô hình nào được duyệt hợp với cách lọc này."),
                   N_("Xem tất cả mô hình"), route_url(v, "/lam/mo-hinh") },
    };
    if (is_read && !is_listed) {
        view.empty.title = N_("Chưa tìm được");
        view.empty.why =
            N_("Máy chủ đang lập lại danh mục tìm kiếm, hoặc các từ này có ở quá nhiều "
               "mô hình. Hãy thêm vài từ, hoặc quay lại sau ít phút.");
    }
    show_filters(v, &view);
    struct model_card *cards = new(v->arena, struct model_card, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        cards[i] = card_of(v, &rows.rows[i]);
    }
    view.cards = cards;
    view.card_count = rows.count;
    if (rows.next) {
        view.pages.older = model_id_str(v, rows.next);
    }
    model_list_html(page_body(v), &view);
    return is_listed ? STATUS_OK : is_read ? STATUS_BUSY : STATUS_INVALID;
}

/* --- which of them ---------------------------------------------------------------------------- */

static bool read_query(struct visit *v, struct model_query *ret, struct unit_id *ret_unit)
{
    if (!visit_form(v, &model_query_record, ret)) {
        return false;
    }
    struct model_unit_row unit;
    struct model_unit wanted = { .code = ret->unit, .on = instant_day(v->now) };
    ret->q = str_trim(ret->q);
    if (!str_is_empty(ret->unit)) {
        if (!model_unit(&v->snap->conn, &wanted, &unit)) {
            visit_problem(v, "unit", N_("Không có đơn vị nào mang mã này. Hãy chọn lại."));
            return false;
        }
        *ret_unit = unit.id;
    }
    struct str before = ret->before.p ? ret->before : form_get(&v->form, "truoc");
    bool is_search = !str_is_empty(ret->q);
    if (!str_is_empty(before) &&
        (!str_to_int(before, &ret->before_id) || (!is_search && ret->before_id < 1))) {
        visit_problem(v, "before", N_("Số trang không đúng. Hãy mở lại danh sách từ đầu."));
        return false;
    }
    return str_is_empty(ret->figure) || read_figure(v, ret);
}

static bool read_figure(struct visit *v, struct model_query *query)
{
    struct model_unit_row above;
    struct model_unit wanted = { .code = query->above, .on = instant_day(v->now) };
    bool has_filters = !str_is_empty(query->q) || !str_is_empty(query->field) ||
                       !str_is_empty(query->subject) || !str_is_empty(query->state) ||
                       query->each_max > 0;
    if (model_figure_of(query->figure) == MODEL_FIGURES || query->year == 0 || has_filters) {
        visit_problem(v, "figure",
                      N_("Không có số liệu này. Một số liệu có tên, có năm, và không đi cùng cách "
                         "lọc nào khác; hãy mở lại từ trang số liệu."));
        return false;
    }
    if (!str_is_empty(query->above) && !model_unit(&v->snap->conn, &wanted, &above)) {
        visit_problem(v, "above", N_("Không có đơn vị nào mang mã này. Hãy chọn lại."));
        return false;
    }
    if (!str_is_empty(query->above)) {
        query->above_id = above.id;
    }
    return true;
}

static void counted_rows(struct visit *v, const struct model_query *query, struct unit_id unit,
                         struct model_rows *ret)
{
    const int64_t of = query->of ? query->of : unit.v;
    struct model_counted_list wanted = {
        .year = query->year,
        .figure = query->figure,
        .before = { query->before_id ? query->before_id : INT64_MAX },
        .every_unit = of == 0,
        .unit_id = { of },
        .every_kind = str_is_empty(query->kind),
        .kind = query->kind,
        .above = query->above_id,
        .limit = LIST_PAGE_ROWS + 1,
    };
    struct model_counted_list_rows rows = model_counted_list(&v->snap->conn, &wanted);
    bool is_more = rows.count > LIST_PAGE_ROWS;
    *ret = (struct model_rows){ (const void *)rows.rows, is_more ? LIST_PAGE_ROWS : rows.count,
                                is_more ? rows.rows[LIST_PAGE_ROWS - 1].id.v : 0 };
}

/* One row more than a page holds tells whether there is a next one. */
static void newest_rows(struct visit *v, const struct model_query *query, struct unit_id unit,
                        struct model_rows *ret)
{
    struct model_list wanted = {
        .before = { query->before_id ? query->before_id : INT64_MAX },
        .every_unit = unit.v == 0,
        .unit_id = unit,
        .every_field = str_is_empty(query->field),
        .field = query->field,
        .every_state = str_is_empty(query->state),
        .state = query->state,
        .every_subject = str_is_empty(query->subject),
        .subject = query->subject,
        .each_max = query->each_max,
        .limit = LIST_PAGE_ROWS + 1,
    };
    struct model_list_rows rows = model_list(&v->snap->conn, &wanted);
    bool is_more = rows.count > LIST_PAGE_ROWS;
    *ret = (struct model_rows){ rows.rows, is_more ? LIST_PAGE_ROWS : rows.count,
                                is_more ? rows.rows[LIST_PAGE_ROWS - 1].id.v : 0 };
}

/* The index knows words and nothing else: what the filters ask is looked at row by row, some at a
 * time, and behind the limit the list goes on with the next page. */
static bool find_rows(struct visit *v, const struct model_query *query, struct unit_id unit,
                      struct model_rows *ret)
{
    enum { LOOKS_MAX = 400 };
    struct model_list_row *rows = new(v->arena, struct model_list_row, LIST_PAGE_ROWS);
    struct search_query search = { .kind = FIND_MODELS,
                                   .exact = query->q,
                                   .unit = unit.v,
                                   .only_public = true,
                                   .before = query->before_id,
                                   .limit = LIST_PAGE_ROWS };
    struct model_found wanted = {
        .every_unit = unit.v == 0,
        .unit_id = unit,
        .every_field = str_is_empty(query->field),
        .field = query->field,
        .every_state = str_is_empty(query->state),
        .state = query->state,
        .every_subject = str_is_empty(query->subject),
        .subject = query->subject,
        .each_max = query->each_max,
    };
    size_t count = 0;
    size_t looks = 0;
    bool is_more = true;
    while (is_more && count < LIST_PAGE_ROWS && looks < LOOKS_MAX) {
        struct search_page page;
        if (!visit_search(v, search, &page)) {
            return false;
        }
        size_t i = 0;
        for (; i < page.count && count < LIST_PAGE_ROWS; i++) {
            wanted.id = (struct model_id){ page.ids[i] };
            search.before = search_key(&page, i);
            count += model_found(&v->snap->conn, &wanted, (void *)&rows[count]);
        }
        looks += page.count;
        is_more = i < page.count || page.next;
    }
    *ret = (struct model_rows){ rows, count, is_more ? search.before : 0 };
    return true;
}

/* --- how they are shown ----------------------------------------------------------------------- */

/* "Tiêu biểu, năm 2026" */
static struct str figure_words(struct visit *v, const struct model_query *query)
{
    if (str_is_empty(query->figure)) {
        return STR_NONE;
    }
    const char *label = model_figures[model_figure_of(query->figure)].label;
    return str_printf(v->arena, "%.*s, %lld", STR_ARG(tongue_text(v->tongue, label)),
                      (long long)query->year);
}

static void show_filters(struct visit *v, struct model_list_view *view)
{
    static const struct model_word costs[MODEL_COSTS] = {
        { "100000", N_("Không quá 100.000 đồng") },
        { "500000", N_("Không quá 500.000 đồng") },
        { "1000000", N_("Không quá 1.000.000 đồng") },
        { "5000000", N_("Không quá 5.000.000 đồng") },
    };
    static const struct model_word states[] = {
        { "running", N_("Đang chạy") },
        { "stale", N_("Chưa cập nhật") },
        { "stopped", N_("Đã dừng") },
    };
    const struct record *record = &model_query_record;
    view->words = page_field(v, INPUT_LINE, record, "q");
    view->words.hint = N_("không cần dấu");
    view->words.is_optional = false;
    view->unit = page_field(v, INPUT_SELECT, record, "unit");
    model_unit_choices(v, &view->unit);
    view->field = page_field(v, INPUT_SELECT, record, "field");
    model_word_choices(v, &view->field, model_fields, MODEL_FIELDS, N_("Mọi lĩnh vực"));
    view->subject = page_field(v, INPUT_SELECT, record, "subject");
    model_word_choices(v, &view->subject, model_subjects, MODEL_SUBJECTS, N_("Tập thể và cá nhân"));
    view->state = page_field(v, INPUT_SELECT, record, "state");
    model_word_choices(v, &view->state, states, COUNT(states), N_("Mọi tình trạng"));
    view->each_max = page_field(v, INPUT_SELECT, record, "each_max");
    model_word_choices(v, &view->each_max, costs, MODEL_COSTS, N_("Bao nhiêu cũng được"));

    static const char *const names[] = { "q",      "unit", "field", "subject", "state", "each_max",
                                         "figure", "year", "of",    "kind",    "above" };
    struct form_param *kept = new(v->arena, struct form_param, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++) {
        kept[i] = (struct form_param){ str_of(names[i]), form_get(&v->form, names[i]) };
    }
    view->pages =
        (struct pages_view){ .here = view->here, .kept = kept, .kept_count = COUNT(names) };
}

static struct model_card card_of(struct visit *v, const struct model_list_row *row)
{
    return (struct model_card){
        .row = *row,
        .field = model_label(model_fields, MODEL_FIELDS, row->field),
        .subject = model_label(model_subjects, MODEL_SUBJECTS, row->subject),
        .sign = model_state_sign(row->state),
        .state = model_state_label(row->state),
        .each = row->cost > 0 ? model_cost_each(v, row->cost, row->households) : STR_NONE,
        .before = model_number(v, row->amount_before),
        .after = model_number(v, row->amount_after),
        .url = route_url(v, "/lam/mo-hinh/:id", model_id_str(v, row->id.v)),
    };
}

static enum status write_json(struct visit *v, const struct model_rows *rows)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_list(&json, "items");
    for (size_t i = 0; i < rows->count; i++) {
        json_record(&json, NULL, &model_listed_record, &rows->rows[i]);
    }
    json_end(&json);
    json_text(&json, "next", rows->next ? model_id_str(v, rows->next) : STR_NONE);
    json_end(&json);
    return STATUS_OK;
}

static enum status write_csv(struct visit *v, const struct model_rows *rows)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &model_listed_record);
    for (size_t i = 0; i < rows->count; i++) {
        csv_record(&csv, &model_listed_record, &rows->rows[i]);
    }
    return STATUS_OK;
}

/* RFC 4287; the day of the newest news is when an entry was updated. */
static enum status write_atom(struct visit *v, const struct model_rows *rows)
{
    struct str base = visit_base_url(v);
    struct out *out = page_body(v);
    out_lit(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                 "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n<title>");
    html_text(out, str_of(model_flow.title));
    out_printf(out, "</title>\n<id>%.*s/lam/mo-hinh.atom</id>\n<updated>", STR_ARG(base));
    out_instant(out, rows->count > 0 ? instant_of_day(rows->rows[0].news_on) : v->now);
    out_lit(out, "</updated>\n<author><name>Khéo</name></author>\n");
    for (size_t i = 0; i < rows->count; i++) {
        const struct model_list_row *row = &rows->rows[i];
        struct local_url url = route_url(v, "/lam/mo-hinh/:id", model_id_str(v, row->id.v));
        out_lit(out, "<entry><title>");
        html_text(out, row->name);
        out_printf(out, "</title><id>%.*s%.*s</id><link href=\"%.*s%.*s\"/><updated>",
                   STR_ARG(base), STR_ARG(url.url), STR_ARG(base), STR_ARG(url.url));
        out_instant(out, instant_of_day(row->news_on));
        out_lit(out, "</updated><category term=\"");
        html_attr(out, row->field);
        out_lit(out, "\"/><summary>");
        html_text(out, row->unit_name);
        out_lit(out, "</summary></entry>\n");
    }
    out_lit(out, "</feed>\n");
    return STATUS_OK;
}
