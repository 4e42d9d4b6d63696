/* The list of reports for everyone, newest first: one query for the page and the API. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "mod/feedback/find.h"
#include "text/tongue.h"

/* What a GET may ask for; the names are the API's, and the page's. */
struct list_form {
    struct str unit;
    struct str status;
    struct str q;
    struct str before;
};
static const struct field list_form_fields[] = {
    FIELD(struct list_form, unit, .max = 20, .label = N_("Xã, phường")),
    FIELD(struct list_form, status, .max = 20, .label = N_("Tình trạng")),
    FIELD(struct list_form, q, .max = 100, .label = N_("Tìm")),
    FIELD(struct list_form, before, .max = 20, .label = N_("Trang")),
};
enum { NUMBER_CHARS_MAX = 20 };
const struct record list_form_record = RECORD("list", struct list_form, list_form_fields);

/* The lists of everything and those of one unit each give rows of one shape. */
_Static_assert(sizeof(struct report_list_row) == sizeof(struct report_list_in_state_row) &&
                   sizeof(struct report_list_everywhere_row) ==
                       sizeof(struct report_list_everywhere_in_state_row),
               "the list queries must select the same columns");

static struct report_rows newest_rows(struct visit *v, const struct list_query *query);
static struct report_rows rows_of_unit(struct visit *v, const struct list_query *query,
                                       const struct report_list_row *rows, size_t count);
static void show_filters(struct visit *v, struct list_view *view);
static struct list_item item_of(struct visit *v, const struct report_list_everywhere_row *row);

bool list_query_read(struct visit *v, struct list_query *ret)
{
    struct list_form form;
    if (!visit_form(v, &list_form_record, &form)) {
        return false;
    }
    *ret = (struct list_query){ .status = form.status, .words = str_trim(form.q) };
    struct feedback_receivers_row unit;
    if (!str_is_empty(form.unit)) {
        if (!receiver_by_code(v, form.unit, &unit)) {
            visit_problem(v, "unit", N_("Không có xã, phường nào mang mã này. Hãy chọn lại."));
            return false;
        }
        ret->unit = unit.id;
        ret->unit_code = unit.code;
        ret->unit_name = unit.name;
    }
    if (!str_is_empty(form.status) &&
        workflow_state(&feedback_flow, form.status) == WORKFLOW_NOWHERE) {
        visit_problem(v, "status", N_("Không có tình trạng này. Hãy chọn lại trong danh sách."));
        return false;
    }
    /* The API says `before`; the pager of pages, `truoc`. Below 0 it is the second part of a
     * search. */
    struct str before = form.before.p ? form.before : form_get(&v->form, "truoc");
    bool is_search = !str_is_empty(ret->words);
    if (!str_is_empty(before) &&
        (!str_to_int(before, &ret->before) || ret->before < (is_search ? -INT64_MAX : 1))) {
        visit_problem(v, "before", N_("Số trang không đúng. Hãy mở lại danh sách từ đầu."));
        return false;
    }
    return true;
}

bool list_rows(struct visit *v, const struct list_query *query, struct report_rows *ret)
{
    if (!str_is_empty(query->words)) {
        return find_rows(v, query, ret);
    }
    struct report_rows rows = newest_rows(v, query);
    bool is_more = rows.count > LIST_PAGE_ROWS;
    *ret = (struct report_rows){
        .rows = rows.rows,
        .count = is_more ? LIST_PAGE_ROWS : rows.count,
        .next = is_more ? rows.rows[LIST_PAGE_ROWS - 1].id.v : 0,
    };
    return true;
}

/* One row more than a page holds tells whether there is a next one. */
static struct report_rows newest_rows(struct visit *v, const struct list_query *query)
{
    struct conn *conn = &v->snap->conn;
    const int64_t limit = LIST_PAGE_ROWS + 1;
    const struct report_id before = { query->before ? query->before : INT64_MAX };
    bool in_state = !str_is_empty(query->status);
    if (query->unit.v && in_state) {
        struct report_list_in_state_rows rows = report_list_in_state(
            conn,
            &(struct report_list_in_state){
                .unit_id = query->unit, .state = query->status, .before = before, .limit = limit });
        return rows_of_unit(v, query, (const void *)rows.rows, rows.count);
    }
    if (query->unit.v) {
        struct report_list_rows rows = report_list(
            conn,
            &(struct report_list){ .unit_id = query->unit, .before = before, .limit = limit });
        return rows_of_unit(v, query, rows.rows, rows.count);
    }
    if (in_state) {
        struct report_list_everywhere_in_state_rows rows = report_list_everywhere_in_state(
            conn, &(struct report_list_everywhere_in_state){
                      .state = query->status, .before = before, .limit = limit });
        return (struct report_rows){ (const void *)rows.rows, rows.count, 0 };
    }
    struct report_list_everywhere_rows rows = report_list_everywhere(
        conn, &(struct report_list_everywhere){ .before = before, .limit = limit });
    return (struct report_rows){ rows.rows, rows.count, 0 };
}

static struct report_rows rows_of_unit(struct visit *v, const struct list_query *query,
                                       const struct report_list_row *rows, size_t count)
{
    struct report_list_everywhere_row *named =
        new(v->arena, struct report_list_everywhere_row, count);
    for (size_t i = 0; i < count; i++) {
        named[i] = (struct report_list_everywhere_row){
            .id = rows[i].id,
            .code = rows[i].code,
            .title = rows[i].title,
            .state = rows[i].state,
            .unit_code = query->unit_code,
            .unit_name = query->unit_name,
            .category_id = rows[i].category_id,
            .received_at = rows[i].received_at,
            .due_at = rows[i].due_at,
            .is_public = rows[i].is_public,
            .withheld = rows[i].withheld,
        };
    }
    return (struct report_rows){ named, count, 0 };
}

enum status report_list_page(struct visit *v)
{
    if (v->face == FACE_ATOM) {
        return atom_show(v);
    }
    struct list_query query;
    struct report_rows rows = { NULL, 0, 0 };
    struct list_view view = { .page = page_open(v, N_("Phản ánh, kiến nghị đã nhận")),
                              .here = route_url(v, "/kiem-tra/ho-so"),
                              .empty = { N_("Chưa có hồ sơ nào"),
                                         N_("Không có hồ sơ công khai nào hợp với cách lọc này."),
                                         N_("Xem tất cả hồ sơ"),
                                         route_url(v, "/kiem-tra/ho-so") } };
    bool is_read = list_query_read(v, &query);
    bool is_listed = is_read && list_rows(v, &query, &rows);
    show_filters(v, &view);
    if (is_read && !is_listed) {
        view.empty.title = N_("Chưa tìm được");
        view.empty.why =
            N_("Máy chủ đang lập lại danh mục tìm kiếm, hoặc các từ này có ở quá nhiều "
               "hồ sơ. Hãy thêm vài từ, hoặc quay lại sau ít phút.");
    }
    struct list_item *items = new(v->arena, struct list_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        items[i] = item_of(v, &rows.rows[i]);
    }
    view.items = items;
    view.item_count = rows.count;
    view.is_late = is_read && !str_is_empty(query.words) && visit_search_is_late(v);
    if (rows.next) {
        struct out older = out_open(v->arena, NUMBER_CHARS_MAX);
        out_int(&older, rows.next);
        view.pages.older = out_str(&older);
    }
    feedback_list_html(page_body(v), &view);
    return is_listed ? STATUS_OK : is_read ? STATUS_BUSY : STATUS_INVALID;
}

static void show_filters(struct visit *v, struct list_view *view)
{
    view->words = page_field(v, INPUT_LINE, &list_form_record, "q");
    view->words.hint = N_("không cần dấu");
    view->words.is_optional = false; /* as all filters are, and nobody asks */
    view->unit = page_field(v, INPUT_SELECT, &list_form_record, "unit");
    view->unit.is_optional = false;
    unit_filter_choices(v, &view->unit);

    struct choice *states = new(v->arena, struct choice, feedback_flow.state_count + 1);
    states[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Mọi tình trạng")) };
    for (size_t i = 0; i < feedback_flow.state_count; i++) {
        const struct state *state = &feedback_flow.states[i];
        states[i + 1] = (struct choice){ .value = str_of(state->name),
                                         .label = tongue_text(v->tongue, state->label) };
    }
    view->status = page_field(v, INPUT_SELECT, &list_form_record, "status");
    view->status.is_optional = false;
    page_choices(v, &view->status, states, feedback_flow.state_count + 1);

    struct form_param *kept = new(v->arena, struct form_param, 3);
    kept[0] = (struct form_param){ STR("unit"), view->unit.value };
    kept[1] = (struct form_param){ STR("status"), view->status.value };
    kept[2] = (struct form_param){ STR("q"), view->words.value };
    view->pages = (struct pages_view){ .here = view->here, .kept = kept, .kept_count = 3 };
}

static struct list_item item_of(struct visit *v, const struct report_list_everywhere_row *row)
{
    int state = workflow_state(&feedback_flow, row->state);
    return (struct list_item){
        .code = row->code,
        .title = row->title,
        .withheld = row->is_public ? STR_NONE : coded_words(v, row->withheld),
        .is_public = row->is_public,
        .category = translated(v, category_of(v, row->category_id).name),
        .unit = row->unit_name,
        .state = state == WORKFLOW_NOWHERE ? "" : feedback_flow.states[state].label,
        .received_at = row->received_at,
        .url = route_url(v, "/kiem-tra/ho-so/:code", row->code),
    };
}
