/* What is sealed to a person's key: letters for those who handle them, shares of a name. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "html/denunciation.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

struct sealed_list {
    bool is_identity;
    const char *path;
    const char *item_path;
    const char *title;
    const char *empty;
    const char *why_empty;
};
static const struct sealed_list letters = {
    .path = "/cb/to-cao",
    .item_path = "/cb/to-cao/:code",
    .title = N_("Đơn tố cáo niêm phong"),
    .empty = N_("Chưa có đơn nào niêm phong cho anh chị"),
    .why_empty = N_("Đơn gửi sau khi anh chị có khóa mới hiện ở đây."),
};
static const struct sealed_list names = {
    .is_identity = true,
    .path = "/cb/ho-ten",
    .item_path = "/cb/ho-ten/:code",
    .title = N_("Họ tên đang niêm phong"),
    .empty = N_("Anh chị chưa giữ phần khóa nào"),
    .why_empty = N_("Đơn có nêu tên, gửi sau khi anh chị có khóa, mới hiện ở đây."),
};

static enum status show(struct visit *v, const struct sealed_list *list);

enum status denunciation_list_page(struct visit *v)
{
    return show(v, &letters);
}

enum status name_list_page(struct visit *v)
{
    return show(v, &names);
}

static enum status show(struct visit *v, const struct sealed_list *list)
{
    int64_t before;
    struct officer_key_in_use_row key;
    struct person_id person = { v->visitor.author.person.v };
    if (!str_to_int(form_get(&v->form, "truoc"), &before)) {
        before = INT64_MAX;
    }
    struct denunciation_list_rows rows = denunciation_list(
        &v->snap->conn, &(struct denunciation_list){ .before = { before },
                                                     .holder_id = person,
                                                     .is_identity = list->is_identity,
                                                     .limit = LIST_PAGE_ROWS + 1 });
    size_t count = rows.count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows.count;
    struct denunciation_item *items = new(v->arena, struct denunciation_item, count);
    for (size_t i = 0; i < count; i++) {
        const struct denunciation_list_row *row = &rows.rows[i];
        items[i] =
            (struct denunciation_item){ row->code, row->unit_name, row->received_on, row->is_named,
                                        route_url(v, list->item_path, row->code) };
    }
    struct denunciation_list_view view = {
        .page = page_open(v, list->title),
        .items = items,
        .item_count = count,
        .pages = { .here = route_url(v, list->path),
                   .older = rows.count > count
                                ? str_printf(v->arena, "%lld", (long long)rows.rows[count - 1].id.v)
                                : STR_NONE },
        .empty = { .title = list->empty,
                   .why = list->why_empty,
                   .act = N_("Xem khóa của tôi"),
                   .url = route_url(v, "/cb/khoa") },
        .has_key = officer_key_in_use(&v->snap->conn,
                                      &(struct officer_key_in_use){ .holder_id = person }, &key),
    };
    denunciation_list_html(page_body(v), &view);
    return STATUS_OK;
}
