/* Pages of a letter: its form, itself with what may be done next, and its file. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include "case/letter_rows.h"

#include <string.h>

#include "base/limits.h"
#include "html/case.h"
#include "studio/studio.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"
#include "web/route.h"

enum { FIELD_CHARS_MAX = TEXT_LONG_CHARS_MAX, FIELDS_OF_STEP_MAX = 8, LINE_BYTES = 120 };

/* The case of the address with a letter of it, or a form for a new one. */
struct at_hand {
    struct case_get_row file;
    struct case_letter_get_row row;
    struct blank blank;
};

static bool load_file(struct visit *v, const struct case_pages *pages, struct at_hand *ret);
static bool load_form(struct visit *v, const struct case_pages *pages, struct at_hand *ret);
static bool load_letter(struct visit *v, const struct case_pages *pages, struct at_hand *ret);
static bool open_form(struct visit *v, struct str form, struct at_hand *ret);
static enum status edit(struct visit *v, const struct case_pages *pages, struct at_hand *at);
static bool is_told(const char *name);
static struct str known_value(const struct case_known *known, const char *name);
static int64_t seen_version(struct visit *v);
static const char *rows_sentence(struct visit *v, const char *sentence, struct str first,
                                 struct str second);
static struct case_letter_args *typed(struct visit *v, const struct at_hand *at);
static enum status show(struct visit *v, const struct case_pages *pages, struct at_hand *at);
static void summarise(struct visit *v, const struct at_hand *at, struct letter_show_view *view);
static void offer_steps(struct visit *v, const struct case_pages *pages, const struct at_hand *at,
                        struct letter_show_view *view);
static void offer_act(struct visit *v, const struct case_pages *pages, const struct at_hand *at,
                      struct letter_show_view *view);
static bool can_be_drawn(struct visit *v, const struct at_hand *at);
static bool take_file(struct visit *v, struct at_hand *at, struct case_letter_args *args);
static struct str room_for_pen(struct visit *v, const struct at_hand *at);
static enum case_letter_step step_of(struct str name);

/* --- drafting --------------------------------------------------------------------------------- */

enum status case_letter_new(struct visit *v, const struct case_pages *pages)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    return load_form(v, pages, at) ? edit(v, pages, at) : STATUS_NOT_FOUND;
}

enum status case_letter_draft(struct visit *v, const struct case_pages *pages, visit_fn *after)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    if (!load_form(v, pages, at)) {
        return STATUS_NOT_FOUND;
    }
    struct case_letter_args *args = typed(v, at);
    if (v->problems.count > 0) {
        (void)edit(v, pages, at);
        return STATUS_INVALID;
    }
    args->form = v->params[1];
    return visit_order(v, &pages->kind->letters->commands[LETTER_draft], args, after);
}

/* NULL: there is nothing to say. */
static const char *hint_of(struct visit *v, const struct blank *blank, struct str place)
{
    switch (case_place_use(blank, place)) {
    case PLACE_OF_ITEMS:
        return N_("Mỗi ý một dòng");
    case PLACE_OF_ROWS:
        return rows_sentence(v, N_("Mỗi hàng của bảng một dòng, giữa các ô gõ dấu |: %s"),
                             case_rows_head(blank, place), STR_NONE);
    case PLACE_IN_LINE:
    case PLACE_OF_TEXT:
    case PLACE_USES:
        break;
    }
    return NULL;
}

static const char *rows_sentence(struct visit *v, const char *sentence, struct str first,
                                 struct str second)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str parts[] = { message_part(message, 0), first, message_part(message, 1), second,
                           message_part(message, 2) };
    struct out out = out_open(v->arena, 2 * FIELD_CHARS_MAX);
    for (size_t i = 0; i < COUNT(parts); i++) {
        out_str_raw(&out, parts[i]);
    }
    return str_z(v->arena, out_str(&out));
}

static enum status edit(struct visit *v, const struct case_pages *pages, struct at_hand *at)
{
    struct case_known *known = new(v->arena, struct case_known, 1);
    known->conn = &v->snap->conn;
    pages->kind->letters->known(known, pages->kind->load(known->conn, &at->file));
    struct field_view *fields = new(v->arena, struct field_view, at->blank.place_count + 1);
    bool is_new = at->row.id.v == 0;
    bool is_sent = v->route->method == POST;
    for (size_t i = 0; i < at->blank.place_count; i++) {
        const struct blank_place *place = &at->blank.places[i];
        const char *name = str_z(v->arena, place->name);
        enum place_use use = case_place_use(&at->blank, place->name);
        fields[i] = (struct field_view){
            .name = name,
            .label = str_z(v->arena, place->label),
            .hint = hint_of(v, &at->blank, place->name),
            .value = is_sent  ? form_get(&v->form, name)
                     : is_new ? known_value(known, name)
                              : case_filled_get(at->row.filled, name),
            .problem = problem_of(&v->problems, name),
            .chars_max = FIELD_CHARS_MAX,
            .is_optional = !place->is_needed,
        };
        bool is_long = fields[i].value.n > LINE_BYTES ||
                       str_find_byte(fields[i].value, '\n') < fields[i].value.n;
        fields[i].kind =
            use == PLACE_IN_LINE && !is_long && !is_told(name) ? INPUT_LINE : INPUT_AREA;
    }
    struct letter_edit_view view = {
        .page = page_open(v, str_z(v->arena, at->blank.name)),
        .code = at->file.code,
        .law = at->blank.law,
        .version = is_sent ? seen_version(v) : at->row.version,
        .fields = fields,
        .field_count = at->blank.place_count,
    };
    struct str letter = str_printf(v->arena, "%lld", (long long)at->row.id.v);
    view.send_to = is_new
                       ? route_url(v, pages->letter_new_path, at->file.code, at->blank.code)
                       : route_url(v, pages->letter_step_path, at->file.code, letter, STR("draft"));
    view.page->back = is_new ? route_url(v, pages->case_path, at->file.code)
                             : route_url(v, pages->letter_path, at->file.code, letter);
    case_letter_edit_html(page_body(v), &view);
    return STATUS_OK;
}

/* Where people tell something, whatever the form puts around it. */
static bool is_told(const char *name)
{
    static const char *const names[] = { "reason",  "matter",     "purpose",  "opinions", "result",
                                         "grounds", "conclusion", "decision", "content" };
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static struct str known_value(const struct case_known *known, const char *name)
{
    for (size_t i = 0; i < known->count; i++) {
        if (strcmp(known->values[i].name, name) == 0) {
            return known->values[i].text;
        }
    }
    return STR_NONE;
}

/* The draft that was changed: who was slower does not write over who was faster. */
static int64_t seen_version(struct visit *v)
{
    int64_t version;
    return str_to_int(form_get(&v->form, "version"), &version) ? version : 0;
}

/* What stands in the form's places; nothing lacks in a draft. */
/* A row that lacks a cell would be issued with a hole in its table. */
static struct str typed_rows(struct visit *v, const struct blank *blank, const char *name,
                             struct str text)
{
    struct str head = case_rows_head(blank, str_of(name));
    struct str rows = case_rows_number(v->arena, head, text);
    if (!rows.p) {
        visit_problem(v, name, N_("Chỗ này dài quá. Hãy rút gọn."));
        return text;
    }
    size_t wrong = case_rows_wrong(head, rows);
    if (wrong > 0) {
        visit_problem(v, name,
                      rows_sentence(v, N_("Hàng %s chưa đủ hoặc thừa ô. Mỗi hàng có các ô: %s"),
                                    str_printf(v->arena, "%zu", wrong), head));
    }
    return rows;
}

static struct case_letter_args *typed(struct visit *v, const struct at_hand *at)
{
    struct blank_value *values = new(v->arena, struct blank_value, BLANK_VALUES_MAX);
    struct case_letter_args *args = new(v->arena, struct case_letter_args, 1);
    size_t bytes = 0;
    for (size_t i = 0; i < at->blank.place_count; i++) {
        const char *name = str_z(v->arena, at->blank.places[i].name);
        values[i] = (struct blank_value){ name, str_trim(form_get(&v->form, name)) };
        if (case_place_use(&at->blank, at->blank.places[i].name) == PLACE_OF_ROWS) {
            values[i].text = typed_rows(v, &at->blank, name, values[i].text);
        }
        bytes += values[i].text.n + at->blank.places[i].name.n + 2;
        if (values[i].text.n > 4 * FIELD_CHARS_MAX) {
            visit_problem(v, name, N_("Chỗ này dài quá. Hãy rút gọn."));
        }
    }
    if (bytes > LETTER_FILLED_BYTES_MAX) {
        visit_problem(v, NULL,
                      N_("Văn bản dài quá một văn bản của máy chủ này. Hãy rút gọn, phần "
                         "chi tiết để ở phụ lục."));
        return args;
    }
    args->code = at->file.code;
    args->letter = at->row.id.v;
    args->version = seen_version(v);
    args->filled = case_filled_write(v->arena, values, at->blank.place_count);
    return args;
}

/* --- one letter ------------------------------------------------------------------------------- */

enum status case_letter_show(struct visit *v, const struct case_pages *pages)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    if (!load_letter(v, pages, at)) {
        return STATUS_NOT_FOUND;
    }
    bool is_edited = str_equal(form_get(&v->form, "sua"), STR("1"));
    bool is_draft = str_equal(at->row.state, STR("draft"));
    return is_edited && is_draft ? edit(v, pages, at) : show(v, pages, at);
}

enum status case_letter_file(struct visit *v, const struct case_pages *pages)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    struct case_letter_file_get_row file;
    struct letter letter;
    struct blank_fault fault;
    struct sheet sheet = { 0 };
    if (!load_letter(v, pages, at)) {
        return STATUS_NOT_FOUND;
    }
    if (str_equal(form_get(&v->form, "ky"), STR("1"))) {
        if (!case_letter_file_get(
                &v->snap->conn, &(struct case_letter_file_get){ .letter_id = at->row.id }, &file)) {
            return STATUS_NOT_FOUND;
        }
        sheet.bytes = str_span(file.bytes.p, file.bytes.n);
    } else {
        struct studio *studio = visit_studio(v);
        if (!studio || !case_letter_write(v, &at->file, &at->row, &letter, &fault)) {
            return STATUS_BUSY;
        }
        if (studio_write_letter(studio, v->arena, &letter, &sheet) != PAPER_GOOD) {
            return STATUS_BUSY;
        }
    }
    out_str_raw(page_body(v), sheet.bytes);
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"van-ban-%.*s-%lld.pdf\"",
                            STR_ARG(at->file.code), (long long)at->row.id.v));
    return STATUS_OK;
}

/* What follows from the office is printed; elsewhere there is half a line. */
static struct str room_for_pen(struct visit *v, const struct at_hand *at)
{
    struct case_head head = case_letter_head(&v->snap->conn, at->file.unit_id);
    struct blank_value *values = new(v->arena, struct blank_value, BLANK_VALUES_MAX);
    size_t count = 0;
    for (size_t i = 0; i < at->blank.place_count; i++) {
        const char *name = str_z(v->arena, at->blank.places[i].name);
        struct str rows = case_rows_head(&at->blank, at->blank.places[i].name);
        struct str text = strcmp(name, "decider") == 0  ? head.post
                          : strcmp(name, "powers") == 0 ? head.powers
                          : rows.p                      ? case_rows_empty(v->arena, rows)
                                   : STR("……… ……… ……… ……… ……… ……… ……… ………");
        if (at->blank.places[i].is_needed) {
            values[count++] = (struct blank_value){ name, text };
        }
    }
    return case_filled_write(v->arena, values, count);
}

enum status case_blank_file(struct visit *v, const struct case_pages *pages)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    bool is_one = false;
    for (size_t i = 0; pages->blanks[i]; i++) {
        is_one = is_one || str_equal(v->params[1], str_of(pages->blanks[i]));
    }
    if (!is_one || !load_file(v, pages, at) || !open_form(v, v->params[1], at)) {
        return STATUS_NOT_FOUND;
    }
    return case_blank_give(v, &at->file, v->params[1], room_for_pen(v, at));
}

enum status case_blank_give(struct visit *v, const struct case_get_row *file, struct str form,
                            struct str filled)
{
    struct str bytes = case_blank_draw(v, file, form, filled, false);
    if (!bytes.p) {
        return STATUS_BUSY;
    }
    out_str_raw(page_body(v), bytes);
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"mau-%.*s.pdf\"", STR_ARG(form)));
    return STATUS_OK;
}

/* The number and day are the registry's. */
struct str case_blank_draw(struct visit *v, const struct case_get_row *file, struct str form,
                           struct str filled, bool is_draft)
{
    struct letter letter;
    struct blank_fault fault;
    struct sheet sheet = { 0 };
    const struct case_letter_get_row row = { .form = form, .filled = filled, .changed_at = v->now };
    struct studio *studio = visit_studio(v);
    if (!studio || !case_letter_write(v, file, &row, &letter, &fault)) {
        return STR_NONE;
    }
    letter.draft = is_draft ? letter.draft : STR_NONE;
    bool is_drawn = studio_write_letter(studio, v->arena, &letter, &sheet) == PAPER_GOOD;
    return is_drawn ? sheet.bytes : STR_NONE;
}

enum status case_letter_take(struct visit *v, const struct case_pages *pages, visit_fn *after)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    enum case_letter_step step = step_of(v->params[2]);
    if (step == LETTER_STEPS || !load_letter(v, pages, at)) {
        return STATUS_NOT_FOUND;
    }
    struct case_letter_args *args = new(v->arena, struct case_letter_args, 1);
    if (step == LETTER_draft) {
        args = typed(v, at);
        if (v->problems.count > 0) {
            (void)edit(v, pages, at);
            return STATUS_INVALID;
        }
    } else if (!visit_form_part(v, &case_letter_record, args) ||
               (step == LETTER_sign && !take_file(v, at, args)) ||
               (step == LETTER_issue && !can_be_drawn(v, at))) {
        (void)show(v, pages, at);
        return STATUS_INVALID;
    }
    args->code = at->file.code;
    args->letter = at->row.id.v;
    return visit_order(v, &pages->kind->letters->commands[step], args, after);
}

enum status case_letter_after(struct visit *v, const struct case_pages *pages)
{
    struct at_hand *at = new(v->arena, struct at_hand, 1);
    const struct outcome *outcome = &v->order->outcome;
    bool is_new = v->params[2].n == 0;
    if (!visit_refused(v)) {
        bool is_dropped = str_equal(v->params[2], STR("drop"));
        struct str letter = str_printf(v->arena, "%lld", (long long)outcome->answer.subject.v);
        return visit_go(v, is_dropped
                               ? route_url(v, pages->case_path, outcome->answer.text)
                               : route_url(v, pages->letter_path, outcome->answer.text, letter));
    }
    enum status status = outcome->verdict.status;
    bool is_shown_again = status == STATUS_INVALID || status == STATUS_REFUSED ||
                          status == STATUS_CONFLICT || status == STATUS_KEY_REUSED;
    if (is_shown_again && is_new && load_form(v, pages, at)) {
        (void)edit(v, pages, at);
    } else if (is_shown_again && !is_new && load_letter(v, pages, at)) {
        (void)(str_equal(v->params[2], STR("draft")) ? edit(v, pages, at) : show(v, pages, at));
    }
    return status;
}

/* Of a draft from before its rows were looked at, or before the unit's form got other columns. */
static bool has_holes(const struct at_hand *at, struct arena *arena)
{
    for (size_t i = 0; i < at->blank.place_count; i++) {
        struct str name = at->blank.places[i].name;
        struct str head = case_rows_head(&at->blank, name);
        struct str rows = case_filled_get(at->row.filled, str_z(arena, name));
        if (head.p && rows.n > 0 && case_rows_wrong(head, rows) > 0) {
            return true;
        }
    }
    return false;
}

/* Its number is spent with the issue, so what cannot be printed is found before. */
static bool can_be_drawn(struct visit *v, const struct at_hand *at)
{
    struct letter letter;
    struct blank_fault fault = { BLANK_GOOD, 0, STR_NONE };
    struct sheet sheet = { 0 };
    struct studio *studio = visit_studio(v);
    bool is_written = case_letter_write(v, &at->file, &at->row, &letter, &fault);
    if (!is_written || has_holes(at, v->arena) ||
        (studio && studio_write_letter(studio, v->arena, &letter, &sheet) != PAPER_GOOD)) {
        visit_problem(v, NULL,
                      N_("Không in được văn bản này: có chỗ dài quá một dòng tên hoặc bảng "
                         "chưa đủ cột. Hãy sửa bản thảo."));
        return false;
    }
    return true;
}

static bool take_file(struct visit *v, struct at_hand *at, struct case_letter_args *args)
{
    struct str bytes = v->form.file_count > 0 ? v->form.files[0].bytes : STR_NONE;
    bool is_too_large = v->form.file_count > 0 && v->form.files[0].is_too_large;
    if (bytes.n == 0 || bytes.n > LETTER_FILE_BYTES_MAX) {
        visit_problem(v, "file",
                      bytes.n == 0 && !is_too_large
                          ? N_("Hãy chọn tệp PDF đã ký.")
                          : N_("Tệp lớn quá 4 MB. Hãy quét lại ở độ mịn thấp "
                               "hơn, hoặc ký số trên chính tệp đã tải."));
        return false;
    }
    args->file = (struct bytes){ (const uint8_t *)bytes.p, bytes.n };
    struct hash hash = hash_of(bytes);
    args->sha256 = case_letter_hex(v->arena, (struct bytes){ hash.b, HASH_BYTES });
    return case_letter_take_signed(v, &at->file, &at->row, bytes, &args->is_same);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static enum status show(struct visit *v, const struct case_pages *pages, struct at_hand *at)
{
    struct str letter = str_printf(v->arena, "%lld", (long long)at->row.id.v);
    struct letter_show_view view = {
        .page = page_open(v, str_z(v->arena, at->blank.name)),
        .code = at->file.code,
        .number = case_letter_number(v->arena, &at->row),
        .state = case_letter_state(at->row.state),
        .law = at->blank.law,
        .here = route_url(v, pages->letter_path, at->file.code, letter),
        .pdf = route_url(v, pages->letter_file_path, at->file.code, letter),
        .is_draft = str_equal(at->row.state, STR("draft")),
        .is_signed = at->row.sha256.n > 0,
    };
    view.page->back = route_url(v, pages->case_path, at->file.code);
    summarise(v, at, &view);
    offer_steps(v, pages, at, &view);
    offer_act(v, pages, at, &view);
    case_letter_html(page_body(v), &view);
    return STATUS_OK;
}

static void say(struct summary_view *to, struct summary_row *rows, const char *label,
                struct str value)
{
    if (value.n > 0) {
        rows[to->count++] = (struct summary_row){ label, value, { STR_NONE } };
        to->rows = rows;
    }
}

static struct str day_words(struct visit *v, struct day day)
{
    struct out out = out_open(v->arena, 64);
    if (day_is_none(day)) {
        return STR_NONE;
    }
    format_day(&out, day);
    return out_str(&out);
}

static void summarise(struct visit *v, const struct at_hand *at, struct letter_show_view *view)
{
    const struct case_letter_get_row *row = &at->row;
    struct summary_row *about = new(v->arena, struct summary_row, 10 + CASE_SIGNERS_MAX);
    struct summary_row *filled = new(v->arena, struct summary_row, BLANK_VALUES_MAX);
    struct str signers[CASE_SIGNERS_MAX];
    bool is_signed = row->sha256.n > 0;
    const char *how_compared = row->is_same ? N_("Đã ký số, từng trang đúng với bản đã ban hành")
                                            : N_("Cán bộ đã đối chiếu từng trang");
    say(&view->about, about, N_("Người soạn"), row->drafter_name);
    say(&view->about, about, N_("Ngày ban hành"), day_words(v, row->issued_on));
    say(&view->about, about, N_("Người ký"),
        row->name.n > 0 ? str_printf(v->arena, "%.*s, %.*s", STR_ARG(row->name), STR_ARG(row->post))
                        : STR_NONE);
    say(&view->about, about, N_("Bản đã ký"),
        is_signed ? tongue_text(v->tongue, how_compared) : STR_NONE);
    for (size_t i = 0, n = case_letter_signers(v, row, signers); i < n; i++) {
        say(&view->about, about, N_("Chữ ký số"), signers[i]);
    }
    say(&view->about, about, N_("Dấu vân tay của tệp đã ký (SHA-256)"),
        case_letter_hex(v->arena, row->sha256));
    say(&view->about, about, N_("Ngày gửi"), day_words(v, row->sent_on));
    say(&view->about, about,
        str_equal(row->state, STR("sent"))      ? N_("Đã gửi")
        : str_equal(row->state, STR("revoked")) ? N_("Đã thu hồi")
                                                : N_("Người duyệt yêu cầu"),
        row->note);
    for (size_t i = 0; i < at->blank.place_count; i++) {
        const char *name = str_z(v->arena, at->blank.places[i].name);
        struct str value = case_filled_get(row->filled, name);
        bool lacks = value.n == 0 && at->blank.places[i].is_needed;
        say(&view->filled, filled, str_z(v->arena, at->blank.places[i].label),
            lacks ? tongue_text(v->tongue, N_("(còn thiếu)")) : value);
    }
}

/* --- steps ------------------------------------------------------------------------------------ */

static struct field_view field(struct visit *v, const char *name, enum input_kind kind,
                               const char *label, const char *hint, struct str value)
{
    struct field_view view = page_field(v, kind, &case_letter_record, name);
    view.label = label ? label : view.label;
    view.hint = hint;
    view.is_optional = hint && strcmp(name, "on") == 0;
    if (v->route->method != POST) {
        view.value = value;
    }
    return view;
}

static size_t signer_fields(struct visit *v, struct field_view *ret)
{
    static const struct {
        const char *word;
        const char *label;
    } forms[] = {
        { "self", N_("Người đứng đầu ký") },
        { "tm", N_("TM. Ủy ban nhân dân, người đứng đầu ký") },
        { "tmkt", N_("TM. Ủy ban nhân dân, KT. người đứng đầu") },
        { "q", N_("Q. (quyền người đứng đầu)") },
        { "kt", N_("KT. (ký thay người đứng đầu)") },
        { "tl", N_("TL. (thừa lệnh)") },
        { "tuq", N_("TUQ. (thừa ủy quyền)") },
    };
    struct choice *choices = new(v->arena, struct choice, COUNT(forms));
    for (size_t i = 0; i < COUNT(forms); i++) {
        choices[i] = (struct choice){ .value = str_of(forms[i].word),
                                      .label = tongue_text(v->tongue, forms[i].label) };
    }
    ret[0] = field(v, "signing", INPUT_RADIOS, NULL, NULL, STR("self"));
    page_choices(v, &ret[0], choices, COUNT(forms));
    ret[1] = field(v, "head", INPUT_LINE, NULL, N_("Chỉ khi ký thay, ví dụ Chủ tịch"), STR_NONE);
    ret[1].is_optional = true;
    ret[2] = field(v, "post", INPUT_LINE, NULL, NULL, STR("Chủ tịch"));
    ret[3] = field(v, "name", INPUT_LINE, NULL, NULL, v->visitor.name);
    ret[4] = field(v, "number", INPUT_NUMBER, NULL, N_("Để trống để lấy số kế tiếp của sổ ở đây"),
                   STR_NONE);
    ret[4].is_optional = true;
    return 5;
}

static size_t fields_of(struct visit *v, const struct blank *blank, enum case_letter_step step,
                        struct field_view *ret)
{
    size_t n = 0;
    if (step == LETTER_back) {
        ret[n++] = field(v, "note", INPUT_AREA, N_("Cần sửa điều gì"), NULL, STR_NONE);
    } else if (step == LETTER_revoke) {
        ret[n] = field(v, "note", INPUT_AREA, N_("Vì sao thu hồi, văn bản nào thay thế"), NULL,
                       STR_NONE);
        ret[n++].id = "revoke-note";
    } else if (step == LETTER_send) {
        ret[n++] = field(v, "note", INPUT_AREA, N_("Đã gửi cho ai, bằng cách nào"),
                         N_("Ví dụ: bà Lan ký nhận; giấy báo phát bưu điện số 12"), STR_NONE);
        ret[n++] =
            field(v, "on", INPUT_DAY, N_("Ngày gửi"), N_("Để trống nếu là hôm nay"), STR_NONE);
    } else if (step == LETTER_sign) {
        ret[n++] = field(v, "is_compared", INPUT_TICK, NULL, NULL, STR_NONE);
    } else if (step == LETTER_issue) {
        n = case_has_hands(blank) ? 0 : signer_fields(v, ret);
        ret[n++] =
            field(v, "on", INPUT_DAY, N_("Ngày ban hành"), N_("Để trống nếu là hôm nay"), STR_NONE);
    }
    return n;
}

static void offer_steps(struct visit *v, const struct case_pages *pages, const struct at_hand *at,
                        struct letter_show_view *view)
{
    static const struct {
        const char *state;
        enum case_letter_step step;
        bool is_by_lead;
        bool is_grave;
        const char *label;
    } steps[] = {
        { "draft", LETTER_ask, false, false, N_("Trình ký") },
        { "draft", LETTER_issue, true, true, N_("Cho số và ban hành") },
        { "draft", LETTER_drop, false, true, N_("Bỏ bản thảo") },
        { "asked", LETTER_issue, true, true, N_("Cho số và ban hành") },
        { "asked", LETTER_back, true, false, N_("Trả lại để sửa") },
        { "asked", LETTER_drop, false, true, N_("Bỏ bản thảo") },
        { "issued", LETTER_sign, false, false, N_("Nhận bản đã ký") },
        { "issued", LETTER_send, false, false, N_("Ghi đã gửi") },
        { "issued", LETTER_revoke, true, true, N_("Thu hồi văn bản") },
        { "signed", LETTER_send, false, false, N_("Ghi đã gửi") },
        { "signed", LETTER_sign, false, false, N_("Nhận lại bản đã ký") },
        { "signed", LETTER_revoke, true, true, N_("Thu hồi văn bản") },
        { "sent", LETTER_sign, false, false, N_("Nhận lại bản đã ký") },
        { "sent", LETTER_send, false, false, N_("Ghi thêm nơi đã gửi") },
        { "sent", LETTER_revoke, true, true, N_("Thu hồi văn bản") },
    };
    static const char *const names[LETTER_STEPS] = {
#define LETTER_STEP(step, by_lead, about) [LETTER_##step] = #step,
#include "case/letter.def"
#undef LETTER_STEP
    };
    struct letter_step_form *forms = new(v->arena, struct letter_step_form, COUNT(steps));
    struct id unit = ID_OF(at->file.unit_id);
    struct str letter = str_printf(v->arena, "%lld", (long long)at->row.id.v);
    for (size_t i = 0; i < COUNT(steps); i++) {
        bool is_by_hand = steps[i].step == LETTER_issue && case_has_hands(&at->blank);
        bool may =
            visit_may_over(v, pages->kind->lead, unit) ||
            ((!steps[i].is_by_lead || is_by_hand) && visit_may_over(v, pages->kind->handle, unit));
        if (!may || !str_equal(at->row.state, str_of(steps[i].state))) {
            continue;
        }
        struct field_view *fields = new(v->arena, struct field_view, FIELDS_OF_STEP_MAX);
        struct str name = str_of(names[steps[i].step]);
        forms[view->step_count++] = (struct letter_step_form){
            .page = view->page,
            .label = steps[i].label,
            .url = route_url(v, pages->letter_step_path, at->file.code, letter, name),
            .version = at->row.version,
            .fields = fields,
            .field_count = fields_of(v, &at->blank, steps[i].step, fields),
            .is_upload = steps[i].step == LETTER_sign,
            .file_problem = problem_of(&v->problems, "file"),
            .is_open = str_equal(v->params[2], name),
            .is_grave = steps[i].is_grave,
        };
    }
    view->steps = forms;
}

static bool is_used(struct visit *v, const struct at_hand *at)
{
    struct case_letter_said_row said;
    struct case_letter_said wanted = { at->file.id, case_letter_number(v->arena, &at->row) };
    return str_equal(at->row.state, STR("revoked")) ||
           case_letter_said(&v->snap->conn, &wanted, &said);
}

/* The act that waits for this letter finds its number and day filled in. */
static void offer_act(struct visit *v, const struct case_pages *pages, const struct at_hand *at,
                      struct letter_show_view *view)
{
    const struct case_kind *kind = pages->kind;
    const void *own = kind->load(&v->snap->conn, &at->file);
    int state = workflow_state(kind->workflow, at->file.state);
    for (size_t i = 0; i < kind->letters->form_count && at->row.number > 0; i++) {
        const struct case_form *form = &kind->letters->forms[i];
        struct str rest = form->acts ? str_of(form->acts) : STR_NONE;
        bool is_it = str_equal(at->row.form, str_of(form->blank)) && !is_used(v, at);
        while (is_it && rest.n > 0 && view->act_label.n == 0) {
            const struct move *move;
            const char *act = str_z(v->arena, str_cut(&rest, ' '));
            if (verdict_is_ok(workflow_check(kind->workflow, state, act, own, &move)) &&
                visit_may_over(v, move->by, ID_OF(at->file.unit_id))) {
                view->act_label = tongue_text(v->tongue, move->label);
                view->act = route_url(v, pages->case_path, at->file.code);
            }
        }
    }
}

/* --- helpers ---------------------------------------------------------------------------------- */

static bool load_file(struct visit *v, const struct case_pages *pages, struct at_hand *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    const struct case_kind *kind = pages->kind;
    struct case_get wanted = { .kind = str_of(kind->name) };
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD) {
        return false;
    }
    wanted.code = str_copy(v->arena, str_of(code));
    return case_get(&v->snap->conn, &wanted, &ret->file) &&
           (visit_may_over(v, kind->handle, ID_OF(ret->file.unit_id)) ||
            visit_may_over(v, kind->lead, ID_OF(ret->file.unit_id))) &&
           case_is_known(kind, &v->snap->conn, &ret->file, v->visitor.author.person);
}

static bool load_form(struct visit *v, const struct case_pages *pages, struct at_hand *ret)
{
    return load_file(v, pages, ret) && case_letter_is_of(pages->kind, v->params[1]) &&
           open_form(v, v->params[1], ret);
}

static bool load_letter(struct visit *v, const struct case_pages *pages, struct at_hand *ret)
{
    int64_t id = 0;
    struct case_letter_get wanted = { .id = { 0 } };
    if (!load_file(v, pages, ret) || !str_to_int(v->params[1], &id) || id < 1) {
        return false;
    }
    wanted = (struct case_letter_get){ .id = { id }, .case_id = ret->file.id };
    return case_letter_get(&v->snap->conn, &wanted, &ret->row) && open_form(v, ret->row.form, ret);
}

static bool open_form(struct visit *v, struct str form, struct at_hand *ret)
{
    struct blank_fault fault;
    return blank_open(v->arena, form, STR_NONE, &ret->blank, &fault);
}

static enum case_letter_step step_of(struct str name)
{
#define LETTER_STEP(step, by_lead, about)                                                          \
    if (str_equal(name, STR(#step))) {                                                             \
        return LETTER_##step;                                                                      \
    }
#include "case/letter.def"
#undef LETTER_STEP
    return LETTER_STEPS;
}
