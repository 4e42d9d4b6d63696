/* The desk of models: what the units have entered, and the forms to enter and to measure. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/model.h"

#include "base/limits.h"
#include "html/model.h"
#include "text/format.h"
#include "text/tongue.h"

enum { DAY_BYTES = 16, OFFERED_UNITS_MAX = 600 };

static bool is_offered(const struct choice *choices, size_t count, struct str code);
static enum status form_page(struct visit *v, const struct model_get_row *row);
static enum status take(struct visit *v, struct model_id model);
static void prefill(struct visit *v, const struct model_get_row *row);
static enum status measure_page(struct visit *v, const struct model_get_row *row);
static visit_fn after_new, after_edit, after_measure;

struct unit_id model_own_unit(const struct visit *v)
{
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        const struct power_grant *grant = &v->visitor.grants[i];
        if (str_equal(grant->power, STR(POWER_REGISTER)) ||
            str_equal(grant->power, STR(POWER_LEAD))) {
            return (struct unit_id){ grant->unit.v };
        }
    }
    return (struct unit_id){ v->visitor.author.unit.v };
}

enum status model_desk_page(struct visit *v)
{
    int64_t before;
    struct str state = form_get(&v->form, "state");
    if (!str_to_int(form_get(&v->form, "truoc"), &before)) {
        before = INT64_MAX;
    }
    struct model_desk_list wanted = { .above = model_own_unit(v),
                                      .before = { before },
                                      .every_state = str_is_empty(state),
                                      .state = state,
                                      .limit = LIST_PAGE_ROWS + 1 };
    struct model_desk_list_rows rows = model_desk_list(&v->snap->conn, &wanted);
    size_t count = rows.count > LIST_PAGE_ROWS ? LIST_PAGE_ROWS : rows.count;
    struct model_desk_item *items = new(v->arena, struct model_desk_item, count);
    for (size_t i = 0; i < count; i++) {
        const struct model_desk_list_row *row = &rows.rows[i];
        items[i] = (struct model_desk_item){
            .row = *row,
            .field = model_label(model_fields, MODEL_FIELDS, row->field),
            .state = model_state_label(row->state),
            .url = route_url(v, "/cb/mo-hinh/:id", model_id_str(v, row->id.v)),
        };
    }
    struct tab_view *tabs = new(v->arena, struct tab_view, MODEL_STATES + 1);
    tabs[0] = (struct tab_view){ .label = N_("Tất cả"), .is_current = str_is_empty(state) };
    for (size_t i = 0; i < MODEL_STATES; i++) {
        struct str key = str_of(model_flow.states[i].name);
        tabs[i + 1] = (struct tab_view){ .label = model_flow.states[i].label,
                                         .key = key,
                                         .is_current = str_equal(key, state) };
    }
    struct form_param *kept = new(v->arena, struct form_param, 1);
    kept[0] = (struct form_param){ STR("state"), state };
    struct local_url here = route_url(v, "/cb/mo-hinh");
    struct model_desk_view view = {
        .page = page_open(v, N_("Mô hình của đơn vị")),
        .calendar = route_url(v, "/cb/lich-mo-hinh"),
        .items = items,
        .item_count = count,
        .tabs = { .about = N_("Tình trạng"),
                  .here = here,
                  .param = STR("state"),
                  .tabs = tabs,
                  .count = MODEL_STATES + 1 },
        .pages = { .here = here, .kept = kept, .kept_count = 1 },
        .empty = { N_("Chưa có mô hình nào"),
                   N_("Không có mô hình nào ở tình trạng này."),
                   NULL,
                   { STR_NONE } },
    };
    if (visit_may(v, POWER_REGISTER)) {
        view.add = route_url(v, "/cb/mo-hinh/moi");
    }
    if (rows.count > count) {
        view.pages.older = model_id_str(v, rows.rows[count - 1].id.v);
    }
    model_desk_html(page_body(v), &view);
    return STATUS_OK;
}

/* --- a draft, a registration ------------------------------------------------------------------ */

enum status model_new_page(struct visit *v)
{
    return form_page(v, NULL);
}

enum status model_new_take(struct visit *v)
{
    return take(v, (struct model_id){ 0 });
}

enum status model_edit_page(struct visit *v)
{
    struct model_get_row row;
    if (!model_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_may_over(v, POWER_REGISTER, ID_OF(row.unit_id))) {
        return STATUS_FORBIDDEN;
    }
    if (v->form.param_count == 0) {
        prefill(v, &row);
    }
    return form_page(v, &row);
}

enum status model_edit_take(struct visit *v)
{
    struct model_get_row row;
    return model_of_path(v, &row) ? take(v, row.id) : STATUS_NOT_FOUND;
}

/* The button decides: what is only kept may lack anything but its unit. */
static enum status take(struct visit *v, struct model_id model)
{
    bool is_draft = str_equal(form_get(&v->form, "act"), STR("draft"));
    struct model_form *form = new(v->arena, struct model_form, 1);
    int command = is_draft ? COMMAND_DRAFT : COMMAND_REGISTER;
    bool is_read = visit_form(v, model_commands[command].takes, form);
    form->model = model;
    if (!is_read) {
        return model.v == 0 ? model_new_page(v) : model_edit_page(v);
    }
    return visit_order(v, &model_commands[command], form, model.v == 0 ? after_new : after_edit);
}

static enum status after_new(struct visit *v)
{
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        return refused == STATUS_FORBIDDEN ? refused : model_new_page(v);
    }
    int64_t id = v->order->outcome.answer.subject.v;
    return visit_go(v, route_url(v, "/cb/mo-hinh/:id", model_id_str(v, id)));
}

static enum status after_edit(struct visit *v)
{
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        return refused == STATUS_FORBIDDEN ? refused : model_edit_page(v);
    }
    return visit_go(v, route_url(v, "/cb/mo-hinh/:id", v->params[0]));
}

static enum status form_page(struct visit *v, const struct model_get_row *row)
{
    static const char *const boxes[MODEL_BOXES] = { "name",      "reason",  "goal",
                                                    "way",       "place",   "forces",
                                                    "resources", "product", "upkeep" };
    static const char *const hints[MODEL_BOXES] = {
        N_("Ngắn, dễ nhớ."),
        N_("Việc gì đang khó, bao nhiêu hộ gặp, vì sao cần làm."),
        N_("Đến khi nào thì đạt được gì, đo bằng con số nào."),
        N_("Từng bước, ai làm, mấy ngày."),
        N_("Thôn, tổ dân phố nào; ai được vận động."),
        N_("Ai chủ trì, ai phối hợp, ai tham gia và làm việc gì."),
        N_("Tiền, phương tiện, ngày công, xã hội hóa; tiến độ và ngày đánh giá."),
        N_("Thứ mà người khác đến xem, đếm hoặc đọc được."),
        N_("Ai giữ tiếp khi hết đợt; nơi khác làm theo được không."),
    };
    const struct record *record = &model_register_record;
    struct model_form_view view = {
        .page = page_open(v, N_("Đăng ký mô hình “Dân vận khéo”")),
        .send_to = route_url(v, "/cb/mo-hinh/moi"),
        .unit = page_field(v, INPUT_SELECT, record, "unit"),
        .field = page_field(v, INPUT_RADIOS, record, "field"),
        .subject = page_field(v, INPUT_RADIOS, record, "subject"),
        .person = page_field(v, INPUT_LINE, record, "person"),
        .begins_on = page_field(v, INPUT_DAY, record, "begins_on"),
        .contact = page_field(v, INPUT_LINE, record, "contact"),
        .cost = page_field(v, INPUT_NUMBER, record, "cost"),
        .households = page_field(v, INPUT_NUMBER, record, "households"),
        .workdays = page_field(v, INPUT_NUMBER, record, "workdays"),
        .land = page_field(v, INPUT_NUMBER, record, "land"),
        .road = page_field(v, INPUT_NUMBER, record, "road"),
    };
    for (size_t i = 0; i < MODEL_BOXES; i++) {
        view.boxes[i] = page_field(v, i == 0 ? INPUT_LINE : INPUT_AREA, record, boxes[i]);
        view.boxes[i].hint = hints[i];
    }
    view.person.hint = N_("Chỉ ghi khi người ấy đồng ý cho nêu tên trên trang công khai.");
    view.contact.hint = N_("Tên, chức vụ và số điện thoại của cơ quan; ai cũng đọc được.");
    model_offer_units(v, &view.unit, POWER_REGISTER);
    struct choice *fields = new(v->arena, struct choice, MODEL_FIELDS);
    for (size_t i = 0; i < MODEL_FIELDS; i++) {
        fields[i] = (struct choice){ .value = str_of(model_fields[i].word),
                                     .label = tongue_text(v->tongue, model_fields[i].label) };
    }
    page_choices(v, &view.field, fields, MODEL_FIELDS);
    struct choice *subjects = new(v->arena, struct choice, MODEL_SUBJECTS);
    for (size_t i = 0; i < MODEL_SUBJECTS; i++) {
        subjects[i] = (struct choice){ .value = str_of(model_subjects[i].word),
                                       .label = tongue_text(v->tongue, model_subjects[i].label) };
    }
    page_choices(v, &view.subject, subjects, MODEL_SUBJECTS);
    view.page->back = route_url(v, "/cb/mo-hinh");
    if (row) {
        struct str id = model_id_str(v, row->id.v);
        view.send_to = route_url(v, "/cb/mo-hinh/:id/sua", id);
        view.page->back = route_url(v, "/cb/mo-hinh/:id", id);
    }
    model_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* A post may hold the power over several branches. */
void model_offer_units(struct visit *v, struct field_view *field, const char *power)
{
    struct choice *choices = new(v->arena, struct choice, 1 + OFFERED_UNITS_MAX);
    size_t count = 1;
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        const struct power_grant *grant = &v->visitor.grants[i];
        struct model_units_below wanted = { .above = { grant->unit.v },
                                            .today = instant_day(v->now) };
        struct model_units_below_rows units = { NULL, 0 };
        if (str_equal(grant->power, str_of(power))) {
            units = model_units_below(&v->snap->conn, &wanted);
        }
        for (size_t k = 0; k < units.count && count <= OFFERED_UNITS_MAX; k++) {
            if (!is_offered(choices, count, units.rows[k].code)) {
                choices[count++] =
                    (struct choice){ .value = units.rows[k].code, .label = units.rows[k].name };
            }
        }
    }
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Chọn đơn vị")) };
    bool is_one = count == 2; /* it needs no choosing */
    page_choices(v, field, choices + is_one, count - is_one);
}

static bool is_offered(const struct choice *choices, size_t count, struct str code)
{
    for (size_t i = 1; i < count; i++) {
        if (str_equal(choices[i].value, code)) {
            return true;
        }
    }
    return false;
}

bool model_unit_shown(struct visit *v, const char *const *powers, size_t count, struct unit_id *ret)
{
    struct model_unit wanted = { .code = form_get(&v->form, "unit"), .on = instant_day(v->now) };
    struct model_unit_row asked;
    bool is_asked = !str_is_empty(wanted.code);
    bool is_there = is_asked && model_unit(&v->snap->conn, &wanted, &asked);
    for (size_t i = 0; i < count && is_there; i++) {
        if (visit_may_over(v, powers[i], ID_OF(asked.id))) {
            *ret = asked.id;
            return true;
        }
    }
    *ret = (struct unit_id){ 0 };
    for (size_t i = 0; i < count && ret->v == 0; i++) {
        *ret = model_unit_of(v, powers[i]);
    }
    return !is_asked;
}

struct unit_id model_unit_of(const struct visit *v, const char *power)
{
    for (size_t i = 0; i < v->visitor.grant_count; i++) {
        if (str_equal(v->visitor.grants[i].power, str_of(power))) {
            return (struct unit_id){ v->visitor.grants[i].unit.v };
        }
    }
    return (struct unit_id){ 0 };
}

/* What the row says, as if it had been typed. */
static void prefill(struct visit *v, const struct model_get_row *row)
{
    const struct {
        const char *name;
        struct str value;
    } texts[] = {
        { "unit", row->unit_code },      { "field", row->field },
        { "subject", row->subject },     { "person", row->person },
        { "name", row->name },           { "reason", row->reason },
        { "goal", row->goal },           { "way", row->way },
        { "place", row->place },         { "forces", row->forces },
        { "resources", row->resources }, { "product", row->product },
        { "upkeep", row->upkeep },       { "contact", row->contact },
    };
    const struct {
        const char *name;
        int64_t value;
    } numbers[] = { { "cost", row->cost },
                    { "households", row->households },
                    { "workdays", row->workdays },
                    { "land", row->land },
                    { "road", row->road } };
    struct form_param *params =
        new(v->arena, struct form_param, COUNT(texts) + COUNT(numbers) + 1);
    size_t count = 0;
    for (size_t i = 0; i < COUNT(texts); i++) {
        params[count++] = (struct form_param){ str_of(texts[i].name), texts[i].value };
    }
    for (size_t i = 0; i < COUNT(numbers); i++) {
        struct str value = numbers[i].value ? model_id_str(v, numbers[i].value) : STR_NONE;
        params[count++] = (struct form_param){ str_of(numbers[i].name), value };
    }
    struct out day = out_open(v->arena, DAY_BYTES);
    if (!day_is_none(row->begins_on)) {
        format_day(&day, row->begins_on);
    }
    params[count++] = (struct form_param){ STR("begins_on"), out_str(&day) };
    v->form.params = params;
    v->form.param_count = count;
}

/* --- what was measured ------------------------------------------------------------------------ */

enum status model_measure_page(struct visit *v)
{
    struct model_get_row row;
    if (!model_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    return visit_may_over(v, POWER_REGISTER, ID_OF(row.unit_id)) ? measure_page(v, &row)
                                                                 : STATUS_FORBIDDEN;
}

static enum status measure_page(struct visit *v, const struct model_get_row *row)
{
    static const struct {
        const char *name;
        enum input_kind kind;
        const char *hint;
    } fields[] = {
        { "metric", INPUT_LINE, N_("Ví dụ: số hộ để rác ngoài đường.") },
        { "amount_before", INPUT_NUMBER, NULL },
        { "amount_after", INPUT_NUMBER, NULL },
        { "measure", INPUT_LINE, N_("Ví dụ: hộ, mét, đồng.") },
        { "measured_on", INPUT_DAY, NULL },
        { "source", INPUT_LINE, N_("Sổ nào, biên bản nào, ai đếm.") },
        { "failures", INPUT_AREA,
          N_("Điều này giúp nơi khác nhất; không có mô hình nào không khó.") },
        { "needs", INPUT_AREA, NULL },
        { "evidence", INPUT_AREA, N_("Ảnh, văn bản đang giữ ở đâu.") },
    };
    _Static_assert(COUNT(fields) == MODEL_MEASURE_FIELDS, "as many as the view has");
    struct str id = model_id_str(v, row->id.v);
    struct model_measure_view view = {
        .page = page_open(v, N_("Báo kết quả đo được")),
        .name = row->name,
        .send_to = route_url(v, "/cb/mo-hinh/:id/ket-qua", id),
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        view.fields[i] = page_field(v, fields[i].kind, &model_measure_record, fields[i].name);
        view.fields[i].hint = fields[i].hint;
    }
    view.page->back = route_url(v, "/cb/mo-hinh/:id", id);
    model_measure_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status model_measure_take(struct visit *v)
{
    struct model_get_row row;
    struct model_measure_form *form = new(v->arena, struct model_measure_form, 1);
    if (!model_of_path(v, &row)) {
        return STATUS_NOT_FOUND;
    }
    bool is_read = visit_form(v, &model_measure_record, form);
    form->model = row.id;
    return is_read ? visit_order(v, &model_commands[COMMAND_MEASURE], form, after_measure)
                   : model_measure_page(v);
}

static enum status after_measure(struct visit *v)
{
    if (visit_refused(v)) {
        enum status refused = v->order->outcome.verdict.status;
        return refused == STATUS_FORBIDDEN ? refused : model_measure_page(v);
    }
    return visit_go(v, route_url(v, "/cb/mo-hinh/:id", v->params[0]));
}
