/* Chance from a seed, the same on every machine. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include "base/must.h"

uint64_t chance_next(struct chance *chance)
{
    uint64_t z = chance->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* The remainder's bias does not matter for a story. */
size_t chance_below(struct chance *chance, size_t n)
{
    must(n > 0);
    return (size_t)(chance_next(chance) % n);
}

int64_t chance_between(struct chance *chance, int64_t from, int64_t to)
{
    return from + (int64_t)chance_below(chance, (size_t)(to - from) + 1);
}

bool chance_percent(struct chance *chance, unsigned percent)
{
    return chance_below(chance, 100) < percent;
}

struct str chance_part(struct chance *chance, const char *parts)
{
    size_t count = 1;
    for (const char *sign = parts; *sign; sign++) {
        count += *sign == '|';
    }
    struct str rest = str_of(parts);
    struct str part = str_cut(&rest, '|');
    for (size_t skip = chance_below(chance, count); skip > 0; skip--) {
        part = str_cut(&rest, '|');
    }
    return part;
}
