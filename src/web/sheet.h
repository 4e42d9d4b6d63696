/* Spreadsheets as answers: rows of a record, typed, in a file for Excel and LibreOffice. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_SHEET_H
#define WEB_SHEET_H

#include "base/field.h"
#include "studio/xlsx.h"
#include "web/visit.h"

/* For routes with FACE_XLSX, which are slow for it (face_is_drawn). The members of the record are
 * the table's columns, in their order: integers, days and instants of those kinds, the rest texts.
 *
 *     return sheet_give(v, &xlsx_reception_book, &about, "so-tiep-cong-dan",
 *                       (struct sheet_rows){ &reception_register_record, rows, count });
 */
struct sheet_rows {
    const struct record *record;
    const void *rows; /* one after the other */
    size_t count;
};
enum status sheet_give(struct visit *v, const struct xlsx_table *table,
                       const struct xlsx_about *about, const char *file_name,
                       struct sheet_rows rows);

/* For tables whose columns are not known before: open, fill as xlsx.h says, send. */
struct xlsx *sheet_open(struct visit *v, const struct xlsx_table *table,
                        const struct xlsx_about *about);
/* BUSY when the disk or memory has no room for it, BROKEN when there are too many rows. */
enum status sheet_send(struct visit *v, struct xlsx *book, const char *file_name);

#endif
