/* Reading CSV strictly: what is not RFC 4180 is refused with its line, never guessed at. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_CSV_H
#define TEXT_CSV_H

#include "base/arena.h"
#include "base/str.h"

/* UTF-8 with or without a byte order mark, lines that end in LF or CRLF, fields parted by commas,
 * or, where the first line has more of them, by semicolons or tabs, as spreadsheets here write
 * them; quoted when they hold that sign, a quote (doubled) or a line end. Lines without any byte
 * are skipped, and so is a first line of `sep=;`, which Excel takes for its own.
 *
 *     struct csv_reader csv = csv_reader_open(text);
 *     struct csv_record record;
 *     while (csv_reader_next(&csv, arena, &record)) {
 *         if (record.fault) { ...record.line and why... }
 *     }
 * / */
enum { CSV_FIELDS_MAX = 64 };

struct csv_reader {
    struct str rest;
    size_t line; /* of the next record, from 1 */
    char separator;
};

/* `fault` is Vietnamese source text; the fields before it are still there, and reading goes on with
 * the next line. Fields borrow from the text, or from the arena where a quote was doubled. */
struct csv_record {
    struct str fields[CSV_FIELDS_MAX];
    size_t count;
    size_t line; /* where the record began */
    const char *fault;
};

struct csv_reader csv_reader_open(struct str text);
/* False at the end of the text. */
bool csv_reader_next(struct csv_reader *csv, struct arena *arena, struct csv_record *ret);

#endif
