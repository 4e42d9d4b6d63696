/* PostgreSQL's bytes as our values, and ours as its. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/pg_fields.h"

#include <endian.h>
#include <string.h>

#include "base/must.h"

static void put_span(struct pg_arguments *to, int i, Oid type, const char *p, size_t n)
{
    must(n <= INT32_MAX);
    to->types[i] = type;
    to->values[i] = p;
    to->lengths[i] = (int)n;
}

static void put_number(struct pg_arguments *to, int i, Oid type, int64_t number)
{
    size_t n = type == OID_INT8 ? 8 : type == OID_INT4 ? 4 : 2;
    to->numbers[i] = htobe64((uint64_t)number);
    put_span(to, i, type, (const char *)&to->numbers[i] + 8 - n, n);
}

static void put_number_or_null(struct pg_arguments *to, int i, Oid type, int64_t number)
{
    put_number(to, i, type, number);
    if (!number) {
        to->values[i] = NULL;
    }
}

/* The zero value is none, and none is NULL. */
static void put_field(struct pg_arguments *to, int i, const struct field *field, const void *args)
{
    static const char empty[] = "";
    const void *value = (const char *)args + field->offset;
    to->formats[i] = PG_BINARY;
    switch (field->kind) {
    case FIELD_TEXT: {
        struct str text = *(const struct str *)value;
        put_span(to, i, OID_TEXT, text.p && !text.n ? empty : text.p, text.n);
        return;
    }
    case FIELD_BYTES: {
        struct bytes bytes = *(const struct bytes *)value;
        put_span(to, i, OID_BYTEA, bytes.p && !bytes.n ? empty : (const char *)bytes.p, bytes.n);
        return;
    }
    case FIELD_INT:
        put_number(to, i, OID_INT8, *(const int64_t *)value);
        return;
    case FIELD_YES:
        put_number(to, i, OID_INT2, *(const bool *)value);
        return;
    case FIELD_DAY:
        put_number_or_null(to, i, OID_INT4, ((const struct day *)value)->n);
        return;
    case FIELD_INSTANT:
        put_number_or_null(to, i, OID_INT8, ((const struct instant *)value)->s);
        return;
    case FIELD_ID:
        break;
    }
    must(field->kind == FIELD_ID);
    put_number_or_null(to, i, OID_INT8, ((const struct id *)value)->v);
}

void pg_arguments(struct pg_arguments *to, const struct statement *statement, const void *args)
{
    must(statement->param_count <= PG_PARAMS_MAX);
    for (int i = 0; i < statement->param_count; i++) {
        put_field(to, i, &statement->params[i], args);
    }
}

/* --- rows ------------------------------------------------------------------------------------- */

/* A copy, or the result's own bytes when there is no arena. Empty is not absent. */
static const char *keep_bytes(struct arena *arena, const char *bytes, size_t n)
{
    if (!n) {
        return "";
    }
    return arena ? memcpy(arena_alloc(arena, n, 1), bytes, n) : bytes;
}

/* False when the value is no whole number. */
static bool read_number(const PGresult *result, int row, int column, int64_t *ret)
{
    const char *bytes = libpq.getvalue(result, row, column);
    uint64_t big = 0;
    uint32_t middle = 0;
    uint16_t small = 0;
    *ret = 0;
    if (libpq.getisnull(result, row, column)) {
        return true;
    }
    switch (libpq.ftype(result, column)) {
    case OID_INT8:
        memcpy(&big, bytes, sizeof big);
        *ret = (int64_t)be64toh(big);
        return true;
    case OID_INT4:
        memcpy(&middle, bytes, sizeof middle);
        *ret = (int32_t)be32toh(middle);
        return true;
    case OID_INT2:
        memcpy(&small, bytes, sizeof small);
        *ret = (int16_t)be16toh(small);
        return true;
    default:
        return false;
    }
}

static bool read_span(const PGresult *result, int row, int column, struct arena *arena,
                      const struct field *field, void *value)
{
    bool is_null = libpq.getisnull(result, row, column);
    size_t n = (size_t)libpq.getlength(result, row, column);
    const char *bytes = is_null ? NULL : keep_bytes(arena, libpq.getvalue(result, row, column), n);
    bool is_text = field->kind == FIELD_TEXT;
    if (is_text) {
        *(struct str *)value = (struct str){ bytes, n };
    } else {
        *(struct bytes *)value = (struct bytes){ (const void *)bytes, n };
    }
    return libpq.ftype(result, column) == (is_text ? OID_TEXT : OID_BYTEA);
}

bool pg_field(const PGresult *result, int row, int column, const struct field *field,
              struct arena *arena, void *ret_row)
{
    void *value = (char *)ret_row + field->offset;
    int64_t number;
    if (field->kind == FIELD_TEXT || field->kind == FIELD_BYTES) {
        return read_span(result, row, column, arena, field, value);
    }
    if (!read_number(result, row, column, &number)) {
        return false;
    }
    switch (field->kind) {
    case FIELD_INT:
        *(int64_t *)value = number;
        return true;
    case FIELD_YES:
        *(bool *)value = number != 0;
        return true;
    case FIELD_DAY:
        *(struct day *)value = (struct day){ (int32_t)number };
        return number == (int32_t)number;
    case FIELD_INSTANT:
        *(struct instant *)value = (struct instant){ number };
        return true;
    case FIELD_ID:
    case FIELD_TEXT:
    case FIELD_BYTES:
        break;
    }
    must(field->kind == FIELD_ID);
    *(struct id *)value = (struct id){ number };
    return true;
}
