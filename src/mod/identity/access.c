/* The access log: who opened what is kept from others, and who was given what, of all services. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/access.h"

#include "base/limits.h"
#include "html/identity.h"
#include "mod/identity/commands.h"
#include "mod/identity/powers.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/route.h"

#define LOG_PATH "/qt/nhat-ky"

/* No instant at all would be NULL in a query. */
static const struct instant EARLIEST = { 1 };

enum { PAGE_LINES = 50, FILE_PARTS = 100, POSTS_MAX = 20 };

static const struct field query_fields[] = {
    FIELD(struct access_form, unit, .rules = FIELD_LINE, .max = 20, .label = N_("Mã đơn vị")),
    FIELD(struct access_form, person, .rules = FIELD_LINE, .max = SIGN_IN_CHARS_MAX,
          .label = N_("Tên đăng nhập của cán bộ")),
    FIELD(struct access_form, kind, .rules = FIELD_LINE, .label = N_("Loại việc")),
    FIELD(struct access_form, from, .rules = FIELD_PERIOD_START, .label = N_("Từ ngày")),
    FIELD(struct access_form, until, .rules = FIELD_PERIOD_END, .label = N_("Đến hết ngày")),
    FIELD(struct access_form, before),
};
const struct record access_form_record = RECORD("access_form", struct access_form, query_fields);

static const struct field line_fields[] = {
    FIELD(struct access_row, at, .label = N_("Lúc")),
    FIELD(struct access_row, person, .label = N_("Cán bộ")),
    FIELD(struct access_row, post, .label = N_("Chức vụ")),
    FIELD(struct access_row, what, .label = N_("Việc")),
    FIELD(struct access_row, about, .label = N_("Về")),
    FIELD(struct access_row, unit, .label = N_("Đơn vị")),
    FIELD(struct access_row, reason, .label = N_("Lý do, chi tiết")),
};
const struct record access_row_record = RECORD("access_line", struct access_row, line_fields);

static bool read_query(struct visit *v, struct access_view *view, struct access_query *ret);
static void fill_fields(struct visit *v, struct access_view *view);
static void fill_links(struct visit *v, struct access_view *view, int64_t last);
static struct local_url link_of(struct visit *v, const struct access_view *view, const char *suffix,
                                int64_t before);
static struct access_row *rows_of(struct visit *v, const struct access_log *log);
static struct str post_of(struct visit *v, struct person_id person, struct day on);
static enum status write_csv(struct visit *v, struct access_query *query);
static const char *label_of(struct str fact);

enum status identity_access_page(struct visit *v)
{
    struct access_query query = { .limit = PAGE_LINES + 1 };
    struct access_view view = { .page = page_open(v, N_("Nhật ký truy cập")),
                                .here = route_url(v, LOG_PATH) };
    bool is_good = read_query(v, &view, &query);
    if (v->face == FACE_CSV) {
        return is_good ? write_csv(v, &query) : STATUS_INVALID;
    }
    if (is_good) {
        struct access_log log = access_of_services(v, &query);
        view.rows = rows_of(v, &log);
        view.count = log.count;
        int64_t last = 0;
        if (log.count > PAGE_LINES) {
            view.count = PAGE_LINES;
            last = log.lines[PAGE_LINES - 1].id;
        }
        fill_links(v, &view, last);
    }
    fill_fields(v, &view);
    identity_access_html(page_body(v), &view);
    return is_good ? STATUS_OK : STATUS_INVALID;
}

static bool read_query(struct visit *v, struct access_view *view, struct access_query *ret)
{
    struct access_form *form = &view->form;
    struct unit_known_row unit = { 0 };
    struct person_of_sign_in_row person = { 0 };
    if (!visit_form(v, &access_form_record, form)) {
        return false;
    }
    if (!admin_scope(v, form->unit, &unit)) {
        visit_problem(v, "unit",
                      N_("Không có đơn vị này, hoặc tài khoản không quản lý người dùng "
                         "ở đó."));
    }
    if (form->person.n > 0 &&
        !person_of_sign_in(&v->snap->conn, &(struct person_of_sign_in){ .sign_in = form->person },
                           &person)) {
        visit_problem(v, "person", N_("Không có ai mang tên đăng nhập này."));
    }
    const struct access_kind *kind = access_kind_named(form->kind);
    if (form->kind.n > 0 && !kind) {
        visit_problem(v, "kind", N_("Không có loại việc này. Hãy chọn trong danh sách."));
    }
    if (!day_is_none(form->until) && day_compare(form->until, form->from) < 0) {
        visit_problem(v, "until", N_("Ngày kết thúc đứng trước ngày bắt đầu."));
    }
    view->unit_name = unit.name;
    view->unit_code = unit.code;
    ret->unit = ID_OF(unit.id);
    ret->person = ID_OF(person.id);
    ret->kind = kind ? kind->name : NULL;
    ret->from = day_is_none(form->from) ? EARLIEST : instant_of_day(form->from);
    const struct instant for_ever = { INT64_MAX };
    ret->until = day_is_none(form->until) ? for_ever : instant_of_day(day_after(form->until));
    ret->before = form->before > 0 ? form->before : INT64_MAX;
    return v->problems.count == 0;
}

static void fill_fields(struct visit *v, struct access_view *view)
{
    size_t count = 0;
    while (access_kind_at(count)) {
        count++;
    }
    struct choice *choices = new(v->arena, struct choice, count + 1);
    choices[0] =
        (struct choice){ .value = STR(""), .label = tongue_text(v->tongue, N_("Mọi loại")) };
    for (size_t i = 0; i < count; i++) {
        const struct access_kind *kind = access_kind_at(i);
        choices[i + 1] = (struct choice){ .value = str_of(kind->name),
                                          .label = tongue_text(v->tongue, kind->label) };
    }
    static const struct {
        const char *name;
        enum input_kind kind;
    } inputs[ACCESS_FIELDS] = { { "unit", INPUT_LINE },
                                { "person", INPUT_LINE },
                                { "kind", INPUT_SELECT },
                                { "from", INPUT_DAY },
                                { "until", INPUT_DAY } };
    for (size_t i = 0; i < ACCESS_FIELDS; i++) {
        view->fields[i] = page_field(v, inputs[i].kind, &access_form_record, inputs[i].name);
        view->fields[i].is_optional = false; /* all of them, and the page says so */
    }
    if (view->fields[0].value.n == 0) {
        view->fields[0].value = view->unit_code;
    }
    page_choices(v, &view->fields[2], choices, count + 1);
}

static void fill_links(struct visit *v, struct access_view *view, int64_t last)
{
    view->first = link_of(v, view, "", 0);
    view->file = link_of(v, view, ".csv", 0);
    if (last > 0) {
        view->next = link_of(v, view, "", last);
    }
}

static struct local_url link_of(struct visit *v, const struct access_view *view, const char *suffix,
                                int64_t before)
{
    const struct access_form *form = &view->form;
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    out_printf(&out, "%.*s%s?unit=", STR_ARG(view->here.url), suffix);
    out_percent(&out, view->unit_code);
    out_lit(&out, "&person=");
    out_percent(&out, form->person);
    out_lit(&out, "&kind=");
    out_percent(&out, form->kind);
    out_lit(&out, "&from=");
    out_day(&out, form->from);
    out_lit(&out, "&until=");
    out_day(&out, form->until);
    if (before > 0) {
        out_printf(&out, "&before=%lld", (long long)before);
    }
    return (struct local_url){ out_str(&out) };
}

static struct access_row *rows_of(struct visit *v, const struct access_log *log)
{
    struct access_row *rows = new(v->arena, struct access_row, log->count + 1);
    for (size_t i = 0; i < log->count; i++) {
        const struct access_line *line = &log->lines[i];
        struct person_get_row person = { 0 };
        size_t same = 0;
        while (same < i &&
               (log->lines[same].person.v != line->person.v ||
                day_compare(instant_day(log->lines[same].at), instant_day(line->at)) != 0)) {
            same++;
        }
        rows[i] = (struct access_row){
            .at = line->at,
            .what = tongue_text(v->tongue, line->what),
            .about = line->about,
            .unit = line->unit,
            .reason = line->reason,
            .url = line->url,
        };
        if (line->person.v == 0) {
            rows[i].person = tongue_text(v->tongue, N_("máy chủ"));
        } else if (same < i) {
            rows[i].person = rows[same].person;
            rows[i].post = rows[same].post;
        } else if (person_get(&v->snap->conn, &(struct person_get){ .id = { line->person.v } },
                              &person)) {
            rows[i].person = person.name;
            rows[i].post = post_of(v, person.id, instant_day(line->at));
        }
    }
    return rows;
}

/* The first that they held that day: which of several they acted in, no row says. */
static struct str post_of(struct visit *v, struct person_id person, struct day on)
{
    struct posts_of_person_rows posts = posts_of_person(
        &v->snap->conn,
        &(struct posts_of_person){ .person_id = person, .on = on, .limit = POSTS_MAX });
    if (posts.count == 0) {
        return STR_NONE;
    }
    return str_printf(v->arena, "%.*s, %.*s", STR_ARG(posts.rows[0].title),
                      STR_ARG(posts.rows[0].unit_name));
}

/* Part by part, and a file that does not hold all says so in its last line. */
static enum status write_csv(struct visit *v, struct access_query *query)
{
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &access_row_record);
    query->limit = PAGE_LINES;
    bool is_more = true;
    for (size_t part = 0; part < FILE_PARTS && is_more; part++) {
        struct access_log log = access_of_services(v, query);
        const struct access_row *rows = rows_of(v, &log);
        for (size_t i = 0; i < log.count; i++) {
            csv_record(&csv, &access_row_record, &rows[i]);
        }
        is_more = log.count == PAGE_LINES;
        query->before = is_more ? log.lines[log.count - 1].id : query->before;
    }
    query->limit = 1;
    if (is_more && access_of_services(v, query).count > 0) {
        const char *sentence =
            N_("Tệp dừng ở đây, còn những việc cũ hơn. Hãy chọn khoảng ngày ngắn hơn.");
        const struct access_row end = { .what = tongue_text(v->tongue, sentence) };
        csv_record(&csv, &access_row_record, &end);
    }
    reply_header(v->reply, "Content-Disposition", STR("attachment; filename=\"nhat-ky.csv\""));
    return STATUS_OK;
}

/* --- what identity itself tells of ------------------------------------------------------------ */

static const struct {
    enum identity_fact fact;
    const char *what;
} EVENTS[] = {
    { FACT_PERSON_ADDED, N_("Thêm tài khoản") },
    { FACT_PERSON_ENDED, N_("Cho thôi làm việc") },
    { FACT_PERSON_RETURNED, N_("Cho làm việc lại") },
    { FACT_POST_GIVEN, N_("Giao chức vụ") },
    { FACT_POST_CHANGED, N_("Sửa chức vụ") },
    { FACT_POST_ENDED, N_("Kết thúc chức vụ") },
    { FACT_POWER_GRANTED, N_("Cấp quyền") },
    { FACT_POWER_REVOKED, N_("Thu hồi quyền") },
    { FACT_PASSWORD_CHANGED, N_("Đặt lại mật khẩu của người khác") },
    { FACT_TOTP_CHANGED, N_("Bỏ đăng nhập hai lớp của người khác") },
};

static void lines(struct visit *v, const struct access_query *query, struct access_log *ret)
{
    struct access_events_rows rows =
        access_events(&v->snap->conn,
                      &(struct access_events){ .unit = { query->unit.v },
                                               .person = { query->person.v },
                                               .kind = query->kind ? str_of(query->kind) : STR_NONE,
                                               .from = query->from,
                                               .until = query->until,
                                               .before = { query->before },
                                               .limit = query->limit });
    for (size_t i = 0; i < rows.count; i++) {
        const struct access_events_row *row = &rows.rows[i];
        struct str power =
            row->power.n ? tongue_text(v->tongue, power_label(v->arena, row->power)) : STR_NONE;
        access_put(ret,
                   &(struct access_line){
                       .id = row->id.v,
                       .at = row->at,
                       .person = ID_OF(row->by_id),
                       .what = label_of(row->fact),
                       .about = power.n ? str_printf(v->arena, "%.*s: %.*s", STR_ARG(row->name),
                                                     STR_ARG(power))
                                        : row->name,
                       .url = route_url(v, "/qt/nguoi-dung/:id",
                                        str_printf(v->arena, "%lld", (long long)row->person_id.v)),
                       .unit = power.n ? row->said : STR_NONE,
                       .reason = power.n ? STR_NONE : row->said });
    }
}

static const char *label_of(struct str fact)
{
    for (size_t i = 0; i < COUNT(EVENTS); i++) {
        if (str_equal(str_of(IDENTITY_FACTS[EVENTS[i].fact].name), fact)) {
            return EVENTS[i].what;
        }
    }
    return N_("Thay đổi khác");
}

static const struct access_kind kinds[] = {
    { "power", N_("Cấp, thu hồi quyền") },
    { "account", N_("Tài khoản và chức vụ") },
    { 0 },
};
const struct access_source identity_access = { kinds, lines };
