/* The arguments of a statement, whatever their struct: compared, and copied with their texts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_ARGS_H
#define STORE_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/field.h"
#include "store/store.h"

/* Up to the end of the last parameter: the struct's own size nobody needs. At least 1. */
size_t args_size(const struct statement *statement);
/* Parameters whose bits are set in `except` are left aside. An absent text is not an empty one. */
bool args_equal(const struct statement *statement, const void *a, const void *b, uint64_t except);
/* A value's own bytes; those of a text are its letters. */
struct str args_bytes(const struct field *field, const void *value);
/* The most that a copy of the struct and its texts takes in an arena, and such a copy. */
size_t args_room(const struct field *fields, size_t count, size_t size, const void *value);
void args_copy_texts(struct arena *arena, const struct field *fields, size_t count, void *value);
void *args_copy(struct arena *arena, const struct statement *statement, const void *args);

#endif
