/* What a unit has open of a kind, the most urgent first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/page.h"

#include "base/must.h"
#include "html/case.h"
#include "law/rule.h"
#include "text/tongue.h"
#include "web/route.h"

enum { LIST_ROWS = 50 };
#define CLOSED_TAB  "dong"
#define OVERDUE_TAB "qua-han"

static struct case_list_rows read_rows(struct visit *v, const struct case_kind *kind,
                                       struct unit_id unit, struct str tab);
static void show_rows(struct visit *v, const struct case_pages *pages,
                      const struct case_list_rows *rows, struct case_list_view *view);
static struct case_item item_of(struct visit *v, const struct case_pages *pages,
                                const struct case_list_row *row);
static void show_tabs(struct visit *v, struct case_list_view *view);

enum status case_list_show(struct visit *v, const struct case_pages *pages)
{
    const struct case_kind *kind = pages->kind;
    struct unit_id unit = case_desk_unit(v, kind->handle);
    if (!visit_may_over(v, kind->handle, ID_OF(unit)) &&
        !visit_may_over(v, kind->lead, ID_OF(unit))) {
        return STATUS_FORBIDDEN;
    }
    struct case_unit_get_row row = { .name = STR_NONE };
    case_unit_get(&v->snap->conn, &(struct case_unit_get){ .id = unit }, &row);
    struct case_list_view view = {
        .page = page_open(v, pages->title),
        .unit_name = row.name,
        .unit_code = row.code,
        .tab = form_get(&v->form, "loc"),
        .here = route_url(v, pages->list_path),
        .new_url = route_url(v, pages->new_path),
        .book = pages->register_path ? route_url(v, pages->register_path)
                                     : (struct local_url){ STR_NONE },
        .empty = { pages->empty_title,
                   N_("Đơn mới nhận sẽ hiện ở đây, gấp nhất ở trên."),
                   NULL,
                   { STR_NONE } },
    };
    struct case_list_rows rows = read_rows(v, kind, unit, view.tab);
    show_rows(v, pages, &rows, &view);
    show_tabs(v, &view);
    case_list_html(page_body(v), &view);
    return STATUS_OK;
}

/* The key of the page is "due.id" of the last row before it. */
static struct case_list_rows read_rows(struct visit *v, const struct case_kind *kind,
                                       struct unit_id unit, struct str tab)
{
    struct str after = form_get(&v->form, "sau");
    struct str due = str_cut(&after, '.');
    struct case_list wanted = {
        .kind = str_of(kind->name),
        .unit_id = unit,
        .is_open = !str_equal(tab, STR(CLOSED_TAB)),
        .limit = LIST_ROWS + 1,
    };
    if (str_equal(tab, STR(OVERDUE_TAB))) {
        wanted.due_before = v->now;
    } else if (workflow_state(kind->workflow, tab) != WORKFLOW_NOWHERE) {
        wanted.state = tab;
    }
    if (!str_to_int(due, &wanted.after_due.s) || !str_to_int(after, &wanted.after_id.v)) {
        wanted.after_due = (struct instant){ 1 }; /* 0 is no instant, and before nothing */
        wanted.after_id = (struct case_file_id){ 0 };
    }
    return case_list(&v->snap->conn, &wanted);
}

static void show_rows(struct visit *v, const struct case_pages *pages,
                      const struct case_list_rows *rows, struct case_list_view *view)
{
    size_t shown = rows->count > LIST_ROWS ? LIST_ROWS : rows->count;
    struct case_item *items = new(v->arena, struct case_item, shown + 1);
    for (size_t i = 0; i < shown; i++) {
        items[i] = item_of(v, pages, &rows->rows[i]);
    }
    view->items = items;
    view->item_count = shown;
    if (rows->count > shown) {
        const struct case_list_row *last = &rows->rows[shown - 1];
        view->next =
            str_printf(v->arena, "%lld.%lld", (long long)last->due_at.s, (long long)last->id.v);
    }
}

static struct case_item item_of(struct visit *v, const struct case_pages *pages,
                                const struct case_list_row *row)
{
    const struct workflow *workflow = pages->kind->workflow;
    int state = workflow_state(workflow, row->state);
    struct case_item item = {
        .code = row->code,
        .subject = row->subject,
        .book = case_book_words(v->arena, row->book_number, row->book_year),
        .state = workflow->states[state].label,
        .url = route_url(v, pages->case_path, row->code),
        .is_mine = row->handler_id.v != 0 && row->handler_id.v == v->visitor.author.person.v,
    };
    if (row->due_rule.p) {
        struct due_row due = { .unit = WORKING_DAYS,
                               .anchor = instant_of_day(row->received_on),
                               .due = row->due_at };
        item.badge = page_badge(v, &due, visit_calendar(v, (struct id){ 0 }));
        item.rule = case_rule_about(workflow, row->due_rule);
    }
    return item;
}

static void show_tabs(struct visit *v, struct case_list_view *view)
{
    struct tab_view *tabs = new(v->arena, struct tab_view, 3);
    struct form_param *kept = new(v->arena, struct form_param, 1);
    bool is_closed = str_equal(view->tab, STR(CLOSED_TAB));
    bool is_overdue = str_equal(view->tab, STR(OVERDUE_TAB));
    tabs[0] = (struct tab_view){ .label = N_("Đang mở"),
                                 .key = STR(""),
                                 .is_current = str_is_empty(view->tab) };
    tabs[1] = (struct tab_view){ .label = N_("Quá hạn"),
                                 .key = STR(OVERDUE_TAB),
                                 .is_current = is_overdue };
    tabs[2] = (struct tab_view){ .label = N_("Đã đóng"),
                                 .key = STR(CLOSED_TAB),
                                 .is_current = is_closed };
    *kept = (struct form_param){ STR("don-vi"), view->unit_code };
    view->tabs = (struct tabs_view){ .about = N_("Lọc danh sách đơn"),
                                     .here = view->here,
                                     .kept = kept,
                                     .kept_count = 1,
                                     .param = STR("loc"),
                                     .tabs = tabs,
                                     .count = 3 };
}

void case_waits(struct visit *v, const struct case_pages *pages, const struct waiting_unit *unit,
                const struct case_wait_line *lines, struct waiting *ret)
{
    for (; lines->label; lines++) {
        struct case_open_count_row row = { .n = 0 };
        struct case_open_count wanted = { .kind = str_of(pages->kind->name),
                                          .unit_id = { unit->id.v } };
        if (!visit_may_over(v, pages->kind->handle, unit->id)) {
            return;
        }
        if (lines->state) {
            wanted.state = str_of(lines->state);
        } else {
            wanted.due_before = v->now;
        }
        (void)case_open_count(&v->snap->conn, &wanted, &row);
        struct str list = route_url(v, pages->list_path).url;
        struct str url = str_printf(v->arena, "%.*s?don-vi=%.*s&loc=%s", STR_ARG(list),
                                    STR_ARG(unit->code), lines->state ? lines->state : OVERDUE_TAB);
        waiting_put(ret, lines->label, row.n, (struct local_url){ url });
    }
}

struct unit_id case_desk_unit(struct visit *v, const char *power)
{
    struct case_unit_row unit;
    struct case_unit wanted = { .code = form_get(&v->form, "don-vi"), .on = instant_day(v->now) };
    if (!str_is_empty(wanted.code) && case_unit(&v->snap->conn, &wanted, &unit)) {
        return unit.id;
    }
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        if (str_equal(v->visitor.grants[i].power, str_of(power))) {
            return (struct unit_id){ v->visitor.grants[i].unit.v };
        }
    }
    return (struct unit_id){ v->visitor.author.unit.v };
}

const char *case_rule_about(const struct workflow *workflow, struct str rule)
{
    struct term_table terms = *workflow->terms;
    for (size_t i = 0; i < terms.count; i++) {
        if (str_equal(str_of(terms.rows[i].name), rule)) {
            return terms.rows[i].about;
        }
    }
    return NULL;
}
