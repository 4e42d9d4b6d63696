/* The desk of copies: the form of a unit that wants to do it too, and what is under way. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "html/model.h"
#include "mod/model/copy.h"
#include "text/tongue.h"

static enum status form_page(struct visit *v, const struct model_get_row *model);
static void offer_teachers(struct visit *v, struct field_view *field,
                           const struct model_get_row *model);
static visit_fn after_new;
static bool model_to_copy(struct visit *v, struct model_get_row *ret);
static int64_t page_key(const struct visit *v);
static enum status list_page(struct visit *v, struct copy_list_view *view,
                             const struct model_copy_ours_rows *rows);
static struct copy_item item_of(struct visit *v, const struct model_copy_ours_row *row);

/* --- "we want to do it too" ------------------------------------------------------------------- */

enum status model_copy_new_page(struct visit *v)
{
    struct model_get_row model;
    return model_to_copy(v, &model) ? form_page(v, &model) : STATUS_NOT_FOUND;
}

enum status model_copy_new_take(struct visit *v)
{
    struct model_get_row model;
    struct model_copy_form *form = new(v->arena, struct model_copy_form, 1);
    if (!model_to_copy(v, &model)) {
        return STATUS_NOT_FOUND;
    }
    bool is_read = visit_form(v, &model_copy_record, form);
    form->model = model.id;
    return is_read ? visit_order(v, &model_commands[COMMAND_COPY], form, after_new)
                   : form_page(v, &model);
}

static enum status after_new(struct visit *v)
{
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        bool has_page = refused != STATUS_FORBIDDEN && refused != STATUS_NOT_FOUND;
        return has_page ? model_copy_new_page(v) : refused;
    }
    int64_t id = v->order->outcome.answer.subject.v;
    return visit_go(v, route_url(v, "/cb/lam-theo/:id", model_id_str(v, id)));
}

/* One that everybody may read. */
static bool model_to_copy(struct visit *v, struct model_get_row *ret)
{
    return model_of_path(v, ret) && !day_is_none(ret->listed_on);
}

static enum status form_page(struct visit *v, const struct model_get_row *model)
{
    const struct record *record = &model_copy_record;
    struct str id = model_id_str(v, model->id.v);
    struct copy_form_view view = {
        .page = page_open(v, N_("Xin làm theo mô hình")),
        .name = model->name,
        .send_to = route_url(v, "/cb/mo-hinh/:id/lam-theo", id),
        .unit = page_field(v, INPUT_SELECT, record, "unit"),
        .parent = page_field(v, INPUT_SELECT, record, "parent"),
        .begins_on = page_field(v, INPUT_DAY, record, "begins_on"),
        .metric = page_field(v, INPUT_LINE, record, "metric"),
        .amount_before = page_field(v, INPUT_NUMBER, record, "amount_before"),
        .measure = page_field(v, INPUT_LINE, record, "measure"),
        .source = page_field(v, INPUT_LINE, record, "source"),
        .contact = page_field(v, INPUT_LINE, record, "contact"),
    };
    view.begins_on.hint = N_("Các kỳ kiểm tra tính từ ngày này: sau 3, 6 và 12 tháng.");
    view.metric.hint = N_("Ví dụ: số hộ để rác ngoài đường.");
    view.amount_before.hint = N_("Đo trước khi bắt đầu; các kỳ sau so với số này.");
    view.measure.hint = N_("Ví dụ: hộ, mét, đồng.");
    view.source.hint = N_("Sổ nào, biên bản nào, ai đếm.");
    view.contact.hint = N_("Tên, chức vụ và số điện thoại của cơ quan, để nơi có mô hình liên hệ.");
    model_offer_units(v, &view.unit, POWER_REGISTER);
    offer_teachers(v, &view.parent, model);
    view.page->back = route_url(v, "/lam/mo-hinh/:id", id);
    model_copy_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* The unit that has the model, or one that copies it already. */
static void offer_teachers(struct visit *v, struct field_view *field,
                           const struct model_get_row *model)
{
    struct model_copy_teachers wanted = { .source_id = model->id };
    struct model_copy_teachers_rows rows = model_copy_teachers(&v->snap->conn, &wanted);
    struct choice *choices = new(v->arena, struct choice, rows.count + 1);
    struct str source = tongue_text(v->tongue, N_("nơi có mô hình"));
    choices[0] = (struct choice){ .label = str_printf(v->arena, "%.*s (%.*s)",
                                                      STR_ARG(model->unit_name), STR_ARG(source)) };
    for (size_t i = 0; i < rows.count; i++) {
        const struct model_copy_teachers_row *row = &rows.rows[i];
        struct str months = model_copy_month_str(v, row->verified_month);
        struct str verified = tongue_text(v->tongue, N_("đã xác nhận"));
        choices[i + 1] = (struct choice){
            .value = model_id_str(v, row->id.v),
            .label = row->verified_month > 0
                         ? str_printf(v->arena, "%.*s (%.*s %.*s)", STR_ARG(row->unit_name),
                                      STR_ARG(verified), STR_ARG(months))
                         : row->unit_name,
        };
    }
    field->is_optional = false;
    page_choices(v, field, choices, rows.count + 1);
}

/* --- the lists -------------------------------------------------------------------------------- */

enum status model_copies_page(struct visit *v)
{
    struct model_copy_ours wanted = { model_own_unit(v), { page_key(v) }, LIST_PAGE_ROWS + 1 };
    struct model_copy_ours_rows rows = model_copy_ours(&v->snap->conn, &wanted);
    struct copy_list_view view = {
        .page = page_open(v, N_("Làm theo mô hình")),
        .pages = { .here = route_url(v, "/cb/lam-theo") },
        .empty = { N_("Chưa làm theo mô hình nào"),
                   N_("Mở một mô hình và chọn “Chúng tôi muốn làm theo”."), N_("Xem các mô hình"),
                   route_url(v, "/lam/mo-hinh") },
    };
    return list_page(v, &view, &rows);
}

enum status model_copies_wait_page(struct visit *v)
{
    _Static_assert(sizeof(struct model_copy_ours_row) == sizeof(struct model_copy_waiting_row),
                   "both queries must select the same columns");
    static const char *const powers[] = { POWER_VERIFY };
    struct unit_id unit;
    (void)model_unit_shown(v, powers, COUNT(powers), &unit);
    struct model_copy_waiting wanted = { unit, { page_key(v) }, LIST_PAGE_ROWS + 1 };
    struct form_param *kept = new(v->arena, struct form_param, 1);
    *kept = (struct form_param){ STR("unit"), form_get(&v->form, "unit") };
    struct model_copy_waiting_rows found = model_copy_waiting(&v->snap->conn, &wanted);
    struct model_copy_ours_rows rows = { (const void *)found.rows, found.count };
    struct copy_list_view view = {
        .page = page_open(v, N_("Xác nhận nơi làm theo")),
        .pages = { .here = route_url(v, "/cb/xac-nhan-lam-theo"),
                   .kept = kept,
                   .kept_count = kept->value.n > 0 },
        .empty = { N_("Không có nơi nào chờ xác nhận"),
                   N_("Nơi làm theo vừa báo kết quả kiểm tra sẽ hiện ở đây."),
                   N_("Xem các mô hình"), route_url(v, "/lam/mo-hinh") },
    };
    return list_page(v, &view, &rows);
}

static int64_t page_key(const struct visit *v)
{
    int64_t before;
    return str_to_int(form_get(&v->form, "truoc"), &before) ? before : INT64_MAX;
}

static enum status list_page(struct visit *v, struct copy_list_view *view,
                             const struct model_copy_ours_rows *rows)
{
    size_t count = rows->count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows->count;
    struct copy_item *items = new(v->arena, struct copy_item, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = item_of(v, &rows->rows[i]);
    }
    view->items = items;
    view->item_count = count;
    if (rows->count > count) {
        view->pages.older = model_id_str(v, rows->rows[count - 1].id.v);
    }
    model_copy_list_html(page_body(v), view);
    return STATUS_OK;
}

static struct copy_item item_of(struct visit *v, const struct model_copy_ours_row *row)
{
    return (struct copy_item){
        .model_name = row->model_name,
        .unit_name = row->unit_name,
        .sign = model_copy_state_sign(row->state),
        .state = model_copy_state_label(row->state),
        .checked = model_copy_month_str(v, row->checked_month),
        .verified = model_copy_month_str(v, row->verified_month),
        .due_on = row->due_on,
        .url = route_url(v, "/cb/lam-theo/:id", model_id_str(v, row->id.v)),
    };
}

/* --- words ------------------------------------------------------------------------------------ */

const char *model_copy_state_label(struct str state)
{
    int number = workflow_state(&model_copy_flow, state);
    return number == WORKFLOW_NOWHERE ? "" : model_copy_flow.states[number].label;
}

const char *model_copy_state_sign(struct str state)
{
    static const char *const signs[COPY_STATES] = {
        [COPY_TRIAL] = "●",
        [COPY_SILENT] = "◐",
        [COPY_ENDED] = "○",
    };
    int number = workflow_state(&model_copy_flow, state);
    return number == WORKFLOW_NOWHERE ? "" : signs[number];
}

struct str model_copy_month_str(struct visit *v, int64_t month)
{
    struct str word = tongue_text(v->tongue, N_("tháng"));
    return month == 0 ? STR_NONE
                      : str_printf(v->arena, "%lld %.*s", (long long)month, STR_ARG(word));
}
