/* CSV for spreadsheets, without formulas. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "web/face.h"

static void write_value(struct csv *csv, const struct field *field, const void *value);
static void separate(struct csv *csv);

struct csv csv_open(struct out *out)
{
    out_lit(out, "\xEF\xBB\xBF");
    return (struct csv){ .out = out };
}

void csv_text(struct csv *csv, struct str value)
{
    separate(csv);
    out_char(csv->out, '"');
    if (value.n > 0 && memchr("=+-@\t\r", value.p[0], 6)) {
        out_char(csv->out, '\'');
    }
    struct str rest = value;
    while (rest.p) {
        out_str_raw(csv->out, str_cut(&rest, '"'));
        if (rest.p) {
            out_lit(csv->out, "\"\"");
        }
    }
    out_char(csv->out, '"');
}

void csv_int(struct csv *csv, int64_t value)
{
    separate(csv);
    out_int(csv->out, value);
}

void csv_end_row(struct csv *csv)
{
    out_lit(csv->out, "\r\n");
    csv->needs_comma = false;
}

void csv_head(struct csv *csv, const struct tongue *tongue, const struct record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (!(field->rules & FIELD_SECRET)) {
            csv_text(csv, field->label ? tongue_text(tongue, field->label) : str_of(field->name));
        }
    }
    csv_end_row(csv);
}

void csv_record(struct csv *csv, const struct record *record, const void *value)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (!(field->rules & FIELD_SECRET)) {
            write_value(csv, field, (const char *)value + field->offset);
        }
    }
    csv_end_row(csv);
}

static void write_value(struct csv *csv, const struct field *field, const void *value)
{
    switch (field->kind) {
    case FIELD_TEXT:
        csv_text(csv, *(const struct str *)value);
        break;
    case FIELD_BYTES:
        separate(csv);
        out_base64(csv->out, ((const struct bytes *)value)->p, ((const struct bytes *)value)->n);
        break;
    case FIELD_INT:
    case FIELD_ID:
        csv_int(csv, *(const int64_t *)value);
        break;
    case FIELD_YES:
        csv_int(csv, *(const bool *)value);
        break;
    case FIELD_DAY:
        separate(csv);
        out_day(csv->out, *(const struct day *)value);
        break;
    case FIELD_INSTANT:
        separate(csv);
        out_instant(csv->out, *(const struct instant *)value);
        break;
    }
}

static void separate(struct csv *csv)
{
    if (csv->needs_comma) {
        out_char(csv->out, ',');
    }
    csv->needs_comma = true;
}
