/* The officer's inbox: what is open here, the most urgent first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "base/limits.h"
#include "html/feedback.h"
#include "mod/feedback/find.h"
#include "mod/feedback/together.h"

static void show_tabs(struct visit *v, const char *current, struct inbox_view *view);
static void show_rows(struct visit *v, const struct report_inbox_row *rows, size_t count,
                      struct inbox_view *view);
static struct local_url row_url(struct visit *v, const struct inbox_view *view, struct str code);
static void show_empty(struct inbox_view *view);
static void offer_together(struct visit *v, struct inbox_view *view);
static void show_search(struct str sought, struct inbox_view *view);
static struct unit_id desk_unit(struct visit *v);
static struct inbox_rows inbox_rows(struct visit *v, struct str tab, struct unit_id unit);

_Static_assert(sizeof(struct report_inbox_row) == sizeof(struct report_inbox_in_state_row) &&
                   sizeof(struct report_inbox_row) == sizeof(struct report_inbox_mine_row),
               "the inbox queries must select the same columns");

/* `?loc=` is a tab, `?don-vi=` a unit below the officer's own, `?tim=` what is looked for there. */
enum status inbox_show(struct visit *v)
{
    struct inbox_view view = { .page = page_open(v, N_("Hộp thư")) };
    struct str tab = form_get(&v->form, "loc");
    struct unit_id unit = desk_unit(v);
    if (!visit_may_over(v, POWER_HANDLE, ID_OF(unit))) {
        return STATUS_FORBIDDEN;
    }
    struct feedback_unit_row desk;
    feedback_unit(&v->snap->conn, &(struct feedback_unit){ .id = unit }, &desk);
    view.unit_name = desk.name;
    view.unit = unit;
    struct str sought = str_trim(form_get(&v->form, "tim"));
    bool is_search = !str_is_empty(sought);
    struct inbox_rows rows = is_search ? seek_rows(v, sought, unit) : inbox_rows(v, tab, unit);
    size_t shown = rows.count > INBOX_PAGE_ROWS ? INBOX_PAGE_ROWS : rows.count;
    view.unit_code = desk.code;
    view.tab = is_search ? STR_NONE : tab;
    show_rows(v, rows.rows, shown, &view);
    show_tabs(v, is_search ? "tim" : str_z(v->arena, tab), &view);
    show_empty(&view);
    show_search(sought, &view);
    view.is_cut = is_search && rows.count > shown;
    offer_together(v, &view);
    if (rows.count > shown && !is_search) {
        view.next = str_printf(v->arena, "%lld.%lld", (long long)rows.rows[shown - 1].due_at.s,
                               (long long)rows.rows[shown - 1].id.v);
    }
    feedback_inbox_html(page_body(v), &view);
    return STATUS_OK;
}

static void show_empty(struct inbox_view *view)
{
    bool is_ruling = str_equal(view->tab, STR(RULING_TAB));
    view->empty = (struct empty_view){
        is_ruling ? N_("Không có hồ sơ nào chờ phân định") : N_("Không có hồ sơ nào ở mục này"),
        is_ruling ? N_("Hồ sơ bị trả lại lần thứ hai giữa hai đơn vị mà anh chị cùng phụ trách sẽ "
                       "hiện ở đây, gấp nhất ở trên.")
                  : N_("Hồ sơ mới gửi tới đơn vị sẽ hiện ở đây, gấp nhất ở trên."),
        NULL,
        { STR_NONE }
    };
}

/* Not where another act than an officer's is waited for. */
static void offer_together(struct visit *v, struct inbox_view *view)
{
    if (view->item_count == 0 || str_equal(view->tab, STR(CONSULT_TAB)) ||
        str_equal(view->tab, STR(RULING_TAB))) {
        return;
    }
    struct together_button *buttons = new(v->arena, struct together_button, together_act_count);
    for (size_t i = 0; i < together_act_count; i++) {
        const struct together_act *act = &together_acts[i];
        if (act->is_in_inbox) {
            buttons[view->button_count++] =
                (struct together_button){ act->name, act_label(str_of(act->name)), act->key };
        }
    }
    view->buttons = buttons;
    view->together = route_url(v, "/cb/hop-thu/cung-luc");
}

static void show_search(struct str sought, struct inbox_view *view)
{
    view->search = (struct field_view){
        .kind = INPUT_LINE,
        .name = "tim",
        .label = N_("Tìm"),
        .value = sought,
        .chars_max = 100,
        .hint = N_("Mã hồ sơ, số điện thoại, hoặc họ tên không cần dấu"),
    };
    if (!str_is_empty(sought)) {
        view->empty = (struct empty_view){ N_("Không tìm thấy"),
                                           N_("Không có hồ sơ nào của đơn vị mang mã, số điện "
                                              "thoại hoặc tên này. Người giấu tên chỉ "
                                              "tìm được bằng mã hồ sơ."),
                                           N_("Về hộp thư"), view->here };
    }
}

/* The unit asked for, else the one of the post that the officer acts in. */
static struct unit_id desk_unit(struct visit *v)
{
    struct feedback_unit_by_code_row unit;
    struct feedback_unit_by_code wanted = { .code = form_get(&v->form, "don-vi"),
                                            .today = instant_day(v->now) };
    if (!str_is_empty(wanted.code) && feedback_unit_by_code(&v->snap->conn, &wanted, &unit)) {
        return unit.id;
    }
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        if (str_equal(v->visitor.grants[i].power, STR(POWER_HANDLE))) {
            return (struct unit_id){ v->visitor.grants[i].unit.v };
        }
    }
    return (struct unit_id){ v->visitor.author.unit.v };
}

/* The key of the page is "due.id" of the last row before it. */
static struct inbox_rows inbox_rows(struct visit *v, struct str tab, struct unit_id unit)
{
    struct conn *conn = &v->snap->conn;
    struct str after = form_get(&v->form, "sau");
    const struct instant beginning = { 1 }; /* 0 is no instant, and before nothing */
    struct instant after_due = beginning;
    struct report_id after_id = { 0 };
    struct str due = str_cut(&after, '.');
    if (!str_to_int(due, &after_due.s) || !str_to_int(after, &after_id.v)) {
        after_due = beginning;
        after_id = (struct report_id){ 0 };
    }
    int64_t limit = INBOX_PAGE_ROWS + 1;
    if (str_equal(tab, STR(CONSULT_TAB))) {
        return consult_rows(v, unit, after_due, after_id);
    }
    if (str_equal(tab, STR(RULING_TAB))) {
        return ruling_rows(v, after_due, after_id);
    }
    if (str_equal(tab, STR("cua-toi"))) {
        struct report_inbox_mine_rows rows = report_inbox_mine(
            conn, &(struct report_inbox_mine){ .assignee_id = { v->visitor.author.person.v },
                                               .after_due = after_due,
                                               .after_id = after_id,
                                               .limit = limit });
        return (struct inbox_rows){ (const void *)rows.rows, rows.count };
    }
    if (workflow_state(&feedback_flow, tab) != WORKFLOW_NOWHERE) {
        struct report_inbox_in_state_rows rows =
            report_inbox_in_state(conn, &(struct report_inbox_in_state){ .unit_id = unit,
                                                                         .state = tab,
                                                                         .after_due = after_due,
                                                                         .after_id = after_id,
                                                                         .limit = limit });
        return (struct inbox_rows){ (const void *)rows.rows, rows.count };
    }
    struct report_inbox_rows rows = report_inbox(
        conn, &(struct report_inbox){
                  .unit_id = unit, .after_due = after_due, .after_id = after_id, .limit = limit });
    return (struct inbox_rows){ rows.rows, rows.count };
}

static void show_rows(struct visit *v, const struct report_inbox_row *rows, size_t count,
                      struct inbox_view *view)
{
    struct inbox_item *items = new(v->arena, struct inbox_item, count + 1);
    const struct calendar *calendar = visit_calendar(v, ID_OF(view->unit));
    for (size_t i = 0; i < count; i++) {
        const struct report_inbox_row *row = &rows[i];
        int state = workflow_state(&feedback_flow, row->state);
        struct due_row due = {
            .unit =
                str_equal(row->respond_unit, STR("working-hours")) ? WORKING_HOURS : WORKING_DAYS,
            .anchor = row->anchor_at,
            .due = row->due_at,
            .paused_since = row->paused_at,
        };
        items[i] = (struct inbox_item){
            .code = row->code,
            .title = row->title,
            .place = row->place,
            .category = translated(v, row->category_name),
            .state = feedback_flow.states[state].label,
            .badge = page_badge(v, &due, calendar),
            .url = row_url(v, view, row->code),
            .is_mine = row->assignee_id.v == v->visitor.author.person.v && row->assignee_id.v != 0,
        };
    }
    view->items = items;
    view->item_count = count;
}

static struct local_url row_url(struct visit *v, const struct inbox_view *view, struct str code)
{
    return str_equal(view->tab, STR(CONSULT_TAB))
               ? route_url(v, "/cb/y-kien/:code/:unit", code, view->unit_code)
               : route_url(v, "/cb/hs/:code", code);
}

/* A tab per open state that has reports, beside "all", "mine" and what the unit is asked; the
 * numbers are kept counts. */
static void show_tabs(struct visit *v, const char *current, struct inbox_view *view)
{
    struct report_counts_rows counts =
        report_counts(&v->snap->conn, &(struct report_counts){ .unit_id = view->unit });
    struct tab_view *tabs = new(v->arena, struct tab_view, counts.count + 4);
    size_t n = 0;
    int64_t open = 0;
    for (size_t i = 0; i < counts.count; i++) {
        int state = workflow_state(&feedback_flow, counts.rows[i].state);
        bool is_open = state != WORKFLOW_NOWHERE && !feedback_flow.states[state].is_final &&
                       state != REPORT_ANSWERED;
        open += is_open ? counts.rows[i].n : 0;
        if (is_open && counts.rows[i].n > 0) {
            tabs[n + 2] = (struct tab_view){ .label = feedback_flow.states[state].label,
                                             .key = counts.rows[i].state,
                                             .is_counted = true,
                                             .count = counts.rows[i].n };
            n++;
        }
    }
    tabs[0] = (struct tab_view){
        .label = N_("Tất cả đang mở"), .key = STR(""), .is_counted = true, .count = open
    };
    tabs[1] = (struct tab_view){ .label = N_("Của tôi"), .key = STR("cua-toi") };
    int64_t waiting = consults_waiting(v, view->unit);
    if (waiting > 0 || str_equal(str_of(current), STR(CONSULT_TAB))) {
        tabs[n + 2] = (struct tab_view){ .label = N_("Được hỏi ý kiến"),
                                         .key = STR(CONSULT_TAB),
                                         .is_counted = true,
                                         .count = waiting };
        n++;
    }
    size_t rulings = rulings_waiting(v);
    if (rulings > 0 || str_equal(str_of(current), STR(RULING_TAB))) {
        tabs[n + 2] = (struct tab_view){ .label = N_("Chờ phân định"),
                                         .key = STR(RULING_TAB),
                                         .is_counted = true,
                                         .count = (int64_t)rulings };
        n++;
    }
    for (size_t i = 0; i < n + 2; i++) {
        tabs[i].is_current =
            str_equal(tabs[i].key, str_of(current)) || (tabs[i].key.n == 0 && !*current);
    }
    view->here = route_url(v, "/cb/hop-thu");
    struct form_param *kept = new(v->arena, struct form_param, 1);
    *kept = (struct form_param){ STR("don-vi"), view->unit_code };
    view->tabs = (struct tabs_view){ .about = N_("Lọc hộp thư"),
                                     .here = view->here,
                                     .kept = kept,
                                     .kept_count = 1,
                                     .param = STR("loc"),
                                     .tabs = tabs,
                                     .count = n + 2 };
}
