/* Rows into cells, and the file on its way. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/sheet.h"

#include "base/must.h"
#include "store/files.h"
#include "web/page.h"

static void put_cell(struct visit *v, struct xlsx *book, const struct field *field,
                     const void *row);

/* What waits for the end lies where photos do: the one folder that may be written to. */
struct xlsx *sheet_open(struct visit *v, const struct xlsx_table *table,
                        const struct xlsx_about *about)
{
    struct files *files = visit_files(v);
    return xlsx_open(v->arena, files ? files_folder(files) : "/", table, about);
}

enum status sheet_send(struct visit *v, struct xlsx *book, const char *file_name)
{
    struct str bytes = STR_NONE;
    enum status status = xlsx_close(book, &bytes);
    if (status) {
        return status == STATUS_FULL ? STATUS_BROKEN : STATUS_BUSY;
    }
    out_str_raw(page_body(v), bytes);
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"%s.xlsx\"", file_name));
    return STATUS_OK;
}

enum status sheet_give(struct visit *v, const struct xlsx_table *table,
                       const struct xlsx_about *about, const char *file_name,
                       struct sheet_rows rows)
{
    const struct record *record = rows.record;
    struct xlsx *book = sheet_open(v, table, about);
    must(record->count == table->column_count);
    for (size_t i = 0; i < rows.count; i++) {
        const char *row = (const char *)rows.rows + i * record->size_bytes;
        for (size_t k = 0; k < record->count; k++) {
            put_cell(v, book, &record->fields[k], row);
        }
        xlsx_end_row(book);
    }
    return sheet_send(v, book, file_name);
}

static void put_cell(struct visit *v, struct xlsx *book, const struct field *field, const void *row)
{
    const void *member = (const char *)row + field->offset;
    switch (field->kind) {
    case FIELD_INT:
        xlsx_number(book, *(const int64_t *)member);
        break;
    case FIELD_DAY:
        xlsx_day(book, *(const struct day *)member);
        break;
    case FIELD_INSTANT:
        xlsx_instant(book, *(const struct instant *)member);
        break;
    case FIELD_TEXT:
    case FIELD_BYTES:
    case FIELD_YES:
    case FIELD_ID:
        xlsx_text(book, field_canonical(field, row, v->arena));
        break;
    }
}
