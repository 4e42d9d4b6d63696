/* The pages of managing people: who works where below the visitor's units, and one person. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/admin.h"

#include "base/limits.h"
#include "html/identity.h"
#include "mod/identity/commands.h"
#include "mod/identity/powers.h"
#include "text/tongue.h"
#include "web/route.h"

enum { PEOPLE_PAGE_ROWS = 50, POSTS_MAX = 50, GRANTS_MAX = 100, EVENTS_MAX = 100 };

/* Earlier than any post. */
static const struct day EVER = { INT32_MIN };

/* What a person's history says for each fact. */
static const struct {
    enum identity_fact fact;
    const char *what;
} EVENTS[] = {
    { FACT_PERSON_ADDED, N_("Thêm vào danh sách người dùng") },
    { FACT_PERSON_CHANGED, N_("Sửa thông tin") },
    { FACT_PERSON_ENDED, N_("Thôi làm việc") },
    { FACT_PERSON_RETURNED, N_("Làm việc lại") },
    { FACT_POST_GIVEN, N_("Nhận chức vụ") },
    { FACT_POST_CHANGED, N_("Sửa chức vụ") },
    { FACT_POST_ENDED, N_("Kết thúc chức vụ") },
    { FACT_POWER_GRANTED, N_("Được cấp quyền") },
    { FACT_POWER_REVOKED, N_("Bị thu hồi quyền") },
    { FACT_PASSWORD_CHANGED, N_("Đổi mật khẩu") },
    { FACT_TOTP_CHANGED, N_("Thay đổi đăng nhập hai lớp") },
};

/* The tabs of the list. */
enum people_tab { TAB_WORKING, TAB_CLOSED, TAB_PAST, PEOPLE_TABS };
static const struct {
    const char *key;
    const char *label;
} TABS[PEOPLE_TABS] = {
    [TAB_WORKING] = { "", N_("Đang làm việc") },
    [TAB_CLOSED] = { "chua-mo", N_("Chưa có mật khẩu") },
    [TAB_PAST] = { "da-thoi", N_("Đã thôi") },
};

static enum people_tab tab_of(struct str key);
static void fill_people(struct visit *v, struct people_view *view, struct unit_id unit,
                        enum people_tab tab);
static struct str posts_text(struct visit *v, struct person_id person, struct day on);
static void fill_posts(struct visit *v, struct person_view *view);
static void fill_history(struct visit *v, struct person_view *view);
static void fill_tabs(struct visit *v, struct people_view *view, enum people_tab current);
static void fill_grants(struct visit *v, struct post_row *post,
                        const struct posts_of_person_row *of);
static const char *event_label(struct str fact);
static struct str id_text(struct visit *v, int64_t id);

enum status identity_people(struct visit *v)
{
    struct people_view view = {
        .page = page_open(v, N_("Người dùng")),
        .here = route_url(v, "/qt/nguoi-dung"),
        .add = route_url(v, "/qt/nguoi-dung/moi"),
        .from_file = route_url(v, "/qt/nguoi-dung/nhap"),
        .unit = { .kind = INPUT_LINE,
                  .name = "don-vi",
                  .label = N_("Mã đơn vị"),
                  .hint = N_("Danh sách gồm cả các đơn vị trực thuộc.") },
        .empty = { .title = N_("Chưa có ai ở đơn vị này"),
                   .why = N_("Người dùng hiện ra ở đây khi được giao một chức vụ."),
                   .act = N_("Thêm người dùng"),
                   .url = route_url(v, "/qt/nguoi-dung/moi") },
    };
    struct unit_known_row unit = { 0 };
    if (!admin_scope(v, str_trim(form_get(&v->form, "don-vi")), &unit)) {
        visit_problem(v, "don-vi",
                      N_("Không có đơn vị này, hoặc tài khoản không quản lý người dùng "
                         "ở đó."));
    }
    enum people_tab tab = tab_of(form_get(&v->form, "loc"));
    view.unit.value = ID_NONE(unit.id) ? form_get(&v->form, "don-vi") : unit.code;
    view.unit.problem = problem_of(&v->problems, "don-vi");
    view.unit_name = unit.name;
    view.unit_code = unit.code;
    fill_tabs(v, &view, tab);
    if (!ID_NONE(unit.id)) {
        fill_people(v, &view, unit.id, tab);
    }
    identity_people_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status identity_person(struct visit *v)
{
    struct person_view view = { 0 };
    struct totp_get_row totp;
    struct credential_get_row credential;
    int64_t id = 0;
    if (!str_to_int(v->params[0], &id) ||
        !person_get(&v->snap->conn, &(struct person_get){ .id = { id } }, &view.person) ||
        !admin_may_see(v, view.person.id)) {
        return STATUS_NOT_FOUND;
    }
    view.page = page_open(v, N_("Người dùng"));
    view.page->title = view.person.name;
    view.page->back = route_url(v, "/qt/nguoi-dung");
    view.is_ended = view.person.ended_at.s != 0;
    view.has_second =
        totp_get(&v->snap->conn, &(struct totp_get){ .person_id = view.person.id }, &totp);
    view.is_closed = !credential_get(
        &v->snap->conn, &(struct credential_get){ .person_id = view.person.id }, &credential);
    fill_posts(v, &view);
    fill_history(v, &view);
    struct str text = id_text(v, id);
    view.change = route_url(v, "/qt/nguoi-dung/:id/sua", text);
    view.end = route_url(v, "/qt/nguoi-dung/:id/thoi-viec", text);
    view.let_in = route_url(v, "/qt/nguoi-dung/:id/lam-lai", text);
    view.give_post = route_url(v, "/qt/nguoi-dung/:id/chuc-vu", text);
    view.password = route_url(v, "/qt/nguoi-dung/:id/mat-khau", text);
    view.drop_second = route_url(v, "/qt/nguoi-dung/:id/hai-lop", text);
    identity_person_html(page_body(v), &view);
    return STATUS_OK;
}

bool admin_may_see(struct visit *v, struct person_id person)
{
    struct posts_of_person_rows posts = posts_of_person(
        &v->snap->conn,
        &(struct posts_of_person){ .person_id = person, .on = EVER, .limit = POSTS_MAX });
    for (size_t i = 0; i < posts.count; i++) {
        if (visit_may_over(v, POWER_IDENTITY_MANAGE, ID_OF(posts.rows[i].unit_id))) {
            return true;
        }
    }
    return false;
}

bool admin_scope(struct visit *v, struct str code, struct unit_known_row *ret)
{
    struct conn *conn = &v->snap->conn;
    struct unit_label_row label;
    for (size_t i = 0; code.n == 0 && i < v->visitor.grant_count; i++) {
        const struct power_grant *grant = &v->visitor.grants[i];
        if (str_equal(grant->power, STR(POWER_IDENTITY_MANAGE)) &&
            unit_label(conn, &(struct unit_label){ .id = { grant->unit.v } }, &label)) {
            code = label.code;
        }
    }
    struct unit_known_row unit;
    if (!unit_known(conn, &(struct unit_known){ .code = code, .on = instant_day(v->now) }, &unit) ||
        !visit_may_over(v, POWER_IDENTITY_MANAGE, ID_OF(unit.id))) {
        return false;
    }
    *ret = unit;
    return true;
}

static enum people_tab tab_of(struct str key)
{
    enum people_tab tab = TAB_WORKING;
    for (size_t i = 0; i < PEOPLE_TABS; i++) {
        tab = str_equal(key, str_of(TABS[i].key)) ? (enum people_tab)i : tab;
    }
    return tab;
}

/* Those who work there, those of them who cannot sign in yet, and those who worked there. */
static void fill_tabs(struct visit *v, struct people_view *view, enum people_tab current)
{
    struct tab_view *tabs = new(v->arena, struct tab_view, PEOPLE_TABS);
    struct form_param *kept = new(v->arena, struct form_param, 1);
    *kept = (struct form_param){ STR("don-vi"), view->unit_code };
    for (size_t i = 0; i < PEOPLE_TABS; i++) {
        tabs[i] = (struct tab_view){ .label = TABS[i].label,
                                     .key = str_of(TABS[i].key),
                                     .is_current = i == current };
    }
    view->tabs = (struct tabs_view){ .about = N_("Lọc người dùng"),
                                     .here = view->here,
                                     .kept = kept,
                                     .kept_count = 1,
                                     .param = STR("loc"),
                                     .tabs = tabs,
                                     .count = PEOPLE_TABS };
    view->loc = tabs[current].key;
    if (current == TAB_PAST) {
        view->empty = (struct empty_view){
            .title = N_("Chưa có ai thôi làm ở đây"),
            .why = N_("Ai không còn giữ chức vụ nào ở đơn vị này thì hiện ra ở mục này."),
        };
    } else if (current == TAB_CLOSED) {
        view->empty = (struct empty_view){
            .title = N_("Ai cũng đã có mật khẩu"),
            .why = N_("Người được nhập từ tệp hiện ra ở mục này cho tới khi được đưa mật khẩu đầu "
                      "tiên."),
        };
    }
}

static void fill_people(struct visit *v, struct people_view *view, struct unit_id unit,
                        enum people_tab tab)
{
    bool is_past = tab == TAB_PAST;
    struct person_get_row last = { .name_key = { "", 0 } };
    int64_t after = 0;
    if (str_to_int(form_get(&v->form, "sau"), &after)) {
        view->is_begun = person_get(&v->snap->conn, &(struct person_get){ .id = { after } }, &last);
    }
    struct person_list_rows rows = person_list(
        &v->snap->conn, &(struct person_list){
                            .above = unit,
                            .on = instant_day(v->now),
                            .is_past = is_past,
                            .is_closed = tab == TAB_CLOSED,
                            .after_key = last.name_key.p ? last.name_key : (struct bytes){ "", 0 },
                            .after_id = view->is_begun ? after : 0,
                            .limit = PEOPLE_PAGE_ROWS + 1 });
    struct person_item *items = new(v->arena, struct person_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct person_list_row *row = &rows.rows[i];
        items[i] = (struct person_item){
            row->name,
            row->sign_in,
            posts_text(v, row->id, is_past ? EVER : instant_day(v->now)),
            route_url(v, "/qt/nguoi-dung/:id", id_text(v, row->id.v)),
        };
    }
    view->items = items;
    view->count = rows.count < PEOPLE_PAGE_ROWS ? rows.count : PEOPLE_PAGE_ROWS;
    if (rows.count > PEOPLE_PAGE_ROWS) {
        view->next = id_text(v, rows.rows[PEOPLE_PAGE_ROWS - 1].id.v);
    }
}

static struct str posts_text(struct visit *v, struct person_id person, struct day on)
{
    struct posts_of_person_rows posts = posts_of_person(
        &v->snap->conn,
        &(struct posts_of_person){ .person_id = person, .on = on, .limit = POSTS_MAX });
    struct out out = out_open(v->arena, 4096);
    for (size_t i = 0; i < posts.count; i++) {
        out_printf(&out, "%s%.*s, %.*s", i ? "; " : "", STR_ARG(posts.rows[i].title),
                   STR_ARG(posts.rows[i].unit_name));
    }
    return out_str(&out);
}

/* All that they ever held: what is over says when and where somebody worked. */
static void fill_posts(struct visit *v, struct person_view *view)
{
    struct day today = instant_day(v->now);
    struct posts_of_person_rows rows = posts_of_person(
        &v->snap->conn,
        &(struct posts_of_person){ .person_id = view->person.id, .on = EVER, .limit = POSTS_MAX });
    struct post_row *posts = new(v->arena, struct post_row, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct posts_of_person_row *row = &rows.rows[i];
        posts[i] = (struct post_row){ .title = row->title,
                                      .unit = row->unit_name,
                                      .from = row->from_on,
                                      .until = row->until_on,
                                      .is_over = !day_is_none(row->until_on) &&
                                                 day_compare(row->until_on, today) < 0 };
        if (!posts[i].is_over && visit_may_over(v, POWER_IDENTITY_MANAGE, ID_OF(row->unit_id))) {
            posts[i].change = route_url(v, "/qt/chuc-vu/:id/sua", id_text(v, row->id.v));
            posts[i].end = route_url(v, "/qt/chuc-vu/:id", id_text(v, row->id.v));
            posts[i].grant = route_url(v, "/qt/chuc-vu/:id/quyen", id_text(v, row->id.v));
        }
        if (!posts[i].is_over) {
            fill_grants(v, &posts[i], row);
        }
    }
    view->posts = posts;
    view->post_count = rows.count;
}

static void fill_history(struct visit *v, struct person_view *view)
{
    struct person_event_list_rows rows =
        person_event_list(&v->snap->conn, &(struct person_event_list){ .person_id = view->person.id,
                                                                       .limit = EVENTS_MAX });
    struct event_view *events = new(v->arena, struct event_view, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct person_event_list_row *row = &rows.rows[i];
        struct str power =
            row->power.n ? tongue_text(v->tongue, power_label(v->arena, row->power)) : STR_NONE;
        events[i] = (struct event_view){
            .what = event_label(row->fact),
            .said = power.n
                        ? str_printf(v->arena, "%.*s (%.*s)", STR_ARG(power), STR_ARG(row->said))
                        : row->said,
            .by = row->by_name,
            .at = row->at,
        };
    }
    view->history = (struct timeline_view){ events, rows.count };
}

static const char *event_label(struct str fact)
{
    for (size_t i = 0; i < COUNT(EVENTS); i++) {
        if (str_equal(str_of(IDENTITY_FACTS[EVENTS[i].fact].name), fact)) {
            return EVENTS[i].what;
        }
    }
    return N_("Thay đổi khác");
}

/* Where a power reaches is said only when it is not simply the post's own unit. */
static void fill_grants(struct visit *v, struct post_row *post,
                        const struct posts_of_person_row *of)
{
    struct grants_of_post_rows rows = grants_of_post(
        &v->snap->conn, &(struct grants_of_post){
                            .post_id = of->id, .on = instant_day(v->now), .limit = GRANTS_MAX });
    struct grant_row *grants = new(v->arena, struct grant_row, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        bool is_own = ID_IS(rows.rows[i].unit_id, of->unit_id);
        grants[i] = (struct grant_row){
            .label = power_label(v->arena, rows.rows[i].power),
            .unit = is_own ? STR_NONE : rows.rows[i].unit_name,
        };
        if (visit_may_over(v, POWER_IDENTITY_MANAGE, ID_OF(rows.rows[i].unit_id))) {
            grants[i].take = route_url(v, "/qt/quyen/:id", id_text(v, rows.rows[i].id.v));
        }
    }
    post->grants = grants;
    post->grant_count = rows.count;
}

static struct str id_text(struct visit *v, int64_t id)
{
    return str_printf(v->arena, "%lld", (long long)id);
}
