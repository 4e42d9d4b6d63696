/* What citizens see: days to come, booking one, taking it back, and how a visit stands. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/reception.h"
#include "html/web.h"
#include "mod/reception/pages.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/route.h"

enum { COMING_ROWS = 200 };

static const struct {
    const char *name;
    enum input_kind kind;
    bool is_optional;
    const char *hint;
} inputs[] = {
    { "name", INPUT_LINE, false, N_("Nhiều người cùng đến: ghi một người") },
    { "address", INPUT_LINE, false, NULL },
    { "identity_number", INPUT_LINE, true, NULL },
    { "phone", INPUT_PHONE, true, NULL },
    { "email", INPUT_EMAIL, true, N_("Để nhận thư khi buổi tiếp thay đổi và khi có trả lời") },
    { "content", INPUT_AREA, false, NULL },
    { "settled_by", INPUT_LINE, true, N_("Nếu đã có nơi trả lời hoặc giải quyết") },
    { "people", INPUT_NUMBER, false, NULL },
    { "representatives", INPUT_NUMBER, true, N_("Từ 5 người trở lên phải cử người đại diện") },
    { "representative", INPUT_LINE, true, NULL },
};

static struct reception_item item_of(struct visit *v, const struct reception_coming_row *row);
static struct field_view unit_filter(struct visit *v);
static void show_form(struct visit *v, const struct reception_day_get_row *day, bool is_walk_in);
static struct summary_view about_day(struct visit *v, const struct reception_day_get_row *day);
static enum status take(struct visit *v, bool is_walk_in);
static enum status after(struct visit *v, bool is_walk_in);
static enum status show_given(struct visit *v, const struct reception_day_get_row *day,
                              struct case_given given);
static void show_give_up(struct visit *v);
static visit_fn after_book, after_walk_in, after_give_up;

enum status reception_coming_page(struct visit *v)
{
    struct day today = instant_day(v->now);
    struct case_unit_row unit = { .code = STR_NONE };
    struct str code = form_get(&v->form, "don-vi");
    bool is_one =
        !str_is_empty(code) &&
        case_unit(&v->snap->conn, &(struct case_unit){ .code = code, .on = today }, &unit);
    struct reception_coming wanted = {
        .today = today, .every = !is_one, .unit_id = unit.id, .limit = COMING_ROWS
    };
    struct reception_coming_rows rows = reception_coming(&v->snap->conn, &wanted);
    struct reception_item *items = new(v->arena, struct reception_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        items[i] = item_of(v, &rows.rows[i]);
    }
    struct reception_coming_view view = {
        .page = page_open(v, N_("Tiếp công dân")),
        .here = route_url(v, "/tiep-dan"),
        .unit = unit_filter(v),
        .items = items,
        .item_count = rows.count,
        .empty = { N_("Chưa có ngày tiếp nào được niêm yết"),
                   N_("Lịch phải niêm yết trước ít nhất 5 ngày làm việc. Hãy chọn đơn vị khác, "
                      "hoặc "
                      "hỏi trực tiếp nơi tiếp."),
                   NULL,
                   { STR_NONE } },
        .find = route_url(v, "/tiep-dan/tim"),
        .code_field = { .kind = INPUT_LINE,
                        .name = "ma",
                        .label = N_("Mã hồ sơ ghi trên biên nhận"),
                        .value = form_get(&v->form, "ma"),
                        .problem = problem_of(&v->problems, "ma"),
                        .chars_max = 30 },
        .give_up = route_url(v, "/tiep-dan/huy"),
    };
    reception_coming_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static struct reception_item item_of(struct visit *v, const struct reception_coming_row *row)
{
    struct reception_item item = {
        .day = reception_day_words(v, row->held_on),
        .hours = reception_hours(v, row->from_minute, row->until_minute),
        .unit_name = row->unit_name,
        .place = row->place,
        .point = row->point_name,
        .who = reception_who(row->is_by_head),
        .is_unscheduled = row->unscheduled.p != NULL,
        .is_full = row->seats > 0 && row->taken >= row->seats,
    };
    if (!day_is_none(row->moved_on)) {
        item.moved_on = reception_day_words(v, row->moved_on);
        item.moved_reason = row->moved_reason;
    } else if (row->taken < row->seats) {
        item.left = str_printf(v->arena, "%lld", (long long)(row->seats - row->taken));
        item.book =
            route_url(v, "/tiep-dan/buoi/:id", str_printf(v->arena, "%lld", (long long)row->id.v));
    }
    return item;
}

static struct field_view unit_filter(struct visit *v)
{
    struct case_receivers_rows units =
        case_receivers(&v->snap->conn, &(struct case_receivers){ .on = instant_day(v->now) });
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Mọi đơn vị")) };
    for (size_t i = 0; i < units.count; i++) {
        choices[i + 1] =
            (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
    }
    struct field_view field = { .kind = INPUT_SELECT,
                                .name = "don-vi",
                                .label = N_("Đơn vị tiếp"),
                                .value = form_get(&v->form, "don-vi") };
    page_choices(v, &field, choices, units.count + 1);
    return field;
}

enum status reception_find(struct visit *v)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    struct case_get_row file;
    if (code_read(form_get(&v->form, "ma"), code, &doubtful) == CODE_GOOD &&
        case_get(&v->snap->conn,
                 &(struct case_get){ .code = str_of(code), .kind = STR("reception") }, &file)) {
        return visit_go(v, route_url(v, "/tiep-dan/hs/:code", str_of(code)));
    }
    visit_problem(v, "ma", N_("Không có lượt tiếp nào mang mã này. Hãy xem lại biên nhận."));
    return reception_coming_page(v);
}

/* --- booking, and coming without one ---------------------------------------------------------- */

bool reception_day_of(struct visit *v, struct reception_day_get_row *ret)
{
    struct reception_day_id id = { 0 };
    return str_to_int(v->params[0], &id.v) &&
           reception_day_get(&v->snap->conn, &(struct reception_day_get){ .id = id }, ret);
}

enum status reception_book_show(struct visit *v)
{
    struct reception_day_get_row day;
    if (!reception_day_of(v, &day)) {
        return STATUS_NOT_FOUND;
    }
    show_form(v, &day, false);
    return STATUS_OK;
}

enum status reception_walk_in_show(struct visit *v)
{
    struct reception_day_get_row day;
    if (!reception_day_of(v, &day) || !visit_may_over(v, POWER_HANDLE, ID_OF(day.unit_id))) {
        return STATUS_NOT_FOUND;
    }
    show_form(v, &day, true);
    return STATUS_OK;
}

enum status reception_book_take(struct visit *v)
{
    return take(v, false);
}

enum status reception_walk_in_take(struct visit *v)
{
    return take(v, true);
}

static enum status take(struct visit *v, bool is_walk_in)
{
    struct reception_day_get_row day;
    struct reception_visit_form *form = new(v->arena, struct reception_visit_form, 1);
    bool is_filled = visit_form(v, &reception_visit_record, form);
    if (!str_to_int(v->params[0], &form->day.v)) {
        return STATUS_NOT_FOUND;
    }
    if (!is_filled && reception_day_of(v, &day)) {
        show_form(v, &day, is_walk_in);
        return STATUS_INVALID;
    }
    return is_walk_in ? visit_order(v, &reception_commands[COMMAND_WALK_IN], form, after_walk_in)
                      : visit_order(v, &reception_commands[COMMAND_BOOK], form, after_book);
}

static enum status after_book(struct visit *v)
{
    return after(v, false);
}

static enum status after_walk_in(struct visit *v)
{
    return after(v, true);
}

static enum status after(struct visit *v, bool is_walk_in)
{
    struct reception_day_get_row day;
    if (!reception_day_of(v, &day)) {
        return STATUS_NOT_FOUND;
    }
    if (visit_refused(v)) {
        show_form(v, &day, is_walk_in);
        return v->order->outcome.verdict.status;
    }
    return show_given(v, &day, case_given(v->order->outcome.answer.text));
}

static void show_form(struct visit *v, const struct reception_day_get_row *day, bool is_walk_in)
{
    struct field_view *fields = new(v->arena, struct field_view, COUNT(inputs));
    for (size_t i = 0; i < COUNT(inputs); i++) {
        fields[i] = page_field(v, inputs[i].kind, &reception_visit_record, inputs[i].name);
        fields[i].hint = inputs[i].hint;
        fields[i].is_optional = inputs[i].is_optional;
        if (str_equal(str_of(fields[i].name), STR("people")) && !fields[i].value.p) {
            fields[i].value = STR("1"); /* most come alone */
        }
    }
    struct reception_form_view view = {
        .page = page_open(v, is_walk_in ? N_("Nhận người đến không hẹn") : N_("Đăng ký được tiếp")),
        .lead = is_walk_in ? N_("Người đến được cấp số thứ tự ngay, và một mã để theo dõi.")
                           : N_("Không cần tài khoản. Đăng ký xong, bà con có mã để theo dõi và để "
                                "hủy khi không đến được."),
        .about = about_day(v, day),
        .send_to = route_url(v, is_walk_in ? "/cb/tiep-dan/buoi/:id/nguoi" : "/tiep-dan/buoi/:id",
                             v->params[0]),
        .fields = fields,
        .field_count = COUNT(inputs),
        .button = is_walk_in ? N_("Cấp số thứ tự") : N_("Đăng ký"),
    };
    view.page->back = is_walk_in ? route_url(v, "/cb/tiep-dan/buoi/:id", v->params[0])
                                 : route_url(v, "/tiep-dan");
    reception_form_html(page_body(v), &view);
}

static struct summary_view about_day(struct visit *v, const struct reception_day_get_row *day)
{
    enum { ROWS = 5 };
    size_t count = 4;
    struct summary_row *rows = new(v->arena, struct summary_row, ROWS);
    struct str hours = reception_hours(v, day->from_minute, day->until_minute);
    rows[0] = (struct summary_row){ N_("Ngày tiếp"),
                                    str_printf(v->arena, "%.*s, %.*s",
                                               STR_ARG(reception_day_words(v, day->held_on)),
                                               STR_ARG(hours)),
                                    { STR_NONE } };
    rows[1] = (struct summary_row){ N_("Đơn vị tiếp"), day->unit_name, { STR_NONE } };
    rows[2] = (struct summary_row){ N_("Nơi tiếp"), day->place, { STR_NONE } };
    rows[3] = (struct summary_row){ N_("Ai tiếp"),
                                    tongue_text(v->tongue, reception_who(day->is_by_head)),
                                    { STR_NONE } };
    if (day->point_name.p) {
        rows[count++] = (struct summary_row){ N_("Tiếp trực tuyến, bà con đến điểm cầu"),
                                              day->point_name,
                                              { STR_NONE } };
    }
    return (struct summary_view){ rows, count };
}

static enum status show_given(struct visit *v, const struct reception_day_get_row *day,
                              struct case_given given)
{
    struct case_get_row file;
    struct case_get wanted = { .code = given.code, .kind = str_of(reception_kind.name) };
    if (!case_get(&v->snap->conn, &wanted, &file)) {
        return STATUS_NOT_FOUND;
    }
    const struct reception *own = reception_load(&v->snap->conn, &file);
    struct reception_given_view view = {
        .page = page_open(v, N_("Giấy hẹn tiếp công dân")),
        .code = given.code,
        .secret = given.secret,
        .about = about_day(v, day),
        .track = route_url(v, "/tiep-dan/hs/:code", given.code),
        .proof = route_url(v, "/tiep-dan/hs/:code/tep", given.code),
    };
    if (own->row.number > 0) {
        view.number = str_printf(v->arena, "%lld", (long long)own->row.number);
    } else {
        view.give_up = route_url(v, "/tiep-dan/huy");
    }
    if (visit_may_over(v, POWER_HANDLE, ID_OF(file.unit_id))) {
        view.file = route_url(v, "/cb/tiep-dan/hs/:code", given.code);
    }
    reply_header(v->reply, "Cache-Control", STR("no-store"));
    reception_given_html(page_body(v), &view);
    return STATUS_CREATED;
}

/* --- taking it back --------------------------------------------------------------------------- */

enum status reception_give_up_show(struct visit *v)
{
    show_give_up(v);
    return STATUS_OK;
}

enum status reception_give_up_take(struct visit *v)
{
    struct reception_give_up_form *form = new(v->arena, struct reception_give_up_form, 1);
    if (!visit_form(v, &reception_give_up_record, form)) {
        show_give_up(v);
        return STATUS_INVALID;
    }
    return visit_order(v, &reception_commands[COMMAND_FIRST_ACT + ACT_give_up], form,
                       after_give_up);
}

static enum status after_give_up(struct visit *v)
{
    if (visit_refused(v)) {
        show_give_up(v);
        return v->order->outcome.verdict.status;
    }
    return visit_go(v, route_url(v, "/tiep-dan"));
}

static void show_give_up(struct visit *v)
{
    struct form_view view = {
        .page = page_open(v, N_("Hủy đăng ký")),
        .lead = N_("Không đến được thì hủy để người khác có chỗ. Hai mã ghi trên giấy hẹn."),
        .send_to = route_url(v, "/tiep-dan/huy"),
        .fields = { page_field(v, INPUT_LINE, &reception_give_up_record, "code"),
                    page_field(v, INPUT_LINE, &reception_give_up_record, "secret") },
        .field_count = 2,
        .button = N_("Hủy đăng ký"),
        .is_grave = true,
    };
    view.page->back = route_url(v, "/tiep-dan");
    web_form_html(page_body(v), &view);
}

/* --- words ------------------------------------------------------------------------------------ */

struct str reception_hours(struct visit *v, int64_t from_minute, int64_t until_minute)
{
    enum { MINUTES_OF_HOUR = 60 };
    return str_printf(
        v->arena, "%02lld:%02lld – %02lld:%02lld", (long long)(from_minute / MINUTES_OF_HOUR),
        (long long)(from_minute % MINUTES_OF_HOUR), (long long)(until_minute / MINUTES_OF_HOUR),
        (long long)(until_minute % MINUTES_OF_HOUR));
}

struct str reception_day_words(struct visit *v, struct day day)
{
    enum { WORDS_BYTES = 64 };
    struct out out = out_open(v->arena, WORDS_BYTES);
    out.tongue = v->tongue;
    format_weekday(&out, day);
    out_char(&out, ' ');
    format_day(&out, day);
    return out_str(&out);
}

const char *reception_who(bool is_by_head)
{
    return is_by_head ? N_("Người đứng đầu") : N_("Cán bộ tiếp công dân");
}
