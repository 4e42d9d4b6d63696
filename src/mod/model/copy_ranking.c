/* Models by how often they were copied and for how long; and what their own page says of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "html/model.h"
#include "mod/model/copy.h"
#include "text/tongue.h"
#include "web/face.h"

struct ranking_query {
    struct str before;
};
static const struct field query_fields[] = {
    FIELD(struct ranking_query, before, .max = 60, .label = N_("Trang")),
};
const struct record model_ranking_query_record =
    RECORD("model_ranking_query", struct ranking_query, query_fields);

#define RANKED(member, words) FIELD(struct model_ranking_row, member, .label = (words))
static const struct field ranked_fields[] = {
    RANKED(id, N_("Số")),
    RANKED(name, N_("Tên mô hình")),
    RANKED(unit, N_("Mã đơn vị")),
    RANKED(unit_name, N_("Đơn vị")),
    RANKED(field, N_("Lĩnh vực")),
    RANKED(state, N_("Tình trạng")),
    RANKED(verified, N_("Nơi đã xác nhận")),
    RANKED(held, N_("Nơi giữ được 12 tháng")),
    RANKED(copies, N_("Nơi làm theo")),
    RANKED(ended, N_("Nơi đã thôi")),
};
const struct record model_ranked_record =
    RECORD("model_ranked", struct model_ranking_row, ranked_fields);

static bool read_place(struct visit *v, struct model_ranking *ret);
static struct rank_item item_of(struct visit *v, const struct model_ranking_row *row);
static enum status write_json(struct visit *v, const struct model_ranking_rows *rows, size_t count,
                              struct str next);
static enum status write_csv(struct visit *v, const struct model_ranking_rows *rows, size_t count);

enum status model_ranking_page(struct visit *v)
{
    struct model_ranking wanted = { .from_start = true, .limit = LIST_PAGE_ROWS + 1 };
    bool is_read = read_place(v, &wanted);
    if (!is_read && v->face != FACE_HTML) {
        return STATUS_INVALID;
    }
    struct model_ranking_rows rows = model_ranking(&v->snap->conn, &wanted);
    size_t count = rows.count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows.count;
    struct str next = STR_NONE;
    if (count < rows.count) {
        const struct model_ranking_row *last = &rows.rows[count - 1];
        next = str_printf(v->arena, "%lld-%lld-%lld", (long long)last->verified,
                          (long long)last->held, (long long)last->id.v);
    }
    if (v->face == FACE_JSON) {
        return write_json(v, &rows, count, next);
    }
    if (v->face == FACE_CSV) {
        return write_csv(v, &rows, count);
    }
    struct rank_item *items = new(v->arena, struct rank_item, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = item_of(v, &rows.rows[i]);
    }
    struct ranking_view view = {
        .page = page_open(v, N_("Mô hình được nhiều nơi làm theo")),
        .csv = { STR("/lam/mo-hinh/duoc-lam-theo.csv") },
        .items = items,
        .item_count = count,
        .pages = { .here = route_url(v, "/lam/mo-hinh/duoc-lam-theo"), .older = next },
        .empty = { N_("Chưa có mô hình nào được làm theo"),
                   N_("Khi một đơn vị xin làm theo, mô hình sẽ hiện ở đây."),
                   N_("Xem tất cả mô hình"), route_url(v, "/lam/mo-hinh") },
    };
    view.page->back = route_url(v, "/lam/mo-hinh");
    model_copy_ranking_html(page_body(v), &view);
    return is_read ? STATUS_OK : STATUS_INVALID;
}

/* "7-3-214": what the last row of the page before had. */
static bool read_place(struct visit *v, struct model_ranking *ret)
{
    struct ranking_query query;
    if (!visit_form(v, &model_ranking_query_record, &query)) {
        return false;
    }
    struct str rest = query.before.p ? query.before : form_get(&v->form, "truoc");
    int64_t id = 0;
    if (str_is_empty(rest)) {
        return true;
    }
    bool is_key = str_to_int(str_cut(&rest, '-'), &ret->verified) &&
                  str_to_int(str_cut(&rest, '-'), &ret->held) && str_to_int(rest, &id);
    if (!is_key) {
        visit_problem(v, "before", N_("Số trang không đúng. Hãy mở lại danh sách từ đầu."));
        return false;
    }
    ret->after = (struct model_id){ id };
    ret->from_start = false;
    return true;
}

static struct rank_item item_of(struct visit *v, const struct model_ranking_row *row)
{
    struct str id = model_id_str(v, row->id.v);
    return (struct rank_item){
        .row = *row,
        .field = model_label(model_fields, MODEL_FIELDS, row->field),
        .url = route_url(v, "/lam/mo-hinh/:id", id),
        .tree = route_url(v, "/lam/mo-hinh/:id/nhan-rong", id),
    };
}

static enum status write_json(struct visit *v, const struct model_ranking_rows *rows, size_t count,
                              struct str next)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_list(&json, "items");
    for (size_t i = 0; i < count; i++) {
        json_record(&json, NULL, &model_ranked_record, &rows->rows[i]);
    }
    json_end(&json);
    json_text(&json, "next", next);
    json_end(&json);
    return STATUS_OK;
}

static enum status write_csv(struct visit *v, const struct model_ranking_rows *rows, size_t count)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &model_ranked_record);
    for (size_t i = 0; i < count; i++) {
        csv_record(&csv, &model_ranked_record, &rows->rows[i]);
    }
    return STATUS_OK;
}

/* --- on the page of the model ----------------------------------------------------------------- */

void model_show_copies(struct visit *v, struct model_show_view *view)
{
    struct conn *conn = &v->snap->conn;
    struct model_standing_get wanted = { .model_id = view->row.id };
    struct str id = model_id_str(v, view->row.id.v);
    view->has_copies = model_standing_get(conn, &wanted, &view->standing);
    view->tree = route_url(v, "/lam/mo-hinh/:id/nhan-rong", id);
    int state = workflow_state(&model_flow, view->row.state);
    if (state != WORKFLOW_NOWHERE && !model_flow.states[state].is_final) {
        view->wish = route_url(v, "/cb/mo-hinh/:id/lam-theo", id);
    }
    if (!view->has_copies || view->standing.verified == 0) {
        return;
    }
    struct model_copy_credit_rows rows =
        model_copy_credit(conn, &(struct model_copy_credit){ .source_id = view->row.id });
    struct model_credit *credits = new(v->arena, struct model_credit, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        credits[i] =
            (struct model_credit){ .row = rows.rows[i],
                                   .months = model_copy_month_str(v, rows.rows[i].verified_month) };
    }
    view->credits = credits;
    view->credit_count = rows.count;
}
