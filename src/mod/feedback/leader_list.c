/* The reports behind a figure of the leader's board. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "html/feedback.h"
#include "mod/feedback/leader.h"
#include "text/tongue.h"

/* A page of the list, and one more to know whether there is another. */
struct page_rows {
    const struct leader_list_row *rows;
    size_t count;
};

_Static_assert(sizeof(struct leader_list_row) == sizeof(struct leader_open_list_row),
               "both lists must select the same columns");

static enum leader_figure figure_of(struct str word);
static struct page_rows rows_of_month(struct visit *v, const struct leader_scope *scope,
                                      const struct leader_form *form);
static struct page_rows rows_of_now(struct visit *v, const struct leader_scope *scope,
                                    enum leader_figure figure);
static struct leader_item item_of(struct visit *v, const struct leader_list_row *row);
static struct local_url next_of(struct visit *v, const struct leader_scope *scope,
                                const struct leader_form *form, const struct leader_list_row *last);

enum status leader_list_show(struct visit *v)
{
    struct leader_form form;
    struct leader_scope scope = { .month = 0 };
    enum status status = leader_scope_read(v, &form, &scope);
    enum leader_figure figure = figure_of(form.figure);
    if (status || figure == LEADER_FIGURES) {
        return status == STATUS_FORBIDDEN ? status : STATUS_NOT_FOUND;
    }
    struct page_rows page =
        leader_is_open(figure) ? rows_of_now(v, &scope, figure) : rows_of_month(v, &scope, &form);
    size_t shown = page.count > INBOX_PAGE_ROWS ? INBOX_PAGE_ROWS : page.count;
    struct leader_item *items = new(v->arena, struct leader_item, shown);
    for (size_t i = 0; i < shown; i++) {
        items[i] = item_of(v, &page.rows[i]);
    }
    struct leader_list_view view = {
        .page = page_open(v, leader_words[figure].label),
        .unit_name = scope.unit.name,
        .month_name = leader_is_open(figure) ? STR_NONE : leader_month_name(v, scope.month),
        .label = leader_words[figure].label,
        .items = items,
        .count = shown,
        .empty = { N_("Không có hồ sơ nào"),
                   N_("Số trên bảng đã đổi từ lúc anh chị mở trang, hoặc bằng không."),
                   N_("Về bảng điều hành"), leader_board_url(v, &scope, scope.unit.code) },
    };
    if (page.count > shown) {
        view.next = next_of(v, &scope, &form, &page.rows[shown - 1]);
    }
    view.page->back = leader_board_url(v, &scope, scope.unit.code);
    feedback_leader_list_html(page_body(v), &view);
    return STATUS_OK;
}

static enum leader_figure figure_of(struct str word)
{
    size_t i = 0;
    while (i < LEADER_FIGURES && !str_equal(word, str_of(leader_words[i].word))) {
        i++;
    }
    return (enum leader_figure)i;
}

static struct page_rows rows_of_month(struct visit *v, const struct leader_scope *scope,
                                      const struct leader_form *form)
{
    int64_t before;
    if (!str_to_int(form_get(&v->form, "truoc"), &before)) {
        before = INT64_MAX;
    }
    struct leader_list_rows rows =
        leader_list(&v->snap->conn, &(struct leader_list){ .above = scope->unit.id,
                                                           .from = scope->from,
                                                           .until = scope->until,
                                                           .now = v->now,
                                                           .before = { before },
                                                           .figure = form->figure,
                                                           .own = form->own,
                                                           .category = form->category,
                                                           .counted_on = scope->counted_on,
                                                           .limit = INBOX_PAGE_ROWS + 1 });
    return (struct page_rows){ rows.rows, rows.count };
}

/* The key of the page is "due.id" of the last row before it, as in the inbox. */
static struct page_rows rows_of_now(struct visit *v, const struct leader_scope *scope,
                                    enum leader_figure figure)
{
    struct str after = form_get(&v->form, "sau");
    struct str due = str_cut(&after, '.');
    struct leader_open_list wanted = {
        .above = scope->unit.id,
        .after_due = { 1 }, /* 0 is no instant, and before nothing */
        .limit = INBOX_PAGE_ROWS + 1,
    };
    if (!str_to_int(due, &wanted.after_due.s) || !str_to_int(after, &wanted.after_id.v)) {
        wanted.after_due.s = 1;
        wanted.after_id.v = 0;
    }
    if (figure == LEADER_DRAFTED || figure == LEADER_RULING) {
        wanted.state = str_of(leader_words[figure].word);
    } else {
        wanted.due_before = figure == LEADER_OVERDUE ? v->now : leader_long_ago(v);
    }
    struct leader_open_list_rows rows = leader_open_list(&v->snap->conn, &wanted);
    return (struct page_rows){ (const void *)rows.rows, rows.count };
}

/* Who handles reports there sees the file; who only reads figures, what everybody sees: of one that
 * is withheld its code. */
static struct leader_item item_of(struct visit *v, const struct leader_list_row *row)
{
    struct id unit = ID_OF(row->unit_id);
    struct due_row due = {
        .unit = str_equal(row->respond_unit, STR("working-hours")) ? WORKING_HOURS : WORKING_DAYS,
        .anchor = row->anchor_at,
        .due = row->due_at,
        .paused_since = row->paused_at,
    };
    bool may_see = case_may_see(v, unit, ID_OF(row->first_unit_id));
    struct leader_item item = {
        .code = row->code,
        .title = row->is_public || may_see ? row->title : STR_NONE,
        .place = row->is_public || may_see ? row->place : STR_NONE,
        .unit_name = row->unit_name,
        .category = translated(v, row->category_name),
        .state = feedback_flow.states[workflow_state(&feedback_flow, row->state)].label,
        .received_at = row->received_at,
        .has_badge = row->is_open,
        .url = route_url(v, may_see ? "/cb/hs/:code" : "/kiem-tra/ho-so/:code", row->code),
    };
    if (row->is_open) {
        item.badge = page_badge(v, &due, visit_calendar(v, unit));
    }
    return item;
}

static struct local_url next_of(struct visit *v, const struct leader_scope *scope,
                                const struct leader_form *form, const struct leader_list_row *last)
{
    enum leader_figure figure = figure_of(form->figure);
    struct local_url list = leader_list_url(v, scope, scope->unit.code, figure, form->own);
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    out_str_raw(&out, list.url);
    if (form->category.n > 0) {
        out_lit(&out, "&category=");
        out_percent(&out, form->category);
    }
    if (leader_is_open(figure)) {
        out_printf(&out, "&sau=%lld.%lld", (long long)last->due_at.s, (long long)last->id.v);
    } else {
        out_printf(&out, "&truoc=%lld", (long long)last->id.v);
    }
    return (struct local_url){ out_str(&out) };
}
