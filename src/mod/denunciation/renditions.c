/* For those who verify: copies in which nothing tells who denounced. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/denunciation.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

struct rendition_form {
    struct str passphrase;
};
static const struct field form_fields[] = {
    FIELD(struct rendition_form, passphrase, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu của khóa")),
};
static const struct record form_record =
    RECORD("denunciation.rendition_form", struct rendition_form, form_fields);

/* One on its way, with the key that was opened for it. */
struct opening {
    struct rendition_open open;
    struct rendition_get_row row;
    struct officer_keys keys;
};

static bool find(struct visit *v, struct rendition_get_row *ret);
static enum status show(struct visit *v, const struct rendition_get_row *row,
                        const struct rendition *rendition);
static visit_fn after_open;

enum status rendition_list_page(struct visit *v)
{
    int64_t before;
    if (!str_to_int(form_get(&v->form, "truoc"), &before)) {
        before = INT64_MAX;
    }
    struct rendition_list_rows rows = rendition_list(
        &v->snap->conn, &(struct rendition_list){ .before = { before },
                                                  .holder_id = { v->visitor.author.person.v },
                                                  .limit = LIST_PAGE_ROWS + 1 });
    size_t count = rows.count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows.count;
    struct rendition_item *items = new(v->arena, struct rendition_item, count);
    size_t shown = 0;
    for (size_t i = 0; i < count; i++) {
        const struct rendition_list_row *row = &rows.rows[i];
        if (!visit_may_over(v, POWER_VERIFY, ID_OF(row->unit_id))) {
            continue;
        }
        struct str id = str_printf(v->arena, "%lld", (long long)row->id.v);
        items[shown++] = (struct rendition_item){ row->code, row->unit_name, row->sent_on,
                                                  route_url(v, "/cb/xac-minh/:id", id) };
    }
    struct rendition_list_view view = {
        .page = page_open(v, N_("Đơn tố cáo giao xác minh")),
        .items = items,
        .item_count = shown,
        .pages = { .here = route_url(v, "/cb/xac-minh"),
                   .older = rows.count > count
                                ? str_printf(v->arena, "%lld", (long long)rows.rows[count - 1].id.v)
                                : STR_NONE },
        .empty = { .title = N_("Chưa có bản nào giao cho anh chị"),
                   .why = N_("Bản giao sau khi anh chị có khóa mới hiện ở đây."),
                   .act = N_("Xem khóa của tôi"),
                   .url = route_url(v, "/cb/khoa") },
    };
    denunciation_renditions_html(page_body(v), &view);
    return STATUS_OK;
}

enum status rendition_show(struct visit *v)
{
    struct rendition_get_row row;
    return find(v, &row) ? show(v, &row, NULL) : STATUS_NOT_FOUND;
}

enum status rendition_take(struct visit *v)
{
    struct opening *opening = new(v->arena, struct opening, 1);
    struct rendition_form form;
    if (!find(v, &opening->row)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form(v, &form_record, &form)) {
        return show(v, &opening->row, NULL);
    }
    enum status status =
        officer_keys_open(v, form.passphrase, "passphrase", opening->row.key_id, &opening->keys);
    if (status) {
        return status == STATUS_INVALID ? show(v, &opening->row, NULL) : status;
    }
    opening->open.id = opening->row.id;
    return visit_order(v, &denunciation_commands[COMMAND_OPEN_RENDITION], &opening->open,
                       after_open);
}

static bool find(struct visit *v, struct rendition_get_row *ret)
{
    int64_t id;
    struct person_id person = { v->visitor.author.person.v };
    return str_to_int(v->params[0], &id) &&
           rendition_get(&v->snap->conn,
                         &(struct rendition_get){ .id = { id }, .holder_id = person }, ret) &&
           visit_may_over(v, POWER_VERIFY, ID_OF(ret->unit_id));
}

static enum status after_open(struct visit *v)
{
    const struct opening *opening = v->order->args;
    struct rendition rendition;
    if (visit_refused(v)) {
        return show(v, &opening->row, NULL);
    }
    return rendition_open(v, opening->row.sealed, &opening->keys, &rendition)
               ? show(v, &opening->row, &rendition)
               : STATUS_STORE_FAILED;
}

static enum status show(struct visit *v, const struct rendition_get_row *row,
                        const struct rendition *rendition)
{
    struct rendition_show_view view = {
        .page = page_open(v, N_("Bản giao xác minh")),
        .code = row->code,
        .unit_name = row->unit_name,
        .handed_on = row->sent_on,
        .passphrase = page_field(v, INPUT_PASSWORD, &form_record, "passphrase"),
        .send_to = route_url(v, "/cb/xac-minh/:id", v->params[0]),
    };
    view.page->back = route_url(v, "/cb/xac-minh");
    if (rendition) {
        view.text = rendition->text;
        view.pictures = picture_items(v, rendition->picture, &view.picture_count);
    }
    denunciation_rendition_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}
