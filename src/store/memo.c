/* A small table of answers by statement and arguments, each with the age at which it was given. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/field.h"

enum {
    MEMO_ARENA_BYTES = 1 << 20,
    SLOTS = 256, /* a power of two */
    ANSWERS_MAX = SLOTS / 2,
    ROWS_MAX = 32,
    TABLES = 64, /* bits of statement->tables */
    ALIGNED_BYTES = 16,
};

struct answer {
    const struct statement *statement; /* NULL: a free slot */
    const void *args;
    struct rows rows;
    uint64_t given_at; /* by the memo's own count of writes */
};

struct memo {
    struct arena *arena;
    struct answer answers[SLOTS];
    size_t count;
    uint64_t writes;
    uint64_t written_at[TABLES];
};

static struct answer *place_of(struct memo *memo, const struct statement *statement,
                               const void *args);
static bool is_true_still(const struct memo *memo, const struct answer *answer);
static uint64_t hash_of(const struct statement *statement, const void *args);
static bool are_equal(const struct statement *statement, const void *a, const void *b);
static size_t size_of(const struct field *field);
static struct str bytes_of(const struct field *field, const void *value);
static size_t room_for(const struct field *fields, size_t count, size_t size, const void *value);
static void copy(struct arena *arena, const struct field *fields, size_t count, void *value);
static size_t args_size(const struct statement *statement);

struct memo *memo_open(void)
{
    struct memo *memo = calloc(1, sizeof *memo);
    struct arena *arena = arena_create(MEMO_ARENA_BYTES);
    if (!memo || !arena) {
        free(memo);
        arena_destroy(arena);
        return NULL;
    }
    memo->arena = arena;
    return memo;
}

void memo_close(struct memo *memo)
{
    if (memo) {
        arena_destroy(memo->arena);
        free(memo);
    }
}

void memo_begin(struct memo *memo)
{
    if (memo) {
        memo_forget(memo);
        arena_reset(memo->arena);
    }
}

/* The texts stay: a command may still hold them. */
void memo_forget(struct memo *memo)
{
    if (memo && memo->count > 0) {
        memset(memo->answers, 0, sizeof memo->answers);
        memo->count = 0;
    }
}

void memo_note_write(struct memo *memo, const struct statement *statement)
{
    if (!memo) {
        return;
    }
    if (!statement->tables) {
        memo_forget(memo);
    }
    memo->writes++;
    for (uint64_t tables = statement->tables; tables; tables &= tables - 1) {
        memo->written_at[__builtin_ctzll(tables)] = memo->writes;
    }
}

bool memo_find(struct memo *memo, const struct statement *statement, const void *args,
               struct rows *ret)
{
    if (!memo || statement->writes || !statement->tables) {
        return false;
    }
    const struct answer *answer = place_of(memo, statement, args);
    if (!answer->statement || !is_true_still(memo, answer)) {
        return false;
    }
    *ret = answer->rows;
    return true;
}

void memo_keep(struct memo *memo, const struct statement *statement, const void *args,
               struct rows rows)
{
    const size_t row_size = statement->row_size_bytes;
    if (!memo || statement->writes || !statement->tables || rows.count > ROWS_MAX) {
        return;
    }
    struct answer *answer = place_of(memo, statement, args);
    size_t n = room_for(statement->params, statement->param_count, args_size(statement), args);
    for (size_t i = 0; i < rows.count; i++) {
        const char *row = (const char *)rows.rows + i * row_size;
        n += room_for(statement->columns, statement->column_count, row_size, row);
    }
    bool is_new = !answer->statement;
    if ((is_new && memo->count == ANSWERS_MAX) ||
        n > memo->arena->limit_bytes - memo->arena->used_bytes) {
        return;
    }
    char *kept_args = arena_alloc(memo->arena, 1, args_size(statement));
    if (statement->param_count > 0) {
        memcpy(kept_args, args, args_size(statement));
    }
    copy(memo->arena, statement->params, statement->param_count, kept_args);
    char *kept_rows = arena_alloc(memo->arena, rows.count, row_size);
    if (rows.count > 0) {
        memcpy(kept_rows, rows.rows, rows.count * row_size);
    }
    for (size_t i = 0; i < rows.count; i++) {
        copy(memo->arena, statement->columns, statement->column_count, kept_rows + i * row_size);
    }
    *answer = (struct answer){ statement, kept_args, { kept_rows, rows.count }, memo->writes };
    memo->count += is_new;
}

/* The statement's with these arguments, or the free one where it would stand. */
static struct answer *place_of(struct memo *memo, const struct statement *statement,
                               const void *args)
{
    size_t at = hash_of(statement, args) % SLOTS;
    while (memo->answers[at].statement && !(memo->answers[at].statement == statement &&
                                            are_equal(statement, memo->answers[at].args, args))) {
        at = (at + 1) % SLOTS;
    }
    return &memo->answers[at];
}

static bool is_true_still(const struct memo *memo, const struct answer *answer)
{
    uint64_t tables = answer->statement->tables;
    while (tables && memo->written_at[__builtin_ctzll(tables)] <= answer->given_at) {
        tables &= tables - 1;
    }
    return tables == 0;
}

/* FNV-1a: a few bytes, and nobody chooses them who would gain by it. */
static uint64_t hash_of(const struct statement *statement, const void *args)
{
    uint64_t hash = 0xcbf29ce484222325 ^ statement->index;
    for (size_t i = 0; i < statement->param_count; i++) {
        struct str bytes = bytes_of(&statement->params[i], args);
        for (size_t k = 0; k < bytes.n; k++) {
            hash = (hash ^ (uint8_t)bytes.p[k]) * 0x100000001b3;
        }
        hash = (hash ^ 0xff) * 0x100000001b3;
    }
    return hash ^ hash >> 32;
}

static bool are_equal(const struct statement *statement, const void *a, const void *b)
{
    for (size_t i = 0; i < statement->param_count; i++) {
        struct str x = bytes_of(&statement->params[i], a);
        struct str y = bytes_of(&statement->params[i], b);
        if (!x.p != !y.p || !str_equal(x, y)) {
            return false;
        }
    }
    return true;
}

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

/* A value's own bytes; those of a text are its letters. */
static struct str bytes_of(const struct field *field, const void *value)
{
    const char *at = (const char *)value + field->offset;
    struct str text;
    if (!is_text(field)) {
        return str_span(at, size_of(field));
    }
    memcpy(&text, at, sizeof text); /* struct bytes has the same members */
    return text;
}

/* At most, with what each piece may need to be aligned. */
static size_t room_for(const struct field *fields, size_t count, size_t size, const void *value)
{
    size_t n = size + 2 * ALIGNED_BYTES;
    for (size_t i = 0; i < count; i++) {
        n += is_text(&fields[i]) ? bytes_of(&fields[i], value).n + 2 * ALIGNED_BYTES : 0;
    }
    return n;
}

/* Empty is not absent. */
static void copy(struct arena *arena, const struct field *fields, size_t count, void *value)
{
    for (size_t i = 0; i < count; i++) {
        struct str text = bytes_of(&fields[i], value);
        if (is_text(&fields[i]) && text.p) {
            text = text.n > 0 ? str_copy(arena, text) : STR("");
            memcpy((char *)value + fields[i].offset, &text, sizeof text);
        }
    }
}

/* Up to the end of the last parameter: the struct's own size nobody needs. */
static size_t args_size(const struct statement *statement)
{
    size_t n = 1;
    for (size_t i = 0; i < statement->param_count; i++) {
        size_t end = statement->params[i].offset + size_of(&statement->params[i]);
        n = end > n ? end : n;
    }
    return n;
}
