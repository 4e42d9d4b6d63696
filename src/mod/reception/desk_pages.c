/* Pages of those who receive: their days, posting one, its queue, moving it, saying how it was. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/reception.h"
#include "mod/reception/pages.h"
#include "text/tongue.h"
#include "web/route.h"

enum { DESK_ROWS = 60, OPEN_ROWS = 30, WEEK_DAYS = 7 };

/* Which of a unit's days a leader is led to; a word in addresses. */
enum days_kind { DAYS_ALL, DAYS_UNSAID, DAYS_COMING, DAYS_KINDS };
static const char *const days_words[DAYS_KINDS] = { "", "chua-ghi", "sap-toi" };

static const struct case_word outcomes[] = {
    { BY_HEAD, N_("Người đứng đầu trực tiếp tiếp") },
    { BY_DEPUTY, N_("Người khác tiếp thay") },
    { BY_NOBODY, N_("Không tiếp") },
};

static const struct case_word line_steps[] = {
    { LINE_TEST, N_("Đã thử đường truyền") },
    { LINE_CONNECT, N_("Đã mở đường truyền") },
    { LINE_RECORD, N_("Đã giữ bản ghi âm, ghi hình") },
};

static const char *tongue_z(struct visit *v, const char *source);
static struct local_url day_url(struct visit *v, const char *path, struct reception_day_id id);
static struct reception_desk_item desk_item(struct visit *v, struct unit_id unit,
                                            const struct reception_days_of_row *row);
static void show_open(struct visit *v, struct unit_id unit, struct reception_desk_view *view);
static const char *outcome_name(bool is_moved, struct str outcome, bool is_to_come);
static void show_post(struct visit *v);
static void show_day(struct visit *v, const struct reception_day_get_row *day);
static void show_queue(struct visit *v, const struct reception_day_get_row *day,
                       struct reception_day_view *view);
static void show_forms(struct visit *v, struct reception_day_view *view);
static struct summary_view about(struct visit *v, const struct reception_day_get_row *day);
static bool load_own(struct visit *v, struct reception_day_get_row *ret);
static bool load_seen(struct visit *v, struct reception_day_get_row *ret);
static bool is_own(struct visit *v, const struct reception_day_get_row *day);
static bool is_at_point(struct visit *v, const struct reception_day_get_row *day);
static struct field_view point_choice(struct visit *v);
static void aside(struct field_view *field, const char *id);
static struct str line_test(struct visit *v, const struct reception_day_get_row *day);
static struct str line_connection(struct visit *v, const struct reception_day_get_row *day);
static visit_fn after_post, after_day;

static bool is_of_kind(const struct reception_days_of_row *day, enum days_kind kind,
                       struct day today)
{
    int32_t ahead = day->held_on.n - today.n;
    if (kind == DAYS_ALL) {
        return true;
    }
    if (day->outcome.n > 0 || day->moved_to_id.v != 0) {
        return false;
    }
    return kind == DAYS_UNSAID ? ahead < 0 : ahead >= 0 && ahead < WEEK_DAYS;
}

/* All that the page shows, in its order; `ret` has room for DESK_ROWS. */
static size_t read_days(struct visit *v, struct unit_id unit, enum days_kind kind,
                        struct reception_days_of_row *ret)
{
    struct day today = instant_day(v->now);
    struct reception_days_of wanted = { .unit_id = unit,
                                        .since = day_add_months(today, -2),
                                        .limit = DESK_ROWS };
    struct reception_days_of_rows days = reception_days_of(&v->snap->conn, &wanted);
    size_t count = 0;
    for (size_t i = 0; i < days.count; i++) {
        if (is_of_kind(&days.rows[i], kind, today)) {
            ret[count++] = days.rows[i];
        }
    }
    return count;
}

void reception_waiting(struct visit *v, const struct waiting_unit *unit, struct waiting *ret)
{
    static const char *const labels[DAYS_KINDS] = {
        [DAYS_UNSAID] = N_("Buổi tiếp công dân đã qua, chưa ghi kết quả"),
        [DAYS_COMING] = N_("Buổi tiếp công dân trong bảy ngày tới"),
    };
    struct reception_days_of_row *days = new(v->arena, struct reception_days_of_row, DESK_ROWS);
    struct str desk = route_url(v, "/cb/tiep-dan").url;
    if (!visit_may_over(v, POWER_HANDLE, unit->id)) {
        return;
    }
    for (enum days_kind kind = DAYS_UNSAID; kind < DAYS_KINDS; kind++) {
        size_t count = read_days(v, (struct unit_id){ unit->id.v }, kind, days);
        waiting_put(
            ret, labels[kind], (int64_t)count,
            (struct local_url){ str_printf(v->arena, "%.*s?don-vi=%.*s&loc=%s", STR_ARG(desk),
                                           STR_ARG(unit->code), days_words[kind]) });
    }
}

static enum days_kind kind_asked(const struct visit *v)
{
    struct str word = form_get(&v->form, "loc");
    enum days_kind kind = DAYS_KINDS - 1;
    while (kind > DAYS_ALL && !str_equal(word, str_of(days_words[kind]))) {
        kind--;
    }
    return kind;
}

enum status reception_desk_page(struct visit *v)
{
    struct unit_id unit = case_desk_unit(v, POWER_HANDLE);
    struct case_unit_get_row row = { .name = STR_NONE };
    if (!visit_may_over(v, POWER_HANDLE, ID_OF(unit))) {
        return STATUS_FORBIDDEN;
    }
    case_unit_get(&v->snap->conn, &(struct case_unit_get){ .id = unit }, &row);
    struct reception_days_of_row *days = new(v->arena, struct reception_days_of_row, DESK_ROWS);
    enum days_kind kind = kind_asked(v);
    size_t count = read_days(v, unit, kind, days);
    struct reception_desk_item *items = new(v->arena, struct reception_desk_item, count + 1);
    for (size_t i = 0; i < count; i++) {
        items[i] = desk_item(v, unit, &days[i]);
    }
    struct reception_desk_view view = {
        .page = page_open(v, N_("Tiếp công dân")),
        .unit_name = row.name,
        .post = route_url(v, "/cb/tiep-dan/moi"),
        .book = route_url(v, "/cb/tiep-dan/so"),
        .days = items,
        .day_count = count,
        .empty = { N_("Chưa niêm yết ngày tiếp nào"),
                   N_("Lịch phải niêm yết trước ít nhất 5 ngày làm việc; tiếp đột xuất thì niêm "
                      "yết "
                      "được ngay, với căn cứ."),
                   NULL,
                   { STR_NONE } },
    };
    if (kind != DAYS_ALL) {
        view.all = (struct local_url){ str_printf(v->arena, "%.*s?don-vi=%.*s",
                                                  STR_ARG(route_url(v, "/cb/tiep-dan").url),
                                                  STR_ARG(row.code)) };
        view.empty = (struct empty_view){ N_("Không còn buổi nào như vậy"),
                                          N_("Số trên bảng điều hành đã đổi từ lúc mở trang."),
                                          N_("Xem mọi ngày tiếp"), view.all };
    }
    show_open(v, unit, &view);
    reception_desk_html(page_body(v), &view);
    return STATUS_OK;
}

static struct reception_desk_item desk_item(struct visit *v, struct unit_id unit,
                                            const struct reception_days_of_row *row)
{
    return (struct reception_desk_item){
        .day = reception_day_words(v, row->held_on),
        .hours = reception_hours(v, row->from_minute, row->until_minute),
        .unit_name = row->unit_id.v == unit.v ? STR_NONE : row->unit_name,
        .is_online = row->link.p != NULL,
        .who = reception_who(row->is_by_head),
        .outcome = outcome_name(row->moved_to_id.v != 0, row->outcome,
                                day_compare(instant_day(v->now), row->held_on) < 0),
        .url = day_url(v, "/cb/tiep-dan/buoi/:id", row->id),
    };
}

static const char *outcome_name(bool is_moved, struct str outcome, bool is_to_come)
{
    for (size_t i = 0; i < COUNT(outcomes); i++) {
        if (str_equal(str_of(outcomes[i].word), outcome)) {
            return outcomes[i].label;
        }
    }
    return is_moved ? N_("Đã lùi lịch") : is_to_come ? N_("Chưa đến ngày") : N_("Chưa ghi kết quả");
}

/* What runs a term first; bookings that only wait for their day stand with it. */
static void show_open(struct visit *v, struct unit_id unit, struct reception_desk_view *view)
{
    struct case_list wanted = { .kind = str_of(reception_kind.name),
                                .unit_id = unit,
                                .is_open = true,
                                .after_due = { 1 },
                                .limit = OPEN_ROWS };
    struct case_list_rows rows = case_list(&v->snap->conn, &wanted);
    struct case_item *items = new(v->arena, struct case_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        const struct case_list_row *row = &rows.rows[i];
        int state = workflow_state(&reception_flow, row->state);
        if (state == VISIT_BOOKED) {
            continue;
        }
        struct case_item *item = &items[view->open_count++];
        *item = (struct case_item){
            .code = row->code,
            .subject = row->subject,
            .state = reception_flow.states[state].label,
            .url = route_url(v, "/cb/tiep-dan/hs/:code", row->code),
        };
        if (row->due_rule.p) {
            struct due_row due = { .unit = WORKING_DAYS,
                                   .anchor = instant_of_day(row->received_on),
                                   .due = row->due_at };
            item->badge = page_badge(v, &due, visit_calendar(v, ID_OF(unit)));
        }
    }
    view->open = items;
}

/* --- posting ---------------------------------------------------------------------------------- */

enum status reception_post_show(struct visit *v)
{
    show_post(v);
    return STATUS_OK;
}

enum status reception_post_take(struct visit *v)
{
    struct reception_post_form *form = new(v->arena, struct reception_post_form, 1);
    if (!visit_form(v, &reception_post_record, form)) {
        show_post(v);
        return STATUS_INVALID;
    }
    return visit_order(v, &reception_commands[COMMAND_POST], form, after_post);
}

static enum status after_post(struct visit *v)
{
    if (visit_refused(v)) {
        show_post(v);
        return v->order->outcome.verdict.status;
    }
    return visit_go(v, day_url(v, "/cb/tiep-dan/buoi/:id",
                               (struct reception_day_id){ v->order->outcome.answer.subject.v }));
}

static struct field_view unit_choice(struct visit *v)
{
    struct case_unit_get_row own = { .code = STR_NONE };
    struct field_view field = page_field(v, INPUT_SELECT, &reception_post_record, "unit");
    struct case_receivers_rows units =
        case_receivers(&v->snap->conn, &(struct case_receivers){ .on = instant_day(v->now) });
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < units.count; i++) {
        if (visit_may_over(v, POWER_HANDLE, ID_OF(units.rows[i].id))) {
            choices[count++] =
                (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
        }
    }
    struct case_unit_get wanted = { .id = case_desk_unit(v, POWER_HANDLE) };
    if (!field.value.p && case_unit_get(&v->snap->conn, &wanted, &own)) {
        field.value = own.code;
    }
    page_choices(v, &field, choices, count);
    return field;
}

static struct field_view ground_choice(struct visit *v)
{
    struct field_view field = page_field(v, INPUT_SELECT, &reception_post_record, "unscheduled");
    struct choice *choices = new(v->arena, struct choice, RECEPTION_UNSCHEDULED.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Tiếp theo lịch")) };
    for (size_t i = 0; i < RECEPTION_UNSCHEDULED.count; i++) {
        const struct ground *ground = &RECEPTION_UNSCHEDULED.rows[i];
        choices[i + 1] = (struct choice){ .value = str_of(ground->code),
                                          .label = tongue_text(v->tongue, ground->sentence) };
    }
    page_choices(v, &field, choices, RECEPTION_UNSCHEDULED.count + 1);
    field.hint = N_("Chỉ khi không kịp niêm yết trước 5 ngày làm việc");
    return field;
}

static struct field_view point_choice(struct visit *v)
{
    struct field_view field = page_field(v, INPUT_SELECT, &reception_post_record, "point");
    struct case_receivers_rows units =
        case_receivers(&v->snap->conn, &(struct case_receivers){ .on = instant_day(v->now) });
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Tiếp tại chỗ")) };
    for (size_t i = 0; i < units.count; i++) {
        choices[i + 1] =
            (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
    }
    page_choices(v, &field, choices, units.count + 1);
    return field;
}

static void show_post(struct visit *v)
{
    enum { FIELDS = 11, SEATS = 6, REASON = 8, POINT = 9, LINK = 10 };
    struct field_view *fields = new(v->arena, struct field_view, FIELDS);
    const struct field_view asked[FIELDS] = {
        unit_choice(v),
        page_field(v, INPUT_DAY, &reception_post_record, "on"),
        page_field(v, INPUT_LINE, &reception_post_record, "from"),
        page_field(v, INPUT_LINE, &reception_post_record, "until"),
        page_field(v, INPUT_LINE, &reception_post_record, "place"),
        page_field(v, INPUT_TICK, &reception_post_record, "is_by_head"),
        page_field(v, INPUT_NUMBER, &reception_post_record, "seats"),
        ground_choice(v),
        page_field(v, INPUT_AREA, &reception_post_record, "reason"),
        point_choice(v),
        page_field(v, INPUT_LINE, &reception_post_record, "link"),
    };
    for (size_t i = 0; i < FIELDS; i++) {
        fields[i] = asked[i];
    }
    fields[2].hint = N_("Ví dụ 07:30");
    fields[3].hint = N_("Ví dụ 11:00");
    fields[SEATS].hint = N_("0 nếu chỉ cấp số tại chỗ");
    fields[REASON].is_optional = true;
    fields[POINT].hint = N_("Đơn vị nơi người dân đến; thông báo trước ít nhất 5 ngày làm việc");
    fields[LINK].is_optional = true;
    fields[LINK].hint = N_("Chỉ cán bộ hai đầu thấy, không hiện cho người dân");
    struct reception_form_view view = {
        .page = page_open(v, N_("Niêm yết ngày tiếp")),
        .lead = N_("Lịch hiện ngay ở trang Tiếp công dân cho mọi người xem."),
        .send_to = route_url(v, "/cb/tiep-dan/moi"),
        .fields = fields,
        .field_count = FIELDS,
        .button = N_("Niêm yết"),
    };
    view.page->back = route_url(v, "/cb/tiep-dan");
    reception_form_html(page_body(v), &view);
}

/* --- one day ---------------------------------------------------------------------------------- */

enum status reception_day_page(struct visit *v)
{
    struct reception_day_get_row day;
    if (!load_seen(v, &day)) {
        return STATUS_NOT_FOUND;
    }
    show_day(v, &day);
    return STATUS_OK;
}

enum status reception_move_take(struct visit *v)
{
    struct reception_day_get_row day;
    struct reception_move_form *form = new(v->arena, struct reception_move_form, 1);
    bool is_filled = visit_form(v, &reception_move_record, form);
    if (!str_to_int(v->params[0], &form->day.v)) {
        return STATUS_NOT_FOUND;
    }
    if (!is_filled && load_own(v, &day)) {
        show_day(v, &day);
        return STATUS_INVALID;
    }
    return visit_order(v, &reception_commands[COMMAND_MOVE], form, after_day);
}

enum status reception_hold_take(struct visit *v)
{
    struct reception_day_get_row day;
    struct reception_hold_form *form = new(v->arena, struct reception_hold_form, 1);
    bool is_filled = visit_form(v, &reception_hold_record, form);
    if (!str_to_int(v->params[0], &form->day.v)) {
        return STATUS_NOT_FOUND;
    }
    if (!is_filled && load_own(v, &day)) {
        show_day(v, &day);
        return STATUS_INVALID;
    }
    return visit_order(v, &reception_commands[COMMAND_HOLD], form, after_day);
}

enum status reception_line_take(struct visit *v)
{
    struct reception_day_get_row day;
    struct reception_line_form *form = new(v->arena, struct reception_line_form, 1);
    bool is_filled = visit_form(v, &reception_line_record, form);
    if (!str_to_int(v->params[0], &form->day.v)) {
        return STATUS_NOT_FOUND;
    }
    if (!is_filled && load_seen(v, &day)) {
        show_day(v, &day);
        return STATUS_INVALID;
    }
    return visit_order(v, &reception_commands[COMMAND_LINE], form, after_day);
}

static enum status after_day(struct visit *v)
{
    struct reception_day_get_row day;
    if (!visit_refused(v)) {
        struct reception_day_id id = { v->order->outcome.answer.subject.v };
        return visit_go(v, day_url(v, "/cb/tiep-dan/buoi/:id", id));
    }
    enum status status = v->order->outcome.verdict.status;
    bool is_shown_again = status == STATUS_INVALID || status == STATUS_REFUSED;
    if (is_shown_again && load_seen(v, &day)) {
        show_day(v, &day);
    }
    return status;
}

/* Those of the unit to which people come see the day too, and write down what is done about the
 * line. */
static bool load_seen(struct visit *v, struct reception_day_get_row *ret)
{
    return reception_day_of(v, ret) && (is_own(v, ret) || is_at_point(v, ret));
}

static bool is_own(struct visit *v, const struct reception_day_get_row *day)
{
    return visit_may_over(v, POWER_HANDLE, ID_OF(day->unit_id));
}

static bool is_at_point(struct visit *v, const struct reception_day_get_row *day)
{
    return day->point_id.v != 0 && visit_may_over(v, POWER_HANDLE, ID_OF(day->point_id));
}

static bool load_own(struct visit *v, struct reception_day_get_row *ret)
{
    return reception_day_of(v, ret) && visit_may_over(v, POWER_HANDLE, ID_OF(ret->unit_id));
}

static void show_day(struct visit *v, const struct reception_day_get_row *day)
{
    struct day today = instant_day(v->now);
    bool stands = day->moved_to_id.v == 0 && !day->outcome.p;
    bool is_ours = day->point_id.v == 0 || is_own(v, day); /* else nobody else sees it */
    struct reception_day_view *view = new(v->arena, struct reception_day_view, 1);
    *view = (struct reception_day_view){
        .page = page_open(v, N_("Buổi tiếp công dân")),
        .about = about(v, day),
        .walk_in = day_url(v, "/cb/tiep-dan/buoi/:id/nguoi", day->id),
        .move_to = day_url(v, "/cb/tiep-dan/buoi/:id/lui", day->id),
        .hold_to = day_url(v, "/cb/tiep-dan/buoi/:id/ket-qua", day->id),
        .line_to = day_url(v, "/cb/tiep-dan/buoi/:id/duong-truyen", day->id),
        .is_ours = is_ours,
        .may_walk_in = is_ours && day->moved_to_id.v == 0 &&
                       !str_equal(day->outcome, STR(BY_NOBODY)) &&
                       day_compare(day->held_on, today) <= 0,
        .may_move = is_ours && stands && day_compare(today, day->held_on) <= 0,
        .may_hold = is_ours && stands && day_compare(day->held_on, today) <= 0,
        .may_note = stands && day->point_id.v != 0,
    };
    struct str path = str_of(v->route->path);
    view->is_move_open = str_ends(path, STR("/lui"));
    view->is_hold_open = str_ends(path, STR("/ket-qua"));
    view->is_line_open = str_ends(path, STR("/duong-truyen"));
    view->page->back = route_url(v, "/cb/tiep-dan");
    show_queue(v, day, view);
    show_forms(v, view);
    reception_day_html(page_body(v), view);
}

static void show_queue(struct visit *v, const struct reception_day_get_row *day,
                       struct reception_day_view *view)
{
    struct reception_queue_rows rows =
        reception_queue(&v->snap->conn, &(struct reception_queue){ .day_id = day->id });
    struct reception_queue_item *items =
        new(v->arena, struct reception_queue_item, rows.count + 1);
    bool is_ours = view->is_ours;
    for (size_t i = 0; i < rows.count; i++) {
        const struct reception_queue_row *row = &rows.rows[i];
        items[i] = (struct reception_queue_item){
            .visitor = row->visitor,
            .subject = row->subject,
            .state = reception_flow.states[workflow_state(&reception_flow, row->state)].label,
            .url = is_ours ? route_url(v, "/cb/tiep-dan/hs/:code", row->code)
                           : (struct local_url){ STR_NONE },
        };
        if (row->number > 0) {
            items[i].number = str_printf(v->arena, "%lld", (long long)row->number);
        }
        if (row->people > 1) {
            items[i].people = str_printf(v->arena, "%lld", (long long)row->people);
        }
    }
    view->queue = items;
    view->queue_count = rows.count;
}

/* Several forms ask for a day or a reason; those that are not open name their own elements. */
static void show_forms(struct visit *v, struct reception_day_view *view)
{
    enum { MOVE_FIELDS = 4, HOLD_FIELDS = 3, LINE_FIELDS = 4 };
    struct field_view *line = new(v->arena, struct field_view, LINE_FIELDS);
    struct field_view *move = new(v->arena, struct field_view, MOVE_FIELDS);
    struct field_view *hold = new(v->arena, struct field_view, HOLD_FIELDS);
    move[0] = page_field(v, INPUT_DAY, &reception_move_record, "on");
    move[1] = page_field(v, INPUT_LINE, &reception_move_record, "from");
    move[2] = page_field(v, INPUT_LINE, &reception_move_record, "until");
    move[3] = page_field(v, INPUT_AREA, &reception_move_record, "reason");
    hold[0] = page_field(v, INPUT_RADIOS, &reception_hold_record, "outcome");
    hold[1] = page_field(v, INPUT_LINE, &reception_hold_record, "by");
    hold[2] = page_field(v, INPUT_LINE, &reception_hold_record, "reason");
    hold[1].is_optional = true;
    hold[2].is_optional = true;
    reception_offer(v, &hold[0], outcomes, COUNT(outcomes));
    if (view->is_hold_open) {
        aside(&move[3], "lui-reason");
    } else {
        aside(&hold[2], "ket-qua-reason");
    }
    line[0] = page_field(v, INPUT_RADIOS, &reception_line_record, "step");
    line[1] = page_field(v, INPUT_DAY, &reception_line_record, "on");
    line[2] = page_field(v, INPUT_LINE, &reception_line_record, "at");
    line[3] = page_field(v, INPUT_LINE, &reception_line_record, "note");
    for (size_t i = 1; i < LINE_FIELDS; i++) {
        line[i].is_optional = true;
    }
    line[1].hint = N_("Chậm nhất trước ngày tiếp một ngày làm việc");
    line[2].hint = N_("Ít nhất một giờ trước giờ tiếp, ví dụ 06:30");
    reception_offer(v, &line[0], line_steps, COUNT(line_steps));
    if (view->is_line_open) {
        aside(&move[0], "lui-on");
    } else {
        aside(&line[1], "duong-truyen-on");
    }
    view->line_fields = line;
    view->line_field_count = LINE_FIELDS;
    view->move_fields = move;
    view->move_field_count = MOVE_FIELDS;
    view->hold_fields = hold;
    view->hold_field_count = HOLD_FIELDS;
}

static void aside(struct field_view *field, const char *id)
{
    field->id = id;
    field->problem = STR_NONE;
}

void reception_offer(struct visit *v, struct field_view *field, const struct case_word *words,
                     size_t count)
{
    struct choice *choices = new(v->arena, struct choice, count);
    for (size_t i = 0; i < count; i++) {
        choices[i] = (struct choice){ .value = str_of(words[i].word),
                                      .label = tongue_text(v->tongue, words[i].label) };
    }
    page_choices(v, field, choices, count);
}

static struct summary_view about(struct visit *v, const struct reception_day_get_row *day)
{
    enum { ROWS_MAX = 20 };
    struct summary_row *rows = new(v->arena, struct summary_row, ROWS_MAX);
    const struct ground *ground = ground_find(RECEPTION_UNSCHEDULED, day->unscheduled);
    const struct {
        const char *label;
        struct str value;
    } known[] = {
        { N_("Ngày tiếp"), reception_day_words(v, day->held_on) },
        { N_("Giờ tiếp"), reception_hours(v, day->from_minute, day->until_minute) },
        { N_("Đơn vị tiếp"), day->unit_name },
        { N_("Nơi tiếp"), day->place },
        { N_("Ai tiếp"), tongue_text(v->tongue, reception_who(day->is_by_head)) },
        { N_("Niêm yết ngày"), reception_day_words(v, day->posted_on) },
        { N_("Căn cứ tiếp đột xuất"),
          ground ? tongue_text(v->tongue, ground->sentence) : STR_NONE },
        { N_("Việc cần tiếp đột xuất"), day->reason },
        { N_("Kết quả"), tongue_text(v->tongue, outcome_name(day->moved_to_id.v != 0, day->outcome,
                                                             day_compare(instant_day(v->now),
                                                                         day->held_on) < 0)) },
        { N_("Người tiếp"), day->outcome_by },
        { N_("Lý do không tiếp"), day->outcome_reason },
        { N_("Lý do lùi lịch"), day->moved_reason },
        { N_("Tiếp trực tuyến, bà con đến điểm cầu"), day->point_name },
        { N_("Đường kết nối, chỉ cho cán bộ"), day->link },
        { N_("Thử đường truyền"), line_test(v, day) },
        { N_("Mở đường truyền"), line_connection(v, day) },
        { N_("Nơi giữ bản ghi âm, ghi hình"), day->recording },
    };
    size_t count = 0;
    for (size_t i = 0; i < COUNT(known); i++) {
        if (known[i].value.n > 0) {
            rows[count++] = (struct summary_row){ known[i].label, known[i].value, { STR_NONE } };
        }
    }
    return (struct summary_view){ rows, count };
}

/* What was done late is told as it was. Law: 154/2026/NĐ-CP art. 24. */
static struct str line_test(struct visit *v, const struct reception_day_get_row *day)
{
    struct day last =
        reception_test_day(day->held_on, visit_calendar(v, ID_OF(day->unit_id)), v->arena);
    bool is_late = day_compare(day->tested_on, last) > 0;
    struct str due = reception_day_words(v, last);
    if (!day->link.p) {
        return STR_NONE;
    }
    if (day_is_none(day->tested_on)) {
        return str_printf(v->arena, "%s %.*s", tongue_z(v, N_("chưa thử; chậm nhất hết")),
                          STR_ARG(due));
    }
    return str_printf(v->arena, "%.*s%s", STR_ARG(reception_day_words(v, day->tested_on)),
                      is_late ? tongue_z(v, N_(", muộn hơn luật định")) : "");
}

static struct str line_connection(struct visit *v, const struct reception_day_get_row *day)
{
    enum { MINUTES_OF_HOUR = 60 };
    bool is_late = day->connected_minute > day->from_minute - RECEPTION_CONNECT_MINUTES;
    if (day->connected_minute == 0) {
        return STR_NONE;
    }
    return str_printf(v->arena, "%02lld:%02lld%s",
                      (long long)(day->connected_minute / MINUTES_OF_HOUR),
                      (long long)(day->connected_minute % MINUTES_OF_HOUR),
                      is_late ? tongue_z(v, N_(", muộn hơn luật định")) : "");
}

static const char *tongue_z(struct visit *v, const char *source)
{
    return str_z(v->arena, tongue_text(v->tongue, source));
}

static struct local_url day_url(struct visit *v, const char *path, struct reception_day_id id)
{
    return route_url(v, path, str_printf(v->arena, "%lld", (long long)id.v));
}
