/* A table from a file: read cell by cell as a form is, tried by the desk, then done by it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/import.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/must.h"
#include "html/web.h"
#include "text/csv.h"
#include "text/legacy.h"
#include "text/tongue.h"
#include "web/form_private.h"
#include "web/route.h"

#define ROWS_FIELD "rows"
#define DAY_FIELD  "on"

enum {
    COLUMN_UNKNOWN = -1,
    SENTENCE_BYTES_MAX = 2000,
    /* A row of the file grows by what is said of it. */
    LINES_BYTES_MAX = IMPORT_ROWS_MAX * SENTENCE_BYTES_MAX,
};

static const struct field take_fields[] = {
    FIELD(struct import_take, rows, .rules = FIELD_REQUIRED, .max = 4 * IMPORT_BYTES_MAX),
    FIELD(struct import_take, is_trial),
    FIELD(struct import_take, on),
};
const struct record import_record = RECORD("import", struct import_take, take_fields);
static const struct field day_fields[] = {
    FIELD(struct import_take, on, .rules = FIELD_REQUIRED, .label = N_("Có hiệu lực từ ngày")),
};
static const struct record day_record = RECORD("import_day", struct import_take, day_fields);

/* A file on its way from text to rows. */
struct reading {
    struct visit *v;
    const struct import_kind *kind;
    int columns[CSV_FIELDS_MAX]; /* the field behind each column of the file */
    size_t column_count;
    uint32_t has;
    struct out good;    /* what the command takes */
    struct out bad;     /* import_lines of the rest */
    struct out ignored; /* names of columns that are not ours */
    size_t row_count;
};

/* While the order is under way, for the page after it. */
struct import_sent {
    struct import_take take; /* first: the command's arguments */
    const struct import_kind *kind;
    struct str text;
    struct str bad;
    struct str ignored;
};

static struct str file_of(struct visit *v);
static bool is_readable(struct visit *v, struct str text);
static void complain(struct visit *v, const char *sentence, struct str about);
static enum status order_rows(struct visit *v, const struct import_kind *kind, struct str text,
                              bool is_trial);
static bool read_day(struct visit *v, const struct import_kind *kind, struct day *ret);
static bool read_table(struct reading *reading, struct str text);
static bool read_header(struct reading *reading, const struct csv_record *record);
static int field_named(const struct record *record, struct str name);
static bool is_label(const char *label, struct str name);
static void read_row(struct reading *reading, const struct csv_record *record);
static void spell_anew(struct visit *v, const struct record *record, struct form_param *param);
static struct str cell_of(struct visit *v, struct str raw);
static void write_good(struct reading *reading, size_t line, const void *row);
static struct str problems_in_words(struct visit *v);
static void write_bad(struct reading *reading, const struct csv_record *record, struct str why);
static struct import_view view_of(struct visit *v, const struct import_kind *kind);
static struct str today_text(struct visit *v);
static void fill_items(struct visit *v, const struct import_sent *sent, struct str answer,
                       struct import_view *view);
static void add_items(struct visit *v, const struct import_kind *kind, struct str lines,
                      struct import_item *items, struct import_view *view);
static int compare_items(const void *a, const void *b);
static visit_fn after_take;

enum status import_show(struct visit *v, const struct import_kind *kind)
{
    struct import_view view = view_of(v, kind);
    web_import_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status import_read_file(struct visit *v, const struct import_kind *kind)
{
    struct str text = file_of(v);
    return is_readable(v, text) ? order_rows(v, kind, text, true) : import_show(v, kind);
}

enum status import_take_file(struct visit *v, const struct import_kind *kind)
{
    struct str text = form_get(&v->form, ROWS_FIELD);
    return is_readable(v, text) ? order_rows(v, kind, text, false) : import_show(v, kind);
}

/* The bytes of a file pass the door untouched; those of a field were cleaned there. */
static struct str file_of(struct visit *v)
{
    for (size_t i = 0; i < v->form.file_count; i++) {
        const struct form_file *file = &v->form.files[i];
        if (file->is_too_large) {
            complain(v, N_("Tệp này quá lớn. Hãy chia thành nhiều tệp, mỗi tệp không quá 40 KB."),
                     STR_NONE);
            return STR_NONE;
        }
        if (file->bytes.n > 0) {
            return file->bytes;
        }
    }
    return STR("");
}

static bool is_readable(struct visit *v, struct str text)
{
    static const struct {
        struct str begin;
        const char *sentence;
    } others[] = {
        { STR_INIT("PK\x03\x04"),
          N_("Đây là bảng tính Excel. Hãy mở nó, chọn “Lưu thành”, kiểu “CSV UTF-8”, rồi gửi tệp "
             "mới.") },
        { STR_INIT("\xD0\xCF\x11\xE0"),
          N_("Đây là bảng tính Excel. Hãy mở nó, chọn “Lưu thành”, kiểu “CSV UTF-8”, rồi gửi tệp "
             "mới.") },
        { STR_INIT("\xFF\xFE"), N_("Tệp này là chữ UTF-16. Hãy lưu lại theo kiểu “CSV UTF-8”.") },
        { STR_INIT("\xFE\xFF"), N_("Tệp này là chữ UTF-16. Hãy lưu lại theo kiểu “CSV UTF-8”.") },
    };
    if (text.n == 0) {
        if (v->problems.count == 0) {
            complain(v, N_("Chưa chọn tệp, hoặc tệp trống. Hãy chọn một tệp CSV."), STR_NONE);
        }
        return false;
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        if (str_starts(text, others[i].begin)) {
            complain(v, others[i].sentence, STR_NONE);
            return false;
        }
    }
    if (text.n > IMPORT_BYTES_MAX) {
        complain(v, N_("Tệp này quá lớn. Hãy chia thành nhiều tệp, mỗi tệp không quá 40 KB."),
                 STR_NONE);
        return false;
    }
    struct str rest = text;
    for (size_t line = 1; rest.p; line++) {
        if (!str_is_utf8(str_cut(&rest, '\n'))) {
            complain(v,
                     N_("Dòng %s không phải chữ UTF-8. Hãy mở tệp trong Excel và lưu lại theo kiểu "
                        "“CSV UTF-8”."),
                     str_printf(v->arena, "%zu", line));
            return false;
        }
    }
    return true;
}

static void complain(struct visit *v, const char *sentence, struct str about)
{
    struct out out = out_open(v->arena, SENTENCE_BYTES_MAX);
    struct verdict verdict = verdict_about(invalid("tep", sentence), about);
    out.tongue = v->tongue;
    verdict_write(&out, &verdict);
    problems_add(&v->problems, "tep", out_str(&out));
}

static enum status order_rows(struct visit *v, const struct import_kind *kind, struct str text,
                              bool is_trial)
{
    struct import_sent *sent = new(v->arena, struct import_sent, 1);
    struct reading reading = {
        .v = v,
        .kind = kind,
        .good = out_open(v->arena, REPLY_BODY_BYTES_MAX),
        .bad = out_open(v->arena, LINES_BYTES_MAX),
        .ignored = out_open(v->arena, REPLY_BODY_BYTES_MAX),
    };
    bool has_day = read_day(v, kind, &sent->take.on);
    if (!read_table(&reading, text) || !has_day) {
        return import_show(v, kind);
    }
    sent->take.rows = out_str(&reading.good);
    sent->take.is_trial = is_trial;
    sent->kind = kind;
    sent->text = form_clean(v->arena, text);
    sent->bad = out_str(&reading.bad);
    sent->ignored = out_str(&reading.ignored);
    return visit_order(v, kind->command, sent, after_take);
}

/* A refusal of a trial is what it ends with; the answer says what it would have come to. */
static enum status after_take(struct visit *v)
{
    const struct import_sent *sent = v->order->args;
    const struct outcome *outcome = &v->order->outcome;
    bool is_tried = sent->take.is_trial && outcome->verdict.status == STATUS_REFUSED;
    if (!is_tried && visit_refused(v)) {
        return import_show(v, sent->kind);
    }
    struct import_view view = view_of(v, sent->kind);
    fill_items(v, sent, outcome->answer.text, &view);
    view.is_plan = sent->take.is_trial;
    view.is_done = !sent->take.is_trial;
    view.rows = sent->text;
    view.day = form_get(&v->form, DAY_FIELD);
    view.ignored = sent->ignored;
    bool does_something = view.ends[IMPORT_ADDED] + view.ends[IMPORT_CHANGED] > 0;
    if (view.is_plan && does_something) {
        view.approval = route_url(v, sent->kind->approval);
    }
    web_import_html(page_body(v), &view);
    return STATUS_OK;
}

static bool read_day(struct visit *v, const struct import_kind *kind, struct day *ret)
{
    struct import_take take = { .is_trial = false };
    bool is_good = !kind->asks_day || visit_form(v, &day_record, &take);
    *ret = take.on;
    return is_good;
}

static bool read_table(struct reading *reading, struct str text)
{
    struct visit *v = reading->v;
    struct csv_reader csv = csv_reader_open(text);
    struct csv_record record;
    if (!csv_reader_next(&csv, v->arena, &record) || record.fault) {
        complain(v, N_("Tệp không có hàng tiêu đề đọc được."), STR_NONE);
        return false;
    }
    if (!read_header(reading, &record)) {
        return false;
    }
    while (csv_reader_next(&csv, v->arena, &record)) {
        if (reading->row_count == IMPORT_ROWS_MAX) {
            complain(v, N_("Tệp có quá 1.000 dòng. Hãy chia thành nhiều tệp."), STR_NONE);
            return false;
        }
        if (record.fault) {
            reading->row_count++;
            write_bad(reading, &record, tongue_text(v->tongue, record.fault));
        } else {
            read_row(reading, &record);
        }
    }
    if (reading->row_count == 0) {
        complain(v, N_("Tệp không có dòng nào dưới hàng tiêu đề."), STR_NONE);
        return false;
    }
    must(!reading->good.overflowed && !reading->bad.overflowed);
    return true;
}

/* The names that the command knows, those that people read, or those of another language. */
static bool read_header(struct reading *reading, const struct csv_record *record)
{
    const struct record *row = reading->kind->row;
    struct visit *v = reading->v;
    size_t before = v->problems.count;
    for (size_t i = 0; i < record->count; i++) {
        struct str name = str_trim(form_clean(v->arena, record->fields[i]));
        int field = field_named(row, name);
        reading->columns[i] = field;
        if (field != COLUMN_UNKNOWN && (reading->has & 1U << field)) {
            complain(v, N_("Cột “%s” có hai lần."), name);
        } else if (field != COLUMN_UNKNOWN) {
            reading->has |= 1U << field;
        } else if (name.n > 0) {
            out_printf(&reading->ignored, "%s%.*s", reading->ignored.n ? ", " : "", STR_ARG(name));
        }
    }
    reading->column_count = record->count;
    for (size_t k = 0; k < row->count; k++) {
        if ((row->fields[k].rules & FIELD_REQUIRED) && !(reading->has & 1U << k)) {
            complain(v, N_("Thiếu cột “%s”."), tongue_text(v->tongue, row->fields[k].label));
        }
    }
    out_printf(&reading->good, "%u\n", reading->has);
    return v->problems.count == before;
}

static int field_named(const struct record *record, struct str name)
{
    for (size_t k = 0; k < record->count; k++) {
        const struct field *field = &record->fields[k];
        if (str_equal_nocase(name, str_of(field->name)) ||
            (field->label && is_label(field->label, name))) {
            return (int)k;
        }
    }
    return COLUMN_UNKNOWN;
}

static bool is_label(const char *label, struct str name)
{
    bool is_it = false;
    for (size_t t = 0; tongues[t] && !is_it; t++) {
        is_it = str_equal_nocase(name, tongue_text(tongues[t], label));
    }
    return is_it;
}

/* As if it had been typed into a form: the same rules, sentences and repairs. */
static void read_row(struct reading *reading, const struct csv_record *record)
{
    struct visit *v = reading->v;
    const struct record *takes = reading->kind->row;
    struct form_param *params = new(v->arena, struct form_param, IMPORT_COLUMNS_MAX);
    void *row = arena_alloc(v->arena, 1, takes->size_bytes);
    size_t count = 0;
    size_t filled = 0;
    bool is_beyond = false;
    for (size_t i = 0; i < record->count; i++) {
        struct str cell = cell_of(v, record->fields[i]);
        bool is_ours = i < reading->column_count && reading->columns[i] != COLUMN_UNKNOWN;
        is_beyond = is_beyond || (i >= reading->column_count && cell.n > 0);
        filled += cell.n > 0;
        if (is_ours) {
            const char *name = takes->fields[reading->columns[i]].name;
            params[count++] = (struct form_param){ str_of(name), cell };
        }
    }
    if (filled == 0) {
        return; /* spreadsheets write such lines below a table */
    }
    reading->row_count++;
    if (is_beyond || record->count < reading->column_count) {
        write_bad(reading, record, tongue_text(v->tongue, N_("Số cột khác với hàng tiêu đề.")));
        return;
    }
    const struct form form = v->form;
    const struct problems problems = v->problems;
    v->form = (struct form){ .params = params, .param_count = count };
    v->problems.count = 0;
    for (size_t i = 0; i < count; i++) {
        spell_anew(v, takes, &params[i]);
    }
    bool is_good = visit_form(v, takes, row) && v->problems.count == 0;
    struct str why = is_good ? STR_NONE : problems_in_words(v);
    v->form = form;
    v->problems = problems;
    if (is_good) {
        write_good(reading, record->line, row);
    } else {
        write_bad(reading, record, why);
    }
}

/* A form puts back what was meant and asks; a file has to be mended by its owner. */
static void spell_anew(struct visit *v, const struct record *record, struct form_param *param)
{
    struct legacy old = legacy_read(v->arena, param->value);
    if (old.font) {
        const struct field *field = &record->fields[field_named(record, param->name)];
        const struct str details[2] = { str_of(legacy_font_name(old.font)), old.text };
        form_complain(v, field,
                      N_("“%s” được gõ bằng phông chữ cũ (%s). Nếu là “%s” thì sửa như vậy trong "
                         "tệp rồi đọc lại."),
                      details);
        param->value = old.text;
    }
}

/* What our own files put before a text that a spreadsheet would take for a formula goes. */
static struct str cell_of(struct visit *v, struct str raw)
{
    struct str cell = str_trim(form_clean(v->arena, raw));
    bool is_guarded = cell.n > 1 && cell.p[0] == '\'' &&
                      str_find_byte(STR("=+-@\t\r"), cell.p[1]) < STR("=+-@\t\r").n;
    return str_slice(cell, is_guarded, cell.n);
}

static void write_good(struct reading *reading, size_t line, const void *row)
{
    const struct record *record = reading->kind->row;
    struct out *out = &reading->good;
    out_printf(out, "%zu", line);
    for (size_t k = 0; k < record->count; k++) {
        struct str value = field_canonical(&record->fields[k], row, reading->v->arena);
        out_char(out, '\t');
        for (size_t i = 0; i < value.n; i++) {
            out_char(out, value.p[i] == '\t' || value.p[i] == '\n' ? ' ' : value.p[i]);
        }
    }
    out_char(out, '\n');
}

static struct str problems_in_words(struct visit *v)
{
    struct out out = out_open(v->arena, PROBLEMS_MAX * SENTENCE_BYTES_MAX);
    for (size_t i = 0; i < v->problems.count; i++) {
        out_str_raw(&out, i > 0 ? STR(" ") : STR(""));
        out_str_raw(&out, v->problems.list[i].sentence);
    }
    return out_str(&out);
}

/* Named by its first column, whatever that is, so that the line is found again. */
static void write_bad(struct reading *reading, const struct csv_record *record, struct str why)
{
    struct str first = record->count > 0 && record->fields[0].p
                           ? form_clean(reading->v->arena, record->fields[0])
                           : STR_NONE;
    struct str shown = first;
    for (size_t i = 0; i < 40 && shown.n > 0; i++) {
        (void)str_cut_char(&shown);
    }
    struct import_line line = { .line = record->line,
                                .end = IMPORT_BAD,
                                .key = str_slice(first, 0, first.n - shown.n),
                                .said = why };
    import_line_write(&reading->bad, &line);
}

static struct import_view view_of(struct visit *v, const struct import_kind *kind)
{
    struct import_column *columns = new(v->arena, struct import_column, kind->row->count);
    struct import_view view = {
        .page = page_open(v, kind->title),
        .about = kind->about,
        .columns_note = kind->columns_note,
        .send_to = route_url(v, kind->path),
        .file = route_url(v, kind->file),
        .columns = columns,
        .column_count = kind->row->count,
    };
    if (kind->asks_day) {
        view.on = page_field(v, INPUT_DAY, &day_record, DAY_FIELD);
        if (v->route->method == GET) {
            view.on.value = today_text(v);
        }
        view.on.hint = N_("Tên, loại và cấp trên mới có hiệu lực từ ngày này.");
    }
    for (size_t k = 0; k < kind->row->count; k++) {
        const struct field *field = &kind->row->fields[k];
        columns[k] = (struct import_column){ str_of(field->name), field->label,
                                             (field->rules & FIELD_REQUIRED) != 0 };
    }
    view.page->back = route_url(v, kind->back);
    return view;
}

/* As people type it, whatever their language. */
static struct str today_text(struct visit *v)
{
    int year = 0;
    int month = 0;
    int of_month = 0;
    day_split(instant_day(v->now), &year, &month, &of_month);
    return str_printf(v->arena, "%02d/%02d/%04d", of_month, month, year);
}

/* What cannot be done first: it is what people have to look at. */
static void fill_items(struct visit *v, const struct import_sent *sent, struct str answer,
                       struct import_view *view)
{
    struct import_item *items = new(v->arena, struct import_item, 2 * IMPORT_ROWS_MAX);
    view->items = items;
    add_items(v, sent->kind, sent->bad, items, view);
    add_items(v, sent->kind, answer, items, view);
    qsort(items, view->count, sizeof items[0], compare_items);
}

static int compare_items(const void *a, const void *b)
{
    const struct import_item *left = a;
    const struct import_item *right = b;
    int order = (int)right->is_bad - (int)left->is_bad;
    return order ? order : (left->number > right->number) - (left->number < right->number);
}

static void add_items(struct visit *v, const struct import_kind *kind, struct str lines,
                      struct import_item *items, struct import_view *view)
{
    static const struct {
        const char *planned;
        const char *done;
    } words[IMPORT_ENDS] = {
        [IMPORT_ADDED] = { N_("Sẽ thêm"), N_("Đã thêm") },
        [IMPORT_CHANGED] = { N_("Sẽ sửa"), N_("Đã sửa") },
        [IMPORT_SAME] = { N_("Giữ nguyên"), N_("Giữ nguyên") },
        [IMPORT_BAD] = { N_("Không nhận"), N_("Không nhận") },
    };
    const struct import_sent *sent = v->order->args;
    struct import_line line;
    while (view->count < 2 * (size_t)IMPORT_ROWS_MAX && import_line_next(&lines, &line)) {
        bool is_trial = sent->take.is_trial;
        bool has_page =
            kind->url && line.end != IMPORT_BAD && !(is_trial && line.end == IMPORT_ADDED);
        items[view->count++] = (struct import_item){
            .number = line.line,
            .line = str_printf(v->arena, "%zu", line.line),
            .end = is_trial ? words[line.end].planned : words[line.end].done,
            .is_bad = line.end == IMPORT_BAD,
            .key = line.key,
            .name = line.name,
            .said = line.said,
            .url = has_page ? kind->url(v, line.key) : (struct local_url){ STR_NONE },
        };
        view->ends[line.end]++;
    }
}

struct import_rows import_rows_open(struct str rows)
{
    struct import_rows open = { .rest = rows };
    int64_t has = 0;
    if (str_to_int(str_cut(&open.rest, '\n'), &has)) {
        open.has = (uint32_t)has;
    }
    return open;
}

bool import_rows_next(struct import_rows *rows, const struct record *record, size_t *ret_line,
                      void *ret_row)
{
    if (rows->rest.n == 0) {
        return false;
    }
    struct str rest = str_cut(&rows->rest, '\n');
    int64_t line = 0;
    bool is_good = str_to_int(str_cut(&rest, '\t'), &line);
    for (size_t k = 0; k < record->count && is_good; k++) {
        struct str value = str_cut(&rest, '\t');
        is_good = field_parse_canonical(&record->fields[k], value.n ? value : STR_NONE, ret_row);
    }
    *ret_line = (size_t)line;
    return is_good;
}

bool import_has(const struct import_rows *rows, const struct record *record, const char *field)
{
    int index = field_named(record, str_of(field));
    return index != COLUMN_UNKNOWN && (rows->has & 1U << index);
}

void import_line_write(struct out *out, const struct import_line *line)
{
    const struct str texts[] = { line->key, line->name, line->said };
    out_printf(out, "%zu\t%d", line->line, (int)line->end);
    for (size_t t = 0; t < COUNT(texts); t++) {
        out_char(out, '\t');
        for (size_t i = 0; i < texts[t].n; i++) {
            bool is_sign = texts[t].p[i] == '\t' || texts[t].p[i] == '\n';
            out_char(out, is_sign ? ' ' : texts[t].p[i]);
        }
    }
    out_char(out, '\n');
}

bool import_line_next(struct str *answer, struct import_line *ret)
{
    int64_t line = 0;
    int64_t end = 0;
    if (answer->n == 0) {
        return false;
    }
    struct str rest = str_cut(answer, '\n');
    if (!str_to_int(str_cut(&rest, '\t'), &line) || !str_to_int(str_cut(&rest, '\t'), &end) ||
        end < 0 || end >= IMPORT_ENDS) {
        return false;
    }
    struct str key = str_cut(&rest, '\t');
    struct str name = str_cut(&rest, '\t');
    *ret = (struct import_line){ (size_t)line, (enum import_end)end, key, name, rest };
    return true;
}

struct verdict import_trial_ends(void)
{
    return refuse(N_("Đây mới là xem trước: chưa có gì thay đổi."), NULL);
}
