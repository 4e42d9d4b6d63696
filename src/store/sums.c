/* A short list of sums by statement and key. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/sums.h"

#include <stdlib.h>
#include <string.h>

#include "store/args.h"

enum { SUMS_ARENA_BYTES = 64 << 10, SUMS_MAX = 32 };

struct sum {
    const struct statement *statement;
    void *args;
};

struct sums {
    struct arena *arena;
    struct sum waiting[SUMS_MAX];
    size_t count;
    size_t taken; /* of them */
    uint64_t tables;
};

static void add_up(const struct sum *sum, const void *args);

struct sums *sums_open(void)
{
    struct sums *sums = calloc(1, sizeof *sums);
    struct arena *arena = arena_create(SUMS_ARENA_BYTES);
    if (!sums || !arena) {
        free(sums);
        arena_destroy(arena);
        return NULL;
    }
    sums->arena = arena;
    return sums;
}

void sums_close(struct sums *sums)
{
    if (sums) {
        arena_destroy(sums->arena);
        free(sums);
    }
}

bool sums_add(struct sums *sums, const struct statement *statement, const void *args)
{
    size_t room = args_room(statement->params, statement->param_count, args_size(statement), args);
    for (size_t i = 0; i < sums->count; i++) {
        const struct sum *sum = &sums->waiting[i];
        if (sum->statement == statement &&
            args_equal(statement, sum->args, args, statement->sums)) {
            add_up(sum, args);
            return true;
        }
    }
    if (sums->count == 0) {
        arena_reset(sums->arena);
    }
    if (sums->count == SUMS_MAX || room > sums->arena->limit_bytes - sums->arena->used_bytes) {
        return false;
    }
    sums->waiting[sums->count++] =
        (struct sum){ statement, args_copy(sums->arena, statement, args) };
    sums->tables |= statement->tables;
    return true;
}

static void add_up(const struct sum *sum, const void *args)
{
    for (size_t i = 0; i < sum->statement->param_count; i++) {
        if (sum->statement->sums >> i & 1) {
            size_t offset = sum->statement->params[i].offset;
            int64_t total;
            int64_t more;
            memcpy(&total, (const char *)sum->args + offset, sizeof total);
            memcpy(&more, (const char *)args + offset, sizeof more);
            total += more;
            memcpy((char *)sum->args + offset, &total, sizeof total);
        }
    }
}

bool sums_touch(const struct sums *sums, uint64_t tables)
{
    return sums && sums->count > 0 && (!tables || (sums->tables & tables));
}

bool sums_take(struct sums *sums, const struct statement **ret_statement, const void **ret_args)
{
    if (sums->taken == sums->count) {
        sums_drop(sums);
        return false;
    }
    *ret_statement = sums->waiting[sums->taken].statement;
    *ret_args = sums->waiting[sums->taken].args;
    sums->taken++;
    return true;
}

void sums_drop(struct sums *sums)
{
    if (sums) {
        sums->count = 0;
        sums->taken = 0;
        sums->tables = 0;
    }
}
