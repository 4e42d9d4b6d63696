/* Field descriptors: what a struct holds, so that forms, JSON, CSV and facts need no code. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_FIELD_H
#define BASE_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/id.h"
#include "base/out.h"
#include "base/str.h"

enum field_kind {
    FIELD_TEXT,    /* struct str, UTF-8 NFC */
    FIELD_BYTES,   /* struct bytes: never shown, base64 in JSON */
    FIELD_INT,     /* int64_t */
    FIELD_YES,     /* bool */
    FIELD_DAY,     /* struct day */
    FIELD_INSTANT, /* struct instant */
    FIELD_ID,      /* a one-field id struct: int64_t */
};

/* Rules that a form checks before a handler sees the value. */
enum field_rule {
    FIELD_REQUIRED = 1 << 0,
    FIELD_LINE = 1 << 1,         /* one line: control characters are refused, newlines too */
    FIELD_SECRET = 1 << 2,       /* never logged, never in the ledger, never given back in a page */
    FIELD_PERSONAL = 1 << 3,     /* a person's: the ledger keeps only an erasable commitment */
    FIELD_PHONE = 1 << 4,        /* a telephone in Vietnam; arrives as its digits */
    FIELD_IDENTITY = 1 << 5,     /* the number of an identity paper; a citizen's as twelve digits */
    FIELD_PERIOD_START = 1 << 6, /* a month or a year is its first day … */
    FIELD_PERIOD_END = 1 << 7,   /* … or its last */
};

/* One member of a struct. `max` is characters for text (0: TEXT_LINE_CHARS_MAX), the largest value
 * for an integer (0: no bound). `label` is the Vietnamese source text of a person's name for the
 * field, used in forms' errors and in OpenAPI; NULL for fields that no person sees. */
struct field {
    const char *name;
    enum field_kind kind;
    uint16_t offset;
    uint16_t rules;
    int64_t max;
    const char *label;
};

/* FIELD(struct give, reason, .max = 500, .label = N_("Lý do")): the kind comes from the member's
 * type; a plain int or a pointer does not compile. Ids are the default branch, because every table
 * has an id type of its own: any struct of their size is taken for one. */
#define FIELD(type, member, ...)                                                                   \
    {                                                                                              \
        .name = #member, .kind = FIELD_KIND_OF(((type *)0)->member),                               \
        .offset = (uint16_t)(offsetof(type, member) + FIELD_CHECK(((type *)0)->member)),           \
        __VA_ARGS__                                                                                \
    }
#define FIELD_KIND_OF(value)                                                                       \
    _Generic((value), struct str                                                                   \
             : FIELD_TEXT, struct bytes                                                            \
             : FIELD_BYTES, int64_t                                                                \
             : FIELD_INT, bool                                                                     \
             : FIELD_YES, struct day                                                               \
             : FIELD_DAY, struct instant                                                           \
             : FIELD_INSTANT, default                                                              \
             : FIELD_ID)
/* 0, or the compile error. Only a struct can be an id; 12 is the compilers' class for structs. */
#define FIELD_CHECK(value)                                                                         \
    (0 * sizeof(struct {                                                                           \
         _Static_assert(                                                                           \
             FIELD_KIND_OF(value) != FIELD_ID ||                                                   \
                 (__builtin_classify_type(value) == 12 && sizeof(value) == sizeof(struct id)),     \
             "a field is a str, bytes, int64_t, bool, day, instant or an id struct");              \
         char unused;                                                                              \
     }))

/* A list of fields with the size of the struct they describe. */
struct record {
    const char *name;
    const struct field *fields;
    uint16_t count;
    uint16_t size_bytes;
};
#define RECORD(label, type, array)                                                                 \
    {                                                                                              \
        label, array, COUNT(array), sizeof(type)                                                   \
    }

/* The member's canonical bytes, as the ledger commits to them (docs/LEDGER.md): text and bytes as
 * they are, integers and ids in decimal, yes as "1" or "0", days as 2026-03-13, instants as decimal
 * Unix seconds. An absent text, day, instant or id gives the absent span. */
struct str field_canonical(const struct field *field, const void *record, struct arena *arena);
/* The other way; text and bytes borrow. False, and the record untouched, when the bytes are not
 * canonical for that kind: ids below 1, an instant of 0 and absent integers are not. */
bool field_parse_canonical(const struct field *field, struct str bytes, void *record) MUST_USE;

/* `"name":value` pairs, comma-separated, without braces; absent values are null; SECRET members are
 * left out. Ids and integers beyond 2^53 never occur (the desk counts from 1). */
void field_write_json(struct out *out, const struct record *record, const void *value);

#endif
