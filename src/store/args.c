/* Arguments, taken apart by their fields. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/args.h"

#include <string.h>

enum { ALIGNED_BYTES = 16 };

static bool is_text(const struct field *field)
{
    return field->kind == FIELD_TEXT || field->kind == FIELD_BYTES;
}

static size_t size_of(const struct field *field)
{
    return is_text(field)             ? sizeof(struct str)
           : field->kind == FIELD_YES ? sizeof(bool)
           : field->kind == FIELD_DAY ? sizeof(struct day)
                                      : sizeof(int64_t);
}

struct str args_bytes(const struct field *field, const void *value)
{
    const char *at = (const char *)value + field->offset;
    struct str text;
    if (!is_text(field)) {
        return str_span(at, size_of(field));
    }
    memcpy(&text, at, sizeof text); /* struct bytes has the same members */
    return text;
}

bool args_equal(const struct statement *statement, const void *a, const void *b, uint64_t except)
{
    for (size_t i = 0; i < statement->param_count; i++) {
        struct str x = args_bytes(&statement->params[i], a);
        struct str y = args_bytes(&statement->params[i], b);
        if (!(except >> i & 1) && (!x.p != !y.p || !str_equal(x, y))) {
            return false;
        }
    }
    return true;
}

/* With what each piece may need to be aligned. */
size_t args_room(const struct field *fields, size_t count, size_t size, const void *value)
{
    size_t n = size + 2 * ALIGNED_BYTES;
    for (size_t i = 0; i < count; i++) {
        n += is_text(&fields[i]) ? args_bytes(&fields[i], value).n + 2 * ALIGNED_BYTES : 0;
    }
    return n;
}

/* Empty is not absent. */
void args_copy_texts(struct arena *arena, const struct field *fields, size_t count, void *value)
{
    for (size_t i = 0; i < count; i++) {
        struct str text = args_bytes(&fields[i], value);
        if (is_text(&fields[i]) && text.p) {
            text = text.n > 0 ? str_copy(arena, text) : STR("");
            memcpy((char *)value + fields[i].offset, &text, sizeof text);
        }
    }
}

size_t args_size(const struct statement *statement)
{
    size_t n = 1;
    for (size_t i = 0; i < statement->param_count; i++) {
        size_t end = statement->params[i].offset + size_of(&statement->params[i]);
        n = end > n ? end : n;
    }
    return n;
}

void *args_copy(struct arena *arena, const struct statement *statement, const void *args)
{
    char *copy = arena_alloc(arena, 1, args_size(statement));
    if (statement->param_count > 0) {
        memcpy(copy, args, args_size(statement));
    }
    args_copy_texts(arena, statement->params, statement->param_count, copy);
    return copy;
}
