/* Reading the rows of an import, and finding their places among each other and in the store. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/import.h"

#include "text/csv.h"
#include "text/fold.h"
#include "text/tongue.h"

enum column { CODE, NAME, KIND, PARENT, FROM, UNTIL, SUCCESSOR, PREFIX, COLUMN_COUNT };
enum { COLUMN_ABSENT = -1 };

static const struct {
    const char *name;
    bool is_required;
} COLUMNS[COLUMN_COUNT] = {
    [CODE] = { "code", true },
    [NAME] = { "name", true },
    [KIND] = { "kind", true },
    [PARENT] = { "parent", false },
    [FROM] = { "from", true },
    [UNTIL] = { "until", false },
    [SUCCESSOR] = { "successor", false },
    [PREFIX] = { "prefix", false },
};

struct header {
    int index[COLUMN_COUNT];
    size_t count;
};

static bool read_header(struct import *import, struct arena *arena, struct csv_reader *csv,
                        struct header *ret);
static void read_row(struct import *import, struct arena *arena, const struct header *header,
                     const struct csv_record *record);
static struct verdict read_day(const char *field, struct str text, struct day *ret);
static bool is_all_utf8(struct import *import, struct str text);
static size_t lines_of(struct str text);
static void add_fault(struct import *import, size_t line, struct verdict verdict);
static void sort_rows(struct import *import, struct arena *arena);
static int compare_rows(const void *a, const void *b);
static int compare_codes(const void *a, const void *b);
static int compare_faults(const void *a, const void *b);
static void find_doubled(struct import *import, struct arena *arena);
static void find_known(struct import *import, struct import_row *row,
                       const struct import_known *known, size_t known_count);
static void find_parent(struct import *import, struct import_row *row,
                        const struct import_known *known, size_t known_count);
static void find_successors(struct import *import, const struct import_row *row,
                            const struct import_known *known, size_t known_count);
static void put_in_order(struct import *import, struct arena *arena);
static struct import_row *row_on(const struct import *import, struct str code, struct day day);
static const struct import_known *known_from(const struct import_known *known, size_t count,
                                             struct str code);
static const struct import_known *known_on(const struct import_known *known, size_t count,
                                           struct str code, struct day day);

struct import *import_read(struct arena *arena, struct str text)
{
    struct import *import = new(arena, struct import, 1);
    struct csv_reader csv = csv_reader_open(text);
    struct header header;
    if (!is_all_utf8(import, text) || !read_header(import, arena, &csv, &header)) {
        return import;
    }
    import->rows = new(arena, struct import_row, lines_of(text));
    struct csv_record record;
    while (csv_reader_next(&csv, arena, &record)) {
        read_row(import, arena, &header, &record);
    }
    if (import->count == 0 && import->fault_count == 0) {
        add_fault(import, csv.line, refuse(N_("Tệp không có dòng nào dưới hàng tiêu đề."), NULL));
    }
    sort_rows(import, arena);
    return import;
}

struct import_codes import_codes(const struct import *import, struct arena *arena)
{
    size_t room = 0;
    for (size_t i = 0; i < import->count; i++) {
        room += 3 + import->rows[i].successor.n / 2;
    }
    struct str *codes = new(arena, struct str, room + 1);
    size_t n = 0;
    for (size_t i = 0; i < import->count; i++) {
        const struct import_row *row = &import->rows[i];
        codes[n++] = row->claim.code;
        codes[n++] = row->parent;
        struct str rest = row->successor;
        while (rest.p) {
            codes[n++] = str_cut(&rest, ' ');
        }
    }
    qsort(codes, n, sizeof codes[0], compare_codes);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (codes[i].n > 0 && (kept == 0 || !str_equal(codes[kept - 1], codes[i]))) {
            codes[kept++] = codes[i];
        }
    }
    return (struct import_codes){ codes, kept };
}

void import_resolve(struct import *import, struct arena *arena, const struct import_known *known,
                    size_t known_count)
{
    find_doubled(import, arena);
    for (size_t i = 0; i < import->count; i++) {
        struct import_row *row = &import->rows[i];
        find_known(import, row, known, known_count);
        find_parent(import, row, known, known_count);
        find_successors(import, row, known, known_count);
    }
    put_in_order(import, arena);
    size_t kept = import->fault_count < LINE_FAULTS_KEPT ? import->fault_count : LINE_FAULTS_KEPT;
    qsort(import->faults, kept, sizeof import->faults[0], compare_faults);
}

struct unit_id import_successor(const struct import *import, const struct import_known *known,
                                size_t known_count, const struct import_row *row, struct str code)
{
    struct day day = day_after(row->claim.period.until);
    const struct import_row *next = row_on(import, code, day);
    if (next) {
        return next->id;
    }
    const struct import_known *stored = known_on(known, known_count, code, day);
    return stored ? stored->id : (struct unit_id){ 0 };
}

static bool read_header(struct import *import, struct arena *arena, struct csv_reader *csv,
                        struct header *ret)
{
    struct csv_record record;
    if (!csv_reader_next(csv, arena, &record) || record.fault) {
        add_fault(import, 1, refuse(N_("Tệp không có hàng tiêu đề đọc được."), NULL));
        return false;
    }
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        ret->index[c] = COLUMN_ABSENT;
    }
    struct out ignored = out_open(arena, 4096);
    for (size_t i = 0; i < record.count; i++) {
        struct str name = str_trim(record.fields[i]);
        size_t c = 0;
        while (c < COLUMN_COUNT && !str_equal_nocase(name, str_of(COLUMNS[c].name))) {
            c++;
        }
        if (c == COLUMN_COUNT) {
            out_printf(&ignored, "%s%.*s", ignored.n ? ", " : "", STR_ARG(name));
        } else if (ret->index[c] != COLUMN_ABSENT) {
            add_fault(import, record.line,
                      verdict_about(refuse(N_("Cột “%s” có hai lần."), NULL), name));
        } else {
            ret->index[c] = (int)i;
        }
    }
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        if (COLUMNS[c].is_required && ret->index[c] == COLUMN_ABSENT) {
            add_fault(import, record.line,
                      verdict_about(refuse(N_("Thiếu cột “%s”."), NULL), str_of(COLUMNS[c].name)));
        }
    }
    ret->count = record.count;
    import->ignored_columns = out_str(&ignored);
    return import->fault_count == 0;
}

static void read_row(struct import *import, struct arena *arena, const struct header *header,
                     const struct csv_record *record)
{
    if (record->fault) {
        add_fault(import, record->line, refuse(record->fault, NULL));
        return;
    }
    if (record->count != header->count) {
        add_fault(import, record->line, refuse(N_("Số cột khác với hàng tiêu đề."), NULL));
        return;
    }
    struct str cells[COLUMN_COUNT];
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        int index = header->index[c];
        cells[c] = index == COLUMN_ABSENT ? STR("") : str_trim(record->fields[index]);
    }
    struct import_row row = {
        .line = record->line,
        .claim = { .code = cells[CODE],
                   .kind = cells[KIND],
                   .name = text_nfc(arena, cells[NAME]),
                   .prefix = cells[PREFIX] },
        .parent = cells[PARENT],
        .successor = cells[SUCCESSOR],
    };
    struct verdict verdict = read_day("from", cells[FROM], &row.claim.period.from);
    if (verdict_is_ok(verdict)) {
        verdict = read_day("until", cells[UNTIL], &row.claim.period.until);
    }
    if (verdict_is_ok(verdict)) {
        verdict = unit_claim_rule(&row.claim);
    }
    if (!verdict_is_ok(verdict)) {
        add_fault(import, record->line, verdict);
    }
    import->rows[import->count++] = row;
}

static struct verdict read_day(const char *field, struct str text, struct day *ret)
{
    *ret = day_parse(text);
    if (text.n > 0 && day_is_none(*ret)) {
        return verdict_about(
            invalid(field, N_("Ngày “%s” không có hoặc viết sai; hãy viết như 2025-07-01.")), text);
    }
    return VERDICT_OK;
}

static bool is_all_utf8(struct import *import, struct str text)
{
    struct str rest = text;
    for (size_t line = 1; rest.p; line++) {
        if (!str_is_utf8(str_cut(&rest, '\n'))) {
            add_fault(import, line, refuse(N_("Dòng này không phải chữ UTF-8."), NULL));
        }
    }
    return import->fault_count == 0;
}

static size_t lines_of(struct str text)
{
    size_t lines = 1;
    for (size_t i = 0; i < text.n; i++) {
        lines += text.p[i] == '\n';
    }
    return lines;
}

static void add_fault(struct import *import, size_t line, struct verdict verdict)
{
    if (import->fault_count < LINE_FAULTS_KEPT) {
        import->faults[import->fault_count] = (struct line_fault){ line, verdict };
    }
    import->fault_count++;
}

static void sort_rows(struct import *import, struct arena *arena)
{
    import->by_code = new(arena, struct import_row *, import->count + 1);
    for (size_t i = 0; i < import->count; i++) {
        import->by_code[i] = &import->rows[i];
    }
    qsort(import->by_code, import->count, sizeof(struct import_row *), compare_rows);
}

static int compare_rows(const void *a, const void *b)
{
    const struct import_row *left = *(const struct import_row *const *)a;
    const struct import_row *right = *(const struct import_row *const *)b;
    int order = str_compare(left->claim.code, right->claim.code);
    if (order == 0) {
        order = day_compare(left->claim.period.from, right->claim.period.from);
    }
    return order ? order : (left->line > right->line) - (left->line < right->line);
}

static int compare_codes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static int compare_faults(const void *a, const void *b)
{
    size_t left = ((const struct line_fault *)a)->line;
    size_t right = ((const struct line_fault *)b)->line;
    return (left > right) - (left < right);
}

/* Neighbours in the sorted list: if any two periods of a code meet, two neighbours do. */
static void find_doubled(struct import *import, struct arena *arena)
{
    for (size_t i = 1; i < import->count; i++) {
        const struct import_row *before = import->by_code[i - 1];
        const struct import_row *row = import->by_code[i];
        bool is_read = row->claim.code.n > 0 && !day_is_none(before->claim.period.from);
        if (is_read && str_equal(before->claim.code, row->claim.code) &&
            periods_meet(before->claim.period, row->claim.period)) {
            size_t first = before->line < row->line ? before->line : row->line;
            size_t second = before->line < row->line ? row->line : before->line;
            add_fault(import, second,
                      verdict_about(invalid("code", N_("Mã trùng với dòng %s của tệp.")),
                                    str_printf(arena, "%zu", first)));
        }
    }
}

static void find_known(struct import *import, struct import_row *row,
                       const struct import_known *known, size_t known_count)
{
    const struct import_known *end = known + known_count;
    const struct import_known *at = known_from(known, known_count, row->claim.code);
    for (; at < end && str_equal(at->claim.code, row->claim.code); at++) {
        if (!periods_meet(at->claim.period, row->claim.period)) {
            continue;
        }
        const struct unit_kind *kind = unit_kind_of(row->claim.kind);
        if (kind && str_equal(at->claim.kind, str_of(kind->name)) &&
            str_equal(at->claim.name, row->claim.name) && str_equal(at->parent, row->parent) &&
            day_compare(at->claim.period.from, row->claim.period.from) == 0 &&
            day_compare(at->claim.period.until, row->claim.period.until) == 0) {
            row->id = at->id;
            row->is_known = true;
        } else {
            add_fault(
                import, row->line,
                verdict_about(invalid("code", N_("Mã đang thuộc đơn vị “%s”.")), at->claim.name));
        }
        return;
    }
}

static void find_parent(struct import *import, struct import_row *row,
                        const struct import_known *known, size_t known_count)
{
    if (row->parent.n == 0 || day_is_none(row->claim.period.from)) {
        return;
    }
    struct period above;
    const struct import_known *stored;
    row->parent_row = row_on(import, row->parent, row->claim.period.from);
    if (row->parent_row) {
        above = row->parent_row->claim.period;
    } else if ((stored = known_on(known, known_count, row->parent, row->claim.period.from))) {
        row->parent_id = stored->id;
        above = stored->claim.period;
    } else {
        add_fault(import, row->line,
                  verdict_about(invalid("parent", N_("Không có đơn vị cấp trên mã “%s” vào ngày "
                                                     "bắt đầu.")),
                                row->parent));
        return;
    }
    struct verdict verdict = unit_place_rule(row->claim.period, above);
    if (!verdict_is_ok(verdict)) {
        add_fault(import, row->line, verdict);
    }
}

static void find_successors(struct import *import, const struct import_row *row,
                            const struct import_known *known, size_t known_count)
{
    if (row->successor.n == 0) {
        return;
    }
    if (day_is_none(row->claim.period.until)) {
        add_fault(import, row->line,
                  invalid("successor", N_("Có đơn vị kế tục mà thiếu ngày kết thúc.")));
        return;
    }
    struct day day = day_after(row->claim.period.until);
    struct str rest = row->successor;
    while (rest.p) {
        struct str code = str_cut(&rest, ' ');
        if (code.n > 0 && !row_on(import, code, day) && !known_on(known, known_count, code, day)) {
            add_fault(import, row->line,
                      verdict_about(invalid("successor", N_("Không có đơn vị kế tục mã “%s” vào "
                                                            "ngày tiếp theo.")),
                                    code));
        }
    }
}

/* Walks up from each row and writes the path down from its top. A path that comes back to itself is
 * a cycle; the rows that merely hang below it are not at fault. */
static void put_in_order(struct import *import, struct arena *arena)
{
    import->order = new(arena, struct import_row *, import->count + 1);
    struct import_row **path = new(arena, struct import_row *, import->count + 1);
    for (size_t i = 0; i < import->count; i++) {
        size_t n = 0;
        struct import_row *row = &import->rows[i];
        while (row && row->place == ROW_UNSEEN) {
            row->place = ROW_ON_PATH;
            path[n++] = row;
            row = row->parent_row ? &import->rows[row->parent_row - import->rows] : NULL;
        }
        const struct import_row *meeting = row && row->place == ROW_ON_PATH ? row : NULL;
        while (n > 0) {
            struct import_row *top = path[--n];
            top->place = ROW_PLACED;
            if (meeting) {
                add_fault(import, top->line,
                          verdict_about(invalid("parent", N_("Vòng lặp: đi lên từ mã “%s” lại gặp "
                                                             "chính nó.")),
                                        top->claim.code));
                meeting = top == meeting ? NULL : meeting;
            } else if (!top->is_known) {
                import->order[import->order_count++] = top;
            }
        }
    }
}

/* The row of that code that is alive on the day. */
static struct import_row *row_on(const struct import *import, struct str code, struct day day)
{
    size_t low = 0;
    size_t high = import->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(import->by_code[middle]->claim.code, code) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < import->count && str_equal(import->by_code[low]->claim.code, code); low++) {
        if (period_holds(import->by_code[low]->claim.period, day)) {
            return import->by_code[low];
        }
    }
    return NULL;
}

/* The first entry of that code or beyond it. */
static const struct import_known *known_from(const struct import_known *known, size_t count,
                                             struct str code)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(known[middle].claim.code, code) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return known + low;
}

static const struct import_known *known_on(const struct import_known *known, size_t count,
                                           struct str code, struct day day)
{
    const struct import_known *end = known + count;
    const struct import_known *at = known_from(known, count, code);
    for (; at < end && str_equal(at->claim.code, code); at++) {
        if (period_holds(at->claim.period, day)) {
            return at;
        }
    }
    return NULL;
}
