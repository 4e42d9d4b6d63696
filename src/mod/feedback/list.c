/* The public list of reports, newest first: one query for the page and the API. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "html/feedback.h"
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
const struct record list_form_record = RECORD("list", struct list_form, list_form_fields);

/* The four list queries give rows of one shape. */
_Static_assert(sizeof(struct report_list_row) == sizeof(struct report_list_in_state_row) &&
                   sizeof(struct report_list_row) == sizeof(struct report_list_everywhere_row) &&
                   sizeof(struct report_list_row) ==
                       sizeof(struct report_list_everywhere_in_state_row),
               "the list queries must select the same columns");

static void show_filters(struct visit *v, const struct list_query *query, struct list_view *view);
static struct list_item item_of(struct visit *v, const struct report_list_row *row);

bool list_query_read(struct visit *v, struct list_query *ret)
{
    struct list_form form;
    if (!visit_form(v, &list_form_record, &form)) {
        return false;
    }
    *ret = (struct list_query){ .status = form.status, .words = form.q, .before = { INT64_MAX } };
    struct feedback_unit_by_code_row unit;
    struct feedback_unit_by_code wanted = { .code = form.unit, .today = instant_day(v->now) };
    if (!str_is_empty(form.unit)) {
        if (!feedback_unit_by_code(&v->snap->conn, &wanted, &unit)) {
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
    if (!str_is_empty(form.before) &&
        (!str_to_int(form.before, &ret->before.v) || ret->before.v < 1)) {
        visit_problem(v, "before", N_("Số trang không đúng. Hãy mở lại danh sách từ đầu."));
        return false;
    }
    return true;
}

struct report_rows list_rows(struct visit *v, const struct list_query *query, int64_t limit)
{
    struct conn *conn = &v->snap->conn;
    bool in_state = !str_is_empty(query->status);
    if (query->unit.v && in_state) {
        struct report_list_in_state_rows rows = report_list_in_state(
            conn, &(struct report_list_in_state){ .unit_id = query->unit, .state = query->status,
                                                  .before = query->before, .limit = limit });
        return (struct report_rows){ (const void *)rows.rows, rows.count };
    }
    if (query->unit.v) {
        struct report_list_rows rows = report_list(
            conn, &(struct report_list){ .unit_id = query->unit, .before = query->before,
                                         .limit = limit });
        return (struct report_rows){ rows.rows, rows.count };
    }
    if (in_state) {
        struct report_list_everywhere_in_state_rows rows = report_list_everywhere_in_state(
            conn, &(struct report_list_everywhere_in_state){
                      .state = query->status, .before = query->before, .limit = limit });
        return (struct report_rows){ (const void *)rows.rows, rows.count };
    }
    struct report_list_everywhere_rows rows = report_list_everywhere(
        conn, &(struct report_list_everywhere){ .before = query->before, .limit = limit });
    return (struct report_rows){ (const void *)rows.rows, rows.count };
}

enum status report_list_page(struct visit *v)
{
    if (v->face == FACE_ATOM) {
        return atom_show(v);
    }
    struct list_query query;
    struct list_view view = { .page = page_open(v, N_("Phản ánh, kiến nghị đã nhận")),
                              .here = route_url(v, "/kiem-tra/ho-so"),
                              .empty = { N_("Chưa có hồ sơ nào"),
                                         N_("Không có hồ sơ công khai nào hợp với cách lọc này."),
                                         N_("Xem tất cả hồ sơ"),
                                         route_url(v, "/kiem-tra/ho-so") } };
    bool is_read = list_query_read(v, &query);
    show_filters(v, &query, &view);
    if (is_read) {
        struct report_rows rows = list_rows(v, &query, LIST_PAGE_ROWS + 1);
        view.item_count = rows.count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows.count;
        struct list_item *items = new(v->arena, struct list_item, view.item_count + 1);
        for (size_t i = 0; i < view.item_count; i++) {
            items[i] = item_of(v, &rows.rows[i]);
        }
        view.items = items;
        if (rows.count > view.item_count) {
            view.pages.older = str_printf(v->arena, "%lld",
                                          (long long)rows.rows[view.item_count - 1].id.v);
        }
    }
    feedback_list_html(page_body(v), &view);
    return is_read ? STATUS_OK : STATUS_INVALID;
}

static void show_filters(struct visit *v, const struct list_query *query, struct list_view *view)
{
    (void)query;
    view->unit = page_field(v, INPUT_SELECT, &list_form_record, "unit");
    view->unit.is_optional = false;
    unit_choices(v, &view->unit);

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

    struct form_param *kept = new(v->arena, struct form_param, 2);
    kept[0] = (struct form_param){ STR("unit"), view->unit.value };
    kept[1] = (struct form_param){ STR("status"), view->status.value };
    view->pages = (struct pages_view){ .here = view->here, .kept = kept, .kept_count = 2 };
}

static struct list_item item_of(struct visit *v, const struct report_list_row *row)
{
    int state = workflow_state(&feedback_flow, row->state);
    return (struct list_item){
        .code = row->code,
        .title = row->title,
        .category = translated(v, row->category_name),
        .unit = row->unit_name,
        .state = state == WORKFLOW_NOWHERE ? "" : feedback_flow.states[state].label,
        .received_at = row->received_at,
        .url = route_url(v, "/kiem-tra/ho-so/:code", row->code),
    };
}
