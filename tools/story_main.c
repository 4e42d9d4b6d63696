/* The story runner's first function: each story in a process of its own, or one that is made up. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "story.h"
#include "studio/studio.h"

static bool play_seeds(int count, char **args);

/* story FILE… --must-fail FILE…, --sim SEED STEPS [FILE], or --shrink FILE */
int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    if (argc > 1 && strcmp(argv[1], "--sim") == 0) {
        return play_seeds(argc - 2, argv + 2) ? 0 : 1;
    }
    if (argc == 3 && strcmp(argv[1], "--shrink") == 0) {
        struct arena *arena = arena_create(STORY_ARENA_BYTES);
        return arena && shrink_story(arena, argv[2]) ? 0 : 1;
    }
    bool must_fail = false;
    int failed = 0;
    unsigned number = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--must-fail") == 0) {
            must_fail = true;
            continue;
        }
        number++;
        failed += !story_play_alone(argv[i], number, must_fail);
    }
    printf("1..%u\n", number);
    return failed ? 1 : 0;
}

/* --sim SEED STEPS [FILE] */
static bool play_seeds(int count, char **args)
{
    struct story story = { 0 };
    jmp_buf boundary;
    int64_t steps = 0;
    if (count < 2 || !str_to_int(str_of(args[1]), &steps)) {
        printf("story --sim SEED STEPS [FILE]\n");
        return false;
    }
    FILE *script = count > 2 ? fopen(args[2], "we") : NULL;
    if (!story_open(&story, args[0]) || arena_guard(story.arena, &boundary)) {
        printf("# %s: the story needs more memory than the runner has\n", args[0]);
        return false;
    }
    /* The keys of the house are drawn too. */
    seed_randomness(str_of(args[0]));
    bool is_good = story_open_house(&story) && sim_play(&story, args[0], steps, script);
    if (!is_good) {
        printf("# %s: %.*s\n", args[0], STR_ARG(story.failure));
    }
    if (script) {
        is_good &= fclose(script) == 0;
    }
    story_remove_folder(story.folder);
    return is_good;
}
