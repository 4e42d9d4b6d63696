/* The queue of letters, a tab a state; and trying one again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/notice/notice.h"

#include "base/limits.h"
#include "html/notice.h"
#include "text/tongue.h"

static const struct state_tab {
    const char *key;
    const char *label;
    const char *none;
} tabs[OUTBOX_STATES] = {
    [OUTBOX_WAITING] = { "cho", N_("Đang chờ"), N_("Mọi thư đã gửi đi, hoặc chưa có thư nào.") },
    [OUTBOX_FAILED] = { "loi", N_("Gửi lỗi, sẽ thử lại"), N_("Không có thư nào đang gặp lỗi.") },
    [OUTBOX_GIVEN_UP] = { "bo", N_("Không gửi được"), N_("Không có thư nào phải bỏ.") },
    [OUTBOX_SENT] = { "xong", N_("Đã gửi"), N_("Chưa có thư nào được gửi trong 90 ngày qua.") },
};

static enum outbox_state asked_state(struct visit *v);
static void show_items(struct visit *v, enum outbox_state state, struct queue_view *view);
static struct queue_item item_of(struct visit *v, enum outbox_state state,
                                 const struct outbox_item *item);
static visit_fn after_retry;

enum status notice_queue(struct visit *v)
{
    enum outbox_state state = asked_state(v);
    struct tab_view *shown = new(v->arena, struct tab_view, COUNT(tabs));
    for (size_t i = 0; i < COUNT(tabs); i++) {
        shown[i] = (struct tab_view){ .label = tabs[i].label,
                                      .key = str_of(tabs[i].key),
                                      .is_current = i == (size_t)state };
    }
    struct queue_view view = {
        .page = page_open(v, N_("Thư gửi đi")),
        .here = route_url(v, "/qt/hang-doi"),
        .tabs = { .about = N_("Lọc thư gửi đi"),
                  .here = route_url(v, "/qt/hang-doi"),
                  .param = STR("loc"),
                  .tabs = shown,
                  .count = COUNT(tabs) },
        .is_mail_open = outbox_offers(&v->snap->conn, OUTBOX_MAIL),
        .empty = { .title = N_("Không có thư nào ở mục này"), .why = tabs[state].none },
    };
    show_items(v, state, &view);
    notice_queue_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static enum outbox_state asked_state(struct visit *v)
{
    struct str key = form_get(&v->form, "loc");
    for (size_t i = 0; i < COUNT(tabs); i++) {
        if (str_equal(key, str_of(tabs[i].key))) {
            return (enum outbox_state)i;
        }
    }
    return OUTBOX_WAITING;
}

/* Newest first; `truoc` is the number of the last letter of the page before. */
static void show_items(struct visit *v, enum outbox_state state, struct queue_view *view)
{
    int64_t before = 0;
    if (!str_to_int(form_get(&v->form, "truoc"), &before) || before < 1) {
        before = INT64_MAX;
    }
    struct outbox_items letters = outbox_look(&v->snap->conn, state, before, INBOX_PAGE_ROWS + 1);
    struct queue_item *items = new(v->arena, struct queue_item, letters.count + 1);
    struct form_param *kept = new(v->arena, struct form_param, 1);
    kept[0] = (struct form_param){ STR("loc"), str_of(tabs[state].key) };
    view->pages = (struct pages_view){ .here = view->here, .kept = kept, .kept_count = 1 };
    for (size_t i = 0; i < letters.count; i++) {
        items[i] = item_of(v, state, &letters.items[i]);
    }
    view->items = items;
    view->item_count = letters.count;
    if (letters.count > INBOX_PAGE_ROWS) {
        view->item_count = INBOX_PAGE_ROWS;
        view->pages.older =
            str_printf(v->arena, "%lld", (long long)letters.items[INBOX_PAGE_ROWS - 1].id);
    }
}

static struct queue_item item_of(struct visit *v, enum outbox_state state,
                                 const struct outbox_item *item)
{
    struct queue_item shown = {
        .recipient = item->recipient,
        .channel = item->channel == OUTBOX_MAIL ? N_("Thư điện tử") : N_("Tin nhắn"),
        .subject = item->subject,
        .created_at = item->created_at,
        .sent_at = item->sent_at,
        .tries = item->tries,
        .fault = item->fault,
    };
    if (state == OUTBOX_WAITING || state == OUTBOX_FAILED) {
        shown.next_try_at = item->next_try_at;
    }
    if (state == OUTBOX_FAILED || state == OUTBOX_GIVEN_UP) {
        shown.retry = route_url(v, "/qt/hang-doi/:id/gui-lai",
                                str_printf(v->arena, "%lld", (long long)item->id));
    }
    return shown;
}

enum status notice_retry(struct visit *v)
{
    struct outbox_one *letter = new(v->arena, struct outbox_one, 1);
    if (!str_to_int(v->params[0], &letter->id)) {
        return STATUS_NOT_FOUND;
    }
    return visit_order(v, &outbox_commands[OUTBOX_COMMAND_RETRY], letter, after_retry);
}

static enum status after_retry(struct visit *v)
{
    if (!visit_refused(v)) {
        return visit_go(v, route_url(v, "/qt/hang-doi"));
    }
    enum status status = v->order->outcome.verdict.status;
    return status == STATUS_REFUSED ? notice_queue(v) : status;
}
