/* The CSV reader: one record at a time, straight over the bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/csv.h"

#include "text/tongue.h"

static const struct str BYTE_ORDER_MARK = { "\xEF\xBB\xBF", 3 };
static const char SEPARATORS[] = { ',', ';', '\t' };

static char separator_of(struct str text);
static const char *take_field(struct csv_reader *csv, struct arena *arena, struct str *ret);
static const char *take_quoted(struct csv_reader *csv, struct arena *arena, struct str *ret);
static struct str undouble(struct arena *arena, struct str quoted);
static bool at_line_end(struct str rest);
static bool take_line_end(struct csv_reader *csv);
static void skip_line(struct csv_reader *csv);
static void skip(struct csv_reader *csv, size_t n);

struct csv_reader csv_reader_open(struct str text)
{
    size_t skipped = str_starts(text, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.n : 0;
    struct csv_reader csv = { .rest = str_slice(text, skipped, text.n), .line = 1 };
    csv.separator = separator_of(csv.rest);
    for (size_t i = 0; i < COUNT(SEPARATORS); i++) {
        const struct str own = { (const char[]){ 's', 'e', 'p', '=', SEPARATORS[i] }, 5 };
        if (str_starts(csv.rest, own)) {
            csv.separator = SEPARATORS[i];
            skip_line(&csv);
            break;
        }
    }
    return csv;
}

/* Of two that the header has as often, the comma: what is in quotes is text. */
static char separator_of(struct str text)
{
    size_t counts[COUNT(SEPARATORS)] = { 0 };
    bool is_quoted = false;
    for (size_t i = 0; i < text.n && (is_quoted || text.p[i] != '\n'); i++) {
        is_quoted = is_quoted != (text.p[i] == '"');
        for (size_t s = 0; s < COUNT(SEPARATORS); s++) {
            counts[s] += !is_quoted && text.p[i] == SEPARATORS[s];
        }
    }
    size_t best = 0;
    for (size_t s = 1; s < COUNT(SEPARATORS); s++) {
        best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
}

bool csv_reader_next(struct csv_reader *csv, struct arena *arena, struct csv_record *ret)
{
    while (take_line_end(csv)) {
    }
    if (csv->rest.n == 0) {
        return false;
    }
    *ret = (struct csv_record){ .line = csv->line };
    for (;;) {
        if (ret->count == CSV_FIELDS_MAX) {
            ret->fault = N_("Dòng có quá nhiều cột.");
            break;
        }
        ret->fault = take_field(csv, arena, &ret->fields[ret->count++]);
        if (ret->fault || csv->rest.n == 0 || take_line_end(csv)) {
            break;
        }
        skip(csv, 1);
    }
    if (ret->fault) {
        skip_line(csv);
    }
    return true;
}

/* Leaves the reader at a separator, a line end or the end of the text, unless it gives a fault. */
static const char *take_field(struct csv_reader *csv, struct arena *arena, struct str *ret)
{
    if (csv->rest.n > 0 && csv->rest.p[0] == '"') {
        return take_quoted(csv, arena, ret);
    }
    size_t n = 0;
    while (n < csv->rest.n && csv->rest.p[n] != csv->separator &&
           !at_line_end(str_slice(csv->rest, n, csv->rest.n))) {
        if (csv->rest.p[n] == '"') {
            return N_("Có dấu ngoặc kép giữa ô không đặt trong ngoặc kép.");
        }
        if (csv->rest.p[n] == '\r' || csv->rest.p[n] == '\0') {
            return N_("Có ký tự điều khiển trong ô.");
        }
        n++;
    }
    *ret = str_slice(csv->rest, 0, n);
    skip(csv, n);
    return NULL;
}

static const char *take_quoted(struct csv_reader *csv, struct arena *arena, struct str *ret)
{
    size_t end = 1;
    bool has_doubled = false;
    while (end < csv->rest.n) {
        if (csv->rest.p[end] != '"') {
            end++;
        } else if (end + 1 < csv->rest.n && csv->rest.p[end + 1] == '"') {
            has_doubled = true;
            end += 2;
        } else {
            break;
        }
    }
    if (end >= csv->rest.n) {
        return N_("Ô mở ngoặc kép mà không đóng.");
    }
    struct str inside = str_slice(csv->rest, 1, end);
    if (str_find_byte(inside, '\0') < inside.n) {
        return N_("Có ký tự điều khiển trong ô.");
    }
    skip(csv, end + 1);
    if (csv->rest.n > 0 && csv->rest.p[0] != csv->separator && !at_line_end(csv->rest)) {
        return N_("Sau ngoặc kép đóng phải là dấu ngăn cột hoặc hết dòng.");
    }
    *ret = has_doubled ? undouble(arena, inside) : inside;
    return NULL;
}

static struct str undouble(struct arena *arena, struct str quoted)
{
    char *bytes = new (arena, char, quoted.n);
    size_t n = 0;
    for (size_t i = 0; i < quoted.n; i++) {
        bytes[n++] = quoted.p[i];
        i += quoted.p[i] == '"';
    }
    return (struct str){ bytes, n };
}

static bool at_line_end(struct str rest)
{
    return str_starts(rest, STR("\n")) || str_starts(rest, STR("\r\n"));
}

static bool take_line_end(struct csv_reader *csv)
{
    if (!at_line_end(csv->rest)) {
        return false;
    }
    skip(csv, csv->rest.p[0] == '\r' ? 2 : 1);
    return true;
}

static void skip_line(struct csv_reader *csv)
{
    skip(csv, str_find_byte(csv->rest, '\n'));
    (void)take_line_end(csv);
}

static void skip(struct csv_reader *csv, size_t n)
{
    struct str skipped = str_slice(csv->rest, 0, n);
    for (size_t i = 0; i < skipped.n; i++) {
        csv->line += skipped.p[i] == '\n';
    }
    csv->rest = str_slice(csv->rest, n, csv->rest.n);
}
