/* Chance that comes again: the choices of a made-up story follow from its seed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORY_DICE_H
#define STORY_DICE_H

#include "base/must.h"

/* splitmix64. What the house draws (keys, codes) comes from `seed` lines, not from here. */
struct dice {
    uint64_t state;
};

static inline uint64_t dice_throw(struct dice *dice)
{
    uint64_t z = dice->state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

/* From 0 to n - 1. */
static inline size_t dice_below(struct dice *dice, size_t n)
{
    must(n > 0);
    return (size_t)(dice_throw(dice) % n);
}

static inline bool dice_percent(struct dice *dice, size_t percent)
{
    return dice_below(dice, 100) < percent;
}

/* One of an array. */
#define DICE_ANY(dice, list) ((list)[dice_below((dice), COUNT(list))])

#endif
