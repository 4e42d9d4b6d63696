/* Books as spreadsheets: typed columns, row after row, in a file for Excel and LibreOffice. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_XLSX_H
#define STUDIO_XLSX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "base/str.h"

/* What stands in a book is typed: a date is a date, a code of digits stays a text, and a text is
 * never a formula, whatever it begins with. One cell after the other, as csv_text() and its like
 * (web/face.h); the kind of each must be its column's:
 *
 *     struct xlsx *book = xlsx_open(arena, folder, &xlsx_reception_book, &about);
 *     while (…) {
 *         xlsx_number(book, row.number);
 *         xlsx_day(book, row.received_on);
 *         xlsx_text(book, row.person);
 *         …
 *         xlsx_end_row(book);
 *     }
 *     enum status status = xlsx_close(book, &bytes);
 *
 * A failure sticks and is said at the end. Memory does not grow with the rows; they wait in files
 * without a name in `folder`, which must be one that the server may write to (walls.h): the data
 * folder. Only what the arena gets at the end is as large as the file.
 *
 * Whoever exports a book of denunciations leaves out what shows who sent them. Law: 25/2018/QH14
 * art. 8 and 56. */
enum xlsx_kind {
    XLSX_TEXT,
    XLSX_NUMBER,
    XLSX_DAY,
    XLSX_INSTANT, /* day, hour and minute in Vietnam */
    XLSX_KINDS
};

struct xlsx_column {
    const char *title;
    enum xlsx_kind kind;
    unsigned width; /* in digits of ordinary text */
};

struct xlsx_table {
    const char *name; /* of the sheet, 31 letters at most */
    const struct xlsx_column *columns;
    size_t column_count;
    bool has_numbers; /* 1, 2, 3 … under the titles, as forms on paper have them */
};

/* Law: 154/2026/ND-CP form 03/TCD, of thirteen columns. */
extern const struct xlsx_table xlsx_reception_book;
/* Letters of citizens: complaints, denunciations, reports. The law says that there is a book and
 * what is asked of each letter, not its columns: they are ours. */
extern const struct xlsx_table xlsx_petition_register;
/* Official letters that go out. Law: 30/2020/ND-CP annex IV, quoted from memory. */
extern const struct xlsx_table xlsx_letter_register;

/* The first sheet, "Đọc trước": what this is, from where, of when, and what was chosen. */
struct xlsx_about {
    struct str title;
    struct str issuer;
    struct str period; /* "Từ 15/12/2025 đến 14/3/2026"; absent: no line, as for the next one */
    struct str note;
    struct instant at; /* when it was made; the only time in the file */
};

enum { XLSX_ROWS_MAX = 200000, XLSX_BYTES_MAX = 24 << 20, XLSX_COLUMNS_MAX = 40 };

/* Never NULL. The table and its columns live as long as the book. */
struct xlsx *xlsx_open(struct arena *arena, const char *folder, const struct xlsx_table *table,
                       const struct xlsx_about *about);
/* Cut at 32,000 letters: no cell takes more than 32,767. Absent: an empty cell, as for a day or an
 * instant that is none. */
void xlsx_text(struct xlsx *book, struct str value);
/* Between -2^53 and 2^53: a spreadsheet has no others. */
void xlsx_number(struct xlsx *book, int64_t value);
void xlsx_day(struct xlsx *book, struct day value);
void xlsx_instant(struct xlsx *book, struct instant value);
void xlsx_blank(struct xlsx *book);
/* What is missing of the row stays empty. */
void xlsx_end_row(struct xlsx *book);

/* The file, in the book's arena. FULL: more rows or bytes than the limits. DISK_FULL; BUSY: the
 * folder cannot be written to, or there is no memory. Nothing is left in the folder. */
enum status xlsx_close(struct xlsx *book, struct str *ret_bytes) MUST_USE;

#endif
