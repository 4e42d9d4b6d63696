/* The door to libxlsxwriter: cells, two sheets, and the file that comes of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/must.h"
#include "base/out.h"
#include "text/format.h"

enum { CELL_LETTERS_MAX = 32000, LINE_BYTES_MAX = 4096, PAPER_A4_NUMBER = 9, ABOUT_WIDTH = 24 };

struct xlsx {
    struct arena *arena;
    const struct xlsx_table *table;
    lxw_workbook *workbook; /* NULL once it is closed, or could not be opened */
    lxw_worksheet *sheet;
    lxw_format *formats[XLSX_KINDS];
    lxw_format *head;
    const char *path;
    uint32_t rows; /* that are whole, the head's among them */
    uint32_t head_rows;
    uint16_t column;
    bool is_full;
    int failure; /* 0, or the errno of the first */
};

static void abandon(void *subject);
static lxw_error finish(struct xlsx *book);
static void fail(struct xlsx *book, int error);
static void open_file(struct xlsx *book, const char *folder);
static void add_formats(struct xlsx *book);
static void add_about(struct xlsx *book, const struct xlsx_about *about);
static void add_line(struct xlsx *book, lxw_worksheet *sheet, uint32_t *row, const char *label,
                     struct str text);
static void add_table(struct xlsx *book);
static bool begin_cell(struct xlsx *book, enum xlsx_kind kind);
static void end_cell(struct xlsx *book, lxw_error error);
static char *changeable(struct arena *arena, struct str text);
static struct str cut(struct str text);
static void read_file(struct xlsx *book, struct str *ret_bytes);

struct xlsx *xlsx_open(struct arena *arena, const char *folder, const struct xlsx_table *table,
                       const struct xlsx_about *about)
{
    struct xlsx *book = new(arena, struct xlsx, 1);
    must(table->column_count <= XLSX_COLUMNS_MAX);
    *book = (struct xlsx){ .arena = arena, .table = table };
    open_file(book, folder);
    if (book->failure) {
        return book;
    }
    arena_defer(arena, abandon, book);
    book->workbook = workbook_new_opt(
        book->path, &(lxw_workbook_options){ .constant_memory = true,
                                             .tmpdir = changeable(arena, str_of(folder)) });
    if (!book->workbook) {
        fail(book, ENOMEM);
        return book;
    }
    add_formats(book);
    add_about(book, about);
    add_table(book);
    return book;
}

/* A name for the library to write under; it opens the file again by it. */
static void open_file(struct xlsx *book, const char *folder)
{
    struct out path = out_open(book->arena, LINE_BYTES_MAX);
    out_printf(&path, "%s/book-XXXXXX", folder);
    out_char(&path, '\0');
    int file = path.overflowed ? -1 : mkostemp(path.p, O_CLOEXEC);
    if (file < 0) {
        fail(book, path.overflowed ? ENAMETOOLONG : errno);
        return;
    }
    close(file);
    book->path = path.p;
}

static void add_formats(struct xlsx *book)
{
    static const char *const shapes[XLSX_KINDS] = {
        [XLSX_TEXT] = "@",
        [XLSX_NUMBER] = "#,##0",
        [XLSX_DAY] = "dd/mm/yyyy",
        [XLSX_INSTANT] = "dd/mm/yyyy hh:mm",
    };
    for (size_t i = 0; i < XLSX_KINDS; i++) {
        book->formats[i] = workbook_add_format(book->workbook);
        if (!book->formats[i]) {
            fail(book, ENOMEM);
            return;
        }
        format_set_num_format(book->formats[i], shapes[i]);
        format_set_align(book->formats[i], LXW_ALIGN_VERTICAL_TOP);
        format_set_border(book->formats[i], LXW_BORDER_THIN);
        if (i == XLSX_TEXT) {
            format_set_text_wrap(book->formats[i]);
        }
    }
    book->head = workbook_add_format(book->workbook);
    if (!book->head) {
        fail(book, ENOMEM);
        return;
    }
    format_set_bold(book->head);
    format_set_text_wrap(book->head);
    format_set_align(book->head, LXW_ALIGN_CENTER);
    format_set_align(book->head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(book->head, LXW_BORDER_THIN);
}

/* --- its sheets ------------------------------------------------------------------------------- */

static void add_about(struct xlsx *book, const struct xlsx_about *about)
{
    if (book->failure) {
        return;
    }
    lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, "Đọc trước");
    lxw_format *text = workbook_add_format(book->workbook);
    if (!sheet || !text) {
        fail(book, ENOMEM);
        return;
    }
    format_set_num_format(text, "@");
    format_set_text_wrap(text);
    worksheet_set_column(sheet, 0, 0, ABOUT_WIDTH, text);
    worksheet_set_column(sheet, 1, 1, 3 * ABOUT_WIDTH, text);
    struct out made = out_open(book->arena, LINE_BYTES_MAX);
    format_instant(&made, about->at);
    uint32_t row = 0;
    add_line(book, sheet, &row, "Tên sổ", about->title);
    add_line(book, sheet, &row, "Đơn vị", about->issuer);
    add_line(book, sheet, &row, "Kỳ", about->period);
    add_line(book, sheet, &row, "Lập lúc", out_str(&made));
    add_line(book, sheet, &row, "Ghi chú", about->note);
    lxw_doc_properties properties = { .title = changeable(book->arena, about->title),
                                      .created = about->at.s };
    workbook_set_properties(book->workbook, &properties);
}

static void add_line(struct xlsx *book, lxw_worksheet *sheet, uint32_t *row, const char *label,
                     struct str text)
{
    if (text.n > 0) {
        end_cell(book, worksheet_write_string(sheet, *row, 0, label, book->head));
        end_cell(book, worksheet_write_string(sheet, *row, 1, str_z(book->arena, cut(text)), NULL));
        ++*row;
    }
}

static void add_table(struct xlsx *book)
{
    const struct xlsx_table *table = book->table;
    if (book->failure) {
        return;
    }
    book->sheet = workbook_add_worksheet(book->workbook, table->name);
    if (!book->sheet) {
        fail(book, ENOMEM);
        return;
    }
    for (uint16_t i = 0; i < table->column_count; i++) {
        worksheet_set_column(book->sheet, i, i, table->columns[i].width, NULL);
        end_cell(book,
                 worksheet_write_string(book->sheet, 0, i, table->columns[i].title, book->head));
    }
    for (uint16_t i = 0; i < table->column_count && table->has_numbers; i++) {
        end_cell(book, worksheet_write_number(book->sheet, 1, i, i + 1, book->head));
    }
    book->rows = book->head_rows = table->has_numbers ? 2 : 1;
    book->column = 0;
    worksheet_freeze_panes(book->sheet, book->head_rows, 0);
    worksheet_repeat_rows(book->sheet, 0, book->head_rows - 1);
    worksheet_set_landscape(book->sheet);
    worksheet_set_paper(book->sheet, PAPER_A4_NUMBER);
    worksheet_fit_to_pages(book->sheet, 1, 0);
    worksheet_activate(book->sheet);
}

/* --- its cells -------------------------------------------------------------------------------- */

void xlsx_text(struct xlsx *book, struct str value)
{
    if (value.n == 0) {
        xlsx_blank(book);
    } else if (begin_cell(book, XLSX_TEXT)) {
        struct arena_mark mark = arena_mark(book->arena);
        end_cell(book,
                 worksheet_write_string(book->sheet, book->rows, book->column,
                                        str_z(book->arena, cut(value)), book->formats[XLSX_TEXT]));
        arena_undo(book->arena, mark);
    }
}

/* The library takes what the file holds: the only fractions of this program that count. */
void xlsx_number(struct xlsx *book, int64_t value)
{
    static const int64_t largest = 1LL << 53;
    must(value >= -largest && value <= largest);
    if (begin_cell(book, XLSX_NUMBER)) {
        end_cell(book, worksheet_write_number(book->sheet, book->rows, book->column, (double)value,
                                              book->formats[XLSX_NUMBER]));
    }
}

void xlsx_day(struct xlsx *book, struct day value)
{
    if (day_is_none(value)) {
        xlsx_blank(book);
    } else if (begin_cell(book, XLSX_DAY)) {
        lxw_datetime date = { 0 };
        day_split(value, &date.year, &date.month, &date.day);
        end_cell(book, worksheet_write_datetime(book->sheet, book->rows, book->column, &date,
                                                book->formats[XLSX_DAY]));
    }
}

void xlsx_instant(struct xlsx *book, struct instant value)
{
    if (value.s == 0) {
        xlsx_blank(book);
    } else if (begin_cell(book, XLSX_INSTANT)) {
        int32_t second = instant_second_of_day(value);
        lxw_datetime date = { .hour = second / 3600, .min = second / 60 % 60 };
        day_split(instant_day(value), &date.year, &date.month, &date.day);
        end_cell(book, worksheet_write_datetime(book->sheet, book->rows, book->column, &date,
                                                book->formats[XLSX_INSTANT]));
    }
}

void xlsx_blank(struct xlsx *book)
{
    must(book->column < book->table->column_count);
    if (begin_cell(book, book->table->columns[book->column].kind)) {
        end_cell(book, worksheet_write_blank(book->sheet, book->rows, book->column,
                                             book->formats[XLSX_TEXT]));
    }
}

void xlsx_end_row(struct xlsx *book)
{
    while (book->column < book->table->column_count) {
        xlsx_blank(book);
    }
    book->column = 0;
    book->is_full |= book->rows - book->head_rows >= XLSX_ROWS_MAX;
    book->rows += !book->is_full;
}

/* False when nothing is written any more; the place is counted all the same. */
static bool begin_cell(struct xlsx *book, enum xlsx_kind kind)
{
    must(book->column < book->table->column_count &&
         book->table->columns[book->column].kind == kind);
    if (book->failure || book->is_full) {
        book->column++;
        return false;
    }
    return true;
}

static void end_cell(struct xlsx *book, lxw_error error)
{
    if (error) {
        fail(book, error == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : EIO);
    }
    book->column++;
}

/* The library's structs hold texts that it does not change, and does not say so. */
static char *changeable(struct arena *arena, struct str text)
{
    char *z = new(arena, char, text.n + 1);
    if (text.n > 0) {
        memcpy(z, text.p, text.n);
    }
    return z;
}

static struct str cut(struct str text)
{
    struct str rest = text;
    for (size_t i = 0; i < CELL_LETTERS_MAX && rest.n > 0; i++) {
        /* What lies outside the first plane counts twice there. */
        i += str_cut_char(&rest) > 0xffff;
    }
    return str_slice(text, 0, text.n - rest.n);
}

/* --- the file --------------------------------------------------------------------------------- */

enum status xlsx_close(struct xlsx *book, struct str *ret_bytes)
{
    if (book->workbook && !book->failure && book->rows > book->head_rows) {
        worksheet_autofilter(book->sheet, book->head_rows - 1, 0, book->rows - 1,
                             (uint16_t)(book->table->column_count - 1));
    }
    if (book->workbook) {
        errno = 0;
        lxw_error error = finish(book);
        int cause = errno ? errno : EIO;
        if (error) {
            fail(book, error == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : cause);
        }
    }
    struct str bytes = STR_NONE;
    if (book->path && !book->failure && !book->is_full) {
        read_file(book, &bytes);
    }
    abandon(book);
    if (book->failure) {
        bool is_disk = book->failure == ENOSPC || book->failure == EDQUOT;
        return is_disk ? STATUS_DISK_FULL : STATUS_BUSY;
    }
    if (book->is_full) {
        return STATUS_FULL;
    }
    *ret_bytes = bytes;
    return STATUS_OK;
}

/* The library spells the date with gmtime(), whose answer is one for all threads. */
static lxw_error finish(struct xlsx *book)
{
    static pthread_mutex_t date_lock = PTHREAD_MUTEX_INITIALIZER;
    must(pthread_mutex_lock(&date_lock) == 0);
    lxw_error error = workbook_close(book->workbook);
    must(pthread_mutex_unlock(&date_lock) == 0);
    book->workbook = NULL;
    return error;
}

/* Room first: what unwinds finds no file open. */
static void read_file(struct xlsx *book, struct str *ret_bytes)
{
    struct stat found;
    if (stat(book->path, &found) != 0) {
        fail(book, errno);
        return;
    }
    if (found.st_size > XLSX_BYTES_MAX) {
        book->is_full = true;
        return;
    }
    size_t size = (size_t)found.st_size;
    char *bytes = new(book->arena, char, size);
    int file = open(book->path, O_RDONLY | O_CLOEXEC);
    ssize_t n = file < 0 ? -1 : 1;
    for (size_t at = 0; at < size && n > 0; at += (size_t)n) {
        n = pread(file, bytes + at, size - at, (off_t)at);
        if (n <= 0) {
            break;
        }
    }
    fail(book, n < 0 ? errno : n == 0 ? EIO : 0);
    if (file >= 0) {
        close(file);
    }
    *ret_bytes = str_span(bytes, size);
}

/* What an arena that was full leaves behind: closing is the library's only way to let go of all. */
static void abandon(void *subject)
{
    struct xlsx *book = subject;
    if (book->workbook) {
        (void)finish(book);
    }
    if (book->path) {
        unlink(book->path);
        book->path = NULL;
    }
}

static void fail(struct xlsx *book, int error)
{
    book->failure = book->failure ? book->failure : error;
}
