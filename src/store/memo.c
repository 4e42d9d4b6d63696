/* A small table of answers by statement and arguments, each with the age at which it was given. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/memo.h"

#include <stdlib.h>
#include <string.h>

#include "store/args.h"

enum {
    MEMO_ARENA_BYTES = 1 << 20,
    SLOTS = 256, /* a power of two */
    ANSWERS_MAX = SLOTS / 2,
    ROWS_MAX = 32,
    TABLES = 64, /* bits of statement->tables */
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
    size_t n = args_room(statement->params, statement->param_count, args_size(statement), args);
    for (size_t i = 0; i < rows.count; i++) {
        const char *row = (const char *)rows.rows + i * row_size;
        n += args_room(statement->columns, statement->column_count, row_size, row);
    }
    bool is_new = !answer->statement;
    if ((is_new && memo->count == ANSWERS_MAX) ||
        n > memo->arena->limit_bytes - memo->arena->used_bytes) {
        return;
    }
    char *kept_args = args_copy(memo->arena, statement, args);
    char *kept_rows = arena_alloc(memo->arena, rows.count, row_size);
    if (rows.count > 0) {
        memcpy(kept_rows, rows.rows, rows.count * row_size);
    }
    for (size_t i = 0; i < rows.count; i++) {
        args_copy_texts(memo->arena, statement->columns, statement->column_count,
                        kept_rows + i * row_size);
    }
    *answer = (struct answer){ statement, kept_args, { kept_rows, rows.count }, memo->writes };
    memo->count += is_new;
}

/* The statement's with these arguments, or the free one where it would stand. */
static struct answer *place_of(struct memo *memo, const struct statement *statement,
                               const void *args)
{
    size_t at = hash_of(statement, args) % SLOTS;
    while (memo->answers[at].statement &&
           !(memo->answers[at].statement == statement &&
             args_equal(statement, memo->answers[at].args, args, 0))) {
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
        struct str bytes = args_bytes(&statement->params[i], args);
        for (size_t k = 0; k < bytes.n; k++) {
            hash = (hash ^ (uint8_t)bytes.p[k]) * 0x100000001b3;
        }
        hash = (hash ^ 0xff) * 0x100000001b3;
    }
    return hash ^ hash >> 32;
}
