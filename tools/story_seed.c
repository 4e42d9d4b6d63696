/* Randomness that comes again: what a story draws follows from its last `seed`. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sodium.h>
#include <string.h>

#include "story.h"

/* The runner plays one story in one thread; libsodium has one source for the whole process. */
static struct {
    uint8_t seed[32];
    uint64_t draws;
} source;

static const char *source_name(void)
{
    return "a seed";
}

static void draw(void *const bytes, const size_t n)
{
    random_from_seed(source.seed, source.draws++, bytes, n);
}

static uint32_t draw_one(void)
{
    uint32_t number;
    draw(&number, sizeof number);
    return number;
}

void seed_randomness(struct str word)
{
    static struct randombytes_implementation implementation = { .implementation_name = source_name,
                                                                .random = draw_one,
                                                                .buf = draw };
    struct hash hash = hash_of(word);
    memcpy(source.seed, hash.b, sizeof source.seed);
    source.draws = 0;
    must(randombytes_set_implementation(&implementation) == 0);
}

/* seed WORD */
bool play_seed(struct story *story, const struct line *line)
{
    if (line->count != 2) {
        return story_fail(story, "seed wants one word");
    }
    seed_randomness(line->words[1]);
    story->is_seeded = true;
    return true;
}
