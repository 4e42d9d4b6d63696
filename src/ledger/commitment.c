/* Field hashes, their tree, and the stored form of an opening. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/commitment.h"

#include <string.h>

#include "base/must.h"
#include "ledger/leaf.h"
#include "ledger/lines.h"
#include "ledger/tree.h"

enum { FORMAT = 1 };

static bool field_is_valid(const struct opened_field *field) PURE;
static void write_field(struct out *out, const struct opened_field *field);
static bool read_field(struct str *rest, struct opened_field *ret);
static bool read_bytes(struct str *rest, size_t n, struct str *ret);
static bool read_number(struct str *rest, size_t bytes, uint32_t *ret);

struct hash opened_field_hash(const struct opened_field *field)
{
    const struct str parts[] = { field->name, str_span("\0", 1), field->value };
    struct str key = str_span(field->key, sizeof(field->key));
    switch (field->state) {
    case OPENED_PRESENT:
        return hash_hmac(key, parts, 3);
    case OPENED_ABSENT:
        return hash_hmac(key, parts, 1);
    case OPENED_HIDDEN:
        break;
    }
    return field->hash;
}

struct hash opening_commitment(const struct opening *opening)
{
    struct hash leaves[FACT_FIELDS_MAX];
    for (size_t i = 0; i < opening->count; i++) {
        struct hash hash = opened_field_hash(&opening->fields[i]);
        leaves[i] = leaf_hash(hash_str(&hash));
    }
    return tree_root_of(leaves, opening->count);
}

void opening_write(struct out *out, const struct opening *opening)
{
    must(opening->count <= FACT_FIELDS_MAX);
    out_char(out, FORMAT);
    out_char(out, (char)opening->count);
    for (size_t i = 0; i < opening->count; i++) {
        must(field_is_valid(&opening->fields[i]));
        must(opening_field(opening, opening->fields[i].name) == &opening->fields[i]);
        write_field(out, &opening->fields[i]);
    }
}

bool opening_parse(struct str bytes, struct opening *ret)
{
    struct opening opening = { 0 };
    struct str rest = bytes;
    uint32_t format;
    uint32_t count;
    if (!read_number(&rest, 1, &format) || format != FORMAT || !read_number(&rest, 1, &count) ||
        count > FACT_FIELDS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct opened_field field = { 0 };
        if (!read_field(&rest, &field) || opening_field(&opening, field.name)) {
            return false;
        }
        opening.fields[opening.count++] = field;
    }
    if (rest.n > 0) {
        return false;
    }
    *ret = opening;
    return true;
}

void opening_hide(struct opening *opening, size_t index)
{
    must(index < opening->count);
    struct opened_field *field = &opening->fields[index];
    field->hash = opened_field_hash(field);
    field->state = OPENED_HIDDEN;
    field->value = STR_NONE;
    secret_wipe(field->key, sizeof(field->key));
}

const struct opened_field *opening_field(const struct opening *opening, struct str name)
{
    for (size_t i = 0; i < opening->count; i++) {
        if (str_equal(opening->fields[i].name, name)) {
            return &opening->fields[i];
        }
    }
    return NULL;
}

static bool field_is_valid(const struct opened_field *field)
{
    return word_is_valid(field->name, FIELD_NAME_BYTES_MAX) &&
           field->value.n <= FIELD_VALUE_BYTES_MAX;
}

static void write_field(struct out *out, const struct opened_field *field)
{
    out_char(out, (char)field->name.n);
    out_str_raw(out, field->name);
    out_char(out, (char)field->state);
    if (field->state == OPENED_HIDDEN) {
        out_str_raw(out, hash_str(&field->hash));
        return;
    }
    out_bytes(out, field->key, sizeof(field->key));
    if (field->state == OPENED_PRESENT) {
        size_t n = field->value.n;
        const uint8_t length[] = { (uint8_t)(n >> 24), (uint8_t)(n >> 16), (uint8_t)(n >> 8),
                                   (uint8_t)n };
        out_bytes(out, length, sizeof(length));
        out_str_raw(out, field->value);
    }
}

static bool read_field(struct str *rest, struct opened_field *ret)
{
    uint32_t n;
    uint32_t state;
    struct str secret;
    struct opened_field field = { 0 };
    if (!read_number(rest, 1, &n) || !read_bytes(rest, n, &field.name) ||
        !read_number(rest, 1, &state) || state > OPENED_PRESENT ||
        !read_bytes(rest, HASH_BYTES, &secret)) {
        return false;
    }
    field.state = (enum opened_state)state;
    if (field.state == OPENED_HIDDEN) {
        memcpy(field.hash.b, secret.p, HASH_BYTES);
    } else {
        memcpy(field.key, secret.p, FIELD_KEY_BYTES);
    }
    if (field.state == OPENED_PRESENT &&
        (!read_number(rest, 4, &n) || !read_bytes(rest, n, &field.value))) {
        return false;
    }
    if (!field_is_valid(&field)) {
        return false;
    }
    *ret = field;
    return true;
}

static bool read_bytes(struct str *rest, size_t n, struct str *ret)
{
    if (n > rest->n) {
        return false;
    }
    *ret = str_slice(*rest, 0, n);
    *rest = str_slice(*rest, n, rest->n);
    return true;
}

/* High byte first. */
static bool read_number(struct str *rest, size_t bytes, uint32_t *ret)
{
    struct str span;
    if (!read_bytes(rest, bytes, &span)) {
        return false;
    }
    uint32_t number = 0;
    for (size_t i = 0; i < bytes; i++) {
        number = number << 8 | (uint8_t)span.p[i];
    }
    *ret = number;
    return true;
}
