/* The public pages of units: the list with its search, and one unit with its past and its place. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/pages.h"

#include "html/org.h"
#include "mod/org/commands.h"
#include "text/format.h"
#include "text/message.h"
#include "web/route.h"

enum { PATH_MAX_STEPS = 20, NEIGHBOURS_MAX = 100, PASTS_MAX = 50 };

#define UNIT_PATH "/don-vi/:code"

static enum status units_json(struct visit *v, const struct unit_list *list);
static enum status unit_json(struct visit *v, const struct unit_get_row *unit);
static enum status go_to_successor(struct visit *v, const struct unit_get_row *unit,
                                   bool *ret_gone);
static void fill_neighbours(struct visit *v, struct unit_view *view);
static void fill_past(struct visit *v, struct unit_view *view);
static void fill_children(struct visit *v, struct unit_view *view, struct day day);
static void say_ended(struct visit *v, struct unit_view *view);
static void say_renamed(struct visit *v, struct page *page);

enum status org_units(struct visit *v)
{
    struct str query = form_get(&v->form, "q");
    struct units_view view = {
        .page = page_open(v, N_("Các đơn vị")),
        .here = route_url(v, "/don-vi"),
        .query = { .kind = INPUT_LINE,
                   .name = "q",
                   .value = query,
                   .label = N_("Tìm theo tên hoặc mã đơn vị") },
        .is_search = query.n > 0,
        .list = query.n > 0 ? unit_list_search(v, query, UNIT_PATH) : unit_list_roots(v, UNIT_PATH),
        .empty = { .title =
                       query.n > 0 ? N_("Không tìm thấy đơn vị nào") : N_("Chưa có đơn vị nào"),
                   .why = query.n > 0 ? N_("Thử gõ ít chữ hơn, không cần dấu.")
                                      : N_("Người quản trị chưa nhập danh sách đơn vị.") },
    };
    if (v->face == FACE_JSON) {
        return units_json(v, &view.list);
    }
    view.list.here = view.here;
    view.list.is_begun = form_get(&v->form, "sau").n > 0;
    if (query.n > 0) {
        struct form_param *kept = new(v->arena, struct form_param, 1);
        *kept = (struct form_param){ STR("q"), query };
        view.list.kept = kept;
        view.list.kept_count = 1;
    }
    org_units_html(page_body(v), &view);
    return STATUS_OK;
}

enum status org_unit(struct visit *v)
{
    struct day on = day_parse(form_get(&v->form, "ngay"));
    struct day day = day_is_none(on) ? instant_day(v->now) : on;
    struct unit_view view = { 0 };
    if (!unit_of_address(v, v->params[0], on, &view.unit)) {
        return STATUS_NOT_FOUND;
    }
    view.period = (struct period){ view.unit.from_on, view.unit.until_on };
    view.is_ended = !period_holds(view.period, day);
    bool is_gone = false;
    enum status gone = go_to_successor(v, view.is_ended ? &view.unit : NULL, &is_gone);
    if (is_gone) {
        return gone;
    }
    if (v->face == FACE_JSON) {
        return unit_json(v, &view.unit);
    }
    view.page = page_open(v, N_("Các đơn vị"));
    view.page->title = view.unit.name;
    view.kind = unit_kind_label(view.unit.kind);
    view.here = route_url(v, UNIT_PATH, view.unit.code);
    fill_neighbours(v, &view);
    fill_past(v, &view);
    fill_children(v, &view, day);
    view.ties = unit_ties(v, view.unit.id, false, &view.tie_count);
    if (view.is_ended) {
        say_ended(v, &view);
    } else {
        say_renamed(v, view.page);
    }
    if (visit_may_over(v, POWER_ORG_MANAGE, ID_OF(view.unit.id))) {
        view.manage = route_url(v, "/qt/don-vi/:code", view.unit.code);
    }
    org_unit_html(page_body(v), &view);
    return STATUS_OK;
}

static enum status units_json(struct visit *v, const struct unit_list *list)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_list(&json, "items");
    for (size_t i = 0; i < list->count; i++) {
        json_object(&json, NULL);
        json_text(&json, "code", list->items[i].code);
        json_text(&json, "name", list->items[i].name);
        json_text(&json, "kind", list->items[i].kind_name);
        json_text(&json, "parent", list->items[i].parent);
        json_day(&json, "until", list->items[i].until);
        json_end(&json);
    }
    json_end(&json);
    json_text(&json, "next", list->next);
    json_end(&json);
    return STATUS_OK;
}

static enum status unit_json(struct visit *v, const struct unit_get_row *unit)
{
    struct unit_successors_rows next = unit_successors(
        &v->snap->conn, &(struct unit_successors){ .unit = unit->id, .limit = NEIGHBOURS_MAX });
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "code", unit->code);
    json_text(&json, "name", unit->name);
    json_text(&json, "kind", unit->kind);
    json_text(&json, "parent", unit->parent_code);
    json_day(&json, "from", unit->from_on);
    json_day(&json, "until", unit->until_on);
    json_text(&json, "phone", unit->phone);
    json_text(&json, "email", unit->email);
    json_text(&json, "address", unit->address);
    json_list(&json, "successors");
    for (size_t i = 0; i < next.count; i++) {
        json_text(&json, NULL, next.rows[i].code);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}

/* The address of an ended unit leads to its successor when there is only one, which then says where
 * the visitor comes from. Someone who asks for a day wants that day's unit. */
static enum status go_to_successor(struct visit *v, const struct unit_get_row *unit, bool *ret_gone)
{
    if (!unit || form_get(&v->form, "ngay").n > 0 || v->face != FACE_HTML) {
        return STATUS_OK;
    }
    struct unit_successors_rows next =
        unit_successors(&v->snap->conn, &(struct unit_successors){ .unit = unit->id, .limit = 2 });
    if (next.count != 1) {
        return STATUS_OK;
    }
    *ret_gone = true;
    struct local_url where = route_url(v, UNIT_PATH, next.rows[0].code);
    struct out location = out_open(v->arena, 1024);
    out_str_raw(&location, where.url);
    out_lit(&location, "?tu=");
    out_percent(&location, unit->code);
    reply_header(v->reply, "Location", out_str(&location));
    return STATUS_MOVED;
}

static void fill_neighbours(struct visit *v, struct unit_view *view)
{
    struct conn *conn = &v->snap->conn;
    struct unit_path_rows path =
        unit_path(conn, &(struct unit_path){ .unit = view->unit.id, .limit = PATH_MAX_STEPS });
    struct unit_step *steps = new(v->arena, struct unit_step, path.count);
    for (size_t i = 0; i + 1 < path.count; i++) {
        steps[i] =
            (struct unit_step){ path.rows[i].name, route_url(v, UNIT_PATH, path.rows[i].code) };
    }
    view->path = steps;
    view->path_count = path.count > 0 ? path.count - 1 : 0;

    struct unit_successors_rows next = unit_successors(
        conn, &(struct unit_successors){ .unit = view->unit.id, .limit = NEIGHBOURS_MAX });
    struct unit_step *successors = new(v->arena, struct unit_step, next.count);
    for (size_t i = 0; i < next.count; i++) {
        successors[i] =
            (struct unit_step){ next.rows[i].name, route_url(v, UNIT_PATH, next.rows[i].code) };
    }
    view->successors = successors;
    view->successor_count = next.count;

    struct unit_predecessors_rows before = unit_predecessors(
        conn, &(struct unit_predecessors){ .unit = view->unit.id, .limit = NEIGHBOURS_MAX });
    struct unit_step *predecessors = new(v->arena, struct unit_step, before.count);
    for (size_t i = 0; i < before.count; i++) {
        predecessors[i] = (struct unit_step){ .name = before.rows[i].name };
    }
    view->predecessors = predecessors;
    view->predecessor_count = before.count;
}

static void fill_past(struct visit *v, struct unit_view *view)
{
    struct unit_pasts_rows pasts = unit_pasts(
        &v->snap->conn, &(struct unit_pasts){ .unit = view->unit.id, .limit = PASTS_MAX });
    struct unit_before *befores = new(v->arena, struct unit_before, pasts.count);
    for (size_t i = 0; i < pasts.count; i++) {
        const struct unit_pasts_row *row = &pasts.rows[i];
        befores[i] = (struct unit_before){
            row->name, unit_kind_label(row->kind), row->parent_name, { row->from_on, row->until_on }
        };
    }
    view->befores = befores;
    view->before_count = pasts.count;
}

/* One kind at a time, the first that there is unless the visitor chose: communes are looked for
 * among communes, offices among offices. */
static void fill_children(struct visit *v, struct unit_view *view, struct day day)
{
    struct unit_child_kinds_rows kinds = unit_child_kinds(
        &v->snap->conn,
        &(struct unit_child_kinds){ .parent = view->unit.id, .on = day, .limit = NEIGHBOURS_MAX });
    struct tab_view *tabs = new(v->arena, struct tab_view, kinds.count);
    size_t count = 0;
    struct str chosen = form_get(&v->form, "loai");
    struct str current = STR_NONE;
    for (size_t k = 0; k < UNIT_KIND_COUNT; k++) {
        struct str kind = str_of(UNIT_KINDS[k].name);
        for (size_t i = 0; i < kinds.count; i++) {
            if (str_equal(kinds.rows[i].kind, kind)) {
                tabs[count++] = (struct tab_view){ .label = UNIT_KINDS[k].label, .key = kind };
                current = !current.p || str_equal(chosen, kind) ? kind : current;
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        tabs[i].is_current = str_equal(tabs[i].key, current);
    }
    view->tabs = (struct tabs_view){ .about = N_("Loại đơn vị"),
                                     .here = view->here,
                                     .param = STR("loai"),
                                     .tabs = tabs,
                                     .count = count };
    view->list = unit_list_below(v, view->unit.id, day, current, UNIT_PATH);
    view->list.here = view->here;
    view->list.is_one_kind = count > 1;
    view->list.is_begun = form_get(&v->form, "sau").n > 0;
    struct form_param *kept = new(v->arena, struct form_param, 1);
    *kept = (struct form_param){ STR("loai"), current };
    view->list.kept = kept;
    view->list.kept_count = current.n > 0;
}

static void say_ended(struct visit *v, struct unit_view *view)
{
    struct str message = tongue_text(v->tongue, N_("Đơn vị này hoạt động đến hết ngày %s."));
    struct out sentence = out_open(v->arena, 1024);
    sentence.tongue = v->tongue;
    out_str_raw(&sentence, message_part(message, 0));
    format_day(&sentence, view->unit.until_on);
    out_str_raw(&sentence, message_part(message, 1));
    view->page->notice.sentence = out_str(&sentence);
}

/* Someone came by the address of a unit that has become this one. */
static void say_renamed(struct visit *v, struct page *page)
{
    struct unit_get_row old;
    struct unit_newest_row newest;
    struct str code = form_get(&v->form, "tu");
    struct conn *conn = &v->snap->conn;
    if (code.n == 0 || !unit_newest(conn, &(struct unit_newest){ .code = code }, &newest) ||
        !unit_get(conn, &(struct unit_get){ .id = newest.id }, &old) || day_is_none(old.until_on)) {
        return;
    }
    struct str message = tongue_text(v->tongue, N_("%s nay là %s, từ ngày %s."));
    struct out sentence = out_open(v->arena, 2048);
    sentence.tongue = v->tongue;
    out_str_raw(&sentence, message_part(message, 0));
    out_str_raw(&sentence, old.name);
    out_str_raw(&sentence, message_part(message, 1));
    out_str_raw(&sentence, page->title);
    out_str_raw(&sentence, message_part(message, 2));
    format_day(&sentence, day_after(old.until_on));
    out_str_raw(&sentence, message_part(message, 3));
    page->notice.sentence = out_str(&sentence);
}
