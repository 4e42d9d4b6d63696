/* Writing JSON: commas and nesting are kept right here, so that callers name only values. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/field.h"
#include "base/out.h"

/* json_object(&j, NULL); json_text(&j, "code", code); json_end(&j);  A name of NULL is a value in a
 * list or the document itself. */
struct json {
    struct out *out;
    unsigned depth;
    bool needs_comma;
    char closers[32];
};

struct json json_open(struct out *out);
/* Absent texts, bytes, days and instants are written as null. Nesting is at most 32 deep: deeper is
 * a bug, because structure comes from the program and never from a visitor. */
void json_object(struct json *json, const char *name);
void json_list(struct json *json, const char *name);
void json_end(struct json *json);
void json_text(struct json *json, const char *name, struct str value);
void json_bytes(struct json *json, const char *name, struct bytes value); /* in base64 */
void json_int(struct json *json, const char *name, int64_t value);
/* The number value / 10^places, in decimals. */
void json_decimal(struct json *json, const char *name, int64_t value, unsigned places);
void json_yes(struct json *json, const char *name, bool value);
void json_null(struct json *json, const char *name);
void json_instant(struct json *json, const char *name, struct instant value);
void json_day(struct json *json, const char *name, struct day value);
/* The record's fields inside the object that is open, for more to follow. */
void json_fields(struct json *json, const struct record *record, const void *value);
/* An object of the record's fields (field_write_json). */
void json_record(struct json *json, const char *name, const struct record *record,
                 const void *value);

#endif
