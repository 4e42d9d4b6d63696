/* The JSON writer: commas, names and nesting. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/json.h"

#include "base/must.h"

static void start_value(struct json *json, const char *name);
static void open_with(struct json *json, const char *name, char opener, char closer);

struct json json_open(struct out *out)
{
    return (struct json){ .out = out };
}

void json_object(struct json *json, const char *name)
{
    open_with(json, name, '{', '}');
}

void json_list(struct json *json, const char *name)
{
    open_with(json, name, '[', ']');
}

void json_end(struct json *json)
{
    must(json->depth > 0);
    out_char(json->out, json->closers[--json->depth]);
    json->needs_comma = true;
}

void json_text(struct json *json, const char *name, struct str value)
{
    if (!value.p) {
        json_null(json, name);
        return;
    }
    start_value(json, name);
    out_json_string(json->out, value);
}

void json_bytes(struct json *json, const char *name, struct bytes value)
{
    if (!value.p) {
        json_null(json, name);
        return;
    }
    start_value(json, name);
    out_char(json->out, '"');
    out_base64(json->out, value.p, value.n);
    out_char(json->out, '"');
}

void json_int(struct json *json, const char *name, int64_t value)
{
    start_value(json, name);
    out_int(json->out, value);
}

void json_decimal(struct json *json, const char *name, int64_t value, unsigned places)
{
    int64_t whole = 1;
    for (unsigned i = 0; i < places; i++) {
        whole *= 10;
    }
    int64_t rest = value < 0 ? -(value % whole) : value % whole;
    start_value(json, name);
    out_printf(json->out, "%s%lld", value < 0 && value > -whole ? "-" : "",
               (long long)(value / whole));
    if (places > 0) {
        out_printf(json->out, ".%0*lld", (int)places, (long long)rest);
    }
}

void json_yes(struct json *json, const char *name, bool value)
{
    start_value(json, name);
    out_str_raw(json->out, value ? STR("true") : STR("false"));
}

void json_null(struct json *json, const char *name)
{
    start_value(json, name);
    out_lit(json->out, "null");
}

void json_instant(struct json *json, const char *name, struct instant value)
{
    if (day_is_none(instant_day(value))) {
        json_null(json, name);
        return;
    }
    start_value(json, name);
    out_char(json->out, '"');
    out_instant(json->out, value);
    out_char(json->out, '"');
}

void json_day(struct json *json, const char *name, struct day value)
{
    if (day_is_none(value)) {
        json_null(json, name);
        return;
    }
    start_value(json, name);
    out_char(json->out, '"');
    out_day(json->out, value);
    out_char(json->out, '"');
}

void json_record(struct json *json, const char *name, const struct record *record,
                 const void *value)
{
    json_object(json, name);
    json_fields(json, record, value);
    json_end(json);
}

void json_fields(struct json *json, const struct record *record, const void *value)
{
    if (json->needs_comma && record->count > 0) {
        out_char(json->out, ',');
    }
    field_write_json(json->out, record, value);
    json->needs_comma = json->needs_comma || record->count > 0;
}

static void start_value(struct json *json, const char *name)
{
    if (json->needs_comma) {
        out_char(json->out, ',');
    }
    json->needs_comma = true;
    if (name) {
        out_json_string(json->out, str_of(name));
        out_char(json->out, ':');
    }
}

static void open_with(struct json *json, const char *name, char opener, char closer)
{
    must(json->depth < sizeof json->closers);
    start_value(json, name);
    out_char(json->out, opener);
    json->closers[json->depth++] = closer;
    json->needs_comma = false;
}
