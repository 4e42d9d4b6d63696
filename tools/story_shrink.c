/* A failing story made as short as it still fails: steps are taken out, half of them at first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "story.h"

/* The lines before the first `seed` are the scene and stay; each `seed` begins a step. */
struct shrinking {
    struct str scene;
    struct str *steps;
    unsigned *out_since; /* the round in which it was taken out; 0: it is in */
    unsigned rounds;
    size_t count;
    char path[64];
};

static struct shrinking cut_steps(struct arena *arena, struct str text);
static bool still_fails(const struct shrinking *shrinking);
static void take_out(struct shrinking *shrinking, size_t from, size_t until);
static void write_story(const struct shrinking *shrinking, FILE *file);

bool shrink_story(struct arena *arena, const char *path)
{
    struct shrinking shrinking = cut_steps(arena, story_file(arena, path));
    (void)snprintf(shrinking.path, sizeof shrinking.path, "/tmp/kheo-shrink-XXXXXX");
    int file = mkstemp(shrinking.path);
    must(file >= 0);
    (void)close(file);
    bool fails = still_fails(&shrinking);
    for (size_t size = shrinking.count; fails && size > 0; size /= 2) {
        for (size_t from = 0; from < shrinking.count; from += size) {
            take_out(&shrinking, from, from + size);
        }
    }
    (void)unlink(shrinking.path);
    if (fails) {
        write_story(&shrinking, stdout);
    }
    return fails;
}

static struct shrinking cut_steps(struct arena *arena, struct str text)
{
    struct shrinking ret = { .scene = text };
    size_t lines = 0;
    for (struct str rest = text; rest.p; lines++) {
        (void)str_cut(&rest, '\n');
    }
    ret.steps = new(arena, struct str, lines);
    ret.out_since = new(arena, unsigned, lines);
    for (struct str rest = text; rest.n > 0;) {
        const char *start = rest.p;
        struct str line = str_cut(&rest, '\n');
        const char *end = rest.p ? rest.p : text.p + text.n;
        if (str_starts(line, STR("seed "))) {
            ret.scene = ret.count == 0 ? str_span(text.p, (size_t)(start - text.p)) : ret.scene;
            ret.steps[ret.count++] = str_span(start, 0);
        }
        if (ret.count > 0) {
            ret.steps[ret.count - 1].n = (size_t)(end - ret.steps[ret.count - 1].p);
        }
    }
    return ret;
}

/* Without these steps, if it then still fails; as it was, if not. */
static void take_out(struct shrinking *shrinking, size_t from, size_t until)
{
    const unsigned round = ++shrinking->rounds;
    size_t taken = 0;
    for (size_t i = from; i < until && i < shrinking->count; i++) {
        if (shrinking->out_since[i] == 0) {
            shrinking->out_since[i] = round;
            taken++;
        }
    }
    if (taken > 0 && still_fails(shrinking)) {
        return;
    }
    for (size_t i = from; i < until && i < shrinking->count; i++) {
        if (shrinking->out_since[i] == round) {
            shrinking->out_since[i] = 0;
        }
    }
}

static bool still_fails(const struct shrinking *shrinking)
{
    FILE *file = fopen(shrinking->path, "we");
    must(file);
    write_story(shrinking, file);
    must(fclose(file) == 0);
    (void)fflush(stdout);
    pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        must(freopen("/dev/null", "w", stdout) && freopen("/dev/null", "w", stderr));
        _exit(story_play_file(shrinking->path) ? 0 : 1);
    }
    int status = 0;
    must(waitpid(child, &status, 0) == child);
    return status != 0;
}

static void write_story(const struct shrinking *shrinking, FILE *file)
{
    (void)fwrite(shrinking->scene.p, 1, shrinking->scene.n, file);
    for (size_t i = 0; i < shrinking->count; i++) {
        if (shrinking->out_since[i] == 0) {
            (void)fwrite(shrinking->steps[i].p, 1, shrinking->steps[i].n, file);
        }
    }
}
