/* What can be done with any struct that has field descriptors: canonical bytes and JSON. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/field.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"

static struct str decimal(int64_t value, struct arena *arena);
static struct str text_of_day(struct day day, struct arena *arena);
static bool read_number(enum field_kind kind, struct str bytes, void *ret);
static void write_value(struct json *json, const struct field *field, const void *at);

/* A member of a record seen as its type: `*AS(struct str, at)`. */
#define AS(type, at) ((const type *)(at))

struct str field_canonical(const struct field *field, const void *record, struct arena *arena)
{
    const void *at = (const char *)record + field->offset;
    switch (field->kind) {
    case FIELD_TEXT:
        return *AS(struct str, at);
    case FIELD_BYTES:
        return str_span(AS(struct bytes, at)->p, AS(struct bytes, at)->n);
    case FIELD_INT:
        return decimal(*AS(int64_t, at), arena);
    case FIELD_YES:
        return *AS(bool, at) ? STR("1") : STR("0");
    case FIELD_DAY:
        return text_of_day(*AS(struct day, at), arena);
    case FIELD_INSTANT:
    case FIELD_ID:
        return *AS(int64_t, at) ? decimal(*AS(int64_t, at), arena) : STR_NONE;
    }
    return STR_NONE;
}

bool field_parse_canonical(const struct field *field, struct str bytes, void *record)
{
    void *at = (char *)record + field->offset;
    switch (field->kind) {
    case FIELD_TEXT:
        if (!str_is_utf8(bytes)) {
            return false;
        }
        *(struct str *)at = bytes;
        return true;
    case FIELD_BYTES:
        *(struct bytes *)at = (struct bytes){ bytes.p, bytes.n };
        return true;
    case FIELD_YES:
        if (!str_equal(bytes, STR("0")) && !str_equal(bytes, STR("1"))) {
            return false;
        }
        *(bool *)at = bytes.p[0] == '1';
        return true;
    case FIELD_DAY: {
        struct day day = day_parse(bytes);
        if (bytes.p && day_is_none(day)) {
            return false;
        }
        *(struct day *)at = day;
        return true;
    }
    case FIELD_INT:
    case FIELD_INSTANT:
    case FIELD_ID:
        return read_number(field->kind, bytes, at);
    }
    return false;
}

void field_write_json(struct out *out, const struct record *record, const void *value)
{
    struct json json = json_open(out);
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (!(field->rules & FIELD_SECRET)) {
            write_value(&json, field, (const char *)value + field->offset);
        }
    }
}

static struct str decimal(int64_t value, struct arena *arena)
{
    struct out out = out_open(arena, 20);
    out_int(&out, value);
    return out_str(&out);
}

static struct str text_of_day(struct day day, struct arena *arena)
{
    if (day_is_none(day)) {
        return STR_NONE;
    }
    struct out out = out_open(arena, 10);
    out_day(&out, day);
    return out_str(&out);
}

/* Integers, and the two kinds whose 0 is the absent value. */
static bool read_number(enum field_kind kind, struct str bytes, void *ret)
{
    int64_t value = 0;
    if (kind == FIELD_INT || bytes.p) {
        if (!str_to_int(bytes, &value) || (kind != FIELD_INT && value == 0) ||
            (kind == FIELD_ID && value < 0)) {
            return false;
        }
    }
    memcpy(ret, &value, sizeof value);
    return true;
}

static void write_value(struct json *json, const struct field *field, const void *at)
{
    switch (field->kind) {
    case FIELD_TEXT:
        json_text(json, field->name, *AS(struct str, at));
        return;
    case FIELD_BYTES:
        json_bytes(json, field->name, *AS(struct bytes, at));
        return;
    case FIELD_INT:
        json_int(json, field->name, *AS(int64_t, at));
        return;
    case FIELD_YES:
        json_yes(json, field->name, *AS(bool, at));
        return;
    case FIELD_DAY:
        json_day(json, field->name, *AS(struct day, at));
        return;
    case FIELD_INSTANT:
        json_instant(json, field->name, *AS(struct instant, at));
        return;
    case FIELD_ID:
        if (*AS(int64_t, at)) {
            json_int(json, field->name, *AS(int64_t, at));
        } else {
            json_null(json, field->name);
        }
        return;
    }
}
