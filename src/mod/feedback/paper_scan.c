/* Pages of a paper: taken in, shown beside the form, taken away again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/paper_scan.h"

#define FILES "photos"

static struct str token_of(struct visit *v);

enum status paper_take_scans(struct visit *v, struct draft *ret)
{
    struct photos *photos = new(v->arena, struct photos, 1);
    struct str dropped = form_get(&v->form, "drop");
    bool wants_some = str_equal(form_get(&v->form, "step"), STR("scan"));
    enum status status = scans_take(v, FILES, photos);
    *ret = (struct draft){ .token = token_of(v), .photos = photos_bytes(photos) };
    ret->dropped = ret->token.p && dropped.n > 0 ? dropped : STR_NONE;
    if (!status && wants_some && photos->count == 0 && v->problems.count == 0) {
        visit_problem(v, FILES, N_("Chưa chọn tệp nào. Hãy chọn ảnh chụp hoặc tệp PDF của đơn."));
    }
    return status;
}

void paper_show_scans(struct visit *v, struct paper_view *view)
{
    view->scan_field = (struct field_view){
        .kind = INPUT_SCANS,
        .name = FILES,
        .label = N_("Bản quét hoặc ảnh chụp đơn"),
        .is_optional = true,
        .hint =
            N_("Tối đa 5 trang JPEG, PNG hoặc PDF. Chỉ nơi giải quyết xem được; không công khai."),
        .problem = problem_of(&v->problems, FILES),
    };
    view->scan = token_of(v);
    if (view->scan.p) {
        struct hash hash = draft_hash(view->scan);
        struct photos_of whose = { .draft_hash = { hash.b, HASH_BYTES } };
        view->scans = photos_view(v, &whose, true);
    }
}

/* The desk draws one for the first pages. */
static struct str token_of(struct visit *v)
{
    const struct order *order = v->order;
    if (order && order->command == &feedback_commands[COMMAND_DRAFT_SAVE] &&
        order->outcome.verdict.status == STATUS_OK) {
        return order->outcome.answer.text;
    }
    struct str typed = form_get(&v->form, "scan");
    return draft_token_is_good(typed) ? typed : STR_NONE;
}
